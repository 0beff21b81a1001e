// Package neo4j keeps the graph in a Neo4j of 5.23 or newer. It is the same graph that store/sqlite keeps, so that what one dumps the other
// loads. Start with Open; writing is in write.go, constraints and indexes in schema.go.
package neo4j

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"github.com/parleygraph/parley/internal/cypher"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// Store is a store.Store in a Neo4j database.
type Store struct {
	address   string // for errors: without a password
	model     *query.Model
	options   Options
	driver    driver.DriverWithContext
	bookmarks driver.BookmarkManager // shared by all sessions: in a cluster, a read waits for the writes before it

	life    context.Context // ended by Close, and with it whatever runs
	stop    context.CancelFunc
	mu      sync.Mutex // of the end of life and the begin of running
	running sync.WaitGroup
}

var _ store.Store = (*Store)(nil)

// Options say how to reach a database. Their zero value asks the server for its default database, without authentication.
type Options struct {
	User, Password, Database string
	// ReadTimeout and WriteTimeout bound a Read and a Write whose context allows more: 10 and 60 seconds when they are 0.
	ReadTimeout, WriteTimeout time.Duration
	// Trace is told the text of every statement that a Read runs, just before it is sent.
	Trace func(text string)
}

const (
	connectTimeout = 15 * time.Second
	migrateTimeout = 30 * time.Minute // indexes of a large database are long in the making
	streamTimeout  = 6 * time.Hour    // of Nodes and Edges: of a whole dump
	closeTimeout   = 5 * time.Second

	// retryTime is how long the driver repeats a transaction that failed in passing. A write goes on for as long as it may, see Write.
	retryTime = 5 * time.Second
)

// Open connects to a server and brings the database to the model. Its errors name the address, what is wrong and what to do.
func Open(ctx context.Context, uri string, model *query.Model, o Options) (*Store, error) {
	if o.ReadTimeout == 0 {
		o.ReadTimeout = 10 * time.Second
	}
	if o.WriteTimeout == 0 {
		o.WriteTimeout = 60 * time.Second
	}
	s := &Store{model: model, options: o, bookmarks: driver.NewBookmarkManager(driver.BookmarkManagerConfig{})}
	s.life, s.stop = context.WithCancel(context.Background())
	if u, err := url.Parse(uri); err == nil {
		s.address = u.Redacted()
	} else {
		s.address = uri[strings.LastIndex(uri, "@")+1:]
	}
	auth := driver.NoAuth()
	if o.User != "" {
		auth = driver.BasicAuth(o.User, o.Password, "")
	}
	var err error
	s.driver, err = driver.NewDriverWithContext(uri, auth, func(c *config.Config) {
		c.UserAgent = "parley"
		c.TelemetryDisabled = true
		c.NotificationsMinSeverity = notifications.DisabledLevel // nobody reads them
		c.MaxTransactionRetryTime = retryTime
		c.FetchSize = driver.FetchAll
	})
	if err != nil {
		if e := (*url.Error)(nil); errors.As(err, &e) {
			err = e.Err // without the address, which may hold a password
		}
		return nil, diplomacy.Wrap(diplomacy.Invalid, err, "%q is not the address of a Neo4j server; write neo4j://host:7687 (neo4j+s:// with TLS), or bolt://host:7687 to reach one server directly", s.address)
	}
	if err := s.connect(ctx); err != nil {
		_ = s.Close()
		return nil, err
	}
	migration, cancel := context.WithTimeout(ctx, migrateTimeout)
	defer cancel()
	if err := s.migrate(migration); err != nil {
		_ = s.Close()
		return nil, s.opening(err)
	}
	return s, nil
}

// connect checks that a server answers, lets us in, and understands our statements.
func (s *Store) connect(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, connectTimeout)
	defer cancel()
	info, err := s.driver.GetServerInfo(ctx)
	if err != nil {
		return s.opening(err)
	}
	if err := checkServer(info.Agent()); err != nil {
		return s.opening(err)
	}
	// The server's own word on the database: GetServerInfo asks for the default one.
	_, err = s.rows(ctx, driver.AccessModeRead, "RETURN 1", nil)
	return s.opening(err)
}

var agent = regexp.MustCompile(`^Neo4j/v?(\d+)\.(\d+)`)

// checkServer refuses servers that do not know CALL (n) { }. Neo4j counts 5.1 to 5.26 and goes on with 2025.01.
func checkServer(name string) error {
	m := agent.FindStringSubmatch(name)
	if m == nil {
		return nil // not one that we know; it will say itself what it does not understand
	}
	major, _ := strconv.Atoi(m[1])
	minor, _ := strconv.Atoi(m[2])
	if major < 5 || major == 5 && minor < 23 {
		return diplomacy.Errorf(diplomacy.Invalid, "the server is %s, and Parley needs Neo4j 5.23 or newer; update it (5.26 is supported longest)", name)
	}
	return nil
}

