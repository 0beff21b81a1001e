package main_test

import (
	"strings"
	"testing"
)

func TestDictLint(t *testing.T) {
	if got := ok(t, "dict", "lint"); !strings.HasPrefix(got, "The dictionary is in order (") {
		t.Errorf("the built-in dictionary: %s", got)
	}
	dir := folder(t, map[string]string{"actors/organizations.tsv": "id\tname\tof\nb\tAndean Water Council\tPER\na\tAndean Water Council\tnowhere\n"})
	r := parley(t, "dict", "lint", "--dir", dir)
	same(t, "what is wrong", strings.ReplaceAll(r.out, dir, "DIR"), `DIR/actors/organizations.tsv:2: name: "Andean Water Council" is also what DIR/actors/organizations.tsv:3 calls "a"; a name may belong to one only
DIR/actors/organizations.tsv:3: "a" stands behind "b"; sort the lines by id (LC_ALL=C sort)
DIR/actors/organizations.tsv:3: of: there is no line "nowhere" in states.tsv organizations.tsv
`)
	if r.code == 0 || !strings.Contains(r.err, "3 faults of the dictionary") {
		t.Errorf("it ends with %d: %s", r.code, r.err)
	}
	broken := folder(t, map[string]string{"actors/organizations.tsv": "id\tcolour\n"})
	if r := parley(t, "dict", "lint", "--dir", broken); r.code == 0 || !strings.Contains(r.err, `actors/organizations.tsv:1: the column "colour" is not known`) {
		t.Errorf("a table that cannot be read: %d: %s", r.code, r.err)
	}
}

func TestDictTest(t *testing.T) {
	dir := folder(t, map[string]string{
		"actors/organizations.tsv": "id\tname\tkind\nandean-water-council\tAndean Water Council\tIGO\n",
		"actors/examples.tsv":      "id\tof\tused\ttext\nours +\torganizations.tsv:andean-water-council\tyes\tThe Andean Water Council met.\nours -\torganizations.tsv:andean-water-council\tno\tThe Andean Water Council met again.\n",
	})
	r := parley(t, "dict", "test", "--dir", dir)
	if want := dir + `/actors/examples.tsv:3: ` + dir + `/actors/organizations.tsv:2 ("andean-water-council") is used in "The Andean Water Council met again.", and must not be`; r.code == 0 || !strings.Contains(r.out, want+"\n") || strings.Contains(r.out, dir+"/actors/examples.tsv:2") {
		t.Errorf("%d:\n%s", r.code, r.out)
	}
}
