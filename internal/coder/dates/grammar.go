package dates

// The grammar reads from left to right: each function tries to read at a token, and says where it stopped.

// expression reads at token i: a preposition, what narrows the date, the date, and what follows it.
func (p *parser) expression(i int) (found, bool) {
	f := found{start: i}
	op, j := p.preposition(i)
	f.when.op = op
	f.core = j
	a, end, ok := p.period(j, op)
	if !ok {
		return f, false
	}
	f.when.a, f.end, f.coreEnd = a, end, end
	if b, end, ok := p.rangeEnd(f); ok {
		f.when.b, f.when.op = b, opRange
		f.end, f.coreEnd = end, end
		if op == opFrom || op == opBetween {
			f.core = f.start
		}
	} else if op == opBetween {
		return f, false
	}
	p.tail(&f)
	return f, true
}

// preposition reads the words before a date. Without one, op is opNone and next is i.
func (p *parser) preposition(i int) (op op, next int) {
	switch p.at(i).word.text {
	case "on", "in", "at", "during", "over", "throughout", "around":
		return opIn, i + 1
	case "since":
		return opSince, i + 1
	case "from":
		return opFrom, i + 1
	case "until", "till", "through":
		return opUntil, i + 1
	case "by":
		return opBy, i + 1
	case "before":
		return opBefore, i + 1
	case "after":
		return opAfter, i + 1
	case "between":
		return opBetween, i + 1
	case "within":
		return opWithin, i + 1
	case "ahead":
		if p.is(i+1, "of") {
			return opBefore, i + 2
		}
	case "prior":
		if p.is(i+1, "to") {
			return opBefore, i + 2
		}
	case "as":
		if p.is(i+1, "of") {
			return opSince, i + 2
		}
	}
	return opNone, i
}

// period reads a date with what narrows it: "the end of September", "early on Saturday", "mid-2024".
func (p *parser) period(i int, op op) (point, int, bool) {
	j := i
	if p.is(j, "the") && p.class(j+1) == phase {
		j++
	}
	if p.class(j) != phase {
		return p.core(i, op)
	}
	narrow := p.at(j).word.value
	j++
	if p.class(j) == phase && !p.is(j, "end") { // "earlier, in late May" is two
		j++
	}
	inner := opIn
	switch {
	case p.is(j, "of", "in", "on"):
		j++
	case p.at(j).mark == '-' && p.at(j).glued:
		j++
	}
	a, end, ok := p.core(j, inner)
	if !ok || a.form == formVague {
		return a, end, false
	}
	a.narrow = narrow
	return a, end, true
}

// core reads a date.
func (p *parser) core(i int, op op) (point, int, bool) {
	t := p.at(i)
	switch t.word.class {
	case weekday:
		return p.weekdayAt(i)
	case month:
		return p.monthAt(i, op)
	case which:
		return p.whichAt(i)
	case day:
		return p.dayAt(i)
	case season:
		return p.seasonAt(i, op)
	case ordinal:
		if a, end, ok := p.ordinalAt(i); ok {
			return a, end, true
		}
	case vague:
		if op == opNone {
			return point{form: formVague}, i + 1, true
		}
		return point{}, i, false
	case small:
		switch t.word.text {
		case "the":
			return p.theAt(i, op)
		case "q", "h":
			return p.fiscalAt(i)
		}
	}
	if t.number >= 0 {
		if a, end, ok := p.numberAt(i, op); ok {
			return a, end, true
		}
	}
	return p.agoAt(i, op)
}

// number reads a cardinal number, in digits or in words.
func (p *parser) number(i int) (n, next int, ok bool) {
	t := p.at(i)
	switch {
	case t.number >= 0 && t.number < 10000 && !p.fraction(i):
		if p.suffixed(i) {
			return 0, i, false
		}
		return t.number, i + 1, true
	case t.word.class == cardinal:
		n, next = t.word.value, i+1
		if n >= 20 {
			j := next
			if p.at(j).mark == '-' && p.at(j).glued {
				j++
			}
			if u := p.at(j).word; u.class == cardinal && u.value < 10 {
				return n + u.value, j + 1, true
			}
		}
		return n, next, true
	case p.is(i, "a", "an"):
		return 1, i + 1, true
	}
	return 0, i, false
}

