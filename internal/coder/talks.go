package coder

import (
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/coder/dates"
	"github.com/parleygraph/parley/internal/coder/dictionary"
	"github.com/parleygraph/parley/internal/coder/text"
)

// talksRules is what the dictionary says of talks.
type talksRules struct {
	nouns      phrases[talksHead]
	verbs      map[string]talksHead
	statuses   map[string]talksStatus
	outcomes   phrases[string]
	roles      phrases[string]
	doing      map[string]bool   // verbs whose subject is a party
	capitals   map[string]string // of states, by their keys
	formats    map[string]string // words that say how talks are held
	agreements map[string]bool   // what is signed or reached
	delegates  map[string]bool   // nouns that stand for a party
	sport      map[string]bool   // where these are spoken of, who meets plays
}

type talksHead struct{ needs, code, format, line string }

type talksStatus struct{ status, outcome, line string }

func newTalksRules(d *dictionary.Dictionary) *talksRules {
	r := &talksRules{sport: map[string]bool{}, verbs: map[string]talksHead{}, statuses: map[string]talksStatus{}, doing: map[string]bool{}, capitals: map[string]string{}, formats: map[string]string{}, agreements: wordsOf(d, "agreement"), delegates: map[string]bool{}}
	for _, row := range d.Table("actors/states.tsv").Rows {
		if c := row.List("capital"); len(c) > 0 {
			r.capitals["State:"+row.Key] = c[0]
		}
	}
	if row, ok := d.Table("events/sets.tsv").Row("SPORT"); ok {
		for _, w := range row.List("words") {
			r.sport[w] = true
		}
	}
	for _, row := range d.Table("talks/formats.tsv").Rows {
		r.formats[row.Key] = row.Get("format")
	}
	for _, row := range d.Table("talks/heads.tsv").Rows {
		h := talksHead{needs: row.Get("needs"), code: row.Get("code"), format: row.Get("format"), line: row.Where()}
		if row.Get("sort") == "verb" {
			r.verbs[strings.ReplaceAll(row.Key, " ", "_")] = h
			continue
		}
		for _, form := range row.List("forms") {
			r.nouns.add(form, h, h.line)
		}
	}
	for _, row := range d.Table("talks/statuses.tsv").Rows {
		r.statuses[row.Key] = talksStatus{row.Get("status"), row.Get("outcome"), row.Where()}
	}
	for _, row := range d.Table("talks/outcomes.tsv").Rows {
		r.outcomes.add(row.Key, row.Get("outcome"), row.Where())
	}
	for _, row := range d.Table("talks/roles.tsv").Rows {
		r.roles.add(row.Key, row.Get("role"), row.Where())
	}
	for _, row := range d.Table("talks/parties.tsv").Rows {
		if row.Get("sort") == "verb" {
			r.doing[strings.ReplaceAll(row.Key, " ", "_")] = true
		} else {
			r.delegates[row.Key] = true
		}
	}
	return r
}

// round is talks on their way to the coding.
type round struct {
	first, last int // tokens of the evidence
	sentence    int
	head        int
	ordinal     int
	place       string
	started     string
	when        *dates.Expression
	parties     []int // entities
	mediators   []int
	hosts       []int
	mediated    text.Span // where it is said who mediates
	hosted      text.Span
	format      string
	code        string // 040, 041, 046: what the meeting of the parties is coded as
	status      string
	outcome     string
	negative    bool
	definite    bool   // "the talks": those that were spoken of before
	roleStatus  string // how far its host or mediator has come
	copula      bool   // "the meeting was the sixth": its number is said of it
	named       bool   // "with B": it says itself with whom
	inherited   bool   // its parties are those of the round before
	by          int    // the attribution in whose content it stands; -1: the narrator's
	rule, line  string
	sameAs      int // another mention of the same round; -1: none
}

// talksReader finds rounds of talks in one article.
type talksReader struct {
	*talksRules
	*analysis
	at     *index
	when   []dates.Expression
	rounds []round
}

// findTalks adds the rounds of talks to the analysis.
func (r *talksRules) findTalks(a *analysis, at *index, when []dates.Expression) []round {
	t := &talksReader{talksRules: r, analysis: a, at: at, when: when}
	for s, sentence := range a.doc.Sentences {
		for i := sentence.First; i < sentence.Last; i++ {
			if end := t.noun(s, i); end > i {
				i = end - 1
				continue
			}
			t.verb(s, i)
		}
	}
	t.merge()
	return t.rounds
}

func (t *talksReader) tok(i int) *text.Token { return &t.doc.Tokens[i] }

func (t *talksReader) norm(i int) string {
	if i < 0 || i >= len(t.doc.Tokens) {
		return ""
	}
	return t.doc.Tokens[i].Norm
}

// clauseOf returns the innermost clause of a token.
func (t *talksReader) clauseOf(i int) *text.Clause {
	if c := t.at.clause[i]; c >= 0 {
		return &t.doc.Clauses[c]
	}
	return nil
}

