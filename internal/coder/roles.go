package coder

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleygraph/parley/internal/coder/text"
)

// head is a place at which a noun of the table of roles stands.
type head struct {
	first, last int
	role        role
}

// heads finds the nouns of the table of roles, the longest at each place, outside the names that the dictionary has.
func (f *finder) roleHeads() {
	for i := 0; i < len(f.t); {
		if f.cut[i] || f.out[i] >= 0 {
			i++
			continue
		}
		found, length := f.roles.Longest(func(n int) string {
			if i+n < len(f.keys) && f.out[i+n] < 0 {
				return f.keys[i+n]
			}
			return ""
		})
		if length == 0 || f.crosses(i, length) || !f.isNoun(i, i+length) {
			i++
			continue
		}
		for k := range length {
			f.headAt[i+k] = int32(len(f.heads))
		}
		f.heads = append(f.heads, head{i, i + length, found[0]})
		i += length
	}
}

// isNoun tells whether a run is used as a noun, as far as its last word says.
func (f *finder) isNoun(first, last int) bool {
	switch f.t[last-1].Tag {
	case text.Noun, text.Name, text.Other:
		return true
	case text.Adjective:
		return last-first > 1 || strings.HasSuffix(f.t[first].Text, ".") || isCapital(f.t[first].Text)
	case text.Mark, text.Number:
		return false
	}
	return isCapital(f.t[last-1].Text) || last-first > 1
}

// run is a sequence of names that the dictionary does not have.
type run struct{ first, last int }

// runs finds the sequences of capitalised words that no table knows.
func (f *finder) unknownRuns() []run {
	var all []run
	for _, s := range f.doc.Sentences {
		for i := s.First; i < s.Last; {
			if !f.nameToken(i, i == s.First) || f.headAt[i] >= 0 && !f.isKing(i) {
				i++
				continue
			}
			j := i + 1
			for j < s.Last {
				switch {
				case f.nameToken(j, false) && (f.headAt[j] < 0 || f.headAt[j] >= 0 && j-i == 1 && f.isGiven(i) && !f.more(j+1)):
					j++
					continue
				case particles[f.keys[j]] && !isCapital(f.t[j].Text):
					k := j + 1
					for k < s.Last && particles[f.keys[k]] && k < j+3 {
						k++
					}
					if k < s.Last && f.nameToken(k, false) && f.headAt[k] < 0 {
						j = k + 1
						continue
					}
				case f.headAt[j] >= 0 && isCapital(f.t[j].Text) && f.ending[f.t[j].Text].sort != "" && f.heads[f.headAt[j]].last == j+1 && f.out[j] < 0 && j+1-i > 1 && !f.more(j+1):
					if n := f.headAt[j]; f.heads[n].first == j {
						f.headAt[j] = -1
						f.heads[n].role.kind = "none"
						j++
					}
				case f.keys[j] == "&" && j+1 < s.Last && f.nameToken(j+1, false):
					j += 2
					continue
				}
				break
			}
			all = append(all, run{i, j})
			i = j
		}
	}
	return all
}

// isKing tells of a role's word that is a name: Mr. King.
func (f *finder) isKing(i int) bool {
	return i > 0 && f.headAt[i-1] >= 0 && f.heads[f.headAt[i-1]].role.kind == "honorific" && isCapital(f.t[i].Text) && !f.more(i+1)
}

// more tells whether a word at i would go on with a name.
func (f *finder) more(i int) bool { return i < len(f.t) && f.nameToken(i, false) }

func (f *finder) isGiven(i int) bool { return f.given[f.keys[i]] != 0 }

// nameToken tells whether a token can be part of a name that no table knows.
func (f *finder) nameToken(i int, first bool) bool {
	t := &f.t[i]
	if f.out[i] >= 0 || f.cut[i] && !f.nameCut[i] {
		return false
	}
	switch t.Tag {
	case text.Mark, text.Number, text.Determiner, text.Pronoun, text.Conjunction, text.Modal, text.Auxiliary, text.Relative, text.Subordinator, text.Preposition, text.To, text.Possessive:
		return false
	}
	r, n := utf8.DecodeRuneInString(t.Text)
	if !unicode.IsUpper(r) {
		return arabic(t.Text)
	}
	if t.Tag == text.Name {
		_, modifies := f.modifier[f.keys[i]]
		return !modifies || f.headAt[i] >= 0
	}
	if f.isGiven(i) {
		return true
	}
	if first || n == len(t.Text) && r == 'I' {
		return false
	}
	_, modifies := f.modifier[f.keys[i]]
	return !modifies
}

