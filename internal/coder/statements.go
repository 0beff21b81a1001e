package coder

import (
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/coder/dates"
	"github.com/parleygraph/parley/internal/coder/dictionary"
	"github.com/parleygraph/parley/internal/coder/text"
)

// factRules is what the dictionary says of codes and of what is said.
type factRules struct {
	codes     map[string]codeMeaning
	contents  phrases[contentAct]
	appeals   phrases[appeal]
	mediated  phrases[string]
	residue   phrases[string]
	answering map[string]string // verbs, and what they do with an offer
	ready     map[string]bool   // adjectives and nouns that make an offer of what follows
	private   map[string]bool   // say, think, be: who will do that promises nobody anything
	plans     map[string]bool   // verbs whose subject has something in mind, and says nothing by it
	kinds     map[string]actKind
	holds     map[string]relationKind
	outlets   map[string]bool // keys of those who report, and accuse nobody
}

// codeMeaning is what a CAMEO code is as a speech act and as a relation; "" where it is none.
type codeMeaning struct{ act, relation string }

// actKind is a line of facts/acts.tsv, relationKind one of facts/relations.tsv.
type actKind struct{ code, relation, operator string }

type relationKind struct {
	needed, mutual bool
	unsaid         string
}

type contentAct struct{ act, cameo, who string }

// appeal is what it is to ask for something.
type appeal struct{ code, demanded, relation string }

func newFactRules(d *dictionary.Dictionary) *factRules {
	r := &factRules{codes: map[string]codeMeaning{}, outlets: map[string]bool{}, answering: map[string]string{}, ready: wordsOf(d, "ready"), plans: wordsOf(d, "plan"), private: wordsOf(d, "private"), kinds: map[string]actKind{}, holds: map[string]relationKind{}}
	for _, act := range []string{"OFFER", "ACCEPT", "REJECT"} {
		for w := range wordsOf(d, strings.ToLower(act)) {
			r.answering[w] = act
		}
	}
	for _, row := range d.Table("facts/acts.tsv").Rows {
		r.kinds[row.Key] = actKind{row.Get("code"), row.Get("relation"), row.Get("operator")}
	}
	for _, row := range d.Table("facts/relations.tsv").Rows {
		r.holds[row.Key] = relationKind{row.Get("target") == "needed", row.Get("mutual") == "yes", row.Get("unsaid")}
	}
	for _, row := range d.Table("actors/organizations.tsv").Rows {
		if row.Get("kind") == "OUTLET" {
			r.outlets["Organization:"+row.Key] = true
		}
	}
	for _, row := range d.Table("facts/codes.tsv").Rows {
		r.codes[row.Key] = codeMeaning{row.Get("act"), row.Get("relation")}
	}
	for _, row := range d.Table("facts/contents.tsv").Rows {
		r.contents.add(row.Key, contentAct{row.Get("act"), row.Get("cameo"), row.Get("who")}, row.Where())
	}
	for _, row := range d.Table("facts/residue.tsv").Rows {
		r.residue.add(row.Key, row.Get("where"), row.Where())
	}
	for _, row := range d.Table("facts/mediation.tsv").Rows {
		r.mediated.add(row.Key, row.Get("about"), row.Where())
	}
	for _, row := range d.Table("facts/appeals.tsv").Rows {
		r.appeals.add(row.Key, appeal{row.Get("code"), row.Get("demanded"), row.Get("relation")}, row.Where())
	}
	return r
}

// wordsOf are the words of a sort.
func wordsOf(d *dictionary.Dictionary, sort string) map[string]bool {
	all := map[string]bool{}
	if row, ok := d.Table("facts/words.tsv").Row(sort); ok {
		for _, w := range row.List("words") {
			all[w] = true
		}
	}
	return all
}

// codeOf is the CAMEO code of an act of which nothing more is known.
func (r *factRules) codeOf(act string) string { return r.kinds[act].code }

// meaning is that of the longest line that begins a code.
func (r *factRules) meaning(code string) codeMeaning {
	for n := len(code); n >= 2; n-- {
		if m, ok := r.codes[code[:n]]; ok {
			return m
		}
	}
	return codeMeaning{}
}

// statement is a speech act on its way to the coding.
type statement struct {
	span        text.Span
	speakers    []int
	behalf      []int
	act, cameo  string
	kind        string // the relation that it is, where the code alone does not say it
	addressed   []int
	about       []int // rounds
	channel     string
	said        *dates.Expression
	quote       text.Span
	negative    bool
	modality    string
	attribution int // -1: an event's
	event       int // the event that is this act; -1: none
	rule, line  string
	confidence  float64
	by          int // the attribution in whose content it stands; -1: the narrator's
}

// speaking makes statements of one article.
type speaking struct {
	*factRules
	*analysis
	acts   *actReader
	at     *index
	when   []dates.Expression
	rounds []round
	voice  voice
	all    []statement
}

