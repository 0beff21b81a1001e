package formats

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"
)

// read reads all of a file.
func read(t *testing.T, name string, file []byte, fields string) ([]Found, error) {
	t.Helper()
	o := Options{}
	var err error
	if o.Fields, err = ParseFields(fields); err != nil {
		t.Fatal(err)
	}
	f, err := Open(bytes.NewReader(file), name)
	if err != nil {
		return nil, err
	}
	var all []Found
	err = f.Each(o, func(found Found) bool {
		all = append(all, found)
		return true
	})
	return all, err
}

func one(t *testing.T, name, file string) Article {
	t.Helper()
	all, err := read(t, name, []byte(file), "")
	if err != nil || len(all) != 1 || all[0].Err != nil {
		t.Fatalf("got %+v, %v", all, err)
	}
	return all[0].Article
}

const harbour = `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Envoys part in silence | Harbour Post</title>
<link rel="canonical" href="https://harbour.example/envoys#top">
<meta property="og:site_name" content="The Harbour  Post">
<meta property="article:published_time" content="2031-04-18T01:30:00+05:00">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "datePublished": "1999-01-01"},
 {"@type": ["NewsArticle"], "headline": "Envoys part in silence", "datePublished": "2031-04-17T23:10:00+02:00"}]}</script>
</head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<div class="cookie-banner">We use cookies, as everybody does, to know what you read and when you read it. Accept?</div>
<main><article>
<h1>Envoys part in silence</h1>
<figure><img src="a.jpg"><figcaption>The customs house of Port Sorrel, where the envoys met for most of the day. (Harbour Post/Getty Images)</figcaption></figure>
<p>The envoys of Velmara and Ostrin parted in silence on Thursday, after nine hours of talks in the customs house of <a href="/sorrel">Port Sorrel</a>, and
nobody said when they would meet again.</p>
<p><a href="/other">Read more: What the ferry line means to both sides</a></p>
<p>“We have said what there is to say,” the envoy of Ostrin told those who waited in the rain.<br>She took no questions, and left by the last boat of the evening.</p>
<div class="related"><h3>Related</h3><p>Ten things to know about the ferry line between Velmara and Ostrin, which closed in the spring.</p></div>
<p>Advertisement</p>
<ul><li>The line was closed in March, when a boat of Velmara was held for eleven days.</li></ul>
<blockquote>“It is closed until it is safe,” Ostrin’s transport ministry had said at the time, and has said nothing since.</blockquote>
<p>Sign up for our newsletter to get the morning’s news.</p>
</article></main>
<footer><p>Copyright © 2031 The Harbour Post. All rights reserved.</p></footer></body></html>`

func TestPage(t *testing.T) {
	a := one(t, "page.html", harbour)
	want := []string{
		"The envoys of Velmara and Ostrin parted in silence on Thursday, after nine hours of talks in the customs house of Port Sorrel, and nobody said when they would meet again.",
		"“We have said what there is to say,” the envoy of Ostrin told those who waited in the rain. She took no questions, and left by the last boat of the evening.",
		"The line was closed in March, when a boat of Velmara was held for eleven days.",
		"“It is closed until it is safe,” Ostrin’s transport ministry had said at the time, and has said nothing since.",
	}
	if got := strings.Split(a.Text, "\n\n"); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	a.Text = ""
	if want := (Article{Title: "Envoys part in silence", Outlet: "The Harbour Post", URL: "https://harbour.example/envoys", Language: "en-GB", Published: "2031-04-17T21:10Z", Day: "2031-04-17",
		Basis: "the page's JSON-LD datePublished"}); fmt.Sprintf("%+v", a) != fmt.Sprintf("%+v", want) {
		t.Errorf("got  %+v\nwant %+v", a, want)
	}
	// Without JSON-LD the next best is taken, and so on.
	for _, c := range []struct{ old, published, day, basis string }{
		{`application/ld+json`, "2031-04-17T20:30Z", "2031-04-18", "the page's article:published_time"},
		{`article:published_time`, "", "", ""},
	} {
		harbour := strings.Replace(strings.Replace(harbour, `application/ld+json`, "text/plain", 1), c.old, "x", 1)
		a := one(t, "page.html", harbour)
		if a.Published != c.published || a.Day != c.day || a.Basis != c.basis {
			t.Errorf("without %s: got %q, %q, %q", c.old, a.Published, a.Day, a.Basis)
		}
	}
	a = one(t, "page.html", strings.NewReplacer("application/ld+json", "text/plain", "article:published_time", "x", "<h1>", `<time datetime="2031-04-17">Thursday</time><h1>`).Replace(harbour))
	if a.Published != "2031-04-17" || a.Basis != "the page's first <time datetime>" {
		t.Errorf("got %q, %q", a.Published, a.Basis)
	}
}

