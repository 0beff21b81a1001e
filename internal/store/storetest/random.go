package storetest

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/vektah/gqlparser/v2/ast"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// Small pools make values meet: equal places in an order, filters that hit. Simple values stand in front, as rapid favours them.
var (
	somePieces = []string{
		"a", "b", "A", "", "ab", "aB", "10", "9", "é", "e\u0301", "E\u0301", "É", "ß", "SS", "ı", "I",
		"😀", "\U0001d4b3", "\uff5e", "\ufffd", "\ue000", "日本", "אב", "مرحبا",
		`"`, `\`, `'`, "`", "\n", "\r\n", "\t", "\x01", "\x1f", "\x7f", "\u0085", "\u2028", "\u200b", "\ufeff",
		" ", " a", "a ", "0", "-5", "1.0", "1e3", "010", "null", "true", "[]", `["a"]`, "{}", "%", "_", "*",
		"?1", "$p0", "${a}", "--", "/*", "</script>", "&amp;", `\u0041`,
	}
	someDates = []string{
		"2025-11-08", "2025-11", "2025", "2025-11-06", "2025-11-09", "2025-11-08T14:30Z", "2025-11-08T14:30:15Z", "2025-11-06/2025-11-08",
		"2025-11-08~", "2025-11?", "2025%", "../2025-11-08", "2025-11-08/..", "2025-11~/2025-12?", "2024-02-29", "2025-11-08T19:30+05:00",
		"1999", "0000", "9999-12-31", "0001-01/..", "../9999",
	}
	someIntegers = []int64{1, 2, 3, 0, -1, -7, 4, 42, 345, math.MaxInt32, math.MinInt32}
	someReals    = []float64{
		0, 1, 0.5, -1, 2.5, 0.1, -0.1, 0.3, 70.2, -10, 10, 3.141593, 0.000001, -0.000001, 33.333333, 1e8, 123456789.123457, 999999999.999999,
	}
)

// choices draws from a rapid.T. What is simple has the low numbers.
type choices struct{ *rapid.T }

// upTo draws from 0 to n.
func (c choices) upTo(n int) int { return rapid.IntRange(0, n).Draw(c.T, "") }

// oneIn is true about once in n times.
func (c choices) oneIn(n int) bool { return c.upTo(n-1) == n-1 }

func one[E any](c choices, items []E) E { return items[c.upTo(len(items)-1)] }

// text draws a text of one piece or of several.
func (c choices) text(pieces []string) string {
	s := one(c, pieces)
	switch c.upTo(7) {
	case 6:
		for range 1 + c.upTo(2) {
			s += one(c, pieces)
		}
	case 7:
		s += one(c, []string{strings.Repeat("x", 100), strings.Repeat("é😀\"\n", 50), "z"})
	}
	return s
}

// randomGraph makes graphs that conform to the model: keys are unique, required values are there, and so is the target of every required
// relation.
func randomGraph(model *query.Model) *rapid.Generator[*Graph] {
	return rapid.Custom(func(t *rapid.T) *Graph {
		c := choices{t}
		g := &Graph{}
		most := one(c, []int{4, 7, 2, 0})
		quarrel := c.oneIn(3) // many acts between few
		pieces := []string{"a", "b", "A", "ab"}
		for range 10 {
			pieces = append(pieces, one(c, somePieces))
		}
		for _, noun := range model.Concrete() {
			unique := map[string]bool{}
			count := 1 + c.upTo(most)
			if c.oneIn(10) {
				count = 0
			}
			if quarrel && noun.Property("cameo") != nil {
				count += 6
			}
			for range count {
				g.Nodes = append(g.Nodes, c.node(noun, pieces, unique))
			}
		}
		g.dropIncomplete(model)
		for _, n := range g.Nodes {
			for _, r := range n.Noun.Relations {
				if targets := ofNoun(g.Nodes, r.Target); !r.In && len(targets) > 0 {
					g.Edges = append(g.Edges, c.edges(n, r, targets)...)
				}
			}
		}
		return g
	})
}

// dropIncomplete drops nodes that a required relation cannot lead away from, until none is left.
func (g *Graph) dropIncomplete(model *query.Model) {
	for dropped := true; dropped; {
		before := len(g.Nodes)
		g.Nodes = slices.DeleteFunc(g.Nodes, func(n store.Node) bool {
			return slices.ContainsFunc(n.Noun.Relations, func(r *query.Relation) bool { return r.Required && len(ofNoun(g.Nodes, r.Target)) == 0 })
		})
		dropped = len(g.Nodes) < before
	}
}

func (c choices) node(noun *query.Noun, pieces []string, unique map[string]bool) store.Node {
	n := store.Node{Noun: noun, Columns: map[string]any{}}
	for _, p := range noun.Properties {
		if p.Name == query.ID.Name || !p.Required && c.oneIn(3) {
			continue
		}
		switch p.Type {
		case query.Text:
			v := c.text(pieces)
			if p.Enum != nil {
				v = one(c, p.Enum)
			}
			switch {
			case p.Scalar == "CAMEO":
				v = c.code(v)
			case p.Scalar == "Modality" && c.oneIn(2):
				v = "ASSERTED" // what tension is made of
			}
			for p.Unique && unique[p.Name+"="+v] {
				v += strconv.Itoa(c.upTo(99))
			}
			unique[p.Name+"="+v] = true
			n.Columns[p.Name] = v
		case query.Integer:
			n.Columns[p.Name] = one(c, someIntegers)
		case query.Real:
			n.Columns[p.Name] = one(c, someReals)
		case query.Boolean:
			n.Columns[p.Name] = c.oneIn(2)
		case query.Texts:
			var list []string
			for range c.upTo(3) {
				list = append(list, c.text(pieces))
			}
			if list != nil {
				n.Columns[p.Name] = list
			}
		case query.Date:
			d, err := diplomacy.ParsePartialDate(one(c, someDates))
			if err != nil {
				panic(err)
			}
			n.Columns[p.Name], n.Columns[p.From()], n.Columns[p.To()] = d.Text, d.From, d.To
		}
	}
	n.ID = diplomacy.ID(noun.Name, n.Columns[query.Key.Name].(string))
	return n
}

