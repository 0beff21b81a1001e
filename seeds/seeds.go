// Package seeds holds the facts that every new Parley begins with: the states of the world, and curated articles. It exports one fs.FS
// and nothing else.
package seeds

import "embed"

// FS holds the seed folders.
//
//go:embed world articles
var FS embed.FS
