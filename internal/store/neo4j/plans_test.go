package neo4j

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/parleygraph/parley/internal/cypher"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// The server plans the forms that package cypher prints without reading all nodes, multiplying rows or gathering them all in between.
func TestPlans(t *testing.T) {
	s := open(t, Options{})
	var b store.Batch
	for i := range 50 {
		b.Nodes = append(b.Nodes, s.state(fmt.Sprint(i), map[string]any{"iso3": fmt.Sprint(i)}))
	}
	for i := range 1000 {
		n := s.statement(fmt.Sprint(i), "Text")
		b.Nodes = append(b.Nodes, n)
		b.Edges = append(b.Edges, store.Edge{From: n.ID, Type: "MADE_BY", To: b.Nodes[i%50].ID})
	}
	mustWrite(t, s, b)

	state, statement := s.model.Noun("State"), s.model.Noun("Statement")
	iso3, act, from := query.Column{Name: "iso3"}, query.Column{Name: "act"}, query.Column{Name: "spokenAt_from"}
	byKey := []query.Order{{Column: query.Key}, {Column: query.ID}}
	byDate := []query.Order{{Column: from, Descending: true, Nullable: true}, {Column: query.ID}}
	some := func(q query.Quantifier) query.Filter {
		return query.Related{Relation: state.Relation("statements"), Quantifier: q, Filter: query.Compare{Column: act, Op: query.Eq, Value: "DENY"}}
	}
	page := func(noun string, order []query.Order, f query.Filter, columns ...query.Selected) *query.Set {
		return &query.Set{Noun: s.model.Noun(noun), Rows: true, Limit: 26, Order: order, Filter: f, Columns: append(columns, query.Selected{Column: query.ID})}
	}
	related := page("Statement", byKey, nil)
	related.Relation, related.Count = state.Relation("statements"), true
	next := page("Statement", byKey, nil)
	next.Seek = []any{"500", "0"}
	for name, c := range map[string]struct {
		set  *query.Set
		with string // an operator of the plan
	}{
		"root page":      {page("State", byKey, nil), ""},
		"interface page": {page("Actor", byKey, nil, query.NounName), ""},
		"next page":      {next, ""},
		"nested":         {page("State", byKey, nil, query.Selected{Set: related}), "Expand(All)"},
		"some":           {page("State", byKey, some(query.Some)), "SemiApply"},
		"none":           {page("State", byKey, some(query.None)), "AntiSemiApply"},
		"all":            {page("State", byKey, some(query.All)), "AntiSemiApply"},
		"single":         {page("State", byKey, some(query.Single)), ""},
		"by key":         {page("State", []query.Order{{Column: query.ID}}, query.Compare{Column: iso3, Op: query.Eq, Value: "7"}), "NodeUniqueIndexSeek"},
		"by ids":         {page("Node", []query.Order{{Column: query.ID}}, query.Compare{Column: query.ID, Op: query.In, Value: []any{"a", "b"}}, query.NounName), "NodeUniqueIndexSeek"},
		"by date":        {page("Statement", byDate, query.Compare{Column: from, Op: query.Gte, Value: "2026-01-01T00:00:00Z"}), "NodeIndexSeek"},
		"count":          {&query.Set{Noun: statement, Count: true}, "NodeCountFromCountStore"},
	} {
		statement := cypher.Print(&query.Read{Set: c.set})
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		session := s.driver.NewSession(ctx, s.session(driver.AccessModeRead))
		result, err := session.Run(ctx, "EXPLAIN "+statement.Text, statement.Params)
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, statement.Text)
		}
		summary, err := result.Consume(ctx)
		if err != nil {
			t.Fatal(err)
		}
		plan := operators(summary.Plan())
		for _, bad := range []string{"AllNodesScan", "CartesianProduct", "Eager@"} {
			if strings.Contains(plan, bad) {
				t.Errorf("%s: %s in\n%s\nof\n%s", name, bad, plan, statement.Text)
			}
		}
		if !strings.Contains(plan, c.with) {
			t.Errorf("%s: no %s in\n%s\nof\n%s", name, c.with, plan, statement.Text)
		}
		end(ctx, session)
		cancel()
	}
}

func operators(p driver.Plan) string {
	all := fmt.Sprintln(p.Operator(), p.Arguments()["Details"])
	for _, child := range p.Children() {
		all += operators(child)
	}
	return all
}
