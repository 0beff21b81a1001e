package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/search"
	"github.com/parleygraph/parley/internal/store"
)

const (
	insertDocument = "INSERT INTO search (rowid, names, text, names_words, text_words) VALUES (?1, ?2, ?3, ?4, ?5)"
	removeDocument = "DELETE FROM search WHERE rowid = ?1"
)

// document writes the document of a node that has none.
func (w *write) document(pk int64, n store.Node) error {
	d, ok := search.Of(n.Noun, n.Columns)
	if !ok {
		return nil
	}
	_, err := w.exec(insertDocument, pk, d.Names, d.Text, d.NamesWords, d.TextWords)
	return err
}

// newDocuments writes the documents of the nodes that the batch has written. They come last, and all together: FTS5 writes what it has gathered
// before each statement that may have to be undone by itself, and one that inserts a node is such a statement.
func (w *write) newDocuments() error {
	for _, n := range w.changed {
		if _, err := w.exec(removeDocument, w.rows[n.ID].pk); err != nil {
			return err
		}
	}
	for _, n := range append(w.changed, w.fresh...) {
		if err := w.document(w.rows[n.ID].pk, n); err != nil {
			return err
		}
	}
	return nil
}

// documents makes the documents of all nodes anew, unless they were made as this Parley makes them: those of an older file, and of one whose
// Parley searched other properties.
func documents(ctx context.Context, tx *sql.Conn, model *query.Model) error {
	var made string
	if err := tx.QueryRowContext(ctx, "SELECT coalesce((SELECT made FROM derived WHERE what = 'search'), '')").Scan(&made); err != nil {
		return err
	}
	if made == search.Made(model) {
		return nil
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM search"); err != nil {
		return err
	}
	w := &write{ctx: ctx, conn: tx, statements: map[string]*sql.Stmt{}}
	defer w.close()
	var columns []query.Column
	var names []string
	for _, c := range model.Columns() {
		if c.Type == query.Text || c.Type == query.Texts {
			columns = append(columns, c)
			names = append(names, `"`+c.Name+`"`)
		}
	}
	text := "SELECT pk, label, " + strings.Join(names, ", ") + " FROM node WHERE pk > ?1 ORDER BY pk LIMIT 1000"
	for last := int64(0); ; {
		nodes, err := pageOf(ctx, tx, model, columns, text, last)
		if err != nil {
			return err
		}
		for _, n := range nodes {
			if err := w.document(n.pk, n.Node); err != nil {
				return err
			}
			last = n.pk
		}
		if len(nodes) == 0 {
			break
		}
	}
	_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO derived VALUES ('search', ?1)", search.Made(model))
	return err
}

type nodeRow struct {
	pk int64
	store.Node
}

// pageOf reads some nodes, as far as they can be searched.
func pageOf(ctx context.Context, tx *sql.Conn, model *query.Model, columns []query.Column, text string, after int64) ([]nodeRow, error) {
	rows, err := tx.QueryContext(ctx, text, after)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var nodes []nodeRow
	for rows.Next() {
		n := nodeRow{Node: store.Node{Columns: map[string]any{}}}
		var label string
		values := make([]any, len(columns))
		into := []any{&n.pk, &label}
		for i := range values {
			into = append(into, &values[i])
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		if n.Noun = model.Noun(label); n.Noun == nil {
			return nil, fmt.Errorf("node %d is a %q, which this Parley does not know", n.pk, label)
		}
		for i, c := range columns {
			if values[i] == nil {
				continue
			}
			if n.Columns[c.Name], err = column(c, values[i]); err != nil {
				return nil, err
			}
		}
		nodes = append(nodes, n)
	}
	return nodes, rows.Err()
}

// score is printer.ScoreFunction. The terms, which are the same in all of a statement, are read once.
func score(ctx sqlite3.Context, arg ...sqlite3.Value) {
	const terms = 4
	patterns, ok := ctx.GetAuxData(terms).([][]byte)
	if !ok {
		var texts []string
		if err := json.Unmarshal(arg[terms].RawText(), &texts); err != nil {
			ctx.ResultError(err)
			return
		}
		for _, t := range texts {
			patterns = append(patterns, []byte(t))
		}
		ctx.SetAuxData(terms, patterns)
	}
	ctx.ResultInt64(query.ScoreOfDocument(arg[0].RawText(), arg[1].RawText(), arg[2].Int64(), arg[3].Int64(), patterns))
}