func (r *factRules) findStatements(a *analysis, acts *acts, at *index, when []dates.Expression, rounds []round) *speaking {
	s := &speaking{factRules: r, analysis: a, acts: acts.reader(a.doc, false), at: at, when: when, rounds: rounds}
	s.voice = a.release(at)
	s.bylines()
	s.behindColons()
	for i := range a.said {
		s.attributed(i)
	}
	s.ownWords()
	s.told()
	s.mediations()
	s.eachOther()
	slices.SortStableFunc(s.all, func(x, y statement) int {
		if x.span.Start != y.span.Start {
			return x.span.Start - y.span.Start
		}
		return x.span.End - y.span.End
	})
	s.answers()
	s.all = slices.DeleteFunc(s.all, func(x statement) bool { return s.leftover(s.sentenceOf(x.span)) })
	return s
}

// leftover tells whether a sentence is what is left of a page: a caption, a link.
func (s *speaking) leftover(n int) bool {
	if n < 0 {
		return true
	}
	sentence := s.doc.Sentences[n]
	for k := sentence.First; k < sentence.Last; k++ {
		if p, _, ok := s.residue.at(s.doc, k, sentence.Last); ok && (p.value == "any" || k == sentence.First && (k == 0 || s.doc.Sentences[max(n-1, 0)].Paragraph != sentence.Paragraph)) {
			return true
		}
	}
	return false
}

// bylines makes the narrator's what an agency's name stands before: "Example Wire: Chile has urged ...".
func (s *speaking) bylines() {
	byline := func(i int) bool {
		return i >= 0 && s.said[i].rule == "name-colon" && len(s.said[i].speakers) > 0 && s.reporter(s.said[i].speakers[0])
	}
	for i := range s.said {
		if byline(s.said[i].attribution) {
			s.said[i].attribution = -1
		}
	}
	for i := range s.events {
		if byline(s.events[i].by) {
			s.events[i].by = -1
		}
	}
	for i := range s.rounds {
		if byline(s.rounds[i].by) {
			s.rounds[i].by = -1
		}
	}
}

// attributed makes the statements of an attribution: one, or one for each thing that is done by saying it, where there are several.
func (s *speaking) attributed(i int) {
	at := &s.said[i]
	if len(at.speakers) == 0 && at.source.Start < at.source.End {
		first, last := s.doc.TokensIn(at.source)
		at.speakers = s.named(s.at, first, last)
	}
	if len(s.voice.speakers) > 0 && s.doc.QuoteAt(at.cue.Start) < 0 {
		first, last := s.doc.TokensIn(at.source)
		if last > first && ours[s.doc.Tokens[first].Norm] || len(at.speakers) == 1 && at.speakers[0] == s.voice.side {
			at.speakers = s.voice.speakers
		}
	}
	if len(at.speakers) == 0 || s.plans[at.lemma] && at.rule == "infinitive" {
		return
	}
	if at.rule == "object" && at.act == "ASSERT" && at.clause >= 0 && s.doc.Tokens[s.doc.Clauses[at.clause].Verb].Tag == text.Gerund { // "..., he said, underscoring his wish"
		return
	}
	if s.recognises(at) || s.reporter(at.speakers[0]) && slices.ContainsFunc(s.said, func(x attribution) bool { return x.attribution == i && len(x.speakers) > 0 }) {
		return // what a paper reports that somebody said, somebody said
	}
	if at.rule == "name-colon" && s.reporter(at.speakers[0]) { // an agency's name before its report
		return
	}
	if out := at.attribution; out >= 0 && strings.HasPrefix(at.rule, "noun") && s.sameSide(at.speakers, s.said[out].speakers) { // "repeated its claim that ..." is said once
		return
	}
	if at.act == "THREATEN" && at.rule == "object" && !s.actorHead(at.source) { // "its behaviour threatens peace"
		return
	}
	home := s.doc.Sentences[at.sentence]
	base := statement{speakers: at.speakers, behalf: s.behalf(at.speakers), act: at.act, addressed: slices.Clone(at.addressed), channel: at.channel, negative: !at.polarity, modality: at.modality,
		attribution: i, event: -1, rule: at.rule, line: at.line, confidence: at.confidence, by: at.attribution}
	var parts []statement
	for _, c := range at.content {
		first, last := s.doc.TokensIn(c)
		if first >= last {
			continue
		}
		for n := s.doc.SentenceOf(first); n < len(s.doc.Sentences) && s.doc.Sentences[n].First < last; n++ {
			lo, hi := max(first, s.doc.Sentences[n].First), min(last, s.doc.Sentences[n].Last)
			if lo < hi && (hi-lo > 2 || len(parts) == 0) && !s.passedOn(i, n) {
				parts = s.passage(parts, base, at, n, lo, hi)
			}
		}
	}
	if len(parts) == 0 && len(at.content) > 0 {
		return
	}
	if len(parts) == 0 {
		base.span = at.cue
		parts = append(parts, base)
	}
	for k := range parts {
		p := &parts[k]
		if k == 0 || s.sentenceOf(p.span) == at.sentence {
			p.said = s.saidAt(at, home)
		}
		if s.sentenceOf(p.span) == at.sentence && (k == 0 || s.sentenceOf(parts[k-1].span) != at.sentence) {
			p.span = s.with(p.span, at, home)
		}
		if at.lemma == "agree" && at.rule == "infinitive" && p.cameo != "036" && p.cameo != "038" && p.cameo != "039" {
			continue // an agreement, which is no statement
		}
		p.quote = s.quoteIn(at, p.span)
		p.about = s.talksIn(p.span)
		if p.cameo == "" {
			p.cameo = s.codeOf(p.act)
		}
		s.all = append(s.all, *p)
	}
}

