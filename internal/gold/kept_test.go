package gold

import (
	"strings"
	"testing"
)

func TestAgainst(t *testing.T) {
	part := func(found int) []*Part {
		return []*Part{{Set: "a.tsv", Form: "plv", Figures: []Figure{{Name: "root", Docs: []Tally{{Found: found, Given: 1000, Wanted: 1000}}}, {Name: "root: AID", Docs: []Tally{{Found: 1, Given: 2, Wanted: 2}}}}}}
	}
	file := Keep(part(800))
	if strings.Contains(file, "AID") || !strings.Contains(file, "a.tsv\t\troot\tR\t0.8000\n") {
		t.Errorf("kept:\n%s", file)
	}
	for _, c := range []struct {
		found int
		fell  string
	}{{800, ""}, {900, ""}, {790, ""}, {789, "a.tsv  root R fell from 0.800 to 0.789"}} {
		fell, err := Against(part(c.found), file)
		if err != nil || strings.Join(fell, "\n") != c.fell {
			t.Errorf("%d: %q, %v", c.found, fell, err)
		}
	}
	if fell, err := Against([]*Part{{Set: "b.tsv", Form: "plv", Figures: part(1)[0].Figures}}, file); err != nil || fell != nil {
		t.Errorf("another set is compared: %q, %v", fell, err)
	}
	if _, err := Against(nil, "set\tvalue\nx\t1\n"); err == nil {
		t.Error("a file of another form is read")
	}
}