func (c choices) edges(n store.Node, r *query.Relation, targets []store.Node) []store.Edge {
	count := c.upTo(4)
	if !r.Many {
		count = 1
		if !r.Required && c.oneIn(3) {
			count = 0
		}
	}
	var edges []store.Edge
	for range count {
		e := store.Edge{From: n.ID, Type: r.Edge, To: one(c, targets).ID}
		if !slices.Contains(edges, e) {
			edges = append(edges, e)
		}
	}
	return edges
}

// operation is a GraphQL operation as a tree that can be cut down. Fragments and variables belong to it when something uses them.
type operation struct{ below *block }

// block is a selection set.
type block struct{ items []*selection }

// selection is a field, or a fragment: inline when it has no definition.
type selection struct {
	alias, field string
	arguments    *object // shared by the fields that merge, as they must be equal

	definition *fragment
	on         string // type condition of an inline fragment; "" for none

	directives []*directive
	below      *block
}

type fragment struct {
	name, on string
	below    *block
}

type directive struct {
	name string
	when *value
}

type variable struct {
	name, typ string
	given     *value // nil: no value is sent
	fallback  *value // the default; nil: none
	purpose   string
}

// value is an input value: a variable, a list, an object or a scalar.
type value struct {
	variable *variable
	list     []*value
	object   *object
	scalar   any // string, name, json.Number, bool, nil
	isList   bool
	style    int // of a text: see text; of a list: 1 leaves the brackets of a single item away
}

// name is a value of an enum.
type name string

type object struct{ entries []*entry }

type entry struct {
	name  string
	value *value
}

func (o *object) has(name string) bool {
	return slices.ContainsFunc(o.entries, func(e *entry) bool { return e.name == name })
}

func (o *object) put(name string, v *value) {
	if !o.has(name) {
		o.entries = append(o.entries, &entry{name, v})
	}
}

func scalar(v any) *value { return &value{scalar: v} }

func (v *value) isNull() bool {
	return v != nil && v.variable == nil && v.object == nil && !v.isList && v.scalar == nil
}

// json is the value as it stands among JSON variables. It is not there when it is a variable without one.
func (v *value) json() (out any, there bool) {
	switch {
	case v.variable != nil && v.variable.given != nil:
		return v.variable.given.json()
	case v.variable != nil && v.variable.fallback != nil:
		return v.variable.fallback.json()
	case v.variable != nil:
		return nil, false
	case v.isList && v.style == 1 && len(v.list) == 1:
		return v.list[0].json()
	case v.isList:
		list := []any{}
		for _, e := range v.list {
			item, _ := e.json()
			list = append(list, item)
		}
		return list, true
	case v.object != nil:
		fields := map[string]any{}
		for _, e := range v.object.entries {
			if field, ok := e.value.json(); ok {
				fields[e.name] = field
			}
		}
		return fields, true
	}
	if n, ok := v.scalar.(name); ok {
		return string(n), true
	}
	return v.scalar, true
}

// printing is an operation being printed, and what it turned out to use.
type printing struct {
	strings.Builder
	variables []*variable
	fragments []*fragment
}

// print makes the document, and the variables to send with it.
func (o *operation) print() (document string, variables map[string]any) {
	body := &printing{}
	body.block(o.below, "")
	for i := 0; i < len(body.fragments); i++ { // printing one may add more
		f := body.fragments[i]
		fmt.Fprintf(body, "\nfragment %s on %s", f.name, f.on)
		body.block(f.below, "")
	}
	head := &printing{}
	variables = map[string]any{}
	if len(body.variables) > 0 {
		head.WriteString("query (")
		for i, v := range body.variables {
			if i > 0 {
				head.WriteString(", ")
			}
			fmt.Fprintf(head, "$%s: %s", v.name, v.typ)
			if v.fallback != nil {
				head.WriteString(" = ")
				head.value(v.fallback)
			}
			if v.given != nil {
				variables[v.name], _ = v.given.json()
			}
		}
		head.WriteString(")")
	}
	return strings.TrimSpace(head.String() + body.String()), variables
}

func (p *printing) block(b *block, indent string) {
	p.WriteString(" {\n")
	for _, s := range b.items {
		p.WriteString(indent + "  ")
		switch {
		case s.definition != nil:
			p.WriteString("..." + s.definition.name)
			if !slices.Contains(p.fragments, s.definition) {
				p.fragments = append(p.fragments, s.definition)
			}
		case s.field == "":
			p.WriteString("...")
			if s.on != "" {
				p.WriteString(" on " + s.on)
			}
		default:
			if s.alias != s.field {
				p.WriteString(s.alias + ": ")
			}
			p.WriteString(s.field)
			if s.arguments != nil && len(s.arguments.entries) > 0 {
				p.WriteString("(")
				p.entries(s.arguments)
				p.WriteString(")")
			}
		}
		for _, d := range s.directives {
			p.WriteString(" @" + d.name + "(if: ")
			p.value(d.when)
			p.WriteString(")")
		}
		if s.below != nil {
			p.block(s.below, indent+"  ")
		}
		p.WriteString("\n")
	}
	p.WriteString(indent + "}")
}

