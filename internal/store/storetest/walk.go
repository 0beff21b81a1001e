package storetest

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// Graph is a graph in memory. No edge occurs twice.
type Graph struct {
	Nodes []store.Node
	Edges []store.Edge
}

// Walk executes a valid document with one operation on a graph in memory, and returns the response's body.
//
// It says what an answer has to be: it follows the words of the schema's documentation in the most obvious way (filter all, sort all,
// take a slice), and shares with the path that is under test the parser, the model and how a real is printed, but no package that
// plans, prints statements or writes answers.
func Walk(schema *ast.Schema, model *query.Model, graph *Graph, document string, variables map[string]any) ([]byte, error) {
	return newWalker(schema, model, graph).execute(document, variables)
}

// walker walks one graph.
type walker struct {
	schema  *ast.Schema
	model   *query.Model
	nodes   []store.Node
	byID    map[string]store.Node
	related map[end][]store.Node
	edges   []store.Edge

	fragments ast.FragmentDefinitionList
	variables map[string]any
	asOf      string // the moment by which the root is asked; "" for none
	out       []byte
	written   int // nodes in out
	err       error
}

// end is a node, seen as one end of its relationships of a type.
type end struct {
	id, typ string
	in      bool // they point at it
}

func newWalker(schema *ast.Schema, model *query.Model, graph *Graph) *walker {
	w := &walker{schema: schema, model: model, nodes: graph.Nodes, byID: map[string]store.Node{}, related: map[end][]store.Node{}, edges: graph.Edges}
	for _, n := range graph.Nodes {
		w.byID[n.ID] = n
	}
	for _, e := range graph.Edges {
		w.related[end{e.From, e.Type, false}] = append(w.related[end{e.From, e.Type, false}], w.byID[e.To])
		w.related[end{e.To, e.Type, true}] = append(w.related[end{e.To, e.Type, true}], w.byID[e.From])
	}
	return w
}

// of returns the nodes of a noun or interface.
func (w *walker) of(noun *query.Noun) []store.Node { return ofNoun(w.nodes, noun) }

// neighbours returns the nodes to which a relation leads. One that every node has is there whenever its node is.
func (w *walker) neighbours(n store.Node, r *query.Relation) []store.Node {
	found := ofNoun(w.related[end{n.ID, r.Edge, r.In}], r.Target)
	if r.Required {
		return found
	}
	return w.reported(found)
}

// reported returns the nodes that had been reported as of the moment that is asked about.
func (w *walker) reported(nodes []store.Node) []store.Node {
	return slices.DeleteFunc(slices.Clone(nodes), func(n store.Node) bool { return w.asOf != "" && !w.wasReported(n) })
}

// wasThere returns the node with an id, if there is one and it had been reported.
func (w *walker) wasThere(id string) store.Node {
	if n, ok := w.byID[id]; ok && len(w.reported([]store.Node{n})) > 0 {
		return n
	}
	return store.Node{}
}

func (w *walker) wasReported(n store.Node) bool {
	date := "published"
	switch {
	case n.Noun.Is(w.model.Noun("Fact")):
		date = "reportedAt"
	case n.Noun.Name == "Evidence" || n.Noun.Name == "UnnamedSource":
		article := w.related[end{n.ID, n.Noun.Relation("article").Edge, false}]
		return len(article) > 0 && w.wasReported(article[0])
	case n.Noun.Name != "Article":
		return true
	}
	text, ok := column(n, date).(string)
	return ok && w.date(text).To <= w.asOf
}

func (w *walker) date(text string) diplomacy.PartialDate {
	d, err := diplomacy.ParsePartialDate(text)
	if err != nil {
		w.fail("%w", err)
	}
	return d
}

func ofNoun(nodes []store.Node, noun *query.Noun) []store.Node {
	var all []store.Node
	for _, n := range nodes {
		if n.Noun.Is(noun) {
			all = append(all, n)
		}
	}
	return all
}

