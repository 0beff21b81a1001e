package graph_test

import (
	"context"
	"strings"
	"testing"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/diplomacy"
)

// How far a search goes, over what, and how much of it is answered, changes parameters only; and what was read is counted.
func TestPathsAreOneText(t *testing.T) {
	var texts []string
	e := engine(t, graph.DefaultLimits(), func(text string) {
		if !strings.HasPrefix(text, "PRAGMA") {
			texts = append(texts, text)
		}
	})
	pakistan, russia := diplomacy.ID("State", "PAK"), diplomacy.ID("State", "RUS")
	for document, values := range map[string][]map[string]any{
		`query ($from: ID!, $to: ID!, $via: [RelationType!], $length: Int, $first: Int) {
			path(from: $from, to: $to, via: $via, maxLength: $length, first: $first) { length truncated paths { nodes { key } relations { type } } } }`: {
			{"from": pakistan, "to": russia},
			{"from": pakistan, "to": pakistan, "via": []any{}, "length": 0, "first": 0},
			{"from": "`}) DETACH DELETE n //", "to": "'; DROP TABLE node; --", "via": []any{"MADE_BY", "ABOUT"}, "length": 10, "first": 100},
		},
		`query ($from: ID!, $to: ID!, $asOf: DateTime!, $length: Int) { path(from: $from, to: $to, asOf: $asOf, maxLength: $length) { length paths { nodes { key } } } }`: {
			{"from": pakistan, "to": russia, "asOf": "9999"},
			{"from": pakistan, "to": pakistan, "asOf": "1999", "length": 0},
			{"from": pakistan, "to": russia, "asOf": "1999-12-31T23:59Z", "length": 1},
		},
		`query ($of: ID!, $via: [RelationType!], $depth: Int, $limit: Int) {
			neighborhood(of: $of, via: $via, depth: $depth, limit: $limit) { center { key } nodes { key } edges { type } counts { count } total truncated } }`: {
			{"of": russia},
			{"of": pakistan, "via": []any{}, "depth": 1, "limit": 0},
			{"of": "`", "via": []any{"PARTY"}, "depth": 3, "limit": 1000},
		},
	} {
		texts = nil
		for i, variables := range values {
			r := e.Execute(context.Background(), graph.Request{Query: document, Variables: variables})
			if r.Code != "" {
				t.Fatalf("%s", r.Body)
			}
			if r.Work.Statements != 1 || (r.Work.Rows > 0) != (i < 2 && variables["first"] != 0) {
				t.Errorf("%d statements with %d rows answered %s", r.Work.Statements, r.Work.Rows, r.Body)
			}
		}
		if len(texts) != len(values) {
			t.Errorf("%d statements for %d questions", len(texts), len(values))
		}
		for _, text := range texts {
			if text != texts[0] {
				t.Errorf("two texts of one document:\n%s\n%s", texts[0], text)
			}
		}
	}
}
