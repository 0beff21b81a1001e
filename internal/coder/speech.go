package coder

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/parleygraph/parley/internal/coder/text"
)

// speechRules is what the dictionary says of speech.
type speechRules struct {
	verbs, nouns, adjectives, prepositions map[string][]*cue // by their first word, the longest first
	channels                               map[string][]string
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
	for i := range a.doc.Sentences {
		l.sentence(i)
	}
	l.free()
	l.nest()
	l.settle()
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
	l.colon(n)
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
		case isVerb(t.Tag):
			l.verbs(n, i, s.Last)
		case t.Tag == text.Adjective || t.Tag == text.Participle:
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
func (l *listener) verbs(n, i, limit int) {
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
			return
		}
	}
}

func isVerb(t text.Tag) bool { return t >= text.Base && t <= text.Gerund }

// field returns what a cue at a token can reach.
func (l *listener) field(n, i int) field {
	s := l.doc.Sentences[n]
	f := field{n, s.First, s.Last, l.quote[i]}
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
	if speaks && l.quoteBefore(w) && l.backward(w) || l.forward(w) || speaks && l.backward(w) {
		if l.findSource(w) {
			l.emit(w)
			return true
		}
	}
	return false
}

// quoteBefore tells whether a quotation ends before the subject of the cue, and nothing else stands between.
func (l *listener) quoteBefore(w *find) bool {
	c := l.clause[w.head]
	if c < 0 || len(l.doc.Clauses[c].Subjects) == 0 {
		return false
	}
	at := l.doc.Clauses[c].Subjects[0].First - 1
	if at >= w.field.first && l.doc.Tokens[at].Norm == "," {
		at--
	}
	return at >= w.field.first && l.closes[at] >= 0 && l.closes[at] != w.quote && l.endsInside(l.closes[at])
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
	if q.to == "obj" && q.frames&objectInfinitive == 0 || q.to == "obj" && p < w.field.last && l.nounPhrase(p, w.field.last) > p {
		if end := l.nounPhrase(p, w.field.last); end > p {
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
	return false
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
	if k := l.opens[at]; k >= 0 && q.frames&quoted != 0 && d.Quotes[k].Outer == w.quote {
		return l.heldQuote(w, at, k)
	}
	if t.Norm == ":" && q.frames&quoted != 0 && q.strength > strengths["weak"] && p+1 < limit {
		return set("colon", p+1)
	}
	switch {
	case t.Norm == "that" && q.frames&(that|zero) != 0 && t.Tag != text.Determiner && t.Tag != text.Relative && !l.relative[p]:
		return set("that-clause", p)
	case q.frames&whether != 0 && isWhether(t.Norm, q.class == "ask"):
		return set("wh-clause", p)
	case t.Tag == text.To && q.frames&infinitive != 0 && p+1 < limit:
		return set("infinitive", p)
	case t.Tag == text.Gerund && q.frames&gerund != 0:
		return set("gerund", p)
	case q.frames&zero != 0 && l.clauseBegins(p, limit):
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
	if q.frames&object != 0 {
		return set("object", p)
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
	case q.frames&objectAs != 0 && (next.Norm == "as" || l.opens[end] >= 0 || next.Tag == text.Determiner || next.Tag == text.Adjective):
		return set("object-as", p)
	}
	return false
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
		case t.Norm == "," && p+1 < limit:
			n := &d.Tokens[p+1]
			if n.Tag == text.Gerund && len(l.rules.verbs[n.Lemma]) > 0 && l.rules.verbs[n.Lemma][0].strength >= 0.8 {
				return p
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
	for p < limit && (d.Tokens[p].Tag == text.Adverb) {
		p++
	}
	if p >= limit || !isVerb(d.Tokens[p].Tag) || d.Tokens[p].Tag != d.Tokens[w.head].Tag {
		return false
	}
	for _, q := range l.rules.verbs[d.Tokens[p].Lemma] {
		if q.strength < 0.8 {
			continue
		}
		if _, last := l.match(l.rules.verbs, p, limit, d.Tokens[p].Lemma); last > p {
			return true
		}
	}
	return false
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

// clauseBegins tells whether a finite clause with a subject of its own begins at a token.
func (l *listener) clauseBegins(p, limit int) bool {
	d := l.doc
	if t := &d.Tokens[p]; t.Norm == "if" || t.Norm == "while" || t.Norm == "although" || t.Norm == "there" {
		return true
	}
	end := l.nounPhrase(p, limit)
	if end == p {
		return false
	}
	for k := end; k < limit && k < end+25; k++ {
		t := &d.Tokens[k]
		switch t.Tag {
		case text.Modal, text.Present, text.Past, text.Auxiliary:
			return true
		case text.Adverb, text.Negation, text.Preposition, text.Noun, text.Name, text.Determiner, text.Adjective, text.Number, text.Possessive, text.Pronoun, text.Conjunction:
			continue
		case text.Mark:
			if t.Norm == "," || t.Norm == ";" || t.Norm == ":" || t.Norm == "-" {
				return false
			}
		default:
			return false
		}
	}
	return false
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

func (l *listener) base(p, limit int) int {
	d := l.doc
	if p >= limit {
		return p
	}
	if k := l.phrase[p]; k >= 0 && !d.Phrases[k].Time {
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
	if w.cue.frames&quoted == 0 {
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
		if l.clauseBegins(w.last, f.last) && d.Tokens[end].Norm != "," {
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
	if p < f.last {
		switch t := &d.Tokens[p]; {
		case isFinal(t.Norm) || l.closes[p] >= 0:
		case t.Tag == text.Conjunction || t.Tag == text.Subordinator || t.Tag == text.Preposition || t.Tag == text.Gerund || t.Norm == "when" || t.Norm == "as":
		default:
			return false
		}
	}
	// Back to the comma, or the quotation, before the speaker.
	s := w.first
	for s > f.first {
		k := l.closes[s-1]
		if k >= 0 && k != f.quote {
			break
		}
		if s <= f.first {
			break
		}
		s--
	}
	if s > f.first || s == f.first && s < w.first && s > 0 && l.closes[s] >= 0 { // a quotation before the speaker
		w.source = [2]int{l.skip(s, w.first), w.first}
		if w.source[0] < w.first && l.before(w, s) {
			w.rule = "quotation-before"
			l.after(w, p)
			return true
		}
		w.source = [2]int{}
		w.spans, w.content = nil, nil
	}
	// ..., X said
	comma := w.first
	for comma > f.first && d.Tokens[comma-1].Norm != "," && d.Tokens[comma-1].Norm != "-" {
		comma--
	}
	if comma == f.first {
		return false
	}
	source := comma
	if d.Tokens[w.first-1].Norm == "," { // an apposition: the comma before it
		c := w.first - 1
		for c > f.first && d.Tokens[c-1].Norm != "," {
			c--
		}
		if c == f.first {
			return false
		}
		b := c - 1
		for b > f.first && d.Tokens[b-1].Norm != "," {
			b--
		}
		if b == f.first {
			return false
		}
		source = b
	}
	if l.nounPhrase(source, w.first) == source {
		return false
	}
	w.source = [2]int{source, l.trim(source, w.first)}
	if !l.before(w, source) {
		w.source = [2]int{}
		return false
	}
	w.rule = "parenthesis"
	l.after(w, p)
	return true
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
	if k := l.opens[p]; k >= 0 && d.Quotes[k].Outer == f.quote {
		if len(w.spans) > 0 || d.Tokens[p-1].Norm == "," {
			w.spans = append(w.spans, d.Quotes[k].Span)
		}
		return
	}
	if w.rule == "parenthesis" && p < f.last {
		end := l.end(w, p)
		if end > p+2 && d.Tokens[p].Tag != text.Gerund && d.Tokens[p].Tag != text.Relative && d.Tokens[p].Tag != text.Conjunction {
			w.content = append(w.content, [2]int{p, end})
		}
	}
}

// findSource looks for the subject of the cue.
func (l *listener) findSource(w *find) bool {
	if w.source[1] > w.source[0] {
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
	first, last := c.Subjects[0], c.Subjects[len(c.Subjects)-1]
	for _, p := range c.Subjects {
		w.subjects = append(w.subjects, p.Head)
	}
	w.source = [2]int{first.First, last.Last}
	if c.Relative && c.Mark >= last.Last && c.Mark < last.Last+12 { // "Araghchi, who"
		w.source[1] = c.Mark + 1
		return true
	}
	for _, p := range l.doc.Phrases {
		if p.Renames == last.Index && p.First >= last.Last && p.First <= w.source[1]+1 {
			w.source[1] = p.Last
		}
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

func (l *listener) passiveVerb(w *find) bool               { return false }
func (l *listener) adjective(f field, q *cue, i, last int) {}
func (l *listener) noun(f field, q *cue, i, last int)      {}

// preposition tries "according to X".
func (l *listener) preposition(f field, q *cue, i, last int) {
	d := l.doc
	w := &find{field: f, cue: q, first: i, last: last, head: i, rule: "according-to", confidence: q.strength}
	end := l.nounPhrase(last, f.last)
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
	l.emit(w)
}

// colon tries "NAME: ...".
func (l *listener) colon(n int) {}

// emit writes an attribution down.
func (l *listener) emit(w *find) {
	d := l.doc
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
	l.addressee(w, &a)
	if a.channel == "" {
		a.channel = l.channelOf(w, &a)
	}
	l.mood(w, &a)
	tells := w.cue.strength >= strengths["strong"] && w.cue.class != "believe" && w.rule != "object" && w.rule != "infinitive"
	if w.source[1] == w.source[0]+1 && d.Tokens[w.source[0]].Tag == text.Pronoun {
		tells = false
	}
	l.said = append(l.said, a)
	l.tells = append(l.tells, tells)
}

// entities returns the actors of a passage: those that its heads name, or where they are not known the first that it names and those that "and"
// ties to it.
func (l *listener) entities(first, last int, heads []int) []int {
	var all []int
	add := func(t int) bool {
		m := l.mention[t]
		if m < 0 {
			return false
		}
		n := &l.cast.mentions[m]
		if n.entity < 0 || n.place || n.adjective {
			return false
		}
		for _, e := range append([]int{n.entity}, n.also...) {
			if !slices.Contains(all, e) {
				all = append(all, e)
			}
		}
		return true
	}
	for _, h := range heads {
		add(h)
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
	a.addressed = l.entities(first, last, []int{head})
	outlet := len(a.addressed) > 0
	for _, e := range a.addressed {
		outlet = outlet && l.cast.entities[e].kind == Organization && l.cast.entities[e].sector == "MED"
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
	for i, q := range d.Quotes {
		for _, c := range a.content {
			if q.Start >= c.Start && q.End <= c.End {
				a.quotes = append(a.quotes, i)
			}
		}
	}
	for _, c := range a.content {
		if !slices.ContainsFunc(a.quotes, func(q int) bool { return d.Quotes[q].Start <= c.Start && d.Quotes[q].End >= c.End }) {
			a.indirect = true
		}
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
	switch c.Modal {
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
		if here != paragraph && !(here == paragraph+1 && k > 0 && d.Quotes[k-1].Open) {
			continue
		}
		if d.Sentences[s].Start != q.Start {
			continue
		}
		l.said[last].content = append(l.said[last].content, q.Span)
		paragraph = here
	}
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
