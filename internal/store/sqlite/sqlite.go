// Package sqlite keeps the graph in an SQLite file: the default store, with nothing to install. One writer, many readers (WAL). Start with
// Open; the tables are in schema.go.
package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"
	"github.com/ncruces/go-sqlite3/ext/fts5"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	printer "github.com/parleygraph/parley/internal/sql"
	"github.com/parleygraph/parley/internal/store"
)

// Store is a store.Store in a file.
type Store struct {
	path    string
	model   *query.Model
	writer  *sql.DB
	readers *readers

	open    context.Context // until Close is called
	end     context.CancelFunc
	running sync.RWMutex // read-locked by what runs; Close waits for it
}

var _ store.Store = (*Store)(nil)

// Options are for tests.
type Options struct {
	// Trace is told the text of every statement that a reader runs.
	Trace func(text string)
}

// Open opens a file, creates it and its folder when they are missing, and migrates it to the model. Errors name the path.
func Open(ctx context.Context, path string, model *query.Model, o Options) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, diplomacy.Errorf(diplomacy.Unavailable, "cannot make the folder of the database: %v; name another file", err)
	}
	s := &Store{path: path, model: model}
	s.open, s.end = context.WithCancel(context.WithoutCancel(ctx))
	var err error
	// A writer that waits for another program's write gives up after ten seconds. NORMAL in WAL loses no consistency, at most the last moment
	// before a power cut, and every load can be repeated.
	if s.writer, err = driver.Open(dsn(path, "busy_timeout(10000)", "synchronous(normal)", "foreign_keys(on)", "temp_store(memory)", "cache_size(-65536)"), setUp); err != nil {
		return nil, s.failure(err, "open")
	}
	s.writer.SetMaxOpenConns(1)
	if err := migrate(ctx, s.writer, model); err != nil {
		_ = s.writer.Close()
		if e := (*diplomacy.Error)(nil); errors.As(err, &e) {
			err = diplomacy.Errorf(e.Code, "%s: %s", path, e.Message)
		}
		return nil, s.failure(err, "open")
	}
	// Only now, so that a file that is refused is left as it was. The mode stays in the file; another Parley that opens it at the same moment
	// may be setting it, too.
	if _, err := s.writer.ExecContext(ctx, "PRAGMA journal_mode = wal"); err != nil && !errors.Is(err, sqlite3.BUSY) {
		_ = s.writer.Close()
		return nil, s.failure(err, "open")
	}
	s.readers = &readers{turns: make(chan struct{}, 2*runtime.GOMAXPROCS(0)), dial: func(ctx context.Context) (*sqlite3.Conn, error) {
		return dial(ctx, dsn(path, "busy_timeout(10000)", "query_only(on)", "cache_size(-65536)"), o)
	}}
	return s, nil
}

// dial opens a connection that reads.
func dial(ctx context.Context, dsn string, o Options) (*sqlite3.Conn, error) {
	c, err := sqlite3.OpenContext(ctx, dsn)
	if err != nil {
		return nil, err
	}
	if err = setUp(c); err == nil && o.Trace != nil {
		err = c.Trace(sqlite3.TRACE_STMT, func(_ sqlite3.TraceEvent, stmt, _ any) error {
			o.Trace(stmt.(*sqlite3.Stmt).SQL())
			return nil
		})
	}
	if err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

// setUp makes a new connection ready: FTS5, which this driver does not have of itself, the scores of searches, and stable plans.
func setUp(c *sqlite3.Conn) error {
	return errors.Join(fts5.Register(c), c.CreateFunction(printer.ScoreFunction, 5, sqlite3.DETERMINISTIC|sqlite3.INNOCUOUS, score), stable(c))
}

// stable has a statement planned once, whatever values it is run with. SQLite would else look at the values, and compile a statement with a
// bound LIMIT of 1 anew each time that it is run: four fifths of the time of a look-up.
func stable(c *sqlite3.Conn) error {
	_, err := c.Config(sqlite3.DBCONFIG_ENABLE_QPSG, true)
	return err
}

// begin begins what Close ends and waits for. The context ends with the caller's, or when Close is called.
func (s *Store) begin(ctx context.Context) (_ context.Context, done func(), _ error) {
	if s.open.Err() != nil || !s.running.TryRLock() {
		return nil, nil, diplomacy.Errorf(diplomacy.Unavailable, "%s: it is closed", s.path)
	}
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(s.open, cancel)
	return ctx, func() {
		stop()
		cancel()
		s.running.RUnlock()
	}, nil
}

// transaction commits what do has done, or rolls it back. It does so itself, and not by database/sql's Tx, which rolls back in a goroutine of
// its own when the context ends: a connection may still be in use then when the database is closed, and the WAL is left behind.
func transaction(ctx context.Context, db *sql.DB, do func(*sql.Conn) error) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	if _, err := conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	last, committed := context.WithoutCancel(ctx), false
	defer func() {
		if !committed { // where SQLite has rolled back already, this does nothing
			_, _ = conn.ExecContext(last, "ROLLBACK")
		}
	}()
	if err := do(conn); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err = conn.ExecContext(last, "COMMIT")
	committed = err == nil
	return err
}

