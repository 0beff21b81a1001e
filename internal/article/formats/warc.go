package formats

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// warc reads a web archive (ISO 28500): of its records the responses and resources that are pages of HTML. What they were fetched from is the
// article's address, where the page does not say a better one. Gzip, a member for each record, is unpacked by Open.
func (f *File) warc(yield func(Found) bool) error {
	for n := 1; ; n++ {
		head, err := record(f.r)
		if errors.Is(err, io.EOF) {
			return nil
		}
		from := strings.Trim(head.Get("WARC-Target-URI"), "<>")
		where := place("record", n, from)
		cut := func(err error) error {
			what := "is damaged"
			if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
				what, err = "the file ends within it", nil
			}
			text := fmt.Sprintf("%s: %s", where, what)
			if err != nil {
				text += fmt.Sprintf(" (%v)", err)
			}
			return diplomacy.Errorf(diplomacy.Invalid, "%s; what came before it was read, what comes after it was not", text)
		}
		if err != nil {
			return cut(err)
		}
		size, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
		if err != nil || size < 0 {
			return cut(fmt.Errorf("its Content-Length is %.40q", head.Get("Content-Length")))
		}
		body := &io.LimitedReader{R: f.r, N: size}
		var found *Found
		if kind := strings.ToLower(head.Get("WARC-Type")); (kind == "response" || kind == "resource") && (strings.HasPrefix(from, "http://") || strings.HasPrefix(from, "https://")) {
			b, err := io.ReadAll(io.LimitReader(body, mostPage+1))
			switch {
			case err != nil:
				return cut(err)
			case body.N > 0 && len(b) <= mostPage:
				return cut(io.ErrUnexpectedEOF)
			case len(b) > mostPage:
				found = &Found{Err: tooLong(mostPage), Passed: true} // a film, a map: pages are smaller
			case kind == "resource":
				found = ofPage(b, head.Get("Content-Type"), from)
			default:
				found = ofResponse(b, from)
			}
		}
		if _, err := io.Copy(io.Discard, body); err != nil {
			return cut(err)
		}
		if body.N > 0 {
			return cut(io.ErrUnexpectedEOF)
		}
		if found != nil {
			found.Place = where
			if !yield(*found) {
				return nil
			}
		}
	}
}

// record reads the head of the next record. io.EOF: there is none.
func record(r *bufio.Reader) (textproto.MIMEHeader, error) {
	for {
		b, err := r.Peek(1)
		if err != nil {
			if errors.Is(err, io.EOF) {
				return nil, io.EOF
			}
			return nil, err
		}
		if b[0] != '\r' && b[0] != '\n' {
			break
		}
		_, _ = r.Discard(1)
	}
	line, long, err := readLine(r, mostHead)
	if err != nil {
		return nil, io.ErrUnexpectedEOF
	}
	if long || !bytes.HasPrefix(line, []byte("WARC/")) {
		return nil, fmt.Errorf("it does not begin with WARC/")
	}
	return headers(r)
}

// mostHead bounds a head, in bytes.
const mostHead = 64 << 10

// headers reads header lines up to an empty line. A line that is none is passed over, as browsers do.
func headers(r *bufio.Reader) (textproto.MIMEHeader, error) {
	head := textproto.MIMEHeader{}
	size := 0
	last := ""
	for {
		line, long, err := readLine(r, mostHead)
		if err != nil {
			if errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return head, err
		}
		if size += len(line); long || size > mostHead {
			return head, fmt.Errorf("its head has more than %d KiB", mostHead>>10)
		}
		text := strings.TrimRight(string(line), "\r\n")
		if text == "" {
			return head, nil
		}
		if (text[0] == ' ' || text[0] == '\t') && last != "" { // goes on
			values := head[last]
			values[len(values)-1] += " " + strings.TrimSpace(text)
			continue
		}
		if name, value, ok := strings.Cut(text, ":"); ok {
			last = textproto.CanonicalMIMEHeaderKey(strings.TrimSpace(name))
			head[last] = append(head[last], strings.TrimSpace(value))
		}
	}
}

// ofResponse reads an HTTP response. nil: it is no page.
func ofResponse(b []byte, from string) *Found {
	r := bufio.NewReader(bytes.NewReader(b))
	line, _, err := readLine(r, mostHead)
	if err != nil {
		return nil
	}
	version, rest, _ := strings.Cut(strings.TrimSpace(string(line)), " ")
	if status, _, _ := strings.Cut(strings.TrimSpace(rest), " "); !strings.HasPrefix(version, "HTTP/") || status != "200" {
		return nil
	}
	head, err := headers(r)
	if err != nil || !isPage(head.Get("Content-Type")) {
		return nil
	}
	body, err := io.ReadAll(r)
	if err != nil {
		return nil
	}
	if strings.EqualFold(head.Get("Transfer-Encoding"), "chunked") {
		if whole, err := dechunk(body); err == nil { // some archives keep the header and not the chunks
			body = whole
		}
	}
	if body, err = unpack(body, strings.ToLower(head.Get("Content-Encoding"))); err != nil {
		return &Found{Err: err}
	}
	return ofPage(body, head.Get("Content-Type"), from)
}

func isPage(contentType string) bool {
	kind, _, _ := mime.ParseMediaType(contentType)
	return kind == "text/html" || kind == "application/xhtml+xml"
}

func ofPage(body []byte, contentType, from string) *Found {
	if !isPage(contentType) {
		return nil
	}
	a, err := page(body, contentType, from)
	return &Found{Article: a, Err: err, Passed: errors.Is(err, errNoArticle)}
}

// dechunk puts the chunks of a body together.
func dechunk(b []byte) ([]byte, error) {
	var whole []byte
	for {
		line, rest, ok := bytes.Cut(b, []byte("\n"))
		if !ok {
			return nil, fmt.Errorf("a chunk has no size")
		}
		digits, _, _ := strings.Cut(string(line), ";")
		size, err := strconv.ParseUint(strings.TrimSpace(digits), 16, 31)
		if err != nil || size > uint64(len(rest)) {
			return nil, fmt.Errorf("a chunk's size is wrong")
		}
		if size == 0 {
			return whole, nil
		}
		whole = append(whole, rest[:size]...)
		b = bytes.TrimPrefix(bytes.TrimPrefix(rest[size:], []byte("\r")), []byte("\n"))
	}
}

// unpack undoes a Content-Encoding.
func unpack(b []byte, encoding string) ([]byte, error) {
	var r io.Reader
	var err error
	switch encoding {
	case "", "identity":
		return b, nil
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(b, []byte{0x1f, 0x8b}) { // some archives keep the header of what they have unpacked
			return b, nil
		}
		r, err = gzip.NewReader(bytes.NewReader(b))
	case "deflate":
		if r, err = zlib.NewReader(bytes.NewReader(b)); err != nil {
			r, err = flate.NewReader(bytes.NewReader(b)), nil
		}
	default:
		return nil, diplomacy.Errorf(diplomacy.Invalid, "it is packed as %.20q, which is not read; archive it unpacked, or as gzip", encoding)
	}
	if err != nil {
		return nil, unreadable(err)
	}
	out, err := io.ReadAll(io.LimitReader(r, mostPage+1))
	switch {
	case err != nil:
		return nil, diplomacy.Errorf(diplomacy.Invalid, "its %s is damaged (%v)", encoding, err)
	case len(out) > mostPage:
		return nil, tooLong(mostPage)
	}
	return out, nil
}
