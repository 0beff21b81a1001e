package coder

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/coder/dictionary"
	"github.com/parleygraph/parley/internal/coder/text"
	"github.com/parleygraph/parley/internal/diplomacy"
)

// acts is what the dictionary says of acts, ready to be looked up by word.
type acts struct {
	verbs, nouns             map[string][]act
	opVerbs, opNouns, opAdjs map[string][]operator
	shifts                   map[string][]shift
	// sets are those of events/sets.tsv: some are asked for by acts, some by the code that reads events.
	sets map[string]map[string]bool
}

// act is a line of events/acts.tsv.
type act struct {
	code, kind string
	needs      []need
	target     []string // object, a preposition, or "-"
	line       string
}

// need is one condition of an act.
type need struct {
	not bool
	at  string          // object, none, named, content, subj, words, or a preposition
	set map[string]bool // nil: anything
}

// operator is a line of events/operators.tsv.
type operator struct {
	name     string
	fallback string // the code where nothing is known of what it governs; "" none
	takes    string // act, clause or any
	target   []string
	line     string
}

// shift is a line of events/shifts.tsv.
type shift struct{ of, code, kind string }

func readActs(d *dictionary.Dictionary) (*acts, error) {
	a := &acts{
		sets: map[string]map[string]bool{}, verbs: map[string][]act{}, nouns: map[string][]act{}, shifts: map[string][]shift{},
		opVerbs: map[string][]operator{}, opNouns: map[string][]operator{}, opAdjs: map[string][]operator{},
	}
	for _, r := range d.Table("events/sets.tsv").Rows {
		set := map[string]bool{}
		for _, w := range r.List("words") {
			set[w] = true
		}
		a.sets[r.Key] = set
	}
	for _, r := range d.Table("events/acts.tsv").Rows {
		x := act{code: r.Get("code"), kind: strings.TrimPrefix(r.Get("kind"), "-"), target: r.List("target"), line: r.Where()}
		for n := range strings.FieldsSeq(r.Get("needs")) {
			one, err := readNeed(n, a.sets)
			if err != nil {
				return nil, diplomacy.Errorf(diplomacy.Invalid, "%s: needs: %v", r.Where(), err)
			}
			x.needs = append(x.needs, one)
		}
		into := a.verbs
		if r.Get("form") == "noun" {
			into = a.nouns
		}
		for _, w := range r.List("words") {
			into[w] = append(into[w], x)
		}
	}
	for _, r := range d.Table("events/operators.tsv").Rows {
		o := operator{name: r.Get("operator"), fallback: strings.TrimPrefix(r.Get("default"), "-"), takes: r.Get("takes"), target: r.List("target"), line: r.Where()}
		into := map[string]map[string][]operator{"verb": a.opVerbs, "noun": a.opNouns, "adjective": a.opAdjs}[r.Get("form")]
		for _, w := range r.List("words") {
			into[w] = append(into[w], o)
		}
	}
	for _, r := range d.Table("events/shifts.tsv").Rows {
		name := r.Get("operator")
		a.shifts[name] = append(a.shifts[name], shift{of: r.Get("of"), code: r.Get("code"), kind: r.Get("kind")})
	}
	for _, s := range a.shifts { // the longest first
		slices.SortStableFunc(s, func(a, b shift) int { return len(b.of) - len(a.of) })
	}
	return a, nil
}

func readNeed(s string, sets map[string]map[string]bool) (need, error) {
	n := need{at: "words"}
	s, n.not = strings.CutPrefix(s, "!")
	if at, rest, ok := strings.Cut(s, ":"); ok {
		n.at, s = at, rest
	}
	switch name, set := strings.CutPrefix(s, "&"); {
	case s == "object" || s == "none" || s == "named" || s == "content":
		n.at = s
	case set:
		if n.set = sets[name]; n.set == nil {
			return n, fmt.Errorf("there is no set %q in events/sets.tsv", name)
		}
	case s != "*":
		return n, fmt.Errorf("%q is neither *, &SET, object, named, content nor none", s)
	}
	return n, nil
}

