package graph_test

import (
	"testing"

	"github.com/99designs/gqlgen/graphql/introspection"

	"github.com/parleygraph/parley/graph"
)

// What tools ask about the schema passes by default, and will when the schema has half as many types again.
func TestIntrospectionPasses(t *testing.T) {
	limits := graph.DefaultLimits()
	result := engine(t, limits, nil).Execute(t.Context(), graph.Request{Query: introspection.Query})
	if result.Code != "" || result.Cost == nil {
		t.Fatalf("%s %.500s", result.Code, result.Body)
	}
	if most := limits.Cost * 2 / 3; result.Cost.Estimated > most {
		t.Errorf("it is estimated at %d of %d; the schema has grown, so see introspectionPrice", result.Cost.Estimated, limits.Cost)
	}
}
