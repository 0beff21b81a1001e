package main

import (
	"context"
	"errors"
	"math"
	"slices"
	"sync"
	"time"
)

// How long one round of two sides may take, about.
const roundTime = 500 * time.Millisecond

// median is the middle one.
func median[T float64 | time.Duration](all []T) T {
	all = slices.Clone(all)
	slices.Sort(all)
	return all[len(all)/2]
}

// geometric is the geometric mean.
func geometric(all []float64) float64 {
	sum := 0.0
	for _, x := range all {
		sum += math.Log(x)
	}
	return math.Exp(sum / float64(len(all)))
}

// turns lets two sides do a request each in turn, and returns the ratio of their medians for each round.
func turns(ctx context.Context, rounds int, ours, theirs side) ([]float64, error) {
	sides := [2]side{ours, theirs}
	var slowest time.Duration
	one := func(i int) (time.Duration, error) {
		start := time.Now()
		err := sides[i](ctx)
		return time.Since(start), err
	}
	for range 2 { // the first request of each prepares what is kept, and does not count
		for i := range sides {
			took, err := one(i)
			if err != nil {
				return nil, err
			}
			slowest = took // of the last, which is warm
		}
	}
	requests := min(max(int(roundTime/(2*slowest+1)), 1), 200)
	ratios := make([]float64, rounds)
	for r := range ratios {
		var took [2][]time.Duration
		for range requests {
			for i := range sides {
				t, err := one((i + r) % 2)
				if err != nil {
					return nil, err
				}
				took[(i+r)%2] = append(took[(i+r)%2], t)
			}
		}
		ratios[r] = float64(median(took[0])) / float64(median(took[1]))
	}
	return ratios, nil
}

// throughput is how many requests a second a number of clients get answered. None begins another when the time is over, and what is under way is
// waited for and counts: cut off, it would go on in the server, and a side that is slow would look slower than it is.
func throughput(ctx context.Context, clients int, long time.Duration, s side) (float64, error) {
	done, errs := make([]int, clients), make([]error, clients)
	var all sync.WaitGroup
	start := time.Now()
	for c := range clients {
		all.Go(func() {
			for done[c] == 0 || time.Since(start) < long {
				if errs[c] = s(ctx); errs[c] != nil {
					return
				}
				done[c]++
			}
		})
	}
	all.Wait()
	sum := 0
	for _, n := range done {
		sum += n
	}
	return float64(sum) / time.Since(start).Seconds(), errors.Join(errs...)
}