func (w *walker) execute(document string, variables map[string]any) ([]byte, error) {
	doc, errs := gqlparser.LoadQueryWithRules(w.schema, document, rules.NewDefaultRules())
	if errs != nil {
		return nil, errs
	}
	if len(doc.Operations) != 1 {
		return nil, fmt.Errorf("the document has %d operations", len(doc.Operations))
	}
	given, err := asJSON(variables)
	if err != nil {
		return nil, err
	}
	w.fragments, w.variables, w.out, w.written, w.err = doc.Fragments, map[string]any{}, []byte(`{"data":`), 0, nil
	for _, def := range doc.Operations[0].VariableDefinitions {
		if v, ok := given[def.Variable]; ok {
			w.variables[def.Variable] = v
		} else if def.DefaultValue != nil {
			w.variables[def.Variable], _ = w.value(def.DefaultValue)
		}
	}
	w.object("Query", doc.Operations[0].SelectionSet, w.root)
	return append(w.out, '}'), w.err
}

// asJSON brings variables to the form in which they arrive over HTTP.
func asJSON(variables map[string]any) (map[string]any, error) {
	b, err := json.Marshal(variables)
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	var out map[string]any
	return out, d.Decode(&out)
}

func (w *walker) fail(format string, args ...any) {
	if w.err == nil {
		w.err = fmt.Errorf(format, args...)
	}
}

// value evaluates an argument to what JSON would have: numbers are json.Number, names of enums are texts. It is not there when it is a
// variable without a value.
func (w *walker) value(v *ast.Value) (value any, there bool) {
	switch v.Kind {
	case ast.Variable:
		value, there = w.variables[v.Raw]
		return value, there
	case ast.NullValue:
		return nil, true
	case ast.BooleanValue:
		return v.Raw == "true", true
	case ast.IntValue, ast.FloatValue:
		return json.Number(v.Raw), true
	case ast.ListValue:
		list := []any{}
		for _, c := range v.Children {
			item, _ := w.value(c.Value)
			list = append(list, item)
		}
		return list, true
	case ast.ObjectValue:
		object := map[string]any{}
		for _, c := range v.Children {
			if field, ok := w.value(c.Value); ok {
				object[c.Name] = field
			}
		}
		return object, true
	default:
		return v.Raw, true
	}
}

// arguments evaluates a field's arguments. Null is like nothing, and nothing like the default.
func (w *walker) arguments(f *ast.Field) map[string]any {
	args := map[string]any{}
	for _, def := range f.Definition.Arguments {
		if def.DefaultValue != nil {
			args[def.Name], _ = w.value(def.DefaultValue)
		}
	}
	for _, a := range f.Arguments {
		if v, _ := w.value(a.Value); v != nil {
			args[a.Name] = v
		}
	}
	return args
}

// asList applies input coercion: a single value stands for a list of it.
func asList(v any) []any {
	if list, ok := v.([]any); ok {
		return list
	}
	return []any{v}
}

// object writes the fields that a selection has for a type, each by way of value.
func (w *walker) object(typ string, selections ast.SelectionSet, value func(f *ast.Field, below ast.SelectionSet)) {
	w.out = append(w.out, '{')
	for i, f := range w.collect(typ, selections) {
		if i > 0 {
			w.out = append(w.out, ',')
		}
		w.text(f.first.Alias)
		w.out = append(w.out, ':')
		if f.first.Name == "__typename" {
			w.text(typ)
		} else {
			value(f.first, f.below)
		}
	}
	w.out = append(w.out, '}')
}

// collected is all fields of a selection that share a response key.
type collected struct {
	first *ast.Field
	below ast.SelectionSet
}

// collect is CollectFields of the GraphQL specification.
func (w *walker) collect(typ string, selections ast.SelectionSet) []*collected {
	var all []*collected
	visited := map[string]bool{}
	var visit func(ast.SelectionSet)
	visit = func(selections ast.SelectionSet) {
		for _, s := range selections {
			switch s := s.(type) {
			case *ast.Field:
				if !w.wanted(s.Directives) {
					continue
				}
				i := slices.IndexFunc(all, func(c *collected) bool { return c.first.Alias == s.Alias })
				if i < 0 {
					i = len(all)
					all = append(all, &collected{first: s})
				}
				all[i].below = append(all[i].below, s.SelectionSet...)
			case *ast.InlineFragment:
				if w.wanted(s.Directives) && w.applies(typ, s.TypeCondition) {
					visit(s.SelectionSet)
				}
			case *ast.FragmentSpread:
				if !w.wanted(s.Directives) || visited[s.Name] {
					continue
				}
				visited[s.Name] = true
				if f := w.fragments.ForName(s.Name); w.applies(typ, f.TypeCondition) {
					visit(f.SelectionSet)
				}
			}
		}
	}
	visit(selections)
	return all
}

