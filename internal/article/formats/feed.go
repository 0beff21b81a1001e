package formats

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/mmcdole/gofeed"

	"github.com/parleygraph/parley/internal/diplomacy"
)

func (f *File) feed(yield func(Found) bool) error {
	b, err := f.all(mostPage)
	if err != nil {
		return err
	}
	feed, err := parseFeed(b)
	if err != nil {
		return diplomacy.Errorf(diplomacy.Invalid, "it is a broken feed: %v", err)
	}
	if len(feed.Items) == 0 {
		return diplomacy.Errorf(diplomacy.Invalid, "the feed has no items")
	}
	for i, item := range feed.Items {
		found := Found{Place: place("item", i+1, item.Title)}
		found.Article, found.Err = ofItem(item)
		found.Outlet, found.Language = clean(feed.Title), tag(feed.Language)
		if !yield(found) {
			return nil
		}
	}
	return nil
}

// parseFeed parses a feed. What the library does not survive is a broken feed.
func parseFeed(b []byte) (feed *gofeed.Feed, err error) {
	defer func() {
		if r := recover(); r != nil {
			feed, err = nil, fmt.Errorf("it cannot be read")
		}
	}()
	return gofeed.NewParser().Parse(bytes.NewReader(b))
}

func ofItem(item *gofeed.Item) (Article, error) {
	a := Article{Title: clean(item.Title), URL: address(item.Link)}
	for _, l := range item.Links {
		if a.URL == "" {
			a.URL = address(l)
		}
	}
	if a.URL == "" {
		a.URL = address(item.GUID)
	}
	a.Published, a.Day = date(item.Published)
	if a.Published == "" {
		a.Published, a.Day = date(item.Updated)
	}
	if a.Published != "" && (item.Published == "" || item.Published == item.Updated) { // the library takes one for the other
		a.Basis = "the feed's date of its last update"
	}
	content := item.Content
	if strings.TrimSpace(content) == "" {
		content, a.Partial = item.Description, true
	}
	text := strings.TrimSpace(content)
	if looksLikeHTML(content) || strings.ContainsAny(content, "<&") {
		var err error
		if text, err = fragment(content, a.Title); err != nil {
			return a, err
		}
	}
	a.Text = text
	if strings.TrimSpace(text) == "" {
		return a, diplomacy.Errorf(diplomacy.Invalid, "the item has neither a text nor a summary")
	}
	if end := strings.TrimRight(text, " ])"); strings.HasSuffix(end, "…") || strings.HasSuffix(end, "...") {
		a.Partial = true
	}
	return a, check(a.Text)
}
