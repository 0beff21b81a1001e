package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/parleygraph/parley/"

// structure says which packages of ours each package may import: dependencies point down this list. Tests may import more.
var structure = []struct {
	name string
	uses string
}{
	{"cmd/parley", "graph schema seeds internal/article internal/article/formats internal/coder internal/coder/dictionary internal/coder/llm internal/diplomacy internal/gold internal/ingest internal/otlp internal/query internal/questions internal/server internal/server/pages internal/store internal/store/neo4j internal/store/sqlite"},
	{"schema", "internal/query"},
	{"seeds", ""},
	{"graph", "graph/answer graph/generated graph/plan internal/diplomacy internal/query internal/store"},
	{"graph/generated", "graph/answer"},
	{"graph/plan", "internal/diplomacy internal/query internal/search internal/tension"},
	{"graph/answer", ""},
	{"internal/diplomacy", ""},
	{"internal/query", ""},
	{"internal/search", "internal/query"},
	{"internal/tension", ""},
	{"internal/cypher", "internal/query"},
	{"internal/sql", "internal/query"},
	{"internal/store", "internal/diplomacy internal/query"},
	{"internal/store/neo4j", "internal/cypher internal/diplomacy internal/query internal/search internal/store"},
	{"internal/store/sqlite", "internal/diplomacy internal/query internal/search internal/sql internal/store"},
	{"internal/store/storetest", "graph graph/plan schema seeds internal/coder internal/cypher internal/diplomacy internal/ingest internal/neo4jtest internal/query internal/questions internal/search internal/sql internal/store internal/tension"},
	{"internal/article", "internal/diplomacy"},
	{"internal/coder/text", "internal/article"},
	{"internal/coder/dates", "internal/article internal/diplomacy"},
	{"internal/coder/dictionary", "internal/diplomacy"},
	{"internal/coder", "internal/article internal/coder/dates internal/coder/dictionary internal/coder/text internal/diplomacy"},
	{"internal/coder/llm", "internal/coder internal/coder/dates internal/coder/text internal/diplomacy"},
	{"internal/gold", "internal/article internal/coder internal/coder/dates internal/coder/dictionary internal/coder/text internal/diplomacy"},
	{"internal/article/formats", "internal/article internal/diplomacy"},
	{"internal/ingest", "internal/article internal/article/formats internal/coder internal/diplomacy internal/query internal/store internal/tension"},
	{"internal/server", "graph internal/diplomacy internal/questions internal/server/pages internal/store"},
	{"internal/dashboard", ""},
	{"internal/server/pages", "internal/dashboard"},
	{"internal/questions", ""},
	{"internal/otlp", ""},
	{"internal/codegen", ""},
	{"internal/bench", "graph schema internal/cypher internal/diplomacy internal/neo4jtest internal/query internal/sql internal/store internal/store/neo4j internal/store/sqlite"},
	{"internal/neo4jtest", ""},
	{"internal/chromiumtest", ""},
}

// outside says which packages alone may import a dependency.
var outside = map[string]string{
	"github.com/99designs/gqlgen":      "graph graph/generated internal/codegen",
	"github.com/vektah/gqlparser":      "graph graph/generated graph/plan schema internal/bench internal/codegen internal/store/storetest",
	"github.com/neo4j/neo4j-go-driver": "internal/bench internal/store/neo4j internal/neo4jtest",
	"github.com/ncruces/go-sqlite3":    "internal/bench internal/store/sqlite",
	"github.com/alecthomas/kong":       "cmd/parley",
	"github.com/goccy/go-yaml":         "internal/gold internal/ingest",
	"codeberg.org/readeck":             "internal/article/formats",
	"github.com/mmcdole/gofeed":        "internal/article/formats",
	"golang.org/x/net":                 "internal/article/formats",
	"github.com/google/uuid":           "internal/diplomacy",
	"github.com/klauspost/compress":    "internal/server",
	"github.com/santhosh-tekuri":       "internal/coder/llm",
	"github.com/VictoriaMetrics":       "internal/server",
	"go.opentelemetry.io/otel/sdk":     "cmd/parley internal/otlp",
	"os/signal":                        "cmd/parley",
	"net/http":                         "internal/bench internal/coder/llm internal/otlp internal/server internal/server/pages",
}

func TestDependenciesPointDown(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "../../...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(p.ImportPath, module)
		at := slices.IndexFunc(structure, func(s struct{ name, uses string }) bool { return s.name == name })
		if at < 0 {
			t.Errorf("%s is not in the list: say what it may import", name)
			continue
		}
		seen[name] = true
		allowed := strings.Fields(structure[at].uses)
		pure := name == "internal/query" || name == "internal/cypher" || name == "internal/sql" || name == "internal/article"
		for _, i := range p.Imports {
			if own, ok := strings.CutPrefix(i, module); ok && !slices.Contains(allowed, own) {
				t.Errorf("%s imports %s, which it may not", name, own)
			}
			if domain, _, _ := strings.Cut(i, "/"); pure && strings.Contains(domain, ".") && !strings.HasPrefix(i, module) {
				t.Errorf("%s imports %s; it may import the standard library only", name, i)
			}
			for dependency, users := range outside {
				if (i == dependency || strings.HasPrefix(i, dependency+"/")) && !slices.Contains(strings.Fields(users), name) {
					t.Errorf("%s imports %s; only %s may", name, i, users)
				}
			}
		}
	}
	for _, s := range structure {
		if !seen[s.name] {
			t.Errorf("%s is in the list, but there is no such package", s.name)
		}
	}
}
