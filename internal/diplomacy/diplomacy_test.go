package diplomacy_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// Each date with the first and the last second that it covers.
func TestPartialDate(t *testing.T) {
	for _, c := range []struct{ text, canonical, from, to string }{
		// A year, a month, a day.
		{"2025", "2025", "2025-01-01T00:00:00Z", "2025-12-31T23:59:59Z"},
		{"2025-11", "2025-11", "2025-11-01T00:00:00Z", "2025-11-30T23:59:59Z"},
		{"2025-12", "2025-12", "2025-12-01T00:00:00Z", "2025-12-31T23:59:59Z"},
		{"2025-11-08", "2025-11-08", "2025-11-08T00:00:00Z", "2025-11-08T23:59:59Z"},
		{"2025-12-31", "2025-12-31", "2025-12-31T00:00:00Z", "2025-12-31T23:59:59Z"},
		// Leap years.
		{"2024-02", "2024-02", "2024-02-01T00:00:00Z", "2024-02-29T23:59:59Z"},
		{"2025-02", "2025-02", "2025-02-01T00:00:00Z", "2025-02-28T23:59:59Z"},
		{"1900-02", "1900-02", "1900-02-01T00:00:00Z", "1900-02-28T23:59:59Z"},
		{"2000-02-29", "2000-02-29", "2000-02-29T00:00:00Z", "2000-02-29T23:59:59Z"},
		// The ends of time.
		{"0000", "0000", "0000-01-01T00:00:00Z", "0000-12-31T23:59:59Z"},
		{"0001-01-01", "0001-01-01", "0001-01-01T00:00:00Z", "0001-01-01T23:59:59Z"},
		{"9999", "9999", "9999-01-01T00:00:00Z", "9999-12-31T23:59:59Z"},
		{"9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"},
		// A minute, a second; what has an offset is brought to Z.
		{"2025-11-08T14:30Z", "2025-11-08T14:30Z", "2025-11-08T14:30:00Z", "2025-11-08T14:30:59Z"},
		{"2025-11-08T14:30:15Z", "2025-11-08T14:30:15Z", "2025-11-08T14:30:15Z", "2025-11-08T14:30:15Z"},
		{"2025-11-08T00:00Z", "2025-11-08T00:00Z", "2025-11-08T00:00:00Z", "2025-11-08T00:00:59Z"},
		{"2025-11-08T14:30+05:00", "2025-11-08T09:30Z", "2025-11-08T09:30:00Z", "2025-11-08T09:30:59Z"},
		{"2025-11-08T02:30+04:30", "2025-11-07T22:00Z", "2025-11-07T22:00:00Z", "2025-11-07T22:00:59Z"},
		{"2025-12-31T23:30:01-01:00", "2026-01-01T00:30:01Z", "2026-01-01T00:30:01Z", "2026-01-01T00:30:01Z"},
		{"2025-11-08T14:30+00:00", "2025-11-08T14:30Z", "2025-11-08T14:30:00Z", "2025-11-08T14:30:59Z"},
		// Approximate, uncertain, both: the mark stays, and does not widen what is covered.
		{"2025~", "2025~", "2025-01-01T00:00:00Z", "2025-12-31T23:59:59Z"},
		{"2025-11?", "2025-11?", "2025-11-01T00:00:00Z", "2025-11-30T23:59:59Z"},
		{"2025-11-15%", "2025-11-15%", "2025-11-15T00:00:00Z", "2025-11-15T23:59:59Z"},
		{"2025-11-08T14:30+05:00~", "2025-11-08T09:30Z~", "2025-11-08T09:30:00Z", "2025-11-08T09:30:59Z"},
		// Intervals, each end as precise as it is.
		{"2025-11-06/2025-11-08", "2025-11-06/2025-11-08", "2025-11-06T00:00:00Z", "2025-11-08T23:59:59Z"},
		{"2025-11/2026", "2025-11/2026", "2025-11-01T00:00:00Z", "2026-12-31T23:59:59Z"},
		{"2025/2025", "2025/2025", "2025-01-01T00:00:00Z", "2025-12-31T23:59:59Z"},
		{"2025-06/2025", "2025-06/2025", "2025-06-01T00:00:00Z", "2025-12-31T23:59:59Z"},
		{"2025~/2026?", "2025~/2026?", "2025-01-01T00:00:00Z", "2026-12-31T23:59:59Z"},
		{"2025-11-06/..", "2025-11-06/..", "2025-11-06T00:00:00Z", "9999-12-31T23:59:59Z"},
		{"../2025-11", "../2025-11", "0000-01-01T00:00:00Z", "2025-11-30T23:59:59Z"},
		{"2025-11-08T10:00+05:00/2025-11-08T10:00+04:00", "2025-11-08T05:00Z/2025-11-08T06:00Z", "2025-11-08T05:00:00Z", "2025-11-08T06:00:59Z"},
	} {
		got, err := diplomacy.ParsePartialDate(c.text)
		if want := (diplomacy.PartialDate{Text: c.canonical, From: c.from, To: c.to}); err != nil || got != want {
			t.Errorf("%s: got %+v, %v; want %+v", c.text, got, err, want)
		}
		if again, err := diplomacy.ParsePartialDate(got.Text); err != nil || again != got {
			t.Errorf("%s: read again it is %+v, %v", got.Text, again, err)
		}
	}
}

