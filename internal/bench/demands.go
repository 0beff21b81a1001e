package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/parleygraph/parley/graph"
)

// demand is what Parley is held to against one rival.
type demand struct {
	name    string
	needs   []string // sqlite, neo4j, peers
	measure func(context.Context, *bench) ([]row, error)
}

var demands = []demand{
	{"@neo4j/graphql", []string{"neo4j", "peers"}, againstPeer},
	{"the same Cypher", []string{"neo4j"}, againstDriver},
	{"hand-written SQL", []string{"sqlite"}, againstSQL},
	{"hand-written Cypher", []string{"neo4j"}, againstCypher},
	{"SQLite against Neo4j", []string{"sqlite", "neo4j"}, storesAgainst},
	{"ten times the data", []string{"sqlite"}, againstTenth},
	{"encoding", []string{"sqlite"}, againstEncoding},
	{"a known document", []string{"sqlite"}, againstParsing},
	{"guards", nil, againstRequest},
}

// byOperation gathers the ratios of several operations.
type byOperation struct {
	names  []string
	ratios [][]float64 // of each operation, for each round
}

func (b *byOperation) add(name string, ratios []float64) {
	b.names, b.ratios = append(b.names, name), append(b.ratios, ratios)
}

// mean is the geometric mean over the operations, for each round.
func (b *byOperation) mean() []float64 {
	all := make([]float64, len(b.ratios[0]))
	for r := range all {
		var one []float64
		for _, ratios := range b.ratios {
			one = append(one, ratios[r])
		}
		all[r] = geometric(one)
	}
	return all
}

// rows are a line for the mean, one for the operation that comes off worst, and one for each.
func (b *byOperation) rows(against, what string, mean, each float64, atLeast bool) []row {
	if len(b.names) == 0 {
		return nil
	}
	worst := 0
	all := make([]row, 2, len(b.names)+2)
	for i, name := range b.names {
		all = append(all, row{against, what + ", " + name, b.ratios[i], atLeast, each, true})
		if mine, its := median(b.ratios[i]), median(b.ratios[worst]); mine != its && (mine < its) == atLeast {
			worst = i
		}
	}
	all[0] = row{against, what + ", geometric mean", b.mean(), atLeast, mean, false}
	all[1] = row{against, what + ", worst: " + b.names[worst], b.ratios[worst], atLeast, each, false}
	return all
}

func againstPeer(ctx context.Context, b *bench) ([]row, error) {
	peer, err := b.served("peer", func() (*child, error) { return b.peer(ctx, b.neo4j.address) })
	if err != nil {
		return nil, err
	}
	parley, err := b.served("parley on Neo4j", func() (*child, error) { return b.parley(ctx, b.neo4j) })
	if err != nil {
		return nil, err
	}
	var latency, through byOperation
	for _, op := range b.operations {
		if op.peer == "" {
			continue
		}
		ours, theirs := parley.post(op.parley), peer.post(graph.Request{Query: op.peer, Variables: op.peerVariables})
		if err := theirs(ctx); err != nil {
			b.notes = append(b.notes, fmt.Sprintf("@neo4j/graphql gives no answer of %s: %.200s", op.name, err))
			continue
		}
		ratios, err := turns(ctx, b.rounds, ours, theirs)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", op.name, err)
		}
		latency.add(op.name, ratios)
		var many []float64
		for range b.rounds {
			mine, err := throughput(ctx, b.clients, time.Second, ours)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", op.name, err)
			}
			other, err := throughput(ctx, b.clients, time.Second, theirs)
			if err != nil {
				b.notes = append(b.notes, fmt.Sprintf("%d clients of @neo4j/graphql get no answer of %s: %.160s", b.clients, op.name, err))
				break
			}
			many = append(many, mine/other)
		}
		if len(many) == b.rounds {
			through.add(op.name, many)
		}
	}
	return append(through.rows("@neo4j/graphql", fmt.Sprintf("throughput, %d clients", b.clients), 5, 1, true), latency.rows("@neo4j/graphql", "latency, 1 client", 0.5, 1, false)...), nil
}

