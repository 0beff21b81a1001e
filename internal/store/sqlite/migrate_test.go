package sqlite

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/schema"
)

func model(t *testing.T) *query.Model {
	t.Helper()
	_, m, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// older makes a database of testdata/older.sql and of more statements.
func older(t *testing.T, more ...string) string {
	t.Helper()
	script, err := os.ReadFile("testdata/older.sql")
	if err != nil {
		t.Fatal(err)
	}
	return database(t, append([]string{string(script)}, more...)...)
}

func database(t *testing.T, statements ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "parley.db")
	db, err := sql.Open("sqlite3", dsn(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// An older file gets what it lacks and keeps what it has; then it is like a new one.
func TestOlderFileIsMigrated(t *testing.T) {
	ctx, m, path := context.Background(), model(t), older(t)
	var before string
	for range 2 { // the second time there is nothing to do
		s, err := Open(ctx, path, m, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Ready(ctx); err != nil {
			t.Fatal(err)
		}
		var dump strings.Builder
		if err := store.Dump(ctx, s, &dump, func() {}); err != nil {
			t.Fatal(err)
		}
		want := `{"noun":"State","id":"3f010100-a6ea-5b83-88f4-821a60102ebb","properties":{"aliases":["Islamic Republic of Pakistan"],"iso3":"PAK","key":"PAK","name":"Pakistan"}}
{"noun":"Official","id":"aaaaaaaa-0000-5000-8000-000000000001","properties":{"key":"envoy","name":"An Envoy"}}
{"noun":"Statement","id":"aaaaaaaa-0000-5000-8000-000000000002","properties":{"key":"hope","name":"Hope","review":"CURATED","spokenAt":"2024-03","text":"There is hope."}}
{"edge":"ABOUT","from":"aaaaaaaa-0000-5000-8000-000000000002","to":"3f010100-a6ea-5b83-88f4-821a60102ebb"}
{"edge":"MADE_BY","from":"aaaaaaaa-0000-5000-8000-000000000002","to":"aaaaaaaa-0000-5000-8000-000000000001"}
`
		if dump.String() != want {
			t.Errorf("got\n%s\nwant\n%s", dump.String(), want)
		}
		schema := objects(t, s)
		if before != "" && schema != before {
			t.Error("opening it again changed the schema")
		}
		before = schema
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	fresh, err := Open(ctx, filepath.Join(t.TempDir(), "new.db"), m, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = fresh.Close() }()
	if got := objects(t, fresh); got != before {
		t.Errorf("a migrated file has\n%s\na new one\n%s", before, got)
	}
}

// objects lists columns and indexes.
func objects(t *testing.T, s *Store) string {
	t.Helper()
	var list string
	err := s.writer.QueryRow(`SELECT group_concat(x, char(10)) FROM (SELECT name || ' ' || type AS x FROM pragma_table_info('node')
		UNION ALL SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1)`).Scan(&list)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestFilesThatAreRefused(t *testing.T) {
	m := model(t)
	text := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("This is no database. ", 100)), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		path string
		code diplomacy.Code
		want string
	}{
		"a newer version":          {older(t, "PRAGMA user_version = 99"), diplomacy.Conflict, "written by a newer Parley"},
		"a property unknown here":  {older(t, `ALTER TABLE node ADD COLUMN "mood" TEXT`), diplomacy.Conflict, `property "mood"`},
		"a property of other type": {older(t, `ALTER TABLE node ADD COLUMN "ordinal" TEXT`), diplomacy.Conflict, `"ordinal" as TEXT`},
		"somebody else's database": {database(t, "CREATE TABLE recipes (name TEXT)"), diplomacy.Conflict, "not one of Parley"},
		"no database":              {text, diplomacy.Conflict, "not an SQLite database"},
		"a folder":                 {t.TempDir(), diplomacy.Unavailable, "cannot be opened"},
	} {
		t.Run(name, func(t *testing.T) {
			before, _ := os.ReadFile(c.path)
			s, err := Open(context.Background(), c.path, m, Options{})
			if err == nil {
				_ = s.Close()
				t.Fatal("it was opened")
			}
			if diplomacy.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.path) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v: %v", diplomacy.CodeOf(err), err)
			}
			if after, _ := os.ReadFile(c.path); string(after) != string(before) && c.want != "not one of Parley" {
				t.Error("the file was changed")
			}
		})
	}
}

// What is kept of how many nodes there are is what counting them finds: in a new file, in an older one, after a write that was rolled back.
func TestTotals(t *testing.T) {
	ctx, m := context.Background(), model(t)
	for name, path := range map[string]string{"new": filepath.Join(t.TempDir(), "new.db"), "older": older(t)} {
		t.Run(name, func(t *testing.T) {
			s, err := Open(ctx, path, m, Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = s.Close() }()
			node := func(noun, key string) store.Node {
				return store.Node{Noun: m.Noun(noun), ID: diplomacy.ID(noun, key), Columns: map[string]any{"key": key, "name": key}}
			}
			if _, err := s.Write(ctx, store.Batch{Nodes: []store.Node{node("State", "A"), node("State", "B"), node("Issue", "A")}}); err != nil {
				t.Fatal(err)
			}
			missing := store.Edge{From: diplomacy.ID("State", "A"), Type: "ABOUT", To: "nowhere"}
			if _, err := s.Write(ctx, store.Batch{Nodes: []store.Node{node("State", "C")}, Edges: []store.Edge{missing}}); err == nil {
				t.Fatal("an edge to nowhere was written")
			}
			kept, counted := "", ""
			err = s.writer.QueryRow(`SELECT (SELECT group_concat(label || ' ' || n) FROM (SELECT * FROM total ORDER BY label)),
				(SELECT group_concat(label || ' ' || n) FROM (SELECT label, count(*) AS n FROM node GROUP BY label ORDER BY label))`).Scan(&kept, &counted)
			if err != nil || kept != counted || kept == "" {
				t.Errorf("%q is kept, %q is there: %v", kept, counted, err)
			}
		})
	}
}
