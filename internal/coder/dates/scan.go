package dates

import (
	"unicode"
	"unicode/utf8"
)

// token is a run of letters, a run of digits or a single mark.
type token struct {
	word       *word // of words; empty for one that the grammar does not know
	start, end int32
	number     int  // of a run of digits; -1: something else
	mark       byte // - for all dashes, ' for all apostrophes, x for other marks beyond ASCII; 0: no mark
	upper      bool // its first letter
	glued      bool // nothing stands between it and the token before
	paragraph  bool // a blank line stands before it
}

var (
	unknown = &word{}
	beyond  = token{word: unknown, number: -1} // what stands before the first token and behind the last
)

// found is an expression, in tokens.
type found struct {
	start, end    int
	core, coreEnd int
	when          when
}

type parser struct {
	text   string
	tokens []token
	found  []found
	depth  int // of core
}

// scan finds the expressions of a text.
func scan(s string) *parser {
	p := &parser{text: s, tokens: tokenize(s)}
	for i := 0; i < len(p.tokens); {
		if t := &p.tokens[i]; t.word == unknown && t.number < 0 {
			i++
			continue
		}
		f, ok := p.expression(i)
		if !ok {
			i++
			continue
		}
		p.found = append(p.found, f)
		i = f.end
	}
	return p
}

func tokenize(s string) []token {
	tokens := make([]token, 0, len(s)/4+8)
	var lower [12]byte
	breaks, prev := 0, -1
	for i := 0; i < len(s); {
		c := s[i]
		start := i
		t := token{word: unknown, number: -1}
		switch {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			if c == '\n' {
				breaks++
			}
			i++
			continue
		case c >= '0' && c <= '9':
			t.number = 0
			for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
				if t.number < 100000 {
					t.number = 10*t.number + int(s[i]-'0')
				}
			}
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			n := 0
			foreign := false
			for i < len(s) {
				c := s[i]
				if c >= utf8.RuneSelf {
					r, size := utf8.DecodeRuneInString(s[i:])
					if !unicode.IsLetter(r) && !unicode.IsMark(r) {
						break
					}
					foreign = true
					i += size
					continue
				}
				if c |= 0x20; c < 'a' || c > 'z' {
					break
				}
				if n < len(lower) {
					lower[n] = c
				}
				n++
				i++
			}
			if n <= len(lower) && !foreign {
				if w := words[string(lower[:n])]; w != nil {
					t.word = w
				}
			}
			t.upper = c <= 'Z'
		case c < utf8.RuneSelf:
			t.mark = c
			i++
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			i += size
			switch {
			case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
				continue
			case r == '\u2018' || r == '\u2019':
				t.mark = '\''
			case r >= '\u2010' && r <= '\u2015':
				t.mark = '-'
			case unicode.IsLetter(r) || unicode.IsMark(r):
				for i < len(s) {
					r, size := utf8.DecodeRuneInString(s[i:])
					if !unicode.IsLetter(r) && !unicode.IsMark(r) {
						break
					}
					i += size
				}
				t.upper = unicode.IsUpper(r)
			default:
				t.mark = 'x'
			}
		}
		t.start, t.end, t.glued, t.paragraph = int32(start), int32(i), start == prev, breaks > 1
		breaks, prev = 0, i
		tokens = append(tokens, t)
	}
	return tokens
}

// at is a token, or an empty one beyond the ends.
func (p *parser) at(i int) *token {
	if uint(i) >= uint(len(p.tokens)) {
		return &beyond
	}
	return &p.tokens[i]
}

func (p *parser) is(i int, texts ...string) bool {
	w := p.at(i).word.text
	if w == "" {
		return false
	}
	for _, s := range texts {
		if w == s {
			return true
		}
	}
	return false
}

func (p *parser) class(i int) class { return p.at(i).word.class }

func (p *parser) raw(i int) string {
	t := p.at(i)
	return p.text[t.start:t.end]
}