// wanted says what @skip and @include say.
func (w *walker) wanted(directives ast.DirectiveList) bool {
	condition := func(d *ast.Directive) bool {
		v, _ := w.value(d.Arguments.ForName("if").Value)
		return v == true
	}
	if d := directives.ForName("skip"); d != nil && condition(d) {
		return false
	}
	d := directives.ForName("include")
	return d == nil || condition(d)
}

// applies says whether a fragment's type condition holds for an object's type.
func (w *walker) applies(typ, condition string) bool {
	return condition == "" || condition == typ || slices.Contains(w.schema.Types[typ].Interfaces, condition)
}

func (w *walker) root(f *ast.Field, below ast.SelectionSet) {
	args := w.arguments(f)
	w.asOf = ""
	if t := args["asOf"]; t != nil {
		w.asOf = w.date(asText(t)).To
	}
	switch f.Name {
	case "path":
		w.paths(args, below)
		return
	case "neighborhood":
		w.neighborhood(args, below)
		return
	case "node":
		w.nodeOrNull(w.wasThere(asText(args["id"])), below)
		return
	case "nodes":
		w.list(len(asList(args["ids"])), func(i int) { w.nodeOrNull(w.wasThere(asText(asList(args["ids"])[i])), below) })
		return
	case "tension":
		w.tension(args, below)
		return
	case "tensions":
		w.tensions(args, below)
		return
	case "search":
		w.search(args, below)
		return
	}
	for _, noun := range w.model.Nouns {
		switch f.Name {
		case noun.Many:
			w.connection(noun, w.reported(w.of(noun)), args, below)
			return
		case noun.One:
			var found store.Node
			for _, n := range w.reported(w.of(noun)) {
				for name, key := range args["by"].(map[string]any) {
					if v := column(n, name); v != nil && v == asText(key) {
						found = n
					}
				}
			}
			w.nodeOrNull(found, below)
			return
		}
	}
	w.fail("unknown root %s", f.Name)
}

func (w *walker) list(n int, item func(i int)) {
	w.out = append(w.out, '[')
	for i := range n {
		if i > 0 {
			w.out = append(w.out, ',')
		}
		item(i)
	}
	w.out = append(w.out, ']')
}

func (w *walker) null() { w.out = append(w.out, "null"...) }

// nodeOrNull writes null for no node.
func (w *walker) nodeOrNull(n store.Node, selections ast.SelectionSet) {
	if n.Noun == nil {
		w.null()
		return
	}
	w.node(n, selections)
}

func (w *walker) node(n store.Node, selections ast.SelectionSet) {
	w.written++
	w.object(n.Noun.Name, selections, func(f *ast.Field, below ast.SelectionSet) {
		if p := n.Noun.Property(f.Name); p != nil {
			w.property(n, p)
			return
		}
		r := n.Noun.Relation(f.Name)
		found := w.neighbours(n, r)
		switch {
		case r.Many:
			w.connection(r.Target, found, w.arguments(f), below)
		case len(found) == 0:
			w.null()
		default:
			w.node(found[0], below)
		}
	})
}

func (w *walker) property(n store.Node, p *query.Property) {
	v := column(n, p.Name)
	if v == nil && p.Type == query.Texts {
		v = []string{}
	}
	w.scalar(v)
}

// scalar writes a stored value, nil for a missing one.
func (w *walker) scalar(v any) {
	switch v := v.(type) {
	case nil:
		w.null()
	case string:
		w.text(v)
	case int64:
		w.out = strconv.AppendInt(w.out, v, 10)
	case float64:
		w.out = query.AppendReal(w.out, v)
	case bool:
		w.out = strconv.AppendBool(w.out, v)
	case []string:
		w.list(len(v), func(i int) { w.text(v[i]) })
	default:
		w.fail("%T is no stored value", v)
	}
}

func (w *walker) text(s string) { w.out = append(w.out, quote(s)...) }

// quote makes a JSON text: what JSON demands is escaped, and nothing else.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ':
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// column is a stored value of a node, nil when it is missing.
func column(n store.Node, name string) any {
	if name == "id" {
		return n.ID
	}
	return n.Columns[name]
}

