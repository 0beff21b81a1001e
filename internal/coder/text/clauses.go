package text

import "sort"

// frameKind is why a frame was opened.
type frameKind uint8

const (
	mainFrame frameKind = iota
	quotedFrame
	contentFrame
	subordinateFrame
	relativeFrame
	reducedFrame // "forces backed by Iran"
	asideFrame   // "Iran, he said, will"
)

// frame is a clause that is being read, inside the one below it.
type frame struct {
	kind      frameKind
	pending   int  // a phrase that waits to be a subject; -1: none
	object    bool // pending is the object of clause too
	clause    int  // the clause to which what follows belongs; -1: none yet
	finite    int  // the last finite clause of the frame; -1
	head      int  // the first one; -1
	mark      int  // the token that opened it; -1
	governor  int  // the clause that it belongs to; -1
	noun      int  // the phrase that it says something of; -1
	condition bool
	comma     bool // it was opened behind a comma
	leading   []Complement
	asides    []int // "he said" and the like, before the clause that they govern
	dangling  []int // clauses that wait for the next finite one to govern them: "If Iran attacks, ..."
}

// clauses reads the clauses of all sentences.
func (d *Document) clauses() {
	p := &parser{d: d, lex: english(), roles: map[int]role{}}
	for s := range d.Sentences {
		p.s = s
		p.chunk(d.Sentences[s].First, d.Sentences[s].Last)
		p.tie()
		p.read()
	}
	d.extents()
}

func (p *parser) top() *frame { return &p.frames[len(p.frames)-1] }

func (p *parser) push(f frame) *frame {
	if len(p.frames) > 40 { // nobody writes so
		p.frames = p.frames[:1]
	}
	p.frames = append(p.frames, f)
	return p.top()
}

func (p *parser) pop() {
	p.frames = p.frames[:len(p.frames)-1]
}

func newFrame(k frameKind) frame {
	return frame{kind: k, pending: -1, clause: -1, finite: -1, head: -1, mark: -1, governor: -1, noun: -1}
}

// read makes the clauses of a sentence.
func (p *parser) read() {
	clear(p.roles)
	p.frames = append(p.frames[:0], newFrame(mainFrame))
	for k := 0; k < len(p.items); k++ {
		it := p.items[k]
		switch it.kind {
		case itemPhrase:
			p.phrase(k)
		case itemVerb:
			p.verb(k)
		case itemPreposition:
			p.preposition(k)
		case itemSubordinator:
			p.subordinate(k)
		case itemThat:
			p.that(k)
		case itemRelative:
			p.relative(k)
		case itemAdjective:
			p.predicate(k)
		case itemAdverb:
			p.particle(k)
		case itemComma:
			p.comma(k)
		case itemBreak:
			if n := p.norm(it.first); n == ":" && p.top().clause >= 0 && saying[p.d.Tokens[p.d.Clauses[p.top().clause].Verb].Lemma] && p.d.Clauses[p.top().clause].Content < 0 {
				g := newFrame(contentFrame) // "He said: we go"
				g.governor = p.top().clause
				p.push(g)
			} else if n == ";" || n == ":" {
				p.reset()
			} else {
				p.comma(k)
			}
		case itemStop: // a sentence in a quotation
			if n := p.kindAt(k + 1); k+1 < len(p.items) && n != itemClose && n != itemStop {
				p.reset()
			}
		case itemOpen:
			p.open(k)
		case itemClose:
			p.close(k)
		}
	}
	if f := &p.frames[0]; len(f.leading) > 0 { // "...," according to a spokesman.
		at := f.head
		if at < 0 {
			for _, w := range f.dangling {
				if w >= 0 && p.d.Clauses[w].Finite {
					at = w
				}
			}
		}
		if at >= 0 {
			p.d.Clauses[at].Complements = append(p.d.Clauses[at].Complements, f.leading...)
		}
	}
}

// reset ends what is read: what follows is a sentence of its own.
func (p *parser) reset() {
	for len(p.frames) > 1 && p.top().kind != quotedFrame {
		p.pop()
	}
	f := p.top()
	kind, mark, head := f.kind, f.mark, f.head
	*f = newFrame(kind)
	f.mark = mark
	if kind == quotedFrame {
		f.head = head
	}
}

// open begins a quotation: where it is a sentence of its own, what is read inside it has nothing to do with what is around.
func (p *parser) open(k int) {
	q := p.d.marks[p.d.Tokens[p.items[k].first].Start]
	if p.items[k].first+1 >= p.last {
		return
	}
	whole := isUpper(p.d.Tokens[p.items[k].first+1].Text) && (k == 0 || p.kindAt(k-1) == itemComma || p.kindAt(k-1) == itemBreak || p.kindAt(k-1) == itemClose || p.kindAt(k-1) == itemVerb || p.kindAt(k-1) == itemStop)
	if !whole && k != 0 {
		return
	}
	// A title or a word in marks is none: a verb is in it, or the sentence ends in it.
	verb, closed := false, false
	for j := k + 1; j < len(p.items); j++ {
		if p.items[j].kind == itemVerb && p.groups[p.items[j].at].finite {
			verb = true
		}
		if p.items[j].kind == itemClose && p.d.marks[p.d.Tokens[p.items[j].first].Start] == q {
			closed = true
			break
		}
	}
	if verb || !closed {
		f := newFrame(quotedFrame)
		f.mark = q
		if g := p.top(); g.clause >= 0 {
			f.governor = g.clause
		} else if g.kind == contentFrame {
			f.governor = g.governor
		}
		p.push(f)
	}
}

// close ends a quotation. What was said in it is the content of the verb around it, which may come before or behind.
func (p *parser) close(k int) {
	q := p.d.marks[p.d.Tokens[p.items[k].first].Start]
	for n := len(p.frames) - 1; n > 0; n-- {
		if p.frames[n].kind == quotedFrame && p.frames[n].mark == q {
			said := p.frames[n].head
			p.frames = p.frames[:n]
			if f := p.top(); f.clause < 0 && said >= 0 && f.pending < 0 {
				f.dangling = append(f.dangling, said)
			}
			return
		}
	}
}

func (p *parser) comma(k int) {
	f := p.top()
	switch {
	case f.kind == asideFrame && f.clause >= 0:
		p.pop()
	case f.kind == relativeFrame && f.comma && f.clause >= 0 && p.kindAt(k+1) != itemNothing && (p.kindAt(k+1) != itemConjunction || p.kindAt(k+2) == itemVerb && p.groups[p.items[k+2].at].finite && !p.groups[p.items[k+2].at].progressive):
		p.pop()
	case f.kind == reducedFrame && f.clause >= 0 && f.comma:
		p.pop()
	case f.kind == subordinateFrame && f.finite >= 0 && p.waitsForMain():
		for p.top().kind != mainFrame && p.top().kind != quotedFrame && p.top().kind != contentFrame && !(p.top().kind == relativeFrame) {
			p.pop()
		}
	}
}

// waitsForMain tells whether the frame below a subordinate clause has no verb yet: "If Iran attacks, Israel will".
func (p *parser) waitsForMain() bool {
	for n := len(p.frames) - 2; n >= 0; n-- {
		switch p.frames[n].kind {
		case subordinateFrame, reducedFrame, asideFrame:
		default:
			return p.frames[n].finite < 0
		}
	}
	return false
}

// waiting returns the innermost frame below the top one whose phrase still waits for its verb, up to a quotation; -1: none.
func (p *parser) waiting() int {
	for n := len(p.frames) - 2; n >= 0; n-- {
		f := &p.frames[n]
		if f.pending >= 0 && !f.object {
			return n
		}
		if f.kind == quotedFrame {
			return -1
		}
	}
	return -1
}

// phrase gives the phrase of item k its role.
func (p *parser) phrase(k int) {
	d := p.d
	at := p.items[k].at
	ph := &d.Phrases[at]
	f := p.top()
	if ph.Renames >= 0 {
		return
	}
	if ph.With >= 0 { // "and B" goes where A went
		if r, ok := p.roles[ph.With]; ok && r.clause >= 0 {
			if r.preposition >= 0 {
				d.Clauses[r.clause].Complements = append(d.Clauses[r.clause].Complements, Complement{r.preposition, *ph})
			} else {
				d.Clauses[r.clause].Objects = append(d.Clauses[r.clause].Objects, *ph)
			}
		}
		return
	}
	if ph.Preposition >= 0 {
		p.complement(f, k, ph)
		return
	}
	if ph.Time && f.clause >= 0 && lasting[d.Tokens[d.Clauses[f.clause].Verb].Lemma] && p.kindAt(k-1) == itemVerb { // "spent two months"
		d.Clauses[f.clause].Objects = append(d.Clauses[f.clause].Objects, *ph)
		return
	}
	if ph.Time && !(k+1 < len(p.items) && p.items[k+1].kind == itemVerb && p.groups[p.items[k+1].at].finite && f.clause < 0 && f.pending < 0) {
		return
	}
	prior := k - 1
	for p.kindAt(prior) == itemAdverb || p.kindAt(prior) == itemOpen || p.kindAt(prior) == itemClose || p.kindAt(prior) == itemNothing {
		prior--
	}
	behind := p.kindAt(prior)
	switch {
	case f.clause < 0 || behind == itemConjunction || behind == itemComma || behind == itemBreak:
		if behind == itemPhrase && f.pending >= 0 && !f.object && d.Phrases[p.items[prior].at].Preposition < 0 && !isPronoun(p.pos(d.Phrases[f.pending].Head)) && p.verbFollows(k) { // "the deal Iran signed"
			g := newFrame(relativeFrame)
			g.noun, g.pending = f.pending, at
			p.push(g)
			return
		}
		if f.pending >= 0 && !f.object && f.clause < 0 && behind == itemComma && p.asideFollows(k) { // "Iran, he said, will"
			g := newFrame(asideFrame)
			g.pending = at
			p.push(g)
			return
		}
		if f.pending >= 0 && !f.object && f.clause < 0 && (behind == itemComma || behind == itemPhrase && !p.verbFollows(k)) { // a phrase between: a list, an aside
			if !p.beginsClause(k) {
				return
			}
		}
		f.pending, f.object = at, false
	default:
		c := &d.Clauses[f.clause]
		switch behind {
		case itemVerb, itemAdverb, itemAdjective, itemPhrase, itemPreposition, itemOpen:
			if behind == itemPhrase && p.verbFollows(k) && !clausal[d.Tokens[c.Verb].Lemma] && !d.Phrases[p.items[prior].at].Time && !isPronoun(p.pos(d.Phrases[p.items[prior].at].Head)) { // "rejected the deal Iran signed"
				g := newFrame(relativeFrame)
				g.noun, g.pending = p.items[prior].at, at
				p.push(g)
				return
			}
			c.Objects = append(c.Objects, *ph)
			p.roles[at] = role{f.clause, -1}
			f.pending, f.object = at, true
		default:
			f.pending, f.object = at, false
		}
	}
}

