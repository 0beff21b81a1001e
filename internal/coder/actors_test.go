package coder

import (
	"fmt"
	"os"
	"testing"
)

func TestShow(t *testing.T) {
	b, err := os.ReadFile(os.Getenv("SHOW"))
	if err != nil {
		t.Skip()
	}
	r := newRules(t)
	a := r.analyse(articleOf(string(b)))
	for _, m := range a.cast.mentions {
		e := ""
		if m.entity >= 0 {
			x := a.cast.entities[m.entity]
			e = fmt.Sprintf("%d %s %q role=%q of=%d", m.entity, x.kind, x.name, x.role, x.of)
		}
		f := ""
		if m.adjective {
			f += "ADJ "
		}
		if m.place {
			f += "PLACE "
		}
		if m.plural {
			f += "PL "
		}
		fmt.Printf("%5d %-40q %-10s %s-> %s %v\n", m.Start, a.doc.Text[m.Start:m.End], m.how, f, e, m.also)
	}
}

func TestShowRuns(t *testing.T) {
	b, err := os.ReadFile(os.Getenv("SHOW"))
	if err != nil {
		t.Skip()
	}
	r := newRules(t)
	a := r.analyse(articleOf(string(b)))
	for _, x := range a.doc.Tokens {
		fmt.Printf("%s/%d ", x.Text, x.Tag)
	}
}
