package cypher

import (
	"fmt"
	"strings"

	"github.com/parleygraph/parley/internal/query"
)

// between prints a search for the shortest paths, level by level from both ends, of which the smaller one is extended: w.a are the levels around one end and w.b those
// around the other, until they have met. On the levels only what lies on a path stays (way); the first paths are then laid along it, step by step: each start of a
// path leads to the end, so that no more of them than paths are wanted need be kept. Lists of nodes are looked up by hash, each relationship is walked once or twice.
//
// All of it stands in folds, as a statement's text must not depend on how long a path may be, and patterns of variable length either know no types that are
// parameters or make every path before the first can be taken. A fold knows no aggregation: DISTINCT does its work.
func (p *printer) between(b *query.Between) {
	via, length := p.param(b.Via), p.param(int64(b.MaxLength))
	p.line("MATCH (a:Node) WHERE a.id = %s%s", p.param(b.From), p.known("a", b.Known))
	p.line("CALL (a) {")
	p.line("  MATCH (b:Node) WHERE b.id = %s%s", p.param(b.To), p.known("b", b.Known))
	p.line("  RETURN b")
	p.line("}")
	p.line("WITH a, reduce(w = {a: [[a]], b: [[b]], met: CASE WHEN a = b THEN [a] ELSE [] END}, i IN range(1, %s) | CASE", length)
	p.line("  WHEN NOT isEmpty(w.met) OR isEmpty(w.a[-1]) OR isEmpty(w.b[-1]) THEN w")
	p.line("  WHEN size(w.a[-1]) <= size(w.b[-1]) THEN [next IN [%s] | {a: w.a + [next], b: w.b, met: [m IN next WHERE m IN w.b[-1]]}][0]", p.next("w.a", via, b.Known))
	p.line("  ELSE [next IN [%s] | {a: w.a, b: w.b + [next], met: [m IN next WHERE m IN w.a[-1]]}][0]", p.next("w.b", via, b.Known))
	p.line("END) AS w")
	answer := []string{"CASE WHEN NOT isEmpty(w.met) THEN size(w.a) + size(w.b) - 2 END"}
	if b.Trails || b.Nodes != nil {
		p.trails(via, p.param(int64(b.Size+1)))
	}
	if b.Trails {
		answer = append(answer, "[t IN trails | [[i IN range(0, size(t) - 1, 2) | t[i].id], "+
			"[i IN range(1, size(t) - 2, 2) | type(t[i])], [i IN range(1, size(t) - 2, 2) | endNode(t[i]) = t[i - 1]]]]")
	}
	if b.Nodes != nil {
		p.line("WITH w, trails, COLLECT { UNWIND trails[..%s] AS t UNWIND range(0, size(t) - 1, 2) AS i RETURN DISTINCT t[i] } AS found", p.param(int64(b.Size)))
		answer = append(answer, p.set(b.Nodes, "found"))
	}
	p.answer(answer)
}

// trails prints the first paths, each a list of nodes and the relationships between them.
func (p *printer) trails(via, limit string) {
	p.line("WITH a, w, reduce(way = [w.met] + reverse(w.b[..-1]), i IN range(2, size(w.a)) | [%s] + way) AS way", neighbours("way[0]", via, "m IN w.a[-i]"))
	p.line("WITH w, reduce(trails = CASE WHEN isEmpty(w.met) THEN [] ELSE [[a]] END, i IN range(1, size(way) - 1) | COLLECT {")
	p.line("  UNWIND trails AS t")
	p.line("  WITH DISTINCT t[-1] AS n")
	p.line("  WITH n, [k IN range(0, size(trails) - 1) WHERE trails[k][-1] = n] AS ks")
	p.line("  MATCH (n)-[r]-(m) WHERE type(r) IN %s AND m IN way[i]", via)
	p.line("  UNWIND ks AS k")
	p.line("  WITH k, r, m, endNode(r) = n AS against ORDER BY k, m.id, type(r), against LIMIT %s", limit)
	p.line("  RETURN trails[k] + [r, m]")
	p.line("}) AS trails")
}

