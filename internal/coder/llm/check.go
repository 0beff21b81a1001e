package llm

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleygraph/parley/internal/coder"
	"github.com/parleygraph/parley/internal/coder/dates"
	"github.com/parleygraph/parley/internal/coder/text"
)

// Reason says why a claim was rejected.
type Reason string

const (
	NoSentence  Reason = "sentence"  // there is no such sentence, or it was not asked about
	NoQuote     Reason = "quote"     // the quote is not in the sentence
	ShortQuote  Reason = "short"     // it is too short to say anything
	NoActor     Reason = "actor"     // somebody is not in the sentence's reach
	NoDate      Reason = "date"      // there is no such date in the sentence
	NoQuotation Reason = "quotation" // the words are not in quotation marks in the sentence
	NoWords     Reason = "words"     // a place, a channel, a format or a number that the sentence does not name
	NoCode      Reason = "code"      // it is no CAMEO code
	NoTalks     Reason = "talks"     // it is about talks that the answer does not have, or that were rejected
	Empty       Reason = "empty"     // nobody speaks or acts
)

// Rejection is a claim that was not kept.
type Rejection struct {
	Kind     string // statement, talks, relation
	Sentence int    // from 1
	Quote    string
	Reason   Reason
	What     string // what is not there
}

// leastWords is how many words a quote must have, where its sentence has as many.
const leastWords = 4

// checker holds claims against an article, and makes a Coding of those that it bears out.
type checker struct {
	article  coder.Article
	doc      *text.Document
	cast     []coder.Named
	when     []dates.Expression
	shadows  map[int]shadow // of sentences
	coding   coder.Coding
	added    map[string]string // ids of actors that are not of the cast, by their words
	rejected []Rejection
	claims   int
}

func newChecker(article coder.Article, doc *text.Document, cast []coder.Named) *checker {
	k := &checker{article: article, doc: doc, cast: cast, when: dates.Find(article.Text, article.Published), shadows: map[int]shadow{}, added: map[string]string{}}
	k.coding = coder.Coding{Actors: []coder.Actor{}, Statements: []coder.Statement{}, Talks: []coder.Talks{}, Relations: []coder.Relation{}}
	for _, n := range cast {
		k.coding.Actors = append(k.coding.Actors, n.Actor)
	}
	return k
}

// check adds what of an answer about a window the article bears out.
func (k *checker) check(w window, a *answer) {
	talks := map[string]string{} // ids of the answer to ids of the coding
	for _, c := range a.Talks {
		p := k.passage("talks", w, c.claim)
		t := coder.Talks{
			Ordinal: p.ordinal(c.Ordinal), Place: p.named(c.Place), Started: p.day(c.Started), Ended: p.day(c.Ended), Parties: p.actors(c.Parties), Mediators: p.actors(c.Mediators),
			Hosts: p.actors(c.Hosts), Format: p.named(c.Format), Status: c.Status, Outcome: c.Outcome, Accounts: []coder.Account{},
		}
		if len(c.Parties) == 0 && c.Place == nil {
			p.reject(Empty, "neither parties nor a place")
		}
		if talks[c.ID] != "" {
			p.reject(NoTalks, fmt.Sprintf("%q is the id of other talks, too", c.ID))
		}
		if !p.keep() {
			continue
		}
		t.Fact = p.fact("t", len(k.coding.Talks))
		talks[c.ID] = t.ID
		k.coding.Talks = append(k.coding.Talks, t)
	}
	for _, c := range a.Statements {
		p := k.passage("statement", w, c.claim)
		s := coder.Statement{
			Speakers: p.actors(c.Speakers), Behalf: p.actors(c.Behalf), Act: c.Act, CAMEO: p.cameo(c.CAMEO), Addressed: p.actors(c.Addressed), About: p.about(c.About, talks, a),
			Channel: p.named(c.Channel), Said: p.time(c.Said), Quote: p.quotation(c.Words),
		}
		if len(c.Speakers) == 0 {
			p.reject(Empty, "nobody speaks")
		}
		if !p.keep() {
			continue
		}
		s.Fact = p.fact("s", len(k.coding.Statements))
		s.Polarity, s.Modality = c.Polarity, c.Modality
		k.coding.Statements = append(k.coding.Statements, s)
	}
	for _, c := range a.Relations {
		p := k.passage("relation", w, c.claim)
		r := coder.Relation{Type: c.Type, CAMEO: p.cameo(c.CAMEO), Source: p.actors(c.Source), Target: p.actors(c.Target), About: p.about(c.About, talks, a), Said: p.time(c.Said)}
		by := ""
		if c.By != nil {
			if ids := p.actors([]string{*c.By}); len(ids) > 0 {
				by = ids[0]
			}
		}
		if len(c.Source) == 0 {
			p.reject(Empty, "nobody acts")
		}
		if !p.keep() {
			continue
		}
		r.Fact = p.fact("r", len(k.coding.Relations))
		r.Polarity, r.Modality, r.By = c.Polarity, c.Modality, by
		k.coding.Relations = append(k.coding.Relations, r)
	}
}

