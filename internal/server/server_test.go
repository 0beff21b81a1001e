package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"go.opentelemetry.io/otel/trace/noop"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/ingest"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/questions"
	"github.com/parleygraph/parley/internal/server"
	"github.com/parleygraph/parley/internal/server/pages"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/internal/store/sqlite"
	"github.com/parleygraph/parley/schema"
	"github.com/parleygraph/parley/seeds"
)

const maxBody = 1000

// site is a running server, with what it logs.
type site struct {
	*httptest.Server
	log *record
}

// record is a log of lines of JSON.
type record struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (r *record) Write(b []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.Write(b)
}

func (r *record) String() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.String()
}

// entries are the log's lines with a message.
func (r *record) entries(t *testing.T, message string) []map[string]any {
	t.Helper()
	var all []map[string]any
	for line := range strings.Lines(r.String()) {
		var e map[string]any
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatalf("%v in the log: %s", err, line)
		}
		if e["msg"] == message {
			all = append(all, e)
		}
	}
	return all
}

// open starts a server on a store.
func open(t *testing.T, s store.Store, change func(*graph.Limits)) *site {
	t.Helper()
	return openWith(t, s, change, nil)
}

// openWith starts a server with options of its own.
func openWith(t *testing.T, s store.Store, change func(*graph.Limits), set func(*server.Options)) *site {
	t.Helper()
	sdl, model, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	saved, err := questions.Load()
	if err != nil {
		t.Fatal(err)
	}
	limits := graph.DefaultLimits()
	if change != nil {
		change(&limits)
	}
	log := new(record)
	logger := slog.New(slog.NewJSONHandler(log, nil))
	options := server.Options{
		Engine:        graph.New(s, sdl, model, limits, logger),
		Store:         s,
		Schema:        schema.Text,
		Saved:         saved,
		Pages:         pages.Options{Version: "v0.0.0", ExampleQuery: "{ __typename }", Store: "a test"},
		MaxBody:       maxBody,
		MaxConcurrent: 8,
		MaxWait:       time.Minute,
		Operations:    []string{"Known"},
		Tracing:       noop.NewTracerProvider(),
		Log:           logger,
	}
	if set != nil {
		set(&options)
	}
	l := &site{httptest.NewServer(server.Handler(options)), log}
	t.Cleanup(l.Close)
	return l
}

// seeded is a real store with the seeds in it.
func seeded(t *testing.T) store.Store {
	t.Helper()
	_, model, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "parley.db"), model, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	report, err := ingest.Load(t.Context(), s, model, []ingest.Source{{FS: seeds.FS, Path: ".", Name: "seeds"}}, ingest.Options{})
	if err != nil || len(report.Problems) > 0 {
		t.Fatal(err, report.Problems)
	}
	return s
}

// answer is a response that has been read.
type answer struct {
	*http.Response
	body string
}

// send sends a request. The headers are pairs; a pair without a value takes the header away.
func (l *site) send(t *testing.T, method, target, body string, headers ...string) answer {
	t.Helper()
	r, err := http.NewRequest(method, l.URL+target, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
		if headers[i+1] == "" {
			r.Header.Del(headers[i])
		}
	}
	response, err := l.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	b, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{response, string(b)}
}

const (
	plainJSON = "application/json"
	newer     = "application/graphql-response+json"
)

// post makes the body of a request.
func post(parts ...string) string {
	body := map[string]json.RawMessage{}
	for i := 0; i < len(parts); i += 2 {
		body[parts[i]] = json.RawMessage(parts[i+1])
	}
	b, _ := json.Marshal(body)
	return string(b)
}

