package coder

import (
	"strings"

	"github.com/parleygraph/parley/internal/coder/text"
)

// index says for each token what stands there, so that later stages need not search.
type index struct {
	outer  []int32 // the mention that covers it, the largest; -1: none
	inner  []int32 // the smallest
	clause []int32 // the innermost clause; -1: none
	pair   []int   // the two sides that the article is about, whom "both governments" means; nil: it is not clear who they are
}

func (a *analysis) indexed() *index {
	n := len(a.doc.Tokens)
	x := &index{outer: make([]int32, n), inner: make([]int32, n), clause: make([]int32, n)}
	for i := range n {
		x.outer[i], x.inner[i], x.clause[i] = -1, -1, -1
	}
	size := func(m int32) int { return a.cast.mentions[m].last - a.cast.mentions[m].first }
	for i, m := range a.cast.mentions {
		for t := m.first; t < m.last && t < n; t++ {
			if x.outer[t] < 0 || size(x.outer[t]) < m.last-m.first {
				x.outer[t] = int32(i)
			}
			if x.inner[t] < 0 || size(x.inner[t]) > m.last-m.first {
				x.inner[t] = int32(i)
			}
		}
	}
	for i, c := range a.doc.Clauses {
		for t := c.First; t < c.Last && t < n; t++ {
			if o := x.clause[t]; o < 0 || a.doc.Clauses[o].Last-a.doc.Clauses[o].First >= c.Last-c.First {
				x.clause[t] = int32(i)
			}
		}
	}
	voice := a.release(x).side
	if x.pair = a.sides(x, voice); x.pair == nil && voice >= 0 {
		x.pair = a.sides(x, -1)
	}
	return x
}

// sides are the two states or groups that an article is about: those that most of its sentences name together, when no other two come near. Who
// says it all is neither.
func (a *analysis) sides(at *index, voice int) []int {
	type pair struct{ x, y int }
	counts := map[pair]int{}
	var order []pair
	add := func(x, y, n int) {
		if x != y {
			p := pair{min(x, y), max(x, y)}
			if counts[p] == 0 {
				order = append(order, p)
			}
			counts[p] += n
		}
	}
	sentence, last := -1, -1
	var here []int
	named := make([]int, len(a.cast.entities))
	for i := range a.cast.mentions {
		m := &a.cast.mentions[i]
		if n := a.doc.SentenceOf(m.first); n != sentence {
			sentence, here, last = n, here[:0], -1
		}
		if m.entity < 0 || m.place || m.first < len(at.outer) && at.outer[m.first] != int32(i) { // "Sudan" in "Sudan's army" is named with it
			continue
		}
		e := a.root(m.entity)
		if k := a.cast.entities[e].kind; k != State && k != Organization || e == voice {
			continue
		}
		if last >= 0 {
			// "A and B", "between A and B", "A-B": named in one breath
			between := m.first - a.cast.mentions[last].last
			joint := ""
			if between > 0 && between < 3 {
				joint = a.doc.Tokens[a.cast.mentions[last].last].Norm
			}
			if between == 0 || joint == "and" || between == 1 && (joint == "-" || joint == "–") {
				weight := 4
				if f := a.cast.mentions[last].first; f > 0 && (a.doc.Tokens[f-1].Norm == "between" || a.doc.Tokens[f-1].Norm == "both") {
					weight = 7
				}
				add(a.root(a.cast.mentions[last].entity), e, weight)
			}
		}
		last = i
		named[e]++
		for _, o := range here {
			if n := 1; o != e {
				if sentence < 2 { // what an article begins with it is about
					n = 3
				}
				add(o, e, n)
			}
		}
		here = union(here, e)
	}
	best, second := -1, 0
	for _, p := range order {
		counts[p] += min(named[p.x], named[p.y])
	}
	for i, p := range order {
		switch n := counts[p]; {
		case best < 0 || n > counts[order[best]]:
			if best >= 0 {
				second = max(second, counts[order[best]])
			}
			best = i
		default:
			second = max(second, n)
		}
	}
	if best < 0 || 4*counts[order[best]] < 5*second {
		return nil
	}
	return []int{order[best].x, order[best].y}
}

// groups are nouns that together with "both" or "two" mean the two sides.
var groups = map[string]bool{"government": true, "side": true, "country": true, "party": true, "capital": true, "nation": true, "state": true, "neighbor": true, "neighbour": true, "delegation": true, "team": true,
	"leadership": true, "rival": true, "foe": true, "adversary": true, "ally": true, "camp": true}

