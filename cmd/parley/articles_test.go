package main_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What the agencies of this test report, in all formats.
const (
	threat = `Norway and Iceland held a third round of talks on the cod line in Geneva on Wednesday, without a deal.

“We will not negotiate under threat,” Norway’s Fisheries Minister Anna Bergland said. She accused Iceland of holding two boats against the law of the sea.

Switzerland offered to mediate between Norway and Iceland if both of them ask for it, its foreign ministry said in a statement on Wednesday evening.`
	answer = `Iceland rejected the accusation of Norway on Thursday, and called on Norway to come back to the talks in Geneva before the end of the week.

Iceland’s Prime Minister Jon Sigurdson told reporters in Reykjavik that the two boats had been released in the night, and that nobody had been hurt.`
	french = `Les pourparlers entre la Norvège et l’Islande sur la ligne de la morue se sont terminés mercredi à Genève sans accord, ont dit les deux délégations, qui ne se reverront pas avant la fin du mois.`
)

func paragraphs(text string) string {
	return "<p>" + strings.ReplaceAll(text, "\n\n", "</p>\n<p>") + "</p>"
}

func pageOf(title, site, published, text string) string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>` + title + `</title><meta property="og:site_name" content="` + site + `">
<meta property="article:published_time" content="` + published + `"></head><body><nav><a href="/">Home</a></nav><article><h1>` + title + `</h1>
<figure><figcaption>Boats. Photo: somebody</figcaption></figure>` + paragraphs(text) + `<p><a href="/more">Read more: boats</a></p></article><footer>© ` + site + `</footer></body></html>`
}

// warcOf is an archive of pages, by address, as a crawler writes it.
func warcOf(pages ...[2]string) string {
	var b strings.Builder
	for _, p := range pages {
		response := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s", len(p[1]), p[1])
		fmt.Fprintf(&b, "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", p[0], len(response), response)
	}
	return b.String()
}

func gzipped(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func lineOf(t *testing.T, fields map[string]any) string {
	t.Helper()
	b, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	return string(b) + "\n"
}

// inAllFormats are eight articles in all formats, two of them with the same text as another.
func inAllFormats(t *testing.T) map[string]string {
	vary := func(text, place string) string {
		return strings.ReplaceAll(strings.ReplaceAll(text, "Geneva", place), "the two boats", "the two boats of "+place)
	}
	return map[string]string{
		"text/a.txt":    "---\ntitle: No deal\noutlet: Fjord News Agency\npublished: 2025-03-06\nurl: https://fjord.example/no-deal\nlicence: none\n---\n" + threat,
		"text/b.txt":    vary(answer, "Tallinn"),
		"html/c.html":   pageOf("No deal on cod", "Harbour Post", "2025-03-06T07:00:00+01:00", "OSLO (Fjord News Agency) -- "+threat),
		"feed/d.rss":    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Morning Mail</title><language>en</language><item><title>Whole</title><link>https://mail.example/1</link><pubDate>Fri, 07 Mar 2025 06:00:00 GMT</pubDate><content:encoded><![CDATA[` + paragraphs(vary(answer, "Riga")) + `]]></content:encoded></item><item><title>Summary</title><link>https://mail.example/2</link><description>Talks on cod ended without a deal.</description></item></channel></rss>`,
		"lines/e.jsonl": lineOf(t, map[string]any{"body": vary(answer, "Vilnius"), "when": "2025-03-07", "headline": "An answer", "source": map[string]any{"name": "Lagoon Times"}, "link": "https://lagoon.example/1"}),
		"web/f.warc.gz": gzipped(t, warcOf([2]string{"https://web.example/1", pageOf("An answer", "Web Post", "2025-03-07", vary(answer, "Helsinki"))}, [2]string{"https://web.example/", "<html><body><ul><li><a href=1>An answer</a></li></ul></body></html>"})),
		"web/g.warc":    warcOf([2]string{"https://web.example/2", pageOf("No deal again", "Web Post", "2025-03-06", threat)}),
		"notes.md":      "This is for people, and is not read.",
	}
}

