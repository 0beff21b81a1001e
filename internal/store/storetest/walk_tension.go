package storetest

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/internal/tension"
)

// The roots tension and tensions, by the words of the schema's documentation. What the scales weigh is taken from package tension; nothing else is.

// errNoAnswer says that the graph has no answer to a question: an operation made for one graph may name an actor that another has not.
var errNoAnswer = errors.New("there is no such actor, or no such time")

// act is a fact that counts, were it not for its date or its code.
type act struct {
	node             store.Node
	sources, targets []store.Node
	text, from, to   string
}

// acts lists the facts that are done, with who did them to whom.
func (w *walker) acts() []act {
	var all []act
	related := func(n store.Node, names ...string) []store.Node {
		var found []store.Node
		for _, name := range names {
			found = append(found, ofNoun(w.neighbours(n, n.Noun.Relation(name)), w.model.Noun("Actor"))...)
		}
		return found
	}
	dated := func(a act, n store.Node, name string) act {
		a.text, _ = n.Columns[name].(string)
		a.from, _ = n.Columns[name+"_from"].(string)
		a.to, _ = n.Columns[name+"_to"].(string)
		return a
	}
	done := func(n store.Node) bool {
		code, coded := n.Columns["cameo"].(string)
		switch n.Columns["modality"] {
		case "ASSERTED":
			return true
		case "PLANNED", "POSSIBLE", "CONDITIONAL", "DEMANDED":
			return !coded || slices.Contains(tension.Said(), code)
		}
		return false
	}
	offered := func(offer store.Node) act {
		a := act{node: offer, sources: related(offer, "by"), targets: related(offer, "to")}
		for _, status := range w.neighbours(offer, offer.Noun.Relation("history")) {
			b := dated(a, status, "at")
			if status.Columns["state"] == "OFFERED" && b.to != "" && (a.to == "" || b.to < a.to || b.to == a.to && b.from > a.from || b.to == a.to && b.from == a.from && status.ID < a.node.ID) {
				b.node.ID = status.ID // for the comparison with the next
				a = b
			}
		}
		a.node = offer
		return a
	}
	made := map[string]bool{} // statements that an offer stands for
	for _, n := range w.of(w.model.Noun("MediationOffer")) {
		if !done(n) {
			continue
		}
		a := offered(n)
		all = append(all, a)
		if n.Columns["cameo"] != nil && a.to != "" {
			for _, statement := range w.neighbours(n, n.Noun.Relation("statements")) {
				made[statement.ID] = true
			}
		}
	}
	for _, n := range w.of(w.model.Noun("Event")) {
		if n.Columns["modality"] == "ASSERTED" && n.Columns["polarity"] == "POSITIVE" {
			all = append(all, dated(act{node: n, sources: related(n, "sources"), targets: related(n, "targets")}, n, "occurredOn"))
		}
	}
	for _, n := range w.of(w.model.Noun("Statement")) {
		if n.Columns["polarity"] != "POSITIVE" || !done(n) || made[n.ID] {
			continue
		}
		a := act{node: n, sources: related(n, "onBehalfOf"), targets: related(n, "addressees", "about")}
		inNobodysName := len(a.sources) == 0
		for _, speaker := range related(n, "speakers") {
			if inNobodysName || speaker.Noun.Name != "Official" && speaker.Noun.Name != "UnnamedSource" {
				a.sources = append(a.sources, speaker)
			}
		}
		all = append(all, dated(a, n, "spokenAt"))
	}
	return all
}

func has(nodes []store.Node, id string) bool {
	return slices.ContainsFunc(nodes, func(n store.Node) bool { return n.ID == id })
}

// goes says whether an act goes from one actor to another.
func (a act) goes(from, to string) bool { return has(a.sources, from) && has(a.targets, to) }

// share is a contribution.
type share struct {
	act
	weight, decay float64
	value         int64 // millionths
	day           time.Time
}

func dayOf(instant string) time.Time {
	t, _ := time.Parse(time.DateOnly, instant[:len(time.DateOnly)])
	return t
}

