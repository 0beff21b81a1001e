package graph

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/parleygraph/parley/graph/plan"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
)

// Cost is what an operation was estimated to cost before it ran, and what it did cost: nodes answered, and prices of what had to be looked at.
// Package query has the prices.
type Cost struct{ Estimated, Actual int }

// BodyWithCost is the body with the cost in its extensions, where there is data. It takes the body over.
func (r Result) BodyWithCost() []byte {
	if r.Cost == nil {
		return r.Body
	}
	b := append(r.Body[:len(r.Body)-1], `,"extensions":{"cost":{"estimated":`...)
	b = strconv.AppendInt(b, int64(r.Cost.Estimated), 10)
	b = append(b, `,"actual":`...)
	b = strconv.AppendInt(b, int64(r.Cost.Actual), 10)
	return append(b, "}}}"...)
}

// form is an operation whose roots are compiled. It serves all values of the variables that are compiled to the same.
type form struct {
	roots         []formRoot
	schema        bool // there are fields that the schema answers
	introspection int  // what they cost
	estimated     int
}

type formRoot struct {
	key      string // in the response
	read     *plan.Compiled
	required bool  // without it there is no data
	err      error // told beside the data of the other roots
}

// compiled is a form with the values of a request.
type compiled struct {
	*form
	variables map[string]any
	actual    []atomic.Int64 // of each root
	meter     meter
}

type compiledKey struct{}

// root is the place of a root by its key in the response.
func (c *compiled) root(key string) int {
	return slices.IndexFunc(c.roots, func(r formRoot) bool { return r.key == key })
}

// compile compiles every root of an operation, before any of them runs, and refuses what would cost too much. What was compiled for such variables
// before is taken as it is.
func (e *Engine) compile(ctx context.Context, doc *document, op *ast.OperationDefinition, variables map[string]any) (*compiled, *gqlerror.Error) {
	_, span := step(ctx, "plan")
	defer span.End()
	f := doc.form(e.planner, op, variables)
	if f == nil {
		var err *gqlerror.Error
		if f, err = e.form(doc, op, variables); err != nil {
			return nil, err
		}
	}
	return &compiled{form: f, variables: variables, actual: make([]atomic.Int64, len(f.roots))}, nil
}

// form compiles an operation, and keeps the form with its document.
func (e *Engine) form(doc *document, op *ast.OperationDefinition, variables map[string]any) (*form, *gqlerror.Error) {
	c, faults := &form{}, false
	planner := e.planner.Operation()
	for _, f := range planner.Roots(doc.Fragments, op, variables) {
		if strings.HasPrefix(f.Name, "__") {
			c.schema, c.introspection = true, query.Plus(c.introspection, e.prices.cost(doc.Fragments, f.Selections))
			continue
		}
		r := formRoot{key: f.Alias, required: f.Definition.Type.NonNull}
		if r.read, r.err = planner.Compile(doc.Fragments, f.Field, f.Selections, variables); r.err == nil {
			r.read.Keep()
		}
		if diplomacy.CodeOf(r.err).Limit() {
			return nil, told(r.err)
		}
		faults = faults || r.err != nil
		c.roots = append(c.roots, r)
	}
	c.estimated = c.estimate(e.limits.MaxPage)
	if c.estimated > e.limits.Cost {
		return nil, exceeded(diplomacy.LimitCost, op.Position,
			"the operation may cost %s: the nodes of its pages, multiplied down the tree; at most %d are allowed; %s", amount(c.estimated), e.limits.Cost, c.advice(e.limits))
	}
	if !faults && doc.keep(planner, op, variables, c) {
		e.documents.grow(doc, planner.Size())
	}
	return c, nil
}

// estimate is what the operation may cost when no page is larger than page.
func (c *form) estimate(page int) int {
	sum := c.introspection
	for _, r := range c.roots {
		if r.err == nil {
			sum = query.Plus(sum, r.read.Cost(page))
		}
	}
	return sum
}

// advice says what would pass.
func (c *form) advice(l Limits) string {
	low, high := 0, l.MaxPage // the cost of pages of low passes, that of high does not
	for high-low > 1 {
		if middle := (low + high) / 2; c.estimate(middle) <= l.Cost {
			low = middle
		} else {
			high = middle
		}
	}
	if low == 0 {
		return "ask for fewer lists within lists"
	}
	return "it would pass with `first: " + strconv.Itoa(low) + "` on each list that has a larger page now (without `first` it is " + strconv.Itoa(l.DefaultPage) + ")"
}

// cost sums up what was answered.
func (c *compiled) cost() *Cost {
	cost := &Cost{Estimated: c.estimated, Actual: c.introspection}
	for i := range c.actual {
		cost.Actual = query.Plus(cost.Actual, int(c.actual[i].Load()))
	}
	return cost
}

// told makes a response's error of one of ours.
func told(err error) *gqlerror.Error {
	out := gqlerror.Wrap(err)
	if e := (*diplomacy.Error)(nil); errors.As(err, &e) && e.Code.Limit() {
		out = &gqlerror.Error{Message: e.Message, Extensions: map[string]any{"code": e.Code}}
	}
	return out
}

// introspection says how many objects the lists of the introspection schema have: of Schema.types all, of the others as many as types have on
// the average.
type introspection map[string]int

func newIntrospection(s *ast.Schema) introspection {
	directives, arguments, fields, ofFields, values, implemented, possible := 0, 0, 0, 0, 0, 0, 0
	for _, d := range s.Directives {
		directives++
		arguments += len(d.Arguments)
	}
	for _, t := range s.Types {
		fields += len(t.Fields)
		values += len(t.EnumValues)
		implemented += len(t.Interfaces)
		possible += len(s.PossibleTypes[t.Name])
		for _, f := range t.Fields {
			ofFields += len(f.Arguments)
		}
	}
	average := func(n, of int) int { return (n + max(of, 1) - 1) / max(of, 1) }
	types := len(s.Types)
	return introspection{
		"types": types, "directives": directives, "args": average(ofFields+arguments, fields+directives), "fields": average(fields, types), "inputFields": average(fields, types),
		"enumValues": average(values, types), "interfaces": average(implemented, types), "possibleTypes": average(possible, types),
	}
}

// introspectionPrice is what an object of the introspection schema costs: it is resolved field by field, where nodes are answered whole.
const introspectionPrice = 5

// cost is the price of the objects that a selection of the introspection schema answers, about.
func (p introspection) cost(fragments ast.FragmentDefinitionList, selections ast.SelectionSet) int {
	known := map[string]int{}
	var cost func(ast.SelectionSet) int
	cost = func(set ast.SelectionSet) int {
		sum := 0
		for _, s := range set {
			one := 0
			switch s := s.(type) {
			case *ast.Field:
				if len(s.SelectionSet) > 0 {
					many, list := p[s.Name]
					if !list {
						many = 1
					}
					one = query.Times(many, query.Plus(introspectionPrice, cost(s.SelectionSet)))
				}
			case *ast.InlineFragment:
				one = cost(s.SelectionSet)
			case *ast.FragmentSpread:
				var ok bool
				if one, ok = known[s.Name]; !ok {
					if f := fragments.ForName(s.Name); f != nil {
						one = cost(f.SelectionSet)
					}
					known[s.Name] = one
				}
			}
			sum = query.Plus(sum, one)
		}
		return sum
	}
	return cost(selections)
}
