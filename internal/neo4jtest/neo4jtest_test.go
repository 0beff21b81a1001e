package neo4jtest

import (
	"context"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestServer(t *testing.T) {
	began := time.Now()
	uri := URI(t)
	t.Logf("%s after %s", uri, time.Since(began).Round(time.Millisecond))
	if again := URI(t); again != uri {
		t.Fatalf("second call: %s, first: %s", again, uri)
	}

	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(ctx)
	run := func(cypher string) *neo4j.EagerResult {
		t.Helper()
		result, err := neo4j.ExecuteQuery(ctx, driver, cypher, nil, neo4j.EagerResultTransformer)
		if err != nil {
			t.Fatalf("%s: %v", cypher, err)
		}
		return result
	}

	Reset(t, uri)
	run("CREATE CONSTRAINT `odd ``name` FOR (p:Person) REQUIRE p.name IS UNIQUE")
	run("CREATE FULLTEXT INDEX FOR (p:Person) ON EACH [p.name]")
	run("CREATE (:Person {name: 'Ann'})-[:KNOWS]->(:Person {name: 'Bob'})")

	// What Parley's generated Cypher is built from.
	for cypher, want := range map[string]any{
		"MATCH (p:Person {name: 'Ann'})-[:KNOWS]->(q) RETURN q.name":                                 "Bob",
		"MATCH (p:Person {name: 'Ann'}) CALL (p) { MATCH (p)-[:KNOWS]->(q) RETURN q } RETURN q.name": "Bob",
		"MATCH (p:Person {name: 'Ann'}) RETURN COUNT { (p)-[:KNOWS]->() }":                           int64(1),
		"MATCH (p:Person {name: 'Ann'}) RETURN EXISTS { (p)<-[:KNOWS]-() }":                          false,
		"MATCH (p:Person {name: 'Ann'}) RETURN COLLECT { MATCH (p)-[:KNOWS]->(q) RETURN q.name }[0]": "Bob",
	} {
		if rows := run(cypher).Records; len(rows) != 1 || rows[0].Values[0] != want {
			t.Errorf("%s: %v, want %v", cypher, rows, want)
		}
	}
	if plan := run("EXPLAIN MATCH (p:Person) RETURN p").Summary.Plan(); plan == nil {
		t.Error("EXPLAIN gave no plan")
	}

	Reset(t, uri)
	for cypher, want := range map[string]int{"MATCH (n) RETURN n": 0, "SHOW CONSTRAINTS": 0, "SHOW INDEXES": 2} {
		if rows := run(cypher).Records; len(rows) != want {
			t.Errorf("after Reset: %s: %v, want %d", cypher, rows, want)
		}
	}
}
