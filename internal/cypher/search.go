package cypher

import (
	"fmt"
	"strings"

	"github.com/parleygraph/parley/internal/query"
)

// The index of a search, and the properties that keep the documents of package search. No property of the SDL can have such a name.
const (
	SearchIndex      = "Node_search"
	SearchNames      = "search.names"
	SearchText       = "search.text"
	SearchNamesWords = "search.namesWords"
	SearchTextWords  = "search.textWords"
)

// CreateSearchIndex makes the index. The analyzer takes texts apart at blanks and leaves their words as they are.
const CreateSearchIndex = "CREATE FULLTEXT INDEX `" + SearchIndex + "` IF NOT EXISTS FOR (n:Node) ON EACH [n.`" + SearchNames + "`, n.`" + SearchText + "`] " +
	"OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"

// search prints where the nodes come from that a search finds.
func (p *printer) search(s *query.Search, n string) {
	p.line("CALL db.index.fulltext.queryNodes('%s', %s) YIELD node AS %s", SearchIndex, p.param(match(s)), n)
}

// match makes what Lucene is asked. Words stand in quotation marks, and have neither those nor a backslash in them, so that none is an operator;
// the beginning of a word, which cannot, is small letters and digits.
func match(s *query.Search) string {
	terms := make([]string, len(s.Terms))
	for i, t := range s.Terms {
		terms[i] = `+"` + strings.Join(t.Words, " ") + `"`
		if t.Prefix {
			terms[i] = "+" + t.Words[0] + "*"
		}
	}
	return strings.Join(terms, " ")
}

// bounded prints the match of a set whose nodes must also lie within bounds. Those of a search have their scores from here on:
// query.ScoreOf of each term, added up.
func (p *printer) bounded(s *query.Set, parent, n string, bounds []string) {
	if s.Search == nil {
		p.match(s, parent, n, bounds)
		return
	}
	p.match(s, parent, n, nil)
	in := func(text string) string { return fmt.Sprintf("size(split(%s.`%s`, term)) - 1", n, text) }
	of := func(i int, words string) string {
		return fmt.Sprintf("%d * times[%d] / (%d * times[%[2]d] + %[3]d + %[4]s.`%[5]s`)", query.ScoreUnit*query.ScoreHalf, i, query.ScoreHalf, n, words)
	}
	p.line("WITH %s, reduce(score = 0, times IN [term IN %s | [%s, %s]] | score + %d * (%s) + %s) AS %s", n, p.param(s.Search.Patterns()), in(SearchNames), in(SearchText),
		query.ScoreName, of(0, SearchNamesWords), of(1, SearchTextWords), value(n, query.Score))
	if len(bounds) > 0 {
		p.line("WHERE %s", strings.Join(bounds, " AND "))
	}
}

// value is the expression of a column of a set's node.
func value(n string, c query.Column) string {
	if c == query.Score {
		return "score" + n[1:]
	}
	return n + "." + c.Name
}
