package coder

import (
	"reflect"
	"testing"
	"unicode/utf8"
)

// FuzzActors holds the search for actors to what the stages behind it rely on: mentions in order, within the text, with entities that are
// there, and the same for the same text.
func FuzzActors(f *testing.F) {
	r := newRules(f)
	for _, s := range []string{"", " ", ".", "'s", "\"", "The", "the of the", "U.S.", "Mr.", "and Iran", "Iran's", "Iran'", "(IAEA)", "( UN )", "Iran-", "-Iran", "Iran-Iraq-US", "he", "Its its its.", "President President President",
		"The minister of the minister of Peru", "Hungarian, Romanian and officials", "A, B, C", "al-", "van der", "Foreign Minister, Ana", "Georgia", "Congo Congo", "İstanbul’s mayor", "¿Perú?", "who", "Peru,\n\nPeru.\n“He", wire} {
		f.Add(s, "2024-05-14", "")
		f.Add(s, "", "United States Department of State")
	}
	f.Fuzz(func(t *testing.T, s, day, outlet string) {
		if !utf8.ValidString(s) || !utf8.ValidString(outlet) {
			return // articles are UTF-8 when they are read
		}
		a := r.analyse(Article{Text: s, Published: day, Outlet: outlet})
		last := -1
		for n, m := range a.cast.mentions {
			if m.Start < last || m.Start >= m.End || m.End > len(s) || m.first >= m.last || m.last > len(a.doc.Tokens) {
				t.Fatalf("mention %d of %q: %+v", n, s, m)
			}
			last = m.Start
			for _, e := range append([]int{m.entity}, m.also...) {
				if e >= len(a.cast.entities) {
					t.Fatalf("mention %d of %q is of entity %d", n, s, e)
				}
			}
		}
		for n, e := range a.cast.entities {
			if e.of >= len(a.cast.entities) || e.of == n {
				t.Fatalf("entity %d of %q belongs to %d", n, s, e.of)
			}
		}
		if again := r.analyse(Article{Text: s, Published: day, Outlet: outlet}); !reflect.DeepEqual(again.cast, a.cast) {
			t.Fatalf("%q gives two casts", s)
		}
	})
}
