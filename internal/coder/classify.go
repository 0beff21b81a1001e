package coder

import (
	"github.com/parleygraph/parley/internal/coder/dictionary"
	"github.com/parleygraph/parley/internal/coder/text"
)

// Classify tells what one actor of a sentence does to another: the CAMEO code of the act that fits them best; "" when none does.
func (a *acts) classify(sentence string, source, target text.Span) (meaning, bool) {
	d := text.Parse(sentence)
	crude(d)
	r := &actReader{acts: a, doc: d, done: map[int]meaning{}, busy: map[int]bool{}}
	sf, sl := d.TokensIn(source)
	tf, tl := d.TokensIn(target)
	var best meaning
	var score int
	try := func(m meaning, s int) {
		s += 2 * m.weight
		if m.target[0] < tl && tf < m.target[1] {
			s += 6
		}
		if s > score {
			best, score = m, s
		}
	}
	for i := range d.Clauses {
		m, ok := r.clause(i)
		if !ok {
			continue
		}
		c := &d.Clauses[i]
		s := 1
		for _, p := range c.Subjects {
			if p.First < sl && sf < p.Last {
				s += 8
				if c.Passive {
					s -= 6
				}
				break
			}
		}
		if c.Passive {
			for t := c.Verb; t < c.Last; t++ {
				if d.Tokens[t].Norm == "by" && t+1 < sl && sf < t+6 {
					s += 8
					break
				}
			}
		}
		if c.Verb > sl || c.Passive {
			s++
		}
		for g := c.Governor; g >= 0; g = d.Clauses[g].Governor {
			s--
		}
		try(m, s)
	}
	for t := range d.Tokens {
		if tag := d.Tokens[t].Tag; tag == text.Noun || tag == text.Gerund {
			if m, ok := r.nounAt(t, [2]int{t, len(d.Tokens)}, nil); ok {
				try(m, 1)
			}
		}
	}
	return best, score > 0
}

// ForGold is used by the throw-away measure.
func ForGold() (func(string, text.Span, text.Span) (string, string), error) {
	d, err := dictionary.Load()
	if err != nil {
		return nil, err
	}
	a := readActs(d)
	return func(s string, x, y text.Span) (string, string) {
		m, _ := a.classify(s, x, y)
		return m.code, m.line
	}, nil
}
