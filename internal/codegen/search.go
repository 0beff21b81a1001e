package main

import (
	"slices"
	"strings"
	"unicode"

	"github.com/vektah/gqlparser/v2/ast"
)

// search derives full text search of the properties marked @search: its root field, the type of its pages, and the nouns that it can be held to.
func (d *derivation) search() {
	types := &ast.Definition{Kind: ast.Enum, Name: "SearchType", Description: "What a search can find: a noun that has words to search, or an interface of such nouns."}
	for _, def := range d.nouns {
		if slices.ContainsFunc(def.Fields, func(f *ast.FieldDefinition) bool { return f.Directives.ForName("search") != nil }) {
			types.EnumValues = append(types.EnumValues, &ast.EnumValueDefinition{Name: constant(def.Name), Description: def.Description})
		}
	}
	if types.EnumValues == nil {
		return
	}
	root := field("search", ast.NonNullNamedType("SearchConnection", nil), `
Full text search over names, statements, quotes and the sentences of evidence, the best matches first.

Every word of `+"`text`"+` must stand in a node, in any of its properties that are searched; case and accents do not count. Words between quotation
marks, or written without blanks between them, must follow each other; a word with `+"`*`"+` after it is the beginning of one. Nothing else is an
operator: AND, OR, -, ( and : are text like any other.`)
	root.Arguments = ast.ArgumentDefinitionList{
		{Name: "text", Type: ast.NonNullNamedType("String", nil), Description: "What to search for: `ceasefire`, `\"total deadlock\"`, `negotiat* Istanbul`. At most 32 words."},
		{Name: "types", Type: optional(list(types.Name)), Description: "Only nodes of any of these."},
		{Name: "where", Type: ast.NamedType("NodeWhere", nil), Description: "Only nodes for which this holds, such as `{onStatement: {act: {eq: APPEAL}}}`."},
		{Name: "first", Type: ast.NamedType("Int", nil), Description: "How many. 25 where nothing is said."},
		{Name: "after", Type: ast.NamedType("String", nil), Description: "Only what comes after this cursor of the same search."},
		{Name: "last", Type: ast.NamedType("Int", nil), Description: "How many from the back."},
		{Name: "before", Type: ast.NamedType("String", nil), Description: "Only what comes before this cursor of the same search."},
		asOf(),
	}
	d.roots = append(d.roots, root)
	d.add(types)
	d.add(object("SearchConnection", "A page of what a search found, the best matches first; equal ones by `key` and `id`.",
		field("edges", list("SearchEdge"), "The nodes of the page, each with its cursor, its score and its snippets."),
		field("nodes", list("Node"), "The nodes of the page."),
		field("pageInfo", ast.NonNullNamedType("PageInfo", nil), ""),
		field("totalCount", ast.NonNullNamedType("Int", nil), "How many nodes the search finds in all."),
	))
	d.add(object("SearchEdge", "A node that a search found.",
		field("cursor", ast.NonNullNamedType("String", nil), "Where the node stands in this search: a value for `after`."),
		field("score", ast.NonNullNamedType("Float", nil), `
How well the node matches: for each word or phrase searched for, 10 s(names) + s(text), added up, where s = 20 n / (20 n + 20 + w) for
n occurrences among w words, each rounded down to six decimals. It says nothing but the order, and is the same in every store.`),
		field("snippets", list("SearchSnippet"), "The passages in which the words stand: one for each text of the node in which one does."),
		field("node", ast.NonNullNamedType("Node", nil), ""),
	))
	d.add(object("SearchSnippet", "A passage of some 30 words around the first match in a text of a node.",
		field("property", ast.NonNullNamedType("String", nil), "The property that it is taken from: `quote`, `aliases`."),
		field("segments", list("SearchSegment"), "The passage, cut up. Put together, they stand in the text just so."),
	))
	d.add(object("SearchSegment", "A part of a passage.",
		field("text", ast.NonNullNamedType("String", nil), "Plain text: a page must escape it like any other."),
		field("match", ast.NonNullNamedType("Boolean", nil), "It is what was searched for."),
	))
}

// constant writes a name as enum values are written: MediationOffer is MEDIATION_OFFER.
func constant(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToUpper(r))
	}
	return b.String()
}
