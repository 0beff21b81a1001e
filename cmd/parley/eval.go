package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/gold"
)

type evalCommand struct {
	Gold   string `required:"" placeholder:"SET" help:"A gold set, or a folder of several: what form it has is seen from what is in it."`
	Task   string `help:"What to measure: sentences, actors, dates, speech, events or talks; without it, all that the sets have." enum:",sentences,actors,dates,speech,events,talks" default:""`
	JSON   bool   `name:"json" help:"Print the figures as JSON."`
	Errors bool   `help:"List the errors, each with the rule that made it."`

	Keep    string `placeholder:"FILE" help:"Keep the figures on which something is demanded in a file."`
	Against string `placeholder:"FILE" help:"Fail when one of the figures kept in a file has fallen by more than a point."`

	Dictionary dictFlags `embed:"" prefix:"dict-"`
}

func (c evalCommand) Run(ctx context.Context, out console) error {
	info, err := os.Stat(c.Gold)
	if err != nil {
		return diplomacy.Errorf(diplomacy.NotFound, "%v; --gold names a gold set or a folder of them", err)
	}
	root, name := filepath.Dir(c.Gold), filepath.Base(c.Gold)
	if info.IsDir() {
		root, name = c.Gold, "."
	}
	var tasks []gold.Task
	if c.Task != "" {
		tasks = []gold.Task{gold.Task(c.Task)}
	}
	rules, err := c.Dictionary.rules()
	if err != nil {
		return listed(err, out)
	}
	parts, err := gold.Evaluate(os.DirFS(root), name, gold.Subject{Code: rules.Code, Mentions: rules.Mentions, Attributions: rules.Attributions, Classify: rules.Classify}, tasks)
	if err != nil {
		return err
	}
	var kept []byte
	if c.Against != "" {
		if kept, err = os.ReadFile(c.Against); err != nil {
			return diplomacy.Errorf(diplomacy.NotFound, "%v; --against names a file that --keep wrote", err)
		}
	}
	if err := c.print(parts, out); err != nil {
		return err
	}
	fell, err := gold.Against(parts, string(kept))
	if err != nil {
		return err
	}
	if len(fell) > 0 {
		return diplomacy.Errorf(diplomacy.Conflict, "figures have fallen:\n%s", strings.Join(fell, "\n"))
	}
	if c.Keep != "" {
		if err := os.WriteFile(c.Keep, []byte(gold.Keep(parts)), 0o644); err != nil {
			return diplomacy.Errorf(diplomacy.Invalid, "the figures cannot be kept: %v", err)
		}
	}
	return nil
}

func (c evalCommand) print(parts []*gold.Part, out console) error {
	if c.JSON {
		b, err := json.MarshalIndent(gold.JSON(parts, c.Errors), "", "  ")
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(out.out, string(b))
		return err
	}
	if err := gold.Print(out.out, parts); err != nil {
		return err
	}
	if c.Errors {
		return gold.PrintMisses(out.out, parts)
	}
	return nil
}
