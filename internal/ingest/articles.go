package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/article/formats"
	"github.com/parleygraph/parley/internal/coder"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// Articles without curated facts are read as a stream. Each is a unit, and each is refused by itself; a batch of them is checked against the
// store and written together. While one batch is written, the next is read and coded.

// stream is a file of such articles.
type stream struct {
	source        Source
	path          string
	size          int64
	several       bool // it may hold several articles
	read, refused int  // articles
	failed        bool // the file as a whole, or from some place on
}

func (f *stream) name() string { return f.source.name(f.path) }

// weight is the file's part in the work, as progress counts it: one for each 64 KiB.
func (f *stream) weight() int { return int(f.size>>16) + 1 }

// raw is what a unit has of an article without curated facts.
type raw struct {
	stream   *stream
	place    string // in its file, where that holds several
	line     int    // of its file, from 1
	node     *node
	outlet   value // its key or its name; null: unknown
	text     string
	partial  bool
	language string // as detected, or as it says
	foreign  bool   // it is not coded
	day      string
	firstDay string // of a copy: the day on which what it is a copy of was published
	shingles []uint32
	sketch   article.Sketch
	spans    []article.Span
	coding   *coder.Coding
	copyOf   *node // the first article of the same text
	repeated bool
}

// A batch ends with so many articles, or so many bytes of their texts.
const (
	mostArticles = 100
	mostBytes    = 4 << 20
)

// batch is what is written together.
type batch struct {
	units    []*unit
	problems []Problem // of files
	passed   int
	progress int
}

// articles reads, codes, checks and writes the articles that have no curated facts.
func (l *loader) articles(ctx context.Context) error {
	if len(l.streams) == 0 {
		return nil
	}
	if l.options.Coder != nil {
		var err error
		if l.coder, err = l.options.Coder(); err != nil {
			return err
		}
	}
	w := &writer{loader: l, first: map[[16]byte]string{}, known: map[string]bool{}, named: map[string]ref{}}
	batches := make(chan *batch, 1)
	reading, stop := context.WithCancel(ctx)
	var done sync.WaitGroup
	done.Go(func() {
		defer close(batches)
		r := &streamer{loader: l, ctx: reading, to: batches, now: &batch{}}
		for _, f := range l.streams {
			if reading.Err() != nil {
				return
			}
			r.file(f)
		}
		r.send()
	})
	err := func() error {
		for b := range batches {
			if err := ctx.Err(); err != nil {
				return interrupted(err)
			}
			if err := w.batch(ctx, b); err != nil {
				if ctx.Err() != nil {
					err = interrupted(err)
				}
				return err
			}
			l.progress(b.progress)
		}
		return nil
	}()
	stop()
	for range batches { // the reader may wait to send one more
	}
	done.Wait()
	if err == nil && ctx.Err() != nil {
		err = interrupted(ctx.Err())
	}
	for _, f := range l.streams {
		if f.refused == 0 && !f.failed || f.read > 0 {
			l.report.Files++
		} else {
			l.report.Refused++
		}
	}
	return err
}

// streamer reads files into batches.
type streamer struct {
	loader *loader
	ctx    context.Context
	to     chan<- *batch
	now    *batch
	bytes  int
}

// send codes what was read and hands it on.
func (r *streamer) send() {
	b := r.now
	r.now, r.bytes = &batch{}, 0
	if c := r.loader.coder; c != nil {
		var coding sync.WaitGroup
		next := make(chan *unit)
		for range runtime.GOMAXPROCS(0) {
			coding.Go(func() {
				for u := range next {
					u.article.prepare()
					u.code(r.ctx, c)
				}
			})
		}
		for _, u := range b.units {
			if !u.refused() {
				next <- u
			}
		}
		close(next)
		coding.Wait()
	} else {
		for _, u := range b.units {
			if !u.refused() {
				u.article.prepare()
			}
		}
	}
	select {
	case r.to <- b:
	case <-r.ctx.Done():
	}
}

// prepare computes what the writer needs of a text.
func (a *raw) prepare() {
	a.shingles = article.Shingles(a.text)
	a.sketch = article.SketchOf(a.shingles)
	a.spans = article.Sentences(a.text)
}

// counting counts what is read of a file.
type counting struct {
	io.Reader
	n int64
}

func (c *counting) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.n += int64(n)
	return n, err
}