// arabic tells of al-Assad, el-Sisi and their like.
func arabic(s string) bool {
	before, after, ok := strings.Cut(s, "-")
	return ok && len(before) == 2 && (before == "al" || before == "el" || before == "as" || before == "ar" || before == "ul" || before == "ad" || before == "an" || before == "at" || before == "az") && isCapital(after)
}

var particles = map[string]bool{"al": true, "bin": true, "ibn": true, "bint": true, "ben": true, "abu": true, "van": true, "von": true, "der": true, "den": true, "de": true, "del": true, "da": true, "dos": true, "di": true, "la": true, "le": true, "el": true, "ul": true, "ur": true, "y": true, "ter": true, "ten": true, "du": true, "des": true, "della": true}

// saying are the verbs that make of an unknown name beside them one who speaks.
var saying = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("say tell add ask argue claim note explain warn insist declare announce state write recall reply respond acknowledge admit deny accuse urge testify tweet complain stress emphasize emphasise reiterate caution concede contend assert vow pledge suggest joke remark continue") {
		m[w] = true
	}
	return m
}()

// unknown finds the persons and organisations that no table knows.
func (f *finder) unknown() {
	f.speaks = f.speakers()
	var speakers []run
	defer func() {
		for _, r := range speakers { // one name alone that says something, and is nobody's surname
			f.lone = append(f.lone, r)
			f.rest = append(f.rest, r)
		}
	}()
	for _, r := range f.unknownRuns() {
		h := hit{mention: mention{first: r.first, last: r.last, head: r.last - 1, confidence: 0.7}, owner: -1, gender: '?'}
		h.name = f.doc.Words(r.first, r.last)
		last := f.t[r.last-1].Text
		if e, ok := f.ending[last]; ok && (r.last-r.first > 1) {
			h.kind, h.sort, h.how, h.line = Organization, e.sort, "ending", e.line
			for h.first > 0 && f.capitalModifier(h.first-1) && f.doc.SentenceOf(h.first-1) == f.doc.SentenceOf(h.first) {
				h.first--
			}
			h.name = f.doc.Words(h.first, h.last)
			f.ofName(&h)
			f.add(h)
			continue
		}
		if f.isPerson(r, &h) {
			h.kind, h.how = Official, "person"
			f.add(h)
			continue
		}
		if f.speaks[r.last-1] && r.last-r.first == 1 && f.t[r.first].Tag == text.Name && len(last) > 2 {
			speakers = append(speakers, r)
			continue
		}
		if r.last-r.first == 1 && isCapitals(last) && len(last) >= 3 && len(last) <= 6 && r.first > 0 && f.keys[r.first-1] == "the" {
			h.kind, h.how = Organization, "acronym"
			f.add(h)
			continue
		}
		f.rest = append(f.rest, r)
	}
}

// speakers are the tokens that are the heads of subjects of verbs of speech.
func (f *finder) speakers() map[int]bool {
	all := map[int]bool{}
	for n := range f.doc.Clauses {
		c := &f.doc.Clauses[n]
		if !saying[f.t[c.Verb].Lemma] || c.Passive || c.Relative {
			continue
		}
		for _, p := range c.Subjects {
			all[p.Head] = true
		}
	}
	return all
}

// ofName takes what belongs to an organisation's name behind its last word: of Texas, for Foreign Affairs.
func (f *finder) ofName(h *hit) {
	i := h.last
	if i >= len(f.t) || f.keys[i] != "of" && f.keys[i] != "for" && f.keys[i] != "on" {
		return
	}
	j := i + 1
	for j < len(f.t) && f.t[j].Tag == text.Determiner {
		j++
	}
	if j < len(f.t) && f.out[j] >= 0 && f.keys[i] == "of" {
		if q := f.hits[f.out[j]]; q.first == j && !q.adjective && len(q.names) > 0 && q.names[0].actor >= 0 && f.known[q.names[0].actor].kind == State {
			h.owners, h.last = append(h.owners, int(f.out[j])), q.last
			h.name = f.doc.Words(h.first, q.last)
		}
		return
	}
	k := j
	for k < len(f.t) && (f.nameToken(k, false) || f.keys[k] == "and" && k > j && k+1 < len(f.t) && f.nameToken(k+1, false) || f.capitalModifier(k)) && f.headAt[k] < 0 {
		k++
	}
	if k > j && f.doc.SentenceOf(h.first) == f.doc.SentenceOf(k-1) {
		h.last = k
		h.name = f.doc.Words(h.first, k)
	}
}

