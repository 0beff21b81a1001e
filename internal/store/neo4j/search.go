package neo4j

import (
	"context"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/parleygraph/parley/internal/cypher"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/search"
	"github.com/parleygraph/parley/internal/store"
)

// derived says which properties of a node follow from the others.
func derived(name string) bool {
	switch name {
	case cypher.SearchNames, cypher.SearchText, cypher.SearchNamesWords, cypher.SearchTextWords:
		return true
	}
	return false
}

// document is what can be found of a node, as properties: none of one that has no words.
func document(n store.Node) map[string]any {
	d, ok := search.Of(n.Noun, n.Columns)
	if !ok {
		return map[string]any{}
	}
	return map[string]any{
		cypher.SearchNames: d.Names, cypher.SearchNamesWords: d.NamesWords,
		cypher.SearchText: d.Text, cypher.SearchTextWords: d.TextWords,
	}
}

// The statements that make documents anew: which nodes come next, what they are, and what is to be found of them. The nodes are locked before
// they are read, so that no text changes before its document is written.
const (
	nextNodes = "MATCH (n:Node) WHERE n.id > $after WITH n ORDER BY n.id LIMIT 2000 SET n:Node RETURN n.id"
	readNodes = "UNWIND $rows AS id MATCH (n:Node {id: id}) USING INDEX SEEK n:Node(id) RETURN n.id, labels(n), properties(n)"
	// A map sets a property that it has as null to nothing.
	writeDocuments = "UNWIND $rows AS row MATCH (n:Node {id: row.id}) USING INDEX SEEK n:Node(id) SET n += row"
)

// documents makes the documents of all nodes anew, unless they were made as this Parley makes them: those of an older database, and of one whose
// Parley searched other properties. It begins again when it was interrupted.
func (s *Store) documents(ctx context.Context, made string) error {
	now := search.Made(s.model)
	if made == now {
		return nil
	}
	columns := map[string]query.Column{}
	for _, c := range s.model.Columns() {
		columns[c.Name] = c
	}
	for after := ""; ; {
		next, err := transaction(ctx, s, driver.AccessModeWrite, migrateTimeout, func(ctx context.Context, tx driver.ManagedTransaction) (string, error) {
			return s.makeDocuments(ctx, tx, columns, after)
		})
		if err != nil {
			return err
		}
		if next == "" {
			break
		}
		after = next
	}
	_, err := transaction(ctx, s, driver.AccessModeWrite, migrateTimeout, func(ctx context.Context, tx driver.ManagedTransaction) (any, error) {
		return list(ctx, tx, "MATCH (v:ParleyVersion {name: 'Parley'}) SET v.search = $made", map[string]any{"made": now})
	})
	return err
}

// makeDocuments makes the documents of some nodes, and returns the id of the last, or "" when there were no more.
func (s *Store) makeDocuments(ctx context.Context, tx driver.ManagedTransaction, columns map[string]query.Column, after string) (string, error) {
	locked, err := list(ctx, tx, nextNodes, map[string]any{"after": after})
	if err != nil || len(locked) == 0 {
		return "", err
	}
	ids := make([]any, len(locked))
	for i, r := range locked {
		ids[i] = r.Values[0]
	}
	found, err := list(ctx, tx, readNodes, map[string]any{"rows": ids})
	if err != nil {
		return "", err
	}
	rows := make([]any, len(found))
	for i, r := range found {
		n, err := s.node(columns, r.Values[0], r.Values[1], r.Values[2])
		if err != nil {
			return "", err
		}
		row := map[string]any{query.ID.Name: n.ID, cypher.SearchNames: nil, cypher.SearchText: nil, cypher.SearchNamesWords: nil, cypher.SearchTextWords: nil}
		for name, v := range document(n) {
			row[name] = v
		}
		rows[i] = row
	}
	if _, err := list(ctx, tx, writeDocuments, map[string]any{"rows": rows}); err != nil {
		return "", err
	}
	return ids[len(ids)-1].(string), nil
}
