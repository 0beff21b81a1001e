package formats

import (
	"bytes"
	"encoding/json"
	"mime"
	"net/url"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"github.com/parleygraph/parley/internal/diplomacy"
)

func (f *File) page(yield func(Found) bool) error {
	b, err := f.all(mostPage)
	if err != nil {
		return err
	}
	a, err := page(b, "", "")
	if err != nil {
		return err
	}
	yield(Found{Article: a})
	return nil
}

// errNoArticle is said of a page that has no article.
var errNoArticle = diplomacy.Errorf(diplomacy.Invalid, "the page holds no article: no passage of it reads like one")

// page reads a page of HTML, which was fetched from an address, with a Content-Type; both may be unknown.
func page(b []byte, contentType, from string) (Article, error) {
	text, err := decode(b, contentType)
	if err != nil {
		return Article{}, err
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return Article{}, diplomacy.Errorf(diplomacy.Invalid, "it is HTML that cannot be read: %v", err)
	}
	a := described(doc)
	if a.URL == "" {
		a.URL = address(from)
	}
	base, _ := url.Parse(a.URL)
	for _, n := range residues(doc) { // before the content is looked for: captions and teasers weigh there
		n.Parent.RemoveChild(n)
	}
	parser := readability.NewParser()
	parser.CharThresholds = 200
	parser.DisableJSONLD = true
	content, err := parser.ParseAndMutate(doc, base)
	if err != nil || content.Node == nil {
		return a, errNoArticle
	}
	a.Text = strings.Join(paragraphs(content.Node, a.Title), "\n\n")
	if !readsLikeOne(a.Text) {
		return a, errNoArticle
	}
	return a, check(a.Text)
}

// readsLikeOne tells an article from a menu, a login form or a list of links: it has sentences.
func readsLikeOne(text string) bool {
	sentences, words := 0, 0
	for p := range strings.SplitSeq(text, "\n\n") {
		n := len(strings.Fields(p))
		if n >= 8 && strings.ContainsAny(p[max(0, len(p)-4):], ".!?”\"’)…。") {
			sentences++
			words += n
		}
	}
	return sentences >= 1 && words >= 20
}

// fragment reads what stands in a feed or in JSON as HTML: all of it is the article's.
func fragment(s, title string) (string, error) {
	nodes, err := html.ParseFragment(strings.NewReader(s), &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div})
	if err != nil {
		return "", diplomacy.Errorf(diplomacy.Invalid, "its text is HTML that cannot be read: %v", err)
	}
	root := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	for _, n := range residues(root) {
		n.Parent.RemoveChild(n)
	}
	return strings.Join(paragraphs(root, title), "\n\n"), nil
}

func looksLikeHTML(s string) bool {
	lower := strings.ToLower(s[:min(len(s), 2000)])
	for _, tag := range []string{"<p>", "<p ", "<div", "<br", "</a>", "<html"} {
		if strings.Contains(lower, tag) {
			return true
		}
	}
	return false
}

// decode makes UTF-8 of a page. A charset is believed where it is declared, never guessed.
func decode(b []byte, contentType string) (string, error) {
	name := ""
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		name = params["charset"]
	}
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		name = "utf-16le"
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		name = "utf-16be"
	case name == "":
		name = declared(b)
	}
	if utf8.Valid(b) { // whatever is declared: no other text is UTF-8 by chance, but for plain ASCII, which is the same in both
		if name == "" || isASCIISuperset(name) {
			return strings.TrimPrefix(string(b), "\ufeff"), nil
		}
	}
	if name == "" {
		return "", diplomacy.Errorf(diplomacy.Invalid, "it is not UTF-8 and does not say which charset it is in; convert it to UTF-8 first")
	}
	e, _ := charset.Lookup(name)
	if e == nil {
		return "", diplomacy.Errorf(diplomacy.Invalid, "it says that it is in the charset %.40q, which nobody knows; convert it to UTF-8 first", name)
	}
	out, err := e.NewDecoder().Bytes(b)
	if err != nil || !utf8.Valid(out) {
		return "", diplomacy.Errorf(diplomacy.Invalid, "it is not in %s, as it says; convert it to UTF-8 first", name)
	}
	if n := bytes.Count(out, []byte("\ufffd")); n > 20 && n*100 > len(out) {
		return "", diplomacy.Errorf(diplomacy.Invalid, "it is not in %s, as it says; convert it to UTF-8 first", name)
	}
	return strings.TrimPrefix(string(out), "\ufeff"), nil
}