func (f *finder) capitalModifier(i int) bool {
	_, ok := f.modifier[f.keys[i]]
	return ok && isCapital(f.t[i].Text) && f.out[i] < 0
}

// isPerson tells whether a run of names is a person's.
func (f *finder) isPerson(r run, h *hit) bool {
	length := r.last - r.first
	if g := f.given[f.keys[r.first]]; g != 0 && length > 1 {
		h.gender, h.confidence = g, 0.9
		return length <= 5
	}
	if length == 1 && isCapitals(f.t[r.first].Text) {
		return false
	}
	if at := r.first - 1; at >= 0 && f.headAt[at] >= 0 {
		hd := f.heads[f.headAt[at]]
		if hd.role.title && hd.last == r.first && !strings.HasPrefix(f.t[hd.last-1].Text, ",") && (isCapital(f.t[hd.last-1].Text) || length > 1 || hd.role.kind == "honorific") {
			h.confidence = 0.9
			h.gender = hd.role.gender
			return true
		}
	}
	if length > 4 {
		return false
	}
	for i := r.first; i < r.last; i++ {
		if k := f.keys[i]; arabic(f.t[i].Text) || i > r.first && (k == "bin" || k == "ibn") || strings.HasPrefix(k, "al-") && length > 1 {
			h.confidence = 0.8
			return true
		}
	}
	if length < 2 {
		return false
	}
	if f.speaks[r.last-1] && length <= 3 {
		return true
	}
	// Initials: John F. Kerry.
	for i := r.first; i < r.last-1; i++ {
		if s := f.t[i].Text; len(s) == 2 && s[1] == '.' {
			return true
		}
	}
	if r.last < len(f.t) && saying[f.t[r.last].Lemma] && f.t[r.last].Tag != text.Noun {
		return true
	}
	if r.first > 0 && saying[f.t[r.first-1].Lemma] && f.t[r.first-1].Tag == text.Past && f.t[r.first-1].Lemma != "tell" {
		return true
	}
	if r.first > 1 && f.keys[r.first-1] == "to" && f.keys[r.first-2] == "according" {
		return true
	}
	if r.first > 1 && f.keys[r.first-1] == "," && length <= 3 && f.closes(r.last) && f.endsPersonRole(r.first-1) {
		return true
	}
	// Ana Rojas, 45, ...; Ana Rojas, the mayor of ...
	if r.last+2 < len(f.t) && f.keys[r.last] == "," {
		if f.t[r.last+1].Tag == text.Number && f.keys[r.last+2] == "," && len(f.keys[r.last+1]) == 2 {
			return true
		}
		if f.keys[r.last+1] == "of" && f.t[r.last+2].Tag == text.Name && length <= 3 { // Ana Rojas, of Tarata,
			return true
		}
		return f.startsPersonRole(r.last + 1)
	}
	return false
}

// endsPersonRole tells whether a noun phrase that ends before i has a person's role as its head: "its mayor", "the spokesman for the ministry".
func (f *finder) endsPersonRole(i int) bool {
	for k := i - 1; k >= max(0, i-8); k-- {
		if n := f.headAt[k]; n >= 0 {
			if hd := f.heads[n]; hd.role.kind == "person" {
				return !hd.role.plural && hd.role.kind == "person"
			}
			continue
		}
		switch f.t[k].Tag {
		case text.Noun, text.Name, text.Determiner, text.Adjective, text.Possessive:
			continue
		}
		switch f.keys[k] {
		case "of", "for", "at":
			continue
		}
		return false
	}
	return false
}

