package formats

import (
	"strconv"
	"strings"
	"time"
)

// layouts are those in which pages, feeds and data sets write a date. Those with words of a month are unambiguous; 03/04/2025 is not, and is
// not read.
var layouts = []struct {
	layout string
	day    bool // it says a day, or a time of day in an unknown place
}{
	{time.RFC3339, false}, {"2006-01-02T15:04:05.999999999Z0700", false}, {"2006-01-02T15:04Z07:00", false}, {"2006-01-02T15:04Z0700", false},
	{"2006-01-02 15:04:05Z07:00", false}, {"2006-01-02 15:04:05 Z07:00", false}, {"2006-01-02 15:04:05 -0700", false}, {"2006-01-02 15:04:05 -0700 MST", false}, {"2006-01-02 15:04:05 MST", false},
	{time.RFC1123Z, false}, {time.RFC1123, false}, {"Mon, 2 Jan 2006 15:04:05 -0700", false}, {"Mon, 2 Jan 2006 15:04:05 MST", false}, {"Mon, 2 Jan 2006 15:04 -0700", false}, {"Mon, 2 Jan 2006 15:04 MST", false},
	{"2 Jan 2006 15:04:05 -0700", false}, {"2 Jan 2006 15:04:05 MST", false},
	{"2006-01-02T15:04:05.999999999", true}, {"2006-01-02T15:04", true}, {"2006-01-02 15:04:05.999999999", true}, {"2006-01-02 15:04", true}, {"2006-01-02", true}, {"20060102", true}, {"2006/01/02", true},
	{"January 2, 2006", true}, {"Jan 2, 2006", true}, {"2 January 2006", true}, {"2 Jan 2006", true}, {"Monday, January 2, 2006", true}, {"Mon, 2 Jan 2006", true}, {"Monday, 2 January 2006", true},
}

// zones are those whose abbreviation means one offset in the feeds that use it.
var zones = map[string]string{"UTC": "+0000", "GMT": "+0000", "UT": "+0000", "Z": "+0000", "EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500", "MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700"}

// date reads a date: as EDTF, and as the day on the calendar of whoever wrote it. Both are "" where it cannot be read for certain.
func date(s string) (edtf, day string) {
	s = strings.Join(strings.Fields(s), " ")
	if i := strings.LastIndexByte(s, ' '); i > 0 && zones[s[i+1:]] != "" {
		s = s[:i+1] + zones[s[i+1:]]
	}
	for _, l := range layouts {
		t, err := time.Parse(l.layout, s)
		if err != nil {
			continue
		}
		if name, offset := t.Zone(); !l.day && name != "UTC" && name != "" && offset == 0 {
			break // an abbreviation that Go does not know is taken for UTC
		}
		if t.Year() < 1000 || t.Year() > 9998 {
			break
		}
		if l.day {
			return t.Format("2006-01-02"), t.Format("2006-01-02")
		}
		return t.UTC().Format("2006-01-02T15:04Z"), t.Format("2006-01-02")
	}
	if len(s) == len("2006-01") && s[4] == '-' || len(s) == len("2006") {
		if _, err := strconv.Atoi(s[:4]); err == nil {
			layout := "2006-01"[:len(s)]
			if _, err := time.Parse(layout, s); err == nil {
				return s, ""
			}
		}
	}
	// Seconds, or milliseconds, since 1970: of the years 1990 to 2100, so that no other number is taken for one.
	if n, err := strconv.ParseInt(strings.TrimSuffix(s, ".0"), 10, 64); err == nil {
		if n > 4102444800 {
			n /= 1000
		}
		if n >= 631152000 && n <= 4102444800 {
			t := time.Unix(n, 0).UTC()
			return t.Format("2006-01-02T15:04Z"), t.Format("2006-01-02")
		}
	}
	return "", ""
}
