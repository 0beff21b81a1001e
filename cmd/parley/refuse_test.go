package main_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// faulty is a fault in a file. Its files lie in a folder of the case's name. CASE stands for that name: keys must be unique in the graph.
type faulty struct {
	name  string
	facts string            // of x.facts.yaml, beside the article x.txt
	files map[string]string // other files; an x.txt takes the place of the usual one
	want  []string          // file:line: reason, all of them; with … at its end, its beginning
	alone bool              // a load of its own: what it could do if it got in would hide the others
}

// The article x.txt of each case. Ostrin stands in it three times.
const usual = `Velmara “formally” recognised Ostrin on the day of CASE. Ostrin thanked it.
Ilka Brandt, the Transport Minister, left Port Sorrel — without a word.
`

// recognition is a fact without a fault.
const recognition = `- Recognition: CASE
  kind: DE_JURE
  by: State:VEL
  of: State:OST
  evidence: Velmara “formally” recognised
`

func fact(old, new string) string {
	text := strings.Replace(recognition, old, new, 1)
	if text == recognition {
		panic("the fact has no " + old)
	}
	return text
}

var refusals = []faulty{
	// What a fact rests on.
	{name: "quote-invented", facts: fact("Velmara “formally” recognised", "Velmara will never recognise Ostrin"),
		want: []string{`x.facts.yaml:5: evidence of Recognition:CASE: "Velmara will never recognise Ostrin" does not stand in the article`}},
	{name: "quote-with-other-quotation-marks", facts: fact("“formally”", `"formally"`),
		want: []string{`x.facts.yaml:5: evidence of Recognition:CASE: "Velmara \"formally\" recognised" stands in the article with other quotation marks, dashes, letters or spaces; copy the words as they are`}},
	{name: "quote-with-another-dash", facts: fact("Velmara “formally” recognised", "left Port Sorrel - without a word"),
		want: []string{`x.facts.yaml:5: evidence of Recognition:CASE: "left Port Sorrel - without a word" stands in the article with other quotation marks, dashes, letters or spaces; copy the words as they are`}},
	{name: "quote-over-a-line-break", facts: fact("Velmara “formally” recognised", "Ostrin thanked it. Ilka Brandt"),
		want: []string{`x.facts.yaml:5: evidence of Recognition:CASE: "Ostrin thanked it. Ilka Brandt" stands in the article with other quotation marks, dashes, letters or spaces; copy the words as they are`}},
	{name: "quote-that-stands-twice", facts: fact("Velmara “formally” recognised", "Ostrin"),
		want: []string{`x.facts.yaml:5: evidence of Recognition:CASE: "Ostrin" stands in the article 2 times; take more words, or say which with occurrence`}},
	{name: "occurrence-too-high", facts: fact("evidence: Velmara “formally” recognised", "evidence:\n    words: Ostrin\n    occurrence: 3"),
		want: []string{`x.facts.yaml:6: evidence of Recognition:CASE: "Ostrin" stands in the article 2 times, not 3`}},
	{name: "occurrence-zero", facts: fact("evidence: Velmara “formally” recognised", "evidence: {words: Ostrin, occurrence: 0}"),
		want: []string{`x.facts.yaml:5: evidence of Recognition:CASE: occurrence is a number from 1`}},
	{name: "occurrence-in-part", facts: fact("evidence: Velmara “formally” recognised", "evidence: {words: Ostrin, occurrence: 1.5}"),
		want: []string{`x.facts.yaml:5: evidence of Recognition:CASE: occurrence is a number from 1`}},
	{name: "evidence-of-something-else", facts: fact("evidence: Velmara “formally” recognised", "evidence: {words: Ostrin thanked, page: 4}"),
		want: []string{`x.facts.yaml:5: evidence of Recognition:CASE: it has no page; it has words and occurrence`}},
	{name: "evidence-missing", facts: fact("\n  evidence: Velmara “formally” recognised", ""),
		want: []string{`x.facts.yaml:1: Recognition:CASE needs evidence: the words of the article that it rests on`}},
	{name: "evidence-null", facts: fact("evidence: Velmara “formally” recognised", "evidence:"),
		want: []string{`x.facts.yaml:1: Recognition:CASE needs evidence: the words of the article that it rests on`}},
	{name: "evidence-empty-list", facts: fact("evidence: Velmara “formally” recognised", "evidence: []"),
		want: []string{`x.facts.yaml:1: Recognition:CASE needs evidence: the words of the article that it rests on`}},
	{name: "evidence-empty-text", facts: fact("evidence: Velmara “formally” recognised", `evidence: " "`),
		want: []string{`x.facts.yaml:5: evidence of Recognition:CASE: it has no words`}},
	{name: "one-evidence-of-two", facts: fact("evidence: Velmara “formally” recognised", "evidence:\n    - Ostrin thanked it\n    - Ostrin declined"),
		want: []string{`x.facts.yaml:7: evidence of Recognition:CASE: "Ostrin declined" does not stand in the article`}},
	{name: "article-missing", files: map[string]string{"y.facts.yaml": recognition},
		want: []string{`y.facts.yaml:1: Recognition:CASE is a fact and needs an article; there is no y.txt beside this file`}},

	// Who and what is meant.
	{name: "actor-unknown", facts: fact("State:VEL", "State:NOWHERE"),
		want: []string{`x.facts.yaml:3: by refers to State:NOWHERE, which is neither in these files nor in the store; define it, load first what defines it, or correct its name`}},
	{name: "actor-in-other-letters", facts: fact("State:VEL", "State:vel"),
		want: []string{`x.facts.yaml:3: by refers to State:vel, which is neither in these files nor in the store; define it, load first what defines it, or correct its name`}},
	{name: "actor-of-which-noun", facts: fact("State:VEL", "VEL"),
		want: []string{`x.facts.yaml:3: by can lead to several nouns; write which: one of Official, Organization, Outlet, State, UnnamedSource, a colon, and the key`}},
	{name: "actor-in-a-refused-file", files: map[string]string{
		"a.facts.yaml": "- Official: CASE\n",
		"x.facts.yaml": fact("State:VEL", "Official:CASE"),
		"z.facts.yaml": "- Organization: CASE\n  name: Friends of CASE\n  kind: OTHER\n  partOf: Official:CASE\n",
	}, want: []string{
		`a.facts.yaml:1: Official:CASE needs name`,
		`x.facts.yaml:3: by refers to Official:CASE, which DIR/a.facts.yaml defines, and that file is refused`,
		`z.facts.yaml:4: partOf refers to Official:CASE, which DIR/a.facts.yaml defines, and that file is refused`,
	}},
	{name: "relation-to-another-noun", facts: "- Position: CASE\n  title: Transport Minister\n  holder: State:OST\n  of: State:OST\n  evidence: the Transport Minister\n",
		want: []string{`x.facts.yaml:3: holder leads to a Official, and a State is none`}},
	{name: "relation-to-a-list", facts: fact("State:OST", "[State:OST, State:VEL]"),
		want: []string{`x.facts.yaml:4: of leads to one Actor, not to a list`}},
	{name: "relation-to-a-mapping", facts: fact("State:OST", "{State: OST}"),
		want: []string{`x.facts.yaml:4: of is a key of a Actor, or Noun:key`}},
	{name: "relation-twice", facts: "- Process: CASE\n  name: Dispute of CASE\n  kind: DISPUTE\n  parties:\n    - State:VEL\n    - State:OST\n    - State:VEL\n  evidence: Ostrin thanked\n",
		want: []string{`x.facts.yaml:7: parties names State:VEL twice`}},
	{name: "relation-missing", facts: fact("  of: State:OST\n", ""),
		want: []string{`x.facts.yaml:1: Recognition:CASE needs of`}},
	{name: "relation-null", facts: fact("State:OST", ""),
		want: []string{`x.facts.yaml:4: of is needed`}},
	{name: "relation-empty", facts: fact("State:OST", `""`),
		want: []string{`x.facts.yaml:4: of is a key of a Actor, or Noun:key`}},

	// What is said of it.
	{name: "field-unknown", facts: fact("kind: DE_JURE", "kind: DE_JURE\n  since: 2031"),
		want: []string{`x.facts.yaml:3: Recognition has no since; it has kind, from, to, exclusive, by, of`}},
	{name: "field-of-the-other-side", facts: "- Official: CASE\n  name: Ilka Brandt\n  statements: [Statement:brandt-threat]\n",
		want: []string{`x.facts.yaml:3: Official has no statements; it has name, aliases`}},
	{name: "field-id", facts: "- Official: CASE\n  name: Ilka Brandt\n  id: 1\n",
		want: []string{`x.facts.yaml:3: Official has no id; it has name, aliases`}},
	{name: "field-twice", facts: "- Official: CASE\n  name: Ilka Brandt\n  name: Tomas Reed\n",
		want: []string{`x.facts.yaml:3: …`}},
	{name: "field-missing", facts: fact("  kind: DE_JURE\n", ""),
		want: []string{`x.facts.yaml:1: Recognition:CASE needs kind`}},
	{name: "field-null", facts: fact("DE_JURE", "~"),
		want: []string{`x.facts.yaml:2: kind: it is needed`}},
	{name: "field-with-a-list", facts: "- Official: CASE\n  name: [Ilka, Brandt]\n",
		want: []string{`x.facts.yaml:2: name: it is a single value, not a list or mapping`}},
	{name: "field-with-a-mapping", facts: "- Official: CASE\n  name:\n    first: Ilka\n    last: Brandt\n",
		want: []string{`x.facts.yaml:3: name: it is a single value, not a list or mapping`}},
	{name: "list-of-mappings", facts: "- Official: CASE\n  name: Ilka Brandt\n  aliases:\n    - I. Brandt\n    - {en: Brandt}\n",
		want: []string{`x.facts.yaml:4: aliases: it is a list of texts`}},
	{name: "name-empty", facts: "- Official: CASE\n  name: \"\"\n",
		want: []string{`x.facts.yaml:2: name: …`}},
	{name: "name-too-long-for-an-index", alone: true, facts: "- Official: CASE\n  name: " + strings.Repeat("Ilka ", 2000) + "\n",
		want: []string{`x.facts.yaml:2: name: …`}},
	{name: "key-too-long-for-an-index", alone: true, facts: "- Official: " + strings.Repeat("ilka-", 2000) + "CASE\n  name: Ilka Brandt\n",
		want: []string{`x.facts.yaml:1: …`}},
	{name: "date-of-no-day", facts: fact("kind: DE_JURE", "kind: DE_JURE\n  from: 2031-02-29"),
		want: []string{`x.facts.yaml:3: from: "2031-02-29" is not a date: there is no such year, month or day; write 2025, 2025-11, 2025-11-08, 2025-11-08T14:30Z or an interval 2025-11-06/2025-11-08, with ~, ? or % after it when it is approximate or uncertain`}},
	{name: "date-in-words", facts: fact("kind: DE_JURE", "kind: DE_JURE\n  from: last week"),
		want: []string{`x.facts.yaml:3: from: "last week" is not a date: it is neither a year, a month, a day nor a moment; write 2025, …`}},
	{name: "enum-unknown", facts: fact("DE_JURE", "FULL"),
		want: []string{`x.facts.yaml:2: kind: "FULL" is none of DE_JURE, DE_FACTO`}},
	{name: "enum-in-other-letters", facts: fact("DE_JURE", "de_jure"),
		want: []string{`x.facts.yaml:2: kind: "de_jure" is none of DE_JURE, DE_FACTO`}},
	{name: "boolean-in-words", facts: fact("kind: DE_JURE", "kind: DE_JURE\n  exclusive: yes"),
		want: []string{`x.facts.yaml:3: exclusive: "yes" is neither true nor false`}},
	{name: "cameo-unknown", facts: fact("Recognition: CASE\n  kind: DE_JURE\n  by: State:VEL\n  of: State:OST", "Event: CASE\n  name: Thanks of CASE\n  cameo: 210\n  modality: ASSERTED\n  polarity: POSITIVE"),
		want: []string{`x.facts.yaml:3: cameo: "210" is no CAMEO code: two to four digits, the first two from 01 to 20, in quotes where YAML would take them for a number`}},
	{name: "numbers-that-are-none", facts: fact("Recognition: CASE\n  kind: DE_JURE\n  by: State:VEL\n  of: State:OST", "Event: CASE\n  name: Thanks of CASE\n  cameo: 010\n  modality: ASSERTED\n  polarity: POSITIVE\n  quadClass: one\n  goldstein: warm\n  reports: 3000000000"),
		want: []string{
			`x.facts.yaml:6: quadClass: "one" is no whole number between -2147483648 and 2147483647`,
			`x.facts.yaml:7: goldstein: "warm" is no number smaller than 1,000,000,000`,
			`x.facts.yaml:8: reports: "3000000000" is no whole number between -2147483648 and 2147483647`,
		}},
	{name: "reported-by-hand", facts: fact("kind: DE_JURE", "kind: DE_JURE\n  reportedAt: 2031"),
		want: []string{`x.facts.yaml:3: reportedAt follows from the articles; leave it out`}},
	{name: "key-said-otherwise", facts: "- Official: CASE\n  key: another\n  name: Ilka Brandt\n",
		want: []string{`x.facts.yaml:2: key is "another", but the entry begins with "CASE"`}},

	// What is there already.
	{name: "key-twice-in-a-file", facts: "- Official: CASE\n  name: Ilka Brandt\n- Official: CASE\n  name: Tomas Reed\n",
		want: []string{`x.facts.yaml:3: Official:CASE is defined already, at DIR/x.facts.yaml:1`}},
	{name: "key-of-another-file", facts: "- Official: tomas-reed\n  name: Tomas Reed of CASE\n",
		want: []string{`x.facts.yaml:1: Official:tomas-reed is defined already, at ROOT/gazette/articles/ferry-talks.facts.yaml:8`}},
	{name: "natural-key-of-another-file", files: map[string]string{"states.tsv": "key\tname\tiso3\nCASE\tCase\tVEL\n"},
		want: []string{`states.tsv:2: State:CASE has the iso3 VEL, which State:VEL has already, at ROOT/gazette/states.tsv:3`}},
	{name: "natural-key-twice-in-a-file", files: map[string]string{"states.tsv": "key\tname\tiso2\nCASE-1\tOne\tZZ\nCASE-2\tTwo\tZZ\n"},
		want: []string{`states.tsv:3: State:CASE-2 has the iso2 ZZ, which State:CASE-1 has already, at DIR/states.tsv:2`}},
	{name: "article-twice", files: map[string]string{"x.txt": "Fog lay over Port Sorrel for a third day.\n"},
		want: []string{`x.txt:1: Article:WEATHER is defined already, at ROOT/gazette/articles/weather.txt:1`}},

	// Entries.
	{name: "noun-unknown", facts: "- Minister: CASE\n  name: Ilka Brandt\n",
		want: []string{`x.facts.yaml:1: "Minister" is no noun; an entry begins with one of Account, Event, Governance, Issue, MediationOffer, OfferStatus, Official, Organization, Outlet, Place, Position, Process, Recognition, State, Statement, Talks, UnnamedSource`}},
	{name: "noun-that-is-an-interface", facts: "- Actor: CASE\n  name: Ilka Brandt\n",
		want: []string{`x.facts.yaml:1: "Actor" is no noun; an entry begins with one of …`}},
	{name: "article-by-hand", facts: "- Article: CASE\n  text: Nothing happened.\n",
		want: []string{`x.facts.yaml:1: Article is not written by hand: an article is a file of its own, evidence stands under its fact`}},
	{name: "evidence-by-hand", facts: "- Evidence: CASE\n  words: Ostrin thanked\n",
		want: []string{`x.facts.yaml:1: Evidence is not written by hand: an article is a file of its own, evidence stands under its fact`}},
	{name: "entry-without-key", facts: "- Official:\n  name: Ilka Brandt\n",
		want: []string{`x.facts.yaml:1: Official needs a key after the colon, a short name of its own`}},
	{name: "entry-of-words", facts: "- Official\n",
		want: []string{"x.facts.yaml:1: an entry begins with `- Noun: key`, as in `- Statement: a-key-of-its-own`"}},
	{name: "no-list", facts: "Official: CASE\nname: Ilka Brandt\n",
		want: []string{"x.facts.yaml:1: a facts file is a list; begin each node with `- Noun: key`"}},

	// YAML.
	{name: "yaml-syntax", facts: "- Official: CASE\n  name: \"Ilka Brandt\n",
		want: []string{`x.facts.yaml:2: it is not YAML: …`}},
	{name: "yaml-indentation", facts: "- Official: CASE\n  name: Ilka Brandt\n   aliases: [Ilka]\n",
		want: []string{`x.facts.yaml:2: it is not YAML: …`}}, // line 3 goes on with what begins on line 2
	{name: "yaml-anchor", facts: "- Official: CASE\n  name: &name Ilka Brandt\n",
		want: []string{`x.facts.yaml:2: it uses a feature of YAML that is not read here (anchor); write plain lists, mappings and texts`}},
	{name: "yaml-alias", facts: "- Official: CASE\n  name: *name\n",
		want: []string{`x.facts.yaml:2: it uses a feature of YAML that is not read here (alias); write plain lists, mappings and texts`}},
	{name: "yaml-merge", facts: "- Official: CASE\n  <<: {name: Ilka Brandt}\n",
		want: []string{`x.facts.yaml:2: …`, `x.facts.yaml:1: Official:CASE needs name`}},
	{name: "yaml-tag", facts: "- Official: CASE\n  name: !!binary SWxrYQ==\n",
		want: []string{`x.facts.yaml:2: it uses a feature of YAML that is not read here (tag); write plain lists, mappings and texts`}},
	{name: "yaml-of-two-documents", facts: "- Official: CASE\n  name: Ilka Brandt\n---\n- Official: CASE-2\n  name: Tomas Reed\n",
		want: []string{`x.facts.yaml:3: it holds more than one YAML document…`}},
	{name: "yaml-of-an-empty-second-document", alone: true, facts: "- Official: CASE\n  name: Ilka Brandt\n---\n",
		want: []string{`x.facts.yaml:3: it holds more than one YAML document…`}},

	// Bytes.
	{name: "article-not-utf-8", files: map[string]string{"x.txt": "Ilka Brandt of CASE left caf\xe9.\n"}, facts: fact("Velmara “formally” recognised", "Ilka Brandt"),
		want: []string{`x.txt: byte 41 is not UTF-8; convert the file to UTF-8 first`}},
	{name: "article-with-nul", files: map[string]string{"x.txt": "Ilka\x00Brandt of CASE\n"},
		want: []string{`x.txt: byte 4 is a NUL, which no text has`}},
	{name: "facts-not-utf-8", facts: "- Official: CASE\n  name: Ilk\xe4\n",
		want: []string{`x.facts.yaml: …`}},
	{name: "facts-with-nul", facts: "- Official: CASE\n  name: \"Ilka\\0Brandt\"\n",
		want: []string{`x.facts.yaml:2: name: it is not UTF-8 text without NUL`}},
	{name: "facts-with-nul-in-a-key", facts: "- Official: \"CASE\\0\"\n  name: Ilka Brandt\n",
		want: []string{`x.facts.yaml:1: …`}},
	{name: "table-not-utf-8", files: map[string]string{"places.tsv": "key\tname\tkind\nCASE\tCaf\xe9\tCITY\n"},
		want: []string{`places.tsv: byte 33 is not UTF-8; convert the file to UTF-8 first`}},

	// Articles.
	{name: "article-empty", files: map[string]string{"x.txt": ""},
		want: []string{`x.txt:1: the article has no text`}},
	{name: "article-of-front-matter", files: map[string]string{"x.txt": "---\ntitle: CASE\n---\n \n"}, facts: recognition,
		want: []string{`x.txt:4: the article has no text`}},
	{name: "front-matter-without-end", files: map[string]string{"x.txt": "---\ntitle: CASE\nFog lay over the port of CASE.\n"},
		want: []string{`x.txt: the front matter that begins on line 1 has no end; write a line of three hyphens after it`}},
	{name: "front-matter-of-words", files: map[string]string{"x.txt": "---\nFog over CASE\n---\nFog on the day of CASE.\n"},
		want: []string{"x.txt:2: the front matter is not a list of `name: value` lines"}},
	{name: "front-matter-syntax", files: map[string]string{"x.txt": "---\nlanguage: en\ntitle: \"CASE\n---\nFog on the day of CASE.\n"},
		want: []string{`x.txt:3: it is not YAML: …`}},
	{name: "front-matter-with-unknown-field", files: map[string]string{"x.txt": "---\ntitle: CASE\nauthor: Ilka Brandt\npublised: 2031-04-17\n---\nFog on the day of CASE.\n"},
		want: []string{`x.txt:4: Article has no publised; it has title, url, published, publishedBasis, language, partial, outlet`}},
	{name: "front-matter-with-an-author-and-facts", files: map[string]string{"x.txt": "---\ntitle: CASE\nauthor: Ilka Brandt\n---\nVelmara “formally” recognised Ostrin on the day of CASE.\n"}, facts: recognition,
		want: []string{`x.txt:3: Article has no author; it has title, url, published, publishedBasis, language, partial, outlet`}},
	{name: "front-matter-with-text", files: map[string]string{"x.txt": "---\ntitle: CASE\nsha256: 00\n---\nFog on the day of CASE.\n"},
		want: []string{`x.txt:3: sha256 follows from the text; leave it out`}},
	{name: "front-matter-with-bad-date", files: map[string]string{"x.txt": "---\ntitle: CASE\npublished: 17 April 2031\n---\nFog on the day of CASE.\n"},
		want: []string{`x.txt:3: published: "17 April 2031" is not a date: it is neither a year, a month, a day nor a moment; write …`}},
	{name: "front-matter-with-unknown-outlet", files: map[string]string{"x.txt": "---\noutlet: CASE\n---\nVelmara “formally” recognised Ostrin on the day of CASE.\n"}, facts: recognition,
		want: []string{`x.txt:2: outlet refers to Outlet:CASE, which is neither in these files nor in the store; define it, load first what defines it, or correct its name`}},

	// Tables.
	{name: "cells-too-few", files: map[string]string{"places.tsv": "key\tname\tkind\nCASE-1\tOne\tCITY\nCASE-2\tTwo\n"},
		want: []string{`places.tsv:3: it has 2 cells, the header has 3`}},
	{name: "cells-too-many", files: map[string]string{"places.tsv": "key\tname\tkind\nCASE-1\tOne\tCITY\t\n"},
		want: []string{`places.tsv:2: it has 4 cells, the header has 3`}},
	{name: "column-unknown", files: map[string]string{"places.tsv": "key\tname\tkind\tpopulation\nCASE\tOne\tCITY\t9\n"},
		want: []string{`places.tsv:2: Place has no population; it has name, aliases, kind, latitude, longitude, country`}},
	{name: "column-twice", files: map[string]string{"places.tsv": "key\tname\tkind\tname\nCASE\tOne\tCITY\tTwo\n"},
		want: []string{`places.tsv:2: name is there twice`}},
	{name: "column-key-not-first", files: map[string]string{"places.tsv": "name\tkey\tkind\nOne\tCASE\tCITY\n"},
		want: []string{`places.tsv:1: the first column is "name"; it must be key`}},
	{name: "cell-key-empty", files: map[string]string{"places.tsv": "key\tname\tkind\n\tCASE\tCITY\n"},
		want: []string{`places.tsv:2: the key is empty`}},
	{name: "cell-with-bad-number", files: map[string]string{"places.tsv": "key\tname\tkind\tlatitude\nCASE\tOne\tCITY\tnorth\n"},
		want: []string{`places.tsv:2: latitude: "north" is no number smaller than 1,000,000,000`}},
	{name: "cell-of-required-empty", files: map[string]string{"places.tsv": "key\tname\tkind\nCASE\tOne\t\n"},
		want: []string{`places.tsv:2: Place:CASE needs kind`}},
	{name: "table-empty", files: map[string]string{"places.tsv": ""},
		want: []string{`places.tsv:1: the first column is ""; it must be key`}},
	{name: "table-unknown", files: map[string]string{"rivers.tsv": "key\tname\nCASE\tOne\n"},
		want: []string{`rivers.tsv: a table is named after the nodes it holds, such as states.tsv or places.tsv; facts need evidence and stand in a facts file`}},
	{name: "table-of-facts", files: map[string]string{"recognitions.tsv": "key\tkind\tby\tof\nCASE\tDE_JURE\tState:VEL\tState:OST\n"},
		want: []string{`recognitions.tsv: a table is named after the nodes it holds, such as states.tsv or places.tsv; facts need evidence and stand in a facts file`}},

	// Dumps.
	{name: "dump-not-json", files: map[string]string{"d.jsonl": record("Issue", "CASE", `"name":"One"`) + "Issue CASE\n"},
		want: []string{`d.jsonl:2: it is no record of a dump: …`}},
	{name: "dump-with-more-on-a-line", files: map[string]string{"d.jsonl": strings.TrimSuffix(record("Issue", "CASE", `"name":"One"`), "\n") + " and so on\n"},
		want: []string{`d.jsonl:1: it is no record of a dump: …`}},
	{name: "dump-with-wrong-id", files: map[string]string{"d.jsonl": `{"noun":"Issue","id":"00000000-0000-5000-8000-000000000000","properties":{"key":"CASE","name":"One"}}` + "\n"},
		want: []string{`d.jsonl:1: the id 00000000-0000-5000-8000-000000000000 is not that of the Issue with the key "CASE"`}},
	{name: "dump-with-unknown-noun", files: map[string]string{"d.jsonl": `{"noun":"River","id":"1","properties":{"key":"CASE"}}` + "\n"},
		want: []string{`d.jsonl:1: "River" is no noun`}},
	{name: "dump-with-unknown-property", files: map[string]string{"d.jsonl": record("Issue", "CASE", `"name":"One","depth":3`)},
		want: []string{`d.jsonl:1: Issue has no property depth`}},
	{name: "dump-with-id-among-properties", alone: true, files: map[string]string{"d.jsonl": record("Issue", "CASE", `"name":"One","id":"1"`)},
		want: []string{`d.jsonl:1: Issue has no property id`}},
	{name: "dump-with-bad-property", files: map[string]string{"d.jsonl": record("Issue", "CASE", `"name":["One"]`)},
		want: []string{`d.jsonl:1: name: it is a single value, not a list or mapping`}},
	{name: "dump-without-required-property", files: map[string]string{"d.jsonl": record("Issue", "CASE", `"description":"One"`)},
		want: []string{`d.jsonl:1: name: it is needed`}},
	{name: "dump-without-required-relation", files: map[string]string{"d.jsonl": record("Position", "CASE", `"title":"One"`)},
		want: []string{`d.jsonl:1: Position:CASE needs holder`, `d.jsonl:1: Position:CASE needs of`}},
	{name: "dump-with-unknown-field", files: map[string]string{"d.jsonl": `{"noun":"Issue","label":"CASE"}` + "\n"},
		want: []string{`d.jsonl:1: it is no record of a dump: …`}},
	{name: "dump-with-edge-to-nowhere", files: map[string]string{"d.jsonl": record("Place", "CASE", `"name":"One","kind":"CITY"`) + edge("IN_COUNTRY", id("Place", "CASE"), id("State", "CASE"))},
		want: []string{`d.jsonl:2: the node ` + id("State", "CASE") + ` is neither in the dump nor in the store`}},
	{name: "dump-with-edge-of-unknown-type", files: map[string]string{"d.jsonl": record("Place", "CASE", `"name":"One","kind":"CITY"`) + edge("NEAR", id("Place", "CASE"), id("Place", "CASE"))},
		want: []string{`d.jsonl:2: no relation is of the type "NEAR"`}},
	{name: "dump-with-edge-between-wrong-nouns", files: map[string]string{"d.jsonl": record("Issue", "CASE", `"name":"One"`) + record("Official", "CASE", `"name":"One"`) + edge("CAPITAL", id("Issue", "CASE"), id("Official", "CASE"))},
		want: []string{`d.jsonl:3: …`}},
	{name: "dump-with-half-an-edge", files: map[string]string{"d.jsonl": `{"edge":"CAPITAL","from":"1"}` + "\n"},
		want: []string{`d.jsonl:1: an edge has from and to`}},
	{name: "dump-of-a-node-twice", files: map[string]string{"d.jsonl": record("Issue", "CASE", `"name":"One"`) + record("Issue", "CASE", `"name":"Two"`)},
		want: []string{`d.jsonl:2: Issue:CASE is defined already, at DIR/d.jsonl:1`}},
}

