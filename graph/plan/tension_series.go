package plan

import (
	"math"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/tension"
)

// The positions of what is derived of a series. What hangs on an object comes after its scalars.
var (
	seriesRow = map[string]query.Field{
		"scale": {Column: 0}, "version": {Column: 1}, "formula": {Column: 2}, "halfLife": {Column: 3, Type: query.Integer},
		"undated": {Column: 4, Type: query.Integer}, "uncoded": {Column: 5, Type: query.Integer}, "imprecise": {Column: 6, Type: query.Integer},
	}
	pointRow = map[string]query.Field{
		"period": {Column: 0}, "from": {Column: 1}, "to": {Column: 2}, "value": {Column: 3, Type: query.Real},
		"count": {Column: 4, Type: query.Integer}, "contributionCount": {Column: 5, Type: query.Integer},
	}
	contributionRow = map[string]query.Field{
		"code": {Column: 0}, "plover": {Column: 1}, "weight": {Column: 2, Type: query.Real}, "decay": {Column: 3, Type: query.Real},
		"value": {Column: 4, Type: query.Real}, "date": {Column: 5},
	}
	changeRow  = map[string]query.Field{"mean": {Column: 0, Type: query.Real}, "percent": {Column: 1, Type: query.Real}, "level": {Column: 2}}
	withoutRow = map[string]query.Field{"value": {Column: 0, Type: query.Real}, "difference": {Column: 1, Type: query.Real}}
)

const (
	seriesBetween, seriesPoints, seriesWithout               = 7, 8, 9
	contributionFact, contributionSource, contributionTarget = 6, 7, 8
	withoutOutlet                                            = 2
)

var calendar = map[string]tension.Calendar{
	"DAY": tension.Day, "WEEK": tension.Week, "MONTH": tension.Month, "QUARTER": tension.Quarter, "YEAR": tension.Year,
}

// dyad compiles the series of a pair. Its root set is the two actors; on each hang, by way, the facts in which it is the source and the other a target.
type dyad struct {
	*compiler
	tension.Question
	between  []any // the two ids
	actor    *row
	id, noun int
	facts    []*factSet

	points []func(s *tension.Series, period int, found *found) query.Value // what is asked for beside a point's scalars
	before int                                                             // periods before the series that are looked at

	outlet   *row // of leaveOneOut; nil when it is not asked for
	outletID int
}

// factSet is the facts of a way, and where in its rows things stand.
type factSet struct {
	way
	row                      *row
	column                   int // in the actor's row
	id, code, text, from, to int
	dates                    int   // of way.dateOf
	targets                  []int // that are among the two actors
	unless, evidence         int
}

// tension compiles the series of a pair.
func (c *compiler) tension(args map[string]any, selections ast.SelectionSet) (*query.Read, error) {
	d := &dyad{compiler: c}
	if err := d.arguments(args); err != nil {
		return nil, err
	}
	d.actor = c.row(&query.Set{
		Noun: c.Model.Noun("Actor"), Filter: query.Compare{Column: query.ID, Op: query.In, Value: d.between}, Rows: true, Limit: len(d.between), Order: byID,
	})
	d.id, d.noun = d.actor.column(query.ID), d.actor.column(query.NounName.Column)
	for _, w := range c.ways() {
		set := &query.Set{Noun: w.fact, Relation: inverse(w.source, w.fact), Rows: true, Limit: mostFacts + 1, Whole: true, Order: byID}
		f := &factSet{way: w, row: c.row(set)}
		f.row.column(query.NounName.Column) // first, where Object looks for it in the rows of every way
		d.facts = append(d.facts, f)
	}
	object, err := c.record("Tension", selections, seriesRow, d.series)
	if err != nil {
		return nil, err
	}
	for _, f := range d.facts {
		d.complete(f)
	}
	return &query.Read{Set: d.actor.set, Derive: d.derive, Shape: query.Record{Object: object}}, nil
}

