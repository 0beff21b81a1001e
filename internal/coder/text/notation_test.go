package text

import (
	"fmt"
	"strings"
)

// notation writes the clauses of a document, one after another, so that a table of tests can be read:
//
//	say s:Araghchi >agree; agree !will s:Iran o:deal with:envoys in:Geneva <say
//
// A verb (with its particle), "!" negated, "~" passive, "?" under a condition, "^" a relative clause or content of a noun with the noun, a
// modal, s: subjects, o: objects, =: a predicate, prepositions, ">" its content, "<" its governor where it is not the content.
func notation(d *Document) string {
	var all []string
	for i := range d.Clauses {
		all = append(all, clauseNotation(d, i))
	}
	return strings.Join(all, "; ")
}

func clauseNotation(d *Document, i int) string {
	c := &d.Clauses[i]
	var b strings.Builder
	b.WriteString(d.Tokens[c.Verb].Lemma)
	if c.Particle >= 0 {
		b.WriteString("-" + d.Tokens[c.Particle].Norm)
	}
	if c.Negated {
		b.WriteString(" !")
	}
	if c.Passive {
		b.WriteString(" ~")
	}
	if c.Condition {
		b.WriteString(" ?")
	}
	if c.Modal != "" {
		b.WriteString(" " + strings.ReplaceAll(c.Modal, " ", "_"))
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
