package dates

import (
	"time"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// op is what a preposition makes of a date.
type op uint8

const (
	opNone   op = iota
	opIn        // on, in, at, during, as of: the date itself
	opAround    // over, around: the date itself, but before a number it says how many
	opSince
	opFrom
	opUntil
	opBy
	opBefore
	opAfter
	opBetween
	opWithin
	opRange
)

var opNames = [...]string{"", "", "", "since-", "from-", "until-", "by-", "before-", "after-", "between-", "within-", "range-"}

// form is what kind of date it is.
type form uint8

const (
	formVague   form = iota // the words do not fix a date
	formDate                // 8 November, of a year or of none
	formMonth               // November
	formYear                // 2025
	formWeekday             // Friday, last Friday, Friday next week, Friday the 21st
	formDay                 // today, yesterday
	formUnit                // this week, last year
	formLast                // the last two years
	formAgo                 // two weeks ago, two weeks before something
	formNth                 // the third week of something
	formWeekOf              // the week of 10 April
	formSeason
	formQuarter
	formHalf
	formDecade
	formCentury
)

var formNames = [...]string{"vague", "date", "month", "year", "weekday", "day", "unit", "last-units", "ago", "nth", "week-of", "season", "quarter", "half-year", "decade", "century"}

// point is what a date says.
type point struct {
	form             form
	year, month, day int // 0: not said
	weekday          int
	weekdayKnown     bool // a date has its weekday beside it
	shift            int  // last: -1, this: 0, next: 1; of days: how many
	shifted          bool // last, this or next is said
	adjacent         bool // this past Friday, the coming Friday
	yearShift        int  // of last year
	yearSaid         bool // this year is said
	n, count, unit   int
	season           int
	narrow           int    // early, the end of ...
	ahead            bool   // it is a date in the future, or none
	event            bool   // what happened then is named after it: it may be long ago
	base             *point // what it is a part of, or counted from
}

// when is what an expression says.
type when struct {
	op   op
	a, b point
}

// rule names how an expression was read.
func (w when) rule() string { return opNames[w.op] + formNames[w.a.form] }

// possible says whether there is such a day, in some year.
func (a point) possible() bool {
	if a.month < 1 || a.month > 12 || a.day < 1 || a.day > longest[a.month-1] {
		return false
	}
	return a.year == 0 || a.day <= 28 || a.day <= date(a.year, a.month+1, 1)-date(a.year, a.month, 1)
}

// checked leaves a day open that there never was: 31 February.
func (a point) checked() point {
	if !a.possible() {
		return point{}
	}
	return a
}

var longest = [12]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// absolute says whether a date needs no anchor.
func (a point) absolute() bool {
	switch a.form {
	case formDate, formMonth, formSeason, formQuarter, formHalf:
		return a.year != 0
	case formYear, formDecade, formCentury:
		return a.narrow != rest
	case formAgo, formNth, formWeekOf:
		return a.base != nil && a.base.absolute()
	}
	return false
}

// floating gives a range between days or months of no year: the whole of it is in the past, ahead or nearest.
func (w when) floating(today int, t Tense) (period, bool) {
	y, _, _ := split(today)
	return nearest(today, y, t, func(year int) (period, bool) {
		w.a.year, w.b.year = year, year
		a, ok := w.a.at(today, t)
		b, too := w.b.at(today, t)
		if ok && too && b.to < a.from {
			w.b.year++
			b, too = w.b.at(today, t)
		}
		a.to, a.toTo = b.to, b.toTo
		return a, ok && too
	}, false)
}

// yearWouldBeSaid says whether a day without a year would be one of the last year, and nearly a year ago: whoever means such a day says its year,
// so that the words around it may have been misread.
func (w when) yearWouldBeSaid(a anchor) bool {
	if w.a.form != formDate || w.a.event || w.op == opRange || w.a.year != 0 || w.a.yearSaid || w.a.shifted || !a.known {
		return false
	}
	p, ok := w.a.at(a.from, Past)
	y, _, _ := split(a.from)
	was, _, _ := split(p.from)
	return ok && was < y && a.from-p.from > 300
}

// floats says whether the day of the article decides which one it is.
func (a point) floats() bool {
	return (a.form == formDate || a.form == formMonth || a.form == formWeekday) && a.year == 0 && !a.yearSaid && !a.shifted
}

// precision is how much of a day is known.
type precision uint8

const (
	toDay precision = iota
	toMonth
	toYear
)

// period is a stretch of days, with the precision at which its ends are known.
type period struct {
	from, to         int // days since 1970
	fromTo, toTo     precision
	opened, unclosed bool // no beginning, no end
}

// anchor is when the article appeared: between two days.
type anchor struct {
	from, to int
	known    bool
	mark     string // ~, ? or %, which what is counted from it has as well
}

func readAnchor(s string) anchor {
	d, err := diplomacy.ParsePartialDate(s)
	if err != nil || d.From < "0100" || d.To > "9900" {
		return anchor{}
	}
	from, err1 := time.Parse(time.RFC3339, d.From)
	to, err2 := time.Parse(time.RFC3339, d.To)
	if err1 != nil || err2 != nil {
		return anchor{}
	}
	a := anchor{from: dayOf(from), to: dayOf(to), known: true}
	switch c := d.Text[len(d.Text)-1]; c {
	case '~', '?', '%':
		a.mark = string(c)
	}
	return a
}

// edtf resolves an expression. Where the day of the article is only known to lie between two, both must give the same.
func (w when) edtf(a anchor, t Tense) string {
	if w.a.form == formVague {
		return ""
	}
	if w.a.absolute() && (w.op != opRange || w.b.absolute()) && (w.op != opBy && w.op != opBefore || t != Future) {
		p, ok := w.at(0, t)
		return p.edtf(ok, "")
	}
	if !a.known {
		return ""
	}
	p, ok := w.at(a.from, t)
	s := p.edtf(ok, a.mark)
	if a.to != a.from {
		if p, ok := w.at(a.to, t); p.edtf(ok, a.mark) != s {
			return ""
		}
	}
	return s
}

// edtf writes a period.
func (p period) edtf(ok bool, mark string) string {
	if !ok || p.opened && p.unclosed || !p.opened && !p.unclosed && p.from > p.to || !p.opened && !inCalendar(p.from) || !p.unclosed && !inCalendar(p.to) {
		return ""
	}
	b := make([]byte, 0, 24)
	if p.opened {
		b = append(b, ".."...)
	} else {
		b = appendDay(b, p.from, p.fromTo, mark)
	}
	if p.opened || p.unclosed || p.fromTo != p.toTo || !same(p.from, p.to, p.fromTo) {
		b = append(b, '/')
		if p.unclosed {
			b = append(b, ".."...)
		} else {
			b = appendDay(b, p.to, p.toTo, mark)
		}
	}
	return string(b)
}

// inCalendar says whether a day lies in the years that EDTF writes with four digits.
func inCalendar(day int) bool { return day >= -719528 && day < 2932897 }

func same(a, b int, to precision) bool {
	ay, am, ad := split(a)
	by, bm, bd := split(b)
	return ay == by && (to == toYear || am == bm && (to == toMonth || ad == bd))
}

func appendDay(b []byte, day int, to precision, mark string) []byte {
	y, m, d := split(day)
	b = append(b, byte('0'+y/1000), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10))
	if to != toYear {
		b = append(b, '-', byte('0'+m/10), byte('0'+m%10))
		if to != toMonth {
			b = append(b, '-', byte('0'+d/10), byte('0'+d%10))
		}
	}
	return append(b, mark...)
}

