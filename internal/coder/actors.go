package coder

import (
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/coder/text"
)

// finder is the search for the actors of one article.
type finder struct {
	*actorRules
	a       *analysis
	doc     *text.Document
	t       []text.Token
	keys    []string // of each token, as the tries have them
	hits    []hit
	at      []int32 // the hit that a token lies in, the innermost; -1: none
	out     []int32 // the outermost
	cut     []bool  // tokens of words in which a name means nobody
	nameCut []bool  // of those, the ones that are part of a person's name: "Jordan" in "Michael Jordan"

	heads  []head
	headAt []int32      // the head that a token lies in; -1: none
	speaks map[int]bool // the tokens that are subjects of verbs of speech
	lone   []run        // single names that speak
	rest   []run        // capitalised words that may be part of a name that is told in full elsewhere

	subjects  [][]subject // of each sentence
	mention   [][]int     // the resolved hits of each sentence
	before    []int       // the one state that the sentences before each name; none; several
	pronounAt map[int]int // the entity of a pronoun, by token

	full  map[string]int // the hit by which a person is named in full first
	often map[string]int // how often each is

	byActor map[int]int    // the entity of an actor of the dictionary
	byName  map[string]int // and of the others
}

// hit is a mention on its way.
type hit struct {
	mention
	names      []name // what it may be called by, several where it is ambiguous
	name       string // of a person or a body that the dictionary does not know
	kind       Kind
	sort       string // of an organisation
	role       *role
	roleText   string // the words of the role, without whose it is
	owners     []int  // hits: whose the role or the body is
	owner      int    // the token of a word that says so without a name ("its", "the country's"); -1: none
	definite   bool
	former     bool
	gender     byte
	dropped    bool
	roles      []title // of a person
	appositive int     // the hit that this one says something of, plus one; 0: none
	person     string  // what a person is told apart by
	resolved   int     // the entity that it belongs to, found late, plus one; 0: none
	stands     int     // the hit that this one is short for, plus one; 0: none
}

// find fills the cast: who is in the article.
func (x *actorRules) find(a *analysis) {
	f := &finder{actorRules: x, a: a, doc: a.doc, t: a.doc.Tokens, byActor: map[int]int{}, byName: map[string]int{}, pronounAt: map[int]int{}}
	n := len(f.t)
	f.keys = make([]string, n)
	f.hits = make([]hit, 0, n/5+16)
	f.full = map[string]int{}
	f.at, f.out, f.headAt = make([]int32, n), make([]int32, n), make([]int32, n)
	f.cut, f.nameCut = make([]bool, n), make([]bool, n)
	for i := range f.t {
		f.keys[i] = fold(f.t[i].Norm)
		f.at[i], f.out[i], f.headAt[i] = -1, -1, -1
	}
	f.dictionaryNames()
	f.roleHeads()
	f.unknown()
	f.surnames()
	f.composed()
	f.apposed()
	f.acronyms()
	f.entities()
	f.corefer()
	f.author()
	f.finish()
}

// add puts a hit among the others, and returns its number.
func (f *finder) add(h hit) int {
	if h.Span == (text.Span{}) {
		h.Span = f.doc.SpanOf(h.first, h.last)
	}
	h.entity = -1
	n := len(f.hits)
	f.hits = append(f.hits, h)
	for i := h.first; i < h.last; i++ {
		if f.at[i] < 0 {
			f.at[i] = int32(n)
		}
		f.out[i] = int32(n)
	}
	return n
}

// dictionaryNames finds the names that the dictionary has, the longest at each place.
func (f *finder) dictionaryNames() {
	for i := 0; i < len(f.t); {
		word := func(n int) string {
			if i+n < len(f.keys) {
				return f.keys[i+n]
			}
			return ""
		}
		var names []name
		length := 0
		f.names.Each(word, func(found []name, l int) {
			if f.crosses(i, l) {
				return
			}
			var fitting []name
			for _, n := range found {
				if f.written(n, i) {
					fitting = append(fitting, n)
				}
			}
			if len(fitting) > 0 {
				names, length = fitting, l
			}
		})
		nobody := 0
		f.discard.Each(word, func(found []name, l int) {
			for _, n := range found {
				if l >= length && f.written(n, i) {
					nobody = l
				}
			}
		})
		switch {
		case nobody > 0:
			for k := range nobody {
				f.cut[i+k] = true
			}
			i += nobody
		case length > 0:
			f.called(names, i, i+length)
			i += length
		default:
			if strings.Contains(f.keys[i], "-") {
				f.compound(i)
			}
			i++
		}
	}
}

