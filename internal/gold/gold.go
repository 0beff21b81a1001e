// Package gold measures the coder against texts that people annotated: it reads each set in the form in which it lies, scores what the coder
// makes of its texts, and says how sure the figures are. Sets are recognised by their form, so that another file of the same form can be
// given. It reads files and writes nothing. Start with Evaluate.
package gold

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/parleygraph/parley/internal/coder"
)

// Task is what is measured.
type Task string

const (
	Actors    Task = "actors"
	Speech    Task = "speech"
	Events    Task = "events"
	Talks     Task = "talks"
	Dates     Task = "dates"
	Sentences Task = "sentences"
)

// Tasks are all of them, in the order in which they are printed.
var Tasks = []Task{Sentences, Actors, Dates, Speech, Events, Talks}

// Tally is what one document adds to a figure.
type Tally struct {
	Found  int // right: wanted and given
	Given  int // by the coder
	Wanted int // by the gold set
}

// Figure is one line of the table. Its documents are kept apart, for the bootstrap draws documents, not items.
type Figure struct {
	Name  string  // "statements", "statements: act", "relations: MEETS"
	Share bool    // only Found of Wanted says something: precision and recall are the same
	Docs  []Tally // one for each document, in their order; all figures of a part have equally many
}

// Miss is an error of the coder.
type Miss struct {
	Document string `json:"document"`
	Figure   string `json:"figure"`
	Kind     string `json:"kind"`           // "missing", "wrong", "differs": found, but this part of it is not as wanted
	Rule     string `json:"rule,omitempty"` // the rule that made what is wrong
	Line     string `json:"line,omitempty"`
	Text     string `json:"text"` // the words it stands on, and what was wanted or given
}

// Part is what was measured on a set, or on a part of it that is reported apart.
type Part struct {
	Set       string // its path
	Form      string
	Name      string // "real", "synthetic"; "" where a set has no parts
	Task      Task
	Documents int
	Again     bool   // its figures are those of another part, too, and it is printed only where its task is asked for
	Main      string // the figure that stands for the whole part
	Figures   []Figure
	Misses    []Miss
}

// Sum adds the documents up.
func (f Figure) Sum() Tally {
	var t Tally
	for _, d := range f.Docs {
		t.Found += d.Found
		t.Given += d.Given
		t.Wanted += d.Wanted
	}
	return t
}

// Precision is NaN where nothing was given.
func (t Tally) Precision() float64 { return float64(t.Found) / float64(t.Given) }

// Recall is NaN where nothing was wanted.
func (t Tally) Recall() float64 { return float64(t.Found) / float64(t.Wanted) }

// F1 is NaN where nothing was given and nothing wanted.
func (t Tally) F1() float64 { return 2 * float64(t.Found) / float64(t.Given+t.Wanted) }

// draws is how often the bootstrap draws as many documents as there are.
const draws = 1000

// Interval is where a measure lies with 95 % when other documents of the same kind had been drawn. The same figure gives the same interval.
func (f Figure) Interval(measure func(Tally) float64) (low, high float64) {
	if len(f.Docs) == 0 {
		return math.NaN(), math.NaN()
	}
	random := rand.New(rand.NewPCG(1, 2))
	var values []float64
	for range draws {
		var t Tally
		for range f.Docs {
			d := f.Docs[random.IntN(len(f.Docs))]
			t.Found += d.Found
			t.Given += d.Given
			t.Wanted += d.Wanted
		}
		if v := measure(t); !math.IsNaN(v) {
			values = append(values, v)
		}
	}
	if len(values) == 0 {
		return math.NaN(), math.NaN()
	}
	slices.Sort(values)
	return values[len(values)*25/1000], values[min(len(values)*975/1000, len(values)-1)]
}

// board collects figures by name while documents are scored.
type board struct {
	figures map[string]*Figure
	misses  []Miss
	docs    int
}

// document begins the next one.
func (b *board) document() { b.docs++ }

// add counts for the document that was begun last.
func (b *board) add(name string, t Tally) {
	if b.figures == nil {
		b.figures = map[string]*Figure{}
	}
	f := b.figures[name]
	if f == nil {
		f = &Figure{Name: name}
		b.figures[name] = f
	}
	for len(f.Docs) < b.docs {
		f.Docs = append(f.Docs, Tally{})
	}
	d := &f.Docs[b.docs-1]
	d.Found += t.Found
	d.Given += t.Given
	d.Wanted += t.Wanted
}

// share counts one case that is right or not.
func (b *board) share(name string, right bool) {
	t := Tally{Given: 1, Wanted: 1}
	if right {
		t.Found = 1
	}
	b.add(name, t)
	b.figures[name].Share = true
}

// sorted returns the figures in the order of their names.
func (b *board) sorted() []Figure {
	var all []Figure
	for _, f := range b.figures {
		for len(f.Docs) < b.docs {
			f.Docs = append(f.Docs, Tally{})
		}
		all = append(all, *f)
	}
	slices.SortFunc(all, func(x, y Figure) int { return cmp.Compare(x.Name, y.Name) })
	return all
}

// Coder makes the coding of an article.
type Coder func(coder.Article) coder.Coding