// at gives what an expression means on a day.
func (w when) at(today int, t Tense) (period, bool) {
	a, ok := w.a.at(today, t)
	if !ok {
		return a, false
	}
	switch w.op {
	case opSince, opFrom:
		a.unclosed = w.a.form != formLast
	case opUntil:
		a.opened = true
	case opBy:
		if t == Future && a.to >= today {
			return period{from: today, to: a.to}, true
		}
		a.opened = true
	case opBefore:
		if w.a.narrow != middle && w.a.narrow != late {
			a.to, a.toTo = a.from-1, a.fromTo
		}
		if t == Future && a.to >= today {
			return period{from: today, to: a.to}, true
		}
		a.opened = true
	case opAfter:
		if w.a.narrow != early && w.a.narrow != middle {
			a.from, a.fromTo = a.to+1, a.toTo
		}
		a.unclosed = true
	case opRange:
		return w.between(a, today, t)
	}
	return a, true
}

// between gives the range that begins with a.
func (w when) between(a period, today int, t Tense) (period, bool) {
	if w.a.floats() && w.b.floats() && w.a.form != formWeekday && w.b.form != formWeekday {
		return w.floating(today, t)
	}
	b, ok := w.b.at(today, t)
	if ok && t == Future && w.a.floats() && w.b.floats() {
		// What is under way has not ended.
		if a, ok = w.a.at(b.to, Past); !ok {
			return a, false
		}
	}
	if !ok {
		return a, false
	}
	switch {
	case w.a.year == 0 && (w.b.year != 0 || w.b.yearSaid) && (w.a.form == formDate || w.a.form == formMonth):
		// "from 3 November to 8 January 2025"
		first := w.a
		first.year, _, _ = split(b.to)
		if a, ok = first.at(today, t); ok && a.from > b.to {
			first.year--
			a, ok = first.at(today, t)
		}
	case b.to < a.from && w.b.year == 0:
		b, ok = w.b.at(a.from, Future)
	case w.a.year == 0 && w.b.form == formDay && a.from > b.to:
		a, ok = w.a.at(b.to, Past)
	}
	a.to, a.toTo = b.to, b.toTo
	return a, ok
}

