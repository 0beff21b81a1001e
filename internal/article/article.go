// Package article reads articles: what stands around the text, the text itself, and where its sentences are. It imports the standard
// library and diplomacy only. Start with Split.
package article

import (
	"bytes"
	"unicode/utf8"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// Parts are a file taken apart.
type Parts struct {
	FrontMatter     []byte // YAML; nil when there is none
	FrontMatterLine int    // the line of the file on which FrontMatter begins, from 1
	Text            string // the article's text, byte for byte as it stands in the file
	TextLine        int    // the line of the file on which Text begins, from 1
}

// Split takes a file apart: an optional front matter between two lines of three hyphens, then the text. The text is never changed: evidence
// points into it by byte.
func Split(file []byte) (Parts, error) {
	if i := invalidUTF8(file); i >= 0 {
		return Parts{}, diplomacy.Errorf(diplomacy.Invalid, "byte %d is not UTF-8; convert the file to UTF-8 first", i)
	}
	if i := bytes.IndexByte(file, 0); i >= 0 {
		return Parts{}, diplomacy.Errorf(diplomacy.Invalid, "byte %d is a NUL, which no text has", i)
	}
	file = bytes.TrimPrefix(file, []byte("\ufeff"))
	first, rest, ok := bytes.Cut(file, []byte("\n"))
	if !ok || string(bytes.TrimRight(first, "\r")) != "---" {
		return Parts{Text: string(file), TextLine: 1}, nil
	}
	at, line := 0, 2
	for at < len(rest) {
		end := bytes.IndexByte(rest[at:], '\n')
		if end < 0 {
			end = len(rest) - at - 1
		}
		if string(bytes.TrimRight(rest[at:at+end+1], "\r\n")) == "---" {
			return Parts{FrontMatter: rest[:at], FrontMatterLine: 2, Text: string(rest[at+end+1:]), TextLine: line + 1}, nil
		}
		at += end + 1
		line++
	}
	return Parts{}, diplomacy.Errorf(diplomacy.Invalid, "the front matter that begins on line 1 has no end; write a line of three hyphens after it")
}

func invalidUTF8(b []byte) int {
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}