func quoted(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

func get(parts ...string) string {
	v := url.Values{}
	for i := 0; i < len(parts); i += 2 {
		v.Set(parts[i], parts[i+1])
	}
	return "/graphql?" + v.Encode()
}

// What a well-formed request is answered with, by the media type that it accepts: 200 in JSON, as old clients expect, and a status of its
// own in the newer media type (GraphQL over HTTP, 6.4).
func TestExecution(t *testing.T) {
	l := open(t, seeded(t), nil)
	const (
		pakistan = `{ state(by: {iso3: "PAK"}) { name } }`
		byCode   = `query State($code: String!) { state(by: {iso3: $code}) { name } } query Other { __typename }`
		cost     = `,"extensions":{"cost":{"estimated":1,"actual":1}}}`
		found    = `{"data":{"state":{"name":"Pakistan"}}` + cost
		invalid  = `"extensions":{"code":"invalid"}`
	)
	for _, c := range []struct {
		name   string
		body   string // sent by POST,
		target string // or else this by GET
		status int    // in the newer media type
		part   string // of the answer
	}{
		{"a query", post("query", quoted(pakistan)), "", 200, found},
		{"variables", post("query", quoted(byCode), "variables", `{"code":"PAK"}`, "operationName", `"State"`), "", 200, found},
		{"nothing of it", post("query", quoted(pakistan), "variables", `null`, "operationName", `null`, "extensions", `null`), "", 200, found},
		{"an empty operation name", post("query", quoted(pakistan), "operationName", `""`), "", 200, found},
		{"extensions", post("query", quoted(pakistan), "extensions", `{"trace":{"id":1}}`), "", 200, found},
		{"an unknown part", post("query", quoted(pakistan), "id", `1`), "", 200, found},
		{"introspection", post("query", `"{ __schema { queryType { name } } }"`), "", 200, `{"data":{"__schema":{"queryType":{"name":"Query"}}},"extensions":{"cost":{"estimated":5,"actual":5}}}`},
		{"null for an unknown key", post("query", quoted(byCode), "variables", `{"code":"???"}`, "operationName", `"State"`), "", 200, `{"data":{"state":null},"extensions":{"cost":{"estimated":1,"actual":0}}}`},
		{"by GET", "", get("query", pakistan), 200, found},
		{"by GET with everything", "", get("query", byCode, "variables", `{"code":"PAK"}`, "operationName", "State", "extensions", "{}"), 200, found},

		{"a syntax error", post("query", `"{ state(by: "`), "", 400, invalid},
		{"an empty document", post("query", `""`), "", 400, invalid},
		{"a document without an operation", post("query", `"fragment F on State { name }"`), "", 400, invalid},
		{"an unknown field", post("query", `"{ state(by: {iso3: \"PAK\"}) { nmae } }"`), "", 400, invalid},
		{"an unknown argument", post("query", `"{ state(by: {iso4: \"PAK\"}) { name } }"`), "", 400, invalid},
		{"two keys", post("query", `"{ state(by: {iso3: \"PAK\", iso2: \"PK\"}) { name } }"`), "", 400, invalid},
		{"two keys in a variable", post("query", `"query($by: StateBy!) { state(by: $by) { name } }"`, "variables", `{"by":{"iso3":"PAK","iso2":"PK"}}`), "", 400, invalid},
		{"no operation of several", post("query", quoted(byCode), "variables", `{"code":"PAK"}`), "", 400, invalid},
		{"an unknown operation", post("query", quoted(byCode), "operationName", `"Nothing"`), "", 400, invalid},
		{"a missing variable", post("query", quoted(byCode), "operationName", `"State"`), "", 400, invalid},
		{"a variable of null", post("query", quoted(byCode), "operationName", `"State"`, "variables", `{"code":null}`), "", 400, invalid},
		{"a variable of a wrong type", post("query", quoted(byCode), "operationName", `"State"`, "variables", `{"code":5}`), "", 400, invalid},
		{"a variable of a wrong type, deep", post("query", `"query($w: StateWhere) { states(where: $w) { totalCount } }"`, "variables", `{"w":{"cowCode":{"eq":"700"}}}`), "", 400, invalid},
		{"a date that is none", post("query", `"{ articles(where: {published: {eq: \"soon\"}}) { totalCount } }"`), "", 200, invalid},
		{"a page too large", post("query", `"{ states(first: 1001) { totalCount } }"`), "", 400, `"code":"limit_page"`},
		{"a mutation", post("query", `"mutation { delete }"`), "", 400, invalid},
		{"a mutation by GET", "", get("query", "mutation { delete }"), 400, invalid},
		{"a subscription by GET", "", get("query", "subscription { changes }"), 400, invalid},
		{"too many fields of a name", post("query", quoted("{"+strings.Repeat("a ", 450)+"}")), "", 400, `"code":"limit_roots"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			old := 200
			if strings.Contains(c.part, `"limit_`) { // what asks for too much is refused in every media type
				old = 400
			}
			for media, status := range map[string]int{plainJSON: old, newer: c.status} {
				method, target := http.MethodPost, "/graphql"
				if c.target != "" {
					method, target = http.MethodGet, c.target
				}
				a := l.send(t, method, target, c.body, "Accept", media)
				if a.StatusCode != status || a.Header.Get("Content-Type") != media+"; charset=utf-8" || !strings.Contains(a.body, c.part) {
					t.Errorf("%s: %d %s %s\nwant %d with %s", media, a.StatusCode, a.Header.Get("Content-Type"), a.body, status, c.part)
				}
				if c.part == found && a.body != found {
					t.Errorf("%s: more than is wanted: %s", media, a.body)
				}
			}
		})
	}
}