// actorHead tells whether a source is an actor, not something of his.
func (s *speaking) actorHead(source text.Span) bool {
	_, last := s.doc.TokensIn(source)
	for last > 0 && s.doc.Tokens[last-1].Tag == text.Mark {
		last--
	}
	for _, p := range s.doc.Phrases {
		if s.doc.Tokens[p.First].Start == source.Start {
			return s.at.outer[p.Head] >= 0 && s.cast.mentions[s.at.outer[p.Head]].head == p.Head
		}
	}
	return last > 0 && s.at.outer[last-1] >= 0
}

// recognises tells whether the cue is what a state does to another, not what it says.
func (s *speaking) recognises(at *attribution) bool {
	return slices.ContainsFunc(s.events, func(e event) bool {
		return e.clause >= 0 && s.meaning(e.cameo).relation == "RECOGNISES" && within(s.doc.Tokens[s.doc.Clauses[e.clause].Verb].Span, at.cue)
	})
}

// passedOn tells whether all that an unnamed spokesman says in a sentence is what somebody whom he speaks for said.
func (s *speaking) passedOn(i, sentence int) bool {
	for _, e := range s.said[i].speakers {
		if s.cast.entities[e].kind != Unnamed {
			return false
		}
	}
	for k := range s.said {
		at := &s.said[k]
		if at.attribution == i && at.sentence == sentence && len(at.speakers) > 0 && s.sameSide(at.speakers, s.said[i].speakers) {
			return true
		}
	}
	return false
}

// passage adds the statements of what is said in one sentence, tokens [lo, hi).
func (s *speaking) passage(parts []statement, base statement, at *attribution, n, lo, hi int) []statement {
	base.span = s.doc.SpanOf(lo, hi)
	clauses := s.mainClauses(at, lo, hi)
	if len(clauses) == 0 {
		clauses = append(clauses, -1)
	}
	started := len(parts)
	for k, c := range clauses {
		one := base
		one.span.Start = base.span.Start
		begin := lo
		if k > 0 {
			begin = s.begins(c, clauses[k-1])
			one.span = s.doc.SpanOf(max(begin, lo), hi)
		}
		from, to := lo, hi
		if k > 0 {
			from = max(lo, begin)
		}
		if k+1 < len(clauses) {
			to = max(from+1, min(hi, s.begins(clauses[k+1], c)))
		}
		s.refine(&one, at, c, from, to)
		if last := len(parts) - 1; last >= 0 && s.sameAct(&parts[last], &one, n == s.sentenceOf(parts[last].span)) {
			continue
		}
		if len(parts) > started {
			p := &parts[len(parts)-1]
			if one.act == "OFFER" && strings.HasSuffix(one.rule, "+ready") && (p.act == "ASSERT" || p.act == "ANNOUNCE") { // "it has what is needed and is ready to help"
				one.span.Start = p.span.Start
				*p = one
				s.mediation(p, lo, hi)
				continue
			}
			p.span.End = max(p.span.Start+1, min(p.span.End, one.span.Start))
		}
		parts = append(parts, one)
	}
	return parts
}

// begins is where what a clause says begins: with its subject, or its verb where it shares the subject of the clause before.
func (s *speaking) begins(clause, before int) int {
	c := &s.doc.Clauses[clause]
	if c.First > s.doc.Clauses[before].Verb {
		return c.First
	}
	return c.Group[0]
}

// shortSentence is how many words and marks a sentence has that only goes on with the one before.
const shortSentence = 9

// sameAct tells whether what is said next only goes on with what was said before.
func (s *speaking) sameAct(x, y *statement, sameSentence bool) bool {
	if sameSentence && y.act == "ASSERT" {
		return true
	}
	if x.act != y.act {
		return false
	}
	if !sameSentence {
		first, last := s.doc.TokensIn(y.span)
		return x.act == "ASSERT" && last-first <= shortSentence
	}
	return x.cameo == y.cameo || x.act != "APPEAL" && x.act != "DEMAND"
}

