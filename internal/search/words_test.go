package search

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func texts(words []Word) string {
	var all []string
	for _, w := range words {
		all = append(all, w.Text)
	}
	return strings.Join(all, " ")
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{" — … “ ” ", ""},
		{"Total Deadlock", "total deadlock"},
		{"Pakistan’s minister, Asif's aide", "pakistan minister asif aide"},
		{"the envoys’ ‘red lines’", "the envoys red lines"},
		{"Sana'a Sanaʿāʾ Sanaa Qur’an O'Brien", "sanaa sanaa sanaa quran obrien"},
		{"its 's end", "its s end"},
		{"cease-fire U.S. 3,000 2025-11-08 R2P", "cease fire u s 3 000 2025 11 08 r2p"},
		{"São Tomé, Erdoğan, Yıldırım, İzmir, Łódź, Straße, STRASSE, Ðuro, Ærø", "sao tome erdogan yildirim izmir lodz strasse strasse duro aero"},
		{"e\u0301 é", "e e"},
		{"ﬁnal ＮＡＴＯ ½ x² 𝐀𝐍𝐃", "final nato 1 2 x2 and"},
		{"Лавро́в Ёлкин ЗЕЛЕНСЬКИЙ", "лавров елкин зеленськии"},
		{"ΜΗΤΣΟΤΆΚΗΣ Μητσοτάκης", "μητσοτακησ μητσοτακησ"},
		{"مُحَمَّد محمّد أحمد احمد محـمد", "محمد محمد احمد احمد محمد"},
		{"שָׁלוֹם שלום", "שלום שלום"},
		{"习近平说NATO", "习 近 平 说 nato"},
		{"東京タワー 한국", "東 京 タ ワ ー 한국"},
		{"ceasefire\u00ad\u200d now", "ceasefire now"},
		{"a_b a\x00b a/b", "a b a b a b"},
		{strings.Repeat("x", 150), strings.Repeat("x", 100)},
		{"नमस्ते", "नमसत"},
	} {
		if got := texts(Words(c.text)); got != norm.NFKD.String(c.want) { // Korean syllables are taken apart
			t.Errorf("%q has the words %q, want %q", c.text, got, c.want)
		}
	}
}

func TestWordsStandWhereTheySay(t *testing.T) {
	text := "«Sana'a» – Pakistan’s 习近平 ½!"
	var stand []string
	for _, w := range Words(text) {
		stand = append(stand, text[w.Start:w.End])
	}
	if got := strings.Join(stand, "|"); got != "Sana'a|Pakistan|习|近|平|½|½" {
		t.Error(got)
	}
}

// Whatever the text, words are of small letters and digits only, so that no database folds or parts them, nor takes one for an operator; and they come in order.
func FuzzWords(f *testing.F) {
	for _, text := range []string{"Pakistan’s", "½ ß ŉ ﷺ ℀ ǅ", "AND OR NOT NEAR", "a\u0301\u0323b", "\xff\xfe", "ẞ ϴ K"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, w := range Words(text) {
			if w.Start < at || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("%q: %+v after %d", text, w, at)
			}
			at = w.Start
			if w.Text == "" || utf8.RuneCountInString(w.Text) > longest {
				t.Fatalf("%q has the word %q", text, w.Text)
			}
			for _, r := range w.Text {
				if !unicode.In(r, unicode.L, unicode.N, unicode.Mc) || r < utf8.RuneSelf && unicode.IsUpper(r) {
					t.Fatalf("%q has the word %q", text, w.Text)
				}
			}
		}
		if s, err := Parse(text); err == nil { // and what was asked is found in what was asked
			if cut(s, text) == nil {
				t.Fatalf("%q asks for %s, which does not stand in it", text, s)
			}
		}
	})
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ceasefire  now", "ceasefire now"},
		{`"total deadlock" talks`, `"total deadlock" talks`},
		{"“Total Deadlock” «red line» „a b“", `"total deadlock" "red line" "a b"`},
		{"cease-fire", `"cease fire"`},
		{"习近平", `"习 近 平"`},
		{"negotiat* Istan*", "negotiat* istan*"},
		{`"negotiat*" cease-fi* * a *`, `negotiat "cease fi" a`},
		{"now now NOW now*", "now now*"},
		{`an "open phrase`, "an open phrase"},
		{`a"b c"d`, `a "b c" d`},
		{`war AND peace OR NOT -x +y (z) text:q ^2 ~ NEAR/2 {w} [v TO u] \ / & | ! ?`, `war and peace or not x y z "text q" 2 "near 2" w v to u`},
		{"Pakistan's*", "pakistan"},
	} {
		s, err := Parse(c.text)
		if err != nil || s.String() != c.want {
			t.Errorf("%q is read as %v, %v; want %s", c.text, s, err, c.want)
		}
	}
	for _, text := range []string{"", " ", "?!", `"" * -`, "\u0301"} {
		if s, err := Parse(text); err == nil || !strings.Contains(err.Error(), "write one with a letter") {
			t.Errorf("%q: %v, %v", text, s, err)
		}
	}
	words := strings.TrimSpace(strings.Repeat("word ", mostWords))
	if _, err := Parse(words); err != nil {
		t.Error(err)
	}
	if _, err := Parse(words + " more"); err == nil || !strings.Contains(err.Error(), "33 words") || !strings.Contains(err.Error(), "at most 32") {
		t.Error(err)
	}
}

func TestCut(t *testing.T) {
	long := strings.Repeat("before ", 20) + "here it is" + strings.Repeat(" after", 40)
	for _, c := range []struct{ question, text, want string }{
		{"deadlock", "No match here.", ""},
		{"deadlock", "Total Deadlock!", "Total [Deadlock]!"},
		{`"total deadlock"`, "A “total deadlock,” he said: total, deadlock.", "A “[total deadlock],” he said: [total, deadlock]."},
		{"total deadlock", "A total deadlock", "A [total] [deadlock]"},
		{"negotiat*", "Negotiators negotiate.", "[Negotiators] [negotiate]."},
		{"pakistan", "Pakistan’s and Pakistan", "[Pakistan]’s and [Pakistan]"},
		{"习近", "说习近平", "说[习近]平"},
		{`"a b" b`, "a b b", "[a b] [b]"},
		{"1 2", "½", "[½]"},
		{"elkin", "ÉLKIN", "[ÉLKIN]"},
		{"here", long, strings.Repeat("before ", 8) + "[here] it is" + strings.Repeat(" after", 19)},
		{`"after after after"`, long, strings.Repeat("before ", 5) + "here it is [after" + strings.Repeat(" after", 21) + "]"},
	} {
		s, err := Parse(c.question)
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for _, segment := range Cutter(s)(c.text) {
			if segment.Match {
				got.WriteString("[" + segment.Text + "]")
			} else {
				got.WriteString(segment.Text)
			}
		}
		if got.String() != c.want {
			t.Errorf("%s in %q is shown as\n%s, want\n%s", c.question, c.text, got.String(), c.want)
		}
	}
}
