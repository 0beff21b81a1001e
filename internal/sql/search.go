package sql

import (
	"fmt"
	"strings"

	"github.com/parleygraph/parley/internal/query"
)

// SearchTable makes the index of a search: the documents of package search, by the pk of their nodes. The tokenizer takes them apart at blanks and
// leaves their words as they are: they are small letters already.
const SearchTable = `CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5 (
  names, text, names_words UNINDEXED, text_words UNINDEXED, tokenize = 'ascii', columnsize = 0
)`

// search prints where the nodes come from that a search finds, with their scores: query.ScoreOf of each term, added up. CROSS keeps SQLite from
// going through the nodes and asking of each whether it is found, and LIMIT -1, which limits nothing, from counting each time that a count is used.
func (p *printer) search(s *query.Search, n string) string {
	f := "f" + n[1:]
	in := func(column string) string {
		return fmt.Sprintf("(length(%s.%s) - length(replace(%[1]s.%[2]s, value, ''))) / length(value) AS %[2]s", f, column)
	}
	of := func(column string) string {
		return fmt.Sprintf("%d * %s / (%d * %[2]s + %[3]d + %[4]s.%[2]s_words)", query.ScoreUnit*query.ScoreHalf, column, query.ScoreHalf, f)
	}
	p.indent++
	defer func() { p.indent-- }()
	end := "\n" + strings.Repeat("  ", p.indent)
	return "(" + end +
		fmt.Sprintf("SELECT %s.rowid AS pk, (SELECT sum(%d * (%s) + %s) FROM (SELECT %s, %s FROM json_each(%s) LIMIT -1)) AS score", f, query.ScoreName, of("names"), of("text"),
			in("names"), in("text"), p.param(s.Patterns())) + end +
		fmt.Sprintf("FROM search AS %s WHERE %[1]s.search MATCH %s", f, p.param(match(s))) + strings.TrimSuffix(end, "  ") +
		fmt.Sprintf(") AS s%s CROSS JOIN node AS %s ON %[2]s.pk = s%[1]s.pk", n[1:], n)
}

// match makes what FTS5 is asked. Words stand in quotation marks and have none in them, so that none is an operator.
func match(s *query.Search) string {
	terms := make([]string, len(s.Terms))
	for i, t := range s.Terms {
		terms[i] = `"` + strings.Join(t.Words, " ") + `"`
		if t.Prefix {
			terms[i] += " *"
		}
	}
	return strings.Join(terms, " AND ")
}

// value is the expression of a column of a set's node: where its score is concerned, of what search prints.
func value(n string, c query.Column) string {
	if c == query.Score {
		return "s" + n[1:] + ".score"
	}
	return column(n, c.Name)
}
