package main_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestServe(t *testing.T) {
	onEachStore(t, func(t *testing.T, store string) {
		s := serve(t, store)

		t.Run("prints addresses and a query to try", func(t *testing.T) {
			text := s.out.String()
			for _, path := range []string{"/", "/graphiql", "/graphql", "/schema.graphql", "/healthz", "/readyz", "/metrics"} {
				if !strings.Contains(text, s.base+path+" ") && !strings.Contains(text, s.base+path+"\n") {
					t.Errorf("it does not name %s%s:\n%s", s.base, path, text)
				}
			}
			try := regexp.MustCompile(`curl -s (\S+) -H '([^:']+): ([^']+)' \\\n\s+-d '([^']+)'`).FindStringSubmatch(text)
			if try == nil {
				t.Fatalf("no query to try in\n%s", text)
			}
			_, answer := s.send(t, http.MethodPost, strings.TrimPrefix(try[1], s.base), try[4], try[2], try[3])
			if !strings.HasPrefix(answer, `{"data":{"mediationOffers":{"nodes":[{"by":{"nodes":[{"name":"Russia"}]},"condition":"should either party request it"`) {
				t.Errorf("the query to try is answered with %s", answer)
			}
		})

		t.Run("addresses", func(t *testing.T) {
			const document = `{ state(by: {iso3: "PAK"}) { name } }`
			const answer = `{"data":{"state":{"name":"Pakistan"}},"extensions":{"cost":{"estimated":1,"actual":1}}}`
			get := func(parameters ...string) string {
				v := url.Values{}
				for i := 0; i < len(parameters); i += 2 {
					v.Set(parameters[i], parameters[i+1])
				}
				return "/graphql?" + v.Encode()
			}
			json, html, plain := "application/json; charset=utf-8", "text/html; charset=utf-8", "text/plain; charset=utf-8"
			for _, c := range []struct {
				method, path, body string
				status             int
				media, part        string
			}{
				{"GET", "/", "", 200, html, `src="/dashboard/`},
				{"GET", "/about", "", 200, html, `href="/graphiql`},
				{"GET", "/graphiql", "", 200, html, "graphiql"},
				{"GET", "/schema.graphql", "", 200, "application/graphql; charset=utf-8", "type Statement implements"},
				{"GET", "/healthz", "", 200, plain, "ok\n"},
				{"GET", "/readyz", "", 200, plain, "ready\n"},
				{"GET", "/metrics", "", 200, "text/plain; version=0.0.4; charset=utf-8", "parley_build_info{"},
				{"GET", "/nothing-here", "", 404, plain, "not found"},
				{"POST", "/graphql", `{"query":"{ state(by: {iso3: \"PAK\"}) { name } }"}`, 200, json, answer},
				{"POST", "/graphql", `{"query":"query($c: String!) { state(by: {iso3: $c}) { name } }","variables":{"c":"PAK"}}`, 200, json, answer},
				{"GET", get("query", document), "", 200, json, answer},
				{"GET", get("query", "query A($c: String!) { state(by: {iso3: $c}) { name } } query B { __typename }", "variables", `{"c":"PAK"}`, "operationName", "A"), "", 200, json, answer},
				// There is nothing yet that changes anything.
				{"GET", get("query", "mutation { delete }"), "", 200, json, `"code":"invalid"`},
				{"POST", "/graphql", `{"query":"{ state(by: {iso3: \"PAK\", key: \"PAK\"}) { name } }"}`, 200, json, `"code":"invalid"`},
				{"PUT", "/graphql", "", 405, json, "by POST"},
			} {
				r, body := s.send(t, c.method, c.path, c.body, "Content-Type", "application/json")
				if r.StatusCode != c.status || r.Header.Get("Content-Type") != c.media || !strings.Contains(body, c.part) {
					t.Errorf("%s %s %s: %d %s %.300s\nwant %d %s with %q", c.method, c.path, c.body, r.StatusCode, r.Header.Get("Content-Type"), body, c.status, c.media, c.part)
				}
			}
		})

		t.Run("not ready without its database", func(t *testing.T) {
			makeNewer(t, store)
			if r, body := s.send(t, "GET", "/readyz", ""); r.StatusCode != 503 || !strings.Contains(body, "newer Parley") {
				t.Errorf("/readyz of a database of a newer Parley: %d %s", r.StatusCode, body)
			}
			if r, _ := s.send(t, "GET", "/healthz", ""); r.StatusCode != 200 {
				t.Errorf("/healthz: %d", r.StatusCode)
			}
		})

		s.stop(t)
	})
}