// shares lists what makes up the value at the end of a day.
func shares(acts []act, scale *tension.Scale, halfLife int, at time.Time) []share {
	var all []share
	for _, a := range acts {
		code, _ := a.node.Columns["cameo"].(string)
		weight, ok := scale.Weight(code)
		if !ok || a.to == "" {
			continue
		}
		age := int((at.Unix() - dayOf(a.to).Unix()) / (24 * 60 * 60))
		if age < 0 || age > 16*halfLife {
			continue
		}
		s := share{act: a, weight: float64(weight) / 10, decay: math.Round(math.Pow(0.5, float64(age)/float64(halfLife))*1e5) / 1e5, day: dayOf(a.to)}
		s.value = int64(math.Round(-s.weight * s.decay * 1e6))
		all = append(all, s)
	}
	return all
}

func sum(all []share) (total int64) {
	for _, s := range all {
		total += s.value
	}
	return total
}

func abs(n int64) int64 { return max(n, -n) }

func (w *walker) real(f float64) { w.out = query.AppendReal(w.out, f) }
func (w *walker) millionths(n int64) {
	w.real(float64(n) / 1e6)
}
func (w *walker) integer(n int) { w.out = strconv.AppendInt(w.out, int64(n), 10) }

func (w *walker) number(args map[string]any, name string, otherwise int) int {
	if args[name] == nil {
		return otherwise
	}
	return w.size(args[name])
}

// span is a period: a day and the first day after it.
type span struct{ from, next time.Time }

// spans lists the periods from one day to another.
func spans(by string, from, to time.Time) []span {
	start, years, months, days := from, 0, 0, 0
	switch by {
	case "DAY":
		days = 1
	case "WEEK":
		for start.Weekday() != time.Monday {
			start = start.AddDate(0, 0, -1)
		}
		days = 7
	case "QUARTER":
		start, months = time.Date(from.Year(), (from.Month()-1)/3*3+1, 1, 0, 0, 0, 0, time.UTC), 3
	case "YEAR":
		start, years = time.Date(from.Year(), 1, 1, 0, 0, 0, 0, time.UTC), 1
	default:
		start, months = time.Date(from.Year(), from.Month(), 1, 0, 0, 0, 0, time.UTC), 1
	}
	var all []span
	for !start.After(to) {
		next := start.AddDate(years, months, days)
		all = append(all, span{start, next})
		start = next
	}
	return all
}

// before is the period some periods earlier.
func (s span) before(by string, n int) time.Time {
	switch by {
	case "DAY":
		return s.next.AddDate(0, 0, -n)
	case "WEEK":
		return s.next.AddDate(0, 0, -7*n)
	case "QUARTER":
		return s.next.AddDate(0, -3*n, 0)
	case "YEAR":
		return s.next.AddDate(-n, 0, 0)
	}
	return s.next.AddDate(0, -n, 0)
}

