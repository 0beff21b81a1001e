package query

import (
	"fmt"
	"slices"
	"strconv"
)

// Between is what lies between two nodes: the shortest paths that lead over relationships of the types Via, whatever their direction.
//
// It is answered by an empty list when one of the nodes does not exist or is not known. Else by a list of the paths' length, null when there is none within
// MaxLength; of the paths, when Trails is set; and of the answer of Nodes, when it is not nil. A path is three lists: the ids of its nodes, the types of its
// relationships, and for each of these whether it was walked against its direction. Paths are ordered by the second node's id, the type of the relationship
// to it and that direction, then by the third's, and so on.
type Between struct {
	From, To  string
	Via       []any  // texts
	Known     Filter // of every node; nil: all
	MaxLength int
	Size      int  // how many paths Nodes holds the nodes of; one more is answered to see whether there are more
	Trails    bool // the paths are wanted
	Nodes     *Set // the nodes on the paths, each once; Found is set
}

// Around is what surrounds a node, at most Depth relationships of the types Via away, whatever their direction.
//
// It is answered by an empty list when the node does not exist or is not known. Else by a list of 1 and of what is wanted, in this order: the answer of Center; the ids of the nodes,
// nearest first, then by the name of their noun, by key and by id, at most Limit; the answer of Nodes; the edges among Center and Nodes, each a list of its type and of
// the ids of its ends, by type, from and to; the counts of Center's relationships, each a list of a type, of whether they lead in, and of their number, by type and
// those that lead out first; how many nodes there are in all.
type Around struct {
	Of     string
	Noun   *Noun  // the interface that every node has
	Via    []any  // texts
	Known  Filter // of every node; nil: all
	Depth  int
	Limit  int
	Center *Set // nil: not wanted; of one node
	Listed bool
	Nodes  *Set // nil: not wanted; Found is set
	Edges  bool
	Counts bool
	Total  bool
}

// sets says at which places in an answer of so many parts those of sets stand.
func (r *Read) sets(parts int) map[int]*Set {
	if r.Between != nil {
		return map[int]*Set{parts - 1: r.Between.Nodes}
	}
	place := 1
	for _, wanted := range []bool{r.Around.Center != nil, r.Around.Listed} {
		if wanted {
			place++
		}
	}
	return map[int]*Set{place: r.Around.Nodes, 1: r.Around.Center}
}

// The parts of Paths and Neighborhood. They have numbers of their own.
const (
	LengthPart PartKind = iota + 100
	PathsPart           // Parts is that of each path
	FoundPart           // Object is that of each node
	TruncatedPart
	CenterPart
	RelationsPart // Parts is that of each relation
	CountsPart    // Parts is that of each count
	TotalPart
	TypePart
	FromPart
	ToPart
	DirectionPart
	CountPart
)

// Wanted reports whether a part of one of these kinds is wanted anywhere.
func Wanted(parts []Part, kinds ...PartKind) bool {
	return slices.ContainsFunc(parts, func(p Part) bool { return slices.Contains(kinds, p.Kind) || Wanted(p.Parts, kinds...) })
}

// Paths is how the answer of a Between is written.
type Paths struct {
	Between  *Between
	Parts    []Part
	IDColumn int // of Between.Nodes
}

func (s *Paths) write(w []byte, answer Value) ([]byte, error) {
	if len(answer.List) == 0 {
		return append(w, "null"...), nil
	}
	rest := taken{list: answer.List}
	length := rest.next()
	var trails []Value
	if s.Between.Trails {
		trails = rest.next().List
	}
	var found map[string][]Value
	if s.Between.Nodes != nil {
		found = rest.byID(s.IDColumn)
	}
	if rest.err != nil {
		return nil, rest.err
	}
	return appendParts(w, s.Parts, func(w []byte, p Part) ([]byte, error) {
		switch p.Kind {
		case LengthPart:
			return appendScalar(w, Integer, length), nil
		case TruncatedPart:
			return strconv.AppendBool(w, len(trails) > s.Between.Size), nil
		default:
			return appendList(w, trails[:min(len(trails), s.Between.Size)], func(w []byte, trail Value) ([]byte, error) {
				return appendTrail(w, p.Parts, trail.List, found)
			})
		}
	})
}

func appendTrail(w []byte, parts []Part, trail []Value, found map[string][]Value) ([]byte, error) {
	ids, types, against := trail[0].List, trail[1].List, trail[2].List
	return appendParts(w, parts, func(w []byte, p Part) ([]byte, error) {
		if p.Kind == FoundPart {
			return appendFound(w, p.Object, ids, found)
		}
		relations := make([]Value, len(types))
		for i, t := range types {
			from, to := ids[i], ids[i+1]
			if against[i].Integer() != 0 {
				from, to = to, from
			}
			relations[i] = ListOf([]Value{t, from, to})
		}
		return appendList(w, relations, func(w []byte, r Value) ([]byte, error) { return appendRelation(w, p.Parts, r.List) })
	})
}