// declared is the charset that a page declares in its first bytes, where browsers look for it, or "".
func declared(b []byte) string {
	head := strings.ToLower(string(b[:min(len(b), 1024)]))
	for {
		_, rest, found := strings.Cut(head, "charset")
		if !found {
			return ""
		}
		head = rest
		if value, ok := strings.CutPrefix(strings.TrimSpace(rest), "="); ok {
			value = strings.TrimLeft(value, " \t\r\n\"'")
			if end := strings.IndexAny(value, " \t\r\n\"'/;>"); end > 0 {
				return value[:end]
			}
		}
	}
}

// isASCIISuperset reports that bytes below 128 mean the same in a charset as in UTF-8.
func isASCIISuperset(name string) bool {
	name = strings.ToLower(name)
	return !strings.HasPrefix(name, "utf-16") && !strings.HasPrefix(name, "utf-32") && !strings.HasPrefix(name, "iso-2022") && name != "hz-gb-2312" && name != "utf-7"
}

// described reads what a page says of its article, apart from its text: JSON-LD first, which is written for machines, then meta elements.
func described(doc *html.Node) Article {
	var a Article
	meta := map[string]string{}
	var linked linkedData
	var lang, canonical, title, times string
	each(doc, func(n *html.Node) bool {
		switch n.DataAtom {
		case atom.Html:
			lang = attr(n, "lang")
		case atom.Title:
			if title == "" && n.Parent != nil && n.Parent.DataAtom == atom.Head {
				title = textOf(n)
			}
		case atom.Meta:
			name := strings.ToLower(attr(n, "property"))
			if name == "" {
				name = strings.ToLower(attr(n, "name"))
			}
			if name == "" {
				name = strings.ToLower(attr(n, "itemprop"))
			}
			if name != "" && meta[name] == "" {
				meta[name] = attr(n, "content")
			}
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				canonical = attr(n, "href")
			}
		case atom.Script:
			if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
				linked.read(n.FirstChild.Data)
			}
			return false
		case atom.Time:
			if at := attr(n, "datetime"); times == "" && at != "" && !within(n, atom.Aside, atom.Nav, atom.Footer) {
				times = at
			}
		}
		return true
	})
	first := func(values ...string) string {
		for _, v := range values {
			if v = clean(v); v != "" {
				return v
			}
		}
		return ""
	}
	a.Title = first(linked.headline, meta["og:title"], meta["twitter:title"], title)
	a.Outlet = first(linked.publisher, meta["og:site_name"], meta["application-name"])
	for _, u := range []string{canonical, meta["og:url"], linked.url} {
		if a.URL = address(u); a.URL != "" {
			break
		}
	}
	a.Language = tag(first(lang, linked.language, strings.ReplaceAll(meta["og:locale"], "_", "-")))
	for _, d := range []struct{ value, basis string }{
		{linked.published, "the page's JSON-LD datePublished"}, {meta["article:published_time"], "the page's article:published_time"}, {meta["og:published_time"], "the page's og:published_time"},
		{meta["datepublished"], "the page's datePublished"}, {meta["dc.date.issued"], "the page's dc.date.issued"}, {meta["dc.date"], "the page's dc.date"}, {meta["parsely-pub-date"], "the page's parsely-pub-date"},
		{meta["pubdate"], "the page's pubdate"}, {meta["date"], "the page's meta date"}, {times, "the page's first <time datetime>"},
	} {
		if a.Published, a.Day = date(d.value); a.Published != "" {
			a.Basis = d.basis
			break
		}
	}
	return a
}

// linkedData is what the JSON-LD of a page says of its article.
type linkedData struct{ headline, publisher, published, url, language string }

func (l *linkedData) read(s string) {
	var v any
	if json.Unmarshal([]byte(s), &v) == nil {
		l.walk(v, 0)
	}
}

