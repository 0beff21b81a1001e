package dates

// class is what a word can be in an expression of time.
type class uint8

const (
	none class = iota
	month
	weekday
	unit
	part     // morning, night
	cardinal // two
	ordinal  // second
	day      // today
	which    // this, last, next
	phase    // early, late, mid
	season
	decade // seventies
	vague  // recently
	small  // a word of the grammar: of, since, the
)

// The units, by length.
const (
	unitDay = iota + 1
	unitWeekend
	unitWeek
	unitFortnight
	unitMonth
	unitQuarter
	unitHalf
	unitYear
	unitDecade
	unitCentury
	unitHour
)

// What narrows a period.
const (
	early = iota + 1
	middle
	late
	earlier
	later
	rest
)

type word struct {
	text   string
	class  class
	value  int
	plural bool
}

// words are all the words that the grammar knows.
var words = func() map[string]*word {
	t := map[string]*word{}
	add := func(c class, value int, texts ...string) {
		for _, s := range texts {
			t[s] = &word{s, c, value, false}
		}
	}
	counted := func(c class, from, step int, texts ...string) {
		for i, s := range texts {
			add(c, from+i*step, s)
		}
	}
	for i, m := range []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		add(month, i+1, m, m[:3])
	}
	add(month, 9, "sept")
	for i, d := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		add(weekday, i, d, d[:3])
	}
	add(weekday, 1, "tues")
	add(weekday, 2, "weds")
	add(weekday, 3, "thur", "thurs")
	counted(unit, 1, 1, "day", "weekend", "week", "fortnight", "month", "quarter", "half", "year", "decade", "century", "hour")
	for i, s := range []string{"days", "weekends", "weeks", "fortnights", "months", "quarters", "halves", "years", "decades", "centuries", "hours"} {
		t[s] = &word{s, unit, i + 1, true}
	}
	add(part, 0, "morning", "afternoon", "evening", "night", "dawn", "dusk", "noon", "midday", "midnight", "lunchtime")
	counted(cardinal, 1, 1, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
		"seventeen", "eighteen", "nineteen", "twenty")
	counted(cardinal, 30, 10, "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
	counted(ordinal, 1, 1, "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
		"fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth")
	add(ordinal, 30, "thirtieth")
	add(day, 0, "today", "tonight", "now")
	add(day, -1, "yesterday")
	add(day, 1, "tomorrow")
	add(which, 0, "this", "current")
	add(which, -1, "last", "past", "previous")
	add(which, 1, "next", "coming", "upcoming", "following")
	add(phase, early, "early", "beginning", "start")
	add(phase, middle, "mid", "middle")
	add(phase, late, "late", "end")
	add(phase, earlier, "earlier")
	add(phase, later, "later")
	add(phase, rest, "rest", "remainder")
	counted(season, 0, 1, "spring", "summer", "autumn", "winter")
	add(season, 2, "fall")
	counted(decade, 1920, 10, "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
	add(vague, 0, "recently")
	add(small, 0, "the", "a", "an", "of", "on", "in", "at", "by", "since", "until", "till", "from", "to", "through", "throughout", "between", "and", "before", "after", "during",
		"over", "within", "around", "ago", "s", "st", "nd", "rd", "th", "couple", "few", "several", "hence", "as", "ahead", "time", "local", "prior", "or", "recent", "q", "h", "that",
		"same", "no", "than", "starting", "commencing", "for", "date", "every", "each", "any", "most", "up")
	return t
}()

// clocks follow a number that is a time of day, not a year.
func clock(s string) bool {
	switch s {
	case "GMT", "UTC", "BST", "EST", "EDT", "CET", "CEST", "MSK", "hours", "hrs", "local":
		return true
	}
	return false
}

// named says whether a word makes a name of the date before it: the April 6 Movement, the Sunday Times.
func named(s string) bool {
	switch s {
	case "Times", "Telegraph", "Mail", "Mirror", "Express", "Post", "Herald", "World", "Movement", "Brigade", "Brigades", "Organization", "Organisation", "Martyrs", "Street", "Square",
		"Bridge", "Revolution", "Agreement", "Group", "War", "Accord", "Accords", "Protocol", "Alliance", "Coalition", "Front", "Party":
		return true
	}
	return false
}

// colours say whether a word makes a name of the day after it: Bloody Sunday, Black September.
func colours(s string) bool {
	switch s {
	case "Black", "Bloody", "Good", "Palm", "Easter", "Super", "Holy", "Red", "Ash", "Fat", "Cyber", "Giving", "Maundy", "News":
		return true
	}
	return false
}

// remembered says whether a word makes of the date before it the name of what happened then, however long ago: the October 7 attack.
func remembered(s string) bool {
	switch s {
	case "attack", "attacks", "assault", "massacre", "coup", "uprising", "riot", "riots", "committee", "commission", "bombing", "bombings", "incident", "revolution", "movement":
		return true
	}
	return false
}