// opening makes an Error of what went wrong while opening: it names the address.
func (s *Store) opening(err error) error {
	if err == nil {
		return nil
	}
	server, usage := (*driver.Neo4jError)(nil), (*driver.UsageError)(nil)
	switch cause := last(err); {
	case errors.As(cause, &server) && server.HasSecurityCode():
		hint := "see the user and the password"
		if s.options.User == "" {
			hint = "it wants a user and a password"
		}
		return diplomacy.Wrap(diplomacy.Invalid, err, "%s: the server does not let us in (%s); %s", s.address, server.Msg, hint)
	case errors.As(cause, &server) && strings.HasPrefix(server.Code, "Neo.ClientError.Database."):
		return diplomacy.Wrap(diplomacy.Invalid, err, "%s: the database %q cannot be used (%s); name another one, or create it", s.address, s.options.Database, server.Msg)
	case errors.As(cause, &usage):
		return diplomacy.Wrap(diplomacy.Invalid, err, "%s: %s", s.address, usage.Message)
	case errors.As(cause, new(*driver.ConnectivityError)):
		hint := "see that Neo4j runs there, and that the port is the one of Bolt (7687)"
		if strings.HasPrefix(s.address, "neo4j") {
			hint += "; if the server itself names an address that cannot be reached from here, write bolt in place of neo4j"
		}
		return diplomacy.Wrap(diplomacy.Unavailable, err, "%s: no database answers (%s); %s", s.address, strings.TrimPrefix(cause.Error(), "ConnectivityError: "), hint)
	}
	failure := (*diplomacy.Error)(nil)
	errors.As(s.failure(err, "open"), &failure)
	return &diplomacy.Error{Code: failure.Code, Message: s.address + ": " + failure.Message, Cause: failure.Cause}
}

// failure makes an Error of a driver's.
func (s *Store) failure(err error, doing string) error {
	if e := (*diplomacy.Error)(nil); errors.As(err, &e) {
		return e
	}
	cause := last(err)
	server := (*driver.Neo4jError)(nil)
	if errors.As(cause, &server) {
		switch code := server.Code; {
		case strings.HasSuffix(code, ".Schema.ConstraintValidationFailed"), strings.HasSuffix(code, ".Schema.ConstraintCreationFailed"):
			return diplomacy.Wrap(diplomacy.Conflict, err, "%s", conflict(server.Msg))
		case strings.HasPrefix(code, "Neo.ClientError.Schema."):
			return diplomacy.Wrap(diplomacy.Conflict, err, "an index or a constraint of the database is in the way: %s", server.Msg)
		case strings.HasPrefix(server.Msg, "Property value is too large to index"):
			return diplomacy.Wrap(diplomacy.Invalid, err, "%s is longer than the 8,000 bytes that Neo4j can index", indexed(server.Msg))
		case outOfMemory(server):
			return diplomacy.Wrap(diplomacy.Unavailable, err, "the database ran out of memory; ask for less at once, or give it more")
		case strings.HasPrefix(code, "Neo.ClientError.Transaction.TransactionTimedOut"), code == "Neo.ClientError.Transaction.LockAcquisitionTimeout":
			return diplomacy.Wrap(diplomacy.Unavailable, err, "the database did not answer in time")
		case server.IsRetriable(), strings.HasPrefix(code, "Neo.ClientError.Transaction.Terminated"), strings.HasPrefix(code, "Neo.ClientError.Database."):
			return diplomacy.Wrap(diplomacy.Unavailable, err, "the database cannot do it now; try again")
		}
		return diplomacy.Wrap(diplomacy.Internal, err, "the database failed to %s", doing)
	}
	switch {
	case errors.Is(cause, context.Canceled), errors.Is(cause, context.DeadlineExceeded):
		return diplomacy.Wrap(diplomacy.Unavailable, err, "the database did not answer in time")
	case errors.As(cause, new(*driver.ConnectivityError)):
		return diplomacy.Wrap(diplomacy.Unavailable, err, "the database cannot be reached")
	}
	return diplomacy.Wrap(diplomacy.Internal, err, "the database failed to %s", doing)
}

