package dashboard

import (
	"compress/gzip"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"
)

// budget is what a first visit may load, in bytes as sent with gzip.
const budget = 250_000

func TestBudget(t *testing.T) {
	size := new(counter)
	err := fs.WalkDir(FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		f, err := FS().Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		z, err := gzip.NewWriterLevel(size, gzip.BestCompression)
		if err != nil {
			return err
		}
		if _, err := io.Copy(z, f); err != nil {
			return err
		}
		return z.Close()
	})
	if err != nil {
		t.Fatal(err)
	}
	if *size == 0 || *size > budget {
		t.Errorf("dist/ is %d bytes gzipped, want at most %d", *size, budget)
	}
	t.Logf("%d bytes gzipped", *size)
}

type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}

// A browser keeps what is below dashboard/ for ever, so that each name must change with its content; and nothing is there that the page does not load.
func TestNamesHaveTheirHash(t *testing.T) {
	page, err := fs.ReadFile(FS(), "index.html")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := fs.ReadDir(FS(), "dashboard")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !regexp.MustCompile(`^\w+-[\w-]{8}\.(js|css|svg)$`).MatchString(entry.Name()) {
			t.Errorf("dashboard/%s has no hash in its name", entry.Name())
		}
		if !strings.Contains(string(page), `"`+path.Join("/dashboard", entry.Name())+`"`) {
			t.Errorf("index.html does not load dashboard/%s", entry.Name())
		}
	}
}