// crosses tells whether a run of tokens goes over the end of a sentence.
func (f *finder) crosses(i, length int) bool {
	return length > 1 && f.doc.SentenceOf(i) != f.doc.SentenceOf(i+length-1)
}

func (f *finder) written(n name, at int) bool {
	if last := &f.t[at+len(n.words)-1]; n.how == "known" && last.Tag != text.Name && last.Tag != text.Noun && !arabic(last.Text) {
		return false
	}
	for k, w := range n.words {
		if !writtenAs(w, f.t[at+k].Text) {
			return false
		}
	}
	return true
}

// called adds the hit of a name of the dictionary.
func (f *finder) called(names []name, first, last int) {
	if last-first == 1 && f.partOfName(first) {
		f.cut[first], f.nameCut[first] = true, true
		return
	}
	h := hit{mention: mention{first: first, last: last, head: last - 1, confidence: 0.95}, owner: -1, gender: '?'}
	one := names[0]
	if len(names) > 1 {
		one = f.sense(names, first, last)
	}
	h.how, h.line = one.how, one.line
	for _, n := range names {
		if !slices.ContainsFunc(h.names, func(o name) bool { return o.actor == n.actor }) {
			if n.actor == one.actor {
				n = one
			}
			h.names = append(h.names, n)
		}
	}
	switch one.how {
	case "place":
		h.place = true
	case "adjective":
		h.adjective = true
	case "people", "member":
		h.plural = strings.HasSuffix(f.keys[last-1], "s") || f.keys[last-1] == strings.ToLower(one.words[len(one.words)-1]) && f.t[last-1].Tag != text.Name
	case "capital":
		h.place = f.isPlace(first, last)
	case "name", "alias":
		h.place = one.actor >= 0 && f.known[one.actor].kind == State && f.isPlace(first, last)
	}
	f.add(h)
}

// partOfName tells of "Jordan" in "Michael Jordan" and "Jordan Smith": a name of the dictionary's that is part of a person's.
func (f *finder) partOfName(i int) bool {
	if isCapitals(f.t[i].Text) {
		return false
	}
	if i > 0 && isCapital(f.t[i-1].Text) && f.given[f.keys[i-1]] != 0 && f.out[i-1] < 0 && f.doc.SentenceOf(i-1) == f.doc.SentenceOf(i) {
		return true
	}
	if f.given[f.keys[i]] == 0 || i+1 >= len(f.t) || f.t[i+1].Tag != text.Name || !isCapital(f.t[i+1].Text) || isCapitals(f.t[i+1].Text) {
		return false
	}
	if _, ok := f.modifier[f.keys[i+1]]; ok {
		return false
	}
	known := false
	word := func(k int) string {
		if i+1+k < len(f.keys) {
			return f.keys[i+1+k]
		}
		return ""
	}
	f.names.Each(word, func([]name, int) { known = true })
	f.actorRules.roles.Each(word, func([]role, int) { known = true })
	return !known && f.ending[f.t[i+1].Text].sort == ""
}

// sense chooses among the ways in which the same words name something: an adjective where a noun follows, else a people, else a name.
func (f *finder) sense(names []name, first, last int) name {
	pick := func(how ...string) (name, bool) {
		for _, h := range how {
			for _, n := range names {
				if n.how == h {
					return n, true
				}
			}
		}
		return name{}, false
	}
	if f.beforeNoun(last) {
		if n, ok := pick("adjective"); ok {
			return n
		}
	}
	if n, ok := pick("name", "alias", "capital", "people", "member", "known", "building", "place"); ok {
		return n
	}
	return names[0]
}

