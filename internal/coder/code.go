package coder

import (
	"github.com/parleygraph/parley/internal/coder/dates"
	"github.com/parleygraph/parley/internal/coder/dictionary"
	"github.com/parleygraph/parley/internal/coder/text"
)

// Rules is the coder by rules: the dictionaries, made ready once, so that an article costs no more than its own words. Each stage has a type of
// its own for what it makes of the tables (as actorRules, made by newActorRules from the dictionary), and a method on it that takes the
// *analysis. It may be used by several goroutines at once.
type Rules struct {
	actors *actorRules
	speech *speechRules
	acts   *acts
	talks  *talksRules
	facts  *factRules
}

// NewRules makes the tables of a dictionary ready.
func NewRules(d *dictionary.Dictionary) (*Rules, error) {
	r := &Rules{speech: newSpeechRules(d), talks: newTalksRules(d), facts: newFactRules(d)}
	var err error
	if r.acts, err = readActs(d); err != nil {
		return nil, err
	}
	if r.actors, err = newActorRules(d); err != nil {
		return nil, err
	}
	return r, nil
}

// Code codes an article.
func (r *Rules) Code(article Article) Coding {
	a := r.analyse(article)
	at := a.indexed()
	r.acts.findEvents(a, at)
	when := dates.Find(article.Text, article.Published)
	rounds := r.talks.findTalks(a, at, when)
	said := r.facts.findStatements(a, r.acts, at, when, rounds)
	return said.coding(r.facts.findRelations(said))
}

// analyse lets the stages that read the text do so, in their order.
func (r *Rules) analyse(article Article) *analysis {
	a := &analysis{article: article, doc: text.Parse(article.Text)}
	r.actors.find(a)
	r.speech.find(a)
	return a
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

// Attribution is a passage that says who said something, as it stands in the text.
type Attribution struct {
	Source  text.Span // empty: nobody is named
	Cue     text.Span
	Content []text.Span
	Rule    string
	Line    string
}

// Attributions returns who is said to have said what.
func (r *Rules) Attributions(article Article) []Attribution {
	a := r.analyse(article)
	all := make([]Attribution, 0, len(a.said))
	for _, s := range a.said {
		all = append(all, Attribution{Source: s.source, Cue: s.cue, Content: s.content, Rule: s.rule, Line: s.line})
	}
	return all
}
