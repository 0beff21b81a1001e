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

// ScoreFunction is the function that a connection must have to run the statement of a search: of the columns of a document and of the terms, as
// query.Search.Patterns gives them in JSON, the score of the document. In SQL alone it would take twice as long.
const ScoreFunction = "search_score"

// search prints where the nodes come from that a search finds, with their scores. CROSS keeps SQLite from going through the nodes and asking of each
// whether it is found, and LIMIT -1, which limits nothing, from computing a score each time that it is used.
func (p *printer) search(s *query.Search, n string) string {
	f := "f" + n[1:]
	p.indent++
	defer func() { p.indent-- }()
	end := "\n" + strings.Repeat("  ", p.indent)
	return "(" + end +
		fmt.Sprintf("SELECT %[1]s.rowid AS pk, %[2]s(%[1]s.names, %[1]s.text, %[1]s.names_words, %[1]s.text_words, %[3]s) AS score", f, ScoreFunction, p.param(s.Patterns())) + end +
		fmt.Sprintf("FROM search AS %s WHERE %[1]s.search MATCH %s LIMIT -1", f, p.param(match(s))) + strings.TrimSuffix(end, "  ") +
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
