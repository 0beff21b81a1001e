package coder

import (
	"slices"
	"strconv"
	"strings"

	"github.com/parleygraph/parley/internal/coder/dates"
	"github.com/parleygraph/parley/internal/coder/text"
)

// coding makes the Coding of what the stages found. What refers to actors and talks does so by the ids that they have in it.
func (s *speaking) coding(relations []relation) Coding {
	c := Coding{Actors: []Actor{}, Statements: []Statement{}, Talks: []Talks{}, Relations: []Relation{}}
	w := &writer{speaking: s, rounds: map[int]string{}}
	w.named(relations)
	w.actors(&c)
	w.talks(&c)
	for i := range s.all {
		w.statement(&c, &s.all[i])
	}
	for i := range relations {
		w.relation(&c, &relations[i])
	}
	return c
}

// writer gives ids.
type writer struct {
	*speaking
	ids    []string       // of the actors, by entity
	used   []bool         // by entity: it is in the coding; nil: all are
	rounds map[int]string // ids of the talks
}

// named notes who is in the coding: who is in a fact, with whom he belongs to, and whoever else has a name and is not only a place.
func (w *writer) named(relations []relation) {
	w.used = make([]bool, len(w.cast.entities))
	use := func(lists ...[]int) {
		for _, list := range lists {
			for _, e := range list {
				for n := 0; e >= 0 && n < 6; n++ {
					w.used[e] = true
					e = w.cast.entities[e].of
				}
			}
		}
	}
	for i := range w.all {
		use(w.all[i].speakers, w.all[i].behalf, w.all[i].addressed)
	}
	for i := range w.speaking.rounds {
		use(w.speaking.rounds[i].parties, w.speaking.rounds[i].mediators, w.speaking.rounds[i].hosts)
	}
	for i := range relations {
		use(relations[i].sources, relations[i].targets)
	}
	for i := range w.said {
		use(w.said[i].speakers)
	}
	for _, m := range w.cast.mentions {
		if m.entity >= 0 && !m.place && !m.adjective && w.cast.entities[m.entity].kind != Unnamed {
			use([]int{m.entity})
		}
	}
}

// actors writes all who act: not what is only a place.
func (w *writer) actors(c *Coding) {
	w.ids = make([]string, len(w.cast.entities))
	for i := range w.cast.entities {
		w.ids[i] = "a" + strconv.Itoa(i+1)
	}
	for i, e := range w.cast.entities {
		if w.used != nil && !w.used[i] {
			continue
		}
		a := Actor{ID: w.ids[i], Kind: e.kind, Name: w.name(i), ISO3: optional(e.iso3), Role: optional(e.role), Mentions: []string{}, Key: e.key}
		if of := e.of; of >= 0 {
			if root := w.root(i); (e.kind == Official || e.kind == Unnamed) && w.cast.entities[root].kind == State {
				of = root // a ministry's minister is the state's
			}
			a.Of = &w.ids[of]
		}
		for _, m := range e.mentions {
			mention := w.cast.mentions[m]
			if words := w.article.Text[mention.Start:mention.End]; !slices.Contains(a.Mentions, words) {
				a.Mentions = append(a.Mentions, words)
			}
		}
		c.Actors = append(c.Actors, a)
	}
}

// name is what the article calls an actor. States and persons have the name that the dictionary or the article gives in full; others are called
// as they are most often, and what has no name as it is first, unless that is an acronym of two letters, which stands for too much.
func (w *writer) name(i int) string {
	e := &w.cast.entities[i]
	if e.kind == State || e.kind == Official && e.name != "" {
		return e.name
	}
	var names []string
	counts := map[string]int{}
	for _, m := range e.mentions {
		mention := &w.cast.mentions[m]
		first := mention.first
		for first < mention.last-1 && w.doc.Tokens[first].Tag == text.Determiner {
			first++
		}
		t := &w.doc.Tokens[first]
		if mention.adjective || mention.how == "pronoun" || t.Tag == text.Pronoun || t.Tag == text.Possessive {
			continue
		}
		words := w.doc.Words(first, mention.last)
		if e.kind == Unnamed {
			return words
		}
		if counts[words] == 0 {
			names = append(names, words)
		}
		counts[words]++
	}
	best := ""
	for _, n := range names {
		switch short := acronym(n); {
		case best == "" || acronym(best) && !short:
			best = n
		case short && !acronym(best):
		case counts[n] > counts[best] || counts[n] == counts[best] && len(n) > len(best):
			best = n
		}
	}
	if len(best) < 3 || !strings.ContainsRune(best, ' ') && strings.ToLower(best[:1]) == best[:1] {
		return e.name
	}
	return best
}

func acronym(s string) bool { return !strings.ContainsAny(s, " abcdefghijklmnopqrstuvwxyz") }

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// who are the ids of entities.
func (w *writer) who(entities []int) []string {
	all := make([]string, 0, len(entities))
	for _, e := range entities {
		all = append(all, w.ids[e])
	}
	return all
}

