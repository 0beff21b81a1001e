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

// document parses a text, checks what is cheap to check, and validates it. Documents that passed are kept.
func (e *Engine) document(ctx context.Context, text string) (*ast.QueryDocument, gqlerror.List) {
	if doc, ok := e.documents.Get(ctx, text); ok {
		return doc, nil
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, e.limits.Tokens)
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
		return nil, errs
	}
	e.documents.Add(ctx, text, doc)
	return doc, nil
}

// documentKey hands the document of Execute to the executor.
type documentKey struct{}

// checked is the executor's cache of documents: it always has the one that was checked for this request.
type checked struct{}

func (checked) Get(ctx context.Context, _ string) (*ast.QueryDocument, bool) {
	doc, ok := ctx.Value(documentKey{}).(*ast.QueryDocument)
	return doc, ok
}

func (checked) Add(context.Context, string, *ast.QueryDocument) {}

// measure refuses what nests too deep or has too many roots, before validation looks at every pair of fields. Each fragment is measured once.
func (e *Engine) measure(doc *ast.QueryDocument) *gqlerror.Error {
	depths, open := map[string]int{}, map[string]bool{}
	var depth func(ast.SelectionSet) int
	depth = func(set ast.SelectionSet) int {
		deepest := 0
		for _, s := range set {
			d := 0
			switch s := s.(type) {
			case *ast.Field:
				d = 1 + depth(s.SelectionSet)
			case *ast.InlineFragment:
				d = depth(s.SelectionSet)
			case *ast.FragmentSpread:
				f := doc.Fragments.ForName(s.Name)
				if f == nil || open[s.Name] {
					continue // validation says what is wrong with it
				}
				known := false
				if d, known = depths[s.Name]; !known {
					open[s.Name] = true
					d = depth(f.SelectionSet)
					open[s.Name], depths[s.Name] = false, d
				}
			}
			deepest = max(deepest, d)
		}
		return deepest
	}
	roots := map[string]int{}
	var count func(ast.SelectionSet, int) int
	count = func(set ast.SelectionSet, nesting int) int {
		n := 0
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				n++
			case *ast.InlineFragment:
				n += count(s.SelectionSet, nesting)
			case *ast.FragmentSpread:
				f := doc.Fragments.ForName(s.Name)
				if f == nil || nesting > len(doc.Fragments) {
					continue
				}
				known := false
				var m int
				if m, known = roots[s.Name]; !known {
					m = count(f.SelectionSet, nesting+1)
					roots[s.Name] = m
				}
				n = min(n+m, 1<<30)
			}
		}
		return n
	}
	for _, op := range doc.Operations {
		if d := depth(op.SelectionSet); d > e.limits.Depth {
			return gqlerror.ErrorPosf(op.Position, "the operation nests %d fields deep; at most %d are allowed", d, e.limits.Depth)
		}
		if n := count(op.SelectionSet, 0); n > e.limits.Roots {
			return gqlerror.ErrorPosf(op.Position, "the operation has %d root fields; at most %d are allowed", n, e.limits.Roots)
		}
	}
	return nil
}
