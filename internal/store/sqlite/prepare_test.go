package sqlite

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"
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
	conn, err := s.readers.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	err = conn.Raw(func(raw any) error {
		stmt, _, err := raw.(driver.Conn).Raw().Prepare(`SELECT name FROM node WHERE label = 'Official' AND "key" = ?1 ORDER BY id LIMIT ?2`)
		if err != nil {
			return err
		}
		for _, key := range []string{"envoy-0", "envoy-1", "envoy-2"} {
			if err := stmt.BindText(1, key); err != nil {
				return err
			}
			if err := stmt.BindInt(2, 1); err != nil {
				return err
			}
			if !stmt.Step() {
				t.Errorf("%s is not found: %v", key, stmt.Err())
			}
			if err := errors.Join(stmt.Reset(), stmt.ClearBindings()); err != nil { // as database/sql's driver does
				return err
			}
		}
		if again := stmt.Status(sqlite3.STMTSTATUS_REPREPARE, false); again != 0 {
			t.Errorf("it was compiled %d times more", again)
		}
		return stmt.Close()
	})
	if err != nil {
		t.Error(err)
	}
}