// fraction says whether the digits at i are part of a longer number: 1.5, 6,107, 10:30, $5.
func (p *parser) fraction(i int) bool {
	prev, next := p.at(i-1), p.at(i+1)
	if p.at(i).glued && (prev.mark == '.' || prev.mark == ',' || prev.mark == ':') && p.at(i-2).number >= 0 && prev.glued {
		return true
	}
	if p.at(i).glued && (prev.mark == '$' || prev.mark == '#' || prev.mark == 'x' || prev.mark == 0 && prev.number < 0) {
		return true
	}
	if next.glued && (next.mark == '.' || next.mark == ',' || next.mark == ':') && p.at(i+2).number >= 0 && p.at(i+2).glued {
		return true
	}
	return next.glued && next.mark == '%'
}

// suffixed says whether st, nd, rd or th is glued to the digits at i.
func (p *parser) suffixed(i int) bool {
	return p.at(i+1).glued && p.is(i+1, "st", "nd", "rd", "th")
}

// dayNumber reads the day of a month: 8, 8th, eighth, twenty-first.
func (p *parser) dayNumber(i int) (n, next int, ok bool) {
	t := p.at(i)
	if t.number >= 1 && t.number <= 31 && t.end-t.start <= 2 {
		if p.suffixed(i) {
			return t.number, i + 2, true
		}
		if p.fraction(i) || p.at(i+1).glued && p.at(i+1).mark == 0 {
			return 0, i, false
		}
		return t.number, i + 1, true
	}
	if t.word.class == ordinal {
		return t.word.value, i + 1, true
	}
	if n, next, ok := p.number(i); ok && t.word.class == cardinal && n <= 31 {
		if n == 20 || n == 30 {
			j := next
			if p.at(j).mark == '-' && p.at(j).glued {
				j++
			}
			if o := p.at(j).word; o.class == ordinal && o.value < 10 && n+o.value <= 31 {
				return n + o.value, j + 1, true
			}
		}
		return n, next, true
	}
	return 0, i, false
}

// year reads a year of four digits.
func (p *parser) year(i int) (int, bool) {
	t := p.at(i)
	if t.number < 1000 || t.number > 2199 || t.end-t.start != 4 || p.fraction(i) {
		return 0, false
	}
	if n := p.at(i + 1); n.glued && (n.mark == 0 || n.mark == '/') {
		return 0, false
	}
	return t.number, true
}

// monthName reads the name of a month. Abbreviations want a capital, and may have a full stop.
func (p *parser) monthName(i int) (m, next int, ok bool) {
	t := p.at(i)
	if t.word.class != month {
		return 0, i, false
	}
	next = i + 1
	if t.end-t.start <= 4 && t.word.value != 5 && p.at(next).mark == '.' && p.at(next).glued {
		next++
	}
	return t.word.value, next, true
}

// yearAfter reads ", 2025" or "2025" or "of 2025", "this year", "last year" after a month or a day.
func (p *parser) yearAfter(i int, a *point) int {
	j := i
	if p.at(j).mark == ',' || p.is(j, "of") {
		j++
	}
	if y, ok := p.year(j); ok {
		a.year = y
		return j + 1
	}
	if p.is(j, "the") && p.is(j+1, "following", "previous", "same") {
		return i
	}
	if w := p.at(j); w.word.class == which && p.at(j+1).word.value == unitYear && p.class(j+1) == unit && !p.is(j, "following", "previous") {
		a.yearShift, a.shifted = w.word.value, true
		return j + 2
	}
	return i
}

// monthAt reads what begins with the name of a month.
func (p *parser) monthAt(i int, op op) (point, int, bool) {
	m, j, _ := p.monthName(i)
	a := point{form: formMonth, month: m}
	k := j
	if p.is(k, "the") {
		k++
	}
	if p.at(k).mark == '-' && p.at(k).glued && p.at(k+1).glued {
		k++
	}
	if d, next, ok := p.dayNumber(k); ok && !(p.class(k) == ordinal && k == j && !p.at(i).upper) && (p.at(i).upper || m != 3 && m != 5 || p.suffixed(k)) {
		a.form, a.day = formDate, d
		return a, p.yearAfter(next, &a), p.exists(a)
	}
	if end := p.yearAfter(j, &a); end > j && (p.at(i).upper || m != 3 && m != 5) {
		return a, end, true
	}
	if op == opNone || !p.at(i).upper || p.at(i).end-p.at(i).start < 4 && m != 5 {
		return a, j, false
	}
	// May and March are persons and marches, too; so are names: "in June Smith's view".
	if (m == 3 || m == 5) && op != opIn && op != opSince && op != opUntil {
		return a, j, false
	}
	return a, j, true
}

func (p *parser) exists(a point) bool {
	return a.day >= 1 && a.day <= 31 && (a.month == 0 || a.day <= longest[a.month-1])
}

