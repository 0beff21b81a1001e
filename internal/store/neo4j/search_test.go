package neo4j

import (
	"strings"
	"testing"

	"github.com/parleygraph/parley/internal/cypher"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/search"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/schema"
)

// found are the keys of what a search finds, the best first.
func (s *Store) found(t *testing.T, text string) string {
	t.Helper()
	asked, err := search.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := s.Read(t.Context(), &query.Read{Set: &query.Set{
		Noun: s.model.Noun("Node"), Search: asked, Rows: true, Limit: 10, Columns: []query.Selected{{Column: query.Key}},
		Order: []query.Order{{Column: query.Score, Descending: true}, {Column: query.Key}, {Column: query.ID}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, row := range answer.List[0].List {
		keys = append(keys, row.List[0].Text)
	}
	return strings.Join(keys, " ")
}

// The nodes of a database that an older Parley wrote are found like new ones, a change of what is searched changes what is found of nodes that
// are there, and every change of a node is followed.
func TestOlderNodesAreFound(t *testing.T) {
	uri := empty(t)
	_, model, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := opened(t, uri, model)
	var b store.Batch
	for _, key := range []string{"A", "B"} {
		b.Nodes = append(b.Nodes, s.state(key, map[string]any{"name": "State " + key, "aliases": []string{"The " + key + " Republic"}}))
	}
	mustWrite(t, s, b)
	want := func(s *Store, text, want string) {
		t.Helper()
		if got := s.found(t, text); got != want {
			t.Errorf("%s finds %q, want %q", text, got, want)
		}
	}
	want(s, `"a republic"`, "A")
	s.sh(t, "MATCH (v:ParleyVersion) SET v.version = 1 REMOVE v.search")
	for _, p := range []string{cypher.SearchNames, cypher.SearchText, cypher.SearchNamesWords, cypher.SearchTextWords} {
		s.sh(t, "MATCH (n:Node) REMOVE n.`"+p+"`")
	}
	s.sh(t, "DROP INDEX "+cypher.SearchIndex)
	s = opened(t, uri, model)
	want(s, `"a republic"`, "A")
	want(s, "state", "A B")

	fewer := strings.ReplaceAll(schema.Text, "aliases: [String!]! @search(name: true)", "aliases: [String!]!")
	_, other, err := schema.Parse(fewer)
	if err != nil || fewer == schema.Text {
		t.Fatal("no other schema: ", err)
	}
	s = opened(t, uri, other)
	want(s, "republic", "")
	want(s, "state", "A B")

	s = opened(t, uri, model)
	b.Nodes[0].Columns["name"] = "Renamed"
	mustWrite(t, s, b)
	want(s, "state", "B")
	want(s, "renamed republic", "A")
	b.Nodes[0].Columns = map[string]any{"key": "A", "name": "?"}
	mustWrite(t, s, b)
	want(s, "renamed", "")
	if got := s.one(t, "MATCH (n:State {key: 'A'}) RETURN n.`"+cypher.SearchNames+"`"); got != nil {
		t.Errorf("%q can be found of a node without words", got)
	}
}
