package coder

import (
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/coder/dates"
	"github.com/parleygraph/parley/internal/coder/text"
)

// relation is what somebody did to somebody, on its way to the coding.
type relation struct {
	span        text.Span
	kind, cameo string
	sources     []int
	targets     []int
	about       []int // rounds
	said        *dates.Expression
	negative    bool
	modality    string
	by          int // the attribution in whose content it stands; -1: the narrator's
	rule, line  string
	confidence  float64
	round       int // the round it comes from; -1: none
}

// findRelations makes relations of events, of speech acts that no event says better, and of rounds of talks.
func (r *factRules) findRelations(s *speaking) []relation {
	var all []relation
	has := func(x relation) bool {
		return slices.ContainsFunc(all, func(y relation) bool {
			return x.kind == y.kind && (overlaps(x.span, y.span) || x.cameo == y.cameo) && s.doc.SentenceAt(x.span.Start) == s.doc.SentenceAt(y.span.Start) && s.sameSide(x.sources, y.sources) &&
				(len(x.targets) == 0 && len(y.targets) == 0 || s.sameSide(x.targets, y.targets) || overlaps(x.span, y.span))
		})
	}
	for i := range s.all {
		if x, ok := s.ofStatement(&s.all[i]); ok && !has(x) {
			all = append(all, x)
		}
	}
	for i := range s.rounds {
		for _, x := range s.ofRound(i) {
			agreed := x
			agreed.kind = "AGREES_TO_MEET"
			if !has(x) && !(x.modality == "planned" && has(agreed)) {
				all = append(all, x)
			}
		}
	}
	for i := range s.events {
		if x, ok := s.ofEvent(&s.events[i]); ok && !has(x) {
			all = append(all, x)
		}
	}
	s.complete(all)
	all = slices.DeleteFunc(all, func(x relation) bool {
		return s.holds[x.kind].needed && len(x.targets) == 0 || s.leftover(s.doc.SentenceAt(x.span.Start))
	})
	slices.SortStableFunc(all, func(x, y relation) int {
		if x.span.Start != y.span.Start {
			return x.span.Start - y.span.Start
		}
		return x.span.End - y.span.End
	})
	return all
}

// ofStatement is the relation that a speech act is.
func (s *speaking) ofStatement(x *statement) (relation, bool) {
	kind := s.kinds[x.act].relation
	if m := s.meaning(x.cameo); x.kind != "" {
		kind = x.kind
	} else if m.relation != "" && (m.act == x.act || kind == "" && m.relation != "PROMISES" && m.relation != "DEMANDS") {
		kind = m.relation
	}
	if x.cameo == "015" && len(s.at.pair) == 2 && s.sameSide(x.speakers, s.at.pair) { // who claims responsibility did it
		return relation{span: x.span, kind: "ATTACKS", cameo: "190", sources: x.speakers, targets: s.others(slices.Clone(s.at.pair), x.speakers), said: x.said, negative: x.negative, modality: "asserted", by: x.by, rule: x.rule + "+claimed",
			line: x.line, confidence: x.confidence, round: -1}, true
	}
	if kind == "" || kind == "PROMISES" && strings.HasPrefix(x.rule, "release") || x.modality == "planned" && kind == "DEMANDS" || !s.sure(x, kind) {
		return relation{}, false
	}
	targets := s.others(slices.Clone(x.addressed), x.speakers)
	if strings.HasSuffix(x.rule, "+duty") && !s.somebody(x, targets) {
		return relation{}, false
	}
	switch kind {
	case "ACCUSES", "THREATENS", "CONDEMNS", "WARNS": // its troops and engineers are the state
		for i, e := range targets {
			if root := s.root(e); s.cast.entities[e].kind != Official && s.cast.entities[root].kind == State {
				targets[i] = root
			}
		}
	}
	if x.act == "THREATEN" && s.sameSide(x.speakers, s.at.pair) {
		targets = s.others(slices.Clone(s.at.pair), x.speakers)
	}
	if len(targets) == 0 && x.attribution >= 0 && (x.cameo == "126" || x.cameo == "038") {
		targets = s.concerned(x)
	}
	if len(targets) == 0 && x.attribution >= 0 {
		switch x.act {
		case "ACCUSE", "CONDEMN", "PRAISE", "THANK", "THREATEN", "WARN", "DEMAND", "APPEAL":
			targets = s.concerned(x)
		}
	}
	if kind == "DEMANDS" || kind == "WARNS" || kind == "PROMISES" { // told to reporters
		targets = slices.DeleteFunc(targets, s.reporter)
	}
	sources := x.speakers
	if s.voice.side >= 0 && len(sources) == 1 && sources[0] == s.voice.speakers[0] {
		sources = []int{s.voice.side} // what a government releases it does itself
	}
	return relation{span: x.span, kind: kind, cameo: x.cameo, sources: sources, targets: targets, about: x.about, said: x.said, negative: x.negative, modality: x.modality, by: x.by, rule: x.rule, line: x.line,
		confidence: x.confidence, round: -1}, true
}

