package coder

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/parleygraph/parley/internal/article"
)

// What several coders make of one article are layers. They stay apart where they are kept; Union and Intersection lay two of them on each other
// for whoever wants to read them so. Where both have a fact, it is told as the first layer tells it.

// Union has every fact that one of two codings of a text has.
func Union(text string, a, b Coding) Coding { return overlay(text, a, b).union() }

// Intersection has the facts that both codings of a text have.
func Intersection(text string, a, b Coding) Coding { return overlay(text, a, b).intersection() }

// layers are two codings, and what of the second is the same as what of the first.
type layers struct {
	a, b       Coding
	sentences  []article.Span
	actors     map[string]string // ids of b to ids of a
	talks      map[string]string
	statements map[string]string
	relations  map[string]string
}

func overlay(text string, a, b Coding) *layers {
	l := &layers{a: a, b: b, sentences: article.Sentences(text)}
	l.actors = pairs(a.Actors, b.Actors, func(x Actor) string { return x.ID }, sameActor)
	l.talks = pairs(a.Talks, b.Talks, func(x Talks) string { return x.ID }, func(x, y Talks) bool {
		return l.meet(x.Fact, y.Fact) && (l.common(x.Parties, y.Parties) || x.Place != nil && y.Place != nil && strings.EqualFold(*x.Place, *y.Place))
	})
	l.statements = pairs(a.Statements, b.Statements, func(x Statement) string { return x.ID }, func(x, y Statement) bool {
		return l.meet(x.Fact, y.Fact) && x.Act == y.Act && x.Polarity == y.Polarity && l.common(x.Speakers, y.Speakers)
	})
	l.relations = pairs(a.Relations, b.Relations, func(x Relation) string { return x.ID }, func(x, y Relation) bool {
		return l.meet(x.Fact, y.Fact) && x.Type == y.Type && x.Polarity == y.Polarity && l.common(x.Source, y.Source) &&
			(len(x.Target) == 0 && len(y.Target) == 0 || l.common(x.Target, y.Target))
	})
	return l
}

// pairs gives, for the ids of b, those of a that are the same; each of a is taken once.
func pairs[T any](a, b []T, id func(T) string, same func(x, y T) bool) map[string]string {
	found := map[string]string{}
	taken := make([]bool, len(a))
	for _, y := range b {
		for i, x := range a {
			if !taken[i] && same(x, y) {
				taken[i] = true
				found[id(y)] = id(x)
				break
			}
		}
	}
	return found
}

func sameActor(x, y Actor) bool {
	switch {
	case x.Key != "" && y.Key != "":
		return x.Key == y.Key
	case x.Kind == State && y.Kind == State && x.ISO3 != nil && y.ISO3 != nil:
		return *x.ISO3 == *y.ISO3
	}
	bare := func(s string) string { return strings.TrimPrefix(strings.ToLower(s), "the ") }
	return bare(x.Name) == bare(y.Name)
}

// meet says whether two facts rest on words of a common sentence.
func (l *layers) meet(x, y Fact) bool {
	if x.Start < y.End && y.Start < x.End {
		return true
	}
	return slices.ContainsFunc(l.sentences, func(s article.Span) bool {
		return x.Start < s.End && s.Start < x.End && y.Start < s.End && s.Start < y.End
	})
}

func (l *layers) common(a, b []string) bool {
	return slices.ContainsFunc(b, func(id string) bool { return l.actors[id] != "" && slices.Contains(a, l.actors[id]) })
}

// intersection keeps of the first layer what the second has as well.
func (l *layers) intersection() Coding {
	kept := func(found map[string]string) map[string]bool {
		ids := map[string]bool{}
		for _, id := range found {
			ids[id] = true
		}
		return ids
	}
	talks, statements, relations := kept(l.talks), kept(l.statements), kept(l.relations)
	c := Coding{
		Talks:      filter(l.a.Talks, func(x Talks) bool { return talks[x.ID] }),
		Statements: filter(l.a.Statements, func(x Statement) bool { return statements[x.ID] }),
		Relations:  filter(l.a.Relations, func(x Relation) bool { return relations[x.ID] }),
	}
	c = c.copied()
	used := map[string]bool{}
	c.refer(func(id string) string { used[id] = true; return id })
	// Those whom an actor belongs to stay with it; they may come before it.
	for range l.a.Actors {
		for _, a := range l.a.Actors {
			if a.Of != nil && used[a.ID] {
				used[*a.Of] = true
			}
		}
	}
	c.Actors = filter(l.a.Actors, func(x Actor) bool { return used[x.ID] })
	return c.Renumbered()
}

func filter[T any](all []T, keep func(T) bool) []T {
	kept := make([]T, 0, len(all))
	for _, x := range all {
		if keep(x) {
			kept = append(kept, x)
		}
	}
	return kept
}

