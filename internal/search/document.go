package search

import (
	"fmt"
	"strings"

	"github.com/parleygraph/parley/internal/query"
)

// Document is what can be found of a node. Stores keep it beside the node: it follows from the node, and is in no dump.
type Document struct {
	Names, Text           string // made by query.Searchable
	NamesWords, TextWords int64  // how many words there are
}

// between stands between the words of two texts, so that no phrase reaches from one into the other: no question has it in it. To the databases it
// is a word like others.
const between = "¦"

// Of makes the document of a node of its stored columns. It is false for a node that has no words.
func Of(noun *query.Noun, columns map[string]any) (Document, bool) {
	var d Document
	var names, text []string
	for _, p := range noun.Properties {
		if p.Searched == query.NotSearched {
			continue
		}
		words, count := &text, &d.TextWords
		if p.Searched == query.InNames {
			words, count = &names, &d.NamesWords
		}
		add := func(text string) {
			found := Words(text)
			if len(found) == 0 {
				return
			}
			if *count > 0 {
				*words = append(*words, between)
			}
			*count += int64(len(found))
			for _, w := range found {
				*words = append(*words, w.Text)
			}
		}
		switch v := columns[p.Name].(type) {
		case string:
			add(v)
		case []string:
			for _, v := range v {
				add(v)
			}
		}
	}
	d.Names, d.Text = query.Searchable(names), query.Searchable(text)
	return d, d.NamesWords+d.TextWords > 0
}

// version grows with every change of what Of makes of the same node.
const version = 1

// Made says how the documents of a model's nodes are made. A store keeps it, and makes them anew when it is not the same.
func Made(model *query.Model) string {
	var b strings.Builder
	fmt.Fprint(&b, version)
	for _, n := range model.Concrete() {
		for _, p := range n.Properties {
			switch p.Searched {
			case query.InNames:
				fmt.Fprintf(&b, " %s.%s+", n.Name, p.Name)
			case query.InText:
				fmt.Fprintf(&b, " %s.%s", n.Name, p.Name)
			}
		}
	}
	return b.String()
}