// around prints a search level by level.
func (p *printer) around(a *query.Around) {
	answer := []string{"1"}
	center := p.param(a.Of)
	p.line("MATCH (c:Node) WHERE c.id = %s%s", center, p.known("c", a.Known))
	if a.Center != nil {
		answer = append(answer, p.set(a.Center, "c"))
	}
	via := ""
	if a.Listed || a.Nodes != nil || a.Edges || a.Total {
		via = p.param(a.Via)
		p.line("WITH *, reduce(levels = [[c]], i IN range(1, %s) | levels + [%s]) AS levels", p.param(int64(a.Depth)), p.next("levels", via, a.Known))
	}
	if a.Listed || a.Nodes != nil || a.Edges {
		limit := p.param(int64(a.Limit))
		p.line("WITH *, COLLECT {")
		p.line("  UNWIND [i IN range(1, size(levels) - 1) WHERE reduce(reached = 0, l IN levels[1..i] | reached + size(l)) < %s] AS i", limit)
		p.line("  UNWIND levels[i] AS m")
		p.line("  WITH m ORDER BY i, %s, m.key, m.id LIMIT %s", nounName("m", a.Noun), limit)
		p.line("  RETURN m")
		p.line("} AS found")
	}
	if a.Listed {
		answer = append(answer, "[m IN found | m.id]")
	}
	if a.Nodes != nil {
		answer = append(answer, p.set(a.Nodes, "found"))
	}
	if a.Edges {
		p.line("WITH *, [c] + found AS members")
		p.line("WITH *, COLLECT {")
		p.line("  UNWIND members AS n")
		p.line("  MATCH (n)-[r]->(m) WHERE type(r) IN %s AND m IN members", via)
		p.line("  WITH type(r) AS type, n.id AS x, m.id AS y ORDER BY type, x, y")
		p.line("  RETURN [type, x, y]")
		p.line("} AS edges")
		answer = append(answer, "edges")
	}
	if a.Counts {
		p.line("WITH *, COLLECT {")
		if a.Known == nil {
			p.line("  MATCH (c)-[r]-()")
		} else {
			p.line("  MATCH (c)-[r]-(m) WHERE true%s", p.known("m", a.Known))
		}
		p.line("  UNWIND CASE WHEN startNode(r) = endNode(r) THEN [false, true] ELSE [endNode(r) = c] END AS inward")
		p.line("  WITH type(r) AS type, inward, count(*) AS count ORDER BY type, inward")
		p.line("  RETURN [type, inward, count]")
		p.line("} AS counts")
		answer = append(answer, "counts")
	}
	if a.Total {
		answer = append(answer, "reduce(total = -1, l IN levels | total + size(l))")
	}
	p.answer(answer)
}

// answer prints the end of a statement that has a row where there is an answer, and else none.
func (p *printer) answer(parts []string) {
	p.line("RETURN coalesce(head(collect([%s])), []) AS answer", strings.Join(parts, ", "))
}

// next prints the nodes next to those of the last one of a list of levels that are on no level: next to a level lie only the two beside it, and itself.
func (p *printer) next(levels, via string, known query.Filter) string {
	return neighbours(levels+"[-1]", via, fmt.Sprintf("NOT m IN %s[-1] AND NOT m IN coalesce(%[1]s[-2], [])", levels)+p.known("m", known))
}

// known prints the condition that a node is known, after others.
func (p *printer) known(n string, f query.Filter) string {
	if f == nil {
		return ""
	}
	return " AND " + strings.Join(p.all(n, f), " AND ")
}

// neighbours prints the nodes next to some nodes for which a condition holds. Here is what it means to walk a relation.
func neighbours(of, via, condition string) string {
	return fmt.Sprintf("COLLECT { UNWIND %s AS n MATCH (n)-[r]-(m) WHERE type(r) IN %s AND %s RETURN DISTINCT m }", of, via, condition)
}
