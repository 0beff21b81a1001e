// Package storetest holds every store to the same contract: Suite runs the golden cases of the folder cases and what store.Write promises,
// Property compares stores with a naive walk of the graph on random operations. Only tests may import it. Start with Suite, or read the cases:
// each says what it shows, and is an example of the API.
package storetest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
	"golang.org/x/tools/txtar"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/graph/plan"
	"github.com/parleygraph/parley/internal/cypher"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/ingest"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/sql"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/schema"
)

var update = flag.Bool("update", false, "rewrite want.* of the golden cases (of a store whose dialect is sql)")

// Open opens an empty store for a model, and closes it in a Cleanup. Trace is to be told the text of every statement that a Read runs.
type Open func(tb testing.TB, model *query.Model, trace func(text string)) store.Store

// Suite runs everything that every store must do. Dialect, "sql" or "cypher", says which of the printed statements this one runs.
func Suite(t *testing.T, open Open, dialect string) {
	sch, model, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := &suite{open: open, dialect: dialect, schema: sch, model: model}
	t.Run("Cases", s.cases)
	t.Run("Questions", s.questions)
	for _, test := range []struct {
		name string
		run  func(*testing.T)
	}{
		{"PagesOfEverySize", s.pages},
		{"ManyPaths", s.manyPaths},
		{"Codings", s.codings},
		{"WriteTwice", s.writeTwice},
		{"WriteReplacesNodes", s.writeReplacesNodes},
		{"WriteWhole", s.writeWhole},
		{"WriteMissingEnd", s.writeMissingEnd},
		{"WriteTakenKey", s.writeTakenKey},
		{"WriteMovedKey", s.writeMovedKey},
		{"WriteOtherNoun", s.writeOtherNoun},
		{"WriteSameEdge", s.writeSameEdge},
		{"WriteAndRead", s.writeAndRead},
		{"DumpAndLoad", s.dumpAndLoad},
		{"YieldFails", s.yieldFails},
		{"Cancelled", s.cancelled},
	} {
		t.Run(test.name, test.run)
	}
}

type suite struct {
	open    Open
	dialect string
	schema  *ast.Schema
	model   *query.Model
}

// The suite is called from the stores' folders, which lie beside this one.
const folder = "../storetest/cases"

// cases runs the golden cases: one .txtar each. Its comment says what it shows. Its files are facts in the formats of package ingest,
// query.graphql, maybe variables.json, and what is wanted: the response, and for both stores one statement for each root field. The file
// `base: NAME`, which is empty, stands for the facts in base/NAME.txtar.
func (s *suite) cases(t *testing.T) {
	files, err := filepath.Glob(folder + "/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in %s: %v", folder, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			if s.dialect == "sql" { // each has a file of its own, where the tests of a server share its database
				t.Parallel()
			}
			s.golden(t, file)
		})
	}
}

