package llm

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/parleygraph/parley/internal/coder"
	"github.com/parleygraph/parley/internal/coder/dictionary"
)

// TestCases runs testdata/18-true-quote-wrong-claim.txtar, the class of failures that only a model makes; the file says how it is to be read. The
// others of the 18 classes are in internal/coder/testdata.
func TestCases(t *testing.T) {
	parts, err := txtar.ParseFile("testdata/18-true-quote-wrong-claim.txtar")
	if err != nil {
		t.Fatal(err)
	}
	d, err := dictionary.Load()
	if err != nil {
		t.Fatal(err)
	}
	rules, err := coder.NewRules(d)
	if err != nil {
		t.Fatal(err)
	}
	article, seen := coder.Article{Text: string(parts.Files[0].Data), Published: "2024-03-15"}, 0
	for _, p := range parts.Files[1:] {
		t.Run(p.Name, func(t *testing.T) {
			want, _, _ := strings.Cut(p.Name, ":")
			kind, text, _ := strings.Cut(string(p.Data), " ")
			var claim fields
			if err := json.Unmarshal([]byte(text), &claim); err != nil {
				t.Fatal(err)
			}
			lists := map[string][]fields{kind: {claim}}
			e := serve(t, func(_ int, _ request, w http.ResponseWriter) {
				says(w, claims(lists["statement"], lists["talks"], lists["relation"]))
			})
			c, _ := ask(t, e, Options{})
			r, err := c.Code(context.Background(), article, rules.Cast(article))
			if err != nil {
				t.Fatal(err)
			}
			got := "kept"
			if len(r.Rejected) > 0 {
				got = string(r.Rejected[0].Reason)
			}
			if got != want || r.Claims != 1 || len(facts(r.Coding)) != r.Claims-len(r.Rejected) {
				t.Errorf("%s, want %s: %+v", got, want, r)
			}
			seen++
		})
	}
	if seen < 10 {
		t.Errorf("only %d cases were found", seen)
	}
}
