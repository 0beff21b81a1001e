package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/coder"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// What a coder finds becomes nodes. Each machine-made fact has a key that is made of what it says: whoever says it, does it or suffers it, how,
// in which words, and on which day. Where all of that is the same in two articles it is one fact that rests on the words of both; where
// anything is uncertain, the article is part of the key, and there are two facts. A fact that is there already is not written again, unless its
// only article is: what a person has decided about it stays.
//
// Actors are those that the dictionary names, or that the graph calls by the same full name; for others a node is made whose key begins with
// "named:", so that it never takes a key that a person has chosen.

// Coder is who finds facts in articles.
type Coder struct {
	Name         string // as Evidence.coder
	Version      string
	Dictionaries string // the hash of what it looks up in
	// Known tells an actor's key that a dictionary gives from one that was made of a name, and what he is called and what kind of organization it is there; nil: all are given.
	Known func(noun, key string) (name, kind string, ok bool)
	Code  func(context.Context, coder.Article) (coder.Coding, error)
}

// curator is the coder of curated facts.
const curator = "curator"

// code lets a coder read the unit's article.
func (u *unit) code(ctx context.Context, c *Coder) {
	a := u.article
	if a.foreign {
		u.said = append(u.said, Problem{File: u.source.name(u.stem), Line: a.line, Message: a.in("it is in %s, which is not coded: it was loaded as a source without facts", article.LanguageName(a.language))})
		return
	}
	title, _ := a.node.columns["title"].(string)
	coding, err := c.Code(ctx, coder.Article{Text: a.text, Published: a.day, Outlet: a.outlet.text, Title: title})
	if err != nil {
		u.said = append(u.said, Problem{File: u.source.name(u.stem), Line: a.line, Message: a.in("it was loaded as a source, but could not be coded: %v", err)})
		return
	}
	a.coding = &coding
}

// in puts the article's place in its file before a message.
func (a *raw) in(format string, args ...any) string {
	message := fmt.Sprintf(format, args...)
	if a.place != "" {
		message = a.place + ": " + message
	}
	return message
}

// compose makes the batches that write articles, with what was found in them.
func (w *writer) compose(ctx context.Context, units []*unit) ([]store.Batch, error) {
	if len(units) == 0 {
		return nil, nil
	}
	there, err := w.storedArticles(ctx, units)
	if err != nil {
		return nil, err
	}
	if err := w.findCopies(ctx, units, there); err != nil {
		return nil, err
	}
	c := &composer{writer: w, made: map[string]*node{}, facts: map[string][]*unit{}}
	for _, u := range units {
		a := u.article
		if b := there[a.node.id]; b != nil {
			for name, v := range b.columns { // what an earlier load knew and this one does not say
				if _, ok := a.node.columns[name]; !ok {
					a.node.columns[name] = v
				}
			}
			if b.curated {
				a.coding, u.said = nil, nil
			}
		}
		if a.copyOf != nil {
			a.node.refs = append(a.node.refs, w.to(a.node.noun.Relation("copyOf"), a.copyOf.noun.Name, a.copyOf.key))
		}
	}
	if err := c.lookUp(ctx, units); err != nil {
		return nil, err
	}
	for _, u := range units {
		c.article(u)
	}
	return c.batches(ctx, units)
}

// to makes a relation.
func (w *writer) to(rel *query.Relation, noun, key string) ref {
	return ref{relation: rel, noun: noun, key: key, id: diplomacy.ID(noun, key)}
}

// composer makes nodes of what was found in the articles of one batch.
type composer struct {
	*writer
	made  map[string]*node   // by id: actors, places and facts of this batch
	facts map[string][]*unit // by id of a fact: the articles of this batch that report it
	unit  *unit
	who   map[string]ref // the actors of an article, by their id in its Coding
}