// Neighborhood is how the answer of an Around is written.
type Neighborhood struct {
	Around   *Around
	Parts    []Part
	IDColumn int // of Around.Nodes
}

func (s *Neighborhood) write(w []byte, answer Value) ([]byte, error) {
	if len(answer.List) == 0 {
		return append(w, "null"...), nil
	}
	rest := taken{list: answer.List[1:]}
	var center, ids, edges, counts, total Value
	var found map[string][]Value
	if s.Around.Center != nil {
		center = rest.next()
	}
	if s.Around.Listed {
		ids = rest.next()
	}
	if s.Around.Nodes != nil {
		found = rest.byID(s.IDColumn)
	}
	if s.Around.Edges {
		edges = rest.next()
	}
	if s.Around.Counts {
		counts = rest.next()
	}
	if s.Around.Total {
		total = rest.next()
	}
	if rest.err != nil {
		return nil, rest.err
	}
	return appendParts(w, s.Parts, func(w []byte, p Part) ([]byte, error) {
		switch p.Kind {
		case CenterPart:
			return One{Object: p.Object}.write(w, center)
		case FoundPart:
			return appendFound(w, p.Object, ids.List, found)
		case RelationsPart:
			return appendList(w, edges.List, func(w []byte, e Value) ([]byte, error) { return appendRelation(w, p.Parts, e.List) })
		case CountsPart:
			return appendList(w, counts.List, func(w []byte, c Value) ([]byte, error) { return appendCount(w, p.Parts, c.List) })
		case TotalPart:
			return appendScalar(w, Integer, total), nil
		default:
			return strconv.AppendBool(w, total.Integer() > int64(s.Around.Limit)), nil
		}
	})
}

// taken takes an answer apart.
type taken struct {
	list []Value
	err  error
}

func (t *taken) next() Value {
	if len(t.list) == 0 {
		t.err = fmt.Errorf("the store answered less than was asked for")
		return Value{}
	}
	v := t.list[0]
	t.list = t.list[1:]
	return v
}

// byID takes the rows of a set's answer, by the id in them.
func (t *taken) byID(column int) map[string][]Value {
	set := t.next()
	if t.err != nil {
		return nil
	}
	rows, err := rows(set)
	t.err = err
	found := make(map[string][]Value, len(rows))
	for _, r := range rows {
		found[r.List[column].Text] = r.List
	}
	return found
}

func appendFound(w []byte, object *Object, ids []Value, found map[string][]Value) ([]byte, error) {
	return appendList(w, ids, func(w []byte, id Value) ([]byte, error) {
		row, ok := found[id.Text]
		if !ok {
			return nil, fmt.Errorf("the store found the node %s and did not answer it", id.Text)
		}
		return object.write(w, row)
	})
}

func appendRelation(w []byte, parts []Part, relation []Value) ([]byte, error) {
	return appendParts(w, parts, func(w []byte, p Part) ([]byte, error) {
		return appendText(w, relation[p.Kind-TypePart].Text), nil // type, from, to
	})
}

func appendCount(w []byte, parts []Part, count []Value) ([]byte, error) {
	return appendParts(w, parts, func(w []byte, p Part) ([]byte, error) {
		switch {
		case p.Kind == TypePart:
			return appendText(w, count[0].Text), nil
		case p.Kind == CountPart:
			return appendScalar(w, Integer, count[2]), nil
		case count[1].Integer() != 0:
			return appendText(w, "IN"), nil
		default:
			return appendText(w, "OUT"), nil
		}
	})
}

// appendParts writes an object of parts, __typename by itself and the rest by way of value.
func appendParts(w []byte, parts []Part, value func([]byte, Part) ([]byte, error)) ([]byte, error) {
	w = append(w, '{')
	var err error
	for i, p := range parts {
		w = appendKey(w, i, p.Key)
		if p.Kind == TypenamePart {
			w = appendText(w, p.Typename)
		} else if w, err = value(w, p); err != nil {
			return nil, err
		}
	}
	return append(w, '}'), nil
}

func appendList(w []byte, items []Value, item func([]byte, Value) ([]byte, error)) ([]byte, error) {
	w = append(w, '[')
	var err error
	for i, v := range items {
		if i > 0 {
			w = append(w, ',')
		}
		if w, err = item(w, v); err != nil {
			return nil, err
		}
	}
	return append(w, ']'), nil
}
