package main_test

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// tangled loads statements that all answer each other. A question that follows answers a few times is then never at its end.
func tangled(t *testing.T, store string) {
	t.Helper()
	const statements = 40
	var lines strings.Builder
	id := func(i int) string { return diplomacy.ID("Statement", fmt.Sprint("s", i)) }
	for i := range statements {
		fmt.Fprintf(&lines, `{"noun":"Statement","id":%q,"properties":{"act":"ASSERT","key":"s%d","modality":"ASSERTED","name":"S%d","polarity":"POSITIVE","text":"Text %d"}}`+"\n", id(i), i, i, i)
	}
	for i := range statements {
		for j := range statements {
			if i != j {
				fmt.Fprintf(&lines, `{"edge":"RESPONDS_TO","from":%q,"to":%q}`+"\n", id(i), id(j))
			}
		}
	}
	ok(t, "load", "--store", store, filepath.Join(folder(t, map[string]string{"tangled.jsonl": lines.String()}), "tangled.jsonl"))
}

// endless is never at its end, on what is tangled. It costs more, and nests deeper, than a server lets through unless it is told to.
var endless = `{ statements(where: ` + strings.Repeat("{respondsTo: {some: ", 10) + `{text: {endsWith: "x"}}` + strings.Repeat("}}", 10) + `) { totalCount } }`

// until waits for something to hold.
func until(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for late := time.Now().Add(limit); !holds(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(late) {
			t.Fatalf("never: %s", what)
		}
	}
}

// running says how many operations the server executes.
func (s *server) running(t *testing.T) (n int) {
	t.Helper()
	_, text := s.send(t, http.MethodGet, "/metrics", "")
	_, after, found := strings.Cut(text, "\nparley_operations_running ")
	if _, err := fmt.Sscan(after, &n); err != nil || !found {
		t.Fatalf("%v in\n%s", err, text)
	}
	return n
}

// transactions says how many long ones Neo4j runs; a file has none.
func transactions(t *testing.T, store string) func() int {
	t.Helper()
	if strings.HasPrefix(store, "sqlite:") {
		return func() int { return 0 }
	}
	d, err := neo4j.NewDriverWithContext(store, neo4j.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close(context.Background()) })
	return func() int {
		const text = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'RESPONDS_TO' AND NOT currentQuery CONTAINS 'SHOW' RETURN count(*)"
		r, err := neo4j.ExecuteQuery(t.Context(), d, text, nil, neo4j.EagerResultTransformer)
		if err != nil {
			t.Fatal(err)
		}
		return int(r.Records[0].Values[0].(int64))
	}
}

// A client that goes away takes its statement with it: the database does not go on with what nobody waits for.
func TestServeClientGoesAway(t *testing.T) {
	onEachStore(t, func(t *testing.T, store string) {
		tangled(t, store)
		inDatabase := transactions(t, store)
		s := serve(t, store, "--seed=false", "--timeout=1h", "--max-concurrent=1", "--max-wait=1m", "--max-depth=30", "--max-cost=1000000000000")
		ctx, leave := context.WithCancel(t.Context())
		defer leave()
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.base+"/graphql?query="+url.QueryEscape(endless), nil)
		if err != nil {
			t.Fatal(err)
		}
		answered := make(chan error, 1)
		go func() {
			response, err := client.Do(r)
			if err == nil {
				body, _ := io.ReadAll(response.Body)
				err = fmt.Errorf("%d %s", response.StatusCode, body)
				_ = response.Body.Close()
			}
			answered <- err
		}()
		until(t, "it runs", func() bool { return s.running(t) == 1 && (inDatabase() == 1 || strings.HasPrefix(store, "sqlite:")) })
		select {
		case err := <-answered:
			t.Fatal(err)
		default:
		}
		leave()
		left := time.Now()
		until(t, "the database is free", func() bool { return inDatabase() == 0 })
		free := time.Since(left)
		until(t, "the server is free", func() bool { return s.running(t) == 0 })
		t.Logf("free after %s in the database, %s in the server", free.Round(time.Millisecond), time.Since(left).Round(time.Millisecond))
		if status, answer := s.ask(t, `{ statements { totalCount } }`); status != 200 || answer != `{"data":{"statements":{"totalCount":40}},"extensions":{"cost":{"estimated":10,"actual":10}}}` {
			t.Errorf("the next is answered with %d %s", status, answer)
		}
		s.stop(t)
	})
}

// relay stands between Parley and a Neo4j.
type relay struct {
	net.Listener
	server string
	mu     sync.Mutex
	open   *sync.Cond
	silent bool // nothing is passed on; who connects is let in and hears nothing
}

func newRelay(t *testing.T, server string) *relay {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r := &relay{Listener: l, server: server}
	r.open = sync.NewCond(&r.mu)
	t.Cleanup(func() {
		_ = l.Close()
		r.silence(false)
	})
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go r.connect(c)
		}
	}()
	return r
}

func (r *relay) silence(silent bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.silent = silent
	r.open.Broadcast()
}

func (r *relay) connect(client net.Conn) {
	server, err := net.Dial("tcp", r.server)
	if err != nil {
		_ = client.Close()
		return
	}
	go r.pass(client, server)
	r.pass(server, client)
}

func (r *relay) pass(from, to net.Conn) {
	defer func() { _ = to.Close() }()
	buffer := make([]byte, 1<<16)
	for {
		n, err := from.Read(buffer)
		r.mu.Lock()
		for r.silent {
			r.open.Wait()
		}
		r.mu.Unlock()
		if _, e := to.Write(buffer[:n]); err != nil || e != nil {
			return
		}
	}
}

// A Neo4j that goes silent is a 503 within the timeout, and Parley is ready again, without a restart, when the database is.
func TestServeSilentNeo4j(t *testing.T) {
	uri, err := url.Parse(newNeo4j(t))
	if err != nil {
		t.Fatal(err)
	}
	r := newRelay(t, uri.Host)
	s := serve(t, "bolt://"+r.Addr().String(), "--seed=false", "--timeout=1s")
	answers := func() bool {
		status, answer := s.ask(t, `{ states { totalCount } }`)
		response, _ := s.send(t, http.MethodGet, "/readyz", "")
		return status == 200 && answer == `{"data":{"states":{"totalCount":0}},"extensions":{"cost":{"estimated":10,"actual":10}}}` && response.StatusCode == 200
	}
	until(t, "it answers", answers)
	r.silence(true)
	for _, connections := range []string{"that were open", "that are new"} {
		status, answer := s.ask(t, `{ states { totalCount } }`)
		if want := `{"errors":[{"message":"the database did not answer in time","path":["states"],"extensions":{"code":"unavailable"}}],"data":null}`; status != 503 || answer != want {
			t.Errorf("on connections %s: %d %s, want 503 %s", connections, status, answer, want)
		}
	}
	if response, body := s.send(t, http.MethodGet, "/readyz", ""); response.StatusCode != 503 || body != "the database did not answer in time\n" {
		t.Errorf("/readyz: %d %s", response.StatusCode, body)
	}
	r.silence(false)
	until(t, "it answers again", answers)
	s.stop(t)
}
