package text

import "strings"

// kind is what an item of a sentence is.
type kind uint8

const (
	other kind = iota
	itemPhrase
	itemVerb
	itemPreposition
	itemSubordinator
	itemThat
	itemRelative
	itemConjunction
	itemComma
	itemBreak // colon, semicolon, dash
	itemOpen
	itemClose
	itemAdverb
	itemAdjective
	itemBracket
	itemStop
	itemNothing // a comma or an "and" that has done its work between phrases
)

// item is a phrase, a verb group or a word between them.
type item struct {
	kind        kind
	first, last int
	at          int // an index of Document.Phrases or of parser.groups
}

// parser turns the tokens of one sentence after another into phrases and clauses.
type parser struct {
	d      *Document
	s      int // the sentence
	last   int // its end
	items  []item
	groups []group
	frames []frame
	lex    *lexicon
	roles  map[int]role // where a phrase was put, so that "and B" follows
}

// role is where a phrase was put.
type role struct {
	clause      int
	preposition int // token; -1: it is an object
}

// pos returns the part of speech of a token of the sentence; end behind it.
func (p *parser) pos(i int) pos {
	if i >= p.last {
		return end
	}
	return p.d.pos[i]
}

func (p *parser) norm(i int) string {
	if i < 0 || i >= p.last {
		return ""
	}
	return p.d.Tokens[i].Norm
}

// chunk takes a sentence apart into items.
func (p *parser) chunk(first, last int) {
	p.items, p.groups, p.last = p.items[:0], p.groups[:0], last
	for i := first; i < last; {
		if end := p.phraseEnd(i); end > i {
			i = p.addPhrase(i, end)
			continue
		}
		given := p.norm(i) == "given" && p.pos(i) == verbParticiple && (p.pos(i+1) == determiner || p.pos(i+1) == possessivePronoun) && i > first && !p.pos(i-1).isVerb() && p.pos(i-1) != name && p.pos(i-1) != nouns
		if end := p.group(i, first); end > i && !given {
			p.items = append(p.items, item{itemVerb, p.groups[len(p.groups)-1].first, end, len(p.groups) - 1})
			i = end
			continue
		}
		k := other
		switch p.pos(i) {
		case verbParticiple: // "given the impact"
			k = itemPreposition
		case preposition:
			k = itemPreposition
			if subordinators[p.norm(i)] || p.norm(i) == "so" {
				k = itemSubordinator
			}
		case when:
			k = itemSubordinator
		case that:
			k = itemThat
		case whoPronoun, whichPronoun, whose:
			k = itemRelative
		case conjunction:
			k = itemConjunction
		case comma:
			k = itemComma
		case dash:
			k = itemBreak
		case stop:
			k = itemStop
		case bracket:
			k = itemBracket
		case quoteMark:
			k = itemClose
			if q, ok := p.d.marks[p.d.Tokens[i].Start]; ok && p.d.Quotes[q].Start == p.d.Tokens[i].Start {
				k = itemOpen
			}
		case adverb, negation, particle:
			k = itemAdverb
		case adjective:
			k = itemAdjective
		}
		at := -1
		if k == itemThat || k == itemRelative { // they may stand for something
			at = len(p.d.Phrases)
			p.d.Phrases = append(p.d.Phrases, Phrase{Index: at, First: i, Last: i + 1, Head: i, Preposition: -1, Modifies: -1, Renames: -1, With: -1})
		}
		p.items = append(p.items, item{k, i, i + 1, at})
		i++
	}
	p.join()
	for k := range p.items {
		if p.items[k].kind == itemPreposition && either[p.norm(p.items[k].first)] && p.clauseFollows(k) && !p.wantsVerb(k) {
			p.items[k].kind = itemSubordinator
			p.d.Tokens[p.items[k].first].Tag = Subordinator
		}
	}
}

