package chromiumtest

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// The helper must see each kind of problem, or the tests that lean on it prove
// nothing.
func TestProblemsAreSeen(t *testing.T) {
	pages := map[string]struct {
		policy, html string
		want         []string // parts of problems; none means a clean page
	}{
		"clean": {
			html: `<p id="done">fine</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" alt="">`,
		},
		"console": {
			html: `<p id="done"><script>console.error("went wrong", 7)</script>`,
			want: []string{"console error: \"went wrong\" 7"},
		},
		"exception": {
			html: `<p id="done"><script>null.boom</script>`,
			want: []string{"uncaught exception: TypeError"},
		},
		"missing": {
			html: `<p id="done"><script src="/missing.js"></script>`,
			want: []string{"404"},
		},
		"policy": {
			policy: "default-src 'none'; img-src data:; script-src 'self'",
			html:   `<p id="done"><script>1</script><b style="color:red">x</b>`,
			want:   []string{"content security policy: script-src", "content security policy: style-src"},
		},
		"other host": {
			html: `<p id="done"><script src="http://example.invalid/x.js"></script>`,
			want: []string{"request to another host: http://example.invalid/x.js"},
		},
	}
	for name, page := range pages {
		t.Run(name, func(t *testing.T) {
			site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path != "/" {
					http.NotFound(w, r)
					return
				}
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				if page.policy != "" {
					w.Header().Set("Content-Security-Policy", page.policy)
				}
				// The empty icon keeps the browser from asking for /favicon.ico.
				_, _ = io.WriteString(w, `<!doctype html><link rel="icon" href="data:,"><title>t</title>`+page.html)
			}))
			defer site.Close()

			ctx, problems := New(t)
			err := chromedp.Do(ctx, chromedp.Navigate(site.URL), chromedp.WaitReady(chromedp.CSS("#done")))
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join(problems(), "\n")
			if len(page.want) == 0 && got != "" {
				t.Errorf("problems on a clean page:\n%s", got)
			}
			for _, want := range page.want {
				if !strings.Contains(got, want) {
					t.Errorf("want a problem with %q, got:\n%s", want, got)
				}
			}
		})
	}
}
