package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/internal/store/neo4j"
	"github.com/parleygraph/parley/internal/store/sqlite"
)

// opened is a store that holds a generated graph.
type opened struct {
	name    string // SQLite, Neo4j
	address string // as parley's --store takes it
	size    size
	store   store.Store
}

// openSQLite opens the file of a size in a folder, and generates it where it is missing.
func openSQLite(ctx context.Context, model *query.Model, folder string, s size, log io.Writer) (*opened, error) {
	path := filepath.Join(folder, s.mark()+".db")
	opened := &opened{name: "SQLite", address: "sqlite:" + path, size: s}
	db, err := sqlite.Open(ctx, path, model, sqlite.Options{})
	if err != nil {
		return nil, err
	}
	if whole, err := holds(ctx, db, model, s); err != nil || whole {
		opened.store = db
		return opened, err
	}
	// A file that another run did not finish is begun anew: writing what is there already takes longer.
	_ = db.Close()
	for _, end := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + end); err != nil && !os.IsNotExist(err) {
			return nil, err
		}
	}
	if opened.store, err = sqlite.Open(ctx, path, model, sqlite.Options{}); err != nil {
		return nil, err
	}
	return opened, fill(ctx, opened, model, log)
}

// openNeo4j fills a Neo4j where it does not have the graph already.
func openNeo4j(ctx context.Context, model *query.Model, uri string, s size, log io.Writer) (*opened, error) {
	db, err := neo4j.Open(ctx, uri, model, neo4j.Options{WriteTimeout: 10 * time.Minute, ReadTimeout: 5 * time.Minute})
	if err != nil {
		return nil, err
	}
	opened := &opened{name: "Neo4j", address: uri, size: s, store: db}
	whole, err := holds(ctx, db, model, s)
	if err != nil || whole {
		return opened, err
	}
	others := 0
	err = db.Nodes(ctx, func(store.Node) error { others++; return io.EOF })
	if others > 0 {
		return nil, fmt.Errorf("the database at %s is not empty, and does not hold %s; name an empty one", uri, s.mark())
	}
	if err != nil {
		return nil, err
	}
	return opened, fill(ctx, opened, model, log)
}

// holds reports whether a store has the whole graph: the node that is written last.
func holds(ctx context.Context, s store.Store, model *query.Model, size size) (bool, error) {
	answer, err := s.Read(ctx, &query.Read{Set: &query.Set{
		Noun: model.Noun("Issue"), Rows: true, Limit: 1, Order: []query.Order{{Column: query.ID}}, Columns: []query.Selected{{Column: query.ID}},
		Filter: query.Compare{Column: query.ID, Op: query.Eq, Value: diplomacy.ID("Issue", size.mark())},
	}})
	return err == nil && len(answer.List[0].List) == 1, err
}

func fill(ctx context.Context, into *opened, model *query.Model, log io.Writer) error {
	start, nodes, edges := time.Now(), 0, 0
	err := generate(ctx, model, into.size, func(b store.Batch) error {
		c, err := into.store.Write(ctx, b)
		nodes, edges = nodes+c.NodesCreated, edges+c.EdgesCreated
		_, _ = fmt.Fprintf(log, "\r%s: %d nodes and %d edges in %s ", into.name, nodes, edges, time.Since(start).Round(time.Second))
		return err
	})
	_, _ = fmt.Fprintln(log)
	return err
}
