package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a part of a text, in bytes: from Start up to, not including, End.
type Span struct{ Start, End int }

// Sentences returns where the sentences of a text are, in order. White space around them belongs to none. A line break ends a sentence only
// where a blank line or the end follows, the line ended a sentence, or it is a short line of its own. What is in quotation marks or in brackets
// is not parted: who says "We came. We went," says it in one sentence.
func Sentences(text string) []Span {
	var all []Span
	start := 0
	emit := func(end int) {
		s := text[start:end]
		left := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
		if trimmed := strings.TrimSpace(s); trimmed != "" {
			all = append(all, Span{start + left, start + left + len(trimmed)})
		}
		start = end
	}
	var list marker // the sentence is an item of a list, which this marks
	closes := -1    // inside quotation marks or brackets that close here
	barren := map[rune]int{}
	fresh := true // nothing of the sentence was read yet
	before := rune('\n')
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if fresh && !unicode.IsSpace(r) {
			fresh = false
			if m := markerAt(text[i:]); m.size > 0 {
				list = m
				i += m.size
				before = '.'
				continue
			}
		}
		if list.size > 0 && unicode.IsSpace(before) && closes < 0 {
			if m := markerAt(text[i:]); m.size > 0 && m.follows(list) {
				emit(i)
				list = m
				i += m.size
				before = '.'
				continue
			}
		}
		switch {
		case r == '\r' && !strings.HasPrefix(text[i+size:], "\n") && startsUpper(strings.TrimLeft(text[i+size:], "'\"“‘(/")), r == '\n' && (endsParagraph(text[i+1:], text[start:i]) || list.size > 0 && startsUpper(text[i+1:])):
			emit(i)
			fresh, closes, list = true, -1, marker{}
		case i+size == closes && strings.ContainsRune("-–—", before) && strings.ContainsRune("\"”", r) && strings.HasPrefix(text[i+size:], " ") && startsUpper(text[i+size:]): // "We left, and--" At this,
			emit(i + size)
			fresh, closes, list = true, -1, marker{}
		case i >= closes && opens(r, before):
			if i >= barren[r] {
				if end := closing(text, i+size, r); end > 0 {
					closes = end
				} else {
					barren[r] = i + 500 // nothing near closes it: do not look again at each of many
				}
			}
		case r == '.' || r == '!' || r == '?' || r == '…' || r == '．':
			end := marks(text, i+size)
			if end >= closes {
				closes = -1
			}
			if closes < 0 && endsSentence(text[start:i], r, text[i:end], text[end:]) {
				emit(end)
				fresh, list = true, marker{}
			}
			before, _ = utf8.DecodeLastRuneInString(text[:end])
			i = end
			continue
		}
		before = r
		i += size
		if i >= closes {
			closes = -1
		}
	}
	emit(len(text))
	return all
}

// marks returns where what belongs to a full stop ends: more stops, what closes, and the numbers of notes: "at large.[7][8]".
func marks(text string, end int) int {
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		switch {
		case strings.ContainsRune(".!?…．\"'”’»)]", r):
			end += n
		case r == ' ' && strings.HasPrefix(text[end:], " .") && text[end-1] == '.': // . . .
			if dots := strings.TrimLeft(text[end:], " ."); startsUpper(dots) && end > 1 && text[end-2] != ' ' && text[end-2] != '.' && len(text)-end-len(dots) == 7 {
				return end // "We left. . . . They came": the first one is the stop
			}
			end += 2
		case r == '[':
			close := strings.IndexByte(text[end:min(len(text), end+6)], ']')
			if close < 2 || strings.Trim(text[end+1:end+close], "0123456789") != "" {
				return end
			}
			end += close + 1
		case '0' <= r && r <= '9' && end >= 2 && text[end-1] == '.' && (text[end-2] == ')' || 'a' <= text[end-2] && text[end-2] <= 'z'):
			rest := strings.TrimLeft(text[end:], "0123456789")
			if !startsUpper(strings.TrimLeft(rest, " 0123456789")) || !strings.HasPrefix(rest, " ") || len(text)-end-len(rest) > 3 {
				return end
			}
			return len(text) - len(strings.TrimLeft(rest, " 0123456789")) - 1
		default:
			return end
		}
	}
	return end
}

// opens tells whether a mark opens a quotation or a bracket, for what stands before it.
func opens(r, before rune) bool {
	switch r {
	case '“', '(', '[':
		return true
	case '"', '‘', '\'', '`':
		return unicode.IsSpace(before) || strings.ContainsRune("([—–-:“‘\"", before)
	}
	return false
}

