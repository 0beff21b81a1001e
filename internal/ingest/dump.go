package ingest

import (
	"bytes"
	"encoding/json"

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
