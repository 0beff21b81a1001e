package coder

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/parleygraph/parley/internal/coder/text"
)

// speechRules is what the dictionary says of speech.
type speechRules struct {
	verbs, nouns, adjectives, prepositions map[string][]*cue   // by their first word, the longest first
	channels                               map[string][]string // what something is said in or on, and the prepositions before it
	outlets                                map[string]bool     // keys of what is a channel when it is told something
}

// listener finds who is said to have said what.
type listener struct {
	*analysis
	rules    *speechRules
	quote    []int  // of each token: the innermost quotation that it stands in, its marks included; -1: none
	opens    []int  // of each token: the quotation whose opening mark it is; -1: none
	closes   []int  // of each token: the quotation whose closing mark it is; -1: none
	clause   []int  // of each token: the clause whose verb it is; -1: none
	phrase   []int  // of each token: the noun phrase that it begins; -1: none
	mention  []int  // of each token: the widest mention that covers it; -1: none
	relative []bool // of each token: whether it begins a relative clause
	tells    []bool // of each attribution: whether it says something where it stands in the content of another
}

// find finds the attributions of an article.
func (r *speechRules) find(a *analysis) {
	l := &listener{analysis: a, rules: r}
	l.index()
	l.colons()
	l.signed()
	for i := range a.doc.Sentences {
		l.sentence(i)
	}
	l.free()
	l.nest()
	l.settle()
	for _, s := range l.said {
		if len(s.speakers) != 1 {
			continue
		}
		for _, q := range s.quotes {
			if l.doc.Quotes[q].Outer < 0 {
				a.speak(q, s.speakers[0])
			}
		}
	}
}

// index notes of each token what begins or stands there.
func (l *listener) index() {
	d := l.doc
	n := len(d.Tokens)
	all := make([]int, 6*n)
	for i := range all {
		all[i] = -1
	}
	l.quote, l.opens, l.closes, l.clause, l.phrase, l.mention = all[:n], all[n:2*n], all[2*n:3*n], all[3*n:4*n], all[4*n:5*n], all[5*n:]
	for i, q := range d.Quotes { // outer ones come first, so that inner ones write over them
		first, last := d.TokensIn(q.Span)
		for t := first; t < last; t++ {
			l.quote[t] = i
		}
		if first < last {
			l.opens[first] = i
			if !q.Open {
				l.closes[last-1] = i
			}
		}
	}
	l.relative = make([]bool, n)
	for i, c := range d.Clauses {
		l.clause[c.Verb] = i
		if c.Relative && c.Mark >= 0 {
			l.relative[c.Mark] = true
		}
	}
	for i, p := range d.Phrases {
		if l.phrase[p.First] < 0 || d.Phrases[l.phrase[p.First]].Last < p.Last {
			l.phrase[p.First] = i
		}
	}
	for i, m := range l.cast.mentions {
		for t := m.first; t < m.last && t < n; t++ {
			if k := l.mention[t]; k < 0 || l.cast.mentions[k].last-l.cast.mentions[k].first < m.last-m.first {
				l.mention[t] = i
			}
		}
	}
}

// field is the part of a sentence that a cue can reach: all of it, or what of it stands in the same quotation.
type field struct {
	sentence    int
	first, last int // tokens [first, last)
	quote       int // the quotation; -1: none
}

// sentence finds the cues of a sentence, and what they hold.
func (l *listener) sentence(n int) {
	s := l.doc.Sentences[n]
	for i := s.First; i < s.Last; i++ {
		t := &l.doc.Tokens[i]
		if t.Tag == text.Mark {
			continue
		}
		if q, last := l.match(l.rules.prepositions, i, s.Last, t.Norm); q != nil {
			l.preposition(l.field(n, i), q, i, last)
			i = last - 1
			continue
		}
		switch {
		case isVerb(t.Tag) && l.verbs(n, i):
		case t.Tag == text.Adjective || t.Tag == text.Participle || t.Tag == text.Past:
			if q, last := l.match(l.rules.adjectives, i, s.Last, t.Norm); q != nil {
				l.adjective(l.field(n, i), q, i, last)
			}
		case t.Tag == text.Noun:
			if q, last := l.match(l.rules.nouns, i, s.Last, t.Lemma); q != nil {
				l.noun(l.field(n, i), q, i, last)
			}
		}
	}
}

// match returns the longest cue that begins at a token, and where it ends.
func (l *listener) match(m map[string][]*cue, i, limit int, first string) (*cue, int) {
next:
	for _, q := range m[first] {
		if i+len(q.words) > limit {
			continue
		}
		for k, w := range q.words[1:] {
			if t := &l.doc.Tokens[i+1+k]; t.Norm != w {
				continue next
			}
		}
		return q, i + len(q.words)
	}
	return nil, i
}

// verbs tries the cues that begin at a verb: the longest whose content is there.
func (l *listener) verbs(n, i int) bool {
	f := l.field(n, i)
next:
	for _, q := range l.rules.verbs[l.doc.Tokens[i].Lemma] {
		if i+len(q.words) > f.last {
			continue
		}
		for k, w := range q.words[1:] {
			if t := &l.doc.Tokens[i+1+k]; t.Norm != w {
				continue next
			}
		}
		if l.verb(f, q, i, i+len(q.words)) {
			return true
		}
	}
	return false
}

func isVerb(t text.Tag) bool { return t >= text.Base && t <= text.Gerund }

// field returns what a cue at a token can reach.
func (l *listener) field(n, i int) field {
	s := l.doc.Sentences[n]
	f := field{n, s.First, s.Last, l.quote[i]}
	if at := s.First - 1; f.quote < 0 && at >= 0 && l.closes[at] >= 0 && n > 0 && l.doc.Sentences[n-1].Paragraph == s.Paragraph { // “Why?” he asked
		if k := l.closes[at]; l.doc.Quotes[k].Outer < 0 && at > 0 && (l.doc.Tokens[at-1].Norm == "?" || l.doc.Tokens[at-1].Norm == "!") {
			f.first, _ = l.doc.TokensIn(l.doc.Quotes[k].Span)
		}
	}
	if f.quote >= 0 {
		for k := i; k >= s.First; k-- {
			if l.opens[k] == f.quote {
				f.first = k + 1
				break
			}
		}
		for k := i; k < s.Last; k++ {
			if l.closes[k] == f.quote {
				f.last = k
				break
			}
		}
	}
	return f
}

// find is an attribution on its way.
type find struct {
	field
	cue        *cue
	first      int // the verb group, or the noun: tokens [first, last)
	last       int
	head       int // the verb
	source     [2]int
	subjects   []int // the heads of the source
	content    [][2]int
	spans      []text.Span // content that is not made of whole tokens of one sentence
	address    [2]int
	rule       string
	confidence float64
}

// verb tries a verb as the cue of an attribution.
func (l *listener) verb(f field, q *cue, i, last int) bool {
	d := l.doc
	w := &find{field: f, cue: q, first: l.group(f, i), last: last, head: i, confidence: q.strength}
	tag := d.Tokens[i].Tag
	if l.clause[i] < 0 {
		return false
	}
	if l.passive(w) {
		return l.passiveVerb(w)
	}
	speaks := q.frames&(quoted|zero) != 0
	if speaks && tag != text.Gerund && w.first == i && l.inverted(w) {
		return true
	}
	// “...,” X said, “...”: what stands before belongs to it.
	if speaks && l.quoteBefore(w) >= 0 && l.backward(w) || l.forward(w) || speaks && l.backward(w) {
		if l.findSource(w) {
			l.emit(w)
			return true
		}
	}
	return false
}

// quoteBefore returns where the speaker begins where a quotation ends before him and no other verb stands between; -1 where none does.
func (l *listener) quoteBefore(w *find) int {
	d := l.doc
	if !d.Clauses[l.clause[w.head]].Finite {
		return -1
	}
	for k := w.first - 1; k >= max(w.field.first, w.first-25); k-- {
		if q := l.closes[k]; q >= 0 && q != w.quote && l.endsInside(q) {
			if s := l.skip(k+1, w.first); s < w.first && d.Tokens[s].Tag != text.Subordinator {
				return s
			}
			return -1
		}
		switch d.Tokens[k].Tag {
		case text.Past, text.Present, text.Modal:
			if k == 0 || !l.relative[k-1] {
				return -1
			}
		}
	}
	return -1
}

