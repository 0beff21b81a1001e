package server_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/parleygraph/parley/schema"
)

// Answers worth it are compressed for clients that want it: the same text, with the length that HEAD says, too.
func TestCompression(t *testing.T) {
	l := open(t, seeded(t), nil)
	long := get("query", `{ states(first: 100) { nodes { key name iso3 } } }`)
	short := get("query", `{ __typename }`)
	plain := map[string]string{long: "", short: "", "/schema.graphql": schema.Text}
	for target, want := range plain {
		a := l.send(t, http.MethodGet, target, "", "Accept-Encoding", "identity")
		if want != "" && a.body != want {
			t.Errorf("%s: another text", target)
		}
		plain[target] = a.body
	}
	for _, c := range []struct {
		target, accepted string
		compressed       bool
	}{
		{long, "gzip", true},
		{long, "gzip, deflate, br, zstd", true},
		{long, "*", true},
		{long, "gzip;q=0.1", true},
		{long, "identity", false},
		{long, "br", false},
		{long, "gzip;q=0", false},
		{long, "gzip;q=0.5, identity;q=0.9", false},
		{short, "gzip", false},
		{"/schema.graphql", "gzip", true},
		{"/schema.graphql", "br", false},
	} {
		a := l.send(t, http.MethodGet, c.target, "", "Accept-Encoding", c.accepted)
		encoding, text := "", a.body
		if c.compressed {
			encoding = "gzip"
			z, err := gzip.NewReader(strings.NewReader(a.body))
			if err != nil {
				t.Fatalf("%s for %s: %v", c.target, c.accepted, err)
			}
			b, err := io.ReadAll(z)
			if err != nil {
				t.Fatal(err)
			}
			text = string(b)
			if len(a.body) > len(text)/2 {
				t.Errorf("%s: %d bytes of %d", c.target, len(a.body), len(text))
			}
		}
		if a.Header.Get("Content-Encoding") != encoding || text != plain[c.target] || a.ContentLength != int64(len(a.body)) {
			t.Errorf("%s for %s: Content-Encoding %q, Content-Length %d of %d\n%.200s", c.target, c.accepted, a.Header.Get("Content-Encoding"), a.ContentLength, len(a.body), text)
		}
		vary := "Accept-Encoding"
		if c.target != "/schema.graphql" {
			vary = "Accept, Accept-Encoding"
		}
		if got := strings.Join(a.Header.Values("Vary"), ", "); got != vary {
			t.Errorf("%s for %s: Vary: %s, want %s", c.target, c.accepted, got, vary)
		}
		head := l.send(t, http.MethodHead, c.target, "", "Accept-Encoding", c.accepted)
		for _, name := range []string{"Content-Encoding", "Content-Length", "Content-Type"} {
			if got, want := head.Header.Get(name), a.Header.Get(name); got != want || head.body != "" {
				t.Errorf("HEAD %s for %s: %s: %s, GET says %s", c.target, c.accepted, name, got, want)
			}
		}
	}
}
