package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/term"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/coder"
	"github.com/parleygraph/parley/internal/diplomacy"
)

type codeCommand struct {
	Files     []string `arg:"" name:"file" help:"Articles: text, with or without front matter."`
	JSON      bool     `name:"json" help:"Print the coding as JSON."`
	Out       string   `placeholder:"DIR" help:"Write the JSON of each NAME.txt to NAME.json in this folder."`
	Why       bool     `help:"Name the rule and the line of the dictionary behind each fact."`
	Published string   `placeholder:"DATE" help:"When the articles were published, where they do not say so themselves."`
	Outlet    string   `placeholder:"NAME" help:"Who published them, where they do not say so themselves."`

	Dictionary dictFlags `embed:"" prefix:"dict-"`
}

func (c codeCommand) Run(ctx context.Context, out console) error {
	if c.Out != "" {
		if err := os.MkdirAll(c.Out, 0o755); err != nil {
			return diplomacy.Errorf(diplomacy.Invalid, "--out: %v", err)
		}
	}
	rules, err := c.Dictionary.rules()
	if err != nil {
		return listed(err, out)
	}
	refused := 0
	for _, file := range c.Files {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := c.one(rules, file, out.out); err != nil {
			fmt.Fprintf(out.err, "%s: %v\n", file, err)
			refused++
		}
	}
	if refused > 0 {
		return exitError{code: exitRefused}
	}
	return nil
}

// one codes a file.
func (c codeCommand) one(rules *coder.Rules, file string, out io.Writer) error {
	a, err := readForCoding(file)
	if err != nil {
		return err
	}
	if a.Published == "" {
		a.Published = c.Published
	}
	if a.Outlet == "" {
		a.Outlet = c.Outlet
	}
	coding := rules.Code(a)
	if c.JSON || c.Out != "" {
		b, err := json.MarshalIndent(coding, "", "  ")
		if err != nil {
			return err
		}
		b = append(b, '\n')
		if c.Out == "" {
			_, err = out.Write(b)
			return err
		}
		stem := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
		return os.WriteFile(filepath.Join(c.Out, stem+".json"), b, 0o644)
	}
	marks := [2]string{"«", "»"}
	if f, ok := out.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		marks = [2]string{"\x1b[4m", "\x1b[24m"}
	}
	_, err = io.WriteString(out, codingTable(file, a.Text, coding, marks, c.Why))
	return err
}

// readForCoding reads an article, and what its front matter says of it.
func readForCoding(file string) (coder.Article, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return coder.Article{}, diplomacy.Errorf(diplomacy.NotFound, "cannot be read: %v", err)
	}
	parts, err := article.Split(b)
	if err != nil {
		return coder.Article{}, err
	}
	if strings.TrimSpace(parts.Text) == "" {
		return coder.Article{}, diplomacy.Errorf(diplomacy.Invalid, "the article has no text")
	}
	a := coder.Article{Text: parts.Text}
	for line := range strings.Lines(string(parts.FrontMatter)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.TrimSpace(value)
		switch name {
		case "title":
			a.Title = value
		case "outlet":
			a.Outlet = value
		case "published":
			a.Published = value
		}
	}
	return a, nil
}

// found is a line of the table: a fact, in words.
type found struct {
	coder.Fact
	words string
}

// codingTable shows each sentence that carries facts, with the words that carry them marked, and the facts below it.
func codingTable(file, text string, c coder.Coding, marks [2]string, why bool) string {
	names := map[string]string{}
	for _, a := range c.Actors {
		names[a.ID] = a.Name
	}
	list := func(ids []string) string {
		var all []string
		for _, id := range ids {
			if n := names[id]; n != "" {
				id = n
			}
			all = append(all, id)
		}
		return strings.Join(all, ", ")
	}
	var all []found
	for _, s := range c.Statements {
		words := fmt.Sprintf("%s %s by %s", s.Act, value(s.CAMEO), list(s.Speakers))
		words += clause(" for ", list(s.Behalf)) + clause(" to ", list(s.Addressed)) + clause(" about ", list(s.About)) + clause(" on ", value(s.Channel)) + when(s.Said)
		all = append(all, found{s.Fact, words})
	}
	for _, t := range c.Talks {
		words := "talks"
		if t.Ordinal != nil {
			words += fmt.Sprintf(" no. %d", *t.Ordinal)
		}
		words += clause(" of ", list(t.Parties)) + clause(" in ", value(t.Place)) + clause(", mediated by ", list(t.Mediators)) + clause(", hosted by ", list(t.Hosts))
		words += clause(", from ", value(t.Started)) + clause(" to ", value(t.Ended)) + ": " + t.Status + " " + t.Outcome
		for _, a := range t.Accounts {
			words += fmt.Sprintf("; %s: %q", list([]string{a.Party}), a.Words)
		}
		all = append(all, found{t.Fact, words})
	}
	for _, r := range c.Relations {
		all = append(all, found{r.Fact, fmt.Sprintf("%s %s: %s", r.Type, value(r.CAMEO), list(r.Source)) + clause(" -> ", list(r.Target)) + clause(" about ", list(r.About)) + when(r.Said)})
	}
	slices.SortStableFunc(all, func(x, y found) int { return x.Start - y.Start })

	var out strings.Builder
	fmt.Fprintf(&out, "%s: %s, %s, %s, %s\n", file, count(len(c.Actors), "actor"), count(len(c.Statements), "statement"), count(len(c.Talks), "round")+" of talks", count(len(c.Relations), "relation"))
	next := 0
	for _, s := range article.Sentences(text) {
		first := next
		for next < len(all) && all[next].Start < s.End {
			next++
		}
		if first == next {
			continue
		}
		fmt.Fprintf(&out, "\n%s\n", marked(text, s, all[first:next], marks))
		for _, f := range all[first:next] {
			fmt.Fprintf(&out, "  %-4s %s", f.ID, f.words)
			if f.Polarity == "negative" {
				out.WriteString(", denied")
			}
			if f.Modality != "" && f.Modality != "asserted" {
				out.WriteString(", " + f.Modality)
			}
			if f.By != "" {
				out.WriteString(", says " + list([]string{f.By}))
			}
			if why {
				out.WriteString("  (" + f.Rule + clause(" ", f.Line) + ")")
			}
			out.WriteString("\n")
		}
	}
	return out.String()
}

// marked is a sentence with the words that carry facts between marks; where two overlap they are marked as one.
func marked(text string, s article.Span, facts []found, marks [2]string) string {
	var out strings.Builder
	at := s.Start
	for i := 0; i < len(facts); {
		start, end := facts[i].Start, facts[i].End
		for i < len(facts) && facts[i].Start <= end {
			end = max(end, facts[i].End)
			i++
		}
		end = min(end, s.End)
		out.WriteString(text[at:start] + marks[0] + text[start:end] + marks[1])
		at = end
	}
	out.WriteString(text[at:s.End])
	return strings.Join(strings.Fields(out.String()), " ")
}

func clause(before, s string) string {
	if s == "" {
		return ""
	}
	return before + s
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func when(t *coder.Time) string {
	if t == nil {
		return ""
	}
	if t.EDTF == nil {
		return " (" + t.Text + ")"
	}
	return " (" + t.Text + " = " + *t.EDTF + ")"
}
