package coder

import (
	"github.com/parleygraph/parley/internal/coder/text"
)

// voice is who speaks where an article is a statement: a release of a government, which says "we".
type voice struct {
	speaker int // the official who signs it, or side; -1: the article is no release
	side    int // the state or organization
}

// ours are the words with which a release speaks of itself.
var ours = map[string]bool{"we": true, "i": true}

// release tells whether an article is a statement of somebody, and whose: it says "we" outside of quotations, and the first who acts is a
// state or an organization, or an official is named above it all.
func (a *analysis) release(at *index) voice {
	no := voice{-1, -1}
	said := 0
	for i := range a.doc.Tokens {
		if t := &a.doc.Tokens[i]; ours[t.Norm] && a.doc.QuoteAt(t.Start) < 0 {
			said++
		}
	}
	if said == 0 {
		return no
	}
	v := no
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
				v.side, v.speaker = who[0], who[0]
			}
		}
		break
	}
	if signer := a.signer(at); signer >= 0 && (v.side < 0 || a.cast.entities[signer].of < 0 || a.cast.entities[signer].of == v.side) {
		v.speaker = signer
		if v.side < 0 {
			v.side = max(a.cast.entities[signer].of, -1)
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

// behindColons gives what stands in quotation marks in the paragraphs behind "X said:" to X, where nobody else has it.
func (s *speaking) behindColons() {
	for i := range s.said {
		at := &s.said[i]
		home := s.doc.Sentences[at.sentence]
		if n := home.Last - 1; n < 0 || s.doc.Tokens[n].Norm != ":" || s.doc.Tokens[n].Start < at.cue.End || s.doc.Tokens[n].Start-at.cue.End > 40 {
			continue
		}
		end := home.End
		var content []text.Span
		var quotes []int
		for q := range s.doc.Quotes {
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
			at.content, at.quotes, at.rule = content, quotes, "quotation-behind-colon"
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