func (p *printing) entries(o *object) {
	for i, e := range o.entries {
		if i > 0 {
			p.WriteString(", ")
		}
		p.WriteString(e.name + ": ")
		p.value(e.value)
	}
}

func (p *printing) value(v *value) {
	switch {
	case v.variable != nil:
		p.WriteString("$" + v.variable.name)
		if !slices.Contains(p.variables, v.variable) {
			p.variables = append(p.variables, v.variable)
		}
	case v.isList && v.style == 1 && len(v.list) == 1:
		p.value(v.list[0])
	case v.isList:
		p.WriteString("[")
		for i, e := range v.list {
			if i > 0 {
				p.WriteString(", ")
			}
			p.value(e)
		}
		p.WriteString("]")
	case v.object != nil:
		p.WriteString("{")
		p.entries(v.object)
		p.WriteString("}")
	default:
		if s, ok := v.scalar.(string); ok {
			p.WriteString(text(s, v.style))
			return
		}
		if v.scalar == nil {
			p.WriteString("null")
			return
		}
		fmt.Fprint(p, v.scalar)
	}
}

// text prints a text as GraphQL: with few escapes, with many, or as a block where one can hold it.
func text(s string, style int) string {
	switch {
	case style == 1:
		var b strings.Builder
		for _, u := range utf16.Encode([]rune(s)) {
			fmt.Fprintf(&b, `\u%04x`, u)
		}
		return `"` + b.String() + `"`
	case style == 2 && s != "" && s == strings.TrimSpace(s) && strings.Trim(quote(s), `"`) == s:
		return `"""` + s + `"""`
	}
	return quote(s) // what JSON escapes, GraphQL must escape as well, and in the same way
}

// responses are the keys of a response's object while its selection is being made. Fields that share a key must be able to merge.
type responses map[string]*response

type response struct {
	typ    *ast.Type
	uses   map[string]string // by the type that has the field: the field and its arguments, as text
	sample *selection
	below  responses
}

// composer makes one operation.
type composer struct {
	choices
	schema    *ast.Schema
	model     *query.Model
	graph     *walker
	pieces    []string
	left      int // fields that may still be added
	variables []*variable
	fragments []*fragment // finished ones
	names     int
	constant  bool // no variables here: inside of one
	grouped   any  // what the `by` says of the groups whose selection is being made, or the part of it for the key that is being made
}

// randomOperation makes operations on a graph that are valid in the served schema and do not err.
func randomOperation(schema *ast.Schema, model *query.Model, graph *Graph) *rapid.Generator[*operation] {
	w := newWalker(schema, model, graph)
	return rapid.Custom(func(t *rapid.T) *operation {
		c := &composer{choices: choices{t}, schema: schema, model: model, graph: w, left: 40}
		for range 10 {
			c.pieces = append(c.pieces, one(c.choices, somePieces))
		}
		c.pieces = append(c.pieces, "\x00") // which no graph has
		below := &block{}
		keys := responses{}
		for range 1 + c.upTo(2) {
			var s *selection
			if c.oneIn(8) {
				s = c.again(keys, "Query", 2)
			}
			if s == nil {
				s = c.root(keys)
			}
			switch c.upTo(9) {
			case 8:
				s = &selection{on: one(c.choices, []string{"", "Query"}), directives: c.directives(), below: &block{[]*selection{s}}}
			case 9:
				s = c.named("Query", &block{[]*selection{s}})
			}
			below.items = append(below.items, s)
		}
		return &operation{below}
	})
}

func (c *composer) unique(prefix string) string {
	c.names++
	return prefix + strconv.Itoa(c.names)
}

// named moves a selection into a fragment definition, and returns the spread.
func (c *composer) named(on string, below *block) *selection {
	f := &fragment{name: c.unique("F"), on: on, below: below}
	c.fragments = append(c.fragments, f)
	return &selection{definition: f, directives: c.directives()}
}

func (c *composer) directives() []*directive {
	var all []*directive
	for _, name := range []string{"include", "skip"} {
		if c.oneIn(24) {
			on := (name == "include") != c.oneIn(3)
			all = append(all, &directive{name, c.input("Boolean", required, name, func() *value { return scalar(on) })})
		}
	}
	return all
}

func (c *composer) root(keys responses) *selection {
	kind := c.upTo(17)
	switch kind {
	case 12:
		return c.fieldOf(keys, "Query", "path", c.asOf(c.pathArguments()), 2)
	case 13:
		return c.fieldOf(keys, "Query", "neighborhood", c.asOf(c.neighborhoodArguments()), 2)
	case 14, 15:
		if s := c.tension(keys); s != nil {
			return s
		}
		kind = 0
	case 9:
		return c.fieldOf(keys, "Query", "node", c.asOf(&object{[]*entry{{"id", c.input("ID", required, "", c.id)}}}), 3)
	case 10:
		ids := c.input("[ID!]", required, "ids", func() *value { return c.listOf(4, c.id) })
		return c.fieldOf(keys, "Query", "nodes", c.asOf(&object{[]*entry{{"ids", ids}}}), 3)
	case 11:
		return c.fieldOf(keys, "Query", "__typename", nil, 0)
	case 16, 17:
		return c.fieldOf(keys, "Query", "search", c.asOf(c.searchArguments()), 3)
	}
	var nouns []*query.Noun
	for _, n := range c.model.Nouns {
		if kind < 7 && n.Many != "" || kind >= 7 && n.One != "" {
			nouns = append(nouns, n)
			if len(c.graph.of(n)) > 0 {
				nouns = append(nouns, n, n, n)
			}
		}
	}
	noun := one(c.choices, nouns)
	if kind < 7 {
		return c.fieldOf(keys, "Query", noun.Many, c.asOf(c.page(noun)), 4)
	}
	by := c.input(noun.Name+"By", required, "by"+noun.Name, func() *value { return c.by(noun) })
	return c.fieldOf(keys, "Query", noun.One, c.asOf(&object{[]*entry{{"by", by}}}), 3)
}

