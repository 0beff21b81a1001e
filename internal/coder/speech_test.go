package coder

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/parleygraph/parley/internal/coder/text"
)

// BenchmarkSpeech measures the stage alone, on an article of 4 kB.
func BenchmarkSpeech(b *testing.B) {
	rules := newRules(b)
	a := &analysis{article: Article{Text: article4kB}, doc: text.Parse(article4kB)}
	rules.actors.find(a)
	mentions := a.cast.mentions
	b.ReportAllocs()
	for b.Loop() {
		a.said, a.cast.mentions = nil, mentions
		rules.speech.find(a)
	}
}

// article4kB is written for the benchmark: every second sentence reports speech, as in wire copy.
var article4kB = strings.Repeat(`The foreign minister of Norland, Ana Rojas, said on Tuesday that her country was ready to host a second round of talks. "We have kept the door open," she told reporters in Geneva. "Nobody has walked through it yet."

Sudland accused its neighbour of moving troops to the border, and warned that it would answer any attack. In a statement, the defence ministry rejected the charge. Analysts believe the two capitals are closer than they admit, according to a report by the Lindqvist Institute.

`, 9)[:4096]

func FuzzSpeech(f *testing.F) {
	for _, s := range []string{article4kB[:500], "“A,” said B, “C.”", "X said: “Y", "according to", ", said", "“”", "He said that", "B's claim that", "“A.” — B", "ANA: A.\n\nBEN: B.\n\nANA: C.", "''A,'' said B."} {
		f.Add(s)
	}
	rules := newRules(f)
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4096 || !utf8.ValidString(s) {
			return
		}
		a := rules.analyse(Article{Text: s})
		within := func(what string, x text.Span) {
			if x.Start < 0 || x.End < x.Start || x.End > len(s) || !utf8.ValidString(s[x.Start:x.End]) {
				t.Errorf("%s %v is not a passage of the text, which has %d bytes", what, x, len(s))
			}
		}
		for i, x := range a.said {
			within("the source", x.source)
			within("the cue", x.cue)
			if x.cue.End == x.cue.Start || len(x.content) == 0 {
				t.Errorf("attribution %d has no cue or no content: %+v", i, x)
			}
			end := -1
			for _, c := range x.content {
				within("the content", c)
				if c.End == c.Start || c.Start < end {
					t.Errorf("the content of attribution %d is empty or overlaps: %v", i, x.content)
				}
				end = c.End
			}
			for _, e := range append(append([]int{}, x.speakers...), x.addressed...) {
				if e < 0 || e >= len(a.cast.entities) {
					t.Errorf("attribution %d has the entity %d, of %d", i, e, len(a.cast.entities))
				}
			}
			// Those in whose content it stands come to an end.
			for n, at := 0, x.attribution; at >= 0; n, at = n+1, a.said[at].attribution {
				if at >= len(a.said) || n > len(a.said) {
					t.Fatalf("attribution %d stands in itself, or in none that is there", i)
				}
			}
		}
	})
}
