package storetest

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// aggregate writes what nodes come to.
func (w *walker) aggregate(noun *query.Noun, nodes []store.Node, selections ast.SelectionSet) {
	w.object(noun.Name+"Aggregate", selections, func(f *ast.Field, below ast.SelectionSet) {
		if f.Name == "count" {
			w.out = strconv.AppendInt(w.out, int64(len(nodes)), 10)
			return
		}
		p := noun.Property(f.Name)
		w.object(f.Definition.Type.Name(), below, func(f *ast.Field, _ ast.SelectionSet) {
			switch v := w.computed(p, f.Name, nodes).(type) {
			case int:
				w.out = strconv.AppendInt(w.out, int64(v), 10)
			case *big.Rat:
				text := strings.TrimSuffix(strings.TrimRight(v.FloatString(6), "0"), ".") // halves away from zero
				if text == "-0" {
					text = "0"
				}
				w.out = append(w.out, text...)
			default:
				w.scalar(v)
			}
		})
	})
}

// computed is a function of the values that nodes have of a property.
func (w *walker) computed(p *query.Property, function string, nodes []store.Node) any {
	var values []any
	for _, n := range nodes {
		if v := column(n, p.Name); v != nil {
			values = append(values, v)
		}
	}
	extreme := func(sign int) any {
		return slices.MaxFunc(values, func(a, b any) int {
			if p.Type != query.Date {
				return sign * compareValues(a, b)
			}
			x, y := w.date(a.(string)), w.date(b.(string))
			if sign < 0 { // the one that begins first
				return sign * cmp.Or(cmp.Compare(x.From, y.From), cmp.Compare(x.Text, y.Text))
			}
			return cmp.Or(cmp.Compare(x.To, y.To), cmp.Compare(x.Text, y.Text))
		})
	}
	switch function {
	case "count":
		return len(values)
	case "countDistinct":
		different := map[any]bool{}
		for _, v := range values {
			different[v] = true
		}
		return len(different)
	case "countTrue", "countFalse":
		count := 0
		for _, v := range values {
			if v == (function == "countTrue") {
				count++
			}
		}
		return count
	}
	if len(values) == 0 {
		return nil
	}
	sum := new(big.Rat)
	if function == "sum" || function == "avg" {
		for _, v := range values {
			text := fmt.Sprint(v)
			if f, ok := v.(float64); ok {
				text = string(query.AppendReal(nil, f))
			}
			r, ok := new(big.Rat).SetString(text)
			if !ok {
				w.fail("%s is no number", text)
				return nil
			}
			sum.Add(sum, r)
		}
	}
	switch function {
	case "sum":
		return sum
	case "avg":
		return sum.Quo(sum, big.NewRat(int64(len(values)), 1))
	case "min":
		return extreme(-1)
	case "max":
		return extreme(1)
	}
	w.fail("unknown aggregate %s", function)
	return nil
}

// place is where a group stands in an order by an aggregate.
func (w *walker) place(p *query.Property, function string, nodes []store.Node) any {
	switch v := w.computed(p, function, nodes).(type) {
	case int:
		return int64(v)
	case *big.Rat: // before it is rounded, so as a double
		f, _ := v.Float64()
		return f
	case string:
		switch {
		case p.Type == query.Date && function == "min":
			return w.date(v).From + v
		case p.Type == query.Date:
			return w.date(v).To + v
		}
		return v
	default:
		return v
	}
}

// groupKey is one of `by`: relations, then a property, or "node" for the node itself.
type groupKey struct {
	relations []string
	end       string
	how       string // of a date
}

// group is a group of nodes. What is at the key that a name like speakers.node leads to is nil when there is nothing.
type group struct {
	key   map[string]any // a value, a store.Node, or a dateKey
	nodes []store.Node
}

// dateKey is the key of dates: the span that holds them, or none.
type dateKey struct{ text, order string }

func (w *walker) groupBy(noun *query.Noun, nodes []store.Node, args map[string]any, selections ast.SelectionSet) {
	var keys []groupKey
	for _, by := range asList(args["by"]) {
		var k groupKey
		at, fields := noun, by.(map[string]any)
		for k.end == "" {
			for name, v := range fields {
				if r := at.Relation(name); r != nil {
					k.relations = append(k.relations, name)
					at, fields = r.Target, v.(map[string]any)
					continue
				}
				k.end, k.how = name, asText(v)
			}
		}
		keys = append(keys, k)
	}
	name := func(k groupKey) string { return strings.Join(append(slices.Clone(k.relations), k.end), ".") }

	groups := map[string]*group{}
	for _, n := range nodes {
		for _, way := range w.ways(noun, n, keys) {
			g := &group{key: map[string]any{}}
			identity := ""
			for _, k := range keys {
				v := w.keyOf(k, way[strings.Join(k.relations, ".")])
				g.key[name(k)] = v
				if node, ok := v.(store.Node); ok {
					v = node.ID
				}
				identity += fmt.Sprintf("%T %#v;", v, v)
			}
			if groups[identity] == nil {
				groups[identity] = g
			}
			g = groups[identity]
			if !slices.ContainsFunc(g.nodes, func(m store.Node) bool { return m.ID == n.ID }) {
				g.nodes = append(g.nodes, n)
			}
		}
	}
	var sorted []*group
	for _, g := range groups {
		sorted = append(sorted, g)
	}
	var orders []func(a, b *group) int
	byValue := func(descending bool, value func(*group) any) {
		orders = append(orders, func(a, b *group) int {
			return compareAt([]step{{descending: descending}}, []any{value(a)}, []any{value(b)})
		})
	}
	byKeys := func(descending bool) {
		for _, k := range keys {
			for part := range 3 {
				byValue(descending && part > 0, func(g *group) any { return w.partOf(g.key[name(k)], part) })
			}
		}
	}
	if args["orderBy"] != nil {
		for _, o := range asList(args["orderBy"]) {
			for by, v := range o.(map[string]any) {
				switch by {
				case "count":
					byValue(v == "DESC", func(g *group) any { return int64(len(g.nodes)) })
				case "keys":
					byKeys(v == "DESC")
				case "aggregate":
					for property, v := range v.(map[string]any) {
						for function, direction := range v.(map[string]any) {
							byValue(direction == "DESC", func(g *group) any { return w.place(noun.Property(property), function, g.nodes) })
						}
					}
				}
			}
		}
	}
	byKeys(false)
	slices.SortFunc(sorted, func(a, b *group) int {
		for _, order := range orders {
			if c := order(a, b); c != 0 {
				return c
			}
		}
		return 0
	})

	size := defaultPage
	if args["first"] != nil {
		size = w.size(args["first"])
	}
	w.object(noun.Name+"Groups", selections, func(f *ast.Field, below ast.SelectionSet) {
		if f.Name == "hasMore" {
			w.out = strconv.AppendBool(w.out, len(sorted) > size)
			return
		}
		w.list(min(size, len(sorted)), func(i int) {
			w.object(noun.Name+"Group", below, func(f *ast.Field, below ast.SelectionSet) {
				if f.Name == "aggregate" {
					w.aggregate(noun, sorted[i].nodes, below)
					return
				}
				w.key(noun, "", sorted[i].key, below)
			})
		})
	})
}

