package gold

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/coder"
)

// river is what people found in testdata/talks/river.txt: a coder that finds the same is right throughout.
func river(t *testing.T) coder.Coding {
	t.Helper()
	all, err := readTalks(os.DirFS("testdata/talks"))
	if err != nil {
		t.Fatal(err)
	}
	return all[0].coding
}

// score evaluates what a coder gives for testdata, and returns the sums by figure.
func score(t *testing.T, set string, subject Subject, tasks ...Task) map[string]Tally {
	t.Helper()
	parts, err := Evaluate(os.DirFS("testdata"), set, subject, tasks)
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string]Tally{}
	for _, p := range parts {
		for _, f := range p.Figures {
			sums[f.Name] = f.Sum()
		}
	}
	return sums
}

func TestTheAnnotationItselfIsRight(t *testing.T) {
	coding := river(t)
	for name, sum := range score(t, "talks", Subject{Code: func(coder.Article) coder.Coding { return coding }}) {
		if sum.Found != sum.Given || sum.Found != sum.Wanted {
			t.Errorf("%s: %+v", name, sum)
		}
	}
}

func TestWhatIsWrongIsCountedWhereItIsWrong(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*coder.Coding)
		figure string
		want   Tally
	}{
		{"another speaker", func(c *coder.Coding) { c.Statements[0].Speakers = []string{"a3"} }, "statements", Tally{1, 2, 2}},
		{"another act", func(c *coder.Coding) { c.Statements[0].Act = "DENY" }, "statements: act", Tally{1, 2, 2}},
		{"another passage", func(c *coder.Coding) { c.Statements[0].Start, c.Statements[0].End = 190, 200 }, "statements", Tally{1, 2, 2}},
		{"another passage of the sentence", func(c *coder.Coding) { c.Statements[0].Start, c.Statements[0].End = 84, 88 }, "statements", Tally{2, 2, 2}},
		{"the same statement twice", func(c *coder.Coding) { c.Statements = append(c.Statements, c.Statements[0]) }, "statements", Tally{2, 3, 2}},
		{"the state in place of its minister", func(c *coder.Coding) { c.Relations[1].Target = []string{"a4"} }, "relations", Tally{2, 2, 2}},
		{"the state in place of its minister speaks", func(c *coder.Coding) { c.Statements[0].Speakers = []string{"a2"} }, "statements", Tally{1, 2, 2}},
		{"another type", func(c *coder.Coding) { c.Relations[1].Type = "ACCUSES" }, "relations: DEMANDS", Tally{0, 0, 1}},
		{"another code", func(c *coder.Coding) { other := "029"; c.Relations[1].CAMEO = &other }, "relations: cameo", Tally{1, 2, 2}},
		{"no target", func(c *coder.Coding) { c.Relations[1].Target = nil }, "relations", Tally{1, 2, 2}},
		{"a surname only", func(c *coder.Coding) { c.Actors[3].Name = "Foreign Minister Rojas" }, "statements", Tally{2, 2, 2}},
		{"about another thing", func(c *coder.Coding) { c.Statements[0].About = []string{"a1"} }, "statements: about", Tally{1, 2, 2}},
		{"a party too many", func(c *coder.Coding) { c.Talks[0].Parties = []string{"a1", "a2", "a3"} }, "talks: parties (members)", Tally{2, 3, 2}},
		{"neither place nor party", func(c *coder.Coding) { c.Talks[0].Place, c.Talks[0].Parties = nil, nil }, "talks", Tally{0, 1, 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			coding := river(t)
			c.change(&coding)
			got := score(t, "talks", Subject{Code: func(coder.Article) coder.Coding { return coding }})[c.figure]
			if got != c.want {
				t.Errorf("%s: %+v, want %+v", c.figure, got, c.want)
			}
		})
	}
}

func TestOrganisationsAndPersons(t *testing.T) {
	text := "“Peru” said Ana Rojas of the Andean Council. The dog barked."
	mention := func(words string, kind coder.Kind) coder.Mention {
		at := strings.Index(text, words)
		return coder.Mention{Span: article.Span{Start: at, End: at + len(words)}, Kind: kind}
	}
	given := []coder.Mention{mention("Peru", coder.State), mention("Rojas", coder.Official), mention("The dog", coder.Organization)}
	sums := score(t, "re3d", Subject{Mentions: func(coder.Article) []coder.Mention { return given }})
	for figure, want := range map[string]Tally{"actors": {1, 2, 2}, "actors, strict": {0, 2, 2}} {
		if sums[figure] != want {
			t.Errorf("%s: %+v, want %+v", figure, sums[figure], want)
		}
	}
}

func TestSentences(t *testing.T) {
	if got := score(t, "sentences.json", Subject{})["sentences"]; got != (Tally{1, 2, 2}) {
		t.Errorf("%+v", got)
	}
}