// startsPersonRole tells whether a noun phrase that begins at i has a person's role as its head: "the mayor of", "Iran's foreign minister".
func (f *finder) startsPersonRole(i int) bool {
	for k := i; k < min(i+8, len(f.t)); k++ {
		if n := f.headAt[k]; n >= 0 {
			hd := f.heads[n]
			if hd.role.kind == "person" && !hd.role.plural {
				// It must be the head: no noun behind it, but for another head.
				if hd.last < len(f.t) && (f.headAt[hd.last] >= 0) {
					continue
				}
				return hd.last >= len(f.t) || f.t[hd.last].Tag != text.Noun && f.t[hd.last].Tag != text.Name
			}
			k = hd.last - 1
			continue
		}
		switch f.t[k].Tag {
		case text.Determiner, text.Adjective, text.Noun, text.Name, text.Possessive, text.Conjunction, text.Participle, text.Gerund:
			continue
		}
		if _, ok := f.modifier[f.keys[k]]; !ok {
			return false
		}
	}
	return false
}

// bodies composes the ministries, armies and governments, then persons compose, who may belong to them.
func (f *finder) composed() {
	for n := range f.heads {
		switch f.heads[n].role.kind {
		case "body", "generic", "state", "country", "group":
			f.compose(n)
		}
	}
	for n := range f.heads {
		switch f.heads[n].role.kind {
		case "person", "honorific":
			f.compose(n)
		}
	}
}

