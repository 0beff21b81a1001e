package pages

import (
	"context"
	_ "embed"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/parleygraph/parley/internal/chromiumtest"
)

//go:embed testdata/introspection.json
var introspection string

const answer = `{"data":{"talks":[{"name":"Third round in Doha","outcome":"NO_RESULT","began":"2024-03-18"}]}}`

// A stub answers GraphQL requests by rote and keeps them.
type stub struct {
	mu       sync.Mutex
	requests []graphqlRequest
}

type graphqlRequest struct {
	Query     string         `json:"query"`
	Variables map[string]any `json:"variables"`
	header    http.Header
}

func (s *stub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var request graphqlRequest
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil || r.Method != http.MethodPost {
		http.Error(w, "want a POST with JSON", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	if strings.Contains(request.Query, "__schema") {
		_, _ = io.WriteString(w, introspection)
		return
	}
	request.header = r.Header
	s.mu.Lock()
	s.requests = append(s.requests, request)
	s.mu.Unlock()
	_, _ = io.WriteString(w, answer)
}

func (s *stub) all() []graphqlRequest {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.requests
}

// site is the pages with the stub behind them. edit may change what the pages
// answer.
func site(t *testing.T, edit func(http.Header)) (address string, graphql *stub) {
	t.Helper()
	graphql = new(stub)
	pages := Handler(testOptions())
	mux := http.NewServeMux()
	mux.Handle("/graphql", graphql)
	mux.HandleFunc("/queries", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `[{"name":"who","title":"Who is <i>it</i>?","prose":"A note.","document":"query Who { talks { name } }"},{"name":"what","title":"What is it?","prose":"","document":"query What { talks { outcome } }"}]`)
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if edit != nil {
			w = &editedHeader{ResponseWriter: w, edit: edit}
		}
		pages.ServeHTTP(w, r)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL, graphql
}

type editedHeader struct {
	http.ResponseWriter
	edit func(http.Header)
}

func (w *editedHeader) WriteHeader(status int) {
	w.edit(w.Header())
	w.ResponseWriter.WriteHeader(status)
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func none(t *testing.T, problems []string) {
	t.Helper()
	for _, problem := range problems {
		t.Error(problem)
	}
}

// until waits for a JavaScript expression to be true.
func until(expression string) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := chromedp.Poll[bool](expression, chromedp.WithPollingTimeout(20*time.Second))(ctx, target)
		return chromedp.Void{}, err
	}
}

func evaluate[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

const (
	run        = chromedp.CSS(".graphiql-execute-button")
	queryText  = `document.querySelector(".graphiql-query-editor .CodeMirror").CodeMirror.getValue()`
	resultText = `document.querySelector(".result-window .CodeMirror").CodeMirror.getValue()`
	// The schema has come in once the documentation can show it.
	schemaRead = `document.querySelector("[aria-label='Re-fetch GraphQL schema']")?.disabled === false`
)

func button(label string) chromedp.CSS {
	return chromedp.CSS(`button[aria-label="` + label + `"]`)
}

func TestIDERunsTheExample(t *testing.T) {
	address, graphql := site(t, nil)
	ctx, problems := chromiumtest.New(t)
	do(t, ctx,
		chromedp.Navigate(address+"/graphiql"),
		chromedp.WaitVisible(run),
		until(schemaRead),
	)
	if got := evaluate[string](t, ctx, queryText); got != exampleQuery {
		t.Errorf("the editor starts with\n%s", got)
	}
	do(t, ctx, chromedp.Click(run), until(resultText+`.includes("Third round in Doha")`))

	requests := graphql.all()
	if len(requests) != 1 {
		t.Fatalf("%d requests, want 1", len(requests))
	}
	if requests[0].Query != exampleQuery {
		t.Errorf("sent\n%s", requests[0].Query)
	}
	for _, name := range []string{"Authorization", "Cookie", "Referer"} {
		if value := requests[0].header.Get(name); value != "" {
			t.Errorf("the IDE sends %s: %s", name, value)
		}
	}
	none(t, problems())
}

// Each part of the IDE is opened once: some of them make their own styles,
// storage or requests, which the policy of the page must allow.
func TestIDEParts(t *testing.T) {
	address, _ := site(t, nil)
	ctx, problems := chromiumtest.New(t)
	do(t, ctx,
		chromedp.Navigate(address+"/graphiql"),
		chromedp.WaitVisible(run),
		until(schemaRead),

		chromedp.Click(button("Show Documentation Explorer")),
		chromedp.WaitVisible(chromedp.CSS(".graphiql-doc-explorer")),
		until(`document.querySelector(".graphiql-doc-explorer").textContent.includes("query")`),
		chromedp.Click(button("Show GraphiQL Explorer")),
		chromedp.WaitVisible(chromedp.CSS(".graphiql-explorer-root")),
		until(`document.querySelector(".graphiql-explorer-root").textContent.includes("talks")`),
		chromedp.Click(button("Show History")),
		chromedp.WaitVisible(chromedp.CSS(".graphiql-history")),
		chromedp.Click(button("Hide History")),

		chromedp.Click(button("Open short keys dialog")),
		chromedp.WaitVisible(chromedp.CSS(".graphiql-dialog")),
		chromedp.KeyEvent("\x1b"),
		chromedp.WaitNotPresent(chromedp.CSS(".graphiql-dialog")),
		chromedp.Click(button("Open settings dialog")),
		chromedp.WaitVisible(chromedp.CSS(".graphiql-dialog")),
		chromedp.KeyEvent("\x1b"),
		chromedp.WaitNotPresent(chromedp.CSS(".graphiql-dialog")),

		// A field that is none gets a mark, and the mark's box needs images.
		chromedp.Evaluate[chromedp.Void](`{
			const editor = document.querySelector(".graphiql-query-editor .CodeMirror").CodeMirror;
			editor.setValue("{ talks { nam } }");
		}`),
		chromedp.WaitVisible(chromedp.CSS(".CodeMirror-lint-mark-error")),
		// The list of completions.
		chromedp.Evaluate[chromedp.Void](`{
			const editor = document.querySelector(".graphiql-query-editor .CodeMirror").CodeMirror;
			editor.focus();
			editor.setCursor(0, 13);
		}`),
		chromedp.KeyEvent("e"),
		chromedp.WaitVisible(chromedp.CSS(".CodeMirror-hints")),
		chromedp.KeyEvent("\x1b"),

		chromedp.Click(button("Prettify query (Shift-Ctrl-P)")),
		chromedp.Click(chromedp.CSS(".graphiql-tab-add")),
	)
	none(t, problems())
}

// The IDE lists the saved questions; choosing one asks it.
func TestIDEQuestions(t *testing.T) {
	address, graphql := site(t, nil)
	ctx, problems := chromiumtest.New(t)
	do(t, ctx,
		chromedp.Navigate(address+"/graphiql"),
		chromedp.WaitVisible(run),
		until(schemaRead),
		chromedp.Click(button("Show Saved questions")),
		chromedp.WaitVisible(chromedp.CSS(".questions button")),
	)
	if got := evaluate[string](t, ctx, `[...document.querySelectorAll(".questions li")].map((q) => q.innerText).join("|")`); got != "Who is <i>it</i>?\n\nA note.|What is it?" {
		t.Errorf("the list is %q", got)
	}
	do(t, ctx,
		chromedp.Click(chromedp.CSS(".questions li:nth-child(2) button")),
		until(queryText+` === "query What { talks { outcome } }"`),
		chromedp.Click(run),
		until(resultText+`.includes("Third round in Doha")`),
	)
	if requests := graphql.all(); len(requests) != 1 || requests[0].Query != "query What { talks { outcome } }" {
		t.Errorf("sent %v", requests)
	}
	none(t, problems())
}

func TestIDETakesTheQueryOfTheAddress(t *testing.T) {
	address, graphql := site(t, nil)
	ctx, problems := chromiumtest.New(t)
	query := "query Few($n: Int = 1) {\n  talks(first: $n) {\n    name\n  }\n}"
	link := address + "/graphiql?" + url.Values{"query": {query}, "variables": {`{"n": 2}`}}.Encode()
	do(t, ctx, chromedp.Navigate(link), chromedp.WaitVisible(run), until(schemaRead))
	if got := evaluate[string](t, ctx, queryText); got != query {
		t.Errorf("the editor starts with\n%s", got)
	}
	do(t, ctx, chromedp.Click(run), until(resultText+`.includes("Third round in Doha")`))
	requests := graphql.all()
	if len(requests) != 1 || requests[0].Query != query || requests[0].Variables["n"] != 2.0 {
		t.Errorf("sent %v", requests)
	}

	// A second link must not take over the variables of the first.
	other := "{\n  talks {\n    outcome\n  }\n}"
	do(t, ctx,
		chromedp.Navigate(address+"/graphiql?"+url.Values{"query": {other}}.Encode()),
		chromedp.WaitVisible(run),
		until(schemaRead),
		chromedp.Click(run),
		until(resultText+`.includes("Third round in Doha")`),
	)
	requests = graphql.all()
	if len(requests) != 2 || requests[1].Query != other || len(requests[1].Variables) != 0 {
		t.Errorf("sent %v", requests)
	}

	// Without parameters the IDE goes on with what it has stored, which it does a moment after each change.
	do(t, ctx, until(`Object.values(localStorage).includes(`+strconv.Quote(other)+`)`), chromedp.Navigate(address+"/graphiql"), chromedp.WaitVisible(run))
	if got := evaluate[string](t, ctx, queryText); got != other {
		t.Errorf("the editor goes on with\n%s", got)
	}
	none(t, problems())
}

func TestIDEMakesLinks(t *testing.T) {
	address, _ := site(t, nil)
	ctx, problems := chromiumtest.New(t)
	do(t, ctx,
		chromedp.Navigate(address+"/graphiql"),
		chromedp.WaitVisible(run),
		chromedp.Click(button("Make a link to this query")),
		until(`location.search !== ""`),
	)
	location, err := chromedp.Run(ctx, chromedp.Location())
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(location)
	if err != nil {
		t.Fatal(err)
	}
	if u.Path != "/graphiql" || u.Query().Get("query") != exampleQuery {
		t.Errorf("the link is %s", location)
	}
	none(t, problems())
}

// The one weak point of the policy stays only as long as GraphiQL needs it.
func TestInlineStylesAreNeeded(t *testing.T) {
	address, _ := site(t, func(h http.Header) {
		policy := h.Get("Content-Security-Policy")
		h.Set("Content-Security-Policy", strings.Replace(policy, " 'unsafe-inline'", "", 1))
	})
	ctx, problems := chromiumtest.New(t)
	do(t, ctx,
		chromedp.Navigate(address+"/graphiql"),
		chromedp.WaitVisible(run),
		until(schemaRead),
		chromedp.Click(button("Open settings dialog")),
		chromedp.WaitVisible(chromedp.CSS(".graphiql-dialog")),
	)
	got := strings.Join(problems(), "\n")
	t.Logf("without inline styles:\n%s", got)
	if !strings.Contains(got, "content security policy: style-src") {
		t.Error("GraphiQL no longer needs style-src 'unsafe-inline': take it out of idePolicy")
	}
}

func TestAboutPageInBrowser(t *testing.T) {
	address, _ := site(t, nil)
	ctx, problems := chromiumtest.New(t)
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{400, 1280} {
			_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
				Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
			})
			if err != nil {
				t.Fatal(err)
			}
			do(t, ctx,
				chromedp.EmulateViewport(width, 900),
				chromedp.Navigate(address+"/about"),
				chromedp.WaitVisible(chromedp.CSS("h1")),
			)
			if over := evaluate[int](t, ctx, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
				t.Errorf("at %d pixels the page is %d too wide", width, over)
			}
			paper := evaluate[string](t, ctx, `getComputedStyle(document.body).backgroundColor`)
			if want := map[string]string{"light": "rgb(251, 250, 246)", "dark": "rgb(22, 24, 27)"}[scheme]; paper != want {
				t.Errorf("%s: the paper is %s, want %s", scheme, paper, want)
			}
		}
	}
	// The link of the page leads to the example in the IDE.
	do(t, ctx, chromedp.Click(chromedp.CSS("a.button")), chromedp.WaitVisible(run))
	if got := evaluate[string](t, ctx, queryText); got != exampleQuery {
		t.Errorf("the link opens the IDE with\n%s", got)
	}
	none(t, problems())
}
