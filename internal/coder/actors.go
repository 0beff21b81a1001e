package coder

import (
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/coder/text"
)

// finder is the search for the actors of one article.
type finder struct {
	*actorRules
	a    *analysis
	doc  *text.Document
	t    []text.Token
	keys []string // of each token, as the tries have them
	hits []hit
	at   []int32 // the hit that a token lies in, the innermost; -1: none
	out  []int32 // the outermost
	cut  []bool  // tokens of words in which a name means nobody

	byActor map[int]int // the entity of an actor of the dictionary
}

// hit is a mention on its way.
type hit struct {
	mention
	names    []name // what it may be called by, several where it is ambiguous
	name     string // of a person or a body that the dictionary does not know
	kind     Kind
	sort     string // of an organisation
	role     *role
	roleText string // the words of the role, without whose it is
	owners   []int  // hits: whose the role or the body is
	owner    int    // the token of a word that says so without a name ("its", "the country's"); -1: none
	definite bool
	former   bool
	gender   byte
	dropped  bool
}

// find fills the cast: who is in the article.
func (x *actorRules) find(a *analysis) {
	f := &finder{actorRules: x, a: a, doc: a.doc, t: a.doc.Tokens, byActor: map[int]int{}}
	f.keys = make([]string, len(f.t))
	f.at, f.out, f.cut = make([]int32, len(f.t)), make([]int32, len(f.t)), make([]bool, len(f.t))
	for i := range f.t {
		f.keys[i] = fold(f.t[i].Norm)
		f.at[i], f.out[i] = -1, -1
	}
	f.dictionaryNames()
	f.entities()
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
	for k, w := range n.words {
		if !writtenAs(w, f.t[at+k].Text) {
			return false
		}
	}
	return true
}

// called adds the hit of a name of the dictionary.
func (f *finder) called(names []name, first, last int) {
	h := hit{mention: mention{first: first, last: last, head: last - 1, confidence: 0.95}, owner: -1}
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
	if last < len(f.t) && f.t[last].Tag == text.Noun && last-first == 1 { // "Geneva talks"
		return true
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

// entities makes an entity of each actor of the dictionary that is named.
func (f *finder) entities() {
	for n := range f.hits {
		h := &f.hits[n]
		if h.dropped || len(h.names) != 1 || h.names[0].actor < 0 {
			continue
		}
		h.entity = f.entityOf(h.names[0].actor)
	}
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

// finish puts the mentions in order.
func (f *finder) finish() {
	c := &f.a.cast
	for n := range f.hits {
		if !f.hits[n].dropped {
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

// at returns the mentions that a token lies in, the outermost first.
func (c *cast) at(token int) []int {
	var all []int
	for n, m := range c.mentions {
		if m.first > token {
			break
		}
		if token < m.last {
			all = append(all, n)
		}
	}
	return all
}

// in returns the mentions that lie in tokens [first, last) and in no other mention there, in their order.
func (c *cast) in(first, last int) []int {
	var all []int
	end := 0
	for n, m := range c.mentions {
		if m.first >= last {
			break
		}
		if m.first >= first && m.last <= last && m.End > end {
			all = append(all, n)
			end = m.End
		}
	}
	return all
}
