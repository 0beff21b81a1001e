package gold

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/article"
)

// isSentences recognises the cases of a segmenter: a list of texts, each with its sentences.
func isSentences(file string, head []byte) bool {
	return strings.HasSuffix(file, ".json") && bytes.HasPrefix(bytes.TrimSpace(head), []byte("[")) && bytes.Contains(head, []byte(`"sentences"`)) && bytes.Contains(head, []byte(`"text"`))
}

// oneLine makes one blank of white space that follows white space: a sentence is a part of a text that is never changed, so it has the line breaks
// in its midst that those wanted have lost.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// scoreSentences counts the cases whose sentences are exactly those wanted. Those that are marked as rules of the language are the demand;
// the others are about texts that were torn apart (PDF, OCR).
func scoreSentences(fsys fs.FS, file string, _ Subject) ([]*Part, error) {
	text, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, err
	}
	var cases []struct {
		Name      string   `json:"name"`
		Text      string   `json:"text"`
		Sentences []string `json:"sentences"`
		Rule      *bool    `json:"language_rule"`
	}
	if err := json.Unmarshal(text, &cases); err != nil {
		return nil, err
	}
	b := &board{}
	for _, c := range cases {
		b.document()
		var given []string
		for _, s := range article.Sentences(c.Text) {
			given = append(given, oneLine(c.Text[s.Start:s.End]))
		}
		for i := range c.Sentences {
			c.Sentences[i] = oneLine(c.Sentences[i])
		}
		right := slices.Equal(given, c.Sentences)
		b.share("all sentences", right)
		figure := "other sentences"
		if c.Rule == nil || *c.Rule {
			figure = "sentences"
		}
		b.share(figure, right)
		if !right {
			b.misses = append(b.misses, Miss{Document: c.Name, Figure: figure, Kind: "differs", Text: fmt.Sprintf("wanted %q, given %q", c.Sentences, given)})
		}
	}
	return []*Part{b.part(Sentences, "", "sentences", "")}, nil
}
