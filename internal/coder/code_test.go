package coder

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"
)

// ownArticles are the articles of the regression cases: texts that exercise every stage.
func ownArticles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range files {
		a, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range a.Files {
			if !strings.HasSuffix(p.Name, ": want") {
				all = append(all, string(p.Data))
			}
		}
	}
	if len(all) == 0 {
		t.Fatal("there are no cases")
	}
	return all
}

// TestTheSameArticleIsCodedAlike: same bytes in, same bytes out, also by a coder that was made anew.
func TestTheSameArticleIsCodedAlike(t *testing.T) {
	first, second := newRules(t), newRules(t)
	for _, text := range append(ownArticles(t), strings.Join(ownArticles(t), "\n\n")) {
		var codings [3][]byte
		for i, r := range []*Rules{first, first, second} {
			b, err := json.Marshal(r.Code(articleOf(text)))
			if err != nil {
				t.Fatal(err)
			}
			codings[i] = b
		}
		if !bytes.Equal(codings[0], codings[1]) || !bytes.Equal(codings[0], codings[2]) {
			t.Errorf("coded three times, and not alike:\n%s\n%s\n%s", codings[0], codings[1], codings[2])
		}
	}
}

// FuzzCode: no text makes the coder panic, and each fact stands where it says, refers to what is there, and says which rule found it.
func FuzzCode(f *testing.F) {
	for _, text := range ownArticles(f) {
		f.Add(text)
	}
	f.Add("")
	f.Add("“We will, if they ask, mediate,” said the\n\n“Chad of Chad: talks — ")
	r := newRules(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 20000 {
			return
		}
		checkCoding(t, text, r.Code(Article{Text: text, Published: "2024-05-10"}))
	})
}

// checkCoding checks what must hold of any coding.
func checkCoding(t *testing.T, text string, c Coding) {
	t.Helper()
	known := map[string]bool{}
	actors := map[string]bool{}
	for _, a := range c.Actors {
		known[a.ID], actors[a.ID] = true, true
		for _, m := range a.Mentions {
			if !strings.Contains(text, m) {
				t.Errorf("the mention %q of %s is not in the text", m, a.Name)
			}
		}
		if a.Name == "" {
			t.Errorf("%s has no name", a.ID)
		}
	}
	fact := func(f Fact, who ...[]string) {
		t.Helper()
		if known[f.ID] {
			t.Errorf("%s is there twice", f.ID)
		}
		known[f.ID] = true
		if f.Start < 0 || f.End > len(text) || f.Start >= f.End || text[f.Start:f.End] != f.Evidence {
			t.Errorf("%s: %q does not stand at %d to %d", f.ID, f.Evidence, f.Start, f.End)
			return
		}
		at, n := 0, 0
		for i := strings.Index(text, f.Evidence); i >= 0 && i <= f.Start; n++ {
			at = i
			j := strings.Index(text[i+1:], f.Evidence)
			if j < 0 {
				break
			}
			i += 1 + j
		}
		if at != f.Start {
			t.Errorf("%s: %q stands at %d, not at %d", f.ID, f.Evidence, at, f.Start)
		}
		if f.Rule == "" {
			t.Errorf("%s: no rule", f.ID)
		}
		for _, list := range who {
			for _, id := range list {
				if !actors[id] {
					t.Errorf("%s: %s is no actor", f.ID, id)
				}
			}
		}
	}
	for _, x := range c.Talks {
		fact(x.Fact, x.Parties, x.Mediators, x.Hosts)
	}
	for _, x := range c.Statements {
		fact(x.Fact, x.Speakers, x.Behalf, x.Addressed)
		if len(x.Speakers) == 0 {
			t.Errorf("%s: nobody says it", x.ID)
		}
		for _, id := range x.About {
			if !known[id] {
				t.Errorf("%s is about %s, which is not there", x.ID, id)
			}
		}
	}
	for _, x := range c.Relations {
		fact(x.Fact, x.Source, x.Target)
		if len(x.Source) == 0 {
			t.Errorf("%s: nobody does it", x.ID)
		}
	}
}

// BenchmarkCode codes an article of 4 kB.
func BenchmarkCode(b *testing.B) {
	file, err := os.ReadFile("../../seeds/articles/russia-offers-mediation.txt")
	if err != nil {
		b.Fatal(err)
	}
	a := articleOf(string(file))
	a.Text = strings.Repeat(a.Text+"\n\n", 2)[:4096]
	for !utf8.ValidString(a.Text) {
		a.Text = a.Text[:len(a.Text)-1]
	}
	r := newRules(b)
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		r.Code(a)
	}
}