// id marks an id: it depends on the case's name, and is put in with it.
func id(noun, key string) string { return "<" + noun + ":" + key + ">" }

func record(noun, key, properties string) string {
	return fmt.Sprintf(`{"noun":%q,"id":%q,"properties":{"key":%q,%s}}`+"\n", noun, id(noun, key), key, properties)
}

func edge(typ, from, to string) string {
	return fmt.Sprintf(`{"edge":%q,"from":%q,"to":%q}`+"\n", typ, from, to)
}

// weather is the key of the article weather.txt of gazette: a hash of its text alone, as it has no address.
const weather = "08cd9aa7214bf0f6"

// fill puts names in the place of their marks. DIR is the case's folder, ROOT the one of all.
func (f faulty) fill(root, text string) string {
	text = strings.NewReplacer("DIR", root+"/cases/"+f.name, "ROOT", root, "CASE", f.name, "WEATHER", weather).Replace(text)
	return marked.ReplaceAllStringFunc(text, func(ref string) string {
		noun, key, _ := strings.Cut(strings.Trim(ref, "<>"), ":")
		return diplomacy.ID(noun, key)
	})
}

var marked = regexp.MustCompile(`<[A-Z][a-z]+:[^<>]+>`)

// write writes the case's files and says how many units they make: an article and its facts are one.
func (f faulty) write(t *testing.T, root string) (units int) {
	t.Helper()
	files := map[string]string{}
	for name, text := range f.files {
		files[name] = f.fill(root, text)
	}
	if f.facts != "" {
		files["x.facts.yaml"] = f.fill(root, f.facts)
	}
	units = len(files)
	switch _, article := files["x.txt"]; {
	case files["x.facts.yaml"] == "":
	case article:
		units--
	default:
		files["x.txt"] = f.fill(root, usual)
	}
	write(t, filepath.Join(root, "cases", f.name), files)
	return units
}