// asOf sometimes adds the moment that a root is asked about: rather one at which something was reported.
func (c *composer) asOf(args *object) *object {
	if c.oneIn(4) {
		args.put("asOf", c.input("DateTime", argument, "asOf", func() *value {
			moments := []any{"2025-11-08", "2025-11", "2025", "2025-11-08T14:30Z", "2025-11-08T14:30:15Z", "2024-02-29", "1999", "2025-11-08T19:30+05:00"}
			return scalar(one(c.choices, moments))
		}))
	}
	return args
}

// listOf makes a list. Without brackets a single item stands for a list of it.
func (c *composer) listOf(most int, item func() *value) *value {
	v := &value{isList: true, style: c.upTo(1)}
	for range c.upTo(most) {
		v.list = append(v.list, item())
	}
	return v
}

func (c *composer) id() *value {
	if nodes := c.graph.nodes; len(nodes) > 0 && !c.oneIn(5) {
		return scalar(one(c.choices, nodes).ID)
	}
	return one(c.choices, []*value{scalar(diplomacy.ID("State", "nowhere")), scalar(""), scalar(json.Number("7"))})
}

func (c *composer) by(noun *query.Noun) *value {
	p := one(c.choices, slices.DeleteFunc(slices.Clone(noun.Properties), func(p *query.Property) bool { return !p.Unique }))
	typ := "String"
	if p.Name == query.ID.Name {
		typ = "ID"
	}
	witness := c.witness(c.graph.of(noun))
	return &value{object: &object{[]*entry{{p.Name, c.input(typ, ofOneOf, "", func() *value { return c.like(noun, p, "eq", witness) })}}}}
}

// The places that an input value can stand in.
const (
	ofOneOf  = iota // the variable's type itself excludes null
	required        // never absent, never null
	optional        // may be absent
	argument        // may be absent or null
)

// input makes a value for a place: as it is, or as a variable's. Variables of one purpose may be used for each other.
func (c *composer) input(typ string, place int, purpose string, literal func() *value) *value {
	if c.constant || !c.oneIn(4) {
		return literal()
	}
	typed := func(v *variable) bool {
		return v.typ == typ+"!" || v.typ == typ && (place > required || place == required && v.fallback != nil)
	}
	if purpose != "" && c.oneIn(2) {
		for _, v := range c.variables {
			if v.purpose == purpose && typed(v) && (place == argument || !v.given.isNull()) {
				return &value{variable: v}
			}
		}
	}
	v := &variable{name: c.unique("v"), typ: typ + "!", purpose: purpose}
	c.constant = true
	defer func() { c.constant = false }()
	v.given = literal()
	switch kind := c.upTo(7); {
	case kind < 3 || place == ofOneOf:
	case kind == 3:
		v.given, v.fallback, v.typ = nil, v.given, typ
	case kind == 4:
		v.fallback, v.typ = literal(), typ
	case kind == 5 && place > required:
		v.given, v.typ = nil, typ
	case kind == 6 && place == argument:
		v.given, v.typ = scalar(nil), typ
	case place > required:
		v.typ = typ
	}
	c.variables = append(c.variables, v)
	return &value{variable: v}
}

// fieldOf makes a field of a type, with all that stands below it. Depth says how many relations may nest below.
func (c *composer) fieldOf(keys responses, parent, field string, arguments *object, depth int) *selection {
	s := &selection{alias: field, field: field, arguments: arguments, directives: c.directives()}
	switch c.upTo(9) {
	case 7:
		s.alias = one(c.choices, []string{"a", "b", "id", "name", "nodes"})
	case 8, 9:
		s.alias = c.unique("x")
	}
	c.left--
	if !c.admit(keys, parent, s) {
		s.alias = c.unique("x")
		c.admit(keys, parent, s)
	}
	if typ := c.schema.Types[c.definition(parent, field).Name()]; typ.IsCompositeType() {
		was := c.grouped
		switch {
		case field == "groupBy":
			c.grouped = grouped(arguments)
			depth = max(0, depth-2) // a key is deeper than an edge
		case strings.HasSuffix(typ.Name, "GroupKey") && field != "key":
			c.grouped = c.grouped.(map[string]any)[field]
		}
		s.below = c.block(keys[s.alias].below, typ.Name, depth)
		c.grouped = was
	}
	return s
}

// grouped merges the keys of a `by` into one tree.
func grouped(arguments *object) map[string]any {
	all := map[string]any{}
	var merge func(into, from map[string]any)
	merge = func(into, from map[string]any) {
		for name, v := range from {
			below, ok := v.(map[string]any)
			if !ok {
				into[name] = v
				continue
			}
			if into[name] == nil {
				into[name] = map[string]any{}
			}
			merge(into[name].(map[string]any), below)
		}
	}
	for _, e := range arguments.entries {
		if by, _ := e.value.json(); e.name == "by" {
			for _, k := range asList(by) {
				merge(all, k.(map[string]any))
			}
		}
	}
	return all
}

