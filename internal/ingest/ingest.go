// Package ingest is the one way facts get in: it reads files, checks them whole, and writes them in batches. A file with a fault is
// refused whole, with the line and the reason. It imports article, diplomacy, query and store. Start with Load.
//
// Four kinds of files are read:
//
//	NAME.txt          an article, with front matter
//	NAME.facts.yaml   what was curated: from NAME.txt when it is there, each fact with the words it rests on
//	states.tsv        a table of nodes without evidence, named after the noun's root field
//	*.jsonl           a dump
package ingest

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

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
}

// Load reads sources and writes what is right in them. What it has written stays written when it is interrupted, and a second run
// completes it. The error is of the store or of ctx; faults in files are in the report.
func Load(ctx context.Context, s store.Store, model *query.Model, sources []Source, o Options) (Report, error) {
	if o.Progress == nil {
		o.Progress = func(int, int) {}
	}
	l := &loader{store: s, model: model, report: Report{DryRun: o.DryRun, Problems: []Problem{}}}
	for _, src := range sources {
		if err := l.discover(src); err != nil {
			return l.report, err
		}
	}
	total := 2 * len(l.units)
	for i, u := range l.units {
		if err := ctx.Err(); err != nil {
			return l.report, interrupted(err)
		}
		u.read(model)
		o.Progress(i+1, total)
	}
	l.define()
	if err := l.resolve(ctx); err != nil {
		return l.report, err
	}
	done := len(l.units)
	for _, u := range l.units {
		if u.refused() {
			l.report.Refused++
			done++
			continue
		}
		l.report.Files++
		for _, n := range u.nodes {
			l.report.Nodes++
			if is(model, n.noun, "Fact") {
				l.report.Facts++
			}
			if n.noun.Name == "Evidence" {
				l.report.Evidence++
			}
		}
	}
	for _, u := range l.units {
		l.report.Problems = append(l.report.Problems, u.problems...)
	}
	o.Progress(done, total)
	if o.DryRun {
		o.Progress(total, total)
		return l.report, nil
	}
	for _, group := range l.groups() {
		if err := ctx.Err(); err != nil {
			return l.report, interrupted(err)
		}
		if err := l.write(ctx, group); err != nil {
			if ctx.Err() != nil {
				err = interrupted(err)
			}
			return l.report, err
		}
		done += len(group)
		o.Progress(done, total)
	}
	return l.report, nil
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
	store  store.Store
	model  *query.Model
	units  []*unit
	report Report
	// defined says which unit defines a node, by id.
	defined map[string]*unit
}

// kinds are the endings of the files that are read.
var kinds = []string{".facts.yaml", ".txt", ".tsv", ".jsonl"}

func kind(name string) string {
	i := slices.IndexFunc(kinds, func(k string) bool { return strings.HasSuffix(name, k) && !strings.HasPrefix(path.Base(name), ".") })
	if i < 0 {
		return ""
	}
	return kinds[i]
}

// discover finds the files of a source. An article and the facts beside it are one unit.
func (l *loader) discover(src Source) error {
	info, err := fs.Stat(src.FS, src.Path)
	if err != nil {
		return diplomacy.Errorf(diplomacy.NotFound, "%s: cannot be read: %v", src.name(src.Path), unwrapPath(err))
	}
	if !info.IsDir() {
		if kind(src.Path) == "" {
			return diplomacy.Errorf(diplomacy.Invalid, "%s: is none of the files that can be loaded: NAME.txt, NAME.facts.yaml, a table NAME.tsv, or a dump NAME.jsonl", src.name(src.Path))
		}
		l.file(src, src.Path)
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
			l.file(src, p)
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

func (l *loader) file(src Source, p string) {
	stem := p
	if k := kind(p); k == ".txt" || k == ".facts.yaml" {
		stem = strings.TrimSuffix(p, k)
	}
	u := &unit{source: src, stem: stem}
	if slices.ContainsFunc(l.units, func(o *unit) bool { return o.source.name(o.stem) == src.name(stem) }) {
		return // the other file of the pair, or the same file named twice
	}
	l.units = append(l.units, u)
}

// define notes who defines what, and refuses units that define what another has defined already. A refused unit keeps its place, so that
// those who refer to it are told why they cannot.
func (l *loader) define() {
	l.defined = map[string]*unit{}
	first, keys := map[string]*node{}, map[string]*node{}
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
				k := fmt.Sprint(n.noun.Name, "\x00", p.Name, "\x00", v)
				if other, ok := keys[k]; ok {
					u.problem(n.file, n.line, "%s:%s has the %s %v, which %s:%s has already, at %s:%d", n.noun.Name, n.key, p.Name, v, other.noun.Name, other.key, other.file, other.line)
				}
				keys[k] = n
			}
		}
	}
}

// resolve refuses units that refer to what neither the load nor the store has, and then those that refer to refused ones.
func (l *loader) resolve(ctx context.Context) error {
	wanted := map[string]bool{}
	for _, u := range l.units {
		for _, r := range u.refs() {
			if d := l.defined[r.id]; d != u {
				wanted[r.id] = true // a refused file's nodes may be in the store from an earlier load
			}
		}
	}
	stored, err := l.stored(ctx, wanted)
	if err != nil {
		return err
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
	for again := true; again; {
		again = false
		for _, u := range l.units {
			if u.refused() {
				continue
			}
			for _, r := range u.refs() {
				if d := l.defined[r.id]; d != nil && d.refused() && !stored[r.id] {
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
	const most = 1000
	found := map[string]bool{}
	all := make([]any, 0, len(ids))
	for id := range ids {
		all = append(all, id)
	}
	for chunk := range slices.Chunk(all, most) {
		answer, err := l.store.Read(ctx, &query.Read{Set: &query.Set{
			Noun:    l.model.Noun("Node"),
			Filter:  query.Compare{Column: query.ID, Op: query.In, Value: chunk},
			Order:   []query.Order{{Column: query.ID}},
			Limit:   most,
			Columns: []query.Selected{{Column: query.ID}},
			Rows:    true,
		}})
		if err != nil {
			return nil, err
		}
		for _, row := range answer.List[0].List {
			found[row.List[0].Text] = true
		}
	}
	return found, nil
}

// groups puts units that refer to each other together, and what is referred to before what refers (Tarjan's algorithm).
func (l *loader) groups() [][]*unit {
	var groups [][]*unit
	index, low := map[*unit]int{}, map[*unit]int{}
	var stack []*unit
	var visit func(u *unit)
	visit = func(u *unit) {
		index[u] = len(index) + 1
		low[u] = index[u]
		stack = append(stack, u)
		for _, r := range u.refs() {
			d := l.defined[r.id]
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
		for nodes := range slices.Chunk(b.Nodes, mostRecords) {
			batches = append(batches, store.Batch{Nodes: nodes})
		}
		for edges := range slices.Chunk(b.Edges, mostRecords) {
			batches = append(batches, store.Batch{Edges: edges})
		}
	}
	for _, b := range batches {
		changes, err := l.store.Write(ctx, b)
		if diplomacy.CodeOf(err) == diplomacy.Conflict {
			// The store knows something that the files do not: a natural key that another node has.
			for _, u := range group {
				u.problem(u.name(), 0, "%v", err)
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