// closing returns where what r opened is closed, behind its mark, in the same paragraph and not too far; -1: nowhere.
func closing(text string, i int, r rune) int {
	depth := 1
	before := r
	for limit := min(len(text), i+1500); i < limit; {
		c, size := utf8.DecodeRuneInString(text[i:])
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		if c == '\n' && (next == '\n' || next == '\r') {
			return -1
		}
		closed := false
		switch r {
		case '“':
			if c == '“' && unicode.IsSpace(before) { // opened anew: the one before lost its end
				return -1
			}
			closed = c == '”' || c == '"' && !unicode.IsSpace(before)
		case '"':
			closed = (c == '"' || c == '”') && !unicode.IsSpace(before)
		case '‘', '\'', '`':
			closed = (c == '’' || c == '\'') && !isLetterOrDigit(next) && strings.ContainsRune(".,!?…", before) || (c == '’' || r != '‘' && c == '\'') && before != 's' && !isLetterOrDigit(next) && !unicode.IsSpace(before)
		case '(':
			if c == '(' {
				depth++
			} else if c == ')' {
				depth--
			}
			closed = depth == 0
		case '[':
			closed = c == ']'
		}
		i += size
		if closed {
			return i
		}
		before = c
	}
	return -1
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, unicode.IsSpace))
	return unicode.IsUpper(r)
}

// marker is what an item of a list begins with: "1.", "a)", "• 9.", "ii)".
type marker struct {
	size   int
	label  string
	suffix string
}

// markerAt returns the marker with which s begins; one of size 0 where it has none.
func markerAt(s string) marker {
	i := 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune("•⁃ ", r) || r == ' ' && i == 0 {
			break
		}
		i += n
	}
	from := i
	for i < len(s) && i-from < 4 && ('0' <= s[i] && s[i] <= '9' || 'a' <= s[i] && s[i] <= 'z') {
		i++
	}
	label := s[from:i]
	if label == "" || len(label) > 3 || len(label) > 1 && strings.Trim(label, "0123456789") != "" && ordinal(label) < 0 {
		return marker{}
	}
	for _, suffix := range []string{".)", ".", ")"} {
		if rest, ok := strings.CutPrefix(s[i:], suffix); ok && rest != "" && (rest[0] == ' ' || rest[0] == '\t') {
			return marker{i + len(suffix), label, suffix}
		}
	}
	return marker{}
}

// follows tells whether the item of m comes after that of the other in their list.
func (m marker) follows(other marker) bool {
	if m.suffix != other.suffix {
		return false
	}
	if a, b := ordinal(other.label), ordinal(m.label); a >= 0 && b >= 0 {
		return b == a+1
	}
	if len(m.label) == 1 && len(other.label) == 1 && m.label[0] >= 'a' {
		return m.label[0] == other.label[0]+1
	}
	return number(other.label) > 0 && number(m.label) == number(other.label)+1
}

// ordinal returns which of the small Roman numbers a label is; -1: none.
func ordinal(label string) int {
	for i, r := range []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"} {
		if r == label {
			return i
		}
	}
	return -1
}

func number(label string) int {
	n := 0
	for _, r := range label {
		if r < '0' || r > '9' {
			return -1
		}
		n = 10*n + int(r-'0')
	}
	return n
}

// endsParagraph tells whether a line break does: a blank line follows, or the line before was a line of its own (it is short, or does not end in
// a letter or comma that the next line goes on from).
func endsParagraph(after, before string) bool {
	line, _, _ := strings.Cut(after, "\n")
	if strings.TrimSpace(line) == "" {
		return true
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(line, unicode.IsSpace))
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	last, _ := utf8.DecodeLastRuneInString(before)
	if strings.ContainsRune(".!?…:\"”’»)", last) && !unicode.IsLower(next) {
		return true
	}
	whole := before[strings.LastIndexByte(before, '\n')+1:]
	return len(whole) == len(strings.TrimLeftFunc(before, unicode.IsSpace)) && len(whole) < 45 && (unicode.IsUpper(next) || next == '(') && isLetterOrDigit(last)
}

