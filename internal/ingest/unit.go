package ingest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// unit is what is written together: a file, or an article with the facts beside it.
type unit struct {
	source   Source
	stem     string // the path; for an article and its facts, without their endings
	dump     bool
	nodes    []*node
	edges    []store.Edge // of a dump
	problems []Problem
	outside  []ref // what edges of a dump refer to that the dump does not have
	all      []ref
}

// node is a node as a file says it.
type node struct {
	noun    *query.Noun
	key, id string
	file    string
	line    int
	columns map[string]any
	refs    []ref
}

// ref is a relation of a node to another, as a file says it.
type ref struct {
	relation  *query.Relation
	noun, key string
	id        string
	file      string
	line      int
}

func (r ref) edge(from string) store.Edge {
	if r.relation.In {
		return store.Edge{From: r.id, Type: r.relation.Edge, To: from}
	}
	return store.Edge{From: from, Type: r.relation.Edge, To: r.id}
}

func (r ref) missing(definer *unit) string {
	if r.relation == nil {
		return fmt.Sprintf("the node %s is neither in the dump nor in the store", r.id)
	}
	if definer != nil {
		return fmt.Sprintf("%s refers to %s:%s, which %s defines, and that file is refused", r.relation.Name, r.noun, r.key, definer.name())
	}
	return fmt.Sprintf("%s refers to %s:%s, which is neither in these files nor in the store; define it, load first what defines it, or correct its name", r.relation.Name, r.noun, r.key)
}

func (u *unit) problem(file string, line int, format string, args ...any) {
	u.problems = append(u.problems, Problem{File: file, Line: line, Message: fmt.Sprintf(format, args...)})
}

func (u *unit) refused() bool { return len(u.problems) > 0 }

// name is what people call the unit: its file, or its article.
func (u *unit) name() string {
	if kind(u.stem) != "" {
		return u.source.name(u.stem)
	}
	if _, err := fs.Stat(u.source.FS, u.stem+".txt"); err == nil {
		return u.source.name(u.stem + ".txt")
	}
	return u.source.name(u.stem + ".facts.yaml")
}

// refs are all relations that the unit's nodes have to others.
func (u *unit) refs() []ref {
	if u.all == nil {
		for _, n := range u.nodes {
			u.all = append(u.all, n.refs...)
		}
		u.all = append(u.all, u.outside...)
	}
	return u.all
}

// read reads the unit's files. What is wrong with them becomes problems.
func (u *unit) read(model *query.Model) {
	switch kind(u.stem) {
	case ".tsv":
		u.table(model)
	case ".jsonl":
		u.restore(model)
	default:
		u.articleAndFacts(model)
	}
}

// open reads a file; ok is false when it is not there or cannot be read, which then is a problem.
func (u *unit) open(p string, optional bool) (text []byte, ok bool) {
	text, err := fs.ReadFile(u.source.FS, p)
	if optional && errors.Is(err, fs.ErrNotExist) {
		return nil, false
	}
	if err != nil {
		u.problem(u.source.name(p), 0, "cannot be read: %v", unwrapPath(err))
		return nil, false
	}
	return text, true
}

func (u *unit) articleAndFacts(model *query.Model) {
	r := &reader{unit: u, model: model}
	for _, part := range []struct {
		ending string
		read   func([]byte)
	}{{".txt", r.article}, {".facts.yaml", r.facts}} {
		r.file = u.source.name(u.stem + part.ending)
		if text, ok := u.open(u.stem+part.ending, true); ok {
			part.read(text)
		}
	}
}

// reader makes nodes of one file.
type reader struct {
	unit  *unit
	model *query.Model
	file  string
	text  *article.Parts // of the article beside
	about *node          // the article's node
	spans []article.Span
}

func (r *reader) problem(line int, format string, args ...any) {
	r.unit.problem(r.file, line, format, args...)
}

// article makes the node of an article. Its key follows from its address and its text, unless the front matter says one.
func (r *reader) article(file []byte) {
	parts, err := article.Split(file)
	if err != nil {
		r.problem(0, "%v", err)
		return
	}
	if strings.TrimSpace(parts.Text) == "" {
		r.problem(parts.TextLine, "the article has no text")
		return
	}
	front := value{kind: mapping}
	if parts.FrontMatter != nil {
		if front, err = parseYAML(parts.FrontMatter, parts.FrontMatterLine-1); err != nil {
			r.yamlProblem(err)
			return
		}
		if front.kind != mapping && front.kind != null {
			r.problem(parts.FrontMatterLine, "the front matter is not a list of `name: value` lines")
			return
		}
	}
	noun := r.model.Noun("Article")
	sum := sha256.Sum256([]byte(parts.Text))
	given := map[string]value{}
	for _, f := range front.fields {
		if f.name == "text" || f.name == "sha256" {
			r.problem(f.value.line, "%s follows from the text; leave it out", f.name)
		}
		given[f.name] = f.value
	}
	key := given["key"].text
	if key == "" {
		sum := sha256.Sum256([]byte(given["url"].text + "\n" + parts.Text))
		key = hex.EncodeToString(sum[:8])
	}
	front.fields = append(front.fields,
		entry{"text", value{kind: scalar, text: parts.Text, line: parts.TextLine}},
		entry{"sha256", value{kind: scalar, text: hex.EncodeToString(sum[:]), line: parts.TextLine}})
	r.text, r.spans = &parts, article.Sentences(parts.Text)
	r.about = r.node(noun, key, 1, front.fields)
}

func (r *reader) yamlProblem(err error) {
	if e := (*yamlError)(nil); errors.As(err, &e) {
		r.problem(e.line, "%s", e.message)
		return
	}
	r.problem(0, "%v", err)
}

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