func TestLoadArticles(t *testing.T) {
	onEachStore(t, func(t *testing.T, store string) {
		ok(t, "load", "--store", store, "--seeds")
		dir := folder(t, inAllFormats(t))
		load := func(want string, args ...string) {
			t.Helper()
			args = append([]string{"load", "--store", store, "--published", "2025-03-08", "--outlet", "Somebody", "--fields", "text=body,published=when,outlet=source.name"}, args...)
			if got := ok(t, args...); !strings.HasPrefix(got, "7 files with ") || !strings.HasSuffix(got, want) {
				t.Errorf("got %s", got)
			}
		}
		load(" Nothing was written (dry run). Articles: 8, of which 2 a copy of another, 1 a summary only. Passed over: 1 page without an article.\n", "--dry-run", dir)
		load(" Articles: 8, of which 2 a copy of another, 1 a summary only. Passed over: 1 page without an article.\n", dir)
		sameJSON(t, query(t, store, `{ articles(orderBy: [{url: ASC}, {published: ASC}, {title: ASC}], where: {NOT: {outlet: {name: {eq: "RASC News Agency"}}}}) { nodes {
			title url published publishedBasis partial language outlet { name } copyOf { title } copies { totalCount } } } }`), `{"data": {"articles": {"nodes": [
			{"title": "No deal", "url": "https://fjord.example/no-deal", "published": "2025-03-06", "publishedBasis": null, "partial": null, "language": "en", "outlet": {"name": "Fjord News Agency"}, "copyOf": {"title": "No deal on cod"}, "copies": {"totalCount": 0}},
			{"title": "An answer", "url": "https://lagoon.example/1", "published": "2025-03-07", "publishedBasis": null, "partial": null, "language": "en", "outlet": {"name": "Lagoon Times"}, "copyOf": null, "copies": {"totalCount": 0}},
			{"title": "Whole", "url": "https://mail.example/1", "published": "2025-03-07T06:00Z", "publishedBasis": null, "partial": null, "language": "en", "outlet": {"name": "Morning Mail"}, "copyOf": null, "copies": {"totalCount": 0}},
			{"title": "Summary", "url": "https://mail.example/2", "published": "2025-03-08", "publishedBasis": "given when it was loaded", "partial": true, "language": "en", "outlet": {"name": "Morning Mail"}, "copyOf": null, "copies": {"totalCount": 0}},
			{"title": "An answer", "url": "https://web.example/1", "published": "2025-03-07", "publishedBasis": "the page's article:published_time", "partial": null, "language": "en", "outlet": {"name": "Web Post"}, "copyOf": null, "copies": {"totalCount": 0}},
			{"title": "No deal again", "url": "https://web.example/2", "published": "2025-03-06", "publishedBasis": "the page's article:published_time", "partial": null, "language": "en", "outlet": {"name": "Web Post"}, "copyOf": {"title": "No deal on cod"}, "copies": {"totalCount": 0}},
			{"title": "No deal on cod", "url": null, "published": "2025-03-06T06:00Z", "publishedBasis": "the page's article:published_time", "partial": null, "language": "en", "outlet": {"name": "Harbour Post"}, "copyOf": null, "copies": {"totalCount": 2}},
			{"title": null, "url": null, "published": "2025-03-08", "publishedBasis": "given when it was loaded", "partial": null, "language": "en", "outlet": {"name": "Somebody"}, "copyOf": null, "copies": {"totalCount": 0}}
		]}}}`)
		machineFacts(t, store)
		loaded := dump(t, store)
		for range 2 {
			load(" Nothing changed: all of it was there already. Articles: 8, of which 2 a copy of another, 1 a summary only. Passed over: 1 page without an article.\n", dir)
		}
		same(t, "the dump after loading it again", dump(t, store), loaded)

		// One after the other, and from standard input, it is the same graph.
		other := newSQLite(t)
		ok(t, "load", "--store", other, "--seeds")
		args := []string{"load", "--store", other, "--published", "2025-03-08", "--outlet", "Somebody", "--fields", "text=body,published=when,outlet=source.name"}
		files := inAllFormats(t)
		for _, name := range []string{"feed/d.rss", "html/c.html", "lines/e.jsonl", "text/a.txt", "text/b.txt", "web/f.warc.gz", "web/g.warc"} {
			r := call{args: append(slices.Clone(args), "-"), in: files[name]}.run(t)
			if r.code != 0 {
				t.Errorf("%s from standard input: exit code %d, %s", name, r.code, r.err)
			}
		}
		if n := strings.Count(dump(t, other), "\n"); n < strings.Count(loaded, "\n")*9/10 { // text has its front matter, copies lead to others: it is not the same in every line
			t.Errorf("from standard input came %d records, %d from files", n, strings.Count(loaded, "\n"))
		}
		if got := ok(t, append(slices.Clone(args), filepath.Join(dir, "w*", "*.warc*"))...); !strings.Contains(got, "2 files with ") {
			t.Errorf("by a pattern: %s", got)
		}
		if got := ok(t, append(slices.Clone(args), "--coder=none", filepath.Join(dir, "text"))...); !strings.Contains(got, ": 0 facts ") {
			t.Errorf("without a coder: %s", got)
		}
	})
}

