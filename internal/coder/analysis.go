package coder

import (
	"github.com/parleygraph/parley/internal/coder/text"
)

// Article is what is coded.
type Article struct {
	Text      string
	Published string // EDTF, as precise as is known; "" unknown
	Outlet    string // its name: who speaks where "this newspaper" does
	Title     string // never evidence: it is not part of the text
}

// analysis is an article on its way: each stage reads what the ones before it wrote, and writes its own part.
type analysis struct {
	article Article
	doc     *text.Document
	cast    cast          // actors.go, coreference.go
	said    []attribution // speech.go
	events  []event       // events.go
}

// mention is a place at which an actor is named or referred to.
type mention struct {
	text.Span
	first, last int    // tokens [first, last)
	head        int    // the token that a clause would have as its head
	entity      int    // an index of cast.entities; -1: unresolved
	also        []int  // more entities, where one phrase names several ("Hungarian and Romanian officials")
	how         string // name, alias, demonym, metonym, role, appositive, surname, pronoun, ...: the sieve that found it
	line        string // the line of the dictionary, where one did
	adjective   bool   // "Iranian" in "Iranian oil": names a state, but nobody acts
	place       bool   // "Geneva", "in Washington": where something is
	plural      bool
	confidence  float64
}

// entity is an actor of the article.
type entity struct {
	kind     Kind
	key      string // of the graph, as "State:RUS"; "" when the dictionary does not know it
	name     string
	iso3     string
	role     string // "foreign minister"
	of       int    // the entity that it belongs to or speaks for; -1: none
	gender   byte   // 'm', 'f', or '?'
	plural   bool   // several people: officials, rebels
	former   bool   // not in office any more
	sector   string // as the dictionary's roles have it: GOV, MIL, REB ...
	mentions []int
}

// cast is who is in the article.
type cast struct {
	mentions []mention // in the order of the text; they do not overlap, but a role may hold a state ("Iranian" in "Iranian Foreign Minister Araghchi" is a mention of its own, inside)
	entities []entity
}

// attribution is a passage that says who said something.
type attribution struct {
	source      text.Span // the words that name the speaker; empty: none is named
	speakers    []int     // entities
	cue         text.Span
	content     []text.Span
	quotes      []int // of text.Document.Quotes, those in the content
	lemma       string
	act         string // as SpeechAct: ASSERT, ACCUSE ...
	addressed   []int  // entities
	channel     string
	clause      int // of text.Document.Clauses; -1: none
	sentence    int
	indirect    bool
	polarity    bool // false: "did not say", "declined to comment"
	modality    string
	rule, line  string
	confidence  float64
	attribution int // the attribution in whose content this one stands; -1: the narrator's
}

// event is who did what to whom, as a frame found it.
type event struct {
	clause     int
	sentence   int
	span       text.Span // the shortest words that carry it
	cameo      string
	kind       string // the relation's type, as OFFERS_MEDIATION; "" when only CAMEO has it
	sources    []int  // entities
	targets    []int
	negative   bool
	modality   string
	by         int // the attribution in whose content it stands; -1: the narrator says it
	rule, line string
	through    string // the line of the words that lead to the act: "held" of "held talks"
	confidence float64
}