func dsn(path string, pragmas ...string) string {
	q := url.Values{"_pragma": pragmas}
	return (&url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: q.Encode()}).String()
}

// failure makes an Error of a driver's.
func (s *Store) failure(err error, doing string) error {
	if e := (*diplomacy.Error)(nil); errors.As(err, &e) {
		return e
	}
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded), errors.Is(err, sqlite3.INTERRUPT):
		return diplomacy.Wrap(diplomacy.Unavailable, err, "the database did not answer in time")
	case errors.Is(err, sqlite3.NOTADB), errors.Is(err, sqlite3.CORRUPT):
		return diplomacy.Wrap(diplomacy.Conflict, nil, "%s: it is not an SQLite database, or it is damaged; name another file", s.path)
	case errors.Is(err, sqlite3.CANTOPEN), errors.Is(err, sqlite3.PERM), errors.Is(err, sqlite3.READONLY), errors.Is(err, sqlite3.IOERR):
		return diplomacy.Wrap(diplomacy.Unavailable, nil, "%s: cannot be opened for reading and writing (%v); see its permissions, or name another file", s.path, err)
	case errors.Is(err, sqlite3.BUSY):
		return diplomacy.Wrap(diplomacy.Unavailable, nil, "%s: another program is writing to it; try again when it has ended", s.path)
	case errors.Is(err, sqlite3.FULL):
		return diplomacy.Wrap(diplomacy.Unavailable, nil, "%s: the disk is full", s.path)
	}
	return diplomacy.Wrap(diplomacy.Internal, err, "the database failed to %s", doing)
}

// query runs a statement that reads, and calls row for each row that it answers, until the context ends or Close is called.
func (s *Store) query(ctx context.Context, doing, text string, args []any, row func(*sqlite3.Stmt) error) error {
	if s.open.Err() != nil || !s.running.TryRLock() {
		return diplomacy.Errorf(diplomacy.Unavailable, "%s: it is closed", s.path)
	}
	defer s.running.RUnlock()
	ctx = either{ctx, s.open}
	err := s.readers.do(ctx, text, args, row)
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return s.failure(err, doing)
}

// Read implements store.Store.
func (s *Store) Read(ctx context.Context, r *query.Read) (answer query.Value, _ error) {
	statement := printer.Print(r)
	err := s.query(ctx, "read", statement.Text, statement.Args, func(row *sqlite3.Stmt) (err error) {
		answer, err = parse(row.ColumnText(0))
		return err
	})
	return answer, err
}

// Write implements store.Store.
func (s *Store) Write(ctx context.Context, b store.Batch) (store.Changes, error) {
	if err := b.Check(s.model); err != nil {
		return store.Changes{}, err
	}
	ctx, done, err := s.begin(ctx)
	if err != nil {
		return store.Changes{}, err
	}
	defer done()
	var changes store.Changes
	err = transaction(ctx, s.writer, func(conn *sql.Conn) error {
		w := &write{ctx: ctx, conn: conn, rows: map[string]row{}, inserted: map[string]bool{}, statements: map[string]*sql.Stmt{}}
		defer w.close()
		err := w.batch(b)
		changes = w.changes
		return err
	})
	if err != nil {
		return store.Changes{}, s.failure(err, "write")
	}
	return changes, nil
}

