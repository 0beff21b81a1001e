package main_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// collector takes spans as a collector of OpenTelemetry does.
type collector struct {
	*httptest.Server
	mu       sync.Mutex
	status   int
	requests []string // method, path, content type and token
	bodies   strings.Builder
	spans    map[string]spanRecord // by name
}

type spanRecord struct {
	TraceID, SpanID, ParentSpanID string
	StartTimeUnixNano             string
	EndTimeUnixNano               string
	Kind                          int
	Attributes                    []struct {
		Key   string
		Value struct{ StringValue, IntValue string }
	}
}

func newCollector(t *testing.T, status int) *collector {
	c := &collector{status: status, spans: map[string]spanRecord{}}
	c.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c.mu.Lock()
		defer c.mu.Unlock()
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		c.requests = append(c.requests, strings.Join([]string{r.Method, r.URL.Path, r.Header.Get("Content-Type"), r.Header.Get("Authorization")}, " "))
		c.bodies.Write(body)
		var sent struct {
			ResourceSpans []struct {
				ScopeSpans []struct {
					Spans []struct {
						Name string
						spanRecord
					}
				}
			}
		}
		if err := json.Unmarshal(body, &sent); err != nil {
			t.Error(err)
		}
		for _, r := range sent.ResourceSpans {
			for _, scope := range r.ScopeSpans {
				for _, s := range scope.Spans {
					c.spans[s.Name] = s.spanRecord
				}
			}
		}
		w.WriteHeader(c.status)
	}))
	t.Cleanup(c.Close)
	return c
}

// A request is traced from the address to the store, in the trace of whoever sent it. Nothing of what was asked is in it.
func TestServeTraces(t *testing.T) {
	onEachStore(t, func(t *testing.T, store string) {
		c := newCollector(t, 200)
		s := serveWith(t, []string{"OTEL_EXPORTER_OTLP_ENDPOINT=" + c.URL, "OTEL_EXPORTER_OTLP_HEADERS=authorization=Bearer%20secret-token", "OTEL_RESOURCE_ATTRIBUTES=deployment=trial"},
			"--store", store, "--listen=127.0.0.1:0", "--seed=false", "--metrics-operations=Named")
		const trace, parent = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
		response, answer := s.send(t, http.MethodPost, "/graphql", `{"query":"query Named($n: String!) { states(where: {name: {eq: $n}}) { totalCount } }","variables":{"n":"Ruritania"}}`,
			"Content-Type", "application/json", "traceparent", "00-"+trace+"-"+parent+"-01")
		if answer != `{"data":{"states":{"totalCount":0}},"extensions":{"cost":{"estimated":10,"actual":10}}}` {
			t.Fatal(answer)
		}
		s.stop(t) // it delivers what it has
		c.mu.Lock()
		defer c.mu.Unlock()
		for _, r := range c.requests {
			if r != "POST /v1/traces application/json Bearer secret-token" {
				t.Errorf("got %q", r)
			}
		}
		request := c.spans["/graphql"]
		for name, want := range map[string]spanRecord{
			"/graphql": {ParentSpanID: parent, Kind: 2},
			"plan":     {ParentSpanID: request.SpanID, Kind: 1},
			"store":    {ParentSpanID: request.SpanID, Kind: 1},
		} {
			got := c.spans[name]
			if got.TraceID != trace || got.ParentSpanID != want.ParentSpanID || got.Kind != want.Kind || len(got.SpanID) != 16 || len(got.StartTimeUnixNano) != 19 || got.EndTimeUnixNano < got.StartTimeUnixNano {
				t.Errorf("%s: %+v, want %+v in %s", name, got, want, trace)
			}
		}
		attributes := map[string]string{}
		for _, a := range request.Attributes {
			attributes[a.Key] = a.Value.StringValue + a.Value.IntValue
		}
		for name, want := range map[string]string{"graphql.operation.name": "Named", "http.response.status_code": "200", "parley.request": response.Header.Get("X-Request-Id")} {
			if attributes[name] != want {
				t.Errorf("%s is %q, want %q", name, attributes[name], want)
			}
		}
		for _, part := range []string{`{"key":"service.name","value":{"stringValue":"parley"}}`, `{"key":"deployment","value":{"stringValue":"trial"}}`} {
			if !strings.Contains(c.bodies.String(), part) {
				t.Errorf("no %s in %s", part, &c.bodies)
			}
		}
		for _, part := range []string{"Ruritania", "totalCount", "secret-token"} {
			if strings.Contains(c.bodies.String()+s.err.String(), part) {
				t.Errorf("%q is in a span or in the log:\n%s\n%s", part, &c.bodies, s.err.String())
			}
		}
	})
}

// A collector that refuses, or is none, does no harm; the log says so.
func TestServeTracesAreLost(t *testing.T) {
	c := newCollector(t, 503)
	for endpoint, part := range map[string]string{c.URL: "the collector answers 503", "http://127.0.0.1:1": "connection refused"} {
		s := serve(t, newSQLite(t), "--seed=false", "--otlp-endpoint="+endpoint)
		if status, answer := s.ask(t, `{ states { totalCount } }`); status != 200 || answer != `{"data":{"states":{"totalCount":0}},"extensions":{"cost":{"estimated":10,"actual":10}}}` {
			t.Errorf("%s: %d %s", endpoint, status, answer)
		}
		s.stop(t)
		if log := s.err.String(); !strings.Contains(log, "spans were not delivered") || !strings.Contains(log, part) {
			t.Errorf("%s: the log has no %q\n%s", endpoint, part, log)
		}
	}
	for flag, want := range map[string]string{
		"--otlp-endpoint=localhost:4318":              `--otlp-endpoint: "localhost:4318" is no address of a collector; write http://HOST:4318`,
		"--otlp-endpoint=http://h --otlp-headers=a=%": "--otlp-headers: the value of a is not percent-encoded",
	} {
		r := parley(t, append([]string{"serve", "--store", newSQLite(t)}, strings.Fields(flag)...)...)
		if r.code != 1 || r.err != "parley: "+want+"\n" {
			t.Errorf("%s: exit code %d, %s", flag, r.code, r.err)
		}
	}
}