// wantsVerb tells whether "as" or "than" at item k stands behind a subject without its verb, so that the verb further on is that one's: "the
// criticism of Clinton as First Lady became".
func (p *parser) wantsVerb(k int) bool {
	if n := p.norm(p.items[k].first); n != "as" && n != "than" {
		return false
	}
	phrase := false
	for j := k - 1; j >= 0 && j > k-8; j-- {
		switch p.items[j].kind {
		case itemPhrase:
			phrase = true
		case itemVerb:
			return false
		case itemComma, itemSubordinator, itemThat, itemBreak, itemOpen, itemStop:
			return phrase
		}
	}
	return phrase
}

// join makes one item of prepositions of several words, "according to", and of "as well as" between phrases.
func (p *parser) join() {
	to := p.items[:0]
	for k := 0; k < len(p.items); k++ {
		it := p.items[k]
		if it.kind == itemBracket { // what stands in brackets is passed over
			if closed := p.bracket(k); closed > k {
				k = closed
				continue
			}
		}
		if n := len(to); it.kind == itemPreposition && n > 0 && to[n-1].last == it.first && to[n-1].last-to[n-1].first == 1 && compound[p.norm(to[n-1].first)] == p.norm(it.first) {
			to[n-1].kind, to[n-1].last = itemPreposition, it.last
			p.d.Tokens[to[n-1].first].Tag = Preposition
			continue
		}
		if n := p.norm(it.first); it.kind == itemPreposition && k > 0 && p.items[k-1].kind == itemVerb && p.isParticle(p.d.Tokens[p.groups[p.items[k-1].at].verb].Lemma, n) {
			it.kind = itemAdverb // "carried out an attack", "walked out of the talks"
		}
		if n := p.norm(it.first); it.kind == itemPreposition && n == "in" && p.kindAt(k+1) == itemPhrase && p.norm(p.items[k+1].first) == "order" && p.items[k+1].last == it.first+2 && p.kindAt(k+2) == itemVerb && p.groups[p.items[k+2].at].infinitive {
			k++ // "in order to"
			continue
		}
		if n := p.norm(it.first); (n == "provided" || n == "providing") && p.kindAt(k+1) == itemThat { // "provided that"
			to = append(to, item{itemSubordinator, it.first, it.first + 2, -1})
			k++
			continue
		}
		if k > 0 && k+3 < len(p.items) && p.norm(it.first) == "as" && p.norm(it.first+1) == "well" && p.norm(it.first+2) == "as" && p.items[k+2].first == it.first+2 && (p.items[k+3].kind == itemPhrase || p.items[k+3].kind == itemPreposition) {
			to = append(to, item{itemConjunction, it.first, it.first + 3, -1})
			k += 2
			continue
		}
		to = append(to, it)
	}
	p.items = to
}

// bracket returns the item that closes the bracket of item k; k itself where none does soon.
func (p *parser) bracket(k int) int {
	n := p.norm(p.items[k].first)
	if n != "(" && n != "[" {
		return k
	}
	for j := k + 1; j < len(p.items) && j < k+40; j++ {
		if m := p.norm(p.items[j].first); p.items[j].kind == itemBracket && (m == ")" || m == "]") {
			return j
		}
	}
	return k
}

// isParticle tells whether a word behind a verb is its particle though a phrase follows: "called off the talks", "brought about a truce".
func (p *parser) isParticle(lemma, n string) bool {
	return phrasal[lemma][n] && (strayParticles[n] || n == "about" && lemma == "bring" || n == "on" && lemma == "take")
}

// strayParticles are particles that the tagger takes for prepositions before a phrase.
var strayParticles = set(`out up off down back away aside forward`)

// compound are the first words of prepositions of two, and the second.
var compound = map[string]string{"according": "to", "because": "of", "due": "to", "instead": "of", "out": "of", "along": "with", "together": "with", "prior": "to", "ahead": "of", "as": "of",
	"such": "as", "apart": "from", "aside": "from", "thanks": "to", "regardless": "of", "next": "to", "close": "to", "owing": "to", "away": "from", "irrespective": "of", "contrary": "to", "subject": "to", "similar": "to"}

