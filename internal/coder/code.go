package coder

import (
	"github.com/parleygraph/parley/internal/coder/dictionary"
	"github.com/parleygraph/parley/internal/coder/text"
)

// Rules is the coder by rules: the dictionaries, made ready once, so that an article costs no more than its own words. Each stage has a type of
// its own for what it makes of the tables (as actorRules, made by newActorRules from the dictionary), and a method on it that takes the
// *analysis. It may be used by several goroutines at once.
type Rules struct {
	actors *actorRules
}

// NewRules makes the tables of a dictionary ready.
func NewRules(d *dictionary.Dictionary) (*Rules, error) {
	r := &Rules{}
	var err error
	if r.actors, err = newActorRules(d); err != nil {
		return nil, err
	}
	return r, nil
}

// Code codes an article.
func (r *Rules) Code(article Article) Coding {
	a := r.analyse(article)
	return a.coding()
}

// analyse lets all stages read an article, in their order.
func (r *Rules) analyse(article Article) *analysis {
	a := &analysis{article: article, doc: text.Parse(article.Text)}
	r.actors.find(a)
	return a
}

// coding makes the Coding of what the stages found.
func (a *analysis) coding() Coding {
	return Coding{Actors: []Actor{}, Statements: []Statement{}, Talks: []Talks{}, Relations: []Relation{}}
}

// Mention is a place at which an actor is named or referred to.
type Mention struct {
	text.Span
	Kind Kind
	How  string // the sieve that found it
	Line string // the line of the dictionary, where one did
}

// Mentions returns who is named in an article, and where, in the order of the text. Places and adjectives are left out: nobody acts there.
func (r *Rules) Mentions(article Article) []Mention {
	a := r.analyse(article)
	var all []Mention
	for _, m := range a.cast.mentions {
		if m.place || m.adjective || m.entity < 0 {
			continue
		}
		all = append(all, Mention{Span: m.Span, Kind: a.cast.entities[m.entity].kind, How: m.how, Line: m.line})
	}
	return all
}
