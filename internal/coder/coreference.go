package coder

import (
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/coder/text"
)

// corefer finds whom the words mean that name nobody by themselves: "he", "the ministry", "its army". Each of them is one sieve, and a sieve
// that leaves two leaves none: what stays unresolved is not guessed.
func (f *finder) corefer() {
	f.subjects = f.subjectsOf()
	f.mention = make([][]int, len(f.doc.Sentences))
	type place struct{ token, hit int }
	var open []place // what is to be resolved, in the order of the text: a pronoun has no hit yet
	for n := range f.hits {
		h := &f.hits[n]
		if h.dropped || h.role == nil || h.entity >= 0 {
			continue
		}
		open = append(open, place{h.first, n})
	}
	for i := range f.t {
		if t := &f.t[i]; pronouns[f.keys[i]] != "" && (t.Tag == text.Pronoun || t.Tag == text.Possessive) && f.doc.QuoteAt(t.Start) < 0 {
			open = append(open, place{i, -1})
		}
	}
	// A body stands in what belongs to it: the inner one comes first.
	slices.SortStableFunc(open, func(a, b place) int {
		if a.token != b.token {
			return a.token - b.token
		}
		if a.hit < 0 || b.hit < 0 {
			return a.hit - b.hit
		}
		return f.hits[a.hit].last - f.hits[b.hit].last
	})
	for _, n := range f.order() {
		if h := &f.hits[n]; h.entity >= 0 && !h.dropped {
			f.note(n)
		}
	}
	f.statesBefore()
	for _, o := range open {
		if s := f.doc.Sentences[f.doc.SentenceOf(o.token)]; s.Last-s.First > longest {
			continue
		}
		if o.hit < 0 {
			if e, how := f.pronoun(o.token); e >= 0 {
				n := f.insert(hit{mention: mention{first: o.token, last: o.token + 1, head: o.token, how: how, confidence: 0.75, plural: f.keys[o.token] == "they", adjective: f.t[o.token].Tag == text.Possessive}, owner: -1, gender: '?'})
				f.hits[n].entity = e
				f.pronounAt[o.token] = e
				f.note(n)
			}
			continue
		}
		f.nominal(o.hit)
		if f.hits[o.hit].entity >= 0 {
			f.note(o.hit)
		}
	}
	f.relatives()
	f.laterTitles()
}

// relatives gives "who" and "which" to what they say something of.
func (f *finder) relatives() {
	for n := range f.doc.Clauses {
		c := &f.doc.Clauses[n]
		if !c.Relative || c.Mark < 0 || c.Noun < 0 || f.out[c.Mark] >= 0 {
			continue
		}
		if k := f.keys[c.Mark]; k != "who" && k != "which" && k != "that" {
			continue
		}
		if e, plural := f.entityAt(c.Noun); e >= 0 {
			i := f.insert(hit{mention: mention{first: c.Mark, last: c.Mark + 1, head: c.Mark, how: "relative", confidence: 0.8, plural: plural}, owner: -1, gender: '?'})
			f.hits[i].entity = e
		}
	}
}

// longest is how many tokens a sentence may have for its pronouns to be looked at: what is longer is a list.
const longest = 1000

// none and several say that a text has named no state, or more than one.
const (
	none    = -1
	several = -2
)

// statesBefore notes, for each sentence, the one state that the sentences before it name.
func (f *finder) statesBefore() {
	f.before = make([]int, len(f.mention)+1)
	one := none
	for s, hits := range f.mention {
		f.before[s] = one
		for _, n := range hits {
			e := f.hits[n].entity
			switch {
			case f.a.cast.entities[e].kind != State || e == one:
			case one == none:
				one = e
			default:
				one = several
			}
		}
	}
}

// insert adds a hit that may lie in another one.
func (f *finder) insert(h hit) int {
	h.entity = -1
	h.Span = f.doc.SpanOf(h.first, h.last)
	f.hits = append(f.hits, h)
	n := len(f.hits) - 1
	for i := h.first; i < h.last; i++ {
		f.at[i] = int32(n)
		if f.out[i] < 0 {
			f.out[i] = int32(n)
		}
	}
	return n
}

// note puts a resolved hit among those of its sentence, in the order of the text.
func (f *finder) note(n int) {
	s := f.doc.SentenceOf(f.hits[n].first)
	all := f.mention[s]
	at := len(all)
	for at > 0 && f.hits[all[at-1]].Start > f.hits[n].Start {
		at--
	}
	f.mention[s] = slices.Insert(all, at, n)
}

