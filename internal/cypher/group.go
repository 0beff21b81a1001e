package cypher

import (
	"fmt"
	"strings"

	"github.com/parleygraph/parley/internal/query"
)

// grouping prints the groups of a set's nodes: the ways to the keys, the keys, then what each group comes to. What is wanted of a key that is a
// node is looked up for the groups that are answered only.
func (p *printer) grouping(s *query.Set, g *query.Grouping, parent, n, result string) {
	p.match(s, parent, n, nil)
	ends := map[string]string{}
	nodes, keyed := []string{n}, make([]string, len(g.Keys)) // keyed: the variable of each key
	var keys []string
	for i, k := range g.Keys {
		at, way := n, ""
		for _, step := range k.Path {
			way += step.Relation.Name + "."
			if ends[way] == "" {
				ends[way] = p.node()
				p.optional(step, at, ends[way])
			}
			at = ends[way]
		}
		if k.Property == nil {
			keyed[i] = at
			if at != n {
				nodes = append(nodes, at)
			}
			continue
		}
		keyed[i] = p.value()
		keys = append(keys, key(at, k)+" AS "+keyed[i])
	}
	p.line("WITH %s%s", distinct(g.Repeats()), strings.Join(append(nodes, keys...), ", "))

	wanted := append([]string{}, keyed...)
	computed := map[query.Aggregate]string{}
	for _, a := range g.Computed() {
		computed[a] = p.value()
		wanted = append(wanted, aggregate(n, a)+" AS "+computed[a])
	}
	// Without anything to compute it would not group.
	p.line("WITH %s%s ORDER BY %s LIMIT %s", distinct(len(computed) == 0), strings.Join(wanted, ", "), g.OrderText(keyed, computed, "."), p.param(int64(g.Limit)))
	values := make([]string, 0, len(g.Keys)+len(g.Aggregates))
	for i, k := range g.Keys {
		switch {
		case k.Property == nil:
			values = append(values, p.row(k.Node, keyed[i]))
		case k.Property.Type == query.Date && k.Unit == query.Expression:
			values = append(values, fmt.Sprintf("substring(%s, 40)", keyed[i])) // behind its interval
		default:
			values = append(values, keyed[i])
		}
	}
	for _, a := range g.Aggregates {
		values = append(values, shown(a, computed[a]))
	}
	p.line("RETURN collect([%s]) AS %s", strings.Join(values, ", "), result)
}

func distinct(yes bool) string {
	if yes {
		return "DISTINCT "
	}
	return ""
}

// optional prints a step to the nodes of a key. Where it leads nowhere, the key is missing.
func (p *printer) optional(step query.Step, from, to string) {
	p.line("OPTIONAL MATCH %s", pattern(step.Relation, step.Relation.Target, from, to))
	if where := p.all(to, step.Filter); len(where) > 0 {
		p.line("WHERE %s", strings.Join(where, " AND "))
	}
}

// key prints a key that is a value. An expression's stands behind its interval, so that it is ordered by that.
func key(n string, k query.GroupKey) string {
	x := n + "." + k.Property.Name
	if k.Property.Type != query.Date {
		return x
	}
	from, to := n+"."+k.Property.From(), n+"."+k.Property.To()
	bad := ""
	switch k.Unit {
	case query.Expression:
		return from + " + " + to + " + " + x
	case query.Week:
		bad = fmt.Sprintf(" WHEN %s < '%s' OR %s >= '%s' THEN '%s'", from, query.FirstOfWeeks, to, query.AfterWeeks, query.Vague)
	}
	return fmt.Sprintf("CASE WHEN %[1]s IS NULL THEN null%[2]s WHEN %[3]s = %[4]s THEN %[3]s ELSE '%[5]s' END", from, bad, span(k.Unit, from), span(k.Unit, to), query.Vague)
}

// span prints the key of the span that a moment is in.
func span(u query.Unit, x string) string {
	switch u {
	case query.Day:
		return fmt.Sprintf("substring(%s, 0, 10)", x)
	case query.Week:
		return fmt.Sprintf("toString(date.truncate('week', date(substring(%s, 0, 10))))", x)
	case query.Month:
		return fmt.Sprintf("substring(%s, 0, 7)", x)
	case query.Quarter:
		return fmt.Sprintf("substring(%s, 0, 4) + '-' + toString((toInteger(substring(%s, 5, 2)) + 2) / 3)", x, x)
	case query.Year:
		return fmt.Sprintf("substring(%s, 0, 4)", x)
	}
	panic(fmt.Sprintf("cypher: unknown unit %d", u))
}

// aggregate prints what the nodes come to. A date that is looked for stands behind the end of its interval that is compared.
func aggregate(n string, a query.Aggregate) string {
	if a.Function == query.CountNodes {
		return fmt.Sprintf("count(%s)", n)
	}
	x := n + "." + a.Property.Name
	from, to := x, x
	if a.Property.Type == query.Date {
		from, to = n+"."+a.Property.From()+" + "+x, n+"."+a.Property.To()+" + "+x
	}
	sum := fmt.Sprintf("sum(%s)", x)
	if a.Property.Type == query.Real {
		sum = fmt.Sprintf("sum(toInteger(round(%s * 1000000)))", x)
	}
	switch a.Function {
	case query.Count:
		return fmt.Sprintf("count(%s)", x)
	case query.CountDistinct:
		return fmt.Sprintf("count(DISTINCT %s)", x)
	case query.CountTrue:
		return fmt.Sprintf("count(CASE WHEN %s THEN 1 END)", x)
	case query.CountFalse:
		return fmt.Sprintf("count(CASE WHEN NOT %s THEN 1 END)", x)
	case query.Min:
		return fmt.Sprintf("min(%s)", from)
	case query.Max:
		return fmt.Sprintf("max(%s)", to)
	case query.Sum: // of nothing it would be 0
		return fmt.Sprintf("CASE count(%s) WHEN 0 THEN null ELSE %s END", x, sum)
	case query.Average:
		return fmt.Sprintf("CASE count(%s) WHEN 0 THEN null ELSE toFloat(%s) / count(%s) END", x, sum, x)
	}
	panic(fmt.Sprintf("cypher: unknown function %d", a.Function))
}

// shown prints what is answered of an aggregate.
func shown(a query.Aggregate, x string) string {
	if a.Property != nil && a.Property.Type == query.Date && (a.Function == query.Min || a.Function == query.Max) {
		return fmt.Sprintf("substring(%s, 20)", x) // behind the end of its interval
	}
	return x
}
