package plan

import (
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/search"
)

// byScore is the order of a search.
var byScore = []query.Order{{Column: query.Score, Descending: true}, {Column: query.Key}, {Column: query.ID}}

// search compiles a full text search: a page of the nodes of any noun that have all the words.
func (c *compiler) search(args map[string]any, f field) (*query.Read, error) {
	found, err := search.Parse(args["text"].(string))
	if err != nil {
		return nil, invalid(append(c.path, "text"), "%s", err)
	}
	noun := c.Model.Noun("Node")
	var filter query.Filter
	if types, ok := args["types"].([]any); ok {
		filter = query.IsAny{Nouns: c.searched(types)}
	}
	if where, ok := args["where"].(map[string]any); ok {
		w, err := c.where(noun, where)
		if err != nil {
			return nil, err
		}
		filter = both(filter, w)
	}
	set := &query.Set{Noun: noun, Search: found, Filter: both(filter, c.known(noun))}
	conn := &query.Connection{Mark: mark(byScore) + " " + found.String()} // a cursor is of one question
	if err := c.page(set, conn, byScore, args); err != nil {
		return nil, err
	}
	row := c.row(set)
	if err := c.selection(set, conn, row, "SearchConnection", byScore, f); err != nil {
		return nil, err
	}
	conn.Found = row.found(found, conn.Needs(query.ScorePart), conn.Needs(query.SnippetsPart))
	return &query.Read{Set: set, Shape: conn}, nil
}

// searched are the concrete nouns that the values of SearchType stand for: MEDIATION_OFFER for MediationOffer.
func (c *compiler) searched(types []any) []*query.Noun {
	wanted := func(n *query.Noun) bool {
		return slices.ContainsFunc(types, func(t any) bool { return strings.EqualFold(strings.ReplaceAll(t.(string), "_", ""), n.Name) })
	}
	return slices.DeleteFunc(c.Model.Concrete(), func(n *query.Noun) bool { return !wanted(n) && !slices.ContainsFunc(n.Interfaces, wanted) })
}

// found selects what scores and snippets are made of.
func (r *row) found(s *query.Search, score, snippets bool) *query.Found {
	f := &query.Found{Cut: search.Cutter(s), Snippets: map[string][]query.Snippet{}}
	if score {
		f.ScoreColumn = r.column(query.Score)
	}
	if !snippets {
		return f
	}
	f.NounColumn = r.column(query.NounName.Column)
	for _, n := range r.set.Noun.Members {
		for _, p := range n.Properties {
			if p.Searched != query.NotSearched {
				f.Snippets[n.Name] = append(f.Snippets[n.Name], query.Snippet{Property: p.Name, Column: r.column(p.Columns()[0])})
			}
		}
	}
	return f
}