func asText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number: // an ID may be written as a number
		return v.String()
	}
	return fmt.Sprintf("%v is no text", v)
}

// defaultPage is the size of a page for which none is asked, as the documentation of `first` says.
const defaultPage = 25

// connection writes a page of the nodes that meet `where`.
//
// What pageInfo says is exact. In the direction of paging, the page is followed by what the bounds let through and the size cuts off.
// Against it stands what the cursor at which the page begins leaves behind, its own node included.
func (w *walker) connection(noun *query.Noun, nodes []store.Node, args map[string]any, selections ast.SelectionSet) {
	var all []store.Node
	where, _ := args["where"].(map[string]any)
	for _, n := range nodes {
		if w.holds(noun, n, where) {
			all = append(all, n)
		}
	}
	steps := w.steps(noun, args["orderBy"])
	slices.SortFunc(all, func(a, b store.Node) int { return compareAt(steps, placeOf(steps, a), placeOf(steps, b)) })

	deciding := decidingOf(noun, steps)
	page := all
	var behindAfter, beyondBefore bool
	if cursor, ok := args["after"].(string); ok {
		at := w.parseCursor(steps, cursor)
		page = slices.DeleteFunc(slices.Clone(page), func(n store.Node) bool { return compareAt(deciding, placeOf(steps, n), at) <= 0 })
		behindAfter = slices.ContainsFunc(all, func(n store.Node) bool { return compareAt(deciding, placeOf(steps, n), at) <= 0 })
	}
	if cursor, ok := args["before"].(string); ok {
		at := w.parseCursor(steps, cursor)
		page = slices.DeleteFunc(slices.Clone(page), func(n store.Node) bool { return compareAt(deciding, placeOf(steps, n), at) >= 0 })
		beyondBefore = slices.ContainsFunc(all, func(n store.Node) bool { return compareAt(deciding, placeOf(steps, n), at) >= 0 })
	}
	var hasNext, hasPrevious bool
	if args["last"] != nil {
		size := w.size(args["last"])
		hasNext, hasPrevious = beyondBefore, len(page) > size
		page = page[max(0, len(page)-size):]
	} else {
		size := defaultPage
		if args["first"] != nil {
			size = w.size(args["first"])
		}
		hasNext, hasPrevious = len(page) > size, behindAfter
		page = page[:min(size, len(page))]
	}
	cursorAt := func(i int) {
		if len(page) == 0 {
			w.null()
			return
		}
		w.text(cursor(steps, page[i]))
	}

	w.object(noun.Name+"Connection", selections, func(f *ast.Field, below ast.SelectionSet) {
		switch f.Name {
		case "totalCount":
			w.out = strconv.AppendInt(w.out, int64(len(all)), 10)
		case "aggregate":
			w.aggregate(noun, all, below)
		case "groupBy":
			w.groupBy(noun, all, w.arguments(f), below)
		case "nodes":
			w.list(len(page), func(i int) { w.node(page[i], below) })
		case "edges":
			w.list(len(page), func(i int) {
				w.object(noun.Name+"Edge", below, func(f *ast.Field, below ast.SelectionSet) {
					if f.Name == "cursor" {
						cursorAt(i)
						return
					}
					w.node(page[i], below)
				})
			})
		case "pageInfo":
			w.object("PageInfo", below, func(f *ast.Field, _ ast.SelectionSet) {
				switch f.Name {
				case "hasNextPage":
					w.out = strconv.AppendBool(w.out, hasNext)
				case "hasPreviousPage":
					w.out = strconv.AppendBool(w.out, hasPrevious)
				case "startCursor":
					cursorAt(0)
				case "endCursor":
					cursorAt(len(page) - 1)
				}
			})
		}
	})
}

func (w *walker) size(v any) int {
	n, err := strconv.Atoi(asText(v))
	if err != nil || n < 0 {
		w.fail("%v is no size of a page", v)
		return 0
	}
	return n
}

// step is one column of an order.
type step struct {
	column     string
	typ        query.Type
	descending bool
}

