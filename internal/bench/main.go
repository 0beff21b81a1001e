// Command bench measures Parley against its peers, on one machine, on the same generated data, in turns, and prints one table of ratios:
//
//	go run ./internal/bench                 # everything, on both stores: needs java and mvn for Neo4j, node and npm for @neo4j/graphql
//	go run ./internal/bench --neo4j bolt://127.0.0.1:7687    # with a Neo4j that is there, and is empty or holds the benchmark's graph
//	go run ./internal/bench --stores sqlite --statements 1000000
//
// Times on a busy machine say little, so nothing is compared with a time of another moment: of two sides each does a request in turn, and a
// ratio is that of their medians in one round. Start at demands.go; the operations are in operations/, the graph is made by generate.go.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

type flags struct {
	stores, folder, neo4j string
	size                  size
	rounds, clients       int
	peers, each           bool
	only                  string
}

func main() {
	f := flags{folder: filepath.Join(os.TempDir(), "parley-bench")}
	flag.StringVar(&f.stores, "stores", "sqlite,neo4j", "which stores")
	flag.StringVar(&f.folder, "folder", f.folder, "where generated SQLite files are kept for the next run")
	flag.StringVar(&f.neo4j, "neo4j", "", "address of a Neo4j without authentication, empty or filled by this command; where none is given one is started, and filled anew")
	flag.IntVar(&f.size.Actors, "actors", 10_000, "actors of the graph")
	flag.IntVar(&f.size.Statements, "statements", 100_000, "statements of the graph; it is compared with one of a tenth")
	flag.IntVar(&f.rounds, "rounds", 5, "rounds: each gives one ratio")
	flag.IntVar(&f.clients, "clients", 8, "clients at once where throughput is measured")
	flag.BoolVar(&f.peers, "peers", true, "compare with @neo4j/graphql, too")
	flag.BoolVar(&f.each, "each", false, "a line for each operation, not for the mean and the worst only")
	flag.StringVar(&f.only, "only", "", "only demands whose name contains this, such as SQL")
	flag.Parse()
	if err := f.run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func (f flags) run(ctx context.Context) (err error) {
	if flag.NArg() > 0 || f.size.Statements < 1000 || f.size.Actors < 100 || f.rounds < 1 || f.clients < 1 {
		return fmt.Errorf("at least 1,000 statements, 100 actors, one round and one client; see --help")
	}
	b, err := f.open(ctx)
	if b != nil {
		defer b.close()
	}
	if err != nil {
		return err
	}
	var rows []row
	for _, d := range demands {
		if !strings.Contains(d.name, f.only) || b.lacks(d) {
			continue
		}
		fmt.Fprintf(os.Stderr, "%s ...\n", d.name)
		measured, err := d.measure(ctx, b)
		if err != nil {
			return fmt.Errorf("%s: %w", d.name, err)
		}
		rows = append(rows, measured...)
	}
	b.print(os.Stdout, rows)
	return nil
}