// last takes the wrapping off: the error of the last attempt counts.
func last(err error) error {
	if limit := (*driver.TransactionExecutionLimit)(nil); errors.As(err, &limit) && len(limit.Errors) > 0 {
		err = limit.Errors[len(limit.Errors)-1]
	}
	if f := (*final)(nil); errors.As(err, &f) {
		err = f.err
	}
	return err
}

// final is an error that the driver does not take for one in passing: it does not look inside.
type final struct{ err error }

func (f *final) Error() string { return f.err.Error() }

// outOfMemory reports an error that the server calls passing, but which the same transaction would bring about again.
func outOfMemory(e *driver.Neo4jError) bool {
	return strings.HasPrefix(e.Code, "Neo.TransientError.General.") && strings.Contains(e.Code, "Memory")
}

// attempt is the error of an attempt as the driver should see it.
func attempt(err error) error {
	if e := (*driver.Neo4jError)(nil); errors.As(err, &e) && outOfMemory(e) {
		return &final{err}
	}
	return err
}

var (
	taken   = regexp.MustCompile("label `([^`]+)` and property `([^`]+)`")
	toolong = regexp.MustCompile(`name='([^_']+)_([^']+)'`)
)

// conflict names the natural key that two nodes have, of the server's message:
// Node(7) already exists with label `State` and property `iso3` = 'PAK'.
func conflict(message string) string {
	if m := taken.FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("another %s has the same %s", m[1], m[2])
	}
	return "another node has the same natural key"
}

// indexed names the property of an index, of the server's message: ... Index( id=58, name='State_key', type='RANGE', ...
func indexed(message string) string {
	if m := toolong.FindStringSubmatch(message); m != nil {
		return m[1] + "." + m[2]
	}
	return "a property"
}

func (s *Store) session(mode driver.AccessMode) driver.SessionConfig {
	return driver.SessionConfig{AccessMode: mode, DatabaseName: s.options.Database, BookmarkManager: s.bookmarks}
}

// timeout tells the server the context's deadline, so that it ends by itself what nobody waits for any more.
func timeout(ctx context.Context) func(*driver.TransactionConfig) {
	left := time.Minute
	if deadline, ok := ctx.Deadline(); ok {
		left = max(time.Until(deadline), time.Millisecond) // 0 would mean for ever
	}
	return driver.WithTxTimeout(left)
}

// begin bounds what runs from here to done: by a limit, and by Close. The driver notices the end of a context that has a deadline only, so
// there is always one.
func (s *Store) begin(ctx context.Context, limit time.Duration) (_ context.Context, done func(), _ error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.life.Err() != nil {
		return nil, nil, diplomacy.Errorf(diplomacy.Unavailable, "the store is closed")
	}
	s.running.Add(1)
	ctx, cancel := context.WithTimeout(ctx, limit)
	unhook := context.AfterFunc(s.life, cancel)
	return ctx, func() {
		unhook()
		cancel()
		s.running.Done()
	}, nil
}

// transaction runs work in a managed transaction: what fails in passing is repeated.
func transaction[T any](ctx context.Context, s *Store, mode driver.AccessMode, limit time.Duration, work func(context.Context, driver.ManagedTransaction) (T, error)) (answer T, err error) {
	ctx, done, err := s.begin(ctx, limit)
	if err != nil {
		return answer, err
	}
	defer done()
	session := s.driver.NewSession(ctx, s.session(mode))
	defer end(ctx, session)
	execute := session.ExecuteRead
	if mode == driver.AccessModeWrite {
		execute = session.ExecuteWrite
	}
	_, err = execute(ctx, func(tx driver.ManagedTransaction) (any, error) {
		var err error
		answer, err = work(ctx, tx)
		return nil, attempt(err)
	}, timeout(ctx))
	if err != nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	return answer, err
}

// end closes a session, whatever became of its context.
func end(ctx context.Context, session driver.SessionWithContext) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), closeTimeout)
	defer cancel()
	_ = session.Close(ctx)
}

