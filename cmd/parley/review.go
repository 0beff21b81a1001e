package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/parleygraph/parley/internal/ingest"
	"github.com/parleygraph/parley/schema"
)

type reviewCommand struct {
	storeFlags
	Noun    string `placeholder:"NOUN" help:"Only facts of this noun: Statement, Event, Talks ..."`
	Coder   string `placeholder:"NAME" help:"Only what this coder found: rules."`
	Rule    string `placeholder:"RULE" help:"Only what this rule found."`
	Article string `placeholder:"KEY" help:"Only what stands in this article."`
}

const reviewHelp = `  a  accept: the article says so
  r  reject: it does not; the fact is kept as REJECTED, so that it does not come up again
  c  correct: NAME=VALUE, as many as are wrong, then accept; a relation is Noun:key, several separated by commas; NAME= takes a value away
  s  skip: decide another time
  q  quit: what was decided is kept`

func (c reviewCommand) Run(ctx context.Context, out console) error {
	_, model, err := schema.Load()
	if err != nil {
		return err
	}
	s, err := c.open(ctx, model)
	if err != nil {
		return err
	}
	err = func() error {
		review, err := ingest.NewReview(s, model, ingest.Which{Noun: c.Noun, Coder: c.Coder, Rule: c.Rule, Article: c.Article})
		if err != nil {
			return err
		}
		return walk(ctx, review, out)
	}()
	return errors.Join(err, s.Close())
}

// walk asks a person about one fact after the other.
func walk(ctx context.Context, review *ingest.Review, out console) error {
	total, err := review.Count(ctx)
	if err != nil {
		return err
	}
	if total == 0 {
		fmt.Fprintln(out.out, "Nothing is left to review.")
		return nil
	}
	answers := bufio.NewReader(out.in)
	marks := [2]string{"«", "»"}
	if f, ok := out.out.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		marks = [2]string{"\x1b[4m", "\x1b[24m"}
	}
	accepted, rejected := 0, 0
	defer func() {
		fmt.Fprintf(out.out, "%s accepted, %d rejected, %d left.\n", count(accepted, "fact"), rejected, total-accepted-rejected)
	}()
	for n := 1; ; n++ {
		p, err := review.Next(ctx)
		if err != nil || p == nil {
			return err
		}
		show(out.out, p, n, total, marks)
		corrected := false
		for decided := false; !decided; {
			question := "accept, reject, correct, skip, quit? [a/r/c/s/q] "
			if corrected {
				question = "corrected; accept, correct more, undo, quit? [a/c/u/q] "
			}
			answer, err := ask(ctx, answers, out.out, question)
			if err != nil {
				return err
			}
			switch {
			case answer == "a", answer == "accept":
				if err := review.Decide(ctx, p, true); err != nil {
					return err
				}
				accepted++
				decided = true
			case !corrected && (answer == "r" || answer == "reject"):
				if err := review.Decide(ctx, p, false); err != nil {
					return err
				}
				rejected++
				decided = true
			case answer == "c", answer == "correct":
				line, err := ask(ctx, answers, out.out, "NAME=VALUE: ")
				if err != nil {
					return err
				}
				name, value, ok := strings.Cut(line, "=")
				if !ok {
					fmt.Fprintln(out.out, "Write what is wrong, an equals sign, and what is right: act=DENY")
					break
				}
				if err := p.Correct(ctx, review, strings.TrimSpace(name), strings.TrimSpace(value)); err != nil {
					fmt.Fprintln(out.out, err)
					break
				}
				corrected = true
			case corrected && (answer == "u" || answer == "undo"):
				if p, err = review.Again(ctx, p); err != nil {
					return err
				}
				corrected = false
			case !corrected && (answer == "s" || answer == "skip"):
				decided = true
			case answer == "q", answer == "quit":
				return nil
			default:
				fmt.Fprintln(out.out, reviewHelp)
			}
		}
	}
}

// ask reads a line. The end of the input is to quit.
func ask(ctx context.Context, in *bufio.Reader, out io.Writer, question string) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	fmt.Fprint(out, question)
	line, err := in.ReadString('\n')
	if errors.Is(err, io.EOF) && line == "" {
		fmt.Fprintln(out)
		return "q", nil
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	return strings.TrimSpace(line), nil
}

func show(out io.Writer, p *ingest.Pending, n, total int, marks [2]string) {
	fmt.Fprintf(out, "\n%d of %d: %s\n", n, total, p.Noun)
	for _, e := range p.Evidence {
		where := e.Title
		if where == "" {
			where = "article " + e.Article
		}
		for _, more := range []string{e.Outlet, e.Published} {
			if more != "" {
				where += ", " + more
			}
		}
		fmt.Fprintf(out, "\n  %s\n  %s%s%s%s%s\n", where, oneLine(e.Before), marks[0], oneLine(e.Words), marks[1], oneLine(e.After))
		rule := e.Rule
		if e.Line != "" {
			rule += ", " + e.Line
		}
		fmt.Fprintf(out, "  (%s: %s; confidence %.2f)\n", e.Coder, rule, e.Confidence)
	}
	fmt.Fprintln(out)
	for _, f := range p.Values {
		fmt.Fprintf(out, "  %-16s %s\n", f.Name, oneLine(f.Value))
	}
	fmt.Fprintln(out)
}

func oneLine(s string) string {
	return strings.NewReplacer("\r", " ", "\n", " ", "\t", " ", "\x1b", "").Replace(s)
}
