package plan

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/tension"
)

// The roots tension and tensions. A pair's facts are fetched by sets like any other and added up here, so that what is fetched shows how a value came
// about; of all pairs, the database adds up. What counts is the same for both: see ways.

// Bounds of what may be asked for at once, beside MaxPage.
const (
	mostHalfLife      = 365    // days
	mostOver          = 52     // periods before, of change
	mostContributions = 10_000 // periods times contributions of each
	mostFacts         = 20_000 // of one kind between two actors
)

// way is a way in which facts tie a source to a target.
type way struct {
	fact       *query.Noun
	counts     query.Filter    // the fact is held to be done
	date       *query.Property // when
	dateOf     *query.Relation // what has the date; nil: the fact
	dateFilter query.Filter
	source     *query.Relation
	// unless is another relation: a person at the end of source counts only where it leads nowhere. nil: everybody counts.
	unless  *query.Relation
	targets []*query.Relation
}

const codeProperty = "cameo"

// persons are the actors that stand back behind those in whose name they speak.
var persons = []string{"Official", "UnnamedSource"}

// ways says what counts, in the words of the schema's documentation of tension, of what is known.
func (c *compiler) ways() []way {
	event, statement, offer := c.Model.Noun("Event"), c.Model.Noun("Statement"), c.Model.Noun("MediationOffer")
	is := func(n *query.Noun, property string, op query.Op, value any) query.Filter {
		return query.Compare{Column: n.Property(property).Columns()[0], Op: op, Value: value}
	}
	// done: asserted, or done by saying it. Whether an act without a code is, is not known; it is counted among those without a code.
	done := func(n *query.Noun) query.Filter {
		return query.Or{is(n, "modality", query.Eq, "ASSERTED"), query.And{
			is(n, "modality", query.In, []any{"PLANNED", "POSSIBLE", "CONDITIONAL", "DEMANDED"}),
			query.Or{is(n, codeProperty, query.IsNull, true), is(n, codeProperty, query.In, texts(tension.Said()))},
		}}
	}
	history := offer.Relation("history")
	status := history.Target
	var offered query.Filter = query.And{is(status, "state", query.Eq, "OFFERED"), query.Compare{Column: to(status.Property("at")), Op: query.IsNull, Value: false}}
	offered = both(offered, c.known(status))
	counted := both(query.And{done(offer), is(offer, codeProperty, query.IsNull, false), query.Related{Relation: history, Quantifier: query.Some, Filter: offered}}, c.known(offer))
	said := query.And{
		is(statement, "polarity", query.Eq, "POSITIVE"),
		done(statement),
		query.Related{Relation: inverse(offer.Relation("statements"), offer), Quantifier: query.None, Filter: counted},
	}
	spokenAt, onBehalfOf := statement.Property("spokenAt"), statement.Relation("onBehalfOf")
	addressed := []*query.Relation{statement.Relation("addressees"), statement.Relation("about")}
	all := []way{
		{
			fact: event, date: event.Property("occurredOn"), source: event.Relation("sources"), targets: []*query.Relation{event.Relation("targets")},
			counts: query.And{is(event, "modality", query.Eq, "ASSERTED"), is(event, "polarity", query.Eq, "POSITIVE")},
		},
		{fact: statement, counts: said, date: spokenAt, source: onBehalfOf, targets: addressed},
		{fact: statement, counts: said, date: spokenAt, source: statement.Relation("speakers"), unless: onBehalfOf, targets: addressed},
		{
			fact: offer, counts: done(offer), date: status.Property("at"), dateOf: history, dateFilter: offered,
			source: offer.Relation("by"), targets: []*query.Relation{offer.Relation("to")},
		},
	}
	for i := range all {
		all[i].counts = both(all[i].counts, c.known(all[i].fact))
	}
	return all
}

// inverse is the relation seen from its other end.
func inverse(r *query.Relation, from *query.Noun) *query.Relation {
	return &query.Relation{Edge: r.Edge, In: !r.In, Target: from, Many: true}
}

func texts(list []string) []any {
	all := make([]any, len(list))
	for i, t := range list {
		all[i] = t
	}
	return all
}

// scale reads the arguments that both roots have.
func (c *compiler) scale(args map[string]any) (*tension.Scale, int, error) {
	halfLife := args["halfLife"].(int64)
	if halfLife < 1 || halfLife > mostHalfLife {
		return nil, 0, invalid(append(c.path, "halfLife"), "%d is no half-life; give 1 to %d days", halfLife, mostHalfLife)
	}
	return tension.ScaleNamed(args["scale"].(string)), int(halfLife), nil
}