// steps reads orderBy: by key where nothing else is said, equal places are settled by id. A date is ordered by the time that it covers.
func (w *walker) steps(noun *query.Noun, orderBy any) []step {
	var steps []step
	add := func(s step) {
		if !slices.ContainsFunc(steps, func(old step) bool { return old.column == s.column }) {
			steps = append(steps, s)
		}
	}
	if orderBy != nil {
		for _, o := range asList(orderBy) {
			for name, direction := range o.(map[string]any) {
				if p := noun.Property(name); p.Type == query.Date {
					add(step{name + "_from", query.Text, direction == "DESC"})
					add(step{name + "_to", query.Text, direction == "DESC"})
				} else {
					add(step{name, p.Type, direction == "DESC"})
				}
			}
		}
	}
	if len(steps) == 0 {
		add(step{column: "key"})
	}
	add(step{column: "id"})
	return steps
}

// decidingOf returns the steps up to the first one that no two nodes of a noun share. What a cursor says of those behind it may have changed since: its
// node has not moved.
func decidingOf(noun *query.Noun, steps []step) []step {
	if !noun.Interface {
		for i, s := range steps {
			if s.column == query.ID.Name || s.column == query.Key.Name {
				return steps[:i+1]
			}
		}
	}
	return steps
}

// placeOf is where a node stands in an order.
func placeOf(steps []step, n store.Node) []any {
	place := make([]any, len(steps))
	for i, s := range steps {
		place[i] = column(n, s.column)
	}
	return place
}

func compareAt(steps []step, a, b []any) int {
	for i, s := range steps {
		switch {
		case a[i] == nil && b[i] == nil:
			continue
		case a[i] == nil: // missing values come last in both directions
			return 1
		case b[i] == nil:
			return -1
		}
		c := compareValues(a[i], b[i])
		if s.descending {
			c = -c
		}
		if c != 0 {
			return c
		}
	}
	return 0
}

// compareValues compares two present values of the same type. Go compares texts byte by byte, which in UTF-8 is by code point.
func compareValues(a, b any) int {
	switch a := a.(type) {
	case string:
		return cmp.Compare(a, b.(string))
	case int64:
		return cmp.Compare(a, b.(int64))
	case float64:
		return cmp.Compare(a, b.(float64))
	case bool:
		return cmp.Compare(strconv.FormatBool(a), strconv.FormatBool(b.(bool))) // "false" before "true"
	}
	panic(fmt.Sprintf("%T has no order", a))
}

// cursor says where a node stands: the mark of the order and the values of its columns, a JSON list in base64url.
func cursor(steps []step, n store.Node) string { return cursorOf(steps, "", n) }

// cursorOf is the cursor of a list that has more than its order in its mark.
func cursorOf(steps []step, of string, n store.Node) string {
	mark, values := "", ""
	for i, v := range placeOf(steps, n) {
		if steps[i].descending {
			mark += "-"
		} else {
			mark += "+"
		}
		mark += steps[i].column
		values += ","
		switch v := v.(type) {
		case nil:
			values += "null"
		case string:
			values += quote(v)
		case bool:
			values += map[bool]string{false: "0", true: "1"}[v]
		case float64:
			values += string(query.AppendReal(nil, v))
		default:
			values += fmt.Sprint(v)
		}
	}
	return base64.RawURLEncoding.EncodeToString([]byte("[" + quote(mark+of) + values + "]"))
}

// parseCursor returns the place of a cursor that was made for the same order.
func (w *walker) parseCursor(steps []step, cursor string) []any {
	place := make([]any, len(steps))
	plain, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		w.fail("cursor: %w", err)
		return place
	}
	d := json.NewDecoder(bytes.NewReader(plain))
	d.UseNumber()
	var parts []any
	if err := d.Decode(&parts); err != nil || len(parts) != len(steps)+1 {
		w.fail("cursor %s: not of this order", plain)
		return place
	}
	for i, s := range steps {
		switch v := parts[i+1]; {
		case v == nil:
		case s.typ == query.Boolean:
			place[i] = asText(v) == "1"
		default:
			place[i] = w.typed(s.typ, v)
		}
	}
	return place
}