// mainClauses are the clauses of what is said on which the others depend: those that the cue governs, or that no clause of it does.
func (s *speaking) mainClauses(at *attribution, lo, hi int) []int {
	cue := s.doc.TokenAt(at.cue.Start)
	var all []int
	for i := range s.doc.Clauses {
		c := &s.doc.Clauses[i]
		if c.Verb < lo || c.Verb >= hi || c.Relative || c.Condition || c.Verb == cue {
			continue
		}
		if len(c.Subjects) > 0 && c.Subjects[0].First > lo && s.doc.Tokens[c.Subjects[0].First-1].Norm == "should" { // "should either side ask for it"
			continue
		}
		if t := &s.doc.Tokens[c.First]; t.Tag == text.Subordinator && t.Norm != "that" && t.Norm != "whether" {
			continue
		}
		if g := c.Governor; g >= 0 {
			if v := s.doc.Clauses[g].Verb; v >= lo && v < hi && !within(s.doc.Tokens[v].Span, at.cue) {
				continue
			}
		}
		if !c.Finite && (c.Governor < 0 || !within(s.doc.Tokens[s.doc.Clauses[c.Governor].Verb].Span, at.cue)) {
			continue
		}
		if len(all) > 0 && c.Finite && !s.doc.Clauses[all[0]].Finite { // "asked the court to wait and left"
			continue
		}
		all = append(all, i)
	}
	return all
}

// with is a passage with the words that say who says it, as far as they stand in the same sentence.
func (s *speaking) with(span text.Span, at *attribution, home text.Sentence) text.Span {
	for _, more := range []text.Span{at.source, at.cue} {
		if more.Start < more.End && more.Start >= home.Start && more.End <= home.End {
			span.Start, span.End = min(span.Start, more.Start), max(span.End, more.End)
		}
	}
	return span
}

func (s *speaking) sentenceOf(span text.Span) int { return s.doc.SentenceAt(span.Start) }

// refine says what is done by saying it: the cue says it, or what is said does; clause is the main clause of what is said, -1 where it has none.
func (s *speaking) refine(one *statement, at *attribution, clause, lo, hi int) {
	switch one.act {
	case "APPEAL", "DEMAND", "OFFER", "PROMISE", "ACCEPT", "REJECT", "THREATEN":
		s.code(one, at, clause)
	case "WARN":
		// To warn of what oneself will do is a threat.
		if clause >= 0 && s.ownSubject(at, clause) && willing(s.doc.Clauses[clause].Modal) && !s.doc.Clauses[clause].Negated {
			one.act, one.cameo, one.modality = "THREATEN", "130", "conditional"
			s.code(one, at, clause)
		}
	case "ASSERT", "ANNOUNCE", "":
		s.content(one, at, clause, lo, hi)
	}
	if one.act == "ACCEPT" && at.lemma == "agree" && at.rule == "infinitive" { // "agreed to meet again"
		one.act = "PROMISE"
	}
	switch one.act {
	case "APPEAL", "DEMAND":
		s.askedFor(one, at, lo, hi)
	case "OFFER", "PROMISE", "ACCEPT", "REJECT":
		s.mediation(one, lo, hi)
	}
	if len(one.addressed) == 0 {
		switch one.act {
		case "APPEAL", "DEMAND", "THREATEN", "OFFER", "THANK":
			one.addressed = s.askedOf(at, clause)
		}
	}
	one.modality = s.modalityOf(one, clause)
}

// mediationCodes are the CAMEO codes of acts that are about mediation.
var mediationCodes = map[string]string{"OFFER": "039", "ACCEPT": "038", "REJECT": "126"}

// mediation tells whether what is offered, accepted or refused is to mediate.
func (s *speaking) mediation(one *statement, lo, hi int) {
	for k := lo; k < hi; k++ {
		if p, _, ok := s.mediated.at(s.doc, k, hi); ok && p.value == "mediation" {
			if one.act == "PROMISE" {
				one.act = "OFFER"
			}
			one.cameo, one.kind = mediationCodes[one.act], ""
			return
		}
	}
}

// answers gives answers to offers of mediation their code: who accepts or refuses "it", "the offer" or nothing that is named, soon after
// somebody else offered to mediate, answers that.
func (s *speaking) answers() {
	last := -1
	for i := range s.all {
		x := &s.all[i]
		if x.cameo == "039" && x.act == "OFFER" {
			last = i
			continue
		}
		if last >= 0 && x.act == "OFFER" && s.sentenceOf(x.span)-s.sentenceOf(s.all[last].span) <= 2 && s.sameSide(x.speakers, s.all[last].speakers) {
			x.cameo, x.kind = "039", "" // says more of its offer
			x.rule += "+again"
			continue
		}
		if last < 0 || x.act != "ACCEPT" && x.act != "REJECT" || x.cameo == "038" || x.cameo == "126" {
			continue
		}
		offer := &s.all[last]
		if s.sentenceOf(x.span)-s.sentenceOf(offer.span) > 4 || s.sameSide(x.speakers, offer.speakers) || !s.again(x) {
			continue
		}
		x.cameo, x.kind, x.addressed = mediationCodes[x.act], "", slices.Clone(offer.speakers)
		x.rule += "+answer"
	}
}

