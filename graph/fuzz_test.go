package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/cypher"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/sql"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/internal/store/sqlite"
	"github.com/parleygraph/parley/schema"
)

// printed is a store that keeps the statements of what it is asked, for both databases.
type printed struct {
	store.Store
	mu    sync.Mutex
	texts []string
}

func (p *printed) Read(ctx context.Context, r *query.Read) (query.Value, error) {
	p.mu.Lock()
	p.texts = append(p.texts, sql.Print(r).Text+"\n"+cypher.Print(r).Text)
	p.mu.Unlock()
	return p.Store.Read(ctx, r)
}

var literals = regexp.MustCompile(`"[^"\\]*"`)

// Whatever a document and its variables hold, compiling them ends, SQLite takes the statement, and other values make no other text. The seeds are the
// suite's questions.
func FuzzOperation(f *testing.F) {
	cases, err := filepath.Glob("../internal/store/storetest/cases/*.txtar")
	if err != nil || len(cases) == 0 {
		f.Fatal(err)
	}
	for _, name := range cases {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		document, variables := "", "{}"
		for _, file := range txtar.Parse(text).Files {
			switch file.Name {
			case "query.graphql":
				document = string(file.Data)
			case "variables.json":
				variables = string(file.Data)
			}
		}
		f.Add(document, variables)
	}
	sdl, model, err := schema.Load()
	if err != nil {
		f.Fatal(err)
	}
	empty, err := sqlite.Open(f.Context(), filepath.Join(f.TempDir(), "parley.db"), model, sqlite.Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = empty.Close() })
	s := &printed{Store: empty}
	e := graph.New(s, sdl, model, graph.DefaultLimits(), slog.New(slog.NewTextHandler(io.Discard, nil)))
	run := func(document string, variables any) (graph.Result, []string) {
		s.texts = nil
		v, _ := variables.(map[string]any)
		r := e.Execute(context.Background(), graph.Request{Query: document, Variables: v})
		slices.Sort(s.texts) // roots are answered at the same time
		return r, s.texts
	}
	f.Fuzz(func(t *testing.T, document, text string) {
		read := func() (v any) {
			d := json.NewDecoder(strings.NewReader(text))
			d.UseNumber()
			_ = d.Decode(&v)
			return v
		}
		first, texts := run(document, read())
		if first.Code == diplomacy.Internal || !json.Valid(first.Body) {
			t.Fatalf("%s", first.Body)
		}
		if first.Cost != nil && (first.Cost.Actual > first.Cost.Estimated || first.Cost.Actual < 0) {
			t.Errorf("%+v", *first.Cost)
		}
		if first.Code != "" {
			return
		}
		second, others := run(literals.ReplaceAllStringFunc(document, func(l string) string { return l[:len(l)-1] + `y"` }), other(read()))
		if second.Code == "" && !slices.Equal(texts, others) {
			t.Errorf("other values made another text:\n%s\n%s", strings.Join(texts, "\n"), strings.Join(others, "\n"))
		}
	})
}

// other has another text and another number in each place.
func other(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, e := range v {
			v[k] = other(e)
		}
		return v
	case []any:
		for i, e := range v {
			v[i] = other(e)
		}
		return v
	case string:
		return v + "y"
	case json.Number:
		if n, err := v.Int64(); err == nil && n < 1<<40 {
			return json.Number(fmt.Sprint(n + 1))
		}
	}
	return v
}
