package server

import (
	"fmt"
	"net/http"
	"runtime"
	"slices"
	"strconv"
	"time"

	"github.com/VictoriaMetrics/metrics"

	"github.com/parleygraph/parley/graph"
)

// measures are what /metrics tells, in the format of Prometheus. No label has a value that a client can invent: an operation's name is one
// of a list, or "other".
type measures struct {
	operations              []string
	set                     *metrics.Set
	bytes, statements, rows *metrics.Counter
}

// The upper bounds of the histograms, in seconds: from a look-up to the default timeout.
var seconds = []float64{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15}

func newMeasures(version string, operations []string, t *turns) *measures {
	s := metrics.NewSet()
	s.NewGauge(fmt.Sprintf(`parley_build_info{version=%q,go=%q}`, version, runtime.Version()), func() float64 { return 1 })
	s.NewGauge("parley_operations_running", func() float64 { return float64(len(t.running)) })
	s.NewGauge("parley_operations_waiting", func() float64 { return float64(len(t.waiting)) })
	return &measures{operations, s, s.NewCounter("parley_answer_bytes_total"), s.NewCounter("parley_statements_total"), s.NewCounter("parley_rows_total")}
}

// operation is the label for an operation's name.
func (m *measures) operation(name string) string {
	if slices.Contains(m.operations, name) {
		return name
	}
	return "other"
}

// answered counts a GraphQL request that has been answered. The labels need no quoting: GraphQL's names have letters and digits only.
func (m *measures) answered(status int, r graph.Result, took time.Duration) {
	operation, code := m.operation(r.Operation), string(r.Code)
	if code == "" {
		code = "ok"
	}
	m.set.GetOrCreateCounter(`parley_requests_total{operation="` + operation + `",status="` + strconv.Itoa(status) + `",code="` + code + `"}`).Inc()
	m.set.GetOrCreatePrometheusHistogramExt(`parley_request_seconds{operation="`+operation+`"}`, seconds).Update(took.Seconds())
	m.bytes.Add(len(r.Body))
	if r.Work.Statements > 0 {
		m.statements.Add(r.Work.Statements)
		m.rows.Add(r.Work.Rows)
		m.set.GetOrCreatePrometheusHistogramExt(`parley_store_seconds{operation="`+operation+`"}`, seconds).Update(r.Work.Took.Seconds())
	}
}

func (m *measures) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	h := w.Header()
	h.Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	m.set.WritePrometheus(w)
	metrics.WriteProcessMetrics(w)
}
