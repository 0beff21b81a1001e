package plan

import (
	"math"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
)

// A computation makes a field that is not stored of related nodes: they are read with the others, in the same statement.
type computation struct {
	relation string
	columns  []string // of the related nodes; a Date gives its three columns
	related  string   // a to-one relation of theirs, of which the id is read, too; "" for none
	compute  func(rows [][]query.Value, args map[string]any) []query.Value
	fields   []string // of the object that is computed; nil for a scalar
	types    []query.Type
}

// computations are the fields that the schema marks @computed.
var computations = map[string]computation{
	"Talks.agreementOfAccounts": {
		relation: "accounts", columns: []string{"outcome"}, related: "party", types: []query.Type{query.Text},
		compute: func(rows [][]query.Value, _ map[string]any) []query.Value {
			var accounts []diplomacy.PartyAccount
			for _, r := range rows {
				a := diplomacy.PartyAccount{Outcome: r[0].Text}
				if party := r[1].List[0].List; len(party) > 0 { // it may not have been reported yet
					a.Party = party[0].List[0].Text
				}
				accounts = append(accounts, a)
			}
			return []query.Value{query.TextOf(diplomacy.AgreementOfAccounts(accounts))}
		},
	},
	"MediationOffer.status": {
		relation: "history", columns: []string{"state", "at"}, types: []query.Type{query.Text},
		compute: func(rows [][]query.Value, args map[string]any) []query.Value {
			at, _ := args["at"].(diplomacy.PartialDate)
			if state := diplomacy.OfferState(steps(rows), at); state != "" {
				return []query.Value{query.TextOf(state)}
			}
			return nil
		},
	},
	"MediationOffer.daysWithoutAnswer": {
		relation: "history", columns: []string{"state", "at"},
		fields: []string{"atLeast", "atMost", "answered"}, types: []query.Type{query.Integer, query.Integer, query.Boolean},
		compute: func(rows [][]query.Value, args map[string]any) []query.Value {
			w, known := diplomacy.OfferWait(steps(rows), args["at"].(diplomacy.PartialDate))
			if !known {
				return nil
			}
			return []query.Value{query.IntegerOf(int64(w.AtLeast)), query.IntegerOf(int64(w.AtMost)), query.BooleanOf(w.Answered)}
		},
	},
}

func steps(rows [][]query.Value) []diplomacy.OfferStep {
	var all []diplomacy.OfferStep
	for _, r := range rows {
		all = append(all, diplomacy.OfferStep{State: r[0].Text, At: diplomacy.PartialDate{Text: r[1].Text, From: r[2].Text, To: r[3].Text}})
	}
	return all
}

// computed compiles a field that is computed.
func (r *row) computed(noun *query.Noun, f field) (int, query.Shape, error) {
	c := computations[noun.Name+"."+f.ast.Name]
	args, err := r.c.arguments(f.ast)
	if err != nil {
		return 0, nil, err
	}
	if err := r.c.part(); err != nil {
		return 0, nil, err
	}
	rel := noun.Relation(c.relation)
	set := &query.Set{Noun: rel.Target, Relation: rel, Filter: r.c.reached(rel), Rows: true, Limit: math.MaxInt32, Whole: true, Order: byID}
	for _, name := range c.columns {
		for _, col := range rel.Target.Property(name).Columns() {
			set.Columns = append(set.Columns, query.Selected{Column: col})
		}
	}
	if c.related != "" {
		to := rel.Target.Relation(c.related)
		set.Columns = append(set.Columns, query.Selected{Set: &query.Set{
			Noun: to.Target, Relation: to, Rows: true, Limit: 1, Order: byID, Columns: []query.Selected{{Column: query.ID}},
		}})
	}
	shape := query.Computed{Type: c.types[0], Compute: func(rows [][]query.Value) []query.Value { return c.compute(rows, args) }}
	if c.fields != nil {
		typ := f.ast.Definition.Type.Name()
		for _, s := range r.c.collect(f.selections, func(condition string) bool { return condition == typ }) {
			field := query.Field{Key: s.key}
			if s.ast.Name == "__typename" {
				field.Typename = typ
			}
			for i, name := range c.fields {
				if name == s.ast.Name {
					field.Column, field.Type = i, c.types[i]
				}
			}
			shape.Fields = append(shape.Fields, field)
		}
	}
	i := len(r.set.Columns)
	r.set.Columns = append(r.set.Columns, query.Selected{Set: set})
	return i, shape, nil
}
