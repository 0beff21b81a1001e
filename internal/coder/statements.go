package coder

import (
	"slices"

	"github.com/parleygraph/parley/internal/coder/dates"
	"github.com/parleygraph/parley/internal/coder/dictionary"
	"github.com/parleygraph/parley/internal/coder/text"
)

// factRules is what the dictionary says of codes and of what is said.
type factRules struct {
	codes    map[string]codeMeaning
	contents phrases[contentAct]
}

// codeMeaning is what a CAMEO code is as a speech act and as a relation; "" where it is none.
type codeMeaning struct{ act, relation string }

type contentAct struct{ act, cameo string }

func newFactRules(d *dictionary.Dictionary) *factRules {
	r := &factRules{codes: map[string]codeMeaning{}}
	for _, row := range d.Table("facts/codes.tsv").Rows {
		r.codes[row.Key] = codeMeaning{row.Get("act"), row.Get("relation")}
	}
	for _, row := range d.Table("facts/contents.tsv").Rows {
		r.contents.add(row.Key, contentAct{row.Get("act"), row.Get("cameo")}, row.Where())
	}
	return r
}

// meaning is that of the longest line that begins a code.
func (r *factRules) meaning(code string) codeMeaning {
	for n := len(code); n >= 2; n-- {
		if m, ok := r.codes[code[:n]]; ok {
			return m
		}
	}
	return codeMeaning{}
}

// statement is a speech act on its way to the coding.
type statement struct {
	span        text.Span
	speakers    []int
	behalf      []int
	act, cameo  string
	addressed   []int
	about       []int // rounds
	channel     string
	said        *dates.Expression
	quote       text.Span
	negative    bool
	modality    string
	attribution int // -1: an event's
	event       int // the event that is this act; -1: none
	rule, line  string
	confidence  float64
	by          int // the attribution in whose content it stands; -1: the narrator's
}

// speaking makes statements of one article.
type speaking struct {
	*factRules
	*analysis
	at     *index
	when   []dates.Expression
	rounds []round
	all    []statement
}

func (r *factRules) findStatements(a *analysis, at *index, when []dates.Expression, rounds []round) *speaking {
	s := &speaking{factRules: r, analysis: a, at: at, when: when, rounds: rounds}
	for i := range a.said {
		s.attributed(i)
	}
	s.acts()
	slices.SortStableFunc(s.all, func(x, y statement) int {
		if x.span.Start != y.span.Start {
			return x.span.Start - y.span.Start
		}
		return x.span.End - y.span.End
	})
	return s
}

// attributed makes the statements of an attribution: one, or where a quotation has several sentences one for each that does something else.
func (s *speaking) attributed(i int) {
	at := &s.said[i]
	if len(at.speakers) == 0 && at.source.Start < at.source.End {
		first, last := s.doc.TokensIn(at.source)
		at.speakers = s.named(s.at, first, last)
	}
	if len(at.speakers) == 0 {
		return
	}
	home := s.doc.Sentences[at.sentence]
	var parts []statement
	for _, c := range at.content {
		first, last := s.doc.TokensIn(c)
		if first >= last {
			continue
		}
		for n := s.doc.SentenceOf(first); n < len(s.doc.Sentences) && s.doc.Sentences[n].First < last; n++ {
			lo, hi := max(first, s.doc.Sentences[n].First), min(last, s.doc.Sentences[n].Last)
			if lo >= hi {
				continue
			}
			span := text.Span{Start: max(c.Start, s.doc.Tokens[lo].Start), End: min(c.End, s.doc.Tokens[hi-1].End)}
			if n == at.sentence {
				span = s.with(span, at, home)
			}
			one := statement{span: span, speakers: at.speakers, act: at.act, addressed: slices.Clone(at.addressed), channel: at.channel, negative: !at.polarity,
				modality: at.modality, attribution: i, event: -1, rule: at.rule, line: at.line, confidence: at.confidence, by: at.attribution}
			s.refine(&one, at, lo, hi)
			if k := len(parts) - 1; k >= 0 && parts[k].act == one.act && (one.act == "ASSERT" || n == s.sentenceOf(parts[k].span)) {
				if n == s.sentenceOf(parts[k].span) {
					parts[k].span.Start, parts[k].span.End = min(parts[k].span.Start, span.Start), max(parts[k].span.End, span.End)
				}
				continue
			}
			parts = append(parts, one)
		}
	}
	if len(at.content) == 0 {
		span := s.with(at.cue, at, home)
		parts = append(parts, statement{span: span, speakers: at.speakers, act: at.act, addressed: slices.Clone(at.addressed), channel: at.channel, negative: !at.polarity, modality: at.modality,
			attribution: i, event: -1, rule: at.rule, line: at.line, confidence: at.confidence, by: at.attribution})
	}
	for k := range parts {
		p := &parts[k]
		p.behalf = s.behalf(p.speakers)
		p.quote = s.quoteIn(at, p.span)
		p.about = s.talksIn(p.span)
		if k == 0 || s.sentenceOf(p.span) == at.sentence {
			p.said = s.saidAt(at, home)
		}
		if p.cameo == "" {
			p.cameo = actCodes[p.act]
		}
		s.all = append(s.all, *p)
	}
}

