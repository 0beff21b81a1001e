package server

import (
	"bytes"
	"net/http"
	"strconv"
	"sync"

	"github.com/klauspost/compress/gzip"

	"github.com/parleygraph/parley/internal/server/pages"
)

// smallest is the length from which on an answer is compressed. What is shorter fits into one packet as it is.
const smallest = 1400

// send writes a finished answer at once. It is compressed where the client wants it; as its length is known before it is sent, HEAD says what GET would.
func send(w http.ResponseWriter, r *http.Request, status int, media string, body []byte) {
	h := w.Header()
	h.Set("Content-Type", media+"; charset=utf-8")
	h.Add("Vary", "Accept-Encoding")
	if len(body) >= smallest && pages.AcceptsGzip(r.Header.Values("Accept-Encoding")) {
		h.Set("Content-Encoding", "gzip")
		z := compressors.Get().(*compressor)
		defer compressors.Put(z)
		body = z.compress(body)
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// compressor is kept for the next answer: its tables are larger than most answers.
type compressor struct {
	out bytes.Buffer
	z   *gzip.Writer
}

var compressors = sync.Pool{New: func() any {
	c := new(compressor)
	c.z = gzip.NewWriter(&c.out)
	return c
}}

// compress returns what is valid until the next call. Writing to memory does not fail.
func (c *compressor) compress(body []byte) []byte {
	c.out.Reset()
	c.z.Reset(&c.out)
	_, _ = c.z.Write(body)
	_ = c.z.Close()
	return c.out.Bytes()
}
