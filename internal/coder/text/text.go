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

// Phrase is a noun phrase: a run of tokens with a head. "Iran's foreign minister" is one, with the head "minister", and "Foreign Minister Abbas
// Araghchi" one with the head "Araghchi"; "the third round of talks" is two, of which the second modifies the first.
type Phrase struct {
	Index       int  // its own, in Document.Phrases
	First, Last int  // tokens [First, Last)
	Head        int  // the token that it is about
	Preposition int  // the token before it that ties it to something, as "of"; also where it stands further on in "with A and B"; -1: none
	Modifies    int  // the Phrase of which its preposition says something, as far as one can tell ("talks" in "talks with Iran"); -1: none
	Renames     int  // the Phrase next to which it stands as another name for the same: "Iran's foreign minister" in "Araghchi, Iran's foreign minister,"; -1: none
	With        int  // the first Phrase of "A, B and C", in B and C; -1: none
	Time        bool // "Monday", "last week"
}

// Complement is a noun phrase that a preposition ties to a verb. One that stands after an object may also say something of the object: then its
// Phrase has Modifies. What "of" ties to a noun is no complement.
type Complement struct {
	Preposition int // token
	Phrase      Phrase
}

// Tense is when a clause says that something is.
type Tense uint8

const (
	Timeless  Tense = iota // of what is not finite
	InPast                 // met, had met, was meeting
	InPresent              // meets, has met, is meeting
	InFuture               // will meet, is to meet, is going to meet
)

// Clause is a verb with what belongs to it. Clauses are in the order of their verbs.
type Clause struct {
	Sentence    int
	First, Last int    // tokens [First, Last), with what it governs
	Verb        int    // the main verb; be, have and do too where no other follows
	Group       [2]int // the verb group, with auxiliaries, negation and adverbs: tokens [0], up to [1]
	Passive     bool
	Negated     bool   // not, never, no longer; "no" before its subject or object; neither
	Modal       string // will, would, could, may, "be to", "have to", "going to", "about to"; "" without one
	Finite      bool   // false: "to meet", "meeting", a participle after a noun
	Tense       Tense
	Perfect     bool     // has met, had met
	Progressive bool     // is meeting
	Subjects    []Phrase // several where "and" ties them; of what is not finite, who does it, as far as the clause that governs it tells. The agent of a passive is a Complement of "by"
	Inverted    bool     // the subject stands behind: "said Araghchi"
	Objects     []Phrase // of be and become: what the subject is
	Predicate   int      // token of an adjective after be and the like: "is ready"; -1: none
	Complements []Complement
	Particle    int  // token of a particle: "called off"; -1: none
	Mark        int  // token of the word that introduces it: that, if, because, who, a preposition before a gerund; -1: none
	Content     int  // the first Clause that it governs as what is said, wanted, denied ("said that", "agreed to", "accused of violating", "ready to"), also one that stands before it; -1: none
	Governor    int  // the Clause of which it is the Content, or to which it adds a condition, a reason, a time, a purpose; -1: none
	Noun        int  // the token of the noun that it says something of, as a relative clause, or whose content it is ("offer to mediate", "claim that"); -1: none
	With        int  // the Clause before it that "and" ties it to ("met A and left"); -1: none
	Condition   bool // it stands under "if", "unless", "should"
	Relative    bool // it says something of Noun; with "who met" Noun is its subject, with "whom he met" its object
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
	d.clauses()
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