// lemmas are the names under which a clause's verb may stand in a table: with its particle, with the word behind it, and alone.
func (t *talksReader) lemmas(c *text.Clause) [3]string {
	lemma := t.tok(c.Verb).Lemma
	all := [3]string{"", "", lemma}
	if c.Particle >= 0 {
		all[0] = lemma + "_" + t.norm(c.Particle)
		if next := c.Particle + 1; next < c.Last {
			all[1] = all[0] + "_" + t.norm(next)
		}
	} else if next := c.Verb + 1; next < len(t.doc.Tokens) {
		all[0] = lemma + "_" + t.norm(next)
		if next+1 < len(t.doc.Tokens) {
			all[1] = all[0] + "_" + t.norm(next+1)
		}
	}
	return all
}

// noun makes a round of the talks that a noun names, and returns where the words end that it used.
func (t *talksReader) noun(s, i int) int {
	sentence := t.doc.Sentences[s]
	found, end, ok := t.nouns.at(t.doc, i, sentence.Last)
	if !ok {
		return t.ellipsis(s, i)
	}
	head := end - 1
	h := found.value
	if tag := t.tok(head).Tag; tag != text.Noun && tag != text.Name && tag != text.Gerund && tag != text.Present && tag != text.Base {
		return i
	}
	// "the meeting", but not "is meeting his counterpart"; "talks", but not "he talks".
	start := t.phraseStart(sentence.First, i)
	if tag := t.tok(head).Tag; (tag == text.Gerund || tag == text.Present || tag == text.Base) && start == i {
		return i
	}
	if m := t.at.outer[head]; m >= 0 { // "the Geneva talks delegation", "Six-Party Talks" as a name of its own are not ours
		if mention := t.cast.mentions[m]; mention.last > head+1 || mention.head == head {
			return i
		}
	}
	r := round{first: start, last: end, sentence: s, head: head, code: h.code, format: h.format, by: -1, sameAs: -1, rule: "talks-noun", line: h.line}
	// "a second round of talks", "the fifth session of negotiations"
	if n := t.norm(end); n == "of" {
		for k := end + 1; k < min(end+6, sentence.Last); k++ {
			if inner, e, ok := t.nouns.at(t.doc, k, sentence.Last); ok && (t.tok(e-1).Tag == text.Noun || t.tok(e-1).Tag == text.Name) {
				t.before(&r, end+1, k)
				r.line, r.code, head, end = inner.line, inner.value.code, e-1, e
				h.needs = ""
				r.head, r.last = head, end
				break
			}
			if tag := t.tok(k).Tag; tag == text.Preposition || tag == text.Mark {
				break
			}
		}
	}
	t.before(&r, start, i)
	if h.needs == "ordinal" && r.ordinal == 0 && !r.definite {
		return i
	}
	explicit := t.after(&r, end, sentence.Last)
	r.named = explicit
	if h.needs == "party" && !explicit && len(r.parties) < 2 {
		return i
	}
	t.context(&r)
	t.finish(r, s)
	return end
}

// ellipsis makes a round of "the fifth", where rounds were spoken of before and no noun follows.
func (t *talksReader) ellipsis(s, i int) int {
	sentence := t.doc.Sentences[s]
	n := ordinal(t.norm(i))
	if n == 0 || i == sentence.First || t.norm(i-1) != "the" || i+1 >= sentence.Last || len(t.rounds) == 0 || t.isDate(i) {
		return i
	}
	next := t.tok(i + 1)
	c := t.clauseOf(i)
	if c != nil && t.tok(c.Verb).Lemma == "be" && i > c.Verb { // "was the sixth": says which round its subject is
		if r := &t.rounds[len(t.rounds)-1]; r.sentence == s && r.ordinal == 0 {
			r.ordinal, r.copula = n, true
		}
		return i
	}
	if next.Norm != "," && next.Tag != text.Past && next.Tag != text.Participle && next.Norm != "in" && next.Norm != "since" {
		return i
	}
	r := round{first: i - 1, last: i + 1, sentence: s, head: i, ordinal: n, code: "046", by: -1, sameAs: -1, rule: "talks-ordinal", line: t.rounds[len(t.rounds)-1].line}
	t.after(&r, i+1, sentence.Last)
	for k := i + 1; k < min(i+8, sentence.Last) && r.place == ""; k++ { // ", held in Batken last month,"
		if m := t.norm(k); m == "in" || m == "at" {
			if place, end := t.placeAt(k+1, sentence.Last); place != "" {
				r.place, r.last = place, max(r.last, end)
			}
		}
	}
	t.context(&r)
	t.finish(r, s)
	return i + 1
}

