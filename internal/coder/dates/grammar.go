package dates

// The grammar reads from left to right: each function tries to read at a token, and says where it stopped. A date is read whole or not at
// all, so that what does not fit is left for the text.

// expression reads at token i: a preposition, what narrows the date, the date, and what follows it.
func (p *parser) expression(i int) (found, bool) {
	f := found{start: i}
	o, j := p.preposition(i)
	if o == opNone && i > 0 && p.is(i-1, "every", "each", "any", "a", "an", "one") && p.class(i) == weekday {
		return f, false
	}
	if o == opFrom && p.is(i, "from") && p.possessive(j) {
		o, f.start = opNone, j // "after his return from Monday's talks"
	}
	f.when.op, f.core = o, j
	// "from 4 to 22 January"
	if a, b, end, ok := p.daysOfMonth(j, o); ok {
		f.when, f.end, f.coreEnd = when{opRange, a, b}, end, end
		if o == opFrom || o == opBetween {
			f.core = i
		}
		return f, true
	}
	a, end, ok := p.period(j, o)
	if !ok {
		a, end, ok = p.rangeStart(j, o)
	}
	if !ok {
		return f, false
	}
	f.when.a, f.end, f.coreEnd = a, end, end
	if b, end, ok := p.rangeEnd(f); ok {
		f.when.b, f.when.op = b, opRange
		f.end, f.coreEnd = end, end
		if o == opFrom || o == opBetween {
			f.core = f.start
		}
	} else if o == opBetween {
		return f, false
	}
	p.tail(&f)
	return f, !p.name(f)
}

// possessive says whether a day at token i owns something: Monday's, Monday night's.
func (p *parser) possessive(i int) bool {
	if p.class(i+1) == part {
		i++
	}
	return p.at(i+1).mark == '\'' && p.at(i+1).glued && p.is(i+2, "s")
}

// name says whether an expression is a part of a name.
func (p *parser) name(f found) bool {
	switch f.when.a.form {
	case formDay:
		return p.at(f.core).upper && p.at(f.core-1).upper // USA Today
	case formWeekday, formMonth, formDate, formUnit:
		after := p.at(f.end)
		return after.upper && named(p.raw(f.end)) || p.at(f.core-1).upper && colours(p.raw(f.core-1)) || f.core > 1 && p.raw(f.core-2) == "Mail" && p.is(f.core-1, "on")
	}
	return false
}

// preposition reads the words before a date. Without one, op is opNone and next is i.
func (p *parser) preposition(i int) (o op, next int) {
	switch p.at(i).word.text {
	case "on", "in", "at", "during", "throughout":
		return opIn, i + 1
	case "over", "around":
		return opAround, i + 1
	case "since":
		return opSince, i + 1
	case "from":
		return opFrom, i + 1
	case "starting", "commencing", "beginning":
		if p.is(i+1, "on", "from") {
			return opFrom, i + 2
		}
		if p.is(i+1, "of", "in") {
			return opNone, i
		}
		return opFrom, i + 1
	case "until", "till", "through":
		return opUntil, i + 1
	case "up":
		if p.is(i+1, "to", "until", "till") {
			return opUntil, i + 2
		}
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
			return opIn, i + 2
		}
	case "no":
		if p.is(i+1, "later") && p.is(i+2, "than") {
			return opBy, i + 3
		}
	}
	return opNone, i
}

// period reads a date with what narrows it: "the end of September", "early on Saturday", "mid-2024".
func (p *parser) period(i int, o op) (point, int, bool) {
	j := i
	if p.is(j, "the") && p.class(j+1) == phase {
		j++
	}
	if p.class(j) != phase {
		return p.core(i, o)
	}
	first := j
	narrow := p.at(j).word.value
	j++
	switch {
	case p.is(j, "of"), p.is(j, "in", "on") && p.is(first, "early", "late", "earlier", "later"):
		j++
	case p.is(first, "end", "start", "beginning", "middle", "rest", "remainder"):
		return point{}, i, false
	case p.at(j).mark == '-' && p.at(j).glued:
		j++
	}
	a, end, ok := p.core(j, opIn)
	if !ok && p.is(j-1, "of") && p.class(j) == unit && (p.at(j).word.value == unitMonth || p.at(j).word.value == unitYear) {
		a, end, ok = point{form: formUnit, unit: p.at(j).word.value}, j+1, true
	}
	if !ok || a.form == formVague || a.form == formAgo {
		return a, end, false
	}
	a.narrow = narrow
	return a, end, true
}