// beforeNoun tells whether what stands at a token is part of the same noun phrase as the one before it.
func (f *finder) beforeNoun(i int) bool {
	if i >= len(f.t) {
		return false
	}
	switch f.t[i].Tag {
	case text.Noun, text.Adjective, text.Name, text.Number:
		return true
	case text.Gerund, text.Participle:
		return i+1 < len(f.t) && f.t[i+1].Tag == text.Noun
	}
	return false
}

// compound looks into a word with hyphens: US-Iran, Saudi-led, Tehran-based. What it names there does not act.
func (f *finder) compound(i int) {
	at := 0
	for n, part := range strings.Split(f.t[i].Text, "-") {
		key := fold(strings.ToLower(part))
		names, length := f.names.Longest(func(k int) string {
			if k == 0 {
				return key
			}
			return ""
		})
		if length > 0 && !(n == 0 && prefixes[key]) {
			var fitting []name
			for _, c := range names {
				if writtenAs(c.words[0], part) && c.how != "known" && c.how != "place" {
					fitting = append(fitting, c)
				}
			}
			if len(fitting) > 0 {
				one := f.sense(fitting, i, i+1)
				start := f.t[i].Start + at
				h := hit{mention: mention{Span: text.Span{Start: start, End: start + len(part)}, first: i, last: i + 1, head: i, how: "compound", line: one.line, adjective: true, confidence: 0.8}, owner: -1, names: []name{one}}
				if strings.HasSuffix(f.keys[i], "-based") || strings.HasSuffix(f.keys[i], "-born") {
					h.place = true
				}
				f.add(h)
			}
		}
		at += len(part) + 1
	}
}

var prefixes = map[string]bool{"al": true, "el": true, "anti": true, "pro": true, "ex": true, "non": true}

// isPlace tells whether a name stands where something is, and not for who acts.
func (f *finder) isPlace(first, last int) bool {
	if f.isDateline(first, last) {
		return true
	}
	if last < len(f.t) && f.t[last].Tag == text.Possessive {
		return false
	}
	before := first - 1
	for before >= 0 && (f.t[before].Tag == text.Determiner || f.t[before].Tag == text.Adjective && f.keys[before] != "like") {
		before--
	}
	// "Geneva talks", "Vienna Convention"
	if last < len(f.t) && (f.t[last].Tag == text.Noun && last-first == 1 || f.t[last].Tag == text.Name && f.out[last] < 0 && f.keys[last] != "'s") {
		return true
	}
	if before < 0 {
		return false
	}
	switch f.keys[before] {
	case "in", "at", "near", "outside", "around", "inside", "within", "through", "throughout", "via", "across", "into", "onto", "off", "over", "toward", "towards", "northern", "southern", "eastern", "western", "visit", "visited", "visiting", "visits", "leave", "left", "leaving", "reach", "reached":
		return true
	case "from", "to":
		for k := before - 1; k >= 0 && k >= before-4; k-- {
			if motions[f.t[k].Lemma] {
				return true
			}
			if f.t[k].Tag == text.Mark {
				break
			}
		}
		return f.keys[before] == "from" && first > 1 && f.t[before-1].Tag != text.Noun && f.t[before-1].Tag != text.Past && f.t[before-1].Tag != text.Participle
	case ",": // "the Afghan capital, Kabul"; "Lyon, France"
		return before > 0 && (f.t[before-1].Norm == "capital" || f.at[before-1] >= 0 && f.hits[f.at[before-1]].place && f.at[before-1] < int32(len(f.hits)))
	}
	return false
}

// motions are the verbs and nouns after which "to" and "from" lead to a place.
var motions = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("travel fly go come return arrive trip flight visit head move drive journey flee depart withdraw walk sail escape deport extradite evacuate tour back invite invitation") {
		m[w] = true
	}
	return m
}()

