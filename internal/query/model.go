// Package query is the read plan as data: the model of the graph (nouns, properties, relations), a Read of it, and the one
// routine that makes a response of a store's answer. It imports the standard library only. Start with Read.
package query

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

// Type is how a property is stored and written.
type Type int

// The types there are.
const (
	Text    Type = iota // UTF-8
	Integer             // 64 bits
	Real                // at most six decimals and smaller than 1e9, so that 15 digits hold it exactly
	Boolean
	Texts // a list of texts; an empty list is stored as a missing value
	Date  // EDTF text; two more columns hold the interval it covers
)

// Property is a scalar of a noun.
type Property struct {
	Name     string
	Type     Type
	Scalar   string   // its type in the SDL
	Enum     []string // the values allowed; nil: any
	Required bool
	Default  string // what a node has where nothing is said; "" for none
	Unique   bool   // a natural key: unique within the noun
	Indexed  bool
	When     bool // the noun's `when` is the same date
	Searched Searched
}

// When is the name of the property that every fact with a time of its own has: a copy of the one that says it.
const When = "when"

// Columns returns the names under which a store keeps the property.
func (p *Property) Columns() []Column {
	if p.Type == Date {
		return []Column{{p.Name, Text}, {p.From(), Text}, {p.To(), Text}}
	}
	return []Column{{p.Name, p.Type}}
}

// From is the column that holds the begin of a Date's interval.
func (p *Property) From() string { return p.Name + "_from" }

// To is the column that holds the end of a Date's interval.
func (p *Property) To() string { return p.Name + "_to" }

// Column is a stored value of a node: a property, or an end of a Date's interval. Its Type is never Date.
type Column struct {
	Name string
	Type Type
}

// ID is the column of every node's identity, Key that of its natural key.
var (
	ID  = Column{"id", Text}
	Key = Column{"key", Text}
)

// Relation is a relation of a noun to another noun or an interface.
type Relation struct {
	Name     string
	Edge     string // the relationship's type
	In       bool   // the relationship points at the noun that has the relation
	Target   *Noun
	Many     bool
	Required bool
	Involves bool     // what it leads to is involved in the fact
	Through  []string // and what these relations of the nodes that it leads to lead to
}

// Noun is a kind of node, or an interface that several nouns share.
type Noun struct {
	Name       string
	Interface  bool
	One, Many  string  // names of the root fields; "" for none
	Members    []*Noun // the concrete nouns, by name; a concrete noun is its own only member
	Interfaces []*Noun // by name
	Properties []*Property
	Relations  []*Relation
	Known      *Known // of a concrete noun; nil: always
}

// Known says since when the nodes of a noun can be known: since the end of a date that they have, or since the node can be known that a relation
// leads to.
type Known struct {
	Of       *Noun // the noun or interface that says it
	Date     *Property
	Relation *Relation
}

// Property returns the property of that name, or nil.
func (n *Noun) Property(name string) *Property {
	i := slices.IndexFunc(n.Properties, func(p *Property) bool { return p.Name == name })
	if i < 0 {
		return nil
	}
	return n.Properties[i]
}

// Relation returns the relation of that name, or nil.
func (n *Noun) Relation(name string) *Relation {
	i := slices.IndexFunc(n.Relations, func(r *Relation) bool { return r.Name == name })
	if i < 0 {
		return nil
	}
	return n.Relations[i]
}

// Is reports whether every node of n is a node of other.
func (n *Noun) Is(other *Noun) bool { return n == other || slices.Contains(n.Interfaces, other) }

// Names are the names of nouns, as a value of a statement.
func Names(nouns []*Noun) []any {
	names := make([]any, len(nouns))
	for i, n := range nouns {
		names[i] = n.Name
	}
	return names
}

// Model is the graph's schema: what the mapping directives of the SDL say, read once.
type Model struct {
	Nouns  []*Noun // concrete nouns and interfaces, by name
	byName map[string]*Noun
}

// NewModel checks the nouns against each other and returns the model. Names of relations' targets are resolved already.
func NewModel(nouns []*Noun) (*Model, error) {
	m := &Model{Nouns: nouns, byName: map[string]*Noun{}}
	sort.Slice(m.Nouns, func(i, j int) bool { return m.Nouns[i].Name < m.Nouns[j].Name })
	for _, n := range m.Nouns {
		m.byName[n.Name] = n
	}
	columns := map[string]Column{}
	owner := map[string]string{}
	for _, n := range m.Nouns {
		for _, p := range n.Properties {
			for _, c := range p.Columns() {
				// One table, and one label set, hold all nouns: a name means one thing.
				folded := strings.ToLower(c.Name)
				if old, ok := columns[folded]; ok && old != c {
					return nil, fmt.Errorf("%s.%s and %s have the same name but not the same type or spelling", n.Name, p.Name, owner[folded])
				}
				columns[folded], owner[folded] = c, n.Name+"."+p.Name
			}
		}
		for _, i := range n.Interfaces {
			for _, p := range i.Properties {
				if own := n.Property(p.Name); own == nil || own.Type != p.Type {
					return nil, fmt.Errorf("%s lacks %s.%s, or has it with another type", n.Name, i.Name, p.Name)
				}
			}
			for _, r := range i.Relations {
				own := n.Relation(r.Name)
				if own == nil || own.Edge != r.Edge || own.In != r.In || own.Many != r.Many || own.Target != r.Target {
					return nil, fmt.Errorf("%s lacks the relation %s.%s, or maps it otherwise", n.Name, i.Name, r.Name)
				}
			}
		}
		if !n.Interface && (n.Property("id") == nil || n.Property("key") == nil) {
			return nil, fmt.Errorf("%s does not implement Node", n.Name)
		}
	}
	return m, nil
}

// Noun returns the noun or interface of that name, or nil.
func (m *Model) Noun(name string) *Noun { return m.byName[name] }

// Concrete returns the nouns that nodes can have, by name.
func (m *Model) Concrete() []*Noun {
	return slices.DeleteFunc(slices.Clone(m.Nouns), func(n *Noun) bool { return n.Interface })
}

// Columns returns every column that a node can have, by name, without id.
func (m *Model) Columns() []Column {
	seen := map[Column]bool{ID: true}
	var all []Column
	for _, n := range m.Concrete() {
		for _, p := range n.Properties {
			for _, c := range p.Columns() {
				if !seen[c] {
					seen[c] = true
					all = append(all, c)
				}
			}
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Name < all[j].Name })
	return all
}

// Edges returns every relationship type, by name.
func (m *Model) Edges() []string {
	var all []string
	for _, n := range m.Nouns {
		for _, r := range n.Relations {
			all = append(all, r.Edge)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
