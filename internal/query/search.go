package query

import (
	"bytes"
	"strconv"
	"strings"
)

// Search is a full text search. A node is found when every term stands in its searchable words: those that package search makes of the
// properties marked @search, and that every store keeps beside the node.
type Search struct{ Terms []Term }

// Term is one word, or several that must follow each other.
type Term struct {
	Words  []string
	Prefix bool // the word, of which there is one, is the beginning of a word
}

// Searched says how a property takes part in a search.
type Searched int

// The ways there are.
const (
	NotSearched Searched = iota
	InText               // as text
	InNames              // as what the node is called
)

// The score of a node is the sum, over the terms, of ScoreOf the names and ScoreOf the text. It is counted in millionths, in whole numbers, so
// that both stores come to the same: each division rounds down.
const (
	ScoreUnit = 1_000_000 // 1.0
	ScoreName = 10        // how many times as much a term counts in a name
	ScoreHalf = 20        // in so many words, one occurrence counts a third, and in none it would count half
)

// ScoreOf is what a term counts that occurs so many times in so many words: the more often the more, in few words more than in many, and never as
// much as 1. It is what the statements compute.
func ScoreOf(occurrences, words int64) int64 {
	return ScoreUnit * ScoreHalf * occurrences / (ScoreHalf*occurrences + ScoreHalf + words)
}

// ScoreOfDocument is the score of a document: of its names and its text, with so many words, for terms as Patterns gives them.
func ScoreOfDocument(names, text []byte, namesWords, textWords int64, patterns [][]byte) (score int64) {
	for _, p := range patterns {
		score += ScoreName*ScoreOf(int64(bytes.Count(names, p)), namesWords) + ScoreOf(int64(bytes.Count(text, p)), textWords)
	}
	return score
}

// Score is the column of a node's score. The graph has none of that name: it exists where a Set has a Search.
var Score = Column{"search.score", Integer}

// Searchable makes a searchable text of words: a blank on each side of each, so that a word, and words in a row, can be counted in it as texts.
func Searchable(words []string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(" " + w + " ")
	}
	return b.String()
}

// Patterns are the terms as they stand in a searchable text.
func (s *Search) Patterns() []any {
	patterns := make([]any, len(s.Terms))
	for i, t := range s.Terms {
		text := Searchable(t.Words)
		if t.Prefix {
			text = strings.TrimSuffix(text, " ")
		}
		patterns[i] = text
	}
	return patterns
}

// String prints the terms as a client could have written them.
func (s *Search) String() string {
	texts := make([]string, len(s.Terms))
	for i, t := range s.Terms {
		texts[i] = strings.Join(t.Words, " ")
		if t.Prefix {
			texts[i] += "*"
		} else if len(t.Words) > 1 {
			texts[i] = `"` + texts[i] + `"`
		}
	}
	return strings.Join(texts, " ")
}

// Found says how the score and the snippets of a row are written.
type Found struct {
	ScoreColumn int
	NounColumn  int
	Snippets    map[string][]Snippet // by noun: the properties in which terms may stand
	Cut         func(text string) []Segment
}

// Snippet is a property of which snippets are made.
type Snippet struct {
	Property string
	Column   int
}

// Segment is a part of a snippet.
type Segment struct {
	Text  string
	Match bool // a term stands in it
}

// appendScore prints the score of a row.
func (f *Found) appendScore(w []byte, row []Value) []byte {
	return AppendReal(w, float64(row[f.ScoreColumn].Integer())/ScoreUnit)
}

// appendSnippets prints one snippet for each text of a row in which a term stands.
func (f *Found) appendSnippets(w []byte, parts []Part, row []Value) []byte {
	w = append(w, '[')
	first := true
	for _, s := range f.Snippets[row[f.NounColumn].Text] {
		texts := []Value{row[s.Column]}
		if texts[0].Kind == ListValue {
			texts = texts[0].List
		}
		for _, text := range texts {
			if segments := f.Cut(text.Text); segments != nil {
				if !first {
					w = append(w, ',')
				}
				first = false
				w = appendSnippet(w, parts, s.Property, segments)
			}
		}
	}
	return append(w, ']')
}

func appendSnippet(w []byte, parts []Part, property string, segments []Segment) []byte {
	w = append(w, '{')
	for i, part := range parts {
		w = appendKey(w, i, part.Key)
		switch part.Kind {
		case PropertyPart:
			w = appendText(w, property)
		case SegmentsPart:
			w = append(w, '[')
			for j, s := range segments {
				if j > 0 {
					w = append(w, ',')
				}
				w = appendSegment(w, part.Parts, s)
			}
			w = append(w, ']')
		default:
			w = appendText(w, part.Typename)
		}
	}
	return append(w, '}')
}

func appendSegment(w []byte, parts []Part, s Segment) []byte {
	w = append(w, '{')
	for i, part := range parts {
		w = appendKey(w, i, part.Key)
		switch part.Kind {
		case TextPart:
			w = appendText(w, s.Text)
		case MatchPart:
			w = strconv.AppendBool(w, s.Match)
		default:
			w = appendText(w, part.Typename)
		}
	}
	return append(w, '}')
}