// write is a batch being written.
type write struct {
	ctx        context.Context
	conn       *sql.Conn
	rows       map[string]row // by id
	statements map[string]*sql.Stmt
	changes    store.Changes

	inserted       map[string]bool
	fresh, changed []store.Node // whose documents are still to be written
}

// row is what tells a node apart in the table; the zero row is none.
type row struct {
	pk    int64
	label string
}

func (w *write) prepare(text string) (*sql.Stmt, error) {
	stmt, ok := w.statements[text]
	if !ok {
		var err error
		if stmt, err = w.conn.PrepareContext(w.ctx, text); err != nil {
			return nil, err
		}
		w.statements[text] = stmt
	}
	return stmt, nil
}

func (w *write) close() {
	for _, stmt := range w.statements {
		_ = stmt.Close()
	}
}

func (w *write) exec(text string, args ...any) (changed int, err error) {
	result, err := w.result(text, args...)
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	return int(n), err
}

func (w *write) result(text string, args ...any) (sql.Result, error) {
	stmt, err := w.prepare(text)
	if err != nil {
		return nil, err
	}
	return stmt.ExecContext(w.ctx, args...)
}

// find finds a node.
func (w *write) find(id string) (row, error) {
	if r, ok := w.rows[id]; ok {
		return r, nil
	}
	stmt, err := w.prepare("SELECT pk, label FROM node WHERE id = ?1")
	if err != nil {
		return row{}, err
	}
	var r row
	err = stmt.QueryRowContext(w.ctx, id).Scan(&r.pk, &r.label)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	if err == nil {
		w.rows[id] = r
	}
	return r, err
}

func (w *write) batch(b store.Batch) error {
	for _, n := range b.Nodes {
		if err := w.release(n); err != nil {
			return err
		}
	}
	if err := w.nodes(b.Nodes); err != nil {
		return err
	}
	if b.Whole {
		if err := w.removeOther(b); err != nil {
			return err
		}
	}
	for _, e := range b.Edges {
		if err := w.edge(e); err != nil {
			return err
		}
	}
	return w.newDocuments()
}

// release checks a node that is there already, and takes the natural keys from it that are to change, so that another node of the batch can have them: uniqueness is checked at
// each statement, but a batch is judged by what it leaves.
func (w *write) release(n store.Node) error {
	old, err := w.find(n.ID)
	if err != nil || old.pk == 0 {
		return err
	}
	if old.label != n.Noun.Name {
		return diplomacy.Errorf(diplomacy.Conflict, "the node %s is there already, and it is no %s", n.ID, n.Noun.Name)
	}
	var set, differs []string
	args := []any{old.pk}
	for _, p := range n.Noun.Properties {
		if p.Unique && p.Name != query.ID.Name && p.Name != query.Key.Name {
			args = append(args, n.Columns[p.Name])
			set = append(set, fmt.Sprintf(`"%s" = NULL`, p.Name))
			differs = append(differs, fmt.Sprintf(`"%s" IS NOT ?%d`, p.Name, len(args)))
		}
	}
	if len(set) == 0 {
		return nil
	}
	_, err = w.exec(fmt.Sprintf("UPDATE node SET %s WHERE pk = ?1 AND (%s)", strings.Join(set, ", "), strings.Join(differs, " OR ")), args...)
	return err
}

// conflict says which natural key another node has. SQLite's message ends in the column: node.iso3.
func conflict(n store.Node, err error) error {
	if !errors.Is(err, sqlite3.CONSTRAINT_UNIQUE) {
		return err
	}
	message := err.Error()
	return diplomacy.Wrap(diplomacy.Conflict, err, "another %s has the same %s", n.Noun.Name, message[strings.LastIndex(message, ".")+1:])
}

// mostInserted is how many nodes one statement inserts. Each statement opens a cursor for every index of the table, and there are some for every
// noun: that takes longer than a node does.
const mostInserted = 32

