package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

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
	nouns := map[string]*query.Noun{} // by id
	single := map[string]bool{}       // edges of that type go out of that node
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
		err := d.Decode(&rec)
		if _, end := d.Token(); err == nil && !errors.Is(end, io.EOF) {
			err = errors.New("something follows it on its line")
		}
		if err != nil {
			r.problem(line, "it is no record of a dump: %v", err)
			continue
		}
		if rec.Noun == "" {
			e := store.Edge{From: rec.From, Type: rec.Type, To: rec.To}
			switch from, to := nouns[e.From], nouns[e.To]; {
			case !relations[e.Type]:
				r.problem(line, "no relation is of the type %q", e.Type)
			case e.From == "" || e.To == "":
				r.problem(line, "an edge has from and to")
			case from != nil && to != nil && !allowed(from, e.Type, to, single[e.From+e.Type]):
				r.problem(line, "a %s has no such %s to a %s, or has one already", from.Name, e.Type, to.Name)
			default:
				single[e.From+e.Type] = true
				for _, id := range []string{e.From, e.To} {
					if nouns[id] == nil {
						u.outside = append(u.outside, ref{id: id, file: r.file, line: line})
					}
				}
				u.edges = append(u.edges, e)
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
		for _, p := range noun.Properties {
			if p.Name == query.ID.Name { // it stands beside the properties
				continue
			}
			if _, ok := rec.Properties[p.Name]; !ok && p.Default != "" {
				continue // an older dump
			}
			if err := setProperty(n.columns, p, valueOf(rec.Properties[p.Name], line)); err != nil {
				r.problem(line, "%s: %v", p.Name, err)
			}
			delete(rec.Properties, p.Name)
		}
		setDefaults(n)
		for _, name := range slices.Sorted(maps.Keys(rec.Properties)) {
			r.problem(line, "%s has no property %s", noun.Name, name)
		}
		nouns[n.id] = noun
		u.nodes = append(u.nodes, n)
	}
	for _, n := range u.nodes {
		for _, rel := range n.noun.Relations {
			if rel.Required && !rel.Many && !rel.In && !single[n.id+rel.Edge] {
				r.problem(n.line, "%s:%s needs %s", n.noun.Name, n.key, rel.Name)
			}
		}
	}
}

// allowed reports whether an edge of a type may go from a noun to another, where another does or does not go out already.
func allowed(from *query.Noun, edge string, to *query.Noun, another bool) bool {
	for _, rel := range from.Relations {
		if rel.Edge == edge && !rel.In && to.Is(rel.Target) {
			return rel.Many || !another
		}
	}
	for _, rel := range to.Relations { // a relation that only its far end declares
		if rel.Edge == edge && rel.In && from.Is(rel.Target) {
			return true
		}
	}
	return false
}
