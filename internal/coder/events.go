package coder

import (
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/coder/text"
)

// findEvents reads who did what to whom out of the clauses and nouns of a text. An event without somebody who did it is left out.
func (a *acts) findEvents(x *analysis, at *index) {
	f := &eventFinder{analysis: x, at: at, actReader: actReader{acts: a, doc: x.doc, done: map[int]meaning{}, busy: map[int]bool{}}, taken: map[int]bool{}}
	read := make([]meaning, len(x.doc.Clauses))
	for i := range x.doc.Clauses {
		m, ok := f.clause(i)
		if !ok {
			continue
		}
		read[i] = m
		if m.inner >= 0 {
			f.taken[m.inner] = true // what is agreed, refused or threatened is no act of its own
		}
	}
	for i, m := range read {
		if m.weight > 0 && !f.taken[i] && m.rule != "duty" {
			f.act(i, m)
		}
	}
	slices.SortStableFunc(x.events, func(a, b event) int { return a.span.Start - b.span.Start })
}

type eventFinder struct {
	*analysis
	actReader
	at    *index
	taken map[int]bool
}

// act makes an event of what a clause says, where it says who did it.
func (f *eventFinder) act(i int, m meaning) {
	c := &f.analysis.doc.Clauses[i]
	e := event{clause: i, sentence: c.Sentence, cameo: m.code, kind: m.kind, modality: "asserted", negative: m.negative, rule: "event-" + m.rule, line: m.line, by: f.speech(c.Verb), confidence: min(0.5+0.1*float64(m.weight), 0.9)}
	if m.plain != "" { // planned and denied acts keep their own code
		e.cameo, e.kind = m.plain, m.kind
	}
	e.modality = f.modality(i, m)
	first, last := c.Group[0], max(c.Group[1], m.target[1])
	agents := f.agents(c)
	for _, p := range agents {
		e.sources = f.actors(e.sources, p[0], p[1], false)
		if p[0] >= c.First && p[1] <= c.Last {
			first, last = min(first, p[0]), max(last, p[1])
		}
	}
	if len(e.sources) == 0 && e.by >= 0 && f.itself(c) {
		e.sources = slices.Clone(f.said[e.by].speakers)
	}
	if len(e.sources) == 0 {
		return
	}
	if m.target[0] < m.target[1] {
		e.targets = f.actors(nil, m.target[0], m.target[1], true)
	}
	e.targets = slices.DeleteFunc(e.targets, func(t int) bool { return slices.Contains(e.sources, t) })
	if joint := m.operator == "INTENT" && f.analysis.doc.Tokens[c.Verb].Lemma == "agree"; len(e.targets) == 0 && len(e.sources) > 1 && (together(e.cameo) || joint) {
		e.sources, e.targets = e.sources[:1:1], e.sources[1:] // what two do together, each does to the other
		if joint && strings.HasPrefix(e.cameo, "03") && e.cameo != "036" {
			e.cameo, e.kind = "057", ""
		}
	}
	for _, o := range c.Objects {
		if o.First <= last {
			last = max(last, o.Last)
		}
	}
	e.span = f.analysis.doc.SpanOf(first, min(last, max(c.Last, c.Group[1])))
	f.events = append(f.events, e)
}

// together tells whether an act has two parties who do the same.
func together(cameo string) bool {
	switch cameo {
	case "036", "037", "040", "041", "044", "046", "057", "06", "060", "062", "064":
		return true
	}
	return false
}

// itself tells whether the subject is a pronoun for who speaks: "said it had expelled".
func (f *eventFinder) itself(c *text.Clause) bool {
	for _, s := range c.Subjects {
		switch t := &f.analysis.doc.Tokens[s.Head]; t.Norm {
		case "it", "he", "she", "they", "we", "i":
			return t.Tag == text.Pronoun && f.at.outer[s.Head] < 0
		}
	}
	return false
}

// agents are the tokens that say who acts: the subject, or what stands behind "by" where the verb is passive.
func (f *eventFinder) agents(c *text.Clause) (all [][2]int) {
	if !c.Passive {
		for _, s := range c.Subjects {
			all = append(all, [2]int{s.First, s.Last})
		}
		return all
	}
	for _, k := range c.Complements {
		if f.analysis.doc.Tokens[k.Preposition].Norm == "by" {
			all = append(all, [2]int{k.Phrase.First, k.Phrase.Last})
		}
	}
	return all
}

// actors adds the actors who are named in the tokens; where loose, also a state of which only an adjective speaks ("the Israeli decision"), when
// nobody else is named.
func (f *eventFinder) actors(to []int, first, last int, loose bool) []int {
	before := len(to)
	for pass := range 2 {
		for k := first; k < last && k < len(f.at.outer); k++ {
			i := f.at.outer[k]
			if i < 0 {
				continue
			}
			m := &f.cast.mentions[i]
			if m.entity >= 0 && !m.place && (!m.adjective || pass == 1) && !slices.Contains(to, m.entity) {
				to = append(to, m.entity)
			}
			k = max(k, m.last-1)
		}
		if len(to) > before || !loose {
			break
		}
	}
	return to
}

// speech is the innermost attribution in whose content a token stands; -1: the narrator's.
func (f *eventFinder) speech(token int) int {
	at := f.analysis.doc.Tokens[token].Start
	best := -1
	size := 0
	for i, s := range f.said {
		for _, c := range s.content {
			if c.Start <= at && at < c.End && (best < 0 || c.End-c.Start < size) {
				best, size = i, c.End-c.Start
			}
		}
	}
	return best
}

// modality tells how far an act has come.
func (f *eventFinder) modality(i int, m meaning) string {
	c := &f.analysis.doc.Clauses[i]
	if c.Condition {
		return "hypothetical"
	}
	for k := range f.analysis.doc.Clauses {
		if o := &f.analysis.doc.Clauses[k]; o.Condition && o.Governor == i {
			return "conditional"
		}
	}
	switch c.Modal {
	case "may", "might", "could", "can":
		return "possible"
	}
	switch {
	case m.must:
		return "demanded"
	case m.will, m.operator == "TRY":
		return "planned"
	case !c.Finite && c.Governor >= 0 && c.Mark >= 0 && f.analysis.doc.Tokens[c.Mark].Norm == "to":
		return "planned"
	case !c.Finite && c.Group[0] < len(f.analysis.doc.Tokens) && f.analysis.doc.Tokens[c.Group[0]].Tag == text.To:
		return "planned"
	}
	return "asserted"
}
