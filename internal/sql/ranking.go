package sql

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/parleygraph/parley/internal/query"
)

// ranking prints a ranking: a table of the pairs that facts tie, whose parts each find those of one way, and which together name a fact once for
// each pair, then the sums, and then the nodes of those pairs that are wanted.
func (p *printer) ranking(r *query.Ranking) {
	weights, decays := p.param(object(r.Weights)), p.param(object(r.Decays))
	from, to := p.param(r.From), p.param(r.To)
	p.print("WITH weight(code, worth) AS MATERIALIZED (SELECT CAST(key AS TEXT), value FROM json_each(%s)),", weights)
	p.line()
	p.print("decay(day, rest) AS MATERIALIZED (SELECT CAST(key AS TEXT), value FROM json_each(%s)),", decays)
	p.line()
	p.print("tie(fact, one, other, worth) AS (SELECT DISTINCT * FROM (")
	p.indent++
	for i, t := range r.Ties {
		if i > 0 {
			p.line()
			p.print("UNION ALL") // UNION would have each part in the order of its rows, whatever that costs
		}
		p.tie(t, r.Node.Noun, from, to)
	}
	p.indent--
	p.line()
	p.print(")),")
	p.line()
	p.print("pair(one, other, value, facts) AS (SELECT one, other, sum(worth), count(*) FROM tie GROUP BY one, other)")
	p.line()
	p.print("SELECT json_group_array(json_array(")
	a, b := p.node(), p.node()
	for _, n := range []string{a, b} {
		p.print("json((SELECT ")
		p.row(r.Node, n)
		p.print(" FROM node AS %s WHERE %[1]s.pk = pair.pk%[1]s)), ", n)
	}
	p.print("value, facts)) AS answer")
	p.line()
	p.print("FROM (")
	p.indent++
	p.line()
	p.print("SELECT iif(%s.id < %s.id, one, other) AS pk%[1]s, iif(%[1]s.id < %[2]s.id, other, one) AS pk%[2]s, value, facts", a, b)
	p.line()
	p.print("FROM pair JOIN node AS %s ON %[1]s.pk = one JOIN node AS %s ON %[2]s.pk = other", a, b)
	p.line()
	p.print("ORDER BY value DESC, min(%s.id, %s.id), max(%[1]s.id, %[2]s.id) LIMIT %s", a, b, p.param(int64(r.Limit)))
	p.indent--
	p.line()
	p.print(") AS pair")
}

// tie prints one way. CROSS JOIN keeps the order of the joins: from the facts, as few of the many codes and days have any.
func (p *printer) tie(t query.Tie, node *query.Noun, from, to string) {
	f := p.node()
	date := column(f, t.Date.To())
	where := label(f, t.Noun)
	if t.DateOf == nil {
		where = append(where, fmt.Sprintf("%s >= %s AND %[1]s <= %[3]s AND %[4]s <= %[3]s", date, from, to, column(f, t.Date.From())))
	} else {
		m := p.node()
		of, conditions := pattern(t.DateOf, t.DateOf.Target, f, m)
		date = fmt.Sprintf("(SELECT min(%s) FROM %s WHERE %s)", column(m, t.Date.To()), of, strings.Join(append(conditions, p.all(m, t.DateFilter)...), " AND "))
	}
	where = append(where, p.all(f, t.Filter)...)
	joins := []string{
		fmt.Sprintf("weight ON weight.code = %s", column(f, t.Code.Name)),
		fmt.Sprintf("decay ON decay.day = substr(%s, 1, 10)", date),
	}
	end := func(filter query.Filter, relations ...*query.Relation) (pk string) {
		n := p.node()
		e, near, far := "e"+n[1:], "src", "dst"
		if relations[0].In {
			near, far = far, near
		}
		var types []string
		bare := filter == nil // the edge alone says what its end is
		for _, r := range relations {
			types = append(types, "'"+r.Edge+"'")
			bare = bare && r.Target == node
		}
		typ := "= " + types[0]
		if len(types) > 1 {
			typ = "IN (" + strings.Join(types, ", ") + ")"
		}
		joins = append(joins, fmt.Sprintf("edge AS %s ON %[1]s.%s = %s.pk AND %[1]s.type %[4]s", e, near, f, typ))
		if pk = e + "." + far; !bare {
			joins = append(joins, fmt.Sprintf("node AS %s ON %[1]s.pk = %s", n, pk))
			where = append(append(where, label(n, node)...), p.all(n, filter)...)
		}
		return pk
	}
	source := end(t.SourceFilter, t.Source)
	target := end(nil, t.Targets...)
	where = append(where, fmt.Sprintf("%s <> %s", source, target))
	p.line()
	p.print("SELECT %s.pk, min(%s, %s), max(%[2]s, %[3]s), weight.worth * decay.rest", f, source, target)
	p.line()
	p.print("FROM node AS %s", f)
	for _, join := range joins {
		p.line()
		p.print("CROSS JOIN %s", join)
	}
	p.line()
	p.print("WHERE %s", strings.Join(where, " AND "))
}

// object is a map as a parameter: a JSON object.
func object(m map[string]int64) string {
	text, err := json.Marshal(m)
	if err != nil {
		panic(fmt.Sprintf("sql: %v", err)) // numbers by texts always marshal
	}
	return string(text)
}