// either are words that tie a phrase or a clause: "after the talks", "after the talks collapsed".
var either = set(`after before since until till as than`)

// clauseFollows tells whether a clause stands behind the word of item k: a phrase, what modifies it, and a finite verb.
func (p *parser) clauseFollows(k int) bool {
	phrase := false
	for j := k + 1; j < len(p.items) && j < k+12; j++ {
		switch p.items[j].kind {
		case itemPhrase:
			if phrase && p.kindAt(j-1) != itemPreposition && p.kindAt(j-1) != itemConjunction {
				return false
			}
			phrase = true
		case itemVerb:
			g := &p.groups[p.items[j].at]
			return phrase && (g.finite || g.bare && p.lex.canBePast(p.norm(g.verb)) && p.pos(g.verb) == verbParticiple && p.norm(g.last) != "by")
		case itemAdverb, itemPreposition, itemConjunction, itemOpen, itemClose:
		default:
			return false
		}
	}
	return false
}

func nominal(p pos) bool { return p == noun || p == nouns || p == name || p == numeral || p == symbol }

// phraseEnd returns where a noun phrase that begins at i ends; i where none begins.
func (p *parser) phraseEnd(i int) int {
	switch p.pos(i) {
	case subjectPronoun, objectPronoun, pronoun, existential:
		return i + 1
	case determiner, possessivePronoun, adjective, numeral, noun, nouns, name, symbol:
		if p.pos(i) == symbol && p.pos(i+1) != numeral {
			return i
		}
	case verbParticiple, verbGerund: // "of enriched uranium"
		before := start
		if i > 0 {
			before = p.d.pos[i-1]
		}
		if p.pos(i) == verbGerund || before != preposition || p.pos(i+1) != noun && p.pos(i+1) != nouns {
			return i
		}
	case preposition, adverb: // "about 20 people", "very serious talks"
		if quantities[p.norm(i)] && p.norm(i+1) == "of" {
			return i + 1
		}
		if n := p.approximately(i); n > 0 {
			i += n
			break
		}
		if p.pos(i) == adverb && (p.pos(i+1) == adjective && nominal(p.pos(i+2)) || p.norm(i) == "almost" && p.pos(i+1) == determiner) && p.adverbInside(i) {
			break
		}
		return i
	default:
		return i
	}
	first, j := i, i
	last := i // behind the last noun
	for j < p.last {
		ok := false
		t := &p.d.Tokens[j]
		switch p.pos(j) {
		case name:
			ok = true
			if j > first && weekday(t.Norm) && p.pos(j-1) != adjective && p.pos(j-1) != determiner && p.pos(j-1) != numeral && (last == j) && p.norm(j-1) != "last" && p.norm(j-1) != "next" {
				ok = false // "talks Monday"
			}
			if j > first && ok && last == j && (p.pos(j-1) == noun || p.pos(j-1) == nouns) && p.pos(first) == determiner && !roleNoun(p.norm(j-1)) && p.namesAct(j) {
				ok = false // "the deal Iran signed"
			}
			if j > first && ok && last == j && weekday(p.norm(j-1)) && j-1 == first && !months[t.Norm] && p.norm(j-1) != "march" && p.norm(j-1) != "may" {
				ok = false // "Monday Iran said"
			}
		case noun, nouns:
			ok = true
			if j > first && last == j && dayWords[t.Norm] && !weekday(p.norm(j-1)) && !months[p.norm(j-1)] && p.pos(j-1) != possessiveMark && p.pos(j-1) != numeral {
				ok = false // "the talks today"
			}
			if j == first+1 && weekday(p.norm(first)) && !dayParts[t.Norm] && !months[p.norm(first)] {
				ok = false // "Monday talks" at the head of a sentence
			}
		case numeral:
			ok = true
			if j > first && last == j && p.pos(j-1) != name && p.pos(j-1) != numeral && p.pos(j-1) != symbol && p.norm(j-1) != "no." {
				ok = false // "the talks 20 people left"
			}
		case adjective:
			ok = last != j || j == first || t.Norm != "next" && t.Norm != "last" && t.Norm != "late" && t.Norm != "early" && (nominal(p.pos(j+1)) || p.pos(j+1) == adjective && nominal(p.pos(j+2))) && p.pos(j-1) != nouns
		case determiner:
			ok = j == first || last != j && (p.pos(j-1) == determiner || p.pos(j-1) == adverb)
			if j > first && ok && (p.norm(j-1) == "this" || p.norm(j-1) == "that") {
				ok = false
			}
		case possessivePronoun:
			ok = j == first || p.pos(j-1) == determiner && last != j
		case possessiveMark:
			ok = j > first && (last == j || p.pos(j-1) == determiner) && p.afterPossessive(j+1)
		case symbol:
			ok = p.pos(j+1) == numeral || p.norm(j) == "%" || j > first && p.norm(j) == "/" && nominal(p.pos(j+1))
		case verbParticiple, verbPast, verbGerund: // "the proposed deal", "two warring sides"
			ok = j == first || last != j && (nominal(p.pos(j+1)) || p.pos(j+1) == adjective && nominal(p.pos(j+2))) && (p.pos(j+1) != name || p.pos(j-1) == determiner && p.pos(j) == verbParticiple) && !(p.pos(j) == verbPast && p.pos(j-1) == adverb)
		case adverb:
			ok = last != j && (p.pos(j+1) == adjective || p.pos(j+1) == verbParticiple || p.pos(j+1) == numeral) && (nominal(p.pos(j+2)) || p.pos(j+2) == adjective)
		case negation:
			ok = false
		case conjunction: // "Iranian and Russian officials", "two or three"
			if j > first && j+2 < p.last && (p.norm(j) == "and" || p.norm(j) == "or") {
				a, b := p.pos(j-1), p.pos(j+1)
				ok = last != j && a == adjective && (b == adjective || (b == noun || b == name) && nominal(p.pos(j+2))) && p.adjectivesUpTo(j+1) || a == numeral && b == numeral && last == j
			} else if p.norm(j) == "&" {
				ok = j > first && last == j && nominal(p.pos(j+1))
			}
		case comma: // "new, tough sanctions"
			ok = j > first && last != j && p.pos(j-1) == adjective && (p.pos(j+1) == adjective || p.pos(j+1) == verbParticiple) && p.adjectivesUpTo(j+1)
		case quoteMark: // the "historic" deal
			ok = j > first && (last != j && p.pos(j-1) != adverb && (p.pos(j+1) == adjective || p.pos(j+1) == noun || p.pos(j+1) == nouns || p.pos(j-1) == adjective && nominal(p.pos(j+1))) ||
				last == j && p.closesInside(first, j) && (p.pos(j+1) == noun || p.pos(j+1) == nouns))
		}
		if !ok {
			break
		}
		if nominal(p.pos(j)) {
			last = j + 1
		}
		j++
	}
	if last > first {
		if p.pos(last) == possessiveMark && !p.afterPossessive(last+1) { // "at Iran's"
			last++
		}
		return last
	}
	// No noun: "much of the force", "the wounded", "this", "both", "the latest"
	if p.pos(first) == adjective && quantities[p.norm(first)] && (p.norm(first+1) == "of" || p.pos(first+1).isFinite()) {
		return first + 1
	}
	switch p.pos(first) {
	case determiner:
		n := p.norm(first)
		if j == first+1 && (n == "the" || n == "a" || n == "an" || n == "no" || n == "every") {
			return i
		}
		return j
	case possessivePronoun:
		return j
	}
	return i
}

