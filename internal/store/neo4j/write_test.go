package neo4j

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/store"
)

func TestWriteCounts(t *testing.T) {
	s := open(t, Options{})
	a, b, x := s.state("A", map[string]any{"iso3": "AAA"}), s.state("B", nil), s.statement("x", "First")
	batch := store.Batch{Whole: true, Nodes: []store.Node{x, b, a}, Edges: []store.Edge{{From: x.ID, Type: "MADE_BY", To: a.ID}, {From: x.ID, Type: "ADDRESSED_TO", To: b.ID}}}
	wantChanges(t, "new", mustWrite(t, s, batch), store.Changes{NodesCreated: 3, EdgesCreated: 2})
	wantChanges(t, "again", mustWrite(t, s, batch), store.Changes{NodesUnchanged: 3, EdgesUnchanged: 2})
	if got := fmt.Sprint(s.one(t, "MATCH (n:State {key: 'A'}) UNWIND labels(n) AS l WITH l ORDER BY l RETURN collect(l)")); got != "[Actor Node State Topic]" {
		t.Errorf("labels: %s", got)
	}

	// A column that is left out becomes missing, and the edges out of the batch's nodes become the batch's.
	changed := s.statement("x", "First")
	delete(changed.Columns, "spokenAt")
	batch.Nodes = []store.Node{changed, b, a}
	batch.Edges = []store.Edge{{From: x.ID, Type: "MADE_BY", To: b.ID}, {From: x.ID, Type: "ADDRESSED_TO", To: b.ID}}
	wantChanges(t, "changed", mustWrite(t, s, batch), store.Changes{NodesUpdated: 1, NodesUnchanged: 2, EdgesCreated: 1, EdgesRemoved: 1, EdgesUnchanged: 1})
	if got := s.one(t, "MATCH (n:Statement {key: 'x'}) RETURN n.spokenAt IS NULL AND n.spokenAt_from IS NOT NULL"); got != true {
		t.Error("the columns are not those of the batch")
	}

	// Without Whole nothing is removed; edges into the batch's nodes are never touched.
	wantChanges(t, "more", mustWrite(t, s, store.Batch{Nodes: []store.Node{changed}, Edges: []store.Edge{{From: x.ID, Type: "MADE_BY", To: a.ID}}}),
		store.Changes{NodesUnchanged: 1, EdgesCreated: 1})
	wantChanges(t, "whole states", mustWrite(t, s, store.Batch{Whole: true, Nodes: []store.Node{a, b}}), store.Changes{NodesUnchanged: 2})
	wantChanges(t, "none left", mustWrite(t, s, store.Batch{Whole: true, Nodes: []store.Node{changed}}), store.Changes{NodesUnchanged: 1, EdgesRemoved: 3})

	// What is there twice in a batch is written as if one after the other.
	twice := store.Batch{Nodes: []store.Node{s.state("C", nil), s.state("C", nil), s.state("C", map[string]any{"iso3": "CCC"})},
		Edges: []store.Edge{{From: x.ID, Type: "ABOUT", To: a.ID}, {From: x.ID, Type: "ABOUT", To: a.ID}}}
	wantChanges(t, "twice", mustWrite(t, s, twice), store.Changes{NodesCreated: 1, NodesUpdated: 1, NodesUnchanged: 1, EdgesCreated: 1, EdgesUnchanged: 1})
	wantChanges(t, "nothing", mustWrite(t, s, store.Batch{}), store.Changes{})
}

// What cannot be written leaves nothing behind.
func TestWriteRollsBackWhole(t *testing.T) {
	s := open(t, Options{})
	pakistan := s.state("PAK", map[string]any{"iso3": "PAK"})
	mustWrite(t, s, store.Batch{Nodes: []store.Node{pakistan}})
	nowhere := diplomacy.ID("State", "nowhere")
	x := s.statement("x", "Text")
	for name, c := range map[string]struct {
		b       store.Batch
		code    diplomacy.Code
		message string
	}{
		"key of another": {store.Batch{Nodes: []store.Node{x, s.state("new", nil), s.state("other", map[string]any{"iso3": "PAK"})}},
			diplomacy.Conflict, "another State has the same iso3"},
		"key twice": {store.Batch{Nodes: []store.Node{x, s.state("p", map[string]any{"iso3": "XXX"}), s.state("q", map[string]any{"iso3": "XXX"})}},
			diplomacy.Conflict, "another State has the same iso3"},
		"missing end": {store.Batch{Nodes: []store.Node{x}, Edges: []store.Edge{{From: x.ID, Type: "ABOUT", To: pakistan.ID}, {From: x.ID, Type: "MADE_BY", To: nowhere}}},
			diplomacy.Conflict, "MADE_BY leads to or from the node " + nowhere + ", which does not exist"},
		"missing begin": {store.Batch{Nodes: []store.Node{x}, Edges: []store.Edge{{From: nowhere, Type: "MADE_BY", To: pakistan.ID}}},
			diplomacy.Conflict, "MADE_BY leads to or from the node " + nowhere + ", which does not exist"},
		"of another noun": {store.Batch{Nodes: []store.Node{x, {Noun: s.model.Noun("Statement"), ID: pakistan.ID, Columns: s.statement("y", "Text").Columns}}},
			diplomacy.Conflict, "it is no Statement"},
		"too long": {store.Batch{Nodes: []store.Node{x, s.state(strings.Repeat("k", 9000), map[string]any{"name": "K"})}},
			diplomacy.Invalid, "State.key is longer than"},
		"unknown edge":     {store.Batch{Edges: []store.Edge{{From: pakistan.ID, Type: "LIKES", To: pakistan.ID}}}, diplomacy.Internal, "LIKES"},
		"unknown property": {store.Batch{Nodes: []store.Node{s.state("z", map[string]any{"colour": "red"})}}, diplomacy.Internal, "colour"},
	} {
		changes, err := s.Write(t.Context(), c.b)
		wantError(t, name, err, c.code, c.message)
		if changes != (store.Changes{}) {
			t.Errorf("%s: it counts %+v", name, changes)
		}
		if n := s.one(t, "MATCH (n:Node) RETURN count(n)"); n != int64(1) {
			t.Errorf("%s: %v nodes are left", name, n)
		}
	}
	wantChanges(t, "afterwards", mustWrite(t, s, store.Batch{Nodes: []store.Node{pakistan}}), store.Changes{NodesUnchanged: 1})
}

