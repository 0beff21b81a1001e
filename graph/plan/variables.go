package plan

import (
	"encoding/json"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
)

// What is compiled serves other values of the variables, too, as long as Key is the same. A variable that is one scalar stands for its value
// wherever a condition compares something with it, and whatever else is done with a variable depends on its value, which is part of the key then.

// Compiled is a root field, compiled for all values of the variables that Key does not tell apart.
type Compiled struct {
	read   *query.Read
	places []place
}

// place is what a query.Variable stands for: a variable, or a part of one that is a date.
type place struct {
	variable string
	of       part
}

type part int

const (
	whole part = iota
	text
	begin
	end
)

// Keep says that With is going to be called more than once.
func (c *Compiled) Keep() { c.read.Keep() }

// Cost is that of the read.
func (c *Compiled) Cost(page int) int { return c.read.Cost(page) }

// With is the read for values of the variables.
func (c *Compiled) With(variables map[string]any) *query.Read {
	r := *c.read
	if len(c.places) > 0 {
		r.Values = make([]any, len(c.places))
		for i, p := range c.places {
			r.Values[i] = p.value(variables)
		}
	}
	return &r
}

func (p place) value(variables map[string]any) any {
	v := variables[p.variable]
	d, _ := v.(diplomacy.PartialDate)
	switch p.of {
	case text:
		return d.Text
	case begin:
		return d.From
	case end:
		return d.To
	}
	return v
}

// Looks is what the operation's variables were looked at for, so far: those in it have their values in its keys.
func (p *Planner) Looks() map[string]bool { return p.looks }

// Size is how much memory what has been compiled takes, about, in tokens of a parsed document.
func (p *Planner) Size() int { return 8*p.spent.parts + p.spent.fields/2 }

// Key tells apart those values of an operation's variables for which it is compiled to different reads. Looks says which variables are known to
// matter beside those that always do.
func (p *Planner) Key(op *ast.OperationDefinition, variables map[string]any, looks map[string]bool) string {
	if len(op.VariableDefinitions) == 0 {
		return ""
	}
	var room [200]byte
	key := room[:0]
	for _, def := range op.VariableDefinitions {
		v, ok := variables[def.Variable]
		switch {
		case !ok:
			key = append(key, '-')
		case v == nil:
			key = append(key, '0')
		case p.scalar(def) && !looks[def.Variable]:
			key = append(key, '?')
		default:
			text, err := json.Marshal(v)
			if err != nil {
				panic(err) // texts, numbers and dates always marshal
			}
			key = strconv.AppendInt(key, int64(len(text)), 10)
			key = append(key, ':')
			key = append(key, text...)
		}
	}
	return string(key)
}

// scalar reports whether a variable may stand for its value in a condition. Booleans and enums say what is to be done.
func (p *Planner) scalar(def *ast.VariableDefinition) bool {
	if def.Type.Elem != nil || def.Type.NamedType == "Boolean" {
		return false
	}
	t := p.Schema.Types[def.Type.NamedType]
	return t != nil && t.Kind == ast.Scalar
}

// variable evaluates a variable: to its value, or to what stands for it.
func (c *compiler) variable(v *ast.Value) (value any, present bool) {
	value, present = c.variables[v.Raw]
	if c.conditions && value != nil && v.VariableDefinition != nil && c.scalar(v.VariableDefinition) && v.ExpectedType != nil && v.ExpectedType.NamedType == v.VariableDefinition.Type.NamedType {
		return c.place(place{variable: v.Raw}), true
	}
	if c.looks != nil {
		c.looks[v.Raw] = true
	}
	return value, present
}

func (c *compiler) place(p place) query.Variable {
	for i, have := range c.places {
		if have == p {
			return query.Variable(i)
		}
	}
	c.places = append(c.places, p)
	return query.Variable(len(c.places) - 1)
}

// date is a date that something is compared with: texts, or what stands for them.
type date struct{ text, from, to any }

func (c *compiler) date(v any) date {
	at, ok := v.(query.Variable)
	if !ok {
		d := v.(diplomacy.PartialDate)
		return date{d.Text, d.From, d.To}
	}
	name := c.places[at].variable
	return date{c.place(place{name, text}), c.place(place{name, begin}), c.place(place{name, end})}
}