// typed brings a JSON value to the Go type that a column of that type holds.
func (w *walker) typed(typ query.Type, v any) any {
	var out any
	var err error
	switch typ {
	case query.Integer:
		out, err = strconv.ParseInt(asText(v), 10, 64)
	case query.Real:
		out, err = strconv.ParseFloat(asText(v), 64)
	case query.Boolean:
		out = v.(bool)
	default:
		out = asText(v)
	}
	if err != nil {
		w.fail("%v: %w", v, err)
	}
	return out
}

// holds says whether all that is given holds for a node.
func (w *walker) holds(noun *query.Noun, n store.Node, where map[string]any) bool {
	for name, v := range where {
		if !w.condition(noun, n, name, v) {
			return false
		}
	}
	return true
}

func (w *walker) condition(noun *query.Noun, n store.Node, name string, v any) bool {
	meets := func(where any) bool { return w.holds(noun, n, where.(map[string]any)) }
	switch name {
	case "AND":
		return !slices.ContainsFunc(asList(v), func(where any) bool { return !meets(where) })
	case "OR":
		return slices.ContainsFunc(asList(v), meets)
	case "NOT":
		return !meets(v)
	}
	given := v.(map[string]any)
	if p := noun.Property(name); p != nil {
		for op, want := range given {
			if !w.compare(n, p, op, want) {
				return false
			}
		}
		return true
	}
	if r := noun.Relation(name); r != nil {
		return w.relation(n, r, given)
	}
	member := w.model.Noun(strings.TrimPrefix(name, "on"))
	return n.Noun == member && w.holds(member, n, given)
}

func (w *walker) relation(n store.Node, r *query.Relation, given map[string]any) bool {
	found := w.neighbours(n, r)
	if !r.Many { // there is one, and this holds for it
		return len(found) > 0 && w.holds(r.Target, found[0], given)
	}
	for quantifier, where := range given {
		count := 0
		if quantifier == "count" {
			for op, want := range where.(map[string]any) {
				c := compareValues(int64(len(found)), w.typed(query.Integer, want))
				holds := map[string]bool{"eq": c == 0, "lt": c < 0, "lte": c <= 0, "gt": c > 0, "gte": c >= 0}
				if !holds[op] {
					return false
				}
			}
			continue
		}
		for _, m := range found {
			if w.holds(r.Target, m, where.(map[string]any)) {
				count++
			}
		}
		holds := map[string]bool{"some": count > 0, "all": count == len(found), "none": count == 0, "single": count == 1}
		if !holds[quantifier] {
			return false
		}
	}
	return true
}

// compare says whether one comparison holds. A missing value meets none but isNull, or isEmpty for a list.
func (w *walker) compare(n store.Node, p *query.Property, op string, want any) bool {
	have := column(n, p.Name)
	if op == "isNull" || op == "isEmpty" {
		return (have == nil) == want.(bool)
	}
	if have == nil {
		return false
	}
	if op == "in" {
		return slices.ContainsFunc(asList(want), func(one any) bool { return w.compare(n, p, "eq", one) })
	}
	if p.Type == query.Date {
		return w.compareDate(have.(string), op, asText(want))
	}
	if op == "has" {
		return slices.Contains(have.([]string), asText(want))
	}
	want = w.typed(p.Type, want)
	switch op {
	case "contains":
		return strings.Contains(have.(string), want.(string))
	case "startsWith":
		return strings.HasPrefix(have.(string), want.(string))
	case "endsWith":
		return strings.HasSuffix(have.(string), want.(string))
	}
	switch c := compareValues(have, want); op {
	case "eq":
		return c == 0
	case "lt":
		return c < 0
	case "lte":
		return c <= 0
	case "gt":
		return c > 0
	case "gte":
		return c >= 0
	}
	w.fail("unknown comparison %s", op)
	return false
}

// compareDate compares the intervals that two dates cover.
func (w *walker) compareDate(have, op, want string) bool {
	h, d := w.date(have), w.date(want)
	switch op {
	case "eq": // the same expression
		return h.Text == d.Text
	case "lt": // it ends before the given date begins
		return h.To < d.From
	case "lte": // it ends no later than the given date ends
		return h.To <= d.To
	case "gt": // it begins after the given date ends
		return h.From > d.To
	case "gte": // it begins no earlier than the given date begins
		return h.From >= d.From
	case "within": // it lies within the given date
		return h.From >= d.From && h.To <= d.To
	}
	w.fail("unknown comparison %s", op)
	return false
}
