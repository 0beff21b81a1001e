package storetest

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/coder"
	"github.com/parleygraph/parley/internal/ingest"
	"github.com/parleygraph/parley/internal/store"
)

// What a machine coder finds becomes facts in the same way on every store. The codings are written by hand: the coder is tested elsewhere.

const ferry = `Velmara and Ostrin ended a second round of talks on the ferry line in Port Sorrel on Thursday without a deal. “We will not reopen the line under threat,” Ostrin’s Transport Minister Ilka Brandt said.

The Lagoon Council offered to mediate between Velmara and Ostrin. Velmara accepted the offer of the Lagoon Council. Ostrin attacked a boat, Velmara’s envoy said.

Harbour workers said that nothing had changed for anybody in the port, and that another week without a deal would be the end of the ferry line. Velmara recognised the Port Authority.`

// coded is the coding of ferry, whatever stands around it.
const coded = `{
	"actors": [
		{"id": "ost", "kind": "state", "name": "Ostrin", "iso3": "OST", "key": "State:OST"},
		{"id": "vel", "kind": "state", "name": "Velmara", "iso3": "VEL"},
		{"id": "brandt", "kind": "official", "name": "Ilka Brandt", "role": "Transport Minister", "of": "ost"},
		{"id": "envoy", "kind": "unnamed", "name": "Velmara’s envoy", "of": "vel"},
		{"id": "council", "kind": "organization", "name": "Lagoon Council"},
		{"id": "port", "kind": "organization", "name": "Port Authority", "of": "ost"},
		{"id": "nobody", "kind": "official", "name": "Tomas Reed"},
		{"id": "workers", "kind": "unnamed", "name": "Harbour workers"}
	],
	"talks": [{"id": "t1", "evidence": "ended a second round of talks on the ferry line", "rule": "round", "line": "talks/heads.tsv:3", "confidence": 0.8, "ordinal": 2, "place": "Port Sorrel", "started": "2031-04-17",
		"parties": ["vel", "ost"], "status": "held", "outcome": "NO_RESULT", "accounts": [{"party": "ost", "words": "not reopen the line under threat"}, {"party": "vel", "words": "a success"}]}],
	"statements": [
		{"id": "s1", "evidence": "We will not reopen the line under threat", "rule": "quote-then-verb", "line": "speech/cues.tsv:9", "confidence": 0.9, "speakers": ["brandt"], "behalf": ["ost"], "act": "REJECT", "cameo": "120",
			"about": ["t1", "vel"], "said": {"text": "Thursday", "edtf": "2031-04-17"}, "quote": "We will not reopen the line under threat", "polarity": "negative", "modality": "asserted"},
		{"id": "s2", "evidence": "nothing had changed for anybody in the port", "rule": "verb-that", "confidence": 0.7, "speakers": ["workers"], "act": "ASSERT", "polarity": "positive", "modality": "asserted"},
		{"id": "s3", "evidence": "Port Sorrel", "rule": "nobody-speaks", "confidence": 0.7, "speakers": [], "act": "ASSERT"}
	],
	"relations": [
		{"id": "r1", "type": "ACCEPTS_MEDIATION", "evidence": "Velmara accepted the offer", "rule": "frame", "line": "events/frames.tsv:7", "confidence": 0.8, "source": ["vel"], "target": ["council"], "modality": "asserted"},
		{"id": "r2", "type": "OFFERS_MEDIATION", "cameo": "039", "evidence": "offered to mediate", "rule": "frame", "confidence": 0.8, "source": ["council"], "target": ["vel", "ost"], "modality": "asserted"},
		{"id": "r3", "type": "ATTACKS", "cameo": "190", "evidence": "Ostrin attacked a boat", "rule": "frame", "confidence": 0.6, "source": ["ost"], "target": [], "modality": "asserted", "by": "envoy"},
		{"id": "r4", "type": "RECOGNISES", "evidence": "Velmara recognised the Port Authority", "rule": "frame", "confidence": 0.9, "source": ["vel"], "target": ["port"], "modality": "asserted"}
	]
}`

// byHand is a coder that knows one text. Its version is in what it finds.
func byHand(tb testing.TB, version string) *ingest.Coder {
	return &ingest.Coder{Name: "hand", Version: version, Dictionaries: "d1", Code: func(_ context.Context, a coder.Article) (coder.Coding, error) {
		var c coder.Coding
		if err := json.Unmarshal([]byte(coded), &c); err != nil {
			tb.Error(err)
		}
		stands := func(f *coder.Fact) bool {
			f.Start = strings.Index(a.Text, f.Evidence)
			f.End = f.Start + len(f.Evidence)
			return f.Start >= 0
		}
		var all coder.Coding
		all.Actors = c.Actors
		for _, t := range c.Talks {
			if stands(&t.Fact) {
				all.Talks = append(all.Talks, t)
			}
		}
		for _, s := range c.Statements {
			if stands(&s.Fact) {
				if version == "2" {
					s.Channel = new(string)
					*s.Channel = "press briefing"
				}
				all.Statements = append(all.Statements, s)
			}
		}
		for _, r := range c.Relations {
			if stands(&r.Fact) {
				all.Relations = append(all.Relations, r)
			}
		}
		return all, nil
	}}
}

