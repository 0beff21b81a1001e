package coder

import (
	"slices"

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
			return x.kind == y.kind && s.doc.SentenceAt(x.span.Start) == s.doc.SentenceAt(y.span.Start) && s.sameSide(x.sources, y.sources) &&
				(len(x.targets) == 0 && len(y.targets) == 0 || s.sameSide(x.targets, y.targets) || overlaps(x.span, y.span))
		})
	}
	for i := range s.events {
		e := &s.events[i]
		kind := e.kind
		if kind == "" {
			kind = r.meaning(e.cameo).relation
		}
		if kind == "" || len(e.sources) == 0 {
			continue
		}
		x := relation{span: e.span, kind: kind, cameo: e.cameo, sources: e.sources, targets: e.targets, about: s.talksIn(e.span), said: s.saidWith(e), negative: e.negative, modality: e.modality,
			by: e.by, rule: e.rule, line: e.line, confidence: e.confidence, round: -1}
		if x.by >= 0 && s.said[x.by].act == "ACCUSE" && x.modality == "asserted" {
			x.modality = "possible"
		}
		if !has(x) {
			all = append(all, x)
		}
	}
	for i := range s.all {
		x := &s.all[i]
		kind := actRelations[x.act]
		if m := r.meaning(x.cameo); m.relation != "" && m.act == x.act {
			kind = m.relation
		}
		if kind == "" || x.event >= 0 {
			continue
		}
		targets := slices.DeleteFunc(slices.Clone(x.addressed), func(e int) bool { return slices.Contains(x.speakers, e) })
		if len(targets) == 0 && x.attribution >= 0 {
			targets = s.concerned(x)
		}
		one := relation{span: x.span, kind: kind, cameo: x.cameo, sources: x.speakers, targets: targets, about: x.about, said: x.said, negative: x.negative, modality: x.modality, by: x.by, rule: x.rule, line: x.line,
			confidence: x.confidence, round: -1}
		if !has(one) {
			all = append(all, one)
		}
	}
	for i := range s.rounds {
		for _, x := range s.ofRound(i) {
			if !has(x) {
				all = append(all, x)
			}
		}
	}
	slices.SortStableFunc(all, func(x, y relation) int {
		if x.span.Start != y.span.Start {
			return x.span.Start - y.span.Start
		}
		return x.span.End - y.span.End
	})
	return all
}

// actRelations are the relations that a speech act is where its code says nothing.
var actRelations = map[string]string{"ACCUSE": "ACCUSES", "DEMAND": "DEMANDS", "APPEAL": "DEMANDS", "THREATEN": "THREATENS", "WARN": "WARNS", "CONDEMN": "CONDEMNS", "PRAISE": "PRAISES", "THANK": "PRAISES", "PROMISE": "PROMISES"}

// concerned is the first actor of what is said who is not on the speaker's side.
func (s *speaking) concerned(x *statement) []int {
	for _, c := range s.said[x.attribution].content {
		first, last := s.doc.TokensIn(text.Span{Start: max(c.Start, x.span.Start), End: min(c.End, x.span.End)})
		for k := first; k < last; k++ {
			m := s.at.outer[k]
			if m < 0 {
				continue
			}
			mention := s.cast.mentions[m]
			if mention.entity >= 0 && !mention.place && !mention.adjective && !s.sameSide([]int{mention.entity}, x.speakers) {
				return []int{mention.entity}
			}
			k = max(k, mention.last-1)
		}
	}
	return nil
}

// ofRound are the relations that a round of talks is: its parties meet or negotiate, its mediators mediate, its hosts host.
func (s *speaking) ofRound(i int) []relation {
	r := &s.rounds[i]
	if r.sameAs >= 0 || r.status == "called_for" {
		return nil
	}
	modality := "asserted"
	switch r.status {
	case "planned", "postponed":
		modality = "planned"
	}
	one := relation{span: s.doc.SpanOf(r.first, r.last), about: []int{i}, said: r.when, negative: r.negative || r.status == "postponed" || r.status == "cancelled", modality: modality, by: r.by, rule: r.rule, line: r.line,
		confidence: 0.7, round: i}
	var all []relation
	if len(r.parties) >= 2 && !r.inherited {
		x := one
		x.kind, x.cameo = "MEETS", r.code
		if r.code == "046" {
			x.kind = "NEGOTIATES"
		}
		x.sources, x.targets = r.parties[:1], r.parties[1:]
		all = append(all, x)
	}
	for _, role := range []struct {
		who         []int
		kind, cameo string
	}{{r.mediators, "MEDIATES", "045"}, {r.hosts, "HOSTS", "043"}} {
		if len(role.who) > 0 {
			x := one
			x.kind, x.cameo, x.sources, x.targets = role.kind, role.cameo, role.who, r.parties
			all = append(all, x)
		}
	}
	return all
}
