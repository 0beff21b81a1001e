package storetest_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/parleygraph/parley/internal/neo4jtest"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/internal/store/neo4j"
	"github.com/parleygraph/parley/internal/store/sqlite"
	"github.com/parleygraph/parley/internal/store/storetest"
)

func TestProperty(t *testing.T) {
	n := storetest.Operations(t)
	t.Run("SQLite", func(t *testing.T) {
		storetest.Property(t, map[string]storetest.Open{"sqlite": openSQLite}, n, n)
	})
	t.Run("Both", func(t *testing.T) {
		storetest.Property(t, map[string]storetest.Open{"neo4j": neo4jOpener(t), "sqlite": openSQLite}, n, max(1, n/20))
	})
}

func openSQLite(tb testing.TB, model *query.Model, trace func(string)) store.Store {
	s, err := sqlite.Open(tb.Context(), filepath.Join(tb.TempDir(), "parley.db"), model, sqlite.Options{Trace: trace})
	if err != nil {
		tb.Fatal(err)
	}
	closing(tb, s)
	return s
}

func closing(tb testing.TB, s store.Store) {
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})
}

// neo4jOpener opens the server's database once, as its schema takes seconds to make, and empties it each time.
func neo4jOpener(t *testing.T) storetest.Open {
	uri := neo4jtest.URI(t)
	neo4jtest.Reset(t, uri)
	db, err := driver.NewDriverWithContext(uri, driver.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.Background()) })
	var opened *neo4j.Store
	return func(tb testing.TB, model *query.Model, trace func(string)) store.Store {
		if opened == nil {
			if opened, err = neo4j.Open(tb.Context(), uri, model, neo4j.Options{Trace: trace, ReadTimeout: 2 * time.Minute}); err != nil {
				tb.Fatal(err)
			}
			closing(t, opened)
		}
		if _, err := driver.ExecuteQuery(tb.Context(), db, "MATCH (n:Node) DETACH DELETE n", nil, driver.EagerResultTransformer); err != nil {
			tb.Fatal(err)
		}
		return opened
	}
}