func (a point) at(today int, t Tense) (period, bool) {
	p, ok := a.whole(today, t)
	if ok && a.narrow == rest {
		if p.from > today || p.to < today {
			return p, false
		}
		p = period{from: today, to: p.to}
	}
	return p, ok
}

// whole gives the period that a date names, without what narrows it: "early May" is not said more precisely than May.
func (a point) whole(today int, t Tense) (period, bool) {
	y, m, _ := split(today)
	switch a.form {
	case formDate:
		return a.inYear(today, t, func(y int) (period, bool) {
			d := date(y, a.month, a.day)
			_, m, _ := split(d)
			return oneDay(d), m == a.month && (!a.weekdayKnown || a.year != 0 || weekdayOf(d) == a.weekday)
		})
	case formMonth:
		return a.inYear(today, t, func(y int) (period, bool) { return months(y, a.month, 1), true })
	case formSeason:
		return a.inYear(today, t, func(y int) (period, bool) { return months(y, 3+3*a.season, 3), true })
	case formQuarter:
		return a.inYear(today, t, func(y int) (period, bool) { return months(y, 3*a.n-2, 3), true })
	case formHalf:
		return a.inYear(today, t, func(y int) (period, bool) { return months(y, 6*a.n-5, 6), true })
	case formYear:
		return years(a.year, 1), true
	case formDecade:
		return years(a.year, 10), true
	case formCentury:
		return years(100*(a.n-1), 100), true
	case formDay:
		return oneDay(today + a.shift), true
	case formWeekday:
		return a.onWeekday(today, t)
	case formUnit:
		return a.inUnit(today, y, m, t)
	case formLast:
		return a.stretch(today, y, m)
	case formAgo:
		return a.counted(today, t)
	case formNth:
		return a.nth(today, t)
	case formWeekOf:
		p, ok := a.base.at(today, t)
		return week(p.from), ok
	}
	return period{}, false
}

// inYear gives a date of the year that is said, or of the one that the day of the article makes likely.
func (a point) inYear(today int, t Tense, in func(year int) (period, bool)) (period, bool) {
	y, _, _ := split(today)
	switch {
	case a.year != 0:
		return in(a.year)
	case a.yearSaid:
		return in(y + a.yearShift)
	case a.shifted:
		// Last June is over, next June has not begun, this June is of this year.
		p, ok := in(y)
		if a.shift < 0 && p.to >= today {
			return in(y - 1)
		}
		if a.shift > 0 && p.from <= today {
			return in(y + 1)
		}
		return p, ok
	}
	if a.event && a.month == 9 && a.day == 11 && y > 2001 {
		return in(2001)
	}
	p, ok := nearest(today, y, t, in, a.month == 2 && a.day == 29)
	if ok && a.event && (p.from > today || p.from < today-60) {
		return p, false
	}
	return p, ok
}

