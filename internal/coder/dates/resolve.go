package dates

import (
	"fmt"
	"time"

	"github.com/parleygraph/parley/internal/diplomacy"
)

type op uint8

const (
	opNone op = iota
	opIn
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

type form uint8

const (
	formVague   form = iota // the words do not fix a date
	formDate                // 8 November, of a year or of none
	formMonth               // November
	formYear                // 2025
	formWeekday             // Friday, last Friday, Friday next week
	formDay                 // today, yesterday
	formUnit                // this week, last year
	formLast                // the last two years
	formAgo                 // two weeks ago
	formSeason
	formQuarter
	formHalf
	formDecade
	formCentury
)

// point is what a date says.
type point struct {
	form             form
	year, month, day int // 0: not said
	weekday          int
	weekdayKnown     bool // a date has its weekday beside it
	shift            int  // this: 0, last: -1, next: 1; of days: how many
	shifted          bool // this, last or next is said
	yearShift        int
	n, unit          int
	season           int
	nth              int // the nth weekday of the month
	narrow           int
}

// when is what an expression says.
type when struct {
	op   op
	a, b point
}

// precision is how much of a date is known.
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
	mark     string
}

func readAnchor(s string) anchor {
	d, err := diplomacy.ParsePartialDate(s)
	if err != nil || d.From < "0001" || d.To > "9998" {
		return anchor{}
	}
	from, err := time.Parse(time.RFC3339, d.From)
	if err != nil {
		return anchor{}
	}
	to, err := time.Parse(time.RFC3339, d.To)
	if err != nil {
		return anchor{}
	}
	a := anchor{from: dayOf(from), to: dayOf(to), known: true}
	switch c := d.Text[len(d.Text)-1]; c {
	case '~', '?', '%':
		a.mark = string(c)
	}
	return a
}

func dayOf(t time.Time) int { return int(floorDiv(t.Unix(), 86400)) }

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func date(y, m, d int) int { return dayOf(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)) }

func split(day int) (y, m, d int) {
	t := time.Unix(int64(day)*86400, 0).UTC()
	return t.Year(), int(t.Month()), t.Day()
}

// monday is the first day of the week of a day; 1970-01-01 was a Thursday.
func monday(day int) int { return day - weekdayOf(day) }

func weekdayOf(day int) int { return int(floorMod(day+3, 7)) }

func floorMod(a, b int) int { return ((a % b) + b) % b }

func oneDay(d int) period { return period{from: d, to: d} }

// months are n months from the first of a month on.
func months(y, m, n int) period {
	return period{from: date(y, m, 1), to: date(y, m+n, 1) - 1, fromTo: toMonth, toTo: toMonth}
}

func years(y, n int) period {
	return period{from: date(y, 1, 1), to: date(y+n, 1, 1) - 1, fromTo: toYear, toTo: toYear}
}

// edtf resolves an expression. Where the day of the article is only known to lie between two, both must give the same.
func (w when) edtf(a anchor, t Tense) string {
	if w.op == opRange && w.a.form != formVague && w.b.form != formVague && w.absolute() || w.absolute() && w.op != opBy && w.op != opBefore {
		return w.at(0, t).edtf("")
	}
	if !a.known {
		return ""
	}
	s := w.at(a.from, t).edtf(a.mark)
	if a.to != a.from && w.at(a.to, t).edtf(a.mark) != s {
		return ""
	}
	return s
}

func (w when) absolute() bool { return w.a.absolute() && (w.op != opRange || w.b.absolute()) }

func (a point) absolute() bool {
	switch a.form {
	case formDate, formMonth, formSeason, formQuarter, formHalf:
		return a.year != 0
	case formYear, formDecade, formCentury:
		return true
	}
	return false
}

// maybe is a period, or none.
type maybe struct {
	period
	ok bool
}