// arguments reads the question.
func (d *dyad) arguments(args map[string]any) error {
	at := func(name string) []string { return append(slices.Clip(d.path), name) }
	var err error
	if d.Scale, d.HalfLife, err = d.scale(args); err != nil {
		return err
	}
	d.between = args["between"].([]any)
	switch {
	case len(d.between) != 2:
		return invalid(at("between"), "a pair is two ids, not %d", len(d.between))
	case d.between[0] == d.between[1]:
		return invalid(at("between"), "both ids are the same; there is no tension between an actor and itself")
	}
	from, to := args["from"].(diplomacy.PartialDate), args["to"].(diplomacy.PartialDate)
	if from.From > to.To {
		return invalid(at("to"), "%s ends before %s begins", to.Text, from.Text)
	}
	first, err := tension.DayOf(from.From)
	if err != nil {
		return err
	}
	last, err := tension.DayOf(to.To)
	if err != nil {
		return err
	}
	d.Calendar = calendar[args["by"].(string)]
	d.From, d.To = d.Calendar.Period(first), d.Calendar.Period(last)
	switch n := d.periods(); {
	case n > d.MaxPage:
		return invalid(at("by"), "from %s to %s is a series of %d points; ask for at most %d: for a shorter time, or for longer periods", from.Text, to.Text, n, d.MaxPage)
	case d.Calendar.First(d.From) < firstDay || d.Calendar.Last(d.To) > lastDay:
		return invalid(at("by"), "the first or the last week lies partly outside the years 0000 to 9999")
	}
	return nil
}

func (d *dyad) periods() int { return d.To - d.From + 1 }

// series compiles what hangs on the whole series.
func (d *dyad) series(f field) (int, query.Shape, error) {
	switch f.ast.Name {
	case "between":
		object, err := d.actor.object(d.actor.set.Noun, f.selections)
		return seriesBetween, query.Records{Object: object}, err
	case "points":
		object, err := d.record("TensionPoint", f.selections, pointRow, d.point)
		return seriesPoints, query.Records{Object: object}, err
	default: // leaveOneOut
		if d.outlet == nil {
			d.outlet = d.row(&query.Set{Noun: d.Model.Noun("Outlet"), Relation: d.Model.Noun("Article").Relation("outlet"), Rows: true, Limit: 1, Order: byID})
			d.outletID = d.outlet.column(query.ID)
		}
		object, err := d.record("TensionWithout", f.selections, withoutRow, func(f field) (int, query.Shape, error) {
			object, err := d.outlet.object(d.outlet.set.Noun, f.selections)
			return withoutOutlet, query.Record{Object: object}, err
		})
		return seriesWithout, query.Records{Object: object}, err
	}
}

// point compiles what hangs on a point.
func (d *dyad) point(f field) (int, query.Shape, error) {
	args, err := d.compiler.arguments(f.ast)
	if err != nil {
		return 0, nil, err
	}
	column := len(pointRow) + len(d.points)
	if f.ast.Name == "change" {
		over := args["over"].(int64)
		if over < 1 || over > mostOver {
			return 0, nil, invalid(append(d.path, "over"), "%d is no number of periods to compare with; give 1 to %d", over, mostOver)
		}
		d.before = max(d.before, int(over))
		d.points = append(d.points, func(s *tension.Series, period int, _ *found) query.Value { return change(s, period, int(over)) })
		object, err := d.record("TensionChange", f.selections, changeRow, nil)
		return column, query.Record{Object: object}, err
	}
	first := args["first"].(int64)
	if first < 0 || first > int64(d.MaxPage) {
		return 0, nil, invalid(append(d.path, "first"), "%d is not a number of contributions; ask for 0 to %d", first, d.MaxPage)
	}
	if n := int64(d.periods()) * first; n > mostContributions {
		return 0, nil, invalid(append(d.path, "first"), "%d points with %d contributions each are %d; ask for at most %d in all: for less of them, or for fewer points", d.periods(), first, n, mostContributions)
	}
	d.points = append(d.points, func(s *tension.Series, period int, found *found) query.Value {
		return d.contributions(s, period, int(first), found)
	})
	object, err := d.record("TensionContribution", f.selections, contributionRow, d.contribution)
	return column, query.Records{Object: object}, err
}

// contribution compiles what hangs on a contribution.
func (d *dyad) contribution(f field) (int, query.Shape, error) {
	if f.ast.Name != "fact" {
		column := map[string]int{"source": contributionSource, "target": contributionTarget}[f.ast.Name]
		object, err := d.actor.object(d.actor.set.Noun, f.selections)
		return column, query.Record{Object: object}, err
	}
	object := &query.Object{Fields: map[string][]query.Field{}}
	for _, facts := range d.facts {
		fields, err := facts.row.fields(facts.fact, f.selections)
		if err != nil {
			return 0, nil, err
		}
		object.Fields[facts.fact.Name] = fields // the ways of a noun lay their rows out alike
	}
	return contributionFact, query.Record{Object: object}, nil
}

