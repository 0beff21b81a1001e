package main

import (
	"fmt"
	"os"

	"github.com/parleygraph/parley/internal/coder"
	"github.com/parleygraph/parley/internal/coder/dictionary"
	"github.com/parleygraph/parley/internal/diplomacy"
)

type dictCommand struct {
	Lint dictLint `cmd:"" help:"Look for what is wrong in the tables: names that two actors share, unknown references, bad dates, lines out of order."`
	Test dictTest `cmd:"" help:"Code the example sentences of every line that has some: each must be used where it should, and not where it should not."`
}

// dictFlags is which dictionary a verb means.
type dictFlags struct {
	Dir []string `short:"d" help:"A folder of tables on top of the built-in ones: a line replaces the one with the same key, a line of \"-\" and a key takes it away. May be given again." type:"existingdir" placeholder:"DIR"`
}

func (f dictFlags) load() (*dictionary.Dictionary, error) {
	var layers []dictionary.Layer
	for _, d := range f.Dir {
		layers = append(layers, dictionary.Layer{Name: d, Files: os.DirFS(d)})
	}
	return dictionary.Load(layers...)
}

// rules makes the coder of the dictionary.
func (f dictFlags) rules() (*coder.Rules, error) {
	d, err := f.load()
	if err != nil {
		return nil, err
	}
	return coder.NewRules(d)
}

type dictLint struct{ dictFlags }

func (c dictLint) Run(out console) error {
	d, err := c.load()
	if err != nil {
		return listed(err, out)
	}
	return report(out, d, d.Lint(), "is in order")
}

type dictTest struct{ dictFlags }

func (c dictTest) Run(out console) error {
	d, err := c.load()
	if err != nil {
		return listed(err, out)
	}
	problems, err := coder.TestExamples(d)
	if err != nil {
		return listed(err, out)
	}
	return report(out, d, problems, fmt.Sprintf("answers its %d examples", len(d.Examples())))
}

// listed writes an error of several lines as it is: each of them names a line of a file.
func listed(err error, out console) error {
	fmt.Fprintln(out.err, err)
	return exitError{code: exitFailed}
}

// report writes what is wrong, a line each, or that nothing is.
func report(out console, d *dictionary.Dictionary, problems []dictionary.Problem, right string) error {
	for _, p := range problems {
		fmt.Fprintln(out.out, p)
	}
	if len(problems) > 0 {
		return diplomacy.Errorf(diplomacy.Invalid, "%s of the dictionary", count(len(problems), "fault"))
	}
	lines := 0
	for _, t := range d.Tables() {
		lines += len(t.Rows)
	}
	fmt.Fprintf(out.out, "The dictionary %s (%d tables, %d lines, %.12s).\n", right, len(d.Tables()), lines, d.Hash)
	return nil
}
