package storetest

import (
	"fmt"
	"slices"
	"testing"

	"github.com/parleygraph/parley/internal/store"
)

// manyPaths asks for some of 134 million shortest paths: nine times eight statements, each of which answers the eight before it, between two more. What a store
// does must not grow with the number of paths.
func (s *suite) manyPaths(t *testing.T) {
	db := s.openQuietly(t)
	const layers, width, wanted = 9, 8, 100
	ends := [2]store.Node{s.statement("first"), s.statement("last")}
	b := store.Batch{Nodes: slices.Clone(ends[:])}
	var ids [layers][]string
	before := []store.Node{ends[0]}
	for layer := range layers {
		var nodes []store.Node
		for i := range width {
			n := s.statement(fmt.Sprint(layer, "-", i))
			nodes = append(nodes, n)
			ids[layer] = append(ids[layer], n.ID)
			for _, to := range before {
				b.Edges = append(b.Edges, edge(n, "RESPONDS_TO", to))
			}
		}
		slices.Sort(ids[layer])
		b.Nodes, before = append(b.Nodes, nodes...), nodes
	}
	for _, to := range before {
		b.Edges = append(b.Edges, edge(ends[1], "RESPONDS_TO", to))
	}
	write(t, db, b)
	var data struct {
		Path struct {
			Length    int
			Truncated bool
			Paths     []struct{ Nodes []struct{ ID string } }
		}
	}
	s.answer(t, db, `query ($from: ID!, $to: ID!, $first: Int) { path(from: $from, to: $to, maxLength: 10, first: $first) { length truncated paths { nodes { id } } } }`,
		map[string]any{"from": ends[0].ID, "to": ends[1].ID, "first": wanted}, &data)
	if data.Path.Length != layers+1 || !data.Path.Truncated || len(data.Path.Paths) != wanted {
		t.Fatalf("%d paths of the length %d, truncated: %v", len(data.Path.Paths), data.Path.Length, data.Path.Truncated)
	}
	for i, path := range data.Path.Paths {
		want := []string{ends[1].ID}
		for layer, left := layers-1, i; layer >= 0; layer-- { // the last layer turns fastest
			want = append(want, ids[layer][left%width])
			left /= width
		}
		want = append(want, ends[0].ID)
		slices.Reverse(want)
		var got []string
		for _, n := range path.Nodes {
			got = append(got, n.ID)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("path %d is %v, wanted %v", i, got, want)
		}
	}
}
