package neo4j_test

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/parleygraph/parley/internal/neo4jtest"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/internal/store/neo4j"
	"github.com/parleygraph/parley/internal/store/storetest"
)

// slow are operators that no read may need: they look at every node, join everything with everything, or hold all rows back.
var slow = []string{"AllNodesScan", "CartesianProduct", "Eager"}

func TestSuite(t *testing.T) {
	uri := neo4jtest.URI(t)
	neo4jtest.Reset(t, uri)
	server, err := driver.NewDriverWithContext(uri, driver.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close(context.Background()) })
	run := func(tb testing.TB, text string) driver.ResultSummary {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute) // tb's own has ended where a Cleanup runs
		defer cancel()
		result, err := driver.ExecuteQuery(ctx, server, text, nil, driver.EagerResultTransformer)
		if err != nil {
			tb.Fatalf("%s: %v", text, err)
		}
		return result.Summary
	}
	explained := map[string]bool{}
	storetest.Suite(t, func(tb testing.TB, model *query.Model, trace func(text string)) store.Store {
		run(tb, "MATCH (n:Node) DETACH DELETE n") // what is no Node says that the database is one of Parley
		var mu sync.Mutex
		var texts []string
		s, err := neo4j.Open(tb.Context(), uri, model, neo4j.Options{Trace: func(text string) {
			trace(text)
			mu.Lock()
			defer mu.Unlock()
			if !slices.Contains(texts, text) {
				texts = append(texts, text)
			}
		}})
		if err != nil {
			tb.Fatal(err)
		}
		tb.Cleanup(func() {
			if err := s.Close(); err != nil {
				tb.Error(err)
			}
			for _, text := range texts {
				if explained[text] {
					continue
				}
				explained[text] = true
				if bad := slowIn(run(tb, "EXPLAIN "+text).Plan()); bad != nil {
					tb.Errorf("the plan has %s, of\n%s", strings.Join(bad, ", "), text)
				}
			}
		})
		return s
	}, "cypher")
}

// slowIn lists the slow operators of a plan. It looks into the driver's own tree, as Plan.Children of 5.28.4 returns the last child for each.
func slowIn(plan driver.Plan) []string {
	var found []string
	var walk func(reflect.Value)
	walk = func(plan reflect.Value) {
		if name, _, _ := strings.Cut(plan.FieldByName("Operator").String(), "@"); slices.Contains(slow, name) {
			found = append(found, name)
		}
		for children, i := plan.FieldByName("Children"), 0; i < children.Len(); i++ {
			walk(children.Index(i))
		}
	}
	walk(reflect.ValueOf(plan).Elem().FieldByName("plan").Elem())
	return found
}
