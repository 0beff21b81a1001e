package main

import "github.com/vektah/gqlparser/v2/ast"

// reached lists the types that a question can come to, or the use of a directive: what is derived of every noun serves not all of them.
func reached(doc *ast.SchemaDocument) map[string]bool {
	seen := map[string]bool{}
	var reach func(name string)
	use := func(args ast.ArgumentDefinitionList, typ *ast.Type) {
		if typ != nil {
			reach(typ.Name())
		}
		for _, a := range args {
			reach(a.Type.Name())
		}
	}
	reach = func(name string) {
		def := doc.Definitions.ForName(name)
		if seen[name] || def == nil {
			return
		}
		seen[name] = true
		for _, f := range def.Fields {
			use(f.Arguments, f.Type)
		}
		for _, i := range def.Interfaces {
			reach(i)
		}
		for _, member := range def.Types {
			reach(member)
		}
		if def.Kind != ast.Interface {
			return
		}
		for _, other := range doc.Definitions {
			for _, i := range other.Interfaces {
				if i == name {
					reach(other.Name)
				}
			}
		}
	}
	reach("Query")
	for _, d := range doc.Directives {
		use(d.Arguments, nil)
	}
	return seen
}
