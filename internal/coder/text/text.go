// Package text takes English text apart without changing it: paragraphs, sentences, quotations, tokens with their parts of speech, and the
// clauses that they form. All of it stands off the text, as byte offsets. It is pure, knows no actor and no event, and imports article only.
// Start with Parse.
package text

import (
	"strings"

	"github.com/parleygraph/parley/internal/article"
)

// Span is a part of a text, in bytes: from Start up to, not including, End.
type Span = article.Span

// Tag is the part of speech of a token, as far as actors, speech and events need to know it.
type Tag uint8

const (
	Other        Tag = iota
	Determiner       // the, a, this
	Pronoun          // he, they, who as a question
	Possessive       // his, their, 's
	Relative         // who, which, that at the head of a relative clause
	Preposition      // of, in, by
	To               // to before a verb
	Conjunction      // and, or, but
	Subordinator     // that, if, because
	Modal            // will, would, could
	Auxiliary        // be, have, do before a verb
	Base             // a verb: negotiate
	Present          // negotiates, or negotiate after a plural subject
	Past             // negotiated
	Participle       // negotiated after be or have, or after a noun
	Gerund           // negotiating
	Adjective
	Adverb
	Negation // not, never, n't
	Number   // 3, third, two
	Noun
	Name // a proper noun
	Mark // punctuation; quotation marks too
)

// Token is a word, a number or a mark.
type Token struct {
	Span
	Text  string // as it stands
	Norm  string // in lower case, with straight quotation marks and plain dashes
	Lemma string // what a dictionary lists: the base form of a verb, the singular of a noun; else Norm
	Tag   Tag
}

// Sentence is one, with its tokens.
type Sentence struct {
	Span
	Paragraph   int // from 0
	First, Last int // its tokens: Document.Tokens[First:Last]
}

// Quote is a passage in quotation marks. One that goes on over paragraphs, each opened again and only the last closed, is one Quote a paragraph.
type Quote struct {
	Span       // with its marks
	Inner Span // without
	Outer int  // the Quote in which it stands, an index of Document.Quotes; -1: none
	Open  bool // no mark closes it: it goes on in the next paragraph, or the mark is missing
}

// Phrase is a noun phrase: a run of tokens with a head.
type Phrase struct {
	First, Last int // tokens [First, Last)
	Head        int // the token that it is about
}

// Complement is a noun phrase or a clause that a preposition ties to a verb.
type Complement struct {
	Preposition int // token; -1: none, as the second object of "gave Iran an ultimatum"
	Phrase      Phrase
}

// Clause is a verb with what belongs to it.
type Clause struct {
	Sentence    int
	First, Last int    // tokens [First, Last)
	Verb        int    // the main verb
	Group       [2]int // the verb group, with auxiliaries, negation and adverbs: tokens [0], up to [1]
	Passive     bool
	Negated     bool
	Modal       string   // will, would, could, may ...; "" without one
	Finite      bool     // false: "to meet", "meeting", a participle after a noun
	Subjects    []Phrase // several where "and" ties them; the agent of a passive is a Complement of "by"
	Objects     []Phrase
	Complements []Complement
	Particle    int  // token of a particle: "called off"; -1: none
	Content     int  // the Clause that it governs ("said that", "agreed to", "denied having"), an index of Document.Clauses; -1: none
	Governor    int  // the Clause that governs it, as Content, or in which it is a condition or a relative clause; -1: none
	Condition   bool // it stands under "if", "unless", "should"
	Relative    bool // it says something of a noun: its subject or object is that noun
}

// Document is a text taken apart.
type Document struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence
	Quotes    []Quote
	Phrases   []Phrase
	Clauses   []Clause
	pos       []pos       // of each token
	marks     map[int]int // where a quotation mark stands, and the Quote that it opens or closes
}

// Parse takes a text apart. The same text gives the same Document.
func Parse(s string) *Document {
	d := &Document{Text: s}
	d.quotes()
	for _, span := range article.Sentences(s) {
		first := len(d.Tokens)
		d.tokens(span)
		d.Sentences = append(d.Sentences, Sentence{Span: span, First: first, Last: len(d.Tokens)})
	}
	d.paragraphs()
	d.tag()
	d.finish()
	return d
}

// paragraphs numbers the paragraphs of the sentences: a blank line, or a line break after which a sentence begins, parts two.
func (d *Document) paragraphs() {
	for i := range d.Sentences {
		if i == 0 {
			continue
		}
		d.Sentences[i].Paragraph = d.Sentences[i-1].Paragraph
		if strings.Contains(d.Text[d.Sentences[i-1].End:d.Sentences[i].Start], "\n") {
			d.Sentences[i].Paragraph++
		}
	}
}
