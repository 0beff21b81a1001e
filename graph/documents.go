package graph

import (
	"sync"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/parleygraph/parley/graph/plan"
)

// documents keeps parsed and validated documents with what has been compiled of them, and forgets those that were not asked for of late. What it keeps is bounded by tokens, which
// are what a parsed document's memory grows with, so that many large documents cannot fill the memory.
type documents struct {
	tokens int // kept at most, about

	mu            sync.Mutex
	recent, older map[string]*document
	held          int // tokens of recent
}

// document is a document that passed, and its operations as they were compiled.
type document struct {
	*ast.QueryDocument
	text   string
	tokens int // and what was compiled, as so many

	mu    sync.Mutex
	forms map[string]*forms // by operation
}

// forms are an operation as it was compiled, by plan.Planner.Key.
type forms struct {
	looks map[string]bool // the variables that the keys were made with
	byKey map[string]*form
}

// Bounds of what is kept of an operation: how many forms, and how long the keys may be, in which values stand.
const (
	mostForms = 8
	mostKey   = 1000
)

// get returns the document of a text, or nil.
func (d *documents) get(text string) *document {
	d.mu.Lock()
	defer d.mu.Unlock()
	k, ok := d.recent[text]
	if !ok {
		if k, ok = d.older[text]; ok {
			d.put(k)
		}
	}
	return k
}

// add keeps a document of so many tokens. A long text of few tokens counts as more.
func (d *documents) add(text string, doc *ast.QueryDocument, tokens int) *document {
	d.mu.Lock()
	defer d.mu.Unlock()
	k := &document{QueryDocument: doc, text: text, tokens: tokens + len(text)/256, forms: map[string]*forms{}}
	d.put(k)
	return k
}

func (d *documents) put(k *document) {
	if d.recent == nil || d.held+k.tokens > d.tokens/2 {
		d.recent, d.older, d.held = map[string]*document{}, d.recent, 0
	}
	d.recent[k.text] = k
	d.held += k.tokens
}

// grow counts what was compiled of a document.
func (d *documents) grow(k *document, tokens int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	k.tokens += tokens
	if d.recent[k.text] == k {
		d.held += tokens
	}
}

// form returns what an operation was compiled to for these variables, or nil.
func (k *document) form(p *plan.Planner, op *ast.OperationDefinition, variables map[string]any) *form {
	k.mu.Lock()
	defer k.mu.Unlock()
	known := k.forms[op.Name]
	if known == nil {
		return nil
	}
	return known.byKey[p.Key(op, variables, known.looks)]
}

// keep keeps what an operation was compiled to for these variables, and reports whether there is more than before.
func (k *document) keep(p *plan.Planner, op *ast.OperationDefinition, variables map[string]any, f *form) (more bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	known := k.forms[op.Name]
	if known == nil {
		known = &forms{looks: map[string]bool{}, byKey: map[string]*form{}}
		k.forms[op.Name] = known
	}
	for name := range p.Looks() {
		if !known.looks[name] { // the keys said too little
			known.looks[name] = true
			clear(known.byKey)
		}
	}
	key := p.Key(op, variables, known.looks)
	if len(key) > mostKey {
		return false
	}
	if len(known.byKey) >= mostForms {
		for old := range known.byKey { // any one
			delete(known.byKey, old)
			break
		}
	} else {
		more = true
	}
	known.byKey[key] = f
	return more
}
