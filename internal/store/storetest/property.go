package storetest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/cypher"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/sql"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/schema"
)

const (
	operationsEnv = "PARLEY_PROPERTY_OPERATIONS" // how many to run
	seedEnv       = "PARLEY_PROPERTY_SEED"       // reproduces a failure

	operationsPerGraph = 40
	shrinkingTime      = time.Minute
)

// Operations is how many operations Property is to run: 2,000, 200 in a short test, or what PARLEY_PROPERTY_OPERATIONS says.
func Operations(tb testing.TB) int {
	if s := os.Getenv(operationsEnv); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			tb.Fatalf("%s: %v", operationsEnv, err)
		}
		return n
	}
	if testing.Short() {
		return 200
	}
	return 2000
}

// Property runs random operations on random graphs, and demands that every store answers each with the bytes of Walk, twice. Of the documents
// that many are different; they are asked again of other graphs, since Neo4j takes long to plan a statement that it has not seen. A failure is
// cut down to a small operation on a small graph before it is told; PARLEY_PROPERTY_SEED, with the seed that it tells, brings it back.
func Property(t *testing.T, stores map[string]Open, operations, documents int) {
	sch, model, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	first := int(time.Now().UnixNano() % 1e9)
	if s := os.Getenv(seedEnv); s != "" {
		if first, err = strconv.Atoi(s); err != nil {
			t.Fatalf("%s: %v", seedEnv, err)
		}
	}
	p := &property{t: t, schema: sch, model: model, stores: stores}
	graphs := randomGraph(model)
	start, nodes, answered := time.Now(), 0, 0
	var asked []*operation
	seed := first
	for done := 0; done < operations; seed++ {
		g := graphs.Example(seed)
		nodes += len(g.Nodes)
		bench := p.load(t, g)
		next := randomOperation(sch, model, g).Filter(p.fits)
		for i := 0; i < operationsPerGraph && done < operations; i++ {
			if len(asked) < documents {
				asked = append(asked, next.Example(seed*operationsPerGraph+i))
			}
			op := asked[done%documents]
			wrong, written := bench.try(op)
			if wrong != nil {
				bench.close()
				p.tell(first, g, op, wrong)
				return
			}
			done++
			if written > 0 {
				answered++
			}
		}
		bench.close()
	}
	t.Logf("%d operations of %d documents, %d%% of them answered with nodes, on %d nodes in %d graphs, in %v", operations, len(asked), 100*answered/max(1, operations), nodes,
		seed-first, time.Since(start).Round(time.Millisecond))
}

// limits are those of a server, but for the time: a Neo4j that is new and busy takes long to plan; and but for how much may be asked, which has tests of
// its own: the graphs are small.
func limits() graph.Limits {
	l := graph.DefaultLimits()
	l.Timeout, l.Cost, l.Depth, l.Parts, l.Pairs, l.Fields = 2*time.Minute, math.MaxInt, math.MaxInt, math.MaxInt, math.MaxInt, math.MaxInt
	return l
}

type property struct {
	t      *testing.T
	schema *ast.Schema
	model  *query.Model
	stores map[string]Open
}

// fits says whether an operation is inside the limits. It fails the test when the operation is not valid: the generator is wrong then.
func (p *property) fits(op *operation) bool {
	document, _ := op.print()
	if _, errs := gqlparser.LoadQueryWithRules(p.schema, document, rules.NewDefaultRules()); errs != nil {
		p.t.Fatalf("a random operation is not valid: %v\n%s", errs, document)
	}
	_, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: document}, graph.DefaultLimits().Tokens)
	return err == nil
}

// bench is a graph in every store.
type bench struct {
	*property
	walker  *walker
	names   []string
	engines map[string]*graph.Engine
	reads   *recorder // of the first store; all are asked the same
	scope   *scope
}

// scope is a testing.TB that ends before its test does.
type scope struct {
	testing.TB
	cleanups []func()
}

func (s *scope) Cleanup(f func()) { s.cleanups = append(s.cleanups, f) }

