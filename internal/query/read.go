package query

import "slices"

// Read is one root field, compiled: what to fetch, and how the response is made of it.
//
// A store answers a Read with one statement. The statement's answer is positional: Set says what stands where. Names that a client
// chose (aliases) are in Shape alone, so that neither they nor any value can reach a statement's text.
type Read struct {
	Set     *Set
	Between *Between                   // instead of Set
	Around  *Around                    // instead of Set
	Ranking *Ranking                   // instead of Set
	Derive  func(Value) (Value, error) // computes what Shape writes of what the store answers; nil: it is that
	Shape   Shape
	Values  []any // of each Variable

	made *made
}

// Set is a set of nodes, and what is wanted of it. It is answered by a list of what Rows, Count, Behind, Aggregates and each of Groupings ask
// for, in this order.
type Set struct {
	Noun     *Noun
	Relation *Relation // how its nodes hang on the node around it; nil at the root
	Found    bool      // its nodes are those that the Between or Around around it found
	Search   *Search   // at the root: only what it finds; nil: all
	Filter   Filter    // nil: all
	Order    []Order   // never empty; ends in id, so that it is total
	Seek     []any     // where to start: a value for each Order, nil for a missing one; nil: at the front
	Until    []any     // where to end, in the same way
	Limit    int       // of Rows
	Whole    bool      // Limit is there for safety: all rows are wanted, as something is computed of them
	Ahead    bool      // the last of Limit rows is not answered: it tells whether there is a next page
	Columns  []Selected

	Rows   bool // a list of rows: after Seek and before Until, in Order, at most Limit; each a list of what Columns say
	Count  bool // how many nodes there are, whatever Seek, Until and Limit
	Behind bool // whether a node stands at Seek or before it

	Aggregates []Aggregate // of all nodes, whatever Seek, Until and Limit: a list of one value for each; not asked for when empty
	Groupings  []*Grouping // of all nodes, too: a list of groups for each
}

// Aggregate is a value that is computed of many nodes. Without nodes that have the property, counts are 0 and all others missing.
type Aggregate struct {
	Function Function
	Property *Property // nil for CountNodes
}

// Nullable says whether the value may be missing.
func (a Aggregate) Nullable() bool { return a.Function >= Min }

// Function is how an Aggregate is computed: first those that count.
type Function int

// The functions there are.
const (
	CountNodes    Function = iota // how many nodes there are
	Count                         // how many of them have the property
	CountDistinct                 // how many different values there are
	CountTrue
	CountFalse
	Min // the smallest value; of dates the one that begins first, of these the first as text
	Max // the largest value; of dates the one that ends last, of these the last as text
	// Sum is a whole number, so that it is exact in whatever order a store adds: of an Integer its sum, of a Real the sum of its millionths.
	// Beyond 64 bits, which takes more than 9,000 of the largest Reals, every store fails.
	Sum
	Average // the quotient of Sum and Count, as a double. For Order only: an answer is made of the two
)

// Grouping puts the nodes of a set into groups. A node is once in the group of each combination of keys that it has.
//
// It is answered by a list of groups, in Order, at most Limit; each a list of a value for each of Keys, then one for each of Aggregates.
type Grouping struct {
	Keys       []GroupKey
	Aggregates []Aggregate
	Order      []GroupOrder // after these, a group's place is settled by its keys
	Limit      int
}

// GroupKey is what the nodes of a group have in common. It is missing where a node has no such value, or Path leads nowhere.
type GroupKey struct {
	// Path leads from the node to what has the key. Keys whose paths begin alike go the same way together: the name and the id of a
	// speaker are those of one speaker.
	Path     []Step
	Property *Property // nil: the node at the end of Path itself
	Unit     Unit      // of a Date
	Node     *Set      // without Property: what is wanted of the node, its Noun and Columns only; answered by a row
}

// Step is a relation that is followed to those nodes that meet Filter.
type Step struct {
	Relation *Relation
	Filter   Filter // nil: all
}

// Unit is a span of the calendar. A date is in the span that holds it from begin to end; one that no span holds has the key Vague.
type Unit int

// The units there are, and the keys of their spans.
const (
	Expression Unit = iota // each expression by itself
	Day                    // 2025-11-08
	Week                   // 2025-11-03, the Monday it begins with
	Month                  // 2025-11
	Quarter                // 2025-4
	Year                   // 2025
)

// Vague is the key of dates that no span of a Unit holds.
const Vague = ""

// Weeks that begin or end outside of the years 0000 to 9999 have no name, so they hold nothing: these are the first day that a week can hold, and the
// first day after the last.
const (
	FirstOfWeeks = "0000-01-03"
	AfterWeeks   = "9999-12-27"
)

