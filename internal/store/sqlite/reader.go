package sqlite

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/ncruces/go-sqlite3"
)

// readers are the connections that read. They are SQLite's own and not database/sql's, which takes as long as a look-up does to hand a statement
// from one to the next; each is used by one read at a time, and the one that was used last, whose pages are at hand, is used next.
type readers struct {
	dial  func(context.Context) (*sqlite3.Conn, error)
	turns chan struct{} // one for each connection that may be in use

	mu   sync.Mutex
	idle []*reader
}

// reader is a connection, and the statements that it has compiled.
type reader struct {
	conn     *sqlite3.Conn
	prepared map[string]*sqlite3.Stmt
}

// mostPrepared bounds the statements that a connection keeps. Their texts depend on the documents that clients send.
const mostPrepared = 500

// do runs a statement and calls row for each row that it answers.
func (rs *readers) do(ctx context.Context, text string, args []any, row func(*sqlite3.Stmt) error) (err error) {
	r, err := rs.take(ctx)
	if err != nil {
		return err
	}
	defer rs.give(r)
	r.conn.SetInterrupt(ctx)
	stmt, err := r.prepare(text)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, stmt.Reset(), stmt.ClearBindings()) }()
	for i, v := range args {
		if err := bind(stmt, i+1, v); err != nil {
			return err
		}
	}
	for stmt.Step() {
		if err := row(stmt); err != nil {
			return err
		}
	}
	return stmt.Err()
}

func (rs *readers) take(ctx context.Context) (*reader, error) {
	select {
	case rs.turns <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	rs.mu.Lock()
	last := len(rs.idle) - 1
	if last >= 0 {
		r := rs.idle[last]
		rs.idle = rs.idle[:last]
		rs.mu.Unlock()
		return r, nil
	}
	rs.mu.Unlock()
	conn, err := rs.dial(ctx)
	if err != nil {
		<-rs.turns
		return nil, err
	}
	return &reader{conn: conn, prepared: map[string]*sqlite3.Stmt{}}, nil
}

func (rs *readers) give(r *reader) {
	r.conn.SetInterrupt(context.Background())
	rs.mu.Lock()
	rs.idle = append(rs.idle, r)
	rs.mu.Unlock()
	<-rs.turns
}

// close closes all connections; none may be in use.
func (rs *readers) close() error {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	var errs []error
	for _, r := range rs.idle {
		for _, stmt := range r.prepared {
			errs = append(errs, stmt.Close())
		}
		errs = append(errs, r.conn.Close())
	}
	rs.idle = nil
	return errors.Join(errs...)
}

func (r *reader) prepare(text string) (*sqlite3.Stmt, error) {
	if stmt, ok := r.prepared[text]; ok {
		return stmt, nil
	}
	if len(r.prepared) >= mostPrepared {
		for old, stmt := range r.prepared { // any one
			delete(r.prepared, old)
			_ = stmt.Close()
			break
		}
	}
	stmt, _, err := r.conn.PrepareFlags(text, sqlite3.PREPARE_PERSISTENT)
	if err == nil {
		r.prepared[text] = stmt
	}
	return stmt, err
}

func bind(stmt *sqlite3.Stmt, at int, v any) error {
	switch v := v.(type) {
	case nil:
		return stmt.BindNull(at)
	case string:
		return stmt.BindText(at, v)
	case int64:
		return stmt.BindInt64(at, v)
	case float64:
		return stmt.BindFloat(at, v)
	}
	return fmt.Errorf("?%d is a %T, which no column holds", at, v)
}

// either ends with a context, or with another.
type either struct {
	context.Context
	other context.Context
}

func (e either) Err() error {
	if err := e.Context.Err(); err != nil {
		return err
	}
	return e.other.Err()
}
