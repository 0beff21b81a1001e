// Package sql prints a query.Read as one SQL statement for SQLite. It is pure, imports query only, and walks the plan in the same steps
// as package cypher. Start with Print.
//
// Names in the text come from the model, values are parameters: nothing that a client sends is part of it.
package sql

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/parleygraph/parley/internal/query"
)

// Statement is an SQL statement. It answers one row with one column, `answer`: the value that query.Set describes, as JSON.
type Statement struct {
	Text string
	Args []any // of ?1, ?2, ...
}

// Print prints a read.
func Print(r *query.Read) Statement {
	s := query.Once(r, func() *Statement { return printed(r) })
	if len(r.Values) == 0 {
		return *s
	}
	args := make([]any, len(s.Args))
	for i, v := range s.Args {
		args[i] = r.Value(v)
	}
	return Statement{Text: s.Text, Args: args}
}

// printed prints a read. Its variables stand among the arguments.
func printed(r *query.Read) *Statement {
	p := &printer{}
	switch {
	case r.Between != nil:
		p.between(r.Between)
	case r.Around != nil:
		p.around(r.Around)
	case r.Ranking != nil:
		p.ranking(r.Ranking)
	default:
		p.print("SELECT ")
		p.set(r.Set, "", true)
		p.print(" AS answer")
	}
	return &Statement{Text: p.text.String(), Args: p.args}
}

type printer struct {
	text   strings.Builder
	indent int
	args   []any
	nodes  int // how many node aliases there are
	values int // how many aliases of other values there are
}

func (p *printer) print(format string, args ...any) { fmt.Fprintf(&p.text, format, args...) }

func (p *printer) line() {
	p.text.WriteByte('\n')
	for range p.indent {
		p.text.WriteString("  ")
	}
}

func (p *printer) param(v any) string {
	switch x := v.(type) {
	case bool: // SQLite has no booleans
		v = int64(0)
		if x {
			v = int64(1)
		}
	case []any:
		list, err := json.Marshal(x)
		if err != nil {
			panic(fmt.Sprintf("sql: a list of %T: %v", x, err)) // texts and numbers always marshal
		}
		v = string(list)
	}
	p.args = append(p.args, v)
	return fmt.Sprintf("?%d", len(p.args))
}

func (p *printer) node() string {
	p.nodes++
	return fmt.Sprintf("n%d", p.nodes)
}

// value names a value that is neither a node nor a column.
func (p *printer) value() string {
	p.values++
	return fmt.Sprintf("v%d", p.values)
}

func column(n, name string) string { return n + `."` + name + `"` }

// set prints a set as a list of correlated sub-selects, one for each thing wanted. Each list is ordered and limited in a select of its
// own, so that what hangs on a node is looked up for the nodes of the page only. SQLite forgets that a sub-select's text is JSON: json()
// says so again, and reads all of it once more; where the set is the whole answer, the list is put together as text.
func (p *printer) set(s *query.Set, parent string, whole bool) {
	n := p.node()
	begin, first, comma, end, json, closed := "json_array(", "", ",", ")", "json((", "))"
	if whole {
		begin, first, comma, end, json, closed = "'['", " ||", " || ',' ||", "|| ']'", "(", ")"
	}
	p.print("%s", begin)
	p.indent++
	more := false
	sub := func(open, close string, body func()) {
		if p.print("%s", first); more {
			p.print("%s", comma)
		}
		first, more = "", true
		p.line()
		p.print("%s", open)
		p.indent++
		p.line()
		body()
		p.indent--
		p.line()
		p.print("%s", close)
	}
	if s.Rows {
		sub(json, closed, func() { p.rows(s, parent, n) })
	}
	if s.Count {
		sub("(", ")", func() {
			if s.Relation == nil && s.Search == nil && !s.Found && s.Filter == nil && s.Noun.Name != "Node" {
				p.print("SELECT coalesce(sum(n), 0) FROM total WHERE %s", Label(s.Noun)) // how many there are of a noun is kept
				return
			}
			p.print("SELECT count(*)")
			p.match(s, parent, n, nil)
		})
	}
	if s.Behind {
		sub("EXISTS (", ")", func() {
			p.print("SELECT 1")
			p.match(s, parent, n, []string{p.beyond(n, query.Reverse(s.Deciding()), s.Seek, true)})
		})
	}
	if len(s.Aggregates) > 0 {
		sub("json((", "))", func() {
			values := make([]string, len(s.Aggregates))
			for i, a := range s.Aggregates {
				values[i] = shown(a, aggregate(n, a))
			}
			p.print("SELECT json_array(%s)", strings.Join(values, ", "))
			p.match(s, parent, n, nil)
		})
	}
	for _, g := range s.Groupings {
		sub("json((", "))", func() { p.grouping(s, g, parent, p.node()) })
	}
	p.indent--
	if more {
		p.line()
	}
	p.print("%s", end)
}

