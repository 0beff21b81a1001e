package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// derive makes the served schema of the nouns' SDL: fields of interfaces are inherited, a list relation becomes a Relay connection with
// its arguments, and every noun gets its connection, its filter, its order, its look-up and its root fields.
func derive(sources []*ast.Source) (*ast.SchemaDocument, error) {
	doc, err := parser.ParseSchemas(sources...)
	if err != nil {
		return nil, err
	}
	d := &derivation{doc: doc}
	for _, def := range doc.Definitions {
		if def.Directives.ForName("node") != nil {
			if err := d.inherit(def); err != nil {
				return nil, err
			}
			d.nouns = append(d.nouns, def)
		}
	}
	slices.SortFunc(d.nouns, byName)
	for _, def := range d.nouns {
		d.noun(def)
	}
	for _, def := range d.nouns {
		if err := d.groups(def); err != nil {
			return nil, err
		}
	}
	d.relationTypes()
	// Relations last: until here their type says what they lead to.
	for _, def := range d.nouns {
		for _, f := range def.Fields {
			if f.Directives.ForName("edge") != nil && isList(f.Type) {
				target := f.Type.Name()
				f.Type = ast.NonNullNamedType(target+"Connection", nil)
				f.Arguments = d.pageArguments(target)
				for _, a := range f.Arguments {
					a.Description = "" // said once, at the roots
				}
			}
		}
	}
	d.extendQuery()
	d.search()
	d.add(&ast.Definition{Kind: ast.Object, Name: "Query", Fields: d.roots, Description: "Where every question starts."})
	d.builtin()
	doc.Definitions = append(doc.Definitions, d.added...)
	serves := reached(doc)
	doc.Definitions = slices.DeleteFunc(doc.Definitions, func(def *ast.Definition) bool { return slices.Contains(d.added, def) && !serves[def.Name] })
	slices.SortFunc(doc.Definitions, byName)
	slices.SortFunc(doc.Directives, func(a, b *ast.DirectiveDefinition) int { return strings.Compare(a.Name, b.Name) })
	return doc, nil
}

func byName(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) }

// isProperty reports a field that is stored as one value.
func isProperty(f *ast.FieldDefinition) bool {
	return f.Directives.ForName("edge") == nil && f.Directives.ForName("computed") == nil && !isList(f.Type)
}

func isList(t *ast.Type) bool { return t.Elem != nil }

type derivation struct {
	doc   *ast.SchemaDocument
	nouns []*ast.Definition
	added []*ast.Definition
	roots ast.FieldList
	done  map[string]bool
}

func (d *derivation) add(def *ast.Definition) { d.added = append(d.added, def) }

func (d *derivation) definition(name string) *ast.Definition { return d.doc.Definitions.ForName(name) }

// inherit completes a noun's interfaces by theirs, and its fields by those of its interfaces, so that the SDL says each thing once.
func (d *derivation) inherit(def *ast.Definition) error {
	if d.done == nil {
		d.done = map[string]bool{}
	}
	if d.done[def.Name] {
		return nil
	}
	d.done[def.Name] = true
	var all []string
	var inherited ast.FieldList
	for _, name := range def.Interfaces {
		i := d.definition(name)
		if i == nil || i.Kind != ast.Interface || i.Directives.ForName("node") == nil {
			return fmt.Errorf("%s: %s implements %s, which is no @node interface", def.Position.Src.Name, def.Name, name)
		}
		if err := d.inherit(i); err != nil {
			return err
		}
		for _, n := range append(slices.Clone(i.Interfaces), name) {
			if !slices.Contains(all, n) {
				all = append(all, n)
			}
		}
		for _, f := range i.Fields {
			if def.Fields.ForName(f.Name) == nil && inherited.ForName(f.Name) == nil {
				c := *f
				inherited = append(inherited, &c)
			}
		}
	}
	if def.Name != "Node" && !slices.Contains(all, "Node") {
		node := d.definition("Node")
		if node == nil {
			return fmt.Errorf("there is no interface Node")
		}
		all = append([]string{"Node"}, all...)
		for i := len(node.Fields) - 1; i >= 0; i-- {
			if def.Fields.ForName(node.Fields[i].Name) == nil && inherited.ForName(node.Fields[i].Name) == nil {
				c := *node.Fields[i]
				inherited = append(ast.FieldList{&c}, inherited...)
			}
		}
	}
	slices.Sort(all)
	def.Interfaces, def.Fields = all, append(inherited, def.Fields...)
	return nil
}

