package gold

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/parleygraph/parley/internal/coder/dates"
	"github.com/parleygraph/parley/internal/diplomacy"
)

// The cases of Recognizers-Text are sentences of people who talk to an assistant, each with the expressions of time in it and what they mean
// against a reference date. Two things are measured on them: what an article could say (in scope), and all dates and ranges of dates.

// outOfScope says which expressions no article is read for. It looks at the words that the set marks, never at what the coder makes of them.
var outOfScope = []struct {
	why   string
	words *regexp.Regexp
}{
	{"month and day in digits, without a year of four digits or with an order that only a country's habit decides", regexp.MustCompile(`(?i)(?:^|[^-/.\d])(?:(?:0?\d|1[0-2])[-/.](?:0?\d|1[0-2])(?:[-/.,] ?\d{4})?|\d\d?[-/.]\d\d?(?:[-/.,] ?\d\d)?)(?:[^-/.\d]|\.?$|-\d)|\d[-/]\w+[-/]\d\d$`)},
	{"year and month in digits alone", regexp.MustCompile(`(?i)\b\d{4} *[-/.] *\d{1,2}$|^\d{1,2} *[-/.] *\d{4}$`)},
	{"a day without a month", regexp.MustCompile(`(?i)^(?:the |on )*(?:(?:twenty|thirty)[ -])?(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third|fourth|fifth|thirty|fifteen|(?:mon|tue|wed|thu|fri|sat|sun) \d\d?th)$|\d+(?:st|nd|rd|th)? (?:day )?of (?:this|next|the) month|week of the \d+th|^(?:second|first|third|fifth) (?:sunday|tuesday)$`)},
	{"a year in words, or of two digits", regexp.MustCompile(`(?i)thousand|hundred|nineteen|twenty-tens|noughties|\b\D+ (?:of )?\d\d$.*(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?:of )?[3-9]\d$)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?:of )?(?:3[2-9]|[4-9]\d)$|first 12$`)},
	{"a week by its number; years of schools, companies and calendars", regexp.MustCompile(`(?i)\bweek \d|\bw\d|fiscal|school|\b[fsc]y ?\d|calendar|\beo[ymw]\b|year to date|\bto date\b|business day|working week|\bw/c\b|\bytd\b`)},
	{"a feast", regexp.MustCompile(`(?i)easter|christmas|thanksgiving|halloween|new year|valentine|independence|labou?r day|(?:mother|father|president|martin|memorial|veteran|columbus|earth|fool|saint|st\.|bastille|black|cyber|good|juneteenth|ramadan|eve\b|holiday)`)},
	{"what the speaker owns or points at", regexp.MustCompile(`(?i)^(?:my|the|this|next|last|past|the next|the last) day$|^my |of my |^same |^that |^the day after$|^the (?:week|month|year)$|^rest `)},
	{"how long, from when", regexp.MustCompile(`(?i)^(?:for )?(?:\d+|an?|the next \d+) (?:days?|weeks?),? (?:starting|from)\b|^for \d|\bmore than\b|\bless than\b|\band half\b|(?:years?|months?|weeks?),? (?:and )?\d+ (?:months?|years?|days|weeks)|\bdays? (?:and|,)`)},
	{"a number that is not said", regexp.MustCompile(`(?i)\bfew\b|\bseveral\b|\bcouple\b`)},
	{"written as in chat", regexp.MustCompile(`(?i)tmrw|tmr\b|[a-z]\d{1,2}(?:st|nd|rd|th)?\b(?:$|[ ,])|\d(?:year|month|week|day)|\b(?:mon|tue|wed|thu|thur|fri|sat|sun)$`)},
	{"the condition of a query", regexp.MustCompile(`(?i)[<>=]|\b(?:and|or) (?:later|greater|after|before|earlier|above|larger|bigger)\b|equal|\d{8}`)},
}

// exempt says why an expression is out of scope; "": it is in.
func exempt(words string) string {
	for _, x := range outOfScope {
		if x.words.MatchString(words) {
			return x.why
		}
	}
	return ""
}

// wantedDate is an expression as the set marks it.
type wantedDate struct {
	start, end int // in bytes of the case's text
	words      string
	readings   []dateReading // any of them is right: the set gives a past and a future reading where both are possible
	exempt     string
}

// dateReading is an interval of days; "" is an open end. The set gives the day after the end, or the first day of what it ends with.
type dateReading struct {
	timex    string
	from, to string
}

// dateCase is one sentence.
type dateCase struct {
	text, reference string
	whole           bool // all expressions of the sentence are marked: in the files of the parsers, those of the parser only
	wanted          []wantedDate
	other           []wantedDate // times of day, durations, sets: no dates, and no errors
}

// isRecognizers recognises a file of cases.
func isRecognizers(file string, head []byte) bool {
	return strings.HasSuffix(file, ".json") && bytes.Contains(head, []byte(`"ReferenceDateTime"`)) && bytes.Contains(head, []byte(`"Input"`))
}

