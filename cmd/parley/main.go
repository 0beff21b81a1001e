// Command parley is the one binary: a file per verb. It is the only place that reads flags and the environment, and that exits.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// The exit codes.
const (
	exitFailed  = 1 // it could not be done
	exitUsage   = 2 // the command line is wrong
	exitRefused = 3 // some files were refused, the others were loaded
)

type cli struct {
	Serve   serveCommand  `cmd:"" help:"Serve the graph as GraphQL over HTTP."`
	Load    loadCommand   `cmd:"" help:"Load articles, curated facts, tables and dumps."`
	Query   queryCommand  `cmd:"" help:"Answer a GraphQL query without a server."`
	Review  reviewCommand `cmd:"" help:"Walk through what machine coders found, in the terminal: the sentence, the fact, accept, reject, correct."`
	Dump    dumpCommand   `cmd:"" help:"Write every node and edge as JSON lines: a backup that load reads."`
	Code    codeCommand   `cmd:"" help:"Find the facts of articles, each with the words it rests on, and write nothing to the graph."`
	Eval    evalCommand   `cmd:"" help:"Measure the coder on texts that people annotated."`
	Dict    dictCommand   `cmd:"" help:"Check the coder's dictionaries, with your own folder on top."`
	Version versionFlag   `help:"Print the version and exit." env:"-"`
}

type versionFlag bool

func (versionFlag) BeforeReset(app *kong.Kong) error {
	fmt.Fprintln(app.Stdout, "parley", version())
	app.Exit(0)
	return nil
}

// version is that of the module, where it was installed as one.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// console is what a verb talks to.
type console struct {
	in       io.Reader
	out, err io.Writer
}

// exitError ends the program with a code of its own, after an optional message.
type exitError struct {
	code    int
	message string
}

func (e exitError) Error() string { return e.message }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], console{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}

func run(ctx context.Context, args []string, c console) (code int) {
	exited := -1
	parser, err := kong.New(&cli{},
		kong.Name("parley"),
		kong.Description("A knowledge graph of geopolitical tension: who said what to whom, which talks were held, who offered to mediate and how it ended, each fact with the sentence of the article that says it.\n\nEvery flag can be set in the environment too: --listen as PARLEY_LISTEN."),
		kong.DefaultEnvars("PARLEY"),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.Writers(c.out, c.err),
		kong.Exit(func(code int) { exited = code; panic(exitError{code: code}) }),
		kong.Vars{"store": defaultStore()},
	)
	if err != nil {
		panic(err) // the command line's own definition is wrong
	}
	defer func() {
		if p := recover(); p != nil {
			if exited < 0 {
				panic(p)
			}
			code = exited // --help, --version
		}
	}()
	if len(args) == 0 {
		args = []string{"--help"}
	}
	chosen, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(c.err, "parley: %v; see parley --help\n", err)
		return exitUsage
	}
	chosen.BindTo(ctx, (*context.Context)(nil))
	if err := chosen.Run(c); err != nil {
		code, message := exitFailed, err.Error()
		exit, known := exitError{}, (*diplomacy.Error)(nil)
		switch {
		case errors.As(err, &exit):
			code = exit.code
		case ctx.Err() != nil:
			message = "interrupted; run it again to complete it"
		case errors.As(err, &known) && known.Code != diplomacy.Internal:
			message = known.Message // the cause is for a log
		}
		if message != "" {
			fmt.Fprintln(c.err, "parley:", strings.ReplaceAll(message, "\n", " "))
		}
		return code
	}
	return 0
}

// logger writes to the console's error side.
func logger(format string, w io.Writer, level slog.Level) *slog.Logger {
	o := &slog.HandlerOptions{Level: level}
	if format == "json" {
		return slog.New(slog.NewJSONHandler(w, o))
	}
	return slog.New(slog.NewTextHandler(w, o))
}
