package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/ingest"
	"github.com/parleygraph/parley/schema"
)

type loadCommand struct {
	storeFlags
	Paths  []string `arg:"" optional:"" name:"path" help:"Files and folders: articles (NAME.txt) with the facts beside them (NAME.facts.yaml), tables (states.tsv), dumps (*.jsonl)."`
	Seeds  bool     `help:"Load the seeds that come with Parley, too."`
	DryRun bool     `help:"Check everything and write nothing."`
	JSON   bool     `name:"json" help:"Print the report as JSON."`
}

func (c loadCommand) Run(ctx context.Context, out console) error {
	var sources []ingest.Source
	if c.Seeds {
		sources = append(sources, embeddedSeeds)
	}
	for _, p := range c.Paths {
		src, err := source(p)
		if err != nil {
			return err
		}
		sources = append(sources, src)
	}
	if len(sources) == 0 {
		return exitError{exitUsage, "load needs a path, or --seeds; see parley load --help"}
	}
	_, model, err := schema.Load()
	if err != nil {
		return err
	}
	s, err := c.open(ctx, model)
	if err != nil {
		return err
	}
	bar := newProgress(out.err, "loading")
	report, err := ingest.Load(ctx, s, model, sources, ingest.Options{DryRun: c.DryRun, Progress: bar.set})
	bar.end()
	if e := s.Close(); err == nil {
		err = e
	}
	if c.JSON {
		b, e := json.MarshalIndent(report, "", "  ")
		if e != nil {
			return e
		}
		fmt.Fprintln(out.out, string(b))
	} else {
		for _, p := range report.Problems {
			fmt.Fprintln(out.err, p)
		}
		if err == nil {
			fmt.Fprintln(out.out, summary(report))
		}
	}
	if err == nil && report.Refused > 0 {
		return exitError{code: exitRefused}
	}
	return err
}

func summary(r ingest.Report) string {
	text := fmt.Sprintf("%s with %s: %s resting on %s.", count(r.Files, "file"), count(r.Nodes, "node"), count(r.Facts, "fact"), count(r.Evidence, "piece of evidence"))
	switch {
	case r.DryRun:
		text += " Nothing was written (dry run)."
	case r.Files == 0:
		text = "Nothing was written."
	case r.Changes.None():
		text += " Nothing changed: all of it was there already."
	default:
		text += fmt.Sprintf(" Nodes: %d new, %d changed, %d unchanged. Relations: %d new, %d removed, %d unchanged.",
			r.Changes.NodesCreated, r.Changes.NodesUpdated, r.Changes.NodesUnchanged, r.Changes.EdgesCreated, r.Changes.EdgesRemoved, r.Changes.EdgesUnchanged)
	}
	if r.Refused > 0 {
		text += fmt.Sprintf(" Refused: %s, of which nothing was written.", count(r.Refused, "file"))
	}
	return text
}

func count(n int, what string) string {
	switch {
	case n == 1:
		return "1 " + what
	case what == "piece of evidence":
		return fmt.Sprintf("%d pieces of evidence", n)
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// source makes a source of a path of the system.
func source(path string) (ingest.Source, error) {
	info, err := os.Stat(path)
	if err != nil {
		return ingest.Source{}, diplomacy.Errorf(diplomacy.NotFound, "%v; name a file or a folder that is there", err)
	}
	if info.IsDir() {
		return ingest.Source{FS: os.DirFS(path), Path: ".", Name: filepath.ToSlash(path)}, nil
	}
	return ingest.Source{FS: os.DirFS(filepath.Dir(path)), Path: filepath.Base(path), Name: filepath.ToSlash(filepath.Dir(path))}, nil
}

// progress is a bar on a terminal, and nothing elsewhere.
type progress struct{ bar *progressbar.ProgressBar }

func newProgress(w io.Writer, doing string) progress {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return progress{}
	}
	return progress{progressbar.NewOptions(-1, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(doing), progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())}
}

func (p progress) set(done, total int) {
	if p.bar != nil {
		p.bar.ChangeMax(total)
		_ = p.bar.Set(done)
	}
}

func (p progress) add() {
	if p.bar != nil {
		_ = p.bar.Add(1)
	}
}

func (p progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
