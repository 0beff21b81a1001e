// Package cypher prints a query.Read as one Cypher statement for Neo4j 5.26. It is pure, imports query only, and walks the plan in the
// same steps as package sql. Start with Print.
//
// Names in the text come from the model, values are parameters: nothing that a client sends is part of it.
package cypher

import (
	"fmt"
	"strings"

	"github.com/parleygraph/parley/internal/query"
)

// Statement is a Cypher statement. It answers one row with one column, `answer`: the value that query.Set describes.
type Statement struct {
	Text   string
	Params map[string]any
}

// Print prints a read.
func Print(r *query.Read) Statement {
	s := query.Once(r, func() *Statement { return printed(r) })
	if len(r.Values) == 0 {
		return *s
	}
	params := make(map[string]any, len(s.Params))
	for name, v := range s.Params {
		params[name] = r.Value(v)
	}
	return Statement{Text: s.Text, Params: params}
}

// printed prints a read. Its variables stand among the parameters.
func printed(r *query.Read) *Statement {
	p := &printer{params: map[string]any{}}
	switch {
	case r.Between != nil:
		p.between(r.Between)
	case r.Around != nil:
		p.around(r.Around)
	case r.Ranking != nil:
		p.ranking(r.Ranking)
	default:
		answer := p.set(r.Set, "")
		p.line("RETURN %s AS answer", answer)
	}
	return &Statement{Text: strings.TrimSuffix(p.text.String(), "\n"), Params: p.params}
}

type printer struct {
	text   strings.Builder
	indent int
	params map[string]any
	nodes  int // how many node variables there are
	values int // how many variables of other values there are
}

func (p *printer) line(format string, args ...any) {
	for range p.indent {
		p.text.WriteString("  ")
	}
	fmt.Fprintf(&p.text, format, args...)
	p.text.WriteByte('\n')
}

func (p *printer) param(v any) string {
	name := fmt.Sprintf("p%d", len(p.params))
	p.params[name] = v
	return "$" + name
}

func (p *printer) node() string {
	p.nodes++
	return fmt.Sprintf("n%d", p.nodes)
}

// value names a value that is neither a node nor a result.
func (p *printer) value() string {
	p.values++
	return fmt.Sprintf("v%d", p.values)
}

