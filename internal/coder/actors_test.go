package coder

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestActors runs testdata/actors.txt, which says how it is written.
func TestActors(t *testing.T) {
	b, err := os.ReadFile("testdata/actors.txt")
	if err != nil {
		t.Fatal(err)
	}
	r := newRules(t)
	var a *analysis
	cases := 0
	for n, line := range strings.Split(string(b), "\n") {
		line = strings.TrimRight(line, " ")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if words, ok := strings.CutPrefix(line, "> "); ok {
			article := Article{Text: words}
			if rest, ok := strings.CutPrefix(words, "["); ok {
				article.Published, article.Text, _ = strings.Cut(rest, "] ")
			}
			a = r.analyse(article)
			cases++
			continue
		}
		if wrong := a.wanting(line); wrong != "" {
			t.Errorf("testdata/actors.txt:%d: %s: %s\nin %q:\n%s", n+1, line, wrong, a.doc.Text, a.described())
		}
	}
	if cases < 120 {
		t.Errorf("%d cases are left of 120", cases)
	}
}

// wanting says what is wrong with a line of a case; "" when nothing is.
func (a *analysis) wanting(line string) string {
	if words, ok := strings.CutPrefix(line, "- "); ok {
		for _, m := range a.cast.mentions {
			if a.doc.Text[m.Start:m.End] == words && m.entity >= 0 {
				return "somebody is named"
			}
		}
		return ""
	}
	for _, sign := range []string{" = ", " ~ ", " @ ", " + "} {
		words, want, ok := strings.Cut(line+" ", sign)
		if !ok {
			continue
		}
		parts := strings.Split(strings.TrimSpace(want), "|")
		for i := range parts {
			parts[i] = strings.TrimSpace(parts[i])
		}
		for _, m := range a.cast.mentions {
			if a.doc.Text[m.Start:m.End] != words {
				continue
			}
			got := a.entityWords(m.entity)
			switch sign {
			case " = ":
				if !m.place && !m.adjective && slices.Equal(got[:len(parts)], parts) {
					return ""
				}
			case " ~ ":
				if m.adjective && got[0] == parts[0] {
					return ""
				}
			case " @ ":
				if m.place && got[0] == parts[0] {
					return ""
				}
			case " + ":
				if slices.ContainsFunc(m.also, func(e int) bool { return a.entityWords(e)[0] == parts[0] }) {
					return ""
				}
			}
		}
		return "it is not so"
	}
	return "no sign stands in it"
}

// entityWords are the name of an entity, its role, and whose it is.
func (a *analysis) entityWords(e int) []string {
	if e < 0 {
		return []string{"", "", ""}
	}
	x := a.cast.entities[e]
	of := ""
	if x.of >= 0 {
		of = a.cast.entities[x.of].name
	}
	return []string{x.name, x.role, of}
}

// described is the cast, a mention a line.
func (a *analysis) described() string {
	var out strings.Builder
	for _, m := range a.cast.mentions {
		x := a.entityWords(m.entity)
		fmt.Fprintf(&out, "  %-30q %-10s %s | %s | %s adjective=%v place=%v also=%v\n", a.doc.Text[m.Start:m.End], m.how, x[0], x[1], x[2], m.adjective, m.place, m.also)
	}
	return out.String()
}