// phraseStart is where the noun phrase begins to which a noun belongs.
func (t *talksReader) phraseStart(first, i int) int {
	start := i
	for k := i - 1; k >= first; k-- {
		tok := t.tok(k)
		switch tok.Tag {
		case text.Adjective, text.Noun, text.Name, text.Number, text.Participle, text.Adverb:
			start = k
			continue
		case text.Gerund:
			if t.clauseOf(k) == nil || t.clauseOf(k).Verb != k {
				start = k
				continue
			}
		case text.Determiner, text.Possessive:
			start = k
			if tok.Norm == "'s" || tok.Norm == "'" {
				continue
			}
			return start
		case text.Mark:
			if (tok.Norm == "-" || tok.Norm == "/" || tok.Norm == "–") && k > first && t.tok(k-1).End == tok.Start && tok.End == t.tok(k+1).Start {
				continue
			}
		case text.Conjunction:
			if t.at.outer[k-1+btoi(k == first)] >= 0 && t.at.outer[k+1] >= 0 && tok.Norm == "and" && t.cast.mentions[t.at.outer[k+1]].adjective { // "Greek and Turkish talks"
				continue
			}
		}
		break
	}
	return start
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// before reads what stands before the noun: "the second", "US-Iran", "Omani-mediated", "planned".
func (t *talksReader) before(r *round, first, last int) {
	var parties []int
	for k := first; k < last; k++ {
		tok := t.tok(k)
		switch tok.Norm {
		case "the", "this", "that", "these", "those", "their", "its", "both", "his", "her":
			r.definite = true
		}
		if n := ordinal(tok.Norm); n > 0 {
			r.ordinal = n
		}
		if s, ok := t.statuses[tok.Lemma]; ok && s.status != "" && (tok.Tag == text.Adjective || tok.Tag == text.Participle || tok.Tag == text.Past || tok.Tag == text.Noun) {
			r.status = s.status
		}
		if f := t.formats[tok.Norm]; f != "" {
			r.format = f
		}
		if role := hyphened(tok.Norm); role != "" { // "Oman-mediated"
			if m := t.at.inner[k]; m >= 0 && t.cast.mentions[m].entity >= 0 {
				t.give(r, role, []int{t.cast.mentions[m].entity})
			}
			continue
		}
		if m := t.at.inner[k]; m >= 0 && t.cast.mentions[m].entity >= 0 && t.cast.mentions[m].last-1 == k {
			if t.norm(k+1) == "-" && k+2 < last {
				if role := hyphened("-" + t.norm(k+2)); role != "" {
					t.give(r, role, []int{t.cast.mentions[m].entity})
					continue
				}
			}
			if t.cast.entities[t.cast.mentions[m].entity].kind != Official {
				parties = union(parties, t.cast.mentions[m].entity)
			}
			r.definite = false // "the intra-Syrian talks" are not those that were spoken of before
		}
	}
	if len(parties) >= 2 {
		r.parties = parties
	}
}

// hyphened says what a word makes of the actor before its hyphen.
func hyphened(norm string) string {
	at := strings.LastIndexByte(norm, '-')
	if at < 0 {
		return ""
	}
	switch norm[at+1:] {
	case "mediated", "brokered", "sponsored", "led", "facilitated", "backed", "chaired", "convened":
		return "mediator"
	case "hosted":
		return "host"
	}
	return ""
}

// union adds an entity that is not there yet.
func union(all []int, e int) []int {
	if slices.Contains(all, e) {
		return all
	}
	return append(all, e)
}

// after reads what stands behind the noun: "between A and B", "with B", "in Geneva", "mediated by C". It tells whether parties are named.
func (t *talksReader) after(r *round, from, limit int) (explicit bool) {
	relative := false
	for k := from; k < limit; k++ {
		tok := t.tok(k)
		if role, end, ok := t.roles.at(t.doc, k, limit); ok {
			if who, next := t.list(end, limit); len(who) > 0 {
				if tok.Tag == text.Participle || tok.Tag == text.Past || tok.Tag == text.Preposition {
					t.give(r, role.value, who)
					r.last = max(r.last, next)
					k = next - 1
					continue
				}
			}
		}
		switch tok.Tag {
		case text.Preposition:
			if who, next := t.mediatorsAt(k+1, limit); len(who) > 0 {
				t.give(r, "mediator", who)
				r.last = max(r.last, next)
				k = next - 1
				continue
			}
			switch tok.Norm {
			case "between", "among", "with":
				if who, next := t.list(k+1, limit); len(who) > 0 && !relative {
					for _, e := range who {
						r.parties = union(r.parties, e)
					}
					explicit = true
					r.last = max(r.last, next)
					k = next - 1
				}
			case "of":
				if who, next := t.list(k+1, limit); len(who) >= 2 && k == from {
					for _, e := range who {
						r.parties = union(r.parties, e)
					}
					explicit = true
					r.last = max(r.last, next)
					k = next - 1
				}
			case "in", "at":
				if place, next := t.placeAt(k+1, limit); place != "" && r.place == "" {
					r.place = place
					r.last = max(r.last, next)
					k = next - 1
				}
			}
		case text.Relative:
			relative = true
		case text.Modal:
			if !relative {
				return explicit
			}
			if r.status == "" && (tok.Norm == "will" || tok.Norm == "would") {
				r.status = "planned"
			}
		case text.Mark:
			if tok.Norm == ";" || tok.Norm == ":" || tok.Norm == "," && k+1 < limit && t.tok(k+1).Tag == text.Conjunction {
				return explicit
			}
		case text.Present, text.Past, text.Auxiliary:
			if !relative {
				return explicit
			}
		case text.Subordinator:
			if tok.Norm != "that" {
				return explicit
			}
			relative = true
		case text.To:
			if !relative {
				return explicit
			}
		}
	}
	return explicit
}

// mediatorsAt reads "Qatari mediation", "Omani mediators", behind a preposition.
func (t *talksReader) mediatorsAt(k, limit int) ([]int, int) {
	for k < limit && t.tok(k).Tag == text.Determiner {
		k++
	}
	if k >= limit || t.at.inner[k] < 0 {
		return nil, k
	}
	m := &t.cast.mentions[t.at.inner[k]]
	if m.entity < 0 || m.last >= limit {
		return nil, k
	}
	switch t.tok(m.last).Lemma {
	case "mediation", "mediator", "auspices", "facilitation", "facilitator", "go-between":
		return []int{m.entity}, m.last + 1
	}
	return nil, k
}

func (t *talksReader) give(r *round, role string, who []int) {
	for _, e := range who {
		if role == "host" {
			r.hosts = union(r.hosts, e)
		} else {
			r.mediators = union(r.mediators, e)
		}
	}
}

// list reads actors that "and" and commas tie together, and returns where they end.
func (t *talksReader) list(from, limit int) (who []int, end int) {
	end = from
	joined, closed := false, false // "A, B and C": behind what "and" ties on, no comma goes on
	for k := from; k < limit; {
		if len(who) > 0 && t.isDate(k) {
			break
		}
		if m := t.at.outer[k]; m >= 0 {
			mention := t.cast.mentions[m]
			if mention.plural && mention.entity >= 0 && t.cast.entities[mention.entity].kind == Unnamed && t.cast.entities[mention.entity].of < 0 && negotiators[strings.TrimSuffix(t.norm(mention.head), "s")] && len(t.at.pair) == 2 {
				for _, p := range t.at.pair { // "the delegates", "negotiators"
					who = union(who, p)
				}
				end = mention.last
			} else if e := t.party(int(m)); e >= 0 && (!mention.place || len(who) > 0 || k == from) && !mention.adjective {
				who = union(who, e)
				for _, e := range mention.also {
					if x := &t.cast.entities[e]; x.kind == Unnamed && x.of >= 0 && mention.plural {
						e = x.of
					}
					who = union(who, t.partyOf(e, mention.head))
				}
				end = mention.last
			}
			closed = joined
			k = max(mention.last, k+1)
			continue
		}
		if e, ok := t.bothAt(k, limit); ok {
			for _, p := range t.at.pair {
				who = union(who, p)
			}
			end, k = e, e
			continue
		}
		tok := t.tok(k)
		joined = joined || tok.Tag == text.Conjunction && len(who) > 0
		switch tok.Tag {
		case text.Determiner, text.Possessive, text.Adjective, text.Conjunction, text.Number, text.Name:
			k++
			continue
		case text.Mark:
			if tok.Norm == "," && len(who) > 0 && !closed {
				k++
				continue
			}
		case text.Noun:
			if k+1 < limit && t.at.outer[k+1] >= 0 { // "the regional bloc IGAD"
				k++
				continue
			}
			// "negotiators from Sudan and Ethiopia": the states, not the people.
			if t.delegate(k) || tok.Lemma == "official" || tok.Lemma == "minister" || tok.Lemma == "president" || tok.Lemma == "counterpart" {
				k++
				if n := t.norm(k); n == "from" || n == "of" {
					k++
				}
				continue
			}
		}
		break
	}
	return who, end
}

// negotiators are those whose plural, where nobody says whose they are, means both sides'.
var negotiators = map[string]bool{"negotiator": true, "delegate": true, "delegation": true, "side": true, "team": true}

// party is the entity that a mention makes a party: delegations and negotiators are the state that sent them.
func (t *talksReader) party(m int) int {
	mention := t.cast.mentions[m]
	if mention.entity < 0 {
		return -1
	}
	if e := &t.cast.entities[mention.entity]; e.kind == Unnamed && e.of >= 0 && mention.plural { // "the foreign ministers of Iran and ..."
		return e.of
	}
	return t.partyOf(mention.entity, mention.head)
}

func (t *talksReader) partyOf(entity, head int) int {
	e := t.cast.entities[entity]
	if e.of >= 0 && e.kind != Official && head >= 0 && t.delegate(head) {
		return e.of
	}
	return entity
}

// delegate tells whether a noun means those who speak for a party. At the head of a sentence it may look like a name.
func (t *talksReader) delegate(k int) bool {
	return t.delegates[t.tok(k).Lemma] || t.delegates[strings.TrimSuffix(t.norm(k), "s")]
}

// placeAt reads a place: a mention that is one, or names in capitals that are no actor.
func (t *talksReader) placeAt(k, limit int) (string, int) {
	for k < limit && (t.tok(k).Tag == text.Determiner || t.tok(k).Tag == text.Adjective) {
		k++
	}
	if k >= limit {
		return "", k
	}
	if m := t.at.outer[k]; m >= 0 {
		mention := t.cast.mentions[m]
		if mention.place {
			return t.doc.Words(mention.first, mention.last), mention.last
		}
		if mention.adjective && mention.last < limit { // "the Swiss city of Geneva", "the Turkish capital"
			if t.norm(mention.last) == "capital" && mention.entity >= 0 && t.norm(mention.last+1) != "," {
				if c := t.capitals[t.cast.entities[mention.entity].key]; c != "" && t.tok(min(mention.last+1, len(t.doc.Tokens)-1)).Tag != text.Name {
					return c, mention.last + 1
				}
			}
			for n := mention.last; n < min(mention.last+5, limit); n++ {
				if t.norm(n) == "of" && t.tok(min(n+1, limit-1)).Tag == text.Name {
					return t.placeAt(n+1, limit)
				}
			}
		}
		if mention.entity >= 0 && t.cast.entities[mention.entity].kind == State && !mention.adjective {
			return t.doc.Words(mention.first, mention.last), mention.last
		}
		return "", k
	}
	end := k
	for end < limit && t.tok(end).Tag == text.Name && t.at.outer[end] < 0 {
		end++
	}
	if end == k || t.isDate(k) {
		return "", k
	}
	return t.doc.Words(k, end), end
}

func (t *talksReader) isDate(k int) bool {
	return t.dateAt(t.tok(k).Start) != nil
}

// dateAt returns the expression of time in which an offset lies.
func (t *talksReader) dateAt(offset int) *dates.Expression {
	for i := range t.when {
		if t.when[i].Start <= offset && offset < t.when[i].End {
			return &t.when[i]
		}
	}
	return nil
}

// context reads the clause in which the noun stands: who holds the talks, when, and what became of them.
func (t *talksReader) context(r *round) {
	c := t.clauseOf(r.head)
	if c == nil {
		if r.status == "" {
			r.status = "held"
		}
		return
	}
	subject := slices.ContainsFunc(c.Subjects, func(p text.Phrase) bool { return r.head >= p.First && r.head < p.Last })
	names := t.lemmas(c)
	role := ""
	if p, _, ok := t.roles.at(t.doc, c.Verb, c.Last); ok && !c.Passive {
		role = p.value
	}
	switch {
	case subject:
		// "talks between A and B were hosted by C in Geneva"
		for k := c.Group[1]; k < c.Last; k++ {
			if n := t.norm(k); n == "in" || n == "at" {
				if place, next := t.placeAt(k+1, c.Last); place != "" && r.place == "" {
					r.place = place
					r.last = max(r.last, next)
				}
			}
			if n := t.norm(k); len(r.parties) < 2 && (n == "between" || n == "among" || n == "with") { // "meetings will take place between ..."
				if who, _ := t.mediatorsAt(k+1, c.Last); len(who) > 0 {
					t.give(r, "mediator", who)
				} else if who, next := t.list(k+1, c.Last); len(who) > 0 {
					for _, e := range who {
						r.parties = union(r.parties, e)
					}
					r.last = max(r.last, next)
				}
			}
			if n := t.norm(k); n == "by" && c.Passive {
				if who, next := t.list(k+1, c.Last); len(who) > 0 {
					if p, _, ok := t.roles.at(t.doc, c.Verb, c.Last); ok {
						t.give(r, p.value, who)
						r.last = max(r.last, next)
					}
				}
			}
		}
	case role == "" && len(r.parties) == 0 && t.theirs(r):
		for g := c; ; g = &t.doc.Clauses[g.Governor] {
			if who := t.subjects(g); len(who) >= 2 {
				r.parties = who
				break
			}
			if g.Governor < 0 {
				break
			}
		}
	case role != "":
		if who := t.subjects(c); len(who) > 0 {
			t.give(r, role, who)
			if len(c.Subjects) > 0 {
				r.first = min(r.first, c.Subjects[0].First)
			}
		}
	default:
		lemma := t.tok(c.Verb).Lemma
		if r.first > 0 {
			lemma += "_" + t.norm(r.first-1) // "return as soon as possible to talks"
		}
		for _, n := range append(names[:], lemma) {
			if t.doing[n] {
				who := t.subjects(c)
				if len(who) > 0 && !c.Passive {
					for _, e := range r.parties {
						who = union(who, e)
					}
					r.parties = who
					if len(c.Subjects) > 0 {
						r.first = min(r.first, c.Subjects[0].First)
					}
				}
				break
			}
		}
	}
	if r.place == "" { // "In Geneva, ..."
		for k := c.First; k < min(r.first, c.Last); k++ {
			if n := t.norm(k); n == "in" || n == "at" {
				if place, _ := t.placeAt(k+1, c.Last); place != "" {
					r.place = place
					break
				}
			}
		}
	}
	t.statusOf(r, c, subject)
}

// theirs tells whether it is "their" talks.
func (t *talksReader) theirs(r *round) bool {
	for k := r.first; k < r.head; k++ {
		if t.norm(k) == "their" {
			return true
		}
	}
	return false
}

// subjects are the actors of a clause's subject; a clause that has none takes that of the clause above it, or whom that asks to act.
func (t *talksReader) subjects(c *text.Clause) []int {
	for range 4 {
		if len(c.Subjects) > 0 {
			var who []int
			for _, p := range c.Subjects {
				last := p.Last
				if p.First < c.Group[0] && c.Group[0]-p.First < 20 { // "negotiators from A and B"
					last = max(last, c.Group[0])
				}
				some, _ := t.list(p.First, last)
				for _, e := range some {
					who = union(who, e)
				}
			}
			if len(who) == 0 && t.tok(c.Subjects[0].Head).Tag == text.Pronoun { // "announced it had reached a deal": who speaks
				if at := t.attributionAt(t.tok(c.Subjects[0].Head).Start); at >= 0 {
					return slices.Clone(t.said[at].speakers)
				}
			}
			return who
		}
		if c.Governor < 0 {
			return nil
		}
		g := &t.doc.Clauses[c.Governor]
		if !c.Finite && len(g.Objects) > 0 {
			var who []int
			for _, p := range g.Objects {
				some, _ := t.list(p.First, p.Last)
				for _, e := range some {
					who = union(who, e)
				}
			}
			if len(who) > 0 {
				return who
			}
		}
		for _, k := range g.Complements {
			if n := k.Preposition; !c.Finite && n >= 0 && (t.norm(n) == "on" || t.norm(n) == "for") {
				if who, _ := t.list(k.Phrase.First, k.Phrase.Last); len(who) > 0 {
					return who
				}
			}
		}
		c = g
	}
	return nil
}

// statusOf says whether talks were held, are planned, called for, put off ...
func (t *talksReader) statusOf(r *round, c *text.Clause, subject bool) {
	set := func(c *text.Clause) bool {
		for _, n := range t.lemmas(c) {
			s, ok := t.statuses[n]
			if !ok {
				continue
			}
			if s.outcome != "" && r.outcome == "" {
				r.outcome = s.outcome
			}
			if s.status != "" {
				if r.status == "" {
					r.status = s.status
				}
				return true
			}
		}
		return false
	}
	done := r.status != ""
	for g, depth := c, 0; !done && depth < 4; depth++ {
		done = set(g)
		if !done && g.Finite || g.Modal != "" {
			switch g.Modal {
			case "will", "shall", "would", "'ll":
				r.status, done = "planned", true
			case "could", "can", "may", "might", "should", "must", "ought":
				r.status, done = "called_for", true
			}
		}
		if !done && t.tok(g.Verb).Lemma == "be" || !done && g.Passive {
			for k := g.Group[0]; k < min(g.Group[1]+3, g.Last); k++ { // "are due to", "is ready to"
				if s, ok := t.statuses[t.tok(k).Lemma]; ok && s.status != "" {
					r.status, done = s.status, true
					break
				}
			}
		}
		if done || g.Finite && !g.Relative || g.Governor < 0 {
			break
		}
		g = &t.doc.Clauses[g.Governor]
	}
	if r.status == "" {
		switch n := t.norm(r.first - 1); n {
		case "before", "for":
			r.status = "planned"
		}
	}
	if r.status == "" && subject && (t.tok(c.Verb).Lemma == "continue" || t.norm(c.Verb) == "ongoing") {
		r.status = "under_way"
	}
	if r.status == "" && c.Finite && t.tok(c.Verb).Tag == text.Gerund {
		r.status = "under_way"
	}
	if r.status == "" {
		r.status = "held"
	}
	r.negative = c.Negated
}

// verb makes a round of "A met B", "A and B held ...".
func (t *talksReader) verb(s, i int) {
	ci := t.at.clause[i]
	if ci < 0 || t.doc.Clauses[ci].Verb != i {
		return
	}
	c := &t.doc.Clauses[ci]
	if p, end, ok := t.roles.at(t.doc, i, c.Last); ok && len(p.words) > 1 && p.words[len(p.words)-1] != "by" && !c.Passive {
		// "had agreed to provide the venue", "shuttled between the capitals": of the talks that were spoken of
		if who := t.subjects(c); len(who) > 0 && len(t.rounds) > 0 {
			r := round{first: i, last: end, sentence: s, head: i, by: -1, sameAs: -1, definite: true, rule: "talks-role", line: p.line}
			if len(c.Subjects) > 0 && c.Subjects[0].First < i {
				r.first = c.Subjects[0].First
			}
			t.give(&r, p.value, who)
			t.statusOf(&r, c, false)
			r.roleStatus = r.status
			r.status = "held"
			t.finish(r, s)
		}
		return
	}
	h, ok := talksHead{}, false
	for _, n := range t.lemmas(c) {
		if h, ok = t.verbs[n]; ok {
			break
		}
	}
	if !ok {
		return
	}
	for k := t.doc.Sentences[s].First; k < t.doc.Sentences[s].Last; k++ {
		if t.sport[t.tok(k).Lemma] {
			return
		}
	}
	r := round{first: i, last: i + 1, sentence: s, head: i, code: h.code, format: h.format, by: -1, sameAs: -1, rule: "talks-verb", line: h.line}
	r.parties = slices.Clone(t.subjects(c))
	if len(r.parties) == 0 {
		return
	}
	if len(c.Subjects) > 0 {
		r.first = min(r.first, c.Subjects[0].First)
	}
	subjects := len(r.parties)
	for k := c.Verb + 1; k < c.Last; k++ {
		tok := t.tok(k)
		switch {
		case strings.Contains(h.needs, tok.Norm) && tok.Tag == text.Preposition, k == c.Verb+1 && strings.Contains(h.needs, "object") && tok.Tag != text.Preposition:
			from := k
			if tok.Tag == text.Preposition {
				from++
			}
			if who, next := t.list(from, c.Last); len(who) > 0 {
				for _, e := range who {
					r.parties = union(r.parties, e)
				}
				r.last = max(r.last, next)
				k = next - 1
			}
		case tok.Norm == "in" || tok.Norm == "at":
			if place, next := t.placeAt(k+1, c.Last); place != "" && r.place == "" {
				r.place = place
				r.last = max(r.last, next)
				k = next - 1
			}
		case tok.Norm == "phone" || tok.Norm == "telephone":
			r.format, r.code = "phone", "041"
		}
	}
	known := 0
	for _, e := range r.parties {
		x := &t.cast.entities[e]
		if x.sector == "MED" {
			return
		}
		if x.kind != Unnamed || x.of >= 0 {
			known++
		}
	}
	if known < 2 {
		return
	}
	if len(r.parties) < 2 || subjects == len(r.parties) && !plural(c, t) {
		return
	}
	if h.code == "041" && r.format == "" {
		r.code = "040"
	}
	if h.code == "057" {
		if !t.agreed(&r, c) {
			return
		}
		t.finish(r, s)
		return
	}
	t.statusOf(&r, c, false)
	t.finish(r, s)
}

// agreed tells whether two sides agreed on something, or signed it, other than to talk.
func (t *talksReader) agreed(r *round, c *text.Clause) bool {
	for _, e := range r.parties {
		if x := &t.cast.entities[e]; x.kind == Unnamed && x.of < 0 {
			return false
		}
	}
	if c.Modal != "" || c.Condition || !c.Finite || t.root(r.parties[0]) == t.root(r.parties[1]) {
		return false
	}
	if t.tok(c.Verb).Lemma != "agree" {
		found := false
		for k := c.Verb + 1; k < min(c.Verb+7, c.Last); k++ {
			found = found || t.agreements[t.tok(k).Lemma]
		}
		if !found {
			return false
		}
	}
	if c.Content >= 0 {
		for _, n := range t.lemmas(&t.doc.Clauses[c.Content]) {
			if _, ok := t.verbs[n]; ok || t.doing[n] {
				return false
			}
		}
	}
	r.status, r.outcome, r.negative = "held", "AGREEMENT", c.Negated
	if c.Negated {
		r.outcome = "NO_RESULT"
	}
	return true
}

// plural tells whether a subject is of several, who can meet one another.
func plural(c *text.Clause, t *talksReader) bool { return len(t.subjects(c)) >= 2 }

// finish adds the date and the outcome, and keeps the round, or gives what it says to the one that it speaks of.
func (t *talksReader) finish(r round, s int) {
	sentence := t.doc.Sentences[s]
	c := t.clauseOf(r.head)
	lo, hi := t.tok(sentence.First).Start, t.tok(sentence.Last-1).End
	if c != nil && c.First < c.Last {
		lo, hi = min(t.tok(c.First).Start, t.tok(r.first).Start), max(t.tok(c.Last-1).End, t.tok(r.last-1).End)
	}
	if next := r.last + 1; next < sentence.Last { // "... between A and B next Tuesday"
		if e := t.dateAt(t.tok(r.last).Start); e != nil {
			hi = max(hi, e.End)
		}
	}
	for i := range t.when {
		if e := &t.when[i]; e.Start >= lo && e.End <= hi && e.EDTF != "" {
			tense := dates.Past
			if r.status == "planned" || r.status == "called_for" || r.status == "postponed" {
				tense = dates.Future
			}
			if r.status == "held" || r.status == "planned" {
				x := e.As(tense)
				r.when, r.started = &x, x.EDTF
			} else {
				r.when, r.started = e, e.EDTF
			}
			break
		}
	}
	if published := t.article.Published; r.status == "held" && len(published) >= 7 && len(r.started) >= 7 && r.started[:min(len(r.started), len(published))] > published {
		r.status = "planned" // it lies ahead
	}
	if r.outcome == "" && r.status == "held" {
		r.outcome = t.outcomeIn(sentence.First, sentence.Last)
	}
	r.by = t.attributionAt(t.tok(r.head).Start)
	r.mediated = t.doc.SpanOf(r.first, r.last)
	r.hosted = r.mediated
	t.rounds = append(t.rounds, r)
}

// gravity orders outcomes: of several that a sentence words, the first counts.
var gravity = []string{"COLLAPSED", "NO_RESULT", "PARTIAL_AGREEMENT", "AGREEMENT", "ADJOURNED", "PROGRESS"}

func (t *talksReader) outcomeIn(first, last int) string {
	best := len(gravity)
	for k := first; k < last; k++ {
		p, end, ok := t.outcomes.at(t.doc, k, last)
		if !ok {
			continue
		}
		value := p.value
		for n := max(first, k-3); n < k; n++ {
			if t.tok(n).Tag == text.Negation || t.norm(n) == "no" || t.norm(n) == "without" || t.tok(n).Lemma == "fail" {
				if value == "AGREEMENT" || value == "PROGRESS" || value == "PARTIAL_AGREEMENT" {
					value = "NO_RESULT"
				}
			}
		}
		best = min(best, slices.Index(gravity, value))
		k = end - 1
	}
	if best < len(gravity) {
		return gravity[best]
	}
	return ""
}

// merge gives rounds without parties those of the round they speak of, and takes mentions of one round together.
func (t *talksReader) merge() {
	for i := range t.rounds {
		r := &t.rounds[i]
		last := -1 // the round before that it may speak of
		for k := i - 1; k >= 0; k-- {
			x := &t.rounds[k]
			if len(x.parties) < 2 || x.sameAs >= 0 || x.code == "041" || r.code == "046" && x.code == "040" && x.rule == "talks-verb" { // a call, or that somebody met somebody, is not what "the talks" are
				continue
			}
			if last < 0 || !x.inherited && t.rounds[last].inherited {
				last = k
			}
			if !x.inherited {
				break
			}
		}
		if last < 0 {
			if len(r.parties) == 0 && r.ordinal > 0 { // the two whom the article is about
				r.parties = slices.Clone(t.at.pair)
			}
			continue
		}
		l := &t.rounds[last]
		near := t.doc.Sentences[r.sentence].Paragraph-t.doc.Sentences[t.latest(last)].Paragraph <= 2
		if len(r.parties) < 2 && near && len(r.parties) == 0 {
			if r.ordinal == 0 && (r.place == "" || r.place == l.place) && (r.definite || r.place == l.place && l.place != "") && (r.status == l.status || r.definite && r.status != "called_for" && (l.status == "postponed" || l.status == "cancelled" || r.status == "held")) {
				t.absorb(last, i)
				continue
			}
			if r.ordinal > 0 && (r.ordinal == l.ordinal || l.ordinal == 0 && r.copula) {
				t.absorb(last, i)
				continue
			}
			if r.place != "" && r.definite {
				r.parties, r.inherited = slices.Clone(l.parties), true
			}
		}
		if len(r.parties) == 0 && r.place != "" && r.definite && r.ordinal == 0 && len(t.at.pair) == 2 {
			r.parties, r.inherited = slices.Clone(t.at.pair), true
		}
		if r.sameAs < 0 && len(r.parties) == 0 && r.ordinal > 0 {
			r.parties, r.inherited = slices.Clone(l.parties), true
		}
		for k := i - 1; k >= 0; k-- {
			if t.rounds[k].sameAs < 0 && t.alike(&t.rounds[k], r) {
				t.absorb(k, i)
				break
			}
		}
	}
}

// latest is the sentence in which a round was last spoken of.
func (t *talksReader) latest(i int) int {
	s := t.rounds[i].sentence
	for k := range t.rounds {
		if t.rounds[k].sameAs == i {
			s = max(s, t.rounds[k].sentence)
		}
	}
	return s
}

// alike tells whether two mentions are of one round: two slots agree, and none conflicts.
func (t *talksReader) alike(x, y *round) bool {
	agree := 0
	if x.code == "057" && y.code == "057" && t.sameSides(x.parties, y.parties) && (x.place == "" || y.place == "" || x.place == y.place) {
		return true // agreed on, and signed
	}
	for _, slot := range [][2]string{{x.place, y.place}, {x.started, y.started}, {x.status, y.status}} {
		if slot[0] != "" && slot[1] != "" {
			if slot[0] != slot[1] {
				return false
			}
			agree++
		}
	}
	if x.ordinal > 0 && y.ordinal > 0 {
		if x.ordinal != y.ordinal {
			return false
		}
		agree++
	} else if x.ordinal != y.ordinal { // one of them is numbered: the status alone makes them no one round
		agree--
	}
	if len(x.parties) > 0 && len(y.parties) > 0 {
		for _, e := range y.parties {
			if !slices.Contains(x.parties, e) {
				return false
			}
		}
		agree++
	}
	return agree >= 2
}

// sameSides tells whether two lists of parties are, or speak for, the same.
func (t *talksReader) sameSides(x, y []int) bool {
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if t.root(x[i]) != t.root(y[i]) {
			return false
		}
	}
	return true
}

// absorb gives what the mention i says to the round k.
func (t *talksReader) absorb(k, i int) {
	x, y := &t.rounds[k], &t.rounds[i]
	y.sameAs = k
	if x.ordinal == 0 {
		x.ordinal = y.ordinal
	}
	if x.place == "" {
		x.place = y.place
	}
	if x.started == "" {
		x.started, x.when = y.started, y.when
	}
	if x.outcome == "" {
		x.outcome = y.outcome
	}
	if x.format == "" {
		x.format = y.format
	}
	for _, e := range y.mediators {
		x.mediators, x.mediated = union(x.mediators, e), y.mediated
	}
	for _, e := range y.hosts {
		x.hosts, x.hosted = union(x.hosts, e), y.hosted
	}
	if y.roleStatus != "" {
		x.roleStatus = y.roleStatus
	}
}
