package query

import "testing"

// A row counts at every depth, a ranking's too; the one that tells of a next page costs nothing; and no answer costs more than was foreseen.
func TestSpent(t *testing.T) {
	list := func(v ...Value) Value { return ListOf(v) }
	text := TextOf("abcd")
	within := &Set{Noun: &Noun{}, Rows: true, Limit: 3, Ahead: true, Columns: []Selected{{Column: Key}}}
	node := &Set{Noun: &Noun{}, Rows: true, Limit: 3, Ahead: true, Columns: []Selected{{Column: Key}, {Set: within}}}
	full := list(list(list(text), list(text), list(text))) // the answer of within: a page and the row behind it
	none := list(list())
	for name, c := range map[string]struct {
		read       *Read
		answer     Value
		rows, cost int
		texts      int
	}{
		"a page":       {&Read{Set: node}, list(list(list(text, full), list(text, none))), 5, 4, 5},
		"a next page":  {&Read{Set: node}, list(list(list(text, full), list(text, full), list(text, full))), 12, 6, 12},
		"nothing":      {&Read{Set: node}, none, 0, 0, 0},
		"a ranking":    {&Read{Ranking: &Ranking{Limit: 1, Node: node}}, list(list(list(text, full), list(text, full), text, text)), 7, RankingPrice + 5, 10},
		"around":       {&Read{Around: &Around{Center: node, Listed: true, Nodes: within}}, list(text, list(list(list(text, full))), list(text), full), 7, WalkPrice + 5, 9},
		"no such node": {&Read{Around: &Around{Center: node}}, list(), 0, WalkPrice, 0},
		"between":      {&Read{Between: &Between{Trails: true, Nodes: within}}, list(text, list(text), full), 3, WalkPrice + 2, 5},
	} {
		got := c.read.Spent(c.answer)
		if got.Rows != c.rows || got.Cost != c.cost {
			t.Errorf("%s: %+v; wanted %d rows and a cost of %d", name, got, c.rows, c.cost)
		}
		if most := c.read.Cost(100); got.Cost > most {
			t.Errorf("%s cost %d, and was foreseen to cost %d", name, got.Cost, most)
		}
		if least := 2 * len(text.Text) * c.texts; got.Size < least {
			t.Errorf("%s is %d bytes, not %d", name, got.Size, least)
		}
	}
}
