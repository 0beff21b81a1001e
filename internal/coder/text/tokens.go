package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleygraph/parley/internal/article"
)

// tokens appends the tokens of a sentence. A word keeps its hyphens, a number its commas, an abbreviation its full stops; contractions and
// possessives are tokens of their own ("does" "n't", "Iran" "'s"); every other mark is one.
func (d *Document) tokens(in Span) {
	for i := in.Start; i < in.End; {
		r, size := utf8.DecodeRuneInString(d.Text[i:])
		switch {
		case isSpace(r):
			i += size
		case isWord(r):
			end := d.wordEnd(i, in.End)
			d.word(i, end)
			i = end
		case isApostrophe(r) && d.contraction(i, in.End) > i && !d.marked(i):
			end := d.contraction(i, in.End)
			d.token(i, end)
			i = end
		default:
			end := i + size
			if q, ok := d.marks[i]; ok {
				end = max(end, d.Quotes[q].Inner.Start)
				if i > d.Quotes[q].Start {
					end = i + size
					if d.Quotes[q].Inner.End == i {
						end = max(end, d.Quotes[q].End)
					}
				}
				end = min(end, in.End)
			}
			if r == '.' || r == '-' {
				for end < in.End && d.Text[end] == byte(r) {
					end++
				}
			}
			d.token(i, end)
			i = end
		}
	}
}

func (d *Document) token(start, end int) {
	s := d.Text[start:end]
	n := normal(s)
	d.Tokens = append(d.Tokens, Token{Span: Span{Start: start, End: end}, Text: s, Norm: n, Lemma: n})
}

// wordEnd returns where the word that begins at i ends.
func (d *Document) wordEnd(i, limit int) int {
	s := d.Text[:limit]
	start := i
	if web := s[i:]; strings.HasPrefix(web, "http://") || strings.HasPrefix(web, "https://") || strings.HasPrefix(web, "www.") {
		end := strings.IndexFunc(web, func(r rune) bool { return isSpace(r) || strings.ContainsRune("<>\"”)]", r) })
		if end < 0 {
			end = len(web)
		}
		return i + len(strings.TrimRight(web[:end], ".,;:!?"))
	}
	last := rune(0)
	for i < limit {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isWord(r) {
			last = r
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		if i+n >= limit {
			next = 0
		}
		joined := false
		switch {
		case r == '-' || r == '\u2010' || r == '\u2011': // Saudi-led, F-16, 2021-07-06
			joined = isWord(next)
		case isApostrophe(r): // Iran's, O'Brien; parted by word
			joined = unicode.IsLetter(next) && unicode.IsLetter(last) && !d.marked(i)
		case r == '.':
			joined = unicode.IsDigit(last) && unicode.IsDigit(next) || unicode.IsLetter(last) && unicode.IsLetter(next) && (!unicode.IsUpper(next) || i-start < 20 && isDotted(s[start:i]))
		case r == ',' || r == ':':
			joined = unicode.IsDigit(last) && unicode.IsDigit(next)
		case r == '/':
			joined = unicode.IsDigit(last) && unicode.IsDigit(next)
		case r == '&' || r == '@' || r == '_':
			joined = isWord(next)
		}
		if !joined {
			break
		}
		last = 0
		i += n
	}
	if i < limit && s[i] == '.' { // U.S., a.m., Mr., J.
		word := s[start:i]
		if len(word) < 20 && isDotted(word) && strings.ContainsRune(word, '.') || article.Abbreviation(word) || utf8.RuneCountInString(word) == 1 && unicode.IsUpper(rune(word[0])) && i+1 < limit {
			i++
		}
	}
	return i
}

// isDotted tells of "U", "U.S" and "a.m": single letters with full stops between.
func isDotted(s string) bool {
	for s != "" {
		r, n := utf8.DecodeRuneInString(s)
		if !unicode.IsLetter(r) {
			return false
		}
		s = s[n:]
		if s != "" {
			if s[0] != '.' {
				return false
			}
			s = s[1:]
		}
	}
	return true
}

// word appends what lies between start and end, parted where a contraction or a possessive begins.
func (d *Document) word(start, end int) {
	s := d.Text[start:end]
	if len(s) < 3 {
		d.token(start, end)
		return
	}
	if n := strings.ToLower(s); n == "cannot" {
		d.token(start, start+3)
		d.token(start+3, end)
		return
	}
	at := strings.LastIndexFunc(s, isApostrophe)
	if at <= 0 {
		d.token(start, end)
		return
	}
	_, n := utf8.DecodeRuneInString(s[at:])
	switch tail := strings.ToLower(s[at+n:]); tail {
	case "s", "re", "ve", "ll", "d", "m":
	case "t":
		if at < 2 || s[at-1] != 'n' && s[at-1] != 'N' {
			d.token(start, end)
			return
		}
		at--
		if strings.EqualFold(s[:at], "ca") || strings.EqualFold(s[:at], "wo") || strings.EqualFold(s[:at], "sha") {
			break
		}
	default:
		d.token(start, end)
		return
	}
	d.word(start, start+at)
	d.token(start+at, end)
}

// contraction returns where a possessive that is parted from its word ends: the apostrophe of "officials'", or "'s" after a mark; else i.
func (d *Document) contraction(i, limit int) int {
	_, n := utf8.DecodeRuneInString(d.Text[i:])
	if i+n < limit && (d.Text[i+n] == 's' || d.Text[i+n] == 'S') {
		after, _ := utf8.DecodeRuneInString(d.Text[i+n+1:])
		if i+n+1 >= limit || !isWord(after) {
			return i + n + 1
		}
	}
	return i + n
}

// marked tells whether a mark at i opens or closes a quotation.
func (d *Document) marked(i int) bool {
	_, ok := d.marks[i]
	return ok
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' }

// isSpace tells of white space, and of what takes no room.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u00ad' || r == '\u200d'
}

// normal returns a token in lower case, with straight quotation marks, plain dashes and no soft hyphens.
func normal(s string) string {
	switch s {
	case "''", "``", "‘‘", "’’":
		return `"`
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || 'A' <= s[i] && s[i] <= 'Z' {
			return strings.Map(func(r rune) rune {
				switch r {
				case '’', '‘', 'ʼ', '‚', '‛', '`', '´':
					return '\''
				case '“', '”', '„', '«', '»', '‟', '″':
					return '"'
				case '–', '—', '‐', '‑', '‒', '―', '−':
					return '-'
				case '\u00ad', '\u200d':
					return -1
				case '…':
					return '…'
				}
				return unicode.ToLower(r)
			}, s)
		}
	}
	return s
}