// shifted returns what an operator makes of a code.
func (a *acts) shifted(operator, code string) (shift, bool) {
	for _, s := range a.shifts[operator] {
		if strings.HasPrefix(code, s.of) {
			return s, true
		}
	}
	return shift{}, false
}

// meaning is what a clause, or a noun, says is done.
type meaning struct {
	code     string // with what the operators above it make of it
	plain    string // the code before negation, a future or a duty changed it; "" where none did
	kind     string // the relation, where the code alone does not say it
	operator string // the outermost: INTENT, REJECT ...; "" none
	negative bool
	will     bool
	must     bool
	weight   int           // how much of it had to fit
	verb     int           // the token: a verb or a noun
	clause   int           // -1: a noun's
	inner    int           // the clause whose act this one is about; -1: none
	target   [2]int        // tokens; empty: nowhere
	who      []text.Phrase // the phrases in them, where the reader is strict
	line     string
	through  string // the line of the operator that leads to it and changes nothing
	rule     string
}

// actReader looks for acts in one document. Strict, it finds what the words say without a doubt: what an act needs must be what the verb governs, not
// only stand behind it. Otherwise it finds what is most likely, for those who know who acts upon whom.
type actReader struct {
	*acts
	doc    *text.Document
	strict bool
	done   map[int]meaning // by clause
	busy   map[int]bool
	phrase []int32 // of each token, where the reader is strict; -1: none
}

func (a *acts) reader(d *text.Document, strict bool) *actReader {
	r := &actReader{acts: a, doc: d, strict: strict, done: map[int]meaning{}, busy: map[int]bool{}}
	if strict {
		r.phrase = make([]int32, len(d.Tokens))
		for t := range r.phrase {
			r.phrase[t] = -1
		}
		for i, p := range d.Phrases {
			for t := p.First; t < p.Last; t++ {
				r.phrase[t] = int32(i)
			}
		}
	}
	return r
}

// root is the phrase under which a token stands: that of "talks" for "round of talks", with any where a preposition but "of" may lead there, too.
func (r *actReader) root(t int, any bool) int {
	p := int(r.phrase[t])
	for range 9 {
		if p < 0 {
			return p
		}
		switch q := &r.doc.Phrases[p]; {
		case q.With >= 0:
			p = q.With
		case q.Modifies >= 0 && q.Preposition >= 0 && (any || r.doc.Tokens[q.Preposition].Norm == "of"):
			p = q.Modifies
		default:
			return p
		}
	}
	return p
}

// governed tells whether a phrase is an object of a clause's verb, is tied to it by a preposition, or is the subject of a passive.
func governed(c *text.Clause, phrase int) bool {
	is := func(p text.Phrase) bool { return p.Index == phrase }
	return phrase >= 0 && (slices.ContainsFunc(c.Objects, is) || c.Passive && slices.ContainsFunc(c.Subjects, is) ||
		slices.ContainsFunc(c.Complements, func(k text.Complement) bool { return k.Phrase.Index == phrase }))
}

// joined are a phrase and those that "and" ties to it.
func (r *actReader) joined(p text.Phrase) []text.Phrase {
	all := []text.Phrase{p}
	for _, q := range r.doc.Phrases[p.Index+1:] {
		if q.With == p.Index {
			all = append(all, q)
		} else if q.First > all[len(all)-1].Last+12 {
			break
		}
	}
	return all
}

// clause returns what a clause says is done.
func (r *actReader) clause(i int) (meaning, bool) {
	if m, ok := r.done[i]; ok {
		return m, m.weight > 0
	}
	if r.busy[i] {
		return meaning{}, false
	}
	r.busy[i] = true
	m := r.read(i)
	delete(r.busy, i)
	r.done[i] = m
	return m, m.weight > 0
}

