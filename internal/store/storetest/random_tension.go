package storetest

import (
	"encoding/json"
	"strconv"

	"github.com/parleygraph/parley/internal/store"
)

// Codes of acts that are said and of others, with values above and below 0, of their own and inherited, and what is no code.
var someCodes = []string{"190", "026", "138", "163", "012", "0199", "039", "057", "20", "1124", "010", "016", "0871", "1955", "21", "0", "1"}

// code draws a CAMEO code, and sometimes leaves a text that is none.
func (c choices) code(other string) string {
	if c.oneIn(8) {
		return other
	}
	return one(c, someCodes)
}

// tension makes one of the roots tension and tensions; nil where there are no two actors.
func (c *composer) tension(keys responses) *selection {
	number := func(numbers ...int) func() *value {
		return func() *value { return scalar(json.Number(strconv.Itoa(one(c.choices, numbers)))) }
	}
	date := func(dates ...string) func() *value {
		return func() *value { return scalar(one(c.choices, dates)) }
	}
	args := &object{}
	args.put("scale", c.input("TensionScale", required, "scale", func() *value { return scalar(one(c.choices, []name{"GOLDSTEIN", "PLOVER"})) }))
	if c.oneIn(2) {
		args.put("halfLife", c.input("Int", argument, "halfLife", number(30, 1, 7, 365, 100)))
	}
	if c.oneIn(3) {
		args.put("at", c.input("PartialDate", required, "at", date(append([]string{"2025-11-09", "2025-11-30", "2025-12", "2025-11-20~", "2026-01"}, someDates...)...)))
		if c.oneIn(2) {
			args.put("first", c.input("Int", argument, "size", number(2, 1, 0, 5, 1000)))
		}
		return c.more(keys, c.fieldOf(keys, "Query", "tensions", args, 2), "TensionRanking", wholeRanking())
	}
	pair := c.pair()
	if pair == nil {
		return nil
	}
	between := func() *value { return &value{isList: true, list: []*value{scalar(pair[0].ID), scalar(pair[1].ID)}} }
	args.put("between", c.input("[ID!]", required, "between"+pair[0].ID+pair[1].ID, between))
	from, to, units := []string{"2025-11-05", "2025-11", "2025-11-08T14:30Z"}, []string{"2025-11-09", "2025-11", "2025-12"}, []name{"DAY", "WEEK", "MONTH", "QUARTER"}
	if c.oneIn(3) {
		from, to, units = []string{"1998", "2020", "2024-02-29"}, []string{"2026", "2027-03", "2025"}, []name{"YEAR"}
	}
	args.put("from", c.input("PartialDate", required, "", date(from...)))
	args.put("to", c.input("PartialDate", required, "", date(to...)))
	if units[0] == "YEAR" || c.oneIn(2) {
		args.put("by", c.input("CalendarUnit", required, "", func() *value { return scalar(one(c.choices, units)) }))
	}
	return c.more(keys, c.fieldOf(keys, "Query", "tension", args, 2), "Tension", wholeSeries())
}

// wholeSeries and wholeRanking are what a person would ask for.
func wholeSeries() *block {
	return selected("undated", "uncoded", "imprecise",
		field("points", selected("value", "count", "contributionCount",
			field("contributions", selected("value", "date", field("fact", selected("id")), field("source", selected("id")))),
			field("change", selected("mean", "percent", "level")))),
		field("leaveOneOut", selected("value", "difference", field("outlet", selected("id")))))
}

func wholeRanking() *block {
	return selected("hasMore", field("pairs", selected("value", "contributionCount", field("between", selected("id")))))
}

func selected(fields ...any) *block {
	b := &block{}
	for _, f := range fields {
		s, ok := f.(*selection)
		if !ok {
			s = field(f.(string), nil)
		}
		b.items = append(b.items, s)
	}
	return b
}

func field(name string, below *block) *selection {
	return &selection{alias: name, field: name, below: below}
}

// more often adds to a field's selection what random ones rarely have together.
func (c *composer) more(keys responses, s *selection, typ string, whole *block) *selection {
	if c.oneIn(4) || !c.mayHold(keys[s.alias].below, typ, whole) {
		return s
	}
	c.hold(keys[s.alias].below, typ, whole)
	s.below.items = append(s.below.items, &selection{on: typ, below: &block{whole.items}})
	return s
}

// pair draws two actors: rather two between whom something is.
func (c *composer) pair() []store.Node {
	actors := c.graph.of(c.model.Noun("Actor"))
	if len(actors) < 2 {
		return nil
	}
	acts := c.graph.acts()
	for range 10 {
		if len(acts) == 0 || c.oneIn(5) {
			break
		}
		a := one(c.choices, acts)
		if len(a.sources) == 0 || len(a.targets) == 0 {
			continue
		}
		if pair := []store.Node{one(c.choices, a.sources), one(c.choices, a.targets)}; pair[0].ID != pair[1].ID {
			return pair
		}
	}
	i := c.upTo(len(actors) - 2)
	return []store.Node{actors[i], actors[i+1+c.upTo(len(actors)-2-i)]}
}

// derivedArguments makes the arguments of a field that is derived, where it has any.
func (c *composer) derivedArguments(typ, field string) *object {
	argument := map[string]string{"TensionPoint.contributions": "first", "TensionPoint.change": "over"}[typ+"."+field]
	if argument == "" || c.oneIn(3) {
		return nil
	}
	return &object{[]*entry{{argument, scalar(json.Number(strconv.Itoa(one(c.choices, []int{2, 1, 4, 6}))))}}}
}