// endsSentence tells whether a full stop with its marks, with what was before it in the sentence and what comes after, ends it.
func endsSentence(before string, stop rune, marks, after string) bool {
	rest := strings.TrimLeftFunc(after, unicode.IsSpace)
	if rest == "" {
		return true
	}
	word := lastWord(before)
	next, size := utf8.DecodeRuneInString(rest)
	if len(rest) == len(after) { // "3.5", "U.S.", "x.com", but "world.Today"
		second, _ := utf8.DecodeRuneInString(rest[size:])
		last, _ := utf8.DecodeLastRuneInString(word)
		return marks == "．" || marks == "." && unicode.IsUpper(next) && (unicode.IsLower(second) || second == ' ') && (len(word) > 2 && word[1:] == strings.ToLower(word[1:]) && unicode.IsLower(last) || unicode.IsDigit(last)) && !strings.ContainsAny(word, "/@.:_") && !strings.Contains(following(rest), "@")
	}
	if m := markerAt(rest); m.size > 0 && (m.suffix == ")" || m.label == "a" || m.label == "1" || m.label == "i") {
		return true
	}
	if strings.ContainsRune("-–—", next) { // "voila! -- you have cake"
		dashed, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "-–— "))
		return unicode.IsUpper(dashed) && stop != '.'
	}
	if unicode.IsLower(next) || strings.ContainsRune(",;:", next) {
		return false
	}
	if next == '(' { // "as he wrote" (Smith 55). But: He left. (It was late.)
		close := strings.IndexByte(rest[:min(len(rest), 300)], ')')
		if strings.HasPrefix(rest, "(Which ") || strings.HasPrefix(rest, "(Who ") {
			return false
		}
		if close > 0 && !strings.ContainsRune(".!?", rune(rest[close-1])) && strings.ContainsAny(marks, "\"”’'") {
			return false
		}
	}
	if marks == ". . ." && strings.HasSuffix(before, " ") { // words are left out
		return false
	}
	if strings.ContainsAny(marks, "\"”’'") && stop != '.' && saidAfter(rest) { // "Enough!" Campos said.
		return false
	}
	if stop != '.' || strings.HasPrefix(marks, "..") {
		return true
	}
	if word == "" {
		return true
	}
	word = strings.TrimLeft(word, "\"'“‘«([&")
	after = strings.TrimRight(following(rest), ".,;:!?")
	lower := strings.ToLower(word)
	if lower == "a.m" || lower == "p.m" { // "At 5 a.m. Mr. Smith", but "He left at 6 p.m. Mr. Smith"
		return len(before) > 20 || len(strings.Fields(before)) > 3
	}
	if endings[lower] {
		return starters[after]
	}
	if Abbreviation(word) {
		return false
	}
	if word == "I" { // "you and I. Did you", but "Albert I. Jones"
		prior := lastWord(strings.TrimSpace(strings.TrimSuffix(before, word)))
		return prior != "" && prior == strings.ToLower(prior) && starters[after]
	}
	// An initial, or a chain of them, stands before a name; after a sentence's last word it is followed by a common starter.
	if letters := strings.ReplaceAll(word, ".", ""); utf8.RuneCountInString(letters) <= strings.Count(word, ".")+1 && letters == strings.ToUpper(letters) && isLetters(letters) {
		return strings.Contains(word, ".") && starters[after]
	}
	return true
}

// lastWord returns the last word of a text; of one that is very long, its end.
func lastWord(s string) string {
	if long := len(s) - 60; long > 0 {
		s = s[long:]
	}
	return s[strings.LastIndexFunc(s, unicode.IsSpace)+1:]
}

// following returns the first word of what follows.
func following(rest string) string {
	word, _, _ := strings.Cut(rest[:min(len(rest), 60)], " ")
	return word
}

// saidAfter tells whether what follows a quotation says who asked it: "Campos said.", "the envoy asked".
func saidAfter(rest string) bool {
	n := 0
	for w := range strings.FieldsSeq(rest) {
		if w = strings.TrimRight(w, ".,;:"); sayings[w] {
			return n > 0
		}
		if n++; n > 4 || !startsUpper(w) && w != "the" && n > 1 && w != "of" {
			return false
		}
	}
	return false
}

// Abbreviation tells whether a word, without its full stop, is one that is mostly written with it: "Mr", "Gen", "Jan".
func Abbreviation(word string) bool {
	lower := strings.ToLower(word)
	return abbreviations[lower] || endings[lower]
}

func isLetters(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// abbreviations are followed by more of the same sentence, nearly always.
var abbreviations = set(`mr mrs ms dr prof gen col lt lt.col maj capt cmdr adm brig sgt cpl pvt sen rep gov pres amb rev hon st mt ft no nos n° vs e.g i.e cf
	jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun dept univ est approx fig art para vol pp p ed ch sec rs msgr supt det insp messrs mmes`)

// endings may end a sentence too, which a common starter behind them shows.
var endings = set(`inc ltd co corp jr sr etc al bros plc llc`)

// starters begin a sentence far more often than they go on after an abbreviation such as "U.S."
var starters = set(`The A An He She It They We I You In On At But And This That These Those Its His Her Their There After Before However Meanwhile Earlier Later
	How What When Where Who Why Which Is Are Was Were Do Does Did Can Could Will Would Should Has Have Had If As Since While Although Though Because For From With Without By To Of
	Some Many Most Several Both All Each Every No Not Another Other Others One Two Three More Few Millions Thousands Hundreds Dozens Officials Analysts Critics Experts Diplomats
	According Also Then Now So Yet Or Nor Our My Your Please Let Let's Mr Mrs Ms Dr It's He's She's There's That's They're We're I'm`)

// sayings say who said what was quoted.
var sayings = set(`said says asked asks added adds told wrote writes shouted cried replied answered exclaimed tweeted`)
