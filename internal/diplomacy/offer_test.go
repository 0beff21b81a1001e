package diplomacy_test

import (
	"strings"
	"testing"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// steps reads "OFFERED 2025-11-08, ACCEPTED": a step without a date has none.
func steps(t *testing.T, text string) []diplomacy.OfferStep {
	t.Helper()
	var all []diplomacy.OfferStep
	for step := range strings.SplitSeq(text, ", ") {
		state, at, dated := strings.Cut(step, " ")
		s := diplomacy.OfferStep{State: state}
		if dated {
			s.At = date(t, at)
		}
		if state != "" {
			all = append(all, s)
		}
	}
	return all
}

func date(t *testing.T, text string) diplomacy.PartialDate {
	t.Helper()
	if text == "" {
		return diplomacy.PartialDate{}
	}
	d, err := diplomacy.ParsePartialDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestOfferState(t *testing.T) {
	for _, c := range []struct{ steps, at, want string }{
		{"", "", ""},
		{"OFFERED", "", "OFFERED"},
		{"ACCEPTED, OFFERED", "", "ACCEPTED"},                                 // phases follow each other
		{"OFFERED 2025-11-08, ACCEPTED", "", "ACCEPTED"},                      // even without a date
		{"ACTIVE 2025-01, SUSPENDED 2025-03", "", "SUSPENDED"},                // within a phase dates decide
		{"SUSPENDED 2025-03, ACTIVE 2025-01, ACTIVE 2025-05", "", "ACTIVE"},   //
		{"ACTIVE, SUSPENDED", "", ""},                                         // which was last is not known
		{"ACTIVE 2025-01, SUSPENDED", "", ""},                                 //
		{"ACTIVE 2025-11, SUSPENDED 2025-11-20", "", ""},                      // the dates overlap
		{"ACTIVE 2025-11, ACTIVE 2025-11-20", "", "ACTIVE"},                   //
		{"OFFERED 2025-11-08, DECLINED 2025-11-20", "2025-11-19", "OFFERED"},  //
		{"OFFERED 2025-11-08, DECLINED 2025-11-20", "2025-11-20", "DECLINED"}, //
		{"OFFERED 2025-11-08, DECLINED 2025-11", "2025-11-20", "OFFERED"},     // it may lie after that day
		{"OFFERED 2025-11-08, DECLINED", "2025-11-20", "OFFERED"},             //
		{"OFFERED 2025-11-08", "2025-11-07", ""},                              //
	} {
		if got := diplomacy.OfferState(steps(t, c.steps), date(t, c.at)); got != c.want {
			t.Errorf("%s, at %s: got %q, want %q", c.steps, c.at, got, c.want)
		}
	}
}

func TestOfferWait(t *testing.T) {
	for _, c := range []struct {
		steps, at string
		want      diplomacy.Wait
		known     bool
	}{
		{"OFFERED 2025-11-08", "2025-11-15", diplomacy.Wait{AtLeast: 7, AtMost: 7}, true},
		{"OFFERED 2025-11-08", "2025-11-08", diplomacy.Wait{}, true},
		{"OFFERED 2025-11-08", "2025-11-07", diplomacy.Wait{}, false},
		{"OFFERED 2025-11", "2025-12-15", diplomacy.Wait{AtLeast: 15, AtMost: 44}, true},
		{"OFFERED 2025-11", "2025-11-15", diplomacy.Wait{AtLeast: 0, AtMost: 14}, true},
		{"OFFERED 2025-11-08", "2025-12", diplomacy.Wait{AtLeast: 23, AtMost: 53}, true},
		{"OFFERED", "2025-11-15", diplomacy.Wait{}, false},
		{"", "2025-11-15", diplomacy.Wait{}, false},
		{"OFFERED 2025-11-08, ACCEPTED 2025-11-10", "2025-11-15", diplomacy.Wait{AtLeast: 2, AtMost: 2, Answered: true}, true},
		{"OFFERED 2025-11-08, ACCEPTED 2025-11-20", "2025-11-15", diplomacy.Wait{AtLeast: 7, AtMost: 7}, true},
		{"OFFERED 2025-11-08, DECLINED 2025-11", "2025-11-15", diplomacy.Wait{AtLeast: 0, AtMost: 7}, true},
		{"OFFERED 2025-11-08, DECLINED 2025-11", "2026-01-01", diplomacy.Wait{AtLeast: 0, AtMost: 22, Answered: true}, true},
		{"OFFERED 2025-11-08, ACTIVE 2025-11-12", "2026-01-01", diplomacy.Wait{AtLeast: 4, AtMost: 4, Answered: true}, true},
		{"OFFERED 2025-11-08, IGNORED 2025-11-12", "2025-11-15", diplomacy.Wait{AtLeast: 7, AtMost: 7}, true},
		{"OFFERED 2025-11-08, ACCEPTED", "2025-11-15", diplomacy.Wait{}, false},
	} {
		if got, known := diplomacy.OfferWait(steps(t, c.steps), date(t, c.at)); got != c.want || known != c.known {
			t.Errorf("%s, at %s: got %+v, %t, want %+v, %t", c.steps, c.at, got, known, c.want, c.known)
		}
	}
}

func TestAgreementOfAccounts(t *testing.T) {
	for accounts, want := range map[string]string{
		"":                                 "NONE",
		"PAK=NO_RESULT":                    "ONE_SIDED",
		"PAK=NO_RESULT PAK=PROGRESS":       "ONE_SIDED",
		"PAK=NO_RESULT TAL=NO_RESULT":      "AGREE",
		"PAK=NO_RESULT TAL=PROGRESS":       "DIFFER",
		"PAK=NO_RESULT TAL=":               "UNCLEAR",
		"PAK=UNKNOWN TAL=UNKNOWN":          "UNCLEAR",
		"PAK=NO_RESULT TAL= TUR=PROGRESS":  "DIFFER",
		"PAK= TAL=AGREEMENT TUR=AGREEMENT": "AGREE",
	} {
		var all []diplomacy.PartyAccount
		for a := range strings.FieldsSeq(accounts) {
			party, outcome, _ := strings.Cut(a, "=")
			all = append(all, diplomacy.PartyAccount{Party: party, Outcome: outcome})
		}
		if got := diplomacy.AgreementOfAccounts(all); got != want {
			t.Errorf("%s: got %s, want %s", accounts, got, want)
		}
	}
}
