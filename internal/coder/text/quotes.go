package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotes finds the quotations, paragraph by paragraph. A mark that is never closed runs to the end of its paragraph where the next one opens
// anew or the mark can be nothing else, and is forgotten where it cannot be told.
func (d *Document) quotes() {
	d.marks = map[int]int{}
	for start := 0; start < len(d.Text); {
		end := start
		for end < len(d.Text) { // a blank line, or a line break before a mark or a capital, ends a paragraph
			at := strings.IndexByte(d.Text[end:], '\n')
			if at < 0 {
				end = len(d.Text)
				break
			}
			end += at + 1
			line, _, _ := strings.Cut(d.Text[end:], "\n")
			first, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, " \t\r"))
			if strings.TrimSpace(line) == "" || !unicode.IsLower(first) {
				break
			}
		}
		d.quotesIn(start, end)
		start = end
	}
}

// open is a mark that waits for what closes it.
type open struct {
	at, size int
	close    rune
	quote    int
}

func (d *Document) quotesIn(start, end int) {
	var stack []open
	before := rune('\n')
	push := func(at, size int, closes rune) {
		outer := -1
		if len(stack) > 0 {
			outer = stack[len(stack)-1].quote
		}
		stack = append(stack, open{at, size, closes, len(d.Quotes)})
		d.Quotes = append(d.Quotes, Quote{Span: Span{Start: at, End: -1}, Inner: Span{Start: at + size, End: -1}, Outer: outer})
		d.marks[at] = len(d.Quotes) - 1
	}
	pop := func(n, at, size int) { // closes the n-th open mark; what is open inside was no quotation, or lost its mark
		for _, o := range stack[n+1:] {
			d.Quotes[o.quote].End, d.Quotes[o.quote].Inner.End = at, at
			d.Quotes[o.quote].Open = true
		}
		q := &d.Quotes[stack[n].quote]
		q.Inner.End, q.End = at, at+size
		d.marks[at] = stack[n].quote
		stack = stack[:n]
	}
	waiting := func(closes rune) int {
		for n := len(stack) - 1; n >= 0; n-- {
			if stack[n].close == closes {
				return n
			}
		}
		return -1
	}
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(d.Text[i:])
		if doubled := d.Text[i:min(i+2*size, end)]; doubled == "''" || doubled == "``" || doubled == "‘‘" || doubled == "’’" { // two for one
			r = '"'
			size *= 2
		}
		next, _ := utf8.DecodeRuneInString(d.Text[i+size:])
		if i+size >= end {
			next = '\n'
		}
		opens := !isWord(before) && !isSpace(next)
		closes := !isSpace(before) && !isWord(next)
		switch r {
		case '“', '„', '‟':
			if n := waiting('”'); n >= 0 && r == '“' && !opens && closes { // a wrong mark that closes
				pop(n, i, size)
			} else if n >= 0 { // opened again without having been closed: the one before lost its end
				pop(n, i, 0)
				push(i, size, '”')
			} else {
				push(i, size, '”')
			}
		case '”':
			if n := waiting('”'); n >= 0 {
				pop(n, i, size)
			} else if n := waiting('"'); n >= 0 {
				pop(n, i, size)
			} else if opens && !closes { // a wrong mark that opens
				push(i, size, '”')
			}
		case '«':
			push(i, size, '»')
		case '»':
			if n := waiting('»'); n >= 0 {
				pop(n, i, size)
			}
		case '"':
			switch n := waiting('"'); {
			case n >= 0 && (closes || !opens):
				pop(n, i, size)
			case n < 0 && waiting('”') >= 0 && closes:
				pop(waiting('”'), i, size)
			case n >= 0: // opened again: the one before lost its end
				pop(n, i, 0)
				push(i, size, '"')
			case !isDigit(before) || opens: // not an inch
				push(i, size, '"')
			}
		case '‘', '\'', '’', '`':
			single := waiting('’')
			switch {
			case r != '‘' && single >= 0 && closes && !d.possessive(i, size, end):
				pop(single, i, size)
			case r != '’' && opens && single < 0 && (r == '‘' && !isDigit(next) || d.closesLater(i+size, end)):
				push(i, size, '’')
			case r == '‘' && opens && single >= 0:
				pop(single, i, 0)
				push(i, size, '’')
			}
		}
		before = r
		i += size
	}
	last := start + len(strings.TrimRightFunc(d.Text[start:end], isSpace))
	for _, o := range stack {
		d.Quotes[o.quote].End, d.Quotes[o.quote].Inner.End, d.Quotes[o.quote].Open = last, last, true
	}
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// possessive tells whether the apostrophe at i, after an s, belongs to a word ("the officials' demands") although a single mark is open: a word
// in lower case follows, and a better mark comes later.
func (d *Document) possessive(i, size, end int) bool {
	if i == 0 || d.Text[i-1] != 's' {
		return false
	}
	rest := d.Text[i+size : end]
	if len(rest) < 2 || rest[0] != ' ' || !unicode.IsLower(rune(rest[1])) {
		return false
	}
	return d.closesLater(i+size, end)
}

// closesLater tells whether a single mark that closes comes in the next 400 bytes.
func (d *Document) closesLater(i, end int) bool {
	end = min(end, i+400)
	before := rune(' ')
	for i < end {
		r, size := utf8.DecodeRuneInString(d.Text[i:])
		if r == '\'' || r == '’' {
			next, _ := utf8.DecodeRuneInString(d.Text[i+size:])
			if i+size >= end {
				next = '\n'
			}
			after, _ := utf8.DecodeRuneInString(strings.TrimLeft(d.Text[i+size:], " "))
			if !isSpace(before) && !isWord(next) && (before != 's' || !unicode.IsLower(after)) {
				return true
			}
		}
		if r == '‘' {
			return false
		}
		before = r
		i += size
	}
	return false
}
