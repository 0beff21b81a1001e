package graph

import (
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
)

// documents keeps parsed and validated documents, and forgets those that were not asked for of late. What it keeps is bounded by tokens, which
// are what a parsed document's memory grows with, so that many large documents cannot fill the memory.
type documents struct {
	tokens int // kept at most, about

	mu            sync.Mutex
	recent, older map[string]kept
	held          int // tokens of recent
}

type kept struct {
	doc    *ast.QueryDocument
	tokens int
}

// get returns the document of a text, or nil.
func (d *documents) get(text string) *ast.QueryDocument {
	d.mu.Lock()
	defer d.mu.Unlock()
	k, ok := d.recent[text]
	if !ok {
		if k, ok = d.older[text]; ok {
			d.put(text, k)
		}
	}
	return k.doc
}

// add keeps a document of so many tokens. A long text of few tokens counts as more.
func (d *documents) add(text string, doc *ast.QueryDocument, tokens int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.put(text, kept{doc, tokens + len(text)/256})
}

func (d *documents) put(text string, k kept) {
	if d.recent == nil || d.held+k.tokens > d.tokens/2 {
		d.recent, d.older, d.held = map[string]kept{}, d.recent, 0
	}
	d.recent[text] = k
	d.held += k.tokens
}
