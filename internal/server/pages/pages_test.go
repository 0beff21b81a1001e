package pages

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const exampleQuery = `query RecentTalks {
  talks(first: 3) {
    name
    outcome
    began
  }
}`

func testOptions() Options {
	return Options{Version: "v0.0.0-test", ExampleQuery: exampleQuery, Store: "sqlite"}
}

func get(t *testing.T, method, path string, header ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i < len(header); i += 2 {
		if header[i] == "Host" {
			r.Host = header[i+1]
		}
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	Handler(testOptions()).ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, res *http.Response) string {
	t.Helper()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestStatus(t *testing.T) {
	icon, err := assetPath("icon.svg")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		method, path string
		want         int
	}{
		{"GET", "/", 200},
		{"HEAD", "/", 200},
		{"POST", "/", 405},
		{"GET", "/about", 200},
		{"HEAD", "/about", 200},
		{"POST", "/about", 405},
		{"GET", "/about/", 404},
		{"GET", "/dashboard/", 404},
		{"GET", "/dashboard/index.html", 404},
		{"GET", "/graphiql", 200},
		{"GET", "/graphiql?query=%7Ba%7D", 200},
		{"HEAD", "/graphiql", 200},
		{"DELETE", "/graphiql", 405},
		{"GET", icon, 200},
		{"PUT", icon, 405},
		{"GET", "/graphiql/", 404},
		{"GET", "/index.html", 404},
		{"POST", "/index.html", 404},
		{"GET", "/assets/", 404},
		{"GET", "/assets/icon.svg", 404},
		{"GET", "/assets/0000000000000000/icon.svg", 404},
		{"GET", strings.Replace(icon, "icon.svg", "vendor.tsv", 1), 404},
		{"GET", "/assets/../pages.go", 404},
		{"GET", "/graphql", 404}, // the server's, not ours
	}
	for _, test := range tests {
		res := get(t, test.method, test.path)
		if res.StatusCode != test.want {
			t.Errorf("%s %s: status %d, want %d", test.method, test.path, res.StatusCode, test.want)
		}
		if test.want == 405 && res.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s %s: Allow is %q", test.method, test.path, res.Header.Get("Allow"))
		}
		if test.method == "HEAD" && body(t, res) != "" {
			t.Errorf("%s %s: a body", test.method, test.path)
		}
	}
}

func TestSecurityHeaders(t *testing.T) {
	js, err := assetPath("ide.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/", "/about", "/graphiql", js, "/missing"} {
		h := get(t, "GET", path).Header
		policy := h.Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"} {
			if !strings.Contains(policy, want) {
				t.Errorf("%s: policy %q lacks %q", path, policy, want)
			}
		}
		for directive := range strings.SplitSeq(policy, ";") {
			directive = strings.TrimSpace(directive)
			name, _, _ := strings.Cut(directive, " ")
			if strings.Contains(directive, "unsafe") && (path != "/graphiql" || name != "style-src-elem") {
				t.Errorf("%s: policy has %q", path, directive)
			}
			if strings.Contains(directive, "http") || strings.Contains(directive, "*") {
				t.Errorf("%s: policy lets other hosts in: %q", path, directive)
			}
		}
		for name, want := range map[string]string{
			"X-Content-Type-Options":       "nosniff",
			"Referrer-Policy":              "no-referrer",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
		} {
			if h.Get(name) != want {
				t.Errorf("%s: %s is %q, want %q", path, name, h.Get(name), want)
			}
		}
	}
}

func TestCaching(t *testing.T) {
	js, err := assetPath("graphiql.min.js")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ path, encoding, wantCache string }{
		{"/", "", "no-cache"},
		{"/about", "", "no-cache"},
		{"/graphiql", "", "no-cache"},
		{js, "", "public, max-age=31536000, immutable"},
		{js, "br, gzip", "public, max-age=31536000, immutable"},
	}
	seen := map[string]string{}
	for _, test := range tests {
		res := get(t, "GET", test.path, "Accept-Encoding", test.encoding)
		etag := res.Header.Get("ETag")
		if !regexp.MustCompile(`^"[0-9a-f]{16}(-gzip)?"$`).MatchString(etag) {
			t.Errorf("%s: ETag %s is not a strong one", test.path, etag)
		}
		if old := seen[etag]; old != "" {
			t.Errorf("%s and %s have the same ETag", test.path+test.encoding, old)
		}
		seen[etag] = test.path + test.encoding
		if got := res.Header.Get("Cache-Control"); got != test.wantCache {
			t.Errorf("%s: Cache-Control %q, want %q", test.path, got, test.wantCache)
		}

		again := get(t, "GET", test.path, "Accept-Encoding", test.encoding, "If-None-Match", etag)
		if again.StatusCode != http.StatusNotModified || body(t, again) != "" {
			t.Errorf("%s: status %d for its own ETag, want 304 without a body", test.path, again.StatusCode)
		}
		other := get(t, "GET", test.path, "Accept-Encoding", test.encoding, "If-None-Match", `"other"`)
		if other.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d for another ETag, want 200", test.path, other.StatusCode)
		}
	}
}

