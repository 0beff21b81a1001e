package ingest

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// Which facts are to be reviewed: those that meet all that is said.
type Which struct {
	Noun    string // Statement, Event ...
	Coder   string // as Evidence.coder
	Rule    string // as Evidence.rule
	Article string // the key of an Article that reports it
}

// Review walks through what machine coders found and nobody has looked at yet.
type Review struct {
	store store.Store
	model *query.Model
	which query.Filter
	after string // the key of the last fact
	page  []query.Value
	last  bool
}

// NewReview begins a review.
func NewReview(s store.Store, model *query.Model, which Which) (*Review, error) {
	fact := model.Noun("Fact")
	text := func(name string) query.Column { return query.Column{Name: name, Type: query.Text} }
	filter := query.And{query.Compare{Column: text("review"), Op: query.Eq, Value: "UNREVIEWED"}}
	if which.Noun != "" {
		n := model.Noun(which.Noun)
		if n == nil || !n.Is(fact) {
			var names []string
			for _, m := range fact.Members {
				names = append(names, m.Name)
			}
			return nil, diplomacy.Errorf(diplomacy.Invalid, "%q is no noun of a fact; it is one of %s", which.Noun, strings.Join(names, ", "))
		}
		filter = append(filter, query.Is{Noun: n})
	}
	var evidence query.And
	if which.Coder != "" {
		evidence = append(evidence, query.Compare{Column: text("coder"), Op: query.Eq, Value: which.Coder})
	}
	if which.Rule != "" {
		evidence = append(evidence, query.Compare{Column: text("rule"), Op: query.Eq, Value: which.Rule})
	}
	if which.Article != "" {
		evidence = append(evidence, query.Related{Relation: model.Noun("Evidence").Relation("article"), Quantifier: query.Some, Filter: query.Compare{Column: query.Key, Op: query.Eq, Value: which.Article}})
	}
	if len(evidence) > 0 {
		filter = append(filter, query.Related{Relation: fact.Relation("evidence"), Quantifier: query.Some, Filter: evidence})
	}
	return &Review{store: s, model: model, which: filter}, nil
}

// mostReviewed bounds how many facts are looked up at once.
const mostReviewed = 100

// Count is how many facts are left.
func (r *Review) Count(ctx context.Context) (int, error) {
	answer, err := r.store.Read(ctx, &query.Read{Set: &query.Set{Noun: r.model.Noun("Fact"), Filter: r.which, Order: []query.Order{{Column: query.ID}}, Count: true}})
	if err != nil {
		return 0, err
	}
	return int(answer.List[0].Integer()), nil
}

// Pending is a fact to review.
type Pending struct {
	Noun, Key string
	Values    []Field // what is said of it
	Evidence  []Passage

	node node
}

// Field is a property or a relation.
type Field struct{ Name, Value string }

// Passage is a piece of evidence.
type Passage struct {
	Before, Words, After             string // the sentence: the words stand between
	Coder, Rule, Line, Title, Outlet string
	Published, Article               string
	Confidence                       float64
}

// Next returns the next fact, in the order of keys; nil: there is none. One that was skipped does not come again.
func (r *Review) Next(ctx context.Context) (*Pending, error) {
	for len(r.page) == 0 {
		if r.last {
			return nil, nil
		}
		filter := query.And{r.which, query.Compare{Column: query.Key, Op: query.Gt, Value: r.after}}
		answer, err := r.store.Read(ctx, &query.Read{Set: &query.Set{Noun: r.model.Noun("Fact"), Filter: filter, Order: []query.Order{{Column: query.Key}, {Column: query.ID}}, Limit: mostReviewed,
			Columns: []query.Selected{query.NounName, {Column: query.Key}}, Rows: true}})
		if err != nil {
			return nil, err
		}
		r.page = answer.List[0].List
		r.last = len(r.page) < mostReviewed
	}
	row := r.page[0].List
	r.page = r.page[1:]
	r.after = row[1].Text
	return r.pending(ctx, r.model.Noun(row[0].Text), row[1].Text)
}