// members returns the concrete nouns of a noun or interface.
func (d *derivation) members(def *ast.Definition) []*ast.Definition {
	if def.Kind == ast.Object {
		return []*ast.Definition{def}
	}
	var all []*ast.Definition
	for _, n := range d.nouns {
		if n.Kind == ast.Object && slices.Contains(n.Interfaces, def.Name) {
			all = append(all, n)
		}
	}
	return all
}

// noun derives what belongs to one noun or interface.
func (d *derivation) noun(def *ast.Definition) {
	name := def.Name
	d.add(object(name+"Connection", "A page of "+name+" nodes.",
		field("edges", list(name+"Edge"), "The nodes of the page, each with its cursor."),
		field("nodes", list(name), "The nodes of the page."),
		field("pageInfo", ast.NonNullNamedType("PageInfo", nil), ""),
		field("totalCount", ast.NonNullNamedType("Int", nil), "How many there are on all pages together. Counted only when selected."),
		field("aggregate", ast.NonNullNamedType(name+"Aggregate", nil), "What all of them come to, on all pages together: counts, extremes, sums and averages of their properties."),
		d.groupBy(name),
	))
	d.add(object(name+"Edge", "A node on a page of "+name+" nodes, with its cursor.",
		field("cursor", ast.NonNullNamedType("String", nil), "Where the node stands in this order: a value for `after` or `before`."),
		field("node", ast.NonNullNamedType(name, nil), ""),
	))

	where := input(name+"Where", "Which "+name+" nodes are wanted. All that is given must hold.",
		field("AND", optional(list(name+"Where")), "All of them hold. An empty list holds."),
		field("OR", optional(list(name+"Where")), "At least one of them holds. An empty list does not."),
		field("NOT", ast.NamedType(name+"Where", nil), "It does not hold. A missing value meets no comparison, so NOT of a comparison includes it."),
	)
	order := input(name+"Order", "One step of an order. Missing values come last in both directions.")
	order.Directives = oneOf()
	by := input(name+"By", "A natural key of one "+name+".")
	by.Directives = oneOf()
	many := input(name+"ListWhere", "What holds for the "+name+" nodes of a relation.",
		field("some", ast.NamedType(name+"Where", nil), "For at least one."),
		field("all", ast.NamedType(name+"Where", nil), "For every one; also when there is none."),
		field("none", ast.NamedType(name+"Where", nil), "For none."),
		field("single", ast.NamedType(name+"Where", nil), "For exactly one."),
		field("count", ast.NamedType("CountFilter", nil), "How many there are in all."),
	)
	for _, f := range def.Fields {
		edge, typ := f.Directives.ForName("edge") != nil, f.Type.Name()
		switch {
		case f.Directives.ForName("computed") != nil:
		case edge && isList(f.Type):
			where.Fields = append(where.Fields, field(f.Name, ast.NamedType(typ+"ListWhere", nil), f.Description))
		case edge:
			where.Fields = append(where.Fields, field(f.Name, ast.NamedType(typ+"Where", nil), "There is one, and this holds for it. "+f.Description))
		case isList(f.Type):
			where.Fields = append(where.Fields, field(f.Name, ast.NamedType("StringListFilter", nil), f.Description))
		default:
			where.Fields = append(where.Fields, field(f.Name, ast.NamedType(typ+"Filter", nil), f.Description))
			order.Fields = append(order.Fields, field(f.Name, ast.NamedType("SortDirection", nil), ""))
			if f.Directives.ForName("key") != nil || f.Name == "id" {
				by.Fields = append(by.Fields, field(f.Name, ast.NamedType(typ, nil), f.Description))
			}
		}
	}
	if def.Kind == ast.Interface {
		for _, m := range d.members(def) {
			where.Fields = append(where.Fields, field("on"+m.Name, ast.NamedType(m.Name+"Where", nil), "Only "+m.Name+" nodes, for which this holds."))
		}
	}
	if isDate(def, "from") && isDate(def, "to") {
		where.Fields = append(where.Fields, field("inForceAt", ast.NamedType("PartialDate", nil),
			"As far as is known, it held at that date: `from` is not after it and `to` not before it. What is missing is no bound."))
	}
	d.add(where)
	d.add(order)
	d.add(many)

	node := def.Directives.ForName("node")
	if one := node.Arguments.ForName("one"); one != nil && def.Kind == ast.Object {
		d.add(by)
		f := field(one.Value.Raw, ast.NamedType(name, nil), "The "+name+" with that key, or null.")
		f.Arguments = ast.ArgumentDefinitionList{{Name: "by", Type: ast.NonNullNamedType(name+"By", nil)}, asOf()}
		d.roots = append(d.roots, f)
	}
	if m := node.Arguments.ForName("many"); m != nil {
		f := field(m.Value.Raw, ast.NonNullNamedType(name+"Connection", nil), "Every "+name+", filtered, ordered and paged. "+def.Description)
		f.Arguments = append(d.pageArguments(name), asOf())
		d.roots = append(d.roots, f)
	}
}