// again tells whether what is accepted or refused is what was offered before.
func (s *speaking) again(x *statement) bool {
	first, last := s.doc.TokensIn(x.span)
	if last-first <= 3 {
		return true
	}
	if x.attribution >= 0 {
		_, cue := s.doc.TokensIn(s.said[x.attribution].cue)
		first, last = cue, min(last, cue+6)
	}
	for k := first; k < last; k++ {
		if p, _, ok := s.mediated.at(s.doc, k, last); ok && p.value == "again" {
			return true
		}
	}
	return false
}

// askedFor reads the code and the relation of an appeal or a demand out of what is asked for.
func (s *speaking) askedFor(one *statement, at *attribution, lo, hi int) {
	for k := lo; k < hi; k++ {
		if p, end, ok := s.appeals.at(s.doc, k, hi); ok && !s.negated(k) {
			if q, _, more := s.appeals.at(s.doc, end, hi); more { // "settlement talks" are talks
				p = q
			}
			one.cameo, one.kind = p.value.code, p.value.relation
			if one.act == "DEMAND" {
				one.cameo = p.value.demanded
			}
			if one.kind == "CALLS_FOR_CEASEFIRE" && len(one.addressed) > 0 && !slices.ContainsFunc(one.addressed, func(e int) bool {
				return s.cast.entities[e].kind != Official || s.cast.entities[e].of >= 0
			}) { // a person stops attacking another with words
				one.kind = "DEMANDS"
			}
			return
		}
	}
}

func willing(modal string) bool {
	return modal == "will" || modal == "would" || modal == "shall" || modal == "'ll"
}

// code is the CAMEO code of an act: what is asked for, offered or refused decides it.
func (s *speaking) code(one *statement, at *attribution, clause int) {
	if clause >= 0 {
		if m, ok := s.acts.clause(clause); ok {
			code := m.code
			if m.plain != "" {
				code = m.plain
			}
			if x, ok := s.acts.shifted(s.kinds[one.act].operator, code); ok {
				one.cameo = x.code
				one.kind = x.kind
				if one.act == "PROMISE" && strings.HasPrefix(x.code, "13") { // vowed to block it
					one.act, one.kind = "THREATEN", "THREATENS"
				}
				return
			}
		}
	}
	for i := range s.events {
		e := &s.events[i]
		if e.clause >= 0 && within(s.doc.Tokens[s.doc.Clauses[e.clause].Verb].Span, at.cue) {
			if m := s.meaning(e.cameo); m.act == one.act || m.act == "APPEAL" && one.act == "DEMAND" {
				one.cameo, one.kind, one.event = e.cameo, e.kind, i
			}
			return
		}
	}
}

// content says what is done where the cue says only that something is said.
func (s *speaking) content(one *statement, at *attribution, clause, lo, hi int) {
	own, first, last := false, lo, hi
	if clause >= 0 {
		c := &s.doc.Clauses[clause]
		own = s.ownSubject(at, clause)
		first, last = max(lo, c.First), min(hi, c.Last)
		lemma := s.doc.Tokens[c.Verb].Lemma
		switch {
		case !own && len(c.Subjects) > 0 && c.Subjects[0].First < c.Group[0] && (c.Modal == "must" || c.Modal == "should" || c.Modal == "ought" || s.duty(c)):
			one.act, one.cameo = "DEMAND", "100"
			one.addressed = s.actorsOf(c.Subjects)
			one.rule += "+duty"
			s.code(one, at, clause)
			return
		case own && (c.Modal == "could" || c.Modal == "can") && !c.Negated && s.conditional(clause):
			one.act, one.cameo = "OFFER", "030"
			one.rule += "+could"
			s.code(one, at, clause)
			return
		case own && willing(c.Modal) && !c.Negated:
			one.act, one.cameo, one.modality = "ANNOUNCE", "010", "planned"
			if ours[s.doc.Tokens[c.Subjects[0].Head].Norm] && s.promising(at, clause) {
				one.act, one.cameo, one.modality = "PROMISE", "030", "asserted"
				s.code(one, at, clause)
			}
			one.rule += "+future"
			return
		case at.lemma == "insist" && !own && c.Modal == "" && s.doc.Tokens[c.Verb].Tag == text.Base: // "insisted that it pass"
			one.act, one.cameo = "DEMAND", "100"
			one.rule += "+subjunctive"
			return
		case own && (lemma == "be" || lemma == "remain" || lemma == "commit" || s.ready[s.doc.Tokens[c.Verb].Norm]):
			for k := c.Verb; k < min(c.Verb+4, last); k++ {
				switch s.doc.Tokens[k].Norm {
				case "committed":
					one.act, one.cameo = "PROMISE", "030"
					one.rule += "+committed"
					return
				case "ready", "willing", "prepared", "open":
					one.act, one.cameo = "OFFER", "030"
					if c.Content >= 0 {
						s.code(one, at, c.Content)
					}
					one.rule += "+ready"
					return
				}
			}
		}
	}
	for k := lo; k < min(lo+3, hi); k++ { // "stressed the need for a truce"
		if s.doc.Tokens[k].Tag != text.Noun {
			continue
		}
		if s.doc.Tokens[k].Tag == text.Present || s.doc.Tokens[k].Tag == text.Base { // "we need money"
			continue
		}
		switch s.doc.Tokens[k].Norm {
		case "need", "importance", "urgency", "necessity":
			one.act, one.cameo = "APPEAL", "020"
			one.rule += "+need"
			return
		}
	}
	for k := first; k < last; k++ {
		p, _, ok := s.contents.at(s.doc, k, last)
		if !ok || s.negated(k) {
			continue
		}
		if c := s.at.clause[k]; c >= 0 && int(c) != clause && (s.doc.Clauses[c].Relative || clause >= 0 && (p.value.act == "ACCUSE" || p.value.act == "APPEAL" || p.value.act == "THANK")) {
			continue
		}
		switch p.value.who {
		case "own":
			if clause >= 0 && (!own || p.value.act == "THREATEN" && !willing(s.doc.Clauses[clause].Modal)) {
				continue
			}
		case "other":
			if own || clause < 0 || !s.accused(at, clause) {
				continue
			}
		}
		one.act, one.cameo, one.line = p.value.act, p.value.cameo, p.line
		one.rule += "+content"
		return
	}
	if at.lemma == "claim" {
		for k := lo; k < hi; k++ {
			if s.doc.Tokens[k].Norm == "responsibility" {
				one.act, one.cameo = "ACKNOWLEDGE", "015"
				return
			}
		}
	}
	if clause < 0 || one.act == "ANNOUNCE" || !s.accused(at, clause) || s.bystander(at.speakers) {
		return
	}
	if at.lemma == "allege" || at.indirect && len(at.quotes) > 0 && s.quoted(at, clause) {
		one.act, one.cameo = "ACCUSE", "112"
		one.rule += "+other"
		return
	}
	// Force is only what was read as an event: the words for it mean much else.
	if m, ok := s.acts.clause(clause); ok && !m.negative && !m.will && m.plain == "" && accusing(m.code) &&
		(m.code < "15" || slices.ContainsFunc(s.events, func(e event) bool { return e.clause == clause && e.modality == "asserted" && e.cameo >= "15" })) {
		one.act, one.cameo, one.line = "ACCUSE", "112", m.line
		one.rule += "+event"
	}
}