// nearest chooses among the years around today: in the past the last that has begun, in the future the next that is not over, else the nearest.
// A leap day may be four years off.
func nearest(today, y int, t Tense, in func(year int) (period, bool), leap bool) (period, bool) {
	var best period
	least := -1
	years := [...]int{y, y - 1, y + 1, y - 2, y - 3, y - 4, y + 2, y + 3, y + 4}
	for i, year := range years {
		if i == 3 && !leap {
			break
		}
		p, ok := in(year)
		if !ok {
			continue
		}
		off := 0
		switch {
		case p.to < today:
			off = today - p.to
			if t == Future {
				off += 1 << 20
			}
		case p.from > today:
			off = p.from - today
			if t == Past && off > 1 { // a day ahead is but another zone of time
				off += 1 << 20
			}
		}
		if least < 0 || off < least {
			best, least = p, off
		}
	}
	return best, least >= 0
}

// onWeekday gives a day of the week: the latest up to and including today; with a future tense, the next.
func (a point) onWeekday(today int, t Tense) (period, bool) {
	gone := today - floorMod(weekdayOf(today)-a.weekday, 7)
	coming := today + floorMod(a.weekday-weekdayOf(today), 7)
	switch {
	case a.day != 0:
		// "Friday the 21st": the nearest that is both
		for k := 0; k <= 26; k++ {
			for _, d := range [2]int{gone - 7*k, coming + 7*k} {
				if _, _, n := split(d); n == a.day && !(t == Future && d < today) && !(t == Past && d > today) {
					return oneDay(d), true
				}
			}
		}
		return period{}, false
	case a.adjacent && a.shift < 0:
		return oneDay(today - 1 - floorMod(weekdayOf(today)-1-a.weekday, 7)), true
	case a.adjacent:
		return oneDay(today + 1 + floorMod(a.weekday-weekdayOf(today)-1, 7)), true
	case a.shifted:
		// Those of the last, this and the next week: whoever means the nearer one says its name alone.
		d := monday(today) + a.weekday + 7*a.shift
		if a.shift == 0 && t == Future && d < today {
			d += 7
		} else if a.shift == 0 && t == Past && d > today {
			d -= 7
		}
		return oneDay(d), true
	case t == Future:
		return oneDay(coming), true
	}
	return oneDay(gone), true
}

// inUnit gives this week, last year, the month after next.
func (a point) inUnit(today, y, m int, t Tense) (period, bool) {
	switch a.unit {
	case unitDay:
		return oneDay(today + a.shift), true
	case unitWeekend:
		saturday := monday(today) + 5 + 7*a.shift
		if t == Past && saturday > today && a.shift == 0 {
			saturday -= 7
		}
		return period{from: saturday, to: saturday + 1}, true
	case unitWeek:
		return week(today + 7*a.shift), true
	case unitMonth:
		return months(y, m+a.shift, 1), true
	case unitQuarter:
		return months(y, (m-1)/3*3+1+3*a.shift, 3), true
	case unitYear:
		return years(y+a.shift, 1), true
	case unitDecade:
		return years(y/10*10+10*a.shift, 10), true
	case unitCentury:
		return years(y/100*100+100*a.shift, 100), true
	}
	return period{}, false
}

// stretch gives the last two years, the next three days, within a week. Its far end is no more precise than its unit.
func (a point) stretch(today, y, m int) (period, bool) {
	far, to := today, toDay
	switch a.unit {
	case unitHour:
		far += a.n / 24
	case unitDay:
		far += a.n
	case unitWeek:
		far += 7 * a.n
	case unitFortnight:
		far += 14 * a.n
	case unitMonth:
		far, to = addMonths(today, a.n), toMonth
	case unitQuarter:
		// Quarters are counted whole.
		first := (m-1)/3*3 + 1
		if a.n < 0 {
			return months(y, first+3*a.n, -3*a.n), true
		}
		return months(y, first+3, 3*a.n), true
	case unitYear:
		far, to = addMonths(today, 12*a.n), toYear
	case unitDecade:
		far, to = addMonths(today, 120*a.n), toYear
	default:
		return period{}, false
	}
	if a.n < 0 {
		return period{from: far, to: today, fromTo: to}, true
	}
	if a.shifted {
		// The next three days begin tomorrow; within three days begins now.
		today++
	}
	return period{from: today, to: far, toTo: to}, far >= today
}