func (r *actReader) read(i int) meaning {
	c := &r.doc.Clauses[i]
	var best meaning
	better := func(m meaning) {
		if m.weight > best.weight {
			m.clause, m.verb = i, c.Verb
			best = m
		}
	}
	scope := r.scope(c)
	for _, lemma := range r.lemmas(c) {
		bonus := strings.Count(lemma, "_")
		for _, x := range r.verbs[lemma] {
			if w, ok := r.fits(x, c, scope); ok {
				to, who := r.target(x.target, c, scope, -1)
				better(meaning{code: x.code, kind: x.kind, weight: w + bonus, inner: -1, target: to, who: who, line: x.line, rule: "verb"})
			}
		}
		for _, o := range r.opVerbs[lemma] {
			if m, ok := r.operate(o, c, scope); ok {
				m.weight += bonus
				better(m)
			}
		}
	}
	if best.weight == 0 && c.Predicate >= 0 {
		for _, o := range r.opAdjs[r.doc.Tokens[c.Predicate].Norm] {
			if m, ok := r.operate(o, c, scope); ok {
				better(m)
			}
		}
	}
	if best.weight == 0 && duty(c.Modal) {
		best = meaning{code: "100", must: true, weight: 1, inner: -1, verb: c.Verb, clause: i, rule: "duty"}
		return best
	}
	if best.weight == 0 {
		return best
	}
	return r.modified(best, c)
}

// modified takes negation, the future and duties into account.
func (r *actReader) modified(m meaning, c *text.Clause) meaning {
	shift := func(name string) {
		m.plain = m.code
		if to, ok := r.shifted(name, m.code); ok {
			m.code = to.code
		}
	}
	switch {
	case c.Negated:
		m.negative = true
		shift("NOT")
	case duty(c.Modal):
		m.must = true
		shift("MUST")
	case future(c):
		m.will = true
		shift("WILL")
	}
	return m
}

func duty(modal string) bool {
	switch modal {
	case "must", "should", "ought", "need", "have to", "ought to", "need to":
		return true
	}
	return false
}

func future(c *text.Clause) bool {
	switch c.Modal {
	case "will", "shall", "would", "be to", "going to", "about to":
		return true
	}
	return c.Tense == text.InFuture
}

// operate applies an operator to what its clause governs.
func (r *actReader) operate(o operator, c *text.Clause, scope [2]int) (meaning, bool) {
	inner, ok := meaning{}, false
	if c.Content >= 0 {
		inner, ok = r.clause(c.Content)
		inner.weight = min(inner.weight, 2) + 2
	}
	clause := ok
	if !ok && o.takes != "clause" {
		inner, ok = r.noun(scope, c)
		inner.weight = min(inner.weight, 1) + 1
	}
	if ok && r.strict && !r.likely(o, inner, c, clause) {
		return meaning{}, false
	}
	m := meaning{operator: o.name, line: o.line, rule: strings.ToLower(o.name)}
	if ok {
		m.weight, m.target, m.who, m.inner = inner.weight+1, inner.target, inner.who, -1
		if clause {
			m.inner = c.Content
		}
		if o.name == "DO" || o.name == "TRY" || o.name == "PLAN" {
			m.code, m.kind, m.line, m.negative, m.through = inner.code, inner.kind, inner.line, inner.negative, o.line
		} else if to, shifted := r.shifted(o.name, inner.code); shifted {
			m.code, m.kind, m.line = to.code, to.kind, o.line
		} else {
			ok = false
		}
	}
	if !ok {
		if o.takes != "any" || o.fallback == "" || r.strict && o.name == "INTENT" || c.Content < 0 && len(c.Objects) == 0 && len(c.Complements) == 0 && !c.Passive {
			return meaning{}, false
		}
		m = meaning{operator: o.name, code: o.fallback, weight: 1, inner: c.Content, line: o.line, rule: strings.ToLower(o.name)}
	}
	if r.strict && o.name == "HALT" && strings.HasPrefix(inner.code, "04") {
		return m, true // what talks are "on" or "of" is no target
	}
	if t, who := r.target(o.target, c, scope, -1); t[0] < t[1] && (m.target[0] >= m.target[1] || r.strict && verbal[o.name]) {
		m.target, m.who = t, who
	}
	return m, true
}

