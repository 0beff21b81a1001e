package main

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"
	"net/url"
	"strings"

	"github.com/ncruces/go-sqlite3/driver"
	"github.com/ncruces/go-sqlite3/ext/fts5"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/cypher"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// side is one of those that are compared: a request, done once.
type side func(ctx context.Context) error

// engine is Parley's engine on a store, in this process.
func engine(s store.Store, sch *ast.Schema, m *query.Model) *graph.Engine {
	return graph.New(s, sch, m, graph.DefaultLimits(), slog.New(slog.DiscardHandler))
}

// whole is an operation as Parley executes it: from the document to the bytes of the response.
func whole(e *graph.Engine, r graph.Request) side {
	return func(ctx context.Context) error {
		if result := e.Execute(ctx, r); result.Code != "" {
			return fmt.Errorf("%.300s", result.Body)
		}
		return nil
	}
}

// watched is a store that keeps what its last Read was, and answered.
type watched struct {
	store.Store
	read   *query.Read
	answer query.Value
}

func (w *watched) Read(ctx context.Context, r *query.Read) (query.Value, error) {
	v, err := w.Store.Read(ctx, r)
	w.read, w.answer = r, v
	return v, err
}

// compiled is the read that an operation is compiled to, and its answer.
func compiled(ctx context.Context, s store.Store, sch *ast.Schema, m *query.Model, r graph.Request) (*query.Read, query.Value, error) {
	w := &watched{Store: s}
	err := whole(engine(w, sch, m), r)(ctx)
	return w.read, w.answer, err
}

// bare sends Cypher by the driver alone, and takes the decoded rows.
func bare(d neo4j.DriverWithContext, text string, params map[string]any) side {
	return func(ctx context.Context) error {
		session := d.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, FetchSize: neo4j.FetchAll})
		defer func() { _ = session.Close(ctx) }()
		result, err := session.Run(ctx, text, params)
		if err != nil {
			return err
		}
		_, err = result.Collect(ctx)
		return err
	}
}

// printed is what Parley sends for a read, sent by the driver alone.
func printed(d neo4j.DriverWithContext, r *query.Read) side {
	c := cypher.Print(r)
	return bare(d, c.Text, c.Params)
}

// handSQL runs an operation's hand-written statement, prepared once; it answers the JSON of the response.
func handSQL(ctx context.Context, db *sql.DB, op *operation) (side, error) {
	stmt, err := db.PrepareContext(ctx, op.sql)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", op.name, err)
	}
	var args []any
	for name, v := range used(op.sql, op.hand, ":") {
		args = append(args, sql.Named(name, v))
	}
	return func(ctx context.Context) error {
		var answer string
		return stmt.QueryRowContext(ctx, args...).Scan(&answer)
	}, nil
}

// openFile opens a store's file by database/sql alone, with the driver and the settings of Parley's readers.
func openFile(address string) (*sql.DB, error) {
	q := url.Values{"_pragma": {"busy_timeout(10000)", "query_only(on)", "cache_size(-65536)"}}
	return driver.Open((&url.URL{Scheme: "file", OmitHost: true, Path: strings.TrimPrefix(address, "sqlite:"), RawQuery: q.Encode()}).String(), fts5.Register)
}

// hits is what a statement costs the database: the sum of its plan's db hits.
func hits(ctx context.Context, d neo4j.DriverWithContext, text string, params map[string]any) (int64, error) {
	session := d.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, "PROFILE "+text, params)
	if err != nil {
		return 0, err
	}
	summary, err := drained(ctx, result)
	if err != nil {
		return 0, err
	}
	var sum func(neo4j.ProfiledPlan) int64
	sum = func(p neo4j.ProfiledPlan) int64 {
		n := p.DbHits()
		for _, c := range p.Children() {
			n += sum(c)
		}
		return n
	}
	return sum(summary.Profile()), nil
}

// costs are the db hits of an operation as it is compiled, and as it is written by hand.
func costs(ctx context.Context, d neo4j.DriverWithContext, s store.Store, sch *ast.Schema, m *query.Model, op *operation) (ours, theirs int64, err error) {
	r, _, err := compiled(ctx, s, sch, m, op.parley)
	if err != nil {
		return 0, 0, err
	}
	c := cypher.Print(r)
	if ours, err = hits(ctx, d, c.Text, c.Params); err != nil {
		return 0, 0, err
	}
	theirs, err = hits(ctx, d, op.cypher, used(op.cypher, op.hand, "$"))
	return ours, theirs, err
}

// drained reads all that a result has: before that, the server does not know what the statement cost.
func drained(ctx context.Context, result neo4j.ResultWithContext) (neo4j.ResultSummary, error) {
	for result.Next(ctx) {
	}
	if err := result.Err(); err != nil {
		return nil, err
	}
	return result.Consume(ctx)
}
