package search

import (
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/query"
)

// A snippet has so many words, so many of them before the first match.
const (
	snippetWords  = 30
	snippetBefore = 8
)

// Cutter returns a function that cuts a snippet out of a text: segments that, put together, stand in the text just so, with those marked in which
// a term stands. It is nil when none does.
func Cutter(s *query.Search) func(text string) []query.Segment {
	return func(text string) []query.Segment { return cut(s, text) }
}

func cut(s *query.Search, text string) []query.Segment {
	words := Words(text)
	var matches [][2]int // from and to, in words
	for i := range words {
		longest := 0
		for _, t := range s.Terms {
			if n := len(t.Words); n > longest && stands(t, words[i:]) {
				longest = n
			}
		}
		if longest > 0 {
			matches = append(matches, [2]int{i, i + longest})
		}
	}
	if matches == nil {
		return nil
	}
	from := max(0, matches[0][0]-snippetBefore)
	to := min(len(words), from+snippetWords)
	begin, end := 0, len(text)
	if from > 0 {
		begin = words[from].Start
	}
	if to < len(words) {
		end = words[to-1].End
	}
	var segments []query.Segment
	at := begin
	add := func(until int, match bool) {
		if until <= at {
			return
		}
		if last := len(segments) - 1; match && last >= 0 && segments[last].Match { // two words without anything between
			segments[last].Text += text[at:until]
		} else {
			segments = append(segments, query.Segment{Text: text[at:until], Match: match})
		}
		at = until
	}
	for _, m := range matches {
		if m[0] >= to {
			break
		}
		add(words[m[0]].Start, false)
		add(words[min(m[1], to)-1].End, true)
	}
	add(end, false)
	return segments
}

// stands reports whether a term stands where the words begin.
func stands(t query.Term, words []Word) bool {
	if len(words) < len(t.Words) {
		return false
	}
	if t.Prefix {
		return strings.HasPrefix(words[0].Text, t.Words[0])
	}
	return slices.EqualFunc(t.Words, words[:len(t.Words)], func(term string, w Word) bool { return term == w.Text })
}