type rawCase struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []rawResult
}

// rawResult has the fields of the model (TypeName, Resolution), or those of a parser (Type, Value).
type rawResult struct {
	Text, Type, TypeName string
	Start                int
	Resolution           struct {
		Values []struct{ Timex, Value, Start, End string }
	}
	Value *struct {
		Timex                            string
		FutureResolution, PastResolution struct{ Date, StartDate, EndDate string }
	}
}

// readRecognizers reads the cases of one of its files: those of the model of dates and times, or those of one of its parsers.
func readRecognizers(text []byte) ([]dateCase, error) {
	var raw []rawCase
	if err := json.Unmarshal(bytes.TrimPrefix(text, []byte("\ufeff")), &raw); err != nil {
		return nil, err
	}
	whole := !slices.ContainsFunc(raw, func(r rawCase) bool {
		return slices.ContainsFunc(r.Results, func(x rawResult) bool { return x.Type != "" })
	})
	var cases []dateCase
	for _, r := range raw {
		c := dateCase{text: r.Input, whole: whole}
		c.reference, _, _ = strings.Cut(r.Context.ReferenceDateTime, "T")
		for _, result := range r.Results {
			w := wantedDate{words: result.Text, exempt: exempt(result.Text)}
			w.start = byteOffset(r.Input, result.Start)
			w.end = byteOffset(r.Input, result.Start+len(utf16.Encode([]rune(result.Text))))
			kind := strings.TrimPrefix(result.TypeName, "datetimeV2.") + result.Type
			if kind != "date" && kind != "daterange" {
				c.other = append(c.other, w)
				continue
			}
			for _, v := range result.Resolution.Values {
				w.add(v.Timex, v.Value, v.Start, v.End)
			}
			if v := result.Value; v != nil {
				w.add(v.Timex, v.FutureResolution.Date, v.FutureResolution.StartDate, v.FutureResolution.EndDate)
				w.add(v.Timex, v.PastResolution.Date, v.PastResolution.StartDate, v.PastResolution.EndDate)
			}
			if len(w.readings) == 0 && w.exempt == "" {
				w.exempt = "no such day"
			}
			c.wanted = append(c.wanted, w)
		}
		cases = append(cases, c)
	}
	return cases, nil
}

// byteOffset turns an offset in UTF-16 into one in bytes.
func byteOffset(s string, units int) int {
	for i, r := range s {
		if units <= 0 {
			return i
		}
		units -= len(utf16.Encode([]rune{r}))
	}
	return len(s)
}

func (w *wantedDate) add(timex, day, start, end string) {
	r := dateReading{timex: timex, from: start, to: end}
	if day != "" {
		r.from, r.to = day, day
	}
	for _, s := range []string{r.from, r.to} {
		if _, err := time.Parse(time.DateOnly, s); s != "" && err != nil || s < "0002" && s != "" {
			return
		}
	}
	if r.from+r.to != "" || seasonOf(timex) != "" {
		w.readings = append(w.readings, r)
	}
}

// after begins what the set dates with the day itself, though it begins with the next.
var after = regexp.MustCompile(`(?i)^after `)

// counted are the units in which an expression counts: "two weeks ago" names a week, not the day that the set computes.
var counted = regexp.MustCompile(`(?i)\b(weeks?|fortnight|months?|years?|decades?)\b`)

// meets says whether what was given, an EDTF date, means the same as the set's reading. It does when its days are the same, where an end may be
// written as the day after it or as the first day of the last unit named, and an open beginning may be the reference date. Where the words are
// less precise than the days that the set computes from them ("two weeks ago", "early next year", "the past two years"), the unit that
// they name is right.
func (r dateReading) meets(given, reference, words string) bool {
	if given == "" {
		return false
	}
	date, err := diplomacy.ParsePartialDate(given)
	if err != nil {
		return false
	}
	if given == r.whole() {
		return true
	}
	open := func(s string) bool { return strings.HasPrefix(s, "0000") || strings.HasPrefix(s, "9999") }
	from, to := date.From[:len(time.DateOnly)], date.To[:len(time.DateOnly)]
	first, last, interval := strings.Cut(given, "/")
	if !interval {
		last = first
	}
	unit := counted.MatchString(words)
	switch {
	case r.from == "":
		if !open(from) && from != reference {
			return false
		}
	case from == r.from, r.to == "" && from == next(r.from) && after.MatchString(words):
	case unit && from <= r.from && len(first) < len(time.DateOnly) && strings.HasPrefix(r.from, first):
	case unit && !interval && strings.HasPrefix(r.from, first):
	case unit && r.from == r.to && interval && from <= r.from && r.to <= to && days(from, to) == 6:
		return true
	default:
		return false
	}
	switch {
	case r.to == "":
		return open(to)
	case to == r.to, next(to) == r.to:
		return true
	case len(last) < len(time.DateOnly) && strings.HasPrefix(r.to, last) && strings.TrimPrefix(r.to, last) == "-01-01"[3*((len(last)-4)/3):]:
		return true
	case unit && len(last) < len(time.DateOnly) && strings.HasPrefix(r.to, last):
		return true
	}
	return false
}

