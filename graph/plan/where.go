package plan

import (
	"strings"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
)

// where compiles a filter. Its conditions come in the order of the schema, so that the same filter is the same text however it is written.
func (c *compiler) where(noun *query.Noun, where map[string]any) (query.Filter, error) {
	if err := c.part(); err != nil {
		return nil, err
	}
	var and query.And
	add := func(f query.Filter, err error) error {
		if err == nil {
			and = append(and, f)
		}
		return err
	}
	for _, def := range c.Schema.Types[noun.Name+"Where"].Fields {
		value, ok := where[def.Name]
		if !ok {
			continue
		}
		var err error
		switch {
		case def.Name == "AND" || def.Name == "OR":
			var list []query.Filter
			for _, w := range value.([]any) {
				f, e := c.where(noun, w.(map[string]any))
				if e != nil {
					return nil, e
				}
				list = append(list, f)
			}
			if def.Name == "AND" {
				and = append(and, query.And(list))
			} else {
				and = append(and, query.Or(list))
			}
		case def.Name == "NOT":
			var f query.Filter
			if f, err = c.where(noun, value.(map[string]any)); err == nil {
				and = append(and, query.Not{Filter: f})
			}
		case noun.Property(def.Name) != nil:
			if err = c.part(); err != nil {
				break
			}
			and = append(and, c.compare(noun.Property(def.Name), value.(map[string]any)))
		case def.Name == inForceAt:
			and = append(and, inForce(noun, c.date(value)))
		case noun.Relation(def.Name) != nil:
			err = add(c.related(noun.Relation(def.Name), value.(map[string]any)))
		default:
			member := c.Model.Noun(strings.TrimPrefix(def.Name, "on"))
			and = append(and, query.Is{Noun: member})
			err = add(c.where(member, value.(map[string]any)))
		}
		if err != nil {
			return nil, err
		}
	}
	return and, nil
}

// inForceAt is a condition on nouns that have from and to.
const inForceAt = "inForceAt"

// inForce holds for what, as far as is known, held at a date: a missing end is no bound.
func inForce(noun *query.Noun, at date) query.Filter {
	since, until := noun.Property("from"), noun.Property("to")
	bound := func(p *query.Property, c query.Column, op query.Op, v any) query.Filter {
		return query.Or{query.Compare{Column: p.Columns()[0], Op: query.IsNull, Value: true}, query.Compare{Column: c, Op: op, Value: v}}
	}
	return query.And{bound(since, from(since), query.Lte, at.to), bound(until, to(until), query.Gte, at.from)}
}

func (c *compiler) related(rel *query.Relation, value map[string]any) (query.Filter, error) {
	if !rel.Many {
		f, err := c.where(rel.Target, value)
		return query.Related{Relation: rel, Quantifier: query.Some, Filter: both(f, c.reached(rel))}, err
	}
	var and query.And
	for _, q := range []struct {
		name string
		is   query.Quantifier
	}{{"some", query.Some}, {"all", query.All}, {"none", query.None}, {"single", query.Single}} {
		if w, ok := value[q.name]; ok {
			f, err := c.where(rel.Target, w.(map[string]any))
			if err != nil {
				return nil, err
			}
			if known := c.reached(rel); known != nil && q.is == query.All {
				f = query.Or{query.Not{Filter: known}, f} // it need not hold for what cannot be known
			} else {
				f = both(f, known)
			}
			and = append(and, query.Related{Relation: rel, Quantifier: q.is, Filter: f})
		}
	}
	if counts, ok := value["count"].(map[string]any); ok {
		for _, o := range operators {
			if v, ok := counts[o.name]; ok {
				and = append(and, query.Counted{Relation: rel, Filter: c.reached(rel), Op: o.op, Value: v})
			}
		}
	}
	return and, nil
}

// operators are the comparisons of the filter inputs.
var operators = []struct {
	name string
	op   query.Op
}{
	{"eq", query.Eq}, {"in", query.In}, {"contains", query.Contains}, {"startsWith", query.StartsWith}, {"endsWith", query.EndsWith},
	{"lt", query.Lt}, {"lte", query.Lte}, {"gt", query.Gt}, {"gte", query.Gte}, {"isNull", query.IsNull},
	{"has", query.Has}, {"isEmpty", query.IsNull},
}

func (c *compiler) compare(p *query.Property, value map[string]any) query.Filter {
	var and query.And
	column := p.Columns()[0]
	for _, o := range operators {
		v, ok := value[o.name]
		if !ok {
			continue
		}
		if p.Type == query.Date && o.op != query.IsNull {
			if o.op == query.In {
				var texts []any
				for _, d := range v.([]any) {
					texts = append(texts, d.(diplomacy.PartialDate).Text)
				}
				and = append(and, query.Compare{Column: column, Op: o.op, Value: texts})
				continue
			}
			and = append(and, compareDate(p, o.op, c.date(v)))
			continue
		}
		and = append(and, query.Compare{Column: column, Op: o.op, Value: v})
	}
	if v, ok := value["within"]; ok {
		d := c.date(v)
		and = append(and, query.Compare{Column: from(p), Op: query.Gte, Value: d.from}, query.Compare{Column: to(p), Op: query.Lte, Value: d.to})
	}
	return and
}

func from(p *query.Property) query.Column { return p.Columns()[1] }
func to(p *query.Property) query.Column   { return p.Columns()[2] }

// compareDate compares intervals: before and after mean wholly before and wholly after.
func compareDate(p *query.Property, op query.Op, d date) query.Filter {
	switch op {
	case query.Lt:
		return query.Compare{Column: to(p), Op: op, Value: d.from}
	case query.Lte:
		return query.Compare{Column: to(p), Op: op, Value: d.to}
	case query.Gt:
		return query.Compare{Column: from(p), Op: op, Value: d.to}
	case query.Gte:
		return query.Compare{Column: from(p), Op: op, Value: d.from}
	default:
		return query.Compare{Column: p.Columns()[0], Op: op, Value: d.text}
	}
}

// order compiles orderBy for nodes that all meet a filter, which may be nil. It always ends in id, so that it is total and every place in it has a cursor.
func (c *compiler) order(noun *query.Noun, orderBy any, filter query.Filter) ([]query.Order, error) {
	var order []query.Order
	seen := map[query.Column]bool{}
	add := func(col query.Column, descending, nullable bool) {
		if !seen[col] {
			seen[col] = true
			order = append(order, query.Order{Column: col, Descending: descending, Nullable: nullable})
		}
	}
	steps, _ := orderBy.([]any)
	for _, step := range steps {
		if err := c.part(); err != nil {
			return nil, err
		}
		for name, direction := range step.(map[string]any) {
			p := noun.Property(name)
			columns := p.Columns()
			if p.Type == query.Date {
				columns = columns[1:]
			}
			nullable := !p.Required && !query.Present(filter, p.Columns())
			for _, col := range columns {
				add(col, direction == "DESC", nullable)
			}
		}
	}
	if len(steps) == 0 {
		add(query.Key, false, false)
	}
	add(query.ID, false, false)
	return order, nil
}

// mark names an order in its cursors.
func mark(order []query.Order) string {
	var b strings.Builder
	for _, o := range order {
		if o.Descending {
			b.WriteByte('-')
		} else {
			b.WriteByte('+')
		}
		b.WriteString(o.Column.Name)
	}
	return b.String()
}
