package graph

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"

	"github.com/parleygraph/parley/graph/answer"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// Resolver resolves the roots. The methods that gqlgen asks for are generated; each calls read.
type Resolver struct {
	store store.Store
}

// read answers a root field of an operation that gqlgen executes.
func (r *Resolver) read(ctx context.Context) (answer.JSON, error) {
	c := ctx.Value(compiledKey{}).(*compiled)
	return r.answer(ctx, c, c.root(graphql.GetFieldContext(ctx).Field.Alias), nil)
}

// answer appends the answer of a root field, which was compiled before the first statement ran.
func (r *Resolver) answer(ctx context.Context, c *compiled, at int, to []byte) ([]byte, error) {
	if err := c.roots[at].err; err != nil {
		return nil, err
	}
	read := c.roots[at].read.With(c.variables)
	value, spent, err := r.ask(ctx, read, &c.meter)
	if err != nil {
		return nil, err
	}
	c.actual[at].Store(int64(spent.Cost))
	return read.Append(to, value, spent.Size)
}

// ask asks the store, and measures what it does.
func (r *Resolver) ask(ctx context.Context, read *query.Read, m *meter) (value query.Value, spent query.Spent, err error) {
	ctx, span := step(ctx, "store")
	defer span.End()
	began := time.Now()
	value, err = r.store.Read(ctx, read)
	took := time.Since(began)
	if err != nil {
		span.SetStatus(codes.Error, string(diplomacy.CodeOf(err))) // its message may hold what a client sent
	} else {
		spent = read.Spent(value)
	}
	m.statement(spent.Rows, took)
	return value, spent, err
}

// step begins a span below the one that ctx has. Where nobody traces it is nothing.
func step(ctx context.Context, name string) (context.Context, trace.Span) {
	if !trace.SpanFromContext(ctx).IsRecording() {
		return ctx, noop.Span{}
	}
	return trace.SpanFromContext(ctx).TracerProvider().Tracer("github.com/parleygraph/parley/graph").Start(ctx, name)
}
