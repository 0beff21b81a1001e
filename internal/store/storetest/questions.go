package storetest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/ingest"
	"github.com/parleygraph/parley/internal/questions"
	"github.com/parleygraph/parley/seeds"
)

// answers is where the wanted answers of the saved questions are: NAME.json of each, and NAME.variables.json where it is not asked as it is.
const answers = "../../questions/answers"

// questions asks the saved questions of the seeds and of a small invented world besides, in which more happens.
func (s *suite) questions(t *testing.T) {
	set, err := questions.Load()
	if err != nil {
		t.Fatal(err)
	}
	db := s.openQuietly(t)
	report, err := ingest.Load(t.Context(), db, s.model, []ingest.Source{{FS: seeds.FS, Path: ".", Name: "seeds"}, {FS: baseFacts(t, "strait"), Path: ".", Name: "strait"}, {FS: os.DirFS(answers + "/world"), Path: ".", Name: "world"}}, ingest.Options{})
	if err != nil || report.Refused > 0 {
		t.Fatalf("%v %v", err, report.Problems)
	}
	engine := s.engine(db)
	for _, q := range set.All {
		t.Run(q.Name, func(t *testing.T) {
			var variables map[string]any
			if text, err := os.ReadFile(filepath.Join(answers, q.Name+".variables.json")); err == nil {
				d := json.NewDecoder(strings.NewReader(string(text)))
				d.UseNumber()
				if err := d.Decode(&variables); err != nil {
					t.Fatal(err)
				}
			}
			got := readable(engine.Execute(t.Context(), graph.Request{Query: q.Document, Variables: variables}).Body, "") + "\n"
			s.asKept(t, filepath.Join(answers, q.Name+".json"), got)
		})
	}
}