// isDateline tells of the place at the head of an article or a paragraph: GENEVA (Reuters) -
func (f *finder) isDateline(first, last int) bool {
	s := f.doc.Sentences[f.doc.SentenceOf(first)]
	if first != s.First {
		return false
	}
	for i := last; i < min(last+12, s.Last); i++ {
		switch f.keys[i] {
		case "-", "--", "---":
			return isCapitals(f.t[first].Text) || f.keys[last] == "(" || f.keys[last] == ","
		case ".", ":", ";":
			return false
		}
		switch f.t[i].Tag {
		case text.Past, text.Present, text.Auxiliary, text.Modal:
			return false
		}
	}
	return false
}

// persons tells the persons that are named in full apart, and finds the surnames that stand alone for one of them.
func (f *finder) surnames() {
	f.often = map[string]int{}
	full := map[string][]string{} // the last name, and the first, to who is called so
	seen := func(key, who string) {
		if !slices.Contains(full[key], who) {
			full[key] = append(full[key], who)
		}
	}
	inOrder := f.order()
	for _, n := range inOrder {
		h := &f.hits[n]
		if !f.isPersonHit(n) {
			continue
		}
		first, last := f.keys[h.first], f.keys[f.lastName(h.first, h.last)]
		switch {
		case len(h.names) > 0 && h.how != "known":
			h.person = f.known[h.names[0].actor].key
		case len(h.names) == 0 && h.last-h.first > 1:
			h.person = first + " " + last
			if who := full[last]; len(who) == 1 && strings.HasPrefix(who[0], "Official:") && f.calls(who[0], first) {
				h.person = who[0]
			}
		default:
			continue
		}
		seen(last, h.person)
		seen(first, h.person)
		if _, ok := f.full[h.person]; !ok {
			f.full[h.person] = n
		}
		f.often[h.person]++
	}
	for _, n := range inOrder { // a name that the table has for one person alone may be another's here
		h := &f.hits[n]
		if f.isPersonHit(n) && h.person == "" {
			who := f.foremost(f.titled(full[f.keys[f.lastName(h.first, h.last)]], h.first))
			switch {
			case len(who) == 1:
				h.person, h.how = who[0], "surname"
			case len(who) == 0 && h.how == "known":
				h.person = f.known[h.names[0].actor].key
			case len(who) == 0:
				h.person = f.keys[h.last-1]
			}
		}
	}
	defer func() {
		for _, r := range f.lone {
			if f.out[r.first] < 0 {
				f.add(hit{mention: mention{first: r.first, last: r.last, head: r.last - 1, how: "speaker", confidence: 0.5}, owner: -1, kind: Organization, name: f.doc.Words(r.first, r.last), gender: '?'})
			}
		}
	}()
	for _, r := range f.rest {
		if r.last-r.first > 2 {
			continue
		}
		who := full[f.keys[f.lastName(r.first, r.last)]]
		who = f.foremost(f.titled(who, r.first))
		if len(who) == 1 && f.t[r.first].Tag == text.Name || len(who) == 1 && arabic(f.t[r.first].Text) {
			if f.out[r.first] >= 0 {
				continue
			}
			f.add(hit{mention: mention{first: r.first, last: r.last, head: r.last - 1, how: "surname", confidence: 0.85}, owner: -1, kind: Official, name: f.doc.Words(r.first, r.last), person: who[0], gender: '?'})
		}
	}
}

// titled are those of several persons whom a title before the name leaves: Mrs. Obama is not Barack Obama.
func (f *finder) titled(who []string, first int) []string {
	if first == 0 || f.headAt[first-1] < 0 {
		return who
	}
	gender := f.heads[f.headAt[first-1]].role.gender
	if gender == '?' {
		return who
	}
	var left []string
	for _, w := range who {
		n, ok := f.full[w]
		if !ok {
			continue
		}
		h := &f.hits[n]
		g := h.gender
		if len(h.names) == 1 && h.names[0].actor >= 0 {
			g = f.known[h.names[0].actor].gender
		}
		if g == gender || g == '?' || g == 0 {
			left = append(left, w)
		}
	}
	return left
}

