// Package dashboard is the page at "/": for people who would rather look than query. It asks the public GraphQL API and nothing else. The source is in
// web/ (TypeScript and Svelte; start at web/src/App.svelte), and what build.sh makes of it is in dist/, which is committed, so that Go alone builds
// Parley.
//
// It imports the standard library only.
package dashboard

import (
	"embed"
	"io/fs"
)

//go:embed dist
var dist embed.FS

// FS has index.html, and below dashboard/ what it loads: files with the hash of their content in their name.
func FS() fs.FS {
	sub, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // the name is a constant
	}
	return sub
}