// mostRelated bounds what is read of one relation of a fact.
const mostRelated = 1000

func related(rel *query.Relation, columns ...query.Selected) query.Selected {
	return query.Selected{Set: &query.Set{Noun: rel.Target, Relation: rel, Order: []query.Order{{Column: query.Key}, {Column: query.ID}}, Limit: mostRelated, Columns: columns, Rows: true}}
}

func column(noun *query.Noun, name string) query.Selected {
	return query.Selected{Column: noun.Property(name).Columns()[0]}
}

// pending reads a fact with all that is said of it.
func (r *Review) pending(ctx context.Context, noun *query.Noun, key string) (*Pending, error) {
	kept := storedColumns(noun)
	var columns []query.Selected
	for _, c := range kept {
		columns = append(columns, query.Selected{Column: c})
	}
	var relations []*query.Relation
	for _, rel := range noun.Relations {
		if rel.In {
			continue
		}
		relations = append(relations, rel)
		of := []query.Selected{query.NounName, {Column: query.Key}}
		if rel.Target.Property("name") != nil {
			of = append(of, column(rel.Target, "name"))
		}
		columns = append(columns, related(rel, of...))
	}
	evidence := r.model.Noun("Evidence")
	article := evidence.Relation("article")
	outlet := article.Target.Relation("outlet")
	columns = append(columns, related(noun.Relation("evidence"),
		column(evidence, "sentence"), column(evidence, "words"), column(evidence, "start"), column(evidence, "coder"), column(evidence, "rule"), column(evidence, "ruleLine"), column(evidence, "confidence"),
		related(article, column(article.Target, "key"), column(article.Target, "title"), column(article.Target, "published"), related(outlet, column(outlet.Target, "name")))))
	answer, err := r.store.Read(ctx, &query.Read{Set: &query.Set{Noun: noun, Filter: query.Compare{Column: query.Key, Op: query.Eq, Value: key}, Order: []query.Order{{Column: query.ID}}, Limit: 1, Columns: columns, Rows: true}})
	if err != nil {
		return nil, err
	}
	if len(answer.List[0].List) == 0 {
		return nil, diplomacy.Errorf(diplomacy.NotFound, "%s:%s is no longer there", noun.Name, key)
	}
	row := answer.List[0].List[0].List
	p := &Pending{Noun: noun.Name, Key: key, node: node{noun: noun, key: key, id: diplomacy.ID(noun.Name, key), columns: map[string]any{}}}
	for i, c := range kept {
		if v := columnValue(c, row[i]); v != nil {
			p.node.columns[c.Name] = v
		}
	}
	for _, prop := range noun.Properties {
		if v, ok := p.node.columns[prop.Name]; ok && !slices.Contains([]string{"key", "review", "reportedAt", query.When, "quadClass"}, prop.Name) {
			p.Values = append(p.Values, Field{prop.Name, fmt.Sprint(v)})
		}
	}
	for i, rel := range relations {
		var names []string
		for _, other := range row[len(kept)+i].List[0].List {
			to := other.List[0].Text + ":" + other.List[1].Text
			p.node.refs = append(p.node.refs, ref{relation: rel, noun: other.List[0].Text, key: other.List[1].Text, id: diplomacy.ID(other.List[0].Text, other.List[1].Text)})
			if len(other.List) > 2 {
				to = fmt.Sprintf("%s (%s)", other.List[2].Text, to)
			}
			names = append(names, to)
		}
		if len(names) > 0 {
			p.Values = append(p.Values, Field{rel.Name, strings.Join(names, ", ")})
		}
	}
	for _, e := range row[len(row)-1].List[0].List {
		v := e.List
		sentence, words := v[0].Text, v[1].Text
		before, after, _ := strings.Cut(sentence, words)
		passage := Passage{Before: before, Words: words, After: after, Coder: v[3].Text, Rule: v[4].Text, Line: v[5].Text, Confidence: v[6].Real()}
		for _, a := range v[7].List[0].List {
			passage.Article, passage.Title, passage.Published = a.List[0].Text, a.List[1].Text, a.List[2].Text
			for _, o := range a.List[3].List[0].List {
				passage.Outlet = o.List[0].Text
			}
		}
		p.Evidence = append(p.Evidence, passage)
	}
	return p, nil
}

