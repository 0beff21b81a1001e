package server_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/server"
)

// busy is a server with one place for an operation, taken until free is closed.
func busy(t *testing.T, patience time.Duration) (l *site, free chan struct{}, first <-chan answer) {
	t.Helper()
	began := make(chan struct{}, 2)
	free = make(chan struct{})
	store := failing{read: func(context.Context) (query.Value, error) {
		began <- struct{}{}
		<-free
		return query.ListOf([]query.Value{query.IntegerOf(7)}), nil
	}}
	l = openWith(t, store, nil, func(o *server.Options) { o.MaxConcurrent, o.MaxWait = 1, patience })
	first = l.ask(t, states)
	<-began
	return l, free, first
}

// ask sends a query, and does not wait for the answer.
func (l *site) ask(t *testing.T, document string) <-chan answer {
	answers := make(chan answer, 1)
	go func() { answers <- l.send(t, http.MethodPost, "/graphql", post("query", quoted(document))) }()
	return answers
}

// await waits until /metrics has a line.
func (l *site) await(t *testing.T, line string) {
	t.Helper()
	for late := time.Now().Add(time.Minute); ; time.Sleep(5 * time.Millisecond) {
		text := l.send(t, http.MethodGet, "/metrics", "").body
		if strings.Contains("\n"+text, "\n"+line+"\n") {
			return
		}
		if time.Now().After(late) {
			t.Fatalf("no %q in\n%s", line, text)
		}
	}
}

const sevenStates = `{"data":{"states":{"totalCount":7}},"extensions":{"cost":{"estimated":10,"actual":10}}}`

func wantOverloaded(t *testing.T, a answer) {
	t.Helper()
	const want = `{"errors":[{"extensions":{"code":"overloaded"},"message":"the server is busy with other requests; try again in a second"}]}`
	if a.StatusCode != http.StatusServiceUnavailable || a.body != want || a.Header.Get("Retry-After") != "1" {
		t.Errorf("%d %v %s\nwant %s", a.StatusCode, a.Header, a.body, want)
	}
}

// One operation executes, one waits for its turn, and the next is turned away at once. What needs no turn is answered.
func TestOverload(t *testing.T) {
	l, free, first := busy(t, time.Minute)
	second := l.ask(t, states)
	l.await(t, "parley_operations_waiting 1")
	for _, media := range []string{plainJSON, newer} {
		wantOverloaded(t, l.send(t, http.MethodPost, "/graphql", post("query", quoted(states)), "Accept", media))
	}
	wantOverloaded(t, l.send(t, http.MethodGet, get("query", states), ""))
	for path, status := range map[string]int{"/healthz": 200, "/graphiql": 200, "/schema.graphql": 200, "/graphql": 400} {
		if a := l.send(t, http.MethodGet, path, ""); a.StatusCode != status {
			t.Errorf("%s: %d, want %d", path, a.StatusCode, status)
		}
	}
	close(free)
	for _, answers := range []<-chan answer{first, second} {
		if a := <-answers; a.StatusCode != 200 || a.body != sevenStates {
			t.Errorf("%d %s", a.StatusCode, a.body)
		}
	}
	l.await(t, "parley_operations_running 0")
	l.await(t, "parley_operations_waiting 0")
	l.await(t, `parley_requests_total{operation="other",status="503",code="overloaded"} 3`)
}

// Nobody waits for ever.
func TestOverloadPatience(t *testing.T) {
	l, free, first := busy(t, time.Millisecond)
	wantOverloaded(t, l.send(t, http.MethodPost, "/graphql", post("query", quoted(states))))
	close(free)
	if a := <-first; a.body != sevenStates {
		t.Errorf("%d %s", a.StatusCode, a.body)
	}
	if a := l.send(t, http.MethodPost, "/graphql", post("query", quoted(states))); a.body != sevenStates {
		t.Errorf("afterwards: %d %s", a.StatusCode, a.body)
	}
}

// Who goes away while waiting gives up the place in the line.
func TestOverloadLeaving(t *testing.T) {
	l, free, first := busy(t, time.Minute)
	ctx, leave := context.WithCancel(t.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, l.URL+get("query", states), nil)
	if err != nil {
		t.Fatal(err)
	}
	left := make(chan error, 1)
	go func() {
		response, err := l.Client().Do(r)
		if err == nil {
			_ = response.Body.Close()
		}
		left <- err
	}()
	l.await(t, "parley_operations_waiting 1")
	leave()
	if err := <-left; err == nil {
		t.Error("it was answered")
	}
	l.await(t, `parley_requests_total{operation="other",status="503",code="unavailable"} 1`)
	l.await(t, "parley_operations_waiting 0")
	close(free)
	<-first
}