// group returns where the verb group of a verb begins: its auxiliaries, negations and adverbs belong to it.
func (l *listener) group(f field, i int) int {
	for i > f.first {
		switch t := &l.doc.Tokens[i-1]; {
		case t.Tag == text.Auxiliary || t.Tag == text.Modal || t.Tag == text.Negation || t.Tag == text.To:
			i--
		case t.Tag == text.Adverb && i-1 > f.first:
			i--
		default:
			return i
		}
	}
	return i
}

// passive tells whether a verb is: "was accused", "the report published by".
func (l *listener) passive(w *find) bool {
	if l.doc.Tokens[w.head].Tag != text.Participle {
		return false
	}
	have := false
	for k := w.first; k < w.head; k++ {
		switch l.doc.Tokens[k].Lemma {
		case "be", "get":
			return true
		case "have":
			have = true
		}
	}
	return !have
}

// forward looks for the content behind the cue.
func (l *listener) forward(w *find) bool {
	q := w.cue
	p := w.last
	if q.frames&quoted != 0 && q.strength > strengths["weak"] && p+1 == w.field.last && l.doc.Tokens[p].Norm == ":" && w.quote < 0 {
		return l.paragraphBelow(w)
	}
	if q.to == "obj" && q.frames&objectInfinitive == 0 || q.to == "obj" && p < w.field.last && l.nounPhrase(p, w.field.last) > p {
		end := l.nounPhrase(p, w.field.last)
		if slices.Contains(q.prepositions, "of") { // "informed the council of the plan"
			end = l.base(p, w.field.last)
		}
		if end > p {
			end = l.coordinated(p, end, w.field.last)
			w.address = [2]int{p, end}
			if l.held(w, end, true) {
				return true
			}
			if at := l.adverbials(w, end); at > end && l.held(w, at, true) {
				return true
			}
			w.address = [2]int{}
		}
	}
	if l.held(w, p, false) {
		return true
	}
	if at := l.adverbials(w, p); at > p && l.held(w, at, false) {
		return true
	}
	if at := l.aside(p, w.field.last); at > p && q.frames&that != 0 && q.strength >= strengths["strong"] && l.held(w, at, false) { // "said, however, that"
		return true
	}
	return false
}

// aside returns where what stands between two commas from a token on ends, behind the second; the token itself where nothing does, or a verb.
func (l *listener) aside(p, limit int) int {
	d := l.doc
	if p >= limit || d.Tokens[p].Norm != "," {
		return p
	}
	for k := p + 1; k+1 < limit && k < p+12 && l.opens[k] < 0; k++ {
		switch t := &d.Tokens[k]; {
		case t.Norm == ",":
			return k + 1
		case t.Tag == text.Past || t.Tag == text.Present || t.Tag == text.Modal || t.Tag == text.Relative:
			return p
		}
	}
	return p
}

// paragraphBelow takes the paragraph below as content: "He added:" stands above it.
func (l *listener) paragraphBelow(w *find) bool {
	d := l.doc
	n := w.sentence + 1
	if n >= len(d.Sentences) || d.Sentences[n].Paragraph == d.Sentences[w.sentence].Paragraph {
		return false
	}
	span := d.Sentences[n].Span
	for k := n; k < len(d.Sentences) && d.Sentences[k].Paragraph == d.Sentences[n].Paragraph; k++ {
		span.End = d.Sentences[k].End
	}
	w.rule, w.spans = "paragraph-below", []text.Span{span}
	return true
}

// held tells whether content that the cue can hold begins at a token.
func (l *listener) held(w *find, p int, addressed bool) bool {
	d, q := l.doc, w.cue
	limit := w.field.last
	if p >= limit {
		return false
	}
	set := func(rule string, start int) bool {
		end := l.end(w, start)
		if end <= start {
			return false
		}
		w.rule, w.content = rule, [][2]int{{start, end}}
		return true
	}
	t := &d.Tokens[p]
	at := p
	if (t.Norm == "," || t.Norm == ":" || t.Norm == "-") && p+1 < limit && l.opens[p+1] >= 0 {
		at++
	}
	if k := l.opens[at]; k >= 0 && q.frames&quoted != 0 && d.Quotes[k].Outer == w.quote && (at > p || q.strength > strengths["weak"]) {
		return l.heldQuote(w, at, k)
	}
	if t.Norm == ":" && q.frames&quoted != 0 && q.strength > strengths["weak"] && p+1 < limit {
		return set("colon", p+1)
	}
	if q.to == "obj" && !addressed && q.frames&(object|thing|objectInfinitive) == 0 && q.class != "warn" && q.class != "promise" && q.class != "ask" {
		return false // "tell" and its like have somebody who is told
	}
	switch {
	case t.Norm == "that" && q.frames&(that|zero) != 0 && t.Tag != text.Determiner && t.Tag != text.Relative && (!l.relative[p] || addressed && p == w.address[1] && l.clauseBegins(p+1, limit, true)):
		return set("that-clause", p)
	case q.frames&whether != 0 && isWhether(t.Norm, q.class == "ask" || l.denied(w) && t.Norm != "if"):
		return set("wh-clause", p)
	case q.frames&infinitive != 0 && p+1 < limit && (t.Tag == text.To || t.Norm == "to" && l.opens[p+1] >= 0):
		return set("infinitive", p)
	case t.Tag == text.Gerund && q.frames&gerund != 0:
		return set("gerund", p)
	case q.frames&zero != 0 && (l.governs(w, p) || l.clauseBegins(p, limit, q.frames&(object|thing) != 0 || q.strength < strengths["strong"])):
		return set("zero-clause", p)
	}
	if slices.Contains(q.prepositions, t.Norm) && p+1 < limit {
		return set("preposition", p+1)
	}
	if addressed {
		if q.frames&objectInfinitive != 0 && t.Tag == text.To {
			return set("object-infinitive", w.address[0])
		}
		if slices.Contains(q.behind, t.Norm) && p+1 < limit {
			return set("object-"+t.Norm, p+1)
		}
		return false
	}
	end := l.nounPhrase(p, limit)
	if end == p {
		return false
	}
	if e := l.base(p, limit); e < limit && d.Tokens[e].Norm == "of" && slices.Contains(q.behind, "of") {
		return set("object-of", p)
	}
	if q.strength < strengths["strong"] && w.first < w.head && d.Tokens[w.first].Tag == text.To {
		return false // "met to discuss trade"
	}
	if q.frames&thing != 0 && !l.findSource(w) || q.frames&thing != 0 && !l.acts(w) {
		return false
	}
	if q.frames&object != 0 || q.frames&thing != 0 && !l.isPerson(p, end) {
		if last := l.coordinated(p, end, limit); q.class == "thank" || q.class == "urge" && last < limit && d.Tokens[last].Tag == text.To { // "called for both to stop"
			w.address = [2]int{p, last}
		}
		if !set("object", p) {
			return false
		}
		w.content[0][1] = l.beforeAside(p, w.content[0][1])
		return true
	}
	if end >= limit {
		return false
	}
	next := &d.Tokens[end]
	switch {
	case q.frames&objectInfinitive != 0 && next.Tag == text.To:
		return set("object-infinitive", p)
	case slices.Contains(q.behind, next.Norm):
		return set("object-"+next.Norm, p)
	case q.frames&objectAs != 0 && (next.Norm == "as" || l.opens[end] >= 0 || next.Tag == text.Determiner || next.Tag == text.Adjective || next.Tag == text.Participle):
		return set("object-as", p)
	}
	return false
}

// denied tells whether it is denied that the cue's verb was done: "did not say when".
func (l *listener) denied(w *find) bool {
	c := l.clause[w.head]
	return c >= 0 && l.doc.Clauses[c].Negated
}

// beforeAside returns where a noun phrase with what belongs to it ends: before a comma behind which something is said about it.
func (l *listener) beforeAside(start, end int) int {
	d := l.doc
	for p := start + 1; p+1 < end; p++ {
		if k := l.opens[p]; k >= 0 {
			_, last := d.TokensIn(d.Quotes[k].Span)
			p = max(p, last-1)
			continue
		}
		if d.Tokens[p].Norm != "," {
			continue
		}
		switch n := &d.Tokens[p+1]; {
		case l.relative[p+1] || n.Tag == text.Relative || n.Tag == text.Subordinator || n.Norm == "who":
			return p
		}
	}
	return end
}