func (p *printer) rows(s *query.Set, parent, n string) {
	p.print("SELECT json_group_array(")
	wanted := append([]string{n + ".pk"}, p.row(s, n)...)
	p.print(")")
	p.line()
	p.print("FROM (")
	p.indent++
	p.line()
	p.print("SELECT %s", strings.Join(wanted, ", "))
	steps := s.Deciding()
	var bounds []string
	if s.Seek != nil {
		bounds = append(bounds, p.beyond(n, steps, s.Seek, false))
	}
	if s.Until != nil {
		bounds = append(bounds, p.beyond(n, query.Reverse(steps), s.Until, false))
	}
	p.match(s, parent, n, bounds)
	p.line()
	p.print("ORDER BY %s LIMIT %s", order(n, steps), p.param(int64(s.Limit)))
	p.indent--
	p.line()
	p.print(") AS %s", n)
}

// row prints what is wanted of a node, its related nodes as sub-selects, and returns the columns that it takes of the node itself.
func (p *printer) row(s *query.Set, n string) (wanted []string) {
	p.print("json_array(")
	for i, c := range s.Columns {
		if i > 0 {
			p.print(", ")
		}
		switch {
		case c.Set != nil:
			p.set(c.Set, n, false)
			continue
		case c == query.NounName:
			p.print("%s.label", n)
			wanted = append(wanted, n+".label")
			continue
		case c.Column.Type == query.Texts:
			p.print("json(%s)", column(n, c.Column.Name))
		default:
			p.print("%s", column(n, c.Column.Name))
		}
		if c.Column == query.Score {
			wanted = append(wanted, fmt.Sprintf(`%s AS "%s"`, value(n, c.Column), c.Column.Name))
			continue
		}
		wanted = append(wanted, column(n, c.Column.Name))
	}
	p.print(")")
	return wanted
}

// match prints where a set's nodes come from, and the conditions on them.
func (p *printer) match(s *query.Set, parent, n string, bounds []string, joins ...string) {
	p.line()
	from, where := pattern(s.Relation, s.Noun, parent, n)
	begin, rest := s.Begin()
	switch {
	case s.Search != nil:
		from = p.search(s.Search, n)
	case s.Found:
		from = fmt.Sprintf("found CROSS JOIN %s ON %s.pk = found.pk", from, n) // they are few, whatever SQLite takes them for
	case begin != nil: // CROSS keeps SQLite from beginning elsewhere: it does not know how few they are
		from = fmt.Sprintf("(%s) AS b CROSS JOIN %s ON %s.pk = b.pk", p.begin(begin), from, n)
	}
	p.print("FROM %s", from)
	for _, join := range joins {
		p.line()
		p.print("%s", join)
	}
	where = append(where, p.all(n, rest)...)
	if where = append(where, bounds...); len(where) > 0 {
		p.line()
		p.print("WHERE %s", strings.Join(where, " AND "))
	}
}

