package dates

import (
	"os"
	"strings"
	"testing"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// listed is what Find gives, as "words = EDTF" or "words = ?", one after the other.
func listed(s, published string) string {
	var out []string
	for _, e := range Find(s, published) {
		edtf := e.EDTF
		if edtf == "" {
			edtf = "?"
		}
		out = append(out, e.Text+" = "+edtf)
	}
	return strings.Join(out, "; ")
}

// TestFind reads testdata/cases.tsv: the day of an article, a sentence of it, and what is found there.
func TestFind(t *testing.T) {
	table, err := os.ReadFile("testdata/cases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(string(table), "\n"), "\n")
	if len(lines) < 150 {
		t.Fatalf("only %d cases", len(lines))
	}
	for i, line := range lines[1:] {
		if strings.HasPrefix(line, "#") {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 3 {
			t.Fatalf("cases.tsv:%d: %d columns", i+2, len(c))
		}
		if got := listed(c[1], c[0]); got != c[2] {
			t.Errorf("cases.tsv:%d: %s, published %q:\n got %s\nwant %s", i+2, c[1], c[0], got, c[2])
		}
	}
}

func TestAs(t *testing.T) {
	e := Find("The talks on Monday failed.", "2025-11-08")
	if len(e) != 1 || e[0].EDTF != "2025-11-03" || e[0].As(Future).EDTF != "2025-11-10" || e[0].As(Past) != e[0].As(Past).As(Past) {
		t.Errorf("%+v", e)
	}
	if s := "The talks on Monday failed."; s[e[0].Start:e[0].End] != "on Monday" || s[e[0].Core.Start:e[0].Core.End] != "Monday" || e[0].Rule != "weekday" {
		t.Errorf("%+v", e[0])
	}
}

func FuzzFind(f *testing.F) {
	table, err := os.ReadFile("testdata/cases.tsv")
	if err != nil {
		f.Fatal(err)
	}
	for _, line := range strings.Split(string(table), "\n") {
		if c := strings.Split(line, "\t"); len(c) == 3 {
			f.Add(c[1], c[0])
		}
	}
	f.Add("the last week of the last week of the first 3 days of this month of 0000-00-00 – ’90s 99999999999 weeks ago", "0001")
	f.Fuzz(func(t *testing.T, s, published string) {
		end := 0
		for _, e := range Find(s, published) {
			if e.Start < end || e.End <= e.Start || e.End > len(s) || e.Core.Start < e.Start || e.Core.End > e.End || s[e.Start:e.End] != e.Text {
				t.Fatalf("%q: %+v", s, e)
			}
			end = e.End
			for _, tense := range []Tense{Unknown, Past, Future} {
				edtf := e.As(tense).EDTF
				if edtf == "" {
					continue
				}
				if _, err := diplomacy.ParsePartialDate(edtf); err != nil {
					t.Fatalf("%q on %q: %q gives %q: %v", s, published, e.Text, edtf, err)
				}
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat("The foreign ministers of both states met in the capital on Thursday for a third round of talks, and are due to meet again on March 3. "+
		"Officials said that little had changed since July 2024, when the envoy left without a deal; nobody spoke of what would come after it.\n\n", 16)[:4096]
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Find(s, "2025-11-08")
	}
}
