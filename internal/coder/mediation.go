package coder

import (
	"slices"

	"github.com/parleygraph/parley/internal/coder/text"
)

// mediations finds offers to mediate, and their acceptance and refusal, in the clauses of the text. What a speech act already says is made
// more precise; the others are added.
func (s *speaking) mediations() {
	seen := map[int]bool{}
	for k := range s.doc.Tokens {
		sentence := s.doc.SentenceOf(k)
		p, _, ok := s.mediated.at(s.doc, k, s.doc.Sentences[sentence].Last)
		if !ok || p.value != "mediation" {
			continue
		}
		best, act := -1, ""
		for i := range s.doc.Clauses {
			c := &s.doc.Clauses[i]
			if c.Sentence != sentence || c.Verb >= k || k >= c.Last && !s.reaches(c.Verb, k) || best >= 0 && s.doc.Clauses[best].Verb > c.Verb {
				continue
			}
			if a := s.answer(c, k); a != "" {
				best, act = i, a
			}
		}
		if best >= 0 && !seen[best] {
			seen[best] = true
			s.mediationAt(best, k, act, mediationCodes[act], p.line)
		}
	}
	// "Bishkek accepted", "turned the offer down": answers that do not say to what.
	for i := range s.doc.Clauses {
		c := &s.doc.Clauses[i]
		if seen[i] || len(c.Subjects) == 0 {
			continue
		}
		act := s.answer(c, -1)
		if act == "ACCEPT" || act == "REJECT" || act == "" && s.saysNo(c) {
			if act == "" {
				act = "REJECT"
			}
			end := c.Verb + 1
			short := len(c.Objects) == 0 && c.Content < 0 && c.Last-c.Verb <= 3
			for n := c.Verb + 1; n < c.Last; n++ {
				if p, e, ok := s.mediated.at(s.doc, n, c.Last); ok && p.value == "again" && s.doc.Tokens[n].Norm != "it" {
					end = max(end, e)
				}
			}
			if short || end > c.Verb+1 {
				s.mediationAt(i, end-1, act, "", "")
			}
		}
	}
}

// reaches tells whether what a verb governs may reach a token behind its clause: near, with no other verb of a main clause between them.
func (s *speaking) reaches(verb, k int) bool {
	if k-verb > 20 {
		return false
	}
	for n := verb + 1; n < k; n++ {
		if c := s.at.clause[n]; c >= 0 && s.doc.Clauses[c].Verb == n && s.doc.Clauses[c].Finite {
			return false
		}
	}
	return true
}

// saysNo tells whether a clause says "no", and nothing else.
func (s *speaking) saysNo(c *text.Clause) bool {
	next := c.Verb + 1
	return s.doc.Tokens[c.Verb].Lemma == "say" && next < len(s.doc.Tokens) && s.doc.Tokens[next].Norm == "no" && (next+1 >= len(s.doc.Tokens) || s.doc.Tokens[next+1].Tag == text.Mark)
}

// answer says what the verb of a clause does with an offer: OFFER, ACCEPT, REJECT; "" nothing.
func (s *speaking) answer(c *text.Clause, k int) string {
	lemma := s.doc.Tokens[c.Verb].Lemma
	if c.Particle >= 0 {
		if a := s.answering[lemma+"_"+s.doc.Tokens[c.Particle].Norm]; a != "" {
			return a
		}
	}
	for n := c.Verb + 1; n < min(c.Verb+6, c.Last); n++ { // a particle behind the object
		if a := s.answering[lemma+"_"+s.doc.Tokens[n].Norm]; a != "" {
			return a
		}
	}
	if a := s.answering[lemma]; a != "" {
		return a
	}
	if k >= 0 {
		switch lemma {
		case "be", "stand", "remain", "express", "reiterate", "signal", "announce", "declare", "voice", "repeat", "make":
			for n := c.Verb; n < min(k, c.Verb+6); n++ {
				if s.ready[s.doc.Tokens[n].Norm] {
					return "OFFER"
				}
			}
		}
	}
	return ""
}

