// Package search says what a full text search means, for both stores alike: what the words of a text are, what a client's question asks for,
// which words of a node can be found, and which part of a text is shown. A database only looks up words that were made here, and folds
// nothing itself: that is why both find the same. It is pure, and imports query and golang.org/x/text/unicode/norm. Start with Words and Parse.
package search

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Word is a word of a text, in the form in which it is compared, and where it stands: bytes Start to End.
type Word struct {
	Text       string
	Start, End int
}

// longest is how many letters of a word count. Neo4j's index takes longer ones apart.
const longest = 100

// Words are the words of a text: letters and digits in a row. Case, accents and other marks do not count, nor do the forms of compatibility
// (ﬁ is fi). An apostrophe inside a word does not count (Sana'a is Sanaa), and the English 's is left away. In scripts that put no blanks
// between words, each letter is a word.
func Words(text string) []Word {
	s := splitter{words: make([]Word, 0, len(text)/6+1)}
	var folded []byte
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			switch {
			case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
				s.letter(rune(c), i, i+1)
			case 'A' <= c && c <= 'Z':
				s.letter(rune(c)+'a'-'A', i, i+1)
			case c == '\'':
				s.apostrophe()
			default:
				s.end()
			}
			i++
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		folded = norm.NFKD.AppendString(folded[:0], text[i:i+size])
		for rest := folded; len(rest) > 0; {
			r, n := utf8.DecodeRune(rest)
			rest = rest[n:]
			s.rune(r, i, i+size)
		}
		i += size
	}
	s.end()
	return s.words
}

// apart are letters that Unicode does not take apart, and people write without their strokes and ligatures.
var apart = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h", 'ŧ': "t"}

// unspaced are the scripts that put no blanks between words.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

// splitter collects words, letter by letter.
type splitter struct {
	words          []Word
	word           []byte // the one that is being read
	letters        int
	from, to       int
	apostropheAt   int // where in word the last apostrophe stood, 0 for none
	toBeforeApostr int
}

// rune takes a rune of a decomposed text, which stands for the bytes from start to end.
func (s *splitter) rune(r rune, start, end int) {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) || r == 'ʿ' || r == 'ʾ' || r == 'ʻ' || r == 'ـ':
		return // marks, what is not seen, and the half rings and the stretched line of Arabic
	case r == '’' || r == '‘' || r == 'ʼ' || r == '\'':
		s.apostrophe()
		return
	case !unicode.In(r, unicode.L, unicode.N, unicode.Mc):
		s.end()
		return
	}
	r = unicode.ToLower(unicode.ToUpper(r)) // both: ς is σ, ı is i
	if letters, ok := apart[r]; ok {
		for _, r := range letters {
			s.letter(r, start, end)
		}
		return
	}
	if unicode.In(r, unspaced...) {
		s.end()
		s.letter(r, start, end)
		s.end()
		return
	}
	s.letter(r, start, end)
}

func (s *splitter) letter(r rune, start, end int) {
	if s.letters == 0 {
		s.from = start
	}
	s.to = end
	if s.letters++; s.letters <= longest {
		s.word = utf8.AppendRune(s.word, r)
	}
}

// apostrophe takes one: inside of a word it does not count.
func (s *splitter) apostrophe() {
	if s.letters > 0 {
		s.apostropheAt, s.toBeforeApostr = len(s.word), s.to
	}
}

// end ends the word that is being read, if there is one.
func (s *splitter) end() {
	if s.letters == 0 {
		return
	}
	if s.apostropheAt > 0 && string(s.word[s.apostropheAt:]) == "s" {
		s.word, s.to = s.word[:s.apostropheAt], s.toBeforeApostr
	}
	s.words = append(s.words, Word{string(s.word), s.from, s.to})
	s.word, s.letters, s.apostropheAt = s.word[:0], 0, 0
}
