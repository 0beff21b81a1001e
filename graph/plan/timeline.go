package plan

import (
	"reflect"
	"slices"

	"github.com/parleygraph/parley/internal/query"
)

// timeline compiles the arguments that a timeline has besides those of a connection: a condition, and the order where none is asked for.
func (c *compiler) timeline(noun *query.Noun, args map[string]any) (query.Filter, error) {
	const most = 10
	of := args["of"].([]any)
	if len(of) == 0 || len(of) > most {
		return nil, invalid(append(c.path, "of"), "it names %d nodes; name 1 to %d", len(of), most)
	}
	var and query.And
	for _, id := range of {
		leads := involved(noun, id)
		for range leads.Ways {
			if err := c.part(); err != nil {
				return nil, err
			}
		}
		and = append(and, leads)
	}
	when := noun.Property(query.When)
	if d, ok := args["from"]; ok {
		and = append(and, compareDate(when, query.Gte, c.date(d)))
	}
	if d, ok := args["to"]; ok {
		and = append(and, compareDate(when, query.Lte, c.date(d)))
	}
	if args["orderBy"] == nil {
		args["orderBy"] = []any{map[string]any{query.When: "ASC"}, map[string]any{query.Key.Name: "ASC"}}
	}
	return and, nil
}

// involved holds for facts in which a node is involved, as the schema's @involves says. Ways that differ in the last hop's types alone are one.
func involved(noun *query.Noun, id any) query.Leads {
	var ways []query.Way
	add := func(before query.Way, r *query.Relation) {
		last := len(before)
		i := slices.IndexFunc(ways, func(w query.Way) bool {
			return len(w) == last+1 && reflect.DeepEqual(w[:last], before[:last]) && w[last].In == r.In
		})
		if i < 0 {
			i = len(ways)
			ways = append(ways, append(slices.Clone(before), query.Hop{In: r.In}))
		}
		if hop := &ways[i][last]; !slices.Contains(hop.Edges, r.Edge) {
			hop.Edges = append(hop.Edges, r.Edge)
			slices.Sort(hop.Edges)
		}
	}
	for _, m := range noun.Members {
		for _, r := range m.Relations {
			if !r.Involves {
				continue
			}
			add(query.Way{}, r)
			for _, name := range r.Through {
				for _, target := range r.Target.Members {
					if next := target.Relation(name); next != nil {
						add(query.Way{{Edges: []string{r.Edge}, In: r.In}}, next)
					}
				}
			}
		}
	}
	return query.Leads{Ways: ways, ID: id}
}
