package questions

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/parleygraph/parley/schema"
)

func TestSaved(t *testing.T) {
	sdl, _, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	set, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range set.All {
		doc, errs := gqlparser.LoadQueryWithRules(sdl, q.Document, rules.NewDefaultRules())
		if errs != nil {
			t.Errorf("%s: %v", q.Name, errs)
			continue
		}
		if len(doc.Operations) != 1 {
			t.Errorf("%s has %d operations; a saved question is one", q.Name, len(doc.Operations))
		} else if name := strings.ReplaceAll(q.Name, "-", ""); doc.Operations[0].Name != q.Operation || !strings.EqualFold(q.Operation, name) {
			t.Errorf("the operation of %s is called %s", q.Name, doc.Operations[0].Name)
		}
		for _, v := range doc.Operations[0].VariableDefinitions {
			if v.Type.NonNull && v.DefaultValue == nil {
				t.Errorf("%s: $%s has no default: a saved question can be asked as it is", q.Name, v.Variable)
			}
		}
		if !strings.HasSuffix(q.Title, "?") || strings.Contains(q.Title, "\n") {
			t.Errorf("%s asks no question: %q", q.Name, q.Title)
		}
		if set.Find(q.Name).Document != q.Document || set.Find(q.ID).Document != q.Document {
			t.Errorf("%s is not found by its name and its id", q.Name)
		}
	}
	if set.Find("") != nil || set.Find("sha256:") != nil || set.Find("SHA256:"+set.All[0].ID) != nil {
		t.Error("what is no question was found")
	}
}

func TestParse(t *testing.T) {
	set, err := load(fstest.MapFS{"saved/a-b.graphql": {Data: []byte("# Is it so,\n# really?\n#\n# Note one,\n#   note two.\nquery AB { a }\n# no\n")}})
	if err != nil {
		t.Fatal(err)
	}
	q := *set.Find("a-b")
	if q.Title != "Is it so, really?" || q.Prose != "Note one,\nnote two." || !strings.HasPrefix(q.ID, "sha256:") || len(q.ID) != 71 {
		t.Errorf("got %+v", q)
	}
	if _, err := load(fstest.MapFS{"saved/a.graphql": {Data: []byte("{ a }")}}); err == nil || !strings.Contains(err.Error(), "saved/a.graphql") {
		t.Errorf("got %v", err)
	}
}
