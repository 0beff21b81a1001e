package storetest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/parleygraph/parley/internal/store"
)

// hop is a relation, walked from a node to another one.
type hop struct {
	to      string
	edge    store.Edge
	against bool
}

// hops returns what leads from a node to those that had been reported.
func (w *walker) hops(from string) []hop {
	var all []hop
	for _, e := range w.edges {
		if e.From == from {
			all = append(all, hop{e.To, e, false})
		}
		if e.To == from {
			all = append(all, hop{e.From, e, true})
		}
	}
	return slices.DeleteFunc(all, func(h hop) bool { return w.wasThere(h.to).Noun == nil })
}

// walkable returns the hops over some relations.
func (w *walker) walkable(from string, via []any) []hop {
	return slices.DeleteFunc(w.hops(from), func(h hop) bool { return !slices.Contains(via, any(h.edge.Type)) })
}

// distances says how far nodes are from one of them, those that are no farther than most.
func (w *walker) distances(from string, via []any, most int) map[string]int {
	far := map[string]int{from: 0}
	for next, d := []string{from}, 1; d <= most; d++ {
		var found []string
		for _, id := range next {
			for _, h := range w.walkable(id, via) {
				if _, ok := far[h.to]; !ok {
					far[h.to] = d
					found = append(found, h.to)
				}
			}
		}
		next = found
	}
	return far
}

// shortest returns every shortest path, in order.
func (w *walker) shortest(from, to string, via []any, most int) (length int, paths [][]hop) {
	left := w.distances(to, via, most)
	length, ok := left[from]
	if !ok {
		return -1, nil
	}
	var follow func(path []hop, at string)
	follow = func(path []hop, at string) {
		if at == to {
			paths = append(paths, slices.Clone(path))
			return
		}
		for _, h := range w.walkable(at, via) {
			if d, ok := left[h.to]; ok && d == left[at]-1 {
				follow(append(path, h), h.to)
			}
		}
	}
	follow(nil, from)
	slices.SortFunc(paths, func(a, b []hop) int {
		return slices.CompareFunc(a, b, func(a, b hop) int {
			forward := func(h hop) int {
				if h.against {
					return 1
				}
				return 0
			}
			return cmp.Or(strings.Compare(a.to, b.to), strings.Compare(a.edge.Type, b.edge.Type), cmp.Compare(forward(a), forward(b)))
		})
	})
	return length, paths
}

func (w *walker) paths(args map[string]any, selections ast.SelectionSet) {
	from, to := w.wasThere(asText(args["from"])), w.wasThere(asText(args["to"]))
	if from.Noun == nil || to.Noun == nil {
		w.null()
		return
	}
	length, all := w.shortest(from.ID, to.ID, asList(args["via"]), w.size(args["maxLength"]))
	paths := all[:min(len(all), w.size(args["first"]))]
	w.object("Paths", selections, func(f *ast.Field, below ast.SelectionSet) {
		switch f.Name {
		case "length":
			if length < 0 {
				w.null()
				return
			}
			w.out = strconv.AppendInt(w.out, int64(length), 10)
		case "truncated":
			w.out = strconv.AppendBool(w.out, len(paths) < len(all))
		case "paths":
			w.list(len(paths), func(i int) {
				w.object("Path", below, func(f *ast.Field, below ast.SelectionSet) {
					if f.Name == "relations" {
						w.list(len(paths[i]), func(j int) { w.edge(paths[i][j].edge, below) })
						return
					}
					w.list(len(paths[i])+1, func(j int) {
						n := from
						if j > 0 {
							n = w.byID[paths[i][j-1].to]
						}
						w.node(n, below)
					})
				})
			})
		}
	})
}

func (w *walker) edge(e store.Edge, selections ast.SelectionSet) {
	w.object("Relation", selections, func(f *ast.Field, _ ast.SelectionSet) {
		w.text(map[string]string{"type": e.Type, "from": e.From, "to": e.To}[f.Name])
	})
}

func (w *walker) neighborhood(args map[string]any, selections ast.SelectionSet) {
	center := w.wasThere(asText(args["of"]))
	if center.Noun == nil {
		w.null()
		return
	}
	via := asList(args["via"])
	far := w.distances(center.ID, via, w.size(args["depth"]))
	var all []store.Node
	for _, n := range w.nodes {
		if far[n.ID] > 0 {
			all = append(all, n)
		}
	}
	slices.SortFunc(all, func(a, b store.Node) int {
		return cmp.Or(cmp.Compare(far[a.ID], far[b.ID]), strings.Compare(a.Noun.Name, b.Noun.Name),
			strings.Compare(a.Columns["key"].(string), b.Columns["key"].(string)), strings.Compare(a.ID, b.ID))
	})
	nodes := all[:min(len(all), w.size(args["limit"]))]
	inside := func(id string) bool {
		return id == center.ID || slices.ContainsFunc(nodes, func(n store.Node) bool { return n.ID == id })
	}
	var edges []store.Edge
	counts := map[[2]string]int{}
	for _, e := range w.edges {
		if inside(e.From) && inside(e.To) && slices.Contains(via, any(e.Type)) {
			edges = append(edges, e)
		}
	}
	for _, h := range w.hops(center.ID) {
		counts[[2]string{h.edge.Type, map[bool]string{false: "OUT", true: "IN"}[h.against]}]++
	}
	slices.SortFunc(edges, func(a, b store.Edge) int {
		return cmp.Or(strings.Compare(a.Type, b.Type), strings.Compare(a.From, b.From), strings.Compare(a.To, b.To))
	})
	var counted [][2]string
	for c := range counts {
		counted = append(counted, c)
	}
	slices.SortFunc(counted, func(a, b [2]string) int { return cmp.Or(strings.Compare(a[0], b[0]), strings.Compare(b[1], a[1])) })
	w.object("Neighborhood", selections, func(f *ast.Field, below ast.SelectionSet) {
		switch f.Name {
		case "center":
			w.node(center, below)
		case "nodes":
			w.list(len(nodes), func(i int) { w.node(nodes[i], below) })
		case "edges":
			w.list(len(edges), func(i int) { w.edge(edges[i], below) })
		case "counts":
			w.list(len(counted), func(i int) {
				w.object("RelationCount", below, func(f *ast.Field, _ ast.SelectionSet) {
					switch f.Name {
					case "type":
						w.text(counted[i][0])
					case "direction":
						w.text(counted[i][1])
					case "count":
						w.out = strconv.AppendInt(w.out, int64(counts[counted[i]]), 10)
					}
				})
			})
		case "total":
			w.out = strconv.AppendInt(w.out, int64(len(all)), 10)
		case "truncated":
			w.out = strconv.AppendBool(w.out, len(nodes) < len(all))
		}
	})
}
