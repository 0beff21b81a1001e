package query

import "slices"

// What follows is what both printers know of a set beside its text: what need not be said, and where it is best begun.

// Deciding returns the steps of the set's order that can decide: no two nodes of a noun have the same natural key, so nothing after one counts.
func (s *Set) Deciding() []Order {
	if !s.Noun.Interface {
		for i, o := range s.Order {
			if p := s.Noun.Property(o.Column.Name); p != nil && p.Unique && p.Required {
				return s.Order[:i+1]
			}
		}
	}
	return s.Order
}

// Begin returns a condition of the set that few nodes at the far end of relations meet, if there is one, and the conditions beside it: a Related or a Leads. It is
// cheaper to begin there and to come back than to look at the far ends of every node. A set that is on the page of another or is found otherwise, or whose
// filter names a natural key, is small already.
func (s *Set) Begin() (begin, rest Filter) {
	if s.Relation != nil || s.Search != nil || s.Found || keyed(s.Noun, s.Filter) {
		return nil, s.Filter
	}
	return Begin(s.Filter)
}

// Begin is Set.Begin for a filter on nodes that may come from anywhere.
func Begin(f Filter) (begin, rest Filter) {
	switch f := f.(type) {
	case Leads:
		return f, nil
	case Related:
		if f.Quantifier == Some && selective(f.Relation.Target, f.Filter) {
			return f, nil
		}
	case And:
		for i, part := range f {
			if begin, others := Begin(part); begin != nil {
				rest := slices.Clone(f)
				if rest[i] = others; others == nil {
					rest = slices.Delete(rest, i, i+1)
				}
				return begin, rest
			}
		}
	}
	return nil, f
}

// keyed reports whether a filter names a natural key.
func keyed(n *Noun, f Filter) bool {
	switch f := f.(type) {
	case And:
		return slices.ContainsFunc(f, func(part Filter) bool { return keyed(n, part) })
	case Compare:
		p := n.Property(f.Column.Name)
		return p != nil && p.Unique && f.Op == Eq
	}
	return false
}

// selective reports whether an index finds the few nodes that meet a filter.
func selective(n *Noun, f Filter) bool {
	switch f := f.(type) {
	case And:
		for _, part := range f {
			if is, ok := part.(Is); ok {
				n = is.Noun
			}
			if selective(n, part) {
				return true
			}
		}
	case Compare:
		if f.Op != Eq && f.Op != In {
			return false
		}
		p := n.Property(f.Column.Name)
		return p != nil && p.Type == Text && p.Enum == nil && (p.Unique || p.Indexed)
	case Related:
		return f.Quantifier == Some && selective(f.Relation.Target, f.Filter)
	}
	return false
}

// Present reports whether a node that meets the filter has a value in one of these columns.
func Present(f Filter, columns []Column) bool {
	switch f := f.(type) {
	case And:
		return slices.ContainsFunc(f, func(part Filter) bool { return Present(part, columns) })
	case Compare:
		return f.Op != IsNull && slices.Contains(columns, f.Column)
	}
	return false
}