func (d *derivation) pageArguments(name string) ast.ArgumentDefinitionList {
	return ast.ArgumentDefinitionList{
		{Name: "where", Type: ast.NamedType(name+"Where", nil)},
		{Name: "orderBy", Type: optional(list(name + "Order")), Description: "By `key` where nothing else is said; equal places are settled by `id`."},
		{Name: "first", Type: ast.NamedType("Int", nil), Description: "How many from the front. 25 where neither first nor last is said."},
		{Name: "after", Type: ast.NamedType("String", nil), Description: "Only what comes after this cursor."},
		{Name: "last", Type: ast.NamedType("Int", nil), Description: "How many from the back."},
		{Name: "before", Type: ast.NamedType("String", nil), Description: "Only what comes before this cursor."},
	}
}

func isDate(def *ast.Definition, name string) bool {
	f := def.Fields.ForName(name)
	return f != nil && f.Type.Name() == "PartialDate"
}

// timeline is the root field of what happened around some nodes.
func (d *derivation) timeline() *ast.FieldDefinition {
	f := field("timeline", ast.NonNullNamedType("OccurrenceConnection", nil), `
What was said and what happened around an actor, a pair of actors, a process or an issue, in order: statements, talks, steps of mediation offers, recognitions
and events. Ordered by `+"`when`"+`, what has no date comes last.`)
	f.Arguments = append(ast.ArgumentDefinitionList{
		{Name: "of", Type: list("ID"), Description: "Nodes, by id or as `State:PAK`: all of them are involved. Two actors give the timeline of a pair."},
		{Name: "from", Type: ast.NamedType("PartialDate", nil), Description: "Only what begins no earlier than this date begins."},
		{Name: "to", Type: ast.NamedType("PartialDate", nil), Description: "Only what ends no later than this date ends."},
	}, d.pageArguments("Occurrence")...)
	f.Arguments = append(f.Arguments, asOf())
	f.Arguments.ForName("orderBy").Description = "By `when` where nothing else is said, and then by `key`; equal places are settled by `id`."
	return f
}

// asOf is the argument of every root.
func asOf() *ast.ArgumentDefinition {
	return &ast.ArgumentDefinition{Name: "asOf", Type: ast.NamedType("DateTime", nil), Description: "Answer from what had been reported by then, on every level: lists, filters, counts and groups. See `DateTime`."}
}

