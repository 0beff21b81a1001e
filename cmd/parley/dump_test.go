package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// odd holds values that one store or the other could change: every kind of property, and texts, numbers and dates at their edges.
var odd = map[string]string{
	"places.tsv": "key\tname\taliases\tkind\tlatitude\tlongitude\n" +
		"zero\tZero\t\tOTHER\t0\t-0\n" +
		"tenth\tTenth\tone\tOTHER\t0.1\t-0.3\n" +
		"six-decimals\tSix decimals\tone|two|one\tOTHER\t0.000001\t123456789.123456\n" +
		"more-decimals\tMore decimals\t\tOTHER\t0.0000004\t2.0000005\n" +
		"large\tLarge\t\tOTHER\t999999999\t-1e8\n",
	"texts.facts.yaml": `
- {Issue: "quotes \" ' and \\ in a key", name: "\"quoted\" 'name' \\ % _ $ {} <b>&amp;</b>"}
- {Issue: breaks, name: "two\nlines", description: "tab\t, CRLF\r\n, line\u2028, paragraph\u2029, bell\a, delete\x7f"}
- {Issue: spaces, name: "  around  ", description: " "}
- {Issue: composed, name: "Caf\u00e9", description: "composed"}
- {Issue: decomposed, name: "Cafe\u0301", description: "decomposed"}
- {Issue: beyond, name: "\U0001F54A 和平 سلام שלום", description: "\uFFFD \uFEFF \U0010FFFF"}
- {Issue: "null", name: "null", description: "true"}
- {Issue: "039", name: 039, description: 0x10}
- {Issue: long, name: n, description: "` + strings.Repeat("Long. ", 2000) + `"}
- {State: no-code, name: Numbers, cowCode: -2147483648, gwCode: 2147483647, cowYears: [2001/2002, "2003/.."]}
- {UnnamedSource: one, name: a source, plural: false, article: lighthouse}
`,
	"lighthouse.facts.yaml": `
- {Recognition: year, kind: DE_FACTO, exclusive: false, from: 2031, to: 2031-04~, by: State:no-code, of: State:no-code, evidence: The lamp}
- {Recognition: interval, kind: DE_FACTO, exclusive: true, from: 2031-04/.., to: ../2031-05?, by: State:no-code, of: State:no-code, evidence: went out}
- {Recognition: moment, kind: DE_FACTO, from: "2031-04-16T23:30+05:00", to: "2031-04-16T23:30:15Z%", by: State:no-code, of: State:no-code, evidence: The lamp went out}
`,
	"lighthouse.txt": "---\nkey: lighthouse\npublished: 2031-04-17%\n---\nThe lamp went out.\n",
}

// A dump of one store is what a dump of the other is, once it is loaded there, and back again.
func TestDumpRoundTrip(t *testing.T) {
	first, server, last := newSQLite(t), newNeo4j(t), newSQLite(t)
	ok(t, "load", "--seeds", "--store", first, folder(t, odd), folder(t, filesOf(gazette)))
	want := dump(t, first)
	load := func(store, text string) {
		t.Helper()
		ok(t, "load", "--store", store, filepath.Join(folder(t, map[string]string{"dump.jsonl": text}), "dump.jsonl"))
	}
	load(server, want)
	fromServer := dump(t, server)
	same(t, "Neo4j's dump", fromServer, want)
	load(last, fromServer)
	same(t, "the dump of the second SQLite", dump(t, last), want)

	for _, store := range []string{first, server, last} { // what a dump has brought is what the files say, and the other way round
		out := ok(t, "load", "--seeds", "--store", store, folder(t, odd), folder(t, filesOf(gazette)))
		if !strings.Contains(out, "Nothing changed") {
			t.Errorf("%.6s: %s", store, out)
		}
	}
	sameJSON(t, query(t, first, `{ places(where: {key: {in: ["zero", "tenth", "six-decimals", "more-decimals", "large"]}}) { nodes { key aliases latitude longitude } } }`), `{"data": {"places": {"nodes": [
		{"key": "large", "aliases": [], "latitude": 999999999, "longitude": -100000000},
		{"key": "more-decimals", "aliases": [], "latitude": 0, "longitude": 2.000001},
		{"key": "six-decimals", "aliases": ["one", "two", "one"], "latitude": 0.000001, "longitude": 123456789.123456},
		{"key": "tenth", "aliases": ["one"], "latitude": 0.1, "longitude": -0.3},
		{"key": "zero", "aliases": [], "latitude": 0, "longitude": 0}
	]}}}`)

	t.Run("order", func(t *testing.T) {
		var order []string
		for line := range strings.Lines(want) {
			var r struct{ Noun, ID, Edge, From, To string }
			if err := json.Unmarshal([]byte(line), &r); err != nil {
				t.Fatal(err)
			}
			if r.Noun != "" {
				order = append(order, "1 "+r.ID)
			} else {
				order = append(order, "2 "+r.From+" "+r.Edge+" "+r.To)
			}
		}
		if !slices.IsSorted(order) || len(slices.Compact(slices.Clone(order))) != len(order) {
			t.Error("a dump is not its nodes by id, and then its edges by from, type and to, each once")
		}
	})
}

