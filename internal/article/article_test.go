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
