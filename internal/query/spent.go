package query

// Spent is what an answer came to.
type Spent struct {
	Rows int // that the store answered, at every depth
	Cost int // the sum that Read.Cost is of the largest answer, over the nodes that were there: at most that
	Size int // about as many bytes as the response has: half of an object is its keys
}

// Spent looks through what a store answered, once.
func (r *Read) Spent(answer Value) Spent {
	var s Spent
	switch {
	case r.Ranking != nil:
		s.Cost = RankingPrice
		for _, pair := range answer.List {
			s.Rows++
			s.Cost = Plus(s.Cost, 1)
			for i, v := range pair.List {
				if i < 2 {
					s.within(r.Ranking.Node, v, true)
				} else {
					s.value(v)
				}
			}
		}
	case r.Set == nil:
		s.Cost = WalkPrice
		sets := r.sets(len(answer.List))
		for i, v := range answer.List {
			if set := sets[i]; set != nil {
				s.set(set, v, true)
			} else {
				s.value(v)
			}
		}
	default:
		s.set(r.Set, answer, true)
	}
	s.Size *= 2
	return s
}

// set adds a set's answer. The row that tells of a next page costs nothing, and so does what hangs on it.
func (s *Spent) set(set *Set, answer Value, paid bool) {
	cost := set.fixed()
	for i, v := range answer.List {
		if i == 0 && set.Rows {
			for j, row := range v.List {
				s.row(set, row, paid && j < set.page())
			}
			continue
		}
		if g := i - len(answer.List) + len(set.Groupings); g >= 0 { // they stand last
			cost = Plus(cost, min(len(v.List), set.Groupings[g].Limit))
		}
		s.value(v)
	}
	if paid {
		s.Cost = Plus(s.Cost, cost)
	}
}

func (s *Spent) row(set *Set, row Value, paid bool) {
	s.Rows++
	if paid {
		s.Cost = Plus(s.Cost, 1)
	}
	s.within(set, row, paid)
}

// within adds what a row consists of.
func (s *Spent) within(set *Set, row Value, paid bool) {
	for i, v := range row.List {
		if i < len(set.Columns) && set.Columns[i].Set != nil {
			s.set(set.Columns[i].Set, v, paid)
		} else {
			s.value(v)
		}
	}
}

func (s *Spent) value(v Value) {
	s.Size += len(v.Text) + 4
	for _, item := range v.List {
		s.value(item)
	}
}