// Requests that are no GraphQL requests are refused in the same way in both media types, and nothing of them is repeated.
func TestTransport(t *testing.T) {
	l := open(t, seeded(t), nil)
	const secret = "do-not-repeat-this"
	query := post("query", `"{ __typename }"`)
	long := func(length int) string {
		return strings.Replace(query, "{ __typename }", "{ __typename }"+strings.Repeat(" ", length-len(query)), 1)
	}
	for _, c := range []struct {
		name           string
		method, target string
		body           string
		headers        []string
		status         int
		part           string
	}{
		{"as long as allowed", "POST", "/graphql", long(maxBody), nil, 200, `{"data":{"__typename":"Query"},`},
		{"one byte longer", "POST", "/graphql", long(maxBody + 1), nil, 413, "1000 bytes"},
		{"much longer", "POST", "/graphql", long(100 * maxBody), nil, 413, "1000 bytes"},
		{"bad JSON", "POST", "/graphql", `{"query": ` + secret, nil, 400, "no JSON object"},
		{"half of it", "POST", "/graphql", `{"query": "` + secret, nil, 400, "no JSON object"},
		{"no body", "POST", "/graphql", "", nil, 400, "no JSON object"},
		{"a list", "POST", "/graphql", "[" + query + "]", nil, 400, "no JSON object"},
		{"a text", "POST", "/graphql", `"` + secret + `"`, nil, 400, "no JSON object"},
		{"two objects", "POST", "/graphql", query + query, nil, 400, "something follows"},
		{"no query", "POST", "/graphql", post("operationName", quoted(secret)), nil, 400, "no query"},
		{"a query of null", "POST", "/graphql", post("query", "null"), nil, 400, "no query"},
		{"a query of another type", "POST", "/graphql", post("query", "{}"), nil, 400, "query has the wrong type"},
		{"an operation name of another type", "POST", "/graphql", post("query", `"{ __typename }"`, "operationName", "1"), nil, 400, "operationName has the wrong type"},
		{"variables of another type", "POST", "/graphql", post("query", `"{ __typename }"`, "variables", quoted(secret)), nil, 400, "variables is no JSON object"},
		{"a list of variables", "POST", "/graphql", post("query", `"{ __typename }"`, "variables", "[1]"), nil, 400, "variables is no JSON object"},
		{"extensions of another type", "POST", "/graphql", post("query", `"{ __typename }"`, "extensions", "[1]"), nil, 400, "extensions has the wrong type"},
		{"the query in the address", "POST", get("query", "{ __typename }"), "", nil, 400, "no JSON object"},

		{"no content type", "POST", "/graphql", query, []string{"Content-Type", ""}, 415, "application/json"},
		{"a form", "POST", "/graphql", "query=" + secret, []string{"Content-Type", "application/x-www-form-urlencoded"}, 415, "application/json"},
		{"a text of JSON", "POST", "/graphql", query, []string{"Content-Type", "text/plain"}, 415, "application/json"},
		{"the document alone", "POST", "/graphql", "{ __typename }", []string{"Content-Type", "application/graphql"}, 415, "application/json"},
		{"a list of files", "POST", "/graphql", query, []string{"Content-Type", "multipart/form-data; boundary=x"}, 415, "application/json"},
		{"in UTF-8", "POST", "/graphql", query, []string{"Content-Type", `application/JSON; charset="UTF-8"`}, 200, `{"data":`},
		{"in Latin 1", "POST", "/graphql", query, []string{"Content-Type", "application/json; charset=iso-8859-1"}, 415, "UTF-8"},

		{"an answer in HTML", "POST", "/graphql", query, []string{"Accept", "text/html"}, 406, "Accept"},
		{"an answer in no JSON", "POST", "/graphql", query, []string{"Accept", "text/html, application/json;q=0, application/graphql-response+json; q=0"}, 406, "Accept"},
		{"an answer in no JSON, with decimals", "POST", "/graphql", query, []string{"Accept", "application/json;q=0.000"}, 406, "Accept"},
		{"an answer in Latin 1", "POST", "/graphql", query, []string{"Accept", "application/json; charset=iso-8859-1"}, 406, "Accept"},

		{"by GET without a query", "GET", "/graphql", "", nil, 400, "no query"},
		{"by GET with bad variables", "GET", get("query", "{ __typename }", "variables", secret), "", nil, 400, "variables is no JSON object"},
		{"by GET with more than variables", "GET", get("query", "{ __typename }", "variables", "{}{}"), "", nil, 400, "something follows"},
		{"by GET with bad extensions", "GET", get("query", "{ __typename }", "extensions", secret), "", nil, 400, "extensions is no JSON object"},
		{"by GET with empty parts", "GET", "/graphql?query=%7B__typename%7D&variables=&operationName=&extensions=", "", nil, 200, `{"data":`},
		{"by PUT", "PUT", "/graphql", query, nil, 405, "by POST"},
		{"by DELETE", "DELETE", "/graphql", "", nil, 405, "by POST"},
		{"by OPTIONS", "OPTIONS", "/graphql", "", nil, 405, "by POST"},
	} {
		t.Run(c.name, func(t *testing.T) {
			accepts := [][]string{{"Accept", plainJSON}, {"Accept", newer}}
			if len(c.headers) > 0 && c.headers[0] == "Accept" {
				accepts = [][]string{c.headers}
			}
			for _, accept := range accepts {
				a := l.send(t, c.method, c.target, c.body, append(accept, c.headers...)...)
				if a.StatusCode != c.status || !strings.Contains(a.body, c.part) {
					t.Errorf("%d %s, want %d with %s", a.StatusCode, a.body, c.status, c.part)
				}
				media := accept[1] + "; charset=utf-8"
				if c.status == 406 {
					media = plainJSON + "; charset=utf-8" // none that was asked for
				}
				if got := a.Header.Get("Content-Type"); got != media {
					t.Errorf("the media type is %s, want %s", got, media)
				}
				if strings.Contains(a.body, secret) {
					t.Errorf("it repeats what was sent: %s", a.body)
				}
				var body struct {
					Data   json.RawMessage
					Errors []struct {
						Message    string
						Extensions struct{ Code string }
					}
				}
				if err := json.Unmarshal([]byte(a.body), &body); err != nil {
					t.Errorf("%v: %s", err, a.body)
				}
				code := "invalid"
				if c.status == 413 {
					code = "limit_body"
				}
				if c.status != 200 && (body.Data != nil || len(body.Errors) != 1 || body.Errors[0].Extensions.Code != code) {
					t.Errorf("it is no answer of one error: %s", a.body)
				}
				if allow := a.Header.Get("Allow"); (allow == "GET, HEAD, POST") != (c.status == 405) {
					t.Errorf("Allow: %s", allow)
				}
			}
		})
	}
}

