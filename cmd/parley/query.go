package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/questions"
	"github.com/parleygraph/parley/internal/server"
	"github.com/parleygraph/parley/schema"
)

type queryCommand struct {
	storeFlags
	Document  string `arg:"" optional:"" help:"The document itself, a file that holds it, or the name of a saved question; without it, or as -, it is read from standard input."`
	List      bool   `help:"List the saved questions: the name of each, and what it asks."`
	Variables string `help:"Variables, as a JSON object." placeholder:"JSON"`
	Operation string `help:"Which operation of the document."`
}

func (c queryCommand) Run(ctx context.Context, out console) error {
	saved, err := questions.Load()
	if err != nil {
		return err
	}
	if c.List {
		for _, q := range saved.All {
			fmt.Fprintf(out.out, "%-36s %s\n", q.Name, q.Title)
		}
		return nil
	}
	document, err := c.document(saved, out.in)
	if err != nil {
		return err
	}
	variables, err := server.Variables(c.Variables)
	if err != nil {
		return exitError{exitUsage, "--variables: " + err.Error()}
	}
	sdl, model, err := schema.Load()
	if err != nil {
		return err
	}
	s, err := c.open(ctx, model)
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }()
	engine := graph.New(s, sdl, model, graph.DefaultLimits(), logger("text", out.err, slog.LevelError))
	result := engine.Execute(ctx, graph.Request{Query: document, OperationName: c.Operation, Variables: variables})
	body := result.Body
	if f, ok := out.out.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		var indented bytes.Buffer
		if json.Indent(&indented, body, "", "  ") == nil {
			body = indented.Bytes()
		}
	}
	if _, err := fmt.Fprintf(out.out, "%s\n", body); err != nil {
		return err
	}
	if result.Code != "" {
		return exitError{code: exitFailed}
	}
	return nil
}

// document takes what holds a brace for a document, and anything else for the name of a saved question or of a file.
func (c queryCommand) document(saved *questions.Set, in io.Reader) (string, error) {
	if strings.Contains(c.Document, "{") {
		return c.Document, nil
	}
	if q := saved.Find(c.Document); q != nil {
		return q.Document, nil
	}
	var text []byte
	var err error
	if c.Document == "" || c.Document == "-" {
		text, err = io.ReadAll(in)
	} else {
		text, err = os.ReadFile(c.Document)
	}
	if err != nil {
		return "", diplomacy.Errorf(diplomacy.NotFound, "the document cannot be read: %v; parley query --list names the saved questions", err)
	}
	return string(text), nil
}