// ofEvent is the relation that an event is, where no speech act says it already.
func (s *speaking) ofEvent(e *event) (relation, bool) {
	kind := e.kind
	m := s.meaning(e.cameo)
	if kind == "" {
		kind = m.relation
	}
	if kind == "" || len(e.sources) == 0 || !s.plain(e, kind) {
		return relation{}, false
	}
	if e.clause >= 0 {
		if n := s.doc.Tokens[s.doc.Clauses[e.clause].First].Norm; n == "whether" || n == "if" {
			return relation{}, false
		}
		verb := s.doc.Tokens[s.doc.Clauses[e.clause].Verb].Span
		for i := range s.all {
			if x := &s.all[i]; kind != "RECOGNISES" && x.attribution >= 0 && within(verb, s.said[x.attribution].cue) || mediationCodes[x.act] == x.cameo && s.sentenceOf(x.span) == e.sentence && s.sameSide(x.speakers, e.sources) && (kind == "MEDIATES" || kind == "PROMISES" || overlaps(e.span, x.span)) {
				return relation{}, false
			}
		}
	}
	x := relation{span: e.span, kind: kind, cameo: e.cameo, sources: e.sources, targets: e.targets, about: s.talksIn(e.span), said: s.saidWith(e), negative: e.negative, modality: e.modality,
		by: e.by, rule: e.rule, line: e.line, confidence: e.confidence, round: -1}
	if e.clause >= 0 {
		c := &s.doc.Clauses[e.clause]
		perfect := false // "to have recognised": done
		for k := c.Group[0]; k < c.Verb; k++ {
			perfect = perfect || s.doc.Tokens[k].Norm == "have"
		}
		if perfect && !c.Finite && x.modality == "planned" {
			x.modality = "asserted"
		}
		asked := e.by >= 0 && (s.said[e.by].act == "APPEAL" || s.said[e.by].act == "DEMAND")
		if (asked || !c.Finite && !perfect && s.doc.Tokens[c.First].Tag == text.To) && kind != "WITHDRAWS_FORCES" { // what is asked for or meant has not been done
			return relation{}, false
		}
		if kind == "HOSTS" && s.doc.Tokens[c.Verb].Lemma == "receive" && len(s.actorsOf(c.Objects)) == 0 {
			return relation{}, false
		}
		if kind == "AGREES_TO_MEET" && len(e.targets) == 0 && !s.sameSide(e.sources, s.at.pair) {
			return relation{}, false
		}
	}
	if kind == "THREATENS" && (e.clause < 0 || s.doc.Tokens[s.doc.Clauses[e.clause].Verb].Lemma != "threaten") {
		return relation{}, false
	}
	if x.by >= 0 && s.said[x.by].act == "ACCUSE" && x.modality == "asserted" {
		x.modality = "possible"
	}
	if len(x.targets) == 0 && kind != "HALTS_TALKS" { // what talks are on is nobody
		x.targets = s.targetsOf(e)
	}
	if kind == "ATTACKS" {
		for _, source := range x.sources {
			if k := s.cast.entities[source]; k.kind == Official || k.kind == Unnamed && k.of < 0 {
				return relation{}, false
			}
		}
		if len(x.targets) == 0 {
			x.targets = s.placesIn(e)
		}
	}
	if slices.ContainsFunc(append(slices.Clone(x.targets), x.sources...), func(i int) bool { return s.cast.entities[i].sector == "MED" }) && s.holds[kind].mutual {
		return relation{}, false
	}
	if e.clause >= 0 && kind == "AGREES_TO_MEET" && s.plans[s.doc.Tokens[s.doc.Clauses[e.clause].Verb].Lemma] {
		x.kind, x.cameo, x.modality = "MEETS", "040", "planned"
	}
	return x, true
}