// actCodes are the CAMEO codes of acts of which nothing more is known.
var actCodes = map[string]string{"ASSERT": "010", "ANNOUNCE": "010", "ACKNOWLEDGE": "012", "ACCUSE": "112", "DENY": "010", "DEMAND": "100", "APPEAL": "020", "OFFER": "030", "PROMISE": "030", "THREATEN": "130",
	"WARN": "012", "REJECT": "120", "ACCEPT": "030", "CONDEMN": "111", "PRAISE": "051", "EXPRESS_CONCERN": "012", "THANK": "051"}

// with is a passage with the words that say who says it, as far as they stand in the same sentence.
func (s *speaking) with(span text.Span, at *attribution, home text.Sentence) text.Span {
	for _, more := range []text.Span{at.source, at.cue} {
		if more.Start < more.End && more.Start >= home.Start && more.End <= home.End {
			span.Start, span.End = min(span.Start, more.Start), max(span.End, more.End)
		}
	}
	return span
}

func (s *speaking) sentenceOf(span text.Span) int { return s.doc.SentenceAt(span.Start) }

// refine says what is done by saying it, where the cue says only that it was said.
func (s *speaking) refine(one *statement, at *attribution, lo, hi int) {
	// The cue may be an act that the events know better: "urged both sides to resume talks" is an appeal for dialogue.
	for i := range s.events {
		e := &s.events[i]
		if e.sentence != s.doc.SentenceOf(lo) || e.span.Start >= at.cue.End || e.span.End <= at.cue.Start {
			continue
		}
		if c := e.clause; c >= 0 && !within(s.doc.Tokens[s.doc.Clauses[c].Verb].Span, at.cue) {
			continue
		}
		m := s.meaning(e.cameo)
		if m.act == "" {
			continue
		}
		one.event, one.cameo = i, e.cameo
		if one.act == "ASSERT" || one.act == "" {
			one.act = m.act
		}
		if len(one.addressed) == 0 {
			one.addressed = slices.Clone(e.targets)
		}
		break
	}
	if one.act != "ASSERT" && one.act != "ANNOUNCE" {
		return
	}
	if one.event >= 0 {
		return
	}
	if s.byEvent(one, at, lo, hi) {
		return
	}
	for k := lo; k < hi; k++ {
		if p, _, ok := s.contents.at(s.doc, k, hi); ok {
			if s.negated(k) {
				continue
			}
			one.act, one.cameo = p.value.act, p.value.cameo
			one.line, one.rule = p.line, one.rule+"+content"
			if one.act == "DEMAND" || one.act == "APPEAL" {
				if c := s.at.clause[k]; c >= 0 && s.ownSubject(at, int(c)) {
					one.act, one.cameo = "ASSERT", "010"
				} else if c >= 0 {
					one.addressed = s.actorsOf(s.doc.Clauses[c].Subjects)
				}
			}
			return
		}
	}
	// "said it would ...": an announcement of what is planned.
	for k := lo; k < hi; k++ {
		c := s.at.clause[k]
		if c < 0 || s.doc.Clauses[c].Verb != k {
			continue
		}
		cl := &s.doc.Clauses[c]
		if cl.Condition || cl.Relative {
			continue
		}
		if (cl.Modal == "will" || cl.Modal == "would" || cl.Modal == "shall") && s.ownSubject(at, int(c)) {
			one.act, one.cameo, one.modality = "ANNOUNCE", "010", "planned"
		}
		break
	}
}

// byEvent takes the act from what is said to be done.
func (s *speaking) byEvent(one *statement, at *attribution, lo, hi int) bool {
	from, to := s.doc.Tokens[lo].Start, s.doc.Tokens[hi-1].End
	for i := range s.events {
		e := &s.events[i]
		if e.span.Start < from || e.span.End > to {
			continue
		}
		own := len(e.sources) == 0 || s.sameSide(e.sources, at.speakers)
		m := s.meaning(e.cameo)
		switch {
		case own && m.act != "" && m.act != "ASSERT":
			one.act, one.cameo, one.event = m.act, e.cameo, i
			one.modality = e.modality
			if len(one.addressed) == 0 {
				one.addressed = slices.Clone(e.targets)
			}
			one.rule += "+event"
			return true
		case !own && e.cameo >= "112" && !e.negative && e.cameo[:2] != "10":
			one.act, one.cameo, one.event = "ACCUSE", "112", -1
			one.rule += "+event"
			return true
		}
	}
	return false
}