// groupBy makes the arguments of a field groupBy.
func (c *composer) groupBy(noun *query.Noun) *object {
	args := &object{}
	args.put("by", c.input("["+noun.Name+"GroupBy!]", required, "by", func() *value {
		list := &value{isList: true, style: c.upTo(1)}
		seen := map[string]bool{}
		for range 1 + c.upTo(2) {
			if k, path := c.groupKey(noun, 2); !seen[path] {
				seen[path] = true
				list.list = append(list.list, k)
			}
		}
		return list
	}))
	if !c.oneIn(3) {
		args.put("orderBy", c.input("["+noun.Name+"GroupOrder!]", argument, "groupOrder"+noun.Name, func() *value {
			return c.listOf(2, func() *value { return c.groupOrder(noun) })
		}))
	}
	if c.oneIn(2) {
		args.put("first", c.input("Int", argument, "size", func() *value { return scalar(json.Number(strconv.Itoa(one(c.choices, []int{2, 3, 1, 0, 25})))) }))
	}
	return args
}

// groupKey makes a key at most so many relations away, and says where it lies.
func (c *composer) groupKey(noun *query.Noun, away int) (key *value, path string) {
	of := func(name string, v *value) *value { return &value{object: &object{[]*entry{{name, v}}}} }
	if relations := noun.Relations; away > 0 && len(relations) > 0 && !c.oneIn(3) {
		r := one(c.choices, relations)
		for range 3 { // rather one that leads somewhere
			if slices.ContainsFunc(c.graph.of(noun), func(n store.Node) bool { return len(c.graph.neighbours(n, r)) > 0 }) {
				break
			}
			r = one(c.choices, relations)
		}
		v, path := c.groupKey(r.Target, away-1)
		return of(r.Name, v), r.Name + "." + path
	}
	if away < 2 && c.oneIn(2) {
		return of("node", scalar(name("EACH"))), "node"
	}
	p := c.property(noun)
	for p.Type == query.Texts {
		p = c.property(noun)
	}
	if p.Type == query.Date {
		units := c.schema.Types["DateGrouping"].EnumValues
		return of(p.Name, scalar(name(one(c.choices, units).Name))), p.Name
	}
	return of(p.Name, scalar(name("EACH"))), p.Name
}

func (c *composer) groupOrder(noun *query.Noun) *value {
	direction := scalar(one(c.choices, []name{"ASC", "DESC"}))
	of := func(name string, v *value) *value { return &value{object: &object{[]*entry{{name, v}}}} }
	switch c.upTo(3) {
	case 0:
		return of("count", direction)
	case 1:
		return of("keys", direction)
	}
	property := one(c.choices, c.schema.Types[noun.Name+"AggregateOrder"].Fields)
	function := one(c.choices, c.schema.Types[property.Type.Name()].Fields)
	return of("aggregate", of(property.Name, of(function.Name, direction)))
}

// again adds a field whose key is there already, with another selection below it.
func (c *composer) again(keys responses, parent string, depth int) *selection {
	var all []string
	for key, r := range keys {
		if def := c.definition(parent, r.sample.field); def != nil && def.String() == r.typ.String() && c.mayUse(keys, parent, r.sample) {
			all = append(all, key)
		}
	}
	if len(all) == 0 {
		return nil
	}
	slices.Sort(all)
	slices.SortStableFunc(all, func(a, b string) int { return len(keys[b].below) - len(keys[a].below) }) // rather where something can merge
	r := keys[one(c.choices, all)]
	s := &selection{alias: r.sample.alias, field: r.sample.field, arguments: r.sample.arguments}
	c.admit(keys, parent, s)
	c.left--
	if c.schema.Types[r.typ.Name()].IsCompositeType() {
		s.below = c.block(r.below, r.typ.Name(), depth)
	}
	return s
}

func (c *composer) definition(parent, field string) *ast.Type {
	if field == "__typename" {
		// The specification says String!, gqlparser String: under one key it is not mixed with other fields, as with a type of its own.
		return ast.ListType(ast.NamedType("String", nil), nil)
	}
	if def := c.schema.Types[parent].Fields.ForName(field); def != nil {
		return def.Type
	}
	return nil
}

// admit notes a field under its key, unless it could not merge with what is there.
func (c *composer) admit(keys responses, parent string, s *selection) bool {
	if !c.mayUse(keys, parent, s) {
		return false
	}
	r := keys[s.alias]
	if r == nil {
		r = &response{typ: c.definition(parent, s.field), uses: map[string]string{}, sample: s, below: responses{}}
		keys[s.alias] = r
	}
	r.uses[parent] = use(s)
	return true
}

// use is what must be equal where two fields of one object share a key.
func use(s *selection) string {
	p := &printing{}
	if s.arguments != nil {
		p.entries(s.arguments)
	}
	return s.field + "(" + p.String() + ")"
}

func (c *composer) mayUse(keys responses, parent string, s *selection) bool {
	r := keys[s.alias]
	if r == nil {
		return true
	}
	typ := c.definition(parent, s.field)
	if !c.schema.Types[typ.Name()].IsCompositeType() || !c.schema.Types[r.typ.Name()].IsCompositeType() {
		if typ.String() != r.typ.String() {
			return false
		}
	} else if wrapping(typ) != wrapping(r.typ) {
		return false
	}
	for other, was := range r.uses {
		apart := other != parent && c.schema.Types[other].Kind == ast.Object && c.schema.Types[parent].Kind == ast.Object
		if was != use(s) && !apart {
			return false
		}
	}
	return true
}