// lookUp finds out which of the actors and places that the articles name are there.
func (c *composer) lookUp(ctx context.Context, units []*unit) error {
	ids, names := map[string]bool{}, map[string]bool{}
	id := func(noun, key string) {
		if id := diplomacy.ID(noun, key); !c.known[id] {
			ids[id] = true
		}
	}
	name := func(noun, s string) {
		if _, ok := c.named[noun+":"+s]; !ok && s != "" {
			names[s] = true
		}
	}
	for _, u := range units {
		if o := u.article.outlet.text; o != "" {
			id("Outlet", o)
			id("Outlet", namedKey(o))
			name("Outlet", o)
		}
		if u.article.coding == nil {
			continue
		}
		for _, a := range u.article.coding.Actors {
			if noun, key := c.dictionary(a); noun != "" {
				id(noun, key)
				continue
			}
			if noun := nounOf(a.Kind); noun != "" && noun != "UnnamedSource" {
				id(noun, c.keyOf(u, a))
				name(noun, a.Name)
			}
		}
		for _, t := range u.article.coding.Talks {
			if t.Place != nil {
				id("Place", namedKey(*t.Place))
				name("Place", *t.Place)
			}
		}
	}
	rows, err := c.look(ctx, c.model.Noun("Node"), query.ID, anys(ids), nil, []query.Selected{{Column: query.ID}})
	if err != nil {
		return err
	}
	for _, row := range rows {
		c.known[row[0].Text] = true
	}
	column := query.Column{Name: "name", Type: query.Text}
	rows, err = c.look(ctx, c.model.Noun("Topic"), column, anys(names), query.Or{
		query.Is{Noun: c.model.Noun("Official")}, query.Is{Noun: c.model.Noun("Organization")}, query.Is{Noun: c.model.Noun("Outlet")}, query.Is{Noun: c.model.Noun("Place")}, query.Is{Noun: c.model.Noun("State")},
	}, []query.Selected{query.NounName, {Column: column}, {Column: query.Key}})
	if err != nil {
		return err
	}
	several := map[string]bool{}
	for _, row := range rows {
		noun, key := row[0].Text, row[2].Text
		if strings.HasPrefix(key, "named:") {
			continue
		}
		of := noun + ":" + row[1].Text
		if old, ok := c.named[of]; ok && old.key != key {
			several[of] = true
		}
		c.named[of] = ref{noun: noun, key: key, id: diplomacy.ID(noun, key)}
	}
	for of := range several { // nobody knows which is meant
		delete(c.named, of)
	}
	return nil
}

func anys(set map[string]bool) []any {
	all := make([]any, 0, len(set))
	for _, s := range slices.Sorted(maps.Keys(set)) {
		all = append(all, s)
	}
	return all
}

// namedKey makes a key of a name.
func namedKey(parts ...string) string {
	return "named:" + strings.Join(strings.FieldsFunc(strings.ToLower(strings.Join(parts, " ")), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "-")
}

func nounOf(k coder.Kind) string {
	return map[coder.Kind]string{coder.State: "State", coder.Organization: "Organization", coder.Official: "Official", coder.Unnamed: "UnnamedSource"}[k]
}

// dictionary is the node that a dictionary names, or "".
func (c *composer) dictionary(a coder.Actor) (noun, key string) {
	if name, key, ok := strings.Cut(a.Key, ":"); ok && key != "" {
		if n := c.model.Noun(name); n != nil && !n.Interface && is(c.model, n, "Actor") {
			if c.coder.Known == nil {
				return name, key
			}
			if _, _, ok := c.coder.Known(name, key); ok {
				return name, key
			}
		}
	}
	if a.Kind == coder.State && a.ISO3 != nil && *a.ISO3 != "" {
		return "State", *a.ISO3
	}
	return "", ""
}

// keyOf makes the key of an actor that no dictionary knows. Who is named in full, or belongs to somebody known, is the same in all articles; a
// surname alone, or "the ministry", only in its own.
func (c *composer) keyOf(u *unit, a coder.Actor) string {
	belongs, seen := "", map[string]bool{}
	for of := a.Of; of != nil && !seen[*of]; {
		seen[*of] = true
		next := actor(u.article.coding, *of)
		if next == nil {
			break
		}
		if noun, key := c.dictionary(*next); noun != "" {
			belongs = key
			break
		}
		of = next.Of
	}
	if !inFull(a, belongs != "") {
		return namedKey(c.scope(u), belongs, a.Name)
	}
	return namedKey(belongs, a.Name)
}

// inFull reports that a name means the same in all articles. That of an office does not: others hold it later.
func inFull(a coder.Actor, belongs bool) bool {
	words := strings.Fields(a.Name)
	last := words[len(words)-1]
	first, _ := utf8.DecodeRuneInString(last)
	if a.Kind == coder.Official {
		return len(words) > 1 && unicode.IsUpper(first) && (a.Role == nil || !strings.Contains(strings.ToLower(a.Name), strings.ToLower(*a.Role)))
	}
	return belongs || unicode.IsUpper(first) && !(len(words) < 3 && bodies[strings.ToLower(last)])
}

// bodies are what every state has.
var bodies = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("agency army authorities cabinet congress council court delegation department embassy forces government guard intelligence media military ministry navy office opposition parliament police presidency senate") {
		m[w] = true
	}
	return m
}()

