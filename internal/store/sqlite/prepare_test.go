package sqlite

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/ncruces/go-sqlite3"
)

// A statement is compiled once, not again for each value that is bound to it.
func TestStatementIsCompiledOnce(t *testing.T) {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(t.TempDir(), "parley.db"), model(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, s)
	if _, err := s.Write(ctx, officials(s.model, 3)); err != nil {
		t.Fatal(err)
	}
	const text = `SELECT name FROM node WHERE label = 'Official' AND "key" = ?1 ORDER BY id LIMIT ?2`
	for _, key := range []string{"envoy-0", "envoy-1", "envoy-2"} {
		found := false
		if err := s.query(ctx, "read", text, []any{key, int64(1)}, func(*sqlite3.Stmt) error { found = true; return nil }); err != nil || !found {
			t.Errorf("%s is not found: %v", key, err)
		}
	}
	r, err := s.readers.take(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer s.readers.give(r)
	stmt := r.prepared[text]
	if stmt == nil {
		t.Fatal("the next connection is not the one that was used last")
	}
	if again := stmt.Status(sqlite3.STMTSTATUS_REPREPARE, false); again != 0 {
		t.Errorf("it was compiled %d times more", again)
	}
}
