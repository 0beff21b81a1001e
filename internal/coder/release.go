package coder

import (
	"slices"

	"github.com/parleygraph/parley/internal/coder/text"
)

// voice is who speaks where an article is a statement: a release of a government, which says "we".
type voice struct {
	speakers []int // the official who signs it, or side, or those whom it names; nil: the article is no release
	side     int   // the state or organization; -1: none
}

// ours are the words with which a release speaks of itself.
var ours = map[string]bool{"we": true, "i": true}

// release tells whether an article is a statement of somebody, and whose: it says "we" outside of quotations, and says who "we" are, or the
// first who acts is a state or an organization, or an official is named above it all.
func (a *analysis) release(at *index) voice {
	v := voice{side: -1}
	first := -1
	for i := range a.doc.Tokens {
		if t := &a.doc.Tokens[i]; ours[t.Norm] && a.doc.QuoteAt(t.Start) < 0 {
			first = i
			break
		}
	}
	if first < 0 {
		return v
	}
	if last := a.doc.Sentences[a.doc.SentenceOf(first)].Last; first+1 < last && a.doc.Tokens[first+1].Norm == "," {
		// "We, the foreign ministers of ...,"
		for k := first + 2; k < last && at.outer[k] >= 0 || k == first+2; k++ {
			if k >= last || at.outer[k] < 0 {
				break
			}
			m := a.cast.mentions[at.outer[k]]
			if m.entity >= 0 {
				v.speakers = append(v.speakers, m.entity)
			}
			break
		}
		return v
	}
	for _, c := range a.doc.Clauses {
		if !c.Finite || c.Relative || c.Condition || len(c.Subjects) == 0 {
			continue
		}
		p := c.Subjects[0]
		if a.doc.QuoteAt(a.doc.Tokens[p.First].Start) >= 0 {
			continue
		}
		if ours[a.doc.Tokens[p.Head].Norm] {
			break
		}
		if who := a.named(at, p.First, p.Last); len(who) == 1 {
			if k := a.cast.entities[who[0]].kind; k == State || k == Organization {
				v.side, v.speakers = who[0], who
			}
		}
		break
	}
	if signer := a.signer(at); signer >= 0 {
		if root := a.root(signer); v.side < 0 || root == signer || root == a.root(v.side) {
			v.speakers = []int{signer}
			if v.side < 0 && root != signer {
				v.side = root
			}
		}
	}
	return v
}

// signer is the official who is named above the text, in a line without a verb.
func (a *analysis) signer(at *index) int {
	for n := range min(len(a.doc.Sentences), 3) {
		s := a.doc.Sentences[n]
		verb := false
		for i := s.First; i < s.Last; i++ {
			if a.doc.Tokens[i].Norm == "attributable" { // "The following is attributable to ..."
				verb = false
				break
			}
			verb = verb || at.clause[i] >= 0 && a.doc.Clauses[at.clause[i]].Finite
		}
		if verb {
			return -1
		}
		for _, e := range a.named(at, s.First, s.Last) {
			if a.cast.entities[e].kind == Official {
				return e
			}
		}
	}
	return -1
}

// ownWords makes statements of the clauses of a release that no cue of speech has: all of it is said by who signs it.
func (s *speaking) ownWords() {
	if len(s.voice.speakers) == 0 {
		return
	}
	begun := false
	attributed := len(s.all)
	for i := range s.doc.Clauses {
		c := &s.doc.Clauses[i]
		if !c.Finite || c.Relative || c.Condition || c.Governor >= 0 || len(c.Subjects) == 0 || s.doc.QuoteAt(s.doc.Tokens[c.Verb].Start) >= 0 {
			continue
		}
		head := s.doc.Tokens[c.Subjects[0].Head].Norm
		who := s.actorsOf(c.Subjects)
		own := ours[head] || len(who) == 1 && (who[0] == s.voice.side || who[0] == s.voice.speakers[0])
		begun = begun || own
		if !begun {
			continue
		}
		verb := s.doc.Tokens[c.Verb].Span
		if slices.ContainsFunc(s.all[:attributed], func(x statement) bool { return within(verb, x.span) }) || slices.ContainsFunc(s.said, func(x attribution) bool { return within(verb, x.cue) }) {
			continue
		}
		one := statement{span: s.doc.SpanOf(c.First, c.Last), speakers: s.voice.speakers, behalf: s.behalf(s.voice.speakers), act: "ASSERT", modality: "asserted", attribution: -1, event: -1, rule: "release", confidence: 0.7, by: -1}
		at := attribution{speakers: s.voice.speakers, clause: i, sentence: c.Sentence}
		s.refine(&one, &at, i, c.First, c.Last)
		if one.act == "ASSERT" && (!own || c.Subjects[0].First < c.First) {
			continue
		}
		if one.cameo == "" {
			one.cameo = s.codeOf(one.act)
		}
		one.about = s.talksIn(one.span)
		s.all = append(s.all, one)
	}
}

// behindColons gives what stands in quotation marks in the paragraphs behind "X said:" to X, where nobody else has it, and the paragraphs from
// which a quotation goes on to who said its beginning.
func (s *speaking) behindColons() {
	for i := range s.said {
		at := &s.said[i]
		home := s.doc.Sentences[at.sentence]
		end, next := home.End, 0
		last := home.Last - 1
		colon := s.doc.Tokens[last].Norm == ":" && s.doc.Tokens[last].Start >= at.cue.End && s.doc.Tokens[last].Start-at.cue.End <= 40
		if n := len(at.quotes); n > 0 {
			if q := &s.doc.Quotes[at.quotes[n-1]]; q.Open {
				end, next, colon = q.End, at.quotes[n-1]+1, true
			}
		}
		if !colon {
			continue
		}
		var content []text.Span
		var quotes []int
		for q := next; q < len(s.doc.Quotes); q++ {
			k := &s.doc.Quotes[q]
			if k.Outer >= 0 || k.Start < end {
				continue
			}
			if gap := s.article.Text[end:k.Start]; !blank(gap) || s.taken(k.Span) {
				break
			}
			content, quotes = append(content, k.Inner), append(quotes, q)
			end = k.End
			if !k.Open {
				break
			}
		}
		if len(content) > 0 {
			if next == 0 {
				at.content, at.quotes, at.rule = nil, nil, "quotation-behind-colon"
			}
			at.content, at.quotes = append(at.content, content...), append(at.quotes, quotes...)
		}
	}
}

func blank(s string) bool {
	for i := range len(s) {
		if s[i] != ' ' && s[i] != '\n' && s[i] != '\r' && s[i] != '\t' {
			return false
		}
	}
	return true
}

// taken tells whether an attribution has a passage already.
func (s *speaking) taken(span text.Span) bool {
	for i := range s.said {
		for _, c := range s.said[i].content {
			if overlaps(c, span) {
				return true
			}
		}
	}
	return false
}