// sameSide tells whether one of the first is one of the second, or speaks for one, or the other way round.
func (s *speaking) sameSide(x, y []int) bool {
	for _, a := range x {
		for _, b := range y {
			if a == b || s.cast.entities[a].of == b || s.cast.entities[b].of == a || s.cast.entities[a].of >= 0 && s.cast.entities[a].of == s.cast.entities[b].of {
				return true
			}
		}
	}
	return false
}

// ownSubject tells whether the subject of a clause is who speaks: "we", "it", or the speaker's state.
func (s *speaking) ownSubject(at *attribution, clause int) bool {
	c := &s.doc.Clauses[clause]
	for _, p := range c.Subjects {
		switch s.doc.Tokens[p.Head].Norm {
		case "we", "i":
			return true
		}
	}
	return s.sameSide(s.actorsOf(c.Subjects), at.speakers)
}

// actorsOf are the entities that phrases name.
func (s *speaking) actorsOf(phrases []text.Phrase) []int {
	var who []int
	for _, p := range phrases {
		for _, e := range s.named(s.at, p.First, p.Last) {
			who = union(who, e)
		}
	}
	return who
}

func (s *speaking) negated(k int) bool {
	for n := max(0, k-2); n < k; n++ {
		if s.doc.Tokens[n].Tag == text.Negation {
			return true
		}
	}
	return false
}

func within(x, in text.Span) bool { return x.Start >= in.Start && x.End <= in.End }

// behalf are those that the speakers speak for.
func (s *speaking) behalf(speakers []int) []int {
	var all []int
	for _, e := range speakers {
		if of := s.cast.entities[e].of; of >= 0 && !slices.Contains(speakers, of) {
			all = union(all, of)
		}
	}
	return all
}

// quoteIn is the first of the attribution's quotations that lies in a passage.
func (s *speaking) quoteIn(at *attribution, span text.Span) text.Span {
	for _, q := range at.quotes {
		inner := s.doc.Quotes[q].Inner
		if inner.Start >= span.End || inner.End <= span.Start {
			continue
		}
		cut := text.Span{Start: max(inner.Start, span.Start), End: min(inner.End, span.End)}
		if cut.Start < cut.End {
			return cut
		}
	}
	return text.Span{}
}

// talksIn are the rounds that are named in a passage.
func (s *speaking) talksIn(span text.Span) []int {
	var all []int
	for i := range s.rounds {
		if h := s.doc.Tokens[s.rounds[i].head].Start; h >= span.Start && h < span.End {
			k := i
			for s.rounds[k].sameAs >= 0 {
				k = s.rounds[k].sameAs
			}
			all = union(all, k)
		}
	}
	return all
}

// saidAt is when something was said: an expression of time in the sentence that is no part of what was said.
func (s *speaking) saidAt(at *attribution, home text.Sentence) *dates.Expression {
	for i := range s.when {
		e := &s.when[i]
		if e.Start < home.Start || e.End > home.End {
			continue
		}
		if slices.ContainsFunc(at.content, func(c text.Span) bool { return e.Start < c.End && e.End > c.Start }) {
			continue
		}
		// It must stand with the cue or at the head of the sentence, not in a clause of its own.
		if c := s.at.clause[s.doc.TokenAt(e.Start)]; at.clause >= 0 && c >= 0 && int(c) != at.clause && s.doc.Clauses[c].Relative {
			continue
		}
		return e
	}
	return nil
}

// acts makes statements of what the narrator tells as acts: "Peru rejected the offer", where no cue of speech said so.
func (s *speaking) acts() {
	for i := range s.events {
		e := &s.events[i]
		m := s.meaning(e.cameo)
		if m.act == "" || len(e.sources) == 0 {
			continue
		}
		if slices.ContainsFunc(s.all, func(x statement) bool {
			return x.event == i || s.sentenceOf(x.span) == e.sentence && x.attribution >= 0 && s.sameSide(x.speakers, e.sources) && overlaps(s.said[x.attribution].cue, e.span) && x.act == m.act
		}) {
			continue
		}
		modality := e.modality
		s.all = append(s.all, statement{span: e.span, speakers: e.sources, behalf: s.behalf(e.sources), act: m.act, cameo: e.cameo, addressed: e.targets, about: s.talksIn(e.span), modality: modality,
			negative: e.negative, attribution: -1, event: i, rule: e.rule, line: e.line, confidence: e.confidence, by: e.by, said: s.saidWith(e)})
	}
}

// saidWith is the expression of time in the clause of an event.
func (s *speaking) saidWith(e *event) *dates.Expression {
	if e.clause < 0 {
		return nil
	}
	c := &s.doc.Clauses[e.clause]
	in := s.doc.SpanOf(c.First, c.Last)
	for i := range s.when {
		if within(s.when[i].Span, in) {
			return &s.when[i]
		}
	}
	return nil
}

func overlaps(x, y text.Span) bool { return min(x.End, y.End) > max(x.Start, y.Start) }
