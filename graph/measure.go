package graph

import (
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/lexer"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
)

// exceeded makes the error of a limit. Its message says what was found and what would pass.
func exceeded(code diplomacy.Code, at *ast.Position, format string, args ...any) *gqlerror.Error {
	err := gqlerror.ErrorPosf(at, format, args...)
	err.Extensions = map[string]any{"code": code}
	return err
}

// amount prints what was found. Where arithmetic was saturated, it is only known to be large.
func amount(n int) string {
	if n > 1e15 {
		return "more than 1000000000000000"
	}
	return strconv.Itoa(n)
}

// scan refuses a text that is too long to be parsed, and names that are too long to be answered once for each row, or compared with every
// name of the schema to suggest another. It returns how many tokens there are. What is no GraphQL is left to the parser.
func (e *Engine) scan(source *ast.Source) (tokens int, _ *gqlerror.Error) {
	l := lexer.New(source)
	for n := 1; ; n++ {
		token, err := l.ReadToken()
		if err != nil || token.Kind == lexer.EOF {
			return n, nil
		}
		if n > e.limits.Tokens {
			return n, exceeded(diplomacy.LimitTokens, &token.Pos, "the document has more than %d tokens; at most %d are allowed", e.limits.Tokens, e.limits.Tokens)
		}
		if token.Kind == lexer.Name && len(token.Value) > e.limits.Name {
			return n, exceeded(diplomacy.LimitName, &token.Pos, "a name has %d letters; at most %d are allowed", len(token.Value), e.limits.Name)
		}
	}
}

// extent is what a selection asks for, with all fragments written out.
type extent struct{ depth, roots, fields, aliases, directives int }

func (x *extent) add(y extent) {
	x.depth = max(x.depth, y.depth)
	x.roots = query.Plus(x.roots, y.roots)
	x.fields = query.Plus(x.fields, y.fields)
	x.aliases = query.Plus(x.aliases, y.aliases)
	x.directives = query.Plus(x.directives, y.directives)
}

// measure refuses what asks for too much, before validation compares fields with each other and before fragments are written out. Each fragment
// is measured once.
func (e *Engine) measure(doc *ast.QueryDocument) *gqlerror.Error {
	if n := len(doc.Fragments); n > e.limits.Fragments {
		return exceeded(diplomacy.LimitFragments, doc.Fragments[e.limits.Fragments].Position, "the document has %d fragments; at most %d are allowed", n, e.limits.Fragments)
	}
	fragments := make(map[string]*ast.FragmentDefinition, len(doc.Fragments))
	for _, f := range doc.Fragments {
		if fragments[f.Name] == nil {
			fragments[f.Name] = f
		}
	}
	known, open := map[string]extent{}, map[string]bool{}
	var measure func(ast.SelectionSet) extent
	measure = func(set ast.SelectionSet) extent {
		var all extent
		for _, s := range set {
			var one extent
			switch s := s.(type) {
			case *ast.Field:
				one = measure(s.SelectionSet)
				one.depth++
				one.roots = 1
				one.fields = query.Plus(one.fields, 1)
				if s.Alias != s.Name {
					one.aliases = query.Plus(one.aliases, 1)
				}
				one.directives = query.Plus(one.directives, len(s.Directives))
			case *ast.InlineFragment:
				one = measure(s.SelectionSet)
				one.depth++
				one.directives = query.Plus(one.directives, len(s.Directives))
			case *ast.FragmentSpread:
				f := fragments[s.Name]
				if f == nil || open[s.Name] {
					continue // validation says what is wrong with it
				}
				var ok bool
				if one, ok = known[s.Name]; !ok {
					open[s.Name] = true
					one = measure(f.SelectionSet)
					one.directives = query.Plus(one.directives, len(f.Directives))
					open[s.Name], known[s.Name] = false, one
				}
				one.directives = query.Plus(one.directives, len(s.Directives))
			}
			all.add(one)
		}
		return all
	}
	check := func(what string, at *ast.Position, set ast.SelectionSet, directives int) *gqlerror.Error {
		x := measure(set)
		x.directives = query.Plus(x.directives, directives)
		for _, l := range []struct {
			code         diplomacy.Code
			found, limit int
			format       string
		}{
			{diplomacy.LimitDepth, x.depth, e.limits.Depth, "the %s nests %s fields and inline fragments deep; at most %d are allowed"},
			{diplomacy.LimitRoots, x.roots, e.limits.Roots, "the %s has %s root fields; at most %d are allowed"},
			{diplomacy.LimitAliases, x.aliases, e.limits.Aliases, "the %s has %s aliases, its fragments written out; at most %d are allowed"},
			{diplomacy.LimitDirectives, x.directives, e.limits.Directives, "the %s has %s directives, its fragments written out; at most %d are allowed"},
			{diplomacy.LimitFields, x.fields, e.limits.Fields, "the %s has %s fields, its fragments written out; at most %d are allowed"},
		} {
			if l.found > l.limit && (what == "operation" || l.code != diplomacy.LimitRoots) {
				return exceeded(l.code, at, l.format, what, amount(l.found), l.limit)
			}
		}
		return nil
	}
	for _, op := range doc.Operations {
		directives := len(op.Directives)
		for _, v := range op.VariableDefinitions {
			directives += len(v.Directives)
		}
		if err := check("operation", op.Position, op.SelectionSet, directives); err != nil {
			return err
		}
	}
	for _, f := range doc.Fragments { // one that is not used is validated, too
		if err := check("fragment", f.Position, f.SelectionSet, len(f.Directives)); err != nil {
			return err
		}
	}
	if n := pairs(doc); n > e.limits.Pairs {
		return exceeded(diplomacy.LimitPairs, doc.Operations[0].Position, "%d pairs of the document's fields have the same name, and each is compared; at most %d are allowed", n, e.limits.Pairs)
	}
	return nil
}

// pairs counts the pairs of fields that validation may compare: those of the same name in the answer. It compares what is within inline fragments
// once for each of them.
func pairs(doc *ast.QueryDocument) int {
	names := map[string][]int{} // how many fields have the name, by the number of inline fragments around them
	var walk func(ast.SelectionSet, int)
	walk = func(set ast.SelectionSet, inline int) {
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				at := names[s.Alias]
				for len(at) <= inline {
					at = append(at, 0)
				}
				at[inline]++
				names[s.Alias] = at
				walk(s.SelectionSet, 0)
			case *ast.InlineFragment:
				walk(s.SelectionSet, inline+1)
			}
		}
	}
	for _, op := range doc.Operations {
		walk(op.SelectionSet, 0)
	}
	for _, f := range doc.Fragments {
		walk(f.SelectionSet, 0)
	}
	sum := 0
	for _, at := range names {
		deeper := 0
		for inline := len(at) - 1; inline >= 0; inline-- {
			n := at[inline]
			sum = query.Plus(sum, query.Times(inline+1, n*(n-1)/2+n*deeper))
			deeper += n
		}
	}
	return sum
}
