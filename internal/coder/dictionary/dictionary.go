// Package dictionary holds what the coder knows of the world and of the language of diplomacy: tables of tab-separated values that a
// researcher can read, change and add to. Every line knows the file and the number under which it stands, so that every fact can name the line
// it comes from. It knows nothing of articles. Start with Load.
//
// A table begins with a line that names its columns; the first is the key, and no two lines have the same. A line beginning with "#" is a
// comment. A list in a cell is separated by "|". columns.tsv says what each column of each table holds: a table, or a column, that is not there
// is an error.
//
// A user's folder is laid on top, file by file: a line whose key is known replaces the line whole, one whose key is new is added, and a line that
// is nothing but "-" and a key takes that line away. Its tables need not have all the columns; those left out are empty.
package dictionary

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/parleygraph/parley/internal/diplomacy"
)

//go:embed *.tsv */*.tsv
var embedded embed.FS

// Dictionary is all tables, read.
type Dictionary struct {
	// Hash is of every line of every table: two dictionaries with the same hash code an article alike.
	Hash   string
	tables map[string]*Table
	names  []string // of the tables, sorted
}

// Table is one file, or several laid on top of each other.
type Table struct {
	Name    string // as "actors/states.tsv"
	Columns []string
	Rows    []Row // in the order of their keys
	rules   []rule
	byKey   map[string]int
}

// Row is a line.
type Row struct {
	File  string // as the table's name; in a user's folder with the folder in front
	Line  int    // from 1
	Key   string
	table *Table
	cells []string
}

// Where is the line's address, as "actors/states.tsv:12".
func (r Row) Where() string { return r.File + ":" + strconv.Itoa(r.Line) }

// Get returns the cell of a column. A column that the table does not have is a mistake of the caller's.
func (r Row) Get(column string) string {
	i := slices.Index(r.table.Columns, column)
	if i < 0 {
		panic("dictionary: " + r.table.Name + " has no column " + column)
	}
	return r.cells[i]
}

// List returns the cell of a column as a list.
func (r Row) List(column string) []string { return list(r.Get(column)) }

func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// Table returns a table by its name, which must be one of those embedded.
func (d *Dictionary) Table(name string) *Table {
	t := d.tables[name]
	if t == nil {
		panic("dictionary: there is no table " + name)
	}
	return t
}

// Tables returns all tables, sorted by name.
func (d *Dictionary) Tables() []*Table {
	all := make([]*Table, len(d.names))
	for i, n := range d.names {
		all[i] = d.tables[n]
	}
	return all
}

// Row finds a line by its key.
func (t *Table) Row(key string) (Row, bool) {
	i, ok := t.byKey[key]
	if !ok {
		return Row{}, false
	}
	return t.Rows[i], true
}

// Layer is a folder of tables.
type Layer struct {
	Name  string // what its lines are reported under; "" for the ones that are built in
	Files fs.FS
}

// Load reads the tables that are built in, and lays the user's folders on top of them, in their order. The error names every line that cannot
// be read.
func Load(user ...Layer) (*Dictionary, error) {
	d := &Dictionary{tables: map[string]*Table{}}
	rules, err := readRules(embedded)
	if err != nil {
		return nil, err
	}
	var bad []error
	for _, l := range append([]Layer{{Files: embedded}}, user...) {
		bad = append(bad, d.lay(l, rules)...)
	}
	for name := range rules {
		if d.tables[name] == nil {
			bad = append(bad, diplomacy.Errorf(diplomacy.Invalid, "columns.tsv: there is no table %s", name))
		}
	}
	if len(bad) > 0 {
		slices.SortFunc(bad, func(a, b error) int { return cmp.Compare(a.Error(), b.Error()) })
		return nil, errors.Join(bad...)
	}
	h := sha256.New()
	for name, t := range d.tables {
		d.names = append(d.names, name)
		t.sort()
	}
	slices.Sort(d.names)
	for _, name := range d.names {
		t := d.tables[name]
		h.Write([]byte(name + "\n" + strings.Join(t.Columns, "\t") + "\n"))
		for _, r := range t.Rows {
			h.Write([]byte(strings.Join(r.cells, "\t") + "\n"))
		}
	}
	d.Hash = hex.EncodeToString(h.Sum(nil))
	return d, nil
}

