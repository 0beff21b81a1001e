package text

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestClauses reads sentences and the clauses that they have, one a line under each sentence, in the notation of clauseNotation.
func TestClauses(t *testing.T) {
	file, err := os.ReadFile("testdata/clauses.txt")
	if err != nil {
		t.Fatal(err)
	}
	type sentence struct {
		line    int
		text    string
		clauses []string
	}
	var all []sentence
	for i, line := range strings.Split(string(file), "\n") {
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '\t':
			s := &all[len(all)-1]
			s.clauses = append(s.clauses, line[1:])
		default:
			all = append(all, sentence{line: i + 1, text: line})
		}
	}
	if len(all) < 150 {
		t.Fatalf("only %d sentences", len(all))
	}
	for _, s := range all {
		d := Parse(s.text)
		var got []string
		for i := range d.Clauses {
			got = append(got, clauseNotation(d, i))
		}
		if g, w := strings.Join(got, "\n\t"), strings.Join(s.clauses, "\n\t"); g != w {
			t.Errorf("clauses.txt:%d: %s\n got\n\t%s\nwant\n\t%s", s.line, s.text, g, w)
		}
	}
}

// clauseNotation writes a clause so that a table of tests can be read:
//
//	agree will s:Iran with:envoys in:Geneva >meet
//
// A verb with its particle, "!" negated, "~" passive, "?" under a condition, a modal, "s:" subjects, "o:" objects, "=" a predicate, what
// prepositions tie, "^" the noun that it says something of, ">" its content, "<" the clause that governs it otherwise.
func clauseNotation(d *Document, i int) string {
	c := &d.Clauses[i]
	var b strings.Builder
	b.WriteString(d.Tokens[c.Verb].Lemma)
	if c.Particle >= 0 {
		b.WriteString("-" + d.Tokens[c.Particle].Norm)
	}
	for _, mark := range []struct {
		is bool
		s  string
	}{{c.Negated, " !"}, {c.Passive, " ~"}, {c.Condition, " ?"}, {c.Modal != "", " " + strings.ReplaceAll(c.Modal, " ", "_")}} {
		if mark.is {
			b.WriteString(mark.s)
		}
	}
	heads := func(key string, ps []Phrase) {
		if len(ps) == 0 {
			return
		}
		var hs []string
		for _, p := range ps {
			hs = append(hs, d.Tokens[p.Head].Text)
		}
		fmt.Fprintf(&b, " %s:%s", key, strings.Join(hs, "+"))
	}
	heads("s", c.Subjects)
	heads("o", c.Objects)
	if c.Predicate >= 0 {
		b.WriteString(" =" + d.Tokens[c.Predicate].Norm)
	}
	for _, x := range c.Complements {
		fmt.Fprintf(&b, " %s:%s", d.Tokens[x.Preposition].Norm, d.Tokens[x.Phrase.Head].Text)
	}
	if c.Noun >= 0 {
		fmt.Fprintf(&b, " ^%s", d.Tokens[c.Noun].Text)
	}
	if c.Content >= 0 {
		fmt.Fprintf(&b, " >%s", d.Tokens[d.Clauses[c.Content].Verb].Lemma)
	}
	if c.Governor >= 0 && d.Clauses[c.Governor].Content != i {
		fmt.Fprintf(&b, " <%s", d.Tokens[d.Clauses[c.Governor].Verb].Lemma)
	}
	return b.String()
}
