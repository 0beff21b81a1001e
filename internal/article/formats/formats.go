// Package formats reads articles from files of any format: text, HTML, RSS and Atom, JSON lines, WARC, each also as gzip. It streams: of a file
// with many articles it holds one at a time. It imports article and diplomacy. Start with Open.
//
// A file that cannot be read, or can only in part, is an error of Each. What is wrong with one article of several is in its Found, and the
// others are read.
package formats

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/diplomacy"
)

// Format is how a file holds articles.
type Format string

// The formats.
const (
	Text  Format = "text"
	HTML  Format = "HTML"
	Feed  Format = "feed"
	Lines Format = "JSON lines"
	WARC  Format = "WARC"
	Dump  Format = "dump" // of a graph: no articles; see ingest
)

// The most that is read of one article, and that an article's text may have, in bytes.
const (
	mostPage = 16 << 20
	MostText = 4 << 20
)

// Article is one as its file says it. What the file does not say is empty.
type Article struct {
	Text     string // a text file's byte for byte; else paragraphs with an empty line between them
	Title    string
	Outlet   string // its name
	URL      string
	Language string // BCP 47, as declared
	// Published is EDTF, in UTC where it is a moment; Day is the day on the publisher's own calendar, and Basis what was read, such as "JSON-LD".
	Published, Day, Basis string
	Partial               bool // a summary, or a beginning, of an article

	// FrontMatter is YAML that stood before the text, as written: of text files only.
	FrontMatter               []byte
	FrontMatterLine, TextLine int // from 1
}

// Found is an article, or what is wrong with one.
type Found struct {
	Article
	Line   int    // of the file, from 1; 0: lines have no meaning in it
	Place  string // where in its file, as "record 17 (https://...)"; "" where a file is one article
	Err    error  // nothing else is there then
	Passed bool   // Err is no fault: a page of a crawl that holds no article
}

// Options of Each.
type Options struct {
	// Fields says how the fields of JSON lines are called that hold an article's text, title, url, outlet, published and language. Those that it does
	// not name are looked for under their usual names.
	Fields map[string]string
}

// File is an opened file.
type File struct {
	Format Format
	r      *bufio.Reader
}

// Open finds out the format of a file by what it holds and, where that does not say, by the ending of its name.
func Open(r io.Reader, name string) (*File, error) {
	b := bufio.NewReaderSize(r, 64<<10)
	head, err := b.Peek(512)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, unreadable(err)
	}
	lower := strings.ToLower(name)
	if bytes.HasPrefix(head, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, diplomacy.Errorf(diplomacy.Invalid, "it is a damaged gzip file (%v); fetch it again", err)
		}
		b = bufio.NewReaderSize(z, 64<<10)
		lower = strings.TrimSuffix(lower, ".gz")
	}
	f := &File{r: b}
	if head, err = b.Peek(4 << 10); err != nil && !errors.Is(err, io.EOF) && len(head) == 0 { // one that is cut off later says so then
		return nil, unreadable(err)
	}
	if f.Format, err = sniff(head, lower); err != nil {
		return nil, err
	}
	return f, nil
}

func unreadable(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader) {
		return diplomacy.Errorf(diplomacy.Invalid, "it is cut off or damaged (%v); fetch it again", err)
	}
	return diplomacy.Errorf(diplomacy.Unavailable, "it cannot be read: %v", err)
}

// binaries are the beginnings of files that people take for articles.
var binaries = []struct{ magic, what string }{
	{"%PDF", "a PDF; save its text"}, {"PK\x03\x04", "a ZIP archive or an office document; unpack it, or save its text"}, {"\x89PNG", "an image"}, {"\xff\xd8\xff", "an image"},
	{"GIF8", "an image"}, {"\xd0\xcf\x11\xe0", "an office document; save its text"}, {"SQLite format 3", "a database"}, {"\x7fELF", "a program"}, {"BZh", "a bzip2 archive; unpack it"},
	{"\xfd7zXZ", "an xz archive; unpack it"}, {"\x28\xb5\x2f\xfd", "a zstd archive; unpack it"}, {"{\\rtf", "an RTF document; save its text"},
}