// quoted tells whether the predicate of a clause is in quotation marks while its subject is not: said of another, it is held against him.
func (s *speaking) quoted(at *attribution, clause int) bool {
	c := &s.doc.Clauses[clause]
	for _, q := range at.quotes {
		if k := s.doc.Quotes[q]; k.Start > s.doc.Tokens[c.Subjects[0].Head].Start && k.Start < s.doc.Tokens[c.Last-1].End {
			return true
		}
	}
	return false
}

// accusing tells whether to say that somebody did what a code means is to accuse him: force, violence.
func accusing(code string) bool {
	switch code[:2] {
	case "15", "17", "18", "19", "20":
		return code != "172"
	}
	return false
}

// duty tells whether a clause says "need to" or "have to".
func (s *speaking) duty(c *text.Clause) bool {
	switch s.doc.Tokens[c.Verb].Lemma {
	case "need", "have":
		return c.Verb+1 < len(s.doc.Tokens) && s.doc.Tokens[c.Verb+1].Tag == text.To && c.Content >= 0 && !s.doc.Clauses[c.Content].Finite
	}
	return false
}

// accused tells whether the subject of a clause is an actor who is not on the speaker's side, and the speaker one who takes a side.
func (s *speaking) accused(at *attribution, clause int) bool {
	for _, e := range at.speakers {
		if s.reporter(e) {
			return false
		}
	}
	who := s.actorsOf(s.doc.Clauses[clause].Subjects)
	for _, e := range who {
		if s.root(e) != s.root(who[0]) { // both sides failed: nobody is accused
			return false
		}
		if s.cast.entities[s.root(e)].kind == Unnamed {
			return false
		}
	}
	return len(who) > 0 && !s.sameSide(who, at.speakers)
}

// reporter tells whether an actor only reports.
func (s *speaking) reporter(e int) bool {
	x := &s.cast.entities[e]
	return s.outlets[x.key] || x.sector == "MED"
}

// bystander tells whether one of those who speak is nobody's, as "analysts" are.
func (s *speaking) bystander(who []int) bool {
	return slices.ContainsFunc(who, func(e int) bool { return s.cast.entities[e].kind == Unnamed && s.cast.entities[e].of < 0 })
}

