package graph_test

import (
	"context"
	"log/slog"
	"path/filepath"
	"testing"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/internal/store/sqlite"
	"github.com/parleygraph/parley/schema"
)

func TestTry(t *testing.T) {
	sch, model, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	s, err := sqlite.Open(ctx, filepath.Join(t.TempDir(), "x.db"), model, sqlite.Options{Trace: func(x string) { t.Log(x) }})
	if err != nil {
		t.Fatal(err)
	}
	n := func(noun, key, name string) store.Node {
		return store.Node{Noun: model.Noun(noun), ID: diplomacy.ID(noun, key), Columns: map[string]any{"key": key, "name": name, "aliases": []string{"x", "ü\"\n"}}}
	}
	c, err := s.Write(ctx, store.Batch{Whole: true, Nodes: []store.Node{n("State", "PAK", "Pakistan"), n("State", "AFG", "Afghanistan"), n("Official", "zak", "Zakharova"), {Noun: model.Noun("Statement"), ID: diplomacy.ID("Statement", "s1"), Columns: map[string]any{"key": "s1", "name": "S1", "text": "T", "act": "WARN"}}},
		Edges: []store.Edge{{diplomacy.ID("Statement", "s1"), "MADE_BY", diplomacy.ID("Official", "zak")}, {diplomacy.ID("Statement", "s1"), "ABOUT", diplomacy.ID("State", "PAK")}}})
	t.Log(c, err)
	e := graph.New(s, sch, model, graph.DefaultLimits(), slog.Default())
	for _, q := range []string{
		`{ states { nodes { name aliases iso3 } totalCount } }`,
		`{ state(by:{key:"PAK"}) { __typename id name } b: state(by:{key:"X"}) { id } }`,
		`{ actors(orderBy:[{name: DESC}], first: 2) { edges { cursor node { __typename id ... on State { iso3 capital { name } } } } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount} }`,
		`{ statements(where:{speakers:{some:{name:{contains:"khar"}}}, NOT:{act:{eq:ACCEPT}}}) { nodes { text act speakers { nodes { name __typename } } about { totalCount nodes { ...on State { n: name } id } } } } }`,
		`{ states(first: 2000) { totalCount } }`,
		`{ states(where:{name:{eq:null}}) { totalCount } }`,
		`{ __schema { queryType { name } } }`,
		`{ nope }`,
	} {
		t.Log(string(e.Execute(ctx, graph.Request{Query: q}).Body))
	}
}