// wrapping is a type without its name.
func wrapping(t *ast.Type) string { return strings.Replace(t.String(), t.Name(), "", 1) }

// mayHold says whether a finished selection can be added. It looks without adding.
func (c *composer) mayHold(keys responses, parent string, b *block) bool {
	for _, s := range b.items {
		switch {
		case s.definition != nil:
			if !c.mayHold(keys, s.definition.on, s.definition.below) {
				return false
			}
		case s.field == "":
			if !c.mayHold(keys, onOr(s.on, parent), s.below) {
				return false
			}
		default:
			if !c.mayUse(keys, parent, s) {
				return false
			}
			if r := keys[s.alias]; r != nil && s.below != nil && !c.mayHold(r.below, c.definition(parent, s.field).Name(), s.below) {
				return false
			}
		}
	}
	return true
}

// hold notes the keys of a finished selection.
func (c *composer) hold(keys responses, parent string, b *block) {
	for _, s := range b.items {
		switch {
		case s.definition != nil:
			c.hold(keys, s.definition.on, s.definition.below)
		case s.field == "":
			c.hold(keys, onOr(s.on, parent), s.below)
		default:
			c.admit(keys, parent, s)
			if s.below != nil {
				c.hold(keys[s.alias].below, c.definition(parent, s.field).Name(), s.below)
			}
		}
	}
}

func onOr(on, parent string) string {
	if on == "" {
		return parent
	}
	return on
}

// block makes the selection of an object of a type.
func (c *composer) block(keys responses, typ string, depth int) *block {
	b := &block{}
	if noun := c.model.Noun(typ); noun != nil {
		c.noun(b, keys, noun, depth, 2)
		return b
	}
	fields := c.schema.Types[typ].Fields
	if strings.HasSuffix(typ, "GroupKey") && typ != "DateGroupKey" { // only what is grouped by can be asked for
		at := c.grouped.(map[string]any)
		fields = slices.DeleteFunc(slices.Clone(fields), func(f *ast.FieldDefinition) bool { return at[f.Name] == nil })
	}
	for i := range 1 + c.upTo(2) {
		f := one(c.choices, fields).Name
		if i == 0 && len(fields) > 1 && !c.oneIn(5) {
			f = fields[c.upTo(1)].Name // of a connection: edges or nodes
		}
		if c.oneIn(12) {
			f = "__typename"
		}
		arguments := c.derivedArguments(typ, f)
		if noun, ok := strings.CutSuffix(typ, "Connection"); ok && f == "groupBy" {
			arguments = c.groupBy(c.model.Noun(noun))
		}
		s := c.fieldOf(keys, typ, f, arguments, depth)
		if c.oneIn(12) {
			s = &selection{on: one(c.choices, []string{"", typ}), directives: c.directives(), below: &block{[]*selection{s}}}
		}
		b.items = append(b.items, s)
	}
	return b
}

// noun fills the selection of a node.
func (c *composer) noun(b *block, keys responses, noun *query.Noun, depth, nesting int) {
	relations := noun.Relations
	if depth == 0 || c.left <= 0 {
		relations = nil
	}
	for range 1 + c.upTo(3) {
		kind := c.upTo(15)
		var s *selection
		switch {
		case kind < 3 && len(relations) > 0:
			r := one(c.choices, relations)
			for range 5 { // rather one that leads somewhere
				if slices.ContainsFunc(c.graph.of(noun), func(n store.Node) bool { return len(c.graph.neighbours(n, r)) > 0 }) {
					break
				}
				r = one(c.choices, relations)
			}
			var arguments *object
			if r.Many {
				arguments = c.page(r.Target)
			}
			s = c.fieldOf(keys, noun.Name, r.Name, arguments, depth-1)
		case kind == 10 && c.oneIn(2):
			s = c.fieldOf(keys, noun.Name, "__typename", nil, 0)
		case kind == 11 || kind == 12:
			s = c.again(keys, noun.Name, max(0, depth-1))
		case kind == 13 && nesting > 0:
			on := c.condition(noun)
			s = &selection{on: on.Name, directives: c.directives(), below: &block{}}
			if on == noun && c.oneIn(2) {
				s.on = ""
			}
			c.fragment(s.below, keys, on, depth, nesting-1)
		case kind == 14 && nesting > 0:
			on := c.condition(noun)
			below := &block{}
			c.fragment(below, keys, on, depth, nesting-1)
			s = c.named(on.Name, below)
		case kind == 15:
			var fits []*fragment
			for _, f := range c.fragments {
				if on := c.model.Noun(f.on); on != nil && overlap(noun, on) && depthOf(f.below) <= depth && c.mayHold(keys, f.on, f.below) {
					fits = append(fits, f)
				}
			}
			if len(fits) > 0 {
				f := one(c.choices, fits)
				c.hold(keys, f.on, f.below)
				s = &selection{definition: f, directives: c.directives()}
			}
		}
		if s == nil {
			s = c.fieldOf(keys, noun.Name, one(c.choices, noun.Properties).Name, nil, 0)
		}
		b.items = append(b.items, s)
	}
}

// fragment fills the selection of a fragment on nodes. It likes to ask for more of what is asked for already.
func (c *composer) fragment(b *block, keys responses, on *query.Noun, depth, nesting int) {
	if c.oneIn(2) {
		if s := c.again(keys, on.Name, max(0, depth-1)); s != nil {
			b.items = append(b.items, s)
		}
	}
	c.noun(b, keys, on, depth, nesting)
}

