package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parleygraph/parley/internal/neo4jtest"
)

// treaty is a noun that Parley does not have: three properties and two relations, one of them to any actor.
const treaty = `
"A toy: an agreement between actors."
type Treaty implements Topic @node(one: "treaty", many: "treaties") {
  signedOn: PartialDate @index
  articles: Int
  inForce: Boolean
  depositary: State @edge(type: "DEPOSITED_WITH", direction: OUT)
  signatories: [Actor!]! @edge(type: "SIGNED_BY", direction: OUT)
}
`

const treaties = "key\tname\tsignedOn\tarticles\tinForce\tdepositary\tsignatories\n" +
	"alpha\tTreaty of Alpha\t1999-05\t12\ttrue\tCHE\tState:PAK|State:IND\n" +
	"beta\tTreaty of Beta\t1999-05-03\t3\tfalse\t\tState:PAK|Organization:club\n" +
	"gamma\tTreaty of Gamma\t\t40\t\tUSA\t\n" +
	"delta\tTreaty of Delta\t2001~\t7\ttrue\tCHE\tOrganization:club\n"

const club = "- Organization: club\n  name: The Club\n  kind: IGO\n"

// TestANounTakesOneFile adds the noun to a copy of the sources as one SDL file, generates, builds, loads and asks, on both stores. No Go is written.
func TestANounTakesOneFile(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the whole program")
	}
	dir := t.TempDir()
	for _, part := range []string{"cmd", "graph", "internal", "schema", "seeds", "go.mod", "go.sum", "gqlgen.yml"} {
		copyTree(t, filepath.Join("..", "..", part), filepath.Join(dir, part))
	}
	write(t, filepath.Join(dir, "schema", "treaty.graphql"), treaty)
	command(t, dir, "go", "generate", "./schema")
	binary := filepath.Join(dir, "parley")
	command(t, dir, "go", "build", "-o", binary, "./cmd/parley")
	data := filepath.Join(dir, "data")
	if err := os.Mkdir(data, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(data, "treaties.tsv"), treaties)
	write(t, filepath.Join(data, "club.facts.yaml"), club)

	stores := map[string]func(testing.TB) string{
		"sqlite": func(tb testing.TB) string { return "sqlite:" + filepath.Join(tb.TempDir(), "toy.db") },
		"neo4j": func(tb testing.TB) string {
			uri := neo4jtest.URI(tb)
			neo4jtest.Reset(tb, uri)
			return uri
		},
	}
	cases := []struct{ name, query, want string }{
		{"looked up by its key", `{ treaty(by: {key: "delta"}) { name signedOn articles inForce depositary { name } } }`,
			`{"data":{"treaty":{"name":"Treaty of Delta","signedOn":"2001~","articles":7,"inForce":true,"depositary":{"name":"Switzerland"}}}}`},
		{"ordered by a date of mixed precision, missing last, and paged", `{ treaties(orderBy: [{signedOn: DESC}], first: 2) { nodes { key } totalCount pageInfo { hasNextPage } } }`,
			`{"data":{"treaties":{"nodes":[{"key":"delta"},{"key":"beta"}],"totalCount":4,"pageInfo":{"hasNextPage":true}}}}`},
		{"filtered by its properties", `{ treaties(where: {articles: {gte: 7}, NOT: {inForce: {eq: true}}}) { nodes { key } } }`,
			`{"data":{"treaties":{"nodes":[{"key":"gamma"}]}}}`},
		{"filtered through its relations", `{ treaties(where: {signatories: {some: {onOrganization: {kind: {eq: IGO}}}}, depositary: {iso3: {eq: "CHE"}}}) { nodes { key } } }`,
			`{"data":{"treaties":{"nodes":[{"key":"delta"}]}}}`},
		{"its polymorphic relation", `{ treaty(by: {key: "beta"}) { signatories(orderBy: [{name: ASC}]) { totalCount nodes { __typename name ... on State { iso3 } } } } }`,
			`{"data":{"treaty":{"signatories":{"totalCount":2,"nodes":[{"__typename":"State","name":"Pakistan","iso3":"PAK"},{"__typename":"Organization","name":"The Club"}]}}}}`},
		{"what it comes to, and its groups", `{ treaties { aggregate { articles { sum avg } inForce { countFalse } signedOn { min max } } groupBy(by: [{depositary: {node: EACH}}, {signedOn: MONTH}]) { groups { key { depositary { node { iso3 } } signedOn { date lessPrecise } } aggregate { count } } } } }`,
			`{"data":{"treaties":{"aggregate":{"articles":{"sum":62,"avg":15.5},"inForce":{"countFalse":1},"signedOn":{"min":"1999-05","max":"2001~"}},"groupBy":{"groups":[` +
				`{"key":{"depositary":{"node":{"iso3":"CHE"}},"signedOn":{"date":"1999-05","lessPrecise":false}},"aggregate":{"count":1}},{"key":{"depositary":{"node":{"iso3":"CHE"}},"signedOn":{"date":null,"lessPrecise":true}},"aggregate":{"count":1}},` +
				`{"key":{"depositary":{"node":{"iso3":"USA"}},"signedOn":{"date":null,"lessPrecise":false}},"aggregate":{"count":1}},{"key":{"depositary":{"node":null},"signedOn":{"date":"1999-05","lessPrecise":false}},"aggregate":{"count":1}}]}}}}`},
		{"found by its words", `{ search(text: "treaty beta", types: [TREATY]) { totalCount edges { node { key ... on Treaty { articles } } snippets { property } } } }`,
			`{"data":{"search":{"totalCount":1,"edges":[{"node":{"key":"beta","articles":3},"snippets":[{"property":"name"}]}]}}}`},
		{"in the interfaces it implements", `{ nodes(ids: ["00000000-0000-0000-0000-000000000000"]) { id } statements(where: {about: {some: {onTreaty: {articles: {gt: 1}}}}}) { totalCount } }`,
			`{"data":{"nodes":[null],"statements":{"totalCount":0}}}`},
	}
	for name, open := range stores {
		t.Run(name, func(t *testing.T) {
			store := open(t)
			command(t, dir, binary, "load", "--store", store, "--seeds", data)
			for _, c := range cases {
				t.Run(c.name, func(t *testing.T) {
					if got := strings.TrimSpace(command(t, dir, binary, "query", "--store", store, c.query)); got != c.want {
						t.Errorf("\n got %s\nwant %s", got, c.want)
					}
				})
			}
		})
	}
}

func command(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s%s", filepath.Base(name), strings.Join(args, " "), err, out, stderr.String())
	}
	return string(out)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func copyTree(t *testing.T, from, to string) {
	t.Helper()
	info, err := os.Stat(from)
	if err != nil {
		t.Fatal(err)
	}
	if info.IsDir() {
		err = os.CopyFS(to, os.DirFS(from))
	} else {
		var text []byte
		if text, err = os.ReadFile(from); err == nil {
			err = os.WriteFile(to, text, 0o644)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}