// verbal are operators that somebody is addressed with: whom they are addressed to is acted upon, not whom the act would concern.
var verbal = map[string]bool{"APPEAL": true, "DEMAND": true, "THREATEN": true, "ACCUSE": true, "CONDEMN": true, "SUPPORT": true}

// likely tells whether an operator and an act that it governs say together what they seem to say.
func (r *actReader) likely(o operator, inner meaning, c *text.Clause, clause bool) bool {
	switch o.name {
	case "REJECT": // who denies that he did it refuses nothing
		return !clause || r.doc.Tokens[c.Verb].Lemma != "deny"
	case "APPEAL", "DEMAND": // who wants to do something himself asks nobody, and what would encourage somebody only has an effect
		if c.Modal != "" && r.doc.Tokens[c.Verb].Lemma == "encourage" {
			return false
		}
		return !clause || r.doc.Clauses[c.Content].Finite || len(c.Objects) > 0 || len(c.Complements) > 0
	case "INTENT":
		if inner.code[0] != '0' { // to plan what is hostile is no threat
			return false
		}
		// "offered condolences" gives them, and "hopes that another helps" promises nothing
		return clause && !r.doc.Clauses[c.Content].Finite && len(c.Objects) == 0 || !clause && (inner.code >= "04" && inner.code < "05" || inner.code >= "07")
	}
	return true
}

// noun returns the first act that a noun in the tokens names.
func (r *actReader) noun(scope [2]int, c *text.Clause) (meaning, bool) {
	for t := scope[0]; t < scope[1]; t++ {
		switch tag := r.doc.Tokens[t].Tag; {
		case r.strict && !r.heads(t, c):
			continue
		case tag != text.Noun && tag != text.Name && tag != text.Gerund && !(r.strict && tag == text.Adjective): // "an offensive" is one, where it heads a phrase
			continue
		}
		if m, ok := r.nounAt(t, scope, c); ok {
			return m, true
		}
	}
	return meaning{}, false
}

// heads tells whether a noun is what the verb of a clause governs, or one of it: "a round of talks".
func (r *actReader) heads(t int, c *text.Clause) bool {
	p := r.phrase[t]
	if p < 0 || r.doc.Phrases[p].Head != t {
		return false
	}
	root := r.root(t, false)
	for q := int(p); q != root; {
		one := &r.doc.Phrases[q]
		if q = one.With; q < 0 {
			q = one.Modifies
			if !r.sets["CONTAINER"][r.doc.Tokens[r.doc.Phrases[q].Head].Lemma] {
				return false
			}
		}
	}
	return c == nil || governed(c, root)
}

func (r *actReader) nounAt(t int, scope [2]int, c *text.Clause) (meaning, bool) {
	tok := &r.doc.Tokens[t]
	rest := [2]int{t + 1, scope[1]}
	words := []string{tok.Lemma}
	if t > scope[0] {
		words = append(words, r.doc.Tokens[t-1].Norm+"_"+tok.Lemma)
	}
	for _, w := range slices.Backward(words) {
		for _, o := range r.opNouns[w] {
			inner, ok := meaning{}, false
			if c != nil && c.Content >= 0 && r.doc.Clauses[c.Content].First > t {
				inner, ok = r.clause(c.Content)
			}
			if !ok && rest[0] < rest[1] {
				inner, ok = r.after(t, rest, c)
			}
			if !ok {
				continue
			}
			if to, yes := r.shifted(o.name, inner.code); yes {
				inner.code, inner.kind, inner.operator, inner.verb, inner.line, inner.rule = to.code, to.kind, o.name, t, o.line, "noun-"+strings.ToLower(o.name)
				inner.weight++
				return inner, true
			}
		}
		for _, x := range r.nouns[w] {
			if wgt, ok := r.fits(x, nil, rest); ok {
				to, who := r.target(x.target, c, rest, t)
				return meaning{code: x.code, kind: x.kind, weight: wgt, verb: t, clause: -1, inner: -1, target: to, who: who, line: x.line, rule: "noun"}, true
			}
		}
	}
	return meaning{}, false
}