// A copy that appears a day later reports the same facts as what it is a copy of, and who says that he offers has offered.
func TestCopiesOfAnotherDay(t *testing.T) {
	onEachStore(t, func(t *testing.T, store string) {
		ok(t, "load", "--store", store, "--seeds")
		report := func(day, place string) string {
			return "---\npublished: " + day + "\n---\n" + place + threat + "\n\nDenmark offered to mediate between Norway and Iceland, its foreign ministry said in a statement."
		}
		// Each in a load of its own, then all in one.
		dir := folder(t, map[string]string{"a.txt": report("2025-03-06", ""), "b.txt.gz": gzipped(t, report("2025-03-07", "OSLO: ")), "c.html.gz": gzipped(t, pageOf("Copy", "Late Post", "2025-03-08", "BERGEN: "+threat+"\n\nDenmark offered to mediate between Norway and Iceland, its foreign ministry said in a statement."))})
		for _, name := range []string{"a.txt", "b.txt.gz", "c.html.gz"} {
			ok(t, "load", "--store", store, filepath.Join(dir, name))
		}
		ask := `{ statements(where: {quote: {eq: "We will not negotiate under threat,"}}) { nodes { evidence { totalCount } } }
			mediationOffers(where: {by: {some: {OR: [{name: {eq: "Denmark"}}, {name: {eq: "Danish foreign ministry"}}]}}}) { nodes { evidence { totalCount } } }
			events(where: {cameo: {eq: "112"}}) { nodes { plover evidence { totalCount } } } }`
		sameJSON(t, query(t, store, ask), `{"data": {
			"statements": {"nodes": [{"evidence": {"totalCount": 3}}]}, "mediationOffers": {"nodes": [{"evidence": {"totalCount": 3}}]},
			"events": {"nodes": [{"plover": "ACCUSE", "evidence": {"totalCount": 3}}]}}}`)
		before := dump(t, store)
		if got := ok(t, "load", "--store", store, dir); !strings.HasPrefix(got, "3 files with ") || !strings.Contains(got, "Nothing changed") {
			t.Errorf("got %s", got)
		}
		same(t, "the dump after loading all again", dump(t, store), before)
	})
}

