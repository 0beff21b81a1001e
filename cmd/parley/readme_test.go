package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/parleygraph/parley/graph/plan"
	"github.com/parleygraph/parley/internal/cypher"
	"github.com/parleygraph/parley/internal/sql"
	"github.com/parleygraph/parley/schema"
)

// The README shows one query with the statements that it becomes: they are what is printed.
func TestReadmeShowsWhatIsPrinted(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	block := func(language string) string {
		m := regexp.MustCompile("(?s)```" + language + "\n(.*?)\n```").FindSubmatch(readme)
		if m == nil {
			t.Fatalf("the README has no block of %s", language)
		}
		return string(m[1])
	}
	sdl, model, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	doc, errs := gqlparser.LoadQueryWithRules(sdl, block("graphql"), rules.NewDefaultRules())
	if errs != nil {
		t.Fatal(errs)
	}
	for _, m := range regexp.MustCompile("(?s)```graphql\n(.*?)\n```").FindAllSubmatch(readme, -1) {
		if _, errs := gqlparser.LoadQueryWithRules(sdl, string(m[1]), rules.NewDefaultRules()); errs != nil {
			t.Errorf("%s\n%v", m[1], errs)
		}
	}
	root := doc.Operations[0].SelectionSet[0].(*ast.Field)
	planner := &plan.Planner{Schema: sdl, Model: model, DefaultPage: 25, MaxPage: 1000}
	read, err := planner.Read(doc.Fragments, root, root.SelectionSet, map[string]any{"name": "Russia"})
	if err != nil {
		t.Fatal(err)
	}
	for language, text := range map[string]string{"cypher": cypher.Print(read).Text, "sql": sql.Print(read).Text} {
		if got := strings.TrimSpace(block(language)); got != strings.TrimSpace(text) {
			t.Errorf("the README's %s is\n%s\nprinted is\n%s", language, got, text)
		}
	}
}
