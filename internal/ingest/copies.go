package ingest

import (
	"context"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
)

// before is what the store has of an article already.
type before struct {
	columns map[string]any
	copyOf  *node
	day     string // on which that was published
	curated bool   // a person took facts from it
}

// published is when an article was, as its source says it.
var published = query.Column{Name: "published", Type: query.Text}

// dayOf is the day of a date and time; "" for one that is less precise.
func dayOf(published string) string {
	if len(published) < len("2006-01-02") {
		return ""
	}
	return published[:len("2006-01-02")]
}

// storedArticles looks up which of a batch's articles the store has.
func (w *writer) storedArticles(ctx context.Context, units []*unit) (map[string]*before, error) {
	noun := w.model.Noun("Article")
	var ids []any
	for _, u := range units {
		ids = append(ids, u.article.node.id)
	}
	columns := []query.Selected{{Column: query.ID}, {Set: &query.Set{
		Noun: noun, Relation: noun.Relation("copyOf"), Order: []query.Order{{Column: query.ID}}, Limit: 1, Columns: []query.Selected{{Column: query.Key}, {Column: published}}, Rows: true,
	}}}
	kept := storedColumns(noun, "text")
	for _, c := range kept {
		columns = append(columns, query.Selected{Column: c})
	}
	rows, err := w.look(ctx, noun, query.ID, ids, nil, columns)
	if err != nil {
		return nil, err
	}
	all := map[string]*before{}
	var there []any
	for _, row := range rows {
		b := &before{columns: map[string]any{}}
		if rows := row[1].List[0].List; len(rows) > 0 {
			key := rows[0].List[0].Text
			b.day = dayOf(rows[0].List[1].Text)
			b.copyOf = &node{noun: noun, key: key, id: diplomacy.ID(noun.Name, key)}
		}
		for i, c := range kept {
			if v := columnValue(c, row[i+2]); v != nil {
				b.columns[c.Name] = v
			}
		}
		all[row[0].Text] = b
		there = append(there, row[0].Text)
	}
	if len(there) == 0 {
		return all, nil
	}
	byHand := query.Related{Relation: noun.Relation("evidence"), Quantifier: query.Some, Filter: query.Compare{Column: query.Column{Name: "coder", Type: query.Text}, Op: query.Eq, Value: curator}}
	rows, err = w.look(ctx, noun, query.ID, there, byHand, []query.Selected{{Column: query.ID}})
	for _, row := range rows {
		all[row[0].Text].curated = true
	}
	return all, err
}

// storedColumns are the columns of a noun, without its id and some others.
func storedColumns(noun *query.Noun, without ...string) []query.Column {
	skip := map[string]bool{query.ID.Name: true}
	for _, name := range without {
		skip[name] = true
	}
	var all []query.Column
	for _, p := range noun.Properties {
		if !skip[p.Name] {
			all = append(all, p.Columns()...)
		}
	}
	return all
}

// columnValue is a value as a batch has it; nil: it is missing.
func columnValue(c query.Column, v query.Value) any {
	switch {
	case v.Kind == query.Null:
		return nil
	case c.Type == query.Integer:
		return v.Integer()
	case c.Type == query.Real:
		return v.Real()
	case c.Type == query.Boolean:
		return v.Integer() != 0
	case c.Type == query.Texts:
		var list []string
		for _, item := range v.List {
			list = append(list, item.Text)
		}
		if list == nil {
			return nil
		}
		return list
	}
	return v.Text
}

// findCopies says which articles are copies of others: of the store's, or of those before them in the load. An article that was there before
// stays what it was.
func (w *writer) findCopies(ctx context.Context, units []*unit, there map[string]*before) error {
	if w.copies == nil {
		w.copies = &article.Copies{}
		if err := w.readSketches(ctx); err != nil {
			return err
		}
	}
	noun := w.model.Noun("Article")
	batch := map[string]*raw{} // the originals of this batch, by key
	for _, u := range units {
		a := u.article
		if s := a.sketch.String(); s != "" {
			a.node.columns["fingerprint"] = s
		}
		if b := there[a.node.id]; b != nil {
			a.copyOf, a.firstDay = b.copyOf, b.day
			continue // its sketch is known, where it is no copy
		}
		for i, key := range w.copies.Like(a.sketch) {
			if i == 3 { // those that share less will not be copies either
				break
			}
			other := batch[key]
			shingles, day := []uint32(nil), ""
			if other != nil {
				shingles, day = other.shingles, other.day
			} else {
				rows, err := w.look(ctx, noun, query.Key, []any{key}, nil, []query.Selected{{Column: query.Column{Name: "text", Type: query.Text}}, {Column: published}})
				if err != nil {
					return err
				}
				if len(rows) == 0 { // of a dry run
					continue
				}
				shingles, day = article.Shingles(rows[0][0].Text), dayOf(rows[0][1].Text)
			}
			if article.AreCopies(a.shingles, shingles) {
				a.copyOf, a.firstDay = &node{noun: noun, key: key, id: diplomacy.ID(noun.Name, key)}, day
				break
			}
		}
		if a.copyOf == nil {
			w.copies.Add(a.sketch, a.node.key)
			batch[a.node.key] = a
		}
	}
	return nil
}

// readSketches reads the sketches of the store's articles that are no copies.
func (w *writer) readSketches(ctx context.Context) error {
	noun := w.model.Noun("Article")
	fingerprint := query.Column{Name: "fingerprint", Type: query.Text}
	for after := ""; ; {
		filter := query.And{
			query.Compare{Column: query.Key, Op: query.Gt, Value: after},
			query.Compare{Column: fingerprint, Op: query.IsNull, Value: false},
			query.Related{Relation: noun.Relation("copyOf"), Quantifier: query.None, Filter: query.And{}},
		}
		answer, err := w.store.Read(ctx, &query.Read{Set: &query.Set{
			Noun: noun, Filter: filter, Order: []query.Order{{Column: query.Key}, {Column: query.ID}}, Limit: mostSketches, Columns: []query.Selected{{Column: query.Key}, {Column: fingerprint}}, Rows: true,
		}})
		if err != nil {
			return err
		}
		rows := answer.List[0].List
		for _, row := range rows {
			after = row.List[0].Text
			if s, ok := article.ParseSketch(row.List[1].Text); ok {
				w.copies.Add(s, after)
			}
		}
		if len(rows) < mostSketches {
			return nil
		}
	}
}

// mostSketches bounds what is read of them at once.
const mostSketches = 5000
