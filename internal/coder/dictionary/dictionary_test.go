package dictionary

import (
	"fmt"
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
	if again, _ := Load(); again.Hash != d.Hash {
		t.Errorf("the same tables have the hashes %s and %s", d.Hash, again.Hash)
	}
}

// mine is a user's folder.
func mine(files ...string) Layer {
	m := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		m[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return Layer{Name: "mine", Files: m}
}

func TestAFolderLiesOnTop(t *testing.T) {
	built, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	d, err := Load(mine("actors/organizations.tsv", "# ours\nid\tname\tkind\nhamas\tHAMAS\tARMED_GROUP\nandean-water-council\tAndean Water Council\tIGO\n-hezbollah\n"))
	if err != nil {
		t.Fatal(err)
	}
	orgs := d.Table("actors/organizations.tsv")
	replaced, _ := orgs.Row("hamas")
	if got := replaced.Get("name") + " " + replaced.Get("aliases") + " " + replaced.Where(); got != "HAMAS  mine/actors/organizations.tsv:3" {
		t.Errorf("a line with a known key replaces it whole: %q", got)
	}
	if added, ok := orgs.Row("andean-water-council"); !ok || added.Where() != "mine/actors/organizations.tsv:4" {
		t.Errorf("a line with a new key is added: %v", added)
	}
	if _, ok := orgs.Row("hezbollah"); ok {
		t.Error("a line that is a hyphen and a key takes that line away")
	}
	if was, _ := built.Table("actors/organizations.tsv").Row("nato"); was.File != "actors/organizations.tsv" {
		t.Errorf("a built-in line stands in %s", was.File)
	}
	if d.Hash == built.Hash {
		t.Error("other tables have the same hash")
	}
	for i := 1; i < len(orgs.Rows); i++ {
		if orgs.Rows[i-1].Key >= orgs.Rows[i].Key {
			t.Fatalf("%s stands before %s", orgs.Rows[i-1].Key, orgs.Rows[i].Key)
		}
	}
}

func TestWhatCannotBeReadSaysWhere(t *testing.T) {
	const orgs = "actors/organizations.tsv"
	for _, c := range []struct{ file, text, want string }{
		{orgs, "", "mine/actors/organizations.tsv:1: has no header"},
		{orgs, "id\tcolour\n", `mine/actors/organizations.tsv:1: the column "colour" is not known; actors/organizations.tsv has id, kind, name`},
		{orgs, "id\tname\tname\n", `mine/actors/organizations.tsv:1: the column "name" is there twice`},
		{orgs, "name\tid\n", `mine/actors/organizations.tsv:1: the first column must be the key, "id"`},
		{orgs, "id\tname\na\tA\na\tB\n", `mine/actors/organizations.tsv:3: id "a" is there already, in line 2`},
		{orgs, "id\tname\n\tA\n", "mine/actors/organizations.tsv:2: has no id"},
		{orgs, "id\tname\na\tA\tmore\n", "mine/actors/organizations.tsv:2: has 3 cells, the header 2"},
		{orgs, "id\tname\n-nobody\n", `mine/actors/organizations.tsv:2: there is no line "nobody" to take away`},
		{orgs, "id\tname\na\t\xff\n", "mine/actors/organizations.tsv:2: is not UTF-8"},
		{"actors/orgs.tsv", "id\tname\n", "mine/actors/orgs.tsv: no table has this name; those that are known are in columns.tsv"},
	} {
		_, err := Load(mine(c.file, c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, not %q", c.text, err, c.want)
		}
	}
}

func TestEveryLineThatCannotBeReadIsNamed(t *testing.T) {
	_, err := Load(mine("actors/organizations.tsv", "id\tname\n\tA\na\tb\tc\n", "actors/nothing.tsv", "id\n"))
	if err == nil || strings.Count(err.Error(), "\n") != 2 {
		t.Errorf("three lines are wrong: %v", err)
	}
}

func TestLint(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"actors/organizations.tsv", "id\tname\nb\tB\na\tA\n", `mine/actors/organizations.tsv:3: "a" stands behind "b"; sort the lines by id`},
		{"actors/organizations.tsv", "id\tname\na\tHezbollah\n", `is also what mine/actors/organizations.tsv:2 calls "a"; a name may belong to one only`},
		{"actors/organizations.tsv", "id\tname\taliases\na\tA\tIran\n", `"Iran" is also what`},
		{"actors/organizations.tsv", "id\tname\tof\na\tA\tnobody\n", `mine/actors/organizations.tsv:2: of: there is no line "nobody" in states.tsv organizations.tsv`},
		{"actors/organizations.tsv", "id\tname\tkind\na\tA\tCLUB\n", `mine/actors/organizations.tsv:2: kind: "CLUB" is not one of IGO, ORGAN`},
		{"actors/organizations.tsv", "id\tname\ttime\na\tA\t2014-13\n", `mine/actors/organizations.tsv:2: time: "2014-13" is not a date or an interval`},
		{"actors/organizations.tsv", "id\tname\ttime\na\tA\t2020/2010\n", `time: "2020/2010" is not`},
		{"actors/organizations.tsv", "id\tname\taliases\na\tA\tB||B\n", `aliases: an entry of the list is empty`},
		{"actors/organizations.tsv", "id\tname\taliases\na\tA\tB|B\n", `aliases: "B" is in the list twice`},
		{"actors/people.tsv", "id\tname\toffices\na\tA\tminister of rain\n", `mine/actors/people.tsv:2: offices: "minister of rain" is not an office`},
		{"actors/people.tsv", "id\tname\toffices\na\tA\tminister@XYZ 2010/2011\n", `offices: there is no state or organisation "XYZ"`},
		{"actors/people.tsv", "id\tname\toffices\na\tA\tminister@PER 2010-2011\n", `offices: "2010-2011" is not an interval`},
		{"actors/examples.tsv", "id\tof\tused\ttext\na\troles.tsv:nobody\tyes\tHe spoke.\n", `mine/actors/examples.tsv:2: of: there is no line "roles.tsv:nobody"; write it as FILE:KEY`},
	} {
		d, err := Load(mine(c.file, c.text))
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		found := ""
		for _, p := range d.Lint() {
			found += p.String() + "\n"
		}
		if !strings.Contains(found, c.want) {
			t.Errorf("%q: %q, not %q", c.text, found, c.want)
		}
	}
}

func TestTheLongestSequenceIsFound(t *testing.T) {
	var trie Trie[string]
	for _, s := range []string{"a", "a b c", "b", "b a"} {
		trie.Add(strings.Fields(s), s)
	}
	for _, c := range []struct{ text, want string }{
		{"a", "a 1"}, {"a b", "a 1"}, {"a b c d", "a b c 3"}, {"b a b", "b a 2"}, {"c a", " 0"}, {"", " 0"},
	} {
		words := strings.Fields(c.text)
		values, length := trie.Longest(func(n int) string {
			if n < len(words) {
				return words[n]
			}
			return ""
		})
		if got := fmt.Sprint(strings.Join(values, "|"), " ", length); got != c.want {
			t.Errorf("%q: %q, not %q", c.text, got, c.want)
		}
	}
	if v, n := (&Trie[string]{}).Longest(func(int) string { return "a" }); n != 0 || v != nil {
		t.Errorf("an empty one finds %v", v)
	}
}
