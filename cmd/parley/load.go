package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/parleygraph/parley/internal/article/formats"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/ingest"
	"github.com/parleygraph/parley/schema"
)

type loadCommand struct {
	storeFlags
	coderFlags
	Paths     []string `arg:"" optional:"" name:"path" help:"Files, folders and patterns: articles as text, HTML, RSS, Atom, JSON lines or WARC, also gzipped; curated facts (NAME.facts.yaml beside NAME.txt), tables (states.tsv), dumps (*.jsonl). - is standard input, of articles."`
	Seeds     bool     `help:"Load the seeds that come with Parley, too."`
	Published string   `placeholder:"DATE" help:"When articles were published that do not say so themselves: 2025-11-08."`
	Outlet    string   `placeholder:"NAME" help:"Who published articles that do not say so themselves: the key or the name of an outlet."`
	Fields    string   `placeholder:"text=NAME,..." help:"How JSON lines call an article's text, title, url, outlet, published and language, where it is not as usual: text=body,published=meta.date."`
	DryRun    bool     `help:"Check everything and write nothing."`
	JSON      bool     `name:"json" help:"Print the report as JSON."`
}

// options are those of the load.
func (c loadCommand) options() (ingest.Options, error) {
	o := ingest.Options{DryRun: c.DryRun, Published: c.Published, Outlet: strings.TrimSpace(c.Outlet), Now: time.Now()}
	if c.Published != "" {
		if _, err := diplomacy.ParsePartialDate(c.Published); err != nil {
			return o, exitError{exitUsage, "--published: " + err.Error()}
		}
	}
	var err error
	if o.Fields, err = formats.ParseFields(c.Fields); err != nil {
		return o, exitError{exitUsage, "--fields: " + err.Error()}
	}
	return o, nil
}

func (c loadCommand) Run(ctx context.Context, out console) error {
	var sources []ingest.Source
	if c.Seeds {
		sources = append(sources, embeddedSeeds)
	}
	for _, p := range c.Paths {
		more, err := sourcesOf(p, out.in)
		if err != nil {
			return err
		}
		sources = append(sources, more...)
	}
	if len(sources) == 0 {
		return exitError{exitUsage, "load needs a path, or --seeds; see parley load --help"}
	}
	options, err := c.options()
	if err != nil {
		return err
	}
	var claims claims
	if c.Coder != "none" {
		options.Coder = func() (*ingest.Coder, error) { return c.coder(&claims) }
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
	options.Progress = bar.set
	report, err := ingest.Load(ctx, s, model, sources, options)
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
			if said := claims.String(); said != "" {
				fmt.Fprintln(out.out, said)
			}
		}
	}
	if err == nil && len(report.Problems) > 0 {
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
	text += articles(r)
	if r.Refused > 0 {
		text += fmt.Sprintf(" Refused: %s, of which nothing was written.", count(r.Refused, "file"))
	}
	return text
}

// articles says what came of articles without curated facts, where it is more than the files tell.
func articles(r ingest.Report) string {
	var of []string
	for _, part := range []struct {
		n    int
		what string
	}{{r.Copies, "a copy of another"}, {r.Partial, "a summary only"}, {r.Foreign, "in a language that is not coded"}} {
		if part.n > 0 {
			of = append(of, fmt.Sprintf("%d %s", part.n, part.what))
		}
	}
	text := ""
	if len(of) > 0 || r.Articles > r.Files {
		text = " Articles: " + strconv.Itoa(r.Articles)
		if len(of) > 0 {
			text += ", of which " + strings.Join(of, ", ")
		}
		text += "."
	}
	if r.Repeated > 0 {
		text += fmt.Sprintf(" Passed over: %s that came twice.", count(r.Repeated, "article"))
	}
	if r.Passed > 0 {
		text += fmt.Sprintf(" Passed over: %s without an article.", count(r.Passed, "page"))
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

// sourcesOf makes sources of what a user names: a path, a pattern that the shell has left as it is, or - for standard input.
func sourcesOf(path string, in io.Reader) ([]ingest.Source, error) {
	if path == "-" {
		return []ingest.Source{{FS: standardInput{in}, Path: "standard input"}}, nil
	}
	if _, err := os.Stat(path); err != nil && strings.ContainsAny(path, "*?[") {
		matches, err := filepath.Glob(path)
		if err != nil {
			return nil, diplomacy.Errorf(diplomacy.Invalid, "%s: the pattern is wrong: %v", path, err)
		}
		if len(matches) == 0 {
			return nil, diplomacy.Errorf(diplomacy.NotFound, "%s: no file is of this pattern", path)
		}
		var all []ingest.Source
		for _, m := range matches {
			src, err := source(m)
			if err != nil {
				return nil, err
			}
			all = append(all, src)
		}
		return all, nil
	}
	src, err := source(path)
	return []ingest.Source{src}, err
}

// standardInput is a file system with one file, which can be read once.
type standardInput struct{ io.Reader }

func (s standardInput) Open(string) (fs.File, error) { return s, nil }
func (s standardInput) Stat() (fs.FileInfo, error)   { return s, nil }
func (standardInput) Close() error                   { return nil }
func (standardInput) Name() string                   { return "standard input" }
func (standardInput) Size() int64                    { return 0 }
func (standardInput) Mode() fs.FileMode              { return 0o444 }
func (standardInput) ModTime() time.Time             { return time.Time{} }
func (standardInput) IsDir() bool                    { return false }
func (standardInput) Sys() any                       { return nil }

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