// Which media type is taken of those that the client accepts.
func TestAccept(t *testing.T) {
	l := open(t, seeded(t), nil)
	for accept, want := range map[string]string{
		"":                                    plainJSON, // none said
		"*/*":                                 plainJSON,
		"application/*":                       plainJSON,
		plainJSON:                             plainJSON,
		newer:                                 newer,
		newer + ", " + plainJSON + ";q=0.9":   newer,
		plainJSON + ", " + newer:              newer,
		plainJSON + "; charset=utf-8":         plainJSON,
		newer + ";charset=UTF-8;q=0.1, */*":   newer,
		newer + ";q=0, " + plainJSON:          plainJSON,
		"text/html, application/xhtml, */*":   plainJSON,
		"text/html;level=1, , nonsense, */*":  plainJSON,
		"APPLICATION/GRAPHQL-RESPONSE+JSON":   newer,
		"application/vnd.api+json, */*;q=0.1": plainJSON,
	} {
		a := l.send(t, http.MethodPost, "/graphql", post("query", `"{ __typename }"`), "Accept", accept)
		if got := a.Header.Get("Content-Type"); a.StatusCode != 200 || got != want+"; charset=utf-8" {
			t.Errorf("Accept: %s is answered with %d %s, want %s", accept, a.StatusCode, got, want)
		}
	}
}

