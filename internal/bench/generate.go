package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// generation is the version of what generate makes. It grows with every change of it, so that no store filled by another is used.
const generation = 2

// size says how large a generated graph is. The same size is the same graph, to the byte.
type size struct{ Actors, Statements int }

// mark is the key of the node that is written last: a store that has it has all of the graph.
func (s size) mark() string { return fmt.Sprintf("bench-%d-%d-%d", generation, s.Actors, s.Statements) }

// The shares of a graph. As in real data few say most: speakers, addressees and topics are drawn from Zipf distributions.
const (
	batchStatements      = 5000 // statements written together, with what hangs on them
	outlets              = 100
	issues               = 50
	statementsPerArticle = 5
	skew                 = 1.1 // of Zipf
)

var (
	acts       = []string{"ASSERT", "ACCUSE", "APPEAL", "WARN", "DEMAND", "CONDEMN", "EXPRESS_CONCERN", "OFFER", "REJECT", "PROMISE", "ACKNOWLEDGE", "DENY", "PRAISE", "THREATEN", "ANNOUNCE", "ACCEPT", "THANK"}
	modalities = []string{"ASSERTED", "ASSERTED", "ASSERTED", "PLANNED", "POSSIBLE", "CONDITIONAL", "DEMANDED"}
	words      = strings.Fields("the border talks will resume when both sides honour their word and dialogue remains the only way to a lasting ceasefire " +
		"our forces answered fire from across the line mediators urge restraint while trade and transit stay closed for families and merchants " +
		"a delegation arrived in the capital to discuss verification monitoring prisoners water rights and the return of refugees")
	kinds = []string{"IGO", "ALLIANCE", "GOVERNMENT", "ARMED_GROUP", "PARTY", "AGENCY", "NGO", "OTHER"}
)

// generator makes one graph, batch by batch.
type generator struct {
	size   size
	model  *query.Model
	random *rand.Rand
	batch  store.Batch

	actors, states, topics []string // ids
	speaker, topic         *rand.Zipf
}

