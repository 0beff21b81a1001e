package coder

import (
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/coder/text"
)

// sure tells whether a statement is an act towards others, and not only words like those for one: then it is a relation, too.
func (s *speaking) sure(x *statement, kind string) bool {
	if kind == "THREATENS" && strings.HasSuffix(x.rule, "+future") && s.goesOn(x) {
		return false
	}
	if x.attribution < 0 {
		return true
	}
	at := &s.said[x.attribution]
	cue := s.doc.TokenAt(at.cue.Start)
	if cue < 0 {
		return true
	}
	frame, _, _ := strings.Cut(at.rule, "+")
	if len(x.speakers) == 1 && s.oneOf(at) {
		return false
	}
	if kind == "THREATENS" && at.lemma == "propose" || kind == "ACCUSES" && at.rule == "name-colon" {
		return false
	}
	switch x.act {
	case "DEMAND", "APPEAL":
		if x.act == "DEMAND" && (frame == "infinitive" || frame == "gerund") { // who wants to do something himself asks nobody
			return false
		}
		if x.act == "DEMAND" && strings.HasPrefix(frame, "quotation") && s.asks(x.span) { // "Why?", he demanded
			return false
		}
		if strings.HasSuffix(x.rule, "+content") && len(x.addressed) == 0 && s.hopes(x) {
			return false
		}
		if at.lemma == "remind" && !strings.HasPrefix(frame, "object") { // reminded them that it was late
			return false
		}
	case "PROMISE":
		_, cued := s.doc.TokensIn(at.cue)
		for k := cued; k+1 < len(s.doc.Tokens) && k < cued+2; k++ { // "determined to warn his friends"
			if s.doc.Tokens[k].Tag == text.To && (s.private[s.doc.Tokens[k+1].Lemma] || saying[s.doc.Tokens[k+1].Lemma]) {
				return false
			}
		}
		for k := cue + 1; k+1 < len(s.doc.Tokens) && k < cue+3; k++ { // "was determined to have taken part"
			if s.doc.Tokens[k].Tag == text.To && s.doc.Tokens[k+1].Norm == "have" && k+2 < len(s.doc.Tokens) && s.doc.Tokens[k+2].Tag == text.Participle {
				return false
			}
		}
	case "PRAISE", "THANK":
		if strings.HasSuffix(x.rule, "+content") && !s.ours(at, x) { // what is told of another's thanks
			return false
		}
	case "ACCUSE":
		if strings.HasSuffix(x.rule, "+other") && at.lemma != "allege" && !s.abroad(x) { // what is said of another in quotation marks may be praise
			return false
		}
	}
	return s.performed(at, cue)
}

// asks tells whether a passage ends with a question mark.
func (s *speaking) asks(span text.Span) bool {
	first, last := s.doc.TokensIn(span)
	for k := last - 1; k >= first && s.doc.Tokens[k].Tag == text.Mark; k-- {
		if s.doc.Tokens[k].Norm == "?" {
			return true
		}
	}
	return false
}

// hopes tells whether a passage says that somebody hopes for something.
func (s *speaking) hopes(x *statement) bool {
	first, last := s.doc.TokensIn(x.span)
	return slices.ContainsFunc(s.doc.Tokens[first:last], func(t text.Token) bool { return t.Lemma == "hope" })
}

