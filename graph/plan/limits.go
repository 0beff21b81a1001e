package plan

import (
	"fmt"
	"strings"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// spent is what an operation has been compiled to.
type spent struct{ parts, fields int }

// Operation returns the planner for the root fields of one operation: their parts are counted together.
func (p *Planner) Operation() *Planner {
	of := *p
	of.spent, of.looks = new(spent), map[string]bool{}
	return &of
}

func refuse(code diplomacy.Code, path []string, format string, args ...any) error {
	return diplomacy.Errorf(code, "%s: %s", strings.Join(path, "."), fmt.Sprintf(format, args...))
}

// part counts one more piece of a statement: a list, a look-up, a condition or a step of an order. A short document can mean a long statement, for an
// interface's selection is compiled for each noun that it may turn out to be; this is what ends it.
func (c *compiler) part() error {
	if c.spent.parts++; c.MaxParts > 0 && c.spent.parts > c.MaxParts {
		return refuse(diplomacy.LimitParts, c.path, "the operation asks for more than %d lists, related nodes, conditions and steps of orders; at most %d are allowed", c.MaxParts, c.MaxParts)
	}
	return nil
}

// nests refuses a value whose objects nest too deep, for databases walk conditions with a stack, or are too many to be looked at.
func (p *Planner) nests(v any, path []string) error {
	objects := 0
	if d := p.nesting(v, &objects); p.MaxDepth > 0 && d > p.MaxDepth {
		return refuse(diplomacy.LimitDepth, path, "its objects nest more than %d deep; at most %[1]d are allowed", p.MaxDepth)
	}
	if p.MaxParts > 0 && objects > p.MaxParts {
		return refuse(diplomacy.LimitParts, path, "it has more than %d objects; at most %[1]d are allowed", p.MaxParts)
	}
	return nil
}

// nesting is how many objects, and lists that lie in lists, lie within each other. JSON and GraphQL values have been limited in depth by their parsers.
// It stops where there are too many.
func (p *Planner) nesting(v any, objects *int) int {
	deepest := 0
	if p.MaxParts > 0 && *objects > p.MaxParts {
		return deepest
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			d := p.nesting(e, objects)
			if _, list := e.([]any); list {
				d++
			}
			deepest = max(deepest, d)
		}
	case map[string]any:
		*objects++
		for _, e := range v {
			deepest = max(deepest, p.nesting(e, objects))
		}
		deepest++
	}
	return deepest
}
