// Package main_test drives the real binary as a user does, on SQLite and on a real Neo4j. Start with parley, serve and onEachStore.
package main_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3/driver"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/parleygraph/parley/internal/neo4jtest"
)

// limit is the longest that anything is waited for. It is never reached but by a failure.
const limit = 3 * time.Minute

// scratch holds the binary, and the home of whoever runs it.
var scratch string

func TestMain(m *testing.M) {
	var err error
	if scratch, err = os.MkdirTemp("", "parley-test-"); err != nil {
		panic(err)
	}
	code := m.Run()
	_ = os.RemoveAll(scratch)
	os.Exit(code)
}

// underRace: the tests run with the race detector, and so does the binary.
var underRace = func() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}()

// build builds the binary once.
var build = sync.OnceValues(func() (string, error) {
	program := filepath.Join(scratch, "parley")
	args := []string{"build", "-buildvcs=false", "-o", program}
	if underRace {
		args = append(args, "-race")
	}
	if out, err := exec.Command("go", append(args, ".")...).CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return program, nil
})

// command makes a command of the binary, without anything of the tester's own settings.
func command(t *testing.T, args []string, env ...string) *exec.Cmd {
	t.Helper()
	program, err := build()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, program, args...)
	for _, e := range os.Environ() {
		if !strings.HasPrefix(e, "PARLEY_") && !strings.HasPrefix(e, "OTEL_") {
			cmd.Env = append(cmd.Env, e)
		}
	}
	cmd.Env = append(cmd.Env, "HOME="+scratch, "XDG_DATA_HOME="+scratch, "GORACE=atexit_sleep_ms=0")
	cmd.Env = append(cmd.Env, env...)
	return cmd
}

// result is what became of a run.
type result struct {
	out, err string
	code     int // a data race gives 66
}

// call is a run of the binary.
type call struct {
	args []string
	env  []string
	in   string
}

func (c call) run(t *testing.T) result {
	t.Helper()
	cmd := command(t, c.args, c.env...)
	var out, stderr bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(c.in), &out, &stderr
	exit := (*exec.ExitError)(nil)
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return result{out.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// parley runs the binary to its end.
func parley(t *testing.T, args ...string) result {
	t.Helper()
	return call{args: args}.run(t)
}

// ok runs what must succeed, and returns what it prints.
func ok(t *testing.T, args ...string) string {
	t.Helper()
	r := parley(t, args...)
	if r.code != 0 || r.err != "" {
		t.Fatalf("parley %s: exit code %d\n%s", strings.Join(args, " "), r.code, r.err)
	}
	return r.out
}

func dump(t *testing.T, store string) string {
	t.Helper()
	return ok(t, "dump", "--store", store)
}

// query answers a document with JSON.
func query(t *testing.T, store, document string) string {
	t.Helper()
	return strings.TrimSuffix(ok(t, "query", "--store", store, document), "\n")
}

// same compares texts of many lines, and shows only the lines that differ.
func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	g, w := strings.SplitAfter(got, "\n"), strings.SplitAfter(want, "\n")
	var b strings.Builder
	show := func(mark string, lines, others []string) {
		known := map[string]bool{}
		for _, l := range others {
			known[l] = true
		}
		n := 0
		for _, l := range lines {
			if !known[l] {
				if n++; n <= 8 {
					fmt.Fprintf(&b, "\n%s %.300s", mark, strings.TrimSuffix(l, "\n"))
				}
			}
		}
		fmt.Fprintf(&b, "\n%s %d lines, %d of them here alone", mark, len(lines), n)
	}
	show("got ", g, w)
	show("want", w, g)
	t.Errorf("%s differs:%s", what, b.String())
}

// sameJSON compares bytes of JSON with what is wanted, which may be indented. The order of fields counts.
func sameJSON(t *testing.T, got, want string) {
	t.Helper()
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(want)); err != nil {
		t.Fatalf("what is wanted is no JSON: %v", err)
	}
	if got == b.String() {
		return
	}
	var readable bytes.Buffer
	if json.Indent(&readable, []byte(got), "", "  ") == nil {
		got = readable.String()
	}
	b.Reset()
	_ = json.Indent(&b, []byte(want), "", "  ")
	same(t, "the answer", got, b.String())
	t.Logf("the whole answer:\n%s", got)
}

// folder writes files, by name, into a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, files)
	return dir
}

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// onEachStore runs a test on an empty store of each kind.
func onEachStore(t *testing.T, test func(t *testing.T, store string)) {
	t.Run("SQLite", func(t *testing.T) { test(t, newSQLite(t)) })
	t.Run("Neo4j", func(t *testing.T) { test(t, newNeo4j(t)) })
}

func newSQLite(t *testing.T) string {
	return "sqlite:" + filepath.Join(t.TempDir(), "parley.db")
}

// newNeo4j empties the one Neo4j of this process.
func newNeo4j(t *testing.T) string {
	t.Helper()
	uri := neo4jtest.URI(t)
	neo4jtest.Reset(t, uri)
	return uri
}

