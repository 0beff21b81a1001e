package gold

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	syntax "github.com/parleygraph/parley/internal/coder/text"
)

// isPetrarch recognises the unit records of PETRARCH.
func isPetrarch(file string, head []byte) bool {
	return strings.HasSuffix(file, ".xml") && bytes.Contains(head, []byte("<Validation>"))
}

// petrarchRecord is a sentence with the events that are to be found in it.
type petrarchRecord struct {
	Date     string `xml:"date,attr"`
	ID       string `xml:"id,attr"`
	Category string `xml:"category,attr"`
	Text     string
	Parse    string
	Events   []struct {
		Source string `xml:"sourcecode,attr"`
		Target string `xml:"targetcode,attr"`
		Code   string `xml:"eventcode,attr"`
	} `xml:"EventCoding"`
}

// petrarchDemanded are the categories whose records a coder with a parser of its own must get right. The others are about the way in which
// PETRARCH matches patterns in its own parses.
var petrarchDemanded = []string{"ACTOR", "AGENT", "COMPOUND", "DATE", "DEMO"}

// scorePetrarch counts the records whose events are all found, and no others. The dictionaries are those that the file names, and stand beside
// it. Sentences are taken apart by our own text layer: the parses in the file are not read.
func scorePetrarch(fsys fs.FS, file string, _ Subject) ([]*Part, error) {
	f, err := fsys.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	c := &petrarchCoder{dyad: true}
	b := &board{}
	for in := xml.NewDecoder(f); ; {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "Environment":
			var e struct{ Verbfile, Actorfile, Agentfile, Discardfile string }
			if err := in.DecodeElement(&e, &start); err != nil {
				return nil, err
			}
			if c.dictionary, err = readPetrarch(fsys, path.Dir(file), e.Actorfile, e.Agentfile, e.Verbfile, e.Discardfile); err != nil {
				return nil, err
			}
		case "Config":
			c.configure(start.Attr)
		case "Sentence":
			var r petrarchRecord
			if err := in.DecodeElement(&r, &start); err != nil {
				return nil, err
			}
			if c.dictionary == nil {
				return nil, fmt.Errorf("record %s stands before the Environment that names the dictionaries", r.ID)
			}
			b.petrarch(c, r)
		}
	}
	return []*Part{b.part(Events, "", "records", "")}, nil
}

// petrarch scores a record.
func (b *board) petrarch(c *petrarchCoder, r petrarchRecord) {
	b.document()
	var wanted []string
	for _, e := range r.Events {
		if e.Code != "" {
			wanted = append(wanted, e.Source+" "+e.Target+" "+e.Code)
		}
	}
	sentence := strings.Join(strings.Fields(strings.ReplaceAll(r.Text, "_", " ")), " ")
	given := c.code(sentence, r.Date)
	slices.Sort(wanted)
	slices.Sort(given)
	right := slices.Equal(slices.Compact(wanted), slices.Compact(given))
	category := strings.TrimRight(r.Category, "Sx") // AGENTS, COMPOUNDx
	figure := "other records"
	if slices.Contains(petrarchDemanded, category) {
		b.share("records", right)
		figure = "records: " + category
	}
	b.share(figure, right)
	if !right {
		b.misses = append(b.misses, Miss{Document: r.ID, Figure: figure, Kind: "differs", Rule: c.reason(r, wanted, given),
			Text: fmt.Sprintf("wanted %q, given %q: %s", wanted, given, sentence)})
	}
}