func (s *suite) codings(t *testing.T) {
	on := s.open(t, s.model, func(string) {})
	now := time.Date(2031, 5, 1, 0, 0, 0, 0, time.UTC)
	load := func(c *ingest.Coder, files fstest.MapFS) ingest.Report {
		t.Helper()
		report, err := ingest.Load(t.Context(), on, s.model, []ingest.Source{{FS: files, Path: ".", Name: "in"}}, ingest.Options{Coder: func() (*ingest.Coder, error) { return c, nil }, Now: now})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range report.Problems {
			t.Error(p)
		}
		return report
	}
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	load(nil, fstest.MapFS{
		"states.tsv":     file("key\tname\tiso3\nVEL\tVelmara\tVEL\nOST\tOstrin\tOST\n"),
		"x.facts.yaml":   file("- Organization: lagoon\n  name: Lagoon Council\n  kind: IGO\n- Outlet: gazette\n  name: Tidewater Gazette\n"),
		"officials.tsv":  file("key\tname\nreed-1\tTomas Reed\nreed-2\tTomas Reed\n"),
		"old.txt":        file("The ferry line was opened."),
		"old.facts.yaml": file("- Process: ferry\n  name: The ferry line\n  kind: DISPUTE\n  evidence: The ferry line\n"),
	})
	// The day after: the outlet is named, and known. Then an earlier report of the statement, and a copy of the whole.
	first := fstest.MapFS{"a.txt": file("---\ntitle: First\noutlet: Tidewater Gazette\npublished: 2031-04-18\n---\n" + ferry)}
	load(byHand(t, "1"), first)
	others := fstest.MapFS{
		"b.txt": file("---\ntitle: Second\noutlet: Harbour Post\npublished: 2031-04-17\n---\n" +
			"Nobody is surprised. “We will not reopen the line under threat!” That was Ilka Brandt, who is the minister of Ostrin for ferries, on Thursday."),
		"c.txt": file("---\ntitle: Third\noutlet: Morning Mail\npublished: 2031-04-18\n---\nPORT SORREL -- " + ferry),
	}
	if r := load(byHand(t, "1"), others); r.Copies != 1 || r.Articles != 2 {
		t.Errorf("got %+v", r)
	}
	s.wantAnswer(t, on, `{
		articles(orderBy: [{title: ASC}], where: {title: {isNull: false}}) { nodes { title language outlet { key name } copyOf { title } copies { totalCount } } }
		statements(orderBy: [{name: ASC}]) { nodes {
			name act cameo polarity quote spokenAt spokenAtWords when reportedAt review speakers { nodes { key } } onBehalfOf { nodes { key } } about { nodes { name } }
			evidence(orderBy: [{start: ASC}]) { nodes { words start end sentenceNumber coder coderVersion dictionaryHash rule ruleLine confidence article { title copyOf { title } } } } } }
		talks { nodes { name ordinal status outcome startedOn place { name kind } parties { nodes { key } } accounts { nodes { words party { name } statement { act } } } evidence { totalCount } } }
		mediationOffers { nodes { name modality by { nodes { key name } } to { nodes { key } } status history(orderBy: [{state: ASC}]) { nodes { state by { nodes { name } } } } evidence { totalCount } } }
		recognitions { nodes { kind by { name } of { name ... on Organization { key partOf { name } } } } }
		events { nodes { name cameo quadClass modality claimedBy { __typename name ... on UnnamedSource { plural partOf { name } article { title } } } sources { nodes { key } } } }
		positions { nodes { title review holder { key name } of { name } evidence { nodes { words } } } }
		officials { totalCount } unnamedSources: actors(where: {onUnnamedSource: {plural: {eq: true}}}) { nodes { name } }
		curated: facts(where: {review: {eq: CURATED}}) { totalCount }  open: facts(where: {review: {eq: UNREVIEWED}}) { totalCount } independent: evidence(where: {NOT: {article: {copyOf: {key: {isNull: false}}}}}) { totalCount }
	}`, "loaded")
	before := s.dumped(t, on)
	for range 2 {
		if r := load(byHand(t, "1"), first); !r.Changes.None() {
			t.Errorf("loading it again changed something: %+v", r.Changes)
		}
		if r := load(byHand(t, "1"), others); !r.Changes.None() {
			t.Errorf("loading them again changed something: %+v", r.Changes)
		}
	}
	if after := s.dumped(t, on); after != before {
		t.Errorf("loading again changed the graph:\n%s", after)
	}
	s.decisions(t, on, func() { load(byHand(t, "2"), first) })
}