// generate makes the graph of a size and hands it to write in batches, each of which leads to nodes of itself and of those before it only.
func generate(ctx context.Context, model *query.Model, s size, write func(store.Batch) error) error {
	g := &generator{size: s, model: model, random: rand.New(rand.NewPCG(uint64(s.Actors), uint64(s.Statements)))}
	g.speaker = rand.NewZipf(g.random, skew, 2, uint64(s.Actors-1))
	g.topic = rand.NewZipf(g.random, skew, 2, uint64(issues-1))
	flush := func() error {
		b := g.batch
		g.batch = store.Batch{}
		if err := ctx.Err(); err != nil {
			return err
		}
		return write(b)
	}
	g.world()
	if err := flush(); err != nil {
		return err
	}
	for i := range s.Statements {
		g.statement(i)
		if (i+1)%batchStatements == 0 {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	g.node("Issue", s.mark(), columns{"name": "The benchmark's data are complete"})
	return flush()
}

type columns = map[string]any

func (g *generator) node(noun, key string, c columns) (id string) {
	c["key"] = key
	for _, p := range g.model.Noun(noun).Properties {
		if p.Default != "" {
			c[p.Name] = p.Default
		}
	}
	id = diplomacy.ID(noun, key)
	g.batch.Nodes = append(g.batch.Nodes, store.Node{Noun: g.model.Noun(noun), ID: id, Columns: c})
	return id
}

func (g *generator) edge(from, typ, to string) {
	g.batch.Edges = append(g.batch.Edges, store.Edge{From: from, Type: typ, To: to})
}

// date sets a date and the interval that it covers.
func date(c columns, name, text string) {
	d, err := diplomacy.ParsePartialDate(text)
	if err != nil {
		panic(err) // the generator writes dates only
	}
	c[name], c[name+"_from"], c[name+"_to"] = d.Text, d.From, d.To
}

// day draws a day of five years, or a month now and then: sources are not always precise.
func (g *generator) day() string {
	day := fmt.Sprintf("20%02d-%02d", 21+g.random.IntN(5), 1+g.random.IntN(12))
	if g.random.IntN(20) > 0 {
		day += fmt.Sprintf("-%02d", 1+g.random.IntN(28))
	}
	return day
}

func (g *generator) sentence(n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = words[g.random.IntN(len(words))]
	}
	return strings.ToUpper(all[0][:1]) + strings.Join(all, " ")[1:] + "."
}

func pick[T any](g *generator, from []T) T { return from[g.random.IntN(len(from))] }

// letters writes a number in three letters, as ISO codes are.
func letters(i int) string {
	return string([]byte{'A' + byte(i/676%26), 'A' + byte(i/26%26), 'A' + byte(i%26)})
}

// world makes what statements are about and by: states, organizations, officials, outlets and issues. Actors are named after how loud they
// are: Actor 000000 says most.
func (g *generator) world() {
	for i := range g.size.Actors {
		noun, key := actor(i)
		c := columns{"name": fmt.Sprintf("Actor %06d", i)}
		switch noun {
		case "State":
			c["iso3"], c["aliases"] = key, []string{"Republic of " + c["name"].(string)}
		case "Organization":
			c["kind"], c["acronym"] = pick(g, kinds), letters(i)
		}
		id := g.node(noun, key, c)
		switch noun {
		case "State":
			g.states = append(g.states, id)
		case "Organization":
			g.edge(id, "BELONGS_TO", pick(g, g.states))
		}
		g.actors = append(g.actors, id)
	}
	for i := range outlets {
		id := g.node("Outlet", outletKey(i), columns{"name": fmt.Sprintf("Outlet %03d", i), "url": fmt.Sprintf("https://outlet-%03d.example/", i)})
		g.edge(id, "BASED_IN", pick(g, g.states))
	}
	for i := range issues {
		g.topics = append(g.topics, g.node("Issue", fmt.Sprintf("issue-%03d", i), columns{"name": fmt.Sprintf("Issue %03d", i)}))
	}
}

// actor is the noun and the key of an actor.
func actor(i int) (noun, key string) {
	switch {
	case i%50 == 0:
		return "State", letters(i / 50)
	case i%8 == 0:
		return "Organization", hashed("actor", i)
	}
	return "Official", hashed("actor", i)
}

func outletKey(i int) string { return fmt.Sprintf("outlet-%03d", i) }

// hashed makes a key. The order of such keys says nothing about what came first, or who is loud.
func hashed(what string, i int) string {
	return fmt.Sprintf("%s-%s-%07d", what, diplomacy.ID("", fmt.Sprint(i))[:4], i)
}

func statementKey(i int) string { return hashed("statement", i) }

func articleKey(i int) string { return fmt.Sprintf("article-%07d", i) }

// loud draws an actor; few are drawn often.
func (g *generator) loud() string { return g.actors[g.speaker.Uint64()] }

func (g *generator) statement(i int) {
	article := i / statementsPerArticle
	if i%statementsPerArticle == 0 {
		c := columns{"title": g.sentence(8), "url": fmt.Sprintf("https://outlet.example/%07d", article), "language": "en", "text": g.sentence(60), "sha256": fmt.Sprintf("%064x", article)}
		date(c, "published", g.day())
		g.edge(g.node("Article", articleKey(article), c), "PUBLISHED_BY", diplomacy.ID("Outlet", outletKey(int(g.random.ExpFloat64()*8)%outlets)))
	}
	text := g.sentence(8 + g.random.IntN(20))
	c := columns{"name": text[:min(len(text), 40)], "text": text, "act": acts[min(int(g.random.ExpFloat64()*3), len(acts)-1)], "modality": pick(g, modalities), "polarity": "POSITIVE"}
	if g.random.IntN(10) == 0 {
		c["polarity"] = "NEGATIVE"
	}
	if g.random.IntN(3) == 0 {
		c["quote"] = text[:len(text)/2]
	}
	if g.random.IntN(20) > 0 {
		date(c, "spokenAt", g.day())
	}
	reported := g.day()
	date(c, "reportedAt", reported)
	id := g.node("Statement", statementKey(i), c)
	g.distinct(id, "MADE_BY", 1+g.random.IntN(10)/9, g.loud)
	g.edge(id, "ON_BEHALF_OF", pick(g, g.states))
	g.distinct(id, "ADDRESSED_TO", g.random.IntN(3), g.loud)
	g.edge(id, "ABOUT", g.topics[g.topic.Uint64()])
	if i > 0 && g.random.IntN(3) == 0 {
		g.edge(id, "RESPONDS_TO", diplomacy.ID("Statement", statementKey(g.random.IntN(i))))
	}
	for j := range 1 + g.random.IntN(5)/4 {
		sentence := g.sentence(16)
		e := g.node("Evidence", fmt.Sprintf("%s-%d", statementKey(i), j), columns{"words": sentence[:len(sentence)/2], "start": int64(0), "end": int64(len(sentence) / 2), "sentence": sentence, "sentenceNumber": int64(1 + g.random.IntN(30)), "coder": "bench", "confidence": float64(g.random.IntN(100)) / 100})
		g.edge(e, "SUPPORTS", id)
		g.edge(e, "FROM", diplomacy.ID("Article", articleKey(article)))
	}
}

// distinct makes n edges to nodes that draw draws; the same one counts once.
func (g *generator) distinct(from, typ string, n int, draw func() string) {
	var to []string
	for range n {
		if id := draw(); !slices.Contains(to, id) {
			to = append(to, id)
			g.edge(from, typ, id)
		}
	}
}