// reason says of what kind a record is that was not coded as it should be.
func (c *petrarchCoder) reason(r petrarchRecord, wanted, given []string) string {
	letters := func(s string) string {
		return strings.Join(strings.FieldsFunc(strings.ToUpper(s), func(r rune) bool { return r < 'A' || r > 'Z' }), "")
	}
	var leaves strings.Builder
	for leaf := range strings.SplitSeq(r.Parse, ")") {
		if i := strings.LastIndexAny(leaf, " \n"); i >= 0 {
			leaves.WriteString(leaf[i:])
		}
	}
	sides := func(all []string, n int) (out []string) {
		for _, e := range all {
			if f := strings.Fields(e); n < 2 {
				out = append(out, strings.Join(f[:len(f)-1], " "))
			} else {
				out = append(out, f[len(f)-1])
			}
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	switch {
	case r.Parse != "" && letters(leaves.String()) != letters(r.Text):
		return "its-parse-has-other-words"
	case strings.Contains(strings.Join(wanted, " "), "#"):
		return "discard-code-of-tabari"
	case len(given) == 0:
		return "no-event"
	case len(wanted) == 0:
		return "event-where-none-is"
	case slices.Equal(sides(wanted, 0), sides(given, 0)):
		return "other-code"
	case slices.Equal(sides(wanted, 2), sides(given, 2)):
		return "other-actors"
	}
	return "other-events"
}

// petrarchCoder codes sentences with the dictionaries of PETRARCH, as far as these go: who acts, and upon whom, is what our clauses say.
type petrarchCoder struct {
	dictionary *petrarchDictionary
	dyad       bool // an event has two sides
	newActors  int  // how many words somebody may have who is in no dictionary; 0: nobody is
	day        string
	doc        *syntax.Document
	words      []string // of the tokens, in capitals
	named      []petrarchName
}

// petrarchName is an actor or an agent in the sentence.
type petrarchName struct {
	first, last int
	code        string
	agent       bool
}

func (c *petrarchCoder) configure(attributes []xml.Attr) {
	var option, value string
	for _, a := range attributes {
		switch a.Name.Local {
		case "option":
			option = a.Value
		case "value":
			value = a.Value
		}
	}
	switch option {
	case "require_dyad":
		c.dyad = !strings.EqualFold(value, "false")
	case "new_actor_length":
		c.newActors, _ = strconv.Atoi(value)
	}
}

// code returns the events of a sentence, as "SOURCE TARGET CODE".
func (c *petrarchCoder) code(sentence, day string) []string {
	c.day, c.doc = day, syntax.Parse(sentence)
	c.words, c.named = nil, nil
	for _, t := range c.doc.Tokens {
		w := strings.ToUpper(t.Norm)
		if w == "N'T" {
			w = "NOT"
		}
		c.words = append(c.words, w)
	}
	for i := 0; i < len(c.words); i++ {
		if _, ok := c.dictionary.discards.find(c.words[i:]); ok {
			return nil
		}
		actor, isActor := c.dictionary.actors.find(c.words[i:])
		agent, isAgent := c.dictionary.agents.find(c.words[i:])
		switch {
		case isActor && (!isAgent || len(actor.words) >= len(agent.words)):
			c.named = append(c.named, petrarchName{i, i + len(actor.words), actor.at(day), false})
			i += len(actor.words) - 1
		case isAgent:
			c.named = append(c.named, petrarchName{i, i + len(agent.words), agent.at(day), true})
			i += len(agent.words) - 1
		}
	}
	var all []string
	for i := range c.doc.Clauses {
		all = append(all, c.clause(&c.doc.Clauses[i])...)
	}
	return all
}

// verbs finds the verb of a clause in the dictionary, which may have it more than once.
func (c *petrarchCoder) verbs(cl *syntax.Clause) (all []petrarchVerb) {
	for _, w := range []string{c.words[cl.Verb], strings.ToUpper(c.doc.Tokens[cl.Verb].Lemma)} {
		for _, v := range c.dictionary.verbs[w] {
			first := cl.Verb - v.head
			if first < 0 || first+len(v.words) > len(c.words) {
				continue
			}
			fits := true
			for k, word := range v.words {
				fits = fits && (k == v.head || c.words[first+k] == word)
			}
			if fits && (len(all) == 0 || len(all[0].words) == len(v.words)) {
				all = append(all, v)
			}
		}
		if len(all) > 0 {
			break
		}
	}
	return all
}

// clause returns the events of a clause.
func (c *petrarchCoder) clause(cl *syntax.Clause) (all []string) {
	code, m := c.pattern(cl)
	code, back, _ := strings.Cut(code, ":")
	if strings.Trim(code, "-+#") == "" {
		return nil
	}
	add := func(s, t, code string) {
		if s != t && code != "" {
			all = append(all, s+" "+t+" "+code)
		}
	}
	if len(m.both) > 0 && len(m.target) == 0 { // several, each of whom does it to the others
		for _, s := range m.both {
			for _, t := range m.both {
				add(s, t, code)
			}
		}
		return all
	}
	sources, targets := m.source, m.target
	if len(sources) == 0 {
		sources = c.sources(cl, m)
	}
	if len(sources) == 0 && len(m.taken) > 0 && cl.Governor >= 0 { // "A noted that B regretted" with B as the target
		sources = c.sources(&c.doc.Clauses[cl.Governor], m)
	}
	if len(targets) == 0 {
		targets = c.targets(cl, m, sources)
	}
	if len(targets) == 0 && back != "" && len(sources) > 1 {
		targets = sources
	}
	if !c.dyad {
		if len(targets) == 0 && len(sources) > 0 {
			targets = []string{"---"}
		}
	}
	for _, s := range sources {
		for _, t := range targets {
			add(s, t, code)
			add(t, s, back)
		}
	}
	return all
}

// pattern is the code of the first pattern of a clause's verb that fits, or that of the verb.
func (c *petrarchCoder) pattern(cl *syntax.Clause) (code string, m *petrarchMatch) {
	for _, v := range c.verbs(cl) {
		for _, p := range v.entry.patterns {
			m = &petrarchMatch{coder: c, first: c.doc.Sentences[cl.Sentence].First, last: c.doc.Sentences[cl.Sentence].Last}
			if m.side(p.left, cl.Verb-v.head-1, -1) && m.side(p.right, cl.Verb-v.head+len(v.words), 1) {
				return p.code, m
			}
		}
		code = v.code
	}
	return code, &petrarchMatch{}
}

// sources are who does it: the subject, or behind a passive who stands with "by".
func (c *petrarchCoder) sources(cl *syntax.Clause, m *petrarchMatch) []string {
	if !cl.Passive {
		return c.first(cl.Subjects, m)
	}
	for _, k := range cl.Complements {
		if c.words[k.Preposition] == "BY" {
			return c.all(k.Phrase)
		}
	}
	return nil
}

func (c *petrarchCoder) first(phrases []syntax.Phrase, m *petrarchMatch) []string {
	for _, p := range phrases {
		if !slices.Contains(m.taken, p.Index) {
			if codes := c.all(p); len(codes) > 0 {
				return codes
			}
		}
	}
	return nil
}

// targets are to whom it is done: the subject of a passive, else the first behind the verb who is in the dictionary and not the source; agents
// of nobody last.
func (c *petrarchCoder) targets(cl *syntax.Clause, m *petrarchMatch, sources []string) []string {
	if cl.Passive {
		return c.first(cl.Subjects, m)
	}
	end := cl.Last
	for i := range c.doc.Clauses {
		switch o := &c.doc.Clauses[i]; {
		case o.With >= 0 && &c.doc.Clauses[o.With] == cl:
			end = min(end, o.Group[0])
		case o.Noun >= cl.First && o.Noun < end:
			end = max(end, o.Last)
		}
	}
	var loose []string
	for _, p := range c.doc.Phrases {
		if p.First < cl.Group[1] || p.First >= end || p.Time || slices.Contains(m.taken, p.Index) {
			continue
		}
		codes := slices.DeleteFunc(c.all(p), func(t string) bool { return len(sources) == 1 && t == sources[0] })
		switch {
		case len(codes) == 0:
		case strings.HasPrefix(codes[0], "---") || strings.HasPrefix(codes[0], `"`):
			if loose == nil {
				loose = codes
			}
		default:
			return codes
		}
	}
	return loose
}

// all are the codes of a phrase, with those that "and" ties to it.
func (c *petrarchCoder) all(p syntax.Phrase) []string {
	parts := []syntax.Phrase{p}
	for _, q := range c.doc.Phrases {
		if q.With == p.Index {
			parts = append(parts, q)
		}
	}
	type part struct{ actors, agents []string }
	var each []part
	for _, q := range parts {
		actors, agents := c.namedIn(q)
		each = append(each, part{actors, agents})
	}
	// "Danish media and government", "lawmakers and officials in Fornost": one actor of several agents.
	last := &each[len(each)-1]
	for i := range each {
		if e := &each[i]; len(e.actors) == 0 && len(e.agents) > 0 {
			if i > 0 && len(each[0].agents) > 0 {
				e.actors = each[0].actors
			} else if i == 0 && len(last.agents) > 0 {
				e.actors = last.actors
			}
		}
	}
	var codes []string
	for _, e := range each {
		if len(e.actors) == 0 && len(e.agents) > 0 {
			e.actors = []string{"---"}
		}
		for _, a := range e.actors {
			if code := petrarchCompose(a, e.agents); !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	if len(codes) == 0 && c.newActors > 0 {
		codes = c.unknown(p)
	}
	return codes
}

// namedIn are the actors that a phrase names, itself or in what says something of it, and the agents that act for them.
func (c *petrarchCoder) namedIn(p syntax.Phrase) (actors, agents []string) {
	for _, n := range c.named {
		if n.first < p.First || n.first >= p.Last {
			continue
		}
		switch {
		case n.agent:
			agents = append(agents, n.code)
		case actors == nil:
			actors = strings.Split(n.code, "/")
		}
	}
	actors = slices.DeleteFunc(actors, func(a string) bool { return strings.Trim(a, "-+#") == "" })
	for _, q := range c.doc.Phrases {
		if len(actors) > 0 {
			break
		}
		if q.Modifies == p.Index && q.With < 0 && !q.Time {
			for _, a := range c.all(q) {
				if !strings.HasPrefix(a, "---") && !strings.HasPrefix(a, `"`) {
					actors = append(actors, a)
				}
			}
		}
	}
	return actors, agents
}

// petrarchCompose puts the codes of agents before and behind that of an actor, but none that is there already, from a third letter on.
func petrarchCompose(actor string, agents []string) string {
	for _, a := range agents {
		bare := strings.Trim(a, "~ ")
		has := false
		for i := 0; i+len(bare) <= len(actor); i += 3 {
			has = has || actor[i:i+len(bare)] == bare
		}
		switch {
		case has:
		case strings.HasPrefix(a, "~"):
			actor += bare
		default:
			actor = bare + actor
		}
	}
	return actor
}

// unknown is the code of somebody who is in no dictionary: the words.
func (c *petrarchCoder) unknown(p syntax.Phrase) []string {
	last := p.Last
	for _, q := range c.doc.Phrases {
		if q.Modifies == p.Index && q.First <= last+1 && q.Preposition >= 0 && c.words[q.Preposition] == "OF" {
			last = q.Last
		}
	}
	var words []string
	name := false
	for i := p.First; i < last; i++ {
		if c.words[i] != "'S" {
			words = append(words, c.words[i])
			name = name || c.doc.Tokens[i].Tag == syntax.Name
		}
	}
	if !name || len(words) > c.newActors {
		return nil
	}
	return []string{`"` + strings.Join(words, " ") + `"`}
}

// petrarchMatch is a pattern on its way along the words of a sentence.
type petrarchMatch struct {
	coder                *petrarchCoder
	first, last          int // the sentence
	source, target, both []string
	taken                []int // phrases
}

// side matches the elements of one side, from a token on, forwards or backwards.
func (m *petrarchMatch) side(elements []petrarchElement, at, step int) bool {
	if len(elements) == 0 {
		return true
	}
	e := elements[0]
	for ; at >= m.first && at < m.last; at += step {
		if strings.Contains("$+^%", e.word) {
			for _, p := range m.coder.doc.Phrases {
				if at < p.First || at >= p.Last {
					continue
				}
				undo := *m
				if next, ok := m.actor(e.word, p, step); ok && m.side(elements[1:], next, step) {
					return true
				}
				*m = undo
			}
		} else if n := m.word(e.word, at, step); n > 0 && m.side(elements[1:], at+n*step, step) {
			return true
		}
		if e.near {
			break
		}
	}
	return false
}

// word tells how many tokens a word, or one of a synset, takes at a token; 0: it is not there.
func (m *petrarchMatch) word(word string, at, step int) int {
	words := [][]string{{word}}
	if strings.HasPrefix(word, "&") {
		words = m.coder.dictionary.sets[word]
	}
	for _, w := range words {
		first := at
		if step < 0 {
			first = at - len(w) + 1
		}
		if len(w) == 1 && strings.HasPrefix(w[0], "&") {
			if n := m.word(w[0], at, step); n > 0 {
				return n
			}
		} else if first >= m.first && first+len(w) <= m.last && slices.Equal(m.coder.words[first:first+len(w)], w) {
			return len(w)
		}
	}
	return 0
}

// actor lets a phrase stand for a sign, and returns the token behind it.
func (m *petrarchMatch) actor(sign string, p syntax.Phrase, step int) (int, bool) {
	codes := m.coder.all(p)
	first, last := p.First, p.Last
	switch sign {
	case "$":
		m.source = codes
	case "+":
		m.target = codes
	case "%":
		head := p.Index
		if p.With >= 0 {
			head = p.With
		}
		for _, q := range m.coder.doc.Phrases {
			if q.Index == head || q.With == head {
				first, last = min(first, q.First), max(last, q.Last)
			}
		}
		codes = m.coder.all(m.coder.doc.Phrases[head])
		if len(codes) < 2 {
			return 0, false
		}
		if m.both = codes; step > 0 {
			m.target = codes
		}
	}
	if len(codes) == 0 && sign != "^" {
		return 0, false
	}
	m.taken = append(slices.Clone(m.taken), p.Index)
	if step > 0 {
		return last, true
	}
	return first - 1, true
}
