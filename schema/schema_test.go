package schema

import (
	"strings"
	"testing"
)

func TestLoad(t *testing.T) {
	_, m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Concrete()) < 15 {
		t.Fatal(m.Concrete())
	}
	t.Log(len(m.Columns()), m.Edges())
}

// Every root answers from what was known by a moment.
func TestEveryRootTakesAsOf(t *testing.T) {
	sdl, _, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, root := range sdl.Query.Fields {
		if strings.HasPrefix(root.Name, "__") {
			continue
		}
		if a := root.Arguments.ForName("asOf"); a == nil || a.Type.Name() != "DateTime" {
			t.Errorf("%s does not take asOf", root.Name)
		}
	}
}