// core reads a date. A date may have another in it, and that one more; what goes deeper is no English.
func (p *parser) core(i int, o op) (point, int, bool) {
	if p.depth == deepest {
		return point{}, i, false
	}
	p.depth++
	a, end, ok := p.date(i, o)
	p.depth--
	return a, end, ok
}

const deepest = 4

func (p *parser) date(i int, o op) (point, int, bool) {
	t := p.at(i)
	switch t.word.class {
	case weekday:
		return p.weekdayAt(i)
	case month:
		return p.monthAt(i, o)
	case which:
		return p.whichAt(i, o)
	case day:
		return p.dayAt(i)
	case season:
		return p.seasonAt(i, o)
	case ordinal:
		return p.ordinalAt(i)
	case cardinal:
		if a, end, ok := p.dayMonth(i); ok {
			return a, end, true
		}
		if a, end, ok := p.dayOfUnit(i); ok && p.class(p.hyphen(i+1)) == ordinal {
			return a, end, true
		}
	case unit:
		return p.unitAt(i, o)
	case decade:
		if p.is(i-1, "the") {
			return point{form: formDecade, year: t.word.value}, i + 1, true
		}
		return point{}, i, false
	case vague:
		return point{form: formVague}, i + 1, o == opNone
	case small:
		switch t.word.text {
		case "the":
			return p.theAt(i, o)
		case "q", "h":
			return p.fiscalAt(i)
		case "that", "same":
			return point{form: formVague}, i + 2, p.class(i+1) == unit && !p.at(i+1).word.plural
		case "recent":
			return point{form: formVague}, i + 2, p.class(i+1) == unit && p.at(i+1).word.plural
		}
	}
	if t.number >= 0 {
		if a, end, ok := p.numberAt(i, o); ok {
			return a, end, true
		}
	}
	return p.amount(i, o)
}

// yearAfter reads ", 2025", "2025", "of 2025", "this year" and "last year" after a month or a day.
func (p *parser) yearAfter(i int, a *point) int {
	j := i
	if m := p.at(j).mark; m == ',' || (m == '-' || m == '/') && p.at(j).glued && p.at(j+1).glued || p.is(j, "of", "in") {
		j++
	}
	if y, ok := p.year(j); ok {
		a.year = y
		return j + 1
	}
	if p.is(j, "the") && p.class(j+1) == unit && p.at(j+1).word.value == unitYear && p.is(j-1, "of") && a.form != formDate {
		return j + 2
	}
	if w := p.at(j); p.is(j, "this", "last", "next") && p.class(j+1) == unit && p.at(j+1).word.value == unitYear && !p.at(j+1).word.plural {
		a.yearShift, a.yearSaid = w.word.value, true
		return j + 2
	}
	return i
}

// monthAt reads what begins with the name of a month.
func (p *parser) monthAt(i int, o op) (point, int, bool) {
	m, j, _ := p.monthName(i)
	a := point{form: formMonth, month: m}
	k := j
	switch {
	case p.is(k, "the"), p.at(k).mark == ',' && p.suffixed(k+1):
		k++
	case (p.at(k).mark == '-' || p.at(k).mark == '/') && p.at(k).glued && p.at(k+1).glued:
		k++
	}
	if d, next, ok := p.dayNumber(k); ok && p.isDay(i, k, next) {
		a.form, a.day = formDate, d
		end := p.yearAfter(next, &a)
		a.event = p.remembered(end)
		return a.checked(), end, true
	}
	if end := p.yearAfter(j, &a); end > j && !p.doubtful(i) {
		return a, end, true
	}
	full := !p.abbreviated(i)
	switch {
	case m == 3 || m == 5:
		// May and March are a person and a walk, too.
		return a, j, p.at(i).upper && full && (o == opIn || o == opSince || o == opUntil)
	case o == opNone:
		// "the July ceasefire"; but April, June and August are persons, and the October Revolution has its name.
		return a, j, full && p.at(i).upper && m != 4 && m != 6 && m != 8 && (!p.at(i-1).upper || p.is(i-1, "the")) && !p.at(j).upper
	}
	return a, j, full || p.at(i).upper
}

