package main

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/neo4jtest"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/schema"
)

// bench is everything that is measured, opened.
type bench struct {
	flags
	schema        *ast.Schema
	model         *query.Model
	small, sqlite *opened // of a tenth, and of the whole size
	neo4j         *opened
	file          *sql.DB                 // of sqlite, without Parley
	driver        neo4j.DriverWithContext // of neo4j, without Parley
	operations    []*operation
	skipped       []string // operations that this schema does not know
	notes         []string // for below the table
	binary        string
	children      map[string]*child
	versions      []string
	ends          []func()
}

// open opens the stores and fills them where they are not.
func (f flags) open(ctx context.Context) (*bench, error) {
	b := &bench{flags: f, children: map[string]*child{}}
	var err error
	if b.schema, b.model, err = schema.Load(); err != nil {
		return b, err
	}
	tenth := size{max(f.size.Actors/10, 10), f.size.Statements / 10}
	if strings.Contains(f.stores, "sqlite") {
		if b.small, err = openSQLite(ctx, b.model, f.folder, tenth, os.Stderr); err != nil {
			return b, err
		}
		if b.sqlite, err = openSQLite(ctx, b.model, f.folder, f.size, os.Stderr); err != nil {
			return b, err
		}
		if b.file, err = openFile(b.sqlite.address); err != nil {
			return b, err
		}
		version := ""
		if err := b.file.QueryRowContext(ctx, "SELECT sqlite_version()").Scan(&version); err != nil {
			return b, err
		}
		b.versions = append(b.versions, "SQLite "+version)
	}
	if strings.Contains(f.stores, "neo4j") {
		if err := b.openNeo4j(ctx); err != nil {
			return b, err
		}
	}
	on := b.sqlite
	if on == nil {
		on = b.neo4j
	}
	if on == nil {
		return b, fmt.Errorf("--stores %q names no store; write sqlite, neo4j or both", f.stores)
	}
	if err := b.readOperations(ctx, engine(on.store, b.schema, b.model)); err != nil {
		return b, err
	}
	folder, err := os.MkdirTemp("", "parley-bench-")
	if err != nil {
		return b, err
	}
	b.ends = append(b.ends, func() { _ = os.RemoveAll(folder) })
	b.binary = filepath.Join(folder, "parley")
	return b, build(ctx, b.binary)
}

func (b *bench) openNeo4j(ctx context.Context) (err error) {
	if b.flags.neo4j == "" {
		if b.flags.neo4j, err = neo4jtest.Start(); err != nil {
			return err
		}
	}
	if b.driver, err = neo4j.NewDriverWithContext(b.flags.neo4j, neo4j.NoAuth()); err != nil {
		return err
	}
	if b.neo4j, err = openNeo4j(ctx, b.model, b.flags.neo4j, b.size, os.Stderr); err != nil {
		return err
	}
	info, err := b.driver.GetServerInfo(ctx)
	if err == nil {
		b.versions = append(b.versions, strings.Replace(info.Agent(), "/", " ", 1))
	}
	return err
}

// readOperations reads the operations, and leaves out those that this schema does not know.
func (b *bench) readOperations(ctx context.Context, e *graph.Engine) error {
	all, err := operations(ctx, e, b.size)
	if err != nil {
		return err
	}
	for _, op := range all {
		if result := e.Execute(ctx, op.parley); !result.Executed {
			b.skipped = append(b.skipped, op.name)
		} else if result.Code != "" {
			return fmt.Errorf("%s: %.300s", op.name, result.Body)
		} else {
			b.operations = append(b.operations, op)
		}
	}
	return nil
}

func (b *bench) close() {
	for _, c := range b.children {
		c.stop()
	}
	if b.file != nil {
		_ = b.file.Close()
	}
	for _, o := range []*opened{b.small, b.sqlite, b.neo4j} {
		if o != nil {
			_ = o.store.Close()
		}
	}
	if b.driver != nil {
		_ = b.driver.Close(context.Background())
	}
	for _, end := range b.ends {
		end()
	}
}

// served is a server, started when it is first asked for.
func (b *bench) served(name string, start func() (*child, error)) (*child, error) {
	if c, ok := b.children[name]; ok {
		return c, nil
	}
	c, err := start()
	if err == nil {
		b.children[name] = c
	}
	return c, err
}

// lacks reports whether a demand needs what is not here.
func (b *bench) lacks(d demand) bool {
	return slices.Contains(d.needs, "sqlite") && b.sqlite == nil || slices.Contains(d.needs, "neo4j") && b.neo4j == nil || slices.Contains(d.needs, "peers") && !b.peers
}

// row is a line of the table.
type row struct {
	against, what string
	ratios        []float64
	atLeast       bool
	limit         float64 // 0: nothing is demanded
	detail        bool    // of one operation of several
}

// print prints the table.
func (b *bench) print(w io.Writer, rows []row) {
	_, _ = fmt.Fprintf(w, "%s; %d actors, %d statements; %d rounds; %s, %s, %d CPUs%s.", time.Now().UTC().Format("2 January 2006"), b.size.Actors, b.size.Statements, b.rounds,
		strings.Join(append(b.versions, runtime.Version()), ", "), runtime.GOARCH, runtime.NumCPU(), load())
	if len(b.skipped) > 0 {
		_, _ = fmt.Fprintf(w, " Skipped, as this schema does not know them: %s.", strings.Join(b.skipped, ", "))
	}
	_, _ = fmt.Fprint(w, "\n\n| against | what | demand | min | median | max | reached |\n|---|---|---|---|---|---|---|\n")
	for _, r := range rows {
		if r.detail && !b.each {
			continue
		}
		demand, reached := "", ""
		if r.limit > 0 {
			sign, ok := "≤", median(r.ratios) <= r.limit
			if r.atLeast {
				sign, ok = "≥", median(r.ratios) >= r.limit
			}
			demand, reached = fmt.Sprintf("%s %.4g", sign, r.limit), "no"
			if ok {
				reached = "yes"
			}
		}
		_, _ = fmt.Fprintf(w, "| %s | %s | %s | %.2f | %.2f | %.2f | %s |\n", r.against, r.what, demand, slices.Min(r.ratios), median(r.ratios), slices.Max(r.ratios), reached)
	}
	for _, note := range b.notes {
		_, _ = fmt.Fprintf(w, "\n%s\n", note)
	}
}

// load says how busy the machine is, where it says so itself.
func load() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return ""
	}
	return " with a load of " + strings.Fields(string(text))[0]
}

// goBenchmark runs a Go benchmark of a package and returns the nanoseconds of each of its parts, for each round. Where there is none, nor are there parts.
func goBenchmark(ctx context.Context, folder, name string, rounds int) (map[string][]float64, error) {
	at, err := source(folder)
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, "go", "test", "-run", "^$", "-bench", "^"+name+"$", "-benchtime", "100ms", "-count", fmt.Sprint(rounds), ".")
	cmd.Dir = at
	out, err := cmd.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	all := map[string][]float64{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		_, part, ok := strings.Cut(fields[0]+"/", "/")
		if !ok || len(fields) < 4 || fields[3] != "ns/op" {
			continue
		}
		part, _, _ = strings.Cut(strings.TrimSuffix(part, "/"), "-")
		var ns float64
		if _, err := fmt.Sscan(fields[2], &ns); err == nil {
			all[part] = append(all[part], ns)
		}
	}
	return all, nil
}
