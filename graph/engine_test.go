package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/ingest"
	"github.com/parleygraph/parley/internal/store/sqlite"
	"github.com/parleygraph/parley/schema"
	"github.com/parleygraph/parley/seeds"
)

// engine answers from the seeds, and tells trace each statement that it runs.
func engine(t *testing.T, limits graph.Limits, trace func(string)) *graph.Engine {
	t.Helper()
	ctx := context.Background()
	sdl, model, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "parley.db"), model, sqlite.Options{Trace: trace})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if _, err := ingest.Load(ctx, s, model, []ingest.Source{{FS: seeds.FS, Path: ".", Name: "seeds"}}, ingest.Options{}); err != nil {
		t.Fatal(err)
	}
	return graph.New(s, sdl, model, limits, slog.New(slog.NewTextHandler(io.Discard, nil)))
}

// Each limit lets n through and refuses n+1, with a code that names it and a message that says what would pass.
func TestLimits(t *testing.T) {
	limits := graph.DefaultLimits()
	limits.Tokens, limits.Name, limits.Depth, limits.Roots, limits.Aliases, limits.Directives, limits.Fields, limits.Fragments, limits.Pairs, limits.Parts, limits.Cost, limits.MaxPage = 100, 30, 6, 3, 5, 4, 40, 2, 15, 12, 500, 50
	e := engine(t, limits, nil)
	roots := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "r%d: states { totalCount } ", i)
		}
		return "{" + b.String() + "}"
	}
	// A chain of n fields: statements, nodes, statementsAbout, nodes, ...
	deep := func(n int) string {
		text := []string{"totalCount", "key"}[n%2]
		for i := n - 3; i >= 0; i-- {
			text = []string{"nodes", "statementsAbout(first: 1)"}[i%2] + "{" + text + "}"
		}
		return "{statements(first: 1){" + text + "}}"
	}
	fields := []string{"key", "name", "iso2", "iso3", "cowCode", "longitude", "latitude", "id", "cowMemberFrom", "aliases", "__typename"}
	aliases := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "a%d: key ", i)
		}
		return "{states { nodes {" + b.String() + "}}}"
	}
	directives := func(n int) string {
		return "{states { nodes {" + strings.Repeat("key @skip(if: false) ", n) + "}}}"
	}
	not := func(n int) string { return strings.Repeat(`{"NOT":`, n-1) + "{}" + strings.Repeat("}", n-1) }
	for name, c := range map[string]struct {
		code diplomacy.Code
		n    int
		with func(n int) string
		says string
	}{
		"tokens": {diplomacy.LimitTokens, 100, func(n int) string {
			return "{states {" + strings.Repeat("totalCount ", 4) + "}} fragment F on State {key}" + strings.Repeat("#\n", n-16)
		}, "at most 100"},
		"name":              {diplomacy.LimitName, 30, func(n int) string { return "{" + strings.Repeat("a", n) + ": __typename}" }, "at most 30"},
		"roots":             {diplomacy.LimitRoots, 3, roots, "at most 3"},
		"roots, fragments":  {diplomacy.LimitRoots, 3, func(n int) string { return "{...F} fragment F on Query " + roots(n) }, "at most 3"},
		"depth":             {diplomacy.LimitDepth, 6, deep, "at most 6"},
		"depth, fragments":  {diplomacy.LimitDepth, 6, func(n int) string { return "{...F} fragment F on Query " + deep(n) }, "at most 6"},
		"depth, inline":     {diplomacy.LimitDepth, 6, func(n int) string { return strings.Repeat("{...", n-1) + "{__typename}" + strings.Repeat("}", n-1) }, "at most 6"},
		"depth, conditions": {diplomacy.LimitDepth, 6, func(n int) string { return "{states(where: " + strings.ReplaceAll(not(n), `"`, "") + ") {totalCount}}" }, "at most 6"},
		"aliases":           {diplomacy.LimitAliases, 5, aliases, "at most 5"},
		"aliases, fragments": {diplomacy.LimitAliases, 4, func(n int) string {
			return "{a: states {...F} b: states {...F}} fragment F on StateConnection {c: totalCount" + strings.Repeat(" d: totalCount", n-4) + "}"
		}, "at most 5"},
		"directives": {diplomacy.LimitDirectives, 4, directives, "at most 4"},
		"fields, fragments": {diplomacy.LimitFields, 8, func(n int) string {
			return "{states {nodes {...F ...F ...F ...F " + strings.Join(fields[:n-2], " ") + "}}} fragment F on State {" + strings.Join(fields[:8], " ") + "}"
		}, "at most 40"},
		"fragments": {diplomacy.LimitFragments, 2, func(n int) string {
			return "{__typename}" + strings.Repeat(" fragment F on Query {__typename}", n)
		}, "at most 2"},
		"pairs": {diplomacy.LimitPairs, 5, func(n int) string {
			return "{states {totalCount totalCount totalCount totalCount totalCount totalCount nodes {" + strings.Repeat("key ", n-4) + "}}}"
		}, "at most 15"},
		"pairs, inline": {diplomacy.LimitPairs, 4, func(n int) string {
			return "{states {... {" + strings.Repeat("totalCount ", n) + "} pageInfo {" + strings.Repeat("hasNextPage ", 3) + "}}}"
		}, "at most 15"},
		"page":        {diplomacy.LimitPage, 50, func(n int) string { return fmt.Sprintf("{states(first: %d) { totalCount }}", n) }, "0 to 50"},
		"page, last":  {diplomacy.LimitPage, 50, func(n int) string { return fmt.Sprintf("{states(last: %d) { totalCount }}", n) }, "0 to 50"},
		"nested page": {diplomacy.LimitPage, 50, func(n int) string { return fmt.Sprintf("{states { nodes { places(first: %d) { totalCount } } } }", n) }, "0 to 50"},
		"ids":         {diplomacy.LimitPage, 50, func(n int) string { return `{nodes(ids: [` + strings.Repeat(`"x" `, n) + `]) { id }}` }, "at most 50"},
		"parts, lists": {diplomacy.LimitParts, 12, func(n int) string {
			return "{a: states(first: 1, orderBy: [" + strings.Repeat("{key: ASC} ", n-2) + "]) {totalCount} b: states(first: 1) {totalCount}}"
		}, "at most 12"},
		"parts, conditions": {diplomacy.LimitParts, 12, func(n int) string {
			return "{states(where: {OR: [" + strings.Repeat("{key: {eq: \"\"}} ", (n-2)/2) + strings.Repeat("{} ", n%2) + "]}) {totalCount}}"
		}, "at most 12"},
		"cost": {diplomacy.LimitCost, 49, func(n int) string {
			return fmt.Sprintf("{states(first: %d) {nodes {places(first: 9) {nodes {key}}}} a: states(first: 10) {totalCount}}", n)
		}, "at most 500 are allowed; it would pass with `first: 49` on"},
		"cost, counts": {diplomacy.LimitCost, 43, func(n int) string {
			return fmt.Sprintf("{states(first: %d) {nodes {places {totalCount}}} a: states {nodes {key} pageInfo {hasNextPage}}}", n)
		}, "at most 500"},
		"cost, conditions": {diplomacy.LimitCost, 40, func(n int) string {
			return fmt.Sprintf("{states(first: %d, where: {places: {some: {country: {name: {eq: \"\"}}}}}) {nodes {name} totalCount} a: states(first: 50) {nodes {capital {key} places(first: 3) {nodes {key}}}}}", n)
		}, "at most 500"},
		"groups": {diplomacy.LimitPage, 50, func(n int) string {
			return fmt.Sprintf("{states { groupBy(by: {key: EACH}, first: %d) { hasMore } }}", n)
		}, "0 to 50"},
		"nested groups": {diplomacy.LimitPage, 50, func(n int) string {
			return fmt.Sprintf("{states(first: 5) { nodes { places { groupBy(by: {key: EACH}, first: %d) { hasMore } } } } }", n)
		}, "0 to 50"},
	} {
		t.Run(name, func(t *testing.T) {
			ctx := context.Background()
			if r := e.Execute(ctx, graph.Request{Query: c.with(c.n)}); r.Code != "" && r.Code != diplomacy.Invalid {
				t.Errorf("%d is refused: %s", c.n, r.Body)
			}
			r := e.Execute(ctx, graph.Request{Query: c.with(c.n + 1)})
			if r.Code != c.code || r.Executed || !strings.Contains(string(r.Body), c.says) || !strings.Contains(string(r.Body), fmt.Sprintf(`"code":%q`, c.code)) {
				t.Errorf("%d: got %s, want it refused as %s with %q", c.n+1, r.Body, c.code, c.says)
			}
		})
	}
}