func TestServeSeeds(t *testing.T) {
	onEachStore(t, func(t *testing.T, store string) {
		const states = `{ states(where: {iso3: {eq: "PAK"}}) { totalCount } }`
		for _, c := range []struct {
			flag, answer string
			log          string
		}{
			{"--seed=false", `{"data":{"states":{"totalCount":0}},"extensions":{"cost":{"estimated":10,"actual":10}}}`, ""},
			{"--no-seed", `{"data":{"states":{"totalCount":0}},"extensions":{"cost":{"estimated":10,"actual":10}}}`, ""},
			{"--seed", `{"data":{"states":{"totalCount":1}},"extensions":{"cost":{"estimated":10,"actual":10}}}`, "seeds loaded"},
			{"--seed=true", `{"data":{"states":{"totalCount":1}},"extensions":{"cost":{"estimated":10,"actual":10}}}`, " new=0 changed=0"}, // they are there already
			{"--seed=false", `{"data":{"states":{"totalCount":1}},"extensions":{"cost":{"estimated":10,"actual":10}}}`, ""},                // they stay
		} {
			s := serve(t, store, c.flag)
			if _, answer := s.ask(t, states); answer != c.answer {
				t.Errorf("%s: %s, want %s", c.flag, answer, c.answer)
			}
			if log := s.err.String(); !strings.Contains(log, c.log) || c.log == "" && strings.Contains(log, "seeds loaded") {
				t.Errorf("%s: want %q in the log\n%s", c.flag, c.log, log)
			}
			s.stop(t)
		}
	})
}

// A request that runs when SIGTERM comes is answered in full.
func TestServeFinishesRunningRequests(t *testing.T) {
	onEachStore(t, func(t *testing.T, store string) {
		s := serve(t, store)
		finish := begin(t, s, `{"query":"{ state(by: {iso3: \"PAK\"}) { name } }"}`)
		s.signal(t, syscall.SIGTERM)
		s.await(t, &s.err, "running requests are finished first")
		for late := time.Now().Add(limit); ; { // nobody else is let in
			c, err := net.Dial("tcp", strings.TrimPrefix(s.base, "http://"))
			if err != nil {
				break
			}
			_ = c.Close()
			if time.Now().After(late) {
				t.Fatal("it still listens")
			}
		}
		select {
		case <-s.ended:
			t.Fatal("it ended before its request did")
		default:
		}
		r, body := finish(t)
		if r.StatusCode != 200 || body != `{"data":{"state":{"name":"Pakistan"}},"extensions":{"cost":{"estimated":1,"actual":1}}}` {
			t.Errorf("the running request is answered with %d %s", r.StatusCode, body)
		}
		if code := s.wait(t); code != 0 {
			t.Errorf("exit code %d\n%s", code, s.err.String())
		}
		if file, ok := strings.CutPrefix(store, "sqlite:"); ok {
			if left := names(t, filepath.Dir(file)); !slices.Equal(left, []string{filepath.Base(file)}) {
				t.Errorf("a database that is closed is one file; there are %v", left)
			}
		}
	})
}