// partOf is one of the three parts of a key's place in an order. Dates that no span holds come after all others, in both directions.
func (w *walker) partOf(key any, part int) any {
	switch key := key.(type) {
	case nil:
		return nil
	case store.Node:
		return []any{false, column(key, "key"), key.ID}[part]
	case dateKey:
		return []any{key.text == "", key.order, ""}[part]
	}
	return []any{false, key, ""}[part]
}

// ways lists all that the relations of keys lead to from a node: for each path the node at its end. A path that leads nowhere has none.
func (w *walker) ways(noun *query.Noun, n store.Node, keys []groupKey) []map[string]store.Node {
	ways := []map[string]store.Node{{"": n}}
	done := map[string]bool{}
	for _, k := range keys {
		at := noun
		for i, name := range k.relations {
			r := at.Relation(name)
			at = r.Target
			from, to := strings.Join(k.relations[:i], "."), strings.Join(k.relations[:i+1], ".")
			if done[to] {
				continue
			}
			done[to] = true
			var longer []map[string]store.Node
			for _, way := range ways {
				var found []store.Node
				if way[from].Noun != nil {
					found = w.neighbours(way[from], r)
				}
				if len(found) == 0 {
					found = []store.Node{{}}
				}
				for _, m := range found {
					next := map[string]store.Node{to: m}
					for path, n := range way {
						next[path] = n
					}
					longer = append(longer, next)
				}
			}
			ways = longer
		}
	}
	return ways
}

// keyOf is what a node has in common with others; nil for nothing.
func (w *walker) keyOf(k groupKey, n store.Node) any {
	switch {
	case n.Noun == nil:
		return nil
	case k.end == "node":
		return n
	}
	v := column(n, k.end)
	if text, ok := v.(string); ok && n.Noun.Property(k.end).Type == query.Date {
		return w.span(text, k.how)
	}
	return v
}

// span is the span of the calendar that holds a date, if there is one.
func (w *walker) span(text, unit string) dateKey {
	d := w.date(text)
	if unit == "EACH" {
		return dateKey{d.Text, d.From + d.To + d.Text}
	}
	of := func(moment string) string {
		t, err := time.Parse(time.RFC3339, moment)
		if err != nil {
			w.fail("%w", err)
		}
		switch unit {
		case "DAY":
			return t.Format("2006-01-02")
		case "WEEK":
			monday := t.AddDate(0, 0, -((int(t.Weekday()) + 6) % 7))
			sunday := monday.AddDate(0, 0, 6)
			if monday.Year() < 0 || sunday.Year() > 9999 {
				return ""
			}
			return monday.Format("2006-01-02") + "/" + sunday.Format("2006-01-02")
		case "MONTH":
			return t.Format("2006-01")
		case "QUARTER":
			first := (int(t.Month())-1)/3*3 + 1
			return fmt.Sprintf("%04d-%02d/%04d-%02d", t.Year(), first, t.Year(), first+2)
		}
		return t.Format("2006")
	}
	if from, to := of(d.From), of(d.To); from == to && from != "" {
		return dateKey{from, from}
	}
	return dateKey{}
}

// key writes the key of a group, or the part of it that belongs to related nodes.
func (w *walker) key(noun *query.Noun, path string, key map[string]any, selections ast.SelectionSet) {
	w.object(noun.Name+"GroupKey", selections, func(f *ast.Field, below ast.SelectionSet) {
		if r := noun.Relation(f.Name); r != nil {
			w.key(r.Target, path+f.Name+".", key, below)
			return
		}
		v, ok := key[path+f.Name]
		if !ok {
			w.fail("%s%s is no key", path, f.Name)
		}
		if p := noun.Property(f.Name); p == nil {
			n, _ := v.(store.Node)
			w.nodeOrNull(n, below)
			return
		} else if p.Type != query.Date {
			w.scalar(v)
			return
		}
		d, _ := v.(dateKey)
		w.object("DateGroupKey", below, func(f *ast.Field, _ ast.SelectionSet) {
			switch {
			case f.Name == "lessPrecise":
				w.out = strconv.AppendBool(w.out, v != nil && d.text == "")
			case d.text == "":
				w.null()
			default:
				w.text(d.text)
			}
		})
	})
}