func (w *walker) tension(args map[string]any, below ast.SelectionSet) {
	ids := asList(args["between"])
	if len(ids) != 2 || ids[0] == ids[1] {
		w.fail("%v is no pair", ids)
		return
	}
	one, other := w.byID[asText(ids[0])], w.byID[asText(ids[1])]
	scale, halfLife := tension.ScaleNamed(asText(args["scale"])), w.number(args, "halfLife", 30)
	by := "MONTH"
	if args["by"] != nil {
		by = asText(args["by"])
	}
	from, to := w.date(asText(args["from"])), w.date(asText(args["to"]))
	if w.err != nil {
		return
	}
	periods := spans(by, dayOf(from.From), dayOf(to.To))
	if len(periods) == 0 || one.Noun == nil || other.Noun == nil {
		w.fail("%w", errNoAnswer)
		return
	}
	ends := func(p span) time.Time { return p.next.AddDate(0, 0, -1) }
	first, last := periods[0], periods[len(periods)-1]

	var between []act
	undated, uncoded, imprecise := 0, 0, 0
	for _, a := range w.acts() {
		if !a.goes(one.ID, other.ID) && !a.goes(other.ID, one.ID) {
			continue
		}
		between = append(between, a)
		if a.to == "" {
			undated++
			continue
		}
		if day := dayOf(a.to); day.After(ends(last)) || day.Before(ends(first).AddDate(0, 0, -16*halfLife)) {
			continue
		}
		code, _ := a.node.Columns["cameo"].(string)
		if _, ok := scale.Weight(code); !ok {
			uncoded++
		} else if !dayOf(a.from).Equal(dayOf(a.to)) {
			imprecise++
		}
	}
	valueAt := func(day time.Time) int64 { return sum(shares(between, scale, halfLife, day)) }

	w.object("Tension", below, func(f *ast.Field, below ast.SelectionSet) {
		switch f.Name {
		case "between":
			w.list(2, func(i int) { w.node([]store.Node{one, other}[i], below) })
		case "undated":
			w.integer(undated)
		case "uncoded":
			w.integer(uncoded)
		case "imprecise":
			w.integer(imprecise)
		case "points":
			w.list(len(periods), func(i int) {
				p := periods[i]
				made := shares(between, scale, halfLife, ends(p))
				w.object("TensionPoint", below, func(f *ast.Field, below ast.SelectionSet) {
					switch f.Name {
					case "period":
						w.text(map[string]string{
							"DAY": p.from.Format("2006-01-02"), "WEEK": p.from.Format("2006-01-02") + "/" + ends(p).Format("2006-01-02"), "MONTH": p.from.Format("2006-01"),
							"QUARTER": p.from.Format("2006-01") + "/" + ends(p).Format("2006-01"), "YEAR": p.from.Format("2006"),
						}[by])
					case "from":
						w.text(p.from.Format(time.DateOnly))
					case "to":
						w.text(ends(p).Format(time.DateOnly))
					case "value":
						w.millionths(sum(made))
					case "contributionCount":
						w.integer(len(made))
					case "count":
						n := 0
						for _, a := range between {
							code, _ := a.node.Columns["cameo"].(string)
							if _, ok := scale.Weight(code); ok && a.to != "" && !dayOf(a.from).Before(p.from) && dayOf(a.to).Before(p.next) {
								n++
							}
						}
						w.integer(n)
					case "contributions":
						slices.SortFunc(made, func(a, b share) int {
							return cmp.Or(cmp.Compare(abs(b.value), abs(a.value)), b.day.Compare(a.day), strings.Compare(a.node.ID, b.node.ID))
						})
						w.list(min(len(made), w.number(w.arguments(f), "first", 25)), func(i int) { w.contribution(made[i], one, other, below) })
					case "change":
						over := w.number(w.arguments(f), "over", 4)
						total := int64(0)
						for i := 1; i <= over; i++ {
							total += valueAt(p.before(by, i).AddDate(0, 0, -1))
						}
						if total == 0 || len(shares(between, scale, halfLife, p.before(by, over).AddDate(0, 0, -1))) == 0 {
							w.null()
							return
						}
						w.change(sum(made)*int64(over)-total, total, over, below)
					}
				})
			})
		case "leaveOneOut":
			w.leaveOneOut(shares(between, scale, halfLife, ends(last)), below)
		default:
			w.answered(f, scale, halfLife)
		}
	})
}

// answered writes what both roots repeat of the question.
func (w *walker) answered(f *ast.Field, scale *tension.Scale, halfLife int) {
	switch f.Name {
	case "scale":
		w.text(scale.Name)
	case "version":
		w.text(scale.Version)
	case "formula":
		w.text(tension.Formula)
	case "halfLife":
		w.integer(halfLife)
	}
}

func (w *walker) contribution(s share, one, other store.Node, below ast.SelectionSet) {
	if !s.goes(one.ID, other.ID) {
		one, other = other, one
	}
	code := s.node.Columns["cameo"].(string)
	w.object("TensionContribution", below, func(f *ast.Field, below ast.SelectionSet) {
		switch f.Name {
		case "fact":
			w.node(s.node, below)
		case "code":
			w.text(code)
		case "plover":
			if p := tension.Plover(code); p != "" {
				w.text(p)
			} else {
				w.null()
			}
		case "weight":
			w.real(s.weight)
		case "decay":
			w.real(s.decay)
		case "value":
			w.millionths(s.value)
		case "date":
			w.text(s.text)
		case "source":
			w.node(one, below)
		case "target":
			w.node(other, below)
		}
	})
}

