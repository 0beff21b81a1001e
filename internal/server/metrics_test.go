package server_test

import (
	"fmt"
	"net/http"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// measured are the series of /metrics that are Parley's own, with their values.
func (l *site) measured(t *testing.T) map[string]string {
	t.Helper()
	a := l.send(t, http.MethodGet, "/metrics", "")
	if media := a.Header.Get("Content-Type"); a.StatusCode != 200 || media != "text/plain; version=0.0.4; charset=utf-8" {
		t.Fatalf("%d %s", a.StatusCode, media)
	}
	series := map[string]string{}
	for line := range strings.Lines(a.body) {
		// name{label="value",...} value, as the format has it
		m := regexp.MustCompile(`^([a-z_]+(?:\{[A-Za-z_]+="[^"\\]*"(?:, ?[A-Za-z_]+="[^"\\]*")*\})?) (\S+)\n$`).FindStringSubmatch(line)
		if m == nil {
			t.Errorf("no line of the format: %q", line)
			continue
		}
		if strings.HasPrefix(m[1], "parley_") {
			series[m[1]] = m[2]
		}
	}
	return series
}

// What is measured is what was done.
func TestMetrics(t *testing.T) {
	l := open(t, seeded(t), nil)
	build := fmt.Sprintf("parley_build_info{version=%q,go=%q}", "v0.0.0", runtime.Version())
	if got := l.measured(t); len(got) != 6 || got[build] != "1" {
		t.Errorf("before any request: %v", got)
	}
	named := post("query", `"query Known { a: states(first: 3) { nodes { capital { name } } } b: states { totalCount } }"`)
	bytes := 0
	for _, c := range []struct{ body, accept string }{
		{named, newer}, {named, newer},
		{post("query", `"{ states(first: 2) { nodes { name } } }"`), newer},
		{post("query", `"query Invented { nothing }"`), newer},
		{post("query", `"{ states(first: -1) { totalCount } }"`), newer},
		{"", newer},
		{named, "text/html"},
	} {
		bytes += len(l.send(t, http.MethodPost, "/graphql", c.body, "Accept", c.accept).body)
	}
	got := l.measured(t)
	for series, want := range map[string]string{
		`parley_requests_total{operation="Known",status="200",code="ok"}`:      "2",
		`parley_requests_total{operation="other",status="200",code="ok"}`:      "1",
		`parley_requests_total{operation="other",status="200",code="invalid"}`: "1",
		`parley_requests_total{operation="other",status="400",code="invalid"}`: "2",
		`parley_requests_total{operation="other",status="406",code="invalid"}`: "1",
		`parley_request_seconds_count{operation="Known"}`:                      "2",
		`parley_request_seconds_count{operation="other"}`:                      "5",
		`parley_request_seconds_bucket{operation="Known",le="+Inf"}`:           "2",
		`parley_store_seconds_count{operation="Known"}`:                        "2",
		`parley_store_seconds_count{operation="other"}`:                        "1",
		`parley_statements_total`:                                              "5",
		`parley_rows_total`:                                                    "19", // 2 * (4 states and their capitals) + 3, with the one that shows whether there are more
		`parley_answer_bytes_total`:                                            fmt.Sprint(bytes),
		`parley_operations_running`:                                            "0",
		`parley_operations_waiting`:                                            "0",
	} {
		if got[series] != want {
			t.Errorf("%s is %s, want %s", series, got[series], want)
		}
	}
}

// However many names clients invent, there are no more series.
func TestMetricsAreBounded(t *testing.T) {
	l := open(t, seeded(t), nil)
	ask := func(name string) {
		t.Helper()
		body := post("query", quoted("query "+name+" { __typename }"), "operationName", quoted(name))
		if a := l.send(t, http.MethodPost, "/graphql", body); a.body != `{"data":{"__typename":"Query"},"extensions":{"cost":{"estimated":0,"actual":0}}}` {
			t.Fatal(a.body)
		}
	}
	ask("First")
	before := len(l.measured(t))
	for i := range 200 {
		ask(fmt.Sprint("Invented", i))
	}
	if after := l.measured(t); len(after) != before || after[`parley_requests_total{operation="other",status="200",code="ok"}`] != "201" {
		t.Errorf("%d series, %d before: %v", len(after), before, after)
	}
}
