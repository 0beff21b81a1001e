package dates

import (
	"strings"
	"testing"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// found is what Find gives, as "words = EDTF" or "words = ?", one after the other.
func listed(s, published string) string {
	var out []string
	for _, e := range Find(s, published) {
		edtf := e.EDTF
		if edtf == "" {
			edtf = "?"
		} else if _, err := diplomacy.ParsePartialDate(edtf); err != nil {
			edtf = err.Error()
		}
		out = append(out, e.Text+" = "+edtf)
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ published, text, want string }{
		{"2025-11-08", "The talks collapsed early Saturday, the minister said on Friday night.", "early Saturday = 2025-11-08; on Friday night = 2025-11-07"},
		{"2025-11-08", "He will return on Monday.", "on Monday = 2025-11-10"},
		{"2025-11-08", "Earlier this month the road was open.", "Earlier this month = 2025-11"},
		{"2025-11-08", "He may march in the sun. On X he wrote that Theresa May said so.", ""},
	} {
		if got := listed(c.text, c.published); got != c.want {
			t.Errorf("%s, published %s:\n got %s\nwant %s", c.text, c.published, got, c.want)
		}
	}
}
