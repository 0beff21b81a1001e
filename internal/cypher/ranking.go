package cypher

import (
	"fmt"
	"strings"

	"github.com/parleygraph/parley/internal/query"
)

// ranking prints a ranking: a sub-query whose parts each find the pairs that facts tie in one way, which together name a fact once for each pair,
// then the sums, and then the nodes of those pairs that are wanted.
func (p *printer) ranking(r *query.Ranking) {
	weights, decays := p.param(r.Weights), p.param(r.Decays)
	from, to := p.param(r.From), p.param(r.To)
	p.line("CALL () {")
	p.indent++
	for i, t := range r.Ties {
		if i > 0 {
			p.line("UNION")
		}
		p.tie(t, r.Node.Noun, weights, decays, from, to)
	}
	p.indent--
	p.line("}")
	p.line("WITH one, other, sum(worth) AS value, count(fact) AS facts ORDER BY value DESC, one.id, other.id LIMIT %s", p.param(int64(r.Limit)))
	a, b := p.node(), p.node()
	p.line("WITH one AS %s, other AS %s, value, facts", a, b)
	rowA := p.row(r.Node, a)
	rowB := p.row(r.Node, b)
	p.line("RETURN collect([%s, %s, value, facts]) AS answer", rowA, rowB)
}

func (p *printer) tie(t query.Tie, node *query.Noun, weights, decays, from, to string) {
	f, s, d := p.node(), p.node(), p.node()
	date := fmt.Sprintf("%s.%s", f, t.Date.To())
	var where []string
	if t.DateOf == nil {
		where = append(where, fmt.Sprintf("%s >= %s AND %[1]s <= %[3]s", date, from, to))
	}
	p.line("MATCH (%s:%s)", f, t.Noun.Name)
	if where = append(where, p.all(f, t.Filter)...); len(where) > 0 {
		p.line("WHERE %s", strings.Join(where, " AND "))
	}
	if t.DateOf != nil {
		m := p.node()
		date = "day"
		conditions := append(p.all(m, t.DateFilter), fmt.Sprintf("%s.%s IS NOT NULL", m, t.Date.To()))
		p.line("WITH %s, head(COLLECT { MATCH %s WHERE %s RETURN %s.%s AS day ORDER BY day LIMIT 1 }) AS day",
			f, pattern(t.DateOf, t.DateOf.Target, f, m), strings.Join(conditions, " AND "), m, t.Date.To())
	}
	p.line("WITH %s, %s[%s.%s] * %s[left(%s, 10)] AS worth WHERE worth IS NOT NULL", f, weights, f, t.Code.Name, decays, date)
	p.line("MATCH %s", pattern(t.Source, node, f, s))
	if where := p.all(s, t.SourceFilter); len(where) > 0 {
		p.line("WHERE %s", strings.Join(where, " AND "))
	}
	p.line("MATCH %s WHERE %s <> %s", pattern(anyOf(t.Targets), node, f, d), s, d)
	p.line("RETURN %s AS fact, CASE WHEN %s.id < %s.id THEN %[2]s ELSE %[3]s END AS one, CASE WHEN %[2]s.id < %[3]s.id THEN %[3]s ELSE %[2]s END AS other, worth", f, s, d)
}

// anyOf is relations of one direction as one.
func anyOf(relations []*query.Relation) *query.Relation {
	var edges []string
	for _, r := range relations {
		edges = append(edges, r.Edge)
	}
	return &query.Relation{Edge: strings.Join(edges, "|"), In: relations[0].In}
}
