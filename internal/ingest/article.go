package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/query"
)

func (u *unit) articleAndFacts(model *query.Model) {
	r := &reader{unit: u, model: model}
	for _, part := range []struct {
		ending string
		read   func([]byte)
	}{{".txt", r.article}, {".facts.yaml", r.facts}} {
		r.file = u.source.name(u.stem + part.ending)
		if text, ok := u.open(u.stem+part.ending, true); ok {
			part.read(text)
		}
	}
}

// article makes the node of an article. Its key follows from its address and its text, unless the front matter says one.
func (r *reader) article(file []byte) {
	parts, err := article.Split(file)
	if err != nil {
		r.problem(0, "%v", err)
		return
	}
	if fields := r.front(parts); !r.unit.refused() {
		r.articleNode(fields)
	}
}

// front reads the front matter of an article.
func (r *reader) front(parts article.Parts) []entry {
	r.text = &parts
	if strings.TrimSpace(parts.Text) == "" {
		r.problem(parts.TextLine, "the article has no text")
		return nil
	}
	front := value{kind: mapping}
	if parts.FrontMatter != nil {
		var err error
		if front, err = parseYAML(parts.FrontMatter, parts.FrontMatterLine-1); err != nil {
			r.yamlProblem(err)
			return nil
		}
		if front.kind != mapping && front.kind != null {
			r.problem(parts.FrontMatterLine, "the front matter is not a list of `name: value` lines")
			return nil
		}
	}
	return front.fields
}

// follows are properties of an article that are made of its text.
var follows = map[string]bool{"text": true, "sha256": true, "fingerprint": true, "copyOf": true}

// articleNode makes the node of what is said of an article.
func (r *reader) articleNode(fields []entry) {
	noun := r.model.Noun("Article")
	sum := sha256.Sum256([]byte(r.text.Text))
	given := map[string]value{}
	var said []entry
	for _, f := range fields {
		if follows[f.name] {
			r.problem(f.value.line, "%s follows from the text; leave it out", f.name)
			continue
		}
		said = append(said, f)
		given[f.name] = f.value
	}
	key := given["key"].text
	if strings.TrimSpace(key) == "" {
		key = keyOf(given["url"].text, r.text.Text)
	}
	said = append(said,
		entry{"text", value{kind: scalar, text: r.text.Text, line: r.text.TextLine}},
		entry{"sha256", value{kind: scalar, text: hex.EncodeToString(sum[:]), line: r.text.TextLine}})
	r.spans = article.Sentences(r.text.Text)
	line := 1
	if r.unit.article != nil && r.place == "" {
		line = max(1, r.unit.article.line)
	}
	r.about = r.node(noun, key, line, said)
}
