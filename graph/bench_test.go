package graph

import (
	"fmt"
	"log/slog"
	"path/filepath"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/parleygraph/parley/internal/ingest"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/internal/store/sqlite"
	"github.com/parleygraph/parley/schema"
	"github.com/parleygraph/parley/seeds"
)

// The document that the guards are measured with: what a client asks most is a look-up with a little around it.
const trivial = `query State($iso3: String!) { state(by: {iso3: $iso3}) { name capital { name } statementsAbout(first: 5) { totalCount nodes { text } } } }`

func benchEngine(b *testing.B) (*Engine, store.Store) {
	b.Helper()
	sdl, model, err := schema.Load()
	if err != nil {
		b.Fatal(err)
	}
	s, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "parley.db"), model, sqlite.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	if _, err := ingest.Load(b.Context(), s, model, []ingest.Source{{FS: seeds.FS, Path: ".", Name: "seeds"}}, ingest.Options{}); err != nil {
		b.Fatal(err)
	}
	return New(s, sdl, model, DefaultLimits(), slog.New(slog.DiscardHandler)), s
}

// BenchmarkGuards compares what the limits and the cost add with the whole of a trivial request, and a document that is kept with one that is
// not: go test ./graph -run '^$' -bench Guards
func BenchmarkGuards(b *testing.B) {
	e, s := benchEngine(b)
	variables := map[string]any{"iso3": "PAK"}
	request := func(b *testing.B, document string) {
		r := e.Execute(b.Context(), Request{Query: document, Variables: map[string]any{"iso3": "PAK"}})
		if r.Code != "" {
			b.Fatalf("%s", r.Body)
		}
		_ = r.BodyWithCost()
	}
	b.Run("request of a kept document", func(b *testing.B) {
		for b.Loop() {
			request(b, trivial)
		}
	})
	fresh := 0
	b.Run("request of a new document", func(b *testing.B) {
		for b.Loop() {
			fresh++
			request(b, fmt.Sprintf("%s # %d", trivial, fresh))
		}
	})
	doc, errs := e.document(trivial)
	if errs != nil {
		b.Fatal(errs)
	}
	op := doc.Operations[0]
	root := op.SelectionSet[0].(*ast.Field)
	read, err := e.planner.Read(nil, root, root.SelectionSet, variables)
	if err != nil {
		b.Fatal(err)
	}
	value, err := s.Read(b.Context(), read)
	if err != nil {
		b.Fatal(err)
	}
	// What a request whose document is kept pays: the cost afterwards, and the extension.
	b.Run("guards of a kept document", func(b *testing.B) {
		for b.Loop() {
			cost := Cost{0, read.Spent(value).Cost}
			r := Result{Body: []byte(`{"data":{}}`), Cost: &cost}
			_ = r.BodyWithCost()
		}
	})
	// What a document that is not kept pays besides.
	b.Run("guards of a new document", func(b *testing.B) {
		for b.Loop() {
			if _, err := e.scan(&ast.Source{Input: trivial}); err != nil {
				b.Fatal(err)
			}
			if err := e.measure(doc.QueryDocument); err != nil {
				b.Fatal(err)
			}
			_ = read.Cost(e.limits.MaxPage)
		}
	})
	b.Run("a kept document", func(b *testing.B) {
		for b.Loop() {
			if _, errs := e.document(trivial); errs != nil {
				b.Fatal(errs)
			}
		}
	})
	b.Run("a new document", func(b *testing.B) {
		for b.Loop() {
			source := &ast.Source{Input: trivial}
			if _, err := e.scan(source); err != nil {
				b.Fatal(err)
			}
			doc, err := parser.ParseQuery(source)
			if err != nil {
				b.Fatal(err)
			}
			if err := e.measure(doc); err != nil {
				b.Fatal(err)
			}
			if errs := validator.ValidateWithRules(e.schema, doc, rules.NewDefaultRules()); errs != nil {
				b.Fatal(errs)
			}
		}
	})
}