// depthOf is how many relations nest below a selection, and a little more: every field that has something below it counts.
func depthOf(b *block) int {
	deepest := 0
	for _, s := range b.items {
		d := 0
		switch {
		case s.definition != nil:
			d = depthOf(s.definition.below)
		case s.below != nil:
			if d = depthOf(s.below); s.field != "" {
				d++
			}
		}
		deepest = max(deepest, d)
	}
	return deepest
}

func overlap(a, b *query.Noun) bool {
	return slices.ContainsFunc(a.Members, func(m *query.Noun) bool { return slices.Contains(b.Members, m) })
}

// condition draws a type condition that can hold for nodes of a noun.
func (c *composer) condition(noun *query.Noun) *query.Noun {
	all := []*query.Noun{noun}
	for _, n := range c.model.Nouns {
		if overlap(n, noun) {
			all = append(all, n)
			if noun.Interface && len(c.graph.of(n)) > 0 { // for its members fragments are made
				all = append(all, n)
			}
		}
	}
	return one(c.choices, all)
}

// page makes the arguments of a connection.
func (c *composer) page(noun *query.Noun) *object {
	args := &object{}
	if c.oneIn(2) {
		witness := c.witness(c.graph.of(noun))
		args.put("where", c.input(noun.Name+"Where", argument, "where"+noun.Name, func() *value { return c.where(noun, witness, 3) }))
	}
	var orderBy any
	if c.oneIn(2) {
		order := c.input("["+noun.Name+"Order!]", argument, "order"+noun.Name, func() *value {
			return c.listOf(3, func() *value { return c.orderStep(noun) })
		})
		args.put("orderBy", order)
		orderBy, _ = order.json()
	}
	size := func() *value {
		return scalar(json.Number(strconv.Itoa(one(c.choices, []int{2, 3, 1, 4, 0, 6, 25, 1000}))))
	}
	if end := c.upTo(5); end > 2 {
		args.put([]string{"first", "first", "last"}[end-3], c.input("Int", argument, "size", size))
	}
	steps := c.graph.steps(noun, orderBy)
	for _, bound := range []string{"after", "before"} {
		if nodes := c.graph.of(noun); len(nodes) > 0 && c.oneIn(4) {
			args.put(bound, c.input("String", argument, "", func() *value {
				n := one(c.choices, nodes)
				if c.oneIn(8) {
					n.ID = one(c.choices, nodes).ID // nothing need stand where a cursor points: it may be gone
				}
				return scalar(cursor(steps, n))
			}))
		}
	}
	if c.oneIn(15) { // null is like nothing
		args.put(one(c.choices, []string{"where", "orderBy", "first", "after", "last", "before"}), scalar(nil))
	}
	for i := range args.entries {
		j := i + c.upTo(len(args.entries)-1-i)
		args.entries[i], args.entries[j] = args.entries[j], args.entries[i]
	}
	return args
}

func (c *composer) orderStep(noun *query.Noun) *value {
	f := one(c.choices, c.schema.Types[noun.Name+"Order"].Fields)
	return &value{object: &object{[]*entry{{f.Name, c.input("SortDirection", ofOneOf, "direction", func() *value {
		return scalar(one(c.choices, []name{"ASC", "DESC"}))
	})}}}}
}

func (c *composer) witness(nodes []store.Node) store.Node {
	if len(nodes) == 0 {
		return store.Node{}
	}
	return one(c.choices, nodes)
}

// where makes a filter. It often holds for the witness, if there is one.
func (c *composer) where(noun *query.Noun, witness store.Node, depth int) *value {
	o := &object{}
	for range one(c.choices, []int{1, 2, 1, 3, 0}) {
		c.addCondition(o, noun, witness, depth)
	}
	return &value{object: o}
}

func (c *composer) addCondition(o *object, noun *query.Noun, witness store.Node, depth int) {
	below := func(noun *query.Noun, witness store.Node) func() *value {
		return func() *value { return c.where(noun, witness, depth-1) }
	}
	nested := func(noun *query.Noun, place int, witness store.Node) *value {
		return c.input(noun.Name+"Where", place, "where"+noun.Name, below(noun, witness))
	}
	kind := c.upTo(11)
	if depth == 0 {
		kind = 0
	}
	switch {
	case kind == 4:
		o.put("AND", c.input("["+noun.Name+"Where!]", optional, "", func() *value { return c.listOf(2, below(noun, witness)) }))
	case kind == 5:
		o.put("OR", c.input("["+noun.Name+"Where!]", optional, "", func() *value {
			list := c.listOf(2, below(noun, store.Node{}))
			if witness.Noun != nil && !c.oneIn(4) {
				list.list = append(list.list, c.where(noun, witness, depth-1))
			}
			return list
		}))
	case kind == 6:
		o.put("NOT", nested(noun, optional, store.Node{}))
	case kind >= 10 && noun.Interface:
		member := one(c.choices, noun.Members)
		if witness.Noun != nil && !c.oneIn(6) {
			member = witness.Noun
		} else {
			witness = store.Node{}
		}
		o.put("on"+member.Name, nested(member, optional, witness))
	case kind >= 7 && len(noun.Relations) > 0:
		r := one(c.choices, noun.Relations)
		var found []store.Node
		if witness.Noun != nil {
			found = c.graph.neighbours(witness, r)
		}
		if !r.Many {
			o.put(r.Name, nested(r.Target, optional, c.witness(found)))
			return
		}
		o.put(r.Name, c.input(r.Target.Name+"ListWhere", optional, "", func() *value {
			quantifiers := &object{}
			for range one(c.choices, []int{1, 1, 2, 0}) {
				if c.oneIn(6) {
					quantifiers.put("count", c.count(len(found)))
					continue
				}
				switch all := []string{"some", "single", "all", "none"}; {
				case len(found) > 0 && c.upTo(3) < 3:
					quantifiers.put(one(c.choices, all[:3]), nested(r.Target, optional, one(c.choices, found)))
				default:
					quantifiers.put(one(c.choices, all), nested(r.Target, optional, store.Node{}))
				}
			}
			return &value{object: quantifiers}
		}))
	default:
		p := c.property(noun)
		filter := c.schema.Types[noun.Name+"Where"].Fields.ForName(p.Name).Type.Name()
		o.put(p.Name, c.input(filter, optional, "", func() *value { return c.comparisons(noun, p, filter, witness) }))
	}
}

