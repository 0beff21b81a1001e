package query

// Some answers are computed of what a store answers, by Read.Derive. What it makes is positional like a store's answer: an object is a list of the
// values that its fields stand for, written by Record; a list of objects is a list of such lists, written by Records.

// Record is written as an object, or null where the value is missing.
type Record struct{ Object *Object }

// Records is written as a list of objects.
type Records struct{ Object *Object }

func (s Record) write(w []byte, v Value) ([]byte, error) {
	if v.Kind == Null {
		return append(w, "null"...), nil
	}
	return s.Object.write(w, v.List)
}

func (s Records) write(w []byte, v Value) ([]byte, error) {
	w = append(w, '[')
	var err error
	for i, row := range v.List {
		if i > 0 {
			w = append(w, ',')
		}
		if w, err = s.Object.write(w, row.List); err != nil {
			return nil, err
		}
	}
	return append(w, ']'), nil
}

// Ranking is pairs of nodes by what the facts between them come to. It is answered by a list of pairs, from the highest value, of equal ones by
// the ids of the first and then of the second, at most Limit; each a list of the row of the first node (the one with the smaller id), that of
// the second, the value and the number of facts. A fact counts once for a pair, however it ties the two; none ties a node to itself.
//
// The value is the sum of Weights[code] * Decays[day] over the facts: whole numbers, so that it is exact in whatever order a store adds. A fact
// whose code or day is not in them does not count.
type Ranking struct {
	Ties    []Tie
	Weights map[string]int64 // by code
	Decays  map[string]int64 // by day, 2006-01-02
	From    string           // the first instant of the first day and
	To      string           // the last instant of the last day in Decays, as a Date's interval has them
	Limit   int
	Node    *Set // what is wanted of each node: its Noun and Columns
}

// Tie is a way in which facts tie two nodes together.
type Tie struct {
	Noun   *Noun  // of the facts
	Filter Filter // on the fact
	Code   Column
	Date   *Property // the day is the one in which its interval ends
	// DateOf leads to what has the Date: of those that meet DateFilter, the one that ends first; nil: the fact itself has it.
	DateOf     *Relation
	DateFilter Filter

	Source       *Relation
	SourceFilter Filter // on the node at the end of Source; nil: all
	Targets      []*Relation
}
