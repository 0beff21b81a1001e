// Package ingest is the one way facts get in: it reads files, checks them whole, and writes them in batches. A file with a fault is
// refused whole, with the line and the reason; of a file with many articles, the article with the fault is. It imports article, coder,
// diplomacy, query and store. Start with Load.
//
// What people have made is read first, and held until all of it is checked:
//
//	NAME.facts.yaml   what was curated: from NAME.txt when it is there, each fact with the words it rests on
//	states.tsv        a table of nodes without evidence, named after the noun's root field
//	*.jsonl           a dump
//
// Then come articles without curated facts, in any of the formats that article/formats reads: a stream, of which one batch is held at a time
// (articles.go). A coder finds facts in them (coding.go).
package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// Source is a file or a folder to load.
type Source struct {
	FS   fs.FS
	Path string // within FS
	Name string // what people call the root of FS; messages name files below it
}

// name is what people call a file of the source.
func (s Source) name(p string) string { return path.Join(s.Name, p) }

// Options of Load.
type Options struct {
	DryRun   bool                  // check everything, write nothing
	Progress func(done, total int) // called as files are read and written; may be nil

	Published string            // when articles were published that do not say so: EDTF
	Outlet    string            // who published those that do not say so: the key or the name of an Outlet
	Fields    map[string]string // see formats.Options
	Now       time.Time         // what is published later is refused; the zero time: nothing is

	// Coder makes the coder that finds facts in articles without curated ones. It is called once, when there are some; nil: nobody finds any.
	Coder func() (*Coder, error)
}

// Problem is a fault in a file.
type Problem struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"` // from 1; 0: the file as a whole
	Message string `json:"message"`
}

func (p Problem) String() string {
	if p.Line == 0 {
		return p.File + ": " + p.Message
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Message)
}

// Report says what came of a load.
type Report struct {
	Files    int           `json:"files"`   // read, and not refused
	Refused  int           `json:"refused"` // files of which nothing was written
	Problems []Problem     `json:"problems"`
	Nodes    int           `json:"nodes"`
	Facts    int           `json:"facts"`
	Evidence int           `json:"evidence"`
	DryRun   bool          `json:"dryRun"`
	Changes  store.Changes `json:"changes"`

	// Of articles without curated facts.
	Articles int `json:"articles,omitempty"` // that were read, and not refused
	Copies   int `json:"copies,omitempty"`   // of these, copies of other articles
	Partial  int `json:"partial,omitempty"`  // of these, summaries or beginnings
	Foreign  int `json:"foreign,omitempty"`  // of these, in a language that is not coded
	Repeated int `json:"repeated,omitempty"` // came again in files of several articles, and were passed over
	Passed   int `json:"passed,omitempty"`   // pages of web archives that hold no article
}

// Load reads sources and writes what is right in them. What it has written stays written when it is interrupted, and a second run
// completes it. The error is of the store or of ctx; faults in files are in the report.
func Load(ctx context.Context, s store.Store, model *query.Model, sources []Source, o Options) (Report, error) {
	if o.Progress == nil {
		o.Progress = func(int, int) {}
	}
	l := &loader{store: s, model: model, options: o, report: Report{DryRun: o.DryRun, Problems: []Problem{}}, found: map[string]bool{}}
	for _, src := range sources {
		if err := l.discover(src); err != nil {
			return l.report, err
		}
	}
	l.total = 2 * len(l.units)
	for _, f := range l.streams {
		l.total += f.weight()
	}
	if err := l.curated(ctx); err != nil {
		return l.report, err
	}
	return l.report, l.articles(ctx)
}

// progress says that some of the work is done.
func (l *loader) progress(more int) {
	l.done += more
	l.options.Progress(l.done, l.total)
}

