package ingest

import (
	"path"
	"strings"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/query"
)

// table reads a table of nodes: a header with the names of properties and relations, then a node a line. A bar separates the items of a list.
func (u *unit) table(model *query.Model) {
	r := &reader{unit: u, model: model, file: u.source.name(u.stem)}
	text, ok := u.open(u.stem, false)
	if !ok {
		return
	}
	if _, err := article.Split(text); err != nil {
		r.problem(0, "%v", err)
		return
	}
	root := strings.TrimSuffix(path.Base(u.stem), ".tsv")
	var noun *query.Noun
	for _, n := range model.Concrete() {
		if n.Many == root {
			noun = n
		}
	}
	if noun == nil || is(model, noun, "Fact") || noun.Name == "Article" || noun.Name == "Evidence" {
		r.problem(0, "a table is named after the nodes it holds, such as states.tsv or places.tsv; facts need evidence and stand in a facts file")
		return
	}
	lines := strings.Split(strings.TrimRight(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n"), "\n")
	header := strings.Split(lines[0], "\t")
	if header[0] != query.Key.Name {
		r.problem(1, "the first column is %q; it must be key", header[0])
		return
	}
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(header) {
			r.problem(i+2, "it has %d cells, the header has %d", len(cells), len(header))
			continue
		}
		var entries []entry
		for j, cell := range cells[1:] {
			if cell == "" {
				continue
			}
			v := value{kind: scalar, text: cell, line: i + 2}
			p, rel := noun.Property(header[j+1]), noun.Relation(header[j+1])
			if p != nil && p.Type == query.Texts || rel != nil && rel.Many {
				v.kind = sequence
				for item := range strings.SplitSeq(cell, "|") {
					v.items = append(v.items, value{kind: scalar, text: item, line: i + 2})
				}
			}
			entries = append(entries, entry{header[j+1], v})
		}
		if strings.TrimSpace(cells[0]) == "" {
			r.problem(i+2, "the key is empty")
			continue
		}
		r.node(noun, cells[0], i+2, entries)
	}
}