// namesAct tells whether a verb follows the names at j.
func (p *parser) namesAct(j int) bool {
	for p.pos(j) == name {
		j++
	}
	return p.pos(j).isVerb() || p.pos(j) == modal
}

// roleNoun tells of nouns that stand before a person's name: "the envoy Steve Witkoff".
func roleNoun(norm string) bool {
	for _, suffix := range []string{"er", "or", "man", "woman", "ist", "ary", "ent", "ant", "eer", "person", "chief", "envoy", "head", "king", "queen", "prince", "princess", "emir", "leader", "official", "diplomat", "delegate", "aide",
		"general", "premier", "colleague", "counterpart", "analyst", "expert", "hawk", "rebel", "group", "agency", "movement", "party", "militia", "company", "newspaper", "daily", "ship", "tanker", "vessel", "city", "town", "village", "province"} {
		if strings.HasSuffix(norm, suffix) && norm != "agreement" && norm != "letter" && norm != "offer" && norm != "answer" && norm != "order" && norm != "statement" && norm != "document" && norm != "treatment" {
			return true
		}
	}
	return false
}

// quantities are adjectives that stand for how many or how much there is of something.
var quantities = set(`much many most several few more`)

func weekday(norm string) bool { return months[norm] && norm != "may" && norm != "march" }

