// Package plan makes a query.Read of a root field: the selection and the arguments of a GraphQL operation on one side, the model of the
// graph on the other. It is pure. It imports gqlparser, diplomacy, query and search. Start with Planner.Read.
package plan

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
)

// Planner compiles root fields.
type Planner struct {
	Schema      *ast.Schema
	Model       *query.Model
	DefaultPage int // the size of a page for which none is asked
	MaxPage     int // the largest page that may be asked for
	MaxDepth    int // how deep the objects of an argument may nest; 0: any
	MaxParts    int // how many lists, look-ups, conditions and steps of orders the statements of an operation may be made of; 0: any

	spent *spent          // of the operation so far
	looks map[string]bool // the variables of the operation on whose values it depends what has been compiled so far
}

// Read compiles one root field of a validated document. Selections are those of every field merged into it. Its errors are the client's:
// diplomacy.Invalid, with the path to what is wrong.
func (p *Planner) Read(fragments ast.FragmentDefinitionList, root *ast.Field, selections ast.SelectionSet, variables map[string]any) (*query.Read, error) {
	r, err := p.Compile(fragments, root, selections, variables)
	if err != nil {
		return nil, err
	}
	return r.With(variables), nil
}

// Root is a root field: one of all that share its key in the response, and the selections of them all.
type Root struct {
	*ast.Field
	Selections ast.SelectionSet
}

// Roots are the root fields of a query.
func (p *Planner) Roots(fragments ast.FragmentDefinitionList, op *ast.OperationDefinition, variables map[string]any) []Root {
	c := &compiler{Planner: p, fragments: fragments, variables: variables}
	var roots []Root
	for _, f := range c.collect(op.SelectionSet, func(condition string) bool { return condition == "Query" }) {
		roots = append(roots, Root{f.ast, f.selections})
	}
	return roots
}

// Compile is Read of these variables and of all others that Key does not tell from them.
func (p *Planner) Compile(fragments ast.FragmentDefinitionList, root *ast.Field, selections ast.SelectionSet, variables map[string]any) (*Compiled, error) {
	if p.spent == nil {
		p = p.Operation()
	}
	c := &compiler{Planner: p, fragments: fragments, variables: variables, path: []string{root.Alias}}
	read, err := c.root(root, selections)
	if err != nil {
		return nil, err
	}
	return &Compiled{read, c.places}, nil
}

func (c *compiler) root(root *ast.Field, selections ast.SelectionSet) (*query.Read, error) {
	args, err := c.arguments(root)
	if err != nil {
		return nil, err
	}
	if t, ok := args["asOf"].(diplomacy.PartialDate); ok {
		c.asOf = t.To
	}
	if root.Name == "search" {
		return c.search(args, field{root.Alias, root, selections})
	}
	typ := root.Definition.Type
	switch typ.Name() {
	case "Paths":
		return c.paths(args, selections)
	case "Neighborhood":
		return c.neighborhood(args, selections)
	case "Tension":
		return c.tension(args, selections)
	case "TensionRanking":
		return c.tensions(args, selections)
	}
	if name, ok := strings.CutSuffix(typ.Name(), "Connection"); ok {
		var involved query.Filter
		if root.Name == "timeline" {
			if involved, err = c.timeline(c.Model.Noun(name), args); err != nil {
				return nil, err
			}
		}
		set, shape, err := c.connection(c.Model.Noun(name), nil, involved, args, field{root.Alias, root, selections})
		return &query.Read{Set: set, Shape: shape}, err
	}
	noun := c.Model.Noun(typ.Name())
	set := &query.Set{Noun: noun, Rows: true, Limit: 1, Order: byID}
	switch {
	case args["by"] != nil:
		for name, value := range args["by"].(map[string]any) {
			set.Filter = query.Compare{Column: noun.Property(name).Columns()[0], Op: query.Eq, Value: value}
		}
	case args["id"] != nil:
		set.Filter = query.Compare{Column: query.ID, Op: query.Eq, Value: args["id"]}
	case args["ids"] != nil:
		ids := args["ids"].([]any)
		if len(ids) > c.MaxPage {
			return nil, refuse(diplomacy.LimitPage, []string{root.Alias, "ids"}, "%d ids are asked for at once; ask for at most %d", len(ids), c.MaxPage)
		}
		set.Filter, set.Limit = query.Compare{Column: query.ID, Op: query.In, Value: ids}, len(ids)
		set.Filter = both(set.Filter, c.known(noun))
		row := c.row(set)
		shape := query.Nodes{IDColumn: row.column(query.ID)}
		for _, id := range ids {
			shape.IDs = append(shape.IDs, id.(string))
		}
		shape.Object, err = row.object(noun, selections)
		return &query.Read{Set: set, Shape: shape}, err
	}
	set.Filter = both(set.Filter, c.known(noun))
	object, err := c.row(set).object(noun, selections)
	return &query.Read{Set: set, Shape: query.One{Object: object}}, err
}