// union adds to the first layer what only the second has.
func (l *layers) union() Coding {
	// Ids of the second layer that are the second layer's own must not be taken for those of the first.
	const own = "\x00"
	b := Coding{
		Actors:     slices.Clone(l.b.Actors),
		Talks:      filter(l.b.Talks, func(x Talks) bool { return l.talks[x.ID] == "" }),
		Statements: filter(l.b.Statements, func(x Statement) bool { return l.statements[x.ID] == "" }),
		Relations:  filter(l.b.Relations, func(x Relation) bool { return l.relations[x.ID] == "" }),
	}
	b = b.copied()
	b.refer(func(id string) string {
		if same := cmp.Or(l.actors[id], l.talks[id]); same != "" {
			return same
		}
		return own + id
	})
	for i := range b.Talks {
		b.Talks[i].ID = own + b.Talks[i].ID
	}
	b.Actors = filter(b.Actors, func(x Actor) bool { return l.actors[x.ID] == "" })
	for i := range b.Actors {
		b.Actors[i].ID = own + b.Actors[i].ID
	}
	c := Coding{
		Actors:     slices.Concat(l.a.Actors, b.Actors),
		Talks:      slices.Concat(l.a.Talks, b.Talks),
		Statements: slices.Concat(l.a.Statements, b.Statements),
		Relations:  slices.Concat(l.a.Relations, b.Relations),
	}
	return c.Renumbered()
}

// copied makes a coding whose references can be changed.
func (c Coding) copied() Coding {
	c.Actors = slices.Clone(c.Actors)
	c.Talks = slices.Clone(c.Talks)
	c.Statements = slices.Clone(c.Statements)
	c.Relations = slices.Clone(c.Relations)
	for i := range c.Actors {
		if of := c.Actors[i].Of; of != nil {
			id := *of
			c.Actors[i].Of = &id
		}
	}
	for i := range c.Talks {
		t := &c.Talks[i]
		t.Parties, t.Mediators, t.Hosts, t.Accounts = slices.Clone(t.Parties), slices.Clone(t.Mediators), slices.Clone(t.Hosts), slices.Clone(t.Accounts)
	}
	for i := range c.Statements {
		s := &c.Statements[i]
		s.Speakers, s.Behalf, s.Addressed, s.About = slices.Clone(s.Speakers), slices.Clone(s.Behalf), slices.Clone(s.Addressed), slices.Clone(s.About)
	}
	for i := range c.Relations {
		r := &c.Relations[i]
		r.Source, r.Target, r.About = slices.Clone(r.Source), slices.Clone(r.Target), slices.Clone(r.About)
	}
	return c
}

// refer puts what to gives in place of each reference to an actor or to talks; references to nothing ("") go.
func (c *Coding) refer(to func(id string) string) {
	list := func(ids *[]string) {
		kept := (*ids)[:0]
		for _, id := range *ids {
			if id = to(id); id != "" {
				kept = append(kept, id)
			}
		}
		*ids = kept
	}
	by := func(f *Fact) {
		if f.By != "" {
			f.By = to(f.By)
		}
	}
	for i := range c.Actors {
		if of := c.Actors[i].Of; of != nil {
			if *of = to(*of); *of == "" {
				c.Actors[i].Of = nil
			}
		}
	}
	for i := range c.Talks {
		t := &c.Talks[i]
		by(&t.Fact)
		list(&t.Parties)
		list(&t.Mediators)
		list(&t.Hosts)
		for k := range t.Accounts {
			t.Accounts[k].Party = to(t.Accounts[k].Party)
		}
	}
	for i := range c.Statements {
		s := &c.Statements[i]
		by(&s.Fact)
		list(&s.Speakers)
		list(&s.Behalf)
		list(&s.Addressed)
		list(&s.About)
	}
	for i := range c.Relations {
		r := &c.Relations[i]
		by(&r.Fact)
		list(&r.Source)
		list(&r.Target)
		list(&r.About)
	}
}

// Renumbered puts facts into the order of the text and gives ids by it. What refers to nothing in the coding refers to nothing.
func (c Coding) Renumbered() Coding {
	c = c.copied()
	order := func(x, y Fact) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End)) }
	slices.SortStableFunc(c.Talks, func(x, y Talks) int { return order(x.Fact, y.Fact) })
	slices.SortStableFunc(c.Statements, func(x, y Statement) int { return order(x.Fact, y.Fact) })
	slices.SortStableFunc(c.Relations, func(x, y Relation) int { return order(x.Fact, y.Fact) })
	ids := map[string]string{}
	for i := range c.Actors {
		ids[c.Actors[i].ID] = "a" + strconv.Itoa(i+1)
		c.Actors[i].ID = ids[c.Actors[i].ID]
	}
	for i := range c.Talks {
		ids[c.Talks[i].ID] = "t" + strconv.Itoa(i+1)
		c.Talks[i].ID = ids[c.Talks[i].ID]
	}
	for i := range c.Statements {
		c.Statements[i].ID = "s" + strconv.Itoa(i+1)
	}
	for i := range c.Relations {
		c.Relations[i].ID = "r" + strconv.Itoa(i+1)
	}
	c.refer(func(id string) string { return ids[id] })
	return c
}