var dayWords = set(`today yesterday tomorrow tonight`)

var dayParts = set(`morning afternoon evening night noon midday midnight lunchtime`)

// afterPossessive tells whether what follows a possessive mark goes on with its phrase.
func (p *parser) afterPossessive(i int) bool {
	switch p.pos(i) {
	case adjective, noun, nouns, name, numeral, verbGerund, verbParticiple, quoteMark:
		return true
	case adverb:
		return p.pos(i+1) == adjective || p.pos(i+1) == verbParticiple
	}
	return false
}

// adjectivesUpTo tells whether adjectives from i on lead to a noun.
func (p *parser) adjectivesUpTo(i int) bool {
	for ; p.pos(i) == adjective || p.pos(i) == verbParticiple || p.pos(i) == noun && p.pos(i+1) == adjective || p.pos(i) == comma && (p.pos(i+1) == adjective || p.pos(i+1) == verbParticiple); i++ {
	}
	return nominal(p.pos(i))
}

// adverbInside tells whether an adverb at i can open a noun phrase: not one that says something of the verb or of the sentence.
func (p *parser) adverbInside(i int) bool {
	return p.norm(i) == "very" || p.norm(i) == "highly" || p.norm(i) == "most" || p.norm(i) == "more" || p.norm(i) == "less" || p.norm(i) == "increasingly" || p.norm(i) == "almost"
}

// approximately returns how many tokens at i say that a number is not exact: "about", "more than", "at least", "up to".
func (p *parser) approximately(i int) int {
	number := func(j int) bool { return p.pos(j) == numeral || p.pos(j) == symbol && p.pos(j+1) == numeral }
	switch p.norm(i) {
	case "about", "around", "nearly", "almost", "over", "roughly", "approximately", "some", "only", "exactly":
		if number(i+1) && (i == 0 || !p.d.pos[i-1].isVerb() || p.pos(i) == adverb || p.norm(i) == "about" || p.norm(i) == "around" || p.norm(i) == "over") {
			return 1
		}
	case "more", "less", "fewer":
		if p.norm(i+1) == "than" && number(i+2) {
			return 2
		}
	case "at":
		if (p.norm(i+1) == "least" || p.norm(i+1) == "most") && number(i+2) {
			return 2
		}
	case "up":
		if p.norm(i+1) == "to" && number(i+2) {
			return 2
		}
	case "as":
		if (p.norm(i+1) == "many" || p.norm(i+1) == "much") && p.norm(i+2) == "as" && number(i+3) {
			return 3
		}
	}
	return 0
}