// counted gives two weeks ago, three days from now, two weeks before 13 May. It is no more precise than its unit, but where weeks are counted
// from a day.
func (a point) counted(today int, t Tense) (period, bool) {
	if a.ahead && t != Future {
		return period{}, false
	}
	if a.base != nil {
		p, ok := a.base.at(today, t)
		if !ok || p.from != p.to {
			return p, false
		}
		today = p.from
	}
	y, m, _ := split(today)
	n := a.n
	switch a.unit {
	case unitDay:
		return oneDay(today + n), true
	case unitWeek, unitFortnight:
		if a.unit == unitFortnight {
			n *= 2
		}
		if a.base != nil {
			return oneDay(today + 7*n), true
		}
		return week(today + 7*n), true
	case unitMonth:
		return months(y, m+n, 1), true
	case unitYear:
		return years(y+n, 1), true
	case unitDecade:
		return years(y+10*n, 1), true
	}
	return period{}, false
}

// nth gives the third week of May, the last two months of 2021, the first Friday of July. A week belongs to where its Thursday lies.
func (a point) nth(today int, t Tense) (period, bool) {
	p, ok := a.base.at(today, t)
	if !ok || a.count < 1 {
		return p, false
	}
	if a.unit == unitQuarter && p.fromTo == toYear {
		a.unit, a.count = unitMonth, 3*a.count
		if a.n > 0 {
			a.n = 3*a.n - 2
		}
	}
	switch {
	case a.weekdayKnown:
		d := p.from + floorMod(a.weekday-weekdayOf(p.from), 7) + 7*(a.n-1)
		return oneDay(d), d <= p.to
	case a.unit == unitDay:
		if a.n < 0 {
			return period{from: p.to - a.count + 1, to: p.to}, p.to-a.count+1 >= p.from
		}
		return period{from: p.from + a.n - 1, to: p.from + a.n - 2 + a.count}, p.from+a.n-2+a.count <= p.to
	case a.unit == unitWeek:
		first := monday(p.from + floorMod(3-weekdayOf(p.from), 7))
		last := monday(p.to - floorMod(weekdayOf(p.to)-3, 7))
		if a.n < 0 {
			return period{from: last - 7*(a.count-1), to: last + 6}, true
		}
		from := first + 7*(a.n-1)
		return period{from: from, to: from + 7*a.count - 1}, from+7*(a.count-1) <= last
	case a.unit == unitMonth && p.fromTo != toDay:
		if a.n < 0 {
			y, m, _ := split(p.to)
			return months(y, m-a.count+1, a.count), true
		}
		y, m, _ := split(p.from)
		q := months(y, m+a.n-1, a.count)
		return q, q.to <= p.to
	case a.unit == unitYear && p.fromTo == toYear:
		if a.n < 0 {
			y, _, _ := split(p.to)
			return years(y-a.count+1, a.count), true
		}
		y, _, _ := split(p.from)
		q := years(y+a.n-1, a.count)
		return q, q.to <= p.to
	}
	return p, false
}

// The calendar: days are counted from 1970-01-01, a Thursday.

func dayOf(t time.Time) int { return int((t.Unix() - int64(floorMod(int(t.Unix()), 86400))) / 86400) }

func date(y, m, d int) int { return dayOf(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)) }

func split(day int) (y, m, d int) {
	t := time.Unix(int64(day)*86400, 0).UTC()
	return t.Year(), int(t.Month()), t.Day()
}

// weekdayOf counts from Monday.
func weekdayOf(day int) int { return floorMod(day+3, 7) }

func monday(day int) int { return day - weekdayOf(day) }

func floorMod(a, b int) int { return ((a % b) + b) % b }

func oneDay(d int) period { return period{from: d, to: d} }

func week(day int) period { return period{from: monday(day), to: monday(day) + 6} }

// months are n months, from the mth of a year on.
func months(y, m, n int) period {
	return period{from: date(y, m, 1), to: date(y, m+n, 1) - 1, fromTo: toMonth, toTo: toMonth}
}

func years(y, n int) period {
	return period{from: date(y, 1, 1), to: date(y+n, 1, 1) - 1, fromTo: toYear, toTo: toYear}
}

// addMonths moves a day by months; in a shorter month to its last day.
func addMonths(day, n int) int {
	y, m, d := split(day)
	return min(date(y, m+n, d), date(y, m+n+1, 1)-1)
}
