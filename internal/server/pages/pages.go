// Package pages is what a person sees of the server in a browser: the
// dashboard, a page for developers and the GraphiQL IDE, with all their assets.
// Nothing on them comes from another host, so they work without a network.
//
// It imports the standard library and the dashboard's files only and knows
// nothing of the graph: the pages speak to the server through its public
// addresses. Start at Handler. The files of others lie in dist/, made by
// vendor.sh; our own lie in site/.
package pages

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"html/template"
	"io/fs"
	"net/http"
	"regexp"
	"strings"
	"time"

	"github.com/parleygraph/parley/internal/dashboard"
)

// Options is what the pages say about the server.
type Options struct {
	Version      string // of Parley, such as "v1.2.0"
	ExampleQuery string // the page for developers shows it, the IDE starts with it
	Questions    []Question
	Store        string // a short text such as "sqlite"
}

// Question is a saved question, which the page for developers and the IDE list.
type Question struct{ Title, Document string }

// The policies name each kind of content that the page uses; all else is
// denied. GraphiQL's dialogs and menus make style elements while they are open
// (they keep the page behind from scrolling), so its page allows those, though no
// style attributes; TestInlineStylesAreNeeded fails once that is over.
const (
	policyEnd       = "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	dashboardPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'" + policyEnd
	aboutPolicy     = "default-src 'none'; style-src 'self'; img-src 'self'" + policyEnd
	idePolicy       = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; style-src-elem 'self' 'unsafe-inline'; img-src 'self' data:" + policyEnd
	otherPolicy     = "default-src 'none'" + policyEnd
)

// Handler serves the dashboard at "/", the page for developers at "/about", the
// IDE at "/graphiql", and their assets below "/dashboard/" and "/assets/". All
// other paths are not found.
func Handler(opts Options) http.Handler {
	board, err := fs.ReadFile(dashboard.FS(), "index.html")
	if err != nil {
		panic(err) // it is part of the program
	}
	about := parse("about.html")
	ide := render(parse("graphiql.html"), opts)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		secure(w, otherPolicy)
		var serve func()
		switch path := r.URL.Path; {
		case path == "/":
			serve = func() { servePage(w, r, dashboardPolicy, board) }
		case path == "/about":
			serve = func() {
				servePage(w, r, aboutPolicy, render(about, struct {
					Options
					Curl string
				}{opts, curl(origin(r)+"/graphql", opts.ExampleQuery)}))
			}
		case path == "/graphiql":
			serve = func() { servePage(w, r, idePolicy, ide) }
		case assets().byPath[path] != nil:
			serve = func() { assets().byPath[path].serve(w, r) }
		default:
			http.Error(w, "not found", http.StatusNotFound)
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
			return
		}
		serve()
	})
}

func secure(w http.ResponseWriter, policy string) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
}

func servePage(w http.ResponseWriter, r *http.Request, policy string, page []byte) {
	secure(w, policy)
	sum := sha256.Sum256(page)
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	// The page names the current assets, so a browser asks each time.
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", `"`+hex.EncodeToString(sum[:8])+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(page))
}

// parse panics on a broken template, which is part of the program.
func parse(name string) *template.Template {
	text, err := files.ReadFile("site/" + name)
	if err != nil {
		panic(err)
	}
	return template.Must(template.New(name).Funcs(template.FuncMap{"asset": assetPath}).Parse(string(text)))
}

// render panics on an error: the templates and their data are fixed, and
// memory takes all of the output.
func render(t *template.Template, data any) []byte {
	var page bytes.Buffer
	if err := t.Execute(&page, data); err != nil {
		panic(err)
	}
	return page.Bytes()
}

// hostName is what may stand in the curl command. The host comes from the
// request, and the command is made to be pasted into a shell.
var hostName = regexp.MustCompile(`^(\[[0-9A-Fa-f:.]+\]|[0-9A-Za-z.-]+)(:[0-9]{1,5})?$`)

// origin is the server's address as the client has it.
func origin(r *http.Request) string {
	scheme := "http"
	if r.TLS != nil || strings.EqualFold(r.Header.Get("X-Forwarded-Proto"), "https") {
		scheme = "https"
	}
	host := r.Host
	if !hostName.MatchString(host) {
		host = "localhost"
	}
	return scheme + "://" + host
}