// passage is a claim being checked: its sentence, and where its quote stands. The first thing that is wrong with it is why it is rejected.
type passage struct {
	*checker
	claim
	kind     string
	sentence text.Span
	span     text.Span
	wrong    *Rejection
	added    []coder.Actor // actors that the cast does not have, if the claim is kept
}

func (k *checker) passage(kind string, w window, c claim) *passage {
	k.claims++
	p := &passage{checker: k, claim: c, kind: kind}
	if c.Sentence <= w.first || c.Sentence > w.last {
		p.reject(NoSentence, "")
		return p
	}
	p.sentence = k.doc.Sentences[c.Sentence-1].Span
	span, ok := p.find(c.Quote)
	if !ok {
		p.reject(NoQuote, "")
		return p
	}
	p.span = span
	if n := words(c.Quote); n < leastWords && n < words(k.article.Text[p.sentence.Start:p.sentence.End]) {
		p.reject(ShortQuote, "")
	}
	return p
}

func (p *passage) reject(why Reason, what string) {
	if p.wrong == nil {
		p.wrong = &Rejection{Kind: p.kind, Sentence: p.Sentence, Quote: p.Quote, Reason: why, What: what}
	}
}

// keep says whether nothing is wrong, and counts what is.
func (p *passage) keep() bool {
	if p.wrong != nil {
		p.rejected = append(p.rejected, *p.wrong)
		return false
	}
	for _, a := range p.added {
		p.checker.added[a.Name] = a.ID
		p.coding.Actors = append(p.coding.Actors, a)
	}
	return true
}

func (p *passage) fact(id string, n int) coder.Fact {
	f := coder.EvidenceAt(p.article.Text, p.span)
	f.ID, f.Rule, f.Confidence = id+strconv.Itoa(n+1), Name, 0.5
	return f
}

// find gives the place of words in the sentence, whatever kind of quotation marks, dashes and spaces they have.
func (p *passage) find(quote string) (text.Span, bool) {
	s, ok := p.shadows[p.Sentence]
	if !ok {
		s = shadowOf(p.article.Text[p.sentence.Start:p.sentence.End])
		p.shadows[p.Sentence] = s
	}
	q := shadowOf(quote).text
	if q == "" {
		return text.Span{}, false
	}
	for from := 0; ; {
		i := strings.Index(s.text[from:], q)
		if i < 0 {
			return text.Span{}, false
		}
		i += from
		if bounded(s.text, i, i+len(q)) {
			return text.Span{Start: p.sentence.Start + s.at[i], End: p.sentence.Start + s.at[i+len(q)]}, true
		}
		from = i + 1
	}
}

// bounded says whether s[i:j] begins and ends with whole words.
func bounded(s string, i, j int) bool {
	inner := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	first, _ := utf8.DecodeRuneInString(s[i:])
	last, _ := utf8.DecodeLastRuneInString(s[:j])
	after, _ := utf8.DecodeRuneInString(s[j:])
	return !(i > 0 && inner(before) && inner(first)) && !(j < len(s) && inner(last) && inner(after))
}