// foremost is, of several persons with the same last name, the one who is named in full first and no less often than the others: to him the last
// name alone belongs.
func (f *finder) foremost(who []string) []string {
	if len(who) < 2 {
		return who
	}
	for _, other := range who[1:] {
		if f.often[other] > f.often[who[0]] {
			return who
		}
	}
	return who[:1]
}

// order returns the hits in the order of the text.
func (f *finder) order() []int {
	all := make([]int, len(f.hits))
	for n := range all {
		all[n] = n
	}
	slices.SortStableFunc(all, func(a, b int) int { return f.hits[a].Start - f.hits[b].Start })
	return all
}

// calls tells whether a person is named in full with a given name.
func (f *finder) calls(key, given string) bool {
	n, ok := f.full[key]
	return ok && f.keys[f.hits[n].first] == given
}

// lastName returns the token of a person's last name.
func (f *finder) lastName(first, last int) int {
	for last-1 > first {
		switch f.keys[last-1] {
		case "jr.", "jr", "sr.", "sr", "ii", "iii", "iv":
			last--
			continue
		}
		break
	}
	return last - 1
}

// acronyms finds what an article gives its own short name: Kurdistan Workers' Party (PKK).
func (f *finder) acronyms() {
	given := map[string]int{} // an acronym, and the hit that it stands for
	for i := 1; i+2 < len(f.t); i++ {
		if f.keys[i] != "(" || f.keys[i+2] != ")" || !isCapitals(f.t[i+1].Text) {
			continue
		}
		if o := f.out[i-1]; o >= 0 && f.hits[o].last == i && !f.isPersonHit(int(o)) {
			h := &f.hits[o]
			if f.out[i+1] >= 0 {
				if own := &f.hits[f.out[i+1]]; len(own.names) == 1 && len(h.names) == 1 && own.names[0].actor == h.names[0].actor {
					continue
				}
				f.hits[f.out[i+1]].dropped = true
			}
			given[f.t[i+1].Text] = int(o)
		}
	}
	if len(given) == 0 {
		return
	}
	for i := range f.t {
		o, ok := given[f.t[i].Text]
		if !ok || f.out[i] >= 0 && !f.hits[f.out[i]].dropped && f.hits[f.out[i]].last-f.hits[f.out[i]].first > 1 {
			continue
		}
		if f.out[i] >= 0 {
			f.hits[f.out[i]].dropped = true
		}
		f.addOver(hit{mention: mention{first: i, last: i + 1, head: i, how: "acronym", confidence: 0.9}, owner: -1, stands: o + 1})
	}
}

// entities makes an entity of each actor that is named.
func (f *finder) entities() {
	f.evidence()
	order := f.order()
	for _, n := range order {
		h := &f.hits[n]
		switch {
		case h.dropped || h.role != nil || h.stands > 0:
		case h.person != "":
			h.entity = f.person(h)
		case len(h.names) == 1 && h.names[0].actor >= 0:
			h.entity = f.entityOf(h.names[0].actor)
		case len(h.names) == 0 && h.kind == Organization:
			x := entity{kind: Organization, name: h.name, key: "Organization:" + slug(h.name), of: -1, gender: '?'}
			if owners := f.ownerEntities(h.owners); len(owners) > 0 {
				x.of = owners[0]
			}
			h.entity = f.entityNamed(x.key, x)
		}
	}
	for _, persons := range [2]bool{false, true} { // who may belong to bodies comes after them
		for _, n := range order {
			h := &f.hits[n]
			if h.dropped || h.role == nil || (h.role.kind == "person" || h.role.kind == "group") != persons || h.appositive > 0 {
				continue
			}
			if h.owner < 0 || len(h.owners) > 0 {
				f.roleEntity(h)
			}
		}
	}
	for _, n := range order {
		h := &f.hits[n]
		if h.dropped {
			continue
		}
		if h.stands > 0 {
			h.entity = f.hits[h.stands-1].entity
		}
		if h.entity >= 0 && h.person != "" {
			f.titles(h)
		}
	}
	for n := range f.hits {
		if h := &f.hits[n]; h.appositive > 0 {
			h.entity = f.hits[h.appositive-1].entity
		}
	}
}