// curated reads, checks and writes what people have made.
func (l *loader) curated(ctx context.Context) error {
	for _, u := range l.units {
		if err := ctx.Err(); err != nil {
			return interrupted(err)
		}
		u.read(l.model)
		l.progress(1)
	}
	l.define()
	if err := l.resolve(ctx); err != nil {
		return err
	}
	for _, u := range l.units {
		if u.keyed { // it comes again, as an article to code; then it is counted
			if u.refused() {
				l.streams = slices.DeleteFunc(l.streams, func(s *stream) bool { return s.name() == u.name() })
				l.report.Refused++
			}
			continue
		}
		if u.refused() {
			l.report.Refused++
			l.progress(1)
			continue
		}
		l.report.Files++
		l.count(u.nodes)
	}
	for _, u := range l.units {
		l.report.Problems = append(l.report.Problems, u.problems...)
	}
	for _, group := range l.groups() {
		if l.options.DryRun {
			l.progress(len(group))
			continue
		}
		if err := ctx.Err(); err != nil {
			return interrupted(err)
		}
		if err := l.write(ctx, group); err != nil {
			if ctx.Err() != nil {
				err = interrupted(err)
			}
			return err
		}
		l.progress(len(group))
	}
	return nil
}

// count counts nodes for the report.
func (l *loader) count(nodes []*node) {
	for _, n := range nodes {
		l.report.Nodes++
		if is(l.model, n.noun, "Fact") {
			l.report.Facts++
		}
		if n.noun.Name == "Evidence" {
			l.report.Evidence++
		}
	}
}

func interrupted(err error) error {
	return diplomacy.Wrap(diplomacy.Unavailable, err, "interrupted; run it again to complete it")
}

// is reports whether a noun is, or implements, the one of that name.
func is(model *query.Model, n *query.Noun, name string) bool {
	other := model.Noun(name)
	return other != nil && n.Is(other)
}

type loader struct {
	store       store.Store
	model       *query.Model
	options     Options
	units       []*unit
	streams     []*stream
	coder       *Coder          // nil: nobody codes
	found       map[string]bool // names of files, so that each is read once
	done, total int             // see Options.Progress
	report      Report
	// defined says which unit defines a node, by id.
	defined map[string]*unit
	claims  []*claim
	moving  map[string]bool // by id: nodes that give a natural key up or take it
}

// claim is a natural key that a node of a file has, other than key: by property and value, no two nodes of a noun have the same.
type claim struct {
	unit     *unit
	node     *node
	property *query.Property
	value    any
	owner    string // the id of another node that has it in the store
	ownerKey string
}

func (c *claim) id() string {
	return fmt.Sprint(c.node.noun.Name, "\x00", c.property.Name, "\x00", c.value)
}

// kinds are the endings of the files that are read of a folder, and zipped those that may have ".gz" behind them. A file that is named itself can
// have any.
var (
	kinds  = append([]string{".facts.yaml", ".tsv"}, zipped...)
	zipped = []string{".txt", ".jsonl", ".ndjson", ".html", ".htm", ".xhtml", ".rss", ".atom", ".xml", ".warc"}
)

func kind(name string) string {
	if strings.HasPrefix(path.Base(name), ".") {
		return ""
	}
	ends, of, gz := name, kinds, ""
	if plain, ok := strings.CutSuffix(name, ".gz"); ok {
		ends, of, gz = plain, zipped, ".gz"
	}
	for _, k := range of {
		if strings.HasSuffix(ends, k) {
			return k + gz
		}
	}
	return ""
}

// discover finds the files of a source. An article and the facts beside it are one unit.
func (l *loader) discover(src Source) error {
	info, err := fs.Stat(src.FS, src.Path)
	if err != nil {
		return diplomacy.Errorf(diplomacy.NotFound, "%s: cannot be read: %v", src.name(src.Path), unwrapPath(err))
	}
	if !info.IsDir() {
		l.file(src, src.Path, info)
		return nil
	}
	return fs.WalkDir(src.FS, src.Path, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return diplomacy.Errorf(diplomacy.NotFound, "%s: cannot be read: %v", src.name(p), unwrapPath(err))
		}
		if d.IsDir() && p != src.Path && strings.HasPrefix(d.Name(), ".") {
			return fs.SkipDir
		}
		if !d.IsDir() && kind(p) != "" {
			info, err := fs.Stat(src.FS, p) // a link is what it leads to; one that leads nowhere is a problem when it is read
			if err != nil || !info.IsDir() {
				l.file(src, p, info)
			}
		}
		return nil
	})
}

