// Package article reads articles: what stands around the text, the text itself, and where its sentences are. It imports the standard
// library and diplomacy only. Start with Split.
package article

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// Parts are a file taken apart.
type Parts struct {
	FrontMatter     []byte // YAML; nil when there is none
	FrontMatterLine int    // the line of the file on which FrontMatter begins, from 1
	Text            string // the article's text, byte for byte as it stands in the file
	TextLine        int    // the line of the file on which Text begins, from 1
}

// Split takes a file apart: an optional front matter between two lines of three hyphens, then the text. The text is never changed: evidence
// points into it by byte.
func Split(file []byte) (Parts, error) {
	if i := invalidUTF8(file); i >= 0 {
		return Parts{}, diplomacy.Errorf(diplomacy.Invalid, "byte %d is not UTF-8; convert the file to UTF-8 first", i)
	}
	if i := bytes.IndexByte(file, 0); i >= 0 {
		return Parts{}, diplomacy.Errorf(diplomacy.Invalid, "byte %d is a NUL, which no text has", i)
	}
	file = bytes.TrimPrefix(file, []byte("\ufeff"))
	first, rest, ok := bytes.Cut(file, []byte("\n"))
	if !ok || string(bytes.TrimRight(first, "\r")) != "---" {
		return Parts{Text: string(file), TextLine: 1}, nil
	}
	at, line := 0, 2
	for at < len(rest) {
		end := bytes.IndexByte(rest[at:], '\n')
		if end < 0 {
			end = len(rest) - at - 1
		}
		if string(bytes.TrimRight(rest[at:at+end+1], "\r\n")) == "---" {
			return Parts{FrontMatter: rest[:at], FrontMatterLine: 2, Text: string(rest[at+end+1:]), TextLine: line + 1}, nil
		}
		at += end + 1
		line++
	}
	return Parts{}, diplomacy.Errorf(diplomacy.Invalid, "the front matter that begins on line 1 has no end; write a line of three hyphens after it")
}

func invalidUTF8(b []byte) int {
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// Span is a part of a text, in bytes: from Start up to, not including, End.
type Span struct{ Start, End int }

// Sentences returns where the sentences of a text are, in order. White space around them belongs to none. A line break ends a sentence only
// where a blank line or the end follows, or the line ended a sentence.
func Sentences(text string) []Span {
	var all []Span
	start := 0
	emit := func(end int) {
		s := text[start:end]
		left := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
		if trimmed := strings.TrimSpace(s); trimmed != "" {
			all = append(all, Span{start + left, start + left + len(trimmed)})
		}
		start = end
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\n' && endsParagraph(text[i+1:], text[start:i]):
			emit(i)
		case r == '.' || r == '!' || r == '?' || r == '…':
			end := i + size
			for end < len(text) { // what closes belongs to the sentence
				c, n := utf8.DecodeRuneInString(text[end:])
				if !strings.ContainsRune(".!?…\"'”’»)]", c) {
					break
				}
				end += n
			}
			if endsSentence(text[start:i], r, text[end:]) {
				emit(end)
			}
			i = end
			continue
		}
		i += size
	}
	emit(len(text))
	return all
}

// endsParagraph tells whether a line break does: a blank line follows, or the line before was a line of its own (it does not end in a letter
// or comma that the next line goes on from).
func endsParagraph(after, before string) bool {
	line, _, _ := strings.Cut(after, "\n")
	if strings.TrimSpace(line) == "" {
		return true
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(line, unicode.IsSpace))
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(before, unicode.IsSpace))
	return strings.ContainsRune(".!?…:\"”’»)", last) && !unicode.IsLower(next)
}

// endsSentence tells whether a full stop, with what was before it in the sentence and what comes after, ends it.
func endsSentence(before string, stop rune, after string) bool {
	rest := strings.TrimLeftFunc(after, unicode.IsSpace)
	if rest == "" {
		return true
	}
	if len(rest) == len(after) { // "3.5", "U.S.", "x.com"
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsLower(next) || strings.ContainsRune(",;:–—", next) {
		return false
	}
	if stop != '.' {
		return true
	}
	word := before[strings.LastIndexFunc(before, unicode.IsSpace)+1:]
	word = strings.TrimLeft(word, "\"'“‘«([")
	if abbreviations[strings.ToLower(word)] {
		return false
	}
	// An initial, or a chain of them, stands before a name; after a sentence's last word it is followed by a common starter.
	if letters := strings.ReplaceAll(word, ".", ""); utf8.RuneCountInString(letters) <= len(strings.Split(word, ".")) && letters == strings.ToUpper(letters) && isLetters(letters) {
		following, _, _ := strings.Cut(rest, " ")
		return strings.Contains(word, ".") && starters[following]
	}
	return true
}

// Abbreviation tells whether a word, without its full stop, is one that is mostly written with it: "Mr", "Gen", "Jan".
func Abbreviation(word string) bool { return abbreviations[strings.ToLower(word)] }

func isLetters(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// abbreviations are followed by more of the same sentence, nearly always.
var abbreviations = set(`mr mrs ms dr prof gen col lt lt.col maj capt cmdr adm brig sgt sen rep gov pres amb rev hon st jr sr no nos vs etc e.g i.e cf al
	jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun dept univ est approx fig art para vol pp p ed inc ltd co corp`)

// starters begin a sentence far more often than they go on after an abbreviation such as "U.S."
var starters = set(`The A An He She It They We I In On At But And This That These Those Its His Her Their There After Before However Meanwhile Earlier`)