// node makes a node of entries, and notes what is wrong with them.
func (r *reader) node(noun *query.Noun, key string, line int, entries []entry) *node {
	n := &node{noun: noun, key: key, id: diplomacy.ID(noun.Name, key), file: r.file, line: line, columns: map[string]any{query.Key.Name: key}}
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

func fieldNames(n *query.Noun) string {
	var names []string
	for _, p := range n.Properties {
		if p.Name != query.ID.Name && p.Name != query.Key.Name && p.Name != "reportedAt" {
			names = append(names, p.Name)
		}
	}
	for _, r := range n.Relations {
		if !r.In {
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

// evidence makes the evidence of a fact: the words it rests on, which must stand in the article.
func (r *reader) evidence(fact *node, v *value) {
	switch {
	case r.about == nil && !r.unit.refused():
		r.problem(fact.line, "%s:%s is a fact and needs an article; there is no %s.txt beside this file", fact.noun.Name, fact.key, path.Base(r.unit.stem))
		return
	case r.about == nil:
		return // the article's own problem says enough
	case v == nil || v.kind == null:
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
				if _, err := fmt.Sscan(f.value.text, &occurrence); err != nil || occurrence < 1 {
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

// table reads a table of nodes: a header with the names of properties and relations, then a node a line. A bar separates the items of a list.
func (u *unit) table(model *query.Model) {
	r := &reader{unit: u, model: model, file: u.source.name(u.stem)}
	text, ok := u.open(u.stem, false)
	if !ok {
		return
	}
	if _, err := article.Split(text); err != nil {
		r.problem(0, "%v", err)
		return
	}
	root := strings.TrimSuffix(path.Base(u.stem), ".tsv")
	var noun *query.Noun
	for _, n := range model.Concrete() {
		if n.Many == root {
			noun = n
		}
	}
	if noun == nil || is(model, noun, "Fact") || noun.Name == "Article" || noun.Name == "Evidence" {
		r.problem(0, "a table is named after the nodes it holds, such as states.tsv or places.tsv; facts need evidence and stand in a facts file")
		return
	}
	lines := strings.Split(strings.TrimRight(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n"), "\n")
	header := strings.Split(lines[0], "\t")
	if header[0] != query.Key.Name {
		r.problem(1, "the first column is %q; it must be key", header[0])
		return
	}
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(header) {
			r.problem(i+2, "it has %d cells, the header has %d", len(cells), len(header))
			continue
		}
		var entries []entry
		for j, cell := range cells[1:] {
			if cell == "" {
				continue
			}
			v := value{kind: scalar, text: cell, line: i + 2}
			p, rel := noun.Property(header[j+1]), noun.Relation(header[j+1])
			if p != nil && p.Type == query.Texts || rel != nil && rel.Many {
				v.kind = sequence
				for item := range strings.SplitSeq(cell, "|") {
					v.items = append(v.items, value{kind: scalar, text: item, line: i + 2})
				}
			}
			entries = append(entries, entry{header[j+1], v})
		}
		if cells[0] == "" {
			r.problem(i+2, "the key is empty")
			continue
		}
		r.node(noun, cells[0], i+2, entries)
	}
}

// restore reads a dump. Every line is checked before the first is written.
func (u *unit) restore(model *query.Model) {
	u.dump = true
	r := &reader{unit: u, model: model, file: u.source.name(u.stem)}
	text, ok := u.open(u.stem, false)
	if !ok {
		return
	}
	relations := map[string]bool{}
	for _, e := range model.Edges() {
		relations[e] = true
	}
	nouns := map[string]*query.Noun{}
	line := 0
	for raw := range bytes.Lines(text) {
		line++
		if len(u.problems) > 100 {
			r.problem(line, "and more; the rest is not read")
			return
		}
		var rec struct {
			store.NodeRecord
			store.EdgeRecord
		}
		d := json.NewDecoder(bytes.NewReader(raw))
		d.UseNumber()
		d.DisallowUnknownFields()
		if err := d.Decode(&rec); err != nil {
			r.problem(line, "it is no record of a dump: %v", err)
			continue
		}
		if rec.Noun == "" {
			switch {
			case !relations[rec.Type]:
				r.problem(line, "no relation is of the type %q", rec.Type)
			case rec.From == "" || rec.To == "":
				r.problem(line, "an edge has from and to")
			default:
				for _, id := range []string{rec.From, rec.To} {
					if nouns[id] == nil {
						u.outside = append(u.outside, ref{id: id, file: r.file, line: line})
					}
				}
				u.edges = append(u.edges, store.Edge{From: rec.From, Type: rec.Type, To: rec.To})
			}
			continue
		}
		noun := model.Noun(rec.Noun)
		key, _ := rec.Properties[query.Key.Name].(string)
		if noun == nil || noun.Interface {
			r.problem(line, "%q is no noun", rec.Noun)
			continue
		}
		if rec.ID != diplomacy.ID(noun.Name, key) {
			r.problem(line, "the id %s is not that of the %s with the key %q", rec.ID, noun.Name, key)
			continue
		}
		n := &node{noun: noun, key: key, id: rec.ID, file: r.file, line: line, columns: map[string]any{}}
		for name, v := range rec.Properties {
			p := noun.Property(name)
			if p == nil {
				r.problem(line, "%s has no property %s", noun.Name, name)
				continue
			}
			if err := setProperty(n.columns, p, valueOf(v, line)); err != nil {
				r.problem(line, "%s: %v", name, err)
			}
		}
		nouns[n.id] = noun
		u.nodes = append(u.nodes, n)
	}
}
