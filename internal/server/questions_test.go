package server_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/parleygraph/parley/internal/questions"
	"github.com/parleygraph/parley/internal/server"
)

// Saved questions are listed, and asked by name or by the hash of their document.
func TestQuestions(t *testing.T) {
	l := openWith(t, seeded(t), nil, func(o *server.Options) { o.MaxBody = 10_000 })
	var list []questions.Question
	if err := json.Unmarshal([]byte(l.send(t, http.MethodGet, "/queries", "").body), &list); err != nil || len(list) == 0 {
		t.Fatalf("%v, %v", list, err)
	}
	for _, q := range list {
		if a := l.send(t, http.MethodGet, "/queries/"+q.Name, ""); a.StatusCode != 200 || a.body != q.Document {
			t.Errorf("%s: %d %s", q.Name, a.StatusCode, a.body)
		}
		want := l.send(t, http.MethodPost, "/graphql", post("query", quoted(q.Document)))
		if want.StatusCode != 200 || strings.Contains(want.body, `"errors"`) {
			t.Errorf("%s: %d %s", q.Name, want.StatusCode, want.body)
		}
		for _, id := range []string{q.Name, q.ID} {
			for _, got := range []answer{
				l.send(t, http.MethodPost, "/graphql", post("documentId", quoted(id))),
				l.send(t, http.MethodGet, get("documentId", id), ""),
			} {
				if got.body != want.body || got.StatusCode != want.StatusCode {
					t.Errorf("%s: %d %.200s", id, got.StatusCode, got.body)
				}
			}
		}
	}
	const name = "how-did-parties-describe-a-round"
	for _, c := range []struct {
		name, body, target string
		status             int
		part               string
	}{
		{"with variables", post("documentId", quoted(name), "variables", `{"round":"no-such-round"}`), "", 200, `{"data":{"round":null},`},
		{"with variables by GET", "", get("documentId", name, "variables", `{"round":"no-such-round"}`), 200, `{"data":{"round":null},`},
		{"an unknown name", post("documentId", `"what-is-love"`), "", 404, `"code":"not_found"`},
		{"an unknown hash", "", get("documentId", "sha256:"+strings.Repeat("0", 64)), 404, "/queries lists them"},
		{"a document besides", post("documentId", quoted(name), "query", `"{ __typename }"`), "", 400, "both query and documentId"},
		{"neither", post("variables", "{}"), "", 400, "no query, and no documentId"},
		{"neither by GET", "", "/graphql", 400, "no query, and no documentId"},
		{"a number", post("documentId", "7"), "", 400, "documentId has the wrong type"},
		{"an unknown list entry", "", "/queries/what-is-love", 404, "/queries lists them"},
	} {
		t.Run(c.name, func(t *testing.T) {
			method, target := http.MethodPost, "/graphql"
			if c.target != "" {
				method, target = http.MethodGet, c.target
			}
			if a := l.send(t, method, target, c.body); a.StatusCode != c.status || !strings.Contains(a.body, c.part) {
				t.Errorf("%d %s, want %d with %s", a.StatusCode, a.body, c.status, c.part)
			}
		})
	}
}
