package query

import (
	"fmt"
	"strings"
)

// What follows is text that both languages have in common: how they compare, and how they order groups.

// Language is what a printer says in its own way.
type Language struct {
	Value func(Column) string      // a stored value of the node that is compared
	Param func(any) string         // a value, as a parameter
	Same  func(x, k string) string // that two expressions are equal, or both missing
}

// Beyond is the condition that a node comes after a place in an order; orAt: or stands there. Its text is the same for missing and present
// values. The first step stands outside of any OR where it can, so that an index serves it.
func (l Language) Beyond(order []Order, seek []any, orAt bool) string {
	o, last := order[0], len(order) == 1
	x, k := l.Value(o.Column), l.Param(seek[0])
	op := ">"
	if o.Descending {
		op = "<"
	}
	if last && orAt {
		op += "="
	}
	step := fmt.Sprintf("%s %s %s", x, op, k)
	if o.Nullable {
		missing, present := x, k
		if o.NullsFirst {
			missing, present = k, x
		}
		step = fmt.Sprintf("(%s OR (%s IS NULL AND %s IS NOT NULL))", step, missing, present)
	}
	if last {
		return step
	}
	rest := l.Beyond(order[1:], seek[1:], orAt)
	if o.Nullable {
		return fmt.Sprintf("(%s OR %s AND %s)", step, l.Same(x, k), rest)
	}
	return fmt.Sprintf("(%s %s= %s AND (%s <> %s OR %s))", x, op, k, x, k, rest)
}

// OrderText is the order of the groups: keyed are the expressions of the keys, computed those of the aggregates, and dot stands between a key that is a node and
// its property.
func (g *Grouping) OrderText(keyed []string, computed map[Aggregate]string, dot string) string {
	var terms []string
	add := func(descending bool, values ...string) {
		for _, x := range values {
			if descending {
				x += " DESC"
			}
			terms = append(terms, x)
		}
	}
	for _, o := range g.Settled() {
		if !o.Keys {
			if o.Aggregate.Nullable() {
				terms = append(terms, computed[o.Aggregate]+" IS NULL")
			}
			add(o.Descending, computed[o.Aggregate])
			continue
		}
		for i, k := range g.Keys {
			x := keyed[i]
			terms = append(terms, x+" IS NULL")
			switch {
			case k.Property == nil:
				add(o.Descending, x+dot+"key", x+dot+"id")
			case k.Unit != Expression:
				terms = append(terms, fmt.Sprintf("%s = '%s'", x, Vague))
				add(o.Descending, x)
			default:
				add(o.Descending, x)
			}
		}
	}
	return strings.Join(terms, ", ")
}
