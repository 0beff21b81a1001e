package main

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// relationType is the enum of all relationships' types.
const relationType = "RelationType"

// relationTypes adds the enum. An argument of that type which has no default gets one: all that do not lead to a source.
func (d *derivation) relationTypes() {
	toSource := map[string]bool{}
	for _, def := range d.nouns {
		for _, f := range def.Fields {
			if edge := f.Directives.ForName("edge"); edge != nil {
				name := edge.Arguments.ForName("type").Value.Raw
				toSource[name] = toSource[name] || isSource(def) || isSource(d.definition(f.Type.Name()))
			}
		}
	}
	enum := &ast.Definition{Kind: ast.Enum, Name: relationType, Description: "The relations of the graph, by the type of their relationship."}
	usual := &ast.Value{Kind: ast.ListValue}
	for name := range toSource {
		enum.EnumValues = append(enum.EnumValues, &ast.EnumValueDefinition{Name: name})
		if !toSource[name] {
			usual.Children = append(usual.Children, &ast.ChildValue{Value: &ast.Value{Kind: ast.EnumValue, Raw: name}})
		}
	}
	slices.SortFunc(enum.EnumValues, func(a, b *ast.EnumValueDefinition) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(usual.Children, func(a, b *ast.ChildValue) int { return strings.Compare(a.Value.Raw, b.Value.Raw) })
	d.add(enum)
	for _, ext := range d.doc.Extensions {
		for _, f := range ext.Fields {
			for _, a := range f.Arguments {
				if a.Type.Name() == relationType && a.DefaultValue == nil {
					a.DefaultValue = usual
				}
			}
		}
	}
}

func isSource(def *ast.Definition) bool {
	node := def.Directives.ForName("node")
	source := node.Arguments.ForName("source")
	return source != nil && source.Value.Raw == "true"
}

// extendQuery takes the root fields that are written by hand: of `extend type Query`.
func (d *derivation) extendQuery() {
	d.doc.Extensions = slices.DeleteFunc(d.doc.Extensions, func(ext *ast.Definition) bool {
		if ext.Name != "Query" {
			return false
		}
		d.roots = append(d.roots, ext.Fields...)
		return true
	})
}