// bothAt tells whether "both governments", "the two sides", "each country" begins at a token, and where it ends.
func (a *analysis) bothAt(i, limit int) (end int, ok bool) {
	both := false
	for k := i; k < min(i+4, limit); k++ {
		t := &a.doc.Tokens[k]
		switch {
		case t.Norm == "both" || t.Norm == "two" || t.Norm == "each" || t.Norm == "either":
			both = true
		case groups[t.Lemma] && (both || k == i+1 && (t.Norm == "sides" || t.Norm == "parties" || t.Norm == "neighbours" || t.Norm == "neighbors" || t.Norm == "rivals")):
			return k + 1, true
		case k == i && t.Norm == "the", both && (t.Tag == text.Adjective || t.Norm == "the" || t.Norm == "of"):
		default:
			return i, false
		}
	}
	return i, false
}

// named are the actors that are named in tokens [first, last), in their order.
func (a *analysis) named(at *index, first, last int) []int {
	var who []int
	for k := first; k < last && k < len(at.outer); {
		if m := at.outer[k]; m >= 0 {
			mention := &a.cast.mentions[m]
			if mention.entity >= 0 && !mention.adjective && !mention.place {
				who = union(who, mention.entity)
				for _, e := range mention.also {
					who = union(who, e)
				}
			}
			k = max(k+1, mention.last)
			continue
		}
		if end, ok := a.bothAt(k, last); ok {
			for _, e := range at.pair {
				who = union(who, e)
			}
			k = end
			continue
		}
		k++
	}
	return who
}

// phrases looks for sequences of words, each with a value, longest first. Words of one entry stand next to each other, but adverbs,
// adjectives, articles and names may come between them where the entry has none.
type phrases[T any] struct {
	first map[string][]phrase[T] // by the first word
}

type phrase[T any] struct {
	words []string
	value T
	line  string
}

func (p *phrases[T]) add(words string, value T, line string) {
	if p.first == nil {
		p.first = map[string][]phrase[T]{}
	}
	all := strings.Fields(words)
	if len(all) == 0 {
		return
	}
	list := p.first[all[0]]
	at := 0
	for at < len(list) && len(list[at].words) >= len(all) {
		at++
	}
	list = append(list, phrase[T]{})
	copy(list[at+1:], list[at:])
	list[at] = phrase[T]{all, value, line}
	p.first[all[0]] = list
}

// at returns the longest entry that begins at a token and ends before limit, and where it ends.
func (p *phrases[T]) at(d *text.Document, i, limit int) (found phrase[T], end int, ok bool) {
	t := &d.Tokens[i]
	list := p.first[t.Lemma]
	if t.Norm != t.Lemma {
		if more := p.first[t.Norm]; len(more) > 0 {
			list = append(append([]phrase[T]{}, more...), list...)
		}
	}
	for _, one := range list {
		at, k := i+1, 1
		for k < len(one.words) && at < limit {
			n := &d.Tokens[at]
			switch {
			case n.Lemma == one.words[k] || n.Norm == one.words[k]:
				k++
			case (n.Tag == text.Adverb || n.Tag == text.Determiner || n.Tag == text.Possessive || n.Tag == text.Name || n.Tag == text.Adjective || n.Tag == text.Participle) && at-i < len(one.words)+2:
			default:
				k = len(one.words) + 1
			}
			at++
		}
		if k == len(one.words) {
			return one, at, true
		}
	}
	return found, i, false
}

// ordinals, as words.
var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
	"thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}

// ordinal reads "third", "63rd", "twenty-first".
func ordinal(norm string) int {
	if n, ok := ordinals[norm]; ok {
		return n
	}
	if tens, ones, ok := strings.Cut(norm, "-"); ok {
		for i, t := range [...]string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
			if n, known := ordinals[ones]; known && t == tens && n < 10 {
				return (i+2)*10 + n
			}
		}
		return 0
	}
	n, at := 0, 0
	for at < len(norm) && norm[at] >= '0' && norm[at] <= '9' && at < 3 {
		n = n*10 + int(norm[at]-'0')
		at++
	}
	if suffix := norm[at:]; at > 0 && (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") {
		return n
	}
	return 0
}
