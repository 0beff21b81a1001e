package graph

import (
	"sync"
	"time"
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
func (m *meter) statement(rows int, took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.work.Statements++
	m.work.Rows += rows
	m.work.Took += took
}