func next(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, 1).Format(time.DateOnly)
}

func days(from, to string) int {
	a, errA := time.Parse(time.DateOnly, from)
	b, errB := time.Parse(time.DateOnly, to)
	if errA != nil || errB != nil {
		return -1
	}
	return int(b.Sub(a).Hours() / 24)
}

// seasonOf gives the months of 2016-SU.
func seasonOf(timex string) string {
	year, season, _ := strings.Cut(timex, "-")
	if len(year) != 4 {
		return ""
	}
	switch season {
	case "SP":
		return year + "-03/" + year + "-05"
	case "SU":
		return year + "-06/" + year + "-08"
	case "FA":
		return year + "-09/" + year + "-11"
	}
	return ""
}

var isoWeek = regexp.MustCompile(`^(\d{4})-W(\d\d)(-WE)?$`)

// whole is the year, the month, the season, the week or the weekend that the set's reading lies in, as EDTF; "" where it names none.
func (r dateReading) whole() string {
	timex := r.timex
	if strings.HasPrefix(timex, "XXXX-") && r.from+r.to != "" {
		timex = (r.from + r.to)[:4] + timex[4:]
	}
	if s := seasonOf(timex); s != "" {
		return s
	}
	for _, form := range []string{"2006", "2006-01"} {
		if _, err := time.Parse(form, timex); err == nil && r.from != "" && r.to != "" {
			return timex
		}
	}
	if m := isoWeek.FindStringSubmatch(timex); m != nil {
		var year, week int
		if _, err := fmt.Sscanf(m[1]+" "+m[2], "%d %d", &year, &week); err != nil {
			return ""
		}
		fourth := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC)
		monday := fourth.AddDate(0, 0, -(int(fourth.Weekday())+6)%7+7*(week-1))
		if m[3] != "" {
			return monday.AddDate(0, 0, 5).Format(time.DateOnly) + "/" + monday.AddDate(0, 0, 6).Format(time.DateOnly)
		}
		return monday.Format(time.DateOnly) + "/" + monday.AddDate(0, 0, 6).Format(time.DateOnly)
	}
	return ""
}

// scoreRecognizers finds the dates of each case, in scope and of all.
func scoreRecognizers(fsys fs.FS, file string, _ Subject) ([]*Part, error) {
	text, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, err
	}
	cases, err := readRecognizers(text)
	if err != nil {
		return nil, err
	}
	b := &board{}
	for _, c := range cases {
		b.document()
		f := c.score()
		b.add("dates", f.inScope)
		b.add("all dates", f.all)
		b.misses = append(b.misses, f.misses...)
	}
	return []*Part{b.part(Dates, "", "dates", "")}, nil
}

// datesFound is what a case adds to the figures: in scope, and of all.
type datesFound struct {
	inScope, all Tally
	misses       []Miss
}

// score reads the sentence of a case. What is found beside what the set marks is wrong, unless it gives no date.
func (c dateCase) score() datesFound {
	var f datesFound
	given := dates.Find(c.text, c.reference)
	taken := make([]bool, len(given))
	overlap := func(e dates.Expression, w wantedDate) bool { return e.Start < w.end && w.start < e.End }
	for _, w := range c.wanted {
		right, what, rule := false, "nothing", ""
		dated := false
		for i, e := range given {
			if !overlap(e, w) {
				continue
			}
			taken[i] = true
			if !right {
				what, rule = fmt.Sprintf("%q %s", e.Text, e.EDTF), e.Rule
			}
			dated = dated || e.EDTF != ""
			for _, r := range w.readings {
				right = right || r.meets(e.EDTF, c.reference, w.words)
			}
		}
		t := Tally{Wanted: 1}
		if right {
			t.Found = 1
		}
		if dated {
			t.Given = 1
		}
		f.all = f.all.plus(t)
		if w.exempt != "" {
			continue
		}
		f.inScope = f.inScope.plus(t)
		if !right {
			f.misses = append(f.misses, Miss{Document: c.text, Figure: "dates", Kind: "missing", Rule: rule, Text: fmt.Sprintf("%q on %s: wanted %v, given %s", w.words, c.reference, w.readings, what)})
		}
	}
	for i, e := range given {
		for _, w := range c.other {
			taken[i] = taken[i] || overlap(e, w)
		}
		if taken[i] || e.EDTF == "" || !c.whole {
			continue
		}
		f.all.Given++
		f.inScope.Given++
		f.misses = append(f.misses, Miss{Document: c.text, Figure: "dates", Kind: "wrong", Rule: e.Rule, Text: fmt.Sprintf("%q %s", e.Text, e.EDTF)})
	}
	return f
}

func (t Tally) plus(o Tally) Tally {
	return Tally{Found: t.Found + o.Found, Given: t.Given + o.Given, Wanted: t.Wanted + o.Wanted}
}