func TestHead(t *testing.T) {
	l := open(t, seeded(t), nil)
	target := get("query", `{ state(by: {iso3: "PAK"}) { name } }`)
	want := l.send(t, http.MethodGet, target, "")
	got := l.send(t, http.MethodHead, target, "")
	if got.StatusCode != 200 || got.body != "" || got.ContentLength != int64(len(want.body)) || got.Header.Get("Content-Type") != want.Header.Get("Content-Type") {
		t.Errorf("got %d %v %q", got.StatusCode, got.Header, got.body)
	}
	for _, path := range []string{"/", "/healthz", "/readyz", "/schema.graphql"} {
		if a := l.send(t, http.MethodHead, path, ""); a.StatusCode != 200 || a.body != "" {
			t.Errorf("HEAD %s: %d %q", path, a.StatusCode, a.body)
		}
	}
}

func TestHeaders(t *testing.T) {
	l := open(t, seeded(t), nil)
	ids := map[string]bool{}
	for _, target := range []string{"/", "/graphiql", "/graphql", get("query", "{ __typename }"), "/schema.graphql", "/healthz", "/readyz", "/nothing"} {
		a := l.send(t, http.MethodGet, target, "")
		id := a.Header.Get("X-Request-Id")
		if !regexp.MustCompile(`^[0-9a-f]{16}$`).MatchString(id) || ids[id] {
			t.Errorf("%s: the request's id is %q", target, id)
		}
		ids[id] = true
		if a.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %v", target, a.Header)
		}
		if caching := a.Header.Get("Cache-Control"); strings.HasPrefix(target, "/graphql") && caching != "no-store" {
			t.Errorf("%s: Cache-Control: %s", target, caching)
		}
	}
	if a := l.send(t, http.MethodGet, "/schema.graphql", ""); a.body != schema.Text {
		t.Error("/schema.graphql is not the schema")
	}
}

// failing is a store that fails as it is told. What a real one does is tested with the real ones.
type failing struct {
	store.Store
	read  func(context.Context) (query.Value, error)
	ready func(context.Context) error
}

func (f failing) Read(ctx context.Context, _ *query.Read) (query.Value, error) { return f.read(ctx) }

func (f failing) Ready(ctx context.Context) error { return f.ready(ctx) }

const states = `{ states { totalCount } }`

