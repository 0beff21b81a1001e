package server

import (
	"context"
	"time"
)

// turns lets so many operations execute at once. As many again may wait for theirs, for a while; who comes after them is turned away at once.
type turns struct {
	running, waiting chan struct{}
	patience         time.Duration
}

func newTurns(most int, patience time.Duration) *turns {
	return &turns{make(chan struct{}, most), make(chan struct{}, most), patience}
}

// take reports whether the caller may execute. It then says when it is done.
func (t *turns) take(ctx context.Context) bool {
	select {
	case t.running <- struct{}{}:
		return true
	default:
	}
	select {
	case t.waiting <- struct{}{}:
		defer func() { <-t.waiting }()
	default:
		return false
	}
	ctx, cancel := context.WithTimeout(ctx, t.patience)
	defer cancel()
	select {
	case t.running <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

func (t *turns) done() { <-t.running }
