package sqlite_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/internal/store/sqlite"
	"github.com/parleygraph/parley/internal/store/storetest"
	"github.com/parleygraph/parley/schema"
)

func TestSuite(t *testing.T) {
	open := func(tb testing.TB, path string, model *query.Model, o sqlite.Options) store.Store {
		s, err := sqlite.Open(tb.Context(), path, model, o)
		if err != nil {
			tb.Fatal(err)
		}
		return s
	}
	// Making the tables takes longer than most tests: it is done once, and each test begins with a copy of the empty file.
	empty := sync.OnceValue(func() []byte {
		path := filepath.Join(t.TempDir(), "empty.db")
		_, model, err := schema.Load()
		if err != nil {
			t.Fatal(err)
		}
		if err := open(t, path, model, sqlite.Options{}).Close(); err != nil {
			t.Fatal(err)
		}
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return file
	})
	storetest.Suite(t, func(tb testing.TB, model *query.Model, trace func(text string)) store.Store {
		path := filepath.Join(tb.TempDir(), "parley.db")
		if err := os.WriteFile(path, empty(), 0o600); err != nil {
			tb.Fatal(err)
		}
		s := open(tb, path, model, sqlite.Options{Trace: func(text string) {
			if !strings.HasPrefix(text, "PRAGMA") { // what a new connection is told
				trace(text)
			}
		}})
		tb.Cleanup(func() {
			if err := s.Close(); err != nil {
				tb.Error(err)
			}
		})
		return s
	}, "sql")
}
