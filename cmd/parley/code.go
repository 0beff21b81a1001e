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
	"github.com/parleygraph/parley/internal/article/formats"
	"github.com/parleygraph/parley/internal/coder"
	"github.com/parleygraph/parley/internal/diplomacy"
)

type codeCommand struct {
	Files     []string `arg:"" name:"file" help:"Articles in any format that load reads: text with or without front matter, HTML, RSS, Atom, JSON lines, WARC."`
	JSON      bool     `name:"json" help:"Print the coding as JSON."`
	Out       string   `placeholder:"DIR" help:"Write the JSON of each NAME.txt to NAME.json in this folder; where a file holds several articles, of the second to NAME-2.json."`
	Why       bool     `help:"Name the rule and the line of the dictionary behind each fact."`
	Published string   `placeholder:"DATE" help:"When the articles were published, where they do not say so themselves."`
	Outlet    string   `placeholder:"NAME" help:"Who published them, where they do not say so themselves."`

	Dictionary dictFlags `embed:"" prefix:"dict-"`
}

func (c codeCommand) Run(ctx context.Context, out console) error {
	if c.Published != "" {
		if _, err := diplomacy.ParsePartialDate(c.Published); err != nil {
			return exitError{exitUsage, "--published: " + err.Error()}
		}
	}
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
		problem := func(place string, err error) {
			fmt.Fprintf(out.err, "%s%s: %v\n", file, clause(": ", place), err)
			refused++
		}
		n := 0
		err := articlesOf(file, func(found formats.Found) error {
			n++
			a, err := c.article(found)
			if err != nil {
				problem(found.Place, err)
				return ctx.Err()
			}
			name := file + clause(": ", found.Place)
			if err := c.write(name, outName(file, n), a.Text, rules.Code(a), out.out); err != nil {
				return err
			}
			return ctx.Err()
		})
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			problem("", err)
		}
	}
	if refused > 0 {
		return exitError{code: exitRefused}
	}
	return nil
}

// articlesOf calls yield with each article of a file, until it returns an error.
func articlesOf(name string, yield func(formats.Found) error) error {
	file, err := os.Open(name)
	if err != nil {
		return diplomacy.Errorf(diplomacy.NotFound, "cannot be read: %v", err)
	}
	defer func() { _ = file.Close() }()
	opened, err := formats.Open(file, name)
	if err != nil {
		return err
	}
	var stopped error
	err = opened.Each(formats.Options{}, func(found formats.Found) bool {
		if !found.Passed {
			stopped = yield(found)
		}
		return stopped == nil
	})
	if stopped != nil {
		return stopped
	}
	return err
}

// outName is the name of the JSON of a file's nth article.
func outName(file string, n int) string {
	stem := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	if n > 1 {
		stem += fmt.Sprintf("-%d", n)
	}
	return stem + ".json"
}

// article is what the coder reads of one, with what its front matter says of it.
func (c codeCommand) article(found formats.Found) (coder.Article, error) {
	if found.Err != nil {
		return coder.Article{}, found.Err
	}
	if strings.TrimSpace(found.Text) == "" {
		return coder.Article{}, diplomacy.Errorf(diplomacy.Invalid, "the article has no text")
	}
	a := coder.Article{Text: found.Text, Title: found.Title, Outlet: found.Outlet, Published: found.Day}
	if a.Published == "" {
		a.Published = found.Published
	}
	for line := range strings.Lines(string(found.FrontMatter)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		switch name {
		case "title":
			a.Title = value
		case "outlet":
			a.Outlet = value
		case "published":
			if _, err := diplomacy.ParsePartialDate(value); err == nil {
				a.Published = value
			}
		}
	}
	if a.Published == "" {
		a.Published = c.Published
	}
	if a.Outlet == "" {
		a.Outlet = c.Outlet
	}
	if tag := article.Language(found.Text); tag != "" && tag != "en" && !strings.HasPrefix(tag, "en-") {
		return coder.Article{}, diplomacy.Errorf(diplomacy.Invalid, "the article is in %s, and only English is coded", article.LanguageName(tag))
	}
	return a, nil
}

// write prints a coding, or writes it to a file of the folder that --out names.
func (c codeCommand) write(name, file, text string, coding coder.Coding, out io.Writer) error {
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
		return os.WriteFile(filepath.Join(c.Out, file), b, 0o644)
	}
	marks := [2]string{"«", "»"}
	if f, ok := out.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		marks = [2]string{"\x1b[4m", "\x1b[24m"}
	}
	_, err := io.WriteString(out, codingTable(name, text, coding, marks, c.Why))
	return err
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
