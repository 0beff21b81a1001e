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
	vague // recently
	small // a word of the grammar: of, since, the
)

// The units, by length; their values in words.
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

type word struct {
	text  string
	class class
	value int
}

// words are all the words that the grammar knows.
var words = table()

func table() map[string]word {
	t := map[string]word{}
	add := func(c class, value int, texts ...string) {
		for _, s := range texts {
			t[s] = word{s, c, value}
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
	for i, names := range [][]string{
		{"day", "days"}, {"weekend", "weekends"}, {"week", "weeks"}, {"fortnight", "fortnights"}, {"month", "months"}, {"quarter", "quarters"}, {"half"},
		{"year", "years"}, {"decade", "decades"}, {"century", "centuries"}, {"hour", "hours"},
	} {
		add(unit, i+1, names...)
	}
	add(part, 0, "morning", "afternoon", "evening", "night", "dawn", "dusk", "noon", "midday", "midnight", "lunchtime", "overnight")
	for i, n := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
		"sixteen", "seventeen", "eighteen", "nineteen", "twenty"} {
		add(cardinal, i+1, n)
	}
	for i, n := range []string{"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		add(cardinal, 10*i+30, n)
	}
	for i, n := range []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
		"fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"} {
		add(ordinal, i+1, n)
	}
	add(ordinal, 30, "thirtieth")
	add(day, 0, "today", "tonight", "now")
	add(day, -1, "yesterday")
	add(day, 1, "tomorrow")
	add(which, 0, "this", "current")
	add(which, -1, "last", "past", "previous")
	add(which, 1, "next", "coming", "upcoming", "following")
	add(phase, 0, "early", "late", "mid", "earlier", "later", "beginning", "start", "middle", "end", "close", "rest")
	for i, s := range []string{"spring", "summer", "autumn", "winter"} {
		add(season, i, s)
	}
	add(season, 2, "fall")
	add(vague, 0, "recently", "lately", "soon", "shortly")
	add(small, 0, "the", "a", "an", "of", "on", "in", "at", "by", "since", "until", "till", "from", "to", "through", "throughout", "between", "and", "before", "after",
		"during", "over", "within", "around", "about", "ago", "s", "st", "nd", "rd", "th", "couple", "few", "several", "some", "hence", "as", "ahead", "time", "local", "same", "that",
		"prior", "or", "recent", "more", "than", "less", "circa", "back", "for", "q", "h", "these", "those")
	return t
}
