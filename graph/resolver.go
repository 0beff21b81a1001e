package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/parleygraph/parley/graph/answer"
	"github.com/parleygraph/parley/graph/plan"
	"github.com/parleygraph/parley/internal/store"
)

// Resolver resolves the roots. The methods that gqlgen asks for are generated; each calls read.
type Resolver struct {
	store   store.Store
	planner *plan.Planner
}

func (r *Resolver) read(ctx context.Context) (answer.JSON, error) {
	op, field := graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx).Field
	read, err := r.planner.Read(op.Doc.Fragments, field.Field, field.Selections, op.Variables)
	if err != nil {
		return nil, err
	}
	value, err := r.store.Read(ctx, read)
	if err != nil {
		return nil, err
	}
	b, err := read.Write(value)
	return b, err
}