// nodes writes nodes: those that are new together, by noun.
func (w *write) nodes(nodes []store.Node) error {
	fresh := map[*query.Noun][]store.Node{}
	var nouns []*query.Noun // in the order of the batch
	coming := map[string]bool{}
	var others []store.Node
	for _, n := range nodes {
		old, err := w.find(n.ID)
		if err != nil {
			return err
		}
		if old.pk != 0 || coming[n.ID] {
			others = append(others, n)
			continue
		}
		coming[n.ID] = true
		if fresh[n.Noun] == nil {
			nouns = append(nouns, n.Noun)
		}
		fresh[n.Noun] = append(fresh[n.Noun], n)
	}
	for _, noun := range nouns {
		for some := range slices.Chunk(fresh[noun], mostInserted) {
			if err := w.insert(some...); err != nil {
				return conflict(some[0], err)
			}
		}
	}
	for _, n := range others {
		if err := w.update(n); err != nil {
			return conflict(n, err)
		}
	}
	return nil
}

// values are the columns of a node, and what they hold.
func values(n store.Node, args []any) (columns []string, _ []any, _ error) {
	columns, args = []string{"id", "label"}, append(args, n.ID, n.Noun.Name)
	for _, p := range n.Noun.Properties {
		if p.Name == query.ID.Name {
			continue
		}
		for _, c := range p.Columns() {
			v := n.Columns[c.Name]
			if list, ok := v.([]string); ok {
				text, err := json.Marshal(list)
				if err != nil {
					return nil, nil, err
				}
				v = string(text)
			}
			columns = append(columns, `"`+c.Name+`"`)
			args = append(args, v)
		}
	}
	return columns, args, nil
}

// insert inserts nodes of one noun, which get primary keys one after the other.
func (w *write) insert(nodes ...store.Node) error {
	var columns []string
	var args []any
	var err error
	for _, n := range nodes {
		if columns, args, err = values(n, args); err != nil {
			return err
		}
	}
	var text strings.Builder
	fmt.Fprintf(&text, "INSERT INTO node (%s) VALUES ", strings.Join(columns, ", "))
	for i := range args {
		switch {
		case i == 0:
			text.WriteString("(")
		case i%len(columns) == 0:
			text.WriteString("), (")
		default:
			text.WriteString(", ")
		}
		fmt.Fprintf(&text, "?%d", i+1)
	}
	text.WriteString(")")
	result, err := w.result(text.String(), args...)
	if err != nil {
		return err
	}
	last, err := result.LastInsertId()
	if err != nil {
		return err
	}
	for i, n := range nodes {
		w.rows[n.ID] = row{last - int64(len(nodes)-1-i), n.Noun.Name}
		w.inserted[n.ID] = true
	}
	w.changes.NodesCreated += len(nodes)
	w.fresh = append(w.fresh, nodes...)
	return nil
}

// update writes a node that is there.
func (w *write) update(n store.Node) error {
	columns, args, err := values(n, nil)
	if err != nil {
		return err
	}
	var set, differs []string
	for i, c := range columns[2:] {
		set = append(set, fmt.Sprintf("%s = ?%d", c, i+3))
		differs = append(differs, fmt.Sprintf("%s IS NOT ?%d", c, i+3))
	}
	changed, err := w.exec(fmt.Sprintf("UPDATE node SET %s WHERE id = ?1 AND label = ?2 AND (%s)", strings.Join(set, ", "), strings.Join(differs, " OR ")), args...)
	w.changes.NodesUpdated += changed
	w.changes.NodesUnchanged += 1 - changed
	if err != nil || changed == 0 {
		return err // the document is that of the same columns, too
	}
	w.changed = append(w.changed, n)
	return nil
}