// TestDates: of the six dates two are out of scope, and one range of days is given with another year than is wanted; a year that the set
// does not mark is an error.
func TestDates(t *testing.T) {
	sums := score(t, "recognizers.json", Subject{})
	for figure, want := range map[string]Tally{"dates": {4, 6, 5}, "all dates": {4, 6, 7}} {
		if sums[figure] != want {
			t.Errorf("%s: %+v, want %+v", figure, sums[figure], want)
		}
	}
}

func TestReadings(t *testing.T) {
	for _, c := range []struct {
		timex, from, to, given, words string
		want                          bool
	}{
		{"2025-11-07", "2025-11-07", "2025-11-07", "2025-11-07", "Friday", true},
		{"2025-11-07", "2025-11-07", "2025-11-07", "2025-11", "Friday", false},
		{"2025-11-07", "2025-11-07", "2025-11-07", "2025-11-03/2025-11-09", "last week", true},
		{"2025-11-07", "2025-11-07", "2025-11-07", "2025-11-03/2025-11-09", "Friday", false},
		{"2025-09-07", "2025-09-07", "2025-09-07", "2025-09", "two months ago", true},
		{"2025-09-07", "2025-09-07", "2025-09-07", "2025-10", "two months ago", false},
		{"2025-W45", "2025-11-03", "2025-11-10", "2025-11-03/2025-11-09", "this week", true},
		{"2025-W45", "2025-11-05", "2025-11-10", "2025-11-03/2025-11-09", "late this week", true},
		{"2025-W45-WE", "2025-11-08", "2025-11-10", "2025-11-08/2025-11-09", "weekend", true},
		{"2025-SU", "", "", "2025-06/2025-08", "this summer", true},
		{"2025-SU", "", "", "2025", "this summer", false},
		{"2025-03", "2025-03-01", "", "2025-03/..", "since March", true},
		{"2025-03", "2025-03-01", "", "2025-03", "since March", false},
		{"2025", "", "2026-01-01", "../2025", "by the end of 2025", true},
		{"2025", "", "2026-01-01", "2025-11-08/2025-12-31", "by the end of 2025", true},
		{"2025", "", "2026-01-01", "2025-11-09/2025-12-31", "by the end of 2025", false},
		{"(2014-01-01,2018-01-01,P4Y)", "2014-01-01", "2018-01-01", "2014/2018", "2014-2018", true},
		{"(2014-01-01,2018-01-01,P4Y)", "2014-01-01", "2018-01-01", "2014/2019", "2014-2019", false},
		{"(2014-02-01,2014-05-01,P3M)", "2014-02-01", "2014-05-01", "2014-02/2014-05", "February to May 2014", true},
		{"(2014-02-03,2014-02-05,P2D)", "2014-02-03", "2014-02-05", "2014-02-03/2014-02-05", "3 to 5 February", true},
		{"(2014-02-03,2014-02-05,P2D)", "2014-02-03", "2014-02-05", "2014-02-03/2014-02-06", "3 to 5 February", false},
		{"2025-11-07", "2025-11-07", "2025-11-07", "", "Friday", false},
	} {
		r := dateReading{timex: c.timex, from: c.from, to: c.to}
		if got := r.meets(c.given, "2025-11-08", c.words); got != c.want {
			t.Errorf("%+v, given %s: %v", r, c.given, got)
		}
	}
}

func TestAFolderOfSetsIsEvaluatedWhole(t *testing.T) {
	coding := river(t)
	subject := Subject{Code: func(coder.Article) coder.Coding { return coding }, Mentions: func(coder.Article) []coder.Mention { return nil }}
	parts, err := Evaluate(os.DirFS("testdata"), ".", subject, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range parts {
		got = append(got, fmt.Sprintf("%s %s %s", p.Set, p.Form, p.Task))
	}
	if want := []string{"petrarch/records.xml petrarch events", "re3d re3d actors", "recognizers.json recognizers dates", "sentences.json sentences sentences", "talks talks talks"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	var table strings.Builder
	if err := Print(&table, parts); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"P 0.80 reached", "R 0.60 MISSED"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, table.String())
		}
	}
	b, err := json.Marshal(JSON(parts, true))
	if err != nil {
		t.Fatal(err)
	}
	var back []map[string]any
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if back[4]["precision"] != 1.0 || back[4]["recall"] != 1.0 || back[4]["f1"] != 1.0 {
		t.Errorf("talks: %v", back[4])
	}
}

func TestIntervalsAreTheSameEachTime(t *testing.T) {
	f := Figure{Docs: []Tally{{1, 2, 2}, {3, 3, 4}, {0, 1, 2}}}
	low, high := f.Interval(Tally.F1)
	again, too := f.Interval(Tally.F1)
	if low != again || high != too {
		t.Errorf("%v %v, then %v %v", low, high, again, too)
	}
	if all := f.Sum().F1(); low >= all || high <= all {
		t.Errorf("%v is not between %v and %v", all, low, high)
	}
}