func (s *suite) golden(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(bytes.TrimSpace(archive.Comment)) == 0 {
		t.Error("the case does not say what it shows")
	}
	given, facts := map[string]string{}, fstest.MapFS{}
	for _, f := range archive.Files {
		base, isBase := strings.CutPrefix(f.Name, "base: ")
		switch {
		case isBase:
			maps.Copy(facts, baseFacts(t, base))
		case slices.Contains([]string{"query.graphql", "variables.json", "want.json", "want.cypher", "want.sql"}, f.Name):
			given[f.Name] = string(f.Data)
		default:
			facts[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	var mu sync.Mutex
	var ran []string
	opened := s.open(t, s.model, func(text string) {
		mu.Lock()
		defer mu.Unlock()
		ran = append(ran, text)
	})
	s.load(t, opened, facts)
	ran = nil
	variables := map[string]any{}
	if text, ok := given["variables.json"]; ok {
		d := json.NewDecoder(strings.NewReader(text))
		d.UseNumber() // as the server does
		if err := d.Decode(&variables); err != nil {
			t.Fatalf("variables.json: %v", err)
		}
	}
	result := s.engine(opened).Execute(t.Context(), graph.Request{Query: given["query.graphql"], Variables: variables})
	got := map[string]string{"want.json": readable(result.Body, "") + "\n"}
	if result.Executed {
		for _, r := range s.reads(t, given["query.graphql"], variables) {
			c, q := cypher.Print(r), sql.Print(r)
			got["want.cypher"] += "\n" + c.Text + "\n"
			got["want.sql"] += "\n" + q.Text + "\n"
			for name := range c.Params {
				wantUsed(t, c.Text, "$"+name)
			}
			for i := range q.Args {
				wantUsed(t, q.Text, fmt.Sprintf("?%d", i+1))
			}
		}
		for _, name := range []string{"want.cypher", "want.sql"} {
			got[name] = strings.TrimPrefix(got[name], "\n")
		}
	}
	if *update && s.dialect == "sql" {
		rewrite(t, file, archive, got)
		return
	}
	var want bytes.Buffer
	if err := json.Compact(&want, []byte(given["want.json"])); err != nil {
		t.Errorf("want.json: %v", err)
	} else if want.String() != string(result.Body) {
		t.Errorf("the response is\n%swanted:\n%s", got["want.json"], given["want.json"])
	}
	if result.Code == "" && s.dialect == "sql" { // it is of no store what an engine keeps
		defer s.lifted(t, opened, given["query.graphql"], variables, string(result.Body))
	}
	for _, name := range []string{"want.cypher", "want.sql"} {
		if got[name] != given[name] {
			t.Errorf("the printed statements are\n%swanted, as %s:\n%s", got[name], name, given[name])
		}
	}
	// Roots run at the same time, so in any order; each is one statement, and there are no others.
	printed := slices.Sorted(strings.SplitSeq(strings.TrimSuffix(got["want."+s.dialect], "\n"), "\n\n"))
	if slices.Sort(ran); !slices.Equal(ran, slices.DeleteFunc(printed, func(text string) bool { return text == "" })) {
		t.Errorf("%d statements ran:\n%s\nprinted:\n%s", len(ran), strings.Join(ran, "\n\n"), strings.Join(printed, "\n\n"))
	}
}

func wantUsed(tb testing.TB, text, parameter string) {
	tb.Helper()
	if !regexp.MustCompile(regexp.QuoteMeta(parameter) + `\b`).MatchString(text) {
		tb.Errorf("%s is sent and not used, in\n%s", parameter, text)
	}
}

func baseFacts(tb testing.TB, name string) fstest.MapFS {
	archive, err := txtar.ParseFile(filepath.Join(folder, "base", name+".txtar"))
	if err != nil {
		tb.Fatal(err)
	}
	facts := fstest.MapFS{}
	for _, f := range archive.Files {
		facts[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return facts
}

func (s *suite) load(tb testing.TB, into store.Store, facts fs.FS) ingest.Report {
	report, err := ingest.Load(tb.Context(), into, s.model, []ingest.Source{{FS: facts, Path: ".", Name: "."}}, ingest.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	for _, p := range report.Problems {
		tb.Error(p)
	}
	return report
}

func (s *suite) engine(on store.Store) *graph.Engine {
	return graph.New(on, s.schema, s.model, graph.DefaultLimits(), slog.New(slog.DiscardHandler))
}

// reads plans the root fields of a document by themselves, in the document's order. A field with a fault has none.
func (s *suite) reads(tb testing.TB, document string, variables map[string]any) []*query.Read {
	doc, errs := gqlparser.LoadQueryWithRules(s.schema, document, rules.NewDefaultRules())
	if errs != nil {
		tb.Fatal(errs)
	}
	op := doc.Operations[0]
	limits := graph.DefaultLimits()
	planner := &plan.Planner{Schema: s.schema, Model: s.model, DefaultPage: limits.DefaultPage, MaxPage: limits.MaxPage}
	values, err := planner.Variables(op, variables)
	if err != nil {
		tb.Fatal(err)
	}

	var keys []string
	fields, below := map[string]*ast.Field{}, map[string]ast.SelectionSet{}
	var collect func(ast.SelectionSet)
	collect = func(selections ast.SelectionSet) {
		for _, selection := range selections {
			switch selection := selection.(type) {
			case *ast.Field:
				if wants(selection.Directives, values) && !strings.HasPrefix(selection.Name, "__") {
					if fields[selection.Alias] == nil {
						keys, fields[selection.Alias] = append(keys, selection.Alias), selection
					}
					below[selection.Alias] = append(below[selection.Alias], selection.SelectionSet...)
				}
			case *ast.InlineFragment:
				if wants(selection.Directives, values) {
					collect(selection.SelectionSet)
				}
			case *ast.FragmentSpread:
				if wants(selection.Directives, values) {
					collect(selection.Definition.SelectionSet)
				}
			}
		}
	}
	collect(op.SelectionSet)
	var reads []*query.Read
	for _, key := range keys {
		if r, err := planner.Read(doc.Fragments, fields[key], below[key], values); err == nil {
			reads = append(reads, r)
		}
	}
	return reads
}

func wants(directives ast.DirectiveList, variables map[string]any) bool {
	return !slices.ContainsFunc(directives, func(d *ast.Directive) bool {
		return (d.ArgumentMap(variables)["if"] == true) == (d.Name == "skip")
	})
}

// rewrite brings want.* of a case to what came out.
func rewrite(tb testing.TB, file string, archive *txtar.Archive, got map[string]string) {
	archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, "want.") })
	for _, name := range []string{"want.json", "want.cypher", "want.sql"} {
		if got[name] != "" {
			archive.Files = append(archive.Files, txtar.File{Name: name, Data: []byte(got[name])})
		}
	}
	if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
		tb.Fatal(err)
	}
}

// readable lays JSON out: what fits in a line stands in one.
func readable(raw json.RawMessage, indent string) string {
	d := json.NewDecoder(bytes.NewReader(raw))
	first, err := d.Token()
	open, isDelim := first.(json.Delim)
	if err != nil || !isDelim {
		return string(raw)
	}
	var parts []string
	for d.More() {
		key := ""
		if open == '{' {
			name, _ := d.Token()
			key = fmt.Sprintf("%q: ", name)
		}
		var v json.RawMessage
		if err := d.Decode(&v); err != nil {
			return string(raw)
		}
		parts = append(parts, key+readable(v, indent+"  "))
	}
	end := "}"
	if open == '[' {
		end = "]"
	}
	if line := open.String() + strings.Join(parts, ", ") + end; len(indent)+len(line) <= 120 && !strings.Contains(line, "\n") {
		return line
	}
	return open.String() + "\n" + indent + "  " + strings.Join(parts, ",\n"+indent+"  ") + "\n" + indent + end
}

// What follows is about Write, Nodes and Edges.

// state is a node with a natural key beside its own, and a name.
func (s *suite) state(key, iso2, name string) store.Node {
	n := store.Node{Noun: s.model.Noun("State"), ID: diplomacy.ID("State", key), Columns: map[string]any{"key": key, "name": name}}
	if iso2 != "" {
		n.Columns["iso2"] = iso2
	}
	return n
}

func (s *suite) statement(key string) store.Node {
	return store.Node{Noun: s.model.Noun("Statement"), ID: diplomacy.ID("Statement", key), Columns: map[string]any{
		"key": key, "name": key, "text": key, "act": "ASSERT", "modality": "ASSERTED", "polarity": "POSITIVE",
	}}
}

func edge(from store.Node, typ string, to store.Node) store.Edge {
	return store.Edge{From: from.ID, Type: typ, To: to.ID}
}

func (s *suite) openQuietly(tb testing.TB) store.Store { return s.open(tb, s.model, func(string) {}) }

func write(tb testing.TB, into store.Store, b store.Batch) store.Changes {
	tb.Helper()
	changes, err := into.Write(tb.Context(), b)
	if err != nil {
		tb.Fatal(err)
	}
	return changes
}

func wantChanges(tb testing.TB, what string, got, want store.Changes) {
	tb.Helper()
	if got != want {
		tb.Errorf("%s: %+v, wanted %+v", what, got, want)
	}
}

// refused writes what must be refused, and demands that nothing of it is there.
func (s *suite) refused(tb testing.TB, into store.Store, b store.Batch, message string) {
	tb.Helper()
	before := dumpOf(tb, into)
	changes, err := into.Write(tb.Context(), b)
	e := (*diplomacy.Error)(nil)
	if !errors.As(err, &e) || e.Code != diplomacy.Conflict || e.Message != message {
		tb.Errorf("the error is %v, wanted a conflict: %s", err, message)
	}
	wantChanges(tb, "a refused batch", changes, store.Changes{})
	if after := dumpOf(tb, into); after != before {
		tb.Errorf("a part of a refused batch was written; the store holds\n%sbefore:\n%s", after, before)
	}
}

func dumpOf(tb testing.TB, from store.Store) string {
	tb.Helper()
	var b strings.Builder
	if err := store.Dump(tb.Context(), from, &b, func() {}); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// answer is the data of a query's response.
func (s *suite) answer(tb testing.TB, from store.Store, document string, variables map[string]any, into any) {
	tb.Helper()
	var response struct {
		Data   json.RawMessage
		Errors []any
	}
	body := s.engine(from).Execute(tb.Context(), graph.Request{Query: document, Variables: variables}).Body
	if err := json.Unmarshal(body, &response); err != nil || response.Errors != nil {
		tb.Fatalf("%s answers %s", document, body)
	}
	if err := json.Unmarshal(response.Data, into); err != nil {
		tb.Fatalf("%s answers %s: %v", document, body, err)
	}
}

func (s *suite) writeTwice(t *testing.T) {
	db := s.openQuietly(t)
	a, b, said := s.state("A", "", "a"), s.state("B", "", "b"), s.statement("said")
	batch := store.Batch{Whole: true, Nodes: []store.Node{a, b, said}, Edges: []store.Edge{edge(said, "MADE_BY", a), edge(said, "ABOUT", b)}}
	wantChanges(t, "once", write(t, db, batch), store.Changes{NodesCreated: 3, EdgesCreated: 2})
	once := dumpOf(t, db)
	again := write(t, db, batch)
	wantChanges(t, "twice", again, store.Changes{NodesUnchanged: 3, EdgesUnchanged: 2})
	if !again.None() {
		t.Error("writing the same again changed something")
	}
	if twice := dumpOf(t, db); twice != once {
		t.Errorf("twice:\n%sonce:\n%s", twice, once)
	}
	wantChanges(t, "nothing", write(t, db, store.Batch{}), store.Changes{})
	// Edges may lead to what was written before.
	wantChanges(t, "an edge", write(t, db, store.Batch{Edges: []store.Edge{edge(said, "ADDRESSED_TO", b)}}), store.Changes{EdgesCreated: 1})
}

func (s *suite) writeReplacesNodes(t *testing.T) {
	db := s.openQuietly(t)
	n := s.state("A", "AA", "a")
	maps.Copy(n.Columns, map[string]any{"cowCode": int64(7), "aliases": []string{"x", "y"}})
	write(t, db, store.Batch{Nodes: []store.Node{n, s.state("B", "BB", "b")}})
	n = s.state("A", "", "a")
	n.Columns["aliases"] = []string{"y", "x"}
	wantChanges(t, "a node with less", write(t, db, store.Batch{Nodes: []store.Node{n, s.state("B", "BB", "b")}}), store.Changes{NodesUpdated: 1, NodesUnchanged: 1})
	want := fmt.Sprintf(`{"noun":"State","id":%q,"properties":{"aliases":["y","x"],"key":"A","name":"a"}}`+"\n", n.ID)
	if got := dumpOf(t, db); !strings.Contains(got, want) {
		t.Errorf("the store holds\n%swanted\n%s", got, want)
	}
}

func (s *suite) writeWhole(t *testing.T) {
	db := s.openQuietly(t)
	a, b, said, other := s.state("A", "", "a"), s.state("B", "", "b"), s.statement("said"), s.statement("other")
	kept := []store.Edge{edge(other, "MADE_BY", a), edge(other, "RESPONDS_TO", said)}
	write(t, db, store.Batch{Nodes: []store.Node{a, b, said, other}, Edges: append([]store.Edge{edge(said, "MADE_BY", a), edge(said, "ABOUT", b)}, kept...)})
	// Without Whole, edges are added.
	wantChanges(t, "not whole", write(t, db, store.Batch{Nodes: []store.Node{said}}), store.Changes{NodesUnchanged: 1})
	// What goes out of the batch's nodes becomes what the batch says, also where only the type differs; what comes in stays.
	replaced := []store.Edge{edge(said, "MADE_BY", a), edge(said, "ADDRESSED_TO", b)}
	wantChanges(t, "whole", write(t, db, store.Batch{Whole: true, Nodes: []store.Node{said}, Edges: replaced}),
		store.Changes{NodesUnchanged: 1, EdgesCreated: 1, EdgesRemoved: 1, EdgesUnchanged: 1})
	wantEdges(t, db, append(kept, replaced...))
	wantChanges(t, "whole and bare", write(t, db, store.Batch{Whole: true, Nodes: []store.Node{said}}), store.Changes{NodesUnchanged: 1, EdgesRemoved: 2})
	wantEdges(t, db, kept)
}

func wantEdges(tb testing.TB, from store.Store, want []store.Edge) {
	tb.Helper()
	var got []store.Edge
	if err := from.Edges(tb.Context(), func(e store.Edge) error {
		got = append(got, e)
		return nil
	}); err != nil {
		tb.Fatal(err)
	}
	slices.SortFunc(want, compareEdges)
	if !slices.Equal(got, want) {
		tb.Errorf("the edges are\n%v\nwanted\n%v", got, want)
	}
}

func compareEdges(a, b store.Edge) int {
	return slices.Compare([]string{a.From, a.Type, a.To}, []string{b.From, b.Type, b.To})
}

func (s *suite) writeMissingEnd(t *testing.T) {
	db := s.openQuietly(t)
	a, b, said := s.state("A", "", "a"), s.state("B", "", "b"), s.statement("said")
	write(t, db, store.Batch{Nodes: []store.Node{a}})
	// Nothing is left of what would have been right: neither the new node, nor the change of the old one, nor the first edge.
	changed := s.state("A", "", "changed")
	for _, e := range []store.Edge{edge(said, "ABOUT", b), edge(b, "CAPITAL", said)} {
		s.refused(t, db, store.Batch{Whole: true, Nodes: []store.Node{changed, said}, Edges: []store.Edge{edge(said, "MADE_BY", a), e}},
			fmt.Sprintf("%s leads to or from the node %s, which does not exist", e.Type, b.ID))
	}
}

func (s *suite) writeTakenKey(t *testing.T) {
	db := s.openQuietly(t)
	a, b, said := s.state("A", "AA", "a"), s.state("B", "AA", "b"), s.statement("said")
	s.refused(t, db, store.Batch{Nodes: []store.Node{a, b}}, "another State has the same iso2")
	write(t, db, store.Batch{Nodes: []store.Node{a}})
	s.refused(t, db, store.Batch{Whole: true, Nodes: []store.Node{said, b}, Edges: []store.Edge{edge(said, "MADE_BY", b)}}, "another State has the same iso2")
	// A key is unique within its noun, and a missing one meets no other.
	place := store.Node{Noun: s.model.Noun("Place"), ID: diplomacy.ID("Place", "A"), Columns: map[string]any{"key": "A", "name": "a", "kind": "CITY"}}
	wantChanges(t, "other keys", write(t, db, store.Batch{Nodes: []store.Node{place, s.state("B", "", "b"), s.state("C", "", "c")}}), store.Changes{NodesCreated: 3})
	s.refused(t, db, store.Batch{Nodes: []store.Node{s.state("B", "AA", "b")}}, "another State has the same iso2")
}

// A batch is judged by what it leaves: a key may move from one of its nodes to another.
func (s *suite) writeMovedKey(t *testing.T) {
	db := s.openQuietly(t)
	write(t, db, store.Batch{Nodes: []store.Node{s.state("A", "AA", "a"), s.state("B", "BB", "b")}})
	swapped := store.Batch{Nodes: []store.Node{s.state("A", "BB", "a"), s.state("B", "AA", "b")}}
	wantChanges(t, "swapped keys", write(t, db, swapped), store.Changes{NodesUpdated: 2})
	wantChanges(t, "the same again", write(t, db, swapped), store.Changes{NodesUnchanged: 2})
	moved := store.Batch{Nodes: []store.Node{s.state("C", "BB", "c"), s.state("A", "CC", "a")}}
	wantChanges(t, "a key moved to a new node", write(t, db, moved), store.Changes{NodesCreated: 1, NodesUpdated: 1})
}

// An id that is a node of another noun already cannot come of a file, but Write must not take it for the same node.
func (s *suite) writeOtherNoun(t *testing.T) {
	db := s.openQuietly(t)
	a := s.state("A", "", "a")
	write(t, db, store.Batch{Nodes: []store.Node{a}})
	said := s.statement("said")
	said.ID = a.ID
	s.refused(t, db, store.Batch{Nodes: []store.Node{said}}, fmt.Sprintf("the node %s is there already, and it is no Statement", a.ID))
}

// The same relation is one edge, however often and by how many at once it is written.
func (s *suite) writeSameEdge(t *testing.T) {
	db := s.openQuietly(t)
	a, said := s.state("A", "", "a"), s.statement("said")
	same := edge(said, "MADE_BY", a)
	batch := store.Batch{Nodes: []store.Node{a, said}, Edges: []store.Edge{same, same}}
	var total store.Changes
	var mu sync.Mutex
	var writers sync.WaitGroup
	const n = 8
	for range n {
		writers.Go(func() {
			changes, err := db.Write(t.Context(), batch)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				t.Error(err)
			}
			total.Add(changes)
		})
	}
	writers.Wait()
	wantChanges(t, "all writers together", total, store.Changes{NodesCreated: 2, NodesUnchanged: 2*n - 2, EdgesCreated: 1, EdgesUnchanged: 2*n - 1})
	wantChanges(t, "once more", write(t, db, store.Batch{Edges: []store.Edge{same}}), store.Changes{EdgesUnchanged: 1})
	wantEdges(t, db, []store.Edge{same})
	var data struct {
		Statement struct {
			Speakers struct {
				Nodes      []struct{ Key string }
				TotalCount int
			}
		}
		Filtered struct{ TotalCount int }
	}
	s.answer(t, db, `{
		statement(by: {key: "said"}) { speakers { nodes { key } totalCount } }
		filtered: statements(where: {speakers: {single: {key: {eq: "A"}}, count: {eq: 1}}}) { totalCount }
	}`, nil, &data)
	if speakers := data.Statement.Speakers; len(speakers.Nodes) != 1 || speakers.TotalCount != 1 || data.Filtered.TotalCount != 1 {
		t.Errorf("one speaker is read as %+v", data)
	}
}

// A Read sees every Write that has returned, and no Write keeps a Read from its answer.
func (s *suite) writeAndRead(t *testing.T) {
	db := s.openQuietly(t)
	const batches, size = 40, 25
	var written atomic.Int64
	done := make(chan struct{})
	var readers sync.WaitGroup
	defer readers.Wait()
	defer close(done)
	for range 2 {
		readers.Go(func() {
			for {
				atLeast := written.Load()
				if n, err := s.states(t, db); err != nil || n < atLeast {
					t.Errorf("%d nodes are read where %d were written before: %v", n, atLeast, err)
					return
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for i := range batches {
		var b store.Batch
		for j := range size {
			b.Nodes = append(b.Nodes, s.state(fmt.Sprintf("%d-%d", i, j), "", "x"))
		}
		write(t, db, b)
		written.Add(size)
	}
}

// states counts the states.
func (s *suite) states(tb testing.TB, in store.Store) (int64, error) {
	v, err := in.Read(tb.Context(), &query.Read{Set: &query.Set{Noun: s.model.Noun("State"), Count: true}})
	if err != nil {
		return 0, err
	}
	return v.List[0].Integer(), nil
}

// A dump comes in order, holds every value as it was written, and makes the same graph anew.
func (s *suite) dumpAndLoad(t *testing.T) {
	db := s.openQuietly(t)
	s.load(t, db, baseFacts(t, "strait"))
	odd := s.state("odd", "", "\"\\ \n\t\u2028 é e\u0301 😀 \ufffd <&> 'ʼ")
	maps.Copy(odd.Columns, map[string]any{"cowCode": int64(-2147483648), "aliases": []string{"", "a|b", "[]"}})
	place := store.Node{Noun: s.model.Noun("Place"), ID: diplomacy.ID("Place", "odd"), Columns: map[string]any{
		"key": "odd", "name": "odd", "kind": "OTHER", "latitude": -0.000001, "longitude": 123456789.123457,
	}}
	write(t, db, store.Batch{Nodes: []store.Node{odd, place}})
	var ids []string
	nodes := map[string]store.Node{}
	if err := db.Nodes(t.Context(), func(n store.Node) error {
		ids = append(ids, n.ID)
		nodes[n.ID] = n
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if !slices.IsSorted(ids) || len(ids) != len(nodes) {
		t.Errorf("nodes do not come in the order of their ids, once each: %v", ids)
	}
	for _, n := range []store.Node{odd, place} {
		if !reflect.DeepEqual(nodes[n.ID], n) {
			t.Errorf("a node is read as\n%#v\nwanted\n%#v", nodes[n.ID], n)
		}
	}
	var edges []store.Edge
	if err := db.Edges(t.Context(), func(e store.Edge) error {
		edges = append(edges, e)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(edges, compareEdges) || len(edges) != len(slices.Compact(slices.Clone(edges))) {
		t.Errorf("edges do not come in their order, once each: %v", edges)
	}
	dump := dumpOf(t, db)
	anew := s.openQuietly(t)
	report := s.load(t, anew, fstest.MapFS{"dump.jsonl": {Data: []byte(dump)}})
	wantChanges(t, "loading a dump", report.Changes, store.Changes{NodesCreated: len(nodes), EdgesCreated: len(edges)})
	if again := dumpOf(t, anew); again != dump {
		t.Errorf("the dump of a loaded dump is\n%swanted\n%s", again, dump)
	}
	wantChanges(t, "loading it again", s.load(t, anew, fstest.MapFS{"dump.jsonl": {Data: []byte(dump)}}).Changes,
		store.Changes{NodesUnchanged: len(nodes), EdgesUnchanged: len(edges)})
}

func (s *suite) yieldFails(t *testing.T) {
	db := s.openQuietly(t)
	a, b, said := s.state("A", "", "a"), s.state("B", "", "b"), s.statement("said")
	write(t, db, store.Batch{Nodes: []store.Node{a, b, said}, Edges: []store.Edge{edge(said, "MADE_BY", a), edge(said, "ABOUT", b)}})
	enough := errors.New("enough")
	calls := 0
	fail := func() error { calls++; return enough }
	if err := db.Nodes(t.Context(), func(store.Node) error { return fail() }); !errors.Is(err, enough) || calls != 1 {
		t.Errorf("Nodes: %v after %d calls", err, calls)
	}
	calls = 0
	if err := db.Edges(t.Context(), func(store.Edge) error { return fail() }); !errors.Is(err, enough) || calls != 1 {
		t.Errorf("Edges: %v after %d calls", err, calls)
	}
	if err := db.Ready(t.Context()); err != nil { // and what was cut off leaves nothing open
		t.Error(err)
	}
}

func (s *suite) cancelled(t *testing.T) {
	db := s.openQuietly(t)
	write(t, db, store.Batch{Nodes: []store.Node{s.state("A", "", "a")}})
	before := dumpOf(t, db)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	read := &query.Read{Set: &query.Set{Noun: s.model.Noun("State"), Count: true}}
	for name, call := range map[string]func() error{
		"Read": func() error { _, err := db.Read(ctx, read); return err },
		"Write": func() error {
			_, err := db.Write(ctx, store.Batch{Nodes: []store.Node{s.state("B", "", "b")}})
			return err
		},
		"Nodes": func() error { return db.Nodes(ctx, func(store.Node) error { return nil }) },
		"Edges": func() error { return db.Edges(ctx, func(store.Edge) error { return nil }) },
		"Ready": func() error { return db.Ready(ctx) },
	} {
		if err := call(); diplomacy.CodeOf(err) != diplomacy.Unavailable {
			t.Errorf("%s: %v, wanted %s", name, err, diplomacy.Unavailable)
		}
	}
	if after := dumpOf(t, db); after != before {
		t.Errorf("a cancelled write has left\n%s", after)
	}
	// While it runs: whole, or not at all.
	var big store.Batch
	for i := range 20_000 {
		big.Nodes = append(big.Nodes, s.state(fmt.Sprintf("big-%d", i), "", "x"))
	}
	ctx, cancel = context.WithCancel(t.Context())
	var changes store.Changes
	var err error
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		changes, err = db.Write(ctx, big)
	}()
	if _, err := s.states(t, db); err != nil { // takes a while, and is an answer from a store that is busy
		t.Error(err)
	}
	cancel()
	<-ended
	want := int64(1)
	if err == nil {
		want += int64(len(big.Nodes))
	} else if diplomacy.CodeOf(err) != diplomacy.Unavailable {
		t.Error(err)
	}
	if n, e := s.states(t, db); e != nil || n != want {
		t.Errorf("%d nodes (%v) after a cancelled write that answered %v and %+v", n, e, err, changes)
	}
}

// pages walks lists from both ends in pages of every size, in orders with missing and equal values: all pages together are the whole list.
func (s *suite) pages(t *testing.T) {
	db := s.openQuietly(t)
	var b store.Batch
	for i, code := range []int64{3, 0, 1, 0, 2, 1, 0} { // 0 stands for a missing value
		n := s.state(fmt.Sprint("S", i), "", string(rune('a'+i%2)))
		if code > 0 {
			n.Columns["cowCode"] = code
		}
		b.Nodes = append(b.Nodes, n)
	}
	write(t, db, b)
	type page struct {
		Edges []struct {
			Cursor string
			Node   struct{ Key string }
		}
		PageInfo   struct{ HasNextPage, HasPreviousPage bool }
		TotalCount int
	}
	read := func(arguments string, order any, size int, cursor any) (p page, keys []string) {
		t.Helper()
		var data struct{ States page }
		s.answer(t, db, `query ($order: [StateOrder!], $size: Int, $cursor: String) { states(orderBy: $order, `+arguments+`) {
			edges { cursor node { key } } pageInfo { hasNextPage hasPreviousPage } totalCount } }`,
			map[string]any{"order": order, "size": size, "cursor": cursor}, &data)
		for _, e := range data.States.Edges {
			keys = append(keys, e.Node.Key)
		}
		return data.States, keys
	}
	for order, want := range map[string]string{
		`[]`:                                  "S0 S1 S2 S3 S4 S5 S6",
		`[{"key":"DESC"}]`:                    "S6 S5 S4 S3 S2 S1 S0",
		`[{"cowCode":"ASC"},{"key":"ASC"}]`:   "S2 S5 S4 S0 S1 S3 S6",
		`[{"cowCode":"DESC"},{"key":"DESC"}]`: "S0 S4 S5 S2 S6 S3 S1",
		`[{"name":"DESC"},{"cowCode":"DESC"},{"key":"ASC"}]`: "S5 S1 S3 S0 S4 S2 S6",
	} {
		var orderBy any
		if err := json.Unmarshal([]byte(order), &orderBy); err != nil {
			t.Fatal(err)
		}
		for size := 1; size <= len(b.Nodes)+1; size++ {
			var forward, backward []string
			var cursor any
			for more := true; more; {
				p, keys := read("first: $size, after: $cursor", orderBy, size, cursor)
				if p.PageInfo.HasPreviousPage != (len(forward) > 0) || p.TotalCount != len(b.Nodes) || len(keys) == 0 {
					t.Fatalf("%s: a page after %d nodes: %+v", order, len(forward), p)
				}
				forward = append(forward, keys...)
				cursor, more = p.Edges[len(p.Edges)-1].Cursor, p.PageInfo.HasNextPage
			}
			cursor = nil
			for more := true; more; {
				p, keys := read("last: $size, before: $cursor", orderBy, size, cursor)
				if p.PageInfo.HasNextPage != (len(backward) > 0) || len(keys) == 0 {
					t.Fatalf("%s: a page before %d nodes: %+v", order, len(backward), p)
				}
				backward = append(keys, backward...)
				cursor, more = p.Edges[0].Cursor, p.PageInfo.HasPreviousPage
			}
			if got := strings.Join(forward, " "); got != want {
				t.Errorf("%s in pages of %d: %s, wanted %s", order, size, got, want)
			}
			if got := strings.Join(backward, " "); got != want {
				t.Errorf("%s in pages of %d from the back: %s, wanted %s", order, size, got, want)
			}
		}
	}
}
