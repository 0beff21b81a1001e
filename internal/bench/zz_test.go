package main

import (
	"context"
	"os"
	"testing"

	"github.com/parleygraph/parley/schema"
)

func BenchmarkZZ(b *testing.B) {
	ctx := context.Background()
	sch, model, err := schema.Load()
	if err != nil {
		b.Fatal(err)
	}
	sz := size{10000, 100000}
	o, err := openSQLite(ctx, model, "/tmp/benchdata", sz, os.Stderr)
	if err != nil {
		b.Fatal(err)
	}
	defer o.store.Close()
	file, err := openFile(o.address)
	if err != nil {
		b.Fatal(err)
	}
	e := engine(o.store, sch, model)
	ops, err := operations(ctx, e, sz)
	if err != nil {
		b.Fatal(err)
	}
	for _, op := range ops {
		r, _, err := compiled(ctx, o.store, sch, model, op.parley)
		if err != nil {
			b.Fatal(err)
		}
		hand, err := handSQL(ctx, file, op)
		if err != nil {
			b.Fatal(err)
		}
		for _, s := range []struct {
			name string
			do   side
		}{{"hand", hand}, {"statement", func(ctx context.Context) error { _, err := o.store.Read(ctx, r); return err }}, {"whole", whole(e, op.parley)}} {
			b.Run(op.name+"/"+s.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := s.do(ctx); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
