package schema

import "testing"

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
