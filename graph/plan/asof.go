package plan

import (
	"slices"

	"github.com/parleygraph/parley/internal/query"
)

// known is the condition that a node of a noun can be known as of the moment that is asked about; nil when it always can. What has no date is not
// known to have been reported by then.
func (c *compiler) known(noun *query.Noun) query.Filter {
	if c.asOf == "" {
		return nil
	}
	var all []*query.Known // of the members
	always := false
	for _, m := range noun.Members {
		if m.Known == nil {
			always = true
		} else if !slices.Contains(all, m.Known) {
			all = append(all, m.Known)
		}
	}
	switch {
	case len(all) == 0:
		return nil
	case len(all) == 1 && !always:
		return c.knownBy(all[0])
	}
	var or, dated query.Or
	for _, k := range all {
		or = append(or, query.And{query.Is{Noun: k.Of}, c.knownBy(k)})
		dated = append(dated, query.Is{Noun: k.Of})
	}
	if always {
		or = append(or, query.Not{Filter: dated})
	}
	return or
}

func (c *compiler) knownBy(k *query.Known) query.Filter {
	if k.Date != nil {
		return query.Compare{Column: to(k.Date), Op: query.Lte, Value: c.asOf}
	}
	return query.Related{Relation: k.Relation, Quantifier: query.Some, Filter: c.known(k.Relation.Target)}
}

// reached is known of the nodes that a relation leads to. One that every node has is not asked: a fact that has been reported speaks of what it is of.
func (c *compiler) reached(rel *query.Relation) query.Filter {
	if rel.Required {
		return nil
	}
	return c.known(rel.Target)
}

// both holds when two filters hold, each of which may be nil.
func both(a, b query.Filter) query.Filter {
	switch {
	case b == nil:
		return a
	case a == nil:
		return b
	}
	if and, ok := a.(query.And); ok {
		return append(slices.Clip(and), b)
	}
	return query.And{a, b}
}