// complete adds to a set of facts what the answer is computed of, after all that was selected, and its condition.
func (d *dyad) complete(f *factSet) {
	set := f.row.set
	nested := func(to *query.Set, s *query.Set) int {
		to.Columns = append(to.Columns, query.Selected{Set: s})
		return len(to.Columns) - 1
	}
	f.id, f.code = f.row.column(query.ID), f.row.column(f.fact.Property(codeProperty).Columns()[0])
	both := query.Compare{Column: query.ID, Op: query.In, Value: d.between}
	var ties query.Or
	for _, t := range f.way.targets {
		ties = append(ties, query.Related{Relation: t, Quantifier: query.Some, Filter: both})
		f.targets = append(f.targets, nested(set, &query.Set{
			Noun: t.Target, Relation: t, Filter: both, Rows: true, Limit: len(d.between), Order: byID, Columns: []query.Selected{{Column: query.ID}},
		}))
	}
	and := query.And{f.counts, ties}
	date := f.date.Columns()
	if f.dateOf == nil {
		f.text, f.from, f.to = f.row.column(date[0]), f.row.column(date[1]), f.row.column(date[2])
		first, last := window(d.Since(d.before), d.Calendar.Last(d.To))
		and = append(and, query.Or{
			query.Compare{Column: date[2], Op: query.IsNull, Value: true},
			query.And{query.Compare{Column: date[2], Op: query.Gte, Value: first}, query.Compare{Column: date[2], Op: query.Lte, Value: last}},
		})
	} else {
		f.dates = nested(set, &query.Set{
			Noun: f.dateOf.Target, Relation: f.dateOf, Filter: f.dateFilter, Rows: true, Limit: 1,
			Order:   []query.Order{{Column: date[2]}, {Column: date[1], Descending: true}, {Column: query.ID}},
			Columns: []query.Selected{{Column: date[0]}, {Column: date[1]}, {Column: date[2]}},
		})
	}
	set.Filter = and
	if f.way.unless != nil {
		f.unless = nested(set, &query.Set{Noun: f.way.unless.Target, Relation: f.way.unless, Count: true, Order: byID})
	}
	if d.outlet != nil {
		relation := f.fact.Relation("evidence")
		article := relation.Target.Relation("article")
		articles := &query.Set{Noun: article.Target, Relation: article, Rows: true, Limit: 1, Order: byID, Columns: []query.Selected{{Set: d.outlet.set}}}
		f.evidence = nested(set, &query.Set{
			Noun: relation.Target, Relation: relation, Filter: d.reached(relation), Rows: true, Limit: math.MaxInt32, Whole: true, Order: byID, Columns: []query.Selected{{Set: articles}},
		})
	}
	f.column = nested(d.actor.set, set)
}

// found is what the store answered, by id.
type found struct {
	actors  [2]query.Value
	facts   map[string]query.Value
	dates   map[string]query.Value
	outlets map[string]query.Value
}

// derive computes the series of what the store answered.
func (d *dyad) derive(answer query.Value) (query.Value, error) {
	found := &found{facts: map[string]query.Value{}, dates: map[string]query.Value{}, outlets: map[string]query.Value{}}
	for i, id := range d.between {
		for _, actor := range answer.List[0].List {
			if actor.List[d.id].Text == id {
				found.actors[i] = actor
			}
		}
		if found.actors[i].Kind == query.Null {
			return query.Value{}, diplomacy.Errorf(diplomacy.NotFound, "%s.between.%d: there is no actor with the id %s", d.path[0], i, show(id))
		}
	}
	facts, err := d.found(found)
	if err != nil {
		return query.Value{}, err
	}
	s, err := d.Series(facts)
	if err != nil {
		return query.Value{}, err
	}
	var points, without []query.Value
	for period := d.From; period <= d.To; period++ {
		value, contributions := s.Value(period)
		point := []query.Value{
			query.TextOf(d.Calendar.Text(period)), query.TextOf(tension.DateOf(d.Calendar.First(period))), query.TextOf(tension.DateOf(d.Calendar.Last(period))),
			millionths(value), query.IntegerOf(int64(s.Count(period))), query.IntegerOf(int64(contributions)),
		}
		for _, more := range d.points {
			point = append(point, more(s, period, found))
		}
		points = append(points, query.ListOf(point))
	}
	if d.outlet != nil {
		for _, w := range s.Without(d.To) {
			without = append(without, query.ListOf([]query.Value{millionths(w.Value), millionths(w.Difference), found.outlets[w.Outlet]}))
		}
	}
	return query.ListOf([]query.Value{
		query.TextOf(d.Scale.Name), query.TextOf(d.Scale.Version), query.TextOf(tension.Formula), query.IntegerOf(int64(d.HalfLife)),
		query.IntegerOf(int64(s.Undated)), query.IntegerOf(int64(s.Uncoded)), query.IntegerOf(int64(s.Imprecise)),
		query.ListOf(found.actors[:]), query.ListOf(points), query.ListOf(without),
	}), nil
}

