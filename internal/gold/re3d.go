package gold

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"slices"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/coder"
	"github.com/parleygraph/parley/internal/diplomacy"
)

// Mentioner finds who is named in an article, and where.
type Mentioner func(coder.Article) []coder.Mention

// isRE3D recognises a folder of re3d: documents and the entities in them.
func isRE3D(_ fs.FS, entries []fs.DirEntry) bool {
	has := func(name string) bool {
		return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == name })
	}
	return has("documents.json") && has("entities.json")
}

// re3dEntity is an entity of re3d, in characters of its document.
type re3dEntity struct {
	DocumentID string `json:"documentId"`
	Begin      int    `json:"begin"`
	End        int    `json:"end"`
	Type       string `json:"type"`
	Value      string `json:"value"`
}

// scoreRE3D scores organisations and persons. A mention that the coder gives is right where it overlaps one; a state is right, too, where it
// overlaps a nationality or a location, which re3d keeps apart and this project does not, but those are not asked for.
func scoreRE3D(fsys fs.FS, _ string, subject Subject) ([]*Part, error) {
	type document struct {
		ID   string `json:"_id"`
		Text string `json:"text"`
	}
	documents, err := readLines[document](fsys, "documents.json")
	if err != nil {
		return nil, err
	}
	entities, err := readLines[re3dEntity](fsys, "entities.json")
	if err != nil {
		return nil, err
	}
	b := &board{}
	for _, d := range documents {
		b.document()
		bytesAt := offsets(d.Text)
		given := subject.Mentions(coder.Article{Text: d.Text})
		var wanted, places []article.Span
		for _, e := range entities {
			if e.DocumentID != d.ID || e.Begin < 0 || e.End >= len(bytesAt) {
				continue
			}
			span := article.Span{Start: bytesAt[e.Begin], End: bytesAt[e.End]}
			switch e.Type {
			case "Organisation", "Person":
				wanted = append(wanted, span)
			case "Nationality", "Location":
				places = append(places, span)
			}
		}
		lenient, strict := Tally{Wanted: len(wanted)}, Tally{Wanted: len(wanted)}
		right := 0
		for _, m := range given {
			switch {
			case slices.ContainsFunc(wanted, func(w article.Span) bool { return overlap(w, m.Span) }):
				right++
				lenient.Given++
				strict.Given++
			case m.Kind == coder.State && slices.ContainsFunc(places, func(w article.Span) bool { return overlap(w, m.Span) }):
			default:
				lenient.Given++
				strict.Given++
				b.misses = append(b.misses, Miss{Document: d.ID, Figure: "actors", Kind: "wrong", Rule: m.How, Line: m.Line, Text: d.Text[m.Start:m.End]})
			}
			if slices.Contains(wanted, m.Span) {
				strict.Found++
			}
		}
		reached := 0
		for _, w := range wanted {
			if slices.ContainsFunc(given, func(m coder.Mention) bool { return overlap(w, m.Span) }) {
				reached++
			} else {
				b.misses = append(b.misses, Miss{Document: d.ID, Figure: "actors", Kind: "missing", Text: d.Text[w.Start:w.End]})
			}
		}
		// Several mentions may lie in one entity, and the other way round: what is right is counted on each side.
		b.add("actors: given that are right", Tally{right, lenient.Given, lenient.Given})
		b.add("actors: wanted that are found", Tally{reached, lenient.Wanted, lenient.Wanted})
		b.add("actors, strict", strict)
		b.add("actors", Tally{min(right, reached), lenient.Given - max(0, right-reached), lenient.Wanted})
	}
	return []*Part{b.part(Actors, "", "actors", "")}, nil
}

func overlap(x, y article.Span) bool { return min(x.End, y.End) > max(x.Start, y.Start) }

// offsets says at which byte each character begins; the last is the length.
func offsets(s string) []int {
	var all []int
	for i := range s {
		all = append(all, i)
	}
	return append(all, len(s))
}

// readLines reads JSON objects, one a line.
func readLines[T any](fsys fs.FS, name string) ([]T, error) {
	file, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	var all []T
	n := 0
	for line := range bytes.Lines(bytes.TrimPrefix(file, []byte("\ufeff"))) {
		n++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var v T
		if err := json.Unmarshal(line, &v); err != nil {
			return nil, diplomacy.Errorf(diplomacy.Invalid, "%s:%d: %v", name, n, err)
		}
		all = append(all, v)
	}
	return all, nil
}