// Of an error that is ours a client learns its request's id, and the log everything.
func TestInternalErrors(t *testing.T) {
	const secret = "password of the database"
	for name, read := range map[string]func(context.Context) (query.Value, error){
		"an unknown error": func(context.Context) (query.Value, error) { return query.Value{}, errors.New(secret) },
		"an internal error": func(context.Context) (query.Value, error) {
			return query.Value{}, diplomacy.Errorf(diplomacy.Internal, secret)
		},
		"one with a cause": func(context.Context) (query.Value, error) {
			return query.Value{}, diplomacy.Wrap(diplomacy.Internal, errors.New(secret), "the database failed to read")
		},
		"a panic":                 func(context.Context) (query.Value, error) { panic(secret) },
		"a panic with an error":   func(context.Context) (query.Value, error) { panic(errors.New(secret)) },
		"a value of another form": func(context.Context) (query.Value, error) { return query.Value{}, nil },
	} {
		t.Run(name, func(t *testing.T) {
			l := open(t, failing{read: read}, nil)
			for _, media := range []string{plainJSON, newer} {
				a := l.send(t, http.MethodPost, "/graphql", post("query", quoted(states)), "Accept", media)
				id := a.Header.Get("X-Request-Id")
				want := fmt.Sprintf(`{"errors":[{"message":"internal error; the server's log has it under request %s","path":["states"],"extensions":{"code":"internal"}}],"data":null}`, id)
				if a.StatusCode != 200 || a.body != want {
					t.Errorf("%s: %d %s\nwant %s", media, a.StatusCode, a.body, want)
				}
				logged := ""
				for _, message := range []string{"internal error", "panic"} {
					for _, e := range l.log.entries(t, message) {
						if e["request"] == id && e["level"] == "ERROR" {
							logged += fmt.Sprint(e)
						}
					}
				}
				if logged == "" || name != "a value of another form" && !strings.Contains(logged, secret) {
					t.Errorf("%s: the log has under %s: %s", media, id, logged)
				}
			}
			if a := l.send(t, http.MethodGet, "/healthz", ""); a.StatusCode != 200 {
				t.Errorf("afterwards /healthz: %d", a.StatusCode)
			}
		})
	}
}

// A store that is away is 503, in every media type, so that proxies and clients try again. Its cause is for the log.
func TestUnavailable(t *testing.T) {
	const secret = "dial tcp 10.0.0.7:7687"
	away := diplomacy.Wrap(diplomacy.Unavailable, errors.New(secret), "the database cannot be reached")
	l := open(t, failing{
		read:  func(context.Context) (query.Value, error) { return query.Value{}, away },
		ready: func(context.Context) error { return away },
	}, nil)
	for _, media := range []string{plainJSON, newer} {
		a := l.send(t, http.MethodPost, "/graphql", post("query", quoted(states)), "Accept", media)
		if want := `{"errors":[{"message":"the database cannot be reached","path":["states"],"extensions":{"code":"unavailable"}}],"data":null}`; a.StatusCode != 503 || a.body != want {
			t.Errorf("%s: %d %s\nwant %s", media, a.StatusCode, a.body, want)
		}
	}
	if a := l.send(t, http.MethodGet, "/readyz", ""); a.StatusCode != 503 || a.body != "the database cannot be reached\n" {
		t.Errorf("/readyz: %d %s", a.StatusCode, a.body)
	}
	if a := l.send(t, http.MethodGet, "/healthz", ""); a.StatusCode != 200 {
		t.Errorf("/healthz: %d", a.StatusCode)
	}
	if n := strings.Count(l.log.String(), secret); n != 3 {
		t.Errorf("the log has the cause %d times, want 3\n%s", n, l.log)
	}
}

// What a store says to the client is told: a conflict, or what was not found.
func TestOtherErrors(t *testing.T) {
	for _, code := range []diplomacy.Code{diplomacy.Invalid, diplomacy.NotFound, diplomacy.Conflict} {
		l := open(t, failing{read: func(context.Context) (query.Value, error) { return query.Value{}, diplomacy.Errorf(code, "see here") }}, nil)
		a := l.send(t, http.MethodPost, "/graphql", post("query", quoted(states)))
		if want := fmt.Sprintf(`{"errors":[{"message":"see here","path":["states"],"extensions":{"code":%q}}],"data":null}`, code); a.StatusCode != 200 || a.body != want {
			t.Errorf("%d %s\nwant %s", a.StatusCode, a.body, want)
		}
	}
}

