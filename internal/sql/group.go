package sql

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/query"
)

// grouping prints the groups of a set's nodes, in selects inside of each other: the keys of each node, then what each group comes to, ordered
// and limited, then what is wanted of a key that is a node, which so is looked up for the groups that are answered only.
func (p *printer) grouping(s *query.Set, g *query.Grouping, parent, n string) {
	ends := map[string]string{}
	at, keyed := make([]string, len(g.Keys)), make([]string, len(g.Keys)) // the node that has each key, and the alias of the key
	var joins []string
	for i, k := range g.Keys {
		keyed[i] = p.value()
		at[i] = n
		way := ""
		for _, step := range k.Path {
			way += step.Relation.Name + "."
			if ends[way] == "" {
				ends[way] = p.node()
				joins = append(joins, p.optional(step, at[i], ends[way])...)
			}
			at[i] = ends[way]
		}
	}
	wanted, keys, values := []string{n + ".pk"}, []string{}, []string{} // of the two inner selects
	for i, k := range g.Keys {
		x := keyed[i]
		keys = append(keys, x)
		if k.Property != nil {
			wanted = append(wanted, key(at[i], k)+" AS "+x)
			continue
		}
		wanted = append(wanted, fmt.Sprintf(`%s.pk AS %s, %[1]s."key" AS %[2]s_key, %[1]s."id" AS %[2]s_id`, at[i], x))
		keys = append(keys, x+"_key", x+"_id")
	}
	computed := map[query.Aggregate]string{}
	for _, a := range g.Computed() {
		computed[a] = p.value()
		values = append(values, aggregate(n, a)+" AS "+computed[a])
		for _, c := range columns(a) {
			if c = column(n, c); !slices.Contains(wanted, c) {
				wanted = append(wanted, c)
			}
		}
	}

	p.print("SELECT json_group_array(json_array(")
	for i, k := range g.Keys {
		if i > 0 {
			p.print(", ")
		}
		switch {
		case k.Property == nil:
			p.row(k.Node, at[i])
		case k.Property.Type == query.Date && k.Unit == query.Expression:
			p.print("substr(%s, 41)", keyed[i]) // behind its interval
		default:
			p.print("%s", keyed[i])
		}
	}
	for _, a := range g.Aggregates {
		p.print(", %s", shown(a, computed[a]))
	}
	p.print("))")
	p.line()
	p.print("FROM (")
	p.indent++
	p.line()
	p.print("SELECT %s", strings.Join(append(slices.Clone(keys), values...), ", "))
	p.line()
	p.print("FROM (")
	p.indent++
	p.line()
	distinct := ""
	if g.Repeats() {
		distinct = "DISTINCT "
	}
	p.print("SELECT %s%s", distinct, strings.Join(wanted, ", "))
	p.match(s, parent, n, nil, joins...)
	p.indent--
	p.line()
	p.print(") AS %s", n)
	p.line()
	p.print("GROUP BY %s", strings.Join(keyed, ", ")) // a node's pk says its key and id
	p.line()
	p.print("ORDER BY %s LIMIT %s", g.OrderText(keyed, computed, "_"), p.param(int64(g.Limit)))
	p.indent--
	p.line()
	p.print(")")
	for i, k := range g.Keys {
		if k.Property == nil {
			p.line()
			p.print("LEFT JOIN node AS %s ON %[1]s.pk = %s", at[i], keyed[i])
		}
	}
}

