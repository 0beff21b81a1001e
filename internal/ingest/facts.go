package ingest

import (
	"fmt"
	"path"
	"strconv"
	"strings"
	"unicode"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
)

// facts reads a list of nodes: each a mapping whose first entry is noun and key, and whose others are properties, relations, and evidence.
func (r *reader) facts(file []byte) {
	parts, err := article.Split(file) // for its checks; a facts file has no front matter
	if err != nil || parts.FrontMatter != nil {
		r.problem(0, "a facts file is UTF-8 text and has no front matter: %v", err)
		return
	}
	list, err := parseYAML(file, 0)
	if err != nil {
		r.yamlProblem(err)
		return
	}
	if list.kind == null {
		return
	}
	if list.kind != sequence {
		r.problem(list.line, "a facts file is a list; begin each node with `- Noun: key`")
		return
	}
	for _, item := range list.items {
		if item.kind != mapping || len(item.fields) == 0 {
			r.problem(item.line, "an entry begins with `- Noun: key`, as in `- Statement: a-key-of-its-own`")
			continue
		}
		head := item.fields[0]
		noun := r.model.Noun(head.name)
		switch {
		case noun == nil || noun.Interface:
			r.problem(item.line, "%q is no noun; an entry begins with one of %s", head.name, nounNames(r.model))
			continue
		case noun.Name == "Article" || noun.Name == "Evidence":
			r.problem(item.line, "%s is not written by hand: an article is a file of its own, evidence stands under its fact", noun.Name)
			continue
		case head.value.kind != scalar || strings.TrimSpace(head.value.text) == "":
			r.problem(head.value.line, "%s needs a key after the colon, a short name of its own", head.name)
			continue
		}
		fields := item.fields[1:]
		var evidence *value
		var others []entry
		for _, f := range fields {
			if f.name == "evidence" && is(r.model, noun, "Fact") {
				evidence = &f.value
				continue
			}
			others = append(others, f)
		}
		n := r.node(noun, head.value.text, item.line, others)
		if is(r.model, noun, "Fact") {
			r.evidence(n, evidence)
		}
	}
}

func nounNames(m *query.Model) string {
	var names []string
	for _, n := range m.Concrete() {
		if n.Name != "Article" && n.Name != "Evidence" {
			names = append(names, n.Name)
		}
	}
	return strings.Join(names, ", ")
}

// evidence makes the evidence of a fact: the words it rests on, which must stand in the article.
func (r *reader) evidence(fact *node, v *value) {
	switch {
	case r.about == nil && !r.unit.refused():
		r.problem(fact.line, "%s:%s is a fact and needs an article; there is no %s.txt beside this file", fact.noun.Name, fact.key, path.Base(r.unit.stem))
		return
	case r.about == nil:
		return // the article's own problem says enough
	case v == nil || v.kind == null || v.kind == sequence && len(v.items) == 0:
		r.problem(fact.line, "%s:%s needs evidence: the words of the article that it rests on", fact.noun.Name, fact.key)
		return
	}
	for _, c := range []string{"published", "published_from", "published_to"} {
		if d, ok := r.about.columns[c]; ok {
			fact.columns["reportedAt"+strings.TrimPrefix(c, "published")] = d
		}
	}
	items := []value{*v}
	if v.kind == sequence {
		items = v.items
	}
	for _, item := range items {
		span, err := r.find(item)
		if err != nil {
			r.problem(item.line, "evidence of %s:%s: %v", fact.noun.Name, fact.key, err)
			continue
		}
		first, last := r.sentences(span)
		noun := r.model.Noun("Evidence")
		key := fmt.Sprintf("%s#%d-%d %s:%s", r.about.key, span.Start, span.End, fact.noun.Name, fact.key)
		to := func(name string, target *node) ref {
			return ref{relation: noun.Relation(name), noun: target.noun.Name, key: target.key, id: target.id, file: r.file, line: item.line}
		}
		r.unit.nodes = append(r.unit.nodes, &node{
			noun: noun, key: key, id: diplomacy.ID(noun.Name, key), file: r.file, line: item.line,
			columns: map[string]any{
				"key": key, "words": r.text.Text[span.Start:span.End], "start": int64(span.Start), "end": int64(span.End),
				"sentence": r.text.Text[r.spans[first].Start:r.spans[last].End], "sentenceNumber": int64(first + 1), "coder": "curator",
			},
			refs: []ref{to("fact", fact), to("article", r.about)},
		})
	}
}

// find finds the words of a piece of evidence in the article: a text, or `words` with `occurrence`.
func (r *reader) find(v value) (article.Span, error) {
	words, occurrence := v.text, 0
	if v.kind == mapping {
		words = ""
		for _, f := range v.fields {
			switch f.name {
			case "words":
				words = f.value.text
			case "occurrence":
				var err error
				if occurrence, err = strconv.Atoi(f.value.text); err != nil || occurrence < 1 {
					return article.Span{}, fmt.Errorf("occurrence is a number from 1")
				}
			default:
				return article.Span{}, fmt.Errorf("it has no %s; it has words and occurrence", f.name)
			}
		}
	}
	if strings.TrimSpace(words) == "" {
		return article.Span{}, fmt.Errorf("it has no words")
	}
	var at []int
	for i := 0; ; {
		j := strings.Index(r.text.Text[i:], words)
		if j < 0 {
			break
		}
		at = append(at, i+j)
		i += j + 1
	}
	switch {
	case len(at) == 0 && strings.Contains(fold(r.text.Text), fold(words)):
		return article.Span{}, fmt.Errorf("%q stands in the article with other quotation marks, dashes, letters or spaces; copy the words as they are", words)
	case len(at) == 0:
		return article.Span{}, fmt.Errorf("%q does not stand in the article", words)
	case occurrence > len(at):
		return article.Span{}, fmt.Errorf("%q stands in the article %d times, not %d", words, len(at), occurrence)
	case occurrence == 0 && len(at) > 1:
		return article.Span{}, fmt.Errorf("%q stands in the article %d times; take more words, or say which with occurrence", words, len(at))
	}
	start := at[max(occurrence, 1)-1]
	return article.Span{Start: start, End: start + len(words)}, nil
}

// fold makes a text comparable where only its typography differs.
func fold(s string) string {
	s = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "\u00a0", " ").Replace(s)
	return strings.ToLower(strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " "))
}

// sentences returns the first and the last sentence that a span lies in.
func (r *reader) sentences(span article.Span) (first, last int) {
	for i, s := range r.spans {
		if s.Start <= span.Start {
			first = i
		}
		if s.Start < span.End {
			last = i
		}
	}
	return first, last
}
