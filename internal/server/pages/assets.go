package pages

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/parleygraph/parley/internal/dashboard"
)

//go:embed dist site
var files embed.FS

// contentTypes are the kinds of files that are assets. The system's own table
// is not asked, as it differs between machines.
var contentTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
}

// An asset has the hash of its content in its address. So a browser may keep
// it for ever, and a new version of the server never meets an old one.
type asset struct {
	path        string // /assets/<hash>/<name>, or /dashboard/<name>, where the name has the hash
	contentType string
	body        []byte
	etag        string // without quotes
	// The first request pays for the compression, not the start of a server
	// that nobody may open in a browser.
	compressed func() []byte
}

type assetIndex struct{ byPath, byName map[string]*asset }

var assets = sync.OnceValue(func() assetIndex {
	index := assetIndex{map[string]*asset{}, map[string]*asset{}}
	for _, source := range []struct {
		fs    fs.FS
		dir   string
		named bool // by the build, with a hash
	}{{files, "dist", false}, {files, "site", false}, {dashboard.FS(), "dashboard", true}} {
		entries, err := fs.ReadDir(source.fs, source.dir)
		if err != nil {
			panic(err)
		}
		for _, entry := range entries {
			name := entry.Name()
			contentType := contentTypes[path.Ext(name)]
			if contentType == "" {
				continue
			}
			body, err := fs.ReadFile(source.fs, source.dir+"/"+name)
			if err != nil {
				panic(err)
			}
			sum := sha256.Sum256(body)
			hash := hex.EncodeToString(sum[:8])
			address := "/assets/" + hash + "/" + name
			if source.named {
				address = "/dashboard/" + name
			}
			a := &asset{
				path:        address,
				contentType: contentType,
				body:        body,
				etag:        hash,
				compressed:  sync.OnceValue(func() []byte { return compress(body) }),
			}
			index.byPath[a.path] = a
			index.byName[name] = a
		}
	}
	return index
})

// assetPath is the address of an asset, for the templates.
func assetPath(name string) (string, error) {
	a := assets().byName[name]
	if a == nil {
		return "", fmt.Errorf("no asset %q", name)
	}
	return a.path, nil
}

func (a *asset) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", a.contentType)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("Vary", "Accept-Encoding")
	body, etag := a.body, a.etag
	if AcceptsGzip(r.Header.Values("Accept-Encoding")) {
		// A strong ETag stands for exact bytes, so this form has its own.
		body, etag = a.compressed(), etag+"-gzip"
		h.Set("Content-Encoding", "gzip")
		h.Set("Content-Length", strconv.Itoa(len(body))) // ServeContent leaves it out for encoded content
	}
	h.Set("ETag", `"`+etag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

func compress(body []byte) []byte {
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		panic(err)
	}
	// Writes to memory do not fail.
	_, _ = z.Write(body)
	_ = z.Close()
	return out.Bytes()
}

// AcceptsGzip reads the Accept-Encoding headers of a request: gzip, or any
// coding, must be named, not with the quality zero, and not be liked less than
// no coding at all.
func AcceptsGzip(headers []string) bool {
	quality := map[string]float64{}
	for part := range strings.SplitSeq(strings.Join(headers, ","), ",") {
		coding, parameter, _ := strings.Cut(part, ";")
		q := 1.0
		name, value, found := strings.Cut(strings.TrimSpace(parameter), "=")
		if found && strings.EqualFold(strings.TrimSpace(name), "q") {
			var err error
			if q, err = strconv.ParseFloat(strings.TrimSpace(value), 64); err != nil {
				q = 0
			}
		}
		quality[strings.ToLower(strings.TrimSpace(coding))] = q
	}
	gzip, named := quality["gzip"]
	if !named {
		gzip = quality["*"]
	}
	return gzip > 0 && gzip >= quality["identity"]
}
