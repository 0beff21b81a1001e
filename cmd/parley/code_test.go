package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// lake is an article of our own: who mediates, who offers to, who says what of it.
const lake = `---
title: Talks on the lake
outlet: Test Wire
published: 2024-05-10
---
Norway hosted a second round of talks between Chile and Peru in Oslo on Thursday. Chilean Foreign Minister Ana Rojas said the talks had made “real progress”.

Kenya offered to mediate between Chile and Peru. Peru turned the offer down.
`

func TestCodeShowsFactsBelowTheirSentences(t *testing.T) {
	dir := folder(t, map[string]string{"lake.txt": lake})
	got := ok(t, "code", filepath.Join(dir, "lake.txt"))
	head, facts, _ := strings.Cut(strings.ReplaceAll(got, dir, "DIR"), "\n\n")
	same(t, "the head", head, "DIR/lake.txt: 5 actors, 3 statements, 1 round of talks, 4 relations")
	same(t, "the facts", facts, `«Norway hosted a second round of talks between Chile and Peru in Oslo» on Thursday.
  t1   talks no. 2 of Chile, Peru in Oslo, hosted by Norway, from 2024-05-09 to 2024-05-09: held UNKNOWN; Chile: "real progress"
  r1   NEGOTIATES 046: Chile -> Peru about t1 (on Thursday = 2024-05-09)
  r2   HOSTS 043: Norway -> Chile, Peru about t1 (on Thursday = 2024-05-09)

«Chilean Foreign Minister Ana Rojas said the talks had made “real progress”».
  s1   ASSERT 010 by Ana Rojas for Chile about t1

«Kenya offered to mediate between Chile and Peru».
  s2   OFFER 039 by Kenya
  r3   OFFERS_MEDIATION 039: Kenya -> Chile, Peru

«Peru turned the offer down».
  s3   REJECT 126 by Peru to Kenya
  r4   REJECTS_MEDIATION 126: Peru -> Kenya
`)
	if why := ok(t, "code", "--why", filepath.Join(dir, "lake.txt")); !strings.Contains(why, "talks/heads.tsv:") || !strings.Contains(why, "speech/cues.tsv:") {
		t.Errorf("--why names no lines of the dictionary:\n%s", why)
	}
}

func TestCodeWritesJSONBesideEachName(t *testing.T) {
	dir := folder(t, map[string]string{"lake.txt": lake, "feed.xml": `<?xml version="1.0"?><rss version="2.0"><channel><title>Test Wire</title><link>http://example.org/</link>
<item><title>One</title><link>http://example.org/1</link><description>Chile condemned Peru.</description></item>
<item><title>Two</title><link>http://example.org/2</link><description>Peru condemned Chile.</description></item></channel></rss>`})
	out := filepath.Join(dir, "out")
	ok(t, "code", "--out", out, filepath.Join(dir, "lake.txt"), filepath.Join(dir, "feed.xml"))
	for name, want := range map[string]string{"lake.json": "OFFERS_MEDIATION", "feed.json": "CONDEMNS", "feed-2.json": "CONDEMNS"} {
		b, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		var coding struct {
			Relations []struct{ Type, Evidence string }
		}
		if err := json.Unmarshal(b, &coding); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		found := false
		for _, r := range coding.Relations {
			found = found || r.Type == want && r.Evidence != ""
		}
		if !found {
			t.Errorf("%s has no %s:\n%s", name, want, b)
		}
	}
}

func TestCodeRefusesWhatIsNoArticle(t *testing.T) {
	dir := folder(t, map[string]string{
		"lake.txt":   lake,
		"empty.txt":  " \n",
		"german.txt": "Die Bundesregierung hat am Donnerstag erklärt, dass sie bereit sei, zwischen den beiden Ländern zu vermitteln, wenn sie darum gebeten wird. Der Außenminister sagte das in Berlin.\n",
	})
	r := parley(t, "code", filepath.Join(dir, "missing.txt"), filepath.Join(dir, "empty.txt"), filepath.Join(dir, "german.txt"), filepath.Join(dir, "lake.txt"))
	if r.code != 3 || !strings.Contains(r.out, "OFFERS_MEDIATION") {
		t.Errorf("it ends with %d, and the article that is one:\n%s", r.code, r.out)
	}
	for _, want := range []string{"missing.txt: cannot be read", "empty.txt: ", "german.txt: the article is in German, and only English is coded"} {
		if !strings.Contains(r.err, want) {
			t.Errorf("it does not say %q:\n%s", want, r.err)
		}
	}
	if r := parley(t, "code", "--published", "soon", filepath.Join(dir, "lake.txt")); r.code != 2 || !strings.Contains(r.err, "--published") {
		t.Errorf("--published soon: %d: %s", r.code, r.err)
	}
}

func TestEvalMeasuresEachSetOfAFolder(t *testing.T) {
	table := ok(t, "eval", "--gold", "../../internal/gold/testdata")
	for _, want := range []string{"talks: talks (talks, synthetic), 1 documents", "actors: re3d (re3d), 1 documents", "sentences: sentences.json (sentences)", "demanded"} {
		if !strings.Contains(table, want) {
			t.Errorf("the table lacks %q:\n%s", want, table)
		}
	}
	var parts []struct {
		Task                  string
		Precision, Recall, F1 *float64
		Errors                []any
	}
	if err := json.Unmarshal([]byte(ok(t, "eval", "--gold", "../../internal/gold/testdata/talks", "--task", "speech", "--json")), &parts); err != nil {
		t.Fatal(err)
	}
	if len(parts) != 1 || parts[0].Task != "speech" || parts[0].Precision == nil || parts[0].Recall == nil || parts[0].F1 == nil {
		t.Errorf("as JSON: %+v", parts)
	}
	if r := parley(t, "eval", "--gold", t.TempDir()); r.code == 0 || !strings.Contains(r.err, "the folder holds no gold set of a known form") {
		t.Errorf("a folder without sets: %d: %s", r.code, r.err)
	}
}