// record compiles the selection of an object that is derived: a position of a row for each of its scalars, and what nested makes of the others.
func (c *compiler) record(typ string, selections ast.SelectionSet, scalars map[string]query.Field, nested func(f field) (int, query.Shape, error)) (*query.Object, error) {
	var fields []query.Field
	for _, f := range c.collect(selections, func(condition string) bool { return condition == typ }) {
		to, ok := scalars[f.ast.Name]
		switch {
		case f.ast.Name == "__typename":
			to = query.Field{Typename: typ}
		case !ok:
			c.path = append(c.path, f.key)
			var err error
			if to.Column, to.Shape, err = nested(f); err != nil {
				return nil, err
			}
			c.path = c.path[:len(c.path)-1]
		}
		to.Key = f.key
		fields = append(fields, to)
	}
	return &query.Object{NounColumn: -1, Fields: map[string][]query.Field{"": fields}}, nil
}

// rankedRow and rankingRow are the positions of what is derived of a ranking.
var (
	rankingRow = map[string]query.Field{
		"scale": {Column: 0}, "version": {Column: 1}, "formula": {Column: 2}, "halfLife": {Column: 3, Type: query.Integer}, "at": {Column: 4},
		"hasMore": {Column: 5, Type: query.Boolean},
	}
	rankingPairs = len(rankingRow)
	rankedRow    = map[string]query.Field{"value": {Column: 0, Type: query.Real}, "contributionCount": {Column: 1, Type: query.Integer}}
	rankedPair   = len(rankedRow)
)

// tensions compiles the ranking of all pairs.
func (c *compiler) tensions(args map[string]any, selections ast.SelectionSet) (*query.Read, error) {
	scale, halfLife, err := c.scale(args)
	if err != nil {
		return nil, err
	}
	first := args["first"].(int64)
	if first < 0 || first > int64(c.MaxPage) {
		return nil, invalid(append(c.path, "first"), "%d is not a number of pairs; ask for 0 to %d", first, c.MaxPage)
	}
	at, err := tension.DayOf(args["at"].(diplomacy.PartialDate).To)
	if err != nil {
		return nil, err
	}
	actor := c.row(&query.Set{Noun: c.Model.Noun("Actor")})
	ranking := &query.Ranking{Node: actor.set, Limit: int(first) + 1, Weights: map[string]int64{}, Decays: map[string]int64{}}
	for code, weight := range scale.Weights() {
		ranking.Weights[code] = -weight // conflict adds to tension
	}
	decays := tension.Decays(halfLife)
	for age, decay := range decays {
		if at-age >= firstDay {
			ranking.Decays[tension.DateOf(at-age)] = decay
		}
	}
	ranking.From, ranking.To = window(at-len(decays)+1, at)
	for _, w := range c.ways() {
		ranking.Ties = append(ranking.Ties, w.ties()...)
	}
	pairs := func(f field) (int, query.Shape, error) {
		object, err := c.record("TensionPair", f.selections, rankedRow, func(f field) (int, query.Shape, error) {
			object, err := actor.object(actor.set.Noun, f.selections)
			return rankedPair, query.Records{Object: object}, err
		})
		return rankingPairs, query.Records{Object: object}, err
	}
	object, err := c.record("TensionRanking", selections, rankingRow, pairs)
	if err != nil {
		return nil, err
	}
	derive := func(answer query.Value) (query.Value, error) {
		var rows []query.Value
		for _, pair := range answer.List[:min(len(answer.List), int(first))] {
			rows = append(rows, query.ListOf([]query.Value{
				query.RealOf(tension.Real(pair.List[2].Integer(), tension.Millionths)), pair.List[3], query.ListOf(pair.List[:2]),
			}))
		}
		return query.ListOf([]query.Value{
			query.TextOf(scale.Name), query.TextOf(scale.Version), query.TextOf(tension.Formula), query.IntegerOf(int64(halfLife)), query.TextOf(tension.DateOf(at)),
			query.BooleanOf(len(answer.List) > int(first)), query.ListOf(rows),
		}), nil
	}
	return &query.Read{Ranking: ranking, Derive: derive, Shape: query.Record{Object: object}}, nil
}

// ties are the ways as a ranking has them.
func (w way) ties() []query.Tie {
	tie := query.Tie{
		Noun: w.fact, Filter: w.counts, Code: w.fact.Property(codeProperty).Columns()[0],
		Date: w.date, DateOf: w.dateOf, DateFilter: w.dateFilter, Source: w.source, Targets: w.targets,
	}
	if w.unless == nil {
		return []query.Tie{tie}
	}
	var person query.Or
	for _, noun := range w.source.Target.Members {
		if slices.Contains(persons, noun.Name) {
			person = append(person, query.Is{Noun: noun})
		}
	}
	others, alone := tie, tie
	others.SourceFilter = query.Not{Filter: person}
	alone.SourceFilter, alone.Filter = person, query.And{w.counts, query.Related{Relation: w.unless, Quantifier: query.None, Filter: query.And{}}}
	return []query.Tie{others, alone}
}

// firstDay and lastDay are the ends of time, as days.
const (
	firstDay = -719528
	lastDay  = 2932896
)

// window is the first and the last instant of some days, as far as there are such.
func window(first, last int) (from, to string) {
	return tension.DateOf(max(first, firstDay)) + "T00:00:00Z", tension.DateOf(min(last, lastDay)) + "T23:59:59Z"
}