// remembered says whether the date before token i names what happened then: "the Oct. 7 attack", "the Sept. 11 terrorist attacks".
func (p *parser) remembered(i int) bool {
	for k := i; k < i+3 && p.at(k).word.class == none && p.at(k).mark == 0; k++ {
		if remembered(p.raw(k)) {
			return true
		}
	}
	return false
}

// isDay says whether the number at k is a day of the month at i, and counts nothing: "in March 20 soldiers fell", "in May two of them".
func (p *parser) isDay(i, k, next int) bool {
	switch {
	case p.suffixed(k):
		return true
	case p.at(k).number >= 0:
		return !p.doubtful(i) && (!p.is(i-1, "in") || p.abbreviated(i) || p.at(next).mark == ',' || p.at(next).number >= 1000)
	}
	return p.alone(next)
}

// numberAt reads what begins with digits: 8 November 2025, 2025-11-08, 2025, 1990s, 19th century.
func (p *parser) numberAt(i int, o op) (point, int, bool) {
	t := p.at(i)
	if a, end, ok := p.numeric(i); ok {
		return a, end, true
	}
	if a, end, ok := p.dayMonth(i); ok {
		return a, end, true
	}
	if p.suffixed(i) {
		return p.ordinalAt(i)
	}
	if end, ok := p.plural(i + 1); ok && t.number%10 == 0 && !p.fraction(i) {
		switch {
		case t.end-t.start == 4 && t.number >= 1000:
			return point{form: formDecade, year: t.number}, end, true
		case t.end-t.start == 2 && t.number >= 30 && p.is(i-1, "the") && !p.is(i-2, "of"):
			return point{form: formDecade, year: 1900 + t.number}, end, true
		}
	}
	y, ok := p.year(i)
	if !ok {
		return point{}, i, false
	}
	a := point{form: formYear, year: y}
	// "2019 Q3", "2017, April", "2019-Aug-01"
	j := i + 1
	if m := p.at(j).mark; m == ',' || m == '-' && p.at(j).glued {
		j++
	}
	if m, next, ok := p.monthName(j); ok && (j == i+1 || p.at(j-1).mark != ',' || !p.at(j).upper || p.class(next) == none && p.at(next).number < 0) && !p.doubtful(j) {
		a.form, a.month = formMonth, m
		if p.at(next).mark == '-' && p.at(next).glued {
			if d, end, ok := p.dayNumber(next + 1); ok {
				a.form, a.day = formDate, d
				return a.checked(), end, true
			}
		}
		if j == i+1 || p.at(j-1).mark == '-' {
			return a, next, true
		}
		a = point{form: formYear, year: y}
	}
	if b, end, ok := p.fiscalAt(j); ok && b.year == 0 {
		b.year = y
		return b, end, true
	}
	if p.counts(i+1, y, o) {
		return point{}, i, false
	}
	if (o == opNone || o == opAround || p.is(i-1, "at")) && !p.afterYear(i) && !(o == opNone && p.rangeOfYears(i)) {
		return point{}, i, false
	}
	return a, i + 1, true
}

// afterYear says whether the number at i stands in a list of years: "in 2014 and 2016".
func (p *parser) afterYear(i int) bool {
	n := len(p.found)
	return n > 0 && p.found[n-1].end == i-1 && p.found[n-1].when.a.form == formYear && (p.is(i-1, "and", "or") || p.at(i-1).mark == ',')
}

// rangeOfYears says whether 2014-2018 or 2014 to 2018 stands at i.
func (p *parser) rangeOfYears(i int) bool {
	if p.at(i+1).mark != '-' && !p.is(i+1, "to", "through") || p.at(i).glued && p.at(i-1).mark == '-' {
		return false
	}
	y, ok := p.year(i + 2)
	return ok && y > p.at(i).number && p.at(i).number >= 1500 && !p.counts(i+3, y, opNone)
}

