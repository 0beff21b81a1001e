package neo4j

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// Write implements store.Store. A batch is one transaction: every statement in it takes a list. When the connection is lost while it
// commits, it is not known whether it was written; writing it again is right in both cases.
func (s *Store) Write(ctx context.Context, b store.Batch) (store.Changes, error) {
	if err := b.Check(s.model); err != nil {
		return store.Changes{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, s.options.WriteTimeout)
	defer cancel()
	for {
		changes, err := transaction(ctx, s, driver.AccessModeWrite, s.options.WriteTimeout, func(ctx context.Context, tx driver.ManagedTransaction) (store.Changes, error) {
			w := &write{ctx: ctx, tx: tx}
			err := w.batch(b)
			return w.changes, err
		})
		if err == nil {
			return changes, nil
		}
		// The driver repeats what failed in passing, but it counts the time that the transaction waited for others as well.
		if ctx.Err() != nil || !passing(err) {
			return store.Changes{}, s.failure(err, "write")
		}
	}
}

// passing reports that the driver gave up repeating a transaction that the server rolled back for others, as for a deadlock.
func passing(err error) bool {
	limit, server := (*driver.TransactionExecutionLimit)(nil), (*driver.Neo4jError)(nil)
	return errors.As(err, &limit) && errors.As(last(err), &server) && server.IsRetriableTransient()
}

// The statements of a write. Each finds its nodes by id, and says so to the planner: right after a first load the server believes that the
// indexes are still empty, and then prefers to scan one whole for every row.
const (
	lockNodes   = "UNWIND $rows AS id MATCH (n:Node {id: id}) USING INDEX SEEK n:Node(id) SET n:Node RETURN n.id"
	removeEdges = "UNWIND $rows AS row MATCH (n:Node {id: row.id}) USING INDEX SEEK n:Node(id) WITH n, row " +
		"MATCH (n)-[e]->(m) WHERE NOT type(e) + ' ' + m.id IN row.keep DELETE e"
)

func writeNodes(noun *query.Noun) string {
	return fmt.Sprintf("UNWIND $rows AS row MERGE (n:Node {id: row.id}) SET n = row, n:%s", labels(noun))
}

// compareNodes answers those nodes that differ, with two more facts: are they of the noun, and do they have the same natural keys?
func compareNodes(noun *query.Noun) string {
	var theirs, ours []string
	for _, k := range keys(noun) {
		theirs = append(theirs, fmt.Sprintf("coalesce(n.`%s`, '')", k))
		ours = append(ours, fmt.Sprintf("coalesce(row.`%s`, '')", k))
	}
	return fmt.Sprintf("UNWIND $rows AS row MATCH (n:Node {id: row.id}) USING INDEX SEEK n:Node(id) "+
		"WITH row.id AS id, n:`%s` AS same, properties(n) = row AS equal, [%s] = [%s] AS keyed WHERE NOT (same AND equal) RETURN id, same, keyed",
		noun.Name, strings.Join(theirs, ", "), strings.Join(ours, ", "))
}

func removeKeys(noun *query.Noun) string {
	var all []string
	for _, k := range keys(noun) {
		all = append(all, fmt.Sprintf("n.`%s`", k))
	}
	return "UNWIND $rows AS id MATCH (n:Node {id: id}) USING INDEX SEEK n:Node(id) REMOVE " + strings.Join(all, ", ")
}

func writeEdges(typ string) string {
	return fmt.Sprintf("UNWIND $rows AS row MATCH (a:Node {id: row.from}) USING INDEX SEEK a:Node(id) "+
		"MATCH (b:Node {id: row.to}) USING INDEX SEEK b:Node(id) MERGE (a)-[:`%s`]->(b)", typ)
}

// labels prints a noun's labels.
func labels(noun *query.Noun) string {
	names := []string{"`" + noun.Name + "`", "Node"}
	for _, i := range noun.Interfaces {
		if i.Name != "Node" {
			names = append(names, "`"+i.Name+"`")
		}
	}
	return strings.Join(names, ":")
}

// keys are the columns of a noun's natural keys.
func keys(noun *query.Noun) []string {
	var all []string
	for _, p := range noun.Properties {
		if p.Unique && p.Name != query.ID.Name {
			all = append(all, p.Columns()[0].Name)
		}
	}
	return all
}

// write is a batch being written.
type write struct {
	ctx     context.Context
	tx      driver.ManagedTransaction
	exists  map[string]bool // the nodes that were there before, by id: of the batch, and at the ends of its edges
	changes store.Changes
}

func (w *write) run(text string, rows any) ([]*driver.Record, driver.Counters, error) {
	result, err := w.tx.Run(w.ctx, text, map[string]any{"rows": rows})
	if err != nil {
		return nil, nil, err
	}
	records, err := result.Collect(w.ctx)
	if err != nil {
		return nil, nil, err
	}
	summary, err := result.Consume(w.ctx)
	if err != nil {
		return nil, nil, err
	}
	return records, summary.Counters(), nil
}

func (w *write) batch(b store.Batch) error {
	if err := w.lock(b); err != nil {
		return err
	}
	if err := w.checkEnds(b); err != nil {
		return err
	}
	sorted := store.Batch{Nodes: slices.Clone(b.Nodes), Edges: slices.Clone(b.Edges), Whole: b.Whole}
	sorted.Sort()
	if err := w.nodes(sorted.Nodes); err != nil {
		return err
	}
	if b.Whole {
		if err := w.removeOther(sorted); err != nil {
			return err
		}
	}
	return w.edges(sorted.Edges)
}

// lock locks all nodes that the batch touches before anything else, in one order for all writers: they wait for each other instead of
// deadlocking, and what a batch then finds stays so until it has ended. Setting a label that is there locks a node and changes nothing; an
// id that is not there is locked in the index, so that of two writers one creates the node and the other finds it.
func (w *write) lock(b store.Batch) error {
	var ids []string
	for _, n := range b.Nodes {
		ids = append(ids, n.ID)
	}
	for _, e := range b.Edges {
		ids = append(ids, e.From, e.To)
	}
	slices.Sort(ids)
	found, _, err := w.run(lockNodes, slices.Compact(ids))
	if err != nil {
		return err
	}
	w.exists = make(map[string]bool, len(found))
	for _, r := range found {
		w.exists[r.Values[0].(string)] = true
	}
	return nil
}

func (w *write) checkEnds(b store.Batch) error {
	coming := map[string]bool{}
	for _, n := range b.Nodes {
		coming[n.ID] = true
	}
	for _, e := range b.Edges {
		for _, id := range []string{e.From, e.To} {
			if !w.exists[id] && !coming[id] {
				return diplomacy.Errorf(diplomacy.Conflict, "%s leads to or from the node %s, which does not exist", e.Type, id)
			}
		}
	}
	return nil
}

// nodes writes nodes, sorted by id, noun by noun.
func (w *write) nodes(sorted []store.Node) error {
	rows := map[*query.Noun][]map[string]any{}
	var nouns []*query.Noun
	for i, n := range sorted {
		// Of a node that is there twice, the second counts, as if written after the first.
		if i+1 < len(sorted) && sorted[i+1].ID == n.ID && sorted[i+1].Noun == n.Noun {
			if reflect.DeepEqual(sorted[i+1].Columns, n.Columns) {
				w.changes.NodesUnchanged++
			} else {
				w.changes.NodesUpdated++
			}
			continue
		}
		if rows[n.Noun] == nil {
			nouns = append(nouns, n.Noun)
		}
		rows[n.Noun] = append(rows[n.Noun], properties(n))
	}
	slices.SortFunc(nouns, func(a, b *query.Noun) int { return strings.Compare(a.Name, b.Name) })
	for _, noun := range nouns {
		if err := w.noun(noun, rows[noun]); err != nil {
			return err
		}
	}
	return nil
}

// properties are a node's, as they are kept, with what is derived of them. What is missing is left out: null beside typed values would make a plan of
// its own.
func properties(n store.Node) map[string]any {
	row := document(n)
	row[query.ID.Name] = n.ID
	for name, v := range n.Columns {
		row[name] = v
	}
	return row
}

// noun writes nodes of one noun: the new ones, and those that differ from what is there.
func (w *write) noun(noun *query.Noun, rows []map[string]any) error {
	var write, old []map[string]any
	for _, row := range rows {
		if w.exists[row[query.ID.Name].(string)] {
			old = append(old, row)
		} else {
			write = append(write, row)
		}
	}
	if len(old) > 0 {
		differ, err := w.differing(noun, old)
		if err != nil {
			return err
		}
		write = append(write, differ...)
		w.changes.NodesUnchanged += len(old) - len(differ)
		w.changes.NodesUpdated += len(differ)
	}
	if len(write) == 0 {
		return nil
	}
	_, counters, err := w.run(writeNodes(noun), write)
	if err != nil {
		return err
	}
	w.changes.NodesCreated += counters.NodesCreated()
	return nil
}

// differing returns those rows whose nodes differ from them.
func (w *write) differing(noun *query.Noun, rows []map[string]any) ([]map[string]any, error) {
	found, _, err := w.run(compareNodes(noun), rows)
	if err != nil {
		return nil, err
	}
	differ := map[string]bool{}
	var rekeyed []string
	for _, r := range found {
		id := r.Values[0].(string)
		if r.Values[1] != true {
			return nil, diplomacy.Errorf(diplomacy.Conflict, "the node %s is there already, and it is no %s", id, noun.Name)
		}
		if r.Values[2] != true {
			rekeyed = append(rekeyed, id)
		}
		differ[id] = true
	}
	// A key that moves from one node to another within the batch is given up first: the server checks each node as it is set.
	if len(rekeyed) > 0 {
		if _, _, err := w.run(removeKeys(noun), rekeyed); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(rows, func(row map[string]any) bool { return !differ[row[query.ID.Name].(string)] }), nil
}

// removeOther removes the edges out of the batch's nodes that the batch does not have. New nodes have none.
func (w *write) removeOther(b store.Batch) error {
	keep := map[string][]string{}
	for _, e := range b.Edges {
		keep[e.From] = append(keep[e.From], e.Type+" "+e.To)
	}
	var rows []map[string]any
	for _, n := range b.Nodes {
		if w.exists[n.ID] {
			rows = append(rows, map[string]any{"id": n.ID, "keep": append([]string{}, keep[n.ID]...)})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	_, counters, err := w.run(removeEdges, rows)
	if err != nil {
		return err
	}
	w.changes.EdgesRemoved += counters.RelationshipsDeleted()
	return nil
}

// edges writes edges, sorted by type, type by type.
func (w *write) edges(sorted []store.Edge) error {
	for len(sorted) > 0 {
		typ := sorted[0].Type
		var rows []map[string]any
		for len(sorted) > 0 && sorted[0].Type == typ {
			rows = append(rows, map[string]any{"from": sorted[0].From, "to": sorted[0].To})
			sorted = sorted[1:]
		}
		_, counters, err := w.run(writeEdges(typ), rows)
		if err != nil {
			return err
		}
		created := counters.RelationshipsCreated()
		w.changes.EdgesCreated += created
		w.changes.EdgesUnchanged += len(rows) - created
	}
	return nil
}
