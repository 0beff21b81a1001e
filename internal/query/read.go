package query

// Read is one root field, compiled: what to fetch, and how the response is made of it.
//
// A store answers a Read with one statement. The statement's answer is positional: Set says what stands where. Names that a client
// chose (aliases) are in Shape alone, so that neither they nor any value can reach a statement's text.
type Read struct {
	Set   *Set
	Shape Shape
}

// Set is a set of nodes, and what is wanted of it. It is answered by a list of what Rows, Count and Behind ask for, in this order.
type Set struct {
	Noun     *Noun
	Relation *Relation // how its nodes hang on the node around it; nil at the root
	Filter   Filter    // nil: all
	Order    []Order   // never empty; ends in id, so that it is total
	Seek     []any     // where to start: a value for each Order, nil for a missing one; nil: at the front
	Until    []any     // where to end, in the same way
	Limit    int       // of Rows
	Columns  []Selected

	Rows   bool // a list of rows: after Seek and before Until, in Order, at most Limit; each a list of what Columns say
	Count  bool // how many nodes there are, whatever Seek, Until and Limit
	Behind bool // whether a node stands at Seek or before it
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

// Filter is a condition on a node: And, Or, Not, Compare, Is, Related, Counted or Leads. It holds or it does not; a missing value meets no comparison but IsNull.
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
		Value  any // string, int64, float64, bool; for In a []any of one of them
	}
	// Is holds for nodes of a noun or interface.
	Is struct{ Noun *Noun }
	// Counted compares the number of related nodes: Eq, Lt, Lte, Gt or Gte.
	Counted struct {
		Relation *Relation
		Op       Op
		Value    any // int64
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
		ID   any // string
	}
)

// Way is one step or several from a node to others.
type Way []Step

// Step follows relationships of one of some types.
type Step struct {
	Edges []string // by name
	In    bool     // against their direction
}

func (And) filter()     {}
func (Or) filter()      {}
func (Not) filter()     {}
func (Compare) filter() {}
func (Is) filter()      {}
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