func (r *streamer) file(f *stream) {
	told := 0
	tell := func(weight int) {
		r.now.progress += weight - told
		told = weight
	}
	problem := func(err error) {
		f.failed = true
		r.now.problems = append(r.now.problems, Problem{File: f.name(), Message: err.Error()})
	}
	defer func() { tell(f.weight()) }()
	file, err := f.source.FS.Open(f.path)
	if err != nil {
		problem(fmt.Errorf("cannot be read: %v", unwrapPath(err)))
		return
	}
	defer func() { _ = file.Close() }()
	count := &counting{Reader: file}
	opened, err := formats.Open(count, f.path)
	if err != nil {
		problem(err)
		return
	}
	f.several = opened.Format != formats.Text && opened.Format != formats.HTML
	err = opened.Each(formats.Options{Fields: r.loader.options.Fields}, func(found formats.Found) bool {
		if found.Passed {
			r.now.passed++
		} else {
			u := r.loader.article(f, found)
			r.now.units = append(r.now.units, u)
			r.bytes += len(found.Text)
		}
		tell(min(int(count.n>>16), f.weight()-1))
		if len(r.now.units) >= mostArticles || r.bytes >= mostBytes {
			r.send()
		}
		return r.ctx.Err() == nil
	})
	if err != nil && r.ctx.Err() == nil {
		problem(err)
	}
}

// besides are what the front matter of an article has elsewhere, and what is not kept here. Other names are refused: they may be misspelled.
var besides = func() map[string]bool {
	m := map[string]bool{}
	for name := range strings.FieldsSeq("author authors byline licence license copyright source section tags keywords category categories topic topics description summary synthetic note notes fetched accessed retrieved id place dateline country") {
		m[name] = true
	}
	return m
}()

// article makes a unit of an article. Its node has the key that an article with curated facts has.
func (l *loader) article(f *stream, found formats.Found) *unit {
	a := &raw{stream: f, place: found.Place, line: found.Line, text: found.Text, partial: found.Partial, day: found.Day}
	u := &unit{source: f.source, stem: f.path, article: a}
	line := max(found.Line, 1)
	r := &reader{unit: u, model: l.model, file: f.name(), place: found.Place}
	if found.Err != nil {
		r.problem(found.Line, "%v", found.Err)
		return u
	}
	front := r.front(article.Parts{FrontMatter: found.FrontMatter, FrontMatterLine: found.FrontMatterLine, Text: found.Text, TextLine: max(found.TextLine, line)})
	if u.refused() {
		return u
	}
	var fields []entry
	for _, e := range front {
		switch {
		case e.name == "outlet":
			a.outlet = e.value
		case e.name == "published" && strings.EqualFold(e.value.text, "unknown"):
		case besides[e.name]:
		default:
			fields = append(fields, e)
		}
	}
	say := func(name, text string, line int) {
		if text != "" && !has(fields, name) {
			fields = append(fields, entry{name, value{kind: scalar, text: text, line: line}})
		}
	}
	say("title", found.Title, line)
	say("url", found.URL, line)
	say("published", found.Published, line)
	say("publishedBasis", found.Basis, line)
	if found.Published == "" && !has(fields, "published") && l.options.Published != "" {
		say("published", l.options.Published, line)
		say("publishedBasis", "given when it was loaded", line)
	}
	if a.outlet.kind != scalar {
		a.outlet = value{kind: scalar, text: found.Outlet, line: line}
		if found.Outlet == "" {
			a.outlet.text = l.options.Outlet
		}
	}
	a.language = article.Language(a.text)
	declared := found.Language
	for _, e := range front {
		if e.name == "language" {
			declared = e.value.text
		}
	}
	if a.language == "" { // it cannot be told by its words
		a.language = declared
	}
	a.foreign = a.language != "" && a.language != "en" && !strings.HasPrefix(a.language, "en-")
	if declared != "" && !a.foreign {
		a.language = declared
	}
	say("language", a.language, line)
	if a.partial {
		say("partial", "true", line)
	}
	r.articleNode(fields)
	if u.refused() {
		return u
	}
	a.node = r.about
	if from, ok := a.node.columns["published_from"].(string); ok && !l.options.Now.IsZero() {
		// A day ahead: somewhere it is tomorrow already.
		if from > l.options.Now.UTC().Add(24*time.Hour).Format(time.RFC3339) {
			r.problem(a.lineOf(fields, "published"), "published is %v, which lies in the future; correct it", a.node.columns["published"])
		}
	}
	if a.day == "" {
		s, _ := a.node.columns["published"].(string)
		a.day = dayOf(s)
	}
	return u
}

func has(fields []entry, name string) bool {
	for _, e := range fields {
		if e.name == name && e.value.kind != null {
			return true
		}
	}
	return false
}

func (a *raw) lineOf(fields []entry, name string) int {
	for _, e := range fields {
		if e.name == name {
			return e.value.line
		}
	}
	return 0
}

// writer checks batches against the store and writes them.
type writer struct {
	*loader
	first  map[[16]byte]string // the articles of this load, by id, and where they stand
	copies *article.Copies     // of the store and of this load; nil: not read yet
	known  map[string]bool     // ids of actors and places that are there
	named  map[string]ref      // actors, outlets and places by noun and name
	coming []string            // ids of actors and places that the batch makes
	kept   int                 // nodes of the batch that are there, and are left as they are
}