// compose makes a hit of a head: what stands before it, whose it is, and the name behind it.
func (f *finder) compose(n int) {
	hd := f.heads[n]
	r := &f.heads[n].role
	person := r.kind == "person" || r.kind == "honorific"
	next := hd.last
	if next < len(f.t) && f.out[next] < 0 {
		// The head of a noun phrase is its last noun: "police station" names no police.
		if f.t[next].Tag == text.Noun && f.headAt[next] < 0 || f.headAt[next] >= 0 && r.kind == "generic" {
			return
		}
		if at := f.headAt[next]; at >= 0 && person && f.heads[at].role.kind != "honorific" && !(f.heads[at].role.title && isCapital(f.t[next].Text) && !isCapital(f.t[hd.last-1].Text)) {
			return // "rebel group", "deputy minister"
		}
	}
	s := f.doc.Sentences[f.doc.SentenceOf(hd.first)]
	h := hit{mention: mention{first: hd.first, last: hd.last, head: hd.last - 1, how: "role", line: r.line, confidence: 0.85, plural: r.plural}, owner: -1, role: r, gender: '?'}
	roleFrom := hd.first
	indefinite, own, counted, governs := false, false, false, false
	k := hd.first
left:
	for steps := 0; k > s.First && steps < 9; steps++ {
		p := k - 1
		key := f.keys[p]
		if o := f.out[p]; o >= 0 {
			q := &f.hits[o]
			if q.last != k || len(h.owners) > 0 || q.kind == Official && r.kind != "state" && r.kind != "generic" && r.kind != "body" {
				break
			}
			if f.isPersonHit(int(o)) && !person && isCapital(f.t[hd.last-1].Text) { // the Carter Center
				own = true
				k = q.first
				roleFrom = k
				continue
			}
			h.owners = append(h.owners, int(o))
			k = q.first
			roleFrom = k
			for k-2 >= s.First && (f.keys[k-1] == "and" || f.keys[k-1] == "or" || f.keys[k-1] == "," || f.keys[k-1] == "/") && f.out[k-2] >= 0 && f.hits[f.out[k-2]].adjective {
				h.owners = append(h.owners, int(f.out[k-2]))
				k = f.hits[f.out[k-2]].first
			}
			if q.how == "role" {
				break
			}
			continue
		}
		if f.headAt[p] >= 0 {
			// A head that became no hit of its own narrows this one: "opposition leader", "deputy army chief".
			if f.heads[f.headAt[p]].role.kind == "honorific" {
				break
			}
			if f.heads[f.headAt[p]].role.kind == "state" && !person {
				governs = true // "government forces"
			}
			k = f.heads[f.headAt[p]].first
			roleFrom = k
			continue
		}
		tag := f.t[p].Tag
		if key == "'s" && p > s.First && f.out[p-1] >= 0 && f.hits[f.out[p-1]].last == p {
			tag = text.Possessive // not "is", before what somebody is
		}
		switch tag {
		case text.Possessive:
			if key == "'s" || key == "'" {
				if p > s.First && f.out[p-1] >= 0 && f.hits[f.out[p-1]].last == p {
					if len(h.owners) == 0 {
						h.owners = append(h.owners, int(f.out[p-1]))
					}
					k = f.hits[f.out[p-1]].first
				} else {
					h.owner, k = p-1, max(p-1, s.First)
					if k > s.First && f.t[k-1].Tag == text.Determiner {
						k--
					}
				}
			} else {
				h.owner, k = p, p
			}
			h.definite = true
			break left
		case text.Determiner:
			switch key {
			case "the", "this", "that", "these", "those":
				h.definite = true
			case "a", "an", "another", "any", "some", "each", "every":
				indefinite = true
			case "both", "all":
			default:
				if key == "no" {
					return
				}
			}
			k = p
			break left
		case text.Number:
			k = p
			indefinite, counted = true, true
			continue
		case text.Conjunction:
			if _, ok := f.modifier[f.keys[k]]; ok && p > s.First {
				if _, ok := f.modifier[f.keys[p-1]]; ok || f.t[p-1].Tag == text.Adjective {
					k = p - 1
					roleFrom = k
					continue
				}
			}
			break left
		}
		m, modifies := f.modifier[key]
		if strings.HasPrefix(key, "ex-") || m.means == "former" {
			h.former = true
		}
		if m.means == "many" && len(h.owners) == 0 && !counted {
			indefinite = true
			k = p
			continue
		}
		if isCapital(f.t[p].Text) && isCapital(f.t[hd.first].Text) && p > s.First && !person {
			own = true
		}
		switch {
		case counted:
			break left
		case modifies && (m.means != "many" || len(h.owners) == 0):
		case len(h.owners) > 0:
			break left
		case f.t[p].Tag == text.Adjective && !quantities[key], f.t[p].Tag == text.Noun && f.t[p].Lemma == f.keys[p]:
		case f.t[p].Tag == text.Participle && (strings.Contains(key, "-") || p > s.First && f.t[p-1].Tag == text.Determiner):
		case f.t[p].Tag == text.Name, isCapital(f.t[p].Text) && p > s.First && f.t[p].Tag != text.Preposition && f.t[p].Tag != text.Pronoun && f.t[p].Tag != text.Subordinator:
			own = true
		default:
			break left
		}
		k = p
		roleFrom = k
	}
	if r.kind == "honorific" {
		k = hd.first
		h.owners, h.owner = nil, -1
	}
	h.first = k
	h.roleText = f.withoutOwners(roleFrom, hd.last, h.owners)
	if person && hd.last < len(f.t) && r.title {
		if o := f.out[hd.last]; o >= 0 && f.isPersonHit(int(o)) && f.hits[o].first == hd.last {
			f.entitle(h, int(o))
			return
		}
	}
	if r.kind == "honorific" {
		return
	}
	if r.title && !r.plural && hd.last+1 < s.Last { // Special Envoy for Yemen Tim Lenderking
		switch f.keys[hd.last] {
		case "to", "for", "of", "at", "in":
			j := hd.last + 1
			for j < s.Last && f.t[j].Tag == text.Determiner {
				j++
			}
			if j < s.Last && f.out[j] >= 0 && f.hits[f.out[j]].first <= j {
				q := f.hits[f.out[j]]
				if k := q.last; k < s.Last && f.out[k] >= 0 && f.isPersonHit(int(f.out[k])) && f.hits[f.out[k]].first == k && !f.isPersonHit(int(f.out[j])) {
					if len(h.owners) == 0 && f.keys[hd.last] != "to" {
						h.owners = append(h.owners, int(f.out[j]))
					}
					f.entitle(h, int(f.out[k]))
					return
				}
			}
		}
	}
	f.belongs(&h, s)
	slices.SortFunc(h.owners, func(a, b int) int { return f.hits[a].first - f.hits[b].first })
	if (r.kind == "body" || r.kind == "generic") && isCapital(f.t[hd.first].Text) && len(h.owners) == 0 && hd.last+1 < s.Last && (f.keys[hd.last] == "of" || f.keys[hd.last] == "for") {
		j := hd.last + 1
		for j < s.Last && f.t[j].Tag == text.Determiner {
			j++
		}
		k := j
		for k < s.Last && f.headAt[k] < 0 && (f.nameToken(k, false) || f.capitalModifier(k)) {
			k++
		}
		if k > j { // University of Tarata
			h.last, own = k, true
			h.roleText = f.plainly(h.first, k)
		}
	}
	capital := isCapital(f.t[hd.first].Text) && (own || hd.last-hd.first > 1)
	switch r.kind {
	case "person":
		if !r.plural && !h.definite && !indefinite && len(h.owners) == 0 {
			return
		}
		if r.name == "source" && hd.last < len(f.t) && f.keys[hd.last] == "of" && len(h.owners) == 0 {
			return
		}
	case "body":
		if governs && !indefinite {
			h.definite = true
		}
		if h.plural && len(h.owners) == 0 && roleFrom < hd.first && (r.sector == "REB" || r.sector == "MIL") {
			h.definite = false // "foreign militias"
			break
		}
		if len(h.owners) == 0 && !h.definite && !capital && !r.bare || indefinite && len(h.owners) == 0 && !capital {
			return
		}
		h.sort = "AGENCY"
	case "generic":
		if len(h.owners) == 0 && h.plural && h.definite && h.owner < 0 && roleFrom < hd.first {
			break // "the Kurdish parties"
		}
		if len(h.owners) == 0 && !(capital && own) && !(h.definite && !h.plural && h.owner < 0 && h.last-h.first <= 2) {
			return
		}
		h.sort = "GROUP"
	case "country":
		if h.plural || len(h.owners) > 0 || !h.definite || h.last-h.first > 2 {
			return
		}
	case "state":
		if r.name == "side" && len(h.owners) == 0 {
			return
		}
		if indefinite && len(h.owners) == 0 {
			return
		}
	}
	if len(h.owners) > 1 {
		h.plural = true
	}
	f.addOver(h)
}