// after is the act that a noun is about: "a call for talks".
func (r *actReader) after(noun int, rest [2]int, c *text.Clause) (meaning, bool) {
	if !r.strict {
		return r.noun(rest, c)
	}
	for t := rest[0]; t < rest[1]; t++ {
		if p := r.phrase[t]; p >= 0 && r.doc.Phrases[p].Head == t && r.doc.Phrases[p].Modifies == int(r.phrase[noun]) {
			if m, ok := r.nounAt(t, [2]int{t, rest[1]}, nil); ok {
				return m, true
			}
		}
	}
	return meaning{}, false
}

// lemmas are the names under which a clause's verb may stand: with its particle, with the preposition behind it, and alone.
func (r *actReader) lemmas(c *text.Clause) []string {
	lemma := r.doc.Tokens[c.Verb].Lemma
	all := []string{lemma}
	if c.Particle >= 0 {
		all = append(all, lemma+"_"+r.doc.Tokens[c.Particle].Norm)
	}
	if next := c.Group[1]; next < len(r.doc.Tokens) && next != c.Particle {
		all = append(all, lemma+"_"+r.doc.Tokens[next].Norm)
	}
	return all
}

// scope is what stands behind the verb, up to the end of the clause or to the clause that it governs.
func (r *actReader) scope(c *text.Clause) [2]int {
	end := c.Last
	for t := c.Group[1]; t < end; t++ {
		switch r.doc.Tokens[t].Tag {
		case text.Present, text.Past, text.Modal, text.Relative:
			if t > c.Verb {
				end = t
			}
		}
	}
	return [2]int{c.Group[1], end}
}

// fits tells whether what an act needs is there, and how much it is.
func (r *actReader) fits(x act, c *text.Clause, scope [2]int) (int, bool) {
	weight := 1
	for _, n := range x.needs {
		ok := false
		switch n.at {
		case "object":
			ok = c != nil && (len(c.Objects) > 0 || c.Passive && len(c.Subjects) > 0)
		case "named":
			ok = c != nil && (slices.ContainsFunc(c.Objects, r.named) || c.Passive && slices.ContainsFunc(c.Subjects, r.named))
		case "content":
			ok = c != nil && (c.Content >= 0 || slices.ContainsFunc(c.Objects, r.acting))
		case "none":
			ok = c == nil || len(c.Objects) == 0
		case "subj":
			ok = c != nil && slices.ContainsFunc(c.Subjects, func(p text.Phrase) bool { return n.set[r.doc.Tokens[p.Head].Lemma] })
		case "words":
			ok = r.anyIn(n.set, scope, c)
			if c != nil && c.Passive {
				for _, s := range c.Subjects {
					ok = ok || r.anyIn(n.set, [2]int{s.First, s.Last}, nil)
				}
			}
			if c != nil && c.Relative && c.Noun >= 0 {
				ok = ok || r.anyIn(n.set, [2]int{c.Noun, c.Noun + 1}, nil)
			}
		default:
			for t := scope[0]; t < scope[1] && !ok; t++ {
				if r.doc.Tokens[t].Norm == n.at {
					ok = n.set == nil || r.anyIn(n.set, [2]int{t + 1, min(t+6, scope[1])}, nil)
				}
			}
		}
		if ok == n.not {
			return 0, false
		}
		if !n.not && (n.set != nil || n.at != "object") {
			weight += 2
		}
	}
	return weight, true
}

// named tells whether a phrase has a name in it.
func (r *actReader) named(p text.Phrase) bool {
	if r.strict { // "called Machado", but neither "called Machado's remarks" nor "called Machado a liar"
		if r.doc.Tokens[p.Head].Tag != text.Name || p.Last >= len(r.doc.Tokens) {
			return false
		}
		switch next := &r.doc.Tokens[p.Last]; next.Tag {
		case text.Mark:
			return next.Norm == "," || next.Norm == "."
		case text.Determiner, text.Adjective, text.Noun, text.Name:
			return strings.HasSuffix(next.Norm, "day")
		}
		return true
	}
	return slices.ContainsFunc(r.doc.Tokens[p.First:p.Last], func(t text.Token) bool { return t.Tag == text.Name })
}

