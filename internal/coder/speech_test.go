package coder

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/parleygraph/parley/internal/coder/text"
)

// BenchmarkSpeech measures the stage alone, on an article of 4 kB.
func BenchmarkSpeech(b *testing.B) {
	rules := newRules(b)
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer() // what it works on is changed by it
		a := &analysis{article: Article{Text: article4kB}, doc: text.Parse(article4kB)}
		rules.actors.find(a)
		b.StartTimer()
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

// TestSpeech reads testdata/speech.txt: a line is a text ("¶" stands for a blank line), and the indented lines below it are the attributions that
// are in it, all of them, in the order of the text:
//
//	who | cue | content, with " … " between its pieces | act
//
// and behind the act, where they are not as usual: the actors meant by who, in brackets; "to" and who is addressed; "in" and the channel;
// "negative"; the modality; "within" and the number of the attribution, from 1, in whose content it stands.
func TestSpeech(t *testing.T) {
	b, err := os.ReadFile("testdata/speech.txt")
	if err != nil {
		t.Fatal(err)
	}
	rules := newRules(t)
	lines := strings.Split(string(b), "\n")
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		at := i
		var want []string
		for i+1 < len(lines) && strings.HasPrefix(lines[i+1], "\t") {
			i++
			want = append(want, strings.TrimPrefix(lines[i], "\t"))
		}
		if got := saidIn(rules, strings.ReplaceAll(line, "¶", "\n\n")); !slices.Equal(got, want) {
			t.Errorf("testdata/speech.txt:%d: %s\n got %s\nwant %s", at+1, line, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
	}
}

// saidIn describes the attributions of a text as speech.txt has them.
func saidIn(rules *Rules, s string) []string {
	a := rules.analyse(Article{Text: s})
	names := func(entities []int) string {
		var all []string
		for _, e := range entities {
			all = append(all, a.cast.entities[e].name)
		}
		return strings.Join(all, ", ")
	}
	var all []string
	for _, x := range a.said {
		var content []string
		for _, c := range x.content {
			content = append(content, strings.ReplaceAll(s[c.Start:c.End], "\n\n", "¶"))
		}
		who := s[x.source.Start:x.source.End]
		line := fmt.Sprintf("%s | %s | %s | %s", who, s[x.cue.Start:x.cue.End], strings.Join(content, " … "), x.act)
		if n := names(x.speakers); n != "" && !strings.HasSuffix(strings.ToLower(who), strings.ToLower(n)) {
			line += " [" + n + "]"
		}
		if len(x.addressed) > 0 {
			line += " to " + names(x.addressed)
		}
		if x.channel != "" {
			line += " in " + x.channel
		}
		if !x.polarity {
			line += " negative"
		}
		if x.modality != "asserted" {
			line += " " + x.modality
		}
		if x.attribution >= 0 {
			line += fmt.Sprintf(" within %d", x.attribution+1)
		}
		all = append(all, line)
	}
	return all
}
