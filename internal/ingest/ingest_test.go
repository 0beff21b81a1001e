package ingest_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/ingest"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
	"github.com/parleygraph/parley/internal/store/sqlite"
	"github.com/parleygraph/parley/schema"
)

// graph is an empty store.
func graph(t *testing.T) (*query.Model, store.Store) {
	t.Helper()
	_, model, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "parley.db"), model, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return model, s
}

func source(files map[string]string) ingest.Source {
	fs := fstest.MapFS{}
	for name, text := range files {
		fs[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return ingest.Source{FS: fs, Path: ".", Name: "notes"}
}

// nodes loads files into an empty store, which must take all of them, and returns the nodes of a noun by key.
func nodes(t *testing.T, noun string, files map[string]string) map[string]map[string]any {
	t.Helper()
	model, s := graph(t)
	report, err := ingest.Load(t.Context(), s, model, []ingest.Source{source(files)}, ingest.Options{})
	if err != nil || len(report.Problems) > 0 {
		t.Fatal(err, report.Problems)
	}
	all := map[string]map[string]any{}
	err = s.Nodes(t.Context(), func(n store.Node) error {
		if n.Noun.Name == noun {
			all[n.Columns["key"].(string)] = n.Columns
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Evidence points into the text by byte, whatever letters are before it and wherever the text begins in its file.
func TestEvidence(t *testing.T) {
	for _, c := range []struct {
		name, article string
		evidence      string // YAML
		start, end    int
		words         string
		sentence      string
		number        int
	}{
		{"at the start", "Fog lay over the port. Nobody left.", "Fog lay",
			0, 7, "Fog lay", "Fog lay over the port.", 1},
		{"at the end", "Fog lay over the port. Nobody left.", "Nobody left.",
			23, 35, "Nobody left.", "Nobody left.", 2},
		{"the whole text", "Fog lay over the port.", "Fog lay over the port.",
			0, 22, "Fog lay over the port.", "Fog lay over the port.", 1},
		{"after letters of several bytes", "Çelik said: “Nö — 和平 🕊.” He left the café.", "the café",
			48, 57, "the café", "He left the café.", 2},
		{"letters of several bytes", "Çelik said: “Nö — 和平 🕊.” He left.", "“Nö — 和平 🕊.”",
			13, 39, "“Nö — 和平 🕊.”", "Çelik said: “Nö — 和平 🕊.”", 1},
		{"after the front matter", "---\ntitle: Fög\n---\nFog lay. Nobody left.", "Nobody",
			9, 15, "Nobody", "Nobody left.", 2},
		{"after a byte order mark", "\ufeff---\ntitle: Fog\n---\nFog lay. Nobody left.", "Nobody",
			9, 15, "Nobody", "Nobody left.", 2},
		{"after a byte order mark alone", "\ufeffFog lay. Nobody left.", "Nobody",
			9, 15, "Nobody", "Nobody left.", 2},
		{"after lines of Windows", "---\r\ntitle: Fog\r\n---\r\nFog lay.\r\nNobody left.\r\n", "Nobody left.",
			10, 22, "Nobody left.", "Nobody left.", 2},
		{"over two sentences", "Fog lay. Nobody left. Then it rained.", "lay. Nobody",
			4, 15, "lay. Nobody", "Fog lay. Nobody left.", 1},
		{"over three sentences", "Fog lay. Nobody left. Then it rained. It was late.", "left. Then it rained. It",
			16, 40, "left. Then it rained. It", "Nobody left. Then it rained. It was late.", 2},
		{"over a line break", "Fog lay over\nthe port. Nobody left.", `"over\nthe port"`,
			8, 21, "over\nthe port", "Fog lay over\nthe port.", 1},
		{"over paragraphs", "Fog lay.\n\nNobody left.", `"lay.\n\nNobody"`,
			4, 16, "lay.\n\nNobody", "Fog lay.\n\nNobody left.", 1},
		{"the second of two", "Fog lay. Fog left.", "{words: Fog, occurrence: 2}",
			9, 12, "Fog", "Fog left.", 2},
		{"the first of one, said", "Fog lay.", "{occurrence: 1, words: Fog lay}",
			0, 7, "Fog lay", "Fog lay.", 1},
		{"words within each other", "ha ha ha", "{words: ha ha, occurrence: 2}",
			3, 8, "ha ha", "ha ha ha", 1},
		{"blanks around", "Fog lay. Nobody left.", `" Nobody "`,
			8, 16, " Nobody ", "Fog lay. Nobody left.", 1},
		{"folded by YAML", "Fog lay over the port. Nobody left.", ">-\n    lay over\n    the port",
			4, 21, "lay over the port", "Fog lay over the port.", 1},
		{"kept by YAML", "Fog lay over\nthe port. Nobody left.", "|-\n    over\n    the port",
			8, 21, "over\nthe port", "Fog lay over\nthe port.", 1},
		{"a number for YAML", "It was 039 and not 39.", "039",
			7, 10, "039", "It was 039 and not 39.", 1},
		{"null for YAML, in quotes", "The answer was null.", `"null"`,
			15, 19, "null", "The answer was null.", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := nodes(t, "Evidence", map[string]string{
				"a.txt":        c.article,
				"a.facts.yaml": "- Process: p\n  name: Fog\n  kind: DISPUTE\n  evidence: " + c.evidence + "\n",
			})
			if len(all) != 1 {
				t.Fatalf("%d pieces of evidence", len(all))
			}
			for key, e := range all {
				got := fmt.Sprintf("%v-%v %q in %v %q by %v", e["start"], e["end"], e["words"], e["sentenceNumber"], e["sentence"], e["coder"])
				want := fmt.Sprintf("%d-%d %q in %d %q by curator", c.start, c.end, c.words, c.number, c.sentence)
				if got != want {
					t.Errorf("got  %s\nwant %s", got, want)
				}
				if suffix := fmt.Sprintf("#%d-%d Process:p", c.start, c.end); !strings.HasSuffix(key, suffix) {
					t.Errorf("the key %q does not end in %q", key, suffix)
				}
			}
		})
	}
}

// An article is known by its address and its text, unless it says a key itself.
func TestArticleKey(t *testing.T) {
	hash := func(s string) string {
		sum := sha256.Sum256([]byte(s))
		return hex.EncodeToString(sum[:])
	}
	const text = "Fog lay over the port.\n"
	for _, c := range []struct{ name, file, key string }{
		{"text alone", text, "b0e8035d8cb1e8e7"},
		{"with an address", "---\nurl: https://gazette.example/fog\n---\n" + text, "3db6bdbda8a2ae17"},
		{"with a title", "---\ntitle: Fog\nlanguage: en\n---\n" + text, hash("\n" + text)[:16]}, // which is no part of it
		{"another text", text + "\n", hash("\n" + text + "\n")[:16]},
		{"its own key", "---\nkey: fog-2031\nurl: https://gazette.example/fog\n---\n" + text, "fog-2031"},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := nodes(t, "Article", map[string]string{"a.txt": c.file})
			_, body, front := strings.Cut(c.file, "\n---\n")
			if !front {
				body = c.file
			}
			a, ok := all[c.key]
			if !ok || len(all) != 1 {
				t.Fatalf("got %v, want %s", all, c.key)
			}
			if a["text"] != body || a["sha256"] != hash(body) {
				t.Errorf("got %v", a)
			}
		})
	}
}

// Values as a file has them, and as they are kept.
func TestValues(t *testing.T) {
	columns := func(yaml string) map[string]any {
		t.Helper()
		return nodes(t, "Event", map[string]string{
			"a.txt":        "Fog lay.",
			"a.facts.yaml": "- Event: e\n  name: n\n  cameo: \"01\"\n  modality: ASSERTED\n  polarity: POSITIVE\n  evidence: Fog\n" + yaml,
		})["e"]
	}
	for _, c := range []struct {
		yaml string
		name string
		want any
	}{
		{"reports: 12", "reports", int64(12)},
		{"reports: '12'", "reports", int64(12)},
		{"reports: -0", "reports", int64(0)},
		{"reports: 012", "reports", int64(12)},
		{"reports: 2147483647", "reports", int64(2147483647)},
		{"reports:", "reports", nil},
		{"reports: ~", "reports", nil},
		{"goldstein: 5", "goldstein", 5.0},
		{"goldstein: -7.25", "goldstein", -7.25},
		{"goldstein: 1e-3", "goldstein", 0.001},
		{"goldstein: 0.1234565", "goldstein", 0.123457},
		{"goldstein: .5", "goldstein", 0.5},
		{"plover: yes", "plover", "yes"},
		{"plover: 0x1F", "plover", "0x1F"},
		{"plover: 1_000", "plover", "1_000"},
		{"plover: 2031-04-17", "plover", "2031-04-17"},
		{`plover: "two\nlines"`, "plover", "two\nlines"},
		{"plover: |\n    two\n    lines", "plover", "two\nlines\n"},
		{"plover: >-\n    one\n    line", "plover", "one line"},
		{"plover: a # comment", "plover", "a"},
		{"plover: a#b", "plover", "a#b"},
		{"occurredOn: 2031", "occurredOn", "2031"},
		{"occurredOn: 2031", "occurredOn_to", "2031-12-31T23:59:59Z"},
		{"occurredOn: 2031-04-16T23:30+05:00", "occurredOn", "2031-04-16T18:30Z"},
		{"occurredOn: 2031-04-16T23:30+05:00", "occurredOn_from", "2031-04-16T18:30:00Z"},
		{"", "reportedAt", nil}, // the article has no date
	} {
		if got := columns("  " + c.yaml + "\n")[c.name]; got != c.want {
			t.Errorf("%s: %s is %#v, want %#v", c.yaml, c.name, got, c.want)
		}
	}
	aliases := func(yaml string) any {
		return nodes(t, "Official", map[string]string{"a.facts.yaml": "- Official: o\n  name: n\n  aliases: " + yaml + "\n"})["o"]["aliases"]
	}
	for yaml, want := range map[string]string{"[a, b, a]": "[a b a]", "alone": "[alone]", "[]": "<nil>", "": "<nil>", "[1, true, null-ish]": "[1 true null-ish]", `["a|b"]`: "[a|b]"} {
		if got := fmt.Sprint(aliases(yaml)); got != want {
			t.Errorf("aliases: %s is %s, want %s", yaml, got, want)
		}
	}
}

// A fact is reported when its article was published, as precisely as that is known.
func TestReportedAt(t *testing.T) {
	all := nodes(t, "Process", map[string]string{
		"a.txt":        "---\npublished: 2031-04~\n---\nFog lay.",
		"a.facts.yaml": "- Process: p\n  name: Fog\n  kind: DISPUTE\n  evidence: Fog\n",
	})
	got := fmt.Sprint(all["p"]["reportedAt"], all["p"]["reportedAt_from"], all["p"]["reportedAt_to"])
	if want := fmt.Sprint("2031-04~", "2031-04-01T00:00:00Z", "2031-04-30T23:59:59Z"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A load says how far it is: never backwards, and at the end all of it is done.
func TestProgress(t *testing.T) {
	files := map[string]string{
		"places.tsv":   "key\tname\tkind\tcountry\nvelm\tVelm\tCAPITAL\tVEL\n", // they need each other
		"states.tsv":   "key\tname\tcapital\nVEL\tVelmara\tvelm\n",
		"bad.tsv":      "key\tname\n",
		"c.facts.yaml": "- Issue: i\n  name: Fog\n",
	}
	for _, dry := range []bool{false, true} {
		model, s := graph(t)
		var steps []int
		last := 0
		report, err := ingest.Load(t.Context(), s, model, []ingest.Source{source(files)}, ingest.Options{DryRun: dry, Progress: func(done, total int) {
			steps, last = append(steps, done), total
		}})
		if err != nil || report.Refused != 1 {
			t.Fatal(err, report)
		}
		if !slices.IsSorted(steps) || len(steps) < len(files) || steps[len(steps)-1] != last || last == 0 {
			t.Errorf("dry run %v: %v of %d", dry, steps, last)
		}
	}
}

// stopping ends a context after some writes.
type stopping struct {
	store.Store
	after int
	stop  context.CancelFunc
}

func (s *stopping) Write(ctx context.Context, b store.Batch) (store.Changes, error) {
	if s.after--; s.after < 0 {
		s.stop()
	}
	return s.Store.Write(ctx, b)
}

// However many writes were done when a load is interrupted, a second one completes it, and the sum of both is what one would have done.
func TestInterrupted(t *testing.T) {
	files := map[string]string{"states.tsv": "key\tname\nVEL\tVelmara\n"}
	for n := range 3 {
		files[fmt.Sprintf("%d.facts.yaml", n)] = fmt.Sprintf("- Organization: o%d\n  name: n\n  kind: OTHER\n  partOf: State:VEL\n", n)
	}
	for after := range 4 {
		model, s := graph(t)
		ctx, stop := context.WithCancel(t.Context())
		first, err := ingest.Load(ctx, &stopping{s, after, stop}, model, []ingest.Source{source(files)}, ingest.Options{})
		if diplomacy.CodeOf(err) != diplomacy.Unavailable || !strings.HasPrefix(err.Error(), "interrupted; run it again to complete it") {
			t.Errorf("after %d writes: %v", after, err)
		}
		second, err := ingest.Load(t.Context(), s, model, []ingest.Source{source(files)}, ingest.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if first.Changes.NodesCreated != after || first.Changes.NodesCreated+second.Changes.NodesCreated != 4 || second.Changes.NodesUnchanged != after {
			t.Errorf("after %d writes: %+v, then %+v", after, first.Changes, second.Changes)
		}
	}
}
