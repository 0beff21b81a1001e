package storetest

import (
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/search"
	"github.com/parleygraph/parley/internal/store"
)

// searchSteps is the order of a search.
var searchSteps = []step{{"search.score", query.Integer, true}, {column: "key"}, {column: "id"}}

// search writes what a full text search finds. It takes from the path under test what a word is, what the question asks for and how a snippet is cut,
// which have tests of their own; what matches, what it counts and what comes first it finds out by looking at every word of every node.
func (w *walker) search(args map[string]any, selections ast.SelectionSet) {
	asked, err := search.Parse(asText(args["text"]))
	if err != nil {
		w.fail("%w", err)
		return
	}
	where, _ := args["where"].(map[string]any)
	var all []store.Node
	for _, n := range w.reported(w.nodes) {
		if args["types"] != nil && !slices.ContainsFunc(asList(args["types"]), func(t any) bool { return isOfType(n.Noun, asText(t)) }) {
			continue
		}
		score, found := score(asked, n)
		if found && w.holds(w.model.Noun("Node"), n, where) {
			n.Columns = with(n.Columns, "search.score", score)
			all = append(all, n)
		}
	}
	slices.SortFunc(all, func(a, b store.Node) int {
		return compareAt(searchSteps, placeOf(searchSteps, a), placeOf(searchSteps, b))
	})
	of := " " + asked.String()
	page, behind := all, false
	if after, ok := args["after"].(string); ok {
		at := w.parseCursor(searchSteps, after)
		page = slices.DeleteFunc(slices.Clone(all), func(n store.Node) bool { return compareAt(searchSteps, placeOf(searchSteps, n), at) <= 0 })
		behind = len(page) < len(all)
	}
	size := defaultPage
	if args["first"] != nil {
		size = w.size(args["first"])
	}
	hasNext := len(page) > size
	page = page[:min(size, len(page))]
	cursorAt := func(i int) { w.text(cursorOf(searchSteps, of, page[i])) }
	w.object("SearchConnection", selections, func(f *ast.Field, below ast.SelectionSet) {
		switch f.Name {
		case "totalCount":
			w.out = strconv.AppendInt(w.out, int64(len(all)), 10)
		case "nodes":
			w.list(len(page), func(i int) { w.node(page[i], below) })
		case "edges":
			w.list(len(page), func(i int) {
				w.object("SearchEdge", below, func(f *ast.Field, below ast.SelectionSet) {
					switch f.Name {
					case "cursor":
						cursorAt(i)
					case "score":
						w.out = query.AppendReal(w.out, float64(page[i].Columns["search.score"].(int64))/1e6)
					case "snippets":
						w.snippets(asked, page[i], below)
					default:
						w.node(page[i], below)
					}
				})
			})
		case "pageInfo":
			w.object("PageInfo", below, func(f *ast.Field, _ ast.SelectionSet) {
				switch {
				case f.Name == "hasNextPage":
					w.out = strconv.AppendBool(w.out, hasNext)
				case f.Name == "hasPreviousPage":
					w.out = strconv.AppendBool(w.out, behind)
				case len(page) == 0:
					w.null()
				case f.Name == "startCursor":
					cursorAt(0)
				default:
					cursorAt(len(page) - 1)
				}
			})
		}
	})
}

// isOfType says whether a noun is what a value of SearchType means.
func isOfType(noun *query.Noun, typ string) bool {
	is := func(n *query.Noun) bool { return strings.ToUpper(n.Name) == strings.ReplaceAll(typ, "_", "") }
	return is(noun) || slices.ContainsFunc(noun.Interfaces, is)
}

func with(columns map[string]any, name string, value any) map[string]any {
	more := map[string]any{name: value}
	for n, v := range columns {
		more[n] = v
	}
	return more
}

// score counts what the documentation of SearchEdge.score says, in millionths.
func score(asked *query.Search, n store.Node) (score int64, found bool) {
	for _, t := range asked.Terms {
		times := map[query.Searched]int64{}
		words := map[query.Searched]int64{}
		for _, p := range n.Noun.Properties {
			for _, text := range textsOf(n, p) {
				all := search.Words(text)
				words[p.Searched] += int64(len(all))
				for i := 0; i+len(t.Words) <= len(all); i++ {
					if standsAt(t, all[i:]) {
						times[p.Searched]++
						i += len(t.Words) - 1 // the same words are not counted twice
					}
				}
			}
		}
		if times[query.InNames]+times[query.InText] == 0 {
			return 0, false
		}
		s := func(where query.Searched) int64 {
			return 20_000_000 * times[where] / (20*times[where] + 20 + words[where])
		}
		score += 10*s(query.InNames) + s(query.InText)
	}
	return score, true
}

// textsOf are the texts of a property that is searched.
func textsOf(n store.Node, p *query.Property) []string {
	if p.Searched == query.NotSearched {
		return nil
	}
	switch v := n.Columns[p.Name].(type) {
	case string:
		return []string{v}
	case []string:
		return v
	}
	return nil
}

func standsAt(t query.Term, words []search.Word) bool {
	for i, word := range t.Words {
		if words[i].Text != word && !(t.Prefix && strings.HasPrefix(words[i].Text, word)) {
			return false
		}
	}
	return true
}

func (w *walker) snippets(asked *query.Search, n store.Node, selections ast.SelectionSet) {
	cut := search.Cutter(asked)
	type snippet struct {
		property string
		segments []query.Segment
	}
	var all []snippet
	for _, p := range n.Noun.Properties {
		for _, text := range textsOf(n, p) {
			if segments := cut(text); segments != nil {
				all = append(all, snippet{p.Name, segments})
			}
		}
	}
	w.list(len(all), func(i int) {
		w.object("SearchSnippet", selections, func(f *ast.Field, below ast.SelectionSet) {
			if f.Name == "property" {
				w.text(all[i].property)
				return
			}
			w.list(len(all[i].segments), func(j int) {
				w.object("SearchSegment", below, func(f *ast.Field, _ ast.SelectionSet) {
					if f.Name == "text" {
						w.text(all[i].segments[j].Text)
						return
					}
					w.out = strconv.AppendBool(w.out, all[i].segments[j].Match)
				})
			})
		})
	})
}