// words counts words: runs without white space that have a letter or a digit.
func words(s string) int {
	n := 0
	for f := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(f, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// actors gives the ids of those who are named, each of whom must be within the sentence's reach.
func (p *passage) actors(names []string) []string {
	ids := make([]string, 0, len(names))
	for _, name := range names {
		if id := p.actor(name); id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// actor gives the id of an actor of the cast who is named, or referred to, in the sentence, or to whom belongs one who is: an official brings the state
// that he speaks for. Somebody whom the cast does not have must be named in the sentence in the same words.
func (p *passage) actor(name string) string {
	if p.sentence.End == 0 {
		return ""
	}
	if i := slices.IndexFunc(p.cast, func(n coder.Named) bool { return n.ID == name }); i >= 0 {
		if p.inSentence(p.cast[i].At) || slices.ContainsFunc(p.cast, func(n coder.Named) bool { return n.Of != nil && *n.Of == name && p.inSentence(n.At) }) {
			return name
		}
		p.reject(NoActor, p.cast[i].Name)
		return ""
	}
	if id := p.known(name); id != "" {
		return id
	}
	span, ok := p.find(name)
	if !ok || words(name) == 0 {
		p.reject(NoActor, name)
		return ""
	}
	if id := p.mentioned(span); id != "" {
		return id
	}
	exact := p.article.Text[span.Start:span.End]
	if id := p.checker.added[exact]; id != "" {
		return id
	}
	if i := slices.IndexFunc(p.added, func(a coder.Actor) bool { return a.Name == exact }); i >= 0 {
		return p.added[i].ID
	}
	a := coder.Actor{ID: "a" + strconv.Itoa(len(p.coding.Actors)+len(p.added)+1), Kind: coder.Unnamed, Name: exact, Mentions: []string{exact}}
	p.added = append(p.added, a)
	return a.ID
}

// known gives the one actor of the cast who has this name, and is named or referred to in the sentence.
func (p *passage) known(name string) string {
	id := ""
	for _, n := range p.cast {
		if n.Name == name && p.inSentence(n.At) {
			if id != "" {
				return ""
			}
			id = n.ID
		}
	}
	return id
}

// mentioned gives the actor of the cast whom a passage names: it lies in the mention ("Lund" in "Foreign Minister Kari Lund"; of several the
// shortest), or ends with it ("the envoy Kari Lund").
func (p *passage) mentioned(span text.Span) string {
	id, shortest := "", 1<<30
	for _, n := range p.cast {
		for _, at := range n.At {
			if at.Start <= span.Start && span.End <= at.End && at.End-at.Start < shortest {
				id, shortest = n.ID, at.End-at.Start
			}
		}
	}
	for _, n := range p.cast {
		for _, at := range n.At {
			if id == "" && at.Start >= span.Start && at.End == span.End {
				id = n.ID
			}
		}
	}
	return id
}

func (p *passage) inSentence(at []text.Span) bool {
	return slices.ContainsFunc(at, func(s text.Span) bool { return s.Start >= p.sentence.Start && s.End <= p.sentence.End })
}

// about gives the ids of actors, and of talks of the same answer.
func (p *passage) about(names []string, talks map[string]string, a *answer) []string {
	ids := make([]string, 0, len(names))
	for _, name := range names {
		id := talks[name]
		switch {
		case id != "":
		case slices.ContainsFunc(a.Talks, func(t talksClaim) bool { return t.ID == name }):
			p.reject(NoTalks, name)
		default:
			id = p.actor(name)
		}
		if id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// named gives words of the sentence, as they stand in it: a place, a channel, a format.
func (p *passage) named(words *string) *string {
	if words == nil || p.sentence.End == 0 {
		return nil
	}
	span, ok := p.find(*words)
	if !ok {
		p.reject(NoWords, *words)
		return nil
	}
	exact := p.article.Text[span.Start:span.End]
	return &exact
}

// ordinals in words; beyond them, digits are written.
var ordinals = [...]string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
	"sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"}

// ordinal gives the number of a round that the sentence says.
func (p *passage) ordinal(n *int) *int {
	if n == nil || p.sentence.End == 0 {
		return nil
	}
	sentence := strings.ToLower(p.article.Text[p.sentence.Start:p.sentence.End])
	said := *n > 0 && *n <= len(ordinals) && hasWord(sentence, ordinals[*n-1])
	for _, suffix := range [...]string{"st", "nd", "rd", "th"} {
		said = said || hasWord(sentence, strconv.Itoa(*n)+suffix)
	}
	if !said {
		p.reject(NoWords, "round "+strconv.Itoa(*n))
		return nil
	}
	return n
}

func hasWord(s, word string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], word)
		if i < 0 {
			return false
		}
		if i += from; bounded(s, i, i+len(word)) {
			return true
		}
		from = i + 1
	}
}

// expression gives the expression of time that the model copied: one that is found in the sentence, with its preposition or without.
func (p *passage) expression(words *string) *dates.Expression {
	if words == nil || p.sentence.End == 0 {
		return nil
	}
	wanted := strings.ToLower(shadowOf(*words).text)
	for i, e := range p.when {
		if e.Start < p.sentence.Start || e.End > p.sentence.End {
			continue
		}
		for _, span := range [2]text.Span{e.Span, e.Core} {
			if wanted != "" && strings.ToLower(shadowOf(p.article.Text[span.Start:span.End]).text) == wanted {
				return &p.when[i]
			}
		}
	}
	p.reject(NoDate, *words)
	return nil
}

// time gives when something was said or done; words that fix no date are kept as words.
func (p *passage) time(words *string) *coder.Time {
	e := p.expression(words)
	if e == nil {
		return nil
	}
	t := &coder.Time{Text: e.Text}
	if e.EDTF != "" {
		t.EDTF = &e.EDTF
	}
	return t
}

// day gives when talks began or ended. Words that fix no date say nothing here.
func (p *passage) day(words *string) *string {
	e := p.expression(words)
	if e == nil {
		return nil
	}
	if e.EDTF == "" {
		p.reject(NoDate, *words)
		return nil
	}
	return &e.EDTF
}

// cameo gives a code of the form of CAMEO's: two to four digits, of which the first two are 01 to 20.
func (p *passage) cameo(code *string) *string {
	if code == nil {
		return nil
	}
	n, err := strconv.Atoi(*code)
	if err != nil || len(*code) < 2 || len(*code) > 4 || n < 1 || (*code)[:2] < "01" || (*code)[:2] > "20" {
		p.reject(NoCode, *code)
		return nil
	}
	return code
}

// quotation gives words that stand between quotation marks in the sentence.
func (p *passage) quotation(words *string) *string {
	if words == nil || p.sentence.End == 0 {
		return nil
	}
	span, ok := p.find(*words)
	if !ok || !slices.ContainsFunc(p.doc.Quotes, func(q text.Quote) bool { return span.Start >= q.Inner.Start && span.End <= q.Inner.End }) {
		p.reject(NoQuotation, *words)
		return nil
	}
	exact := p.article.Text[span.Start:span.End]
	return &exact
}

// shadow is a text with plain quotation marks, dashes and spaces, and where each of its bytes comes from.
type shadow struct {
	text string
	at   []int // as many as bytes, and one more: the end
}

// shadowOf makes one. White space is one space, and none at the ends; what cannot be seen is not there.
func shadowOf(s string) shadow {
	var b strings.Builder
	at := make([]int, 0, len(s)+1)
	put := func(plain string, from int) {
		b.WriteString(plain)
		for range len(plain) {
			at = append(at, from)
		}
	}
	space, end := -1, 0
	for i, r := range s {
		if unicode.IsSpace(r) {
			if space < 0 {
				space = i
			}
			continue
		}
		plain := ""
		switch {
		case strings.ContainsRune("“”„‟«»″", r):
			plain = `"`
		case strings.ContainsRune("‘’‚‛′`´", r):
			plain = "'"
		case unicode.Is(unicode.Pd, r) || r == '\u2212':
			plain = "-"
		case r == '…':
			plain = "..."
		case r == '\u00ad' || r == '\ufeff' || r >= '\u200b' && r <= '\u200f' || r == '\u2060':
			continue
		default:
			_, size := utf8.DecodeRuneInString(s[i:])
			plain = s[i : i+size]
		}
		if space >= 0 && b.Len() > 0 {
			put(" ", space)
		}
		space = -1
		put(plain, i)
		_, size := utf8.DecodeRuneInString(s[i:])
		end = i + size
	}
	return shadow{text: b.String(), at: append(at, end)}
}
