package neo4j

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/neo4jtest"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/schema"
)

// open opens the server's database with the real model, and empties it of what other tests wrote.
func open(t *testing.T, o Options) *Store {
	t.Helper()
	uri := neo4jtest.URI(t)
	_, model, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), uri, model, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	s.sh(t, "MATCH (n:Node) DETACH DELETE n")
	return s
}

// sh runs any statement.
func (s *Store) sh(t *testing.T, text string) []*driver.Record {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	rows, err := s.rows(ctx, driver.AccessModeWrite, text, nil)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return rows
}

func (s *Store) one(t *testing.T, text string) any {
	t.Helper()
	return s.sh(t, text)[0].Values[0]
}

func (s *Store) state(key string, columns map[string]any) store.Node {
	n := store.Node{Noun: s.model.Noun("State"), ID: diplomacy.ID("State", key), Columns: map[string]any{"key": key, "name": "State " + key}}
	for name, v := range columns {
		n.Columns[name] = v
	}
	return n
}

func (s *Store) statement(key, text string) store.Node {
	return store.Node{Noun: s.model.Noun("Statement"), ID: diplomacy.ID("Statement", key), Columns: map[string]any{
		"key": key, "name": text, "text": text, "act": "ASSERT", "modality": "ASSERTED", "polarity": "POSITIVE",
		"spokenAt": "2025-11-08", "spokenAt_from": "2025-11-08T00:00:00Z", "spokenAt_to": "2025-11-08T23:59:59Z",
	}}
}

func mustWrite(t *testing.T, s *Store, b store.Batch) store.Changes {
	t.Helper()
	c, err := s.Write(t.Context(), b)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func wantChanges(t *testing.T, what string, got, want store.Changes) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %+v, want %+v", what, got, want)
	}
}

// wantError compares a code, and a part of the message that the person sees.
func wantError(t *testing.T, what string, err error, code diplomacy.Code, message string) {
	t.Helper()
	e := (*diplomacy.Error)(nil)
	if !errors.As(err, &e) || e.Code != code || !strings.Contains(e.Message, message) {
		t.Errorf("%s: %v, want %s %q", what, err, code, message)
	}
}