var longest = [12]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// numberAt reads what begins with digits: 8 November 2025, 2025-11-08, 8/11/2025, 2025, 1990s.
func (p *parser) numberAt(i int, op op) (point, int, bool) {
	t := p.at(i)
	if a, end, ok := p.numeric(i); ok {
		return a, end, true
	}
	if a, end, ok := p.dayMonth(i); ok {
		return a, end, true
	}
	if t.end-t.start == 4 && t.number >= 1000 && t.number%10 == 0 && !p.fraction(i) {
		if end, ok := p.plural(i + 1); ok {
			return point{form: formDecade, year: t.number}, end, true
		}
	}
	if y, ok := p.year(i); ok && (op != opNone) && !p.counts(i+1, op) {
		return point{form: formYear, year: y}, i + 1, true
	}
	return point{}, i, false
}

// plural reads the s of 1990s or 1990's.
func (p *parser) plural(i int) (int, bool) {
	if p.at(i).glued && p.is(i, "s") {
		return i + 1, true
	}
	if p.at(i).glued && p.at(i).mark == '\'' && p.at(i+1).glued && p.is(i+1, "s") {
		return i + 2, true
	}
	return i, false
}

// counts says whether the number before token i counts what follows it: "by 2000 troops".
func (p *parser) counts(i int, op op) bool {
	t := p.at(i)
	if t.start == t.end || t.mark != 0 {
		return t.mark == '%' || t.mark == '$'
	}
	if t.word.class == unit {
		return true
	}
	if op == opIn || op == opSince {
		return false
	}
	return t.word.class == none && t.number < 0 && !t.upper && p.raw(i)[t.end-t.start-1] == 's'
}

// dayMonth reads 8 November, 8th of November 2025.
func (p *parser) dayMonth(i int) (point, int, bool) {
	d, j, ok := p.dayNumber(i)
	if !ok {
		return point{}, i, false
	}
	of := p.is(j, "of")
	if of {
		j++
	}
	m, end, ok := p.monthName(j)
	if !ok || !p.at(j).upper && !of && (m == 3 || m == 5) {
		return point{}, i, false
	}
	a := point{form: formDate, month: m, day: d}
	return a, p.yearAfter(end, &a), p.exists(a)
}

// numeric reads 2025-11-08, 2025/11/08, 21.4.2016, 21/04/2016. Where day and month may be either, the date stays open.
func (p *parser) numeric(i int) (point, int, bool) {
	x, s1, y, s2, z := p.at(i), p.at(i+1), p.at(i+2), p.at(i+3), p.at(i+4)
	if s1.mark != '-' && s1.mark != '/' && s1.mark != '.' || s2.mark != s1.mark || !s1.glued || !y.glued || !s2.glued || !z.glued || y.number < 1 || z.number < 1 {
		return point{}, i, false
	}
	if n := p.at(i + 5); n.glued && (n.mark == s1.mark || n.number >= 0) && n.mark != '.' {
		return point{}, i, false
	}
	a := point{form: formDate}
	switch {
	case x.end-x.start == 4 && y.number <= 12 && z.number <= 31:
		a.year, a.month, a.day = x.number, y.number, z.number
	case z.end-z.start != 4:
		return point{}, i, false
	case s1.mark == '.' && y.number <= 12 && x.number <= 31 || x.number > 12 && x.number <= 31 && y.number <= 12 || x.number == y.number && x.number <= 12:
		a.year, a.month, a.day = z.number, y.number, x.number
	case y.number > 12 && y.number <= 31 && x.number <= 12:
		a.year, a.month, a.day = z.number, x.number, y.number
	case x.number <= 12 && y.number <= 12:
		return point{form: formVague}, i + 5, true
	default:
		return point{}, i, false
	}
	if a.month < 1 || a.day < 1 || !p.exists(a) || a.year > 2199 {
		return point{}, i, false
	}
	return a, i + 5, true
}

// weekdayAt reads what begins with the name of a day of the week.
func (p *parser) weekdayAt(i int) (point, int, bool) {
	t := p.at(i)
	a := point{form: formWeekday, weekday: t.word.value}
	j := i + 1
	short := t.end-t.start < 6
	if short && p.at(j).mark == '.' && p.at(j).glued {
		j++
	}
	k := j
	if p.at(k).mark == ',' || p.at(k).mark == '(' {
		k++
	}
	if p.is(k, "the") {
		k++
	}
	if b, end, ok := p.monthOrDay(k); ok {
		b.weekday, b.weekdayKnown = t.word.value, true
		if p.at(k-1).mark == '(' && p.at(end).mark == ')' {
			end++
		}
		return b, end, true
	}
	if short || !t.upper && p.at(i).end-p.at(i).start < 6 {
		return a, i, false
	}
	if w := p.at(j); w.word.class == which && p.class(j+1) == unit && p.at(j+1).word.value == unitWeek {
		a.shift, a.shifted = w.word.value, true
		return a, j + 2, true
	}
	return a, j, true
}