// lay reads a folder's tables on top of those that are there.
func (d *Dictionary) lay(l Layer, rules map[string][]rule) (bad []error) {
	err := fs.WalkDir(l.Files, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(name) != ".tsv" || name == columnsFile {
			return err
		}
		if rules[name] == nil {
			bad = append(bad, diplomacy.Errorf(diplomacy.Invalid, "%s: no table has this name; those that are known are in %s", path.Join(l.Name, name), columnsFile))
			return nil
		}
		b, err := fs.ReadFile(l.Files, name)
		if err != nil {
			return err
		}
		t := d.tables[name]
		if t == nil {
			t = &Table{Name: name, rules: rules[name], byKey: map[string]int{}}
			for _, r := range t.rules {
				t.Columns = append(t.Columns, r.column)
			}
			d.tables[name] = t
		}
		bad = append(bad, t.read(path.Join(l.Name, name), b)...)
		return nil
	})
	if err != nil {
		bad = append(bad, diplomacy.Errorf(diplomacy.Invalid, "cannot read the dictionary's folder %s: %v", l.Name, err))
	}
	return bad
}

// read adds the lines of a file.
func (t *Table) read(file string, b []byte) (bad []error) {
	wrong := func(line int, format string, args ...any) {
		bad = append(bad, diplomacy.Errorf(diplomacy.Invalid, "%s:%d: "+format, append([]any{file, line}, args...)...))
	}
	var at []int // of each cell of a line, the column in the table
	here := map[string]int{}
	n := 0
	for line := range bytes.Lines(b) {
		n++
		line = bytes.TrimRight(line, "\r\n")
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if !utf8.Valid(line) {
			wrong(n, "is not UTF-8")
			continue
		}
		s := string(line)
		if strings.TrimSpace(s) == "" || strings.HasPrefix(s, "#") {
			continue
		}
		cells := strings.Split(s, "\t")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if at == nil {
			for i, c := range cells {
				k := slices.Index(t.Columns, c)
				switch {
				case k < 0:
					wrong(n, "the column %q is not known; %s has %s", c, t.Name, strings.Join(t.Columns, ", "))
				case slices.Contains(at, k):
					wrong(n, "the column %q is there twice", c)
				case i == 0 && k != 0:
					wrong(n, "the first column must be the key, %q", t.Columns[0])
				}
				at = append(at, k)
			}
			if len(bad) > 0 {
				return bad
			}
			continue
		}
		if key, ok := strings.CutPrefix(s, "-"); ok && len(cells) == 1 {
			i, known := t.byKey[key]
			if !known {
				wrong(n, "there is no line %q to take away", key)
				continue
			}
			t.Rows = slices.Delete(t.Rows, i, i+1)
			t.index()
			continue
		}
		if len(cells) > len(at) {
			wrong(n, "has %d cells, the header %d", len(cells), len(at))
			continue
		}
		r := Row{File: file, Line: n, Key: cells[0], table: t, cells: make([]string, len(t.Columns))}
		for i, c := range cells {
			r.cells[at[i]] = c
		}
		if r.Key == "" {
			wrong(n, "has no %s", t.Columns[0])
			continue
		}
		if first, twice := here[r.Key]; twice {
			wrong(n, "%s %q is there already, in line %d", t.Columns[0], r.Key, first)
			continue
		}
		here[r.Key] = n
		if i, known := t.byKey[r.Key]; known {
			t.Rows[i] = r
			continue
		}
		t.byKey[r.Key] = len(t.Rows)
		t.Rows = append(t.Rows, r)
	}
	if at == nil {
		wrong(max(n, 1), "has no header")
	}
	return bad
}

func (t *Table) sort() {
	slices.SortFunc(t.Rows, func(a, b Row) int { return cmp.Compare(a.Key, b.Key) })
	t.index()
}

func (t *Table) index() {
	clear(t.byKey)
	for i, r := range t.Rows {
		t.byKey[r.Key] = i
	}
}