// A request ends when its time is over, and the store is told.
func TestTimeout(t *testing.T) {
	l := open(t, failing{read: func(ctx context.Context) (query.Value, error) {
		<-ctx.Done()
		return query.Value{}, diplomacy.Wrap(diplomacy.Unavailable, ctx.Err(), "the database did not answer in time")
	}}, func(limits *graph.Limits) { limits.Timeout = 20 * time.Millisecond })
	for _, media := range []string{plainJSON, newer} {
		a := l.send(t, http.MethodPost, "/graphql", post("query", quoted(states)), "Accept", media)
		if a.StatusCode != 503 || !strings.Contains(a.body, `"code":"unavailable"`) || !strings.Contains(a.body, "in time") {
			t.Errorf("%s: %d %s", media, a.StatusCode, a.body)
		}
	}
}

// A client that goes away takes its work with it.
func TestClientGoesAway(t *testing.T) {
	began, ended := make(chan struct{}), make(chan struct{})
	l := open(t, failing{read: func(ctx context.Context) (query.Value, error) {
		close(began)
		<-ctx.Done()
		close(ended)
		return query.Value{}, diplomacy.Wrap(diplomacy.Unavailable, ctx.Err(), "the database did not answer in time")
	}}, func(limits *graph.Limits) { limits.Timeout = time.Hour })
	ctx, leave := context.WithCancel(t.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, l.URL+"/graphql", strings.NewReader(post("query", quoted(states))))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", plainJSON)
	go func() {
		<-began
		leave()
	}()
	if response, err := l.Client().Do(r); err == nil {
		_ = response.Body.Close()
		t.Errorf("got %d", response.StatusCode)
	}
	<-ended
}

func TestReady(t *testing.T) {
	for name, c := range map[string]struct {
		ready  func(context.Context) error
		status int
		body   string
	}{
		"ready": {func(context.Context) error { return nil }, 200, "ready\n"},
		"with a deadline": {func(ctx context.Context) error {
			if _, ok := ctx.Deadline(); !ok {
				return errors.New("no deadline")
			}
			return nil
		}, 200, "ready\n"},
		"a newer Parley":   {func(context.Context) error { return diplomacy.Errorf(diplomacy.Conflict, "written by a newer Parley") }, 503, "written by a newer Parley\n"},
		"an unknown error": {func(context.Context) error { return errors.New("secret") }, 503, "the store is not ready\n"},
		"an internal error": {func(context.Context) error {
			return diplomacy.Wrap(diplomacy.Internal, errors.New("secret"), "the database failed to answer")
		}, 503, "the database failed to answer\n"},
	} {
		t.Run(name, func(t *testing.T) {
			l := open(t, failing{ready: c.ready}, nil)
			if a := l.send(t, http.MethodGet, "/readyz", ""); a.StatusCode != c.status || a.body != c.body {
				t.Errorf("%d %q, want %d %q", a.StatusCode, a.body, c.status, c.body)
			}
			if c.status == 503 && len(l.log.entries(t, "not ready")) != 1 {
				t.Errorf("the log says\n%s", l.log)
			}
		})
	}
	t.Run("a panic", func(t *testing.T) {
		l := open(t, failing{ready: func(context.Context) error { panic("secret") }}, nil)
		a := l.send(t, http.MethodGet, "/readyz", "")
		id := a.Header.Get("X-Request-Id")
		if a.StatusCode != 500 || a.body != "internal error; the server's log has it under request "+id+"\n" {
			t.Errorf("%d %s", a.StatusCode, a.body)
		}
		logged := l.log.entries(t, "panic")
		if len(logged) != 1 || logged[0]["request"] != id || logged[0]["panic"] != "secret" || !strings.Contains(fmt.Sprint(logged[0]["stack"]), "server_test.go") {
			t.Errorf("the log says %v", logged)
		}
		if requests := l.log.entries(t, "request"); len(requests) != 1 || requests[0]["status"] != 500.0 {
			t.Errorf("the log says %v", requests)
		}
	})
}