// monthOrDay reads a full date after a weekday.
func (p *parser) monthOrDay(i int) (point, int, bool) {
	if p.class(i) == month {
		a, end, ok := p.monthAt(i, opNone)
		return a, end, ok && a.form == formDate
	}
	return p.dayMonth(i)
}

// whichAt reads this, last, next and what they go with.
func (p *parser) whichAt(i int) (point, int, bool) {
	shift := p.at(i).word.value
	n := p.at(i + 1)
	switch n.word.class {
	case weekday:
		if n.end-n.start < 6 {
			return point{}, i, false
		}
		return point{form: formWeekday, weekday: n.word.value, shift: shift, shifted: true}, i + 2, true
	case unit:
		if p.is(i, "past", "previous", "following", "coming") && n.word.value != unitWeekend || p.raw(i + 1)[n.end-n.start-1] == 's' {
			return point{form: formVague}, i + 2, p.is(i, "following", "previous", "past", "coming")
		}
		if n.word.value == unitDay || n.word.value == unitHour || n.word.value == unitHalf || n.word.value == unitFortnight {
			return point{}, i, false
		}
		return point{form: formUnit, unit: n.word.value, shift: shift}, i + 2, true
	case month:
		if n.upper {
			return point{form: formMonth, month: n.word.value, shift: shift, shifted: true}, i + 2, true
		}
	case season:
		return point{form: formSeason, season: n.word.value, shift: shift, shifted: true}, i + 2, true
	case part:
		if shift == 0 {
			return point{form: formDay}, i + 2, true
		}
		if shift == -1 && p.is(i+1, "night") && p.is(i, "last") {
			return point{form: formDay, shift: -1}, i + 2, true
		}
	}
	// the last two years
	if k, j, ok := p.number(i + 1); ok && p.class(j) == unit && shift != 0 && !p.is(i+1, "a", "an") {
		return point{form: formLast, n: k * shift, unit: p.at(j).word.value}, j + 1, true
	}
	if p.is(i+1, "few", "several", "couple") {
		j := i + 2
		if p.is(j, "of") {
			j++
		}
		if p.class(j) == unit {
			return point{form: formVague}, j + 1, true
		}
	}
	return point{}, i, false
}

// dayAt reads today, yesterday, tomorrow.
func (p *parser) dayAt(i int) (point, int, bool) {
	a := point{form: formDay, shift: p.at(i).word.value}
	if p.is(i, "now") {
		return a, i + 1, false
	}
	j := i + 1
	if p.at(j).mark == '(' {
		if b, end, ok := p.monthOrDay(j + 1); ok && p.at(end).mark == ')' {
			return b, end + 1, true
		}
	}
	return a, j, true
}

// seasonAt reads spring 2025, the summer of 2014, in spring.
func (p *parser) seasonAt(i int, op op) (point, int, bool) {
	a := point{form: formSeason, season: p.at(i).word.value}
	if end := p.yearAfter(i+1, &a); end > i+1 {
		return a, end, true
	}
	return a, i + 1, op != opNone && !p.is(i, "fall") && !(p.is(i, "spring") && p.at(i).upper)
}

// fiscalAt reads Q3 2025, H1.
func (p *parser) fiscalAt(i int) (point, int, bool) {
	n := p.at(i + 1)
	if !n.glued || n.number < 1 || n.number > 4 || p.is(i, "h") && n.number > 2 || !p.at(i).upper {
		return point{}, i, false
	}
	a := point{form: formQuarter, n: n.number}
	if p.is(i, "h") {
		a.form = formHalf
	}
	end := p.yearAfter(i+2, &a)
	return a, end, end > i+2 || a.form == formQuarter
}