// performed tells whether what a cue says was done, by him whom its sentence says: neither a way or a reason ("without accusing anybody", "in advocating"),
// nor what is avoided, nor a quality ("disparaging remarks").
func (s *speaking) performed(at *attribution, cue int) bool {
	if s.doc.Tokens[cue].Tag == text.To {
		cue++
	}
	t := &s.doc.Tokens[cue]
	home := s.doc.Sentences[s.doc.SentenceOf(cue)]
	if cue == home.First {
		return true
	}
	before := &s.doc.Tokens[cue-1]
	if t.Tag == text.Gerund {
		switch before.Tag {
		case text.Preposition:
			return before.Norm == "after" || before.Norm == "in" && s.doc.Tokens[cue-2].Tag == text.Adjective // "more forceful in blaming"
		case text.Past, text.Present, text.Base:
			return going[before.Lemma]
		}
		end := cue
		if before.Norm == ")" { // "the Union (PU) urging"
			for end > home.First && s.doc.Tokens[end].Norm != "(" {
				end--
			}
		}
		for i := range s.doc.Phrases { // "wrote to the mayor urging him": not he urges
			if p := &s.doc.Phrases[i]; p.Last == end && (p.Preposition >= 0 && s.doc.Tokens[p.Preposition].Norm != "by" || s.object(i)) && s.doc.TokenAt(at.source.Start) >= p.First && at.source.Start < at.source.End && s.doc.TokenAt(at.source.Start) < cue {
				return false
			}
		}
		if s.doc.Tokens[home.First].Norm == "with" && s.doc.TokenAt(at.source.Start) > cue { // "With one urging restraint, another ..."
			return false
		}
	}
	if t.Tag == text.Base && before.Tag == text.To && cue-1 > home.First && at.source.Start < at.source.End && at.source.End == s.doc.Tokens[cue-2].End {
		for i := range s.doc.Phrases { // "summoned the envoy to complain": whoever complains has not yet
			if p := &s.doc.Phrases[i]; p.Last == cue-1 && (s.object(i) || p.Preposition >= 0) {
				return false
			}
		}
	}
	if t.Tag == text.Base && (before.Norm == "and" || before.Norm == "or") { // "went to accuse A and encourage B": not A's act
		for k := s.doc.TokenAt(at.source.Start) - 1; k >= home.First; k-- {
			if s.doc.Tokens[k].Tag == text.To {
				return false
			}
		}
	}
	if at.clause >= 0 {
		c := &s.doc.Clauses[at.clause]
		if c.Mark >= 0 && s.doc.Tokens[c.Verb].Tag == text.Present {
			switch s.doc.Tokens[c.Mark].Norm {
			case "when", "whenever": // what happens again and again
				return false
			}
		}
	}
	return true
}

// going are verbs that leave it at what the gerund behind them says.
var going = map[string]bool{"begin": true, "start": true, "keep": true, "continue": true, "be": true, "resume": true}

// promising tells whether to say that one will do what a clause says promises something to others: not to say, to think, to be, to win.
func (s *speaking) promising(at *attribution, clause int) bool {
	c := &s.doc.Clauses[clause]
	if s.private[s.doc.Tokens[c.Verb].Lemma] || c.Passive {
		return false
	}
	return c.Modal != "would" || at.indirect && s.doc.QuoteAt(s.doc.Tokens[c.Verb].Start) < 0 // "I would ask", he said
}

// somebody tells whether all those who are told their duty are states, organizations or persons with a name; whoever else, only where a state tells them.
func (s *speaking) somebody(x *statement, told []int) bool {
	state := len(x.speakers) > 0
	for _, e := range x.speakers {
		state = state && (s.cast.entities[s.root(e)].kind == State || s.cast.entities[e].sector == "GOV")
	}
	if s.any(x) {
		return false
	}
	return len(told) > 0 && (state || !slices.ContainsFunc(told, func(e int) bool { return s.cast.entities[s.root(e)].kind == Unnamed }))
}