const sentence = "The envoys of Velmara and Ostrin met on Tuesday in Port Sorrel, and they parted without a word to anybody who had waited there."

func TestCharsets(t *testing.T) {
	page := func(meta, text string) string {
		return `<html><head>` + meta + `<title>T</title></head><body><article><p>` + text + `</p><p>` + sentence + `</p></article></body></html>`
	}
	cafe := "Renée Sørlund of the ministry said at the café that the talks had led to nothing, and that nobody should wait for more of them this year."
	latin := strings.NewReplacer("é", "\xe9", "ø", "\xf8").Replace(cafe)
	for name, file := range map[string]string{
		"declared":           page(`<meta charset="iso-8859-1">`, latin),
		"declared in full":   page(`<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">`, latin),
		"declared wrongly":   page(`<meta charset="iso-8859-1">`, cafe),
		"UTF-8 with a mark":  "\ufeff" + page("", cafe),
		"UTF-16 with a mark": "\xfe\xff" + strings.Join(strings.Split(page("", strings.ReplaceAll(strings.ReplaceAll(cafe, "é", "e"), "ø", "o")), ""), "\x00"),
	} {
		if name == "UTF-16 with a mark" {
			file = "\xfe\xff\x00" + file[2:]
			if a := one(t, "x.html", file); !strings.Contains(a.Text, "Renee Sorlund") {
				t.Errorf("%s: %q", name, a.Text)
			}
			continue
		}
		if a := one(t, "x.html", file); !strings.HasPrefix(a.Text, cafe) {
			t.Errorf("%s: %q", name, a.Text)
		}
	}
	for name, c := range map[string]struct{ file, want string }{
		"not declared": {page("", latin), "does not say which charset"},
		"unknown":      {page(`<meta charset="x-klingon">`, latin), `the charset "x-klingon", which nobody knows`},
	} {
		if _, err := read(t, "x.html", []byte(c.file), ""); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title><language>en-gb</language>
<item><title>Envoys meet</title><link>https://harbour.example/1</link><pubDate>Thu, 17 Apr 2031 22:30:00 EST</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>` + sentence + `</p><p>They will be back, &amp; soon.</p><p>The post <a href="/1">Envoys meet</a> appeared first on <a href="/">Harbour Post</a>.</p>]]></content:encoded></item>
<item><title>Envoys wait</title><link>https://harbour.example/2</link><pubDate>2031-04-18</pubDate><description>&lt;p&gt;The envoys wait for a boat.&lt;/p&gt;</description></item>
<item><title>Nothing</title><link>https://harbour.example/3</link></item>
<item><title>A beginning</title><guid>https://harbour.example/4</guid><content:encoded>The envoys of both sides will wait for another boat, as […]</content:encoded></item>
</channel></rss>`

func TestFeed(t *testing.T) {
	all, err := read(t, "feed.xml", []byte(rss), "")
	if err != nil || len(all) != 4 {
		t.Fatalf("got %+v, %v", all, err)
	}
	for i, want := range []Article{
		{Title: "Envoys meet", URL: "https://harbour.example/1", Outlet: "Harbour Post", Language: "en-gb", Published: "2031-04-18T03:30Z", Day: "2031-04-17", Text: sentence + "\n\nThey will be back, & soon."},
		{Title: "Envoys wait", URL: "https://harbour.example/2", Outlet: "Harbour Post", Language: "en-gb", Published: "2031-04-18", Day: "2031-04-18", Partial: true, Text: "The envoys wait for a boat."},
		{},
		{Title: "A beginning", URL: "https://harbour.example/4", Outlet: "Harbour Post", Language: "en-gb", Partial: true, Text: "The envoys of both sides will wait for another boat, as […]"},
	} {
		if i == 2 {
			if all[2].Err == nil || !strings.Contains(all[2].Err.Error(), "neither a text nor a summary") || all[2].Place != "item 3 (Nothing)" {
				t.Errorf("got %+v", all[2])
			}
			continue
		}
		if fmt.Sprintf("%+v", all[i].Article) != fmt.Sprintf("%+v", want) {
			t.Errorf("got  %+v\nwant %+v", all[i].Article, want)
		}
	}
	a := one(t, "atom", `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Post</title><entry><title>Envoys meet</title>
<link rel="alternate" href="https://harbour.example/1"/><updated>2031-04-18T08:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>`+sentence+`</p><p>No more.</p></div></content></entry></feed>`)
	if a.Text != sentence+"\n\nNo more." || a.Published != "2031-04-18T08:00Z" || a.Basis == "" || a.Partial || a.Outlet != "Harbour Post" {
		t.Errorf("got %+v", a)
	}
}

func TestLines(t *testing.T) {
	file := `{"body": "` + sentence + `", "headline": "Envoys meet", "meta": {"when": "2031-04-17 10:00:00"}, "link": "https://harbour.example/1", "source": "Harbour Post", "lang": "English"}

{"body": ["One.", "Two."], "meta": {"when": 1934150400}}
{"body": "<p>One.</p><p>Two.</p>"}
{"text": "no body"}
{"body": "x"
["body"]
{"body": "One.", "meta": {"when": "03/04/2031"}}
{"body": "One."}`
	all, err := read(t, "x.jsonl", []byte(file), "text=body, published=meta.when")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range all {
		if f.Err != nil {
			got = append(got, fmt.Sprintf("%d: %v", f.Line, f.Err))
			continue
		}
		got = append(got, fmt.Sprintf("%d: %s|%s|%s|%s|%s|%s", f.Line, f.Text, f.Title, f.Published, f.URL, f.Outlet, f.Language))
	}
	want := []string{
		"1: " + sentence + "|Envoys meet|2031-04-17|https://harbour.example/1|Harbour Post|en",
		"3: One.\n\nTwo.||2031-04-17T00:00Z|||",
		"4: One.\n\nTwo.||||||"[:len("4: One.\n\nTwo.")] + "|||||",
		"5: it has no text under body; say where it is with --fields text=NAME",
		"6: it is no JSON object on one line: unexpected EOF",
		"7: it is no JSON object on one line: json: cannot unmarshal array into Go value of type map[string]interface {}",
		"8: its date \"03/04/2031\" cannot be read for certain; write it as 2025-11-08 or 2025-11-08T14:30Z",
		"9: One.|||||",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if _, err := ParseFields("body"); err == nil || !strings.Contains(err.Error(), "text=NAME") {
		t.Error(err)
	}
}

// crawl.warc.gz was written by warcio.
func TestCrawl(t *testing.T) {
	file, err := os.ReadFile("testdata/crawl.warc.gz")
	if err != nil {
		t.Fatal(err)
	}
	all, err := read(t, "crawl.warc.gz", file, "")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range all {
		if f.Err != nil {
			got = append(got, fmt.Sprintf("%s: %v %v", f.Place, f.Passed, f.Err))
			continue
		}
		if !strings.Contains(f.Text, "Renée Sørlund") || strings.Count(f.Text, "\n\n") != 1 || f.Outlet != "Harbour Post" {
			t.Errorf("%s: %+v", f.Place, f.Article)
		}
		got = append(got, fmt.Sprintf("%s: %s %s", f.Place, f.Title, f.Published))
	}
	want := []string{
		"record 3 (https://harbour.example/plain): Envoys meet 2031-04-11T06:30Z",
		"record 4 (https://harbour.example/chunked): Envoys meet again 2031-04-12T06:30Z",
		"record 5 (https://harbour.example/packed): Envoys meet a third time 2031-04-13T06:30Z",
		"record 6 (https://harbour.example/latin): Envoys meet in Latin 2031-04-14T06:30Z",
		"record 9 (https://harbour.example/front): true the page holds no article: no passage of it reads like one",
		"record 10 (https://harbour.example/unpacked): Envoys meet, unpacked 2031-04-15T06:30Z",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	plain := unzipped(t, file)
	if all, err := read(t, "crawl", plain, ""); err != nil || len(all) != 6 {
		t.Errorf("unpacked: %d, %v", len(all), err)
	}
	// Wherever it is cut off, what was whole before is read, and the rest is said to be missing.
	for _, size := range []int{300, 2000, len(file) / 2, len(file) - 100, len(file) - 9} {
		got, err := read(t, "crawl.warc.gz", file[:size], "")
		if err == nil || !strings.Contains(err.Error(), "ends within it; what came before it was read") {
			t.Errorf("%d bytes: %v", size, err)
		}
		if len(got) > 6 || len(got) > 0 && got[0].Text != all[0].Text {
			t.Errorf("%d bytes: %d articles", size, len(got))
		}
	}
	for _, size := range []int{10, 2000, len(plain) / 2, len(plain) - 100} {
		if _, err := read(t, "crawl.warc", plain[:size], ""); err == nil || !strings.Contains(err.Error(), "the file ends within it") {
			t.Errorf("%d bytes: %v", size, err)
		}
	}
	damaged := bytes.Replace(plain, []byte("Content-Length: "), []byte("Content-Length: -"), 1)
	if _, err := read(t, "crawl.warc", damaged, ""); err == nil || !strings.Contains(err.Error(), "record 1: is damaged (its Content-Length is ") {
		t.Error(err)
	}
}

func unzipped(t testing.TB, file []byte) []byte {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

func TestSniff(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       Format
		err        string
	}{
		{"a", sentence, Text, ""},
		{"a.txt", "<html>", Text, ""},
		{"a.txt", "", Text, ""},
		{"a", "---\ntitle: T\n---\nText", Text, ""},
		{"a", harbour, HTML, ""},
		{"a", "\n  <!-- saved --><html>", HTML, ""},
		{"a.htm", "<p>One", HTML, ""},
		{"a", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">`, HTML, ""},
		{"a", rss, Feed, ""},
		{"a.xml", `<rdf:RDF xmlns="http://purl.org/rss/1.0/">`, Feed, ""},
		{"a", `{"text": "One."}`, Lines, ""},
		{"a", `{"noun":"State"}`, Dump, ""},
		{"a.jsonl", "One.", Lines, ""},
		{"a", "WARC/1.1\r\n", WARC, ""},
		{"a.html", "WARC/1.1\r\n", WARC, ""},
		{"a", "", "", "it is empty"},
		{"a.html", " \n", "", "it is empty"},
		{"a", "%PDF-1.7", "", "it is a PDF; save its text"},
		{"a.txt", "PK\x03\x04", "", "ZIP"},
		{"a", "\x00\x01\x02", "", "binary"},
		{"a", strings.Repeat("\x01\xff\x02\xfe", 100), "", "binary"},
		{"a", "\xff\xfea\x00", "", "UTF-16"},
		{"a.xml", `<?xml version="1.0"?><urlset>`, "", "neither RSS, Atom nor XHTML"},
		{"a.warc", "One.", "", "does not begin with WARC"},
		{"a", "\x1f\x8bxx", "", "damaged gzip"},
	} {
		f, err := Open(strings.NewReader(c.file), c.name)
		switch {
		case c.err != "":
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%s %.20q: %v", c.name, c.file, err)
			}
		case err != nil || f.Format != c.want:
			t.Errorf("%s %.20q: %v, %v", c.name, c.file, f, err)
		}
	}
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	_, _ = io.WriteString(w, harbour)
	_ = w.Close()
	if a := one(t, "page.html.gz", z.String()); a.Title != "Envoys part in silence" {
		t.Errorf("got %+v", a)
	}
}