// theAt reads what begins with the.
func (p *parser) theAt(i int, op op) (point, int, bool) {
	t := p.at(i + 1)
	switch {
	case p.is(i+1, "day") && p.is(i+2, "before") && p.is(i+3, "yesterday"):
		return point{form: formDay, shift: -2}, i + 4, true
	case p.is(i+1, "day") && p.is(i+2, "after") && p.is(i+3, "tomorrow"):
		return point{form: formDay, shift: 2}, i + 4, true
	case p.is(i+1, "time") && p.is(i-1, "at"):
		return point{form: formVague}, i + 2, true
	case t.word.class == unit && op != opNone:
		switch t.word.value {
		case unitWeek, unitMonth, unitYear, unitWeekend:
			return point{form: formUnit, unit: t.word.value}, i + 2, p.raw(i + 1)[t.end-t.start-1] != 's'
		}
		return point{}, i, false
	case t.word.class == which, t.word.class == ordinal, t.word.class == season, t.number >= 0:
		return p.core(i+1, opIn)
	case p.at(i+1).mark == '\'' || t.number >= 0:
		return point{}, i, false
	}
	return point{}, i, false
}

// ordinalAt reads the first Friday of July, the third quarter of 2025, the second half of the year, second of August, the 19th century.
func (p *parser) ordinalAt(i int) (point, int, bool) {
	if a, end, ok := p.dayMonth(i); ok {
		return a, end, true
	}
	n, j, ok := p.dayNumber(i)
	if !ok {
		return point{}, i, false
	}
	t := p.at(j)
	switch {
	case t.word.class == weekday && p.is(j+1, "of", "in") && n <= 5:
		if b, end, ok := p.core(j+2, opIn); ok && (b.form == formMonth || b.form == formUnit && b.unit == unitMonth) {
			b.nth, b.weekday = n, t.word.value
			return b, end, true
		}
	case t.word.class == unit:
		a := point{n: n}
		switch t.word.value {
		case unitQuarter:
			a.form = formQuarter
		case unitHalf:
			a.form = formHalf
		case unitCentury:
			return point{form: formCentury, n: n}, j + 1, true
		default:
			return a, i, false
		}
		if a.form == formQuarter && n > 4 || a.form == formHalf && n > 2 {
			return a, i, false
		}
		if end := p.yearAfter(j+1, &a); end > j+1 {
			return a, end, true
		}
		if p.is(j+1, "of") && p.is(j+2, "the") && p.is(j+3, "year") {
			return a, j + 4, true
		}
		return a, j + 1, a.form == formQuarter
	}
	return point{}, i, false
}

// agoAt reads two weeks ago, a month earlier, three days from now.
func (p *parser) agoAt(i int, op op) (point, int, bool) {
	n, j, ok := p.number(i)
	if !ok {
		switch {
		case p.is(i, "few", "several"):
			j = i + 1
		default:
			return point{}, i, false
		}
		n = -1
	}
	if p.is(j, "few", "couple") && n == 1 {
		n = -1
		j++
		if p.is(j, "of") {
			j++
		}
	}
	u := p.at(j)
	if u.word.class != unit || u.word.value == unitHalf {
		return point{}, i, false
	}
	j++
	a := point{form: formAgo, unit: u.word.value, n: n}
	switch {
	case p.is(j, "ago"):
		a.n, j = -n, j+1
	case p.is(j, "from") && p.is(j+1, "now"), p.is(j, "from") && p.is(j+1, "today"):
		j += 2
	case p.is(j, "hence"):
		j++
	case p.is(j, "earlier", "later"):
		return point{form: formVague}, j + 1, true
	case op == opWithin && n > 0:
		a.form = formLast
	default:
		return point{}, i, false
	}
	if n < 0 {
		return point{form: formVague}, j, true
	}
	return a, j, true
}

// rangeEnd reads the second date of a range.
func (p *parser) rangeEnd(f found) (point, int, bool) {
	j, a := f.end, f.when.a
	switch {
	case f.when.op == opBetween && p.is(j, "and"):
	case p.is(j, "to", "until", "till", "through") && f.when.op != opBetween:
	case p.at(j).mark == '-' && (a.form == formDate || a.form == formYear || a.form == formMonth || a.form == formWeekday):
	default:
		return point{}, j, false
	}
	j++
	// November 6-8
	if a.form == formDate && a.year == 0 {
		if d, next, ok := p.dayNumber(j); ok && d > a.day && p.class(next) != month && !p.is(next, "of") && p.class(next) != unit {
			b := a
			b.day = d
			end := p.yearAfter(next, &b)
			return b, end, p.exists(b)
		}
	}
	b, end, ok := p.period(j, opUntil)
	if !ok || b.form == formVague {
		return point{}, j, false
	}
	return b, end, true
}

// tail takes in the time of day after a date.
func (p *parser) tail(f *found) {
	if f.when.a.form == formWeekday || f.when.a.form == formDay || f.when.a.form == formDate {
		if p.class(f.end) == part {
			f.end++
		}
		if p.is(f.end, "local") && p.is(f.end+1, "time") {
			f.end += 2
		}
	}
}
