package dictionary

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestBuiltInTablesAreInOrder(t *testing.T) {
	d, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range d.Lint() {
		t.Error(p)
	}
}
func layer(name, text string) Layer {
	return Layer{Name: "mine", Files: fstest.MapFS{name: {Data: []byte(text)}}}
}

var _ = strings.Contains
