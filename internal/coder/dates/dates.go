// Package dates finds expressions of time in English news and says which days they mean, against the day on which the article appeared. It
// is pure and knows no actor, no clause and no event: Find reads a text, and whoever knows the clause better can ask an Expression again with
// the tense that the clause has. A result is an EDTF date as internal/diplomacy reads it, never more precise than the words; where the words do
// not fix one, there is none.
package dates

import "github.com/parleygraph/parley/internal/article"

// Tense says whether what is told lies before the article or after it. It decides which Friday "Friday" is.
type Tense uint8

const (
	Unknown Tense = iota
	Past
	Future
)

// Expression is a passage that says when.
type Expression struct {
	article.Span              // with its preposition and what else belongs to it: "late on Sunday", "since 2011"
	Core         article.Span // the date alone: "Sunday", "2011"
	Text         string       // the words of Span
	EDTF         string       // "" where the words and the day of publication do not fix one
	Rule         string       // how it was read: "weekday", "since-year"
	Tense        Tense        // what the words around it say of it; Unknown: nothing

	when   when
	anchor anchor
}

// As gives the same expression in a clause of another tense.
func (e Expression) As(t Tense) Expression {
	e.Tense = t
	e.EDTF = e.when.edtf(e.anchor, t)
	return e
}

// Find gives the expressions of time in s, in their order; they do not overlap. Published is the EDTF date of the article, as precise as is
// known, or "".
func Find(s, published string) []Expression {
	p := scan(s)
	if len(p.found) == 0 {
		return nil
	}
	a := readAnchor(published)
	out := make([]Expression, len(p.found))
	for i, f := range p.found {
		e := Expression{
			Span: article.Span{Start: int(p.tokens[f.start].start), End: int(p.tokens[f.end-1].end)},
			Core: article.Span{Start: int(p.tokens[f.core].start), End: int(p.tokens[f.coreEnd-1].end)},
			Rule: f.when.rule(), when: f.when, anchor: a,
		}
		e.Text = s[e.Start:e.End]
		e = e.As(p.tense(f))
		if e.Tense == Past && f.when.yearWouldBeSaid(a) {
			e.EDTF = ""
		}
		out[i] = e
	}
	return out
}