// machineFacts checks what every fact of a machine coder has: words that stand where it says, and who found it, by which rule.
func machineFacts(t *testing.T, store string) {
	t.Helper()
	var answer struct {
		Data struct {
			Evidence struct {
				Nodes []struct {
					Words, Sentence, Coder, CoderVersion, DictionaryHash, Rule string
					Start, End                                                 int
					Confidence                                                 *float64
					Article                                                    struct{ Text string }
					Fact                                                       struct {
						Typename string `json:"__typename"`
						Review   string
						Evidence struct{ TotalCount int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(query(t, store, `{ evidence(first: 500, where: {NOT: {coder: {eq: "curator"}}}) { nodes {
		words sentence start end coder coderVersion dictionaryHash rule confidence article { text } fact { __typename review evidence { totalCount } } } } }`)), &answer); err != nil {
		t.Fatal(err)
	}
	nouns, most := map[string]int{}, 0
	for _, e := range answer.Data.Evidence.Nodes {
		nouns[e.Fact.Typename]++
		most = max(most, e.Fact.Evidence.TotalCount)
		if e.Start < 0 || e.End > len(e.Article.Text) || e.Start >= e.End || e.Article.Text[e.Start:e.End] != e.Words || !strings.Contains(e.Sentence, e.Words) {
			t.Errorf("%q does not stand at %d-%d", e.Words, e.Start, e.End)
		}
		if e.Coder != "rules" || e.CoderVersion == "" || len(e.DictionaryHash) != 64 || e.Rule == "" || e.Confidence == nil || e.Fact.Review != "UNREVIEWED" {
			t.Errorf("got %+v", e)
		}
	}
	// Three articles have one text: what they report is one fact, on three pieces of evidence.
	if nouns["Statement"] == 0 || nouns["Event"] == 0 || most < 3 {
		t.Errorf("found %v, at most %d times", nouns, most)
	}
}

// Each file with a fault is named with its reason, and the others are loaded.
func TestLoadBadArticles(t *testing.T) {
	onEachStore(t, func(t *testing.T, store string) {
		crawl := warcOf([2]string{"https://web.example/1", pageOf("An answer", "Web Post", "2025-03-07", answer)}, [2]string{"https://web.example/2", pageOf("No deal", "Web Post", "2025-03-06", threat)})
		dir := folder(t, map[string]string{
			"a-good.txt":   "The talks in Geneva were held behind closed doors, and nobody has said what came of them.",
			"b-empty.html": "",
			"c-image.txt":  "\x89PNG\r\n\x1a\n\x00\x00",
			"d-login.html": "<html><body><form><input><button>Log in</button></form></body></html>",
			"e-broken.rss": "<rss><channel><item><title>No deal",
			"f-cut.warc":   crawl[:len(crawl)-700],
			"g-long.txt":   strings.Repeat("No deal was reached in Geneva. ", 150_000),
			"h-french.txt": french,
			"i-latin.txt":  "Nobody was at the caf\xe9.",
			"j-future.txt": "---\npublished: 9031-04-17\n---\nThe talks in Geneva will be held behind closed doors, and nobody will say what comes of them.",
			"k-lines.jsonl": lineOf(t, map[string]any{"text": answer[:200]}) + "{\"text\": \n" + lineOf(t, map[string]any{"title": "No deal"}) +
				lineOf(t, map[string]any{"text": threat[:150], "date": "2025-03-06"}),
			"l-twice.txt":     "The talks in Geneva were held behind closed doors, and nobody has said what came of them.",
			"m-cut.warc.gz":   gzipped(t, crawl)[:400],
			"n-sitemap.xml":   `<?xml version="1.0"?><urlset></urlset>`,
			"o-word.docx.txt": "PK\x03\x04 and so on",
		})
		r := parley(t, "load", "--store", store, dir)
		if r.code != 3 {
			t.Errorf("exit code %d", r.code)
		}
		want := []string{
			"b-empty.html: it is empty",
			"c-image.txt: it is an image; …",
			"d-login.html: the page holds no article: …",
			"e-broken.rss: it is a broken feed: …",
			"f-cut.warc: record 2 (https://web.example/2): the file ends within it; what came before it was read, what comes after it was not",
			"g-long.txt: it has more than 4 MiB, which no article has; split it into its articles",
			"h-french.txt:1: it is in French, which is not coded: it was loaded as a source without facts",
			"i-latin.txt: byte 21 is not UTF-8; convert the file to UTF-8 first",
			"j-future.txt:2: published is 9031-04-17, which lies in the future; correct it",
			"k-lines.jsonl:2: it is no JSON object on one line: unexpected EOF",
			"k-lines.jsonl:3: it has no text under text, body, …",
			"l-twice.txt:1: Article:" + "…",
			"m-cut.warc.gz: record 1 (https://web.example/1): the file ends within it; …",
			"n-sitemap.xml: it is XML, but neither RSS, Atom nor XHTML",
			"o-word.docx.txt: it is a ZIP archive or an office document; …",
		}
		got := strings.Split(strings.TrimSuffix(strings.ReplaceAll(r.err, dir+"/", ""), "\n"), "\n")
		slices.Sort(got)
		for i := range max(len(got), len(want)) {
			if i >= len(got) || i >= len(want) {
				t.Errorf("got %d messages, want %d:\n%s", len(got), len(want), strings.Join(got, "\n"))
				break
			}
			if begin, ok := strings.CutSuffix(want[i], "…"); got[i] != want[i] && !(ok && strings.HasPrefix(got[i], begin)) {
				t.Errorf("got  %s\nwant %s", got[i], want[i])
			}
		}
		if !strings.HasSuffix(r.out, "Refused: 11 files, of which nothing was written.\n") || !strings.HasPrefix(r.out, "4 files with ") {
			t.Errorf("got %s", r.out)
		}
		var articles struct {
			Data struct{ Articles struct{ TotalCount int } }
		}
		if err := json.Unmarshal([]byte(query(t, store, `{ articles { totalCount } }`)), &articles); err != nil || articles.Data.Articles.TotalCount != 5 {
			t.Errorf("%+v, %v", articles, err)
		}
	})
}

// A person reviews facts in the terminal; what he decides is kept when the article comes again.
func TestReview(t *testing.T) {
	store := newSQLite(t)
	ok(t, "load", "--store", store, "--seeds")
	dir := folder(t, map[string]string{"a.txt": "---\ntitle: No deal\npublished: 2025-03-06\n---\n" + threat})
	ok(t, "load", "--store", store, dir)
	review := func(answers string, args ...string) string {
		t.Helper()
		r := call{args: append([]string{"review", "--store", store}, args...), in: answers}.run(t)
		if r.code != 0 {
			t.Fatalf("exit code %d: %s", r.code, r.err)
		}
		return r.out
	}
	out := review("?\nc\nact\nc\nact=SING\nc\nact=WARN\nc\nchannel=on the quay\nr\na\nr\nq\n", "--noun", "Statement")
	for _, want := range []string{"1 of ", "No deal, 2025-03-06", "«", "»", "(rules: ", "speakers ", "is none of ASSERT", "corrected; accept, correct more, undo, quit?", "1 fact accepted, 1 rejected, "} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
	decided := func() string {
		return query(t, store, `{ confirmed: statements(where: {review: {eq: CONFIRMED}}) { nodes { key act channel } } rejected: facts(where: {review: {eq: REJECTED}}) { nodes { key } } }`)
	}
	before := decided()
	if !strings.Contains(before, `"act":"WARN","channel":"on the quay"`) || strings.Count(before, `"key"`) != 2 {
		t.Errorf("got %s", before)
	}
	if got := ok(t, "load", "--store", store, dir); !strings.Contains(got, "Nothing changed") {
		t.Errorf("got %s", got)
	}
	same(t, "what was decided", decided(), before)
	out = review(strings.Repeat("s\n", 100))
	if !strings.Contains(out, "0 facts accepted, 0 rejected, ") || strings.Contains(out, "on the quay") {
		t.Errorf("got %s", out)
	}
	review(strings.Repeat("a\n", 100))
	if out := review(""); out != "Nothing is left to review.\n" {
		t.Errorf("got %s", out)
	}
	if r := parley(t, "review", "--store", store, "--noun", "Article"); r.code != 1 || !strings.Contains(r.err, "is no noun of a fact; it is one of Account, Event") {
		t.Errorf("exit code %d: %s", r.code, r.err)
	}
}

// What a model finds is a layer of its own beside what the rules have found; what the article does not bear out does not get in.
func TestLoadByModel(t *testing.T) {
	claim := func(quote, act string) map[string]any {
		none := []string{}
		return map[string]any{"sentence": 2, "quote": quote, "speakers": []string{"Anna Bergland"}, "behalf": none, "act": act, "cameo": nil, "addressed": none, "about": none, "channel": nil, "said": nil,
			"words": "We will not negotiate under threat,", "polarity": "positive", "modality": "asserted"}
	}
	content := lineOf(t, map[string]any{"talks": []any{}, "relations": []any{}, "statements": []any{
		claim("“We will not negotiate under threat,” Norway’s Fisheries Minister Anna Bergland said.", "REJECT"), claim("We will negotiate as soon as the boats are free.", "PROMISE"),
	}})
	model := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"finish_reason": "stop", "message": map[string]any{"role": "assistant", "content": content}}}})
	}))
	defer model.Close()
	store := newSQLite(t)
	ok(t, "load", "--store", store, "--seeds")
	dir := folder(t, map[string]string{"a.txt": "---\ntitle: No deal\npublished: 2025-03-06\n---\n" + threat})
	ok(t, "load", "--store", store, dir)
	load := []string{"load", "--store", store, "--coder=llm", "--llm-url", model.URL + "/v1", "--llm-model=some-model", dir}
	if got := ok(t, load...); !strings.HasSuffix(got, "The model made 2 claims; the articles do not bear out 1 (quote 1).\n") {
		t.Errorf("got %s", got)
	}
	layers := query(t, store, `{
		model: facts(where: {evidence: {some: {coder: {eq: "llm"}}}}) { nodes { review ... on Statement { act quote speakers { nodes { name } } } evidence { nodes { coder words } } } }
		rules: facts(where: {evidence: {some: {coder: {eq: "rules"}}}}) { totalCount }
		both: facts(where: {AND: [{evidence: {some: {coder: {eq: "rules"}}}}, {evidence: {some: {coder: {eq: "llm"}}}}]}) { totalCount } }`)
	if !strings.Contains(layers, `"act":"REJECT"`) || !strings.Contains(layers, `"coder":"llm"`) || strings.Contains(layers, "PROMISE") || strings.Contains(layers, `"rules":{"totalCount":0}`) {
		t.Errorf("got %s", layers)
	}
	if got := ok(t, load...); !strings.Contains(got, "Nothing changed") {
		t.Errorf("got %s", got)
	}
	if got := ok(t, "load", "--store", store, dir); !strings.Contains(got, "Nothing changed") { // what the rules found stays theirs
		t.Errorf("got %s", got)
	}
	if r := parley(t, "load", "--store", store, "--coder=llm", dir); r.code != 1 || !strings.Contains(r.err, "is not the address of an endpoint") {
		t.Errorf("exit code %d: %s", r.code, r.err)
	}
}
