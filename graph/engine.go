// Package graph is the GraphQL layer. gqlparser parses and validates; each root is compiled by package plan into one read, which the store answers
// with one statement, and what is compiled is kept with the document for other values of its variables. gqlgen executes operations that ask for the
// schema as well. No resolver exists below a root. The packages below graph are the only ones that import gqlgen. Start with Engine.Execute and
// Resolver.answer.
package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/parleygraph/parley/graph/generated"
	"github.com/parleygraph/parley/graph/plan"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// Limits bound what one operation may ask for.
type Limits struct {
	Tokens      int           // of the document
	Name        int           // letters of a name
	Depth       int           // of nested fields and inline fragments, and of nested conditions
	Roots       int           // root fields, each of which is a statement
	Aliases     int           // fields with an alias, all fragments written out
	Directives  int           // all fragments written out
	Fields      int           // all fragments written out
	Fragments   int           // of the document: validation walks each with all that it spreads
	Pairs       int           // of fields of the same name, which validation compares
	Parts       int           // lists, related nodes, conditions and steps of orders
	Cost        int           // nodes that may be answered, and prices of what must be looked at; see package query
	DefaultPage int           // size of a page for which none is asked
	MaxPage     int           // largest page
	Timeout     time.Duration // of the whole operation
}

// DefaultLimits let GraphiQL's introspection and honest research through.
func DefaultLimits() Limits {
	return Limits{
		Tokens: 2000, Name: 100, Depth: 20, Roots: 20, Aliases: 200, Directives: 100, Fields: 5000, Fragments: 50, Pairs: 10_000, Parts: 500, Cost: 1_000_000,
		DefaultPage: 25, MaxPage: 1000, Timeout: 15 * time.Second,
	}
}

// Engine executes GraphQL operations on a store.
type Engine struct {
	limits    Limits
	planner   *plan.Planner
	prices    introspection
	exec      *executor.Executor
	documents documents
	schema    *ast.Schema
	resolver  *Resolver
	log       *slog.Logger
}

// New makes an engine. Schema and model come from schema.Load.
func New(s store.Store, schema *ast.Schema, model *query.Model, limits Limits, log *slog.Logger) *Engine {
	e := &Engine{
		limits:    limits,
		planner:   &plan.Planner{Schema: schema, Model: model, DefaultPage: limits.DefaultPage, MaxPage: limits.MaxPage, MaxDepth: limits.Depth, MaxParts: limits.Parts},
		prices:    newIntrospection(schema),
		documents: documents{tokens: 200_000},
		schema:    schema,
		resolver:  &Resolver{store: s},
		log:       log,
	}
	e.exec = executor.New(generated.NewExecutableSchema(generated.Config{Schema: schema, Resolvers: e.resolver}))
	e.exec.Use(extension.Introspection{})
	e.exec.SetQueryCache(checked{})
	e.exec.SetErrorPresenter(e.present)
	e.exec.SetRecoverFunc(e.recovered)
	return e
}

// recovered makes an error of a panic.
func (e *Engine) recovered(ctx context.Context, panicked any) error {
	e.log.ErrorContext(ctx, "panic", "request", RequestID(ctx), "panic", panicked, "stack", string(debug.Stack()))
	return diplomacy.Errorf(diplomacy.Internal, "panic")
}

// Request is a GraphQL request.
type Request struct {
	Query         string
	OperationName string
	Variables     map[string]any
	OnlyQueries   bool // refuse mutations, as GET must
}

// Result is a response: the body to send, and how it came about.
type Result struct {
	Body []byte
	// Code is "" when there are no errors, else that of the first one.
	Code diplomacy.Code
	// Executed: the request was good enough to be executed; data is then in Body, maybe beside errors.
	Executed bool
	// Operation is the name that the document gives to the operation; "" when it has none, or none was chosen.
	Operation string
	Work      Work
	// Cost of what was answered; nil when there is no data.
	Cost *Cost
}

