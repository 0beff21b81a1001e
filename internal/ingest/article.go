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
	if strings.TrimSpace(parts.Text) == "" {
		r.problem(parts.TextLine, "the article has no text")
		return
	}
	front := value{kind: mapping}
	if parts.FrontMatter != nil {
		if front, err = parseYAML(parts.FrontMatter, parts.FrontMatterLine-1); err != nil {
			r.yamlProblem(err)
			return
		}
		if front.kind != mapping && front.kind != null {
			r.problem(parts.FrontMatterLine, "the front matter is not a list of `name: value` lines")
			return
		}
	}
	noun := r.model.Noun("Article")
	sum := sha256.Sum256([]byte(parts.Text))
	given := map[string]value{}
	var said []entry
	for _, f := range front.fields {
		if f.name == "text" || f.name == "sha256" {
			r.problem(f.value.line, "%s follows from the text; leave it out", f.name)
			continue
		}
		said = append(said, f)
		given[f.name] = f.value
	}
	key := given["key"].text
	if strings.TrimSpace(key) == "" {
		sum := sha256.Sum256([]byte(given["url"].text + "\n" + parts.Text))
		key = hex.EncodeToString(sum[:8])
	}
	fields := append(said,
		entry{"text", value{kind: scalar, text: parts.Text, line: parts.TextLine}},
		entry{"sha256", value{kind: scalar, text: hex.EncodeToString(sum[:]), line: parts.TextLine}})
	r.text, r.spans = &parts, article.Sentences(parts.Text)
	r.about = r.node(noun, key, 1, fields)
}