// property draws a type first: most properties are texts.
func (c *composer) property(noun *query.Noun) *query.Property {
	byType := map[query.Type][]*query.Property{}
	for _, p := range noun.Properties {
		byType[p.Type] = append(byType[p.Type], p)
	}
	return one(c.choices, byType[one(c.choices, slices.Sorted(maps.Keys(byType)))])
}

// comparisons makes a filter of a property.
// count makes a condition on how many related nodes there are: rather on as many as there are.
func (c *composer) count(found int) *value {
	o := &object{}
	for range one(c.choices, []int{1, 1, 2, 0}) {
		n := max(0, found+c.upTo(2)-1)
		o.put(one(c.choices, []string{"eq", "lt", "lte", "gt", "gte"}), c.input("Int", optional, "", func() *value { return scalar(json.Number(strconv.Itoa(n))) }))
	}
	return &value{object: o}
}

func (c *composer) comparisons(noun *query.Noun, p *query.Property, filter string, witness store.Node) *value {
	o := &object{}
	for range one(c.choices, []int{1, 1, 1, 2, 0}) {
		op := one(c.choices, c.schema.Types[filter].Fields)
		typ := op.Type.Name()
		missing := witness.Noun != nil && column(witness, p.Name) == nil
		switch {
		case op.Name == "isNull" || op.Name == "isEmpty":
			o.put(op.Name, c.input(typ, optional, "", func() *value { return scalar(missing != c.oneIn(5)) }))
		case missing && c.oneIn(2):
			o.put(c.schema.Types[filter].Fields[len(c.schema.Types[filter].Fields)-1].Name, scalar(true))
		case op.Type.Elem != nil:
			o.put(op.Name, c.input("["+typ+"!]", optional, "", func() *value {
				list := c.listOf(3, func() *value { return c.like(noun, p, "eq", store.Node{}) })
				if !c.oneIn(5) {
					list.list = append(list.list, c.like(noun, p, "eq", witness))
				}
				return list
			}))
		default:
			o.put(op.Name, c.input(typ, optional, "", func() *value { return c.like(noun, p, op.Name, witness) }))
		}
	}
	return &value{object: o}
}

// like draws a value to compare a property with: rather the witness's, or another node's, or any.
func (c *composer) like(noun *query.Noun, p *query.Property, op string, witness store.Node) *value {
	var have any
	if witness.Noun != nil && !c.oneIn(6) {
		have = column(witness, p.Name)
	}
	if nodes := c.graph.of(noun); have == nil && len(nodes) > 0 && !c.oneIn(4) {
		have = column(one(c.choices, nodes), p.Name)
	}
	if list, ok := have.([]string); ok {
		have = one(c.choices, list)
	}
	switch {
	case p.Enum != nil:
		if have == nil {
			have = one(c.choices, p.Enum)
		}
		return scalar(name(have.(string)))
	case p.Type == query.Integer:
		if have == nil {
			have = one(c.choices, someIntegers)
		}
		return scalar(json.Number(fmt.Sprint(have)))
	case p.Type == query.Real:
		if have == nil {
			have = one(c.choices, append(slices.Clip(someReals), 0.15, 1e-9, 1e300, -1e-300, 1.0/3))
		}
		return scalar(json.Number(strconv.FormatFloat(have.(float64), one(c.choices, []byte{'g', 'e'}), -1, 64)))
	case p.Type == query.Boolean:
		if have == nil {
			have = c.oneIn(2)
		}
		return scalar(have)
	case p.Type == query.Date:
		if have == nil {
			have = one(c.choices, someDates)
		}
		return scalar(have)
	}
	s, ok := have.(string)
	if !ok {
		s = c.text(c.pieces)
	}
	if c.oneIn(4) { // nearly the same: another case, another normal form, a wildcard
		s = one(c.choices, []func(string) string{strings.ToUpper, strings.ToLower, norm.NFD.String, norm.NFC.String, func(s string) string {
			return strings.NewReplacer("a", "_", "b", "%").Replace(s)
		}})(s)
	}
	runes := []rune(s)
	if len(runes) > 0 && !c.oneIn(8) {
		size := 1 + c.upTo(min(4, len(runes)-1))
		switch op {
		case "contains":
			from := c.upTo(len(runes) - size)
			s = string(runes[from : from+size])
		case "startsWith":
			s = string(runes[:size])
		case "endsWith":
			s = string(runes[len(runes)-size:])
		}
	}
	return &value{scalar: s, style: max(0, c.upTo(5)-3)}
}
