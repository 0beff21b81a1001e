// Package store is the contract between Parley and its databases. store/sqlite and store/neo4j implement it, store/storetest holds both
// to it. It imports diplomacy and query. Start with Store.
package store

import (
	"cmp"
	"context"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
)

// Version is the version of what a store keeps, and how. A store written by a newer Parley is refused; an older one is migrated when it is
// opened. It grows with every change that an older Parley must not touch; new nouns and properties alone are no such change.
const Version = 2

// Store keeps one graph. Its methods may be called at the same time. Every error is or wraps a *diplomacy.Error: Unavailable when
// the database does not answer within the context's deadline or not at all, Internal where nothing else is said.
type Store interface {
	// Read answers a read with one statement. The answer has the form that query.Set describes, and is the same whatever the store.
	Read(ctx context.Context, r *query.Read) (query.Value, error)

	// Write writes a batch whole or not at all, and may be repeated: writing the same batch again changes nothing. What was written is
	// seen by every Read that begins after Write has returned. Conflict: a natural key belongs to another node, or an edge's end does
	// not exist.
	Write(ctx context.Context, b Batch) (Changes, error)

	// Nodes calls yield with every node in the order of id, and Edges with every edge in the order of from, type and to, until yield fails.
	Nodes(ctx context.Context, yield func(Node) error) error
	Edges(ctx context.Context, yield func(Edge) error) error

	// Ready reports whether the store can be reached and has this Parley's Version.
	Ready(ctx context.Context) error

	// Close ends what runs and releases everything.
	Close() error
}

// Batch is what is written together.
type Batch struct {
	Nodes []Node
	Edges []Edge
	// Whole: the edges that go out of Nodes become exactly Edges; what went out of them otherwise is removed.
	Whole bool
}

// Node is a node as it is kept. It is written whole: a column that is not in Columns becomes missing.
type Node struct {
	Noun    *query.Noun
	ID      string
	Columns map[string]any // by name: string, int64, float64, bool, []string; never nil, never empty lists
}

// Edge is a relationship from one node to another. There is at most one of a type between two nodes in one direction.
type Edge struct {
	From, Type, To string // ids of nodes, and the relationship's type
}

// Changes counts what a write did.
type Changes struct {
	NodesCreated   int `json:"nodesCreated"`
	NodesUpdated   int `json:"nodesUpdated"`
	NodesUnchanged int `json:"nodesUnchanged"`
	EdgesCreated   int `json:"edgesCreated"`
	EdgesRemoved   int `json:"edgesRemoved"`
	EdgesUnchanged int `json:"edgesUnchanged"`
}

// Add adds up.
func (c *Changes) Add(other Changes) {
	c.NodesCreated += other.NodesCreated
	c.NodesUpdated += other.NodesUpdated
	c.NodesUnchanged += other.NodesUnchanged
	c.EdgesCreated += other.EdgesCreated
	c.EdgesRemoved += other.EdgesRemoved
	c.EdgesUnchanged += other.EdgesUnchanged
}

// None reports whether nothing was changed.
func (c Changes) None() bool {
	return c.NodesCreated+c.NodesUpdated+c.EdgesCreated+c.EdgesRemoved == 0
}

// Check reports the first thing in a batch that the model does not know: names in statements come from the model only.
func (b Batch) Check(m *query.Model) error {
	edges := map[string]bool{}
	for _, e := range m.Edges() {
		edges[e] = true
	}
	for _, n := range b.Nodes {
		if n.Noun == nil || n.Noun.Interface || m.Noun(n.Noun.Name) != n.Noun {
			return diplomacy.Errorf(diplomacy.Internal, "node %s is of no noun of the model", n.ID)
		}
		known := map[string]bool{}
		for _, p := range n.Noun.Properties {
			for _, c := range p.Columns() {
				known[c.Name] = true
			}
		}
		for name := range n.Columns {
			if !known[name] || name == query.ID.Name {
				return diplomacy.Errorf(diplomacy.Internal, "%s has no column %q", n.Noun.Name, name)
			}
		}
	}
	for _, e := range b.Edges {
		if !edges[e.Type] {
			return diplomacy.Errorf(diplomacy.Internal, "no relation is of the type %q", e.Type)
		}
	}
	return nil
}

// Dump writes every node and then every edge, a line of JSON each: a logical backup, the same bytes whatever the store. It calls tick
// after every line.
//
//	{"noun":"State","id":"...","properties":{"iso3":"PAK","key":"PAK","name":"Pakistan"}}
//	{"edge":"CAPITAL","from":"...","to":"..."}
func Dump(ctx context.Context, s Store, w io.Writer, tick func()) error {
	line := func(v any) error {
		b, err := json.Marshal(v)
		if err != nil {
			return diplomacy.Wrap(diplomacy.Internal, err, "a record cannot be written as JSON")
		}
		if _, err := w.Write(append(b, '\n')); err != nil {
			return err
		}
		tick()
		return nil
	}
	if err := s.Nodes(ctx, func(n Node) error { return line(record(n)) }); err != nil {
		return err
	}
	return s.Edges(ctx, func(e Edge) error { return line(EdgeRecord{Type: e.Type, From: e.From, To: e.To}) })
}

// NodeRecord is a line of a dump that holds a node. Intervals of dates are left out: they follow from the dates.
type NodeRecord struct {
	Noun       string         `json:"noun"`
	ID         string         `json:"id"`
	Properties map[string]any `json:"properties"`
}

// EdgeRecord is a line of a dump that holds an edge.
type EdgeRecord struct {
	Type string `json:"edge"`
	From string `json:"from"`
	To   string `json:"to"`
}

func record(n Node) NodeRecord {
	r := NodeRecord{Noun: n.Noun.Name, ID: n.ID, Properties: map[string]any{}}
	for _, p := range n.Noun.Properties {
		v, ok := n.Columns[p.Name]
		if !ok {
			continue
		}
		if f, ok := v.(float64); ok {
			v = json.RawMessage(query.AppendReal(nil, f))
		}
		r.Properties[p.Name] = v
	}
	return r
}

// Sort brings a batch into the order in which stores lock: concurrent writers then wait for each other instead of deadlocking.
func (b Batch) Sort() {
	slices.SortStableFunc(b.Nodes, func(x, y Node) int { return strings.Compare(x.ID, y.ID) })
	slices.SortStableFunc(b.Edges, func(x, y Edge) int {
		return cmp.Or(strings.Compare(x.Type, y.Type), strings.Compare(x.To, y.To), strings.Compare(x.From, y.From))
	})
}