// isPerson tells whether a noun phrase is somebody: "dismissed the coach", unlike "dismissed the claim".
func (l *listener) isPerson(first, last int) bool {
	h := l.headOf(first, last)
	if h < 0 {
		return false
	}
	switch t := &l.doc.Tokens[h]; {
	case t.Tag == text.Pronoun:
		return t.Norm != "it" && t.Norm != "that" && t.Norm != "this" && t.Norm != "those" && t.Norm != "these"
	case t.Lemma == "man" || t.Lemma == "woman" || t.Lemma == "people" || t.Lemma == "person":
		return true
	}
	m := l.mention[h]
	if m < 0 || l.cast.mentions[m].entity < 0 || l.cast.mentions[m].adjective {
		return false
	}
	k := l.cast.entities[l.cast.mentions[m].entity].kind
	return k == Official || k == Unnamed
}

func isWhether(norm string, asks bool) bool {
	switch norm {
	case "whether", "how", "why", "what", "who":
		return true
	case "if", "when", "where", "which":
		return asks
	}
	return false
}

// heldQuote takes a quotation behind the cue as content: alone where it is a sentence of its own, else with the words around it.
func (l *listener) heldQuote(w *find, at, k int) bool {
	d := l.doc
	w.rule = "quotation"
	first, last := d.TokensIn(d.Quotes[k].Span)
	if last >= w.field.last || d.Quotes[k].Open || l.endsInside(k) || last > w.field.last {
		w.spans = []text.Span{d.Quotes[k].Span}
		return true
	}
	end := l.end(w, at)
	if end <= last {
		w.spans = []text.Span{d.Quotes[k].Span}
		return true
	}
	w.content = [][2]int{{first, end}}
	return true
}

