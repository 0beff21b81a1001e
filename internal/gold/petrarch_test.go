package gold

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// TestPetrarch codes records of our own: all are right but DEMO-6, which wants what is not there.
func TestPetrarch(t *testing.T) {
	parts, err := Evaluate(os.DirFS("testdata"), "petrarch/records.xml", Subject{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(parts) != 1 || parts[0].Form != "petrarch" {
		t.Fatalf("%+v", parts)
	}
	for _, m := range parts[0].Misses {
		if m.Document != "DEMO-6" {
			t.Errorf("%s (%s): %s", m.Document, m.Rule, m.Text)
		} else if m.Rule != "other-actors" || !strings.Contains(m.Text, `given ["RUR SYL 122"]`) {
			t.Errorf("%+v", m)
		}
	}
	sums := map[string]Tally{}
	for _, f := range parts[0].Figures {
		sums[f.Name] = f.Sum()
	}
	if got, want := sums["records"], (Tally{17, 18, 18}); got != want {
		t.Errorf("records: %+v, want %+v", got, want)
	}
	if got, want := sums["other records"], (Tally{3, 3, 3}); got != want {
		t.Errorf("other records: %+v, want %+v", got, want)
	}
}

// TestPetrarchReads tells what is wrong with a set that cannot be read.
func TestPetrarchReads(t *testing.T) {
	for text, want := range map[string]string{
		`<Validation><Environment><Actorfile>actors.txt</Actorfile></Environment></Validation>`: "actors.txt",
		`<Validation><Sentence id="A"></Sentence></Validation>`:                                 "record A stands before",
	} {
		_, err := Evaluate(fstest.MapFS{"records.xml": {Data: []byte(text)}}, ".", Subject{}, nil)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", text, err)
		}
	}
}
