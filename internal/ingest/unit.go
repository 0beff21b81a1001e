package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"

	"github.com/parleygraph/parley/internal/article/formats"
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
	after    []*unit // give up natural keys that this unit's nodes take

	// An article without curated facts that has a key of its own: it is written with what people have made, which may refer to it, unless it is there.
	keyed, there bool

	article *raw      // of an article without curated facts
	said    []Problem // what is no reason to refuse it
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
	if u.article != nil || kind(u.stem) != "" {
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
	if info, err := fs.Stat(u.source.FS, p); err == nil && kind(p) == ".txt" && info.Size() > formats.MostText {
		u.problem(u.source.name(p), 0, "it has more than %d MiB, which no article has", formats.MostText>>20)
		return nil, false
	}
	text, err := fs.ReadFile(u.source.FS, p)
	if optional && errors.Is(err, fs.ErrNotExist) {
		return nil, false
	}
	if err != nil {
		u.problem(u.source.name(p), 0, "cannot be read: %v", unwrapPath(err))
		return nil, false
	}
	if kind(p) != ".txt" { // an article's text is taken apart, and then never changed
		text = bytes.TrimPrefix(text, []byte("\ufeff"))
	}
	return text, true
}
