package ingest

import (
	"errors"
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
)

// reader makes nodes of one file.
type reader struct {
	unit  *unit
	model *query.Model
	file  string
	place string         // in the file, where it holds several articles
	text  *article.Parts // of the article beside
	about *node          // the article's node
	spans []article.Span
}

func (r *reader) problem(line int, format string, args ...any) {
	if r.place != "" {
		format, args = "%s: "+format, append([]any{r.place}, args...)
	}
	r.unit.problem(r.file, line, format, args...)
}

func (r *reader) yamlProblem(err error) {
	if e := (*yamlError)(nil); errors.As(err, &e) {
		r.problem(e.line, "%s", e.message)
		return
	}
	r.problem(0, "%v", err)
}

// node makes a node of entries, and notes what is wrong with them.
func (r *reader) node(noun *query.Noun, key string, line int, entries []entry) *node {
	n := &node{noun: noun, key: key, id: diplomacy.ID(noun.Name, key), file: r.file, line: line, columns: map[string]any{query.Key.Name: key}}
	if err := checkText(key, mostKey); err != nil {
		r.problem(line, "the key of a %s: %v", noun.Name, err)
	}
	seen := map[string]bool{}
	for _, e := range entries {
		if seen[e.name] {
			r.problem(e.value.line, "%s is there twice", e.name)
			continue
		}
		seen[e.name] = true
		if p := noun.Property(e.name); p != nil && p.Name != query.ID.Name {
			if p.Name == query.Key.Name && e.value.text != key {
				r.problem(e.value.line, "key is %q, but the entry begins with %q", e.value.text, key)
			}
			if p.Name == "reportedAt" && is(r.model, noun, "Fact") {
				r.problem(e.value.line, "reportedAt follows from the articles; leave it out")
				continue
			}
			if p.Default != "" {
				r.problem(e.value.line, "%s is %s for what a person writes; leave it out", p.Name, p.Default)
				continue
			}
			if when := whenOf(noun); p.Name == query.When && when != nil {
				r.problem(e.value.line, "%s follows from %s; leave it out", p.Name, when.Name)
				continue
			}
			if err := setProperty(n.columns, p, e.value); err != nil {
				r.problem(e.value.line, "%s: %v", e.name, err)
			}
			continue
		}
		if rel := noun.Relation(e.name); rel != nil && !rel.In {
			r.relation(n, rel, e.value)
			continue
		}
		r.problem(e.value.line, "%s has no %s; it has %s", noun.Name, e.name, fieldNames(noun))
	}
	if when := whenOf(noun); when != nil {
		copies := noun.Property(query.When).Columns()
		for i, c := range when.Columns() {
			if v, ok := n.columns[c.Name]; ok {
				n.columns[copies[i].Name] = v
			}
		}
	}
	setDefaults(n)
	for _, p := range noun.Properties {
		if _, ok := n.columns[p.Name]; p.Required && !ok && p.Name != query.ID.Name && !seen[p.Name] {
			r.problem(line, "%s:%s needs %s", noun.Name, key, p.Name)
		}
	}
	for _, rel := range noun.Relations {
		if rel.Required && !rel.Many && !rel.In && !seen[rel.Name] {
			r.problem(line, "%s:%s needs %s", noun.Name, key, rel.Name)
		}
	}
	r.unit.nodes = append(r.unit.nodes, n)
	return n
}

// setDefaults gives a node what it has where nothing is said.
func setDefaults(n *node) {
	for _, p := range n.noun.Properties {
		if _, ok := n.columns[p.Name]; !ok && p.Default != "" {
			n.columns[p.Name] = p.Default
		}
	}
}

// whenOf returns the property of a noun that says when its facts happened, or nil.
func whenOf(noun *query.Noun) *query.Property {
	i := slices.IndexFunc(noun.Properties, func(p *query.Property) bool { return p.When })
	if i < 0 {
		return nil
	}
	return noun.Properties[i]
}

func fieldNames(n *query.Noun) string {
	var names []string
	for _, p := range n.Properties {
		if p.Name != query.ID.Name && p.Name != query.Key.Name && p.Name != "reportedAt" && p.Name != query.When && p.Default == "" && !(n.Name == "Article" && follows[p.Name]) {
			names = append(names, p.Name)
		}
	}
	for _, r := range n.Relations {
		if !r.In && !(n.Name == "Article" && follows[r.Name]) {
			names = append(names, r.Name)
		}
	}
	return strings.Join(names, ", ")
}

// relation reads `key`, `Noun:key` or a list of them. The key alone will do where only one noun can be meant; `this` is the article.
func (r *reader) relation(n *node, rel *query.Relation, v value) {
	items := []value{v}
	switch {
	case v.kind == null:
		if rel.Required {
			r.problem(v.line, "%s is needed", rel.Name)
		}
		return
	case v.kind == sequence && rel.Many:
		items = v.items
	case v.kind == sequence:
		r.problem(v.line, "%s leads to one %s, not to a list", rel.Name, rel.Target.Name)
		return
	}
	seen := map[string]bool{}
	for _, item := range items {
		if item.kind != scalar || item.text == "" {
			r.problem(item.line, "%s is a key of a %s, or Noun:key", rel.Name, rel.Target.Name)
			continue
		}
		noun, key := rel.Target, item.text
		if item.text == "this" && r.about != nil && r.about.noun.Is(rel.Target) {
			noun, key = r.about.noun, r.about.key
		} else if name, rest, ok := strings.Cut(item.text, ":"); ok && r.model.Noun(name) != nil {
			noun, key = r.model.Noun(name), rest
		}
		if noun.Interface {
			r.problem(item.line, "%s can lead to several nouns; write which: one of %s, a colon, and the key", rel.Name, memberNames(noun))
			continue
		}
		if !noun.Is(rel.Target) {
			r.problem(item.line, "%s leads to a %s, and a %s is none", rel.Name, rel.Target.Name, noun.Name)
			continue
		}
		id := diplomacy.ID(noun.Name, key)
		if seen[id] {
			r.problem(item.line, "%s names %s:%s twice", rel.Name, noun.Name, key)
			continue
		}
		seen[id] = true
		n.refs = append(n.refs, ref{relation: rel, noun: noun.Name, key: key, id: id, file: r.file, line: item.line})
	}
}

func memberNames(n *query.Noun) string {
	var names []string
	for _, m := range n.Members {
		names = append(names, m.Name)
	}
	return strings.Join(names, ", ")
}