// withoutOwners are the words of a role, without whose it is.
func (f *finder) withoutOwners(first, last int, owners []int) string {
	var words []string
	for i := first; i < last; i++ {
		owned := f.t[i].Tag == text.Possessive || f.t[i].Tag == text.Determiner
		for _, o := range owners {
			owned = owned || f.hits[o].first <= i && i < f.hits[o].last
		}
		if len(owners) > 1 && (f.keys[i] == "and" || f.keys[i] == "or" || f.keys[i] == ",") {
			owned = true
		}
		if !owned {
			words = append(words, f.t[i].Text)
		}
	}
	return strings.Join(words, " ")
}

// quantities are adjectives that are no part of what somebody is.
var quantities = map[string]bool{"last": true, "next": true, "more": true, "least": true, "most": true, "fewer": true, "less": true, "such": true, "same": true, "own": true}

// isPersonHit tells whether a hit is a person by name.
func (f *finder) isPersonHit(n int) bool {
	h := &f.hits[n]
	if h.kind == Official && h.role == nil {
		return true
	}
	return len(h.names) > 0 && h.names[0].actor >= 0 && f.known[h.names[0].actor].kind == Official
}

// belongs finds whose a role is behind it: the minister of Peru, a spokesman for the ministry, the head of the IAEA.
func (f *finder) belongs(h *hit, s text.Sentence) {
	i := h.last
	if len(h.owners) > 0 || i+1 >= s.Last {
		return
	}
	switch f.keys[i] {
	case "of", "for", "at", "with", "from":
	default:
		return
	}
	if h.owner >= 0 {
		return
	}
	j := i + 1
	for j < s.Last && f.t[j].Tag == text.Determiner {
		j++
	}
	if j >= s.Last || f.out[j] < 0 {
		return
	}
	o := f.out[j]
	q := &f.hits[o]
	if q.first > j || f.isPersonHit(int(o)) && h.role.kind != "state" || q.adjective && q.last < s.Last && f.beforeNoun(q.last) {
		return
	}
	if h.plural && f.keys[i] == "of" && h.role.kind == "person" && q.how == "role" && q.plural {
		return
	}
	h.owners = append(h.owners, int(o))
	h.last = q.last
	// "delegations from Peru and Ecuador"
	for h.plural && h.last+1 < s.Last && (f.keys[h.last] == "and" || f.keys[h.last] == ",") && f.out[h.last+1] >= 0 {
		next := f.out[h.last+1]
		if n := &f.hits[next]; n.first != h.last+1 || n.kind != q.kind || len(n.names) == 0 || len(q.names) == 0 || n.adjective {
			break
		}
		h.owners = append(h.owners, int(next))
		h.last = f.hits[next].last
	}
}

