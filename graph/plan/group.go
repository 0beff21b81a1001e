package plan

import (
	"fmt"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
)

// object is one whose rows are all of one noun.
func object(fields []query.Field) *query.Object {
	return &query.Object{NounColumn: -1, Fields: map[string][]query.Field{"": fields}}
}

// named is what collect needs for the selection of an object type that is no noun.
func named(typ string) func(string) bool {
	return func(condition string) bool { return condition == typ }
}

// aggregates collects what is wanted of many nodes, each thing once.
type aggregates struct {
	c      *compiler
	to     *[]query.Aggregate
	offset int // what stands before them in the row
}

func (a *aggregates) column(function query.Function, p *query.Property) int {
	wanted := query.Aggregate{Function: function, Property: p}
	i := slices.Index(*a.to, wanted)
	if i < 0 {
		i = len(*a.to)
		*a.to = append(*a.to, wanted)
	}
	return a.offset + i
}

// functions are the fields of aggregates, and what groups are ordered by.
var functions = map[string]query.Function{
	"count": query.Count, "countDistinct": query.CountDistinct, "countTrue": query.CountTrue, "countFalse": query.CountFalse,
	"min": query.Min, "max": query.Max, "sum": query.Sum, "avg": query.Average,
}

// fields compiles the selection of a noun's aggregate.
func (a *aggregates) fields(noun *query.Noun, selections ast.SelectionSet) ([]query.Field, error) {
	out := []query.Field{}
	for _, f := range a.c.collect(selections, named(noun.Name+"Aggregate")) {
		to := query.Field{Key: f.key}
		switch p := noun.Property(f.ast.Name); {
		case f.ast.Name == "__typename":
			to.Typename = noun.Name + "Aggregate"
		case f.ast.Name == "count":
			to.Type, to.Column = query.Integer, a.column(query.CountNodes, nil)
		default:
			to.Fields = a.property(p, f)
		}
		out = append(out, to)
	}
	return out, nil
}

func (a *aggregates) property(p *query.Property, f field) []query.Field {
	out := []query.Field{}
	typ := f.ast.Definition.Type.Name()
	for _, f := range a.c.collect(f.selections, named(typ)) {
		to := query.Field{Key: f.key, Type: query.Integer}
		function := functions[f.ast.Name]
		switch {
		case f.ast.Name == "__typename":
			to.Typename = typ
		case function == query.Average:
			to.Type, to.As = p.Type, query.AsAverage
			to.Column, to.Per = a.column(query.Sum, p), a.column(query.Count, p)
		default:
			to.Column = a.column(function, p)
			if function == query.Min || function == query.Max {
				to.Type = p.Type
			}
			if function == query.Sum && p.Type == query.Real {
				to.As = query.AsMillionths
			}
		}
		out = append(out, to)
	}
	return out
}

const (
	mostKeys  = 3 // of a group
	mostSteps = 2 // to a key
)

// grouping is a query.Grouping being compiled.
type grouping struct {
	*query.Grouping
	c     *compiler
	keys  map[string]int // by the names that lead to them: speakers.node
	nodes []*row         // of each key that is a node
}

// groupBy compiles a field groupBy.
func (c *compiler) groupBy(noun *query.Noun, f field) (*query.Grouping, *query.Groups, error) {
	c.path = append(c.path, f.key)
	defer func() { c.path = c.path[:len(c.path)-1] }()
	args, err := c.arguments(f.ast)
	if err != nil {
		return nil, nil, err
	}
	g := &grouping{Grouping: &query.Grouping{}, c: c, keys: map[string]int{}}
	by := args["by"].([]any)
	if len(by) == 0 || len(by) > mostKeys {
		return nil, nil, invalid(append(c.path, "by"), "%d keys are given; group by 1 to %d", len(by), mostKeys)
	}
	for i, k := range by {
		if err := g.addKey(noun, k.(map[string]any), query.GroupKey{}, "", append(slices.Clip(c.path), "by", fmt.Sprint(i))); err != nil {
			return nil, nil, err
		}
	}
	g.order(noun, args["orderBy"])
	size := int64(c.DefaultPage)
	if first, ok := args["first"].(int64); ok {
		size = first
	}
	if size < 0 || size > int64(c.MaxPage) {
		code := diplomacy.Invalid
		if size > int64(c.MaxPage) {
			code = diplomacy.LimitPage
		}
		return nil, nil, refuse(code, append(c.path, "first"), "%d is not a number of groups; ask for 0 to %d", size, c.MaxPage)
	}
	groups := &query.Groups{Size: int(size)}
	g.Limit = groups.Size + 1 // one more tells whether there are more
	typ := noun.Name + "Groups"
	for _, f := range c.collect(f.selections, named(typ)) {
		part := query.Part{Key: f.key, Kind: groupsParts[f.ast.Name], Typename: typ}
		if part.Kind == query.GroupsPart {
			fields, err := g.group(noun, f.selections)
			if err != nil {
				return nil, nil, err
			}
			part.Object = object(fields)
		}
		groups.Parts = append(groups.Parts, part)
	}
	return g.Grouping, groups, nil
}

