package main_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// gazette is a seed folder about two states that do not exist, with what a folder can have: tables, an article with a front matter and its
// facts, an article without any, and facts without an article.
const gazette = `
-- articles/ferry-talks.facts.yaml --
# Curated from ferry-talks.txt.
- Outlet: tidewater-gazette
  name: Tidewater Gazette
  url: https://gazette.example/
  country: VEL
- Official: ilka-brandt
  name: Ilka Brandt
- Official: tomas-reed
  name: Tomas Reed
- UnnamedSource: ferry-talks harbour-workers
  name: harbour workers
  plural: true
  article: this
- Position: ilka-brandt transport-minister
  title: Transport Minister
  holder: ilka-brandt
  of: State:OST
  evidence: Ostrin’s Transport Minister Ilka Brandt
- Process: ferry-line
  name: Dispute over the ferry line
  kind: DISPUTE
  parties: [State:VEL, State:OST]
  issues: [ferry-line]
  evidence: {words: the ferry line, occurrence: 1}
- Talks: ferry-line round-2
  name: Second round of talks on the ferry line
  ordinal: 2
  status: HELD
  outcome: NO_RESULT
  startedOn: 2031-04-16
  datesBasis: The Wednesday before the day of publication.
  process: ferry-line
  parties: [State:VEL, State:OST]
  mediators: [Organization:lagoon-council]
  place: port-sorrel
  evidence:
    - ended a second round of talks on the ferry line
    - words: without a deal
      occurrence: 1
- Statement: brandt-threat
  name: Brandt on the threat
  text: Ostrin will not reopen the line under threat.
  quote: We will not reopen the line under threat
  act: REJECT
  cameo: 120
  modality: ASSERTED
  polarity: NEGATIVE
  speakers: [Official:ilka-brandt]
  onBehalfOf: [State:OST]
  about: [Process:ferry-line, Talks:ferry-line round-2]
  evidence: “We will not reopen the line under threat,”
- Statement: reed-useful
  name: Reed on the round
  text: The round was “useful”.
  quote: useful
  act: PRAISE
  modality: ASSERTED
  polarity: POSITIVE
  speakers: [Official:tomas-reed]
  about: [Talks:ferry-line round-2]
  respondsTo: [brandt-threat]
  evidence: called the round “useful.”
- MediationOffer: lagoon-council ferry-line
  name: Offer to host a third round
  modality: CONDITIONAL
  condition: if both sides agree
  cameo: 039
  by: [Organization:lagoon-council]
  to: [State:VEL, State:OST]
  for: ferry-line
  evidence: offered to host a third round if both sides agree
- Event: lagoon-council offer
  cameo: 039
  quadClass: 1
  goldstein: 5.25
  modality: CONDITIONAL
  polarity: POSITIVE
  name: The Lagoon Council offers to host
  sources: [Organization:lagoon-council]
  evidence: offered to host a third round
-- articles/ferry-talks.txt --
---
title: Ferry talks in Port Sorrel end without a deal
outlet: tidewater-gazette
url: https://gazette.example/ferry-talks
published: 2031-04-17
language: en
---
Velmara and Ostrin ended a second round of talks on the ferry line in Port Sorrel on Wednesday without a deal.
“We will not reopen the line under threat,” Ostrin’s Transport Minister Ilka Brandt said. Velmara’s envoy Tomas Reed called the round “useful.”
The Lagoon Council, which has watched the ferry line since 2029, offered to host a third round if both sides agree. Harbour workers said that nothing had changed: another week, without a deal.
-- articles/weather.txt --
Fog lay over Port Sorrel for a third day.
-- common.facts.yaml --
- Organization: lagoon-council
  name: Lagoon Council
  kind: IGO
- Issue: ferry-line
  name: The ferry line
-- notes.md --
This is for people, and is not read.
-- places.tsv --
key	name	kind	latitude	longitude	country
port-sorrel	Port Sorrel	CITY	-41.5	146.25	OST
velm	Velm	CAPITAL	-41	146.000001	VEL
-- states.tsv --
key	name	aliases	iso3	cowCode	capital
OST	Ostrin	The Free Ports|Ostrin and Islands	OST	903	
VEL	Velmara		VEL	902	velm
`

func filesOf(archive string) map[string]string {
	files := map[string]string{}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		files[f.Name] = string(f.Data)
	}
	return files
}

// gazetteLoaded is what a load of gazette says.
const gazetteLoaded = "5 files with 27 nodes: 7 facts resting on 8 pieces of evidence. Nodes: 27 new, 0 changed, 0 unchanged. Relations: 44 new, 0 removed, 0 unchanged.\n"