// A fragment that contains itself, through others, is validation's to refuse, and measuring it ends.
func TestFragmentCyclesAreRefused(t *testing.T) {
	e := engine(t, graph.DefaultLimits(), nil)
	for _, q := range []string{
		"{...A} fragment A on Query {...A}",
		"{...A} fragment A on Query {...B} fragment B on Query {...A states{totalCount}}",
		"{states{...A}} fragment A on StateConnection {nodes{places{nodes{country{...B}}}}} fragment B on State {places{nodes{country{...B}}}}",
	} {
		if r := e.Execute(context.Background(), graph.Request{Query: q}); r.Code != diplomacy.Invalid || !strings.Contains(string(r.Body), "Cannot spread fragment") {
			t.Errorf("%s: %s", q, r.Body)
		}
	}
}

// Doubling fragments make a short document that means a million fields. Measuring and refusing it is quick because each fragment is seen once.
func TestFragmentBombIsMeasuredOnce(t *testing.T) {
	e := engine(t, graph.DefaultLimits(), nil)
	var b strings.Builder
	b.WriteString("{...F0}")
	for i := range 40 {
		fmt.Fprintf(&b, " fragment F%d on Query {...F%d ...F%d}", i, i+1, i+1)
	}
	b.WriteString(" fragment F40 on Query {states{totalCount}}")
	if r := e.Execute(context.Background(), graph.Request{Query: b.String()}); r.Code != diplomacy.LimitRoots || !strings.Contains(string(r.Body), "root fields") {
		t.Errorf("got %.200s", r.Body)
	}
}