func TestBadInput(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"login.html", `<html><body><form><input name="user"><button>Log in</button></form><p>Forgot it?</p></body></html>`, "holds no article"},
		{"menu.html", `<html><body><ul>` + strings.Repeat(`<li><a href="/a">An article about something</a></li>`, 50) + `</ul></body></html>`, "holds no article"},
		{"deep.html", "<html><body>" + strings.Repeat("<div>", 5000), "cannot be read"},
		{"broken.rss", `<rss><channel><item><title>`, "broken feed"},
		{"empty.rss", `<rss version="2.0"><channel><title>T</title></channel></rss>`, "no items"},
		{"a.txt", "caf\xe9", "byte 3 is not UTF-8"},
		{"a.txt", "a\x00b", "NUL"},
	} {
		if _, err := read(t, c.name, []byte(c.file), ""); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// endless gives as many bytes as are asked for.
type endless struct {
	begin string
	left  int
}

func (e *endless) Read(b []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	n := copy(b, e.begin)
	e.begin = e.begin[n:]
	for n < len(b) && n < e.left {
		b[n] = "Port Sorrel. "[n%13]
		n++
	}
	n = min(n, e.left)
	e.left -= n
	return n, nil
}

// What is far too long is refused without being read whole.
func TestTooLong(t *testing.T) {
	for _, c := range []struct{ name, begin string }{{"a.txt", "One. "}, {"a.html", harbour}, {"a.rss", rss}, {"a.jsonl", `{"text": "`}} {
		in := &endless{begin: c.begin, left: 100 << 20}
		f, err := Open(in, c.name)
		if err != nil {
			t.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		err = f.Each(Options{}, func(found Found) bool {
			err = found.Err
			return true
		})
		runtime.ReadMemStats(&after)
		if c.name == "a.jsonl" {
			var all []Found
			f, _ := Open(io.MultiReader(&endless{begin: c.begin, left: 100 << 20}, strings.NewReader("\"}\n{\"text\": \"One.\"}\n")), c.name)
			err = f.Each(Options{}, func(found Found) bool {
				all = append(all, found)
				return true
			})
			if err != nil || len(all) != 2 || all[0].Err == nil || all[1].Text != "One." || all[1].Line != 2 {
				t.Errorf("got %v, %v", all, err)
			}
			err = all[0].Err
		}
		if err == nil || !strings.Contains(err.Error(), "MiB, which no article has") {
			t.Errorf("%s: %v", c.name, err)
		}
		if grown := after.TotalAlloc - before.TotalAlloc; grown > 160<<20 {
			t.Errorf("%s: %d MiB were allocated", c.name, grown>>20)
		}
	}
}

func TestDate(t *testing.T) {
	for s, want := range map[string]string{
		"2031-04-17":                    "2031-04-17 2031-04-17",
		"2031-04":                       "2031-04 ",
		"2031":                          "2031 ",
		"2031-04-17T23:10:00+02:00":     "2031-04-17T21:10Z 2031-04-17",
		"2031-04-17T23:10:00.123Z":      "2031-04-17T23:10Z 2031-04-17",
		"2031-04-17T23:10":              "2031-04-17 2031-04-17",
		"Thu, 17 Apr 2031 23:10:00 GMT": "2031-04-17T23:10Z 2031-04-17",
		"Thu, 17 Apr 2031 23:10:00 EDT": "2031-04-18T03:10Z 2031-04-17",
		"Thu, 17 Apr 2031 23:10:00 XYZ": " ",
		"April 17, 2031":                "2031-04-17 2031-04-17",
		"17 April 2031":                 "2031-04-17 2031-04-17",
		"20310417":                      "2031-04-17 2031-04-17",
		"1934150400":                    "2031-04-17T00:00Z 2031-04-17",
		"1934150400000":                 "2031-04-17T00:00Z 2031-04-17",
		"04/03/2031":                    " ",
		"yesterday":                     " ",
		"":                              " ",
		"2031-02-30":                    " ",
		"12345":                         " ",
		"0001-01-01T00:00:00Z":          " ",
	} {
		edtf, day := date(s)
		if got := edtf + " " + day; got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

// Whatever a file holds, reading it ends, and what is accepted is a text.
func fuzz(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		opened, err := Open(bytes.NewReader(file), name)
		if err != nil {
			return
		}
		n := 0
		err = opened.Each(Options{}, func(found Found) bool {
			if n++; n > len(file)+1 {
				t.Fatal("more articles than bytes")
			}
			if found.Err != nil {
				if found.Err.Error() == "" || found.Text != "" && errors.Is(found.Err, io.EOF) {
					t.Errorf("%+v", found)
				}
				return true
			}
			for _, s := range []string{found.Text, found.Title, found.Outlet, found.URL, found.Language, found.Published} {
				if !utf8.ValidString(s) || strings.IndexByte(s, 0) >= 0 {
					t.Errorf("no text: %q", s)
				}
			}
			if opened.Format != Text && strings.TrimSpace(found.Text) == "" {
				t.Errorf("an article without text: %+v", found)
			}
			return true
		})
		if err != nil && err.Error() == "" {
			t.Error("an error without a reason")
		}
	})
}

func FuzzText(f *testing.F) {
	fuzz(f, "a", sentence, "---\ntitle: T\n---\n"+sentence, "\ufeff---", "\x1f\x8b\x08")
}
func FuzzPage(f *testing.F) {
	fuzz(f, "a.html", harbour, "<p>"+sentence, "<table><tr><td>"+sentence+"</table>")
}
func FuzzFeed(f *testing.F) {
	fuzz(f, "a.rss", rss, "<feed><entry><content>"+sentence, `{"version": "https://jsonfeed.org/version/1"}`)
}
func FuzzLines(f *testing.F) {
	fuzz(f, "a.jsonl", `{"text": "`+sentence+`", "date": 1934150400}`, `{"text": {"a": 1}}`, "{}\n[]\n1")
}

func FuzzWARC(f *testing.F) {
	file, err := os.ReadFile("testdata/crawl.warc.gz")
	if err != nil {
		f.Fatal(err)
	}
	fuzz(f, "a.warc", string(unzipped(f, file)), "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://x.example/\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>One.\r\n\r\n")
}