func (w *walker) change(above, total int64, over int, below ast.SelectionSet) {
	w.object("TensionChange", below, func(f *ast.Field, _ ast.SelectionSet) {
		switch f.Name {
		case "mean":
			w.millionths(int64(math.Round(float64(total) / float64(over))))
		case "percent":
			w.real(100 * float64(above) / float64(abs(total)))
		case "level":
			switch size := abs(total); {
			case 100*above > 25*size:
				w.text("LARGE_INCREASE")
			case 100*above >= 10*size:
				w.text("MODERATE_INCREASE")
			case 100*above < -25*size:
				w.text("LARGE_DECREASE")
			default:
				w.text("LIMITED_CHANGE")
			}
		}
	})
}

func (w *walker) leaveOneOut(made []share, below ast.SelectionSet) {
	evidence, article := w.model.Noun("Evidence"), w.model.Noun("Article")
	reported := map[string][]share{} // by outlet
	alone := func(s share, outlet string) bool {
		for _, e := range w.neighbours(s.node, s.node.Noun.Relation("evidence")) {
			for _, a := range w.neighbours(e, evidence.Relation("article")) {
				if !has(w.neighbours(a, article.Relation("outlet")), outlet) {
					return false
				}
			}
		}
		return true
	}
	var outlets []store.Node
	for _, o := range w.of(w.model.Noun("Outlet")) {
		for _, s := range made {
			reports := slices.ContainsFunc(w.neighbours(s.node, s.node.Noun.Relation("evidence")), func(e store.Node) bool {
				return slices.ContainsFunc(w.neighbours(e, evidence.Relation("article")), func(a store.Node) bool {
					return has(w.neighbours(a, article.Relation("outlet")), o.ID)
				})
			})
			if reports && !has(outlets, o.ID) {
				outlets = append(outlets, o)
			}
			if reports && alone(s, o.ID) {
				reported[o.ID] = append(reported[o.ID], s)
			}
		}
	}
	slices.SortFunc(outlets, func(a, b store.Node) int {
		return cmp.Or(cmp.Compare(abs(sum(reported[b.ID])), abs(sum(reported[a.ID]))), strings.Compare(a.ID, b.ID))
	})
	w.list(len(outlets), func(i int) {
		w.object("TensionWithout", below, func(f *ast.Field, below ast.SelectionSet) {
			switch f.Name {
			case "outlet":
				w.node(outlets[i], below)
			case "value":
				w.millionths(sum(made) - sum(reported[outlets[i].ID]))
			case "difference":
				w.millionths(sum(reported[outlets[i].ID]))
			}
		})
	})
}

func (w *walker) tensions(args map[string]any, below ast.SelectionSet) {
	scale, halfLife, first := tension.ScaleNamed(asText(args["scale"])), w.number(args, "halfLife", 30), w.number(args, "first", 25)
	date := w.date(asText(args["at"]))
	if w.err != nil {
		return
	}
	at := dayOf(date.To)
	type pair struct {
		one, other store.Node
		made       []share
	}
	var pairs []pair
	actors, made := w.of(w.model.Noun("Actor")), shares(w.acts(), scale, halfLife, at)
	for _, one := range actors {
		for _, other := range actors {
			if one.ID >= other.ID {
				continue
			}
			p := pair{one: one, other: other}
			for _, s := range made {
				if s.goes(one.ID, other.ID) || s.goes(other.ID, one.ID) {
					p.made = append(p.made, s)
				}
			}
			if len(p.made) > 0 {
				pairs = append(pairs, p)
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(sum(b.made), sum(a.made)), strings.Compare(a.one.ID, b.one.ID), strings.Compare(a.other.ID, b.other.ID))
	})
	w.object("TensionRanking", below, func(f *ast.Field, below ast.SelectionSet) {
		switch f.Name {
		case "at":
			w.text(at.Format(time.DateOnly))
		case "hasMore":
			w.out = strconv.AppendBool(w.out, len(pairs) > first)
		case "pairs":
			w.list(min(first, len(pairs)), func(i int) {
				w.object("TensionPair", below, func(f *ast.Field, below ast.SelectionSet) {
					switch f.Name {
					case "between":
						w.list(2, func(j int) { w.node([]store.Node{pairs[i].one, pairs[i].other}[j], below) })
					case "value":
						w.millionths(sum(pairs[i].made))
					case "contributionCount":
						w.integer(len(pairs[i].made))
					}
				})
			})
		default:
			w.answered(f, scale, halfLife)
		}
	})
}
