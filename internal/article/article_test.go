package article

import (
	"slices"
	"strings"
	"testing"
)

func TestSentences(t *testing.T) {
	// Each case is a text whose sentences are separated by " | " here and by a blank there.
	for _, text := range []string{
		"One. | Two! | Three?",
		"He called it a “total deadlock,” noting that none are planned. | He left.",
		"It yielded “no results.” | He went on.",
		"Gen. H. R. Smith met Mr. Jones on Jan. 5 in the U.S. embassy. | They talked.",
		"It was made in the U.S. | The envoy agreed.",
		"It rose by 3.5 percent to No. 4 on x.com today. | “We wait,” she said.",
		"Is it over? | (It is.) | Yes…",
		"RASC News Agency: Russia has urged both. | In a briefing, Ms. Z. Petrova spoke.",
		"a pledge that failed... and failed again. | End",
		"\"We came in good faith. We leave with nothing,\" she said. | “No. Not now.” | They left.",
		"“Enough!” Campos said. | He asked: ‘Who fired? And why?’ | Nobody knew.",
		"The firm (it has left. Twice.) is Kern & Co. | They met at 6 p.m. | Ms. Diaz spoke at No. 5 for the E.U. | How so?",
		"1. Stop the fire. | 2. Free the prisoners. | 3. Talk.",
		"a) ships | b) planes | c) men",
		"The reform failed.[3][4] | A second one, he wrote “in haste” (Diaz 1999), did not. | You and I. | If he goes, we go.",
		"It ended in May – too late. | What now? -- nothing, he said! | Then . . . well, no.",
		"It is on https://example.org/a.Html and J. Doe@example.org now. | See it.",
	} {
		want := strings.Split(text, " | ")
		plain := strings.Join(want, " ")
		var got []string
		for _, s := range Sentences(plain) {
			got = append(got, plain[s.Start:s.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("\n got %q\nwant %q", got, want)
		}
	}
	for text, want := range map[string][]string{
		"He left.They stayed on.":                          {"He left.", "They stayed on."},
		"Ceasefire holds\nThe guns fell silent on Monday.": {"Ceasefire holds", "The guns fell silent on Monday."},
		"He said “we go.\n\nThey stay.":                    {"He said “we go.", "They stay."},
	} {
		var got []string
		for _, s := range Sentences(text) {
			got = append(got, text[s.Start:s.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	text := "A headline\n\nFirst line\ngoes on. New\n  one.\nThird.\n"
	var got []string
	for _, s := range Sentences(text) {
		got = append(got, text[s.Start:s.End])
	}
	if want := []string{"A headline", "First line\ngoes on.", "New\n  one.", "Third."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("One. Two.\n\n“Three.” U.S. four…")
	f.Add("0.\xe9")
	f.Add("a.[1] (b. “c.” - d.\r1.) e 2.) f.12 G")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, s := range Sentences(text) {
			if s.Start < at || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("span %v after %d of %d", s, at, len(text))
			}
			if strings.TrimSpace(text[at:s.Start]) != "" {
				t.Fatalf("text is lost: %q", text[at:s.Start])
			}
			at = s.End
		}
		if strings.TrimSpace(text[at:]) != "" {
			t.Fatalf("text is lost: %q", text[at:])
		}
	})
}

func TestSplit(t *testing.T) {
	for name, c := range map[string]struct{ file, front, text, err string }{
		"text alone":      {file: "Text.\n", text: "Text.\n"},
		"front matter":    {file: "---\ntitle: T\n---\nText.\n\n", front: "title: T\n", text: "Text.\n\n"},
		"CRLF":            {file: "---\r\ntitle: T\r\n---\r\nText.\r\n", front: "title: T\r\n", text: "Text.\r\n"},
		"empty text":      {file: "---\n---\n", text: ""},
		"no end":          {file: "---\ntitle: T\n", err: "no end"},
		"byte order mark": {file: "\ufeff---\ntitle: T\n---\nx", front: "title: T\n", text: "x"},
		"not UTF-8":       {file: "abc\xff", err: "byte 3"},
		"NUL":             {file: "abc\x00", err: "NUL"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := Split([]byte(c.file))
			if c.err != "" {
				if err == nil || !strings.Contains(err.Error(), c.err) {
					t.Fatalf("got error %v, want %q", err, c.err)
				}
				return
			}
			if err != nil || string(p.FrontMatter) != c.front || p.Text != c.text {
				t.Fatalf("got %q, %q, %v", p.FrontMatter, p.Text, err)
			}
		})
	}
}
