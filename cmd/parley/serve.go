package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"syscall"
	"time"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/ingest"
	"github.com/parleygraph/parley/internal/questions"
	"github.com/parleygraph/parley/internal/server"
	"github.com/parleygraph/parley/internal/server/pages"
	"github.com/parleygraph/parley/schema"
	"github.com/parleygraph/parley/seeds"
)

type serveCommand struct {
	storeFlags
	Listen            string        `help:"Address to listen on, 127.0.0.1:8080 where nothing is said." default:"127.0.0.1:8080" placeholder:"HOST:PORT"`
	Seed              bool          `help:"Load the seeds first: the states of the world and the curated articles. --seed=false leaves them out." default:"true" negatable:""`
	LogFormat         string        `help:"How the log is written to standard error: ${enum}." enum:"text,json" default:"text"`
	MaxBody           int64         `help:"Longest request, in bytes." default:"262144"`
	MaxTokens         int           `help:"Longest document, in tokens." default:"2000"`
	MaxName           int           `help:"Longest name in a document, in letters." default:"100"`
	MaxDepth          int           `help:"Deepest nesting: of fields and inline fragments, and of the objects of a condition." default:"20"`
	MaxRoots          int           `help:"Most root fields of an operation." default:"20"`
	MaxAliases        int           `help:"Most aliases of an operation, its fragments written out." default:"200"`
	MaxDirectives     int           `help:"Most directives of an operation, its fragments written out." default:"100"`
	MaxFields         int           `help:"Most fields of an operation, its fragments written out." default:"5000"`
	MaxFragments      int           `help:"Most fragments of a document." default:"50"`
	MaxPairs          int           `help:"Most pairs of fields of the same name in a document." default:"10000"`
	MaxPage           int           `help:"Largest page." default:"1000"`
	MaxParts          int           `help:"Most lists, related nodes, conditions and steps of orders of an operation." default:"500"`
	MaxCost           int           `help:"Highest cost of an operation: nodes that it may answer, pages multiplied down the tree." default:"1000000"`
	MaxConcurrent     int           `help:"Most operations that execute at once. As many may wait for them; the others are answered 503, with Retry-After." default:"64"`
	MaxWait           time.Duration `help:"Longest time that an operation may wait for others before it executes." default:"1s"`
	Timeout           time.Duration `help:"Longest time that a request may take." default:"15s"`
	Grace             time.Duration `help:"How long running requests may go on after SIGTERM." default:"20s"`
	MetricsOperations []string      `help:"Names of operations that /metrics counts each by itself. All others are counted as \"other\", as clients may invent any number of names." placeholder:"NAME"`
	Tracing           tracingFlags  `embed:""`
}

// exampleQuery is the one query to try. It is answered by the seeds.
const exampleQuery = `# Who offered to mediate, to whom, on what condition,
# in which words?
{
  mediationOffers {
    nodes {
      by { nodes { name } }
      to { nodes { name } }
      condition
      statements {
        nodes { quote speakers { nodes { name } } }
      }
      evidence {
        nodes { words sentence article { url } }
      }
    }
  }
}
`

func (c serveCommand) Run(ctx context.Context, io console) error {
	log := logger(c.LogFormat, io.err, slog.LevelInfo)
	if c.MaxConcurrent < 1 {
		return diplomacy.Errorf(diplomacy.Invalid, "--max-concurrent is %d; it must be at least 1", c.MaxConcurrent)
	}
	sdl, model, err := schema.Load()
	if err != nil {
		return err
	}
	saved, err := questions.Load()
	if err != nil {
		return err
	}
	operations := c.MetricsOperations
	var asked []pages.Question
	for _, q := range saved.All {
		operations = append(operations, q.Operation)
		asked = append(asked, pages.Question{Title: q.Title, Document: q.Document})
	}
	tracing, end, err := c.Tracing.open(ctx, log)
	if err != nil {
		return err
	}
	defer end()
	listener, err := net.Listen("tcp", c.Listen)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return diplomacy.Errorf(diplomacy.Conflict, "another program listens on %s already; stop it, or choose another address with --listen", c.Listen)
	case err != nil:
		return diplomacy.Errorf(diplomacy.Invalid, "cannot listen on %s: %v; choose another address with --listen", c.Listen, err)
	}
	defer func() { _ = listener.Close() }()
	s, err := c.openFor(ctx, model, c.Timeout)
	if err != nil {
		return err
	}
	defer func() {
		if err := s.Close(); err != nil {
			log.Error("the store did not close cleanly", "error", err)
		}
	}()
	if c.Seed {
		report, err := ingest.Load(ctx, s, model, []ingest.Source{embeddedSeeds}, ingest.Options{})
		if err != nil {
			return err
		}
		if len(report.Problems) > 0 {
			return diplomacy.Errorf(diplomacy.Conflict, "the seeds do not fit this store: %s; serve it with --seed=false", report.Problems[0])
		}
		log.Info("seeds loaded", "nodes", report.Nodes, "facts", report.Facts, "new", report.Changes.NodesCreated, "changed", report.Changes.NodesUpdated)
	}
	limits := graph.Limits{
		Tokens: c.MaxTokens, Name: c.MaxName, Depth: c.MaxDepth, Roots: c.MaxRoots, Aliases: c.MaxAliases, Directives: c.MaxDirectives, Fields: c.MaxFields,
		Fragments: c.MaxFragments, Pairs: c.MaxPairs, Parts: c.MaxParts, Cost: c.MaxCost, MaxPage: c.MaxPage, DefaultPage: min(graph.DefaultLimits().DefaultPage, c.MaxPage), Timeout: c.Timeout,
	}
	handler := server.Handler(server.Options{
		Engine:        graph.New(s, sdl, model, limits, log),
		Store:         s,
		Schema:        schema.Text,
		Saved:         saved,
		Pages:         pages.Options{Version: version(), ExampleQuery: exampleQuery, Questions: asked, Store: c.label()},
		MaxBody:       c.MaxBody,
		MaxConcurrent: c.MaxConcurrent,
		MaxWait:       c.MaxWait,
		Operations:    operations,
		Tracing:       tracing,
		Log:           log,
	})
	base := "http://" + listener.Addr().String()
	fmt.Fprintf(io.out, `Parley serves %s

  %-40s the dashboard: start here
  %-40s for developers
  %-40s the IDE
  %-40s GraphQL: POST, and GET for queries
  %-40s saved questions, by name
  %-40s the schema, with its documentation
  %-40s is the process up, is the store ready
  %s
  %-40s what it does, for Prometheus

Try:

  curl -s %s/graphql -H 'content-type: application/json' \
    -d '{"query":"{ mediationOffers { nodes { by { nodes { name } } condition evidence { nodes { sentence } } } } }"}'

`, c.Store, base+"/", base+"/about", base+"/graphiql", base+"/graphql", base+"/queries", base+"/schema.graphql", base+"/healthz", base+"/readyz", base+"/metrics", base)
	if err := server.Serve(ctx, listener, handler, c.Grace, log); err != nil {
		return exitError{exitFailed, err.Error()} // a signal is how it is asked to end, and no interruption
	}
	return nil
}

var embeddedSeeds = ingest.Source{FS: seeds.FS, Path: ".", Name: "seeds"}
