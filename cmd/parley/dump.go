package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/schema"
)

type dumpCommand struct {
	storeFlags
	Output string `short:"o" help:"File to write, which appears when it is complete. Standard output where nothing is said." placeholder:"PATH"`
}

func (c dumpCommand) Run(ctx context.Context, out console) error {
	_, model, err := schema.Load()
	if err != nil {
		return err
	}
	s, err := c.open(ctx, model)
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }()
	if c.Output == "" {
		return dump(ctx, s, out.out, func() {})
	}
	f, err := os.CreateTemp(filepath.Dir(c.Output), ".parley-dump-*")
	if err != nil {
		return diplomacy.Errorf(diplomacy.Unavailable, "cannot write beside %s: %v", c.Output, err)
	}
	defer func() { _ = os.Remove(f.Name()) }() // fails once it has its name
	bar := newProgress(out.err, "dumping")
	err = dump(ctx, s, f, bar.add)
	bar.end()
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), c.Output)
}

func dump(ctx context.Context, s store.Store, w io.Writer, tick func()) error {
	b := bufio.NewWriterSize(w, 1<<20)
	if err := store.Dump(ctx, s, b, tick); err != nil {
		return err
	}
	return b.Flush()
}