// optional prints the joins of a step to the nodes of a key. Where it leads nowhere, the key is missing. Whether a node may be taken is asked of
// the edge: asked of the node, each edge to another one would be a missing key.
func (p *printer) optional(step query.Step, from, to string) []string {
	e, near, far := "e"+to[1:], "src", "dst"
	if step.Relation.In {
		near, far = far, near
	}
	edge := fmt.Sprintf("LEFT JOIN edge AS %[1]s ON %[1]s.%[2]s = %[3]s.pk AND %[1]s.type = '%[4]s'", e, near, from, step.Relation.Edge)
	if where := append(label(to, step.Relation.Target), p.all(to, step.Filter)...); len(where) > 0 {
		edge += fmt.Sprintf(" AND EXISTS (SELECT 1 FROM node AS %s WHERE %[1]s.pk = %s.%s AND %s)", to, e, far, strings.Join(where, " AND "))
	}
	return []string{edge, fmt.Sprintf("LEFT JOIN node AS %s ON %[1]s.pk = %s.%s", to, e, far)}
}

// key prints a key that is a value. An expression's stands behind its interval, so that it is ordered by that.
func key(n string, k query.GroupKey) string {
	x := column(n, k.Property.Name)
	if k.Property.Type != query.Date {
		return x
	}
	from, to := column(n, k.Property.From()), column(n, k.Property.To())
	bad := ""
	switch k.Unit {
	case query.Expression:
		return from + " || " + to + " || " + x
	case query.Week:
		bad = fmt.Sprintf(" WHEN %s < '%s' OR %s >= '%s' THEN '%s'", from, query.FirstOfWeeks, to, query.AfterWeeks, query.Vague)
	}
	return fmt.Sprintf("CASE WHEN %[1]s IS NULL THEN NULL%[2]s WHEN %[3]s = %[4]s THEN %[3]s ELSE '%[5]s' END", from, bad, span(k.Unit, from), span(k.Unit, to), query.Vague)
}

// span prints the key of the span that a moment is in.
func span(u query.Unit, x string) string {
	switch u {
	case query.Day:
		return fmt.Sprintf("substr(%s, 1, 10)", x)
	case query.Week:
		return fmt.Sprintf("date(substr(%s, 1, 10), '-6 days', 'weekday 1')", x)
	case query.Month:
		return fmt.Sprintf("substr(%s, 1, 7)", x)
	case query.Quarter:
		return fmt.Sprintf("substr(%s, 1, 4) || '-' || ((CAST(substr(%s, 6, 2) AS INTEGER) + 2) / 3)", x, x)
	case query.Year:
		return fmt.Sprintf("substr(%s, 1, 4)", x)
	}
	panic(fmt.Sprintf("sql: unknown unit %d", u))
}

// columns lists the columns of a node that an aggregate looks at.
func columns(a query.Aggregate) []string {
	switch {
	case a.Function == query.CountNodes:
		return nil
	case a.Property.Type == query.Date && a.Function == query.Min:
		return []string{a.Property.From(), a.Property.Name}
	case a.Property.Type == query.Date && a.Function == query.Max:
		return []string{a.Property.To(), a.Property.Name}
	}
	return []string{a.Property.Name}
}

// aggregate prints what the nodes come to. A date that is looked for stands behind the end of its interval that is compared.
func aggregate(n string, a query.Aggregate) string {
	if a.Function == query.CountNodes {
		return "count(*)"
	}
	x := column(n, a.Property.Name)
	from, to := x, x
	if a.Property.Type == query.Date {
		from, to = column(n, a.Property.From())+" || "+x, column(n, a.Property.To())+" || "+x
	}
	sum := fmt.Sprintf("sum(%s)", x)
	if a.Property.Type == query.Real {
		sum = fmt.Sprintf("sum(CAST(round(%s * 1000000) AS INTEGER))", x)
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
	case query.Sum:
		return sum
	case query.Average:
		return fmt.Sprintf("CAST(%s AS REAL) / count(%s)", sum, x)
	}
	panic(fmt.Sprintf("sql: unknown function %d", a.Function))
}

// shown prints what is answered of an aggregate.
func shown(a query.Aggregate, x string) string {
	if a.Property != nil && a.Property.Type == query.Date && (a.Function == query.Min || a.Function == query.Max) {
		return fmt.Sprintf("substr(%s, 21)", x) // behind the end of its interval
	}
	return x
}