// begin sends all of a request but its body. The server runs it once it asks for the body.
func begin(t *testing.T, s *server, body string) (finish func(t *testing.T) (*http.Response, string)) {
	t.Helper()
	c, err := net.Dial("tcp", strings.TrimPrefix(s.base, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	if err := c.SetDeadline(time.Now().Add(limit)); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(c, "POST /graphql HTTP/1.1\r\nHost: parley\r\nContent-Type: application/json\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n", len(body))
	in := bufio.NewReader(c)
	if line, err := in.ReadString('\n'); err != nil || !strings.HasPrefix(line, "HTTP/1.1 100 ") {
		t.Fatalf("got %q, %v", line, err)
	}
	if line, err := in.ReadString('\n'); err != nil || line != "\r\n" {
		t.Fatalf("got %q, %v", line, err)
	}
	return func(t *testing.T) (*http.Response, string) {
		t.Helper()
		fmt.Fprint(c, body)
		r, err := http.ReadResponse(in, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = r.Body.Close() }()
		var text strings.Builder
		if _, err := bufio.NewReader(r.Body).WriteTo(&text); err != nil {
			t.Fatal(err)
		}
		return r, text.String()
	}
}

// A request that does not end in time is cut off, and that is no success.
func TestServeGrace(t *testing.T) {
	s := serve(t, newSQLite(t), "--seed=false", "--grace=10ms", "--log-format=json")
	begin(t, s, "{}")
	s.signal(t, syscall.SIGTERM)
	if code := s.wait(t); code != 1 || !strings.Contains(s.err.String(), "parley: some requests did not finish within 10ms and were cut off") {
		t.Errorf("exit code %d\n%s", code, s.err.String())
	}
}

func TestServeSIGINT(t *testing.T) {
	s := serve(t, newSQLite(t), "--seed=false")
	s.signal(t, syscall.SIGINT)
	if code := s.wait(t); code != 0 {
		t.Errorf("exit code %d\n%s", code, s.err.String())
	}
}

func TestServeLog(t *testing.T) {
	run := func(format string) string {
		s := serve(t, newSQLite(t), "--log-format="+format)
		s.ask(t, `{ states { totalCount } }`)
		s.ask(t, `{ nothing }`)
		s.stop(t)
		return s.err.String()
	}
	t.Run("json", func(t *testing.T) {
		got := map[string]int{}
		for line := range strings.Lines(run("json")) {
			var entry struct {
				Time                              time.Time
				Level, Msg, Request, Method, Path string
				Status                            int
			}
			if err := json.Unmarshal([]byte(line), &entry); err != nil || entry.Time.IsZero() || entry.Level == "" || entry.Msg == "" {
				t.Errorf("no entry of a log: %s", line)
			}
			if entry.Msg == "request" && len(entry.Request) != 16 {
				t.Errorf("a request without its id: %s", line)
			}
			got[fmt.Sprintln(entry.Msg, entry.Method, entry.Path, entry.Status)]++
		}
		for _, want := range []string{"seeds loaded   0\n", "request POST /graphql 200\n", "request POST /graphql 400\n"} {
			if got[want] != 1 {
				t.Errorf("not one entry %q: %v", want, got)
			}
		}
	})
	t.Run("text", func(t *testing.T) {
		if log := run("text"); !strings.Contains(log, " level=INFO msg=request ") {
			t.Errorf("got\n%s", log)
		}
	})
}

// Each flag can be set in the environment.
func TestEnvironment(t *testing.T) {
	t.Run("of serve", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "from-the-environment.db")
		s := serveWith(t, []string{
			"PARLEY_STORE=sqlite:" + file, "PARLEY_LISTEN=127.0.0.1:0", "PARLEY_SEED=false", "PARLEY_LOG_FORMAT=json", "PARLEY_GRACE=10ms",
			"PARLEY_MAX_BODY=300", "PARLEY_MAX_TOKENS=40", "PARLEY_MAX_DEPTH=3", "PARLEY_MAX_ROOTS=2", "PARLEY_MAX_PAGE=7",
			"PARLEY_METRICS_OPERATIONS=Mine,Yours", "PARLEY_MAX_CONCURRENT=1", "PARLEY_MAX_WAIT=1m",
			"PARLEY_MAX_NAME=15", "PARLEY_MAX_ALIASES=3", "PARLEY_MAX_DIRECTIVES=2", "PARLEY_MAX_FIELDS=8", "PARLEY_MAX_FRAGMENTS=1", "PARLEY_MAX_PAIRS=9", "PARLEY_MAX_PARTS=4", "PARLEY_MAX_COST=15",
		})
		for name, c := range map[string]struct {
			document, part string
			status         int
		}{
			"PARLEY_SEED":           {`{ states { totalCount } }`, `{"data":{"states":{"totalCount":0}},"extensions":{"cost":{"estimated":10,"actual":10}}}`, 200},
			"PARLEY_MAX_BODY":       {`{ states { totalCount } } #` + strings.Repeat("x", 300), "300 bytes", 413},
			"PARLEY_MAX_TOKENS":     {`{` + strings.Repeat(" a", 41) + `}`, "40", 400},
			"PARLEY_MAX_DEPTH":      {`{ states { nodes { capital { name } } } }`, "at most 3 are allowed", 400},
			"PARLEY_MAX_ROOTS":      {`{ a: __typename b: __typename c: __typename }`, "at most 2 are allowed", 400},
			"PARLEY_MAX_PAGE":       {`{ states(first: 8) { totalCount } }`, "7", 400},
			"PARLEY_MAX_NAME":       {`{ abcdefghijklmnop: __typename }`, "limit_name", 400},
			"PARLEY_MAX_ALIASES":    {`{ states { a: totalCount b: totalCount c: totalCount d: totalCount } }`, "limit_aliases", 400},
			"PARLEY_MAX_DIRECTIVES": {`{ states @skip(if: false) @include(if: true) { totalCount @skip(if: false) } }`, "limit_directives", 400},
			"PARLEY_MAX_FIELDS":     {`{ states { ...F nodes { key } ...F } } fragment F on StateConnection { totalCount pageInfo { hasNextPage } }`, "limit_fields", 400},
			"PARLEY_MAX_FRAGMENTS":  {`{ states { ...F ...G } } fragment F on StateConnection { totalCount } fragment G on StateConnection { totalCount }`, "limit_fragments", 400},
			"PARLEY_MAX_PAIRS":      {`{ states { ` + strings.Repeat("totalCount ", 5) + `} }`, "limit_pairs", 400},
			"PARLEY_MAX_PARTS":      {`{ states(where: {AND: [{}, {}, {}]}) { totalCount } }`, "limit_parts", 400},
			"PARLEY_MAX_COST":       {`{ states { nodes { key } totalCount } }`, "limit_cost", 400},
		} {
			status, answer := s.ask(t, c.document)
			if status != c.status || !strings.Contains(answer, c.part) {
				t.Errorf("%s: %d %s, want %d with %q", name, status, answer, c.status, c.part)
			}
		}
		if status, answer := s.ask(t, `query Mine { __typename }`); status != 200 {
			t.Errorf("%d %s", status, answer)
		}
		if _, text := s.send(t, "GET", "/metrics", ""); !strings.Contains(text, `{operation="Mine",status="200",code="ok"} 1`) {
			t.Errorf("PARLEY_METRICS_OPERATIONS: got\n%s", text)
		}
		if _, err := os.Stat(file); err != nil {
			t.Errorf("PARLEY_STORE: %v", err)
		}
		if log := s.err.String(); !strings.HasPrefix(log, "{") {
			t.Errorf("PARLEY_LOG_FORMAT: got\n%s", log)
		}
		begin(t, s, "{}")
		s.signal(t, syscall.SIGTERM)
		if code := s.wait(t); code != 1 || !strings.Contains(s.err.String(), "10ms") {
			t.Errorf("PARLEY_GRACE: exit code %d\n%s", code, s.err.String())
		}
	})

	t.Run("PARLEY_TIMEOUT", func(t *testing.T) {
		s := serveWith(t, []string{"PARLEY_TIMEOUT=1ns"}, "--store", newSQLite(t), "--listen=127.0.0.1:0", "--seed=false")
		if status, answer := s.ask(t, `{ states { totalCount } }`); status != 503 || !strings.Contains(answer, `"code":"unavailable"`) {
			t.Errorf("%d %s", status, answer)
		}
	})

	secret := filepath.Join(t.TempDir(), "password")
	if err := os.WriteFile(secret, []byte("secret\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	seeded := newSQLite(t)
	ok(t, "load", "--seeds", "--store", seeded)
	const names = `query A { states(where: {iso3: {eq: "PAK"}}) { nodes { name } } } query B($c: String!) { state(by: {iso3: $c}) { name } }`
	for _, c := range []struct {
		env  string
		args []string
		code int
		part string // of what is printed, on either side
	}{
		{"PARLEY_NEO4J_PASSWORD=secret", []string{"dump", "--store=neo4j://127.0.0.1:1", "--neo4j-password-file=" + secret}, 1, "both given"},
		{"PARLEY_NEO4J_PASSWORD_FILE=" + secret, []string{"dump", "--store=neo4j://127.0.0.1:1", "--neo4j-password=x"}, 1, "both given"},
		{"PARLEY_STORE=" + seeded, []string{"query", "--operation=A", names}, 0, `{"data":{"states":{"nodes":[{"name":"Pakistan"}]}}}`},
		{"PARLEY_OPERATION=A", []string{"query", "--store=" + seeded, names}, 0, `{"data":{"states":{"nodes":[{"name":"Pakistan"}]}}}`},
		{`PARLEY_VARIABLES={"c":"AFG"}`, []string{"query", "--store=" + seeded, "--operation=B", names}, 0, `{"data":{"state":{"name":"Afghanistan"}}}`},
		{"PARLEY_SEEDS=true", []string{"load", "--store=" + seeded}, 0, "Nothing changed"},
		{"PARLEY_DRY_RUN=true", []string{"load", "--store=" + seeded, "--seeds"}, 0, "(dry run)"},
		{"PARLEY_JSON=true", []string{"load", "--store=" + seeded, "--seeds"}, 0, `"nodesCreated": 0`},
		{"PARLEY_OUTPUT=" + filepath.Join(t.TempDir(), "no-such-folder", "dump"), []string{"dump", "--store=" + seeded}, 1, "no-such-folder"},
		// A flag goes before the environment.
		{"PARLEY_STORE=nothing", []string{"query", "--store=" + seeded, "--operation=A", names}, 0, `{"data":{"states":{"nodes":[{"name":"Pakistan"}]}}}`},
		// What the environment has wrong is a wrong command line.
		{"PARLEY_TIMEOUT=soon", []string{"serve"}, 2, "--timeout"},
		{"PARLEY_LOG_FORMAT=xml", []string{"serve"}, 2, "--log-format"},
		{"PARLEY_MAX_CONCURRENT=0", []string{"serve"}, 1, "at least 1"},
		{"PARLEY_MAX_WAIT=soon", []string{"serve"}, 2, "--max-wait"},
		// A container's own idea of a version is no request to print ours.
		{"PARLEY_VERSION=1.2", []string{"query", "--store=" + seeded, "--operation=A", names}, 0, `{"data":{"states":{"nodes":[{"name":"Pakistan"}]}}}`},
	} {
		name, _, _ := strings.Cut(c.env, "=")
		t.Run(name, func(t *testing.T) {
			r := call{args: c.args, env: []string{c.env}}.run(t)
			if r.code != c.code || !strings.Contains(r.out+r.err, c.part) {
				t.Errorf("%s parley %s: exit code %d, want %d with %q\n%s%s", c.env, strings.Join(c.args, " "), r.code, c.code, c.part, r.out, r.err)
			}
		})
	}

	t.Run("of Neo4j", func(t *testing.T) {
		store := newNeo4j(t)
		r := call{args: []string{"dump", "--store", store}, env: []string{"PARLEY_NEO4J_DATABASE=nowhere"}}.run(t)
		if r.code != 1 || !strings.Contains(r.err, `"nowhere"`) {
			t.Errorf("PARLEY_NEO4J_DATABASE: exit code %d\n%s", r.code, r.err)
		}
		r = call{args: []string{"dump", "--store", store}, env: []string{"PARLEY_NEO4J_USER=somebody", "PARLEY_NEO4J_PASSWORD_FILE=" + secret}}.run(t)
		if r.code != 0 { // this server lets everybody in
			t.Errorf("PARLEY_NEO4J_USER: exit code %d\n%s", r.code, r.err)
		}
	})
}

// Without --store it is a file in the user's data directory.
func TestDefaultStore(t *testing.T) {
	home := t.TempDir()
	load := call{args: []string{"load", "--seeds"}, env: []string{"XDG_DATA_HOME=" + home}}.run(t)
	if load.code != 0 {
		t.Fatal(load.err)
	}
	if _, err := os.Stat(filepath.Join(home, "parley", "parley.db")); err != nil {
		t.Error(err)
	}
	help := call{args: []string{"serve", "--help"}, env: []string{"XDG_DATA_HOME=" + home}}.run(t)
	for _, part := range []string{"127.0.0.1:8080", "parley.db"} {
		if help.code != 0 || !strings.Contains(strings.Join(strings.Fields(help.out), ""), part) {
			t.Errorf("the help does not say that the default is %s:\n%s", part, help.out)
		}
	}
}

// What goes wrong is one line: what is wrong, and what to do.
func TestFailures(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	port := taken.Addr().String()

	dir := folder(t, map[string]string{"text.db": "This is a text.\n", "seeds/states.tsv": "key\tname\nVEL\tVelmara\n"})
	in := func(name string) string { return filepath.Join(dir, name) }
	good, newer := newSQLite(t), newSQLite(t)
	ok(t, "load", "--store", good, in("seeds"))
	ok(t, "load", "--store", newer, in("seeds"))
	makeNewer(t, newer)
	tamper(t, "sqlite:"+in("foreign.db"), "CREATE TABLE recipe (name TEXT)", "")
	// An old database that has lost a few pages in the middle.
	damaged := []byte(read(t, strings.TrimPrefix(good, "sqlite:")))
	clear(damaged[100:])
	if err := os.WriteFile(in("damaged.db"), damaged, 0o644); err != nil {
		t.Fatal(err)
	}

	for _, c := range []struct {
		name string
		args []string
		code int
		want string // the whole line; with … at its end, its beginning
	}{
		{"taken port", []string{"serve", "--store", good, "--listen", port}, 1,
			"another program listens on " + port + " already; stop it, or choose another address with --listen"},
		{"no address", []string{"serve", "--store", good, "--listen", "8080"}, 1,
			"cannot listen on 8080: listen tcp: address 8080: missing port in address; choose another address with --listen"},
		{"missing scheme", []string{"serve", "--store", "parley.db", "--listen=127.0.0.1:0"}, 1,
			`--store "parley.db" has no scheme; write sqlite:PATH for a file, or neo4j://HOST:7687 for Neo4j`},
		{"unknown scheme", []string{"serve", "--store", "postgres://localhost", "--listen=127.0.0.1:0"}, 1,
			`--store "postgres://localhost" has the unknown scheme "postgres"; write sqlite:PATH for a file, or neo4j://HOST:7687 for Neo4j`},
		{"no file", []string{"dump", "--store", "sqlite:"}, 1,
			`--store "sqlite:" names no file; write sqlite:PATH for a file, or neo4j://HOST:7687 for Neo4j`},
		{"no database", []string{"serve", "--store", "sqlite:" + in("text.db"), "--listen=127.0.0.1:0"}, 1,
			in("text.db") + ": it is not an SQLite database, or it is damaged; name another file"},
		{"damaged database", []string{"serve", "--store", "sqlite:" + in("damaged.db"), "--listen=127.0.0.1:0"}, 1,
			in("damaged.db") + ": it is not an SQLite database, or it is damaged; name another file"},
		{"database of another program", []string{"serve", "--store", "sqlite:" + in("foreign.db"), "--listen=127.0.0.1:0"}, 1,
			in("foreign.db") + ": the file is an SQLite database, but not one of Parley; name another file"},
		{"unreadable file", []string{"serve", "--store", "sqlite:" + dir, "--listen=127.0.0.1:0"}, 1,
			dir + ": cannot be opened for reading and writing …"},
		{"folder that cannot be made", []string{"serve", "--store", "sqlite:" + in("text.db/parley.db"), "--listen=127.0.0.1:0"}, 1,
			"cannot make the folder of the database: mkdir " + in("text.db") + ": not a directory; …"},
		{"serve a database of a newer Parley", []string{"serve", "--store", newer, "--listen=127.0.0.1:0"}, 1,
			strings.TrimPrefix(newer, "sqlite:") + ": the database was written by a newer Parley (its version is 99, this Parley knows 2); use that Parley, or another file"},
		{"load into a database of a newer Parley", []string{"load", "--store", newer, in("seeds")}, 1,
			strings.TrimPrefix(newer, "sqlite:") + ": the database was written by a newer Parley (its version is 99, this Parley knows 2); use that Parley, or another file"},
		{"no server at Neo4j's address", []string{"serve", "--store", "bolt://127.0.0.1:1", "--listen=127.0.0.1:0"}, 1,
			"bolt://127.0.0.1:1: no database answers (dial tcp 127.0.0.1:1: connect: connection refused); see that Neo4j runs there, and that the port is the one of Bolt (7687)"},
		{"missing password file", []string{"serve", "--store", "neo4j://127.0.0.1:1", "--listen=127.0.0.1:0", "--neo4j-password-file", in("secret")}, 1,
			"the password file cannot be read: open " + in("secret") + ": no such file or directory"},
		{"two passwords", []string{"serve", "--store", "neo4j://127.0.0.1:1", "--listen=127.0.0.1:0", "--neo4j-password-file", in("text.db"), "--neo4j-password=x"}, 1,
			"--neo4j-password and --neo4j-password-file are both given; give one"},
		{"nothing to load", []string{"load", "--store", good}, 2, "load needs a path, or --seeds; see parley load --help"},
		{"load what is not there", []string{"load", "--store", good, in("nothing")}, 1,
			"stat " + in("nothing") + ": no such file or directory; name a file or a folder that is there"},
		{"load of a pattern that nothing is of", []string{"load", "--store", good, in("*.warc")}, 1, in("*.warc") + ": no file is of this pattern"},
		{"load with a date that is none", []string{"load", "--store", good, "--published", "yesterday", in("text.db")}, 2, `--published: "yesterday" is not a date…`},
		{"load with fields that no article has", []string{"load", "--store", good, "--fields", "body=text", in("text.db")}, 2, `--fields: "body=text" is no field of an article and what it is called; write language=NAME or outlet=NAME…`},
		{"query from a missing file", []string{"query", "--store", good, in("query.graphql")}, 1,
			"the document cannot be read: open " + in("query.graphql") + ": no such file or directory; parley query --list names the saved questions"},
		{"variables that are none", []string{"query", "--store", good, "--variables", "[1]", "{ __typename }"}, 2, "--variables: variables is no JSON object"},
		{"dump into a folder that is not there", []string{"dump", "--store", good, "-o", in("nowhere/dump.jsonl")}, 1,
			"cannot write beside " + in("nowhere/dump.jsonl") + ": …"},
		{"unknown flag", []string{"serve", "--liste", "x"}, 2, "unknown flag --liste…"},
		{"unknown verb", []string{"server"}, 2, "unexpected argument server…"},
		{"unexpected argument", []string{"serve", "now"}, 2, "unexpected argument now; see parley --help"},
		{"no duration", []string{"serve", "--timeout", "soon"}, 2, "--timeout: …"},
		{"unknown format", []string{"serve", "--log-format", "xml"}, 2, `--log-format must be one of "text","json" but got "xml"; see parley --help`},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := parley(t, c.args...)
			if r.code != c.code || r.out != "" {
				t.Errorf("exit code %d, want %d; printed %q", r.code, c.code, r.out)
			}
			want, open := strings.CutSuffix("parley: "+c.want, "…")
			if got := strings.TrimSuffix(r.err, "\n"); got != want && !(open && strings.HasPrefix(got, want)) || strings.Count(r.err, "\n") != 1 {
				t.Errorf("got  %swant %s", r.err, want)
			}
		})
	}
	for name, want := range map[string]string{"text.db": "This is a text.\n", "damaged.db": string(damaged)} {
		if read(t, in(name)) != want {
			t.Errorf("%s was changed", name)
		}
	}

	t.Run("newer Neo4j", func(t *testing.T) {
		store := newNeo4j(t)
		ok(t, "load", "--store", store, in("seeds"))
		makeNewer(t, store)
		for _, args := range [][]string{{"serve", "--listen=127.0.0.1:0"}, {"load", in("seeds")}, {"query", "{ __typename }"}, {"dump"}} {
			r := parley(t, append(args, "--store", store)...)
			want := "parley: " + store + ": the database was written by a newer Parley (its version is 99, this Parley knows 2); use that Parley, or another database\n"
			if r.code != 1 || r.out != "" || r.err != want {
				t.Errorf("parley %s: exit code %d\ngot  %swant %s", args[0], r.code, r.err, want)
			}
		}
	})
}

func TestVersionAndHelp(t *testing.T) {
	if out := ok(t, "--version"); !regexp.MustCompile(`^parley \S+\n$`).MatchString(out) {
		t.Errorf("got %q", out)
	}
	for _, args := range [][]string{{}, {"--help"}, {"serve", "--help"}, {"load", "--help"}, {"query", "--help"}, {"dump", "--help"}} {
		if out := ok(t, args...); !strings.HasPrefix(out, "Usage: parley") {
			t.Errorf("parley %v: %s", args, out)
		}
	}
}