// tamper runs a statement on a store behind Parley's back: SQL or Cypher.
func tamper(t *testing.T, store, inSQL, inCypher string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	if file, ok := strings.CutPrefix(store, "sqlite:"); ok {
		db, err := driver.Open("file:" + file)
		if err != nil {
			t.Fatal(err)
		}
		defer closeIt(t, db)
		if _, err := db.ExecContext(ctx, inSQL); err != nil {
			t.Fatalf("%s: %v", inSQL, err)
		}
		return
	}
	d, err := neo4j.NewDriverWithContext(store, neo4j.NoAuth())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = d.Close(ctx) }()
	if _, err := neo4j.ExecuteQuery(ctx, d, inCypher, nil, neo4j.EagerResultTransformer); err != nil {
		t.Fatalf("%s: %v", inCypher, err)
	}
}

func closeIt(t *testing.T, db *sql.DB) {
	t.Helper()
	if err := db.Close(); err != nil {
		t.Error(err)
	}
}

// makeNewer makes a store one that a newer Parley has written.
func makeNewer(t *testing.T, store string) {
	t.Helper()
	tamper(t, store, "PRAGMA user_version = 99", "MATCH (v:ParleyVersion) SET v.version = 99")
}

// server is a running `parley serve`.
type server struct {
	base     string // http://127.0.0.1:PORT
	cmd      *exec.Cmd
	out, err output
	ended    chan struct{}
}

// serve starts a server on a free port and waits until it says where it is.
func serve(t *testing.T, store string, args ...string) *server {
	t.Helper()
	return serveWith(t, nil, append([]string{"--store", store, "--listen", "127.0.0.1:0"}, args...)...)
}

var address = regexp.MustCompile(`(http://[0-9.]+:[0-9]+)/\s`)

func serveWith(t *testing.T, env []string, args ...string) *server {
	t.Helper()
	s := &server{cmd: command(t, append([]string{"serve"}, args...), env...), ended: make(chan struct{})}
	s.cmd.Stdout, s.cmd.Stderr = &s.out, &s.err
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_ = s.cmd.Wait() // the exit code is in ProcessState
		close(s.ended)
	}()
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		<-s.ended
	})
	s.await(t, &s.out, "curl")
	m := address.FindStringSubmatch(s.out.String())
	if m == nil {
		t.Fatalf("it names no address:\n%s", s.out.String())
	}
	s.base = m[1]
	return s
}

// output is what a program has written so far.
type output struct {
	mu    sync.Mutex
	text  []byte
	grown chan struct{} // closed when more has come
}

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.text = append(o.text, b...)
	if o.grown != nil {
		close(o.grown)
		o.grown = nil
	}
	return len(b), nil
}

func (o *output) look() (text string, grown <-chan struct{}) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.grown == nil {
		o.grown = make(chan struct{})
	}
	return string(o.text), o.grown
}

func (o *output) String() string {
	text, _ := o.look()
	return text
}

// await waits until the server has written something.
func (s *server) await(t *testing.T, o *output, part string) {
	t.Helper()
	late := time.After(limit)
	for {
		text, grown := o.look()
		if strings.Contains(text, part) {
			return
		}
		select {
		case <-grown:
		case <-s.ended:
			if !strings.Contains(o.String(), part) {
				t.Fatalf("it ended with exit code %d and without %q\n%s%s", s.cmd.ProcessState.ExitCode(), part, s.out.String(), s.err.String())
			}
		case <-late:
			t.Fatalf("no %q in\n%s", part, text)
		}
	}
}

func (s *server) signal(t *testing.T, signal syscall.Signal) {
	t.Helper()
	if err := s.cmd.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
}

// wait waits for the end and returns the exit code.
func (s *server) wait(t *testing.T) int {
	t.Helper()
	select {
	case <-s.ended:
	case <-time.After(limit):
		t.Fatalf("it does not end\n%s", s.err.String())
	}
	return s.cmd.ProcessState.ExitCode()
}

// stop ends the server as a service manager does.
func (s *server) stop(t *testing.T) {
	t.Helper()
	s.signal(t, syscall.SIGTERM)
	if code := s.wait(t); code != 0 {
		t.Errorf("exit code %d after SIGTERM\n%s", code, s.err.String())
	}
}

var client = &http.Client{Timeout: limit, Transport: &http.Transport{}}

// send sends a request; the headers are pairs.
func (s *server) send(t *testing.T, method, path, body string, headers ...string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequest(method, s.base+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(text)
}

// ask sends a document by POST.
func (s *server) ask(t *testing.T, document string) (status int, answer string) {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": document})
	if err != nil {
		t.Fatal(err)
	}
	r, answer := s.send(t, http.MethodPost, "/graphql", string(body), "Content-Type", "application/json", "Accept", "application/graphql-response+json")
	return r.StatusCode, answer
}