// subject is a place at which somebody acts.
type subject struct {
	token  int // the head of the noun phrase
	clause int
	main   bool // of a clause that no other governs, or of one that says what others say
}

// subjectsOf finds the subjects of each sentence, in the order of the text.
func (f *finder) subjectsOf() [][]subject {
	all := make([][]subject, len(f.doc.Sentences))
	for n := range f.doc.Clauses {
		c := &f.doc.Clauses[n]
		if !c.Finite {
			continue
		}
		main := c.Governor < 0 && !c.Relative && c.Noun < 0
		for _, p := range c.Subjects {
			if c.Relative {
				continue
			}
			all[c.Sentence] = append(all[c.Sentence], subject{p.Head, n, main})
		}
	}
	for n := range all {
		slices.SortStableFunc(all[n], func(a, b subject) int { return a.token - b.token })
	}
	return all
}

// pronouns are those that are resolved, and what they agree with.
var pronouns = map[string]string{"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "they": "plural", "their": "plural", "them": "plural", "it": "thing", "its": "thing"}

// agrees tells whether a pronoun may mean an entity, and whether that is certain.
func (f *finder) agrees(kind string, e int, plural bool) (may bool) {
	x := &f.a.cast.entities[e]
	switch kind {
	case "m", "f":
		if x.kind != Official && x.kind != Unnamed || x.plural || plural {
			return false
		}
		return x.gender == kind[0] || x.gender == '?' || x.gender == 0
	case "plural":
		return x.plural || plural || x.kind == Organization && f.isCrowd(x)
	}
	return (x.kind == State || x.kind == Organization) && !plural && !strings.HasSuffix(x.name, "ans")
}

// isCrowd tells of organisations that are spoken of as many: the Houthis, the Taliban, the police.
func (f *finder) isCrowd(x *entity) bool {
	if id, ok := f.orgs[strings.TrimPrefix(x.key, "Organization:")]; ok {
		switch f.known[id].sort {
		case "ARMED_GROUP", "DE_FACTO_AUTHORITY", "PARTY", "MILITARY":
			return true
		}
		return false
	}
	return strings.HasSuffix(x.name, "s") && x.sector != "" || strings.HasSuffix(x.name, "police")
}

// acting returns the entities that act in a sentence before a token and agree with a pronoun; first those of its main clause.
func (f *finder) acting(s, before int, kind string) (main, other []int) {
	for _, x := range f.subjects[s] {
		if x.token >= before || f.doc.QuoteAt(f.t[x.token].Start) >= 0 {
			continue
		}
		e, plural := f.entityAt(x.token)
		if e < 0 || !f.agrees(kind, e, plural) {
			continue
		}
		to := &other
		if x.main {
			to = &main
		}
		if !slices.Contains(*to, e) {
			*to = append(*to, e)
		}
	}
	return main, other
}

// entityAt returns the entity of the mention that has a token as its head.
func (f *finder) entityAt(token int) (entity int, plural bool) {
	if e, ok := f.pronounAt[token]; ok {
		return e, f.keys[token] == "they"
	}
	o := f.out[token]
	if o < 0 || f.hits[o].dropped {
		return -1, false
	}
	h := &f.hits[o]
	if h.last-1 < token || h.adjective {
		return -1, false
	}
	return h.entity, h.plural && h.role == nil || len(h.also) > 0
}

// pronoun finds whom a pronoun means: who acts in the same sentence before it, else in the sentence before, at most two back, if it is one alone.
func (f *finder) pronoun(i int) (entity int, how string) {
	kind := pronouns[f.keys[i]]
	s := f.doc.SentenceOf(i)
	if kind == "thing" && f.keys[i] == "it" && f.isExpletive(i) {
		return -1, ""
	}
	possessive := f.t[i].Tag == text.Possessive
	at := s + 1
	for back := 0; back <= 2 && at > 0; back++ {
		at--
		before := len(f.t)
		if back == 0 {
			before = i
		} else {
			for at > 0 && at > s-8 && f.isQuoted(at) { // what somebody else says does not count
				at--
			}
			if f.isQuoted(at) || f.doc.Sentences[at].Paragraph < f.doc.Sentences[s].Paragraph-3 {
				break
			}
			if (kind == "thing" || kind == "plural") && !f.leads(s, i) {
				break // things are many
			}
		}
		main, other := f.acting(at, before, kind)
		all := main
		for _, e := range other {
			if !slices.Contains(all, e) {
				all = append(all[:len(all):len(all)], e)
			}
		}
		switch {
		case len(all) == 1 && f.certain(kind, all[0], at, before):
			return all[0], "pronoun"
		case len(all) == 1:
			if back > 0 && len(main) == 1 && f.isSaid(i) && f.spoke(at, main[0]) {
				return main[0], "pronoun"
			}
			return -1, ""
		case len(all) > 1:
			// Who speaks goes on speaking: "Lavrov said that Kuleba had left. He added ..."
			if back > 0 && len(main) == 1 && f.isSaid(i) && f.spoke(at, main[0]) {
				return main[0], "pronoun"
			}
			if back == 0 && possessive {
				if e, ok := f.nearestSubject(s, i, kind); ok {
					return e, "pronoun"
				}
			}
			return -1, ""
		case back == 0:
			// Nobody acts before it here, but somebody may be named: "For Iran, its army".
			if e := f.onlyMention(s, i, kind); e >= 0 && possessive {
				return e, "pronoun"
			}
		default:
			if e := f.onlyMention(at, before, kind); e >= 0 && back == 1 {
				return e, "pronoun"
			}
			if f.anyMention(at, kind) {
				return -1, ""
			}
		}
	}
	return -1, ""
}

// leads tells whether a pronoun is the first subject of its sentence, or belongs to it.
func (f *finder) leads(s, i int) bool {
	for _, x := range f.subjects[s] {
		if f.doc.QuoteAt(f.t[x.token].Start) < 0 {
			return x.token >= i
		}
	}
	return true
}

// isQuoted tells of a sentence that stands in quotation marks from beginning to end.
func (f *finder) isQuoted(s int) bool {
	x := f.doc.Sentences[s]
	return x.First < x.Last && f.doc.QuoteAt(f.t[x.First].Start) >= 0 && f.doc.QuoteAt(f.t[x.Last-1].Start) >= 0 && f.doc.QuoteAt(f.t[(x.First+x.Last)/2].Start) >= 0
}

// nearestSubject is the subject of the clause in which a possessive stands, where it stands before it.
func (f *finder) nearestSubject(s, i int, kind string) (int, bool) {
	best, found := -1, false
	for _, x := range f.subjects[s] {
		c := &f.doc.Clauses[x.clause]
		if x.token < i && c.Group[0] < i && i < c.Last {
			if e, plural := f.entityAt(x.token); e >= 0 && f.agrees(kind, e, plural) {
				best, found = e, true
			} else {
				found = false
			}
		}
	}
	return best, found
}

// certain tells whether a person may be meant: only where no other is named there who might.
func (f *finder) certain(kind string, e, s, before int) bool {
	if kind != "m" && kind != "f" {
		return true
	}
	for _, n := range f.mention[s] {
		h := &f.hits[n]
		if h.first >= before || f.out[h.first] != int32(n) || f.doc.QuoteAt(h.Start) >= 0 || h.entity < 0 || h.entity == e || !f.agrees(kind, h.entity, h.plural) {
			continue
		}
		if x := &f.a.cast.entities[h.entity]; f.a.cast.entities[e].gender != kind[0] || x.gender == kind[0] {
			return false
		}
	}
	return true
}

// onlyMention is the one entity named in a sentence before a token that a pronoun agrees with; -1: none, or several.
func (f *finder) onlyMention(s, before int, kind string) int {
	only := -1
	for _, n := range f.mention[s] {
		h := &f.hits[n]
		if h.first >= before || h.entity < 0 || h.adjective || h.place || !f.agrees(kind, h.entity, h.plural) {
			continue
		}
		if only >= 0 && only != h.entity {
			return -1
		}
		only = h.entity
	}
	return only
}

func (f *finder) anyMention(s int, kind string) bool {
	for _, n := range f.mention[s] {
		if h := &f.hits[n]; h.entity >= 0 && !h.adjective && f.agrees(kind, h.entity, h.plural) {
			return true
		}
	}
	return false
}

// spoke tells whether somebody is the subject of a verb of speech in a sentence.
func (f *finder) spoke(s, e int) bool {
	for _, x := range f.subjects[s] {
		if who, _ := f.entityAt(x.token); who == e && saying[f.t[f.doc.Clauses[x.clause].Verb].Lemma] {
			return true
		}
	}
	return false
}

// isSaid tells whether a pronoun is the subject of a verb of speech.
func (f *finder) isSaid(i int) bool {
	for _, x := range f.subjects[f.doc.SentenceOf(i)] {
		if x.token == i {
			return saying[f.t[f.doc.Clauses[x.clause].Verb].Lemma]
		}
	}
	return i+1 < len(f.t) && saying[f.t[i+1].Lemma]
}

// isExpletive tells of "it is clear that", "it remains to be seen".
func (f *finder) isExpletive(i int) bool {
	for _, x := range f.subjects[f.doc.SentenceOf(i)] {
		if x.token != i {
			continue
		}
		c := &f.doc.Clauses[x.clause]
		switch f.t[c.Verb].Lemma {
		case "be", "seem", "appear", "remain", "happen", "take", "mean", "become", "come", "make", "matter", "depend":
			return true
		}
		return c.Passive
	}
	return true // not a subject: "about it"
}

// nominal finds whom a role or a body with "the" or a possessive means.
func (f *finder) nominal(n int) {
	h := &f.hits[n]
	if h.role.kind == "country" && h.owner >= 0 { // his country
		if e := f.ownerAt(h.owner); e >= 0 && f.a.cast.entities[e].of >= 0 && f.a.cast.entities[f.a.cast.entities[e].of].kind == State {
			h.entity, h.how, h.confidence = f.a.cast.entities[e].of, "country", 0.7
		}
		return
	}
	if h.owner >= 0 { // its foreign minister, the country's army
		if e := f.ownerAt(h.owner); e >= 0 {
			f.ownedBy(n, e)
			return
		}
		if h.role.kind == "person" || h.role.kind == "group" { // his lawyer
			h.definite, h.owner = true, -1
			if !h.role.unique || h.plural {
				h.entity = f.roleOf(&hit{role: h.role, roleText: h.roleText, former: h.former, mention: h.mention}, -1)
			}
			return
		}
	}
	if !h.definite && !h.role.bare {
		return
	}
	words := strings.ToLower(h.roleText)
	switch h.role.kind {
	case "person":
		if h.plural {
			h.entity = f.roleOf(h, -1)
			return
		}
		if e, found := f.lastWithRole(h, h.role.name, words); found {
			h.entity, h.how, h.confidence = e, "same role", 0.7
			return
		}
		h.definite = false
		h.entity = f.roleOf(h, -1)
	case "country":
		if e := f.stateOf(h.first); e >= 0 {
			h.entity, h.how, h.confidence = e, "country", 0.7
			h.place = h.first > 0 && f.isPlace(h.first, h.last)
		}
	case "state":
		if e := f.stateOf(h.first); e >= 0 {
			h.entity, h.how, h.confidence = e, "government", 0.65
		} else if h.role.name == "authorities" {
			h.plural = true
			h.entity = f.entityNamed("role authorities", entity{kind: Unnamed, name: h.roleText, role: h.roleText, of: -1, gender: '?', plural: true, sector: h.role.sector})
		}
	case "body", "generic":
		if e := f.lastBody(h, words); e >= 0 {
			h.entity, h.how, h.confidence = e, "same body", 0.7
			return
		}
		if h.role.kind == "generic" {
			return
		}
		if e := f.stateOf(h.first); e >= 0 && h.role.of != "none" {
			h.confidence = 0.6
			f.ownedBy(n, e)
			return
		}
		h.definite = false
		h.owner = -1
		h.entity = f.roleOf(h, -1)
	}
}

// ownerAt is the entity that a possessive means.
func (f *finder) ownerAt(token int) int {
	if e, ok := f.pronounAt[token]; ok {
		return e
	}
	switch f.keys[token] {
	case "country", "nation", "kingdom":
		return f.stateOf(token)
	}
	if o := f.out[token]; o >= 0 && f.hits[o].last-1 == token {
		return f.hits[o].entity
	}
	return -1
}

// ownedBy makes the entity of a role or body whose owner has been found.
func (f *finder) ownedBy(n, of int) {
	h := &f.hits[n]
	h.resolved = of + 1
	if h.appositive > 0 {
		return
	}
	h.entity = f.roleOf(h, of)
}

// lastWithRole is the last person named before who has a role.
func (f *finder) lastWithRole(h *hit, noun, words string) (int, bool) {
	s := f.doc.SentenceOf(h.first)
	best, second := -1, -1
	for at := s; at >= 0 && at > s-40 && second < 0; at-- {
		for k := len(f.mention[at]) - 1; k >= 0; k-- {
			m := &f.hits[f.mention[at][k]]
			if m.first >= h.first || m.entity < 0 || m.entity == best {
				continue
			}
			x := &f.a.cast.entities[m.entity]
			if x.kind != Official && x.kind != Unnamed || x.plural || !hasWord(strings.ToLower(x.role), noun) && !f.held(x, words) {
				continue
			}
			if best < 0 {
				best = m.entity
				if hasWord(strings.ToLower(x.role), words) && words != noun {
					return best, true // the foreign minister, not just the minister
				}
				continue
			}
			if s-at <= 1 { // two of them stand together
				second = m.entity
			}
		}
		if best >= 0 && at < s-1 {
			break
		}
	}
	if second >= 0 && second != best {
		return -1, false
	}
	return best, best >= 0
}

// held tells whether the dictionary knows a person in an office, where the article has no day to choose one by.
func (f *finder) held(x *entity, role string) bool {
	id, ok := f.people[x.key]
	return ok && len(f.a.article.Published) < 4 && x.role == "" && slices.ContainsFunc(f.known[id].offices, func(o office) bool { return o.role == role })
}

// hasWord tells whether a word, or several, stand in a text as such.
func hasWord(s, w string) bool {
	at := strings.Index(s, w)
	return at >= 0 && (at == 0 || s[at-1] == ' ') && (at+len(w) == len(s) || s[at+len(w)] == ' ')
}

// sorts are the kinds of organisations that a common noun may mean.
var sorts = map[string][]string{
	"group": {"ARMED_GROUP", "DE_FACTO_AUTHORITY", "GROUP"}, "movement": {"ARMED_GROUP", "DE_FACTO_AUTHORITY", "PARTY"}, "militia": {"ARMED_GROUP"}, "party": {"PARTY"}, "alliance": {"ALLIANCE"}, "coalition": {"ALLIANCE"},
	"agency": {"AGENCY", "IGO", "OUTLET"}, "organization": {"IGO", "NGO", "ARMED_GROUP"}, "organisation": {"IGO", "NGO", "ARMED_GROUP"}, "company": {"COMPANY"}, "court": {"COURT"}, "bloc": {"IGO"}, "newspaper": {"OUTLET"}, "commission": {"ORGAN"}, "council": {"ORGAN"}, "department": {"AGENCY"},
}

// lastBody is the last organisation named before that a common noun may mean.
func (f *finder) lastBody(h *hit, words string) int {
	s := f.doc.SentenceOf(h.first)
	for at := s; at >= 0 && at >= s-6; at-- {
		found := -1
		for k := len(f.mention[at]) - 1; k >= 0; k-- {
			m := &f.hits[f.mention[at][k]]
			if m.first >= h.first || m.entity < 0 || m.entity == found {
				continue
			}
			x := &f.a.cast.entities[m.entity]
			if x.kind != Organization || !f.mayBe(m.entity, h.role.name, words) {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = m.entity
		}
		if found >= 0 {
			return found
		}
	}
	return -1
}

func (f *finder) mayBe(e int, noun, words string) bool {
	x := &f.a.cast.entities[e]
	name := strings.ToLower(x.name)
	if strings.HasSuffix(name, words) || hasWord(name, noun) && (noun == words || hasWord(name, words)) {
		return true
	}
	if noun != words {
		return false
	}
	if id, ok := f.orgs[strings.TrimPrefix(x.key, "Organization:")]; ok {
		return slices.Contains(sorts[noun], f.known[id].sort)
	}
	return false
}

// stateOf is the state that the words around a token are about: the only one that the article has named, or the only one that acts or is named in
// this sentence or the one before; -1: none, or several.
func (f *finder) stateOf(token int) int {
	if e := f.onlyState(token); e >= 0 {
		return e
	}
	s := f.doc.SentenceOf(token)
	if e := f.stateIn(s, token, false); e != none {
		return max(e, -1)
	}
	if s > 0 && f.doc.Sentences[s-1].Paragraph >= f.doc.Sentences[s].Paragraph-1 {
		return max(f.stateIn(s-1, token, true), -1)
	}
	return -1
}

// onlyState is the one state that the article has named before a token; -1: none, or several.
func (f *finder) onlyState(token int) int {
	s := f.doc.SentenceOf(token)
	before, here := f.before[s], f.stateIn(s, token, false)
	switch {
	case before == none:
		return max(here, -1)
	case before >= 0 && (here == none || here == before):
		return before
	}
	return -1
}

// stateIn is the one state that a sentence names before a token, or that acts there; else none or several.
func (f *finder) stateIn(s, token int, acting bool) int {
	one := none
	for _, n := range f.mention[s] {
		h := &f.hits[n]
		if h.first >= token || h.entity < 0 || acting && (h.adjective || h.place) || f.a.cast.entities[h.entity].kind != State {
			continue
		}
		if one >= 0 && one != h.entity {
			return several
		}
		one = h.entity
	}
	return one
}

// laterTitles gives persons the owners of roles that were found late: "its foreign minister, Abdi Farah".
func (f *finder) laterTitles() {
	for n := range f.hits {
		h := &f.hits[n]
		if h.entity < 0 || h.person == "" {
			continue
		}
		for k := range h.roles {
			t := &h.roles[k]
			x := &f.a.cast.entities[h.entity]
			if x.of >= 0 || t.former || len(t.owners) > 0 && f.hits[t.owners[0]].entity < 0 {
				continue
			}
			e := -1
			if t.owner >= 0 {
				e = f.ownerAt(t.owner)
			} else if len(t.owners) > 0 {
				e = f.hits[t.owners[0]].entity
			}
			if e < 0 && t.owner < 0 && len(t.owners) == 0 && t.role.unique && t.role.sector == "GOV" && !strings.HasPrefix(x.key, "Official:") {
				e = f.onlyState(h.first) // Foreign Minister Ana Rojas
			}
			if e >= 0 && e != h.entity {
				x.of = f.represented(e)
			}
		}
	}
}

// author resolves the first person outside quotations, where the outlet is a body that speaks for a state, as in a release: "we" is the state.
func (f *finder) author() {
	if f.a.article.Outlet == "" {
		return
	}
	words := keys(spelled(f.a.article.Outlet))
	if n := len(words) - 1; n > 0 && words[n] == "government" {
		words = words[:n]
	}
	names, length := f.names.Longest(func(n int) string {
		if n < len(words) {
			return words[n]
		}
		return ""
	})
	if length == 0 || length != len(words) || names[0].actor < 0 {
		return
	}
	who := f.known[names[0].actor]
	if who.kind == Official || who.sort == "OUTLET" || who.sort == "COMPANY" {
		return
	}
	id := names[0].actor
	if who.of >= 0 && f.known[who.of].kind == State {
		id = who.of
	}
	for i := range f.t {
		t := &f.t[i]
		switch t.Norm {
		case "we", "our", "us", "ourselves":
		default:
			continue
		}
		if f.out[i] >= 0 && f.hits[f.out[i]].how != "role" || t.Tag != text.Pronoun && t.Tag != text.Possessive || f.doc.QuoteAt(t.Start) >= 0 {
			continue
		}
		n := f.insert(hit{mention: mention{first: i, last: i + 1, head: i, how: "author", plural: true, adjective: t.Tag == text.Possessive, confidence: 0.8}, owner: -1, gender: '?'})
		f.hits[n].entity = f.entityOf(id)
	}
}

// speak resolves the first person in a quotation: "I" is its speaker, "we" whom he speaks for. The stage that finds speakers calls it.
func (a *analysis) speak(quote, speaker int) {
	q := a.doc.Quotes[quote]
	first, last := a.doc.TokensIn(q.Inner)
	x := a.cast.entities[speaker]
	group := speaker
	if x.kind == Official || x.kind == Unnamed && !x.plural {
		group = x.of
	}
	for i := first; i < last; i++ {
		t := &a.doc.Tokens[i]
		if inner := a.doc.QuoteAt(t.Start); inner >= 0 && inner != quote {
			continue
		}
		e, plural := -1, false
		switch t.Norm {
		case "i", "my", "me":
			e = speaker
		case "we", "our", "us":
			e, plural = group, true
		}
		if e < 0 || t.Norm == "us" && t.Text != "us" {
			continue
		}
		a.cast.insert(mention{Span: t.Span, first: i, last: i + 1, head: i, entity: e, how: "first person", plural: plural, adjective: t.Tag == text.Possessive, confidence: 0.8})
	}
}

// insert puts a mention among the others, in the order of the text.
func (c *cast) insert(m mention) {
	at, _ := slices.BinarySearchFunc(c.mentions, m, func(x, y mention) int {
		if x.Start != y.Start {
			return x.Start - y.Start
		}
		return y.End - x.End
	})
	c.mentions = slices.Insert(c.mentions, at, m)
	for e := range c.entities {
		all := c.entities[e].mentions
		for k := range all {
			if all[k] >= at {
				all[k]++
			}
		}
	}
	if m.entity >= 0 {
		all := c.entities[m.entity].mentions
		k, _ := slices.BinarySearch(all, at)
		c.entities[m.entity].mentions = slices.Insert(all, k, at)
	}
}
