package coder

import (
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/coder/text"
)

// findEvents reads who did what to whom out of the clauses and nouns of a text. What is not said in so many words is left out: an event has
// somebody who did it, and, but for talks and withdrawals, somebody to whom it was done; both are what a phrase is about, not only named in it.
func (a *acts) findEvents(x *analysis, at *index) {
	f := &eventFinder{analysis: x, at: at, actReader: a.reader(x.doc, true), taken: map[int]bool{}}
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

// eventFinder makes events of what a strict reader finds.
type eventFinder struct {
	*analysis
	*actReader
	at    *index
	taken map[int]bool
}

// act makes an event of what a clause says, where it says who did it.
func (f *eventFinder) act(i int, m meaning) {
	c := &f.analysis.doc.Clauses[i]
	e := event{clause: i, sentence: c.Sentence, cameo: m.code, kind: m.kind, modality: "asserted", negative: m.negative, rule: "event-" + m.rule, line: m.line, through: m.through, by: f.speech(c.Verb), confidence: min(0.5+0.1*float64(m.weight), 0.9)}
	if m.plain != "" { // planned and denied acts keep their own code
		e.cameo, e.kind = m.plain, m.kind
	}
	e.modality = f.modality(i, m)
	first, last := c.Group[0], max(c.Group[1], m.target[1])
	for _, p := range f.agents(c) {
		e.sources = f.heading(e.sources, p)
		if p.First >= c.First && p.Last <= c.Last {
			first, last = min(first, p.First), max(last, p.Last)
		}
	}
	if len(e.sources) == 0 && e.by >= 0 && f.itself(c) {
		e.sources = slices.Clone(f.said[e.by].speakers)
	}
	if len(e.sources) == 0 {
		return
	}
	for _, p := range m.who {
		e.targets = f.heading(e.targets, p)
		if i := f.owner(p, e.cameo); i >= 0 && !slices.Contains(e.targets, i) {
			e.targets = append(e.targets, i)
		}
	}
	e.targets = slices.DeleteFunc(e.targets, func(t int) bool { return slices.Contains(e.sources, t) })
	if joint := m.operator == "INTENT" && f.analysis.doc.Tokens[c.Verb].Lemma == "agree"; len(e.targets) == 0 && len(e.sources) > 1 && (together(e.cameo) || joint) {
		e.sources, e.targets = e.sources[:1:1], e.sources[1:] // what two do together, each does to the other
		if joint && strings.HasPrefix(e.cameo, "03") && e.cameo != "036" {
			e.cameo, e.kind = "057", ""
		}
	}
	if !f.holds(&e, m) {
		return
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

// itself tells whether the subject is a pronoun for who speaks: "said it had expelled", but not in a clause further down, where it may be another's.
func (f *eventFinder) itself(c *text.Clause) bool {
	if c.Relative {
		return false
	}
	for _, s := range c.Subjects {
		switch t := &f.analysis.doc.Tokens[s.Head]; t.Norm {
		case "it", "he", "she", "they", "we", "i":
			return t.Tag == text.Pronoun && f.at.outer[s.Head] < 0
		}
	}
	return false
}

// agents are who acts: the subject, or who stands behind "by" where the verb is passive.
func (f *eventFinder) agents(c *text.Clause) []text.Phrase {
	if !c.Passive {
		return c.Subjects
	}
	for _, k := range c.Complements {
		if f.analysis.doc.Tokens[k.Preposition].Norm == "by" {
			return f.joined(k.Phrase)
		}
	}
	return nil
}

// heading adds the actors whom a phrase is about: not those who are only named in it, as the state in "Iran's economy".
func (f *eventFinder) heading(to []int, p text.Phrase) []int {
	i := f.at.outer[p.Head]
	if i < 0 {
		return to
	}
	m := &f.cast.mentions[i]
	if m.entity < 0 || m.place || m.adjective {
		return to
	}
	for _, e := range append([]int{m.entity}, m.also...) {
		if !slices.Contains(to, e) {
			to = append(to, e)
		}
	}
	return to
}

// owner is whom an act of force or a sanction hits in what is his: "suspended the airline's permit", "an offensive into Syria"; -1: nobody.
func (f *eventFinder) owner(p text.Phrase, cameo string) int {
	doc := f.analysis.doc
	if cameo < "16" {
		return -1
	}
	if i := f.at.outer[p.Head]; i >= 0 && f.cast.mentions[i].place && p.Preposition >= 0 && (doc.Tokens[p.Preposition].Norm == "into" || doc.Tokens[p.Preposition].Norm == "on") {
		if e := f.cast.mentions[i].entity; e >= 0 && f.cast.entities[e].kind == State {
			return e
		}
	}
	if !f.sets["PROPERTY"][doc.Tokens[p.Head].Lemma] {
		return -1
	}
	for t := p.First; t+1 < p.Head; t++ {
		if i := f.at.outer[t]; i >= 0 && doc.Tokens[t+1].Tag == text.Possessive && f.cast.mentions[i].last >= t+1 && !f.cast.mentions[i].adjective {
			return f.cast.mentions[i].entity
		}
	}
	return -1
}

// holds tells whether an event may stand as it is, and calls by its right name what is only verbal.
func (f *eventFinder) holds(e *event, m meaning) bool {
	c := &f.analysis.doc.Clauses[e.clause]
	if !c.Finite && !f.happens(c) || f.open(c) {
		return false
	}
	if (e.cameo >= "15" || e.cameo[:2] == "04") && f.anyIn(f.sets["SPORT"], [2]int{f.analysis.doc.Sentences[c.Sentence].First, f.analysis.doc.Sentences[c.Sentence].Last}, nil) {
		return false
	}
	if strings.HasPrefix(e.cameo, "190") && (f.personal(e.sources) || f.personal(e.targets)) {
		// Candidates attack each other, with words; nobody but a force attacks otherwise.
		if lemma := f.analysis.doc.Tokens[c.Verb].Lemma; lemma != "attack" && lemma != "assail" || len(e.targets) == 0 {
			return false
		}
		e.cameo, e.kind = "111", ""
	}
	return len(e.targets) > 0 || f.targetless(e.cameo, m)
}

// happens tells whether a clause that is not finite says that something is so: "ending the talks", but not "to end the talks", "accused of
// ending the talks" or "before ending the talks".
func (f *eventFinder) happens(c *text.Clause) bool {
	t := &f.analysis.doc.Tokens[c.Group[0]]
	if c.Group[0] > 0 && f.analysis.doc.Tokens[c.Group[0]-1].Tag == text.Determiner || t.Tag == text.To || t.Tag == text.Base || c.Mark >= 0 && f.analysis.doc.Tokens[c.Mark].Norm != "by" && f.analysis.doc.Tokens[c.Mark].Norm != "after" {
		return false
	}
	return !slices.ContainsFunc(f.analysis.doc.Clauses, func(o text.Clause) bool { return o.Content >= 0 && &f.analysis.doc.Clauses[o.Content] == c })
}

// open tells whether a clause, or one that it goes on from, leaves open whether what it says is so: "until it signs and withdraws", "hopes that
// it signs".
func (f *eventFinder) open(c *text.Clause) bool {
	for {
		for i := range f.analysis.doc.Clauses {
			if o := &f.analysis.doc.Clauses[i]; o.Content >= 0 && &f.analysis.doc.Clauses[o.Content] == c && f.wishes(f.analysis.doc.Tokens[o.Verb].Lemma) {
				return true
			}
		}
		if c.Mark >= 0 {
			switch f.analysis.doc.Tokens[c.Mark].Norm {
			case "until", "till", "before", "whether", "lest", "than":
				return true
			}
		}
		if c.With < 0 {
			return false
		}
		c = &f.analysis.doc.Clauses[c.With]
	}
}

// wishes tells whether what a verb governs is wished, asked for, feared or denied.
func (f *eventFinder) wishes(verb string) bool {
	return f.sets["WISH"][verb] || slices.ContainsFunc(f.opVerbs[verb], func(o operator) bool {
		switch o.name {
		case "INTENT", "PLAN", "DEMAND", "APPEAL", "THREATEN", "TRY", "REJECT", "FAIL", "HALT":
			return true
		}
		return false
	})
}

// personal tells whether all of some actors are single persons.
func (f *eventFinder) personal(who []int) bool {
	return len(who) > 0 && !slices.ContainsFunc(who, func(i int) bool {
		e := &f.cast.entities[i]
		return e.plural || e.kind != Official && e.kind != Unnamed
	})
}

// targetless tells whether an act says something without anybody to whom it is done: what is about talks concerns those who talk.
func (f *eventFinder) targetless(cameo string, m meaning) bool {
	for _, p := range []string{"026", "027", "028", "0256", "036", "037", "038", "039", "087", "106", "107", "108", "1056", "125", "126", "134", "135", "164", "165"} {
		if strings.HasPrefix(cameo, p) {
			return true
		}
	}
	return m.weight > 2 && !slices.ContainsFunc(m.who, func(p text.Phrase) bool { return !f.sets["SIDE"][f.analysis.doc.Tokens[p.Head].Lemma] }) && (strings.HasPrefix(cameo, "043") || strings.HasPrefix(cameo, "045"))
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
	case m.will, m.operator == "TRY", m.operator == "PLAN":
		return "planned"
	case !c.Finite && c.Governor >= 0 && c.Mark >= 0 && f.analysis.doc.Tokens[c.Mark].Norm == "to":
		return "planned"
	case !c.Finite && c.Group[0] < len(f.analysis.doc.Tokens) && f.analysis.doc.Tokens[c.Group[0]].Tag == text.To:
		return "planned"
	}
	return "asserted"
}
