package main

import (
	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/vektah/gqlparser/v2/ast"
)

// compiledRoots makes gqlgen generate an executor that resolves roots only: for code generation, every root field is a scalar
// without arguments, bound to the answer that its statement gave. The served schema stays the whole one, so that validation and
// introspection know every type; below a root nothing can be resolved, hence nothing can be resolved one by one.
type compiledRoots struct{}

func (compiledRoots) Name() string { return "compiledRoots" }

// Answer is the scalar's name. It exists while gqlgen runs.
const answer = "Answer"

func (compiledRoots) MutateConfig(cfg *config.Config) error {
	types := map[string]*ast.Definition{answer: {Kind: ast.Scalar, Name: answer, Position: cfg.Schema.Query.Position}}
	for name, def := range cfg.Schema.Types {
		if def.BuiltIn || def == cfg.Schema.Query {
			types[name] = def
		}
	}
	cfg.Schema.Types = types
	for _, mapping := range []string{"node", "edge", "key", "index", "search", "default"} {
		delete(cfg.Schema.Directives, mapping)
	}
	for _, f := range cfg.Schema.Query.Fields {
		if len(f.Name) > 2 && f.Name[:2] == "__" {
			continue
		}
		f.Arguments = nil
		f.Type = &ast.Type{NamedType: answer, NonNull: f.Type.NonNull}
	}
	cfg.Models[answer] = config.TypeMapEntry{Model: config.StringList{"github.com/parleygraph/parley/graph/answer.JSON"}}
	return nil
}

// Implement writes the body of a root resolver: it is the same for all.
func (compiledRoots) Implement(_ string, _ *codegen.Field) string { return "return r.read(ctx)" }