func (m maybe) edtf(mark string) string {
	if !m.ok {
		return ""
	}
	p := m.period
	part := func(day int, to precision) string {
		y, mo, d := split(day)
		switch to {
		case toYear:
			return fmt.Sprintf("%04d", y) + mark
		case toMonth:
			return fmt.Sprintf("%04d-%02d", y, mo) + mark
		}
		return fmt.Sprintf("%04d-%02d-%02d", y, mo, d) + mark
	}
	from, to := part(p.from, p.fromTo), part(p.to, p.toTo)
	switch {
	case p.opened && p.unclosed:
		return ""
	case p.opened:
		return "../" + to
	case p.unclosed:
		return from + "/.."
	case p.from > p.to:
		return ""
	case p.fromTo == p.toTo && from == to:
		return from
	}
	return from + "/" + to
}

func (w when) at(today int, t Tense) maybe {
	a, ok := w.a.at(today, t)
	if !ok {
		return maybe{}
	}
	switch w.op {
	case opSince, opFrom:
		if w.a.form == formLast {
			break
		}
		a.unclosed = true
	case opUntil:
		a.opened = true
	case opBy:
		if t == Future && a.to >= today {
			return maybe{period{from: today, to: a.to}, true}
		}
		a.opened = true
	case opBefore:
		if t == Future && a.from > today {
			return maybe{period{from: today, to: a.from - 1}, true}
		}
		a.to, a.toTo, a.opened = a.from-1, a.fromTo, true
	case opAfter:
		a.from, a.fromTo, a.unclosed = a.to+1, a.toTo, true
	case opRange:
		first := w.a
		if first.year == 0 && w.b.year != 0 && (first.form == formDate || first.form == formMonth) {
			first.year = w.b.year
			if a, ok = first.at(today, t); !ok {
				return maybe{}
			}
		}
		b, ok := w.b.at(today, t)
		if ok && b.to < a.from && w.b.year == 0 {
			b, ok = w.b.at(a.from, Future)
		}
		if !ok || b.to < a.from {
			return maybe{}
		}
		a.to, a.toTo = b.to, b.toTo
	}
	return maybe{a, true}
}

// nearest chooses among the years around today: in the past the last that has begun, in the future the next that is not over, else the nearest.
func nearest(today int, t Tense, in func(year int) (period, bool)) (period, bool) {
	y, _, _ := split(today)
	var best period
	found := false
	distance := func(p period) int {
		switch {
		case p.to < today:
			if t == Future {
				return 1<<20 + today - p.to
			}
			return today - p.to
		case p.from > today:
			if t == Past {
				return 1<<20 + p.from - today
			}
			return p.from - today
		}
		return 0
	}
	for _, year := range [...]int{y, y - 1, y + 1, y - 2, y - 3, y - 4, y + 2, y + 3, y + 4} {
		if p, ok := in(year); ok && (!found || distance(p) < distance(best)) {
			best, found = p, true
		}
	}
	return best, found
}