func unwrapPath(err error) error {
	if e, ok := err.(*fs.PathError); ok {
		return e.Err
	}
	return err
}

// file takes a file for what people have made, or for articles.
func (l *loader) file(src Source, p string, info fs.FileInfo) {
	stem, streams, keyed := p, false, false
	switch k := kind(p); k {
	case ".facts.yaml", ".txt":
		stem = strings.TrimSuffix(p, k)
		if _, err := fs.Stat(src.FS, stem+".facts.yaml"); k == ".txt" && err != nil {
			stem, streams = p, true
			keyed = hasKey(head(src, p))
		}
	case ".tsv":
	case ".jsonl":
		streams = !isDump(head(src, p))
	default:
		streams = true
	}
	if l.found[src.name(stem)] {
		return // the other file of the pair, or the same file named twice
	}
	l.found[src.name(stem)] = true
	if !streams || keyed {
		l.units = append(l.units, &unit{source: src, stem: strings.TrimSuffix(stem, ".txt"), keyed: keyed})
	}
	if streams {
		s := &stream{source: src, path: p}
		if info != nil {
			s.size = info.Size()
		}
		l.streams = append(l.streams, s)
	}
}

// head reads the beginning of a file; what cannot be read has none, and is a problem when it is read.
func head(src Source, p string) string {
	f, err := src.FS.Open(p)
	if err != nil {
		return ""
	}
	defer func() { _ = f.Close() }()
	b := make([]byte, 4<<10)
	n, _ := io.ReadFull(f, b)
	return strings.TrimPrefix(string(b[:n]), "\ufeff")
}

// isDump tells a dump from articles, by its first line; an empty file is the dump of an empty store.
func isDump(head string) bool {
	head = strings.TrimSpace(head)
	return head == "" || strings.HasPrefix(head, `{"noun":"`) || strings.HasPrefix(head, `{"edge":"`)
}

// hasKey reports that an article's front matter gives it a key: files that people have made may refer to it.
func hasKey(head string) bool {
	if !strings.HasPrefix(head, "---") {
		return false
	}
	front, _, _ := strings.Cut(head[3:], "\n---")
	return strings.Contains(front, "\nkey:")
}

// define notes who defines what, and refuses units that define what another has defined already. A refused unit keeps its place, so that
// those who refer to it are told why they cannot.
func (l *loader) define() {
	l.defined = map[string]*unit{}
	first, keys := map[string]*node{}, map[string]*node{}
	l.claims = nil
	for _, u := range l.units {
		for _, n := range u.nodes {
			if other, ok := first[n.id]; ok {
				u.problem(n.file, n.line, "%s:%s is defined already, at %s:%d", n.noun.Name, n.key, other.file, other.line)
				continue
			}
			first[n.id], l.defined[n.id] = n, u
			for _, p := range n.noun.Properties {
				v, ok := n.columns[p.Name]
				if !p.Unique || !ok || p.Name == query.Key.Name {
					continue
				}
				c := &claim{unit: u, node: n, property: p, value: v}
				l.claims = append(l.claims, c)
				if other, ok := keys[c.id()]; ok {
					u.problem(n.file, n.line, "%s:%s has the %s %v, which %s:%s has already, at %s:%d", n.noun.Name, n.key, p.Name, v, other.noun.Name, other.key, other.file, other.line)
				}
				keys[c.id()] = n
			}
		}
	}
}

