package diplomacy

import (
	"slices"
	"time"
)

// OfferStep is a step in the life of a mediation offer. At is zero where its date is not known.
type OfferStep struct {
	State string
	At    PartialDate
}

// phases are the phases of an offer's life, which follow each other.
var phases = map[string]int{"OFFERED": 1, "ACCEPTED": 2, "DECLINED": 2, "IGNORED": 2, "ACTIVE": 3, "SUSPENDED": 3, "ENDED": 4}

// OfferState returns the state of the step that surely comes last: the one of the latest phase and, within it, of the latest date. It is ""
// when there is none, or when two of different states cannot be told apart. With a date, only steps count that are surely not after it.
func OfferState(steps []OfferStep, at PartialDate) string {
	var last []OfferStep // steps that cannot be told apart
	for _, s := range steps {
		switch {
		case at != (PartialDate{}) && (s.At == (PartialDate{}) || s.At.To > at.To):
		case len(last) == 0 || phases[s.State] > phases[last[0].State]:
			last = []OfferStep{s}
		case phases[s.State] == phases[last[0].State]:
			last = append(last, s)
		}
	}
	last = slices.DeleteFunc(slices.Clone(last), func(s OfferStep) bool {
		return slices.ContainsFunc(last, func(later OfferStep) bool { return s.At.before(later.At) })
	})
	if len(last) == 0 || slices.ContainsFunc(last, func(s OfferStep) bool { return s.State != last[0].State }) {
		return ""
	}
	return last[0].State
}

// before reports whether a date is surely before another. One that is not known is before none.
func (d PartialDate) before(other PartialDate) bool {
	return d != (PartialDate{}) && other != (PartialDate{}) && d.To < other.From
}

// Wait is how many days an offer waited for an answer: a range, as its dates are no more precise than their sources.
type Wait struct {
	AtLeast, AtMost int
	Answered        bool // surely by then; it waited no longer
}

// OfferWait returns how long an offer waited for an answer: from the day on which it was made to its answer, or to a date that comes before
// it. It is false where a day that matters is not known, and where the date lies before the offer.
func OfferWait(steps []OfferStep, at PartialDate) (Wait, bool) {
	var made, answer *PartialDate
	for _, s := range steps {
		first := &answer
		switch s.State {
		case "OFFERED":
			first = &made
		case "ACCEPTED", "DECLINED", "ACTIVE":
			if s.At == (PartialDate{}) {
				return Wait{}, false // it may lie before the date or after it
			}
		default:
			continue
		}
		if s.At != (PartialDate{}) && (*first == nil || s.At.From < (*first).From) {
			*first = &s.At
		}
	}
	if made == nil || at.To < made.From {
		return Wait{}, false
	}
	end, w := at, Wait{}
	if answer != nil && answer.From <= at.To {
		w.Answered = answer.To <= at.To
		end = PartialDate{From: answer.From, To: min(answer.To, at.To)}
	}
	w.AtLeast, w.AtMost = max(0, days(made.To, end.From)), days(made.From, end.To)
	return w, true
}

// days counts the midnights, in UTC, between two ends of intervals.
func days(from, to string) int {
	day := func(s string) time.Time {
		t, _ := time.Parse(time.DateOnly, s[:len(time.DateOnly)]) // ParsePartialDate made it
		return t
	}
	return int(day(to).Sub(day(from)).Hours()) / 24
}

// PartyAccount is how a party to a round of talks describes its outcome: "" where its words do not say.
type PartyAccount struct{ Party, Outcome string }

// AgreementOfAccounts tells whether parties describe the outcome of a round alike: NONE, ONE_SIDED, AGREE, DIFFER or UNCLEAR.
func AgreementOfAccounts(accounts []PartyAccount) string {
	parties, said := map[string]bool{}, map[string]bool{}
	for _, a := range accounts {
		parties[a.Party] = true
		if a.Outcome == "" || a.Outcome == "UNKNOWN" {
			continue
		}
		said[a.Party] = true
		for _, b := range accounts {
			if b.Party != a.Party && b.Outcome != "" && b.Outcome != "UNKNOWN" && b.Outcome != a.Outcome {
				return "DIFFER"
			}
		}
	}
	switch {
	case len(parties) == 0:
		return "NONE"
	case len(parties) == 1:
		return "ONE_SIDED"
	case len(said) > 1:
		return "AGREE"
	}
	return "UNCLEAR"
}