// addOver adds a hit that holds others: where it stands follows from its tokens, wherever the hit that it grew from stood.
func (f *finder) addOver(h hit) int {
	h.Span = text.Span{}
	return f.add(h)
}

// entitle gives a name the title that stands before it, and the whole becomes one mention.
func (f *finder) entitle(h hit, n int) {
	p := &f.hits[n]
	p.first = h.first
	p.Span = f.doc.SpanOf(p.first, p.last)
	if p.line == "" {
		p.line = h.line
	}
	if h.role.kind != "honorific" {
		p.roles = append(p.roles, title{h.role, h.roleText, h.owners, h.owner, h.former})
	}
	if h.role.gender != '?' {
		p.gender = h.role.gender
	}
	for i := h.first; i < p.last; i++ {
		if f.at[i] < 0 {
			f.at[i] = int32(n)
		}
		f.out[i] = int32(n)
	}
}

// title is a role that a person has in the article.
type title struct {
	role   *role
	text   string
	owners []int // hits
	owner  int   // token, as hit.owner
	former bool
}

// apposed ties a role to the name beside it: "Ana Rojas, Chile's foreign minister," and "Chile's foreign minister, Ana Rojas,".
func (f *finder) apposed() {
	for n := range f.hits {
		p := &f.hits[n]
		if p.dropped || !f.isPersonHit(n) {
			continue
		}
		if i := p.last; i+1 < len(f.t) && f.keys[i] == "," {
			j := i + 1
			if f.t[j].Tag == text.Number && j+1 < len(f.t) && f.keys[j+1] == "," {
				j += 2
			}
			if j < len(f.t) && f.out[j] >= 0 {
				q := &f.hits[f.out[j]]
				if q.first == j && q.role != nil && q.role.kind == "person" && !q.plural && !f.isPersonHit(int(f.out[j])) && f.doc.SentenceOf(j) == f.doc.SentenceOf(i) && f.closes(q.last) {
					q.appositive, q.how = n+1, "appositive"
					p.roles = append(p.roles, title{q.role, q.roleText, q.owners, q.owner, q.former})
					continue
				}
			}
			// A role without an article: "Ana Rojas, director of the institute,"
			if j < len(f.t) && f.headAt[j] >= 0 && f.out[j] < 0 {
				hd := f.heads[f.headAt[j]]
				if hd.role.kind == "person" && !hd.role.plural && hd.first == j {
					h := hit{mention: mention{first: j, last: hd.last, head: hd.last - 1, how: "appositive", line: hd.role.line, confidence: 0.85}, owner: -1, role: &f.heads[f.headAt[j]].role, gender: '?', appositive: n + 1}
					h.roleText = f.doc.Words(hd.first, hd.last)
					s := f.doc.Sentences[f.doc.SentenceOf(j)]
					f.belongs(&h, s)
					if f.closes(h.last) {
						p.roles = append(p.roles, title{h.role, h.roleText, h.owners, h.owner, false})
						f.addOver(h)
						continue
					}
				}
			}
		}
		if i := p.first - 1; i > 0 && f.keys[i] == "," && f.out[i-1] >= 0 {
			q := &f.hits[f.out[i-1]]
			if q.last == i && q.role != nil && q.role.kind == "person" && !q.plural && q.appositive == 0 && !f.isPersonHit(int(f.out[i-1])) && f.closes(p.last) {
				q.appositive, q.how = n+1, "appositive"
				p.roles = append(p.roles, title{q.role, q.roleText, q.owners, q.owner, q.former})
			}
		}
	}
}

// closes tells whether an appositive may end before token i.
func (f *finder) closes(i int) bool {
	if i >= len(f.t) {
		return true
	}
	switch f.keys[i] {
	case ",", ".", "-", ";", ":", ")", "\"", "who", "--", "?", "!":
		return true
	}
	switch f.t[i].Tag {
	case text.Preposition, text.Past, text.Auxiliary, text.Present, text.Modal:
		return true
	}
	return false
}

// slug makes a key of a name.
func slug(s string) string {
	var b strings.Builder
	dash := false
	for _, r := range fold(strings.ToLower(s)) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
			continue
		}
		if r != '\'' && r != '.' {
			dash = true
		}
	}
	return b.String()
}