// byID orders where any order will do.
var byID = []query.Order{{Column: query.ID}}

// compiler is a Planner at work on one root field.
type compiler struct {
	*Planner
	fragments ast.FragmentDefinitionList
	variables map[string]any
	// conditions: what is evaluated are conditions on nodes, in which a variable may stand for its value.
	conditions bool
	places     []place  // of the variables that stand in the read
	path       []string // to what is being compiled, for errors
	asOf       string   // the moment by which everything must be known, as a column has it; "" for none
}

func invalid(path []string, format string, args ...any) error {
	return refuse(diplomacy.Invalid, path, format, args...)
}

// field is a field of the response: all fields of a selection that share its key.
type field struct {
	key        string
	ast        *ast.Field
	selections ast.SelectionSet
}

// collect merges the fields that a selection has for a type, as the GraphQL specification's CollectFields does. For a noun, is tells
// whether a type condition holds.
func (c *compiler) collect(selections ast.SelectionSet, is func(condition string) bool) []field {
	var all []field
	at := map[string]int{}
	seen := map[string]bool{}
	var walk func(ast.SelectionSet)
	walk = func(selections ast.SelectionSet) {
		for _, s := range selections {
			switch s := s.(type) {
			case *ast.Field:
				if !c.included(s.Directives) {
					continue
				}
				i, ok := at[s.Alias]
				if !ok {
					i = len(all)
					at[s.Alias] = i
					all = append(all, field{key: s.Alias, ast: s})
				}
				all[i].selections = append(all[i].selections, s.SelectionSet...)
			case *ast.InlineFragment:
				if c.included(s.Directives) && (s.TypeCondition == "" || is(s.TypeCondition)) {
					walk(s.SelectionSet)
				}
			case *ast.FragmentSpread:
				if seen[s.Name] || !c.included(s.Directives) {
					continue
				}
				seen[s.Name] = true
				if f := c.fragments.ForName(s.Name); f != nil && is(f.TypeCondition) {
					walk(f.SelectionSet)
				}
			}
		}
	}
	walk(selections)
	return all
}

// included evaluates @skip and @include.
func (c *compiler) included(directives ast.DirectiveList) bool {
	for _, d := range directives {
		if d.Name != "skip" && d.Name != "include" {
			continue
		}
		v, _, err := c.value(d.Arguments.ForName("if").Value)
		if on, _ := v.(bool); err == nil && on == (d.Name == "skip") {
			return false
		}
	}
	return true
}

// connection compiles a page of nodes: of all of a noun at the root, of a relation below. Condition, which may be nil, holds besides `where`.
func (c *compiler) connection(noun *query.Noun, relation *query.Relation, condition query.Filter, args map[string]any, f field) (*query.Set, query.Shape, error) {
	if err := c.part(); err != nil {
		return nil, nil, err
	}
	set := &query.Set{Noun: noun, Relation: relation, Filter: condition}
	conn := &query.Connection{}
	if where, ok := args["where"].(map[string]any); ok {
		filter, err := c.where(noun, where)
		if err != nil {
			return nil, nil, err
		}
		set.Filter = both(condition, filter)
	}
	if relation == nil {
		set.Filter = both(set.Filter, c.known(noun))
	} else {
		set.Filter = both(set.Filter, c.reached(relation))
	}
	present := set.Filter
	if args["after"] != nil || args["before"] != nil {
		present = nil // a cursor may be of a list with another filter, and stand at a missing value
	}
	order, err := c.order(noun, args["orderBy"], present)
	if err != nil {
		return nil, nil, err
	}
	conn.Mark = mark(order)
	if err := c.page(set, conn, order, args); err != nil {
		return nil, nil, err
	}
	return set, conn, c.selection(set, conn, c.row(set), noun.Name+"Connection", order, f)
}