// mediationAt makes the speech act of a clause one about mediation, or adds it.
func (s *speaking) mediationAt(clause, k int, act, code, line string) {
	c := &s.doc.Clauses[clause]
	who := s.actorsOf(c.Subjects)
	for g := c; len(who) == 0 && g.Governor >= 0 && !c.Finite; {
		g = &s.doc.Clauses[g.Governor]
		who = s.actorsOf(g.Subjects)
	}
	if c.Passive {
		return
	}
	first := c.Group[0]
	for _, p := range c.Subjects {
		if p.First < first && p.First >= c.First {
			first = p.First
		}
	}
	last := k + 1
	if c.Particle >= last && c.Particle < last+3 { // "turned the offer down"
		last = c.Particle + 1
	}
	span := s.doc.SpanOf(first, last)
	own := -1
	for i := range s.all {
		x := &s.all[i]
		if s.sentenceOf(x.span) == c.Sentence && x.span.Start <= s.doc.Tokens[c.Verb].Start && s.doc.Tokens[c.Verb].End <= x.span.End && (len(who) == 0 && s.ownSubjectOf(x, clause) || s.sameSide(x.speakers, who)) {
			if own = i; x.attribution >= 0 && within(s.doc.Tokens[c.Verb].Span, s.said[x.attribution].cue) {
				break
			}
		}
	}
	modality := "asserted"
	if s.conditional(clause) || s.conditionAfter(k) {
		modality = "conditional"
	}
	if own >= 0 {
		switch s.all[own].act {
		case "OFFER", "PROMISE", "ASSERT", "ANNOUNCE", "ACCEPT", "REJECT", "DENY":
		default: // said in one breath with something else
			if code == "" {
				return
			}
			who, own = s.all[own].speakers, -1
		}
	}
	if own >= 0 {
		x := &s.all[own]
		if code == "" && (x.act == act && x.cameo != s.codeOf(act) || x.attribution >= 0 && x.act != act && x.act != "ASSERT" && x.act != "ACCEPT") {
			return
		}
		x.act, x.negative = act, c.Negated
		if code == "" {
			code = s.codeOf(act)
		}
		x.cameo, x.kind, x.modality, x.event = code, "", modality, -1
		return
	}
	if len(who) == 0 || len(who) > 2 {
		return
	}
	if code == "" {
		code = s.codeOf(act)
	}
	at := s.attributionAt(s.doc.Tokens[c.Verb].Start)
	s.all = append(s.all, statement{span: span, speakers: who, behalf: s.behalf(who), act: act, cameo: code, modality: modality, negative: c.Negated, attribution: -1, event: -1, rule: "mediation", line: line, confidence: 0.8, by: at,
		said: s.saidIn(c)})
}

// ownSubjectOf tells whether the subject of a clause is who makes a statement.
func (s *speaking) ownSubjectOf(x *statement, clause int) bool {
	return x.attribution >= 0 && s.ownSubject(&s.said[x.attribution], clause)
}

// conditionAfter tells whether what follows a token in its sentence is a condition: "should either side ask for it", "if requested", "provided that".
func (s *speaking) conditionAfter(k int) bool {
	last := s.doc.Sentences[s.doc.SentenceOf(k)].Last
	for n := k + 1; n < last; n++ {
		switch s.doc.Tokens[n].Norm {
		case "if", "unless", "provided", "providing":
			return true
		case "should":
			return n+1 < last && s.doc.Tokens[n-1].Tag != text.Pronoun && (s.doc.Tokens[n+1].Tag == text.Determiner || s.doc.Tokens[n+1].Tag == text.Name || s.doc.Tokens[n+1].Norm == "either" || s.doc.Tokens[n+1].Norm == "both")
		}
	}
	return false
}

// attributionAt returns the attribution in whose content an offset lies, the innermost; -1: none.
func (a *analysis) attributionAt(offset int) int {
	best, size := -1, 0
	for i := range a.said {
		for _, c := range a.said[i].content {
			if c.Start <= offset && offset < c.End && (best < 0 || c.End-c.Start < size) {
				best, size = i, c.End-c.Start
			}
		}
	}
	return best
}

// eachOther makes two statements of "each side blames the other".
func (s *speaking) eachOther() {
	for i := range s.all {
		x := &s.all[i]
		if len(x.speakers) != 2 || x.attribution < 0 || len(s.at.pair) != 2 || !slices.Equal(x.speakers, s.at.pair) {
			continue
		}
		first, last := s.doc.TokensIn(x.span)
		for k := first; k+1 < last; k++ {
			if n := s.doc.Tokens[k].Norm; (n == "the" || n == "each") && s.doc.Tokens[k+1].Norm == "other" || n == "one" && s.doc.Tokens[k+1].Norm == "another" {
				y := *x
				pair := s.at.pair
				x.speakers, x.addressed = pair[:1:1], []int{pair[1]}
				y.speakers, y.addressed = pair[1:2:2], []int{pair[0]}
				s.all = append(s.all, y)
				return
			}
		}
	}
}