// askedOf are those whom an appeal, a demand or an offer is made to: who is to act, or whom the verb has for its object.
func (s *speaking) askedOf(at *attribution, clause int) []int {
	if strings.HasPrefix(at.rule, "object-infinitive") && len(at.content) > 0 { // "urged A and B to stop": those before "to"
		first, last := s.doc.TokensIn(at.content[0])
		for k := first; k < last; k++ {
			if s.doc.Tokens[k].Tag == text.To {
				return s.others(s.named(s.at, first, k), at.speakers)
			}
		}
	}
	if clause >= 0 {
		if who := s.others(s.actorsOf(s.doc.Clauses[clause].Subjects), at.speakers); len(who) > 0 {
			return who
		}
	}
	asking := []int{at.clause}
	if clause >= 0 && clause != at.clause && s.ownSubject(at, clause) {
		asking = []int{clause} // "we urge ...", it said
	}
	for _, i := range asking {
		if i < 0 {
			continue
		}
		c := &s.doc.Clauses[i]
		if who := s.others(s.actorsOf(c.Objects), at.speakers); len(who) > 0 {
			return who
		}
		if i == clause && c.Content >= 0 {
			if who := s.others(s.actorsOf(s.doc.Clauses[c.Content].Subjects), at.speakers); len(who) > 0 {
				return who
			}
		}
		for _, k := range c.Complements {
			if k.Preposition < 0 {
				continue
			}
			switch s.doc.Tokens[k.Preposition].Norm {
			case "on", "upon", "to", "for", "with":
				if who := s.others(s.named(s.at, k.Phrase.First, k.Phrase.Last), at.speakers); len(who) > 0 {
					return who
				}
			}
		}
	}
	return nil
}

// modalityOf is how far what is said holds: under a condition, possibly, planned.
func (s *speaking) modalityOf(one *statement, clause int) string {
	switch one.act {
	case "OFFER", "THREATEN", "PROMISE", "DEMAND", "APPEAL", "REJECT", "ACCEPT":
		if clause >= 0 && s.conditional(clause) {
			return "conditional"
		}
	}
	if one.act == "WARN" && clause >= 0 {
		switch s.doc.Clauses[clause].Modal {
		case "can", "could", "may", "might":
			return "possible"
		}
	}
	if one.modality == "" {
		return "asserted"
	}
	return one.modality
}

// conditional tells whether a clause stands under a condition.
func (s *speaking) conditional(clause int) bool {
	for i := range s.doc.Clauses {
		if c := &s.doc.Clauses[i]; c.Condition {
			for g := c.Governor; g >= 0; g = s.doc.Clauses[g].Governor {
				if g == clause {
					return true
				}
			}
		}
	}
	c := &s.doc.Clauses[clause]
	for k := c.Verb; k+1 < c.Last; k++ {
		if n := s.doc.Tokens[k].Norm; (n == "provided" || n == "providing") && (s.doc.Tokens[k+1].Norm == "that" || s.doc.Tokens[k+1].Tag == text.Determiner) {
			return true
		}
	}
	return false
}

// sameSide tells whether one of the first is one of the second, or both belong to the same state or organization.
func (a *analysis) sameSide(x, y []int) bool {
	for _, one := range x {
		for _, other := range y {
			if a.root(one) == a.root(other) {
				return true
			}
		}
	}
	return false
}

// root is the state or organization that an entity belongs to in the end; itself where it belongs to none.
func (a *analysis) root(e int) int {
	for range 5 {
		of := a.cast.entities[e].of
		if of < 0 {
			break
		}
		e = of
	}
	return e
}

// ownSubject tells whether the subject of a clause is who speaks: "we", "it", or the speaker's state.
func (s *speaking) ownSubject(at *attribution, clause int) bool {
	c := &s.doc.Clauses[clause]
	for _, p := range c.Subjects {
		switch s.doc.Tokens[p.Head].Norm {
		case "we", "i":
			return true
		case "it", "he", "she", "they": // "Norway said it ...": the speaker, where nothing says otherwise
			if m := s.at.outer[p.Head]; m < 0 || s.cast.mentions[m].entity < 0 {
				return true
			}
		}
	}
	return s.sameSide(s.actorsOf(c.Subjects), at.speakers)
}

// actorsOf are the entities that phrases name.
func (s *speaking) actorsOf(phrases []text.Phrase) []int {
	var who []int
	for _, p := range phrases {
		for _, e := range s.named(s.at, p.First, p.Last) {
			who = union(who, e)
		}
	}
	return who
}

func (s *speaking) negated(k int) bool {
	for n := max(0, k-2); n < k; n++ {
		if s.doc.Tokens[n].Tag == text.Negation {
			return true
		}
	}
	return false
}

func within(x, in text.Span) bool { return x.Start >= in.Start && x.End <= in.End }

// behalf are those that the speakers speak for.
func (s *speaking) behalf(speakers []int) []int {
	var all []int
	for _, e := range speakers {
		if of := s.cast.entities[e].of; of >= 0 {
			for _, x := range []int{of, s.root(e)} {
				if !slices.Contains(speakers, x) {
					all = union(all, x)
				}
			}
		}
	}
	return all
}

// quoteIn is the first of the attribution's quotations that lies in a passage.
func (s *speaking) quoteIn(at *attribution, span text.Span) text.Span {
	for _, q := range at.quotes {
		inner := s.doc.Quotes[q].Inner
		if inner.Start >= span.End || inner.End <= span.Start {
			continue
		}
		cut := text.Span{Start: max(inner.Start, span.Start), End: min(inner.End, span.End)}
		if cut.Start < cut.End {
			return cut
		}
	}
	return text.Span{}
}

