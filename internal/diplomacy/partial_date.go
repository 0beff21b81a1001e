package diplomacy

import (
	"fmt"
	"strings"
	"time"
)

// PartialDate is a date no more precise than its source, in a subset of EDTF (ISO 8601-2:2019):
//
//	2025                   a year
//	2025-11                a month
//	2025-11-08             a day
//	2025-11-08T14:30Z      a minute or a second, with Z or an offset such as +05:00
//	2025-11-06/2025-11-08  an interval of the above; .. stands for an open end
//
// Each may be followed by ~ (approximate), ? (uncertain) or % (both). The mark does not widen the interval: how far
// "approximately" reaches is not said by the source either.
type PartialDate struct {
	// Text is the canonical EDTF form.
	Text string
	// From and To are the first and the last second covered, in UTC, as 2006-01-02T15:04:05Z: fixed width, so that they compare as text.
	// Days without an offset are taken as days in UTC.
	From, To string
}

const instant = "2006-01-02T15:04:05Z"

// The ends of time: what an open end of an interval compares as.
const (
	earliest = "0000-01-01T00:00:00Z"
	latest   = "9999-12-31T23:59:59Z"
)

// ParsePartialDate reads an EDTF expression. Its errors say what is wrong and what would be right.
func ParsePartialDate(s string) (PartialDate, error) {
	bad := func(why string) (PartialDate, error) {
		return PartialDate{}, Errorf(Invalid, "%.40q is not a date: %s; write 2025, 2025-11, 2025-11-08, 2025-11-08T14:30Z or an interval 2025-11-06/2025-11-08, with ~, ? or %% after it when it is approximate or uncertain", s, why)
	}
	start, end, interval := strings.Cut(s, "/")
	if !interval {
		p, err := parsePoint(s)
		if err != nil {
			return bad(err.Error())
		}
		return p, nil
	}
	if start == ".." && end == ".." {
		return bad("an interval open at both ends says nothing")
	}
	from, to := PartialDate{Text: "..", From: earliest}, PartialDate{Text: "..", To: latest}
	var err error
	if start != ".." {
		if from, err = parsePoint(start); err != nil {
			return bad(err.Error())
		}
	}
	if end != ".." {
		if to, err = parsePoint(end); err != nil {
			return bad(err.Error())
		}
	}
	if from.From > to.To {
		return bad("it ends before it begins")
	}
	return PartialDate{Text: from.Text + "/" + to.Text, From: from.From, To: to.To}, nil
}

// parsePoint reads an expression that is no interval.
func parsePoint(s string) (PartialDate, error) {
	body := strings.TrimRight(s, "~?%")
	mark := s[len(body):]
	if len(mark) > 1 {
		return PartialDate{}, fmt.Errorf("it has more than one mark (%% stands for ~ and ? together)")
	}
	var from, to time.Time
	var err error
	switch {
	case len(body) == len("2006"):
		from, err = time.Parse("2006", body)
		to = from.AddDate(1, 0, 0)
	case len(body) == len("2006-01"):
		from, err = time.Parse("2006-01", body)
		to = from.AddDate(0, 1, 0)
	case len(body) == len("2006-01-02"):
		from, err = time.Parse("2006-01-02", body)
		to = from.AddDate(0, 0, 1)
	case body != "" && body[0] >= '0' && body[0] <= '9' && strings.Contains(body, "T"):
		if _, clock, _ := strings.Cut(body, "T"); strings.IndexByte(clock, ':') != len("15") {
			return PartialDate{}, fmt.Errorf("a time of day needs hours, minutes and Z or an offset")
		}
		// Fractions of a second are nowhere in this subject, and a text without an offset does not fix a moment.
		if from, err = time.Parse("2006-01-02T15:04Z07:00", body); err == nil {
			to = from.Add(time.Minute)
			body = from.UTC().Format("2006-01-02T15:04Z")
		} else if from, err = time.Parse("2006-01-02T15:04:05Z07:00", body); err == nil && !strings.ContainsAny(body, ".,") {
			to = from.Add(time.Second)
			body = from.UTC().Format(instant)
		} else {
			return PartialDate{}, fmt.Errorf("a time of day needs hours, minutes and Z or an offset")
		}
	default:
		return PartialDate{}, fmt.Errorf("it is neither a year, a month, a day nor a moment")
	}
	if err != nil {
		return PartialDate{}, fmt.Errorf("there is no such year, month or day")
	}
	from, to = from.UTC(), to.UTC().Add(-time.Second)
	if from.Year() < 0 || to.Year() > 9999 {
		return PartialDate{}, fmt.Errorf("it lies outside the years 0000 to 9999")
	}
	return PartialDate{Text: body + mark, From: from.Format(instant), To: to.Format(instant)}, nil
}
