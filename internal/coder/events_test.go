package coder

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/parleygraph/parley/internal/coder/dictionary"
)

// TestEventExamples runs the examples of events/acts.tsv and events/operators.tsv.
func TestEventExamples(t *testing.T) {
	d, err := dictionary.Load()
	if err != nil {
		t.Fatal(err)
	}
	problems, err := TestExamples(d)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		if strings.HasPrefix(p.Where, "events/") {
			t.Errorf("%s: %s", p.Where, p.Message)
		}
	}
}

// TestEventsNeedKnownSets: a line that asks for what there is not is an error with its place.
func TestEventsNeedKnownSets(t *testing.T) {
	for needs, want := range map[string]string{"&NOSET": `there is no set "NOSET"`, "to:&NOSET": `there is no set "NOSET"`, "objects": `"objects" is neither`} {
		mine := fstest.MapFS{"events/acts.tsv": {Data: []byte("id\tcode\tkind\tform\twords\tneeds\ttarget\n040 meet\t040\t\tverb\tmeet\t" + needs + "\tobject\n")}}
		d, err := dictionary.Load(dictionary.Layer{Name: "mine", Files: mine})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := NewRules(d); err == nil || !strings.Contains(err.Error(), "mine/events/acts.tsv:2: needs: "+want) {
			t.Errorf("%s: %v", needs, err)
		}
	}
}

// TestEvents reads testdata/events.txt: sentences, and under each the events that are found in it, all of them, in the notation of eventNotation.
func TestEvents(t *testing.T) {
	file, err := os.ReadFile("testdata/events.txt")
	if err != nil {
		t.Fatal(err)
	}
	rules := newRules(t)
	lines := strings.Split(strings.TrimRight(string(file), "\n"), "\n")
	sentences := 0
	for i := 0; i < len(lines); {
		sentence, number := lines[i], i+1
		i++
		if sentence == "" || sentence[0] == '#' {
			continue
		}
		sentences++
		var want []string
		for ; i < len(lines) && strings.HasPrefix(lines[i], "\t"); i++ {
			want = append(want, lines[i][1:])
		}
		a := rules.analyse(Article{Text: sentence})
		rules.acts.findEvents(a, a.indexed())
		var got []string
		for i := range a.events {
			got = append(got, eventNotation(a, &a.events[i]))
		}
		if !slices.Equal(got, want) {
			t.Errorf("events.txt:%d: %s\n got\n\t%s\nwant\n\t%s", number, sentence, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
		}
	}
	if sentences < 100 {
		t.Errorf("only %d sentences", sentences)
	}
}

// eventNotation writes an event so that a table of tests can be read: "Peru 051 Chile", with a kind behind the code where the event has one of
// its own, "not" before the code of what is denied, and the modality behind all where it is not asserted.
func eventNotation(a *analysis, e *event) string {
	who := func(ids []int) string {
		var all []string
		for _, i := range ids {
			all = append(all, a.cast.entities[i].name)
		}
		return strings.Join(all, "+")
	}
	var b strings.Builder
	b.WriteString(who(e.sources) + " ")
	if e.negative {
		b.WriteString("not ")
	}
	b.WriteString(e.cameo)
	if e.kind != "" {
		b.WriteString(" " + e.kind)
	}
	if len(e.targets) > 0 {
		b.WriteString(" " + who(e.targets))
	}
	if e.modality != "asserted" {
		b.WriteString(", " + e.modality)
	}
	return b.String()
}

func BenchmarkEvents(b *testing.B) {
	file, err := os.ReadFile("testdata/events.txt")
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for line := range strings.Lines(string(file)) {
		if line[0] != '#' && line[0] != '\t' && text.Len() < 4096 {
			text.WriteString(line)
		}
	}
	rules := newRules(b)
	a := rules.analyse(Article{Text: text.String()})
	at := a.indexed()
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		a.events = a.events[:0]
		rules.acts.findEvents(a, at)
	}
}