func sniff(head []byte, name string) (Format, error) {
	if len(bytes.TrimSpace(head)) == 0 && !strings.HasSuffix(name, ".txt") {
		return "", diplomacy.Errorf(diplomacy.Invalid, "it is empty")
	}
	for _, b := range binaries {
		if bytes.HasPrefix(head, []byte(b.magic)) {
			return "", diplomacy.Errorf(diplomacy.Invalid, "it is %s; articles are read from text, HTML, RSS, Atom, JSON lines and WARC", b.what)
		}
	}
	if bytes.HasPrefix(head, []byte("WARC/")) {
		return WARC, nil
	}
	wide := bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff"))
	start := strings.ToLower(string(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff")))))
	markup := strings.HasPrefix(start, "<!doctype html") || strings.HasPrefix(start, "<html") || strings.HasPrefix(start, "<?xml") || strings.HasPrefix(start, "<rss") || strings.HasPrefix(start, "<feed") ||
		strings.HasPrefix(start, "<rdf:rdf") || strings.HasPrefix(start, "<!--") || strings.HasPrefix(start, "<head")
	ending := func(all ...string) bool {
		for _, e := range all {
			if strings.HasSuffix(name, e) {
				return true
			}
		}
		return false
	}
	switch {
	case ending(".txt"):
		return Text, nil
	case ending(".rss", ".atom"):
		return Feed, nil
	case markup && (strings.Contains(start, "<rss") || strings.Contains(start, "<feed") || strings.Contains(start, "<rdf:rdf")) && !strings.Contains(start, "<html"):
		return Feed, nil
	case ending(".html", ".htm", ".xhtml"), markup && (strings.Contains(start, "<html") || !strings.HasPrefix(start, "<?xml")):
		return HTML, nil
	case markup, ending(".xml"):
		return "", diplomacy.Errorf(diplomacy.Invalid, "it is XML, but neither RSS, Atom nor XHTML")
	case ending(".jsonl", ".ndjson"), strings.HasPrefix(start, "{"):
		if line, _, _ := strings.Cut(start, "\n"); isRecord(line) {
			return Dump, nil
		}
		return Lines, nil
	case wide:
		return "", diplomacy.Errorf(diplomacy.Invalid, "it is UTF-16; convert it to UTF-8 first")
	case ending(".warc"):
		return "", diplomacy.Errorf(diplomacy.Invalid, "it does not begin with WARC/1.0 or WARC/1.1, as WARC files do")
	case bytes.IndexByte(head, 0) >= 0 || !utf8.Valid(whole(head)) && controls(head):
		return "", diplomacy.Errorf(diplomacy.Invalid, "it is binary, and no format that articles are read from: text, HTML, RSS, Atom, JSON lines, WARC")
	}
	return Text, nil
}

// isRecord tells a dump's line, in lower case, from an article's.
func isRecord(line string) bool {
	return strings.HasPrefix(line, `{"noun":"`) || strings.HasPrefix(line, `{"edge":"`)
}

// whole cuts off a rune that the end of b cut in two.
func whole(b []byte) []byte {
	for i := 1; i <= utf8.UTFMax && i <= len(b); i++ {
		if utf8.RuneStart(b[len(b)-i]) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}

func controls(b []byte) bool {
	n := 0
	for _, c := range b {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			n++
		}
	}
	return n*50 > len(b)
}

// Each calls yield with every article of the file, in order, until yield answers false. The error says why the file could not be read, or only
// up to where.
func (f *File) Each(o Options, yield func(Found) bool) error {
	switch f.Format {
	case Text:
		return f.text(yield)
	case HTML:
		return f.page(yield)
	case Feed:
		return f.feed(yield)
	case Lines:
		return f.lines(o, yield)
	case WARC:
		return f.warc(yield)
	}
	return diplomacy.Errorf(diplomacy.Invalid, "it is a dump of a graph, not articles; give it a name that ends in .jsonl, and name the file")
}

// all reads the rest, of a file that is one article or one feed.
func (f *File) all(most int) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(f.r, int64(most)+1))
	switch {
	case err != nil:
		return nil, unreadable(err)
	case len(b) > most:
		return nil, tooLong(most)
	}
	return b, nil
}

func tooLong(most int) error {
	return diplomacy.Errorf(diplomacy.Invalid, "it has more than %d MiB, which no article has; split it into its articles", most>>20)
}

func (f *File) text(yield func(Found) bool) error {
	b, err := f.all(MostText)
	if err != nil {
		return err
	}
	parts, err := article.Split(b)
	if err != nil {
		return err
	}
	yield(Found{Line: 1, Article: Article{Text: parts.Text, FrontMatter: parts.FrontMatter, FrontMatterLine: parts.FrontMatterLine, TextLine: parts.TextLine}})
	return nil
}

// check says what is wrong with an article's text, whatever it was read from.
func check(text string) error {
	switch {
	case strings.TrimSpace(text) == "":
		return diplomacy.Errorf(diplomacy.Invalid, "it has no text")
	case len(text) > MostText:
		return tooLong(MostText)
	case !utf8.ValidString(text):
		return diplomacy.Errorf(diplomacy.Invalid, "its text is not UTF-8")
	case strings.IndexByte(text, 0) >= 0:
		return diplomacy.Errorf(diplomacy.Invalid, "its text has a NUL, which no text has")
	}
	return nil
}

// clean makes one line of what a file says of an article.
func clean(s string) string {
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", ""), "\ufffd")
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > mostWords {
		s = string(whole([]byte(s[:mostWords])))
	}
	return s
}

// mostWords bounds a title, a name or an address, in bytes.
const mostWords = 2000

// address returns an absolute http address without its fragment, or "".
func address(s string) string {
	s = strings.TrimSpace(s)
	if !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") || len(s) > mostWords || strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == utf8.RuneError }) {
		return ""
	}
	s, _, _ = strings.Cut(s, "#")
	return s
}

func place(what string, n int, of string) string {
	if of = clean(of); of == "" {
		return fmt.Sprintf("%s %d", what, n)
	}
	if len(of) > 200 {
		of = string(whole([]byte(of[:200]))) + "…"
	}
	return fmt.Sprintf("%s %d (%s)", what, n, of)
}
