package sqlite

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/search"
	"github.com/parleygraph/parley/schema"
)

// found are the keys of what a search finds, the best first.
func found(t *testing.T, s *Store, text string) string {
	t.Helper()
	asked, err := search.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := s.Read(context.Background(), &query.Read{Set: &query.Set{
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

func wantFound(t *testing.T, s *Store, text, want string) {
	t.Helper()
	if got := found(t, s, text); got != want {
		t.Errorf("%s finds %q, want %q", text, got, want)
	}
}

func reopen(t *testing.T, path string, m *query.Model) *Store {
	t.Helper()
	s, err := Open(context.Background(), path, m, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// The nodes of an older file are found like new ones, and a change of what is searched changes what is found of nodes that are there.
func TestOlderNodesAreFound(t *testing.T) {
	path := older(t)
	s := reopen(t, path, model(t))
	wantFound(t, s, "hope", "hope")
	wantFound(t, s, `"islamic republic"`, "PAK")
	wantFound(t, s, "envoy OR pakistan", "")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	fewer := strings.Replace(schema.Text, "aliases: [String!]! @search(name: true)", "aliases: [String!]!", -1)
	_, m, err := schema.Parse(fewer)
	if err != nil || fewer == schema.Text {
		t.Fatal("no other schema: ", err)
	}
	s = reopen(t, path, m)
	wantFound(t, s, "republic", "")
	wantFound(t, s, "pakistan", "PAK")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	wantFound(t, reopen(t, path, model(t)), "republic", "PAK")
}

// What is found of a node follows every change of it, in the same transaction.
func TestSearchFollowsWrites(t *testing.T) {
	m := model(t)
	s := reopen(t, filepath.Join(t.TempDir(), "parley.db"), m)
	b := officials(m, 2)
	write := func(name string) error {
		b.Nodes[0].Columns["name"] = name
		_, err := s.Write(context.Background(), b)
		return err
	}
	for _, name := range []string{"First Name", "Second", "?", "First again"} {
		if err := write(name); err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"First", "Second", "Name", "again"} {
			want := ""
			if strings.Contains(name, word) {
				want = "envoy-0"
			}
			wantFound(t, s, word, want)
		}
		wantFound(t, s, "envoy", "envoy-1")
	}
	refused := officials(m, 1)
	refused.Nodes[0].Columns["name"] = "Refused"
	taken := officials(m, 2).Nodes[1]
	taken.ID = "another id"
	refused.Nodes = append(refused.Nodes, taken) // its key is taken
	if _, err := s.Write(context.Background(), refused); err == nil {
		t.Fatal("it was written")
	}
	wantFound(t, s, "refused", "")
	wantFound(t, s, "first", "envoy-0")
	if _, err := s.writer.Exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"); err != nil {
		t.Error(err)
	}
}