func TestAssetsAreCompressed(t *testing.T) {
	server := httptest.NewServer(Handler(testOptions()))
	defer server.Close()
	client := &http.Client{Transport: &http.Transport{DisableCompression: true}}
	for name, a := range assets().byName {
		for _, encoding := range []string{"", "gzip"} {
			r, err := http.NewRequest("GET", server.URL+a.path, nil)
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Accept-Encoding", encoding)
			res, err := client.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			got := body(t, res)
			_ = res.Body.Close()
			if res.ContentLength != int64(len(got)) {
				t.Errorf("%s: Content-Length %d for %d bytes", name, res.ContentLength, len(got))
			}
			if res.Header.Get("Content-Encoding") != encoding {
				t.Errorf("%s: Content-Encoding %q, want %q", name, res.Header.Get("Content-Encoding"), encoding)
			}
			if res.Header.Get("Vary") != "Accept-Encoding" {
				t.Errorf("%s: Vary is %q", name, res.Header.Get("Vary"))
			}
			if encoding == "gzip" {
				z, err := gzip.NewReader(strings.NewReader(got))
				if err != nil {
					t.Fatal(err)
				}
				text, err := io.ReadAll(z)
				if err != nil {
					t.Fatal(err)
				}
				got = string(text)
			}
			if !bytes.Equal([]byte(got), a.body) {
				t.Errorf("%s: another content than the file", name)
			}
		}
	}
}

func TestAcceptsGzip(t *testing.T) {
	for header, want := range map[string]bool{
		"":                         false,
		"gzip":                     true,
		"gzip, deflate, br, zstd":  true,
		"br;q=1.0, GZIP ; q=0.5":   true,
		"gzip;q=0":                 false,
		"gzip;q=0.000, identity":   false,
		"gzip;q=x":                 false,
		"identity":                 false,
		"xgzip":                    false,
		"deflate;q=0.5,gzip;q=1.0": true,
		"*":                        true,
		"*;q=0":                    false,
		"gzip;q=0, *":              false,
		"gzip, *;q=0":              true,
		"gzip;q=0.5, identity":     false,
		"identity;q=0.5, gzip":     true,
		"identity;q=0, *;q=0.1":    true,
	} {
		if got := AcceptsGzip([]string{header}); got != want {
			t.Errorf("AcceptsGzip(%q) is %v", header, got)
		}
	}
}

// Every address that a page loads from must exist and be ours.
func TestPagesLoadOnlyAssets(t *testing.T) {
	for _, path := range []string{"/", "/about", "/graphiql"} {
		page := body(t, get(t, "GET", path))
		loads := regexp.MustCompile(`<(?:link|script|img)\b[^>]*\b(?:href|src)="([^"]*)"`).FindAllStringSubmatch(page, -1)
		if len(loads) == 0 {
			t.Errorf("%s loads nothing", path)
		}
		for _, load := range loads {
			if !strings.HasPrefix(load[1], "/assets/") && !(path == "/" && strings.HasPrefix(load[1], "/dashboard/")) {
				t.Errorf("%s loads %q", path, load[1])
			}
			if res := get(t, "GET", load[1]); res.StatusCode != http.StatusOK {
				t.Errorf("%s loads %q: status %d", path, load[1], res.StatusCode)
			}
		}
	}
	if strings.Contains(body(t, get(t, "GET", "/about")), "<script") {
		t.Error("the page for developers has a script")
	}
}

func TestAboutPage(t *testing.T) {
	page := body(t, get(t, "GET", "/about", "Host", "graph.example:8080"))
	ask := "/graphiql?query=" + strings.ReplaceAll(url.QueryEscape(exampleQuery), "+", "%20")
	for _, want := range []string{
		`href="/graphiql"`, `href="/schema.graphql"`, `href="/readyz"`, `href="/healthz"`,
		"each fact with the sentence of the article that says it",
		"Parley v0.0.0-test, store: sqlite",
		"<pre><code>" + exampleQuery + "</code></pre>",
		"curl http://graph.example:8080/graphql ",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	// Compared as the browser reads it: ways to write the same address differ.
	found := false
	for _, m := range regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		u, err := url.Parse(html.UnescapeString(m[1]))
		if err != nil {
			t.Errorf("link %q: %v", m[1], err)
			continue
		}
		found = found || u.Path == "/graphiql" && u.Query().Get("query") == exampleQuery
	}
	if !found {
		t.Errorf("no link to the example, such as %s", ask)
	}
}