// targetsOf looks for whom an event concerns: in what the verb governs, nearest first.
func (s *speaking) targetsOf(e *event) []int {
	for c := e.clause; c >= 0; c = s.doc.Clauses[c].Content {
		cl := &s.doc.Clauses[c]
		if c != e.clause {
			if who := s.others(s.actorsOf(cl.Subjects), e.sources); len(who) > 0 {
				return who
			}
		}
		if who := s.others(s.actorsOf(cl.Objects), e.sources); len(who) > 0 && !cl.Passive {
			return who
		}
		for _, k := range cl.Complements {
			if k.Preposition < 0 {
				continue
			}
			switch s.doc.Tokens[k.Preposition].Norm {
			case "to", "with", "on", "against", "upon", "between", "from", "of", "at", "for":
				if who := s.others(s.named(s.at, k.Phrase.First, min(max(k.Phrase.Last, k.Phrase.First+1), len(s.doc.Tokens))), e.sources); len(who) > 0 {
					return who
				}
			}
		}
	}
	return nil
}

// placesIn are the states in whose land an event takes place, or whose it is: "into northern Syria", "Saudi oil plants".
func (s *speaking) placesIn(e *event) []int {
	if e.clause < 0 {
		return nil
	}
	c := &s.doc.Clauses[e.clause]
	for k := c.Verb + 1; k < c.Last; k++ {
		if m := s.at.inner[k]; m >= 0 {
			if mention := &s.cast.mentions[m]; mention.entity >= 0 && s.cast.entities[mention.entity].kind == State && !s.sameSide([]int{mention.entity}, e.sources) {
				return []int{mention.entity}
			}
		}
	}
	return nil
}

// others are those of the first who are not of the second, nor speak for them.
func (s *speaking) others(who, not []int) []int {
	return slices.DeleteFunc(who, func(e int) bool { return s.sameSide([]int{e}, not) })
}

// complete says whom relations concern that do not say so themselves, where there is but one answer.
func (s *speaking) complete(all []relation) {
	offered := -1
	slices.SortStableFunc(all, func(x, y relation) int { return x.span.Start - y.span.Start })
	for i := range all {
		x := &all[i]
		if s.holds[x.kind].mutual && len(x.targets) == 0 && len(x.sources) >= 2 {
			x.sources, x.targets = x.sources[:1], x.sources[1:]
		}
		if x.kind == "OFFERS_MEDIATION" {
			offered = i
		}
		if len(x.targets) > 0 {
			if s.holds[x.kind].unsaid == "both" && len(x.targets) == 1 && s.sameSide(x.targets, s.at.pair) && !s.sameSide(x.sources, s.at.pair) {
				x.targets = s.at.pair
			}
			continue
		}
		switch {
		case (x.kind == "ACCEPTS_MEDIATION" || x.kind == "REJECTS_MEDIATION") && offered >= 0:
			x.targets = s.others(slices.Clone(all[offered].sources), x.sources)
		case (s.holds[x.kind].unsaid == "both" || s.holds[x.kind].unsaid == "other" || x.kind == "CONDEMNS" && s.quarrel(all)) && len(s.at.pair) == 2 && s.sameSide(x.sources, s.at.pair):
			x.targets = s.others(slices.Clone(s.at.pair), x.sources)
		case (s.holds[x.kind].unsaid == "both" || x.kind == "DEMANDS" && s.voice.side < 0 && (x.cameo == "0256" || x.cameo == "1056")) && len(s.at.pair) == 2:
			x.targets = s.others(slices.Clone(s.at.pair), x.sources)
		}
	}
}

