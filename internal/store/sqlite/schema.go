package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	printer "github.com/parleygraph/parley/internal/sql"
	"github.com/parleygraph/parley/internal/store"
)

// One table holds all nodes and one all edges: the same graph that Neo4j holds, so that one plan is printed for both in the same steps.
const tables = `
CREATE TABLE node (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL
) STRICT;
CREATE TABLE edge (
  src INTEGER NOT NULL REFERENCES node (pk),
  type TEXT NOT NULL,
  dst INTEGER NOT NULL REFERENCES node (pk),
  PRIMARY KEY (src, type, dst)
) WITHOUT ROWID, STRICT;
CREATE INDEX edge_reverse ON edge (dst, type, src);
`

// What is derived of nodes, and how it was made: when that is no longer how it is made, it is made anew.
const derived = "CREATE TABLE IF NOT EXISTS derived (what TEXT PRIMARY KEY, made TEXT NOT NULL) WITHOUT ROWID, STRICT"

// How many nodes there are of each noun is kept beside them: counting them would take the longer the more there are. A file that is older than
// this is counted once.
const totals = `
CREATE TABLE IF NOT EXISTS total (label TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID, STRICT;
CREATE TRIGGER IF NOT EXISTS node_added AFTER INSERT ON node BEGIN
  INSERT INTO total (label, n) VALUES (new.label, 1) ON CONFLICT (label) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER IF NOT EXISTS node_removed AFTER DELETE ON node BEGIN
  UPDATE total SET n = n - 1 WHERE label = old.label;
END;
INSERT INTO total (label, n) SELECT label, count(*) FROM node WHERE NOT EXISTS (SELECT 1 FROM total) GROUP BY label;
`

var columnTypes = map[query.Type]string{
	query.Text: "TEXT", query.Integer: "INTEGER", query.Real: "REAL", query.Boolean: "INTEGER", query.Texts: "TEXT",
}

// migrate brings a database to this model: a new file gets its tables, an older one the columns and indexes that it lacks. Nothing is ever
// dropped. The database's user_version is store.Version, or 0 in a new file.
func migrate(ctx context.Context, db *sql.DB, model *query.Model) error {
	var version int
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if err := checkVersion(version); err != nil {
		return err
	}
	return transaction(ctx, db, func(tx *sql.Conn) error { return upgrade(ctx, tx, model) })
}

func upgrade(ctx context.Context, tx *sql.Conn, model *query.Model) error {
	var version int
	// Again, now that nobody else can write: two that start at once on a new file both saw 0.
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	var statements []string
	if version == 0 {
		var others int
		if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&others); err != nil {
			return err
		}
		if others > 0 {
			return diplomacy.Errorf(diplomacy.Conflict, "the file is an SQLite database, but not one of Parley; name another file")
		}
		statements = append(statements, tables)
	}
	have := map[string]string{"pk": "INTEGER", "id": "TEXT", "label": "TEXT"}
	if version > 0 {
		var err error
		if have, err = columns(ctx, tx); err != nil {
			return err
		}
	}
	want := map[string]bool{"pk": true, "id": true, "label": true}
	for _, c := range model.Columns() {
		want[c.Name] = true
		switch typ, ok := have[c.Name]; {
		case !ok:
			statements = append(statements, fmt.Sprintf(`ALTER TABLE node ADD COLUMN "%s" %s`, c.Name, columnTypes[c.Type]))
		case typ != columnTypes[c.Type]:
			return diplomacy.Errorf(diplomacy.Conflict, "the database keeps %q as %s, this Parley as %s; dump it with the Parley that wrote it and load the dump into a new file", c.Name, typ, columnTypes[c.Type])
		}
	}
	for name := range have {
		if !want[name] {
			return diplomacy.Errorf(diplomacy.Conflict, "the database holds a property %q that this Parley does not know: it was written by a newer Parley; use that one, or another file", name)
		}
	}
	statements = append(statements, indexes(model)...)
	if version > 0 {
		statements = append(statements, defaults(model, have)...)
	}
	statements = append(statements, totals, derived, printer.SearchTable)
	statements = append(statements, fmt.Sprintf("PRAGMA user_version = %d", store.Version))
	for _, s := range statements {
		if _, err := tx.ExecContext(ctx, s); err != nil {
			return fmt.Errorf("%s: %w", s, err)
		}
	}
	return documents(ctx, tx, model)
}

// defaults give the nodes of an older file what they have where nothing is said. Values are those of the SDL's enums.
func defaults(model *query.Model, have map[string]string) []string {
	var all []string
	for _, n := range model.Concrete() {
		for _, p := range n.Properties {
			if _, ok := have[p.Name]; p.Default != "" && !ok {
				all = append(all, fmt.Sprintf(`UPDATE node SET "%s" = '%s' WHERE %s AND "%[1]s" IS NULL`, p.Name, p.Default, printer.Label(n)))
			}
		}
	}
	return all
}

func checkVersion(version int) error {
	if version > store.Version {
		return diplomacy.Errorf(diplomacy.Conflict, "the database was written by a newer Parley (its version is %d, this Parley knows %d); use that Parley, or another file", version, store.Version)
	}
	return nil
}

func columns(ctx context.Context, tx *sql.Conn) (map[string]string, error) {
	rows, err := tx.QueryContext(ctx, "SELECT name, type FROM pragma_table_info('node')")
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	have := map[string]string{}
	for rows.Next() {
		var name, typ string
		if err := rows.Scan(&name, &typ); err != nil {
			return nil, err
		}
		have[name] = typ
	}
	return have, rows.Err()
}

// indexes are partial ones, one for each noun and interface that needs it: a unique one for each natural key, which of an interface two nouns may
// have, and one for what is marked @index.
func indexes(model *query.Model) []string {
	var all []string
	for _, n := range model.Nouns {
		if n.Name == "Node" {
			continue
		}
		for _, p := range n.Properties {
			name := p.Columns()[0].Name
			switch {
			case name == query.ID.Name:
			case p.Unique && !n.Interface:
				all = append(all, fmt.Sprintf(`CREATE UNIQUE INDEX IF NOT EXISTS "%s.%s" ON node ("%s") WHERE %s`, n.Name, p.Name, name, printer.Label(n)))
			case p.Unique, p.Indexed:
				if p.Type == query.Date {
					name = strings.Join([]string{p.From(), p.To()}, `", "`)
				}
				all = append(all, fmt.Sprintf(`CREATE INDEX IF NOT EXISTS "%s.%s" ON node ("%s", id) WHERE %s`, n.Name, p.Name, name, printer.Label(n)))
			}
		}
	}
	return all
}
