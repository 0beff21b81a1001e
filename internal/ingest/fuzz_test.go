package ingest

import (
	"math"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/schema"
)

// Whatever a facts file and the article beside it hold, reading them ends, and what is accepted rests on words that stand there.
func FuzzFacts(f *testing.F) {
	_, model, err := schema.Load()
	if err != nil {
		f.Fatal(err)
	}
	seed := func(name string) string {
		b, err := os.ReadFile("../../seeds/articles/russia-offers-mediation." + name)
		if err != nil {
			f.Fatal(err)
		}
		return string(b)
	}
	f.Add(seed("txt"), seed("facts.yaml"))
	const text, fact = "---\nkey: k\n---\nFog “lay”. Fog left.\n", "- Process: p\n  name: Fog\n  kind: DISPUTE\n  evidence: "
	for _, evidence := range []string{"Fog “lay”", "{words: Fog, occurrence: 2}", "[Fog “lay”, left]", "[]", "", "{words: Fog, occurrence: 1.5}", "|-\n    Fog\n    left", "&a Fog left", "*a", "!!str Fog left", "[[Fog]]"} {
		f.Add(text, fact+evidence+"\n")
	}
	for _, facts := range []string{"", "- ", "- Official: \"a\\0b\"\n  name: n\n", "a: b", "[{Issue: i, name: n}]", "- Issue: i\n  name: n\n---\n- Issue: j\n", "- Issue: i\n  name: n\n---\n", "- {? [a]: b}", "- <<: *x", "\ufeff- Issue: i\n  name: n\n", "- UnnamedSource: u\n  name: n\n  plural: true\n  article: this\n"} {
		f.Add(text, facts)
	}
	f.Fuzz(func(t *testing.T, text, facts string) {
		u := &unit{source: Source{FS: fstest.MapFS{"a.txt": {Data: []byte(text)}, "a.facts.yaml": {Data: []byte(facts)}}, Path: ".", Name: "fuzz"}, stem: "a"}
		u.read(model)
		for _, p := range u.problems {
			if p.Message == "" || p.Line < 0 || !strings.HasPrefix(p.File, "fuzz/a.") {
				t.Errorf("a problem without its place or its reason: %+v", p)
			}
		}
		if u.refused() {
			return
		}
		parts, err := article.Split([]byte(text))
		if err != nil {
			t.Fatalf("an article that cannot be read was accepted: %v", err)
		}
		evidence := map[string]int{} // by the id of its fact
		for _, n := range u.nodes {
			accepted(t, model, n)
			if n.noun.Name != "Evidence" {
				continue
			}
			start, end := n.columns["start"].(int64), n.columns["end"].(int64)
			words, sentence := n.columns["words"].(string), n.columns["sentence"].(string)
			if start < 0 || start >= end || end > int64(len(parts.Text)) || parts.Text[start:end] != words || strings.TrimSpace(words) == "" {
				t.Errorf("the words %q do not stand at %d-%d", words, start, end)
			}
			if !strings.Contains(sentence, strings.TrimSpace(words)) || !strings.Contains(parts.Text, sentence) {
				t.Errorf("the words %q do not stand in the sentence %q", words, sentence)
			}
			for _, r := range n.refs {
				if r.relation.Name == "fact" {
					evidence[r.id]++
				}
			}
		}
		for _, n := range u.nodes {
			if is(model, n.noun, "Fact") && evidence[n.id] == 0 {
				t.Errorf("%s:%q rests on nothing", n.noun.Name, n.key)
			}
		}
	})
}

// accepted checks what every node that is accepted has.
func accepted(t *testing.T, model *query.Model, n *node) {
	t.Helper()
	if n.id != diplomacy.ID(n.noun.Name, n.key) || n.columns["key"] != n.key || strings.TrimSpace(n.key) == "" {
		t.Errorf("%s:%q has the id %s and the key %v", n.noun.Name, n.key, n.id, n.columns["key"])
	}
	for name, v := range n.columns {
		if text, ok := v.(string); ok && checkText(text, math.MaxInt) != nil {
			t.Errorf("%s.%s is no text: %q", n.noun.Name, name, text)
		}
	}
	for _, p := range n.noun.Properties {
		if _, ok := n.columns[p.Name]; p.Required && !ok && p.Name != query.ID.Name {
			t.Errorf("%s:%q has no %s", n.noun.Name, n.key, p.Name)
		}
	}
	for _, r := range n.refs {
		if !model.Noun(r.noun).Is(r.relation.Target) || r.id != diplomacy.ID(r.noun, r.key) {
			t.Errorf("%s:%q has a %s to %s:%s", n.noun.Name, n.key, r.relation.Name, r.noun, r.key)
		}
	}
}
