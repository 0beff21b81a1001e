package coder

import "github.com/parleygraph/parley/internal/coder/text"

func crude(d *text.Document) {
	if len(d.Clauses) > 0 {
		return
	}
	isVerb := func(t text.Tag) bool { return t >= text.Base && t <= text.Gerund }
	for si, s := range d.Sentences {
		for v := s.First; v < s.Last; v++ {
			tok := d.Tokens[v]
			if !isVerb(tok.Tag) {
				if !(tok.Tag == text.Auxiliary && tok.Lemma == "be" && v+1 < s.Last && !isVerb(d.Tokens[v+1].Tag)) {
					continue
				}
			}
			c := text.Clause{Sentence: si, Verb: v, Particle: -1, Content: -1, Governor: -1, Finite: tok.Tag == text.Present || tok.Tag == text.Past}
			g := v
		loop:
			for g > s.First {
				p := d.Tokens[g-1]
				switch p.Tag {
				case text.Auxiliary:
					if p.Lemma == "be" && tok.Tag == text.Participle {
						c.Passive = true
					}
					c.Finite = true
				case text.Modal:
					c.Modal = p.Norm
					c.Finite = true
				case text.Negation:
					c.Negated = true
				case text.Adverb, text.To:
				default:
					break loop
				}
				g--
			}
			c.Group = [2]int{g, v + 1}
			c.First = g
			last := v + 1
			for last < s.Last && !isVerb(d.Tokens[last].Tag) {
				last++
			}
			c.Last = last
			// objects
			o := v + 1
			for o < c.Last && (d.Tokens[o].Tag == text.Adverb) {
				o++
			}
			e := o
			for e < c.Last && d.Tokens[e].Tag != text.Preposition && d.Tokens[e].Tag != text.Mark && d.Tokens[e].Tag != text.To && d.Tokens[e].Tag != text.Subordinator {
				e++
			}
			if e > o {
				c.Objects = append(c.Objects, text.Phrase{First: o, Last: e, Head: e - 1})
			}
			// subject
			l := g
			for l > s.First && !isVerb(d.Tokens[l-1].Tag) {
				l--
			}
			if l < g {
				c.Subjects = append(c.Subjects, text.Phrase{First: l, Last: g, Head: g - 1})
			}
			d.Clauses = append(d.Clauses, c)
		}
	}
	for i := range d.Clauses {
		if i+1 < len(d.Clauses) && d.Clauses[i].Sentence == d.Clauses[i+1].Sentence {
			n := d.Clauses[i+1]
			if n.Group[0] < len(d.Tokens) && (d.Tokens[n.Group[0]].Tag == text.To || d.Tokens[n.Verb].Tag == text.Gerund || n.Finite) && n.Group[0]-d.Clauses[i].Verb < 9 {
				d.Clauses[i].Content = i + 1
			}
		}
	}
}