// begin prints the select of those nodes that hang on one of the few at the far end of relations.
func (p *printer) begin(begin query.Filter) string {
	if leads, ok := begin.(query.Leads); ok {
		return p.led(leads)
	}
	related := begin.(query.Related)
	m := p.node()
	e, near, far := "e"+m[1:], "src", "dst"
	if related.Relation.In {
		near, far = far, near
	}
	where := append([]string{fmt.Sprintf("%s.type = '%s'", e, related.Relation.Edge)}, label(m, related.Relation.Target)...)
	next, rest := query.Begin(related.Filter)
	if next != nil {
		where = append(where, fmt.Sprintf("%s.pk IN (%s)", m, p.begin(next)))
	}
	where = append(where, p.all(m, rest)...)
	return fmt.Sprintf("SELECT DISTINCT %s.%s AS pk FROM node AS %s JOIN edge AS %s ON %s.%s = %s.pk WHERE %s", e, near, m, e, e, far, m, strings.Join(where, " AND "))
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

func pattern(r *query.Relation, noun *query.Noun, parent, n string) (from string, where []string) {
	if r == nil {
		return "node AS " + n, label(n, noun)
	}
	e, near, far := "e"+n[1:], "src", "dst"
	if r.In {
		near, far = far, near
	}
	from = fmt.Sprintf("edge AS %s JOIN node AS %s ON %s.pk = %s.%s", e, n, n, e, far)
	return from, append([]string{fmt.Sprintf("%s.%s = %s.pk", e, near, parent), fmt.Sprintf("%s.type = '%s'", e, r.Edge)}, label(n, noun)...)
}

// label prints the condition that a node is of a noun. Every node is a Node.
func label(n string, noun *query.Noun) []string {
	if noun.Name == "Node" {
		return nil
	}
	return []string{n + "." + Label(noun)}
}

// Label is the condition on the column label that holds for the nodes of a noun. Partial indexes are made with it, so that they serve.
func Label(noun *query.Noun) string {
	if len(noun.Members) == 1 {
		return "label = '" + noun.Members[0].Name + "'"
	}
	var names []string
	for _, m := range noun.Members {
		names = append(names, "'"+m.Name+"'")
	}
	return "label IN (" + strings.Join(names, ", ") + ")"
}

func order(n string, order []query.Order) string {
	var terms []string
	for _, o := range order {
		x := value(n, o.Column)
		if o.Descending {
			x += " DESC"
		}
		// What SQLite does where nothing is said is NULLS FIRST up and NULLS LAST down.
		if o.Nullable && o.NullsFirst == o.Descending {
			if o.NullsFirst {
				x += " NULLS FIRST"
			} else {
				x += " NULLS LAST"
			}
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
		Same:  func(x, k string) string { return x + " IS " + k },
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
		return n + "." + Label(f.Noun)
	case query.IsAny:
		return fmt.Sprintf("%s.label IN (SELECT value FROM json_each(%s))", n, p.param(query.Names(f.Nouns)))
	case query.Related:
		return p.related(n, f)
	case query.Counted:
		m := p.node()
		from, where := pattern(f.Relation, f.Relation.Target, n, m)
		where = append(where, p.all(m, f.Filter)...)
		return fmt.Sprintf("(SELECT count(*) FROM %s WHERE %s) %s %s", from, strings.Join(where, " AND "), operators[f.Op], p.param(f.Value))
	case query.Leads:
		return fmt.Sprintf("%s.pk IN (%s)", n, p.led(f))
	case query.Compare:
		return p.compare(n, f)
	}
	panic(fmt.Sprintf("sql: unknown filter %T", f))
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
	from, where := pattern(f.Relation, f.Relation.Target, n, m)
	if f.Quantifier == query.All {
		where = append(where, "NOT "+coalesce(p.filter(m, f.Filter)))
	} else {
		where = append(where, p.all(m, f.Filter)...)
	}
	match := fmt.Sprintf("SELECT 1 FROM %s WHERE %s", from, strings.Join(where, " AND "))
	switch f.Quantifier {
	case query.Some:
		return fmt.Sprintf("EXISTS (%s)", match)
	case query.Single:
		return fmt.Sprintf("(SELECT count(*) FROM (%s LIMIT 2)) = 1", match)
	default:
		return fmt.Sprintf("NOT EXISTS (%s)", match)
	}
}

// led prints the select of those nodes that lead to a node, from there: they are few, whatever there is around each of them.
func (p *printer) led(f query.Leads) string {
	id, distinct := p.param(f.ID), ""
	if len(f.Ways) == 1 { // a UNION is distinct
		distinct = "DISTINCT "
	}
	var ways []string
	for _, way := range f.Ways {
		m := p.node()
		from, near := fmt.Sprintf("node AS %s", m), m+".pk"
		for i := len(way) - 1; i >= 0; i-- {
			e := "e" + p.node()[1:]
			this, other := "src", "dst"
			if way[i].In {
				this, other = other, this
			}
			from += fmt.Sprintf(" JOIN edge AS %s ON %s.%s = %s AND %s.type IN ('%s')", e, e, other, near, e, strings.Join(way[i].Edges, "', '"))
			near = e + "." + this
		}
		ways = append(ways, fmt.Sprintf("SELECT %s%s AS pk FROM %s WHERE %s = %s", distinct, near, from, column(m, "id"), id))
	}
	return strings.Join(ways, " UNION ")
}

var operators = map[query.Op]string{query.Eq: "=", query.Lt: "<", query.Lte: "<=", query.Gt: ">", query.Gte: ">="}

func (p *printer) compare(n string, f query.Compare) string {
	x, v := column(n, f.Column.Name), p.param(f.Value)
	switch f.Op {
	case query.In:
		return fmt.Sprintf("%s IN (SELECT value FROM json_each(%s))", x, v)
	case query.Contains:
		return fmt.Sprintf("instr(%s, %s) > 0", x, v)
	case query.StartsWith:
		return fmt.Sprintf("substr(%s, 1, length(%s)) = %s", x, v, v)
	case query.EndsWith:
		return fmt.Sprintf("substr(%s, length(%s) - length(%s) + 1) = %s", x, x, v, v)
	case query.IsNull:
		return fmt.Sprintf("(%s IS NULL) = %s", x, v)
	case query.Has:
		return fmt.Sprintf("EXISTS (SELECT 1 FROM json_each(%s) WHERE value = %s)", x, v)
	default:
		return fmt.Sprintf("%s %s %s", x, operators[f.Op], v)
	}
}