func actor(coding *coder.Coding, id string) *coder.Actor {
	for i := range coding.Actors {
		if coding.Actors[i].ID == id {
			return &coding.Actors[i]
		}
	}
	return nil
}

// scope is the key of the article, or of the one that it is a copy of: what is known within an article only is known in its copies, too.
func (c *composer) scope(u *unit) string {
	if u.article.copyOf != nil {
		return u.article.copyOf.key
	}
	return u.article.node.key
}

// article makes nodes of one article.
func (c *composer) article(u *unit) {
	a := u.article
	c.unit, c.who = u, map[string]ref{}
	if o := c.outlet(a.outlet.text); o.id != "" {
		o.relation = a.node.noun.Relation("outlet")
		a.node.refs = append(a.node.refs, o)
	}
	if a.coding == nil {
		return
	}
	f := &finder{composer: c, u: u, talks: map[string]ref{}, coder: c.coder, keys: map[string]bool{}}
	f.positions()
	for i := range a.coding.Talks {
		f.round(&a.coding.Talks[i])
	}
	for i := range a.coding.Statements {
		f.statement(&a.coding.Statements[i])
	}
	for i := range a.coding.Talks {
		f.accounts(&a.coding.Talks[i])
	}
	f.relations(a.coding.Relations)
}

// make makes a node that is not there yet; the first article that names it decides what it is called.
func (c *composer) make(noun, key string, columns map[string]any, refs ...ref) ref {
	r := ref{noun: noun, key: key, id: diplomacy.ID(noun, key)}
	if d := c.defined[r.id]; c.known[r.id] || c.made[r.id] != nil || d != nil && !d.refused() {
		return r
	}
	if len(key) > mostKey {
		return ref{}
	}
	columns["key"] = key
	n := &node{noun: c.model.Noun(noun), key: key, id: r.id, columns: columns, refs: refs}
	c.made[r.id] = n
	c.unit.nodes = append(c.unit.nodes, n)
	return r
}

// outlet is the outlet of that key or that name.
func (c *composer) outlet(s string) ref {
	if s == "" {
		return ref{}
	}
	if id := diplomacy.ID("Outlet", s); c.known[id] || c.defined[id] != nil && !c.defined[id].refused() {
		return ref{noun: "Outlet", key: s, id: id}
	}
	if r, ok := c.named["Outlet:"+s]; ok {
		return r
	}
	return c.make("Outlet", namedKey(s), map[string]any{"name": s})
}