// fact says where a fact stands and why it was taken for one.
func (w *writer) fact(id string, n int, span text.Span, negative bool, modality string, by int, rule, line string, confidence float64) Fact {
	span = trimmed(w.article.Text, span)
	f := Fact{ID: id + strconv.Itoa(n+1), Polarity: "positive", Modality: modality, Evidence: w.article.Text[span.Start:span.End], Start: span.Start, End: span.End, Rule: rule, Line: line,
		Confidence: confidence}
	if f.Modality == "" {
		f.Modality = "asserted"
	}
	if negative {
		f.Polarity = "negative"
	}
	f.Occurrence = occurrence(w.article.Text, f.Evidence, span.Start)
	if by >= 0 && len(w.said[by].speakers) > 0 {
		f.By = w.ids[w.said[by].speakers[0]]
	}
	return f
}

// trimmed takes white space and a mark at the end from a passage.
func trimmed(s string, span text.Span) text.Span {
	words := s[span.Start:span.End]
	span.Start += len(words) - len(strings.TrimLeft(words, " \t\r\n\u00a0"))
	words = s[span.Start:span.End]
	span.End = span.Start + len(strings.TrimRight(words, " \t\r\n\u00a0,;"))
	return span
}

// occurrence is which of the places at which words stand begins at an offset; 0 where there is one only.
func occurrence(s, words string, at int) int {
	if words == "" || strings.Index(s, words) == at && !strings.Contains(s[at+1:], words) {
		return 0
	}
	n := 1
	for from := 0; ; n++ {
		i := strings.Index(s[from:], words)
		if i < 0 || from+i >= at {
			return n
		}
		from += i + 1
	}
}

func when(e *dates.Expression) *Time {
	if e == nil {
		return nil
	}
	return &Time{Text: e.Text, EDTF: optional(e.EDTF)}
}

func (w *writer) talks(c *Coding) {
	for i := range w.speaking.rounds {
		r := &w.speaking.rounds[i]
		if r.sameAs >= 0 || len(r.parties) == 0 && r.place == "" || len(r.parties) == 1 && r.place == "" && r.ordinal == 0 && !r.named || w.leftover(r.sentence) {
			continue
		}
		t := Talks{Fact: w.fact("t", len(c.Talks), w.doc.SpanOf(r.first, r.last), false, "", r.by, r.rule, r.line, 0.8),
			Place: optional(r.place), Parties: w.who(r.parties), Mediators: w.who(r.mediators), Hosts: w.who(r.hosts), Format: optional(r.format), Status: r.status, Outcome: r.outcome, Accounts: []Account{}}
		t.Polarity, t.Modality = "", ""
		if r.ordinal > 0 {
			t.Ordinal = &r.ordinal
		}
		if t.Outcome == "" {
			t.Outcome = "UNKNOWN"
		}
		t.Started = optional(r.started)
		if r.status == "held" {
			t.Ended = t.Started
		}
		w.rounds[i] = t.ID
		t.Accounts = append(t.Accounts, w.accounts(i, r)...)
		c.Talks = append(c.Talks, t)
	}
}

// accounts are the words in which the parties, or those who speak for them, told of a round.
func (w *writer) accounts(i int, r *round) []Account {
	var all []Account
	for k := range w.all {
		s := &w.all[k]
		if s.quote.Start >= s.quote.End || !slices.Contains(s.about, i) {
			continue
		}
		for _, p := range r.parties {
			if w.sameSide([]int{p}, s.speakers) {
				all = append(all, Account{Party: w.ids[p], Words: strings.TrimRight(w.article.Text[s.quote.Start:s.quote.End], ",.")})
				break
			}
		}
	}
	return all
}

// about are the ids of rounds; those of which nothing is known are left out.
func (w *writer) about(rounds []int) []string {
	all := []string{}
	for _, i := range rounds {
		if id := w.rounds[i]; id != "" {
			all = append(all, id)
		}
	}
	return all
}

func (w *writer) statement(c *Coding, s *statement) {
	one := Statement{Fact: w.fact("s", len(c.Statements), s.span, s.negative, s.modality, s.by, s.rule, s.line, s.confidence), Speakers: w.who(s.speakers), Behalf: w.who(s.behalf), Act: s.act, CAMEO: optional(s.cameo),
		Addressed: w.who(s.addressed), About: w.about(s.about), Channel: optional(s.channel), Said: when(s.said)}
	if s.quote.Start < s.quote.End {
		one.Quote = optional(w.article.Text[s.quote.Start:s.quote.End])
	}
	c.Statements = append(c.Statements, one)
}

func (w *writer) relation(c *Coding, r *relation) {
	c.Relations = append(c.Relations, Relation{Fact: w.fact("r", len(c.Relations), r.span, r.negative, r.modality, r.by, r.rule, r.line, r.confidence), Type: r.kind, CAMEO: optional(r.cameo), Source: w.who(r.sources),
		Target: w.who(r.targets), About: w.about(r.about), Said: when(r.said)})
}
