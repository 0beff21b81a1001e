package query

import (
	"sync"
	"sync/atomic"
)

// Variable stands for a value that comes with each request: its place in Read.Values. In a filter it may stand for any one value that is no
// list and no boolean, so that a Read whose shape is the same can be used again.
type Variable int

// Value is a value of the read's filters, or what the variable stands for.
func (r *Read) Value(v any) any {
	if at, ok := v.(Variable); ok {
		return r.Values[at]
	}
	return v
}

// made is what is made of a read once, and serves all that differ from it in their Values alone.
type made struct {
	mu     sync.Mutex
	each   []any
	growth atomic.Int64 // of the last answer that was written: how long it was, in hundredths of what Spent.Size said
}

// Keep says that reads with other Values are going to be made of this one, as shallow copies.
func (r *Read) Keep() { r.made = new(made) }

// Once is what make makes of a read's shape. Where the read is kept it is made once for each type.
func Once[T any](r *Read, make func() T) T {
	if r.made == nil {
		return make()
	}
	r.made.mu.Lock()
	defer r.made.mu.Unlock()
	for _, m := range r.made.each {
		if m, ok := m.(T); ok {
			return m
		}
	}
	m := make()
	r.made.each = append(r.made.each, m)
	return m
}
