package server_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Whatever a request is made of, it gets an answer of JSON, and never one that says the server is at fault.
func FuzzRequest(f *testing.F) {
	for _, a := range attacks() {
		if len(a.body) < 4<<10 {
			f.Add(a.body, "", plainJSON, newer)
		}
	}
	for _, target := range []string{
		"query=%7B__typename%7D", "query={states{totalCount}}&variables={}", "query=query($n:Int){states(first:$n){totalCount}}&variables={\"n\":1}&operationName=&extensions={}", "query=a&query=b",
		"query=%", "variables=[]", "query=%FF", "query=;", "documentId=sha256:0",
	} {
		f.Add("", target, "application/json; charset=utf-8", "*/*;q=0.1, "+newer)
	}
	h := handler(f, nil)
	f.Fuzz(func(t *testing.T, body, target, contentType, accept string) {
		r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
		if body == "" {
			r = httptest.NewRequest(http.MethodGet, "/graphql", nil)
		}
		r.URL.RawQuery = target
		r.Header.Set("Content-Type", contentType)
		r.Header.Set("Accept", accept)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 || !json.Valid(w.Body.Bytes()) {
			t.Errorf("%d %s", w.Code, w.Body)
		}
		if w.Code != 200 && !strings.Contains(w.Body.String(), `"errors"`) {
			t.Errorf("%d without errors: %s", w.Code, w.Body)
		}
	})
}