// found takes the facts out of the actors' rows, each once.
func (d *dyad) found(found *found) ([]tension.Fact, error) {
	var all []tension.Fact
	for i, actor := range found.actors {
		isPerson := slices.Contains(persons, actor.List[d.noun].Text)
		for _, f := range d.facts {
			rows := actor.List[f.column].List[0].List
			if len(rows) > mostFacts {
				return nil, invalid(d.path, "more than %d nodes of %s count between the two; ask for a shorter time or a shorter half-life", mostFacts, f.fact.Name)
			}
			for _, row := range rows {
				id := row.List[f.id].Text
				_, known := found.facts[id]
				if known || f.way.unless != nil && isPerson && row.List[f.unless].List[0].Integer() > 0 || !f.leadsTo(row, d.between[1-i]) {
					continue
				}
				date := []query.Value{row.List[f.text], row.List[f.from], row.List[f.to]}
				if f.dateOf != nil {
					date = make([]query.Value, len(date))
					if dates := row.List[f.dates].List[0].List; len(dates) > 0 {
						date = dates[0].List
					}
				}
				found.facts[id], found.dates[id] = row, date[0]
				fact := tension.Fact{ID: id, Code: row.List[f.code].Text, From: date[1].Text, To: date[2].Text, Backward: i == 1}
				if d.outlet != nil {
					fact.Outlets = d.outlets(row.List[f.evidence], found)
				}
				all = append(all, fact)
			}
		}
	}
	return all, nil
}

// leadsTo says whether an actor is a target of a fact.
func (f *factSet) leadsTo(row query.Value, actor any) bool {
	return slices.ContainsFunc(f.targets, func(column int) bool {
		return slices.ContainsFunc(row.List[column].List[0].List, func(target query.Value) bool { return target.List[0].Text == actor })
	})
}

// outlets lists the outlet of each article that a fact rests on.
func (d *dyad) outlets(evidence query.Value, found *found) []string {
	var all []string
	for _, evidence := range evidence.List[0].List {
		for _, article := range evidence.List[0].List[0].List {
			id := ""
			for _, outlet := range article.List[0].List[0].List {
				id = outlet.List[d.outletID].Text
				found.outlets[id] = outlet
			}
			all = append(all, id)
		}
	}
	return all
}

// contributions are the greatest to the value of a period.
func (d *dyad) contributions(s *tension.Series, period, first int, found *found) query.Value {
	all := s.Contributions(period)
	rows := make([]query.Value, 0, min(first, len(all)))
	for _, c := range all[:min(first, len(all))] {
		source, target := found.actors[0], found.actors[1]
		if c.Fact.Backward {
			source, target = target, source
		}
		plover := query.Value{}
		if p := tension.Plover(c.Fact.Code); p != "" {
			plover = query.TextOf(p)
		}
		rows = append(rows, query.ListOf([]query.Value{
			query.TextOf(c.Fact.Code), plover, query.RealOf(tension.Real(c.Weight, tension.Tenths)), query.RealOf(tension.Real(c.Decay, tension.HundredThousandths)),
			millionths(c.Value()), found.dates[c.Fact.ID], found.facts[c.Fact.ID], source, target,
		}))
	}
	return query.ListOf(rows)
}

func change(s *tension.Series, period, over int) query.Value {
	c, ok := s.Change(period, over)
	if !ok {
		return query.Value{}
	}
	return query.ListOf([]query.Value{millionths(c.Mean), query.RealOf(c.Percent), query.TextOf(c.Level)})
}

func millionths(n int64) query.Value { return query.RealOf(tension.Real(n, tension.Millionths)) }
