package sqlite

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// officials is a batch of that many.
func officials(m *query.Model, count int) store.Batch {
	var b store.Batch
	for n := range count {
		key := fmt.Sprintf("envoy-%d", n)
		b.Nodes = append(b.Nodes, store.Node{Noun: m.Noun("Official"), ID: diplomacy.ID("Official", key), Columns: map[string]any{"key": key, "name": "Envoy"}})
	}
	return b
}

// closed closes a store, and checks that the file is then all there is, and whole.
func closed(t *testing.T, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	for _, suffix := range []string{"-wal", "-shm", "-journal"} {
		if _, err := os.Stat(s.path + suffix); err == nil {
			t.Errorf("a file %s is left", suffix)
		}
	}
}

// A write that was cancelled a moment ago leaves nothing behind, whenever that was.
func TestCloseAfterCancelledWrite(t *testing.T) {
	const moments = 10
	m := model(t)
	path := filepath.Join(t.TempDir(), "parley.db")
	var took time.Duration
	cancelled := 0
	for n := range moments {
		s, err := Open(context.Background(), path, m, Options{})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(context.Background())
		if n > 0 { // the first one says how long it takes
			timer := time.AfterFunc(took*time.Duration(n)/moments, cancel)
			defer timer.Stop()
		}
		began := time.Now()
		b := officials(m, 300)
		for i := range b.Nodes {
			b.Nodes[i].Columns["name"] = fmt.Sprintf("Envoy %d", n) // each changes all of them
		}
		if _, err := s.Write(ctx, b); err != nil {
			if diplomacy.CodeOf(err) != diplomacy.Unavailable {
				t.Errorf("%d: %v", n, err)
			}
			cancelled++
		}
		took = max(took, time.Since(began))
		cancel()
		closed(t, s)
	}
	if cancelled == 0 {
		t.Error("no write was cancelled")
	}
}

// Close ends what runs. This statement would run forever.
func TestCloseEndsWhatRuns(t *testing.T) {
	m := model(t)
	started := make(chan struct{}, 1)
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "parley.db"), m, Options{Trace: func(text string) {
		if text == endless {
			started <- struct{}{}
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error)
	go func() {
		ended <- s.query(context.Background(), "read", endless, nil, func(*sqlite3.Stmt) error { return nil })
	}()
	<-started
	closed(t, s)
	if err := <-ended; diplomacy.CodeOf(err) != diplomacy.Unavailable {
		t.Errorf("got %v", err)
	}
	if err := s.Ready(context.Background()); diplomacy.CodeOf(err) != diplomacy.Unavailable {
		t.Errorf("a closed database answered: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("the second time: %v", err)
	}
}

const endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

// A client that goes away frees its statement.
func TestCancelledReadEnds(t *testing.T) {
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "parley.db"), model(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, s)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(time.Millisecond, cancel)
	if err := s.query(ctx, "read", endless, nil, func(*sqlite3.Stmt) error { return nil }); diplomacy.CodeOf(err) != diplomacy.Unavailable {
		t.Errorf("got %v", err)
	}
	if used := len(s.readers.turns); used != 0 {
		t.Errorf("%d connections are in use", used)
	}
	if err := s.Ready(context.Background()); err != nil {
		t.Error(err)
	}
}
