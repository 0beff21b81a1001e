package text

import "sort"

// Words returns the text of tokens [first, last) as it stands.
func (d *Document) Words(first, last int) string {
	if first >= last {
		return ""
	}
	return d.Text[d.Tokens[first].Start:d.Tokens[last-1].End]
}

// SpanOf returns where tokens [first, last) stand.
func (d *Document) SpanOf(first, last int) Span {
	if first >= last {
		return Span{}
	}
	return Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}
}

// TokenAt returns the token in which an offset lies, or the next one after it; len(d.Tokens) behind the last.
func (d *Document) TokenAt(offset int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].End > offset })
}

// TokensIn returns the tokens [first, last) that a span touches.
func (d *Document) TokensIn(s Span) (first, last int) {
	first = d.TokenAt(s.Start)
	last = sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Start >= s.End })
	return first, max(first, last)
}

// SentenceAt returns the sentence in which an offset lies, or the next one after it; -1 behind the last.
func (d *Document) SentenceAt(offset int) int {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].End > offset })
	if i == len(d.Sentences) {
		return -1
	}
	return i
}

// SentenceOf returns the sentence of a token.
func (d *Document) SentenceOf(token int) int {
	return sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Last > token })
}

// QuoteAt returns the innermost quotation whose marks or words an offset lies in; -1: none.
func (d *Document) QuoteAt(offset int) int {
	// The quotations are in the order of their opening marks, and one that is nested stands after the one around it.
	i := sort.Search(len(d.Quotes), func(i int) bool { return d.Quotes[i].Start > offset }) - 1
	for i >= 0 && d.Quotes[i].End <= offset {
		i = d.Quotes[i].Outer
	}
	return i
}
