package tension

import "time"

// Calendar is a unit of the calendar, in UTC. Its periods are counted: the day, week, month, quarter or year with the number n.
type Calendar int

// The units there are. Weeks begin on Monday (ISO 8601).
const (
	Day Calendar = iota
	Week
	Month
	Quarter
	Year
)

const (
	daySeconds = 24 * 60 * 60
	mondayWeek = 3 // the first day of 1970 was a Thursday
)

// DayOf is the day, counted from 1970, of an instant as 2006-01-02T15:04:05Z.
func DayOf(instant string) (int, error) {
	t, err := time.Parse(time.DateOnly, instant[:min(len(instant), len(time.DateOnly))])
	return floor(int(t.Unix()), daySeconds), err
}

// DateOf is the day as 2006-01-02.
func DateOf(day int) string { return dayTime(day).Format(time.DateOnly) }

func dayTime(day int) time.Time { return time.Unix(int64(day)*daySeconds, 0).UTC() }

// floor is a/b, rounded down.
func floor(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Period is the number of the period in which a day lies.
func (c Calendar) Period(day int) int {
	t := dayTime(day)
	switch c {
	case Day:
		return day
	case Week:
		return floor(day+mondayWeek, 7)
	case Month:
		return 12*t.Year() + int(t.Month()) - 1
	case Quarter:
		return 4*t.Year() + (int(t.Month())-1)/3
	default:
		return t.Year()
	}
}

// First is the first day of a period; the last one is that before the next period's first.
func (c Calendar) First(period int) int {
	month := func(n int) int {
		return floor(int(time.Date(floor(n, 12), time.Month(1+n-12*floor(n, 12)), 1, 0, 0, 0, 0, time.UTC).Unix()), daySeconds)
	}
	switch c {
	case Day:
		return period
	case Week:
		return 7*period - mondayWeek
	case Month:
		return month(period)
	case Quarter:
		return month(3 * period)
	default:
		return month(12 * period)
	}
}

// Last is the last day of a period.
func (c Calendar) Last(period int) int { return c.First(period+1) - 1 }

// Text names a period as a date: weeks and quarters, which have no name of their own, as intervals.
func (c Calendar) Text(period int) string {
	first, last := dayTime(c.First(period)), dayTime(c.Last(period))
	const month = "2006-01"
	switch c {
	case Day:
		return first.Format(time.DateOnly)
	case Week:
		return first.Format(time.DateOnly) + "/" + last.Format(time.DateOnly)
	case Month:
		return first.Format(month)
	case Quarter:
		return first.Format(month) + "/" + last.Format(month)
	default:
		return first.Format("2006")
	}
}
