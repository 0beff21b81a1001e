package text

import (
	"os"
	"strings"
	"testing"
)

// TestTags reads sentences whose words have their part of speech behind a slash.
func TestTags(t *testing.T) {
	short := [...]string{Other: "O", Determiner: "D", Pronoun: "P", Possessive: "PS", Relative: "R", Preposition: "PR", To: "TO", Conjunction: "C", Subordinator: "S", Modal: "M", Auxiliary: "X", Base: "B",
		Present: "PRS", Past: "PST", Participle: "PP", Gerund: "G", Adjective: "J", Adverb: "A", Negation: "NEG", Number: "NUM", Noun: "N", Name: "NAME", Mark: "MK"}
	file, err := os.ReadFile("testdata/tags.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for i, line := range strings.Split(string(file), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		n++
		var words []string
		for _, w := range strings.Fields(line) {
			words = append(words, w[:strings.LastIndexByte(w, '/')])
		}
		var got []string
		for _, k := range Parse(strings.Join(words, " ")).Tokens {
			got = append(got, k.Text+"/"+short[k.Tag])
		}
		if g := strings.Join(got, " "); g != line {
			t.Errorf("tags.txt:%d\n got %s\nwant %s", i+1, g, line)
		}
	}
	if n < 20 {
		t.Errorf("only %d sentences", n)
	}
}

// What dictionaries list: the base of a verb, the singular of a noun.
func TestLemmas(t *testing.T) {
	for text, want := range map[string]string{
		"They found that he had lain there and fled.":              "they find that he have lie there and flee .",
		"The allies' ties were strengthened by agreeing policies.": "the ally ' tie be strengthen by agree policy .",
		"Chile won't be levelling charges; it's withdrawing.":      "chile will not be level charge ; it be withdraw .",
		"She's said she'd go and they've gone.":                    "she have say she would go and they have go .",
		"Men and women of the armies spoke.":                       "man and woman of the army speak .",
		"The minister was mishandling and needling them.":          "the minister be mishandle and needle them .",
	} {
		var got []string
		for _, k := range Parse(text).Tokens {
			got = append(got, k.Lemma)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s\n got %s\nwant %s", text, g, want)
		}
	}
}
