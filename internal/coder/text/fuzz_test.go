package text

import (
	"strings"
	"testing"
)

// check tells what is wrong with a document; "" nothing.
func check(d *Document) string {
	end := 0
	for i, s := range d.Sentences {
		if s.Start < end || s.End > len(d.Text) || s.Start >= s.End {
			return "a sentence is not behind the one before"
		}
		if s.First > s.Last || i > 0 && s.First != d.Sentences[i-1].Last {
			return "the tokens of a sentence do not follow those of the one before"
		}
		at := s.Start
		for _, t := range d.Tokens[s.First:s.Last] {
			if t.Start < at || t.End > s.End || t.Start >= t.End || d.Text[t.Start:t.End] != t.Text {
				return "a token does not stand where it says: " + t.Text
			}
			if strings.TrimFunc(d.Text[at:t.Start], isSpace) != "" {
				return "between tokens there is more than space: " + d.Text[at:t.Start]
			}
			at = t.End
		}
		if strings.TrimFunc(d.Text[at:s.End], isSpace) != "" {
			return "behind the last token there is more than space"
		}
		end = s.End
	}
	if len(d.Sentences) > 0 && d.Sentences[len(d.Sentences)-1].Last != len(d.Tokens) {
		return "tokens belong to no sentence"
	}
	token := func(i int) bool { return -1 <= i && i < len(d.Tokens) }
	phrase := func(p Phrase) bool {
		return 0 <= p.First && p.First <= p.Head && p.Head < p.Last && p.Last <= len(d.Tokens) && token(p.Preposition) && p.Modifies < len(d.Phrases) && p.With < p.Index && p.Renames < len(d.Phrases)
	}
	last := 0
	for i, p := range d.Phrases {
		if p.Index != i || !phrase(p) || p.First < last {
			return "a phrase is wrong: " + d.Words(p.First, p.Last)
		}
		last = p.Last
	}
	verb := -1
	for i, c := range d.Clauses {
		ok := c.First <= c.Verb && c.Verb < c.Last && c.Group[0] <= c.Verb && c.Verb < c.Group[1] && c.Verb > verb && token(c.Mark) && token(c.Particle) && token(c.Predicate) && token(c.Noun) &&
			c.Content < len(d.Clauses) && c.Governor < len(d.Clauses) && c.With < i && c.Content != i && c.Governor != i &&
			c.First >= d.Sentences[c.Sentence].First && c.Last <= d.Sentences[c.Sentence].Last
		for _, p := range append(append([]Phrase{}, c.Subjects...), c.Objects...) {
			ok = ok && phrase(p)
		}
		if !ok {
			return "a clause is wrong: " + d.Words(c.First, c.Last)
		}
		verb = c.Verb
		for g, n := c.Governor, 0; g >= 0; g, n = d.Clauses[g].Governor, n+1 {
			if n > len(d.Clauses) {
				return "a clause governs itself: " + d.Words(c.First, c.Last)
			}
		}
	}
	for i, q := range d.Quotes {
		if q.Start > q.Inner.Start || q.Inner.Start > q.Inner.End || q.Inner.End > q.End || q.End > len(d.Text) || q.Outer >= i || i > 0 && q.Start <= d.Quotes[i-1].Start {
			return "a quotation is wrong"
		}
		if q.Outer >= 0 && (d.Quotes[q.Outer].Start > q.Start || d.Quotes[q.Outer].End < q.End) {
			return "a quotation does not lie in its outer one"
		}
	}
	return ""
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", " ", "\n\n", ".", "\"", "'", "“a ‘b” c’", "Mr. X isn't Iran's, “he said.", "A, B and C, who met D, said that E would, if F agreed, go. G did.",
		"“One.\n\n“Two.” He said: ‘Three “four” five’", "(a [b) c]", "to and and and to not to be or not", "that that that which who, and that", "\u200bThe\u00a0end…\u00ad", "\xff\xfe", "and, and and, and A and, B, and C",
		"Should Should had will will be been being to to", strings.Repeat("(", 50) + strings.Repeat("\"", 51), "0.\xe9", "He said, she said, they said he said \"she said 'no'\".",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := Parse(s)
		if wrong := check(d); wrong != "" {
			t.Errorf("%q: %s", s, wrong)
		}
		for i := 0; i <= len(s); i += 1 + len(s)/50 {
			d.QuoteAt(i)
			if at := d.SentenceAt(i); at >= 0 && d.Sentences[at].End <= i {
				t.Errorf("%q: sentence %d lies before %d", s, at, i)
			}
			if at := d.TokenAt(i); at < len(d.Tokens) {
				d.ClauseAt(at)
				d.PhraseAt(at)
			}
		}
	})
}

// What takes time in the square of its length shows in texts like these, whatever the machine.
func TestLong(t *testing.T) {
	for _, s := range []string{"\"", "“", "(", "and ", "A, ", "that ", "to be ", "he said ", "A and B ", "met the X who ", "if ", "' ", "‘a ", "x.", "of A ", "Mr. "} {
		d := Parse(strings.Repeat(s, 50_000/len(s)))
		if wrong := check(d); wrong != "" {
			t.Errorf("%q, many times: %s", s, wrong)
		}
	}
}