// evidence settles names that several actors have by who else is named: "Congolese" is the one Congo's that the article speaks of.
func (f *finder) evidence() {
	var words map[string]bool
	for n := range f.hits {
		h := &f.hits[n]
		if len(h.names) == 0 {
			continue
		}
		doubts := f.doubtful[strings.Join(f.keys[h.first:h.last], " ")]
		if doubts == nil {
			continue
		}
		if words == nil {
			words = map[string]bool{}
			for _, k := range f.keys {
				words[k] = true
			}
		}
		was := h.names[0]
		h.names = nil
		for _, d := range doubts {
			if slices.ContainsFunc(d.with, func(w string) bool { return words[w] }) {
				h.names = append(h.names, name{actor: d.actor, how: was.how, line: d.line, place: d.place, iso3: d.iso3})
			}
		}
		switch {
		case len(h.names) != 1:
			h.names = append(h.names[:0:0], was, was) // nobody knows whom
			h.line = ""
		case h.names[0].actor < 0:
			h.place, h.line, h.adjective = true, h.names[0].line, false
		default:
			h.line, h.confidence = h.names[0].line, 0.85
		}
	}
	certain := map[int]bool{}
	for n := range f.hits {
		if h := &f.hits[n]; len(h.names) == 1 && !h.dropped {
			certain[h.names[0].actor] = true
			if a := h.names[0].actor; a >= 0 && f.known[a].of >= 0 {
				certain[f.known[a].of] = true
			}
			if iso := h.names[0].iso3; iso != "" && h.names[0].actor < 0 {
				certain[f.states[iso]] = true
			}
		}
	}
	for n := range f.hits {
		h := &f.hits[n]
		if len(h.names) < 2 {
			continue
		}
		var left []name
		for _, c := range h.names {
			if certain[c.actor] {
				left = append(left, c)
			}
		}
		if len(left) == 1 {
			h.names, h.confidence = left, 0.8
		}
	}
}

// person returns the entity of a person.
func (f *finder) person(h *hit) int {
	if strings.HasPrefix(h.person, "Official:") {
		return f.entityOf(f.people[h.person])
	}
	name := h.name
	if n, ok := f.full[h.person]; ok { // the name in full stands elsewhere
		name = f.hits[n].name
	}
	e := f.entityNamed("person "+h.person, entity{kind: Official, name: name, of: -1, gender: h.gender})
	if x := &f.a.cast.entities[e]; x.gender == '?' || x.gender == 0 {
		x.gender = h.gender
	}
	return e
}

// entityNamed returns the entity of something that the dictionary does not know, by what it is told apart by.
func (f *finder) entityNamed(key string, x entity) int {
	if e, ok := f.byName[key]; ok {
		return e
	}
	n := len(f.a.cast.entities)
	f.byName[key] = n
	f.a.cast.entities = append(f.a.cast.entities, x)
	return n
}