// selection compiles what is wanted of a connection whose page is known.
func (c *compiler) selection(set *query.Set, conn *query.Connection, row *row, typ string, order []query.Order, f field) error {
	parts, err := c.parts(row, set.Noun, typ, f.selections)
	if err != nil {
		return err
	}
	conn.Parts = parts
	if conn.Needs(query.CursorPart, query.StartCursorPart, query.EndCursorPart) {
		for _, o := range order {
			conn.CursorColumns = append(conn.CursorColumns, row.column(o.Column))
		}
	}
	set.Rows, set.Count, set.Behind, conn.Aggregates = conn.NeedsRows(), conn.NeedsCount(), conn.NeedsBehind(), len(set.Aggregates) > 0
	return nil
}

// page reads first, after, last and before.
func (c *compiler) page(set *query.Set, conn *query.Connection, order []query.Order, args map[string]any) error {
	first, hasFirst := args["first"].(int64)
	last, hasLast := args["last"].(int64)
	if hasFirst && hasLast {
		return invalid(c.path, "first and last are both given; ask for a page from one end")
	}
	size, name := int64(c.DefaultPage), "first"
	switch {
	case hasFirst:
		size = first
	case hasLast:
		size, name = last, "last"
		conn.Backward = true
	}
	if size < 0 {
		return invalid(append(c.path, name), "%d is not a size of a page; ask for 0 to %d", size, c.MaxPage)
	}
	if size > int64(c.MaxPage) {
		return refuse(diplomacy.LimitPage, append(c.path, name), "%d is not a size of a page; ask for 0 to %d", size, c.MaxPage)
	}
	var err error
	seek := func(name string) []any {
		cursor, ok := args[name].(string)
		if !ok || err != nil {
			return nil
		}
		values, ok := query.ParseCursor(cursor, conn.Mark, order)
		if !ok {
			of, same := "list in this order", "the same list with the same orderBy"
			if set.Search != nil {
				of, same = "search", "a search for the same text"
			}
			err = invalid(append(c.path, name), "it is not a cursor of this %s; take one from `edges { cursor }` or `pageInfo` of %s", of, same)
		}
		return values
	}
	after, before := seek("after"), seek("before")
	set.Order, set.Seek, set.Until = order, after, before
	if conn.Backward {
		set.Order, set.Seek, set.Until = query.Reverse(order), before, after
	}
	conn.Size, conn.Seeks = int(size), set.Seek != nil
	set.Limit, set.Ahead = conn.Size+1, true
	return err
}

// partKinds says what the fields of connections, edges and PageInfo are.
var partKinds = map[string]query.PartKind{
	"__typename": query.TypenamePart,
	"edges":      query.EdgesPart, "nodes": query.NodesPart, "pageInfo": query.PageInfoPart, "totalCount": query.TotalCountPart,
	"aggregate": query.AggregatePart, "groupBy": query.GroupByPart,
	"cursor": query.CursorPart, "node": query.NodePart,
	"hasNextPage": query.HasNextPart, "hasPreviousPage": query.HasPreviousPart, "startCursor": query.StartCursorPart, "endCursor": query.EndCursorPart,
	"score": query.ScorePart, "snippets": query.SnippetsPart, "property": query.PropertyPart, "segments": query.SegmentsPart, "text": query.TextPart, "match": query.MatchPart,
}