// quarrel tells whether the two sides of the article accuse, threaten, attack or expel one another.
func (s *speaking) quarrel(all []relation) bool {
	for i := range all {
		switch x := &all[i]; x.kind {
		case "ACCUSES", "THREATENS", "ATTACKS", "EXPELS", "BREAKS_RELATIONS":
			if len(s.at.pair) == 2 && s.sameSide(x.sources, s.at.pair) && s.sameSide(x.targets, s.at.pair) && !s.sameSide(x.sources, x.targets) {
				return true
			}
		}
	}
	return false
}

// concerned is the first actor of what is said who is not on the speaker's side, and who is said to do something: a subject, or whose it is, or
// the one who is named first.
func (s *speaking) concerned(x *statement) []int {
	for _, c := range s.said[x.attribution].content {
		first, last := s.doc.TokensIn(text.Span{Start: max(c.Start, x.span.Start), End: min(c.End, x.span.End)})
		for k := first; k < last; k++ {
			m := s.at.outer[k]
			if m < 0 {
				continue
			}
			mention := &s.cast.mentions[m]
			if mention.entity >= 0 && !mention.place && !s.sameSide([]int{mention.entity}, x.speakers) && s.doing(mention, first) && s.answerable(x, mention.entity, k) {
				if root := s.root(mention.entity); s.cast.entities[mention.entity].kind != Official && s.cast.entities[root].kind == State {
					return []int{root}
				}
				return []int{mention.entity}
			}
			k = max(k, mention.last-1)
		}
	}
	return nil
}

// doing tells whether an actor is named as one who does something.
func (s *speaking) doing(m *mention, first int) bool {
	before, behind := "", ""
	if m.first > 0 {
		before = s.doc.Tokens[m.first-1].Norm
	}
	if m.last < len(s.doc.Tokens) {
		behind = s.doc.Tokens[m.last].Norm
	}
	if before == "by" || behind == "'s" || behind == "'" || m.adjective && m.how != "pronoun" && m.first <= first+4 || m.first <= first+1 && !m.adjective {
		return true
	}
	if c := s.at.clause[m.first]; c >= 0 && !s.doc.Clauses[c].Passive {
		for _, p := range s.doc.Clauses[c].Subjects {
			if p.First <= m.first && m.first < p.Last {
				return true
			}
		}
	}
	return false
}

// ofRound are the relations that a round of talks is: its parties meet or negotiate, its mediators mediate, its hosts host.
func (s *speaking) ofRound(i int) []relation {
	r := &s.rounds[i]
	if r.sameAs >= 0 {
		return nil
	}
	modality := "asserted"
	switch r.status {
	case "called_for":
		modality = "possible"
	case "planned", "postponed":
		modality = "planned"
	}
	one := relation{span: s.doc.SpanOf(r.first, r.last), about: []int{i}, said: r.when, negative: r.negative || r.status == "postponed" || r.status == "cancelled", modality: modality, by: r.by, rule: r.rule, line: r.line,
		confidence: 0.7, round: i}
	var all []relation
	if len(r.parties) >= 2 && r.status != "called_for" && (!r.inherited || r.status == "held" && r.ordinal > 0 && r.place != "") {
		x := one
		x.kind, x.cameo = "MEETS", r.code
		switch r.code {
		case "046":
			x.kind = "NEGOTIATES"
		case "057":
			x.kind = "SIGNS_AGREEMENT"
		}
		x.sources, x.targets = r.parties[:1], r.parties[1:]
		if x.targets = s.across(x.sources, x.targets); len(x.targets) > 0 && s.present(r) {
			all = append(all, x)
		}
	}
	for _, role := range []struct {
		who         []int
		kind, cameo string
		span        text.Span
	}{{r.mediators, "MEDIATES", "045", r.mediated}, {r.hosts, "HOSTS", "043", r.hosted}} {
		if len(role.who) > 0 && (r.status != "called_for" || role.kind == "HOSTS") {
			x := one
			if role.span.Start < role.span.End {
				x.span = role.span
			}
			if role.kind == "MEDIATES" && !r.inherited && len(r.parties) > 0 && !s.present(r) {
				continue
			}
			x.kind, x.cameo, x.sources, x.targets = role.kind, role.cameo, role.who, r.parties
			x.negative = false
			if r.roleStatus == "planned" {
				x.modality = "planned"
			}
			all = append(all, x)
		}
	}
	return all
}
