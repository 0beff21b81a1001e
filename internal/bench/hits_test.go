package main

import (
	"context"
	"encoding/json"
	"flag"
	"io"
	"os"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/parleygraph/parley/internal/neo4jtest"
	"github.com/parleygraph/parley/schema"
)

var update = flag.Bool("update", false, "rewrite testdata/hits.json")

// cost is what an operation costs Neo4j in db hits, as Parley compiles it and as it is written by hand.
type cost struct {
	Parley, Hand int64
}

// What an operation costs the database does not depend on the machine. It must not grow by more than 5 % over what was once reached, nor beyond 1.2
// times what it costs by hand where that does the same.
func TestHits(t *testing.T) {
	ctx := context.Background()
	uri := neo4jtest.URI(t)
	neo4jtest.Reset(t, uri)
	t.Cleanup(func() { neo4jtest.Reset(t, uri) })
	sch, model, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	small := size{Actors: 300, Statements: 3000}
	o, err := openNeo4j(ctx, model, uri, small, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = o.store.Close() })
	d, err := driver.NewDriverWithContext(uri, driver.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close(ctx) })
	// The planner must know what is there now: it has seen the indexes empty.
	if err := bare(d, "CALL db.prepareForReplanning()", nil)(ctx); err != nil {
		t.Fatal(err)
	}
	all, err := operations(ctx, engine(o.store, sch, model), small)
	if err != nil {
		t.Fatal(err)
	}
	golden, got := map[string]cost{}, map[string]cost{}
	text, err := os.ReadFile("testdata/hits.json")
	if err == nil {
		err = json.Unmarshal(text, &golden)
	}
	if err != nil && !*update {
		t.Fatal(err)
	}
	for _, op := range all {
		if !engine(o.store, sch, model).Execute(ctx, op.parley).Executed {
			continue // of another schema
		}
		var c cost
		if c.Parley, c.Hand, err = costs(ctx, d, o.store, sch, model, op); err != nil {
			t.Fatalf("%s: %v", op.name, err)
		}
		got[op.name] = c
		if *update {
			continue
		}
		was, ok := golden[op.name]
		switch {
		case !ok:
			t.Errorf("%s costs %d db hits; testdata/hits.json does not know it, see -update", op.name, c.Parley)
		case float64(c.Parley) > 1.05*float64(was.Parley):
			t.Errorf("%s costs %d db hits, and once cost %d", op.name, c.Parley, was.Parley)
		case op.more == "" && float64(c.Parley) > 1.2*float64(c.Hand):
			t.Errorf("%s costs %d db hits, by hand %d", op.name, c.Parley, c.Hand)
		}
	}
	if *update {
		text, err := json.MarshalIndent(got, "", "  ")
		if err == nil {
			err = os.MkdirAll("testdata", 0o755)
		}
		if err == nil {
			err = os.WriteFile("testdata/hits.json", append(text, '\n'), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
