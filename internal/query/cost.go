package query

import "math"

// The prices of a read. A node that is answered costs 1, and each list of nodes is multiplied with what hangs on each of its nodes. What is
// not answered but must be looked at costs a fixed price, each time that its list is looked up.
const (
	CountPrice   = 10     // of counting a list's nodes, of all that is aggregated of them, and of putting them into groups, of which each costs 1 besides
	RelatedPrice = 10     // of a condition on related nodes; one within another multiplies
	WholePrice   = 10     // of related nodes that are read all, because a field is computed of them
	SearchPrice  = 100    // of a full text search
	WalkPrice    = 1000   // of a walk through the graph, whatever it meets: of paths, and of what surrounds a node
	RankingPrice = 10_000 // of a ranking of all pairs
)

// Cost is the most that a read can cost when no page is larger than page. It is known before the read, and needs no store.
func (r *Read) Cost(page int) int {
	switch {
	case r.Between != nil:
		return Plus(WalkPrice, r.Between.Nodes.cost(page))
	case r.Ranking != nil:
		return Plus(RankingPrice, Times(r.Ranking.Limit, Plus(1, Times(2, r.Ranking.Node.row(page)-1))))
	case r.Around != nil:
		return Plus(WalkPrice, Plus(r.Around.Center.cost(page), r.Around.Nodes.cost(page)))
	default:
		return r.Set.cost(page)
	}
}

func (s *Set) cost(page int) int {
	if s == nil {
		return 0
	}
	cost := Plus(s.fixed(), Times(min(s.page(), page), s.row(page)))
	for _, g := range s.Groupings {
		cost = Plus(cost, min(g.Limit, page))
	}
	return cost
}

// row is what each row costs.
func (s *Set) row(page int) int {
	each := 1
	for _, c := range s.Columns {
		if c.Set != nil {
			each = Plus(each, c.Set.cost(page))
		}
	}
	return each
}

// page is how many rows are answered at most.
func (s *Set) page() int {
	switch {
	case !s.Rows:
		return 0
	case s.Whole:
		return WholePrice
	case s.Ahead:
		return s.Limit - 1
	default:
		return s.Limit
	}
}

// fixed is what a set costs each time that it is looked up, whatever its rows.
func (s *Set) fixed() int {
	looks := 0
	for _, wanted := range []bool{s.Rows, s.Count, s.Behind, len(s.Aggregates) > 0} {
		if wanted {
			looks++
		}
	}
	looks += len(s.Groupings)
	cost := Times(looks, price(s.Filter))
	if s.Search != nil {
		cost = Plus(cost, Times(looks, SearchPrice))
	}
	if s.Count {
		cost = Plus(cost, CountPrice)
	}
	if len(s.Aggregates) > 0 {
		cost = Plus(cost, CountPrice)
	}
	cost = Plus(cost, Times(len(s.Groupings), CountPrice))
	return cost
}

func price(f Filter) int {
	sum := 0
	switch f := f.(type) {
	case And:
		for _, f := range f {
			sum = Plus(sum, price(f))
		}
	case Or:
		for _, f := range f {
			sum = Plus(sum, price(f))
		}
	case Not:
		return price(f.Filter)
	case Counted:
		return RelatedPrice
	case Leads:
		return Times(RelatedPrice, len(f.Ways))
	case Related:
		return Times(RelatedPrice, max(1, price(f.Filter)))
	}
	return sum
}

// Plus adds what is not negative, and stays at the largest int instead of running over.
func Plus(a, b int) int {
	if a > math.MaxInt-b {
		return math.MaxInt
	}
	return a + b
}

// Times multiplies what is not negative, in the same way.
func Times(a, b int) int {
	if a != 0 && b > math.MaxInt/a {
		return math.MaxInt
	}
	return a * b
}