// set prints a set as sub-queries, one for each thing wanted, and returns the expression that puts them together. Each list is
// ordered and limited inside its own sub-query, so that siblings do not multiply.
func (p *printer) set(s *query.Set, parent string) string {
	n := p.node()
	var parts []string
	sub := func(result string, body func(result string)) {
		imports := parent
		if parent == "" && len(parts) > 0 {
			imports = parts[0] // without it, siblings at the root are planned as a cartesian product
		}
		p.line("CALL (%s) {", imports)
		p.indent++
		body(result)
		p.indent--
		p.line("}")
		parts = append(parts, result)
	}
	if s.Rows {
		sub("rows"+n[1:], func(result string) { p.rows(s, parent, n, result) })
	}
	if s.Count {
		sub("count"+n[1:], func(result string) {
			p.match(s, parent, n, nil)
			p.line("RETURN count(%s) AS %s", n, result)
		})
	}
	if s.Behind {
		sub("behind"+n[1:], func(result string) {
			p.bounded(s, parent, n, []string{p.beyond(n, query.Reverse(s.Deciding()), s.Seek, true)})
			p.line("WITH %s LIMIT 1", n)
			p.line("RETURN count(%s) AS %s", n, result)
		})
	}
	if len(s.Aggregates) > 0 {
		sub("aggregates"+n[1:], func(result string) {
			p.match(s, parent, n, nil)
			values := make([]string, len(s.Aggregates))
			for i, a := range s.Aggregates {
				values[i] = shown(a, aggregate(n, a))
			}
			p.line("RETURN [%s] AS %s", strings.Join(values, ", "), result)
		})
	}
	for _, g := range s.Groupings {
		m := p.node() // each walks the nodes anew
		sub("groups"+m[1:], func(result string) { p.grouping(s, g, parent, m, result) })
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

func (p *printer) rows(s *query.Set, parent, n, result string) {
	steps := s.Deciding()
	var bounds []string
	if s.Seek != nil {
		bounds = append(bounds, p.beyond(n, steps, s.Seek, false))
	} else if first := steps[0]; parent == "" && s.Search == nil && !first.Nullable && first.Column != query.ID {
		bounds = append(bounds, fmt.Sprintf("%s.%s IS NOT NULL", n, first.Column.Name)) // it always holds; the planner needs it to take an index in its order
	}
	if s.Until != nil {
		bounds = append(bounds, p.beyond(n, query.Reverse(steps), s.Until, false))
	}
	p.bounded(s, parent, n, bounds)
	page := n
	if s.Search != nil {
		page += ", " + value(n, query.Score)
	}
	p.line("WITH %s ORDER BY %s LIMIT %s", page, order(n, steps), p.param(int64(s.Limit)))
	p.line("RETURN collect(%s) AS %s", p.row(s, n), result)
}

// row prints what is wanted of a node, its related nodes as sub-queries, and returns the expression that puts it together.
func (p *printer) row(s *query.Set, n string) string {
	columns := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		switch {
		case c.Set != nil:
			columns[i] = p.set(c.Set, n)
		case c == query.NounName:
			columns[i] = nounName(n, s.Noun)
		default:
			columns[i] = value(n, c.Column)
		}
	}
	return "[" + strings.Join(columns, ", ") + "]"
}

// match prints the pattern of a set's nodes, and the conditions on them.
func (p *printer) match(s *query.Set, parent, n string, bounds []string) {
	begin, rest := s.Begin()
	leads, led := begin.(query.Leads)
	switch {
	case s.Search != nil:
		p.search(s.Search, n)
	case s.Found:
		p.line("UNWIND found AS %s", n)
	case led:
		p.led(leads, s.Noun, n)
	default:
		p.line("MATCH %s", pattern(s.Relation, s.Noun, parent, n))
	}
	var where []string
	related, again := begin.(query.Related) // a node is found once for each node at the far end
	for at, next := n, again; next; {
		far := p.node()
		p.line("MATCH %s", pattern(related.Relation, related.Relation.Target, at, far))
		at = far
		begin, conditions := query.Begin(related.Filter)
		where = append(where, p.all(far, conditions)...)
		if related, next = begin.(query.Related); !next {
			where = append(where, p.all(far, begin)...)
		}
	}
	where = append(where, p.all(n, rest)...)
	if where = append(where, bounds...); len(where) > 0 {
		if led {
			p.line("WITH %s", n)
		}
		p.line("WHERE %s", strings.Join(where, " AND "))
	}
	if again {
		p.line("WITH DISTINCT %s", n)
	}
}

// led prints the nodes of a noun that lead to a node, from there.
func (p *printer) led(f query.Leads, noun *query.Noun, n string) {
	p.line("CALL () {")
	p.indent++
	for i, way := range p.ways(f, n+":"+noun.Name) {
		if i > 0 {
			p.line("UNION")
		}
		p.line("%s RETURN %s%s", way, distinct(len(f.Ways) == 1), n) // a UNION is distinct
	}
	p.indent--
	p.line("}")
}

// all prints the conditions that a filter is made of, each of which must hold.
func (p *printer) all(n string, f query.Filter) []string {
	and, ok := f.(query.And)
	if !ok {
		and = query.And{f}
	}
	var all []string
	for _, f := range and {
		if f == nil {
			continue
		}
		if condition := p.filter(n, f); condition != "true" {
			all = append(all, condition)
		}
	}
	return all
}

func pattern(r *query.Relation, noun *query.Noun, parent, n string) string {
	node := fmt.Sprintf("(%s:%s)", n, noun.Name)
	switch {
	case r == nil:
		return node
	case r.In:
		return fmt.Sprintf("(%s)<-[:%s]-%s", parent, r.Edge, node)
	default:
		return fmt.Sprintf("(%s)-[:%s]->%s", parent, r.Edge, node)
	}
}

func nounName(n string, noun *query.Noun) string {
	if !noun.Interface {
		return "'" + noun.Name + "'"
	}
	var b strings.Builder
	b.WriteString("CASE")
	for _, m := range noun.Members {
		fmt.Fprintf(&b, " WHEN %s:%s THEN '%s'", n, m.Name, m.Name)
	}
	b.WriteString(" END")
	return b.String()
}

func order(n string, order []query.Order) string {
	var terms []string
	for _, o := range order {
		x := value(n, o.Column)
		if o.Nullable {
			if o.NullsFirst {
				terms = append(terms, x+" IS NULL DESC")
			} else {
				terms = append(terms, x+" IS NULL")
			}
		}
		if o.Descending {
			x += " DESC"
		}
		terms = append(terms, x)
	}
	return strings.Join(terms, ", ")
}

// beyond prints the condition that a node comes after a place in an order; orAt: or stands there.
func (p *printer) beyond(n string, order []query.Order, seek []any, orAt bool) string {
	return query.Language{
		Value: func(c query.Column) string { return value(n, c) },
		Param: p.param,
		Same:  func(x, k string) string { return fmt.Sprintf("(%s = %s OR (%[1]s IS NULL AND %[2]s IS NULL))", x, k) },
	}.Beyond(order, seek, orAt)
}

// filter prints a condition. Only Not and All look at a condition that could be neither true nor false, and they take it for false.
func (p *printer) filter(n string, f query.Filter) string {
	switch f := f.(type) {
	case query.And:
		return p.join(n, f, " AND ", "true")
	case query.Or:
		return p.join(n, f, " OR ", "false")
	case query.Not:
		return "NOT " + coalesce(p.filter(n, f.Filter))
	case query.Is:
		return n + ":" + f.Noun.Name
	case query.IsAny:
		return fmt.Sprintf("any(label IN labels(%s) WHERE label IN %s)", n, p.param(query.Names(f.Nouns)))
	case query.Related:
		return p.related(n, f)
	case query.Counted:
		m := p.node()
		match := pattern(f.Relation, f.Relation.Target, n, m)
		if where := p.all(m, f.Filter); len(where) > 0 {
			match = "MATCH " + match + " WHERE " + strings.Join(where, " AND ")
		}
		return fmt.Sprintf("COUNT { %s } %s %s", match, operators[f.Op], p.param(f.Value))
	case query.Leads:
		return p.leads(n, f)
	case query.Compare:
		return p.compare(n, f)
	}
	panic(fmt.Sprintf("cypher: unknown filter %T", f))
}

func coalesce(condition string) string { return "coalesce(" + condition + ", false)" }

func (p *printer) join(n string, filters []query.Filter, with, none string) string {
	var all []string
	for _, f := range filters {
		all = append(all, p.filter(n, f))
	}
	switch len(all) {
	case 0:
		return none
	case 1:
		return all[0]
	}
	return "(" + strings.Join(all, with) + ")"
}

func (p *printer) related(n string, f query.Related) string {
	m := p.node()
	match := pattern(f.Relation, f.Relation.Target, n, m)
	var where []string
	if f.Quantifier == query.All {
		where = []string{"NOT " + coalesce(p.filter(m, f.Filter))}
	} else {
		where = p.all(m, f.Filter)
	}
	if len(where) > 0 {
		match += " WHERE " + strings.Join(where, " AND ")
	}
	switch f.Quantifier {
	case query.Some:
		return fmt.Sprintf("EXISTS { MATCH %s }", match)
	case query.Single:
		return fmt.Sprintf("COUNT { MATCH %s } = 1", match)
	default:
		return fmt.Sprintf("NOT EXISTS { MATCH %s }", match)
	}
}

func (p *printer) leads(n string, f query.Leads) string {
	ways := p.ways(f, n)
	for i, way := range ways {
		ways[i] = "EXISTS { " + way + " }"
	}
	return "(" + strings.Join(ways, " OR ") + ")"
}

// ways prints the pattern of each way from a node.
func (p *printer) ways(f query.Leads, from string) []string {
	id := p.param(f.ID)
	var ways []string
	for _, way := range f.Ways {
		m := p.node()
		path := "(" + from + ")"
		for i, s := range way {
			left, right, end := "-", "->", "()"
			if s.In {
				left, right = "<-", "-"
			}
			if i == len(way)-1 {
				end = fmt.Sprintf("(%s:Node)", m)
			}
			path += fmt.Sprintf("%s[:%s]%s%s", left, strings.Join(s.Edges, "|"), right, end)
		}
		ways = append(ways, fmt.Sprintf("MATCH %s WHERE %s.id = %s", path, m, id))
	}
	return ways
}

var operators = map[query.Op]string{
	query.Eq: "=", query.In: "IN", query.Lt: "<", query.Lte: "<=", query.Gt: ">", query.Gte: ">=",
	query.Contains: "CONTAINS", query.StartsWith: "STARTS WITH", query.EndsWith: "ENDS WITH",
}

func (p *printer) compare(n string, f query.Compare) string {
	x, v := n+"."+f.Column.Name, p.param(f.Value)
	switch f.Op {
	case query.IsNull:
		return fmt.Sprintf("(%s IS NULL) = %s", x, v)
	case query.Has:
		return fmt.Sprintf("%s IN %s", v, x)
	default:
		return fmt.Sprintf("%s %s %s", x, operators[f.Op], v)
	}
}