// page asks for a page of a size.
func page(first int) graph.Request {
	return graph.Request{Query: fmt.Sprintf("{ statements(first: %d) { nodes { key text act spokenAt } } }", first)}
}

func againstDriver(ctx context.Context, b *bench) ([]row, error) {
	var rows []row
	for _, c := range []struct {
		rows  int
		limit float64
	}{{1, 1.5}, {100, 1.4}, {1000, 1.3}} {
		r, _, err := compiled(ctx, b.neo4j.store, b.schema, b.model, page(c.rows))
		if err != nil {
			return nil, err
		}
		ratios, err := turns(ctx, b.rounds, whole(engine(b.neo4j.store, b.schema, b.model), page(c.rows)), printed(b.driver, r))
		if err != nil {
			return nil, err
		}
		rows = append(rows, row{"the same Cypher by the bare driver", fmt.Sprintf("time, %d rows", c.rows), ratios, false, c.limit, false})
	}
	return rows, nil
}

func againstSQL(ctx context.Context, b *bench) ([]row, error) {
	e := engine(b.sqlite.store, b.schema, b.model)
	var statement, request byOperation
	for _, op := range b.operations {
		r, _, err := compiled(ctx, b.sqlite.store, b.schema, b.model, op.parley)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", op.name, err)
		}
		theirs, err := handSQL(ctx, b.file, op)
		if err != nil {
			return nil, err
		}
		// The statement is printed and its answer read in this time, as the statement by hand needs neither; not so the document and the response.
		ours := func(ctx context.Context) error { _, err := b.sqlite.store.Read(ctx, r); return err }
		ratios, err := turns(ctx, b.rounds, ours, theirs)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", op.name, err)
		}
		statement.add(op.name, ratios)
		if ratios, err = turns(ctx, b.rounds, whole(e, op.parley), theirs); err != nil {
			return nil, fmt.Errorf("%s: %w", op.name, err)
		}
		request.add(op.name, ratios)
	}
	return append(statement.rows("hand-written SQL", "time of the statement", 1.3, 1.3, false), request.rows("hand-written SQL", "time of the whole request", 1.3, 1.3, false)...), nil
}

func againstCypher(ctx context.Context, b *bench) ([]row, error) {
	var all byOperation
	for _, op := range b.operations {
		ours, theirs, err := costs(ctx, b.driver, b.neo4j.store, b.schema, b.model, op)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", op.name, err)
		}
		all.add(op.name, []float64{float64(ours) / float64(theirs)})
	}
	return all.rows("hand-written Cypher", "db hits", 1.2, 1.2, false), nil
}

func storesAgainst(ctx context.Context, b *bench) ([]row, error) {
	lite, err := b.served("parley on SQLite", func() (*child, error) { return b.parley(ctx, b.sqlite) })
	if err != nil {
		return nil, err
	}
	neo, err := b.served("parley on Neo4j", func() (*child, error) { return b.parley(ctx, b.neo4j) })
	if err != nil {
		return nil, err
	}
	var all byOperation
	for _, op := range b.operations {
		ratios, err := turns(ctx, b.rounds, lite.post(op.parley), neo.post(op.parley))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", op.name, err)
		}
		all.add(op.name, ratios)
	}
	return all.rows("Parley on Neo4j", "Parley on SQLite, time of the whole request", 1, 0, false), nil
}

func againstTenth(ctx context.Context, b *bench) ([]row, error) {
	large, small := engine(b.sqlite.store, b.schema, b.model), engine(b.small.store, b.schema, b.model)
	i := slices.IndexFunc(b.operations, func(o *operation) bool { return o.name == "11-deep-page" })
	count := graph.Request{Query: "{ statements { totalCount } }"}
	var rows []row
	for _, c := range []struct {
		against, what string
		ours, theirs  side
		limit         float64
	}{
		{"a tenth of the data, SQLite", "time, first page of 25", whole(large, page(25)), whole(small, page(25)), 1.3},
		{"page 1, SQLite", "time, page 1,000", whole(large, b.operations[i].parley), whole(large, page(25)), 1.5},
		{"a tenth of the data, SQLite", "time, totalCount of a noun", whole(large, count), whole(small, count), 1.3},
	} {
		ratios, err := turns(ctx, b.rounds, c.ours, c.theirs)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row{c.against, c.what, ratios, false, c.limit, false})
	}
	return rows, nil
}

