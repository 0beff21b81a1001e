package main_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite what the README's commands print")

var (
	consoles = regexp.MustCompile("(?s)```console\n(.*?)```\n")
	commands = regexp.MustCompile(`(?m)^\$ (parley|cat) ((?:'[^']*'|[^'\n])*)\n`)
	argument = regexp.MustCompile(`'[^']*'|[^'\s]+`)
	// What moves with every change of a dictionary is not compared.
	hashes = regexp.MustCompile(`"([0-9a-f]{4})(?:[0-9a-f]{56}|…)([0-9a-f]{4})"`)
	moving = regexp.MustCompile(`"[0-9a-f]{4}…[0-9a-f]{4}"|\.tsv:\d+`)
)

// The README's consoles show what its commands print: `cat` what is in a file, `parley` what the binary says after the commands before it.
// What is shown may be cut short by a line of "…", and JSON laid out by hand; -update writes what is printed now.
func TestReadmeShowsWhatItsCommandsPrint(t *testing.T) {
	const file = "../../README.md"
	readme, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	dir, store, ran := t.TempDir(), newSQLite(t), 0
	run := func(args []string) string {
		ran++
		cmd := command(t, args, "PARLEY_STORE="+store)
		cmd.Dir = dir
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("parley %s: %v", strings.Join(args, " "), err)
		}
		return hashes.ReplaceAllString(string(out), `"$1…$2"`)
	}
	renewed := consoles.ReplaceAllStringFunc(string(readme), func(block string) string {
		block = consoles.FindStringSubmatch(block)[1]
		out, found := "```console\n", commands.FindAllStringSubmatchIndex(block, -1)
		for i, at := range found {
			end := len(block)
			if i+1 < len(found) {
				end = found[i+1][0]
			}
			shown := block[at[1]:end]
			args := argument.FindAllString(block[at[4]:at[5]], -1)
			for i := range args {
				args[i] = strings.Trim(args[i], "'")
			}
			out += block[at[0]:at[1]]
			if block[at[2]:at[3]] == "cat" {
				write(t, dir, map[string]string{args[0]: shown})
				out += shown
				continue
			}
			printed := cutShort(run(args), shown)
			if compared(printed) != compared(shown) {
				if !*update {
					t.Errorf("%sprints\n%s", block[at[0]:at[1]], printed)
				}
				shown = laidOut(printed)
			}
			out += shown
		}
		return out + "```\n"
	})
	if ran < 4 {
		t.Errorf("only %d commands were found in the README", ran)
	}
	if *update {
		if err := os.WriteFile(file, []byte(renewed), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// cutShort cuts what was printed where what is shown of it is cut.
func cutShort(printed, shown string) string {
	if !strings.HasSuffix(shown, "\n…\n") {
		return printed
	}
	return strings.Join(strings.SplitAfter(printed, "\n")[:strings.Count(shown, "\n")-1], "") + "…\n"
}

func compared(s string) string {
	var b bytes.Buffer
	if json.Compact(&b, []byte(s)) == nil {
		s = b.String()
	}
	return moving.ReplaceAllString(s, "")
}

func laidOut(s string) string {
	var b bytes.Buffer
	if json.Indent(&b, []byte(s), "", "  ") == nil {
		s = b.String()
	}
	return s
}
