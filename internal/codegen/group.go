package main

import (
	"fmt"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// groupBy is the field of a connection.
func (d *derivation) groupBy(name string) *ast.FieldDefinition {
	f := field("groupBy", ast.NonNullNamedType(name+"Groups", nil),
		"All of them, on all pages together, in groups: of those with the same value, of each related node, of each month. See `"+name+"GroupBy`.")
	f.Arguments = ast.ArgumentDefinitionList{
		{Name: "by", Type: list(name + "GroupBy"), Description: "What the nodes of a group have in common: one to three keys. Of two keys, each combination that occurs is a group."},
		{Name: "orderBy", Type: optional(list(name + "GroupOrder")), Description: "By the keys where nothing else is said; equal places are settled by the keys. Groups without a key come last."},
		{Name: "first", Type: ast.NamedType("Int", nil), Description: "How many groups. 25 where it is not said; `hasMore` tells whether there are more."},
	}
	return f
}

// groups derives what the nodes of a noun come to, and how they are grouped.
func (d *derivation) groups(def *ast.Definition) error {
	name := def.Name
	aggregate := object(name+"Aggregate", "What many "+name+" nodes come to. A property's aggregate looks at those nodes only that have the property.",
		field("count", ast.NonNullNamedType("Int", nil), "How many nodes there are."))
	order := input(name+"AggregateOrder", "An aggregate to order groups by.")
	by := input(name+"GroupBy", "A key of groups of "+name+" nodes: `{property: EACH}`, `{date: MONTH}`, `{relation: {node: EACH}}`, or a property of related nodes, "+
		"`{relation: {property: EACH}}`, at most two relations away. A node is in the group of each node that a relation leads to; where it leads to none, in the group whose key is null. "+
		"Two keys along the same relation are keys of the same related node.",
		field("node", ast.NamedType("GroupEach", nil), "One group for each node itself. Along a relation: `speakers: {node: EACH}`."))
	by.Directives, order.Directives = oneOf(), oneOf()
	key := object(name+"GroupKey", "What the nodes of a group have in common. Only what is in `by` can be asked for, in the same places.",
		field("node", ast.NamedType(name, nil), "Null for the group of what leads to no node."))
	for _, f := range def.Fields {
		typ := f.Type.Name()
		switch {
		case f.Name == "node" || f.Name == "count":
			return fmt.Errorf("%s.%s: the name has a meaning in aggregates and groups", name, f.Name)
		case f.Directives.ForName("edge") != nil:
			by.Fields = append(by.Fields, field(f.Name, ast.NamedType(typ+"GroupBy", nil), f.Description))
			key.Fields = append(key.Fields, field(f.Name, ast.NonNullNamedType(typ+"GroupKey", nil), ""))
		case !isProperty(f):
		case typ == "PartialDate":
			by.Fields = append(by.Fields, field(f.Name, ast.NamedType("DateGrouping", nil), f.Description))
			key.Fields = append(key.Fields, field(f.Name, ast.NonNullNamedType("DateGroupKey", nil), ""))
		default:
			by.Fields = append(by.Fields, field(f.Name, ast.NamedType("GroupEach", nil), f.Description))
			key.Fields = append(key.Fields, field(f.Name, ast.NamedType(typ, nil), ""))
		}
		if isProperty(f) {
			aggregate.Fields = append(aggregate.Fields, field(f.Name, ast.NonNullNamedType(typ+"Aggregate", nil), f.Description))
			order.Fields = append(order.Fields, field(f.Name, ast.NamedType(typ+"AggregateOrder", nil), ""))
		}
	}
	groupOrder := input(name+"GroupOrder", "One step of an order of groups. Missing values come last in both directions.",
		field("count", ast.NamedType("SortDirection", nil), "By how many nodes are in the group."),
		field("keys", ast.NamedType("SortDirection", nil), "By the keys in their order: texts by code point, dates by the time they cover, nodes by `key`."),
		field("aggregate", ast.NamedType(name+"AggregateOrder", nil), "By what its nodes come to: `{aggregate: {property: {max: DESC}}}`."))
	groupOrder.Directives = oneOf()
	d.add(aggregate)
	d.add(order)
	d.add(by)
	d.add(key)
	d.add(groupOrder)
	d.add(object(name+"Group", "The "+name+" nodes that have a key in common.",
		field("key", ast.NonNullNamedType(name+"GroupKey", nil), ""),
		field("aggregate", ast.NonNullNamedType(name+"Aggregate", nil), "What the nodes of the group come to."),
	))
	d.add(object(name+"Groups", "Groups of "+name+" nodes.",
		field("groups", list(name+"Group"), ""),
		field("hasMore", ast.NonNullNamedType("Boolean", nil), "There are more groups than `first`."),
	))
	return nil
}

// grouping adds what aggregates and groups have whatever the nouns, and the aggregate of every scalar that a noun has.
func (d *derivation) grouping() {
	d.add(&ast.Definition{Kind: ast.Enum, Name: "GroupEach", Description: "How a value makes groups.", EnumValues: ast.EnumValueList{
		{Name: "EACH", Description: "One group for each."},
	}})
	d.add(&ast.Definition{Kind: ast.Enum, Name: "DateGrouping", Description: "How dates make groups. A date is in the day, week, month, quarter or year that holds the whole of it. " +
		"Nothing is rounded: `2025-11` is in no day, an interval over New Year in no year; such dates are a group of their own, `lessPrecise`.", EnumValues: ast.EnumValueList{
		{Name: "EACH", Description: "One group for each expression: `2025-11` and `2025-11-08` are two."},
		{Name: "DAY", Description: "In UTC: `2025-11-08`."},
		{Name: "WEEK", Description: "From Monday to Sunday (ISO 8601), as an interval: `2025-11-03/2025-11-09`."},
		{Name: "MONTH", Description: "`2025-11`"},
		{Name: "QUARTER", Description: "As an interval: `2025-10/2025-12`."},
		{Name: "YEAR", Description: "`2025`"},
	}})
	d.add(object("DateGroupKey", "The dates of a group.",
		field("date", ast.NamedType("PartialDate", nil), "The day, week, month, quarter or year; a value for the filter `within`. Null for nodes without a date, and for those whose dates are `lessPrecise`."),
		field("lessPrecise", ast.NonNullNamedType("Boolean", nil), "The group of those dates that no single day (or week, ...) holds. The nodes without any date are another group."),
	))
	counts := []string{"count", "countDistinct"}
	functions := map[string][]string{
		"Int": {"min", "max", "avg", "sum"}, "Float": {"min", "max", "avg", "sum"}, "Boolean": {"countTrue", "countFalse"},
	}
	docs := map[string]string{
		"count": "How many nodes have it.", "countDistinct": "How many different values there are.", "countTrue": "How many are true.", "countFalse": "How many are false.",
		"min": "Null where no node has it.", "max": "Null where no node has it.",
		"avg": "The mean of those that have it, rounded to six decimals. Null where no node has it. Groups are ordered by it before it is rounded.",
		"sum": "Exact, also beyond 32 bits, in all the digits of the answer. Null where no node has it.",
	}
	var scalars []string
	for _, n := range d.nouns {
		for _, f := range n.Fields {
			if isProperty(f) && !slices.Contains(scalars, f.Type.Name()) {
				scalars = append(scalars, f.Type.Name())
			}
		}
	}
	for _, typ := range scalars {
		def := object(typ+"Aggregate", "What the "+typ+" values of many nodes come to.")
		order := input(typ+"AggregateOrder", "What to order groups by.")
		order.Directives = oneOf()
		names, ok := functions[typ]
		if !ok {
			names = []string{"min", "max"}
		}
		for _, name := range append(slices.Clone(counts), names...) {
			t, doc := ast.NonNullNamedType("Int", nil), docs[name]
			switch name {
			case "min", "max":
				t = ast.NamedType(typ, nil)
				switch {
				case typ == "PartialDate" && name == "min":
					doc = "The date that begins first, as it is: no more precise than its source. " + doc
				case typ == "PartialDate":
					doc = "The date that ends last, as it is: no more precise than its source. " + doc
				case !ok:
					doc = "By code point. " + doc
				}
			case "avg", "sum":
				t = ast.NamedType("Float", nil)
			}
			def.Fields = append(def.Fields, field(name, t, doc))
			order.Fields = append(order.Fields, field(name, ast.NamedType("SortDirection", nil), ""))
		}
		d.add(def)
		d.add(order)
	}
}