var groupsParts = map[string]query.PartKind{"__typename": query.TypenamePart, "groups": query.GroupsPart, "hasMore": query.HasMorePart}

// units are the values of the enum DateGrouping.
var units = map[any]query.Unit{
	"EACH": query.Expression, "DAY": query.Day, "WEEK": query.Week, "MONTH": query.Month, "QUARTER": query.Quarter, "YEAR": query.Year,
}

// addKey compiles one of `by`. Name says how the noun was reached.
func (g *grouping) addKey(noun *query.Noun, by map[string]any, key query.GroupKey, name string, path []string) error {
	for field, value := range by { // one: it is @oneOf
		path, name = append(path, field), name+field
		if rel := noun.Relation(field); rel != nil {
			if len(key.Path) == mostSteps {
				return invalid(path, "it is more than %d relations away; group by what is nearer", mostSteps)
			}
			key.Path = append(key.Path, query.Step{Relation: rel, Filter: g.c.reached(rel)})
			return g.addKey(rel.Target, value.(map[string]any), key, name+".", path)
		}
		if _, ok := g.keys[name]; ok {
			return invalid(path, "it is given twice")
		}
		var node *row
		if key.Property = noun.Property(field); key.Property == nil {
			key.Node = &query.Set{Noun: noun}
			node = g.c.row(key.Node)
		} else if key.Property.Type == query.Date {
			key.Unit = units[value]
		}
		g.keys[name] = len(g.Keys)
		g.Keys, g.nodes = append(g.Keys, key), append(g.nodes, node)
	}
	return nil
}

func (g *grouping) order(noun *query.Noun, orderBy any) {
	steps, _ := orderBy.([]any)
	for _, step := range steps {
		for by, value := range step.(map[string]any) {
			o := query.GroupOrder{Keys: by == "keys", Descending: value == "DESC"}
			if by == "aggregate" {
				for property, value := range value.(map[string]any) {
					for function, direction := range value.(map[string]any) {
						o.Aggregate = query.Aggregate{Function: functions[function], Property: noun.Property(property)}
						o.Descending = direction == "DESC"
					}
				}
			}
			g.Order = append(g.Order, o)
		}
	}
}

// group compiles the selection of a group.
func (g *grouping) group(noun *query.Noun, selections ast.SelectionSet) ([]query.Field, error) {
	out := []query.Field{}
	typ := noun.Name + "Group"
	for _, f := range g.c.collect(selections, named(typ)) {
		to := query.Field{Key: f.key}
		var err error
		switch f.ast.Name {
		case "__typename":
			to.Typename = typ
		case "key":
			to.Fields, err = g.key(noun, "", f)
		case "aggregate":
			to.Fields, err = (&aggregates{c: g.c, to: &g.Aggregates, offset: len(g.Keys)}).fields(noun, f.selections)
		}
		if err != nil {
			return nil, err
		}
		out = append(out, to)
	}
	return out, nil
}

// key compiles the selection of a group's key, or of a part of it that belongs to related nodes. Name says how they were reached.
func (g *grouping) key(noun *query.Noun, name string, of field) ([]query.Field, error) {
	g.c.path = append(g.c.path, of.key)
	defer func() { g.c.path = g.c.path[:len(g.c.path)-1] }()
	out := []query.Field{}
	typ := noun.Name + "GroupKey"
	for _, f := range g.c.collect(of.selections, named(typ)) {
		to := query.Field{Key: f.key}
		if f.ast.Name == "__typename" {
			to.Typename = typ
			out = append(out, to)
			continue
		}
		if rel := noun.Relation(f.ast.Name); rel != nil {
			var err error
			if to.Fields, err = g.key(rel.Target, name+f.ast.Name+".", f); err != nil {
				return nil, err
			}
			out = append(out, to)
			continue
		}
		i, ok := g.keys[name+f.ast.Name]
		if !ok {
			return nil, invalid(append(g.c.path, f.key), "the groups have no key %s; add it to `by`, or leave it out here", name+f.ast.Name)
		}
		to.Column = i
		switch k := g.Keys[i]; {
		case k.Property == nil:
			row := g.nodes[i]
			present := row.column(query.ID)
			object, err := row.object(noun, f.selections)
			if err != nil {
				return nil, err
			}
			to.Shape = query.Row{Object: object, Present: present}
		case k.Property.Type == query.Date:
			to.Fields = g.date(k, i, f)
		default:
			to.Type = k.Property.Type
		}
		out = append(out, to)
	}
	return out, nil
}

// date compiles the selection of a key that is a date.
func (g *grouping) date(k query.GroupKey, column int, of field) []query.Field {
	out := []query.Field{}
	typ := of.ast.Definition.Type.Name()
	for _, f := range g.c.collect(of.selections, named(typ)) {
		to := query.Field{Key: f.key, Type: query.Date, Column: column}
		switch f.ast.Name {
		case "__typename":
			to.Typename = typ
		case "lessPrecise":
			to.As = query.AsVague
		default:
			switch k.Unit {
			case query.Expression:
			case query.Week:
				to.As = query.AsWeek
			case query.Quarter:
				to.As = query.AsQuarter
			default:
				to.As = query.AsSpan
			}
		}
		out = append(out, to)
	}
	return out
}