func (l *linkedData) walk(v any, depth int) {
	if depth > 4 || l.published != "" && l.headline != "" {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			l.walk(item, depth+1)
		}
	case map[string]any:
		if graph, ok := v["@graph"]; ok {
			l.walk(graph, depth+1)
		}
		kind := strings.ToLower(jsonText(v["@type"]))
		if !strings.Contains(kind, "article") && !strings.Contains(kind, "posting") && !strings.Contains(kind, "report") {
			return
		}
		l.headline, l.published, l.language = jsonText(v["headline"]), jsonText(v["datePublished"]), jsonText(v["inLanguage"])
		l.url = jsonText(v["url"])
		if p, ok := v["publisher"].(map[string]any); ok {
			l.publisher = jsonText(p["name"])
		}
	}
}

// jsonText is a text, or the first of a list.
func jsonText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			return jsonText(v[0])
		}
	}
	return ""
}

// tag returns a language tag where a text is one, or the tag of a language's English name.
func tag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	if known := named[strings.ToLower(s)]; known != "" {
		return known
	}
	first, _, _ := strings.Cut(s, "-")
	if len(first) < 2 || len(first) > 3 || len(s) > 20 || strings.ContainsFunc(s, func(r rune) bool {
		return r != '-' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	}) {
		return ""
	}
	return strings.ToLower(first) + s[len(first):]
}

var named = map[string]string{"english": "en", "french": "fr", "german": "de", "spanish": "es", "arabic": "ar", "russian": "ru", "chinese": "zh", "persian": "fa", "portuguese": "pt", "turkish": "tr"}

// each calls visit with every element, until it answers false for its children.
func each(n *html.Node, visit func(*html.Node) bool) {
	if n.Type == html.ElementNode && !visit(n) {
		return
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		each(c, visit)
		c = next
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func within(n *html.Node, atoms ...atom.Atom) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		for _, a := range atoms {
			if p.DataAtom == a {
				return true
			}
		}
	}
	return false
}

func textOf(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

// residues are elements that are none of an article's text, wherever they stand.
func residues(doc *html.Node) []*html.Node {
	var all []*html.Node
	each(doc, func(n *html.Node) bool {
		switch n.DataAtom {
		case atom.Figure, atom.Figcaption, atom.Aside, atom.Nav, atom.Footer, atom.Form, atom.Button, atom.Iframe, atom.Noscript, atom.Script, atom.Style, atom.Svg, atom.Video, atom.Audio, atom.Select, atom.Template, atom.Dialog:
			all = append(all, n)
			return false
		}
		for _, class := range strings.Fields(strings.ToLower(attr(n, "class") + " " + attr(n, "id"))) {
			if residueClasses[class] {
				all = append(all, n)
				return false
			}
		}
		return true
	})
	return all
}

// residueClasses are classes that news sites give to what stands in the midst of an article without being part of it.
var residueClasses = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`caption wp-caption wp-caption-text image-caption photo-caption media-caption credit photo-credit image-credit related related-articles related-posts related-links
		related-content related-stories read-more readmore read-also more-stories newsletter newsletter-signup newsletter-form subscribe subscription share share-buttons social social-share sharedaddy
		jp-relatedposts promo advertisement advert ad-container ad-slot tags tag-list post-tags breadcrumb breadcrumbs author-bio comments comment-list cookie-banner most-read trending recommended
		pullquote pull-quote visually-hidden sr-only screen-reader-text`) {
		m[w] = true
	}
	return m
}()

// blocks are the elements that stand apart from what is around them.
var blocks = map[atom.Atom]bool{atom.Address: true, atom.Article: true, atom.Blockquote: true, atom.Body: true, atom.Center: true, atom.Dd: true, atom.Details: true, atom.Div: true, atom.Dl: true, atom.Dt: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true, atom.Hr: true, atom.Html: true, atom.Li: true, atom.Main: true, atom.Ol: true, atom.P: true, atom.Pre: true,
	atom.Section: true, atom.Summary: true, atom.Table: true, atom.Tbody: true, atom.Td: true, atom.Th: true, atom.Thead: true, atom.Tr: true, atom.Ul: true}