// rows runs one statement in a session of its own, outside of any managed transaction, and returns all that it answers.
func (s *Store) rows(ctx context.Context, mode driver.AccessMode, text string, params map[string]any) ([]*driver.Record, error) {
	session := s.driver.NewSession(ctx, s.session(mode))
	defer end(ctx, session)
	result, err := session.Run(ctx, text, params, timeout(ctx))
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

// Read implements store.Store.
func (s *Store) Read(ctx context.Context, r *query.Read) (query.Value, error) {
	statement := cypher.Print(r)
	answer, err := s.read(ctx, statement.Text, statement.Params)
	if err != nil {
		return query.Value{}, s.failure(err, "read")
	}
	return answer, nil
}

// read runs a statement that answers one row with one column. It is sent by itself, which takes one message there and one back; a transaction around
// it would take three. What fails in passing is then repeated in a transaction, as everything else is.
func (s *Store) read(ctx context.Context, text string, params map[string]any) (query.Value, error) {
	answer, err := s.once(ctx, text, params)
	if err == nil || ctx.Err() != nil || !driver.IsRetryable(attempt(err)) {
		return answer, err
	}
	return transaction(ctx, s, driver.AccessModeRead, s.options.ReadTimeout, func(ctx context.Context, tx driver.ManagedTransaction) (query.Value, error) {
		result, err := tx.Run(ctx, text, params)
		if err != nil {
			return query.Value{}, err
		}
		return single(ctx, result)
	})
}

func (s *Store) once(ctx context.Context, text string, params map[string]any) (answer query.Value, err error) {
	ctx, done, err := s.begin(ctx, s.options.ReadTimeout)
	if err != nil {
		return answer, err
	}
	defer done()
	if s.options.Trace != nil {
		s.options.Trace(text)
	}
	session := s.driver.NewSession(ctx, s.session(driver.AccessModeRead))
	defer end(ctx, session)
	result, err := session.Run(ctx, text, params, timeout(ctx))
	if err == nil {
		answer, err = single(ctx, result)
	}
	if err != nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	return answer, err
}

// single is the one value of the one row that a statement answers.
func single(ctx context.Context, result driver.ResultWithContext) (query.Value, error) {
	record, err := result.Single(ctx)
	if err != nil {
		return query.Value{}, err
	}
	return value(record.Values[0])
}

// Nodes implements store.Store.
func (s *Store) Nodes(ctx context.Context, yield func(store.Node) error) error {
	columns := map[string]query.Column{}
	for _, c := range s.model.Columns() {
		columns[c.Name] = c
	}
	// Every node has an id. Asking for it lets the planner read them in the order of the index instead of sorting all of them.
	return s.each(ctx, "MATCH (n:Node) WHERE n.id IS NOT NULL RETURN n.id, labels(n), properties(n) ORDER BY n.id", func(row []any) error {
		n, err := s.node(columns, row[0], row[1], row[2])
		if err != nil {
			return err
		}
		return yield(n)
	})
}

// Edges implements store.Store.
func (s *Store) Edges(ctx context.Context, yield func(store.Edge) error) error {
	return s.each(ctx, "MATCH (a:Node)-[e]->(b:Node) WHERE a.id IS NOT NULL RETURN a.id, type(e), b.id ORDER BY a.id, type(e), b.id", func(row []any) error {
		var e store.Edge
		for i, into := range []*string{&e.From, &e.Type, &e.To} {
			text, ok := row[i].(string)
			if !ok {
				return diplomacy.Errorf(diplomacy.Conflict, "an edge leads to or from a node whose id is %v; Parley did not write it", row[i])
			}
			*into = text
		}
		return yield(e)
	})
}

// each calls row with every row of a statement, while they arrive. It is not repeated when it fails: row has seen some of them.
func (s *Store) each(ctx context.Context, text string, row func([]any) error) error {
	ctx, done, err := s.begin(ctx, streamTimeout)
	if err != nil {
		return err
	}
	defer done()
	config := s.session(driver.AccessModeRead)
	config.FetchSize = 1000
	session := s.driver.NewSession(ctx, config)
	defer end(ctx, session)
	failure := func(err error) error {
		if ctx.Err() != nil {
			err = ctx.Err()
		}
		return s.failure(err, "read")
	}
	result, err := session.Run(ctx, text, nil, timeout(ctx))
	if err != nil {
		return failure(err)
	}
	for result.Next(ctx) {
		if err := row(result.Record().Values); err != nil {
			return err
		}
	}
	if err := result.Err(); err != nil {
		return failure(err)
	}
	return nil
}

// Ready implements store.Store.
func (s *Store) Ready(ctx context.Context) error {
	v, err := transaction(ctx, s, driver.AccessModeRead, s.options.ReadTimeout, readVersion)
	if err != nil {
		return s.failure(err, "answer")
	}
	if v.number == 0 {
		return diplomacy.Errorf(diplomacy.Unavailable, "%s: the database has no Parley in it any more", s.address)
	}
	return checkVersion(v.number)
}

// Close implements store.Store. It must not be called by what Nodes and Edges call.
func (s *Store) Close() error {
	s.mu.Lock()
	s.stop()
	s.mu.Unlock()
	s.running.Wait() // the driver must not be closed while it is in use
	ctx, cancel := context.WithTimeout(context.Background(), closeTimeout)
	defer cancel()
	return s.driver.Close(ctx)
}
