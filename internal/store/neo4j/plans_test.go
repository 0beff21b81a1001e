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
	"github.com/parleygraph/parley/schema"
)

// The server plans the forms that package cypher prints without reading all nodes, multiplying rows or gathering them all in between.
func TestPlans(t *testing.T) {
	s := open(t, Options{})
	var b store.Batch
	for i := range 50 {
		b.Nodes = append(b.Nodes, s.state(fmt.Sprint(i), map[string]any{"iso3": fmt.Sprint(i)}))
	}
	for i := range 300 {
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
	bySpeaker := func(keys ...query.GroupKey) *query.Set {
		byCount := []query.GroupOrder{{Aggregate: query.Aggregate{Function: query.CountNodes}, Descending: true}}
		return &query.Set{Noun: statement, Groupings: []*query.Grouping{{Keys: keys, Order: byCount, Limit: 26, Aggregates: []query.Aggregate{{Function: query.CountNodes}}}}}
	}
	speakers := []query.Step{{Relation: statement.Relation("speakers")}}
	speaker := query.GroupKey{Path: speakers, Node: page("Actor", byKey, nil, query.NounName)}
	month := query.GroupKey{Property: statement.Property("spokenAt"), Unit: query.Month}
	found := page("Node", append([]query.Order{{Column: query.Score, Descending: true}}, byKey...), query.IsAny{Nouns: []*query.Noun{statement}}, query.NounName, query.Selected{Column: query.Score})
	found.Search, found.Seek, found.Count, found.Behind = &query.Search{Terms: []query.Term{{Words: []string{"text"}}}}, []any{int64(1), "0", "0"}, true, true
	next := page("Statement", byKey, nil)
	next.Seek = []any{"200", "0"}
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
		"by report":      {page("Statement", byDate, query.Compare{Column: query.Column{Name: "reportedAt_to"}, Op: query.Lte, Value: "2026-01-01T00:00:00Z"}), "NodeIndexSeek"},
		"aggregate":      {&query.Set{Noun: statement, Aggregates: []query.Aggregate{{Function: query.CountNodes}, {Function: query.Max, Property: statement.Property("spokenAt")}}}, "EagerAggregation"},
		"groups":         {bySpeaker(month), "Top"},
		"groups of each": {bySpeaker(speaker, month), "OptionalExpand(All)"},
		"count":          {&query.Set{Noun: statement, Count: true}, "NodeCountFromCountStore"},
		"search":         {found, "db.index.fulltext.queryNodes"},
	} {
		statement := cypher.Print(&query.Read{Set: c.set})
		plan := s.plan(t, statement.Text, statement.Params)
		for _, bad := range []string{"AllNodesScan", "CartesianProduct", "Eager@"} {
			if strings.Contains(plan, bad) {
				t.Errorf("%s: %s in\n%s\nof\n%s", name, bad, plan, statement.Text)
			}
		}
		if !strings.Contains(plan, c.with) {
			t.Errorf("%s: no %s in\n%s\nof\n%s", name, c.with, plan, statement.Text)
		}
	}
}

// Writes find their nodes by id even while the server takes its indexes for empty.
func TestPlansOfWrites(t *testing.T) {
	uri := empty(t)
	_, model, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := opened(t, uri, model)
	b := store.Batch{Whole: true}
	for i := range 300 {
		b.Nodes = append(b.Nodes, s.statement(fmt.Sprint(i), "Text"))
		b.Edges = append(b.Edges, store.Edge{From: b.Nodes[i].ID, Type: "RESPONDS_TO", To: b.Nodes[i/2].ID})
	}
	mustWrite(t, s, b)
	noun := model.Noun("Statement")
	ids := []any{b.Nodes[0].ID}
	for _, c := range []struct {
		text string
		rows []any
	}{
		{lockNodes, ids},
		{removeKeys(noun), ids},
		{removeEdges, []any{map[string]any{"id": "", "keep": []any{""}}}},
		{writeNodes(noun), []any{properties(b.Nodes[0])}},
		{compareNodes(noun), []any{properties(b.Nodes[0])}},
		{readNodes, ids},
		{writeDocuments, []any{map[string]any{"id": ""}}},
		{writeEdges("RESPONDS_TO"), []any{map[string]any{"from": "", "to": ""}}},
	} {
		plan := s.plan(t, c.text, map[string]any{"rows": c.rows})
		if !strings.Contains(plan, "NodeUniqueIndexSeek") || strings.Contains(plan, "Scan@") {
			t.Errorf("%s\nis planned as\n%s", c.text, plan)
		}
	}
}

// plan returns the operators of a statement's plan, a line each. It runs the statement and rolls it back: of a plan that is only explained,
// this version of the driver loses all children of an operator but the last.
func (s *Store) plan(t *testing.T, text string, params map[string]any) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	session := s.driver.NewSession(ctx, s.session(driver.AccessModeWrite))
	defer end(ctx, session)
	tx, err := session.BeginTransaction(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback(ctx) }()
	result, err := tx.Run(ctx, "PROFILE "+text, params)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var operators func(driver.ProfiledPlan) string
	operators = func(p driver.ProfiledPlan) string {
		all := fmt.Sprintln(p.Operator(), p.Arguments()["Details"])
		for _, child := range p.Children() {
			all += operators(child)
		}
		return all
	}
	return operators(summary.Profile())
}