// What is no date, and why.
func TestPartialDateRefuses(t *testing.T) {
	const (
		form   = "it is neither a year, a month, a day nor a moment"
		none   = "there is no such year, month or day"
		time   = "a time of day needs hours, minutes and Z or an offset"
		marks  = "it has more than one mark (% stands for ~ and ? together)"
		beyond = "it lies outside the years 0000 to 9999"
	)
	for text, why := range map[string]string{
		"":                          form,
		"~":                         form,
		"..":                        form,
		"soon":                      none,
		"last Thursday":             form,
		"Thursday":                  form,
		"8 November 2025":           form,
		"08.11.2025":                none,
		"20251108":                  form,
		"2025-11-8":                 form,
		"2025-1":                    form,
		"25":                        form,
		"02025":                     form,
		"12025-01-01":               form,
		"-2025":                     form,
		"-001":                      none,
		"+025":                      none,
		" 2025":                     form,
		"2025 ":                     form,
		"2025\n":                    form,
		"２０２５":                      form,
		"2025-W45":                  form,
		"2025-312":                  form,
		"202X":                      none,
		"2025-XX":                   none,
		"Y20250":                    form,
		"2025-00":                   none,
		"2025-13":                   none,
		"2025-21":                   none, // EDTF's spring
		"2025-11-00":                none,
		"2025-11-31":                none,
		"2025-02-29":                none,
		"1900-02-29":                none,
		"2025/11":                   form,
		"2025-11/08":                form,
		"2025~?":                    marks,
		"2025%%":                    marks,
		"~2025":                     form,
		"2025~-11":                  form,
		"2025-11-08T14":             time,
		"2025-11-08T14:30":          time,
		"2025-11-08T14:30:15":       time,
		"2025-11-08T14:30:60Z":      time,
		"2025-11-08T24:00Z":         time,
		"2025-11-08T14:60Z":         time,
		"2025-11-08T4:30Z":          time,
		"2025-11-08T4:30:15Z":       time,
		"2025-11-08T14:30:15.5Z":    time,
		"2025-11-08T14:30:15,5Z":    time,
		"2025-11-08T14:30+0500":     time,
		"2025-11-08T14:30+05":       time,
		"2025-11-08T14:30+5:00":     time,
		"2025-11-08T14:30z":         time,
		"2025-11-08t14:30Z":         form,
		"2025-11-08 14:30Z":         form,
		"2025-02-29T14:30Z":         time,
		"0000-01-01T00:00+01:00":    beyond,
		"9999-12-31T23:59-01:00":    beyond,
		"9999-12-31T23:59:59-00:01": beyond,
		"/":                         form,
		"2025/":                     form,
		"/2025":                     form,
		"2025//2026":                form,
		"2025/2026/2027":            form,
		"2025/...":                  form,
		"../..":                     "an interval open at both ends says nothing",
		"2026/2025":                 "it ends before it begins",
		"2025-11-09/2025-11-08":     "it ends before it begins",
		"2025-11-08T10:00+04:00/2025-11-08T10:00+05:00": "it ends before it begins",
		"2025/2025-13":                    none,
		"2025-11-08T14:30Z/2025-11-08T15": time,
	} {
		got, err := diplomacy.ParsePartialDate(text)
		e := (*diplomacy.Error)(nil)
		if !errors.As(err, &e) || e.Code != diplomacy.Invalid || !strings.Contains(e.Message, ": "+why+"; write 2025, ") {
			t.Errorf("%q: got %+v, %v; want: %s", text, got, err, why)
		}
	}
	// A message stays short, and a text with a line break stays on its line.
	_, err := diplomacy.ParsePartialDate(strings.Repeat("é\n", 1000))
	if err == nil || len(err.Error()) > 400 || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
}