// resolve refuses units that refer to what neither the load nor the store has, or that take natural keys of nodes in the store, and then
// those that count on refused ones.
func (l *loader) resolve(ctx context.Context) error {
	wanted := map[string]bool{}
	for _, u := range l.units {
		for _, r := range u.refs() {
			if d := l.defined[r.id]; d != u {
				wanted[r.id] = true // a refused file's nodes may be in the store from an earlier load
			}
		}
	}
	for _, u := range l.units {
		for _, n := range u.nodes {
			if u.keyed {
				wanted[n.id] = true
			}
		}
	}
	stored, err := l.stored(ctx, wanted)
	if err != nil {
		return err
	}
	for _, u := range l.units {
		u.there = u.keyed && len(u.nodes) > 0 && stored[u.nodes[0].id]
	}
	for _, u := range l.units {
		told := map[string]bool{}
		for _, r := range u.refs() {
			if l.defined[r.id] == nil && !stored[r.id] && !told[r.id] {
				told[r.id] = true
				u.problem(r.file, r.line, "%s", r.missing(nil))
			}
		}
	}
	if err := l.owners(ctx); err != nil {
		return err
	}
	for again := true; again; {
		again = false
		for _, c := range l.claims {
			if c.owner == "" || c.unit.refused() {
				continue
			}
			if d := l.defined[c.owner]; d == nil || d.refused() {
				c.unit.problem(c.node.file, c.node.line, "%s:%s has the %s %v, which %[1]s:%[5]s has already, in the store", c.node.noun.Name, c.node.key, c.property.Name, c.value, c.ownerKey)
				again = true
			}
		}
		for _, u := range l.units {
			if u.refused() {
				continue
			}
			for _, r := range u.refs() {
				if d := l.defined[r.id]; d != nil && d != u && d.refused() && !stored[r.id] {
					u.problem(r.file, r.line, "%s", r.missing(d))
					again = true
				}
			}
		}
	}
	return nil
}

// stored looks up which ids the store has.
func (l *loader) stored(ctx context.Context, ids map[string]bool) (map[string]bool, error) {
	found := map[string]bool{}
	all := make([]any, 0, len(ids))
	for id := range ids {
		all = append(all, id)
	}
	for chunk := range slices.Chunk(all, mostAsked) {
		rows, err := l.ask(ctx, l.model.Noun("Node"), query.ID, chunk)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			found[row[0].Text] = true
		}
	}
	return found, nil
}

// owners looks up which nodes of the store have the natural keys that are claimed. An owner that is in the files, too, gives its key up.
func (l *loader) owners(ctx context.Context) error {
	type kind struct {
		noun     *query.Noun
		property *query.Property
	}
	claims := map[kind]map[string]*claim{}
	for _, c := range l.claims {
		k := kind{c.node.noun, c.property}
		if claims[k] == nil {
			claims[k] = map[string]*claim{}
		}
		claims[k][c.id()] = c
	}
	for k, all := range claims {
		column := k.property.Columns()[0]
		for chunk := range slices.Chunk(slices.Collect(maps.Values(all)), mostAsked) {
			values := make([]any, len(chunk))
			for i, c := range chunk {
				values[i] = c.value
			}
			rows, err := l.ask(ctx, k.noun, column, values, query.Key)
			if err != nil {
				return err
			}
			for _, row := range rows {
				var value any = row[0].Text
				if row[0].Kind == query.IntegerValue {
					value = row[0].Integer()
				}
				c := all[(&claim{node: &node{noun: k.noun}, property: k.property, value: value}).id()]
				if id := diplomacy.ID(k.noun.Name, row[1].Text); c != nil && id != c.node.id {
					c.owner, c.ownerKey = id, row[1].Text
				}
			}
		}
	}
	l.moving = map[string]bool{}
	for _, c := range l.claims {
		if d := l.defined[c.owner]; d != nil {
			c.unit.after = append(c.unit.after, d)
			l.moving[c.owner], l.moving[c.node.id] = true, true
		}
	}
	return nil
}

// mostAsked bounds what is looked up at once.
const mostAsked = 1000