// closesInside tells whether the quotation mark at j closes one that was opened at or behind first.
func (p *parser) closesInside(first, j int) bool {
	q, ok := p.d.marks[p.d.Tokens[j].Start]
	return ok && p.d.Quotes[q].Start >= p.d.Tokens[first].Start && p.d.Quotes[q].Start < p.d.Tokens[j].Start
}

// addPhrase makes the phrase of tokens [first, last), with "more than" before its number, and returns last.
func (p *parser) addPhrase(first, last int) int {
	head := last - 1
	for head > first && !nominal(p.pos(head)) && p.pos(head) != adjective && p.pos(head) != verbParticiple {
		head--
	}
	if p.norm(head) == "%" && head > first {
		head--
	}
	if !nominal(p.pos(head)) && head == first && last > first+1 {
		head = last - 1
	}
	// "the minister 2" does not come; "Article 5", "Resolution 2231", "Feb. 3" are about the word before the number.
	for number := head; number > first && (p.pos(number) == numeral || p.pos(number) == conjunction && number < head); number-- {
		if p.pos(number-1) == name && p.pos(number) == numeral {
			head = number - 1
		}
	}
	d := p.d
	ph := Phrase{Index: len(d.Phrases), First: first, Last: last, Head: head, Preposition: -1, Modifies: -1, Renames: -1, With: -1}
	n := d.Tokens[head].Norm
	ph.Time = times[d.Tokens[head].Lemma] || months[n] && !(last-first > 1 && p.pos(last-1) == name && !months[n]) || dayWords[n] || p.pos(head) == numeral && isYear(n) && last-first == 1
	if (n == "march" || n == "may") && p.pos(head) != name {
		ph.Time = false
	}
	d.Phrases = append(d.Phrases, ph)
	p.items = append(p.items, item{itemPhrase, first, last, ph.Index})
	return last
}

var times = set(`day week month year hour minute morning afternoon evening night weekend midnight noon decade century`)

func isYear(n string) bool {
	return len(n) == 4 && (strings.HasPrefix(n, "19") || strings.HasPrefix(n, "20")) && isDigit(rune(n[2])) && isDigit(rune(n[3]))
}

// kindAt returns the kind of an item; other beyond the ends.
func (p *parser) kindAt(k int) kind {
	if k < 0 || k >= len(p.items) {
		return other
	}
	return p.items[k].kind
}

// tie says of each phrase what it belongs to: its preposition, the phrase that it modifies, the phrase that it renames, and the first one of
// "A, B and C". The marks between such phrases have done their work then.
func (p *parser) tie() {
	d := p.d
	before := func(k int) int { // the item before k that is something
		for k--; k >= 0 && (p.items[k].kind == itemNothing); k-- {
		}
		return k
	}
	for k := range p.items {
		if p.items[k].kind != itemPhrase {
			continue
		}
		ph := &d.Phrases[p.items[k].at]
		if k > 0 && p.items[k-1].kind == itemPreposition && p.norm(p.items[k-1].first) != "than" {
			ph.Preposition = p.items[k-1].first
			if b := before(k - 1); b >= 0 && p.items[b].kind == itemPhrase {
				ph.Modifies = p.items[b].at
				if pre := p.norm(ph.Preposition); pre != "of" { // "the minister of Iran in Geneva": what is in Geneva is not Iran
					for m := &d.Phrases[ph.Modifies]; m.Modifies >= 0 && p.norm(m.Preposition) == "of"; m = &d.Phrases[ph.Modifies] {
						ph.Modifies = m.Modifies
					}
				}
			}
		}
		p.coordinate(k)
	}
	for k := range p.items {
		p.apposition(k)
	}
}

