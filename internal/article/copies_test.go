package article

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// wire is a text of some length; other has none of its runs of words.
func wire(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "On day %d of the talks the envoy of Velmara said that the %dth article of the ferry treaty would be read again.\n\n", i+1, i*7+3)
	}
	return b.String()
}

func TestCopies(t *testing.T) {
	original := wire(20)
	paragraphs := strings.SplitAfter(original, "\n\n")
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"the same":                 {original, true},
		"another dateline":         {"PORT SORREL, April 17 (Harbour News Service) -- " + original, true},
		"other marks and case":     {strings.ToUpper(strings.ReplaceAll(original, ".", " ...")), true},
		"two words changed":        {strings.Replace(strings.Replace(original, "envoy of Velmara", "Velmaran envoy", 1), "again", "once more", 1), true},
		"without its last third":   {strings.Join(paragraphs[:14], ""), true},
		"with a paragraph added":   {original + "The Harbour Post has asked both embassies to say what they make of this, and has had no answer from either of them so far.", true},
		"a short passage of it":    {strings.Join(paragraphs[:4], ""), false},
		"every sentence rewritten": {strings.ReplaceAll(original, "said that the", "told us once more how the"), false},
		"another text":             {strings.Repeat("Nobody knows who will come to Ostrin for the harvest and what they will be paid for it. ", 1) + strings.ReplaceAll(wire(20), " the ", " a ") + "x", false},
		"too short to tell":        {"The envoys met.", false},
	} {
		a, b := Shingles(original), Shingles(c.text)
		if got := AreCopies(a, b); got != c.want {
			t.Errorf("%s: AreCopies is %v", name, got)
		}
		if got := AreCopies(b, a); got != c.want {
			t.Errorf("%s, the other way: AreCopies is %v", name, got)
		}
		var known Copies
		known.Add(SketchOf(Shingles(strings.ReplaceAll(wire(30), "ferry", "border"))), "another")
		known.Add(SketchOf(a), "original")
		if found := slices.Contains(known.Like(SketchOf(b)), "original"); c.want && !found {
			t.Errorf("%s: it is not found", name)
		}
	}
	s := SketchOf(Shingles(original))
	if parsed, ok := ParseSketch(s.String()); !ok || parsed != s {
		t.Errorf("%v is read back as %v", s, parsed)
	}
	if _, ok := ParseSketch("12"); ok || (Sketch{}).String() != "" || new(Copies).Like(Sketch{}) != nil {
		t.Error("no sketch is taken for one")
	}
}

func TestLanguage(t *testing.T) {
	for want, text := range map[string]string{
		"en": "The envoys of the two sides met in the customs house on Tuesday, and they left without a word to anybody who was waiting for them.",
		"fr": "Les envoyés des deux parties se sont rencontrés mardi dans la douane du port et ils sont repartis sans un mot pour ceux qui les attendaient.",
		"de": "Die Gesandten der beiden Seiten trafen sich am Dienstag in dem alten Zollhaus, und sie gingen ohne ein Wort an die, die auf sie warteten.",
		"es": "Los enviados de las dos partes se reunieron el martes en la aduana del puerto y se fueron sin decir una palabra a los que los esperaban.",
		"ru": "Посланники двух сторон встретились во вторник в здании таможни и уехали, не сказав ни слова тем, кто их ждал у входа.",
		"ar": "التقى مبعوثا الطرفين يوم الثلاثاء في مبنى الجمارك القديم وغادرا دون أن يقولا كلمة واحدة لمن كانوا ينتظرونهما هناك",
		"":   "Velmara Ostrin Port Sorrel 3 2 1",
	} {
		if got := Language(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if LanguageName("fr") != "French" || LanguageName("xx") != "xx" || !strings.HasPrefix(LanguageName("ru"), "Russian") {
		t.Error("a language has another name")
	}
}