// talksIn are the rounds that are named in a passage.
func (s *speaking) talksIn(span text.Span) []int {
	var all []int
	for i := range s.rounds {
		if h := s.doc.Tokens[s.rounds[i].head].Start; h >= span.Start && h < span.End {
			k := i
			for s.rounds[k].sameAs >= 0 {
				k = s.rounds[k].sameAs
			}
			all = union(all, k)
		}
	}
	return all
}

// saidAt is when something was said: an expression of time in the sentence that is no part of what was said.
func (s *speaking) saidAt(at *attribution, home text.Sentence) *dates.Expression {
	for i := range s.when {
		e := &s.when[i]
		if e.Start < home.Start || e.End > home.End {
			continue
		}
		if slices.ContainsFunc(at.content, func(c text.Span) bool { return e.Start < c.End && e.End > c.Start }) {
			continue
		}
		// It must stand with the cue or at the head of the sentence, not in a clause of its own.
		if c := s.at.clause[s.doc.TokenAt(e.Start)]; at.clause >= 0 && c >= 0 && int(c) != at.clause && (s.doc.Clauses[c].Relative || s.ofAnother(&s.doc.Clauses[c], at.clause, e)) {
			continue
		}
		return e
	}
	return nil
}

// ofAnother reports that an expression of time stands behind the verb of a main clause whose subject is not that of another clause: "Chile offered
// on Monday to host them, and Peru thanked Chile".
func (s *speaking) ofAnother(c *text.Clause, clause int, e *dates.Expression) bool {
	other := &s.doc.Clauses[clause]
	return c.Finite && c.Governor < 0 && c.Verb >= 0 && e.Start > s.doc.Tokens[c.Verb].Start && len(c.Subjects) > 0 && len(other.Subjects) > 0 && c.Subjects[0].First != other.Subjects[0].First
}

// told makes statements of what the narrator tells as acts: "Peru rejected the offer", where no cue of speech said so.
func (s *speaking) told() {
	attributed := len(s.all)
	for i := range s.events {
		e := &s.events[i]
		m := s.meaning(e.cameo)
		if m.act == "" || len(e.sources) == 0 || e.clause < 0 || !s.doc.Clauses[e.clause].Finite {
			continue
		}
		if e.by >= 0 && (len(e.cameo) < 3 || e.cameo[2] == '0') { // what is reported of others must be more than that they asked or promised something
			continue
		}
		verb := s.doc.Tokens[s.doc.Clauses[e.clause].Verb]
		if slices.ContainsFunc(s.all[:attributed], func(x statement) bool {
			return x.event == i || x.attribution >= 0 && within(verb.Span, s.said[x.attribution].cue) || within(verb.Span, x.span) && s.sameSide(x.speakers, e.sources) && (x.act == m.act || s.doc.Clauses[e.clause].Governor >= 0 || s.doc.Clauses[e.clause].Relative || s.doc.QuoteAt(verb.Start) >= 0)
		}) {
			continue
		}
		act := m.act
		if act == "THREATEN" && verb.Lemma != "threaten" && verb.Lemma != "vow" && verb.Lemma != "warn" && verb.Lemma != "pledge" && verb.Lemma != "promise" {
			continue
		}
		switch verb.Lemma {
		case "thank":
			act = "THANK"
		case "offer", "volunteer":
			act = "OFFER"
		}
		one := statement{span: e.span, speakers: e.sources, behalf: s.behalf(e.sources), act: act, cameo: e.cameo, kind: e.kind, addressed: e.targets, about: s.talksIn(e.span), modality: e.modality,
			negative: e.negative, attribution: -1, event: i, rule: e.rule, line: e.line, confidence: e.confidence, by: e.by, said: s.saidWith(e)}
		if act == "APPEAL" || act == "DEMAND" {
			c := &s.doc.Clauses[e.clause]
			end := c.Verb + 1
			for end < s.doc.Sentences[c.Sentence].Last && s.reaches(c.Verb, end) {
				end++
			}
			s.askedFor(&one, &attribution{speakers: e.sources, clause: e.clause}, c.Verb+1, end)
		}
		s.all = append(s.all, one)
	}
}

// saidWith is the expression of time in the clause of an event.
func (s *speaking) saidWith(e *event) *dates.Expression {
	if e.clause < 0 {
		return nil
	}
	return s.saidIn(&s.doc.Clauses[e.clause])
}

// saidIn is the first expression of time in a clause.
func (s *speaking) saidIn(c *text.Clause) *dates.Expression {
	in := s.doc.SpanOf(c.First, c.Last)
	for i := range s.when {
		if within(s.when[i].Span, in) {
			return &s.when[i]
		}
	}
	return nil
}

func overlaps(x, y text.Span) bool { return min(x.End, y.End) > max(x.Start, y.Start) }