// The log says which requests there were, and how they ended, but not what was asked or answered.
func TestLog(t *testing.T) {
	l := open(t, seeded(t), nil)
	const words = "Russia possesses the expertise"
	where := `{quote: {startsWith: "` + words + `"}}`
	for _, c := range []struct {
		method, target, body string
		status               int
		part                 string
	}{
		{"POST", "/graphql", post("query", quoted(`{ statements(where: `+where+`) { nodes { quote evidence { nodes { sentence article { text } } } } } }`)), 200, "Zakharova declared"},
		{"POST", "/graphql", post("query", `"query($w: StatementWhere) { statements(where: $w) { nodes { quote } } }"`, "variables", `{"w":{"quote":{"startsWith":`+quoted(words)+`}}}`), 200, words},
		{"GET", get("query", `{ statements(where: `+where+`) { nodes { quote } } }`), "", 200, words},
		{"POST", "/graphql", post("query", quoted(`{ statements(where: `+where+`) { nodes { qoute } } }`)), 400, "qoute"},
		{"POST", "/graphql", post("query", quoted(`{ statements(where: `+where+`, first: -1) { nodes { quote } } }`)), 200, `"code":"invalid"`},
		{"POST", "/graphql", `{"query": ` + words, 400, "no JSON"},
		{"POST", "/graphql", post("query", `"{ statement(by: {key: \"`+words+`\"}) { quote } }"`), 200, "null"},
		{"POST", "/graphql", post("query", `"query expertise { statements { totalCount } } query B { __typename }"`, "operationName", `"expertise"`), 200, "totalCount"},
		{"POST", "/graphql", post("query", `"{ __typename }"`, "operationName", `"expertise"`), 400, "expertise"},
	} {
		before := len(l.log.entries(t, "request"))
		a := l.send(t, c.method, c.target, c.body, "Accept", newer, "Authorization", "Bearer token-of-a-client", "Cookie", "session=token-of-a-client")
		if a.StatusCode != c.status || !strings.Contains(a.body, c.part) {
			t.Errorf("%s: %d %s", c.body, a.StatusCode, a.body)
		}
		logged := l.log.entries(t, "request")[before:]
		if len(logged) != 1 {
			t.Fatalf("%d entries for a request", len(logged))
		}
		for name, want := range map[string]any{"level": "INFO", "request": a.Header.Get("X-Request-Id"), "method": c.method, "path": "/graphql", "status": float64(c.status)} {
			if logged[0][name] != want {
				t.Errorf("the log has %s %v, want %v", name, logged[0][name], want)
			}
		}
	}
	measured := l.send(t, http.MethodGet, "/metrics", "").body
	if strings.Contains(l.log.String(), "statements") {
		t.Errorf("the log has what was asked\n%s", l.log)
	}
	for _, part := range []string{"Russia", "expertise", "Zakharova", "quote", "quoted", "token-of-a-client"} {
		if strings.Contains(l.log.String()+measured, part) {
			t.Errorf("the log, or what is measured, has %q\n%s\n%s", part, l.log, measured)
		}
	}
}

// Serve ends with an error when its listener fails, and without one when it is told to stop.
func TestServe(t *testing.T) {
	serve := func(ctx context.Context) (net.Listener, <-chan error) {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() {
			ended <- server.Serve(ctx, l, http.NotFoundHandler(), time.Minute, slog.New(slog.DiscardHandler))
		}()
		response, err := http.Get("http://" + l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		return l, ended
	}
	t.Run("the listener fails", func(t *testing.T) {
		l, ended := serve(t.Context())
		_ = l.Close()
		if err := <-ended; err == nil {
			t.Error("no error")
		}
	})
	t.Run("stopped", func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		l, ended := serve(ctx)
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		if _, err := net.Dial("tcp", l.Addr().String()); err == nil {
			t.Error("it still listens")
		}
	})
}

// Variables of the command line and of a request are read alike.
func TestVariables(t *testing.T) {
	for text, want := range map[string]string{
		"":     "map[]",
		"null": "map[]",
		"{}":   "map[]",
		` {"a": 12345678901234567890, "b": 1.50, "c": [null, "x"]} `: "map[a:12345678901234567890 b:1.50 c:[<nil> x]]",
		"[]":        "variables is no JSON object",
		"1":         "variables is no JSON object",
		`{"a": `:    "variables is no JSON object",
		"{} {}":     "something follows the JSON object of variables",
		`{"a": 1}}`: "something follows the JSON object of variables",
	} {
		v, err := server.Variables(text)
		got := fmt.Sprint(v)
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}
