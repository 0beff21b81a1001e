package tension

import (
	"cmp"
	"math"
	"slices"
)

// Question is what is asked of the facts between two actors.
type Question struct {
	Scale    *Scale
	HalfLife int // days
	Calendar Calendar
	From, To int // the first and the last period
}

// Fact is a fact between the two actors that is held to be done.
type Fact struct {
	ID       string
	Code     string   // CAMEO; "" for none
	From, To string   // the instants that its date covers; "" for no date
	Backward bool     // the second actor is its source
	Outlets  []string // whose articles it rests on, one for each article; "" for an unknown one
}

// Contribution is what a fact adds to a value.
type Contribution struct {
	Fact   *Fact
	Weight int64 // in tenths
	Decay  int64 // in hundred-thousandths
	day    int
}

// Value is the contribution, in millionths. Conflict adds to tension, so the scale's sign is turned.
func (c Contribution) Value() int64 { return -c.Weight * c.Decay }

// Series is what the facts say over time.
type Series struct {
	Question
	Undated   int     // facts without a date
	Uncoded   int     // facts that the series looks at, without a code that the scale has a value for
	Imprecise int     // facts that count, whose date covers more than a day
	counted   []dated // by their last day
	decays    []int64
	values    map[int]value // by period, once asked for
}

// value is the value of a period.
type value struct {
	millionths    int64
	contributions int
}

// dated is a fact that counts, with the days that its date covers.
type dated struct {
	fact        *Fact
	weight      int64
	first, last int
}

// Series sorts out which facts count. It keeps facts.
func (q Question) Series(facts []Fact) (*Series, error) {
	s := &Series{Question: q, decays: Decays(q.HalfLife), values: map[int]value{}}
	from, to := s.Since(0), q.Calendar.Last(q.To)
	for i := range facts {
		f := &facts[i]
		if f.To == "" {
			s.Undated++
			continue
		}
		first, err := DayOf(f.From)
		if err != nil {
			return nil, err
		}
		last, err := DayOf(f.To)
		if err != nil {
			return nil, err
		}
		looked := last >= from && last <= to
		weight, ok := q.Scale.Weight(f.Code)
		switch {
		case !ok && looked:
			s.Uncoded++
		case ok:
			s.counted = append(s.counted, dated{f, weight, first, last})
			if looked && first != last {
				s.Imprecise++
			}
		}
	}
	slices.SortStableFunc(s.counted, func(a, b dated) int { return cmp.Compare(a.last, b.last) })
	return s, nil
}

// Since is the first day on which a fact can lie that counts in the series, or in one that begins some periods earlier.
func (q Question) Since(earlier int) int { return q.Calendar.Last(q.From-earlier) - horizon*q.HalfLife }

// Contributions are those to the value of a period: the greatest first, of equal ones the youngest, then by id.
func (s *Series) Contributions(period int) []Contribution {
	var all []Contribution
	s.each(period, func(c Contribution) { all = append(all, c) })
	slices.SortFunc(all, func(a, b Contribution) int {
		return cmp.Or(cmp.Compare(abs(b.Value()), abs(a.Value())), cmp.Compare(b.day, a.day), cmp.Compare(a.Fact.ID, b.Fact.ID))
	})
	return all
}

func (s *Series) each(period int, add func(Contribution)) {
	at := s.Calendar.Last(period)
	for _, d := range s.between(at-len(s.decays)+1, at) {
		add(Contribution{d.fact, d.weight, s.decays[at-d.last], d.last})
	}
}

// between are the facts that count and whose last day lies between two days, both included.
func (s *Series) between(from, to int) []dated {
	after := func(day int) int {
		i, _ := slices.BinarySearchFunc(s.counted, day, func(d dated, day int) int { return cmp.Compare(d.last, day) })
		return i
	}
	return s.counted[after(from):after(to+1)]
}

func abs(v int64) int64 { return max(v, -v) }

// Value is the value of a period, in millionths, and how many facts it is made of.
func (s *Series) Value(period int) (millionths int64, contributions int) {
	v, ok := s.values[period]
	if !ok {
		s.each(period, func(c Contribution) {
			v.millionths += c.Value()
			v.contributions++
		})
		s.values[period] = v
	}
	return v.millionths, v.contributions
}

// Count is the number of facts that count and lie within a period, the whole of their date.
func (s *Series) Count(period int) int {
	n, first := 0, s.Calendar.First(period)
	for _, d := range s.between(first, s.Calendar.Last(period)) {
		if d.first >= first {
			n++
		}
	}
	return n
}

// Without is the value of a period without what rests on one outlet alone, for each outlet that reported some of it: those first on which most
// hangs, then by id.
func (s *Series) Without(period int) []Without {
	value, _ := s.Value(period)
	alone := map[string]int64{}
	s.each(period, func(c Contribution) {
		outlets := slices.Compact(slices.Sorted(slices.Values(c.Fact.Outlets)))
		for _, o := range outlets {
			if o != "" {
				alone[o] += 0
			}
		}
		if len(outlets) == 1 && outlets[0] != "" {
			alone[outlets[0]] += c.Value()
		}
	})
	var all []Without
	for outlet, difference := range alone {
		all = append(all, Without{outlet, value - difference, difference})
	}
	slices.SortFunc(all, func(a, b Without) int {
		return cmp.Or(cmp.Compare(abs(b.Difference), abs(a.Difference)), cmp.Compare(a.Outlet, b.Outlet))
	})
	return all
}

// Without is a value without what rests on one outlet alone, in millionths.
type Without struct {
	Outlet            string
	Value, Difference int64
}

// Change compares a period with those before it.
type Change struct {
	Mean    int64   // of the periods before, in millionths
	Percent float64 // by how much the value is above it
	Level   string
}

// Change compares the value of a period with the mean of some periods before it. There is none when the first of these has no contributions,
// since what was before the first report is not known, or when the mean is 0, since nothing is a percentage of it.
func (s *Series) Change(period, over int) (Change, bool) {
	var sum int64
	for i := over; i > 0; i-- {
		value, contributions := s.Value(period - i)
		if i == over && contributions == 0 {
			return Change{}, false
		}
		sum += value
	}
	if sum == 0 {
		return Change{}, false
	}
	value, _ := s.Value(period)
	above, base := int64(over)*value-sum, abs(sum)
	return Change{Mean: int64(math.Round(float64(sum) / float64(over))), Percent: 100 * float64(above) / float64(base), Level: level(above, base)}, true
}

// level is that of ACLED's Trendfinder: more than a quarter up or down is large, from a tenth to a quarter up moderate.
func level(above, base int64) string {
	switch {
	case 4*above > base:
		return "LARGE_INCREASE"
	case 10*above >= base:
		return "MODERATE_INCREASE"
	case 4*above < -base:
		return "LARGE_DECREASE"
	default:
		return "LIMITED_CHANGE"
	}
}

// Real is a number of such parts as it is written.
func Real(n int64, parts int) float64 { return float64(n) / float64(parts) }