func TestAboutPageWithoutOptions(t *testing.T) {
	w := httptest.NewRecorder()
	Handler(Options{}).ServeHTTP(w, httptest.NewRequest("GET", "/about", nil))
	page := w.Body.String()
	if w.Code != 200 || strings.Contains(page, "<pre>") || strings.Contains(page, "curl") {
		t.Errorf("status %d, page:\n%s", w.Code, page)
	}
}

func TestOptionsAreEscaped(t *testing.T) {
	evil := `{ a(b: "</code></div><script>alert(1)</script>'\"&") }`
	h := Handler(Options{Version: "<i>", Store: "<b>", ExampleQuery: evil})
	for _, path := range []string{"/about", "/graphiql"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		page := w.Body.String()
		if strings.Contains(page, "<script>alert") || strings.Contains(page, "<i>") || strings.Contains(page, "<b>") {
			t.Errorf("%s is not escaped:\n%s", path, page)
		}
	}
}

func TestOrigin(t *testing.T) {
	for _, test := range []struct{ host, proto, want string }{
		{"localhost:8080", "", "http://localhost:8080"},
		{"parley.example", "https", "https://parley.example"},
		{"[::1]:8080", "", "http://[::1]:8080"},
		{"x;rm${IFS}-rf", "", "http://localhost"},
		{"a'b", "", "http://localhost"},
		{"", "javascript", "http://localhost"},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = test.host
		r.Header.Set("X-Forwarded-Proto", test.proto)
		if got := origin(r); got != test.want {
			t.Errorf("origin of %q by %q is %q, want %q", test.host, test.proto, got, test.want)
		}
	}
}

func TestOneLine(t *testing.T) {
	for query, want := range map[string]string{
		exampleQuery:                      `query RecentTalks { talks(first: 3) { name outcome began } }`,
		"{ a(b: \"x  y \\\"  z\")\n\tc }": `{ a(b: "x  y \"  z") c }`,
		"{ a # why\n b }\n":               "{ a # why\n b }",
		"{ a(b: \"\"\"x\n  y\"\"\")\n}":   "{ a(b: \"\"\"x\n  y\"\"\")\n}",
		"":                                "",
	} {
		if got := oneLine(query); got != want {
			t.Errorf("oneLine(%q) is %q, want %q", query, got, want)
		}
	}
}

// The command goes through a real shell, with a function in the place of curl.
func TestCurlInShell(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no sh")
	}
	query := `{ a(b: "it's $HOME ` + "`id`" + ` \\n !") }`
	script := `curl() { printf '%s\n' "$@"; }` + "\n" + curl("http://localhost/graphql", query)
	out, err := exec.Command(shell, "-c", script).Output()
	if err != nil {
		t.Fatal(err)
	}
	want := "http://localhost/graphql\n-H\nContent-Type: application/json\n-d\n" +
		`{"query":"{ a(b: \"it's $HOME ` + "`id`" + ` \\\\n !\") }"}` + "\n"
	if string(out) != want {
		t.Errorf("the shell gives curl\n%s\nwant\n%s", out, want)
	}
}

// vendor.tsv is the record of what the files of others are.
func TestVendorTable(t *testing.T) {
	table, err := os.ReadFile("dist/vendor.tsv")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{"vendor.tsv": true, "LICENSES.txt": true}
	lock, err := os.ReadFile("npm/package.json")
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSpace(string(table)), "\n") {
		fields := strings.Split(line, "\t")
		if len(fields) != 7 {
			t.Fatalf("line %d has %d fields", i+1, len(fields))
		}
		if i == 0 {
			continue
		}
		file, pkg, version, sum := fields[0], fields[1], fields[2], fields[5]
		listed[file] = true
		content, err := os.ReadFile(filepath.Join("dist", file))
		if err != nil {
			t.Error(err)
			continue
		}
		if got := sha256.Sum256(content); hex.EncodeToString(got[:]) != sum {
			t.Errorf("%s is not the file that vendor.tsv records; run vendor.sh", file)
		}
		if pin := `"` + pkg + `": "` + version + `"`; !strings.Contains(string(lock), pin) {
			t.Errorf("npm/package.json does not pin %s", pin)
		}
	}
	entries, err := os.ReadDir("dist")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !listed[entry.Name()] {
			t.Errorf("dist/%s is not in vendor.tsv", entry.Name())
		}
	}
}