// Execute runs one operation. It never fails: errors are in the result, as GraphQL has them.
func (e *Engine) Execute(ctx context.Context, r Request) Result {
	var name string
	refuse := func(errs gqlerror.List) Result {
		for _, err := range errs {
			err.Message = shorten(err.Message)
			if code, _ := err.Extensions["code"].(diplomacy.Code); !code.Limit() {
				err.Extensions = map[string]any{"code": diplomacy.Invalid}
			}
		}
		return Result{Body: body(nil, errs), Code: errs[0].Extensions["code"].(diplomacy.Code), Operation: name}
	}
	doc, errs := e.document(r.Query)
	if errs != nil {
		return refuse(errs)
	}
	operation := doc.Operations.ForName(r.OperationName)
	switch {
	case operation == nil && r.OperationName == "":
		return refuse(gqlerror.List{gqlerror.Errorf("the document has %d operations; say by operationName which one", len(doc.Operations))})
	case operation == nil:
		return refuse(gqlerror.List{gqlerror.Errorf("the document has no operation %q", r.OperationName)})
	case r.OnlyQueries && operation.Operation != ast.Query:
		return refuse(gqlerror.List{gqlerror.Errorf("a GET request can only carry a query; send a %s by POST", operation.Operation)})
	}
	name = operation.Name
	variables, err := e.planner.Variables(operation, r.Variables)
	if err != nil {
		return refuse(gqlerror.List{told(err)})
	}
	ctx, cancel := context.WithTimeout(ctx, e.limits.Timeout)
	defer cancel()
	c, tooMuch := e.compile(ctx, doc, operation, variables)
	if tooMuch != nil {
		return refuse(gqlerror.List{tooMuch})
	}
	result := Result{Executed: true, Operation: name}
	whole := true
	if c.schema {
		var data []byte
		if data, errs = e.dispatch(ctx, c, doc, r); data == nil {
			return refuse(errs)
		}
		result.Body, whole = body(data, errs), !bytes.Equal(data, null)
	} else {
		result.Body, whole, errs = e.resolve(ctx, c)
	}
	result.Work = c.meter.total()
	if whole {
		result.Cost = c.cost()
	}
	if len(errs) > 0 {
		result.Code, _ = errs[0].Extensions["code"].(diplomacy.Code)
	}
	return result
}

var null = []byte("null")

// resolve answers the roots, all at the same time, and makes the body of them. It does what gqlgen does to an operation without fields that the
// schema answers, which takes gqlgen as long as a look-up takes the store.
func (e *Engine) resolve(ctx context.Context, c *compiled) (_ []byte, whole bool, errs gqlerror.List) {
	const begin, end = `{"data":{`, "}}"
	if len(c.roots) == 1 {
		b, err := e.root(ctx, c, 0, append(make([]byte, 0, len(begin)+len(c.roots[0].key)+len(`"":null`)+len(end)), begin...))
		if b = append(b, end...); err == nil {
			return b, true, nil
		}
		return e.failed(c, b[len(begin)-1:len(b)-1], err)
	}
	answers, failed := make([][]byte, len(c.roots)), make([]*gqlerror.Error, len(c.roots))
	var all sync.WaitGroup
	for at := range c.roots {
		all.Go(func() { answers[at], failed[at] = e.root(ctx, c, at, nil) })
	}
	all.Wait()
	data := slices.Concat([]byte("{"), bytes.Join(answers, []byte(",")), []byte("}"))
	return e.failed(c, data, failed...)
}

// failed makes a body of data and of what failed of each root, if anything did.
func (e *Engine) failed(c *compiled, data []byte, failed ...*gqlerror.Error) (_ []byte, whole bool, errs gqlerror.List) {
	whole = true
	for at, err := range failed {
		if err != nil {
			errs, whole = append(errs, err), whole && !c.roots[at].required
		}
	}
	if !whole {
		data = null
	}
	return body(data, errs), whole, errs
}

