// Package questions holds the saved questions: GraphQL documents that researchers ask again and again, each with a name and a comment that
// says what it asks. They lie in the folder saved, and what the seeds answer to each in the folder answers. It imports the standard library only.
package questions

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

//go:embed saved/*.graphql
var files embed.FS

// Question is a saved question.
type Question struct {
	Name      string `json:"name"`          // which-appeals-got-no-answer: a custom document identifier
	ID        string `json:"documentId"`    // sha256: and the hash of Document, as GraphQL over HTTP has it
	Operation string `json:"operationName"` // WhichAppealsGotNoAnswer
	Title     string `json:"title"`         // the question in a sentence
	Prose     string `json:"prose"`         // what there is to know about it
	Document  string `json:"document"`
}

var operation = regexp.MustCompile(`(?m)^query (\w+)`)

// Set is the saved questions, by name.
type Set struct {
	All []Question
	by  map[string]*Question // name and id
}

// Load reads the saved questions.
func Load() (*Set, error) { return load(files) }

func load(fsys fs.FS) (*Set, error) {
	names, err := fs.Glob(fsys, "saved/*.graphql")
	if err != nil {
		return nil, err
	}
	s := &Set{by: map[string]*Question{}}
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		q, err := parse(strings.TrimSuffix(path.Base(name), ".graphql"), string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		s.All = append(s.All, q)
	}
	for i := range s.All {
		q := &s.All[i]
		s.by[q.Name], s.by[q.ID] = q, q
	}
	return s, nil
}

// parse takes a document apart: its first comment is the question, and what there is to know about it after an empty line.
func parse(name, document string) (Question, error) {
	var title, prose []string
	into := &title
	for line := range strings.Lines(document) {
		comment, ok := strings.CutPrefix(strings.TrimSpace(line), "#")
		if !ok {
			break
		}
		if comment = strings.TrimSpace(comment); comment == "" && len(title) > 0 {
			into = &prose
		}
		*into = append(*into, comment)
	}
	operation := operation.FindStringSubmatch(document)
	if operation == nil {
		return Question{}, fmt.Errorf("a saved question is one query with a name")
	}
	sum := sha256.Sum256([]byte(document))
	q := Question{
		Name: name, ID: "sha256:" + hex.EncodeToString(sum[:]), Operation: operation[1], Document: document,
		Title: strings.TrimSpace(strings.Join(title, " ")), Prose: strings.TrimSpace(strings.Join(prose, "\n")),
	}
	if q.Title == "" {
		return q, fmt.Errorf("a saved question begins with a comment that says what it asks")
	}
	return q, nil
}

// Find returns the question with a name or an id, or nil.
func (s *Set) Find(documentID string) *Question { return s.by[documentID] }