// mostKnown bounds what is remembered of actors and places, so that memory stays flat.
const mostKnown = 200_000

func (w *writer) batch(ctx context.Context, b *batch) error {
	if len(w.known)+len(w.named) > mostKnown {
		clear(w.known)
		clear(w.named)
	}
	w.report.Passed += b.passed
	units := w.unrepeated(b.units)
	// The machinery that checks what people have made checks these, too: what is defined twice, and who has an address.
	check := &loader{store: w.store, model: w.model, units: units}
	check.define()
	if err := check.resolve(ctx); err != nil {
		return err
	}
	var good []*unit
	for _, u := range units {
		if !u.refused() {
			good = append(good, u)
		}
	}
	write, err := w.compose(ctx, good)
	if err != nil {
		return err
	}
	if !w.options.DryRun && len(good) > 0 {
		if err := w.put(ctx, good, write); err != nil {
			return err
		}
	}
	if len(good) > 0 && !good[0].refused() { // by what somebody else wrote
		for _, id := range w.coming {
			w.known[id] = true
		}
	}
	w.coming, w.kept = nil, 0
	for _, u := range b.units {
		a := u.article
		w.report.Problems = append(w.report.Problems, u.problems...)
		switch {
		case a.repeated:
			w.report.Repeated++
		case u.refused():
			a.stream.refused++
		default:
			a.stream.read++
			w.report.Articles++
			w.report.Problems = append(w.report.Problems, u.said...)
			w.count(u.nodes)
			if a.copyOf != nil {
				w.report.Copies++
			}
			if a.partial {
				w.report.Partial++
			}
			if a.foreign {
				w.report.Foreign++
			}
		}
	}
	w.report.Problems = append(w.report.Problems, b.problems...)
	return nil
}

// unrepeated leaves out articles that came before in this load. In a file of several that is no fault: feeds and archives overlap.
func (w *writer) unrepeated(units []*unit) []*unit {
	var all []*unit
	for _, u := range units {
		if u.refused() {
			continue
		}
		n := u.article.node
		id := [16]byte{}
		_, _ = hex.Decode(id[:], []byte(strings.ReplaceAll(n.id, "-", "")))
		at := fmt.Sprintf("%s:%d", n.file, n.line)
		if d := w.defined[n.id]; d != nil && !d.keyed {
			for _, other := range d.nodes {
				if other.id == n.id {
					w.first[id] = fmt.Sprintf("%s:%d", other.file, other.line)
				}
			}
		}
		switch before, ok := w.first[id]; {
		case ok && !u.article.stream.several:
			u.problem(n.file, n.line, "%s:%s is defined already, at %s", n.noun.Name, n.key, before)
		case ok:
			u.article.repeated = true
		default:
			w.first[id] = at
			all = append(all, u)
		}
	}
	return all
}

// put writes a batch: whole or not at all.
func (w *writer) put(ctx context.Context, units []*unit, batches []store.Batch) error {
	for _, b := range batches {
		changes, err := w.store.Write(ctx, b)
		if diplomacy.CodeOf(err) == diplomacy.Conflict {
			// Somebody else has written what contradicts them, since they were checked.
			for _, u := range units {
				u.problem(u.name(), 0, "%s; load it again", err.(*diplomacy.Error).Message)
			}
			return nil
		}
		if err != nil {
			return err
		}
		w.report.Changes.Add(changes)
	}
	w.report.Changes.NodesUnchanged += w.kept
	return nil
}

// keyOf makes the key of an article from its address and its text.
func keyOf(url, text string) string {
	sum := sha256.Sum256([]byte(url + "\n" + text))
	return hex.EncodeToString(sum[:8])
}

// read looks up nodes with one of some values in a column.
func (l *loader) look(ctx context.Context, noun *query.Noun, column query.Column, values []any, filter query.Filter, columns []query.Selected) ([][]query.Value, error) {
	var rows [][]query.Value
	for start := 0; start < len(values); start += mostAsked {
		chunk := values[start:min(start+mostAsked, len(values))]
		var f query.Filter = query.Compare{Column: column, Op: query.In, Value: chunk}
		if filter != nil {
			f = query.And{f, filter}
		}
		answer, err := l.store.Read(ctx, &query.Read{Set: &query.Set{Noun: noun, Filter: f, Order: []query.Order{{Column: query.ID}}, Limit: 4 * mostAsked, Columns: columns, Rows: true}})
		if err != nil {
			return nil, err
		}
		for _, row := range answer.List[0].List {
			rows = append(rows, row.List)
		}
	}
	return rows, nil
}