// dayMonth reads 8 November, 8th of November 2025, second day of August.
func (p *parser) dayMonth(i int) (point, int, bool) {
	d, j, ok := p.dayNumber(i)
	if !ok {
		return point{}, i, false
	}
	of := false
	switch t := p.at(j); {
	case p.is(j, "day") && p.is(j+1, "of"):
		of, j = true, j+2
	case p.is(j, "of"):
		of, j = true, j+1
	case (t.mark == '-' || t.mark == '/' || t.mark == '.') && t.glued && p.class(j+1) == month:
		j++
	}
	m, next, ok := p.monthName(j)
	if !ok || !of && (p.doubtful(j) && !p.suffixed(i) || p.class(i) == ordinal) {
		return point{}, i, false
	}
	a := point{form: formDate, month: m, day: d}
	end := p.yearAfter(next, &a)
	a.event = p.remembered(end)
	return a.checked(), end, true
}

// daysOfMonth reads two days of one month: "from 4 to 22 January 1995", "6-8 November", "between 3 and 12 of next month".
func (p *parser) daysOfMonth(i int, o op) (a, b point, end int, ok bool) {
	first, j, ok := p.dayNumber(i)
	if !ok {
		return a, b, i, false
	}
	switch {
	case p.at(j).mark == '-', p.is(j, "to", "until", "till", "through") && o != opBetween, p.is(j, "and"):
	default:
		return a, b, i, false
	}
	j++
	if p.is(j, "the") {
		j++
	}
	b, end, ok = p.dayMonth(j)
	if !ok {
		if b, end, ok = p.dayOfUnit(j); !ok {
			return a, b, i, false
		}
		a = b
		a.n = first
		return a, b, end, first < b.n
	}
	a = b
	a.day = first
	return a, b, end, first < b.day
}

// dayOfUnit reads 20th of next month, 22 this month.
func (p *parser) dayOfUnit(i int) (point, int, bool) {
	d, j, ok := p.dayNumber(i)
	if !ok {
		return point{}, i, false
	}
	if p.is(j, "day") {
		j++
	}
	if p.is(j, "of", "in") {
		j++
	}
	base, end, ok := p.whichAt(j, opIn)
	if !ok && p.is(j, "the") && p.is(j+1, "month") {
		base, end, ok = point{form: formUnit, unit: unitMonth}, j+2, true
	}
	if !ok || base.form != formUnit || base.unit != unitMonth {
		return point{}, i, false
	}
	return point{form: formNth, n: d, count: 1, unit: unitDay, base: &base}, end, true
}

