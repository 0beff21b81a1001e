package coder

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/parleygraph/parley/internal/coder/dictionary"
)

// TestCases runs testdata/NN-NAME.txtar, one file for each class of failures that coders of news are known for. A file says what the class is,
// then has articles and what is wanted of each: `-- NAME --` is an article, with its front matter if it has one, and `-- NAME: want --` the
// facts, one a line:
//
//	statement act=ACCUSE speakers="Ana Rojas" behalf=Chile evidence~"had left the room"
//	no relation type=ATTACKS
//
// A line names a kind (actor, statement, talks, relation) and what some of its keys must be: = is the whole value, ~ a part of it, and
// nothing behind = means that there is no value. Actors and talks are named, not numbered: lists are names with commas between them, in the
// order of the alphabet; talks are named by their evidence. One fact must be all that a line says, and no fact what a line says that begins
// with "no".
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	rules := newRules(t)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			parts, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			articles := map[string]string{}
			for _, p := range parts.Files {
				name, want := strings.CutSuffix(p.Name, ": want")
				if !want {
					articles[name] = string(p.Data)
					continue
				}
				text, ok := articles[name]
				if !ok {
					t.Fatalf("%s: no article %q stands before what is wanted of it", file, name)
				}
				delete(articles, name)
				found := described(rules.Code(articleOf(text)))
				for line := range strings.Lines(string(p.Data)) {
					line = strings.TrimSpace(line)
					if line == "" || strings.HasPrefix(line, "#") {
						continue
					}
					c, err := parseWanted(line)
					if err != nil {
						t.Fatalf("%s: %q: %v", name, line, err)
					}
					if slices.ContainsFunc(found, c.meets) == c.none {
						t.Errorf("%s: %s\nfound:\n%s", name, line, listed(found, c.kind))
					}
				}
			}
			for name := range articles {
				t.Errorf("%q: nothing is wanted of it", name)
			}
		})
	}
}

func articleOf(file string) Article {
	a := Article{Text: file}
	front, ok := strings.CutPrefix(file, "---\n")
	if !ok {
		return a
	}
	front, a.Text, _ = strings.Cut(front, "---\n")
	for line := range strings.Lines(front) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch name {
		case "published":
			a.Published = value
		case "outlet":
			a.Outlet = value
		case "title":
			a.Title = value
		}
	}
	return a
}

// describedFact is a fact with all its keys as text.
type describedFact struct {
	kind string
	keys map[string]string
}

// described makes text of a coding, through its JSON: what a test sees is what a user sees.
func described(c Coding) []describedFact {
	b, err := json.Marshal(c)
	if err != nil {
		panic(err)
	}
	var lists map[string][]map[string]any
	if err := json.Unmarshal(b, &lists); err != nil {
		panic(err)
	}
	names := map[string]string{}
	for _, a := range c.Actors {
		names[a.ID] = a.Name
	}
	for _, t := range c.Talks {
		names[t.ID] = t.Evidence
	}
	for _, r := range c.Relations {
		names[r.ID] = r.Type
	}
	var text func(v any) string
	text = func(v any) string {
		switch v := v.(type) {
		case nil:
			return ""
		case string:
			if n := names[v]; n != "" {
				return n
			}
			return v
		case float64:
			return strconv.FormatFloat(v, 'g', -1, 64)
		case []any:
			var all []string
			for _, x := range v {
				all = append(all, text(x))
			}
			slices.Sort(all)
			return strings.Join(all, ", ")
		case map[string]any:
			if words, ok := v["words"]; ok {
				return text(v["party"]) + ": " + text(words)
			}
			return text(v["edtf"])
		}
		return fmt.Sprint(v)
	}
	var all []describedFact
	for _, kind := range [][2]string{{"actors", "actor"}, {"statements", "statement"}, {"talks", "talks"}, {"relations", "relation"}} {
		for _, f := range lists[kind[0]] {
			d := describedFact{kind: kind[1], keys: map[string]string{}}
			for k, v := range f {
				d.keys[k] = text(v)
			}
			all = append(all, d)
		}
	}
	return all
}

// wanted is a line of what is wanted.
type wanted struct {
	kind  string
	none  bool
	terms []term
}

type term struct {
	key, value string
	part       bool
}

func parseWanted(line string) (w wanted, err error) {
	line, w.none = strings.CutPrefix(line, "no ")
	w.kind, line, _ = strings.Cut(line, " ")
	if !slices.Contains([]string{"actor", "statement", "talks", "relation"}, w.kind) {
		return w, fmt.Errorf("%q is no kind", w.kind)
	}
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		at := strings.IndexAny(line, "=~")
		if at < 0 {
			return w, fmt.Errorf("%q has no value", line)
		}
		one := term{key: line[:at], part: line[at] == '~'}
		line = line[at+1:]
		if strings.HasPrefix(line, `"`) {
			quoted, err := strconv.QuotedPrefix(line)
			if err != nil {
				return w, err
			}
			line = line[len(quoted):]
			if one.value, err = strconv.Unquote(quoted); err != nil {
				return w, err
			}
		} else {
			one.value, line, _ = strings.Cut(line, " ")
		}
		w.terms = append(w.terms, one)
	}
	return w, nil
}

func (w wanted) meets(f describedFact) bool {
	if f.kind != w.kind {
		return false
	}
	for _, one := range w.terms {
		if v := f.keys[one.key]; v != one.value && !(one.part && strings.Contains(v, one.value)) {
			return false
		}
	}
	return true
}

// listed are the facts of a kind, for the message of a test that fails.
func listed(facts []describedFact, kind string) string {
	var out strings.Builder
	for _, f := range facts {
		if f.kind != kind {
			continue
		}
		out.WriteString("  " + kind)
		for _, k := range []string{"name", "kind", "of", "act", "type", "cameo", "speakers", "behalf", "source", "target", "parties", "ordinal", "place", "started", "ended", "mediators", "hosts", "format", "status",
			"outcome", "accounts", "addressed", "about", "channel", "said", "quote", "polarity", "modality", "by", "rule", "line", "evidence"} {
			if v := f.keys[k]; v != "" {
				fmt.Fprintf(&out, " %s=%q", k, v)
			}
		}
		out.WriteString("\n")
	}
	return out.String()
}

func newRules(t testing.TB) *Rules {
	t.Helper()
	d, err := dictionary.Load()
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewRules(d)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
