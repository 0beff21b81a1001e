package gold

import (
	"slices"
	"strings"
	"testing"

	"github.com/parleygraph/parley/internal/article"
)

func TestReadAttributedCountsCharacters(t *testing.T) {
	in := `{"id": "a", "date": "2026-02-03", "text": "“Né,” sagte Zoë. Ende.", "attributions": [
		{"source": [[12, 15]], "cue": [[6, 11]], "content": [[0, 5]]}, {"source": [], "cue": [], "content": []}]}`
	all, err := ReadAttributed(strings.NewReader(strings.ReplaceAll(in, "\n", " ") + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	a := all[0]
	if len(all) != 1 || len(a.Attributions) != 1 {
		t.Fatalf("got %+v", all)
	}
	var got []string
	for _, s := range slices.Concat(a.Attributions[0].Source, a.Attributions[0].Cue, a.Attributions[0].Content) {
		got = append(got, a.Text[s.Start:s.End])
	}
	if want := []string{"Zoë", "sagte", "“Né,”"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if !QuotesDirectly(a.Text, a.Attributions[0]) {
		t.Error("the attribution does not count as a quotation")
	}
	_, err = ReadAttributed(strings.NewReader(`{"id": "a", "text": "Ja.", "attributions": [{"content": [[0, 9]]}]}`))
	if err == nil || !strings.Contains(err.Error(), "line 1: article a: characters 0 to 9") {
		t.Errorf("offsets beyond the text: got error %v", err)
	}
}

func TestScoreAttributions(t *testing.T) {
	text := `“It is late,” Ana said. Ben said it was not, and Cem knew.`
	at := func(s string) []article.Span {
		i := strings.Index(text, s)
		return []article.Span{{Start: i, End: i + len(s)}}
	}
	wanted := []Attribution{
		{Source: at("Ana"), Cue: at("said"), Content: at("“It is late,”")},
		{Source: at("Ben"), Cue: at("said it")[:1], Content: at("it was not")},
		{Source: at("Cem"), Cue: at("knew"), Content: at("and")},
	}
	given := []Attribution{
		{Source: at("Ben"), Cue: at("said"), Content: at("“It is late,”")}, // found, with the wrong source
		{Source: at("Ben"), Cue: at("said it"), Content: at("it was not, and Cem knew")},
		{Source: at("Ben"), Cue: at("said it"), Content: at("knew")}, // meets none
	}
	got := ScoreAttributions(text, given, wanted)
	if got.Given != 3 || got.Wanted != 3 || got.Found != 2 || got.Sources != 1 || got.Quotes != 1 || got.QuotesFound != 1 || got.QuoteSources != 0 {
		t.Errorf("got %+v", got)
	}
	if !slices.Equal(got.Spurious, []int{2}) || !slices.Equal(got.Missing, []int{2}) {
		t.Errorf("spurious %v, missing %v", got.Spurious, got.Missing)
	}
}