// removeOther removes the edges out of the batch's nodes that the batch does not have.
func (w *write) removeOther(b store.Batch) error {
	keep := map[string][]store.Edge{}
	for _, e := range b.Edges {
		keep[e.From] = append(keep[e.From], e)
	}
	for _, n := range b.Nodes {
		if w.inserted[n.ID] { // nothing goes out of it yet
			continue
		}
		from, err := w.find(n.ID)
		if err != nil {
			return err
		}
		pairs := [][2]string{}
		for _, e := range keep[n.ID] {
			pairs = append(pairs, [2]string{e.Type, e.To})
		}
		list, err := json.Marshal(pairs)
		if err != nil {
			return err
		}
		removed, err := w.exec(`DELETE FROM edge WHERE src = ?1 AND NOT EXISTS (SELECT 1 FROM json_each(?2) AS keep JOIN node ON node.id = keep.value ->> 1
			WHERE keep.value ->> 0 = edge.type AND node.pk = edge.dst)`, from.pk, string(list))
		if err != nil {
			return err
		}
		w.changes.EdgesRemoved += removed
	}
	return nil
}

func (w *write) edge(e store.Edge) error {
	ends := [2]int64{}
	for i, id := range []string{e.From, e.To} {
		end, err := w.find(id)
		if err != nil {
			return err
		}
		if end.pk == 0 {
			return diplomacy.Errorf(diplomacy.Conflict, "%s leads to or from the node %s, which does not exist", e.Type, id)
		}
		ends[i] = end.pk
	}
	created, err := w.exec("INSERT OR IGNORE INTO edge (src, type, dst) VALUES (?1, ?2, ?3)", ends[0], e.Type, ends[1])
	w.changes.EdgesCreated += created
	w.changes.EdgesUnchanged += 1 - created
	return err
}

// Nodes implements store.Store.
func (s *Store) Nodes(ctx context.Context, yield func(store.Node) error) error {
	columns := s.model.Columns()
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = `"` + c.Name + `"`
	}
	return s.query(ctx, "read", "SELECT id, label, "+strings.Join(names, ", ")+" FROM node ORDER BY id", nil, func(row *sqlite3.Stmt) error {
		values := make([]any, len(names)+2)
		if err := row.Columns(values...); err != nil {
			return err
		}
		n := store.Node{ID: values[0].(string), Noun: s.model.Noun(values[1].(string)), Columns: map[string]any{}}
		if n.Noun == nil {
			return diplomacy.Errorf(diplomacy.Conflict, "node %s is a %q, which this Parley does not know", n.ID, values[1])
		}
		for i, c := range columns {
			if values[i+2] == nil {
				continue
			}
			v, err := column(c, values[i+2])
			if err != nil {
				return err
			}
			n.Columns[c.Name] = v
		}
		return yield(n)
	})
}

// column brings a value of SQLite to the type that the model says.
func column(c query.Column, v any) (any, error) {
	switch c.Type {
	case query.Boolean:
		return v != int64(0), nil
	case query.Texts:
		var list []string
		err := json.Unmarshal([]byte(v.(string)), &list)
		return list, err
	default:
		return v, nil
	}
}

// Edges implements store.Store.
func (s *Store) Edges(ctx context.Context, yield func(store.Edge) error) error {
	return s.query(ctx, "read", "SELECT src.id, edge.type, dst.id FROM edge JOIN node AS src ON src.pk = edge.src JOIN node AS dst ON dst.pk = edge.dst ORDER BY src.id, edge.type, dst.id", nil, func(row *sqlite3.Stmt) error {
		return yield(store.Edge{From: row.ColumnText(0), Type: row.ColumnText(1), To: row.ColumnText(2)})
	})
}

// Ready implements store.Store.
func (s *Store) Ready(ctx context.Context) error {
	version := 0
	err := s.query(ctx, "answer", "PRAGMA user_version", nil, func(row *sqlite3.Stmt) error {
		version = row.ColumnInt(0)
		return nil
	})
	switch {
	case err != nil:
		return err
	case version == 0:
		return diplomacy.Errorf(diplomacy.Unavailable, "%s: the database has no Parley in it any more", s.path)
	}
	return checkVersion(version)
}

// Close implements store.Store.
func (s *Store) Close() error {
	s.end()
	s.running.Lock()
	defer s.running.Unlock()
	// The writer last: the last connection to close takes the WAL into the file.
	return errors.Join(s.readers.close(), s.writer.Close())
}