// paragraphs takes the text out of an element, a paragraph for each block, without what is none of the article's.
func paragraphs(root *html.Node, title string) []string {
	var all []string
	var b strings.Builder
	linked, breaks, heading := 0, 0, false // bytes of the paragraph that stand in links; line breaks since the last text
	end := func() {
		p := strings.Join(strings.Fields(b.String()), " ")
		if p != "" && !isResidue(p, linked, heading) && !(len(all) < 2 && sameWords(p, title)) {
			all = append(all, p)
		}
		b.Reset()
		linked, breaks, heading = 0, 0, false
	}
	var walk func(n *html.Node, link bool)
	walk = func(n *html.Node, link bool) {
		switch {
		case n.Type == html.TextNode:
			if strings.TrimSpace(n.Data) != "" {
				breaks = 0
				if link {
					linked += len(strings.Join(strings.Fields(n.Data), " "))
				}
			}
			b.WriteString(n.Data)
		case n.DataAtom == atom.Br:
			b.WriteByte(' ')
			if breaks++; breaks > 1 {
				end()
			}
		case n.DataAtom == atom.Script, n.DataAtom == atom.Style, n.Type == html.CommentNode:
		default:
			if blocks[n.DataAtom] {
				end()
				heading = len(n.Data) == 2 && n.Data[0] == 'h' && n.DataAtom != atom.Hr
			}
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				walk(c, link || n.DataAtom == atom.A)
			}
			if blocks[n.DataAtom] {
				end()
			}
		}
	}
	walk(root, false)
	end()
	return all
}

// isResidue tells what sites put between the paragraphs of an article: teasers, captions, appeals to subscribe. They are short.
func isResidue(p string, linked int, heading bool) bool {
	words := len(strings.Fields(p))
	if words > 30 {
		return false
	}
	if linked*10 >= len(p)*9 && words <= 20 && !heading { // a link alone
		return true
	}
	lower := strings.ToLower(strings.TrimLeft(p, "→»>•|*-–— ▶►📷🔗[(“\""))
	for _, prefix := range residuePrefixes {
		if rest, ok := strings.CutPrefix(lower, prefix); ok && (rest == "" || !strings.ContainsAny(rest[:1], "abcdefghijklmnopqrstuvwxyz")) {
			return true
		}
	}
	for _, suffix := range residueSuffixes {
		if strings.HasSuffix(lower, suffix) {
			return true
		}
	}
	return strings.HasPrefix(lower, "the post ") && strings.Contains(lower, " appeared first on ") // WordPress
}

// A prefix ends where its word does. What an article's own sentence could begin with ends in a colon here.
var residuePrefixes = []string{
	"read more", "read also", "also read", "read next", "read:", "read the full", "see also", "related:", "related articles", "related stories", "related topics", "more on this", "more:", "more from", "more stories", "recommended:", "recommended stories",
	"advertisement", "sponsored content", "story continues below", "article continues", "continue reading", "sign up for", "sign up to", "subscribe to", "subscribe now", "subscribe here", "share this", "share on", "follow us", "follow us on",
	"click here", "tap here", "watch:", "listen:", "video:", "photo:", "photos:", "image:", "image credit", "photo credit", "image source", "file photo", "photo by", "credit:", "getty images", "copyright ©", "©", "all rights reserved",
	"tags:", "topics:", "filed under", "last updated", "published:", "updated:", "print this", "leave a comment", "comments are closed", "download the app", "download our app", "join our", "this article was originally published on", "editor's picks", "most read", "don't miss",
	"skip to", "back to top", "load more", "show more", "open image in gallery", "enable javascript",
}

var residueSuffixes = []string{"getty images)", "/getty images", "/afp)", "/ap)", "/reuters)", "[file: reuters]", "via ap)", "/epa)", "all rights reserved.", "all rights reserved", "min read", "minutes read", "minute read"}

// sameWords reports whether two texts differ in case, spaces and marks only.
func sameWords(a, b string) bool {
	fold := func(s string) string {
		return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
			return r < '0' || r > '9' && r < 'a' || r > 'z' && r < 0x80
		}), " ")
	}
	return b != "" && fold(a) == fold(b)
}