// coordinate finds what the phrase of item k goes on with: "A and B", "A, B, and C".
func (p *parser) coordinate(k int) {
	d := p.d
	if k < 2 {
		return
	}
	this := &d.Phrases[p.items[k].at]
	if this.Preposition >= 0 && p.kindAt(k-1) == itemPreposition {
		return
	}
	c := k - 1
	for p.kindAt(c) == itemAdverb && c > 0 && (p.norm(p.items[c].first) == "also" || p.norm(p.items[c].first) == "even") {
		c--
	}
	if p.kindAt(c) != itemConjunction {
		return
	}
	switch p.norm(p.items[c].first) {
	case "and", "or", "nor", "&", "as": // "as well as"
	default:
		return
	}
	b := c - 1
	if p.kindAt(b) == itemComma {
		b--
	}
	if p.kindAt(b) != itemPhrase {
		return
	}
	if d.Phrases[p.items[b].at].Time != this.Time {
		return
	}
	// A clause of its own begins: "met Putin, and Iran left".
	if b != c-1 && p.beginsClause(k) && p.kindAt(b-1) != itemComma {
		return
	}
	if p.beginsClause(k) && p.verbBefore(b) {
		return
	}
	root := p.match(b, this)
	if root < 0 {
		return
	}
	// The list before: "A, B" of "A, B and C".
	members := []int{root}
	for m := root; p.kindAt(m-1) == itemComma && p.kindAt(m-2) == itemPhrase && d.Phrases[p.items[m].at].Preposition < 0; {
		prior := &d.Phrases[p.items[m-2].at]
		if p.isName(prior) && !p.isName(&d.Phrases[p.items[m].at]) && p.described(&d.Phrases[p.items[m].at]) { // "Tanden, a confidante and aide,"
			break
		}
		if prior.Time || prior.Preposition >= 0 && m-2 == 1 { // "In Geneva, Iran and Oman said"
			break
		}
		m = p.match(m-2, &d.Phrases[p.items[m].at])
		members = append(members, m)
	}
	first := d.Phrases[p.items[members[len(members)-1]].at].Index
	if w := d.Phrases[first].With; w >= 0 {
		first = w
	}
	for _, m := range members[:len(members)-1] {
		ph := &d.Phrases[p.items[m].at]
		ph.With = first
		for j := m - 1; j >= 0 && p.items[j].kind != itemPhrase; j-- {
			p.erase(j, itemComma)
		}
	}
	this.With = first
	for _, m := range members {
		if ph := &d.Phrases[p.items[m].at]; ph.Index != first {
			p.share(ph, first)
		}
	}
	p.share(this, first)
	p.items[c].kind = itemNothing
	p.erase(c-1, itemComma)
}

func (p *parser) share(ph *Phrase, first int) {
	root := &p.d.Phrases[first]
	ph.Preposition, ph.Modifies = root.Preposition, root.Modifies
}

func (p *parser) erase(k int, kind kind) {
	if p.kindAt(k) == kind {
		p.items[k].kind = itemNothing
	}
}

// match returns the item of the phrase that "and" before this one ties it to: the one right before (item b), or the one that that modifies
// where the kinds agree better ("the minister of Iran and his deputy").
func (p *parser) match(b int, this *Phrase) int {
	d := p.d
	before := &d.Phrases[p.items[b].at]
	if before.Modifies < 0 || p.isName(before) == p.isName(this) && !p.owned(this) {
		return b
	}
	outer := &d.Phrases[before.Modifies]
	if p.isName(outer) == p.isName(this) && outer.Last >= before.First-1 {
		for k := b; k >= 0; k-- {
			if p.items[k].kind == itemPhrase && p.items[k].at == before.Modifies {
				return k
			}
		}
	}
	return b
}

func (p *parser) isName(ph *Phrase) bool {
	return p.d.pos[ph.Head] == name || p.d.pos[ph.Head] == subjectPronoun
}

func (p *parser) owned(ph *Phrase) bool { return p.d.pos[ph.First] == possessivePronoun }