// builtin adds what does not depend on the nouns, and a filter for every enum.
func (d *derivation) builtin() {
	node := field("node", ast.NamedType("Node", nil), "The node with that id, or null. `State:PAK`, a noun and a key, says the same as the id that follows from them, here and wherever an ID is asked for.")
	node.Arguments = ast.ArgumentDefinitionList{{Name: "id", Type: ast.NonNullNamedType("ID", nil)}, asOf()}
	nodes := field("nodes", ast.NonNullListType(ast.NamedType("Node", nil), nil), "The nodes with those ids, in that order, null for an id that does not exist.")
	nodes.Arguments = ast.ArgumentDefinitionList{{Name: "ids", Type: list("ID")}, asOf()}
	query := d.added[len(d.added)-1]
	if d.definition("Occurrence") != nil {
		query.Fields = append(query.Fields, d.timeline())
	}
	query.Fields = append(ast.FieldList{node, nodes}, query.Fields...)
	slices.SortStableFunc(query.Fields[2:], func(a, b *ast.FieldDefinition) int { return strings.Compare(a.Name, b.Name) })

	d.add(object("PageInfo", "Where a page stands.",
		field("hasNextPage", ast.NonNullNamedType("Boolean", nil), ""),
		field("hasPreviousPage", ast.NonNullNamedType("Boolean", nil), ""),
		field("startCursor", ast.NamedType("String", nil), ""),
		field("endCursor", ast.NamedType("String", nil), ""),
	))
	d.add(&ast.Definition{Kind: ast.Enum, Name: "SortDirection", Description: "Which way an order goes.", EnumValues: ast.EnumValueList{{Name: "ASC"}, {Name: "DESC"}}})

	comparisons := func(typ string, ops ...string) *ast.Definition {
		def := input(typ+"Filter", "What holds for a "+typ+". All that is given must hold. A missing value meets nothing but `isNull: true`.")
		for _, op := range ops {
			t := ast.NamedType(typ, nil)
			switch op {
			case "in":
				t = optional(list(typ))
			case "isNull":
				t = ast.NamedType("Boolean", nil)
			}
			def.Fields = append(def.Fields, field(op, t, ""))
		}
		d.add(def)
		return def
	}
	ordered := []string{"lt", "lte", "gt", "gte"}
	all := append(append([]string{"eq", "in", "contains", "startsWith", "endsWith"}, ordered...), "isNull")
	comparisons("String", all...).Description += " Letters are compared as they are, by Unicode code point: case matters."
	comparisons("ID", "eq", "in")
	comparisons("Int", append(append([]string{"eq", "in"}, ordered...), "isNull")...)
	comparisons("Float", append(append([]string{"eq", "in"}, ordered...), "isNull")...)
	comparisons("Boolean", "eq", "isNull")
	date := comparisons("PartialDate", append(append([]string{"eq", "in"}, ordered...), "within", "isNull")...)
	for name, doc := range map[string]string{
		"eq":     "The same expression: `2025-11` is not `2025-11-08`.",
		"lt":     "It ends before the given date begins.",
		"lte":    "It ends no later than the given date ends.",
		"gt":     "It begins after the given date ends.",
		"gte":    "It begins no earlier than the given date begins.",
		"within": "It lies within the given date: `2025-11-08` within `2025-11`.",
	} {
		date.Fields.ForName(name).Description = doc
	}
	d.add(input("StringListFilter", "What holds for a list of texts.",
		field("has", ast.NamedType("String", nil), "The list holds exactly this text."),
		field("isEmpty", ast.NamedType("Boolean", nil), ""),
	))
	count := input("CountFilter", "What holds for a number of related nodes. All that is given must hold.")
	for _, op := range append([]string{"eq"}, ordered...) {
		count.Fields = append(count.Fields, field(op, ast.NamedType("Int", nil), ""))
	}
	d.add(count)
	d.grouping()
	for _, def := range d.doc.Definitions {
		switch {
		case def.Kind == ast.Enum && d.isProperty(def.Name):
			comparisons(def.Name, "eq", "in", "isNull")
		case def.Kind == ast.Scalar && def.Name != "PartialDate" && def.Name != "DateTime":
			comparisons(def.Name, all...)
		}
	}
}

// isProperty says whether a noun has a property of the type, by which it can be filtered.
func (d *derivation) isProperty(typ string) bool {
	return slices.ContainsFunc(d.nouns, func(n *ast.Definition) bool {
		return slices.ContainsFunc(n.Fields, func(f *ast.FieldDefinition) bool { return f.Type.Name() == typ })
	})
}

func object(name, doc string, fields ...*ast.FieldDefinition) *ast.Definition {
	return &ast.Definition{Kind: ast.Object, Name: name, Description: doc, Fields: fields}
}

func input(name, doc string, fields ...*ast.FieldDefinition) *ast.Definition {
	return &ast.Definition{Kind: ast.InputObject, Name: name, Description: doc, Fields: fields}
}

func field(name string, typ *ast.Type, doc string) *ast.FieldDefinition {
	return &ast.FieldDefinition{Name: name, Type: typ, Description: strings.TrimSpace(doc)}
}

func oneOf() ast.DirectiveList { return ast.DirectiveList{{Name: "oneOf"}} }

// list is [name!]!.
func list(name string) *ast.Type { return ast.NonNullListType(ast.NonNullNamedType(name, nil), nil) }

// optional is the type without its outermost exclamation mark.
func optional(t *ast.Type) *ast.Type {
	c := *t
	c.NonNull = false
	return &c
}
