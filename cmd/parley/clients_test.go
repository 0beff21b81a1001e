package main_test

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The Python clients that researchers have work as they are, to a table of pandas. So does what the README says of them.
func TestPythonClients(t *testing.T) {
	needs(t, "python3")
	s := serve(t, newSQLite(t))
	const want = `{'state': {'name': 'Pakistan'}}
['states'] invalid
True True Islamabad
`
	for _, name := range []string{"gql", "sgqlc"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // most of it is downloading and unpacking
			dir := t.TempDir()
			in := func(name string) string { return filepath.Join(dir, name) }
			for _, file := range []string{name + ".txt", "with_" + name + ".py"} {
				write(t, dir, map[string]string{file: read(t, filepath.Join("testdata", "clients", file))})
			}
			tool(t, dir, "python3", "-m", "venv", "--without-pip", "venv")
			python := in("venv/bin/python")
			tool(t, dir, "python3", "-m", "pip", "--python", python, "install", "--quiet", "--no-compile", "--disable-pip-version-check", "--root-user-action=ignore", "-r", name+".txt")
			if name == "sgqlc" { // its users make a module of the schema first
				tool(t, dir, python, "-m", "sgqlc.introspection", s.base+"/graphql", "schema.json")
				tool(t, dir, in("venv/bin/sgqlc-codegen"), "schema", "schema.json", "parley_schema.py")
			}
			if got := tool(t, dir, python, "with_"+name+".py", s.base+"/graphql"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			example := regexp.MustCompile("(?s)```python\n(# " + name + "\\b.*?)```").FindStringSubmatch(read(t, "../../README.md"))
			if example == nil {
				t.Fatalf("the README has no example of %s", name)
			}
			write(t, dir, map[string]string{"example.py": strings.ReplaceAll(example[1], "http://127.0.0.1:8080", s.base)})
			got := tool(t, dir, python, "example.py")
			if !strings.Contains(got, "\n3 ") || !strings.Contains(got, "Moscow, drawing on") {
				t.Errorf("the README's example prints\n%s", got)
			}
		})
	}
}
