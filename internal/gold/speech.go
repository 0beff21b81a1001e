package gold

import (
	"bytes"
	"io/fs"
	"strings"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/coder"
)

// Attributor finds who is said to have said what.
type Attributor func(coder.Article) []coder.Attribution

// isPolNeAR recognises articles with attributions, one a line.
func isPolNeAR(file string, head []byte) bool {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	// The text stands before the attributions, and may be longer than what is looked at.
	return strings.HasSuffix(file, ".jsonl") && bytes.Contains(line, []byte(`"publisher"`)) && bytes.Contains(line, []byte(`"text"`))
}

func scorePolNeAR(fsys fs.FS, file string, subject Subject) ([]*Part, error) {
	f, err := fsys.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	all, err := ReadAttributed(f)
	if err != nil {
		return nil, err
	}
	b := &board{}
	for _, a := range all {
		b.document()
		var given []Attribution
		for _, x := range subject.Attributions(coder.Article{Text: a.Text, Published: a.Published}) {
			one := Attribution{Content: x.Content, Rule: x.Rule, Line: x.Line}
			if x.Source.Start < x.Source.End {
				one.Source = []article.Span{x.Source}
			}
			if x.Cue.Start < x.Cue.End {
				one.Cue = []article.Span{x.Cue}
			}
			given = append(given, one)
		}
		s := ScoreAttributions(a.Text, given, a.Attributions)
		b.add("attributions", Tally{s.Found, s.Given, s.Wanted})
		b.add("attributions: source", Tally{s.Sources, s.Found, s.Found})
		b.add("direct quotes", Tally{s.QuotesFound, s.Quotes, s.Quotes})
		b.add("direct quotes: speaker", Tally{s.QuoteSources, s.QuotesFound, s.QuotesFound})
		words := func(x Attribution) string {
			var parts []string
			for _, spans := range [][]article.Span{x.Source, x.Cue, x.Content} {
				var one []string
				for _, p := range spans {
					one = append(one, a.Text[p.Start:p.End])
				}
				parts = append(parts, strings.Join(one, " ... "))
			}
			return strings.Join(parts, " | ")
		}
		for _, i := range s.Spurious {
			b.misses = append(b.misses, Miss{Document: a.ID, Figure: "attributions", Kind: "wrong", Rule: given[i].Rule, Line: given[i].Line, Text: words(given[i])})
		}
		for _, j := range s.Missing {
			b.misses = append(b.misses, Miss{Document: a.ID, Figure: "attributions", Kind: "missing", Text: words(a.Attributions[j])})
		}
	}
	for _, name := range []string{"attributions: source", "direct quotes", "direct quotes: speaker"} {
		if f := b.figures[name]; f != nil {
			f.Share = true
		}
	}
	return []*Part{b.part(Speech, "", "attributions", "")}, nil
}