func TestDump(t *testing.T) {
	onEachStore(t, func(t *testing.T, store string) {
		same(t, "the dump of an empty store", dump(t, store), "")
		dir := folder(t, map[string]string{
			"places.tsv": "key\tname\tkind\tlatitude\tcountry\nvelm\tVelm\tCAPITAL\t-41.50\tVEL\n",
			"states.tsv": "key\tname\taliases\tcowCode\tcapital\nVEL\tVelmara\tVel & Mara|Old “V”\t902\tvelm\n",
		})
		ok(t, "load", "--store", store, dir)
		const want = `{"noun":"State","id":"2039cbf8-0d2f-504d-beb6-db0d69d53fa0","properties":{"aliases":["Vel \u0026 Mara","Old “V”"],"cowCode":902,"key":"VEL","name":"Velmara"}}
{"noun":"Place","id":"3d4be699-9674-5a15-a496-c3dffaef6691","properties":{"key":"velm","kind":"CAPITAL","latitude":-41.5,"name":"Velm"}}
{"edge":"CAPITAL","from":"2039cbf8-0d2f-504d-beb6-db0d69d53fa0","to":"3d4be699-9674-5a15-a496-c3dffaef6691"}
{"edge":"IN_COUNTRY","from":"3d4be699-9674-5a15-a496-c3dffaef6691","to":"2039cbf8-0d2f-504d-beb6-db0d69d53fa0"}
`
		same(t, "the dump", dump(t, store), want)

		// With -o there is the whole dump or what was there before, never a part.
		out := t.TempDir()
		file := filepath.Join(out, "backup.jsonl")
		for range 2 { // the second time over the first
			if text := ok(t, "dump", "--store", store, "-o", file); text != "" {
				t.Errorf("it prints %q", text)
			}
			same(t, "the file", read(t, file), want)
		}
		// A node of a noun that this Parley does not know, which comes last.
		tamper(t, store, "INSERT INTO node (id, label) VALUES ('ffffffff-0000-5000-8000-000000000000', 'River')", "CREATE (:Node:River {id: 'ffffffff-0000-5000-8000-000000000000'})")
		if err := os.WriteFile(file, []byte("yesterday's\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		r := parley(t, "dump", "--store", store, "-o", file)
		if r.code != 1 || !strings.Contains(r.err, "River") || strings.Count(r.err, "\n") != 1 {
			t.Errorf("exit code %d\n%s", r.code, r.err)
		}
		same(t, "the file after a dump that failed", read(t, file), "yesterday's\n")
		if left := names(t, out); !slices.Equal(left, []string{"backup.jsonl"}) {
			t.Errorf("the folder holds %v", left)
		}
	})
}
