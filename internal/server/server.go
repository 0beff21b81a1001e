// Package server is the HTTP side of Parley: the addresses, the GraphQL transport, health, and a graceful stop. It imports graph, store and
// pages, but not gqlgen. Start with Handler.
package server

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"time"

	"go.opentelemetry.io/otel/trace"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/questions"
	"github.com/parleygraph/parley/internal/server/pages"
	"github.com/parleygraph/parley/internal/store"
)

// Options of a server.
type Options struct {
	Engine  *graph.Engine
	Store   store.Store
	Schema  string // the served SDL
	Saved   *questions.Set
	Pages   pages.Options
	MaxBody int64 // bytes of a request's body
	// MaxConcurrent operations, at least one, execute at once. As many may wait for them, each for at most MaxWait.
	MaxConcurrent int
	MaxWait       time.Duration
	// Operations are the names that /metrics counts each by itself.
	Operations []string
	Tracing    trace.TracerProvider
	Log        *slog.Logger
}

// Handler serves every address.
func Handler(o Options) http.Handler {
	turns := newTurns(o.MaxConcurrent, o.MaxWait)
	measures := newMeasures(o.Pages.Version, o.Operations, turns)
	mux := http.NewServeMux()
	mux.Handle("/graphql", graphQL{o.Engine, o.Saved, o.MaxBody, turns, measures, o.Tracing.Tracer("github.com/parleygraph/parley/internal/server")})
	mux.Handle("GET /metrics", measures)
	mux.HandleFunc("GET /schema.graphql", func(w http.ResponseWriter, r *http.Request) {
		send(w, r, http.StatusOK, "application/graphql", []byte(o.Schema))
	})
	mux.HandleFunc("GET /queries", func(w http.ResponseWriter, r *http.Request) {
		list, err := json.Marshal(o.Saved.All)
		if err != nil {
			panic(err) // texts always marshal
		}
		send(w, r, http.StatusOK, jsonType, list)
	})
	mux.HandleFunc("GET /queries/{name}", func(w http.ResponseWriter, r *http.Request) {
		q := o.Saved.Find(r.PathValue("name"))
		if q == nil {
			plain(w, http.StatusNotFound, "there is no saved question of that name; /queries lists them")
			return
		}
		send(w, r, http.StatusOK, "application/graphql", []byte(q.Document))
	})
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { plain(w, http.StatusOK, "ok") })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 5*time.Second)
		defer cancel()
		if err := o.Store.Ready(ctx); err != nil {
			o.Log.WarnContext(ctx, "not ready", "error", err)
			message := "the store is not ready"
			if e := (*diplomacy.Error)(nil); errors.As(err, &e) {
				message = e.Message
			}
			plain(w, http.StatusServiceUnavailable, message)
			return
		}
		plain(w, http.StatusOK, "ready")
	})
	mux.Handle("/", pages.Handler(o.Pages))
	return o.identified(mux)
}

func plain(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text + "\n"))
}

// identified gives each request an id, which the log and internal errors name, logs it when it is done, and masks panics.
func (o Options) identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var b [8]byte
		_, _ = rand.Read(b[:]) // never fails
		id := hex.EncodeToString(b[:])
		w.Header().Set("X-Request-Id", id)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		start := time.Now()
		recorded := &recorder{ResponseWriter: w, status: http.StatusOK}
		defer func() {
			if p := recover(); p != nil {
				if p == http.ErrAbortHandler { //nolint:errorlint // it is compared as net/http does
					panic(p)
				}
				o.Log.ErrorContext(r.Context(), "panic", "request", id, "panic", p, "stack", string(debug.Stack()))
				if !recorded.written {
					plain(recorded, http.StatusInternalServerError, "internal error; the server's log has it under request "+id)
				}
			}
			o.Log.InfoContext(r.Context(), "request", "request", id, "method", r.Method, "path", r.URL.Path, "status", recorded.status, "took", time.Since(start).Round(time.Microsecond))
		}()
		next.ServeHTTP(recorded, r.WithContext(graph.WithRequestID(r.Context(), id)))
	})
}

type recorder struct {
	http.ResponseWriter
	status  int
	written bool
}

func (r *recorder) WriteHeader(status int) {
	r.status, r.written = status, true
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(b []byte) (int, error) {
	r.written = true
	return r.ResponseWriter.Write(b)
}

func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// Serve serves until ctx ends, and then lets running requests finish, for at most grace.
func Serve(ctx context.Context, l net.Listener, h http.Handler, grace time.Duration, log *slog.Logger) error {
	s := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      60 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- s.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.Info("stopping: running requests are finished first")
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := s.Shutdown(ctx); err != nil {
		_ = s.Close()
		return diplomacy.Errorf(diplomacy.Unavailable, "some requests did not finish within %s and were cut off", grace)
	}
	return nil
}