// root appends the entry of a root.
func (e *Engine) root(ctx context.Context, c *compiled, at int, to []byte) (entry []byte, failed *gqlerror.Error) {
	key := c.roots[at].key
	to = append(append(append(to, '"'), key...), `":`...)
	var err error
	defer func() {
		if panicked := recover(); panicked != nil {
			err = e.recovered(ctx, panicked)
		}
		if err != nil {
			entry, failed = append(to, null...), e.present(ctx, err)
			failed.Path = ast.Path{ast.PathName(key)}
		}
	}()
	entry, err = e.resolver.answer(ctx, c, at, to)
	return entry, nil
}

// dispatch has gqlgen execute an operation. There is no data where it is refused.
func (e *Engine) dispatch(ctx context.Context, c *compiled, doc *document, r Request) ([]byte, gqlerror.List) {
	ctx = graphql.WithResponseContext(graphql.StartOperationTrace(ctx), e.present, func(ctx context.Context, p any) error { return e.exec.PresentRecoveredError(ctx, p) })
	op, errs := e.exec.CreateOperationContext(context.WithValue(ctx, documentKey{}, doc), &graphql.RawParams{
		Query: r.Query, OperationName: r.OperationName, Variables: c.variables,
	})
	if errs != nil {
		return nil, errs
	}
	responses, ctx := e.exec.DispatchOperation(context.WithValue(ctx, compiledKey{}, c), op)
	response := responses(ctx)
	if response == nil { // the context ended before anything was read
		return null, gqlerror.List{e.present(ctx, diplomacy.Wrap(diplomacy.Unavailable, ctx.Err(), "the request was not answered in time"))}
	}
	return response.Data, response.Errors
}

// shorten keeps the begin of a message: gqlparser's repeat what a client sent, however long.
func shorten(message string) string {
	const most = 1000
	if len(message) <= most {
		return message
	}
	return strings.ToValidUTF8(message[:most], "") + "..."
}

// body puts a response together. Data is finished JSON and is copied once.
func body(data []byte, errs gqlerror.List) []byte {
	var b bytes.Buffer
	b.Grow(len(data) + len(`{"data":}`) + 100)
	b.WriteByte('{')
	if len(errs) > 0 {
		list, err := json.Marshal(errs)
		if err != nil { // extensions are ours: texts
			list = []byte(`[{"message":"internal error"}]`)
		}
		b.WriteString(`"errors":`)
		b.Write(list)
	}
	if data != nil {
		if len(errs) > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"data":`)
		b.Write(data)
	}
	b.WriteByte('}')
	return b.Bytes()
}

// present makes what a client sees of an error. What is internal goes to the log, under the request's id.
func (e *Engine) present(ctx context.Context, err error) *gqlerror.Error {
	var out *gqlerror.Error
	if !errors.As(err, &out) || out.Unwrap() != nil {
		out = &gqlerror.Error{Path: graphql.GetPath(ctx)}
		known := (*diplomacy.Error)(nil)
		switch {
		case errors.As(err, &known) && known.Code != diplomacy.Internal:
			out.Message = known.Message
			if known.Cause != nil {
				e.log.WarnContext(ctx, known.Message, "request", RequestID(ctx), "cause", known.Cause)
			}
		default:
			out.Message = "internal error; the server's log has it under request " + RequestID(ctx)
			e.log.ErrorContext(ctx, "internal error", "request", RequestID(ctx), "error", err)
		}
		out.Extensions = map[string]any{"code": diplomacy.CodeOf(err)}
	}
	if out.Extensions == nil {
		out.Extensions = map[string]any{"code": diplomacy.Invalid}
	}
	if out.Path == nil {
		out.Path = graphql.GetPath(ctx)
	}
	return out
}

type requestKey struct{}

// WithRequestID names the request in ctx, for the log and for internal errors.
func WithRequestID(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestKey{}, id)
}

// RequestID is the name given by WithRequestID, or "-".
func RequestID(ctx context.Context) string {
	if id, ok := ctx.Value(requestKey{}).(string); ok {
		return id
	}
	return "-"
}
