package coder

import (
	"github.com/parleygraph/parley/internal/coder/text"
)

// Named is an actor of an article with all places at which it is named, or referred to by a word that stands for it.
type Named struct {
	Actor
	At []text.Span // in the order of the text
}

// Cast returns the actors of an article: those of its Coding, with the same ids, and where they are. What is only a place is none.
func (r *Rules) Cast(article Article) []Named {
	a := r.analyse(article)
	w := &writer{speaking: &speaking{analysis: a}}
	var c Coding
	w.actors(&c)
	all := make([]Named, len(c.Actors))
	for i, actor := range c.Actors {
		all[i].Actor = actor
	}
	for _, m := range a.cast.mentions {
		if m.place || m.entity < 0 {
			continue
		}
		all[m.entity].At = append(all[m.entity].At, m.Span)
		for _, e := range m.also {
			all[e].At = append(all[e].At, m.Span)
		}
	}
	return all
}

// EvidenceAt gives the part of a Fact that says where it stands in a text.
func EvidenceAt(s string, span text.Span) Fact {
	words := s[span.Start:span.End]
	return Fact{Evidence: words, Occurrence: occurrence(s, words, span.Start), Start: span.Start, End: span.End}
}
