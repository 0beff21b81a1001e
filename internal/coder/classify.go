package coder

import (
	"slices"

	"github.com/parleygraph/parley/internal/coder/text"
)

// Classify tells what one actor of a sentence does to another, both given: the CAMEO code of the act that fits them best, with the rule and the
// line of the dictionary that gave it; an empty code when none does.
func (r *Rules) Classify(sentence string, source, target text.Span) (code, rule, line string) {
	d := text.Parse(sentence)
	read := r.acts.reader(d, false)
	sf, sl := d.TokensIn(source)
	tf, tl := d.TokensIn(target)
	var best meaning
	score := 0
	try := func(m meaning, s int) {
		s += 2 * m.weight
		if m.target[0] < tl && tf < m.target[1] {
			s += 6
		}
		if s > score {
			best, score = m, s
		}
	}
	within := func(p text.Phrase) bool { return p.First < sl && sf < p.Last }
	for i := range d.Clauses {
		m, ok := read.clause(i)
		if !ok {
			continue
		}
		c := &d.Clauses[i]
		s := 1
		if c.Passive {
			s++
			for _, k := range c.Complements {
				if d.Tokens[k.Preposition].Norm == "by" && within(k.Phrase) {
					s += 8
				}
			}
		}
		if slices.ContainsFunc(c.Subjects, within) {
			s += 2
			if !c.Passive {
				s += 6
			}
		}
		if c.Verb > sl {
			s++
		}
		for g, up := c.Governor, 0; g >= 0 && up < 9; g, up = d.Clauses[g].Governor, up+1 { // what stands higher says more
			s--
		}
		try(m, s)
	}
	for t := range d.Tokens {
		if tag := d.Tokens[t].Tag; tag == text.Noun || tag == text.Gerund {
			if m, ok := read.nounAt(t, [2]int{t, len(d.Tokens)}, nil); ok {
				try(m, 1)
			}
		}
	}
	return best.code, best.rule, best.line
}
