package query

import (
	"encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A mean is rounded as by hand, and a number of millionths loses no digit.
func TestMeansAreExact(t *testing.T) {
	text := func(r *big.Rat) string {
		s := strings.TrimSuffix(strings.TrimRight(r.FloatString(6), "0"), ".") // halves away from zero
		if s == "-0" {
			return "0"
		}
		return s
	}
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.Int64Range(1, 1<<40).Draw(t, "count")
		most := min(math.MaxInt64, 1<<31*count)
		if count > 1<<31 {
			most = math.MaxInt64
		}
		sum := rapid.Int64Range(-most, most).Draw(t, "sum")
		mean := new(big.Rat).Quo(big.NewRat(sum, 1), big.NewRat(count, 1))
		if got, want := string(appendMillionths(nil, quotient(sum, count, 1_000_000))), text(mean); got != want {
			t.Errorf("%d / %d is %s, not %s", sum, count, want, got)
		}
		millionths := new(big.Rat).Quo(mean, big.NewRat(1_000_000, 1))
		if got, want := string(appendMillionths(nil, quotient(sum, count, 1))), text(millionths); got != want {
			t.Errorf("%d millionths / %d are %s, not %s", sum, count, want, got)
		}
	})
	if got := string(appendMillionths(nil, math.MinInt64)); got != "-9223372036854.775808" {
		t.Errorf("the smallest is %s", got)
	}
	for sum, want := range map[int64]string{1: "0.000001", -1: "-0.000001", 5: "0.000003", -5: "-0.000003"} {
		if got := string(appendMillionths(nil, quotient(sum, 2, 1))); got != want {
			t.Errorf("half of %d millionths is %s, not %s", sum, got, want)
		}
	}
}

// What a text may hold is read back from JSON as it was, wherever in the text it stands.
func TestTextsAreEscaped(t *testing.T) {
	for c := range rune(0x100) {
		for at := range 20 {
			text := strings.Repeat("x", at) + string(c) + strings.Repeat("y", 19-at)
			written := appendText(nil, text)
			var read string
			if err := json.Unmarshal(written, &read); err != nil || read != text {
				t.Errorf("%q is written %s: %v", text, written, err)
			}
			if plain := c >= ' ' && c != '"' && c != '\\'; plain != (string(written) == `"`+text+`"`) {
				t.Errorf("%q is written %s", text, written)
			}
		}
	}
}