// decisions are kept, whatever a coder finds afterwards; what nobody has looked at is brought up to date, where only that article reports it.
func (s *suite) decisions(t *testing.T, on store.Store, again func()) {
	review, err := ingest.NewReview(on, s.model, ingest.Which{Coder: "hand", Noun: "Statement"})
	if err != nil {
		t.Fatal(err)
	}
	decided := 0
	for {
		p, err := review.Next(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if p == nil {
			break
		}
		if len(p.Evidence) == 0 || p.Evidence[0].Words == "" || p.Evidence[0].Rule == "" {
			t.Errorf("no evidence is shown: %+v", p)
		}
		isQuote := strings.Contains(p.Evidence[0].Words, "threat")
		if !isQuote {
			continue // skipped
		}
		for _, c := range []struct{ name, value, wrong string }{
			{"act", "SING", "is none of"}, {"acts", "DENY", "Statement has no acts"}, {"review", "CURATED", "follows from"}, {"speakers", "State:NOWHERE", "there is no State:NOWHERE"}, {"spokenAt", "Thursday", "is not a date"},
			{"act", "THREATEN", ""}, {"spokenAt", "2031-04-16", ""}, {"onBehalfOf", "", ""}, {"addressees", "State:VEL, Organization:lagoon", ""},
		} {
			err := p.Correct(t.Context(), review, c.name, c.value)
			if c.wrong == "" && err != nil || c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong)) {
				t.Errorf("%s=%s: %v", c.name, c.value, err)
			}
		}
		if err := review.Decide(t.Context(), p, true); err != nil {
			t.Fatal(err)
		}
		decided++
	}
	if decided != 1 {
		t.Errorf("%d statements were accepted", decided)
	}
	review, err = ingest.NewReview(on, s.model, ingest.Which{Noun: "Event", Rule: "frame"})
	if err != nil {
		t.Fatal(err)
	}
	p, err := review.Next(t.Context())
	if err != nil || p == nil {
		t.Fatalf("no event: %v", err)
	}
	if err := review.Decide(t.Context(), p, false); err != nil {
		t.Fatal(err)
	}
	if n, err := review.Count(t.Context()); n != 0 || err != nil {
		t.Errorf("%d are left, %v", n, err)
	}
	if _, err := ingest.NewReview(on, s.model, ingest.Which{Noun: "Article"}); err == nil {
		t.Error("an article is taken for a fact")
	}
	before := s.dumped(t, on)
	again()
	// Version 2 says a channel of each statement: the accepted one stays as it was decided.
	if after := strings.NewReplacer(`"coderVersion":"2"`, `"coderVersion":"1"`).Replace(s.dumped(t, on)); after != before {
		t.Errorf("a decision was lost: before\n%s\nafter\n%s", before, after)
	}
	s.wantAnswer(t, on, `{
		confirmed: facts(where: {review: {eq: CONFIRMED}}) { nodes { __typename ... on Statement { act spokenAt when channel onBehalfOf { nodes { key } } addressees { nodes { key } } speakers { nodes { name } } evidence { totalCount } } } }
		rejected: facts(where: {review: {eq: REJECTED}}) { nodes { __typename ... on Event { cameo } } }
		kept: facts(where: {review: {in: [CURATED, CONFIRMED]}}) { totalCount }
	}`, "decided")
}

// wantAnswer compares the answer to a question with codings/NAME.json.
func (s *suite) wantAnswer(t *testing.T, on store.Store, question, name string) {
	t.Helper()
	got := readable(s.engine(on).Execute(t.Context(), graph.Request{Query: question}).Body, "") + "\n"
	s.asKept(t, filepath.Join(folder, "..", "codings", name+".json"), got)
}

// asKept compares an answer with a file, or writes the file where it is to be renewed: once, by SQLite's suite.
func (s *suite) asKept(t *testing.T, file, got string) {
	t.Helper()
	if *update && s.dialect == "sql" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the answer is\n%swanted:\n%s", got, want)
	}
}

func (s *suite) dumped(t *testing.T, on store.Store) string {
	t.Helper()
	var b strings.Builder
	if err := store.Dump(t.Context(), on, &b, func() {}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