// Dates compare by the text of their ends.
func TestPartialDateOrder(t *testing.T) {
	parse := func(s string) diplomacy.PartialDate {
		d, err := diplomacy.ParsePartialDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range [][2]string{ // the first is over before the second begins
		{"2024", "2025"},
		{"2025-10", "2025-11"},
		{"2025-11-07~", "2025-11-08?"},
		{"2025-11-08T14:29Z", "2025-11-08T14:30Z"},
		{"2025-11-08T14:30+05:00", "2025-11-08T14:30Z"},
		{"../2024", "2025/.."},
		{"0999", "1000"},
	} {
		if before, after := parse(c[0]), parse(c[1]); before.To >= after.From {
			t.Errorf("%+v is not before %+v", before, after)
		}
	}
}

func FuzzPartialDate(f *testing.F) {
	for _, text := range []string{"2025", "2025-11~", "2025-11-08?", "2025-11-08T14:30+05:00", "2025-11-08T14:30:15Z%", "2025/2026-02", "../2025", "2025/..", "0000", "9999", "2025-11-08T4:30Z"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := diplomacy.ParsePartialDate(text)
		if err != nil {
			if diplomacy.CodeOf(err) != diplomacy.Invalid || d != (diplomacy.PartialDate{}) {
				t.Errorf("%q: %+v, %v", text, d, err)
			}
			return
		}
		if again, err := diplomacy.ParsePartialDate(d.Text); err != nil || again != d {
			t.Errorf("%q is %+v, and %q is %+v, %v", text, d, d.Text, again, err)
		}
		const shape = "2006-01-02T15:04:05Z"
		if len(d.From) != len(shape) || len(d.To) != len(shape) || d.From > d.To {
			t.Errorf("%q covers %s to %s", text, d.From, d.To)
		}
		// Only an offset is written otherwise.
		if d.Text != text && !strings.Contains(text, "T") {
			t.Errorf("%q is written as %q", text, d.Text)
		}
	})
}

func TestCheckScalar(t *testing.T) {
	for text, good := range map[string]bool{
		"01": true, "010": true, "0100": true, "039": true, "1011": true, "20": true, "2042": true, "19": true, "203": true,
		"": false, "0": false, "1": false, "00": false, "001": false, "21": false, "210": false, "99": false, "01000": false,
		"1x": false, " 10": false, "10 ": false, "10\n": false, "-10": false, "1.0": false, "０１": false, "0x1": false,
	} {
		err := diplomacy.CheckScalar("CAMEO", text)
		if (err == nil) != good {
			t.Errorf("CAMEO %q: %v", text, err)
		}
		if err != nil && diplomacy.CodeOf(err) != diplomacy.Invalid {
			t.Errorf("CAMEO %q: the error is %s", text, diplomacy.CodeOf(err))
		}
		for _, other := range []string{"String", "", "SomethingNew"} { // any text
			if err := diplomacy.CheckScalar(other, text); err != nil {
				t.Errorf("%s %q: %v", other, text, err)
			}
		}
	}
}

// Ids are for ever: they stand in dumps and in other people's notes.
func TestID(t *testing.T) {
	for _, c := range []struct{ noun, key, id string }{
		{"State", "PAK", "3f010100-a6ea-5b83-88f4-821a60102ebb"},
		{"Statement", "pak", "606373c5-5874-5ac2-9c93-f18ea339a7d1"},
		{"Place", "PAK", "08731751-da4c-5805-b53f-51b40a38c9bc"},
		{"Issue", "", "38bfa903-f6bc-5877-930c-3bce4816d83c"},
		{"Issue", "Café — 和平", "3cd944c6-ac85-5f07-97c3-e1de7da4b579"},
	} {
		if got := diplomacy.ID(c.noun, c.key); got != c.id {
			t.Errorf("%s:%s is %s, want %s", c.noun, c.key, got, c.id)
		}
	}
	if diplomacy.ID("Sta", "tePAK") == diplomacy.ID("State", "PAK") {
		t.Error("noun and key run into each other")
	}
}

func TestError(t *testing.T) {
	cause := errors.New("connection refused")
	plain := diplomacy.Errorf(diplomacy.NotFound, "no %s", "State")
	wrapped := diplomacy.Wrap(diplomacy.Unavailable, cause, "the database %s", "is away")
	for _, c := range []struct {
		err  error
		code diplomacy.Code
		text string
	}{
		{plain, "not_found", "no State"},
		{wrapped, "unavailable", "the database is away: connection refused"},
		{fmt.Errorf("reading: %w", wrapped), "unavailable", "reading: the database is away: connection refused"},
		{diplomacy.Wrap(diplomacy.Conflict, wrapped, "again"), "conflict", "again: the database is away: connection refused"},
		{cause, "internal", "connection refused"},
	} {
		if got := diplomacy.CodeOf(c.err); got != c.code || c.err.Error() != c.text {
			t.Errorf("got %s %q, want %s %q", got, c.err, c.code, c.text)
		}
	}
	if diplomacy.CodeOf(nil) != "" {
		t.Error("nil has a code")
	}
	if !errors.Is(wrapped, cause) {
		t.Error("the cause is lost")
	}
}
