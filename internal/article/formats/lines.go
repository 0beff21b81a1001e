package formats

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// usual are the names under which data sets keep what an article has, the surest first.
var usual = map[string][]string{
	"text":      {"text", "body", "content", "maintext", "article", "full_text", "article_text", "html"},
	"title":     {"title", "headline"},
	"url":       {"url", "link", "source_url"},
	"outlet":    {"outlet", "publisher", "source", "site", "site_name", "source_domain", "domain"},
	"published": {"published", "date", "published_at", "publish_date", "date_publish", "datePublished", "pubdate", "timestamp"},
	"language":  {"language", "lang"},
}

// ParseFields reads a field map: text=body,published=date. A dot leads into an object: outlet=source.name.
func ParseFields(s string) (map[string]string, error) {
	fields := map[string]string{}
	for pair := range strings.SplitSeq(s, ",") {
		if strings.TrimSpace(pair) == "" {
			continue
		}
		to, from, ok := strings.Cut(pair, "=")
		to, from = strings.TrimSpace(to), strings.TrimSpace(from)
		if _, known := usual[to]; !ok || !known || from == "" {
			return nil, diplomacy.Errorf(diplomacy.Invalid, "%q is no field of an article and what it is called; write %s=NAME, separated by commas", pair, strings.Join(slices.Sorted(maps.Keys(usual)), "=NAME or "))
		}
		fields[to] = from
	}
	return fields, nil
}

func (f *File) lines(o Options, yield func(Found) bool) error {
	for n := 1; ; n++ {
		line, long, err := readLine(f.r, mostPage)
		end := errors.Is(err, io.EOF)
		if err != nil && !end {
			return unreadable(err)
		}
		found := Found{Line: n}
		switch trimmed := bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff"))); {
		case long:
			found.Err = diplomacy.Errorf(diplomacy.Invalid, "the line has more than %d MiB, which no article has", mostPage>>20)
		case len(trimmed) == 0:
			if end {
				return nil
			}
			continue
		default:
			found.Article, found.Err = ofJSON(trimmed, o.Fields)
		}
		if !yield(found) || end {
			return nil
		}
	}
}

// readLine reads a line; of one that is longer than most it reads on, but keeps nothing.
func readLine(r *bufio.Reader, most int) (line []byte, long bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if len(line)+len(part) > most {
			long = true
			line = nil
		}
		if !long {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, long, err
		}
	}
}

func ofJSON(line []byte, fields map[string]string) (Article, error) {
	var object map[string]any
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	if err := d.Decode(&object); err != nil {
		return Article{}, diplomacy.Errorf(diplomacy.Invalid, "it is no JSON object on one line: %v", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Article{}, diplomacy.Errorf(diplomacy.Invalid, "something follows the JSON object on its line")
	}
	get := func(name string) string {
		if own := fields[name]; own != "" {
			return scalar(object, own)
		}
		for _, n := range usual[name] {
			if s := scalar(object, n); s != "" {
				return s
			}
		}
		return ""
	}
	a := Article{Text: get("text"), Title: clean(get("title")), URL: address(get("url")), Outlet: clean(get("outlet")), Language: tag(get("language"))}
	if a.Text == "" {
		return a, diplomacy.Errorf(diplomacy.Invalid, "it has no text under %s; say where it is with --fields text=NAME", strings.Join(names(fields, "text"), ", "))
	}
	if s := get("published"); s != "" {
		if a.Published, a.Day = date(s); a.Published == "" {
			return a, diplomacy.Errorf(diplomacy.Invalid, "its date %.40q cannot be read for certain; write it as 2025-11-08 or 2025-11-08T14:30Z", s)
		}
	}
	if looksLikeHTML(a.Text) {
		text, err := fragment(a.Text, a.Title)
		if err != nil {
			return a, err
		}
		a.Text = text
	}
	return a, check(a.Text)
}

func names(fields map[string]string, name string) []string {
	if own := fields[name]; own != "" {
		return []string{own}
	}
	return usual[name]
}

func scalar(object map[string]any, path string) string {
	v, ok := object[path]
	if !ok {
		first, rest, nested := strings.Cut(path, ".")
		inner, isObject := object[first].(map[string]any)
		if !nested || !isObject {
			return ""
		}
		return scalar(inner, rest)
	}
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case []any: // paragraphs
		var all []string
		for _, item := range v {
			s, ok := item.(string)
			if !ok {
				return ""
			}
			all = append(all, s)
		}
		return strings.Join(all, "\n\n")
	}
	return ""
}