// actor is the node of an actor of the article, which is made when a fact needs it first. The zero ref: none can be made.
func (c *composer) actor(id string) ref {
	if r, ok := c.who[id]; ok {
		return r
	}
	c.who[id] = ref{} // it may be said to belong to itself
	found := actor(c.unit.article.coding, id)
	if found == nil {
		return ref{}
	}
	a := *found
	r := func() ref {
		if strings.TrimSpace(a.Name) == "" {
			return ref{}
		}
		name := map[string]any{"name": cut(a.Name, mostName)}
		if noun, key := c.dictionary(a); noun != "" {
			called, kind := "", ""
			if c.coder.Known != nil {
				called, kind, _ = c.coder.Known(noun, key)
			}
			if called != "" {
				name["name"] = cut(called, mostName)
			}
			switch noun {
			case "State":
				name["iso3"] = key
				if a.ISO3 != nil && *a.ISO3 != key || len(key) != 3 {
					delete(name, "iso3")
				}
			case "Organization":
				name["kind"] = "OTHER"
				if slices.Contains(c.model.Noun(noun).Property("kind").Enum, kind) {
					name["kind"] = kind
				}
			case "UnnamedSource":
				return ref{}
			}
			return c.make(noun, key, name)
		}
		noun := nounOf(a.Kind)
		if noun == "Official" && len(strings.Fields(a.Name)) > 1 || noun == "Organization" || noun == "State" {
			if r, ok := c.named[noun+":"+a.Name]; ok {
				return r
			}
		}
		var of ref
		if a.Of != nil && (noun == "Organization" || noun == "UnnamedSource") {
			of = c.actor(*a.Of)
		}
		var refs []ref
		if of.id != "" {
			of.relation = c.model.Noun(noun).Relation("partOf")
			refs = append(refs, of)
		}
		switch noun {
		case "Organization":
			name["kind"] = "OTHER"
		case "Official":
		case "UnnamedSource":
			name["plural"] = plural(a.Name)
			about := c.unit.article.node
			if c.unit.article.copyOf != nil {
				about = c.unit.article.copyOf
			}
			refs = append(refs, ref{relation: c.model.Noun(noun).Relation("article"), noun: "Article", key: about.key, id: about.id})
			return c.make(noun, namedKey(about.key, a.Name), name, refs...)
		default:
			return ref{} // a state that nobody knows is none
		}
		return c.make(noun, c.keyOf(c.unit, a), name, refs...)
	}()
	c.who[a.ID] = r
	return r
}

// plural tells "analysts" from "a senior official".
func plural(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	if words[0] == "a" || words[0] == "an" || words[0] == "one" {
		return false
	}
	for i, w := range words {
		if i+1 == len(words) || slices.Contains([]string{"in", "of", "at", "from", "with", "close", "familiar", "who", "on"}, words[i+1]) {
			return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || w == "people" || w == "men" || w == "women" || w == "police"
		}
	}
	return false
}

// all are the nodes of actors, each once, in the order of their ids.
func (c *composer) all(ids []string) []ref {
	var refs []ref
	for _, id := range ids {
		if r := c.actor(id); r.id != "" && !slices.ContainsFunc(refs, func(o ref) bool { return o.id == r.id }) {
			refs = append(refs, r)
		}
	}
	slices.SortFunc(refs, func(a, b ref) int { return strings.Compare(a.id, b.id) })
	return refs
}

// mostName bounds names, in bytes: they are indexed.
const mostName = 300

// cut makes one line of a text, of so many bytes at most.
func cut(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= most {
		return s
	}
	end := strings.LastIndexByte(s[:most], ' ')
	if end < most/2 {
		for end = most; end > 0 && !utf8.RuneStart(s[end]); end-- {
		}
	}
	return s[:end] + "…"
}

