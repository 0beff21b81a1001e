package coder

import (
	"encoding/json"
	"strings"
	"testing"
)

const layered = "Peru accused Bolivia of smuggling. Bolivia denied it. They will meet in Lima."

// fact is one that rests on words of layered.
func fact(t *testing.T, id, words, polarity string) Fact {
	at := strings.Index(layered, words)
	if at < 0 {
		t.Fatalf("%q is not there", words)
	}
	return Fact{ID: id, Polarity: polarity, Modality: "asserted", Evidence: words, Start: at, End: at + len(words)}
}

// twoLayers are two codings of layered: they name the same states by other ids, and agree on one statement and on the talks.
func twoLayers(t *testing.T) (a, b Coding) {
	per, bol, lima := "PER", "BOL", "Lima"
	of := "p"
	a = Coding{
		Actors: []Actor{{ID: "p", Kind: State, Name: "Peru", ISO3: &per, Key: "State:PER"}, {ID: "b", Kind: State, Name: "Bolivia", ISO3: &bol, Key: "State:BOL"},
			{ID: "m", Kind: Official, Name: "Rojas", Of: &of}},
		Talks: []Talks{{Fact: fact(t, "x", "They will meet", ""), Place: &lima, Parties: []string{"p", "b"}, Accounts: []Account{{Party: "p", Words: "short"}}}},
		Statements: []Statement{
			{Fact: fact(t, "2", "Bolivia denied it", "positive"), Act: "DENY", Speakers: []string{"b"}, About: []string{"x"}},
			{Fact: fact(t, "1", "Peru accused Bolivia", "positive"), Act: "ACCUSE", Speakers: []string{"p"}, Addressed: []string{"b"}},
		},
		Relations: []Relation{{Fact: fact(t, "r", "Peru accused Bolivia", "positive"), Type: "ACCUSES", Source: []string{"p"}, Target: []string{"b"}}},
	}
	b = Coding{
		Actors: []Actor{{ID: "a1", Kind: State, Name: "the Plurinational State of Bolivia", ISO3: &bol}, {ID: "p", Kind: Unnamed, Name: "smugglers"}, {ID: "a3", Kind: State, Name: "Peru", Key: "State:PER"}},
		Talks:  []Talks{{Fact: fact(t, "x", "meet in Lima", ""), Place: &lima}},
		Statements: []Statement{
			{Fact: fact(t, "s1", "accused Bolivia of smuggling", "positive"), Act: "ACCUSE", Speakers: []string{"a3"}, About: []string{"p"}},
			{Fact: fact(t, "s2", "Bolivia denied it", "negative"), Act: "DENY", Speakers: []string{"a1"}, About: []string{"x"}},
		},
		Relations: []Relation{{Fact: fact(t, "r1", "Peru accused Bolivia", "positive"), Type: "ACCUSES", Source: []string{"a3"}, Target: []string{"p"}}},
	}
	return a, b
}

func shown(t *testing.T, c Coding) string {
	var all []string
	for _, a := range c.Actors {
		of := ""
		if a.Of != nil {
			of = " of " + *a.Of
		}
		all = append(all, a.ID+" "+a.Name+of)
	}
	for _, x := range c.Talks {
		by := ""
		if len(x.Accounts) > 0 {
			by = " told by " + x.Accounts[0].Party
		}
		all = append(all, x.ID+" "+x.Evidence+": "+strings.Join(x.Parties, "+")+by)
	}
	for _, s := range c.Statements {
		all = append(all, s.ID+" "+s.Evidence+": "+strings.Join(s.Speakers, "+")+" about "+strings.Join(s.About, "+"))
	}
	for _, r := range c.Relations {
		all = append(all, r.ID+" "+r.Evidence+": "+strings.Join(r.Source, "+")+" to "+strings.Join(r.Target, "+"))
	}
	return strings.Join(all, "\n")
}

func TestUnion(t *testing.T) {
	a, b := twoLayers(t)
	before := mustJSON(t, []Coding{a, b})
	want := strings.Join([]string{
		"a1 Peru", "a2 Bolivia", "a3 Rojas of a1", "a4 smugglers",
		"t1 They will meet: a1+a2 told by a1",
		"s1 Peru accused Bolivia: a1 about ", "s2 Bolivia denied it: a2 about t1", "s3 Bolivia denied it: a2 about t1",
		"r1 Peru accused Bolivia: a1 to a2", "r2 Peru accused Bolivia: a1 to a4",
	}, "\n")
	if got := shown(t, Union(layered, a, b)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if mustJSON(t, []Coding{a, b}) != before {
		t.Error("the layers were changed")
	}
	if once, twice := Union(layered, a, a), Union(layered, Union(layered, a, a), a); mustJSON(t, once) != mustJSON(t, twice) || len(once.Statements) != 2 {
		t.Errorf("a layer adds to itself:\n%s", shown(t, twice))
	}
}

func TestIntersection(t *testing.T) {
	a, b := twoLayers(t)
	before := mustJSON(t, []Coding{a, b})
	want := strings.Join([]string{"a1 Peru", "a2 Bolivia", "t1 They will meet: a1+a2 told by a1", "s1 Peru accused Bolivia: a1 about "}, "\n")
	if got := shown(t, Intersection(layered, a, b)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if mustJSON(t, []Coding{a, b}) != before {
		t.Error("the layers were changed")
	}
	if got := Intersection(layered, a, Coding{}); len(got.Actors)+len(got.Talks)+len(got.Statements)+len(got.Relations) != 0 {
		t.Errorf("%+v", got)
	}
}

func mustJSON(t *testing.T, v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
