package graph

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"github.com/parleygraph/parley/graph/answer"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// Resolver resolves the roots. The methods that gqlgen asks for are generated; each calls read.
type Resolver struct {
	store store.Store
}

// read answers a root field, which was compiled before the first statement ran.
func (r *Resolver) read(ctx context.Context) (answer.JSON, error) {
	read, actual, err := ctx.Value(compiledKey{}).(*compiled).read(graphql.GetFieldContext(ctx).Field.Alias)
	if err != nil {
		return nil, err
	}
	value, err := r.ask(ctx, read)
	if err != nil {
		return nil, err
	}
	b, err := read.Write(value)
	actual.Store(int64(read.Actual(value)))
	return b, err
}

// ask asks the store, and measures what it does.
func (r *Resolver) ask(ctx context.Context, read *query.Read) (query.Value, error) {
	ctx, span := step(ctx, "store")
	defer span.End()
	began := time.Now()
	value, err := r.store.Read(ctx, read)
	ctx.Value(meterKey{}).(*meter).statement(read, value, time.Since(began))
	if err != nil {
		span.SetStatus(codes.Error, string(diplomacy.CodeOf(err))) // its message may hold what a client sent
	}
	return value, err
}

// step begins a span below the one that ctx has. Where nobody traces it is nothing.
func step(ctx context.Context, name string) (context.Context, trace.Span) {
	return trace.SpanFromContext(ctx).TracerProvider().Tracer("github.com/parleygraph/parley/graph").Start(ctx, name)
}