// endsInside tells whether a quotation ends with a mark of its own: a full stop, a comma.
func (l *listener) endsInside(k int) bool {
	q := l.doc.Quotes[k]
	s := strings.TrimRight(l.doc.Text[q.Inner.Start:q.Inner.End], " \u00a0\"”’'")
	return s != "" && strings.ContainsRune(",.?!…—-", lastRune(s))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// end returns where content that begins at a token ends: before what says anew who speaks, or before the mark at the end.
func (l *listener) end(w *find, start int) int {
	d := l.doc
	limit := w.field.last
	for limit > start && isFinal(d.Tokens[limit-1].Norm) && l.closes[limit-1] < 0 {
		limit--
	}
	leads := false // the cue stands in a clause that leads another: "if he says no, the talks end"
	if c := l.clause[w.head]; c >= 0 {
		m := d.Clauses[c].Mark
		leads = m >= w.field.first && m < w.head && m < w.field.first+2 && d.Tokens[m].Tag == text.Subordinator
		if g := d.Clauses[c].Governor; d.Tokens[w.head].Tag == text.Gerund && g >= 0 && d.Clauses[g].Verb > w.head && d.Clauses[g].Finite { // "Reuters, citing two sources, reported"
			leads = true
		}
	}
	for p := start; p < limit; p++ {
		if k := l.opens[p]; k >= 0 && k != w.quote {
			_, last := d.TokensIn(d.Quotes[k].Span)
			p = max(p, last-1)
			continue
		}
		if p == start {
			continue
		}
		t := &d.Tokens[p]
		switch {
		case t.Norm == "according" && p+1 < limit && d.Tokens[p+1].Norm == "to":
			return l.trim(start, p)
		case t.Norm == ";":
			return p
		case t.Norm == "," && leads:
			return p
		case t.Norm == "," && p+1 < limit:
			switch n := &d.Tokens[p+1]; n.Tag {
			case text.Gerund:
				if l.isCue(p+1, limit) {
					return p
				}
			case text.Conjunction: // ", but the army said"
				if k := l.phrase[min(p+2, limit-1)]; k >= 0 {
					for v := d.Phrases[k].Last; v < limit && v < d.Phrases[k].Last+4; v++ {
						if c := l.clause[v]; c >= 0 && d.Clauses[c].Finite && len(d.Clauses[c].Subjects) > 0 && d.Clauses[c].Subjects[0].First == p+2 && l.isCue(v, limit) {
							return p
						}
					}
				}
			case text.Subordinator: // ", though she noted"
				for _, c := range d.Clauses {
					if c.Mark == p+1 && c.Finite && l.isCue(c.Verb, limit) {
						return p
					}
				}
			}
		}
		if t.Tag == text.Conjunction && (t.Norm == "and" || t.Norm == "but") && l.cueFollows(w, p+1, limit) {
			return l.trim(start, p)
		}
	}
	return limit
}

// cueFollows tells whether, behind a conjunction, a cue goes on with the same speaker: "... and warned that".
func (l *listener) cueFollows(w *find, p, limit int) bool {
	d := l.doc
	for p < limit && d.Tokens[p].Tag == text.Adverb {
		p++
	}
	if p >= limit || !isVerb(d.Tokens[p].Tag) || !l.isCue(p, limit) {
		return false
	}
	if d.Tokens[p].Tag == d.Tokens[w.head].Tag {
		return true
	}
	c, head := l.clause[p], l.clause[w.head]
	return c >= 0 && head >= 0 && d.Clauses[c].Finite && d.Clauses[head].Finite && p+1 < limit && (d.Tokens[p+1].Norm == "that" || l.opens[p+1] >= 0)
}

// isCue tells whether a verb is a cue that is surely one.
func (l *listener) isCue(p, limit int) bool {
	q, _ := l.match(l.rules.verbs, p, limit, l.doc.Tokens[p].Lemma)
	return q != nil && q.strength > strengths["weak"]
}

// trim takes commas and dashes from the end.
func (l *listener) trim(start, end int) int {
	for end > start {
		switch l.doc.Tokens[end-1].Norm {
		case ",", "-", ";", "--":
			end--
			continue
		}
		break
	}
	return end
}

func isFinal(s string) bool {
	switch s {
	case ".", "!", "?", "…", "...", ",", ";", ":", "-", ")":
		return true
	}
	return false
}

// clauseBegins tells whether a finite clause with a subject of its own begins at a token. Where the cue may have an object instead, nothing but
// what belongs to the subject may stand before the verb.
func (l *listener) clauseBegins(p, limit int, strict bool) bool {
	d := l.doc
	if k := l.phrase[p]; k >= 0 && d.Phrases[k].Time {
		return false
	}
	switch d.Tokens[p].Norm {
	case "him", "them", "me", "us": // no subjects
		return false
	}
	subject := l.nounPhrase(p, limit)
	switch t := &d.Tokens[p]; t.Tag {
	case text.Determiner, text.Pronoun, text.Possessive, text.Adjective, text.Number, text.Noun, text.Name:
	case text.Adverb, text.Gerund, text.Participle:
		if strict || p+1 < limit && d.Tokens[p+1].Tag == text.Preposition { // "late on Tuesday" is no clause
			return false
		}
	case text.Preposition:
		if p+1 >= limit || d.Tokens[p+1].Tag != text.Number { // "about 20 people"
			return false
		}
	default:
		return t.Norm == "if" || t.Norm == "while" || t.Norm == "although"
	}
	for k := p + 1; k < limit && k < p+60; k++ {
		t := &d.Tokens[k]
		switch t.Tag {
		case text.Modal, text.Present, text.Past, text.Auxiliary:
			if !l.relative[k-1] {
				return true
			}
		case text.Adverb, text.Negation, text.Preposition, text.Noun, text.Name, text.Determiner, text.Adjective, text.Number, text.Possessive, text.Pronoun:
		case text.Mark:
			if t.Norm == ";" || t.Norm == ":" || strict && (t.Norm == "," || t.Norm == "-") {
				return false
			}
			if t.Norm == "," && k == subject && k+1 < limit { // "once the vote is over, he is free": no apposition
				if n := l.phrase[k+1]; n >= 0 && d.Phrases[n].Renames < 0 && d.Phrases[n].With < 0 {
					return false
				}
			}
		case text.Conjunction:
			if n := k + 1; strict && n < limit && (isVerb(d.Tokens[n].Tag) || d.Tokens[n].Tag == text.Auxiliary) {
				return false
			}
		default:
			if strict {
				return false
			}
		}
	}
	return false
}

// governs tells whether the verb has a finite clause that begins at a token as its content.
func (l *listener) governs(w *find, p int) bool {
	c := l.clause[w.head]
	if c < 0 || l.doc.Clauses[c].Content < 0 {
		return false
	}
	g := &l.doc.Clauses[l.doc.Clauses[c].Content]
	return g.Finite && len(g.Subjects) > 0 && g.Subjects[0].First == p
}

// nounPhrase returns where the noun phrase that begins at a token ends, with what "of" and possessives tie to it; p when none begins there.
func (l *listener) nounPhrase(p, limit int) int {
	end := l.base(p, limit)
	for end > p && end < limit && l.doc.Tokens[end].Norm == "of" {
		e := l.base(end+1, limit)
		if e == end+1 {
			break
		}
		end = e
	}
	return end
}

// coordinated returns where the last of the noun phrases ends that "and" ties to the one from p to end.
func (l *listener) coordinated(p, end, limit int) int {
	k := l.phrase[p]
	for t := end; k >= 0 && t < limit && t < end+4; t++ {
		if n := l.phrase[t]; n >= 0 && l.doc.Phrases[n].With == k {
			end = l.nounPhrase(t, limit)
			t = end - 1
		}
	}
	return end
}

func (l *listener) base(p, limit int) int {
	d := l.doc
	if p >= limit {
		return p
	}
	if k := l.phrase[p]; k >= 0 && !d.Phrases[k].Time && (d.Tokens[p].Norm != "that" || d.Tokens[p].Tag == text.Determiner) {
		return min(d.Phrases[k].Last, limit)
	}
	return p
}

// adverbials passes what says when, where and to whom something is said, and notes whom and where.
func (l *listener) adverbials(w *find, p int) int {
	d := l.doc
	limit := w.field.last
	for p < limit {
		t := &d.Tokens[p]
		switch {
		case t.Tag == text.Adverb:
			p++
			continue
		case l.phrase[p] >= 0 && d.Phrases[l.phrase[p]].Time:
			p = d.Phrases[l.phrase[p]].Last
			continue
		case t.Tag == text.Preposition || t.Norm == "to" || t.Norm == "before" || t.Norm == "after" || t.Norm == "during":
			if slices.Contains(w.cue.prepositions, t.Norm) {
				return p
			}
			if p+1 < limit && l.phrase[p+1] >= 0 && d.Phrases[l.phrase[p+1]].Time {
				p++
				continue
			}
			end := l.nounPhrase(p+1, limit)
			if end == p+1 {
				return p
			}
			if t.Norm == w.cue.to {
				w.address = [2]int{p + 1, end}
			}
			p = end
			continue
		}
		break
	}
	return p
}

// inverted tries a speaker behind the verb, and content before it.
func (l *listener) inverted(w *find) bool {
	d := l.doc
	f := w.field
	at := w.head - 1
	if at < f.first {
		return false
	}
	quote := l.closes[at] >= 0 && l.closes[at] != f.quote
	if !quote && d.Tokens[at].Norm != "," && d.Tokens[at].Norm != "-" && d.Tokens[at].Norm != "?" && d.Tokens[at].Norm != "!" {
		return false
	}
	if !quote && at-1 >= f.first && l.closes[at-1] >= 0 && l.closes[at-1] != f.quote {
		quote = true
	}
	if c := l.clause[w.head]; !quote && c >= 0 && len(d.Clauses[c].Subjects) > 0 && d.Clauses[c].Subjects[0].First < w.first {
		return false
	}
	if w.cue.frames&quoted == 0 || !quote && (w.cue.frames&(object|thing) != 0 || w.cue.frames&that == 0 || w.cue.strength < strengths["strong"]) {
		return false
	}
	end := l.nounPhrase(w.last, f.last)
	if end == w.last {
		return false
	}
	if !quote {
		// A clause behind it is what is said: "the minister, a former judge, said the talks would go on".
		if end < f.last {
			switch t := &d.Tokens[end]; {
			case t.Norm == "," || isFinal(t.Norm) || t.Tag == text.Preposition:
			default:
				return false
			}
		}
		if l.clauseBegins(w.last, f.last, false) && d.Tokens[end].Norm != "," {
			return false
		}
	}
	w.source, w.subjects = [2]int{w.last, end}, []int{l.headOf(w.last, end)}
	// An apposition belongs to the speaker.
	if end+1 < f.last && d.Tokens[end].Norm == "," {
		if e := l.nounPhrase(end+1, f.last); e > end+1 && (e == f.last || d.Tokens[e].Norm == "," || isFinal(d.Tokens[e].Norm)) {
			w.source[1] = e
		}
	}
	if !l.before(w, at+1) {
		return false
	}
	w.rule = "inverted"
	l.adverbials(w, w.source[1])
	l.after(w, w.source[1])
	l.emit(w)
	return true
}

// backward tries content before the speaker: "..., X said".
func (l *listener) backward(w *find) bool {
	d := l.doc
	f := w.field
	p := w.last
	if w.cue.to == "obj" {
		if end := l.nounPhrase(p, f.last); end > p {
			w.address = [2]int{p, end}
			p = end
		}
	}
	p = l.adverbials(w, p)
	s := l.quoteBefore(w)
	if s >= 0 {
		w.source = [2]int{s, w.first}
		if l.before(w, s) {
			w.rule = "quotation-before"
			l.after(w, p)
			return true
		}
		w.source, w.spans, w.content = [2]int{}, nil, nil
	}
	if s < 0 && p < f.last {
		switch t := &d.Tokens[p]; {
		case isFinal(t.Norm) || l.closes[p] >= 0:
		case t.Tag == text.Conjunction || t.Tag == text.Subordinator || t.Tag == text.Preposition || t.Tag == text.Gerund:
		default:
			return false
		}
	}
	// ..., X said
	if w.cue.frames&(that|zero) == 0 {
		return false
	}
	c := &d.Clauses[l.clause[w.head]]
	if len(c.Subjects) == 0 || c.Relative || c.Subjects[0].First >= w.first {
		return false
	}
	source := c.Subjects[0].First
	if source <= f.first || d.Tokens[source-1].Norm != "," && d.Tokens[source-1].Norm != "-" {
		return false
	}
	for k := source; k < w.first; k++ {
		if t := d.Tokens[k].Tag; t == text.Past || t == text.Present || t == text.Modal {
			if !l.relative[k-1] {
				return false
			}
		}
	}
	w.source = [2]int{source, l.trim(source, w.first)}
	w.subjects = append(w.subjects, c.Subjects[0].Head)
	w.rule = "parenthesis"
	if l.before(w, source) {
		l.after(w, p)
		if l.states(w) {
			return true
		}
	}
	w.source, w.subjects, w.spans, w.content = [2]int{}, nil, nil, nil
	return false
}

// states tells whether content before the speaker is a clause of its own, not the circumstance of what follows.
func (l *listener) states(w *find) bool {
	d := l.doc
	for _, c := range w.content {
		for k := c[0]; k < c[1]; k++ {
			if i := l.clause[k]; i >= 0 && d.Clauses[i].Finite && !d.Clauses[i].Relative && !d.Clauses[i].Condition && (d.Clauses[i].Mark < 0 || d.Tokens[d.Clauses[i].Mark].Tag != text.Subordinator) {
				return true
			}
		}
	}
	return len(w.spans) > 0
}

// skip passes commas.
func (l *listener) skip(p, limit int) int {
	for p < limit && (l.doc.Tokens[p].Norm == "," || l.doc.Tokens[p].Norm == "-" || l.doc.Tokens[p].Tag == text.Conjunction) {
		p++
	}
	return p
}

// before takes what stands before a token as content: a quotation, or the words from the head of the sentence.
func (l *listener) before(w *find, at int) bool {
	d := l.doc
	f := w.field
	end := l.trim(f.first, at)
	if end <= f.first {
		return false
	}
	if k := l.closes[end-1]; k >= 0 && k != f.quote && d.Quotes[k].Outer == f.quote {
		q := d.Quotes[k]
		first, _ := d.TokensIn(q.Span)
		if first <= f.first { // it begins with the sentence, or before it
			w.spans = append(w.spans, q.Span)
			return true
		}
		start := l.start(w, first)
		if start >= first {
			w.spans = append(w.spans, q.Span)
			return true
		}
		w.content = append(w.content, [2]int{start, end})
		return true
	}
	start := l.start(w, end)
	if end-start < 2 {
		return false
	}
	w.content = append(w.content, [2]int{start, end})
	return true
}

// start returns where content that ends at a token begins: the head of the sentence, behind a conjunction.
func (l *listener) start(w *find, end int) int {
	p := w.field.first
	for p < end && (l.doc.Tokens[p].Tag == text.Conjunction || l.doc.Tokens[p].Norm == "," || l.doc.Tokens[p].Norm == "-") {
		p++
	}
	for k := end - 1; k > p; k-- {
		if l.doc.Tokens[k].Norm == ";" && l.quote[k] == w.quote {
			return k + 1
		}
	}
	return p
}

// after adds what goes on behind the speaker: “...,” he said, “...”.
func (l *listener) after(w *find, p int) {
	d := l.doc
	f := w.field
	for p < f.last && d.Tokens[p].Norm != "," && d.Tokens[p].Norm != "-" && d.Tokens[p].Norm != ":" && l.opens[p] < 0 && !isFinal(d.Tokens[p].Norm) {
		p++
	}
	if p < f.last && l.opens[p] < 0 {
		p++
	}
	if p >= f.last {
		return
	}
	add := func(k int) {
		if !slices.Contains(w.spans, d.Quotes[k].Span) {
			w.spans = append(w.spans, d.Quotes[k].Span)
		}
	}
	if k := l.opens[p]; k >= 0 && d.Quotes[k].Outer == f.quote {
		add(k)
		return
	}
	t := &d.Tokens[p]
	if w.rule == "parenthesis" {
		end := l.end(w, p)
		if end > p+2 && t.Tag != text.Gerund && t.Tag != text.Relative && t.Tag != text.Conjunction && t.Tag != text.Subordinator {
			w.content = append(w.content, [2]int{p, end})
		}
		return
	}
	if t.Tag == text.Conjunction && p+1 < f.last && l.opens[p+1] >= 0 { // “...,” he said, but “...”
		if end := l.end(w, p); end > p+1 {
			w.content = append(w.content, [2]int{p, end})
		}
		return
	}
	for k := p; k < f.last; k++ { // “...,” he said, speaking of it, “...”
		if t := d.Tokens[k].Tag; isVerb(t) && (t != text.Gerund && t != text.Participle || l.isCue(k, f.last)) {
			return
		}
		if q := l.opens[k]; q >= 0 {
			if d.Tokens[k-1].Norm == "," && d.Quotes[q].Outer == f.quote {
				add(q)
			}
			return
		}
	}
}

// findSource looks for the subject of the cue.
func (l *listener) findSource(w *find) bool {
	if w.source[1] > w.source[0] {
		if len(w.subjects) == 0 {
			for _, p := range l.doc.Clauses[l.clause[w.head]].Subjects {
				if p.First >= w.source[0] && p.Last <= w.source[1] {
					w.subjects = append(w.subjects, p.Head)
				}
			}
		}
		return true
	}
	if c := l.clause[w.head]; c >= 0 {
		if l.subjectOf(w, &l.doc.Clauses[c]) {
			return true
		}
	}
	return l.guessSource(w)
}

// subjectOf takes the subjects of a clause for the source: from the first to the last, with what names the last anew.
func (l *listener) subjectOf(w *find, c *text.Clause) bool {
	if len(c.Subjects) == 0 {
		return false
	}
	d := l.doc
	first, last := c.Subjects[0], c.Subjects[len(c.Subjects)-1]
	for _, p := range c.Subjects {
		w.subjects = append(w.subjects, p.Head)
	}
	w.source = [2]int{first.First, last.Last}
	if c.Relative && c.Mark >= last.Last && c.Mark < last.Last+12 { // "Araghchi, who"
		w.source[1] = c.Mark + 1
		return true
	}
	for _, p := range d.Phrases {
		if p.Renames == last.Index && p.First >= last.Last && p.First <= w.source[1]+1 {
			w.source[1] = p.Last
		}
	}
	for k := w.source[1]; k < w.first; k++ { // "a spokeswoman for the ministry"
		switch d.Tokens[k].Tag {
		case text.Preposition, text.Determiner, text.Noun, text.Name, text.Adjective, text.Possessive, text.Number:
			if k+1 == w.first && d.Tokens[k].Tag != text.Preposition && !d.Phrases[max(0, l.doc.PhraseAt(k))].Time {
				w.source[1] = w.first
			}
			continue
		}
		break
	}
	return true
}

// guessSource looks for the noun phrase before the verb group.
func (l *listener) guessSource(w *find) bool {
	d := l.doc
	f := w.field
	tag := d.Tokens[w.head].Tag
	at := w.first
	if tag == text.Gerund || at < w.head && d.Tokens[at].Tag == text.To || at > f.first && d.Tokens[at-1].Tag == text.Conjunction {
		if tag == text.Gerund && at > f.first && (d.Tokens[at-1].Tag == text.Noun || d.Tokens[at-1].Tag == text.Name) {
			s := l.back(f, at)
			w.source = [2]int{s, at}
			return true
		}
		// The subject of the clause before.
		for k := at - 1; k > f.first; k-- {
			t := &d.Tokens[k]
			if t.Tag == text.Past || t.Tag == text.Present || t.Tag == text.Auxiliary && t.Norm != "be" {
				g := l.group(f, k)
				if s := l.back(f, g); s < g {
					w.source = [2]int{s, g}
					return true
				}
			}
		}
		return false
	}
	end := l.trim(f.first, at)
	s := l.back(f, end)
	if s == end {
		return false
	}
	w.source = [2]int{s, end}
	return true
}

// back returns where the noun phrase that ends at a token begins.
func (l *listener) back(f field, end int) int {
	d := l.doc
	for s := f.first; s < end; s++ {
		if l.base(s, end) == end && d.Tokens[end-1].Tag != text.Mark {
			return s
		}
	}
	return end
}

// headOf returns the head of the noun phrase that begins at a token; -1 when none does.
func (l *listener) headOf(first, last int) int {
	if first < last && l.phrase[first] >= 0 {
		return l.doc.Phrases[l.phrase[first]].Head
	}
	return -1
}

// passiveVerb tries a passive with its agent: "was condemned by both parties", "a proposal rejected by Iran". What is spoken of is the content.
func (l *listener) passiveVerb(w *find) bool {
	d := l.doc
	if w.cue.frames&(object|thing) == 0 || w.cue.strength < strengths["plain"] || w.last != w.head+1 {
		return false
	}
	c := &d.Clauses[l.clause[w.head]]
	if !c.Passive || len(c.Subjects) == 0 || c.Subjects[0].First >= w.first {
		return false
	}
	for _, m := range c.Complements {
		if d.Tokens[m.Preposition].Norm != "by" || m.Preposition < w.last || m.Phrase.Time || d.Tokens[m.Phrase.Head].Tag == text.Gerund {
			continue
		}
		w.source, w.subjects, w.rule = [2]int{m.Phrase.First, max(m.Phrase.Last, l.nounPhrase(m.Phrase.First, w.field.last))}, []int{m.Phrase.Head}, "passive"
		for _, p := range d.Phrases {
			if p.With == m.Phrase.Index {
				w.source[1], w.subjects = max(w.source[1], p.Last), append(w.subjects, p.Head)
			}
		}
		named := false
		for k := w.source[0]; k < w.source[1]; k++ {
			named = named || l.mention[k] >= 0 || d.Tokens[k].Tag == text.Name
		}
		if !named {
			return false
		}
		w.content = [][2]int{{c.Subjects[0].First, c.Subjects[len(c.Subjects)-1].Last}}
		if c.Mark > w.content[0][0] && c.Mark < w.first && c.Relative {
			w.content[0][1] = min(w.content[0][1], c.Mark)
		}
		l.emit(w)
		return true
	}
	return false
}

// adjective tries an adjective, or a participle, that says what its subject thinks: "is concerned that", "is ready to".
func (l *listener) adjective(f field, q *cue, i, last int) {
	d := l.doc
	c := l.clause[i]
	if c < 0 || !d.Clauses[c].Passive {
		c = slices.IndexFunc(d.Clauses, func(c text.Clause) bool { return c.Predicate == i })
	}
	if c < 0 || !d.Clauses[c].Finite || last >= f.last {
		return
	}
	w := &find{field: f, cue: q, first: d.Clauses[c].Group[0], last: last, head: d.Clauses[c].Verb, confidence: q.strength}
	if !l.holds(w, last) || !l.subjectOf(w, &d.Clauses[c]) || l.dummy(w) {
		return
	}
	w.rule = "adjective-" + w.rule
	l.emit(w)
}

// holds takes what stands behind an adjective or a noun as content, if the cue can hold it.
func (l *listener) holds(w *find, p int) bool {
	d, q := l.doc, w.cue
	if p+1 >= w.field.last {
		return false
	}
	t := &d.Tokens[p]
	start := p
	switch {
	case t.Norm == "that" && q.frames&that != 0 && p+2 < w.field.last && (!l.relative[p] || l.whole(p)):
		w.rule = "that-clause"
	case q.frames&whether != 0 && isWhether(t.Norm, q.class == "ask"):
		w.rule = "wh-clause"
	case t.Tag == text.To && q.frames&infinitive != 0:
		w.rule = "infinitive"
	case q.frames&zero != 0 && l.clauseBegins(p, w.field.last, true):
		w.rule = "zero-clause"
	case slices.Contains(q.prepositions, t.Norm) && (l.nounPhrase(p+1, w.field.last) > p+1 || d.Tokens[p+1].Tag == text.Gerund):
		w.rule, start = "preposition", p+1
		if end := l.nounPhrase(start, w.field.last); q.class == "thank" && end > start && t.Norm == "to" { // "grateful to both"
			w.address = [2]int{start, l.coordinated(start, end, w.field.last)}
		}
	default:
		return false
	}
	end := l.end(w, start)
	for i := range d.Clauses { // it may be the subject of what follows: "the claim that he is ill was false"
		if c := &d.Clauses[i]; (c.Mark == start || c.Mark < 0 && c.Group[0] == start) && c.Last > start && c.Last < end {
			end = c.Last
		}
	}
	if end <= start {
		return false
	}
	w.content = [][2]int{{start, end}}
	return true
}

// whole tells whether the clause that "that" begins wants no noun before it, though it looks like a relative clause: "the claim that he is ill",
// unlike "the claim that he made".
func (l *listener) whole(p int) bool {
	for i := range l.doc.Clauses {
		if c := &l.doc.Clauses[i]; c.Mark == p && c.Relative {
			return len(c.Subjects) > 0 && c.Subjects[0].First == p+1 && (len(c.Objects) > 0 || c.Predicate >= 0 || c.Passive)
		}
	}
	return false
}

// acts tells whether a source is somebody, as far as one can tell: an actor, a name, a pronoun.
func (l *listener) acts(w *find) bool {
	return slices.ContainsFunc(w.subjects, func(h int) bool {
		if h < 0 {
			return false
		}
		t := &l.doc.Tokens[h]
		return l.mention[h] >= 0 || t.Tag == text.Name || t.Tag == text.Pronoun && t.Norm != "it" && t.Norm != "there" && t.Norm != "this" && t.Norm != "that"
	})
}

// dummy tells whether a source stands for nobody: "it is certain that", "there is hope that".
func (l *listener) dummy(w *find) bool {
	t := &l.doc.Tokens[w.subjects[0]]
	switch t.Norm {
	case "it", "there", "this", "that", "what", "which":
		return true
	}
	k := l.phrase[w.source[0]]
	return k >= 0 && l.doc.Phrases[k].Time
}

// noun tries a noun with what it holds and whose it is: "its threat to", "a statement by the bank that", "voiced the hope that".
func (l *listener) noun(f field, q *cue, i, last int) {
	d := l.doc
	k := d.PhraseAt(i)
	if k < 0 || d.Phrases[k].Head != i {
		return
	}
	p := &d.Phrases[k]
	w := &find{field: f, cue: q, first: i, last: last, head: i, confidence: q.strength}
	at := last
	if at+1 < f.last && (d.Tokens[at].Norm == "by" || d.Tokens[at].Norm == "from") { // "a statement by the bank that"
		end := l.nounPhrase(at+1, f.last)
		if end == at+1 {
			return
		}
		w.source, w.subjects = [2]int{at + 1, end}, []int{l.headOf(at+1, end)}
		at = end
		if at < f.last && d.Tokens[at].Norm == "," {
			at++
		}
	}
	if at >= f.last || !l.holds(w, at) {
		return
	}
	w.rule = "noun-" + w.rule
	switch {
	case w.source[1] > w.source[0]:
	case d.Tokens[p.First].Tag == text.Possessive && d.Tokens[p.First].Norm != "'s": // "its threat"
		w.source, w.subjects = [2]int{p.First, p.First + 1}, []int{p.First}
	case l.owner(w, p): // "Iran's threat"
	case !l.voiced(w, k):
		return
	}
	if w.subjects[0] < 0 || l.dummy(w) {
		return
	}
	l.emit(w)
}

// owner takes what stands before "'s" in a noun phrase as the source.
func (l *listener) owner(w *find, p *text.Phrase) bool {
	d := l.doc
	for k := p.Head - 1; k > p.First; k-- {
		if t := &d.Tokens[k]; t.Tag == text.Possessive && (t.Norm == "'s" || t.Norm == "'") {
			w.source, w.subjects = [2]int{p.First, k}, []int{k - 1}
			return true
		}
	}
	return false
}

// voiced takes the subject of a verb that only carries the noun as the source: "voiced the hope that".
func (l *listener) voiced(w *find, phrase int) bool {
	d := l.doc
	for i := range d.Clauses {
		c := &d.Clauses[i]
		if c.Verb >= w.first || c.Sentence != w.sentence || c.Passive || !slices.ContainsFunc(c.Objects, func(p text.Phrase) bool { return p.Index == phrase }) {
			continue
		}
		if !voices[d.Tokens[c.Verb].Lemma] || !l.subjectOf(w, c) {
			return false
		}
		w.first, w.head = c.Group[0], c.Verb
		return true
	}
	return false
}

// voices are verbs that say no more than that what the noun says is done.
var voices = map[string]bool{"make": true, "issue": true, "express": true, "voice": true, "give": true, "have": true, "repeat": true, "raise": true, "reiterate": true, "deliver": true, "send": true,
	"launch": true, "release": true, "offer": true, "renew": true, "submit": true, "share": true, "level": true, "hold": true, "put": true, "get": true}

// preposition tries "according to X".
func (l *listener) preposition(f field, q *cue, i, last int) {
	d := l.doc
	w := &find{field: f, cue: q, first: i, last: last, head: i, rule: "according-to", confidence: q.strength}
	end := l.nounPhrase(last, f.last)
	for k := last; end == last && k < f.last && k < last+3; k++ { // "show insiders" looks like a verb
		if e := l.nounPhrase(k, f.last); e > k {
			end = e
		}
	}
	if end == last {
		return
	}
	w.source, w.subjects = [2]int{last, end}, []int{l.headOf(last, end)}
	start := f.first
	if start < i && d.Tokens[start].Tag == text.Conjunction {
		start++
	}
	if start >= i { // According to X, ...
		for end < f.last && d.Tokens[end].Norm != "," {
			end++
		}
		if end+1 >= f.last {
			return
		}
		w.source[1] = end
		if k := l.opens[end+1]; k >= 0 && d.Quotes[k].Outer == f.quote && d.Quotes[k].End > d.Sentences[f.sentence].End {
			w.spans = []text.Span{d.Quotes[k].Span}
			l.emit(w)
			return
		}
		e := l.end(w, end+1)
		if e <= end+2 {
			return
		}
		w.content = [][2]int{{end + 1, e}}
		l.emit(w)
		return
	}
	if !l.before(w, i) {
		return
	}
	if e := w.source[1]; e+1 < f.last && d.Tokens[e].Norm == "," && len(w.content) > 0 { // "the monitors, according to the ministry, left"
		if c := l.end(w, e+1); c > e+2 && d.Tokens[i-1].Norm == "," && slices.ContainsFunc(d.Clauses, func(c text.Clause) bool {
			return c.Finite && c.Verb > e && c.Verb < f.last && len(c.Subjects) > 0 && c.Subjects[0].First < i
		}) {
			w.content = append(w.content, [2]int{e + 1, c})
		}
	}
	l.emit(w)
}

// colons finds the paragraphs that begin with the name of who speaks and a colon: a transcript, where several do, or a headline.
func (l *listener) colons() {
	d := l.doc
	type turn struct{ sentence, first, colon int }
	var turns []turn
	capitals := 0
	for n, s := range d.Sentences {
		if n > 0 && d.Sentences[n-1].Paragraph == s.Paragraph {
			continue
		}
		i := s.First
		if i < s.Last && l.opens[i] >= 0 {
			i++
		}
		k := i
		for k < s.Last && k < i+6 && (d.Tokens[k].Tag == text.Name || d.Tokens[k].Tag == text.Adjective && isCapital(d.Tokens[k].Text) || isUpperCase(d.Tokens[k].Text)) {
			k++
		}
		if k == i || k+1 >= s.Last || d.Tokens[k].Norm != ":" {
			continue
		}
		if isUpperCase(d.Tokens[k-1].Text) {
			capitals++
		}
		turns = append(turns, turn{n, i, k})
	}
	for i, t := range turns {
		person := false
		for k := t.first; k < t.colon; k++ {
			m := l.mention[k]
			person = person || m >= 0 && l.cast.mentions[m].entity >= 0 && !l.cast.mentions[m].place
		}
		transcript := capitals > 2 && isUpperCase(d.Tokens[t.colon-1].Text)
		if !transcript && (!person || len(turns) > 1 && capitals == 0 && len(turns) < 3 && t.sentence > 0) {
			continue
		}
		// What is said goes on over the paragraphs up to the next speaker, in a transcript; else to the end of the paragraph.
		paragraph := d.Sentences[t.sentence].Paragraph
		a := attribution{source: d.SpanOf(t.first, t.colon), cue: d.Tokens[t.colon].Span, lemma: ":", act: "ASSERT", clause: -1, sentence: t.sentence, polarity: true,
			modality: "asserted", rule: "name-colon", confidence: strengths["plain"], attribution: -1, speakers: l.entities(t.first, t.colon, []int{t.colon - 1})}
		end := len(d.Sentences)
		if i+1 < len(turns) {
			end = turns[i+1].sentence
		}
		for n := t.sentence; n < end; n++ {
			s := d.Sentences[n]
			if s.Paragraph != paragraph && (!transcript || i+1 == len(turns)) {
				break
			}
			first := s.First
			if n == t.sentence {
				first = t.colon + 1
			}
			if k := len(a.content) - 1; k >= 0 && s.Paragraph == d.Sentences[n-1].Paragraph {
				a.content[k].End = s.End
				continue
			}
			a.content = append(a.content, text.Span{Start: d.Tokens[first].Start, End: s.End})
		}
		a.quotes, a.indirect = l.quotesIn(a.content)
		l.said = append(l.said, a)
		l.tells = append(l.tells, true)
	}
}

// signed finds the quotations that stand by themselves with a dash and a name behind them: “...” — Kofi Annan.
func (l *listener) signed() {
	d := l.doc
	for k, q := range d.Quotes {
		_, dash := d.TokensIn(q.Span)
		if q.Outer >= 0 || q.Open || dash+1 >= len(d.Tokens) || d.Tokens[dash].Norm != "-" && d.Tokens[dash].Norm != "--" {
			continue
		}
		end := l.nounPhrase(dash+1, len(d.Tokens))
		if end == dash+1 || d.Tokens[dash+1].Tag != text.Name {
			continue
		}
		// It is a line of its own, and nothing but a description of who it is stands behind the name.
		if before := strings.TrimRight(d.Text[:q.Start], " \t"); before != "" && !strings.HasSuffix(before, "\n") {
			continue
		}
		last := end
		for last < len(d.Tokens) && !strings.Contains(d.Text[d.Tokens[last-1].End:d.Tokens[last].Start], "\n") {
			last++
		}
		if slices.ContainsFunc(d.Clauses, func(c text.Clause) bool { return c.Finite && c.Verb >= end && c.Verb < last }) {
			continue
		}
		n := d.SentenceOf(dash)
		l.said = append(l.said, attribution{source: d.SpanOf(dash+1, end), speakers: l.entities(dash+1, end, []int{l.headOf(dash+1, end)}), cue: d.Tokens[dash].Span, lemma: "-",
			content: []text.Span{q.Span}, quotes: []int{k}, act: "ASSERT", clause: -1, sentence: n, polarity: true, modality: "asserted", rule: "signed-quotation",
			confidence: strengths["plain"], attribution: -1})
		l.tells = append(l.tells, true)
	}
}

func isUpperCase(s string) bool {
	return len(s) > 1 && s == strings.ToUpper(s) && s != strings.ToLower(s)
}

// emit writes an attribution down.
func (l *listener) emit(w *find) {
	d := l.doc
	w.source[1] = l.trim(w.source[0], w.source[1])
	a := attribution{
		source: d.SpanOf(w.source[0], w.source[1]), cue: d.SpanOf(w.first, w.last), lemma: strings.Join(w.cue.words, " "), act: w.cue.act,
		clause: l.clause[w.head], sentence: w.sentence, polarity: true, modality: "asserted", rule: w.rule, line: w.cue.line,
		confidence: w.confidence, attribution: -1,
	}
	for _, c := range w.content {
		a.content = append(a.content, d.SpanOf(c[0], c[1]))
	}
	a.content = append(a.content, w.spans...)
	slices.SortFunc(a.content, func(x, y text.Span) int { return x.Start - y.Start })
	a.speakers = l.entities(w.source[0], w.source[1], w.subjects)
	if len(w.subjects) > 0 && w.subjects[0] >= 0 && l.isChannel(w.subjects[0], "") && (len(a.speakers) == 0 || !l.named(w.subjects[0])) {
		a.speakers, a.channel = l.author(w, a.speakers), d.Words(w.source[0], w.source[1])
	}
	l.addressee(w, &a)
	if a.channel == "" {
		a.channel = l.channelOf(w, &a)
	}
	l.mood(w, &a)
	tells := w.rule == "noun-that-clause" || w.cue.strength >= strengths["strong"] && w.cue.class != "believe" && w.rule != "object" && w.rule != "infinitive"
	if w.source[1] == w.source[0]+1 && d.Tokens[w.source[0]].Tag == text.Pronoun {
		tells = false
	}
	l.said = append(l.said, a)
	l.tells = append(l.tells, tells)
}

// named tells whether the widest mention at a token has it as its head.
func (l *listener) named(t int) bool {
	m := l.mention[t]
	return m >= 0 && l.cast.mentions[m].head == t && l.cast.mentions[m].entity >= 0
}

// author returns whose a document is that speaks for him: "the ministry's statement", "a letter from Rojas", "posted a message blaming".
func (l *listener) author(w *find, known []int) []int {
	d := l.doc
	head := w.subjects[0]
	k := d.PhraseAt(head)
	if k < 0 {
		return known
	}
	p := &d.Phrases[k]
	for t := head - 1; t > p.First; t-- {
		if d.Tokens[t].Tag == text.Possessive {
			return l.entities(p.First, t, []int{t - 1})
		}
	}
	if m := l.mention[p.First]; d.Tokens[p.First].Tag == text.Possessive && m >= 0 && l.cast.mentions[m].entity >= 0 { // "his letter"
		return []int{l.cast.mentions[m].entity}
	}
	for t := p.Last; t < w.field.last && t < p.Last+10 && d.Tokens[t].Norm != ","; t++ {
		if i := l.phrase[t]; i >= 0 && d.Phrases[i].Preposition >= p.Last {
			switch d.Tokens[d.Phrases[i].Preposition].Norm {
			case "by", "from", "of":
				if who := l.entities(t, d.Phrases[i].Last, []int{d.Phrases[i].Head}); len(who) > 0 {
					return who
				}
			}
		}
	}
	for i := range d.Clauses {
		c := &d.Clauses[i]
		if c.Sentence == w.sentence && c.Verb < head && !c.Passive && len(c.Subjects) > 0 && slices.ContainsFunc(c.Objects, func(o text.Phrase) bool { return o.Index == p.Index }) && issues[d.Tokens[c.Verb].Lemma] {
			return l.entities(c.Subjects[0].First, c.Subjects[0].Last, []int{c.Subjects[0].Head})
		}
	}
	return known
}

// issues are what is done to a document by who speaks in it.
var issues = map[string]bool{"issue": true, "post": true, "publish": true, "release": true, "send": true, "write": true, "sign": true, "make": true, "deliver": true, "give": true, "unleash": true, "submit": true, "file": true}

// entities returns the actors of a passage: those that its heads name, or where they are not known the first that it names and those that "and"
// ties to it.
func (l *listener) entities(first, last int, heads []int) []int {
	var all []int
	add := func(t int) {
		m := l.mention[t]
		if m < 0 {
			return
		}
		n := &l.cast.mentions[m]
		if n.entity < 0 || n.place || n.adjective {
			return
		}
		for _, e := range append([]int{n.entity}, n.also...) {
			if !slices.Contains(all, e) {
				all = append(all, e)
			}
		}
	}
	for _, h := range heads {
		if h >= 0 {
			add(h)
		}
	}
	if len(heads) > 0 && len(all) > 0 {
		return all
	}
	for t := first; t < last; t++ {
		if k := l.phrase[t]; k >= 0 {
			if p := l.doc.Phrases[k]; p.With < 0 && len(all) > 0 || p.Preposition >= first {
				continue
			}
			add(l.doc.Phrases[k].Head)
		}
	}
	return all
}

// addressee notes who is told; an outlet or an occasion that is told something is a channel.
func (l *listener) addressee(w *find, a *attribution) {
	first, last := w.address[0], w.address[1]
	if first >= last {
		return
	}
	d := l.doc
	head := l.headOf(first, last)
	heads := []int{head}
	for t := first + 1; t < last; t++ {
		if k := l.phrase[t]; k >= 0 && l.doc.Phrases[k].With == l.phrase[first] {
			heads = append(heads, l.doc.Phrases[k].Head)
		}
	}
	a.addressed = slices.DeleteFunc(l.entities(first, last, heads), func(e int) bool { return slices.Contains(a.speakers, e) })
	outlet := len(a.addressed) > 0
	for _, e := range a.addressed {
		x := &l.cast.entities[e]
		outlet = outlet && (l.rules.outlets[x.key] || x.sector == "MED" && x.kind != Unnamed || x.key == "" && l.isChannel(head, "on"))
	}
	if outlet || len(a.addressed) == 0 && w.cue.to == "obj" && head >= 0 && (l.isChannel(head, "") || d.Tokens[head].Tag == text.Name && d.Tokens[head].Norm != "congress") {
		a.channel, a.addressed = l.occasion(first, last), nil
	}
}

// occasion is a channel with the place that is tied to it: "a briefing in Dushanbe".
func (l *listener) occasion(first, last int) string {
	d := l.doc
	if last+1 < len(d.Tokens) && d.Tokens[last].Norm == "in" {
		if k := l.phrase[last+1]; k >= 0 && !d.Phrases[k].Time {
			last = d.Phrases[k].Last
		}
	}
	return d.Words(first, last)
}

// isChannel tells whether a noun phrase with this head, behind this preposition, is what something is said in or on; "" stands for any.
func (l *listener) isChannel(head int, preposition string) bool {
	d := l.doc
	is := func(words string) bool {
		prepositions, ok := l.rules.channels[words]
		return ok && (preposition == "" || slices.Contains(prepositions, preposition))
	}
	if head > 0 && is(d.Tokens[head-1].Norm+" "+d.Tokens[head].Lemma) {
		return true
	}
	return is(d.Tokens[head].Lemma) || is(d.Tokens[head].Norm)
}

// channelOf looks for the words that say where something is said: in the sentence, outside of what is said.
func (l *listener) channelOf(w *find, a *attribution) string {
	d := l.doc
	for t := w.field.first + 1; t < w.field.last; t++ {
		k := l.phrase[t]
		if k < 0 || l.quote[t] != w.quote {
			continue
		}
		p := &d.Phrases[k]
		if p.Preposition < w.field.first || p.Preposition != t-1 || !l.isChannel(p.Head, d.Tokens[p.Preposition].Norm) {
			continue
		}
		if slices.ContainsFunc(a.content, func(c text.Span) bool { return c.Start <= d.Tokens[t].Start && d.Tokens[t].End <= c.End }) {
			continue
		}
		return d.Words(p.First, p.Last)
	}
	return ""
}

// mood says whether it is denied that something was said, and how sure it is that it was or will be.
func (l *listener) mood(w *find, a *attribution) {
	d := l.doc
	a.quotes, a.indirect = l.quotesIn(a.content)
	if w.cue.class == "ask" && w.rule != "object-infinitive" && w.rule != "object-for" && w.rule != "preposition" && w.rule != "infinitive" && a.act == "APPEAL" {
		a.act = "ASSERT" // a question asks for nothing but an answer
	}
	if w.rule == "infinitive" && w.cue.class == "reject" && len(w.content) > 0 && w.content[0][0]+1 < len(d.Tokens) && silent[d.Tokens[w.content[0][0]+1].Lemma] {
		a.act, a.polarity = "ASSERT", false
	}
	if a.clause < 0 {
		return
	}
	c := &d.Clauses[a.clause]
	if c.Negated {
		a.polarity = !a.polarity
	}
	modal := c.Modal
	if c.Negated && (modal == "would" || modal == "will") { // "would not say" is what he did
		modal = ""
	}
	switch modal {
	case "":
	case "will", "be to", "going to", "about to", "shall":
		a.modality = "planned"
	case "have to", "must", "should", "ought to":
		a.modality = "demanded"
	default:
		a.modality = "possible"
	}
	if c.Condition {
		a.modality = "conditional"
	}
	if !c.Finite && c.Governor >= 0 && d.Clauses[c.Governor].Content == a.clause && c.Group[0] < c.Verb && d.Tokens[c.Group[0]].Tag == text.To {
		switch g := &d.Clauses[c.Governor]; d.Tokens[g.Verb].Lemma {
		case "plan", "expect", "intend", "prepare", "promise", "vow", "pledge", "set", "schedule", "agree", "aim", "threaten":
			a.modality = "planned"
		case "want", "urge", "ask", "call", "tell", "press", "order", "need", "have":
			a.modality = "demanded"
		case "refuse", "decline", "fail":
			a.polarity = false
		}
	}
}

// quotesIn returns the quotations of content, and whether some of it stands in none.
func (l *listener) quotesIn(content []text.Span) (quotes []int, indirect bool) {
	d := l.doc
	for i, q := range d.Quotes {
		if slices.ContainsFunc(content, func(c text.Span) bool { return q.Start >= c.Start && q.End <= c.End }) {
			quotes = append(quotes, i)
		}
	}
	for _, c := range content {
		if !slices.ContainsFunc(quotes, func(q int) bool { return d.Quotes[q].Start <= c.Start && d.Quotes[q].End >= c.End }) {
			indirect = true
		}
	}
	return quotes, indirect
}

// silent are what somebody declines to do who does not say anything.
var silent = map[string]bool{"comment": true, "answer": true, "respond": true, "elaborate": true, "speculate": true, "discuss": true, "say": true, "disclose": true, "specify": true}

// free gives the quotations that are sentences of their own to the speaker of the one before.
func (l *listener) free() {
	d := l.doc
	taken := make([]bool, len(d.Quotes))
	by := make([]int, len(d.Quotes))
	for i := range by {
		by[i] = -1
	}
	for i, a := range l.said {
		for _, c := range a.content {
			for k, q := range d.Quotes {
				if q.Start >= c.Start && q.End <= c.End {
					taken[k] = true
					if a.rule == "quotation" || a.rule == "quotation-before" || a.rule == "inverted" || a.rule == "parenthesis" {
						by[k] = i
					}
				}
			}
		}
	}
	last, paragraph := -1, -1
	for k, q := range d.Quotes {
		if q.Outer >= 0 {
			continue
		}
		s := d.SentenceAt(q.Start)
		if s < 0 {
			continue
		}
		here := d.Sentences[s].Paragraph
		if by[k] >= 0 {
			last, paragraph = by[k], here
			continue
		}
		if taken[k] || last < 0 {
			continue
		}
		if here != paragraph && !(here == paragraph+1 && (k > 0 && d.Quotes[k-1].Open || l.alone(k, s))) {
			continue
		}
		if d.Sentences[s].Start != q.Start {
			continue
		}
		l.said[last].content = append(l.said[last].content, q.Span)
		paragraph = here
	}
}

// alone tells whether a quotation is all of its paragraph, so that nobody else can be its speaker than the one before.
func (l *listener) alone(k, sentence int) bool {
	d := l.doc
	paragraph := d.Sentences[sentence].Paragraph
	if sentence > 0 && d.Sentences[sentence-1].Paragraph == paragraph {
		return false
	}
	end := d.Quotes[k].End
	for n := sentence; n < len(d.Sentences) && d.Sentences[n].Paragraph == paragraph; n++ {
		if d.Sentences[n].End > end {
			return false
		}
	}
	return true
}

// settle drops what stands in the content of another and adds nothing: what somebody is said to think, and what somebody who speaks in a
// quotation says that he says.
func (l *listener) settle() {
	at := make([]int, len(l.said)) // where each goes; -1: dropped
	var said []attribution
	for i, a := range l.said {
		at[i] = -1
		if (a.attribution >= 0 || l.doc.QuoteAt(a.cue.Start) >= 0) && !l.tells[i] {
			continue
		}
		at[i] = len(said)
		said = append(said, a)
	}
	for i := range said {
		a := said[i].attribution
		for a >= 0 && at[a] < 0 {
			a = l.said[a].attribution
		}
		if a >= 0 {
			a = at[a]
		}
		said[i].attribution = a
	}
	l.said = said
}

// nest finds for each attribution the one in whose content it stands: the narrowest that is wider than its own.
func (l *listener) nest() {
	wide := make([]int, len(l.said))
	for i, a := range l.said {
		for _, c := range a.content {
			wide[i] += c.End - c.Start
		}
	}
	for i := range l.said {
		for j, b := range l.said {
			if wide[j] <= wide[i] || l.said[i].attribution >= 0 && wide[j] >= wide[l.said[i].attribution] {
				continue
			}
			if slices.ContainsFunc(b.content, func(c text.Span) bool { return l.said[i].cue.Start >= c.Start && l.said[i].cue.End <= c.End }) {
				l.said[i].attribution = j
			}
		}
	}
}