// GroupOrder is one step of the order of groups. Missing values come last.
type GroupOrder struct {
	Keys       bool // the keys in their order: nodes by key and id, dates by their interval, Vague ones after all others
	Aggregate  Aggregate
	Descending bool
}

// Settled is the whole order of the groups: it ends in the keys.
func (g *Grouping) Settled() []GroupOrder {
	for i, o := range g.Order {
		if o.Keys {
			return g.Order[:i+1] // equal keys are the same group
		}
	}
	return append(slices.Clip(g.Order), GroupOrder{Keys: true})
}

// Computed lists the aggregates that a grouping's statement computes: those that are answered, then those that only order.
func (g *Grouping) Computed() []Aggregate {
	all := slices.Clip(g.Aggregates)
	for _, o := range g.Settled() {
		if !o.Keys && !slices.Contains(all, o.Aggregate) {
			all = append(all, o.Aggregate)
		}
	}
	return all
}

// Repeats says whether a node may come to the same keys on several ways: through several related nodes none of which is a key itself.
func (g *Grouping) Repeats() bool {
	way := func(path []Step) string {
		names := ""
		for _, s := range path {
			names += s.Relation.Name + "."
		}
		return names
	}
	nodes := map[string]bool{}
	for _, k := range g.Keys {
		if k.Property == nil {
			nodes[way(k.Path)] = true
		}
	}
	for _, k := range g.Keys {
		for i, s := range k.Path {
			if s.Relation.Many && !nodes[way(k.Path[:i+1])] {
				return true
			}
		}
	}
	return false
}

// Selected is one position of a row.
type Selected struct {
	Column Column // a stored value; without a name: the name of the node's noun
	Set    *Set   // instead: related nodes
}

// NounName is the Selected that stands for the name of a node's noun.
var NounName = Selected{}

// Order is one step of an order.
type Order struct {
	Column     Column
	Descending bool
	Nullable   bool // missing values may occur
	NullsFirst bool // they come last otherwise
}

// Reverse is the same order from the other end.
func Reverse(order []Order) []Order {
	back := make([]Order, len(order))
	for i, o := range order {
		back[i] = Order{Column: o.Column, Descending: !o.Descending, Nullable: o.Nullable, NullsFirst: !o.NullsFirst}
	}
	return back
}

// Filter is a condition on a node: And, Or, Not, Compare, Is, IsAny, Related, Counted or Leads. It holds or it does not; a missing value meets no comparison but IsNull.
type Filter interface{ filter() }

type (
	// And holds when all hold; an empty And holds.
	And []Filter
	// Or holds when one holds; an empty Or does not.
	Or []Filter
	// Not holds when its filter does not.
	Not struct{ Filter Filter }
	// Compare compares a stored value.
	Compare struct {
		Column Column
		Op     Op
		Value  any // string, int64, float64, bool, a Variable; for In a []any of one of them
	}
	// Is holds for nodes of a noun or interface.
	Is struct{ Noun *Noun }
	// IsAny holds for nodes of any of the nouns. Unlike an Or of Is, it is the same text for any nouns: they are a value.
	IsAny struct{ Nouns []*Noun }
	// Counted compares the number of related nodes that meet Filter: Eq, Lt, Lte, Gt or Gte.
	Counted struct {
		Relation *Relation
		Filter   Filter // nil: all
		Op       Op
		Value    any // int64, a Variable
	}
	// Related holds when Quantifier many of the related nodes meet Filter.
	Related struct {
		Relation   *Relation
		Quantifier Quantifier
		Filter     Filter
	}
	// Leads holds when one of Ways leads from the node to the one with that id.
	Leads struct {
		Ways []Way
		ID   any // string, a Variable
	}
)

// Way is one hop or several from a node to others.
type Way []Hop

// Hop follows relationships of one of some types.
type Hop struct {
	Edges []string // by name
	In    bool     // against their direction
}

func (And) filter()     {}
func (Or) filter()      {}
func (Not) filter()     {}
func (Compare) filter() {}
func (Is) filter()      {}
func (IsAny) filter()   {}
func (Related) filter() {}
func (Counted) filter() {}
func (Leads) filter()   {}

// Op is a comparison.
type Op int

// The comparisons there are.
const (
	Eq Op = iota
	In
	Lt
	Lte
	Gt
	Gte
	Contains
	StartsWith
	EndsWith
	IsNull // Value is a bool: missing, or present
	Has    // a Texts column holds Value
)

// Quantifier says for how many related nodes a filter must hold.
type Quantifier int

// The quantifiers there are.
const (
	Some Quantifier = iota
	All
	None
	Single
)
