package graph

import (
	"sync"
	"time"

	"github.com/parleygraph/parley/internal/query"
)

// Work is what an operation has cost its store.
type Work struct {
	Statements int
	Rows       int           // that the statements answered, at every depth
	Took       time.Duration // of all statements together
}

// meter adds up the work of an operation, whose roots may be answered at the same time.
type meter struct {
	mu   sync.Mutex
	work Work
}

func (m *meter) total() Work {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.work
}

// statement adds one that has ended.
func (m *meter) statement(read *query.Read, answer query.Value, took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.work.Statements++
	m.work.Rows += rowsOf(read, answer)
	m.work.Took += took
}

// rowsOf counts the rows of an answer.
func rowsOf(read *query.Read, answer query.Value) int {
	n := 0
	if read.Ranking == nil {
		read.Sets(answer, func(set *query.Set, answer query.Value) { n += rows(set, answer) })
		return n
	}
	for _, pair := range answer.List {
		n += 1 + rowsWithin(read.Ranking.Node, pair.List[0]) + rowsWithin(read.Ranking.Node, pair.List[1])
	}
	return n
}

// rows counts the rows of a set's answer, and those of the sets within.
func rows(set *query.Set, answer query.Value) int {
	if !set.Rows || len(answer.List) == 0 {
		return 0
	}
	n := 0
	for _, row := range answer.List[0].List {
		n += 1 + rowsWithin(set, row)
	}
	return n
}

func rowsWithin(set *query.Set, row query.Value) int {
	n := 0
	for i, c := range set.Columns {
		if c.Set != nil && i < len(row.List) {
			n += rows(c.Set, row.List[i])
		}
	}
	return n
}
