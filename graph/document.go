package graph

import (
	"context"
	"errors"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// maxErrors is how many faults of a document are told at once. A short document can have thousands.
const maxErrors = 20

// document parses a text, checks what is cheap to check, and validates it. Documents that passed are kept.
func (e *Engine) document(text string) (*document, gqlerror.List) {
	if doc := e.documents.get(text); doc != nil {
		return doc, nil
	}
	source := &ast.Source{Input: text}
	tokens, tooMuch := e.scan(source)
	if tooMuch != nil {
		return nil, gqlerror.List{tooMuch}
	}
	doc, err := parser.ParseQuery(source)
	if located := (*gqlerror.Error)(nil); errors.As(err, &located) {
		return nil, gqlerror.List{located}
	} else if err != nil {
		return nil, gqlerror.List{gqlerror.Wrap(err)}
	}
	if len(doc.Operations) == 0 {
		return nil, gqlerror.List{gqlerror.Errorf("the document has no operation")}
	}
	if err := e.measure(doc); err != nil {
		return nil, gqlerror.List{err}
	}
	if errs := validator.ValidateWithRules(e.schema, doc, rules.NewDefaultRules()); len(errs) > 0 {
		return nil, errs[:min(len(errs), maxErrors)]
	}
	return e.documents.add(text, doc, tokens), nil
}

// documentKey hands the document of Execute to the executor.
type documentKey struct{}

// checked is the executor's cache of documents: it always has the one that was checked for this request.
type checked struct{}

func (checked) Get(ctx context.Context, _ string) (*ast.QueryDocument, bool) {
	doc, ok := ctx.Value(documentKey{}).(*document)
	if !ok {
		return nil, false
	}
	return doc.QueryDocument, true
}

func (checked) Add(context.Context, string, *ast.QueryDocument) {}