const nothingChanged = "5 files with 27 nodes: 7 facts resting on 8 pieces of evidence. Nothing changed: all of it was there already.\n"

func TestLoad(t *testing.T) {
	onEachStore(t, func(t *testing.T, store string) {
		files := filesOf(gazette)
		dir := folder(t, files)
		load := func(want string, args ...string) {
			t.Helper()
			if got := ok(t, append([]string{"load", "--store", store, dir}, args...)...); got != want {
				t.Errorf("got  %swant %s", got, want)
			}
		}

		load("5 files with 27 nodes: 7 facts resting on 8 pieces of evidence. Nothing was written (dry run).\n", "--dry-run")
		same(t, "the dump after a dry run", dump(t, store), "")

		load(gazetteLoaded)
		sameJSON(t, query(t, store, `{
			round(by: {key: "ferry-line round-2"}) {
				ordinal startedOn place { name latitude longitude country { name } }
				evidence { nodes { words start end sentence sentenceNumber coder confidence } }
				statementsAbout { nodes { quote cameo speakers { nodes { name ... on Official { positions { nodes { title of { name } } } } } } } }
			}
			articles(orderBy: [{title: ASC}]) { nodes { title published outlet { name country { name } } unnamedSources { nodes { name } } } }
			events { nodes { cameo goldstein } }
			mediationOffers { nodes { cameo reportedAt } }
		}`), `{"data":{
			"round": {
				"ordinal": 2, "startedOn": "2031-04-16", "place": {"name": "Port Sorrel", "latitude": -41.5, "longitude": 146.25, "country": {"name": "Ostrin"}},
				"evidence": {"nodes": [
					{"words": "ended a second round of talks on the ferry line", "start": 19, "end": 66, "sentence": "Velmara and Ostrin ended a second round of talks on the ferry line in Port Sorrel on Wednesday without a deal.", "sentenceNumber": 1, "coder": "curator", "confidence": null},
					{"words": "without a deal", "start": 95, "end": 109, "sentence": "Velmara and Ostrin ended a second round of talks on the ferry line in Port Sorrel on Wednesday without a deal.", "sentenceNumber": 1, "coder": "curator", "confidence": null}
				]},
				"statementsAbout": {"nodes": [
					{"quote": "We will not reopen the line under threat", "cameo": "120", "speakers": {"nodes": [{"name": "Ilka Brandt", "positions": {"nodes": [{"title": "Transport Minister", "of": {"name": "Ostrin"}}]}}]}},
					{"quote": "useful", "cameo": null, "speakers": {"nodes": [{"name": "Tomas Reed", "positions": {"nodes": []}}]}}
				]}
			},
			"articles": {"nodes": [
				{"title": "Ferry talks in Port Sorrel end without a deal", "published": "2031-04-17", "outlet": {"name": "Tidewater Gazette", "country": {"name": "Velmara"}}, "unnamedSources": {"nodes": [{"name": "harbour workers"}]}},
				{"title": null, "published": null, "outlet": null, "unnamedSources": {"nodes": []}}
			]},
			"events": {"nodes": [{"cameo": "039", "goldstein": 5.25}]},
			"mediationOffers": {"nodes": [{"cameo": "039", "reportedAt": "2031-04-17"}]}
		}}`)

		loaded := dump(t, store)
		load(nothingChanged)
		same(t, "the dump after a second load", dump(t, store), loaded)

		// A correction: a statement gets another act and loses what it responds to.
		const facts = "articles/ferry-talks.facts.yaml"
		corrected := strings.NewReplacer("act: PRAISE", "act: ASSERT", "  respondsTo: [brandt-threat]\n", "").Replace(files[facts])
		dir = folder(t, map[string]string{facts: corrected, "articles/ferry-talks.txt": files["articles/ferry-talks.txt"]})
		load("1 file with 20 nodes: 7 facts resting on 8 pieces of evidence. Nodes: 0 new, 1 changed, 19 unchanged. Relations: 0 new, 1 removed, 40 unchanged.\n")
		same(t, "the dump after the correction", dump(t, store), without(strings.Replace(loaded, `"act":"PRAISE"`, `"act":"ASSERT"`, 1), `"edge":"RESPONDS_TO"`))
	})
}

// without leaves out the lines that have a part.
func without(text, part string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if !strings.Contains(line, part) {
			b.WriteString(line)
		}
	}
	return b.String()
}

