package gold

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/article"
)

// Attribution is a passage that says who said what, as PolNeAR annotates it: all three may be in several pieces, and the source may be empty.
type Attribution struct {
	Source  []article.Span
	Cue     []article.Span
	Content []article.Span
	Rule    string // of the coder's own: the rule that found it, and the line of the dictionary that it used
	Line    string
}

// Attributed is an article of PolNeAR with its attributions. Its offsets are bytes, those of the file are characters.
type Attributed struct {
	ID           string
	Published    string
	Text         string
	Attributions []Attribution
}

// ReadAttributed reads a file of PolNeAR: one article a line, as JSON.
func ReadAttributed(r io.Reader) ([]Attributed, error) {
	var all []Attributed
	lines := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return nil, err
		}
		if s := strings.TrimSpace(string(line)); s != "" {
			a, err := readAttributed([]byte(s))
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
			all = append(all, a)
		}
		if err == io.EOF {
			return all, nil
		}
	}
}

func readAttributed(line []byte) (Attributed, error) {
	var in struct {
		ID, Date, Text string
		Attributions   []struct{ Source, Cue, Content [][2]int }
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return Attributed{}, err
	}
	bytes := make([]int, 0, len(in.Text)+1) // of each character, and of the end
	for i := range in.Text {
		bytes = append(bytes, i)
	}
	bytes = append(bytes, len(in.Text))
	a := Attributed{ID: in.ID, Published: in.Date, Text: in.Text}
	for _, x := range in.Attributions {
		var spans [3][]article.Span
		for i, pieces := range [][][2]int{x.Source, x.Cue, x.Content} {
			for _, p := range pieces {
				if p[0] < 0 || p[1] < p[0] || p[1] >= len(bytes) {
					return Attributed{}, fmt.Errorf("article %s: characters %d to %d are not in its text, which has %d", in.ID, p[0], p[1], len(bytes)-1)
				}
				spans[i] = append(spans[i], article.Span{Start: bytes[p[0]], End: bytes[p[1]]})
			}
		}
		if len(spans[2]) > 0 { // one without content is a slip of the annotator's
			a.Attributions = append(a.Attributions, Attribution{Source: spans[0], Cue: spans[1], Content: spans[2]})
		}
	}
	return a, nil
}

// AttributionScore is what ScoreAttributions counts.
type AttributionScore struct {
	Given, Wanted, Found int      // attributions; found is one whose content meets a wanted one's
	Sources              int      // of those found, with the right source
	Quotes, QuotesFound  int      // of those wanted, the ones that quote directly
	QuoteSources         int      // of QuotesFound, with the right source
	Pairs                [][2]int // given, wanted, of those found
	Spurious             []int    // given that meet none
	Missing              []int    // wanted that none meets
}

// contentInCommon is the share of the content that two attributions must have in common to be the same: the length of what both have, by
// the length of what either has.
const contentInCommon = 0.4

// ScoreAttributions compares the attributions that a coder gives for a text with those that are wanted. Pairs are formed from the most
// alike on, each is in one pair at most; of equally alike ones those with cues in common come first. A source is right when it has a
// word in common with the wanted one, or both are empty.
func ScoreAttributions(text string, given, wanted []Attribution) AttributionScore {
	type pair struct {
		given, wanted int
		alike         float64
		cue           bool
	}
	var pairs []pair
	for i, g := range given {
		for j, w := range wanted {
			if alike := alike(g.Content, w.Content); alike >= contentInCommon {
				pairs = append(pairs, pair{i, j, alike, common(g.Cue, w.Cue) > 0})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		if a.cue != b.cue {
			if a.cue {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.alike, a.alike)
	})
	score := AttributionScore{Given: len(given), Wanted: len(wanted)}
	takenGiven, takenWanted := make([]bool, len(given)), make([]bool, len(wanted))
	right := make([]bool, len(wanted))
	for _, p := range pairs {
		if takenGiven[p.given] || takenWanted[p.wanted] {
			continue
		}
		takenGiven[p.given], takenWanted[p.wanted] = true, true
		score.Found++
		score.Pairs = append(score.Pairs, [2]int{p.given, p.wanted})
		a, b := given[p.given].Source, wanted[p.wanted].Source
		right[p.wanted] = len(a) == 0 && len(b) == 0 || common(a, b) > 0
		if right[p.wanted] {
			score.Sources++
		}
	}
	for i, taken := range takenGiven {
		if !taken {
			score.Spurious = append(score.Spurious, i)
		}
	}
	for j, taken := range takenWanted {
		direct := QuotesDirectly(text, wanted[j])
		if direct {
			score.Quotes++
		}
		switch {
		case !taken:
			score.Missing = append(score.Missing, j)
		case direct:
			score.QuotesFound++
			if right[j] {
				score.QuoteSources++
			}
		}
	}
	return score
}

// QuotesDirectly tells whether an attribution's content is a quotation: each of its pieces begins with a quotation mark, and the last ends
// with one (those before may be paragraphs that the quotation goes on from).
func QuotesDirectly(text string, a Attribution) bool {
	ends := false
	for _, c := range a.Content {
		s := strings.TrimRight(strings.TrimSpace(text[c.Start:c.End]), ".,;")
		if !strings.HasPrefix(s, "\"") && !strings.HasPrefix(s, "“") && !strings.HasPrefix(s, "''") {
			return false
		}
		ends = strings.HasSuffix(s, "\"") || strings.HasSuffix(s, "”") || strings.HasSuffix(s, "''")
	}
	return ends
}

func alike(a, b []article.Span) float64 {
	both := common(a, b)
	return float64(both) / float64(length(a)+length(b)-both)
}

func length(spans []article.Span) int {
	n := 0
	for _, s := range spans {
		n += s.End - s.Start
	}
	return n
}

func common(a, b []article.Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return n
}
