package dates

// What a date is made of: numbers, days of the month, years, names of months.

// number reads a cardinal number, in digits or in words.
func (p *parser) number(i int) (n, next int, ok bool) {
	t := p.at(i)
	switch {
	case t.number >= 0 && t.number < 1000 && !p.fraction(i) && !p.suffixed(i):
		return t.number, i + 1, true
	case t.word.class == cardinal:
		n, next = t.word.value, i+1
		if n >= 20 {
			j := p.hyphen(next)
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

// hyphen skips a dash that is glued to both sides.
func (p *parser) hyphen(i int) int {
	if t := p.at(i); t.mark == '-' && t.glued && p.at(i+1).glued {
		return i + 1
	}
	return i
}

// fraction says whether the digits at i are a part of something longer: 1.5, 6,107, 10:30, $5, A4.
func (p *parser) fraction(i int) bool {
	t, before, after := p.at(i), p.at(i-1), p.at(i+1)
	if before.mark == '$' {
		return true
	}
	if t.glued {
		switch {
		case (before.mark == '.' || before.mark == ',' || before.mark == ':') && before.glued && p.at(i-2).number >= 0:
			return true
		case before.mark == '#' || before.mark == 'x' || before.mark == 0:
			return true
		}
	}
	if !after.glued {
		return false
	}
	return after.mark == '%' || (after.mark == '.' || after.mark == ',' || after.mark == ':') && p.at(i+2).number >= 0 && p.at(i+2).glued
}

// suffixed says whether st, nd, rd or th is glued to the digits at i.
func (p *parser) suffixed(i int) bool {
	return p.at(i).number >= 0 && p.at(i+1).glued && p.is(i+1, "st", "nd", "rd", "th")
}

// dayNumber reads the day of a month: 8, 8th, eighth, twenty-first.
func (p *parser) dayNumber(i int) (n, next int, ok bool) {
	t := p.at(i)
	if t.number >= 1 && t.number <= 31 && t.end-t.start <= 2 {
		if p.suffixed(i) {
			return t.number, i + 2, true
		}
		return t.number, i + 1, !p.fraction(i) && (p.at(i+1).mark != 0 || !p.at(i+1).glued)
	}
	return p.ordinalWord(i)
}

// ordinalWord reads an ordinal in words: eighth, twenty-first; of two words a cardinal will do, too: twenty one.
func (p *parser) ordinalWord(i int) (n, next int, ok bool) {
	t := p.at(i)
	if t.word.class == ordinal {
		return t.word.value, i + 1, true
	}
	if t.word.class != cardinal || t.word.value != 20 && t.word.value != 30 {
		return 0, i, false
	}
	j := p.hyphen(i + 1)
	w := p.at(j).word
	n = t.word.value + w.value
	return n, j + 1, (w.class == ordinal || w.class == cardinal) && w.value < 10 && n <= 31
}

// alone says whether no noun follows that what stands before token i could count or rank: "the second, a Friday", not "the second convoy".
func (p *parser) alone(i int) bool {
	t := p.at(i)
	return t.start == t.end || t.mark != 0 || t.number >= 1000 || t.word.class == small || t.word.class == which
}

// rank reads what can count the parts of something: first, 3rd, twenty-sixth.
func (p *parser) rank(i int) (n, next int, ok bool) {
	if p.suffixed(i) {
		return p.at(i).number, i + 2, true
	}
	n, next, ok = p.ordinalWord(i)
	return n, next, ok && p.class(next-1) == ordinal
}

// year reads a year of four digits.
func (p *parser) year(i int) (int, bool) {
	t := p.at(i)
	if t.number < 1000 || t.number > 2199 || t.end-t.start != 4 || p.fraction(i) || clock(p.raw(i+1)) {
		return 0, false
	}
	if after := p.at(i + 1); after.glued && after.start != after.end && (after.mark == 0 || after.mark == '/') {
		return 0, false
	}
	return t.number, true
}

// monthName reads the name of a month, and the full stop of an abbreviation.
func (p *parser) monthName(i int) (m, next int, ok bool) {
	t := p.at(i)
	if t.word.class != month {
		return 0, i, false
	}
	next = i + 1
	if p.at(next).mark == '.' && p.at(next).glued && (p.abbreviated(i) || p.at(next+1).number >= 0) {
		next++
	}
	return t.word.value, next, true
}

func (p *parser) abbreviated(i int) bool {
	t := p.at(i)
	return t.end-t.start == 3 && t.word.value != 5 || t.word.text == "sept"
}

// doubtful says whether a month's name is a common word, too, and nothing says that it is a name: may, march.
func (p *parser) doubtful(i int) bool {
	m := p.at(i).word.value
	return (m == 3 || m == 5) && !p.at(i).upper
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
func (p *parser) counts(i, n int, o op) bool {
	t := p.at(i)
	if t.start == t.end || t.mark != 0 {
		return t.mark == '%' || t.mark == '$'
	}
	if t.word.class == unit {
		return true
	}
	if (o == opIn || o == opSince) && n >= 1900 && n < 2100 && n%100 != 0 {
		return false
	}
	return t.word.class == none && t.number < 0 && !t.upper && (p.text[t.end-1] == 's' || p.raw(i) == "people")
}