func (s *scope) TempDir() string {
	dir, err := os.MkdirTemp("", "parley-storetest-")
	if err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func (s *scope) close() {
	for _, f := range slices.Backward(s.cleanups) {
		f()
	}
}

// recorder keeps what the engine asks of a store.
type recorder struct {
	store.Store
	mu    sync.Mutex // roots are read at the same time
	reads []*query.Read
}

func (r *recorder) Read(ctx context.Context, read *query.Read) (query.Value, error) {
	r.mu.Lock()
	r.reads = append(r.reads, read)
	r.mu.Unlock()
	return r.Store.Read(ctx, read)
}

// load writes a graph to every store, twice: the second time must change nothing.
func (p *property) load(tb testing.TB, g *Graph) *bench {
	tb.Helper()
	b := &bench{property: p, walker: newWalker(p.schema, p.model, g), engines: map[string]*graph.Engine{}, scope: &scope{TB: tb}}
	b.names = slices.Sorted(maps.Keys(p.stores))
	once := store.Changes{NodesCreated: len(g.Nodes), EdgesCreated: len(g.Edges)}
	twice := store.Changes{NodesUnchanged: len(g.Nodes), EdgesUnchanged: len(g.Edges)}
	want := dumpOf(tb, memory{graph: g})
	for i, name := range b.names {
		s := p.stores[name](b.scope, p.model, func(string) {})
		for _, expected := range []store.Changes{once, twice} {
			changes, err := s.Write(tb.Context(), store.Batch{Nodes: slices.Clone(g.Nodes), Edges: slices.Clone(g.Edges), Whole: true})
			if err != nil || changes != expected {
				tb.Fatalf("%s: Write answered %+v, %v; want %+v", name, changes, err, expected)
			}
		}
		if got := dumpOf(tb, s); got != want {
			tb.Fatalf("%s does not hold what was written:\n%s", name, difference(want, got))
		}
		if i == 0 {
			b.reads = &recorder{Store: s}
			s = b.reads
		}
		b.engines[name] = graph.New(s, p.schema, p.model, limits(), slog.New(slog.DiscardHandler))
	}
	return b
}

func (b *bench) close() { b.scope.close() }

// mismatch is what is wrong with an operation; kind is the same for failures that may have the same cause.
type mismatch struct{ kind, text string }

// try runs an operation on every store. It answers what is wrong, or nil, and how many nodes the answer has.
func (b *bench) try(op *operation) (wrong *mismatch, written int) {
	document, variables := op.print()
	want, err := b.walker.execute(document, variables)
	if errors.Is(err, errNoAnswer) {
		return nil, 0
	}
	if err != nil {
		return &mismatch{"walker", fmt.Sprintf("the walker refuses it: %v\n", err)}, 0
	}
	wrong = &mismatch{}
	var cost *graph.Cost // the same on every store, and never more than was estimated
	for _, name := range b.names {
		for _, times := range []string{"", " the second time"} { // when the document and its statements come from caches
			sent, err := asJSON(variables) // a copy: the executor changes it
			if err != nil {
				return &mismatch{"variables", err.Error()}, 0
			}
			if name == b.names[0] {
				b.reads.reads = nil
			}
			result := b.engines[name].Execute(b.t.Context(), graph.Request{Query: document, Variables: sent})
			got := result.Body
			if c := result.Cost; c != nil && (c.Actual > c.Estimated || cost != nil && *cost != *c) {
				wrong.kind += name + times + ": cost\n"
				wrong.text += fmt.Sprintf("--- the cost of %s%s is %+v, before it was %+v\n", name, times, c, cost)
				break
			}
			cost = result.Cost
			if !bytes.Equal(got, want) {
				wrong.kind += name + times + errorIn(got) + "\n"
				wrong.text += fmt.Sprintf("--- %s differs from the walker%s\n%s\n", name, times, difference(string(want), string(got)))
				break
			}
		}
	}
	if wrong.text == "" {
		wrong = nil
	}
	return wrong, b.walker.written
}

// errorIn is a response's first error, without the path in front of it.
func errorIn(body []byte) string {
	var response struct{ Errors []struct{ Message string } }
	if err := json.Unmarshal(body, &response); err != nil || len(response.Errors) == 0 {
		return ""
	}
	_, message, _ := strings.Cut(response.Errors[0].Message, ": ")
	return ": " + message
}

// memory is a graph as a store that can be dumped.
type memory struct {
	store.Store
	graph *Graph
}

func (m memory) Nodes(_ context.Context, yield func(store.Node) error) error {
	byID := func(a, b store.Node) int { return strings.Compare(a.ID, b.ID) }
	for _, n := range slices.SortedFunc(slices.Values(m.graph.Nodes), byID) {
		if err := yield(n); err != nil {
			return err
		}
	}
	return nil
}

func (m memory) Edges(_ context.Context, yield func(store.Edge) error) error {
	for _, e := range slices.SortedFunc(slices.Values(m.graph.Edges), compareEdges) {
		if err := yield(e); err != nil {
			return err
		}
	}
	return nil
}

// difference shows two texts, and where they part.
func difference(want, got string) string {
	at := 0
	for at < min(len(want), len(got)) && want[at] == got[at] {
		at++
	}
	near := func(s string) string { return strings.ToValidUTF8(s[max(0, at-60):min(len(s), at+60)], "") }
	return fmt.Sprintf("want %s\ngot  %s\nthey part at byte %d:\nwant ...%s...\ngot  ...%s...", want, got, at, near(want), near(got))
}

// tell cuts a failure down and fails the test with it.
func (p *property) tell(seed int, g *Graph, op *operation, wrong *mismatch) {
	p.t.Helper()
	s := &shrinking{property: p, graph: g, op: op, kind: wrong.kind, until: time.Now().Add(shrinkingTime)}
	s.run()
	b := p.load(p.t, s.graph)
	defer b.close()
	if now, _ := b.try(op); now != nil {
		wrong = now
	}
	document, variables := op.print()
	vars, _ := json.Marshal(variables)
	var statements strings.Builder
	for _, r := range b.reads.reads {
		q, c := sql.Print(r), cypher.Print(r)
		args, _ := json.Marshal(q.Args)
		params, _ := json.Marshal(c.Params)
		fmt.Fprintf(&statements, "--- SQL\n%s\n%s\n--- Cypher\n%s\n%s\n", q.Text, args, c.Text, params)
	}
	p.t.Fatalf("%s=%d brings this back\n--- operation\n%s\n--- variables\n%s\n--- graph\n%s%s%s",
		seedEnv, seed, document, vars, dumpOf(p.t, memory{graph: s.graph}), statements.String(), wrong.text)
}

// shrinking cuts down an operation that fails and the graph on which it fails. It does so on what a person reads, not on the random
// bits that it was made of: a part is taken away, and stays away when the rest is still valid and fails.
type shrinking struct {
	*property
	graph *Graph
	op    *operation
	kind  string
	until time.Time
}

func (s *shrinking) run() {
	for before := -1; before != s.size() && time.Now().Before(s.until); {
		before = s.size()
		b := s.load(s.t, s.graph)
		if !s.fails(b) { // it does not fail always
			b.close()
			return
		}
		s.cutOperation(b)
		b.close()
		s.cutGraph()
	}
}

func (s *shrinking) size() int {
	document, _ := s.op.print()
	return len(document) + len(dumpOf(s.t, memory{graph: s.graph}))
}

func (s *shrinking) fails(b *bench) bool {
	wrong, _ := b.try(s.op)
	return wrong != nil && wrong.kind == s.kind
}

func (s *shrinking) cutOperation(b *bench) {
	for again := true; again; {
		again = false
		for i := 0; ; i++ { // the list of cuts changes with every cut that is made
			cuts := s.op.cuts()
			if i >= len(cuts) || time.Now().After(s.until) {
				break
			}
			undo := cuts[i]()
			if s.fails(b) {
				again = true
				i--
			} else {
				undo()
			}
		}
	}
}

// cut takes a part away, and returns how to put it back.
type cut func() (undo func())

func drop[E any](from *[]E, i int) cut {
	return func() func() {
		old := *from
		*from = slices.Delete(slices.Clone(old), i, i+1)
		return func() { *from = old }
	}
}

func replace[E any](at *E, with E) cut {
	return func() func() {
		old := *at
		*at = with
		return func() { *at = old }
	}
}

// cuts lists what can be taken away from an operation, the largest parts first.
func (o *operation) cuts() []cut {
	var all []cut
	seen := map[any]bool{}
	var inObject func(*object)
	var inValue func(**value)
	var inBlock func(*block)
	inValue = func(at **value) {
		v := *at
		switch {
		case v.variable != nil:
			if v.variable.given != nil {
				all = append(all, replace(at, v.variable.given))
			} else if v.variable.fallback != nil {
				all = append(all, replace(at, v.variable.fallback))
			}
			if seen[v.variable] {
				return
			}
			seen[v.variable] = true
			for _, at := range []**value{&v.variable.fallback, &v.variable.given} {
				if *at != nil {
					all = append(all, replace(at, nil))
					inValue(at)
				}
			}
		case v.isList:
			for i := range v.list {
				all = append(all, drop(&v.list, i))
			}
			for i := range v.list {
				inValue(&v.list[i])
			}
		case v.object != nil:
			for _, e := range v.object.entries { // AND, OR and NOT: what stands in them instead
				inside := []*value{e.value}
				if e.value.isList {
					inside = e.value.list
				}
				for _, in := range inside {
					if strings.ToUpper(e.name) == e.name && in.object != nil {
						all = append(all, replace(at, in))
					}
				}
			}
			inObject(v.object)
		default:
			if text, ok := v.scalar.(string); ok && len(text) < 30 && text != "" { // not a cursor
				runes := []rune(text)
				all = append(all, replace(&v.scalar, any(string(runes[1:]))), replace(&v.scalar, any(string(runes[:len(runes)-1]))))
			}
			if v.style > 0 {
				all = append(all, replace(&v.style, 0))
			}
		}
	}
	inObject = func(o *object) {
		if o == nil || seen[o] {
			return
		}
		seen[o] = true
		for i := range o.entries {
			all = append(all, drop(&o.entries, i))
		}
		for _, e := range o.entries {
			inValue(&e.value)
		}
	}
	inBlock = func(b *block) {
		if b == nil || seen[b] {
			return
		}
		seen[b] = true
		for i, s := range b.items {
			all = append(all, drop(&b.items, i))
			inside := s.below
			if s.definition != nil {
				inside = s.definition.below
			}
			if s.field == "" {
				all = append(all, replace(&b.items, slices.Concat(b.items[:i], inside.items, b.items[i+1:])))
			}
		}
		for _, s := range b.items {
			for i := range s.directives {
				all = append(all, drop(&s.directives, i))
				inValue(&s.directives[i].when)
			}
			if s.alias != s.field {
				all = append(all, replace(&s.alias, s.field))
			}
			inObject(s.arguments)
			inBlock(s.below)
			if s.definition != nil {
				inBlock(s.definition.below)
			}
		}
	}
	inBlock(o.below)
	return all
}

// cutGraph takes away nodes with their edges, then edges, then values.
func (s *shrinking) cutGraph() {
	try := func(g *Graph) bool {
		if time.Now().After(s.until) || !g.complete() {
			return false
		}
		b := s.load(s.t, g)
		defer b.close()
		if !s.fails(b) {
			return false
		}
		s.graph = g
		return true
	}
	chunks(func() int { return len(s.graph.Nodes) }, func(from, to int) bool {
		return try(s.graph.without(s.graph.Nodes[from:to]))
	})
	chunks(func() int { return len(s.graph.Edges) }, func(from, to int) bool {
		return try(&Graph{Nodes: s.graph.Nodes, Edges: slices.Delete(slices.Clone(s.graph.Edges), from, to)})
	})
	for i := range s.graph.Nodes {
		for _, p := range s.graph.Nodes[i].Noun.Properties {
			n := s.graph.Nodes[i]
			if _, ok := n.Columns[p.Name]; ok && !p.Required {
				n.Columns = maps.Clone(n.Columns)
				for _, c := range p.Columns() {
					delete(n.Columns, c.Name)
				}
				g := &Graph{Nodes: slices.Clone(s.graph.Nodes), Edges: s.graph.Edges}
				g.Nodes[i] = n
				try(g)
			}
		}
	}
}

// chunks offers parts of a list to be taken away: halves of it, then quarters, and so on to single items.
func chunks(length func() int, remove func(from, to int) bool) {
	for size := length() / 2; size > 0; size /= 2 {
		for from := 0; from < length(); {
			if !remove(from, min(from+size, length())) {
				from += size
			}
		}
	}
}

func (g *Graph) without(nodes []store.Node) *Graph {
	gone := map[string]bool{}
	for _, n := range nodes {
		gone[n.ID] = true
	}
	return &Graph{
		Nodes: slices.DeleteFunc(slices.Clone(g.Nodes), func(n store.Node) bool { return gone[n.ID] }),
		Edges: slices.DeleteFunc(slices.Clone(g.Edges), func(e store.Edge) bool { return gone[e.From] || gone[e.To] }),
	}
}

// complete says whether every required relation leads somewhere.
func (g *Graph) complete() bool {
	has := map[[2]string]bool{}
	for _, e := range g.Edges {
		has[[2]string{e.From, e.Type}] = true
	}
	return !slices.ContainsFunc(g.Nodes, func(n store.Node) bool {
		return slices.ContainsFunc(n.Noun.Relations, func(r *query.Relation) bool { return r.Required && !has[[2]string{n.ID, r.Edge}] })
	})
}