// Within a batch a key may move from one node to another, whatever their order.
func TestKeysMove(t *testing.T) {
	s := open(t, Options{})
	state := func(key, iso3 string) store.Node { return s.state(key, map[string]any{"iso3": iso3}) }
	mustWrite(t, s, store.Batch{Nodes: []store.Node{state("A", "AAA"), state("B", "BBB"), state("C", "CCC")}})
	wantChanges(t, "move", mustWrite(t, s, store.Batch{Nodes: []store.Node{state("A", "BBB"), state("B", "AAA"), state("C", "DDD"), state("E", "CCC"), state("F", "FFF")}}),
		store.Changes{NodesUpdated: 3, NodesCreated: 2})
	if got := fmt.Sprint(s.one(t, "MATCH (n:State) WITH n ORDER BY n.key RETURN collect(n.key + n.iso3)")); got != "[ABBB BAAA CDDD ECCC FFFF]" {
		t.Error(got)
	}
}

// Writers that write the same nodes and edges at once neither deadlock nor lose nor double anything.
func TestConcurrentWriters(t *testing.T) {
	s := open(t, Options{})
	const writers, rounds, each = 8, 4, 40
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			random := rand.New(rand.NewPCG(1, uint64(w)))
			for r := range rounds {
				var b store.Batch
				for i := range 5 {
					b.Nodes = append(b.Nodes, s.state(fmt.Sprint("s", i), nil))
				}
				for i := range each {
					// Half of them are written by everybody, and answer each other in both directions.
					key := fmt.Sprintf("%d-%d", r, i)
					if i%2 == 0 {
						key = fmt.Sprintf("%d-%d-%d", w, r, i)
					}
					x := s.statement(key, fmt.Sprintf("Text %s by %d", key, w))
					b.Nodes = append(b.Nodes, x)
					b.Edges = append(b.Edges, store.Edge{From: x.ID, Type: "MADE_BY", To: b.Nodes[i%5].ID})
					if i > 1 {
						other := b.Nodes[5+random.IntN(i)].ID
						b.Edges = append(b.Edges, store.Edge{From: x.ID, Type: "RESPONDS_TO", To: other}, store.Edge{From: other, Type: "EARLIER_THAN", To: x.ID})
					}
				}
				random.Shuffle(len(b.Nodes), func(i, j int) { b.Nodes[i], b.Nodes[j] = b.Nodes[j], b.Nodes[i] })
				if _, err := s.Write(context.Background(), b); err != nil {
					t.Errorf("writer %d, round %d: %v", w, r, err)
				}
			}
		})
	}
	wg.Wait()
	if n, want := s.one(t, "MATCH (n:Statement) RETURN count(n)"), int64(rounds*each/2*(writers+1)); n != want {
		t.Errorf("%v statements, want %d", n, want)
	}
	if n := s.one(t, "MATCH (n:State) RETURN count(n)"); n != int64(5) {
		t.Errorf("%v states", n)
	}
	if n := s.one(t, "MATCH (a)-[e]->(b) WITH a, b, type(e) AS type, count(*) AS n WHERE n > 1 RETURN count(*)"); n != int64(0) {
		t.Errorf("%v edges are there more than once", n)
	}
	if n, want := s.one(t, "MATCH (:Statement)-[e:MADE_BY]->(:State) RETURN count(e)"), int64(rounds*each/2*(writers+1)); n != want {
		t.Errorf("%v edges to states, want %d", n, want)
	}
}

// Of two that replace the edges of one node at once, one comes after the other.
func TestConcurrentWholeBatches(t *testing.T) {
	s := open(t, Options{})
	var states []store.Node
	for i := range 12 {
		states = append(states, s.state(fmt.Sprint(i), nil))
	}
	mustWrite(t, s, store.Batch{Nodes: states})
	for round := range 10 {
		x := s.statement(fmt.Sprint(round), "Text")
		var wg sync.WaitGroup
		for w := range 4 {
			wg.Go(func() {
				b := store.Batch{Whole: true, Nodes: []store.Node{s.statement(fmt.Sprint(round), fmt.Sprint("Text ", w))}}
				for i := range 3 {
					b.Edges = append(b.Edges, store.Edge{From: x.ID, Type: "MADE_BY", To: states[3*w+i].ID})
				}
				if _, err := s.Write(context.Background(), b); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		got := fmt.Sprint(s.one(t, fmt.Sprintf("MATCH (n:Statement {key: '%d'})-[:MADE_BY]->(m) WITH n.text AS text, toInteger(m.key) AS key ORDER BY key WITH text, collect(key) AS keys RETURN [text, keys]", round)))
		var whole []string
		for w := range 4 {
			whole = append(whole, fmt.Sprintf("[Text %d [%d %d %d]]", w, 3*w, 3*w+1, 3*w+2))
		}
		if !slices.Contains(whole, got) {
			t.Errorf("round %d: %s: text and edges are not of one batch", round, got)
		}
	}
}