// present tells whether the sentence of a round says who takes part in it, by name or by a word that stands for both.
func (s *speaking) present(r *round) bool {
	if !s.joint(r) {
		return false
	}
	if r.ordinal > 0 {
		return true
	}
	home := s.doc.Sentences[s.doc.SentenceOf(r.head)]
	for k := home.First; k < home.Last; k++ {
		switch s.doc.Tokens[k].Norm {
		case "they", "them", "their", "both", "two", "sides", "delegations", "delegates", "parties", "countries", "governments", "capitals", "negotiators":
			return true
		}
	}
	for k := home.First; k+2 < home.Last; k++ { // "the Alliance's council meets": not the two of them
		x, y := s.at.outer[k], s.at.outer[k+2]
		if s.doc.Tokens[k+1].Norm == "'s" && x >= 0 && y >= 0 && x != y && slices.Contains(r.parties, s.cast.mentions[x].entity) && slices.Contains(r.parties, s.cast.mentions[y].entity) {
			return false
		}
	}
	for _, p := range r.parties {
		found := false
		for k := home.First; k < home.Last && !found; k++ {
			for _, m := range []int32{s.at.outer[k], s.at.inner[k]} {
				if m >= 0 {
					who := &s.cast.mentions[m]
					found = found || who.entity >= 0 && s.sameSide(append([]int{who.entity}, who.also...), []int{p})
				}
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// across are those with whom somebody can meet who is not one of them: not his own side, nor a state where he himself speaks for none.
func (s *speaking) across(who, others []int) []int {
	return slices.DeleteFunc(slices.Clone(others), func(e int) bool {
		one := &s.cast.entities[e]
		if s.sameSide(who, []int{e}) && one.kind != Official {
			return true
		}
		return one.kind == State && len(others) == 1 && !slices.ContainsFunc(who, func(w int) bool { return s.cast.entities[w].kind != Official || s.root(w) != w })
	})
}

// plain tells whether an event is what its relation says, and done by somebody in particular.
func (s *speaking) plain(e *event, kind string) bool {
	anybody := func(i int) bool { return s.cast.entities[i].kind == Unnamed && s.cast.entities[i].of < 0 }
	if e.clause < 0 {
		return true
	}
	c := &s.doc.Clauses[e.clause]
	verb := &s.doc.Tokens[c.Verb]
	if (c.Relative || verb.Tag == text.Present || verb.Tag == text.Base) && slices.ContainsFunc(e.sources, anybody) && !slices.ContainsFunc(e.sources, func(i int) bool { return !anybody(i) }) { // "people who attack others"
		return false
	}
	for k := e.clause; s.doc.Clauses[k].Governor >= 0 && s.doc.Clauses[s.doc.Clauses[k].Governor].Content == k; { // "they do not want to think that we blame them"
		if k = s.doc.Clauses[k].Governor; s.doc.Clauses[k].Negated {
			return false
		}
	}
	if (c.Relative || c.With >= 0 && s.doc.Clauses[c.With].Relative) && verb.Tag == text.Present && !slices.ContainsFunc(e.sources, func(i int) bool { return s.cast.entities[i].kind != Unnamed }) {
		return false
	}
	for _, p := range c.Subjects {
		if s.doc.Tokens[p.Head].Lemma == "percent" || s.doc.Tokens[p.First].Tag == text.Number && !c.Passive && kind == "SUPPORTS" {
			return false
		}
	}
	if !c.Finite && c.Group[0] > 0 && s.doc.Tokens[c.Group[0]].Tag == text.Gerund {
		switch before := &s.doc.Tokens[c.Group[0]-1]; before.Tag {
		case text.Preposition, text.Determiner: // a way, a reason, a thing
			return before.Norm == "after"
		}
	}
	switch kind {
	case "PRAISES":
		return verb.Lemma != "welcome" || !slices.ContainsFunc(c.Objects, func(p text.Phrase) bool { return s.at.outer[p.Head] >= 0 }) // guests are welcomed
	case "SUPPORTS":
		return !slices.ContainsFunc(e.targets, anybody)
	case "DEMANDS":
		switch c.Modal {
		case "would", "could", "might", "may":
			return false
		}
		return !slices.ContainsFunc(e.targets, anybody)
	case "PROMISES", "OFFERS_MEDIATION":
		return !s.plans[verb.Lemma] && !duty(c.Modal)
	case "MEETS":
		return !(e.negative || strings.HasPrefix(e.cameo, "042")) || !slices.ContainsFunc(e.targets, func(i int) bool { return s.cast.entities[i].kind == Organization })
	case "HALTS_TALKS":
		return c.Finite || verb.Lemma != "end" // they may end when all is said
	}
	return true
}

// answerable tells whether an actor who is named in what is said is whom the act concerns: he does what it is about.
func (s *speaking) answerable(x *statement, actor, token int) bool {
	c := s.at.clause[token]
	main := c < 0 || !s.doc.Clauses[c].Relative && (s.doc.Clauses[c].Mark < 0 || s.doc.Tokens[s.doc.Clauses[c].Mark].Norm == "that")
	switch {
	case x.act == "WARN":
		return false
	case s.cast.entities[actor].kind == Unnamed:
		return main && c >= 0 && x.act == "DEMAND"
	}
	return x.act == "ACCUSE" || main && (c < 0 || s.doc.Clauses[c].Mark < 0 || x.act == "DEMAND" || x.act == "APPEAL")
}

// abroad tells whether those who speak and those of whom they speak belong to two states: what one says of the other in quotation marks is held against it.
func (s *speaking) abroad(x *statement) bool {
	if len(x.speakers) == 0 || s.cast.entities[s.root(x.speakers[0])].kind != State {
		return false
	}
	who := s.concerned(x)
	return len(who) > 0 && s.cast.entities[who[0]].kind == State && s.sameSide(x.speakers, s.at.pair) && s.sameSide(who, s.at.pair)
}

// ours tells whether what is said is said of the speaker himself: "we welcome", or has no subject who acts.
func (s *speaking) ours(at *attribution, x *statement) bool {
	first, last := s.doc.TokensIn(x.span)
	for i := range s.doc.Clauses {
		c := &s.doc.Clauses[i]
		if c.Verb < first || c.Verb >= last || c.Relative || !c.Finite || within(s.doc.Tokens[c.Verb].Span, at.cue) {
			continue
		}
		return s.ownSubject(at, i) || len(s.actorsOf(c.Subjects)) == 0
	}
	return true
}

// any tells whether a duty is anybody's: "every driver should".
func (s *speaking) any(x *statement) bool {
	first, last := s.doc.TokensIn(x.span)
	for i := range s.doc.Clauses {
		c := &s.doc.Clauses[i]
		if c.Verb < first || c.Verb >= last || !duty(c.Modal) && !s.duty(c) {
			continue
		}
		for _, p := range c.Subjects {
			switch s.doc.Tokens[p.First].Norm {
			case "every", "each", "any", "no", "a", "an":
				return true
			}
			if m := s.at.outer[p.Head]; c.Negated && m >= 0 && s.cast.mentions[m].entity >= 0 && s.cast.entities[s.cast.mentions[m].entity].kind == Unnamed {
				return true
			}
			if m := s.at.outer[p.Head]; m < 0 && s.doc.Tokens[p.Head].Tag != text.Pronoun { // "his speech should help"
				return true
			}
		}
	}
	return false
}

// goesOn tells whether who speaks says that he will go on with what he does, which threatens nobody anew.
func (s *speaking) goesOn(x *statement) bool {
	first, last := s.doc.TokensIn(x.span)
	for k := first; k+1 < last; k++ {
		if s.doc.Tokens[k].Tag == text.Modal && s.doc.Tokens[k+1].Lemma == "continue" {
			return true
		}
	}
	return false
}

// joint tells whether the verb of a round is one for what two do together, and not another use of it: to agree with an opinion, to be met with
// refusal, to speak of something or at a rally.
func (s *speaking) joint(r *round) bool {
	head := &s.doc.Tokens[r.head]
	if r.head+3 >= len(s.doc.Tokens) || head.Tag == text.Noun || head.Tag == text.Name {
		return true
	}
	next := s.doc.Tokens[r.head+1].Norm
	switch head.Lemma {
	case "agree":
		return next != "with"
	case "meet":
		if next != "with" && r.negative { // "did not meet the Committee's conditions"
			return false
		}
		return next != "with" || r.head == 0 || s.doc.Tokens[r.head-1].Lemma != "be" || head.Tag == text.Gerund
	case "speak", "talk":
		for _, t := range s.doc.Tokens[r.head+1 : min(r.head+6, len(s.doc.Tokens))] {
			switch t.Norm {
			case "with", "phone", "telephone", "together", "each":
				return true
			}
		}
		return false
	}
	return true
}

// oneOf tells whether a source is one person called by what he belongs to: "the Socialist" is not the party.
func (s *speaking) oneOf(at *attribution) bool {
	first, last := s.doc.TokensIn(at.source)
	if first+2 != last {
		return false
	}
	m := s.at.outer[first+1]
	if m < 0 || s.cast.mentions[m].how != "member" || s.cast.mentions[m].plural {
		return false
	}
	switch s.doc.Tokens[first].Norm {
	case "the", "a", "one", "another":
		return !strings.HasSuffix(s.doc.Tokens[first+1].Norm, "s")
	}
	return false
}

// object tells whether a phrase is the object of a verb.
func (s *speaking) object(phrase int) bool {
	return slices.ContainsFunc(s.doc.Clauses, func(c text.Clause) bool {
		return !c.Passive && slices.ContainsFunc(c.Objects, func(p text.Phrase) bool { return p.Index == phrase })
	})
}