// ask looks up the nodes of a noun with one of some values in a column, and answers that column of each, and others.
func (l *loader) ask(ctx context.Context, noun *query.Noun, column query.Column, values []any, others ...query.Column) ([][]query.Value, error) {
	columns := []query.Selected{{Column: column}}
	for _, c := range others {
		columns = append(columns, query.Selected{Column: c})
	}
	answer, err := l.store.Read(ctx, &query.Read{Set: &query.Set{
		Noun: noun, Filter: query.Compare{Column: column, Op: query.In, Value: values}, Order: []query.Order{{Column: query.ID}},
		Limit: len(values), Columns: columns, Rows: true,
	}})
	if err != nil {
		return nil, err
	}
	var rows [][]query.Value
	for _, row := range answer.List[0].List {
		rows = append(rows, row.List)
	}
	return rows, nil
}

// groups puts units that need each other together, and what is needed before what needs it (Tarjan's algorithm): a node that is referred to,
// and one that gives a natural key up.
func (l *loader) groups() [][]*unit {
	var groups [][]*unit
	index, low := map[*unit]int{}, map[*unit]int{}
	var stack []*unit
	var visit func(u *unit)
	visit = func(u *unit) {
		index[u] = len(index) + 1
		low[u] = index[u]
		stack = append(stack, u)
		before := slices.Clone(u.after)
		for _, r := range u.refs() {
			before = append(before, l.defined[r.id])
		}
		for _, d := range before {
			if d == nil || d == u || d.refused() {
				continue
			}
			if index[d] == 0 {
				visit(d)
				low[u] = min(low[u], low[d])
			} else if slices.Contains(stack, d) {
				low[u] = min(low[u], index[d])
			}
		}
		if low[u] == index[u] {
			at := slices.Index(stack, u)
			groups = append(groups, slices.Clone(stack[at:]))
			stack = stack[:at]
		}
	}
	for _, u := range l.units {
		if !u.refused() && index[u] == 0 {
			visit(u)
		}
	}
	return groups
}

// mostRecords bounds what one transaction writes of a dump.
const mostRecords = 5000

// write writes a group whole or not at all. Only dumps, which can be of any size, go in several batches: nodes first.
func (l *loader) write(ctx context.Context, group []*unit) error {
	b := store.Batch{Whole: true}
	for _, u := range group {
		if u.there {
			continue
		}
		for _, n := range u.nodes {
			b.Nodes = append(b.Nodes, store.Node{Noun: n.noun, ID: n.id, Columns: n.columns})
			for _, r := range n.refs {
				b.Edges = append(b.Edges, r.edge(n.id))
			}
		}
		if u.dump {
			b.Whole = false
		}
		b.Edges = append(b.Edges, u.edges...)
	}
	batches := []store.Batch{b}
	if !b.Whole {
		batches = nil
		// A natural key can move within a batch only.
		moves := func(n store.Node) bool { return l.moving[n.ID] }
		stays := slices.DeleteFunc(slices.Clone(b.Nodes), moves)
		nodes := append(slices.DeleteFunc(b.Nodes, func(n store.Node) bool { return !moves(n) }), stays...)
		for nodes := range slices.Chunk(nodes, mostRecords) {
			batches = append(batches, store.Batch{Nodes: nodes})
		}
		for edges := range slices.Chunk(b.Edges, mostRecords) {
			batches = append(batches, store.Batch{Edges: edges})
		}
	}
	for _, b := range batches {
		changes, err := l.store.Write(ctx, b)
		if diplomacy.CodeOf(err) == diplomacy.Conflict {
			// Somebody else has written what contradicts the files, since they were checked.
			message := err.Error()
			if e := (*diplomacy.Error)(nil); errors.As(err, &e) {
				message = e.Message
			}
			for _, u := range group {
				u.problem(u.name(), 0, "%s", message)
				l.report.Problems = append(l.report.Problems, u.problems...)
			}
			l.report.Files -= len(group)
			l.report.Refused += len(group)
			return nil
		}
		if err != nil {
			return err
		}
		l.report.Changes.Add(changes)
	}
	return nil
}