// The structs that one would write for the answer of nested.
type (
	nestedStatement struct {
		Key      string   `json:"key"`
		Text     string   `json:"text"`
		Act      string   `json:"act"`
		SpokenAt *string  `json:"spokenAt"`
		Speakers speakers `json:"speakers"`
	}
	speakers struct {
		Nodes []speaker `json:"nodes"`
	}
	speaker struct {
		Name string `json:"name"`
	}
	nestedStatements struct {
		Nodes []nestedStatement `json:"nodes"`
	}
)

func againstEncoding(ctx context.Context, b *bench) ([]row, error) {
	nested := graph.Request{Query: "{ statements(first: 1000) { nodes { key text act spokenAt speakers { nodes { name } } } } }"}
	r, answer, err := compiled(ctx, b.sqlite.store, b.schema, b.model, nested)
	if err != nil {
		return nil, err
	}
	written, err := r.Append(nil, answer, r.Spent(answer).Size)
	if err != nil {
		return nil, err
	}
	var structs nestedStatements
	if err := json.Unmarshal(written, &structs); err != nil {
		return nil, err
	}
	if marshalled, err := json.Marshal(structs); err != nil || string(marshalled) != string(written) {
		return nil, fmt.Errorf("the two do not write the same: %w", err)
	}
	ratios, err := turns(ctx, b.rounds,
		func(context.Context) error { _, err := r.Append(nil, answer, r.Spent(answer).Size); return err },
		func(context.Context) error { _, err := json.Marshal(structs); return err })
	return []row{{"encoding/json of equal structs", "time, 1,000 nested rows", ratios, false, 3, false}}, err
}

// againstParsing compares a document that is known with one that is new. Neither is executed: it names no operation of the document, which is the
// first thing that is found out about a document that is known.
func againstParsing(ctx context.Context, b *bench) ([]row, error) {
	e, n := engine(b.sqlite.store, b.schema, b.model), 0
	document := b.operations[min(4, len(b.operations)-1)].parley.Query
	refused := func(text string) error {
		if e.Execute(ctx, graph.Request{Query: text, OperationName: "None"}).Executed {
			return fmt.Errorf("it was executed")
		}
		return nil
	}
	ratios, err := turns(ctx, b.rounds,
		func(context.Context) error { return refused(document) },
		func(context.Context) error { n++; return refused(fmt.Sprintf("%s # %d", document, n)) })
	return []row{{"a document seen for the first time", "time until a known document is ready", ratios, false, 0.05, false}}, err
}

// againstRequest compares what all guards cost with a trivial request: what a request pays whose document is kept, and what one pays whose document is
// new. They are parts of a Go benchmark of package graph, which alone can call them.
func againstRequest(ctx context.Context, b *bench) ([]row, error) {
	parts, err := goBenchmark(ctx, "graph", "BenchmarkGuards", b.rounds)
	request, fresh := parts["request_of_a_kept_document"], parts["request_of_a_new_document"]
	guards, more := parts["guards_of_a_kept_document"], parts["guards_of_a_new_document"]
	if err != nil || len(request) == 0 || len(fresh) != len(request) || len(guards) != len(request) || len(more) != len(request) {
		b.notes = append(b.notes, "The guards are not measured: package graph has no BenchmarkGuards with their parts.")
		return nil, err
	}
	known, first := make([]float64, len(request)), make([]float64, len(request))
	for r := range request {
		known[r], first[r] = guards[r]/request[r], (guards[r]+more[r])/fresh[r]
	}
	return []row{
		{"a trivial request", "time of all guards, known document", known, false, 0.1, false},
		{"a trivial request", "time of all guards, new document", first, false, 0.1, false},
	}, nil
}