// ownerEntities are the entities that a role or a body belongs to.
func (f *finder) ownerEntities(owners []int) []int {
	var all []int
	for _, o := range owners {
		if e := f.hits[o].entity; e >= 0 && !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	return all
}

// roleEntity makes the entity of a role that stands without a name, or of a body.
func (f *finder) roleEntity(h *hit) {
	owners := f.ownerEntities(h.owners)
	if len(owners) == 0 {
		owners = []int{-1}
		if len(h.owners) > 0 && h.role.kind == "state" { // the government of what nobody knows
			h.dropped = true
			return
		}
	}
	for n, of := range owners {
		e := f.roleOf(h, of)
		if n == 0 {
			h.entity = e
		} else if e >= 0 && e != h.entity {
			h.also = append(h.also, e)
		}
	}
}

func (f *finder) roleOf(h *hit, of int) int {
	entities := f.a.cast.entities
	words := strings.ToLower(h.roleText)
	if plain, ok := bodies[words]; ok {
		words = plain
	}
	label := h.roleText
	if of >= 0 {
		label = f.adjective(of) + " " + words
	}
	called := label
	if len(h.owners) == 1 && h.owner < 0 {
		called = f.plainly(h.first, h.last)
	}
	switch h.role.kind {
	case "state":
		if of < 0 {
			return -1 // coreference may know
		}
		switch x := entities[of]; {
		case x.kind == State, x.kind == Organization:
			return of
		case x.of >= 0 && entities[x.of].kind == State:
			return x.of
		case x.kind == Official && strings.HasPrefix(x.key, "Official:"): // the Assad regime
			if o, ok := f.known[f.people[x.key]].at(f.a.article.Published); ok && o.of >= 0 && f.known[o.of].kind == State {
				return f.entityOf(o.of)
			}
		}
		return f.entityNamed("body "+strings.ToLower(label), entity{kind: Organization, name: label, key: "Organization:" + slug(label), of: of, gender: '?', sector: h.role.sector})
	case "body", "generic":
		if of < 0 && h.plural && h.role.kind == "generic" {
			break // "the Kurdish parties"
		}
		if of < 0 && (h.definite || h.owner >= 0) && !isCapital(f.t[h.last-1].Text) {
			return -1
		}
		if of >= 0 && entities[of].kind == Official {
			x := entities[of]
			// Erensoy's ministry is the defence ministry, where he is the defence minister.
			if before, ok := strings.CutSuffix(strings.ToLower(x.role), "minister"); ok && words == "ministry" && x.of >= 0 {
				of = x.of
				words = strings.ReplaceAll(strings.TrimSpace(strings.ReplaceAll(before, "defense", "defence"))+" ministry", "prime ministry", "government")
				label = f.adjective(of) + " " + words
			} else {
				label = x.name + "'s " + words
			}
		}
		if of >= 0 && of < len(entities) && entities[of].kind == State && len(h.owners) != 1 {
			called = label
		}
		return f.entityNamed("body "+strings.ToLower(label), entity{kind: Organization, name: called, key: "Organization:" + slug(label), of: of, gender: '?', sector: h.role.sector})
	}
	if of < 0 && h.definite && !h.plural {
		return -1
	}
	if h.role.kind == "generic" {
		label, called = h.roleText, f.plainly(h.first, h.last)
	}
	kind := Unnamed
	if h.role.unique && !h.plural {
		kind = Official
	}
	x := entity{kind: kind, name: called, role: h.roleText, of: f.represented(of), gender: h.role.gender, plural: h.plural, former: h.former, sector: h.role.sector}
	if h.former {
		x.of = -1
	}
	return f.entityNamed("role "+strings.ToLower(label), x)
}

// plainly are the words of a noun phrase without its article or number.
func (f *finder) plainly(first, last int) string {
	for first < last-1 && (f.t[first].Tag == text.Determiner || f.t[first].Tag == text.Number) {
		first++
	}
	return f.doc.Words(first, last)
}

// bodies are the same by another name.
var bodies = map[string]string{
	"ministry of foreign affairs": "foreign ministry", "ministry of external affairs": "foreign ministry", "foreign affairs ministry": "foreign ministry", "external affairs ministry": "foreign ministry",
	"ministry of defence": "defence ministry", "ministry of defense": "defence ministry", "defense ministry": "defence ministry",
	"ministry of the interior": "interior ministry", "ministry of interior": "interior ministry", "ministry of finance": "finance ministry", "ministry of health": "health ministry", "ministry of justice": "justice ministry", "ministry of energy": "energy ministry",
}

// adjective is what stands before something of an entity's.
func (f *finder) adjective(e int) string {
	x := f.a.cast.entities[e]
	if x.kind == State {
		if i, ok := f.states[strings.TrimPrefix(x.key, "State:")]; ok && f.known[i].adjective != "" {
			return f.known[i].adjective
		}
	}
	return x.name
}

// represented is whom one speaks for who belongs to a body: the state whose ministry it is.
func (f *finder) represented(e int) int {
	if e < 0 {
		return -1
	}
	x := f.a.cast.entities[e]
	if x.kind == Organization && x.of >= 0 && f.a.cast.entities[x.of].kind == State {
		return x.of
	}
	return e
}

// titles gives a person the role that the article says, or else the one that the dictionary has for the day.
func (f *finder) titles(h *hit) {
	x := &f.a.cast.entities[h.entity]
	for _, t := range h.roles {
		owners := f.ownerEntities(t.owners)
		if x.role == "" || x.of < 0 && len(owners) > 0 && !x.former {
			x.role, x.former, x.sector = t.text, t.former, t.role.sector
			if len(owners) > 0 && !t.former {
				x.of = f.represented(owners[0])
			}
		}
	}
	if x.of >= 0 || x.former || !strings.HasPrefix(x.key, "Official:") {
		return
	}
	if o, ok := f.known[f.people[x.key]].at(f.a.article.Published); ok && o.of >= 0 {
		of := f.entityOf(o.of)
		x = &f.a.cast.entities[h.entity]
		x.of = of
		if x.role == "" {
			x.role = o.role
		}
	}
}

// at returns the office that somebody holds on a day; without a day, the only one that he ever held.
func (a *actor) at(day string) (office, bool) {
	if len(day) < 4 {
		if len(a.offices) == 1 {
			return a.offices[0], true
		}
		return office{}, false
	}
	if len(day) > 10 {
		day = day[:10]
	}
	day = strings.TrimRight(day, "~?%")
	var found office
	ok := false
	for _, o := range a.offices {
		n := min(len(day), len(o.from))
		m := min(len(day), len(o.to))
		if o.from[:n] <= day[:n] && (o.to == "" || day[:m] <= o.to[:m]) && (!ok || o.from >= found.from) {
			found, ok = o, true
		}
	}
	return found, ok
}

// entityOf returns the entity of an actor of the dictionary.
func (f *finder) entityOf(known int) int {
	if e, ok := f.byActor[known]; ok {
		return e
	}
	x := f.known[known]
	n := len(f.a.cast.entities)
	f.byActor[known] = n
	f.a.cast.entities = append(f.a.cast.entities, entity{kind: x.kind, key: x.key, name: x.name, iso3: x.iso3, of: -1, gender: x.gender})
	if x.of >= 0 {
		of := f.entityOf(x.of)
		f.a.cast.entities[n].of = of
	}
	return n
}

// nameAs calls a person and an organisation of the dictionary as the article does: an organisation by its full name where that stands there, else as it is first called,
// unless that is too short to say who it is.
func (f *finder) nameAs() {
	first := map[int]string{}
	for _, n := range f.order() {
		h := &f.hits[n]
		if h.dropped || h.entity < 0 || len(h.names) != 1 || h.names[0].actor < 0 || f.known[h.names[0].actor].kind == State {
			continue
		}
		if f.known[h.names[0].actor].kind == Official {
			if (h.how == "name" || h.how == "alias") && first[h.entity] == "" {
				first[h.entity] = f.doc.Words(h.last-len(h.names[0].words), h.last)
			}
			continue
		}
		switch words := f.doc.Words(h.first, h.last); {
		case h.how == "name":
			first[h.entity] = f.known[h.names[0].actor].name
		case h.how == "alias" && first[h.entity] == "" && len(words) > 3:
			first[h.entity] = words
		}
	}
	for e, name := range first {
		f.a.cast.entities[e].name = name
	}
}

// finish puts the mentions in order.
func (f *finder) finish() {
	f.nameAs()
	c := &f.a.cast
	for n := range f.hits {
		if h := &f.hits[n]; !h.dropped && (h.entity >= 0 || h.place || h.adjective || len(h.names) > 0) {
			c.mentions = append(c.mentions, f.hits[n].mention)
		}
	}
	slices.SortStableFunc(c.mentions, func(x, y mention) int {
		if x.Start != y.Start {
			return x.Start - y.Start
		}
		return y.End - x.End
	})
	for n, m := range c.mentions {
		if m.entity >= 0 {
			c.entities[m.entity].mentions = append(c.entities[m.entity].mentions, n)
		}
	}
}