// A statement's text follows from the document's shape: values change parameters only.
func TestTextDoesNotDependOnValues(t *testing.T) {
	var texts []string
	e := engine(t, graph.DefaultLimits(), func(text string) {
		if !strings.HasPrefix(text, "PRAGMA") {
			texts = append(texts, text)
		}
	})
	const document = `query($name: String!, $names: [String!]!, $null: Boolean!, $n: Int!, $after: String, $date: PartialDate!, $asOf: DateTime!) {
		statements(asOf: $asOf, first: $n, after: $after, orderBy: [{spokenAt: DESC}, {text: ASC}], where: {OR: [{name: {contains: $name}}, {quote: {isNull: $null}}, {spokenAt: {gte: $date}},
			{speakers: {some: {name: {in: $names}}}}]}) { edges { cursor node { key } } pageInfo { hasPreviousPage }
			aggregate { count spokenAt { min } } groupBy(by: [{speakers: {node: EACH}}, {spokenAt: WEEK}], orderBy: [{aggregate: {spokenAt: {max: DESC}}}], first: $n) {
				groups { key { speakers { node { name statements(first: $n) { totalCount } } } } aggregate { count } } } } }`
	cursors := []any{}
	var all struct {
		Data struct {
			Statements struct{ Edges []struct{ Cursor string } }
		}
	}
	run := func(variables map[string]any) {
		t.Helper()
		r := e.Execute(context.Background(), graph.Request{Query: document, Variables: variables})
		if r.Code != "" {
			t.Fatalf("%s", r.Body)
		}
		if err := json.Unmarshal(r.Body, &all); err != nil {
			t.Fatal(err)
		}
	}
	run(map[string]any{"name": "", "names": []any{}, "null": true, "n": 100, "date": "2025", "asOf": "9999"})
	for _, edge := range all.Data.Statements.Edges {
		cursors = append(cursors, edge.Cursor) // some before the dated one, some without a date
	}
	if len(cursors) < 3 {
		t.Fatalf("only %d statements", len(cursors))
	}
	texts = nil
	for i, name := range []string{"", "x", "`}) DETACH DELETE n //", "'; DROP TABLE node; --", `\u0060`, strings.Repeat("long ", 500)} {
		run(map[string]any{"name": name, "names": []any{name, "Russia"}[:i%3], "null": i%2 == 0, "n": i * 10, "after": cursors[i%len(cursors)], "date": []any{"2025", "2025-11-08", "1999~"}[i%3],
			"asOf": []any{"9999", "1999-12-31T23:59Z", "2026-01"}[i%3]})
	}
	for _, text := range texts {
		if text != texts[0] {
			t.Errorf("two texts of one document:\n%s\n%s", texts[0], text)
		}
	}
}

// A search's statement is the same for every question, however many words it has and whatever stands in them.
func TestTextOfASearchDoesNotDependOnValues(t *testing.T) {
	var texts []string
	e := engine(t, graph.DefaultLimits(), func(text string) {
		if !strings.HasPrefix(text, "PRAGMA") {
			texts = append(texts, text)
		}
	})
	const document = `query($text: String!, $types: [SearchType!]!, $after: String) { search(text: $text, types: $types, after: $after, first: 1) {
		totalCount edges { cursor score snippets { property segments { text match } } node { id } } pageInfo { hasPreviousPage } } }`
	texts = nil
	for i, text := range []string{"pakistan", `"total deadlock" negotiat* x`, "a AND b OR (c) NOT d", "`}) DETACH DELETE n //", "'; DROP TABLE search; -- *", `\" OR "" *`, strings.Repeat("long ", 500) + "x"} {
		all := []any{"STATEMENT", "ACTOR", "EVIDENCE"}
		variables := map[string]any{"text": text, "types": all[:i%4]}
		r := e.Execute(context.Background(), graph.Request{Query: document, Variables: variables})
		if i == 6 {
			if r.Code != diplomacy.Invalid {
				t.Errorf("500 words: %s", r.Body)
			}
			continue
		}
		if r.Code != "" {
			t.Fatalf("%s", r.Body)
		}
	}
	if len(texts) != 6 {
		t.Fatalf("%d statements", len(texts))
	}
	for _, text := range texts {
		if text != texts[0] {
			t.Errorf("two texts of one document:\n%s\n%s", texts[0], text)
		}
	}
}
