package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleygraph/parley/internal/query"
)

// mostWords is how many words a question may have.
const mostWords = 32

// quotes are the marks between which a phrase stands, each with those that close it.
var quotes = map[rune]string{'"': `"`, '“': "”“", '„': "“”", '«': "»"}

// Parse reads a client's question. What stands in quotation marks is a phrase; what is written without blanks, too: cease-fire are two words in
// a row. A word with * after it is the beginning of one. All else is text, in which nothing is an operator. Its errors say what to write.
func Parse(text string) (*query.Search, error) {
	s := &query.Search{}
	words := 0
	add := func(text string, quoted bool) {
		found := Words(text)
		if words += len(found); len(found) == 0 || words > mostWords { // beyond that only the number is wanted
			return
		}
		t := query.Term{Prefix: len(found) == 1 && !quoted && strings.HasPrefix(text[found[0].End:], "*")}
		for _, w := range found {
			t.Words = append(t.Words, w.Text)
		}
		if !slices.ContainsFunc(s.Terms, func(old query.Term) bool { return old.Prefix == t.Prefix && slices.Equal(old.Words, t.Words) }) {
			s.Terms = append(s.Terms, t)
		}
	}
	begin := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if closing, ok := quotes[r]; ok {
			if length := strings.IndexAny(text[i+size:], closing); length >= 0 {
				add(text[begin:i], false)
				add(text[i+size:i+size+length], true)
				_, last := utf8.DecodeRuneInString(text[i+size+length:])
				i += size + length + last
				begin = i
				continue
			}
		}
		if unicode.IsSpace(r) {
			add(text[begin:i], false)
			begin = i + size
		}
		i += size
	}
	add(text[begin:], false)
	switch {
	case words == 0:
		return nil, fmt.Errorf("there is no word to search for; write one with a letter or a digit in it, such as ceasefire, \"total deadlock\" or negotiat*")
	case words > mostWords:
		return nil, fmt.Errorf("%d words are too many to search for at once; write at most %d", words, mostWords)
	}
	return s, nil
}