// acting tells whether a verb in its base form stands behind a phrase, which does what it says: "helped her win".
func (r *actReader) acting(p text.Phrase) bool {
	return p.Last < len(r.doc.Tokens) && r.doc.Tokens[p.Last].Tag == text.Base
}

// anyIn tells whether a word of a set is among the tokens; a noun, where the reader is strict and a clause given, must be one that its verb governs.
func (r *actReader) anyIn(set map[string]bool, in [2]int, c *text.Clause) bool {
	for t := in[0]; t < in[1]; t++ {
		if tok := &r.doc.Tokens[t]; (set[tok.Lemma] || set[tok.Norm]) && (!r.strict || c == nil || r.phrase[t] < 0 || governed(c, r.root(t, false))) {
			return true
		}
	}
	return false
}

// target finds the tokens in which who is acted upon stands: of a clause's verb, or of a noun. Where the reader is strict it finds the phrases.
func (r *actReader) target(roles []string, c *text.Clause, scope [2]int, noun int) ([2]int, []text.Phrase) {
	for _, role := range roles {
		switch role {
		case "-":
			return [2]int{}, nil
		case "object":
			if c == nil || noun >= 0 {
				continue
			}
			if c.Passive && len(c.Subjects) > 0 {
				return [2]int{c.Subjects[0].First, c.Subjects[len(c.Subjects)-1].Last}, c.Subjects
			}
			if len(c.Objects) > 0 {
				return [2]int{c.Objects[0].First, c.Objects[len(c.Objects)-1].Last}, c.Objects
			}
		default:
			for t := scope[0]; t < scope[1]; t++ {
				if r.doc.Tokens[t].Norm != role {
					continue
				}
				if !r.strict {
					return [2]int{t + 1, r.phraseEnd(t+1, scope[1])}, nil
				}
				if p := r.tied(t, c, noun); p >= 0 {
					all := r.joined(r.doc.Phrases[p])
					return [2]int{all[0].First, all[len(all)-1].Last}, all
				}
			}
			if r.strict && c != nil && c.Passive { // "talks between A and B were hosted"
				for _, p := range r.doc.Phrases {
					if p.Preposition >= 0 && p.Modifies >= 0 && r.doc.Tokens[p.Preposition].Norm == role && slices.ContainsFunc(c.Subjects, func(s text.Phrase) bool { return s.Index == p.Modifies }) {
						all := r.joined(p)
						return [2]int{all[0].First, all[len(all)-1].Last}, all
					}
				}
			}
		}
	}
	return [2]int{}, nil
}

// tied is the phrase that a preposition ties to a noun or to a clause's verb; -1: none.
func (r *actReader) tied(preposition int, c *text.Clause, noun int) int {
	if preposition+1 >= len(r.phrase) {
		return -1
	}
	p := int(r.phrase[preposition+1])
	if p < 0 || r.doc.Phrases[p].Preposition != preposition || r.doc.Phrases[p].Time {
		return -1
	}
	if up := r.doc.Phrases[p].Modifies; up >= 0 {
		if noun >= 0 && r.root(r.doc.Phrases[up].Head, true) == r.root(noun, true) || c != nil && governed(c, r.root(r.doc.Phrases[up].Head, true)) {
			return p
		}
	}
	if c != nil && governed(c, p) {
		return p
	}
	return -1
}

// phraseEnd is where the nouns that begin at a token end: at the next preposition but "of", or verb.
func (r *actReader) phraseEnd(t, end int) int {
	for i := t; i < end; i++ {
		switch tok := &r.doc.Tokens[i]; tok.Tag {
		case text.Preposition:
			if tok.Norm != "of" && i > t {
				return i
			}
		case text.To, text.Present, text.Past, text.Modal, text.Relative, text.Subordinator:
			return i
		}
	}
	return end
}