// parts compiles the selection of a connection, or of what it is made of.
func (c *compiler) parts(row *row, noun *query.Noun, typ string, selections ast.SelectionSet) ([]query.Part, error) {
	var parts []query.Part
	for _, f := range c.collect(selections, func(condition string) bool { return condition == typ }) {
		part := query.Part{Key: f.key, Kind: partKinds[f.ast.Name], Typename: typ}
		var err error
		switch part.Kind {
		case query.EdgesPart, query.PageInfoPart, query.SnippetsPart, query.SegmentsPart:
			part.Parts, err = c.parts(row, noun, f.ast.Definition.Type.Name(), f.selections)
		case query.NodesPart, query.NodePart:
			part.Object, err = row.object(noun, f.selections)
		case query.AggregatePart:
			var fields []query.Field
			fields, err = (&aggregates{c: c, to: &row.set.Aggregates}).fields(noun, f.selections)
			part.Object = object(fields)
		case query.GroupByPart:
			part.Grouping = len(row.set.Groupings)
			var g *query.Grouping
			g, part.Groups, err = c.groupBy(noun, f)
			row.set.Groupings = append(row.set.Groupings, g)
		}
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return parts, nil
}

// row collects what is wanted of each node of a set, each thing once.
type row struct {
	c       *compiler
	set     *query.Set
	columns map[query.Column]int
	nested  map[string]int
	shapes  map[int]query.Shape
}

func (c *compiler) row(set *query.Set) *row {
	return &row{c: c, set: set, columns: map[query.Column]int{}, nested: map[string]int{}, shapes: map[int]query.Shape{}}
}

// column returns the position of a stored value, or of the noun's name for the empty Column.
func (r *row) column(col query.Column) int {
	i, ok := r.columns[col]
	if !ok {
		i = len(r.set.Columns)
		r.columns[col] = i
		r.set.Columns = append(r.set.Columns, query.Selected{Column: col})
	}
	return i
}

// object compiles the selection of a node. An interface's is compiled for each noun that it may turn out to be.
func (r *row) object(noun *query.Noun, selections ast.SelectionSet) (*query.Object, error) {
	o := &query.Object{NounColumn: -1, Fields: map[string][]query.Field{}}
	if noun.Interface {
		o.NounColumn = r.column(query.NounName.Column)
	}
	for _, member := range noun.Members {
		fields, err := r.fields(member, selections)
		if err != nil {
			return nil, err
		}
		if noun.Interface {
			o.Fields[member.Name] = fields
		} else {
			o.Fields[""] = fields
		}
	}
	return o, nil
}

func (r *row) fields(noun *query.Noun, selections ast.SelectionSet) ([]query.Field, error) {
	var out []query.Field
	for _, f := range r.c.collect(selections, func(condition string) bool { return noun.Is(r.c.Model.Noun(condition)) }) {
		to := query.Field{Key: f.key}
		if f.ast.Name == "__typename" {
			to.Typename = noun.Name
		} else if p := noun.Property(f.ast.Name); p != nil {
			to.Type, to.Column = p.Type, r.column(p.Columns()[0])
		} else if f.ast.Definition.Directives.ForName("computed") != nil {
			var err error
			if to.Column, to.Shape, err = r.computed(noun, f); err != nil {
				return nil, err
			}
		} else {
			var err error
			if to.Column, to.Shape, err = r.relation(noun.Relation(f.ast.Name), f); err != nil {
				return nil, err
			}
		}
		out = append(out, to)
	}
	r.c.spent.fields += len(out)
	return out, nil
}

// relation compiles related nodes. The nouns of an interface share what they share in the document.
func (r *row) relation(rel *query.Relation, f field) (int, query.Shape, error) {
	var same strings.Builder
	fmt.Fprintf(&same, "%p", f.ast)
	for _, s := range f.selections {
		fmt.Fprintf(&same, " %p", s)
	}
	if i, ok := r.nested[same.String()]; ok {
		return i, r.shapes[i], nil
	}
	c := r.c
	c.path = append(c.path, f.key)
	defer func() { c.path = c.path[:len(c.path)-1] }()
	var set *query.Set
	var shape query.Shape
	if rel.Many {
		args, err := c.arguments(f.ast)
		if err != nil {
			return 0, nil, err
		}
		if set, shape, err = c.connection(rel.Target, rel, nil, args, f); err != nil {
			return 0, nil, err
		}
	} else {
		if err := c.part(); err != nil {
			return 0, nil, err
		}
		set = &query.Set{Noun: rel.Target, Relation: rel, Filter: c.reached(rel), Rows: true, Limit: 1, Order: byID}
		object, err := c.row(set).object(rel.Target, f.selections)
		if err != nil {
			return 0, nil, err
		}
		shape = query.One{Object: object}
	}
	i := len(r.set.Columns)
	r.set.Columns = append(r.set.Columns, query.Selected{Set: set})
	r.nested[same.String()], r.shapes[i] = i, shape
	return i, shape, nil
}