func TestOpenErrors(t *testing.T) {
	uri := neo4jtest.URI(t)
	_, model, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = free.Close()
	for _, c := range []struct {
		uri, database string
		code          diplomacy.Code
		message       string
	}{
		{"http://localhost:7474", "", diplomacy.Invalid, "not the address of a Neo4j server"},
		{"localhost:7687", "", diplomacy.Invalid, "write neo4j://host:7687"},
		{"bolt://me:secret@%%", "", diplomacy.Invalid, `"%%"`},
		{"neo4j://" + free.Addr().String(), "", diplomacy.Unavailable, "connection refused); see that Neo4j runs there"},
		{"bolt://me:secret@" + free.Addr().String(), "", diplomacy.Unavailable, "connection refused); see that Neo4j runs there"},
		{uri, "nowhere", diplomacy.Invalid, `the database "nowhere" cannot be used`},
	} {
		_, err := Open(t.Context(), c.uri, model, Options{Database: c.database})
		wantError(t, c.uri, err, c.code, c.message)
		if strings.Contains(fmt.Sprint(err), "secret") {
			t.Errorf("%s: the error tells the password: %v", c.uri, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = Open(ctx, uri, model, Options{})
	wantError(t, "cancelled", err, diplomacy.Unavailable, "")
}

// A server that wants a password and an old one are not at hand.
func TestErrorsOfTheServer(t *testing.T) {
	s := &Store{address: "neo4j://example.org"}
	wrong := &driver.Neo4jError{Code: "Neo.ClientError.Security.Unauthorized", Msg: "The client is unauthorized due to authentication failure."}
	wantError(t, "no password", s.opening(wrong), diplomacy.Invalid, "it wants a user and a password")
	s.options.User = "neo4j"
	wantError(t, "wrong password", s.opening(wrong), diplomacy.Invalid, "see the user and the password")
	for name, old := range map[string]bool{"Neo4j/4.4.38": true, "Neo4j/5.22.0": true, "Neo4j/v5.2.0 compatible": true, "Neo4j/5.23.0": false, "Neo4j/5.26.16": false, "Neo4j/2025.01.0": false, "Other/1.0": false} {
		if err := checkServer(name); (err != nil) != old {
			t.Errorf("%s: %v", name, err)
		}
	}
	wantError(t, "old", checkServer("Neo4j/4.4.38"), diplomacy.Invalid, "needs Neo4j 5.23 or newer")
	for code, want := range map[string]diplomacy.Code{
		"Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": diplomacy.Unavailable,
		"Neo.TransientError.Transaction.DeadlockDetected":                    diplomacy.Unavailable,
		"Neo.TransientError.General.DatabaseUnavailable":                     diplomacy.Unavailable,
		"Neo.ClientError.Statement.SyntaxError":                              diplomacy.Internal,
		"Neo.ClientError.Schema.ConstraintValidationFailed":                  diplomacy.Conflict,
	} {
		if got := diplomacy.CodeOf(s.failure(&driver.TransactionExecutionLimit{Errors: []error{&driver.Neo4jError{Code: code}}}, "read")); got != want {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
	memory := &driver.Neo4jError{Code: "Neo.TransientError.General.MemoryPoolOutOfMemoryError"}
	if driver.IsRetryable(attempt(memory)) {
		t.Error("the driver repeats what runs out of memory")
	}
	wantError(t, "memory", s.failure(attempt(memory), "read"), diplomacy.Unavailable, "ran out of memory")
}

func TestReadSeesWrites(t *testing.T) {
	var traced []string
	s := open(t, Options{Trace: func(text string) { traced = append(traced, text) }})
	byISO3 := func(iso3 string) *query.Read {
		return &query.Read{Set: &query.Set{
			Noun: s.model.Noun("State"), Rows: true, Limit: 1, Order: []query.Order{{Column: query.ID}},
			Filter:  query.Compare{Column: query.Column{Name: "iso3"}, Op: query.Eq, Value: iso3},
			Columns: []query.Selected{{Column: query.Key}, {Column: query.Column{Name: "cowCode", Type: query.Integer}}, {Column: query.Column{Name: "aliases", Type: query.Texts}}, {Column: query.Column{Name: "iso2"}}},
		}}
	}
	for i := range 20 {
		iso3 := fmt.Sprintf("S%02d", i)
		mustWrite(t, s, store.Batch{Nodes: []store.Node{s.state(iso3, map[string]any{"iso3": iso3, "cowCode": int64(i), "aliases": []string{"a", "b"}})}})
		got, err := s.Read(t.Context(), byISO3(iso3))
		if err != nil {
			t.Fatal(err)
		}
		text := query.TextOf
		row := query.ListOf([]query.Value{text(iso3), query.IntegerOf(int64(i)), query.ListOf([]query.Value{text("a"), text("b")}), {}})
		if want := query.ListOf([]query.Value{query.ListOf([]query.Value{row})}); !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v, want %+v", got, want)
		}
	}
	if len(traced) != 20 {
		t.Errorf("%d statements for 20 reads", len(traced))
	}
}

// A statement that takes too long comes back in time, and does not go on in the server.
func TestSlowStatement(t *testing.T) {
	s := open(t, Options{ReadTimeout: 400 * time.Millisecond})
	const slow = "UNWIND range(1, 1000000000000) AS slow WITH slow WHERE slow % 7 = 8 RETURN count(slow)"
	for name, ctx := range map[string]func() (context.Context, context.CancelFunc){
		"limit": func() (context.Context, context.CancelFunc) { return context.Background(), func() {} },
		"deadline": func() (context.Context, context.CancelFunc) {
			return context.WithTimeout(context.Background(), 200*time.Millisecond)
		},
		"cancelled": func() (context.Context, context.CancelFunc) {
			ctx, cancel := context.WithCancel(context.Background())
			time.AfterFunc(200*time.Millisecond, cancel)
			return ctx, cancel
		},
	} {
		ctx, cancel := ctx()
		began := time.Now()
		_, err := s.read(ctx, slow, nil)
		wantError(t, name, s.failure(err, "read"), diplomacy.Unavailable, "did not answer in time")
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("%s: it took %s", name, took)
		}
		cancel()
	}
	left := int64(-1)
	for range 40 {
		left = s.one(t, "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'AS slow' AND NOT currentQuery CONTAINS 'SHOW' RETURN count(*)").(int64)
		if left == 0 {
			break
		}
		time.Sleep(250 * time.Millisecond)
	}
	if left != 0 {
		t.Errorf("%d of them go on in the server", left)
	}
}

func TestCloseEndsWhatRuns(t *testing.T) {
	s := open(t, Options{})
	ended := make(chan error)
	go func() {
		_, err := s.read(context.Background(), "UNWIND range(1, 1000000000000) AS i WITH i WHERE i % 7 = 8 RETURN count(i)", nil)
		ended <- s.failure(err, "read")
	}()
	time.Sleep(300 * time.Millisecond)
	began := time.Now()
	go func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	wantError(t, "read", <-ended, diplomacy.Unavailable, "")
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("it took %s", took)
	}
	wantError(t, "closed", s.Ready(t.Context()), diplomacy.Unavailable, "closed")
	if err := s.Close(); err != nil {
		t.Errorf("a second Close: %v", err)
	}
}

func TestDump(t *testing.T) {
	s := open(t, Options{})
	var b store.Batch
	for i := range 1200 { // more than one fetch
		n := s.statement(fmt.Sprint(i), "Text")
		b.Nodes = append(b.Nodes, n)
		if i > 0 {
			b.Edges = append(b.Edges, store.Edge{From: n.ID, Type: "RESPONDS_TO", To: b.Nodes[i/2].ID}, store.Edge{From: n.ID, Type: "EARLIER_THAN", To: b.Nodes[i/3].ID})
		}
	}
	typed := s.state("T", map[string]any{"cowCode": int64(2), "aliases": []string{"x"}})
	b.Nodes = append(b.Nodes, typed, store.Node{Noun: s.model.Noun("Place"), ID: diplomacy.ID("Place", "P"), Columns: map[string]any{
		"key": "P", "name": "P", "latitude": 5.0, "longitude": -0.25,
	}})
	mustWrite(t, s, b)
	seen := map[string]store.Node{}
	last := ""
	if err := s.Nodes(t.Context(), func(n store.Node) error {
		if n.ID <= last {
			t.Fatalf("%s comes after %s", n.ID, last)
		}
		last, seen[n.ID] = n.ID, n
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if len(seen) != len(b.Nodes) {
		t.Errorf("%d nodes, want %d", len(seen), len(b.Nodes))
	}
	for _, n := range b.Nodes {
		if !reflect.DeepEqual(seen[n.ID], n) {
			t.Fatalf("%+v, want %+v", seen[n.ID], n)
		}
	}
	var edges []store.Edge
	if err := s.Edges(t.Context(), func(e store.Edge) error {
		if len(edges) > 0 {
			if l := edges[len(edges)-1]; l.From+l.Type+l.To >= e.From+e.Type+e.To {
				t.Fatalf("%+v comes after %+v", e, l)
			}
		}
		edges = append(edges, e)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if len(edges) != len(b.Edges) {
		t.Errorf("%d edges, want %d", len(edges), len(b.Edges))
	}
	stop := errors.New("enough")
	if err := s.Nodes(t.Context(), func(store.Node) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("%v, want what yield returned", err)
	}
	var first, second bytes.Buffer
	for _, w := range []io.Writer{&first, &second} {
		if err := store.Dump(t.Context(), s, w, func() {}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) || !strings.Contains(first.String(), `"latitude":5,"longitude":-0.25`) {
		t.Error("a dump is not what it should be")
	}
}

// proxy stands between a store and the server, and can fail.
type proxy struct {
	net.Listener
	server     string
	down       atomic.Bool
	loseCommit atomic.Bool // the next commit is passed on, its answer is not
	mu         sync.Mutex
	conns      []net.Conn
}

func (p *proxy) serve() {
	for {
		client, err := p.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", p.server)
		if err != nil || p.down.Load() {
			_ = client.Close()
			continue
		}
		p.mu.Lock()
		p.conns = append(p.conns, client, server)
		p.mu.Unlock()
		var mute atomic.Bool
		go func() {
			buffer := make([]byte, 1<<16)
			for {
				n, err := client.Read(buffer)
				commit := bytes.HasSuffix(buffer[:n], []byte{0, 2, 0xb0, 0x12, 0, 0}) && p.loseCommit.CompareAndSwap(true, false)
				if commit {
					mute.Store(true)
				}
				if _, e := server.Write(buffer[:n]); err != nil || e != nil {
					_ = server.Close()
					return
				}
				if commit {
					time.Sleep(500 * time.Millisecond)
					_ = client.Close()
				}
			}
		}()
		go func() {
			defer func() { _ = client.Close() }()
			buffer := make([]byte, 1<<16)
			for {
				n, err := server.Read(buffer)
				if err != nil {
					return
				}
				if mute.Load() {
					continue
				}
				if _, err := client.Write(buffer[:n]); err != nil {
					return
				}
			}
		}()
	}
}

func (p *proxy) cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.conns {
		_ = c.Close()
	}
	p.conns = nil
}

func TestLostConnection(t *testing.T) {
	direct := open(t, Options{})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	target := direct.driver.Target()
	p := &proxy{Listener: listener, server: target.Host}
	go p.serve()
	defer func() { _ = p.Close() }()
	s, err := Open(t.Context(), "bolt://"+p.Addr().String(), direct.model, Options{ReadTimeout: 4 * time.Second, WriteTimeout: 10 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()

	p.cut()
	if err := s.Ready(t.Context()); err != nil {
		t.Errorf("connections that went stale: %v", err)
	}
	p.down.Store(true)
	p.cut()
	began := time.Now()
	wantError(t, "down", s.Ready(t.Context()), diplomacy.Unavailable, "")
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("down: it took %s", took)
	}
	p.down.Store(false)
	if err := s.Ready(t.Context()); err != nil {
		t.Errorf("up again: %v", err)
	}

	b := store.Batch{Whole: true, Nodes: []store.Node{s.state("L", nil), s.statement("l", "Text")}}
	b.Edges = []store.Edge{{From: b.Nodes[1].ID, Type: "MADE_BY", To: b.Nodes[0].ID}}
	p.loseCommit.Store(true)
	_, err = s.Write(t.Context(), b)
	wantError(t, "lost commit", err, diplomacy.Unavailable, "")
	wantChanges(t, "again", mustWrite(t, s, b), store.Changes{NodesUnchanged: 2, EdgesUnchanged: 1})
}