// numeric reads 2025-11-08, 2025/11/08, 21.4.2016, 21/04/2016. Where day and month may be either, the date stays open.
func (p *parser) numeric(i int) (point, int, bool) {
	x, s1, y, s2, z := p.at(i), p.at(i+1), p.at(i+2), p.at(i+3), p.at(i+4)
	if s1.mark != '-' && s1.mark != '/' && s1.mark != '.' || s2.mark != s1.mark || !s1.glued || !y.glued || !s2.glued || !z.glued || z.number < 1 {
		return point{}, i, false
	}
	after := p.at(i + 5)
	if after.glued && (after.number >= 0 || after.mark == s1.mark && p.at(i+6).glued && p.at(i+6).number >= 0) {
		return point{}, i, false
	}
	a := point{form: formDate, year: x.number, month: y.number, day: z.number}
	if y.word.class == month && (x.end-x.start == 4 || z.end-z.start == 4) {
		a.month = y.word.value
		if x.end-x.start != 4 {
			a.year, a.day = z.number, x.number
		}
		return a.checked(), i + 5, a.year < 2200
	}
	if y.number < 1 {
		return point{}, i, false
	}
	if x.end-x.start != 4 {
		if z.end-z.start != 4 {
			return point{}, i, false
		}
		a = point{form: formDate, year: z.number, month: y.number, day: x.number}
		switch {
		case s1.mark == '.', x.number > 12, x.number == y.number:
		case y.number > 12:
			a.month, a.day = x.number, y.number
		default:
			return point{form: formVague}, i + 5, x.number >= 1 && x.number <= 12
		}
	}
	return a, i + 5, a.possible() && a.year < 2200
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
	if m := p.at(k).mark; m == ',' || m == '(' || m == '-' && p.at(k).glued {
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
	if d, next, ok := p.dayNumber(k); ok && k <= j+1 && (p.suffixed(k) || p.is(k-1, "the") && p.at(k).number < 0) && p.alone(next) {
		a.day = d
		return a, next, true
	}
	if short {
		return a, i, false
	}
	k = j
	if p.is(k, "of", "in") {
		k++
	}
	if p.is(k, "this", "last", "next") && p.is(k+1, "week") {
		a.shift, a.shifted = p.at(k).word.value, true
		return a, k + 2, true
	}
	if p.is(k, "the") && p.is(k+1, "following", "previous", "same") && p.is(k+2, "week") {
		return point{form: formVague}, k + 3, true
	}
	return a, j, true
}

// monthOrDay reads a full date after a weekday.
func (p *parser) monthOrDay(i int) (point, int, bool) {
	if p.class(i) == month {
		a, end, ok := p.monthAt(i, opNone)
		return a, end, ok && a.form == formDate
	}
	if a, end, ok := p.numeric(i); ok && a.form == formDate {
		return a, end, true
	}
	return p.dayMonth(i)
}

// whichAt reads this, last, next and what they go with.
func (p *parser) whichAt(i int, o op) (point, int, bool) {
	shift := p.at(i).word.value
	// "this past Wednesday", "this coming Friday"
	if shift == 0 && p.is(i+1, "past", "coming", "upcoming") && p.class(i+2) == weekday {
		i++
		shift = p.at(i).word.value
	}
	n := p.at(i + 1)
	switch n.word.class {
	case weekday:
		if n.end-n.start < 6 {
			return point{}, i, false
		}
		a := point{form: formWeekday, weekday: n.word.value, shift: shift, shifted: true, adjacent: p.is(i, "past", "coming", "upcoming")}
		if b, end, ok := p.monthOrDay(p.hyphen(i + 2)); ok {
			return b, end, true
		}
		if p.is(i, "previous", "following") {
			a.form = formVague // of what is told
		}
		return a, i + 2, true
	case unit:
		return p.unitAfter(i, shift, o)
	case month:
		if a, end, ok := p.monthAt(i+1, opNone); ok && a.form == formDate && a.year == 0 {
			a.shift, a.shifted = shift, shift != 0
			return a, end, true
		}
		a := point{form: formMonth, month: n.word.value, shift: shift, shifted: true}
		return a, i + 2, !p.doubtful(i+1) && !p.is(i, "previous", "following")
	case season:
		return point{form: formSeason, season: n.word.value, shift: shift, shifted: true}, i + 2, true
	case part:
		if shift == 0 {
			return point{form: formDay}, i + 2, true
		}
		if p.is(i, "last") && p.is(i+1, "night") {
			return point{form: formDay, shift: -1}, i + 2, true
		}
		return point{}, i, false
	}
	// "the last two years"; "the last two weeks of May" are others
	if k, j, ok := p.number(i + 1); ok && p.class(j) == unit && shift != 0 && !p.is(i+1, "a", "an") {
		if a, end, ok := p.nthAt(-1, k, p.at(j).word.value, j+1); ok && p.is(i, "last") {
			return a, end, true
		}
		return point{form: formLast, n: k * shift, unit: p.at(j).word.value, shifted: o != opWithin}, j + 1, p.at(j).word.plural || k == 1
	}
	if p.is(i+1, "few", "several", "couple") && shift != 0 {
		j := i + 2
		if p.is(j, "of") {
			j++
		}
		return point{form: formVague}, j + 1, p.class(j) == unit
	}
	return point{}, i, false
}

// unitAfter reads this week, last month, the coming days.
func (p *parser) unitAfter(i, shift int, o op) (point, int, bool) {
	u := p.at(i + 1).word
	a := point{form: formUnit, unit: u.value, shift: shift}
	switch {
	case u.plural:
		return point{form: formVague}, i + 2, p.is(i, "past", "coming", "previous", "following")
	case p.is(i, "last"):
		if b, end, ok := p.nthAt(-1, 1, u.value, i+2); ok {
			return b, end, true
		}
	case p.is(i, "past", "previous", "following") && u.value != unitQuarter && !(p.is(i, "previous") && p.is(i-1, "of")):
		// Those of what is told, not of the article.
		return point{form: formVague}, i + 2, true
	}
	switch u.value {
	case unitDay:
		return point{form: formVague}, i + 2, p.is(i, "next") && p.is(i-1, "the")
	case unitHour, unitHalf:
		return point{}, i, false
	case unitFortnight:
		return point{form: formLast, n: shift, unit: u.value}, i + 2, shift != 0
	case unitWeek:
		j := i + 2
		if p.is(j, "on") {
			j++
		}
		if w := p.at(j); w.word.class == weekday && w.end-w.start >= 6 {
			return point{form: formWeekday, weekday: w.word.value, shift: shift, shifted: true}, j + 1, true
		}
	}
	return a, i + 2, true
}

// nthAt reads what the nth unit is of: "(the third week) of May", "(the last two months) of 2021", "(the first week) of this year".
func (p *parser) nthAt(n, count, u, i int) (point, int, bool) {
	j := i
	if p.is(j, "of", "in") {
		j++
	} else if !p.is(j, "this", "next", "last") {
		return point{}, i, false
	}
	base, end, ok := p.period(j, opIn)
	if !ok && p.is(j, "the") && (p.is(j+1, "month", "year")) {
		base, end, ok = point{form: formUnit, unit: p.at(j + 1).word.value}, j+2, true
	}
	if !ok || base.narrow != 0 {
		return point{}, i, false
	}
	switch base.form {
	case formMonth, formYear, formSeason, formQuarter, formHalf, formDecade:
	case formUnit:
		if base.unit <= u {
			return point{}, i, false
		}
	default:
		return point{}, i, false
	}
	return point{form: formNth, n: n, count: count, unit: u, base: &base}, end, true
}

// unitAt reads "week of April 10", "year 2020", "weekend".
func (p *parser) unitAt(i int, o op) (point, int, bool) {
	u := p.at(i).word
	if u.plural {
		return point{}, i, false
	}
	switch u.value {
	case unitWeek:
		j := i + 1
		if p.is(j, "of", "starting", "beginning", "commencing") {
			j++
			if p.is(j, "on") {
				j++
			}
			if base, end, ok := p.core(j, opIn); ok && (base.form == formDate || base.form == formWeekday) {
				return point{form: formWeekOf, base: &base}, end, true
			}
		}
	case unitYear:
		j := i + 1
		if p.is(j, "of") {
			j++
		}
		if y, ok := p.year(j); ok && !p.counts(j+1, y, opIn) {
			return point{form: formYear, year: y}, j + 1, true
		}
	case unitWeekend:
		if o == opIn || o == opAround {
			return point{form: formUnit, unit: unitWeekend}, i + 1, true
		}
	}
	return point{}, i, false
}

// dayAt reads today, yesterday, tomorrow.
func (p *parser) dayAt(i int) (point, int, bool) {
	a := point{form: formDay, shift: p.at(i).word.value}
	if p.is(i, "now") {
		return a, i, false
	}
	j := i + 1
	if p.at(j).mark == '(' {
		if b, end, ok := p.monthOrDay(j + 1); ok && p.at(end).mark == ')' {
			return b, end + 1, true
		}
	}
	return a, j, true
}

// seasonAt reads spring 2025, summer of 2014, in spring.
func (p *parser) seasonAt(i int, o op) (point, int, bool) {
	a := point{form: formSeason, season: p.at(i).word.value}
	if end := p.yearAfter(i+1, &a); end > i+1 {
		return a, end, true
	}
	return a, i + 1, o != opNone && !p.is(i, "fall") && !(p.is(i, "spring") && p.at(i).upper)
}

// fiscalAt reads Q3 2025, H1 2025.
func (p *parser) fiscalAt(i int) (point, int, bool) {
	n := p.at(i + 1)
	if !p.is(i, "q", "h") || !n.glued || n.number < 1 || n.number > 4 || p.is(i, "h") && n.number > 2 || n.end-n.start > 1 {
		return point{}, i, false
	}
	a := point{form: formQuarter, n: n.number}
	if p.is(i, "h") {
		a.form = formHalf
	}
	end := p.yearAfter(i+2, &a)
	return a, end, true
}

// theAt reads what begins with the.
func (p *parser) theAt(i int, o op) (point, int, bool) {
	t := p.at(i + 1)
	switch t.word.class {
	case unit:
		return p.theUnit(i, o)
	case which, ordinal, season, decade:
		return p.core(i+1, opIn)
	case cardinal:
		return p.core(i+1, o)
	case small:
		if p.is(i+1, "same") {
			return p.core(i+1, o)
		}
		return point{form: formVague}, i + 2, p.is(i+1, "time") && p.is(i-1, "at")
	}
	switch {
	case t.number >= 0:
		if _, ok := p.year(i + 1); ok {
			if b, _ := p.plural(i + 2); b == i+2 {
				return point{}, i, false // "the 2015 agreement" says when it was made, not when this happens
			}
		}
		if a, end, ok := p.dayOfUnit(i + 1); ok {
			return a, end, true
		}
		return p.core(i+1, opIn)
	case t.mark == '\'' && p.at(i+2).glued && p.at(i+2).number >= 30 && p.at(i+2).number < 100 && p.at(i+2).number%10 == 0:
		if end, ok := p.plural(i + 3); ok {
			return point{form: formDecade, year: 1900 + p.at(i+2).number}, end, true
		}
	}
	return point{}, i, false
}

// theUnit reads the day before yesterday, the week after next, the weekend, the week of April 10.
func (p *parser) theUnit(i int, o op) (point, int, bool) {
	u := p.at(i + 1).word
	shift, j := 0, i+3
	if p.is(j, "the") {
		j++
	}
	switch {
	case p.is(i+2, "after") && p.is(j, "next"):
		shift = 2
	case p.is(i+2, "before") && p.is(j, "last"):
		shift = -2
	}
	switch {
	case u.plural:
		return point{}, i, false
	case shift != 0 && u.value != unitDay:
		return point{form: formUnit, unit: u.value, shift: shift}, j + 1, true
	case u.value == unitDay && p.is(i+2, "before") && p.is(i+3, "yesterday"):
		return point{form: formDay, shift: -2}, i + 4, true
	case u.value == unitDay && p.is(i+2, "after") && p.is(i+3, "tomorrow"):
		return point{form: formDay, shift: 2}, i + 4, true
	}
	if a, end, ok := p.unitAt(i+1, opIn); ok {
		return a, end, true
	}
	switch u.value {
	case unitWeek, unitMonth, unitYear:
		return point{form: formUnit, unit: u.value}, i + 2, o != opNone && !p.is(i+2, "of", "before", "after", "that", "when")
	}
	return point{}, i, false
}

// ordinalAt reads the first Friday of July, the third quarter of 2025, second of August, the 19th century.
func (p *parser) ordinalAt(i int) (point, int, bool) {
	if a, end, ok := p.dayMonth(i); ok {
		return a, end, true
	}
	if a, end, ok := p.dayOfUnit(i); ok {
		return a, end, true
	}
	n, j, ok := p.rank(i)
	if !ok {
		return point{}, i, false
	}
	t := p.at(j)
	count := 1
	if k, next, ok := p.number(j); ok && p.class(next) == unit && n == 1 {
		count, j = k, next
		t = p.at(j)
	}
	if t.word.class == weekday && n <= 5 {
		if p.is(j+1, "of", "in") {
			if a, end, ok := p.nthAt(n, 1, unitDay, j+1); ok && (a.base.form == formMonth || a.base.unit == unitMonth) {
				a.weekday, a.weekdayKnown = t.word.value, true
				return a, end, true
			}
		}
		return point{}, i, false
	}
	if t.word.class != unit {
		return point{}, i, false
	}
	a := point{n: n}
	switch t.word.value {
	case unitCentury:
		return point{form: formCentury, n: n}, j + 1, n > 1
	case unitQuarter:
		a.form = formQuarter
	case unitHalf:
		a.form = formHalf
	default:
		return p.nthAt(n, count, t.word.value, j+1)
	}
	if a.form == formQuarter && n > 4 || a.form == formHalf && n > 2 {
		return point{}, i, false
	}
	end := p.yearAfter(j+1, &a)
	return a, end, end > j+1 || a.form == formQuarter
}

// amount reads what counts units: two weeks ago, three days from now, two days after 4 July, the 5 past years.
func (p *parser) amount(i int, o op) (point, int, bool) {
	n, j, ok := p.number(i)
	switch {
	case ok && n == 1 && p.is(j, "few", "couple"):
		n = 0
		j++
		if p.is(j, "of") {
			j++
		}
	case !ok && p.is(i, "few", "several"):
		n, j = 0, i+1
	case !ok:
		return point{}, i, false
	}
	if p.class(j) == which && p.class(j+1) == unit && p.at(j+1).word.plural && n > 0 && p.at(j).word.value != 0 {
		return point{form: formLast, n: n * p.at(j).word.value, unit: p.at(j + 1).word.value, shifted: o != opWithin}, j + 2, true
	}
	u := p.at(j).word
	if u.class != unit || u.value == unitHalf || u.value == unitWeekend {
		return point{}, i, false
	}
	j++
	a := point{form: formAgo, unit: u.value, n: n}
	switch {
	case p.is(j, "ago"):
		a.n = -n
		j++
	case p.is(j, "from") && p.is(j+1, "now", "today"):
		if o == opWithin {
			a.form = formLast
		}
		j += 2
	case p.is(j, "hence"):
		j++
	case p.is(j, "before", "after", "from"):
		base, end, ok := p.core(j+1, opIn)
		if !ok || base.form != formDate && base.form != formDay && base.form != formWeekday {
			return point{}, i, false
		}
		if p.is(j, "before") {
			a.n = -n
		}
		a.base = &base
		return a, end, n > 0
	case p.is(j, "earlier", "later"):
		return point{form: formVague}, j + 1, true
	case o == opWithin && n > 0:
		a.form = formLast
	case o == opIn && p.is(i-1, "in") && n > 0 && u.value != unitHour:
		// "will resume in two weeks"; "met twice in two weeks" says how long
		a.ahead = true
	default:
		return point{}, i, false
	}
	if n == 0 {
		return point{form: formVague}, j, true
	}
	return a, j, true
}

// rangeStart reads what is a date only where a second one follows: "May to September", "now and 15 November".
func (p *parser) rangeStart(i int, o op) (point, int, bool) {
	a, j := point{}, i
	switch {
	case p.class(i) == month && (o != opNone || p.at(i).upper):
		a.form = formMonth
		a.month, j, _ = p.monthName(i)
		// The second must be a month as well.
		k := j + 1
		if p.class(k) == phase {
			k = p.hyphen(k + 1)
		}
		if p.class(k) != month || p.at(i).upper != p.at(k).upper {
			return a, i, false
		}
	case p.is(i, "now"):
		a.form, j = formDay, i+1
	default:
		return a, i, false
	}
	_, _, ok := p.rangeEnd(found{end: j, when: when{op: o, a: a}})
	return a, j, ok
}

// rangeEnd reads the second date of a range.
func (p *parser) rangeEnd(f found) (point, int, bool) {
	j, a := f.end, f.when.a
	switch {
	case a.form == formVague:
		return point{}, j, false
	case f.when.op == opBetween && p.is(j, "and", "through", "to"):
	case p.is(j, "to", "until", "till", "through"):
	case p.is(j, "and") && a.form == formDate && a.year == 0 && p.at(j+1).number == a.day+1 && !p.fraction(j+1) && p.class(j+2) != month && p.class(j+2) != unit:
		// "November 6 and 7"
	case p.at(j).mark == '-' && (a.form == formDate || a.form == formYear || a.form == formMonth || a.form == formWeekday):
	default:
		return point{}, j, false
	}
	j++
	if p.is(j, "date") || p.is(j, "now") {
		return point{form: formDay}, j + 1, p.is(j-1, "to", "and", "until", "till", "through")
	}
	// November 6-8
	if a.form == formDate && a.year == 0 {
		k := j
		if p.is(k, "the") {
			k++
		}
		if d, next, ok := p.dayNumber(k); ok && d != a.day && p.class(next) != month && !p.is(next, "of") && p.class(next) != unit && !(p.at(next).mark == '.' && p.class(next+1) == month) {
			b := a
			b.day = d
			end := p.yearAfter(next, &b)
			if d < a.day {
				// "April 27 to the 3rd": of the next month
				b.month++
				return b, end, p.is(j, "the") && b.month <= 12 && b.possible()
			}
			return b, end, b.possible()
		}
	}
	b, end, ok := p.period(j, opUntil)
	if !ok && p.class(j) == month {
		b.form, ok = formMonth, true
		b.month, end, _ = p.monthName(j)
		end = p.yearAfter(end, &b)
	}
	if !ok || b.form == formVague || a.form == formYear && b.form == formYear && p.counts(end, b.year, opNone) {
		return point{}, j, false
	}
	return b, end, true
}

// tail takes in the time of day after a date.
func (p *parser) tail(f *found) {
	switch f.when.a.form {
	case formWeekday, formDay, formDate:
		if p.class(f.end) == part {
			f.end++
		}
		if p.is(f.end, "local") && p.is(f.end+1, "time") {
			f.end += 2
		}
	}
}