// check compares what was said of the case's files with what is wanted.
func (f faulty) check(t *testing.T, root string, said []string) {
	t.Helper()
	var want []string
	for _, w := range f.want {
		want = append(want, f.fill(root, "DIR/"+w))
	}
	if !slices.EqualFunc(said, want, func(got, want string) bool {
		beginning, open := strings.CutSuffix(want, "…")
		return got == beginning || open && strings.HasPrefix(got, beginning)
	}) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(said, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// A file with a fault is refused whole, with the line and the reason; the others of the load are written.
func TestLoadRefuses(t *testing.T) {
	onEachStore(t, func(t *testing.T, store string) {
		root := filepath.ToSlash(t.TempDir())
		write(t, root+"/gazette", filesOf(gazette))
		// What is written is what a load without the faulty files writes.
		clean := newSQLite(t)
		ok(t, "load", "--store", clean, root+"/gazette")
		want := dump(t, clean)

		refused := 0
		for _, c := range refusals {
			if !c.alone {
				refused += c.write(t, root)
			}
		}
		r := parley(t, "load", "--store", store, root+"/gazette", root+"/cases")
		summary := strings.TrimSuffix(gazetteLoaded, "\n") + fmt.Sprintf(" Refused: %d files, of which nothing was written.\n", refused)
		if r.code != 3 || r.out != summary {
			t.Errorf("exit code %d\n%swant %s", r.code, r.out, summary)
		}
		said := map[string][]string{}
		for line := range strings.Lines(r.err) {
			name, _, _ := strings.Cut(strings.TrimPrefix(line, root+"/cases/"), "/")
			said[name] = append(said[name], strings.TrimSuffix(line, "\n"))
		}
		for _, c := range refusals {
			if !c.alone {
				t.Run(c.name, func(t *testing.T) { c.check(t, root, said[c.name]) })
				delete(said, c.name)
			}
		}
		for _, lines := range said {
			t.Errorf("of no case:\n%s", strings.Join(lines, "\n"))
		}
		same(t, "the dump after the load", dump(t, store), want)

		for _, c := range refusals {
			if !c.alone {
				continue
			}
			t.Run(c.name, func(t *testing.T) {
				before := dump(t, store)
				c.write(t, root)
				r := parley(t, "load", "--store", store, root+"/cases/"+c.name)
				if r.code != 3 {
					t.Errorf("exit code %d", r.code)
				}
				c.check(t, root, strings.Split(strings.TrimSuffix(r.err, "\n"), "\n"))
				same(t, "the dump after the load", dump(t, store), before)
			})
		}
	})
}

// What the files say can contradict the store alone: a natural key that another node there has.
func TestLoadRefusesTakenKeys(t *testing.T) {
	onEachStore(t, func(t *testing.T, store string) {
		ok(t, "load", "--store", store, folder(t, filesOf(gazette)))
		before := dump(t, store)
		// A dump that is written in several batches, of which one of the last has the fault.
		var large strings.Builder
		for n := range 5001 {
			large.WriteString(record("Issue", fmt.Sprintf("CASE-%d", n), `"name":"One of many"`))
		}
		large.WriteString(record("State", "CASE", `"name":"Velmara, again","iso3":"VEL"`))
		for _, c := range []faulty{
			{name: "in-a-table", files: map[string]string{"states.tsv": "key\tname\tiso3\nCASE-1\tOne\tONE\nCASE-2\tTwo\tVEL\n"},
				want: []string{`states.tsv:3: …`}},
			{name: "in-facts", facts: "- State: CASE\n  name: Velmara\n  iso3: VEL\n" + recognition,
				want: []string{`x.facts.yaml:1: …`}},
			{name: "in-a-file-that-another-needs", files: map[string]string{
				"a.facts.yaml": "- Issue: CASE\n  name: One\n- Outlet: CASE\n  name: Two\n  country: State:CASE\n",
				"b.facts.yaml": "- State: CASE\n  name: Velmara\n  iso3: VEL\n  capital: CASE\n- Place: CASE\n  name: Velm\n  kind: CAPITAL\n  country: CASE\n",
			}, want: []string{
				`a.facts.yaml:5: country refers to State:CASE, which DIR/b.facts.yaml defines, and that file is refused`,
				`b.facts.yaml:1: …`,
			}},
			{name: "in-a-large-dump", files: map[string]string{"d.jsonl": large.String()},
				want: []string{`d.jsonl:5002: …`}},
		} {
			t.Run(c.name, func(t *testing.T) {
				root := filepath.ToSlash(t.TempDir())
				units := c.write(t, root)
				for _, args := range [][]string{{"--dry-run"}, {}} { // a dry run checks all that a real one does
					r := parley(t, append([]string{"load", "--store", store, root}, args...)...)
					if r.code != 3 || !strings.Contains(r.out, fmt.Sprintf("Refused: %d file", units)) {
						t.Errorf("%v: exit code %d\n%s", args, r.code, r.out)
					}
					c.check(t, root, strings.Split(strings.TrimSuffix(r.err, "\n"), "\n"))
					same(t, "the dump after the load", dump(t, store), before)
				}
			})
		}
		// A key that moves to another node is no contradiction when its owner gives it up.
		t.Run("given-up", func(t *testing.T) {
			dir := folder(t, map[string]string{"states.tsv": "key\tname\tiso3\nNEW\tNew Ostrin\tOST\nOST\tOstrin\tFPO\n"})
			ok(t, "load", "--store", store, dir)
			sameJSON(t, query(t, store, `{ state(by: {iso3: "OST"}) { key } }`), `{"data": {"state": {"key": "NEW"}}}`)
		})
		t.Run("given-up-in-a-later-file", func(t *testing.T) {
			dir := folder(t, map[string]string{"a/states.tsv": "key\tname\tiso3\nNEWER\tNewer Ostrin\tOST\n", "b/states.tsv": "key\tname\nNEW\tNew Ostrin\n"})
			ok(t, "load", "--store", store, dir)
			sameJSON(t, query(t, store, `{ state(by: {iso3: "OST"}) { key } }`), `{"data": {"state": {"key": "NEWER"}}}`)
		})
		t.Run("exchanged-in-a-large-dump", func(t *testing.T) {
			state := func(key, iso3 string) string {
				return strings.ReplaceAll(record("State", key, fmt.Sprintf(`"name":"One of two","iso3":%q`, iso3)), id("State", key), diplomacy.ID("State", key))
			}
			between := strings.Builder{}
			for n := range 5001 {
				key := fmt.Sprintf("many-%d", n)
				between.WriteString(strings.ReplaceAll(record("Issue", key, `"name":"One of many"`), id("Issue", key), diplomacy.ID("Issue", key)))
			}
			for _, key := range [][2]string{{"A", "B"}, {"B", "A"}} {
				ok(t, "load", "--store", store, folder(t, map[string]string{"d.jsonl": state(key[0], "AAA") + between.String() + state(key[1], "BBB")}))
				sameJSON(t, query(t, store, `{ state(by: {iso3: "AAA"}) { key } }`), fmt.Sprintf(`{"data": {"state": {"key": %q}}}`, key[0]))
			}
		})
	})
}