// Correct puts other values into a fact, before it is accepted: a property as it is written in a facts file, or for a relation `Noun:key`, several
// separated by commas. An empty text takes what is there away.
func (p *Pending) Correct(ctx context.Context, r *Review, name, text string) error {
	noun := p.node.noun
	if prop := noun.Property(name); prop != nil {
		if slices.Contains([]string{query.ID.Name, query.Key.Name, "reportedAt", query.When}, name) || prop.Default != "" {
			return diplomacy.Errorf(diplomacy.Invalid, "%s follows from the others", name)
		}
		columns := map[string]any{}
		v := value{kind: scalar, text: text}
		if text == "" {
			v.kind = null
		}
		if err := setProperty(columns, prop, v); err != nil {
			return diplomacy.Errorf(diplomacy.Invalid, "%s: %v", name, err)
		}
		for _, c := range prop.Columns() {
			delete(p.node.columns, c.Name)
			if v, ok := columns[c.Name]; ok {
				p.node.columns[c.Name] = v
			}
		}
		if prop.When {
			for i, c := range noun.Property(query.When).Columns() {
				delete(p.node.columns, c.Name)
				if v, ok := columns[prop.Columns()[i].Name]; ok {
					p.node.columns[c.Name] = v
				}
			}
		}
		return nil
	}
	rel := noun.Relation(name)
	if rel == nil || rel.In {
		return diplomacy.Errorf(diplomacy.Invalid, "%s has no %s; it has %s", noun.Name, name, fieldNames(noun))
	}
	v := value{kind: sequence}
	for item := range strings.SplitSeq(text, ",") {
		if item = strings.TrimSpace(item); item != "" {
			v.items = append(v.items, value{kind: scalar, text: item})
		}
	}
	if !rel.Many {
		switch len(v.items) {
		case 0:
			v = value{kind: null}
		case 1:
			v = v.items[0]
		}
	}
	u := &unit{}
	read := &reader{unit: u, model: r.model}
	n := &node{noun: noun}
	read.relation(n, rel, v)
	if u.refused() {
		return diplomacy.Errorf(diplomacy.Invalid, "%s", u.problems[0].Message)
	}
	wanted := map[string]bool{}
	for _, ref := range n.refs {
		wanted[ref.id] = true
	}
	l := &loader{store: r.store, model: r.model}
	stored, err := l.stored(ctx, wanted)
	if err != nil {
		return err
	}
	for _, ref := range n.refs {
		if !stored[ref.id] {
			return diplomacy.Errorf(diplomacy.NotFound, "there is no %s:%s", ref.noun, ref.key)
		}
	}
	p.node.refs = append(slices.DeleteFunc(p.node.refs, func(ref ref) bool { return ref.relation == rel }), n.refs...)
	return nil
}

// Decide writes what a person has decided: the fact, with its corrections, is CONFIRMED or REJECTED. It is written at once and whole.
func (r *Review) Decide(ctx context.Context, p *Pending, accepted bool) error {
	p.node.columns["review"] = "REJECTED"
	if accepted {
		p.node.columns["review"] = "CONFIRMED"
	}
	b := store.Batch{Whole: true, Nodes: []store.Node{{Noun: p.node.noun, ID: p.node.id, Columns: p.node.columns}}}
	for _, ref := range p.node.refs {
		b.Edges = append(b.Edges, ref.edge(p.node.id))
	}
	_, err := r.store.Write(ctx, b)
	return err
}

// Again reads a fact anew, with its corrections still to come.
func (r *Review) Again(ctx context.Context, p *Pending) (*Pending, error) {
	return r.pending(ctx, p.node.noun, p.Key)
}