// words makes a text comparable: letters and digits of any case, nothing else.
func words(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// hash makes a key of parts.
func hash(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return "coded:" + hex.EncodeToString(sum[:12])
}

// batches puts the nodes together. What is there already is left as it is, but for facts whose only article is one of these.
func (c *composer) batches(ctx context.Context, units []*unit) ([]store.Batch, error) {
	there, err := c.storedFacts(ctx)
	if err != nil {
		return nil, err
	}
	b, later := store.Batch{Whole: true}, store.Batch{}
	for _, u := range units {
		for _, n := range u.nodes {
			old := there[n.id]
			if old != nil && !old.only(c.facts[n.id], c.coder) { // a person has decided about it, or others report it, too
				if from, ok := n.columns["reportedAt_from"].(string); ok && earlier(from, old.columns["reportedAt_from"]) {
					for _, name := range []string{"reportedAt", "reportedAt_from", "reportedAt_to"} {
						old.columns[name] = n.columns[name]
					}
					later.Nodes = append(later.Nodes, store.Node{Noun: n.noun, ID: n.id, Columns: old.columns})
				}
				c.kept++
				continue
			}
			b.Nodes = append(b.Nodes, store.Node{Noun: n.noun, ID: n.id, Columns: n.columns})
			seen := map[string]bool{}
			for _, r := range n.refs {
				if e := r.edge(n.id); !seen[e.Type+e.To] {
					seen[e.Type+e.To] = true
					b.Edges = append(b.Edges, e)
				}
			}
		}
	}
	for id, n := range c.made {
		if !is(c.model, n.noun, "Fact") && n.noun.Name != "UnnamedSource" {
			c.coming = append(c.coming, id)
		}
	}
	if len(later.Nodes) > 0 {
		return []store.Batch{b, later}, nil
	}
	return []store.Batch{b}, nil
}

func earlier(from string, old any) bool {
	text, ok := old.(string)
	return !ok || from < text
}

// storedFact is a fact that the store has already.
type storedFact struct {
	columns  map[string]any
	articles map[string]bool // ids of those that report it
	coders   map[string]bool
	decided  bool // a person has looked at it
}

// only reports that this coder alone found the fact, in the article of one unit alone, and nobody has decided about it.
func (s *storedFact) only(units []*unit, by *Coder) bool {
	if s.decided || len(units) != 1 || len(s.coders) > 1 || len(s.coders) == 1 && !s.coders[by.Name] {
		return false
	}
	return len(s.articles) == 0 || len(s.articles) == 1 && s.articles[units[0].article.node.id]
}

// storedFacts looks up which of the batch's facts the store has.
func (c *composer) storedFacts(ctx context.Context) (map[string]*storedFact, error) {
	all := map[string]*storedFact{}
	byNoun := map[*query.Noun]map[string]bool{}
	for id, n := range c.made {
		if !is(c.model, n.noun, "Fact") && n.noun.Name != "UnnamedSource" {
			continue
		}
		if byNoun[n.noun] == nil {
			byNoun[n.noun] = map[string]bool{}
		}
		byNoun[n.noun][id] = true
	}
	for _, noun := range c.model.Concrete() {
		ids := byNoun[noun]
		if len(ids) == 0 {
			continue
		}
		kept := storedColumns(noun)
		columns := []query.Selected{{Column: query.ID}}
		for _, k := range kept {
			columns = append(columns, query.Selected{Column: k})
		}
		if rel := noun.Relation("evidence"); rel != nil {
			from := c.model.Noun("Evidence").Relation("article")
			columns = append(columns, query.Selected{Set: &query.Set{Noun: rel.Target, Relation: rel, Order: []query.Order{{Column: query.ID}}, Limit: mostAsked, Rows: true, Columns: []query.Selected{
				column(rel.Target, "coder"), {Set: &query.Set{Noun: from.Target, Relation: from, Order: []query.Order{{Column: query.ID}}, Limit: 1, Rows: true, Columns: []query.Selected{{Column: query.ID}}}},
			}}})
		}
		rows, err := c.look(ctx, noun, query.ID, anys(ids), nil, columns)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			s := &storedFact{columns: map[string]any{}, articles: map[string]bool{}, coders: map[string]bool{}}
			for i, k := range kept {
				if v := columnValue(k, row[i+1]); v != nil {
					s.columns[k.Name] = v
				}
			}
			if noun.Name == "UnnamedSource" {
				s.decided = true // it stays as the first load said it
			} else {
				s.decided = s.columns["review"] != "UNREVIEWED"
				for _, e := range row[len(row)-1].List[0].List {
					s.coders[e.List[0].Text] = true
					for _, a := range e.List[1].List[0].List {
						s.articles[a.List[0].Text] = true
					}
				}
			}
			all[row[0].Text] = s
		}
	}
	return all, nil
}