func (a point) at(today int, t Tense) (period, bool) {
	y, m, _ := split(today)
	if a.shifted && a.yearShift != 0 || a.shifted && (a.form == formDate || a.form == formQuarter || a.form == formHalf) {
		a.year = y + a.yearShift
	}
	year := func(in func(int) (period, bool)) (period, bool) {
		if a.year != 0 {
			return in(a.year)
		}
		if a.shifted && a.yearShift == 0 && a.form != formDate {
			return a.shiftedYear(today, y, in)
		}
		return nearest(today, t, in)
	}
	switch a.form {
	case formDate:
		return year(func(y int) (period, bool) {
			d := date(y, a.month, a.day)
			_, m, _ := split(d)
			return oneDay(d), m == a.month && (!a.weekdayKnown || a.year != 0 || weekdayOf(d) == a.weekday)
		})
	case formMonth:
		return year(func(y int) (period, bool) { return a.within(months(y, a.month, 1)) })
	case formSeason:
		return year(func(y int) (period, bool) { return months(y, 3+3*a.season, 3), true })
	case formQuarter:
		return year(func(y int) (period, bool) { return months(y, 3*a.n-2, 3), true })
	case formHalf:
		return year(func(y int) (period, bool) { return months(y, 6*a.n-5, 6), true })
	case formYear:
		return years(a.year, 1), true
	case formDecade:
		return years(a.year, 10), true
	case formCentury:
		return years(100*(a.n-1), 100), true
	case formDay:
		return oneDay(today + a.shift), true
	case formWeekday:
		return oneDay(a.weekdayAt(today, t)), true
	case formUnit:
		switch a.unit {
		case unitWeekend:
			return a.weekend(today, t), true
		case unitWeek:
			d := monday(today) + 7*a.shift
			return period{from: d, to: d + 6}, true
		case unitMonth:
			return a.within(months(y, m+a.shift, 1))
		case unitQuarter:
			return months(y, (m-1)/3*3+1+3*a.shift, 3), true
		case unitYear:
			return years(y+a.shift, 1), true
		case unitDecade:
			return years(y/10*10+10*a.shift, 10), true
		case unitCentury:
			return years(y/100*100+100*a.shift, 100), true
		}
	case formAgo:
		switch a.unit {
		case unitDay:
			return oneDay(today + a.n), true
		case unitWeek, unitFortnight:
			n := a.n
			if a.unit == unitFortnight {
				n *= 2
			}
			d := monday(today) + 7*n
			return period{from: d, to: d + 6}, true
		case unitMonth:
			return months(y, m+a.n, 1), true
		case unitYear:
			return years(y+a.n, 1), true
		case unitDecade:
			return years(y+10*a.n, 1), true
		}
	case formLast:
		other := today
		switch a.unit {
		case unitHour:
			other += a.n / 24
		case unitDay:
			other += a.n
		case unitWeek:
			other += 7 * a.n
		case unitFortnight:
			other += 14 * a.n
		case unitMonth:
			other = addMonths(today, a.n)
		case unitYear:
			other = addMonths(today, 12*a.n)
		case unitDecade:
			other = addMonths(today, 120*a.n)
		default:
			return period{}, false
		}
		if other < today {
			return period{from: other, to: today}, true
		}
		return period{from: today, to: other}, true
	}
	return period{}, false
}

// addMonths moves a day by months, to the last day of a shorter month.
func addMonths(day, n int) int {
	y, m, d := split(day)
	first := date(y, m+n, 1)
	return min(first+d-1, date(y, m+n+1, 1)-1)
}

// within is the nth weekday of a month, where one is asked for.
func (a point) within(p period) (period, bool) {
	if a.nth == 0 {
		return p, true
	}
	d := p.from + floorMod(a.weekday-weekdayOf(p.from), 7) + 7*(a.nth-1)
	return oneDay(d), d <= p.to
}

// shiftedYear chooses the year of "last June", "this summer", "next spring": last is over, next has not begun, this is of this year.
func (a point) shiftedYear(today, y int, in func(int) (period, bool)) (period, bool) {
	p, ok := in(y)
	switch {
	case a.shift < 0 && p.to >= today:
		return in(y - 1)
	case a.shift > 0 && p.from <= today:
		return in(y + 1)
	}
	return p, ok
}

func (a point) weekdayAt(today int, t Tense) int {
	if a.shifted {
		d := monday(today) + a.weekday + 7*a.shift
		if a.shift == 0 && t == Future && d < today {
			d += 7
		} else if a.shift == 0 && t == Past && d > today {
			d -= 7
		}
		return d
	}
	if t == Future {
		return today + floorMod(a.weekday-weekdayOf(today), 7)
	}
	return today - floorMod(weekdayOf(today)-a.weekday, 7)
}

func (a point) weekend(today int, t Tense) period {
	saturday := monday(today) + 5 + 7*a.shift
	if t == Past && saturday > today && a.shift == 0 {
		saturday -= 7
	}
	return period{from: saturday, to: saturday + 1}
}

// rule names how an expression was read.
func (w when) rule() string {
	name := [...]string{"vague", "date", "month", "year", "weekday", "day", "unit", "last-units", "ago", "season", "quarter", "half-year", "decade", "century"}[w.a.form]
	return [...]string{"", "", "since-", "from-", "until-", "by-", "before-", "after-", "", "within-", "range-"}[w.op] + name
}