// beginsClause tells whether a finite verb follows the phrase of item k, perhaps behind what modifies it.
func (p *parser) beginsClause(k int) bool {
	for j := k + 1; j < len(p.items) && j < k+8; j++ {
		switch p.items[j].kind {
		case itemVerb:
			return p.groups[p.items[j].at].finite
		case itemAdverb, itemNothing:
		case itemPhrase:
			if p.d.Phrases[p.items[j].at].Renames < 0 {
				return false
			}
		case itemPreposition:
			if p.kindAt(j+1) != itemPhrase {
				return false
			}
			j++
		default:
			return false
		}
	}
	return false
}

// verbBefore tells whether a verb that governs no clause comes before item b in its clause, so that what "and" adds behind b may be a new clause.
func (p *parser) verbBefore(b int) bool {
	for j := b - 1; j >= 0 && j > b-12; j-- {
		switch p.items[j].kind {
		case itemVerb:
			g := &p.groups[p.items[j].at]
			return !saying[p.d.Tokens[g.verb].Lemma]
		case itemThat, itemSubordinator, itemComma, itemBreak, itemOpen, itemClose, itemRelative:
			return false
		}
	}
	return false
}

// apposition finds whether the phrase of item k renames the one before it: "Araghchi, Iran's foreign minister, said".
func (p *parser) apposition(k int) {
	d := p.d
	if p.kindAt(k) != itemPhrase || p.kindAt(k-1) != itemComma || k < 2 {
		return
	}
	b := k - 2
	for p.kindAt(b) == itemNothing {
		b--
	}
	if p.kindAt(b) != itemPhrase {
		return
	}
	this, before := &d.Phrases[p.items[k].at], &d.Phrases[p.items[b].at]
	if b == 1 && before.Preposition >= 0 { // "In Lima, the envoy"
		return
	}
	if this.Time || this.With >= 0 || before.Time || isPronoun(p.pos(this.Head)) || isPronoun(p.pos(before.Head)) || this.Preposition >= 0 {
		return
	}
	// Where it ends: behind what modifies it.
	e := k + 1
	for e < len(p.items) && (p.items[e].kind == itemPreposition && p.kindAt(e+1) == itemPhrase || p.items[e].kind == itemNothing || p.items[e].kind == itemPhrase && (d.Phrases[p.items[e].at].Time || d.Phrases[p.items[e].at].With >= 0)) {
		if p.items[e].kind == itemPreposition {
			e++
		}
		e++
	}
	switch p.kindAt(e) {
	case itemComma, itemStop, itemClose, itemBreak:
	case itemRelative, itemThat:
	case itemVerb:
		for ; e < len(p.items) && p.items[e].kind != itemComma; e++ {
			if p.items[e].kind == itemVerb && p.groups[p.items[e].at].finite { // a clause begins here
				return
			}
		}
	default:
		if e < len(p.items) {
			return
		}
	}
	// A title or a role beside a name, or a described thing beside what it is called.
	if p.isName(this) == p.isName(before) && !p.described(this) {
		if !p.isName(this) || p.kindAt(e) != itemComma || before.Preposition < 0 {
			return
		}
		return // "in Geneva, Switzerland,": a place in a place
	}
	target := before
	for target.Modifies >= 0 && p.norm(target.Preposition) == "of" && p.isName(target) == p.isName(this) {
		target = &d.Phrases[target.Modifies]
	}
	if target.Renames >= 0 {
		this.Renames = target.Renames
	} else {
		this.Renames = target.Index
	}
	p.items[k-1].kind = itemNothing
	if p.kindAt(e) == itemComma {
		p.items[e].kind = itemNothing
	}
}

func isPronoun(p pos) bool {
	return p == subjectPronoun || p == objectPronoun || p == pronoun || p == existential
}

// described tells of "the Iranian minister" and "Iran's envoy": it has an article or an owner.
func (p *parser) described(ph *Phrase) bool {
	return ph.Last-ph.First > 1 && (p.pos(ph.First) == determiner && (p.norm(ph.First) == "the" || p.norm(ph.First) == "a" || p.norm(ph.First) == "an") || p.pos(ph.First) == possessivePronoun || p.pos(ph.First+1) == possessiveMark)
}
