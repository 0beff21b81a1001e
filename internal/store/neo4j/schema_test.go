package neo4j

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/neo4jtest"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/schema"
)

// empty returns the address of a database without anything, and leaves it so to the next test.
func empty(t *testing.T) string {
	t.Helper()
	uri := neo4jtest.URI(t)
	neo4jtest.Reset(t, uri)
	t.Cleanup(func() { neo4jtest.Reset(t, uri) })
	return uri
}

func opened(t *testing.T, uri string, model *query.Model) *Store {
	t.Helper()
	s, err := Open(t.Context(), uri, model, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// small makes a model of States and Places with one interface and one more property.
func small(t *testing.T, property query.Property, members ...string) *query.Model {
	t.Helper()
	id, key := &query.Property{Name: "id", Unique: true, Required: true}, &query.Property{Name: "key", Unique: true, Required: true}
	node := &query.Noun{Name: "Node", Interface: true, Properties: []*query.Property{id, key}}
	topic := &query.Noun{Name: "Topic", Interface: true, Interfaces: []*query.Noun{node}, Properties: []*query.Property{id, key}}
	nouns := []*query.Noun{node, topic}
	for _, name := range []string{"Place", "State"} {
		n := &query.Noun{Name: name, Interfaces: []*query.Noun{node}, Properties: []*query.Property{id, key}}
		n.Members = []*query.Noun{n}
		node.Members = append(node.Members, n)
		if slices.Contains(members, name) {
			n.Interfaces = append(n.Interfaces, topic)
			topic.Members = append(topic.Members, n)
		}
		nouns = append(nouns, n)
	}
	if property.Name != "" {
		nouns[3].Properties = append(nouns[3].Properties, &property)
	}
	m, err := query.NewModel(nouns)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

const schemaNow = "SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties, owningConstraint WHERE type <> 'LOOKUP' RETURN name, state, labelsOrTypes, properties, owningConstraint IS NOT NULL ORDER BY name"

func TestMigrateTwice(t *testing.T) {
	uri := empty(t)
	_, model, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := opened(t, uri, model)
	if err := s.Ready(t.Context()); err != nil {
		t.Error(err)
	}
	before := fmt.Sprint(values(s, t, schemaNow), values(s, t, "MATCH (v:ParleyVersion) RETURN properties(v)"))
	for _, want := range []string{"[Node_id ONLINE [Node] [id] true]", "[State_iso3 ONLINE [State] [iso3] true]", "[Actor_key ONLINE [Actor] [key] false]",
		"[Statement_spokenAt_from ONLINE [Statement] [spokenAt_from] false]", "[Statement_spokenAt_to ONLINE [Statement] [spokenAt_to] false]"} {
		if !strings.Contains(before, want) {
			t.Errorf("%s is missing in %s", want, before)
		}
	}
	if strings.Contains(before, "Node_key") || strings.Contains(before, "FAILED") {
		t.Error(before)
	}
	again := opened(t, uri, model)
	if after := fmt.Sprint(values(again, t, schemaNow), values(again, t, "MATCH (v:ParleyVersion) RETURN properties(v)")); after != before {
		t.Errorf("the second Open changed %s\nto %s", before, after)
	}
}

func values(s *Store, t *testing.T, text string) [][]any {
	t.Helper()
	var all [][]any
	for _, r := range s.sh(t, text) {
		all = append(all, r.Values)
	}
	return all
}

func TestConcurrentOpens(t *testing.T) {
	_, model, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		uri := empty(t)
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				s, err := Open(t.Context(), uri, model, Options{})
				if err != nil {
					t.Error(err)
					return
				}
				defer func() { _ = s.Close() }()
				if _, err := s.Write(t.Context(), store.Batch{Nodes: []store.Node{s.state("A", nil)}}); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		s := opened(t, uri, model)
		if n := len(s.sh(t, schemaNow)); n != len(indexes(model)) {
			t.Errorf("%d indexes, want %d", n, len(indexes(model)))
		}
		if n := s.one(t, "MATCH (n) WHERE n:ParleyVersion OR n:State RETURN count(n)"); n != int64(2) {
			t.Errorf("%v nodes, want a version and a state", n)
		}
	}
}

func TestNotOurs(t *testing.T) {
	uri := empty(t)
	model := small(t, query.Property{}, "State")
	refused := func(name, message string, model *query.Model) {
		t.Helper()
		s, err := Open(t.Context(), uri, model, Options{})
		wantError(t, name, err, diplomacy.Conflict, message)
		if err == nil {
			_ = s.Close()
		}
	}
	s := opened(t, uri, model)
	s.sh(t, "MATCH (v:ParleyVersion) DELETE v")
	wantError(t, "not ready", s.Ready(t.Context()), diplomacy.Unavailable, "no Parley in it any more")
	s.sh(t, "CREATE (:Thing)")
	refused("other nodes", "not empty, but not one of Parley", model)
	s.sh(t, "MATCH (n:Thing) DELETE n")

	more := query.Property{Name: "population", Type: query.Integer}
	newer := opened(t, uri, small(t, more, "State"))
	refused("unknown property", `"population" that this Parley does not know: it was written by a newer Parley`, model)
	more.Type = query.Real
	refused("another type", `keeps "population" as Integer, this Parley as Real`, small(t, more, "State"))
	newer.sh(t, "MATCH (v:ParleyVersion) SET v.version = 99")
	refused("newer version", "was written by a newer Parley (its version is 99, this Parley knows 2)", model)
	wantError(t, "not ready", newer.Ready(t.Context()), diplomacy.Conflict, "newer Parley")
}

// A property that becomes a key can do so only where no two nodes have the same, and no index is in the way.
func TestNewKey(t *testing.T) {
	uri := empty(t)
	key := small(t, query.Property{Name: "code", Unique: true}, "State")
	s := opened(t, uri, small(t, query.Property{Name: "code"}, "State"))
	state := func(key, code string) store.Node {
		return store.Node{Noun: s.model.Noun("State"), ID: key, Columns: map[string]any{"key": key, "code": code}}
	}
	mustWrite(t, s, store.Batch{Nodes: []store.Node{state("1", "X"), state("2", "X")}})
	_, err := Open(t.Context(), uri, key, Options{})
	wantError(t, "two with one key", err, diplomacy.Conflict, "another State has the same code")
	mustWrite(t, s, store.Batch{Nodes: []store.Node{state("2", "Y")}})
	s.sh(t, "CREATE INDEX mine FOR (n:State) ON (n.code)")
	_, err = Open(t.Context(), uri, key, Options{})
	wantError(t, "an index", err, diplomacy.Conflict, "already exists an index (:State {code})")
	s.sh(t, "DROP INDEX mine")
	s = opened(t, uri, key)
	_, err = s.Write(t.Context(), store.Batch{Nodes: []store.Node{state("1", "Y")}})
	wantError(t, "key", err, diplomacy.Conflict, "another State has the same code")
}

// Nodes get the labels of interfaces that their noun gains, and lose those that it loses.
func TestInterfacesChange(t *testing.T) {
	uri := empty(t)
	s := opened(t, uri, small(t, query.Property{}, "State"))
	var b store.Batch
	for i := range 50 {
		for _, noun := range []string{"State", "Place"} {
			key := fmt.Sprint(i)
			b.Nodes = append(b.Nodes, store.Node{Noun: s.model.Noun(noun), ID: diplomacy.ID(noun, key), Columns: map[string]any{"key": key}})
		}
	}
	mustWrite(t, s, b)
	count := "RETURN [COUNT { (:Topic:State) }, COUNT { (:Topic:Place) }, COUNT { (:Node) }, COUNT { (:State) }]"
	for _, c := range []struct {
		members []string
		want    string
	}{{[]string{"State"}, "[50 0 100 50]"}, {[]string{"Place", "State"}, "[50 50 100 50]"}, {[]string{"Place"}, "[0 50 100 50]"}} {
		s := opened(t, uri, small(t, query.Property{}, c.members...))
		if got := fmt.Sprint(s.one(t, count)); got != c.want {
			t.Errorf("Topic is %v: %s, want %s", c.members, got, c.want)
		}
	}
}

// The nodes of an older database get what a node has where nothing is said.
func TestDefaults(t *testing.T) {
	uri := empty(t)
	before := small(t, query.Property{})
	node := func(m *query.Model, key string, c map[string]any) store.Node {
		c["key"] = key
		return store.Node{Noun: m.Noun("State"), ID: diplomacy.ID("State", key), Columns: c}
	}
	if _, err := opened(t, uri, before).Write(t.Context(), store.Batch{Nodes: []store.Node{node(before, "VEL", map[string]any{})}}); err != nil {
		t.Fatal(err)
	}
	after := small(t, query.Property{Name: "mood", Enum: []string{"CALM", "ANGRY"}, Default: "CALM", Required: true})
	s := opened(t, uri, after)
	if _, err := s.Write(t.Context(), store.Batch{Nodes: []store.Node{node(after, "OST", map[string]any{"mood": "ANGRY"})}}); err != nil {
		t.Fatal(err)
	}
	s = opened(t, uri, after)
	if got := fmt.Sprint(values(s, t, "MATCH (n:State) RETURN n.key, n.mood ORDER BY n.key")); got != "[[OST ANGRY] [VEL CALM]]" {
		t.Errorf("got %s", got)
	}
}
