package neo4jtest

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Reset empties the default database at uri: constraints, indexes (except the token look-up ones that Neo4j itself
// makes), nodes and relationships. Beware that this is the database of NEO4J_URI where that is set.
func Reset(tb testing.TB, uri string) {
	tb.Helper()
	// Not tb.Context(), which is already cancelled when a Cleanup calls this.
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := reset(ctx, uri); err != nil {
		tb.Fatalf("empty %s: %v", uri, err)
	}
}

func reset(ctx context.Context, uri string) error {
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.NoAuth())
	if err != nil {
		return err
	}
	defer driver.Close(ctx)
	session := driver.NewSession(ctx, neo4j.SessionConfig{})
	defer session.Close(ctx)
	run := func(cypher string) ([]*neo4j.Record, error) {
		// An auto-commit transaction, as IN TRANSACTIONS needs.
		result, err := session.Run(ctx, cypher, nil)
		if err != nil {
			return nil, err
		}
		return result.Collect(ctx)
	}

	for _, kind := range []string{"CONSTRAINT", "INDEX"} { // a constraint takes its index with it
		rows, err := run("SHOW " + kind + " YIELD name, type WHERE type <> 'LOOKUP' RETURN name")
		if err != nil {
			return err
		}
		for _, row := range rows {
			name := strings.ReplaceAll(row.Values[0].(string), "`", "``")
			if _, err := run("DROP " + kind + " `" + name + "`"); err != nil {
				return err
			}
		}
	}
	_, err = run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
	return err
}