// lasting are verbs that have a time as their object.
var lasting = set(`spend take last waste serve mark need extend lose buy`)

// verbFollows tells whether a finite verb follows the phrase of item k at once.
func (p *parser) verbFollows(k int) bool {
	for j := k + 1; j < len(p.items) && j < k+4; j++ {
		switch p.items[j].kind {
		case itemVerb:
			return p.groups[p.items[j].at].finite
		case itemAdverb, itemNothing:
		case itemPhrase:
			if p.d.Phrases[p.items[j].at].With < 0 {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// asideFollows tells whether the phrase of item k begins an aside: "he said," before more of the sentence.
func (p *parser) asideFollows(k int) bool {
	verb := false
	for j := k + 1; j < len(p.items) && j < k+8; j++ {
		switch p.items[j].kind {
		case itemVerb:
			if verb || !p.groups[p.items[j].at].finite || !saying[p.d.Tokens[p.groups[p.items[j].at].verb].Lemma] {
				return false
			}
			verb = true
		case itemComma, itemOpen:
			return verb
		case itemThat, itemSubordinator, itemRelative:
			return false
		}
	}
	return false
}

// complement ties a phrase behind a preposition to the verb before it, or keeps it for the verb to come.
func (p *parser) complement(f *frame, k int, ph *Phrase) {
	d := p.d
	tied := Complement{ph.Preposition, *ph}
	if f.clause < 0 {
		if ph.Modifies < 0 || p.kindAt(k-2) == itemComma {
			f.leading = append(f.leading, tied)
		}
		return
	}
	if f.pending >= 0 && !f.object { // a new clause has begun: "..., and talks with Iran failed"
		if ph.Modifies < 0 {
			f.leading = append(f.leading, tied)
		}
		return
	}
	c := &d.Clauses[f.clause]
	if p.norm(ph.Preposition) == "of" && ph.Modifies >= 0 && !(ofVerbs[d.Tokens[c.Verb].Lemma] && (len(c.Objects) > 0 && ph.Modifies == c.Objects[0].Index || len(c.Objects) == 0)) {
		return
	}
	if p.norm(ph.Preposition) == "of" && ph.Modifies >= 0 && ofVerbs[d.Tokens[c.Verb].Lemma] && len(c.Objects) > 0 {
		d.Phrases[ph.Index].Modifies = -1
		tied.Phrase.Modifies = -1
	}
	c.Complements = append(c.Complements, tied)
	p.roles[ph.Index] = role{f.clause, ph.Preposition}
}

// preposition marks what kind of word it is where no phrase follows: a particle, or one that governs a gerund.
func (p *parser) preposition(k int) {
	if p.kindAt(k+1) == itemPhrase && p.d.Phrases[p.items[k+1].at].Preposition == p.items[k].first {
		return
	}
	p.particle(k)
}

// particle ties "off" of "called off" to its verb.
func (p *parser) particle(k int) {
	f := p.top()
	if f.clause < 0 {
		return
	}
	c := &p.d.Clauses[f.clause]
	if c.Particle < 0 && phrasal[p.d.Tokens[c.Verb].Lemma][p.norm(p.items[k].first)] {
		c.Particle = p.items[k].first
	}
}

// predicate ties "ready" of "is ready" to its verb.
func (p *parser) predicate(k int) {
	f := p.top()
	if f.clause < 0 {
		return
	}
	c := &p.d.Clauses[f.clause]
	lemma := p.d.Tokens[c.Verb].Lemma
	if c.Predicate < 0 && (copulas[lemma] && len(c.Objects) == 0 || resultative[lemma]) && p.items[k].first >= c.Group[1] {
		c.Predicate = p.items[k].first
	}
}

// resultative say what their object is, or comes to be: "kept the border open".
var resultative = set(`make keep find consider leave call hold declare deem render set think believe describe`)

// copulas say what their subject is.
var copulas = set(`be become remain seem appear stand stay look feel sound prove turn`)

// subordinate opens a clause behind "if", "because", "when"; before a phrase alone, "after" and the like are prepositions.
func (p *parser) subordinate(k int) {
	t := &p.d.Tokens[p.items[k].first]
	f := p.top()
	g := newFrame(subordinateFrame)
	g.mark = p.items[k].first
	g.comma = p.kindAt(k-1) == itemComma
	g.governor = f.finite
	if f.clause >= 0 && f.finite < 0 {
		g.governor = f.clause
	}
	g.condition = conditions[t.Norm] && p.norm(p.items[k].first-1) != "as" // "as if they knew"
	lemma := ""
	if f.clause >= 0 {
		lemma = p.d.Tokens[p.d.Clauses[f.clause].Verb].Lemma
	}
	switch t.Norm {
	case "if", "whether", "why", "how", "where", "when": // "asked whether", "said why"
		if f.clause >= 0 && p.d.Clauses[f.clause].Content < 0 && (p.kindAt(k-1) == itemVerb || p.kindAt(k-1) == itemPhrase && asking[lemma]) && (t.Norm != "if" || asking[lemma]) && (t.Norm != "when" && t.Norm != "where" || p.kindAt(k-1) == itemVerb) {
			g.kind, g.governor, g.condition = contentFrame, f.clause, false
		}
	}
	p.push(g)
}

var asking = set(`ask wonder know decide determine see say tell clarify question doubt discuss consider explain understand check examine investigate inquire specify`)

// that opens a content clause or a relative one, or stands for something.
func (p *parser) that(k int) {
	f := p.top()
	d := p.d
	token := p.items[k].first
	j := k + 1
	for p.kindAt(j) == itemAdverb {
		j++
	}
	verb := p.kindAt(j) == itemVerb && p.groups[p.items[j].at].finite
	b := k - 1
	for p.kindAt(b) == itemNothing || p.kindAt(b) == itemOpen || p.kindAt(b) == itemAdverb {
		b--
	}
	before := p.kindAt(b)
	if n := p.kindAt(k + 1); n == itemComma || n == itemStop || n == itemClose && p.kindAt(k+2) != itemPhrase || n == itemBreak { // "did that."
		d.Tokens[token].Tag = Determiner
		if f.clause >= 0 && (before == itemVerb || before == itemPhrase) {
			d.Clauses[f.clause].Objects = append(d.Clauses[f.clause].Objects, d.Phrases[p.items[k].at])
		}
		return
	}
	if before == itemConjunction || before == itemComma && p.kindAt(b-1) == itemConjunction { // "said that A and that B"
		for n := len(p.frames) - 1; n > 0; n-- {
			if p.frames[n].kind == contentFrame {
				g := newFrame(contentFrame)
				g.mark, g.governor, g.noun = token, p.frames[n].governor, p.frames[n].noun
				with := p.frames[n].finite
				p.frames = p.frames[:n]
				p.push(g)
				if with >= 0 {
					p.top().dangling = append(p.top().dangling, -1-with)
				}
				return
			}
		}
	}
	phrase := -1
	if before == itemPhrase {
		phrase = p.items[b].at
		if p.kindAt(b-1) == itemPhrase && d.Phrases[phrase].Time { // "a feature Saturday that"
			phrase = p.items[b-1].at
		}
	}
	g := newFrame(contentFrame)
	g.mark = token
	g.comma = before == itemComma
	switch {
	case verb && phrase >= 0:
		g.kind, g.noun = relativeFrame, phrase
		d.Tokens[token].Tag = Relative
	case verb && before == itemVerb && f.clause >= 0 && clausal[d.Tokens[d.Clauses[f.clause].Verb].Lemma]: // "think that's why"
		g.mark, g.governor, g.pending = -1, f.clause, p.items[k].at
		d.Tokens[token].Tag = Determiner
	case verb && k == 0 || verb && f.clause < 0 && phrase < 0 && before != itemVerb:
		d.Tokens[token].Tag = Determiner
		f.pending, f.object = p.items[k].at, false
		return
	case f.clause >= 0 && (phrase < 0 || clausal[d.Tokens[d.Clauses[f.clause].Verb].Lemma] || saying[d.Tokens[d.Clauses[f.clause].Verb].Lemma] || d.Clauses[f.clause].Passive) && !(phrase >= 0 && p.contentNoun(phrase)):
		g.governor = f.clause
	case phrase >= 0 && p.contentNoun(phrase):
		g.noun = phrase
	case phrase >= 0:
		g.kind, g.noun = relativeFrame, phrase
		d.Tokens[token].Tag = Relative
	case f.clause >= 0:
		g.governor = f.clause
	}
	p.push(g)
}

func (p *parser) contentNoun(phrase int) bool {
	return contentNouns[p.d.Tokens[p.d.Phrases[phrase].Head].Lemma]
}

// relative opens a clause behind "who", "which", "whose"; where no noun stands before it, it asks, and is a content clause.
func (p *parser) relative(k int) {
	d := p.d
	token := p.items[k].first
	b := k - 1
	if p.kindAt(b) == itemPreposition { // "with whom", "in which"
		b--
	}
	comma := false
	for p.kindAt(b) == itemComma || p.kindAt(b) == itemNothing || p.kindAt(b) == itemBreak {
		comma = comma || p.kindAt(b) == itemBreak || p.norm(p.items[b].first) == ","
		b--
	}
	g := newFrame(relativeFrame)
	g.mark, g.comma = token, comma
	if p.kindAt(b) == itemPhrase && p.norm(token) != "what" {
		ph := &d.Phrases[p.items[b].at]
		at := ph.Index
		if ph.Renames >= 0 && comma && p.norm(token) == "who" {
			at = ph.Renames
		}
		if n := p.norm(token); n == "who" || n == "whom" { // a person is meant: "the minister of Iran, who", "to leaders at the end of the year, who"
			for m := &d.Phrases[at]; m.Modifies >= 0 && (comma || m.Time || !p.personal(m)); m = &d.Phrases[at] {
				if !comma && p.personal(m) || comma && p.personal(m) && !p.personal(&d.Phrases[m.Modifies]) {
					break
				}
				at = m.Modifies
			}
			if d.Phrases[at].Time {
				for j := b - 1; j >= 0 && j > b-6; j-- {
					if p.items[j].kind == itemPhrase && p.personal(&d.Phrases[p.items[j].at]) {
						at = p.items[j].at
						break
					}
				}
			}
		}
		g.noun = at
		d.Tokens[token].Tag = Relative
		p.push(g)
		return
	}
	f := p.top()
	g.kind = contentFrame
	d.Tokens[token].Tag = Pronoun
	g.governor = f.clause
	if f.clause < 0 && f.pending < 0 && k == 0 {
		f.pending, f.object = p.items[k].at, false
		return
	}
	p.push(g)
	if p.kindAt(k+1) == itemVerb {
		p.top().pending = p.items[k].at
	}
}

// personal tells whether a phrase is likely to mean people.
func (p *parser) personal(ph *Phrase) bool {
	switch p.pos(ph.Head) {
	case name, subjectPronoun, objectPronoun, pronoun:
		return !ph.Time
	case noun, nouns:
		n := p.d.Tokens[ph.Head].Lemma
		return roleNoun(n) || n == "people" || n == "person" || n == "troop" || n == "force" || n == "one" || n == "delegation" || n == "government"
	case determiner:
		return p.norm(ph.Head) == "those"
	}
	return false
}

// agrees returns the phrase that a relative clause is about: the one before it, or the one that that modifies where only its number fits the verb
// ("provisions in the code that address").
func (p *parser) agrees(at int, g *group) int {
	d := p.d
	verb := p.pos(g.first)
	for i := g.first; i < g.verb && (verb == adverb || verb == negation); i++ {
		verb = p.pos(i + 1)
	}
	plural := verb == verbPlain || verb == beFinite && (p.norm(g.first) == "are" || p.norm(g.first) == "were") || verb == haveFinite && p.norm(g.first) == "have"
	single := verb == verbPresent || verb == beFinite && (p.norm(g.first) == "is" || p.norm(g.first) == "was") || verb == haveFinite && p.norm(g.first) == "has"
	ph := &d.Phrases[at]
	if ph.Modifies < 0 || !plural && !single {
		return at
	}
	many := func(ph *Phrase) bool { return p.pos(ph.Head) == nouns || ph.With >= 0 || len(p.members(ph.Index)) > 1 }
	outer := &d.Phrases[ph.Modifies]
	if plural && !many(ph) && p.pos(ph.Head) != name && many(outer) || single && many(ph) && !many(outer) {
		return outer.Index
	}
	return at
}

// members returns a phrase with what "and" ties to it.
func (p *parser) members(at int) []Phrase {
	d := p.d
	all := []Phrase{d.Phrases[at]}
	for i := at + 1; i < len(d.Phrases); i++ {
		if d.Phrases[i].With == at {
			all = append(all, d.Phrases[i])
		}
	}
	return all
}

// add makes the clause of a verb group in the top frame.
func (p *parser) add(g *group) int {
	d := p.d
	f := p.top()
	c := Clause{Sentence: p.s, First: g.first, Last: g.last, Verb: g.verb, Group: [2]int{g.first, g.last}, Passive: g.passive, Negated: g.negated, Modal: g.modal,
		Finite: g.finite, Tense: g.tense, Perfect: g.perfect, Progressive: g.progressive, Predicate: -1, Particle: -1, Mark: -1, Content: -1, Governor: -1, Noun: -1, With: -1}
	for i := g.first; i < g.last; i++ {
		if i == g.verb {
			switch {
			case d.pos[i] == verbPast && !g.finite, d.pos[i] == verbPast && !g.bare:
				d.Tokens[i].Tag = Participle
			case d.pos[i] == beFinite || d.pos[i] == haveFinite || d.pos[i] == doFinite:
				d.Tokens[i].Tag = Present
				if g.tense == InPast {
					d.Tokens[i].Tag = Past
				}
			case d.pos[i] == beBase || d.pos[i] == haveBase:
				d.Tokens[i].Tag = Base
			case d.pos[i] == beGerund || d.pos[i] == haveGerund:
				d.Tokens[i].Tag = Gerund
			case d.pos[i] == beParticiple || d.pos[i] == haveParticiple:
				d.Tokens[i].Tag = Participle
			case d.pos[i] == verbPlain && !g.bare:
				d.Tokens[i].Tag = Base
			case d.pos[i] == verbParticiple && g.finite && g.bare:
				d.Tokens[i].Tag = Past
			}
			d.Tokens[i].Lemma = p.lex.base(d.Tokens[i].Norm, d.pos[i])
		}
	}
	d.Clauses = append(d.Clauses, c)
	at := len(d.Clauses) - 1
	f.clause = at
	return at
}

// begin makes a finite clause the head of its frame: what waited belongs to it now.
func (p *parser) begin(at int) {
	d := p.d
	f := p.top()
	c := &d.Clauses[at]
	if f.finite < 0 {
		c.Mark = f.mark
		if f.kind == quotedFrame {
			c.Mark = -1
		}
		c.Condition = f.condition
		switch f.kind {
		case contentFrame, subordinateFrame:
			c.Governor = f.governor
			if f.noun >= 0 {
				c.Noun = d.Phrases[f.noun].Head
			}
			if f.kind == contentFrame && f.governor >= 0 && d.Clauses[f.governor].Content < 0 {
				d.Clauses[f.governor].Content = at
			}
		case quotedFrame:
			if f.governor >= 0 && d.Clauses[f.governor].Content < 0 && saying[d.Tokens[d.Clauses[f.governor].Verb].Lemma] {
				c.Governor = f.governor
				d.Clauses[f.governor].Content = at
			}
		case relativeFrame:
			c.Relative = true
			if f.noun >= 0 {
				c.Noun = d.Phrases[f.noun].Head
			}
		}
		if f.kind == subordinateFrame && f.governor < 0 { // "If Iran attacks, ..." waits for what follows
			if below := p.below(); below != nil {
				below.dangling = append(below.dangling, at)
			}
		}
	}
	for _, w := range f.dangling {
		if w < 0 {
			c.With = -1 - w
			continue
		}
		before := &d.Clauses[w]
		switch {
		case before.Finite && before.Mark < 0 && !before.Condition: // what was quoted before
			if c.Content < 0 && saying[d.Tokens[c.Verb].Lemma] {
				c.Content = w
				before.Governor = at
			}
		case before.Governor < 0:
			before.Governor = at
			if len(before.Subjects) == 0 {
				before.Subjects = c.Subjects
			}
		}
	}
	f.dangling = nil
	for _, w := range f.asides {
		if d.Clauses[w].Content < 0 && c.Governor < 0 {
			d.Clauses[w].Content, c.Governor = at, w
		}
	}
	f.asides = nil
	c.Complements = append(f.leading, c.Complements...)
	f.leading = nil
	f.finite = at
	if f.head < 0 {
		f.head = at
	}
	if f.kind == asideFrame && saying[d.Tokens[c.Verb].Lemma] {
		if below := p.below(); below != nil {
			below.asides = append(below.asides, at)
		}
	}
}

// below returns the frame under the top one that a subordinate clause belongs to.
func (p *parser) below() *frame {
	if len(p.frames) < 2 {
		return nil
	}
	return &p.frames[len(p.frames)-2]
}

// verb makes the clause of the verb group of item k.
func (p *parser) verb(k int) {
	g := &p.groups[p.items[k].at]
	switch {
	case g.infinitive:
		p.infinitive(k, g)
	case g.finite:
		p.finite(k, g)
	case p.pos(g.verb) == verbGerund || p.pos(g.verb) == beGerund || p.pos(g.verb) == haveGerund || p.pos(g.first) == haveGerund || p.pos(g.first) == beGerund:
		p.gerund(k, g)
	case p.pos(g.verb) == verbParticiple || p.pos(g.verb) == beParticiple || p.pos(g.verb) == haveParticiple:
		p.participle(k, g)
	default:
		p.base(k, g)
	}
}

// prior returns what stands before item k, adverbs and marks of quotation passed over.
func (p *parser) prior(k int) int {
	for k--; k >= 0; k-- {
		switch p.items[k].kind {
		case itemAdverb, itemOpen, itemClose, itemNothing:
		default:
			return k
		}
	}
	return -1
}

// inverted tells whether the subject of the saying verb at item k stands behind it: "..., said Araghchi."
func (p *parser) inverted(k int, g *group) bool {
	if !saying[p.d.Tokens[g.verb].Lemma] || p.kindAt(k+1) != itemPhrase || p.d.Phrases[p.items[k+1].at].Time || !g.bare {
		return false
	}
	if p.pos(p.d.Phrases[p.items[k+1].at].Head) == objectPronoun {
		return false
	}
	b := k - 1
	closed := p.kindAt(b) == itemClose
	if !closed && p.kindAt(b) != itemComma && p.kindAt(b) != itemBreak && b >= 0 {
		return false
	}
	f := p.top()
	if f.pending >= 0 && !f.object && f.clause < 0 && !closed && (b < 1 || p.kindAt(b-1) != itemPhrase || p.items[b-1].at != f.pending) { // "Araghchi, in Geneva, told Iran"
		return false
	}
	// Behind the subject nothing follows that it could do.
	for j := k + 2; j < len(p.items); j++ {
		switch p.items[j].kind {
		case itemComma, itemStop, itemOpen, itemBreak, itemSubordinator, itemRelative:
			return true
		case itemVerb:
			return !p.groups[p.items[j].at].finite || closed
		case itemThat:
			return false
		case itemPreposition:
			return true
		}
	}
	return true
}

// finite makes the clause of a finite verb group and finds its subject.
func (p *parser) finite(k int, g *group) {
	d := p.d
	f := p.top()
	prior := p.prior(k)
	behind := p.kindAt(prior)
	ambiguous := g.bare && p.pos(g.verb) == verbPast && p.lex.canBeParticiple(p.norm(g.verb))

	if p.inverted(k, g) {
		p.invert(k, g)
		return
	}
	// "Will Iran attack?", "nor did Iran accept": the subject stands between.
	if g.auxiliary >= 0 && g.bare || p.pos(g.verb) == modal {
		if p.question(k, g) {
			return
		}
	}
	if ambiguous && f.pending >= 0 && behind == itemPhrase && p.setApart(k, g) { // "the deal signed by Iran collapsed"
		p.reduced(k, g)
		return
	}
	// Behind a relative word with no subject of its own.
	if f.kind == relativeFrame && f.clause < 0 && f.pending < 0 {
		at := p.add(g)
		f = p.top()
		if f.noun >= 0 {
			if p.norm(f.mark) != "who" {
				f.noun = p.agrees(f.noun, g)
			}
			d.Clauses[at].Subjects = p.members(f.noun)
		}
		p.begin(at)
		p.negate(at)
		return
	}
	if behind == itemConjunction || behind == itemComma && p.kindAt(prior-1) == itemConjunction {
		if f.pending < 0 || f.object || f.clause >= 0 {
			p.coordinated(k, g)
			return
		}
	}
	if f.pending >= 0 && !f.object {
		if f.clause >= 0 && p.postposed(k, g) {
			return
		}
		subject := f.pending
		if f.clause >= 0 && behind != itemPhrase && f.finite >= 0 && behind != itemComma && behind != itemVerb {
			p.coordinated(k, g)
			return
		}
		at := p.add(g)
		f = p.top()
		d.Clauses[at].Subjects = p.members(subject)
		if f.finite >= 0 {
			d.Clauses[at].With = f.finite
		}
		if f.kind == relativeFrame && f.noun >= 0 && f.finite < 0 { // "whom he met", "the deal Iran signed"
			p.begin(at)
			if p.pos(d.Phrases[subject].Head) == existential { // "the idea that there is a plan"
			} else if d.Clauses[at].Mark < 0 || p.kindBefore(d.Clauses[at].Mark) != preposition && p.norm(d.Clauses[at].Mark) != "whose" {
				d.Clauses[at].Objects = append(d.Clauses[at].Objects, d.Phrases[f.noun])
			} else if p.kindBefore(d.Clauses[at].Mark) == preposition {
				ph := d.Phrases[f.noun]
				d.Clauses[at].Complements = append(d.Clauses[at].Complements, Complement{d.Clauses[at].Mark - 1, ph})
			}
		} else {
			p.begin(at)
		}
		f.pending, f.object = -1, false
		p.negate(at)
		return
	}
	if f.kind == reducedFrame && behind == itemPhrase { // "said the date for cutting the steel would"
		if below := &p.frames[len(p.frames)-2]; below.pending >= 0 && below.object && below.clause >= 0 && clausal[d.Tokens[d.Clauses[below.clause].Verb].Lemma] && d.Clauses[below.clause].Content < 0 && len(d.Clauses[below.clause].Objects) > 0 {
			c, subject := below.clause, below.pending
			p.pop()
			p.contentOf(c, subject, g)
			return
		}
	}
	if f.pending >= 0 && f.object { // the object of the verb before: "said Israel attacked"
		c := f.clause
		lemma := d.Tokens[d.Clauses[c].Verb].Lemma
		near := behind == itemPhrase
		if w := p.waiting(); w >= 0 && (behind == itemComma || f.kind == reducedFrame || f.kind == subordinateFrame && !clausal[lemma] || f.kind == relativeFrame && !clausal[lemma] || f.kind == asideFrame) {
			p.frames = p.frames[:w+1]
			p.finite(k, g)
			return
		}
		if near && ambiguous && !saying[lemma] && clausal[lemma] && p.noObject(k) && prior >= 0 && p.items[prior].at != f.pending && !p.finiteLater(k) { // "shows the number of people killed in"
			p.reduced(k, g)
			return
		}
		if near && clausal[lemma] && d.Clauses[c].Content < 0 && len(d.Clauses[c].Objects) > 0 {
			p.contentOf(c, f.pending, g)
			return
		}
		if near && ambiguous && f.clause >= 0 {
			p.reduced(k, g)
			return
		}
		if w := p.waiting(); w >= 0 {
			p.frames = p.frames[:w+1]
			p.finite(k, g)
			return
		}
		if near && d.Clauses[c].Content < 0 && len(d.Clauses[c].Objects) > 0 && !d.Clauses[c].Passive {
			p.contentOf(c, f.pending, g)
			if v := &d.Clauses[c]; !v.Finite { // "to secure the port was made": it says nothing of what it stands in
				d.Clauses[v.Content].Governor, d.Clauses[v.Content].Mark = -1, -1
				v.Content = -1
			}
			return
		}
	}
	if w := p.waiting(); w >= 0 && f.clause >= 0 {
		p.frames = p.frames[:w+1]
		p.finite(k, g)
		return
	}
	if f.clause >= 0 && (behind == itemComma || behind == itemBreak) { // a list: "signed, sealed and left", "met X, left"
		p.coordinated(k, g)
		return
	}
	if f.clause >= 0 && f.finite >= 0 && g.bare && p.lex.canBeParticiple(p.norm(g.verb)) && behind == itemPhrase {
		p.reduced(k, g)
		return
	}
	at := p.add(g)
	p.begin(at)
	p.negate(at)
}

func (p *parser) kindBefore(token int) pos {
	if token <= 0 {
		return start
	}
	return p.d.pos[token-1]
}

// setApart tells whether a verb that may be a participle says something of the noun before it, for the verb of the sentence comes later: "the deal
// signed by Iran collapsed", "a report released last year found".
func (p *parser) setApart(k int, g *group) bool {
	if p.kindAt(k+1) == itemPreposition && p.norm(p.items[k+1].first) == "by" {
		return p.finiteLater(k)
	}
	if saying[p.d.Tokens[g.verb].Lemma] {
		return false
	}
	infinitive := false
	switch p.kindAt(k + 1) {
	case itemPreposition:
	case itemVerb: // "the information used to compile the releases is"
		infinitive = p.groups[p.items[k+1].at].infinitive && controlling[p.d.Tokens[g.verb].Lemma]
		if !infinitive {
			return false
		}
	case itemPhrase:
		if !p.d.Phrases[p.items[k+1].at].Time {
			return false
		}
	default:
		return false
	}
	for j := k + 1; j < len(p.items) && j < k+10; j++ {
		switch p.items[j].kind {
		case itemVerb:
			if infinitive && j == k+1 {
				continue
			}
			return p.groups[p.items[j].at].finite
		case itemPhrase:
			if ph := &p.d.Phrases[p.items[j].at]; ph.Preposition < 0 && !ph.Time && ph.With < 0 && !(infinitive && j == k+2) {
				return false
			}
		case itemPreposition, itemNothing, itemAdverb:
		default:
			return false
		}
	}
	return false
}

// contentOf makes a clause without "that" the content of clause c: the phrase that seemed its object is the subject.
func (p *parser) contentOf(c, subject int, g *group) {
	d := p.d
	members := p.members(subject)
	o := d.Clauses[c].Objects
	keep := o[:0]
	for _, ph := range o {
		if ph.Index != subject && ph.With != subject {
			keep = append(keep, ph)
		}
	}
	d.Clauses[c].Objects = keep
	// What stood between modified the subject, not the verb.
	cs := d.Clauses[c].Complements
	kept := cs[:0]
	for _, x := range cs {
		if x.Phrase.First < d.Phrases[subject].First {
			kept = append(kept, x)
		}
	}
	d.Clauses[c].Complements = kept
	f := newFrame(contentFrame)
	f.governor = c
	p.top().pending = -1
	p.push(f)
	at := p.add(g)
	d.Clauses[at].Subjects = members
	p.begin(at)
	p.negate(at)
}

// invert makes the clause of "said Araghchi" behind what he said.
func (p *parser) invert(k int, g *group) {
	d := p.d
	f := p.top()
	said := f.head
	for n := len(p.frames) - 1; n > 0; n-- { // what is said is all of the sentence so far
		if p.frames[n].kind == quotedFrame {
			break
		}
		if p.frames[n-1].head >= 0 {
			said = p.frames[n-1].head
		}
	}
	aside := p.waitsBefore()
	fresh := newFrame(asideFrame)
	if !aside {
		for len(p.frames) > 1 && p.top().kind != quotedFrame {
			p.pop()
		}
		fresh.kind = mainFrame
		fresh.dangling = p.top().dangling
		p.top().dangling = nil
	}
	p.push(fresh)
	at := p.add(g)
	p.begin(at)
	c := &d.Clauses[at]
	c.Inverted = true
	subject := p.items[k+1].at
	c.Subjects = p.members(subject)
	if said >= 0 && c.Content < 0 {
		c.Content = said
		if d.Clauses[said].Governor < 0 {
			d.Clauses[said].Governor = at
		}
	}
	// The subject is no object: pass over it.
	p.items[k+1].kind = itemNothing
	for j := k + 2; j < len(p.items); j++ {
		if p.items[j].kind == itemPhrase && d.Phrases[p.items[j].at].With == subject {
			p.items[j].kind = itemNothing
		}
	}
	if p.kindAt(k+2) == itemComma && p.kindAt(k+3) == itemPhrase && d.Phrases[p.items[k+3].at].Renames == subject {
		p.items[k+2].kind = itemNothing
	}
}

// waitsBefore tells whether a subject still waits for its verb: "The talks, said Araghchi, were useful".
func (p *parser) waitsBefore() bool {
	f := p.top()
	return f.pending >= 0 && !f.object && f.clause < 0
}

// postposed makes "Israel said" behind a whole clause, which it governs: "Iran attacked, Israel said."
func (p *parser) postposed(k int, g *group) bool {
	d := p.d
	if !saying[d.Tokens[g.verb].Lemma] {
		return false
	}
	subject := p.top().pending
	// A comma stands before the subject, and no "and".
	for j := k - 1; j >= 0; j-- {
		if p.items[j].kind == itemPhrase && p.items[j].at == subject {
			b := j - 1
			for p.kindAt(b) == itemClose {
				b--
			}
			if p.kindAt(b) != itemComma {
				return false
			}
			break
		}
	}
	// A comma or the end follows soon, or nothing that could be its own content.
	for j := k + 1; j < len(p.items); j++ {
		switch p.items[j].kind {
		case itemThat:
			return false
		case itemComma, itemStop, itemOpen:
			j = len(p.items)
		case itemVerb:
			if p.groups[p.items[j].at].finite {
				return false
			}
		}
	}
	said := -1
	for n := len(p.frames) - 1; n >= 0; n-- {
		if p.frames[n].head >= 0 {
			said = p.frames[n].head
		}
		if p.frames[n].kind == quotedFrame {
			break
		}
	}
	for len(p.frames) > 1 && p.top().kind != quotedFrame {
		p.pop()
	}
	fresh := newFrame(mainFrame)
	p.push(fresh)
	at := p.add(g)
	p.begin(at)
	d.Clauses[at].Subjects = p.members(subject)
	if said >= 0 && d.Clauses[at].Content < 0 {
		d.Clauses[at].Content = said
		if d.Clauses[said].Governor < 0 {
			d.Clauses[said].Governor = at
		}
	}
	p.negate(at)
	return true
}

// question makes the clause of an auxiliary before its subject: "Will Iran attack?", "Should Iran attack, ..." It tells whether it is one.
func (p *parser) question(k int, g *group) bool {
	d := p.d
	if p.kindAt(k+1) != itemPhrase || d.Phrases[p.items[k+1].at].Preposition >= 0 {
		return false
	}
	f := p.top()
	prior := p.prior(k)
	switch p.kindAt(prior) {
	case itemPhrase:
		if f.pending >= 0 && !(f.object && p.norm(g.verb) == "should") { // "shut the crossing should Tajikistan fail"
			return false
		}
	case itemThat:
		return false
	case itemRelative:
		if prior != 0 {
			return false
		}
	}
	asked := -1
	if f.pending >= 0 && !f.object {
		if q := p.pos(d.Phrases[f.pending].Head); f.clause >= 0 || q != whoPronoun && q != whichPronoun {
			return false
		}
		asked = f.pending
	}
	nor := prior >= 0 && (p.norm(p.items[prior].first) == "nor" || p.norm(p.items[prior].first) == "neither") || k > 0 && p.norm(p.items[k-1].first) == "neither"
	j := k + 2
	for p.kindAt(j) == itemNothing || p.kindAt(j) == itemPhrase && d.Phrases[p.items[j].at].With == p.items[k+1].at || p.kindAt(j) == itemAdverb || p.kindAt(j) == itemPreposition && p.kindAt(j+1) == itemPhrase {
		if p.kindAt(j) == itemPreposition {
			j++
		}
		j++
	}
	main := -1
	if p.kindAt(j) == itemVerb {
		h := &p.groups[p.items[j].at]
		v := p.pos(h.first)
		for q := h.first; q < h.last && (v == adverb || v == negation); q++ {
			v = p.pos(q)
		}
		switch p.pos(g.verb) {
		case modal, doFinite:
			if v == verbBase || v == verbPlain || v == haveBase || v == beBase || v == haveFinite {
				main = j
			}
		case beFinite:
			if v == verbGerund || v == verbParticiple || v == beGerund || v == verbPast {
				main = j
			}
		case haveFinite:
			if v == verbParticiple || v == beParticiple || v == haveParticiple || v == verbPast {
				main = j
			}
		}
	}
	if main < 0 && nor { // "nor did Peru"
		at := p.add(g)
		p.begin(at)
		c := &d.Clauses[at]
		c.Subjects, c.Inverted, c.Negated = p.members(p.items[k+1].at), true, true
		p.items[k+1].kind = itemNothing
		f.pending = -1
		return true
	}
	if main < 0 {
		return false
	}
	h := p.groups[p.items[main].at]
	merged := *g
	merged.bare, merged.verb, merged.last = false, h.verb, h.last
	merged.negated = g.negated || h.negated
	merged.passive = p.pos(g.verb) == beFinite && p.pos(h.verb) == verbParticiple || h.passive && !h.bare
	merged.perfect = p.pos(g.verb) == haveFinite
	merged.modal = g.modal
	at := p.add(&merged)
	governor := f.finite
	condition := p.norm(g.verb) == "should" || p.norm(g.verb) == "had" || p.norm(g.verb) == "were"
	p.begin(at)
	c := &d.Clauses[at]
	if condition && p.finiteLater(main) {
		c.Condition = true
		f.finite = -1
		f.dangling = append(f.dangling, at)
		c.Mark = g.verb
	}
	if p.norm(g.verb) == "should" && p.kindAt(prior) == itemPhrase && governor >= 0 {
		c.Condition, c.Governor, c.Mark = true, governor, g.verb
		f.finite = governor
	}
	c.Subjects = p.members(p.items[k+1].at)
	c.Inverted = true
	c.Negated = c.Negated || nor
	if asked >= 0 { // "What does Chile want?"
		c.Objects = append(c.Objects, d.Phrases[asked])
	}
	f.pending = -1
	for j := k + 1; j <= main; j++ {
		if j == main || p.items[j].kind == itemPhrase && (j == k+1 || d.Phrases[p.items[j].at].With == p.items[k+1].at) {
			p.items[j].kind = itemNothing
		}
	}
	p.items[main].kind = itemNothing
	return true
}

// finiteLater tells whether another finite verb comes behind item k in the sentence, before a new subject begins.
func (p *parser) finiteLater(k int) bool {
	for j := k + 1; j < len(p.items) && j < k+14; j++ {
		switch p.items[j].kind {
		case itemVerb:
			if p.groups[p.items[j].at].finite {
				return true
			}
		case itemStop, itemThat, itemRelative, itemSubordinator:
			return false
		}
	}
	return false
}

// coordinated makes a clause that shares the subject of the one before: "met Putin and left".
func (p *parser) coordinated(k int, g *group) {
	d := p.d
	for len(p.frames) > 1 {
		f := p.top()
		if f.kind == quotedFrame {
			break
		}
		below := p.frames[len(p.frames)-2].finite
		if f.finite < 0 && f.clause >= 0 || f.finite < 0 && f.pending < 0 {
			p.pop()
			continue
		}
		// "said that machines were there but insisted": who says goes on saying.
		if f.finite >= 0 && below >= 0 && f.kind == contentFrame && saying[d.Tokens[g.verb].Lemma] && saying[d.Tokens[d.Clauses[below].Verb].Lemma] && !p.clashes(&d.Clauses[below], g) {
			p.pop()
			continue
		}
		// "the minister who leads the talks, and said": the tense tells which clause goes on.
		if f.finite >= 0 && below >= 0 && p.clashes(&d.Clauses[f.finite], g) && !p.clashes(&d.Clauses[below], g) {
			p.pop()
			continue
		}
		if w := p.waiting(); f.kind == relativeFrame && f.comma && w >= 0 {
			p.frames = p.frames[:w+1]
			continue
		}
		break
	}
	f := p.top()
	first := f.finite
	at := p.add(g)
	c := &d.Clauses[at]
	if first >= 0 {
		with := &d.Clauses[first]
		c.With = first
		c.Subjects = with.Subjects
		c.Governor, c.Noun, c.Relative, c.Condition, c.Mark = with.Governor, with.Noun, with.Relative, with.Condition, with.Mark
		if with.Modal != "" && g.bare && p.pos(g.verb) == verbPlain {
			c.Modal, c.Tense = with.Modal, with.Tense
		}
		if with.Passive && g.bare && g.finite && p.pos(g.verb) == verbPast && p.lex.canBeParticiple(p.norm(g.verb)) && !intransitive[d.Tokens[g.verb].Lemma] && p.noObject(k) {
			c.Passive = true
		}
	} else if f.pending >= 0 {
		c.Subjects = p.members(f.pending)
	}
	f.finite = at
	f.pending, f.object = -1, false
	p.negate(at)
}

// noObject tells whether the verb group of item k has no object.
func (p *parser) noObject(k int) bool {
	return p.kindAt(k+1) != itemPhrase || p.d.Phrases[p.items[k+1].at].Time
}

// clashes tells whether a verb group is no likely continuation of a clause: its tense is another.
func (p *parser) clashes(c *Clause, g *group) bool {
	if c.Modal != "" && g.modal == "" || c.Modal == "" && g.modal != "" {
		return true
	}
	return c.Tense != g.tense || c.Perfect && !g.perfect
}

// infinitive makes the clause of "to meet".
func (p *parser) infinitive(k int, g *group) {
	d := p.d
	f := p.top()
	prior := p.prior(k)
	behind := p.kindAt(prior)
	governor := f.clause
	at := p.add(g)
	c := &d.Clauses[at]
	c.Mark = g.first
	for c.Mark < g.verb && p.pos(c.Mark) != infinitiveTo {
		c.Mark++
	}
	if behind == itemConjunction { // "to stop all moves that might close the river and to return"
		for n := len(p.frames) - 1; n >= 0 && p.frames[n].kind != quotedFrame; n-- {
			if w := p.frames[n].clause; w >= 0 && w != at && p.infinite(w) {
				p.frames = p.frames[:n+1]
				governor = w
				p.top().clause = at
				break
			}
			if w := governor; n == len(p.frames)-1 && w >= 0 && p.infinite(w) {
				break
			}
		}
	}
	if governor < 0 && f.kind == contentFrame && f.governor >= 0 { // "whether to call"
		c.Subjects = d.Clauses[f.governor].Subjects
		c.Mark = f.mark
		p.govern(f.governor, at)
		return
	}
	if behind == itemConjunction && governor >= 0 && !d.Clauses[governor].Finite { // "to stop and to withdraw"
		with := d.Clauses[governor]
		c.With, c.Subjects, c.Governor, c.Noun = governor, with.Subjects, with.Governor, with.Noun
		p.settle()
		return
	}
	if governor < 0 {
		if behind == itemPhrase && f.pending >= 0 && p.infinitiveNoun(p.items[prior].at) { // "The decision to withdraw"
			c.Noun = d.Phrases[p.items[prior].at].Head
			f.clause = -1
			r := newFrame(reducedFrame)
			r.clause = at
			p.push(r)
			return
		}
		if f.pending >= 0 && behind == itemPhrase {
			if by := p.forWhom(&d.Phrases[p.items[prior].at]); by != nil && by.Modifies >= 0 { // "The need for both sides to talk"
				c.Subjects = p.members(by.Index)
				c.Noun = d.Phrases[by.Modifies].Head
				f.clause = -1
				r := newFrame(reducedFrame)
				r.clause = at
				p.push(r)
				return
			}
			f.clause = -1
			r := newFrame(reducedFrame)
			r.clause = at
			c.Noun = d.Phrases[p.items[prior].at].Head
			p.push(r)
			return
		}
		f.dangling = append(f.dangling, at)
		if f.pending >= 0 && !f.object { // "Campos, unable to attend the talks, sent"
			c.Subjects = p.members(f.pending)
			f.clause = -1
			r := newFrame(reducedFrame)
			r.clause, r.comma = at, true
			p.push(r)
			return
		}
		f.clause = at
		return
	}
	v := &d.Clauses[governor]
	c.Governor = governor
	lemma := d.Tokens[v.Verb].Lemma
	switch {
	case behind == itemPhrase:
		ph := &d.Phrases[p.items[prior].at]
		root := ph
		for range 8 {
			if root.With >= 0 {
				root = &d.Phrases[root.With]
			} else if root.Modifies >= 0 && p.norm(root.Preposition) == "of" {
				root = &d.Phrases[root.Modifies]
			} else {
				break
			}
		}
		plan := root // "efforts by Clinton to paint"
		for m := root; m.Modifies >= 0 && !(forTo[p.norm(m.Preposition)] && controlling[lemma]); {
			m = &d.Phrases[m.Modifies]
			if infinitiveNouns[d.Tokens[m.Head].Lemma] {
				plan = m
				break
			}
		}
		object := root.Preposition < 0
		switch {
		case p.forWhom(root) != nil: // "the need for both sides to meet", "waited for Iran to answer"
			by := p.forWhom(root)
			c.Subjects = p.members(by.Index)
			if by.Modifies >= 0 && infinitiveNouns[d.Tokens[d.Phrases[by.Modifies].Head].Lemma] {
				c.Noun = d.Phrases[by.Modifies].Head
				c.Governor = -1
			} else {
				p.govern(governor, at)
			}
		case root.Preposition >= 0 && forTo[p.norm(root.Preposition)] && (p.norm(root.Preposition) == "for" || controlling[lemma]): // "called on Iran to", "waited for Iran to"
			c.Subjects = p.members(root.Index)
			p.govern(governor, at)
		case object && controlling[lemma] && len(v.Objects) > 0 && !v.Passive && !infinitiveNouns[d.Tokens[root.Head].Lemma]:
			c.Subjects = p.objects(v)
			p.govern(governor, at)
		case infinitiveNouns[d.Tokens[plan.Head].Lemma] || infinitiveNouns[d.Tokens[ph.Head].Lemma]:
			c.Noun = plan.Head
			if !infinitiveNouns[d.Tokens[plan.Head].Lemma] {
				c.Noun = ph.Head
			}
			c.Subjects = v.Subjects
			if plan != root {
				c.Subjects = p.members(root.Index)
			} else if root.Modifies >= 0 || v.Passive {
				c.Subjects = nil
			}
			c.Governor = -1
		case object && controlling[lemma] && len(v.Objects) > 0:
			c.Subjects = p.objects(v)
			p.govern(governor, at)
		case object && copulas[lemma] && len(v.Objects) > 0: // "the first state to recognise"
			c.Noun, c.Subjects, c.Governor = root.Head, v.Subjects, -1
		default:
			c.Subjects = v.Subjects
			if v.Passive || controlling[lemma] && v.Content < 0 && lemma != "need" {
				p.govern(governor, at)
			}
			if lemma == "promise" || lemma == "agree" || lemma == "decide" || lemma == "threaten" || lemma == "vow" || lemma == "pledge" {
				p.govern(governor, at)
			}
		}
	default:
		c.Subjects = v.Subjects
		p.govern(governor, at)
	}
	p.settle()
}

// forWhom returns the phrase behind "for" that a phrase is or modifies; nil where there is none.
func (p *parser) forWhom(ph *Phrase) *Phrase {
	for range 8 {
		if ph.Preposition < 0 {
			return nil
		}
		if p.norm(ph.Preposition) == "for" {
			return ph
		}
		if ph.Modifies < 0 {
			return nil
		}
		ph = &p.d.Phrases[ph.Modifies]
	}
	return nil
}

// infinite tells of a clause like "to meet".
func (p *parser) infinite(c int) bool {
	m := p.d.Clauses[c].Mark
	return !p.d.Clauses[c].Finite && m >= 0 && p.d.pos[m] == infinitiveTo
}

var forTo = set(`for on upon with to`)

// settle forgets the phrase that waited: a clause has taken over.
func (p *parser) settle() {
	f := p.top()
	f.pending, f.object = -1, false
}

// objects returns the objects of a clause that an infinitive behind them may have as its subject.
func (p *parser) objects(c *Clause) []Phrase {
	var all []Phrase
	for _, o := range c.Objects {
		if !o.Time {
			all = append(all, o)
		}
	}
	return all
}

func (p *parser) infinitiveNoun(at int) bool {
	return infinitiveNouns[p.d.Tokens[p.d.Phrases[at].Head].Lemma]
}

// govern makes clause at the content of another, which may have one already.
func (p *parser) govern(governor, at int) {
	if p.d.Clauses[governor].Content < 0 {
		p.d.Clauses[governor].Content = at
	}
	p.d.Clauses[at].Governor = governor
}

// gerund makes the clause of "meeting".
func (p *parser) gerund(k int, g *group) {
	d := p.d
	f := p.top()
	prior := p.prior(k)
	behind := p.kindAt(prior)
	governor := f.clause
	switch {
	case behind == itemPhrase && (f.pending >= 0 || governor >= 0): // "officials attending the talks"
		ph := p.items[prior].at
		if governor >= 0 && !f.object && f.pending < 0 {
			if d.Phrases[ph].Preposition < 0 {
				break
			}
		}
		p.reduced(k, g)
		return
	case behind == itemPreposition || behind == itemSubordinator:
		at := p.add(g)
		c := &d.Clauses[at]
		c.Mark = p.items[prior].first
		if f.kind == subordinateFrame && f.mark == c.Mark { // "while meeting"
			c.Governor, c.Condition = f.governor, f.condition
			if f.governor < 0 {
				if b := p.below(); b != nil {
					b.dangling = append(b.dangling, at)
				}
			} else {
				c.Subjects = d.Clauses[f.governor].Subjects
			}
			return
		}
		if governor < 0 {
			b := p.prior(prior)
			if f.pending >= 0 && p.kindAt(b) == itemPhrase { // "the plan of meeting"
				c.Noun = d.Phrases[p.items[b].at].Head
				f.clause = -1
				r := newFrame(reducedFrame)
				r.clause = at
				p.push(r)
				return
			}
			f.dangling = append(f.dangling, at)
			f.clause = -1
			r := newFrame(subordinateFrame)
			r.clause, r.finite = at, at
			p.push(r)
			return
		}
		v := &d.Clauses[governor]
		c.Subjects = v.Subjects
		c.Governor = governor
		switch p.norm(c.Mark) {
		case "of", "from", "for", "into", "against", "to", "on", "in", "about", "with":
			b := p.prior(prior)
			object := p.kindAt(b) == itemPhrase && len(v.Objects) > 0
			if object && p.norm(c.Mark) != "in" && p.norm(c.Mark) != "with" && p.norm(c.Mark) != "on" || !object && p.kindAt(b) != itemPhrase {
				if object {
					head := d.Tokens[v.Objects[len(v.Objects)-1].Head].Lemma
					lemma := d.Tokens[v.Verb].Lemma
					if p.norm(c.Mark) == "of" && !ofVerbs[lemma] || p.norm(c.Mark) == "for" && !blaming[lemma] || p.norm(c.Mark) != "of" && (infinitiveNouns[head] || contentNouns[head]) {
						c.Noun = v.Objects[len(v.Objects)-1].Head
						c.Governor = -1
						p.inside(governor, at)
						return
					}
					c.Subjects = v.Objects
				}
				p.govern(governor, at)
			} else if p.norm(c.Mark) == "of" {
				c.Noun = d.Phrases[p.items[b].at].Head
				c.Governor = -1
				p.inside(governor, at)
				return
			}
		}
		f.pending, f.object = -1, false
		return
	case behind == itemVerb && governor >= 0:
		at := p.add(g)
		d.Clauses[at].Subjects = d.Clauses[governor].Subjects
		p.govern(governor, at)
		f.pending, f.object = -1, false
		return
	case behind == itemConjunction && governor >= 0 && !d.Clauses[governor].Finite:
		at := p.add(g)
		c := &d.Clauses[at]
		with := d.Clauses[governor]
		c.With, c.Subjects, c.Governor, c.Noun, c.Mark = governor, with.Subjects, with.Governor, with.Noun, with.Mark
		return
	}
	if f.pending >= 0 && !f.object && f.clause < 0 { // "Araghchi, speaking in Geneva, said"
		p.aside(f.pending, g)
		return
	}
	for behind == itemComma && len(p.frames) > 1 && (p.top().kind == reducedFrame) {
		p.pop()
	}
	f = p.top()
	governor = f.finite
	if governor < 0 {
		governor = f.clause
	}
	at := p.add(g)
	c := &d.Clauses[at]
	if governor >= 0 {
		c.Governor = governor
		c.Subjects = d.Clauses[governor].Subjects
	} else {
		f.dangling = append(f.dangling, at)
		f.clause = -1
		r := newFrame(subordinateFrame)
		r.clause, r.finite = at, at
		p.push(r)
		return
	}
	f.pending, f.object = -1, false
}

// inside reads on in clause at, which says something of a noun of the clause outer: "said the date for cutting the steel would".
func (p *parser) inside(outer, at int) {
	p.top().clause = outer
	f := newFrame(reducedFrame)
	f.clause = at
	p.push(f)
}

// reduced makes the clause of a participle or a gerund that says something of the noun before it.
func (p *parser) reduced(k int, g *group) {
	d := p.d
	prior := p.prior(k)
	ph := p.items[prior].at
	if m := d.Phrases[ph].Modifies; m >= 0 && p.pos(g.verb) == verbGerund && messages[d.Tokens[d.Phrases[m].Head].Lemma] {
		ph = m // "a message on Twitter blaming Iran"
	}
	g.finite = false
	if p.pos(g.verb) == verbPast || p.pos(g.verb) == verbParticiple {
		g.passive = true
	}
	g.tense = Timeless
	r := newFrame(reducedFrame)
	p.push(r)
	at := p.add(g)
	root := ph
	if w := d.Phrases[ph].With; w >= 0 && d.Phrases[w].Preposition < 0 {
		root = w
	}
	d.Clauses[at].Noun = d.Phrases[ph].Head
	d.Clauses[at].Relative = true
	d.Clauses[at].Subjects = p.members(root)
}

// participle makes the clause of a participle without an auxiliary: past of "Iran met" where the tagger erred, else reduced or an aside.
func (p *parser) participle(k int, g *group) {
	d := p.d
	f := p.top()
	prior := p.prior(k)
	behind := p.kindAt(prior)
	could := p.lex.canBePast(p.norm(g.verb)) && g.bare
	if could && p.waiting() >= 0 && f.clause >= 0 && (behind == itemVerb || behind == itemPhrase && f.kind == reducedFrame && p.kindAt(k+1) == itemPhrase) {
		g.finite, g.passive, g.tense = true, false, InPast
		p.finite(k, g)
		return
	}
	if behind == itemPhrase || behind == itemRelative || behind == itemThat {
		if could && (f.pending >= 0 && !f.object && !(p.kindAt(k+1) == itemPreposition && p.norm(p.items[k+1].first) == "by") && (!p.verbLater(k) || !p.noObject(k)) && !p.setApart(k, g) || behind == itemRelative || behind == itemThat) {
			g.finite, g.passive, g.tense = true, false, InPast
			p.finite(k, g)
			return
		}
		if behind == itemPhrase && (f.pending >= 0 || f.clause >= 0) {
			p.reduced(k, g)
			return
		}
	}
	if behind == itemVerb && f.clause >= 0 && copulas[d.Tokens[d.Clauses[f.clause].Verb].Lemma] && g.bare { // "remain united"
		if c := &d.Clauses[f.clause]; c.Predicate < 0 {
			c.Predicate = g.verb
		}
		return
	}
	if behind == itemConjunction && (p.kindAt(prior-1) == itemAdjective || p.kindAt(prior-1) == itemAdverb && p.kindAt(prior-2) == itemOpen) { // "unfriendly and uninformed"
		return
	}
	if behind == itemConjunction && f.clause >= 0 {
		with := f.clause
		if d.Clauses[with].Passive || !could {
			at := p.add(g)
			c := &d.Clauses[at]
			w := d.Clauses[with]
			c.With, c.Subjects, c.Governor, c.Noun, c.Relative, c.Condition, c.Mark = with, w.Subjects, w.Governor, w.Noun, w.Relative, w.Condition, w.Mark
			c.Passive, c.Finite, c.Tense, c.Modal, c.Perfect = w.Passive, w.Finite, w.Tense, w.Modal, w.Perfect
			if w.Perfect && !w.Passive {
				c.Passive = false
			}
			if w.Finite {
				f.finite = at
			}
			return
		}
		g.finite, g.passive, g.tense = true, false, InPast
		p.finite(k, g)
		return
	}
	if could && f.pending >= 0 && !f.object && f.clause < 0 && !p.verbLater(k) {
		g.finite, g.passive, g.tense = true, false, InPast
		p.finite(k, g)
		return
	}
	if could && behind != itemPreposition && p.inverted(k, g) {
		g.finite, g.passive, g.tense = true, false, InPast
		p.finite(k, g)
		return
	}
	if f.pending >= 0 && !f.object && f.clause < 0 {
		p.aside(f.pending, g)
		return
	}
	governor := f.clause
	at := p.add(g)
	c := &d.Clauses[at]
	if governor >= 0 {
		c.Governor, c.Subjects = governor, d.Clauses[governor].Subjects
		if f.kind == subordinateFrame && f.finite < 0 {
			f.finite = at
		}
		return
	}
	if f.kind == subordinateFrame { // "if attacked", "as expected"
		c.Mark, c.Condition, c.Governor = f.mark, f.condition, f.governor
		f.finite = at
		if b := p.below(); b != nil && f.governor < 0 {
			b.dangling = append(b.dangling, at)
		} else if f.governor >= 0 {
			c.Subjects = d.Clauses[f.governor].Subjects
		}
		return
	}
	f.dangling = append(f.dangling, at)
	f.clause = -1
	r := newFrame(subordinateFrame)
	r.clause, r.finite = at, at
	p.push(r)
}

// verbLater tells whether a finite verb comes behind item k without a subject of its own.
func (p *parser) verbLater(k int) bool {
	fresh := false
	for j := k + 1; j < len(p.items) && j < k+12; j++ {
		switch p.items[j].kind {
		case itemVerb:
			g := &p.groups[p.items[j].at]
			if g.finite || g.bare && p.pos(g.verb) == verbParticiple && p.lex.canBePast(p.norm(g.verb)) && p.kindAt(j-1) == itemPhrase {
				return !fresh
			}
		case itemPhrase:
			ph := &p.d.Phrases[p.items[j].at]
			fresh = ph.Preposition < 0 && ph.With < 0 && !ph.Time && j > k+1
		case itemComma:
		case itemConjunction, itemStop, itemThat, itemRelative, itemSubordinator, itemBreak:
			return false
		}
	}
	return false
}

// base makes the clause of a base form: an order, what goes on behind "to", or what "let Iran" governs.
func (p *parser) base(k int, g *group) {
	d := p.d
	f := p.top()
	governor := f.clause
	prior := p.prior(k)
	behind := p.kindAt(prior)
	if f.kind == relativeFrame && f.clause < 0 {
		g.finite, g.tense = true, InPresent
		p.finite(k, g)
		return
	}
	if f.pending >= 0 && !f.object && (f.clause < 0 || behind == itemPhrase) || f.kind == contentFrame && f.clause < 0 && f.pending >= 0 { // "demanded that Iran stop", or a plural's present
		g.finite, g.tense = true, InPresent
		p.finite(k, g)
		return
	}
	at := p.add(g)
	c := &d.Clauses[at]
	if governor < 0 {
		f.finite = at
		return
	}
	v := &d.Clauses[governor]
	if behind == itemPhrase && resultative[d.Tokens[v.Verb].Lemma] && p.isAdjective(g.verb) { // "keep its consulate open"
		d.Clauses = d.Clauses[:at]
		f.clause = governor
		if v := &d.Clauses[governor]; v.Predicate < 0 {
			v.Predicate = g.verb
		}
		return
	}
	if p.goesOn(k, prior, v) { // "call on Iran to stop, and call on Israel"
		d.Clauses = d.Clauses[:at]
		f.clause = governor
		g.finite, g.tense = true, InPresent
		p.coordinated(k, g)
		return
	}
	switch {
	case (behind == itemConjunction || behind == itemComma) && (!v.Finite || v.Modal != ""):
		c.With, c.Subjects, c.Governor, c.Noun, c.Mark, c.Finite, c.Modal, c.Tense, c.Condition, c.Relative = governor, v.Subjects, v.Governor, v.Noun, v.Mark, v.Finite, v.Modal, v.Tense, v.Condition, v.Relative
		if v.Finite {
			f.finite = at
		}
	case behind == itemConjunction || behind == itemComma:
		// further back: "will meet officials who came, and sign"
		for n := len(p.frames) - 1; n >= 0; n-- {
			if w := p.frames[n].finite; w >= 0 && d.Clauses[w].Modal != "" {
				b := d.Clauses[w]
				c.With, c.Subjects, c.Governor, c.Mark, c.Finite, c.Modal, c.Tense = w, b.Subjects, b.Governor, b.Mark, true, b.Modal, b.Tense
				return
			}
		}
		if f.finite >= 0 { // "are truthful and really seek"
			d.Clauses = d.Clauses[:at]
			f.clause = governor
			g.finite, g.tense = true, InPresent
			p.coordinated(k, g)
			return
		}
	case behind == itemPhrase && bareControlling[d.Tokens[v.Verb].Lemma] || behind == itemVerb:
		c.Subjects = v.Subjects
		if behind == itemPhrase {
			c.Subjects = v.Objects
		}
		p.govern(governor, at)
	case behind == itemPhrase && f.pending >= 0 && f.object && v.Content < 0: // "demanded Iran stop"
		d.Clauses = d.Clauses[:at]
		f.clause = governor
		g.finite, g.tense = true, InPresent
		p.finite(k, g)
		return
	}
	f.pending, f.object = -1, false
}

func (p *parser) isAdjective(token int) bool {
	for _, r := range p.lex.words[p.norm(token)] {
		if r.pos == adjective {
			return true
		}
	}
	return false
}

// goesOn tells whether a base form behind ", and" goes on with the plural's present of the main clause, not with the infinitive c before it.
func (p *parser) goesOn(k, prior int, c *Clause) bool {
	f := p.top()
	if p.kindAt(prior) != itemConjunction || f.finite < 0 || c.Finite {
		return false
	}
	main := &p.d.Clauses[f.finite]
	if p.pos(main.Verb) != verbPlain || main.Modal != "" {
		return false
	}
	return p.kindAt(prior-1) == itemComma || p.d.Tokens[main.Verb].Lemma == p.norm(p.items[k].first)
}

// negate carries "no" of a subject to its clause. That of an object follows when all is read.
func (p *parser) negate(at int) {
	c := &p.d.Clauses[at]
	for _, s := range c.Subjects {
		switch p.d.Tokens[s.First].Norm {
		case "no", "neither", "none", "nobody", "nothing":
			c.Negated = true
		}
	}
}

// extents says from where to where each clause goes, and lets "no" before an object negate its verb.
func (d *Document) extents() {
	for i := range d.Clauses {
		c := &d.Clauses[i]
		if c.Mark >= 0 && c.Mark < c.First && d.SentenceOf(c.Mark) == c.Sentence {
			c.First = c.Mark
		}
		for _, s := range c.Subjects {
			if c.Finite && c.With < 0 && s.First < c.First && !c.Relative {
				c.First = s.First
			}
			if c.Inverted && s.Last > c.Last {
				c.Last = s.Last
			}
		}
		for _, o := range c.Objects {
			if o.First > c.Verb {
				c.Last = max(c.Last, o.Last)
			}
			if d.Tokens[o.First].Norm == "no" {
				c.Negated = true
			}
		}
		for _, x := range c.Complements {
			c.First = min(c.First, max(x.Preposition, d.Sentences[c.Sentence].First))
			if x.Phrase.First > c.Verb {
				c.Last = max(c.Last, x.Phrase.Last)
			}
		}
		c.Last = max(c.Last, c.Particle+1, c.Predicate+1)
	}
	// What modifies the last phrase belongs to the clause, and so does what it governs.
	ends := map[int]int{}
	for i := range d.Phrases {
		ph := &d.Phrases[i]
		ends[ph.Last] = i
	}
	by := map[int][]int{}
	for i := range d.Phrases {
		if m := d.Phrases[i].Modifies; m >= 0 {
			by[m] = append(by[m], i)
		}
	}
	for i := range d.Clauses {
		c := &d.Clauses[i]
		for {
			at, ok := ends[c.Last]
			if !ok {
				break
			}
			last := c.Last
			for _, m := range by[at] {
				last = max(last, d.Phrases[m].Last)
			}
			if last == c.Last {
				break
			}
			c.Last = last
		}
	}
	for i := len(d.Clauses) - 1; i >= 0; i-- {
		c := &d.Clauses[i]
		for _, g := range []int{c.Governor, c.With} {
			if g >= 0 && g < i && d.Clauses[g].Verb < c.Verb {
				d.Clauses[g].Last = max(d.Clauses[g].Last, c.Last)
			}
		}
	}
}

// aside begins a clause that says something of a subject whose verb is still to come, and waits for that verb to govern it.
func (p *parser) aside(subject int, g *group) {
	r := newFrame(reducedFrame)
	r.comma = true
	p.push(r)
	at := p.add(g)
	p.d.Clauses[at].Subjects = p.members(subject)
	below := &p.frames[len(p.frames)-2]
	below.dangling = append(below.dangling, at)
}

// ClauseAt returns the innermost clause that a token belongs to; -1: none.
func (d *Document) ClauseAt(token int) int {
	best := -1
	s := d.SentenceOf(token)
	from := sort.Search(len(d.Clauses), func(i int) bool { return d.Clauses[i].Sentence >= s })
	for i := from; i < len(d.Clauses) && d.Clauses[i].Sentence == s; i++ {
		c := &d.Clauses[i]
		if c.First <= token && token < c.Last && (best < 0 || c.Last-c.First < d.Clauses[best].Last-d.Clauses[best].First) {
			best = i
		}
	}
	return best
}

// PhraseAt returns the phrase that a token belongs to, an index of Document.Phrases; -1: none.
func (d *Document) PhraseAt(token int) int {
	i := sort.Search(len(d.Phrases), func(i int) bool { return d.Phrases[i].Last > token })
	if i < len(d.Phrases) && d.Phrases[i].First <= token {
		return i
	}
	return -1
}