// One file is loaded like a folder of one; an article brings its facts, and facts their article.
func TestLoadFiles(t *testing.T) {
	dir := folder(t, filesOf(gazette))
	in := func(names ...string) []string {
		var all []string
		for _, n := range names {
			all = append(all, filepath.Join(dir, n))
		}
		return all
	}
	for _, c := range []struct {
		name  string
		paths []string
		want  string
	}{
		{"every file", in("states.tsv", "places.tsv", "common.facts.yaml", "articles/ferry-talks.txt", "articles/weather.txt"), gazetteLoaded},
		{"facts in place of their article", in("states.tsv", "places.tsv", "common.facts.yaml", "articles/ferry-talks.facts.yaml", "articles/weather.txt"), gazetteLoaded},
		{"both of a pair, and a folder twice", append(in("articles/ferry-talks.facts.yaml", "articles/ferry-talks.txt"), dir, dir+"/"), gazetteLoaded},
		{"a table", in("states.tsv", "places.tsv"), "2 files with 4 nodes: 0 facts resting on 0 pieces of evidence. Nodes: 4 new, 0 changed, 0 unchanged. Relations: 3 new, 0 removed, 0 unchanged.\n"},
		{"an article", in("articles/weather.txt"), "1 file with 1 node: 0 facts resting on 0 pieces of evidence. Nodes: 1 new, 0 changed, 0 unchanged. Relations: 0 new, 0 removed, 0 unchanged.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ok(t, append([]string{"load", "--store", newSQLite(t)}, c.paths...)...); got != c.want {
				t.Errorf("got  %swant %s", got, c.want)
			}
		})
	}
	t.Run("in parts", func(t *testing.T) {
		store := newSQLite(t)
		for _, path := range in("places.tsv", "common.facts.yaml", "articles/weather.txt") {
			if path == in("places.tsv")[0] {
				ok(t, "load", "--store", store, path, in("states.tsv")[0]) // they refer to each other
				continue
			}
			ok(t, "load", "--store", store, path)
		}
		ok(t, "load", "--store", store, in("articles/ferry-talks.txt")[0]) // all that it refers to is in the store
		if got := ok(t, "load", "--store", store, dir); got != nothingChanged {
			t.Errorf("got %s", got)
		}
	})
	// As programs on Windows write it.
	for name, change := range map[string]func(string) string{
		"CRLF":              func(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") },
		"byte order mark":   func(text string) string { return "\ufeff" + text },
		"no newline at end": func(text string) string { return strings.TrimSuffix(text, "\n") },
	} {
		t.Run(name, func(t *testing.T) {
			files := filesOf(gazette)
			for name, text := range files {
				files[name] = change(text)
			}
			r := parley(t, "load", "--store", newSQLite(t), folder(t, files))
			if r.code != 0 || r.out != gazetteLoaded {
				t.Errorf("exit code %d\n%s%s", r.code, r.out, r.err)
			}
		})
	}
}

func TestLoadJSON(t *testing.T) {
	onEachStore(t, func(t *testing.T, store string) {
		files := filesOf(gazette)
		files["bad.facts.yaml"] = "- Official: mira-voss\n  nmae: Mira Voss\n"
		dir := folder(t, files)
		report := func(changes string, dryRun bool) string {
			return fmt.Sprintf(`{
				"files": 5, "refused": 1,
				"problems": [
					{"file": "%[1]s/bad.facts.yaml", "line": 2, "message": "Official has no nmae; it has name, aliases"},
					{"file": "%[1]s/bad.facts.yaml", "line": 1, "message": "Official:mira-voss needs name"}
				],
				"nodes": 27, "facts": 7, "evidence": 8, "dryRun": %[2]v, "changes": %[3]s, "articles": 1
			}`, dir, dryRun, changes)
		}
		const none = `{"nodesCreated": 0, "nodesUpdated": 0, "nodesUnchanged": 0, "edgesCreated": 0, "edgesRemoved": 0, "edgesUnchanged": 0}`
		for _, c := range []struct {
			args []string
			want string
		}{
			{[]string{"--dry-run"}, report(none, true)},
			{nil, report(`{"nodesCreated": 27, "nodesUpdated": 0, "nodesUnchanged": 0, "edgesCreated": 44, "edgesRemoved": 0, "edgesUnchanged": 0}`, false)},
			{nil, report(`{"nodesCreated": 0, "nodesUpdated": 0, "nodesUnchanged": 27, "edgesCreated": 0, "edgesRemoved": 0, "edgesUnchanged": 44}`, false)},
		} {
			r := parley(t, append([]string{"load", "--json", "--store", store, dir}, c.args...)...)
			if r.code != 3 || r.err != "" {
				t.Errorf("exit code %d\n%s", r.code, r.err)
			}
			var compact json.RawMessage
			if err := json.Unmarshal([]byte(r.out), &compact); err != nil {
				t.Fatal(err)
			}
			b, err := json.Marshal(compact)
			if err != nil {
				t.Fatal(err)
			}
			sameJSON(t, string(b), c.want)
		}
	})
}
