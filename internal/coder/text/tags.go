package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pos is a part of speech as the tagger sees it: finer than Tag, for what follows a form of be is not what follows one of have.
type pos uint8

const (
	start pos = iota
	determiner
	subjectPronoun
	objectPronoun
	pronoun
	possessivePronoun
	possessiveMark
	whoPronoun
	whichPronoun
	whose
	when
	preposition
	that
	infinitiveTo
	conjunction
	modal
	verbBase
	verbPlain
	verbPresent
	verbPast
	verbParticiple
	verbGerund
	beFinite
	beBase
	beParticiple
	beGerund
	haveFinite
	haveBase
	haveParticiple
	haveGerund
	doFinite
	adjective
	adverb
	negation
	numeral
	noun
	nouns
	name
	particle
	existential
	interjection
	comma
	stop
	dash
	quoteMark
	bracket
	symbol
	end
	posCount
)

// posNames are the names that the lexicon uses.
var posNames = [posCount]string{"START", "DT", "PRPS", "PRPO", "PRP", "PRP$", "POS", "WP", "WDT", "WP$", "WRB", "IN", "THAT", "TO", "CC", "MD", "VB", "VBP", "VBZ", "VBD", "VBN", "VBG",
	"BEF", "BEB", "BEN", "BEG", "HVF", "HVB", "HVN", "HVG", "DOF", "JJ", "RB", "NEG", "CD", "NN", "NNS", "NNP", "RP", "EX", "UH", "COMMA", "STOP", "DASH", "QUOTE", "PAR", "SYM", "END"}

// step is where the best way to a reading came from.
type step struct {
	cost float32
	from int8
}

// tag gives each token of the document its part of speech: of the readings of its words, those that go best together in each sentence.
func (d *Document) tag() {
	lex := english()
	names := d.capitalised(lex)
	d.pos = make([]pos, len(d.Tokens))
	var readings [][]reading
	var steps [][]step
	var room []reading
	var ways []step
	for _, s := range d.Sentences {
		readings, steps, room, ways = readings[:0], steps[:0], room[:0], ways[:0]
		if cap(room) < (s.Last-s.First)*maxReadings {
			room = make([]reading, 0, (s.Last-s.First)*maxReadings)
			ways = make([]step, 0, (s.Last-s.First)*maxReadings)
		}
		for i := s.First; i < s.Last; i++ {
			at := len(room)
			room = d.readings(room, lex, s, i, names)
			readings = append(readings, room[at:len(room):len(room)])
		}
		for i, rs := range readings {
			at := len(ways)
			for _, r := range rs {
				best := step{cost: 1e9}
				if i == 0 {
					best = step{cost: lex.after[start][r.pos]}
				} else {
					for j, before := range readings[i-1] {
						from := before.pos
						if from == stop { // a sentence in a quotation
							from = start
						}
						if c := steps[i-1][j].cost + lex.after[from][r.pos]; c < best.cost {
							best = step{c, int8(j)}
						}
					}
				}
				best.cost += r.cost
				ways = append(ways, best)
			}
			steps = append(steps, ways[at:len(ways):len(ways)])
		}
		if len(readings) == 0 {
			continue
		}
		last, best := len(readings)-1, 0
		for j, w := range steps[last] {
			if w.cost+lex.after[readings[last][j].pos][end] < steps[last][best].cost+lex.after[readings[last][best].pos][end] {
				best = j
			}
		}
		for i := last; i >= 0; i-- {
			d.pos[s.First+i] = readings[i][best].pos
			best = int(steps[i][best].from)
		}
		d.mend(lex, s)
		d.nominal(s)
	}
}

// mend finds the verb of a sentence that seems to have none: a plural that may be one ("the institute estimates that").
func (d *Document) mend(lex *lexicon, s Sentence) {
	for i := s.First; i+1 < s.Last; i++ {
		switch t := &d.Tokens[i]; {
		case i > s.First && d.pos[i-1] == possessiveMark && (d.pos[i] == verbBase || d.pos[i] == verbPresent): // "the airline's permit"
			d.pos[i] = map[pos]pos{verbBase: noun, verbPresent: nouns}[d.pos[i]]
		case i > s.First && d.pos[i] == verbBase && (d.Tokens[i-1].Norm == "very" || d.Tokens[i-1].Norm == "so" || d.Tokens[i-1].Norm == "too"): // "very close to"
			d.pos[i] = adjective
		case d.pos[i] == determiner && t.Norm == "that" && i > s.First && d.pos[i-1].isVerb() && clausal[lex.base(d.Tokens[i-1].Norm, d.pos[i-1])] && d.anyFinite(i+2, min(s.Last, i+14)) && (d.pos[i+1] == noun || d.pos[i+1] == adjective || d.pos[i+1] == name):
			d.pos[i] = that // "say that technology will"
		case d.pos[i] == determiner && t.Norm == "that": // before a plural it is no determiner
			j := i + 1
			for j < s.Last && d.pos[j] == adjective {
				j++
			}
			if j == s.Last || d.pos[j] != nouns && d.pos[j] != name {
				continue
			}
			d.pos[i] = that
			if d.pos[j] == name {
				continue
			}
			if j == i+1 && i > s.First && (d.pos[i-1] == noun || d.pos[i-1] == nouns) {
				for _, r := range lex.words[d.Tokens[j].Norm] {
					if r.pos == verbPresent && j+1 < s.Last && d.pos[j+1] != preposition && !d.pos[j+1].isVerb() {
						d.pos[j] = verbPresent
					}
				}
			}
		case i > s.First && (d.pos[i] == beFinite || d.pos[i] == haveFinite) && strings.HasSuffix(t.Norm, "s") && len(t.Norm) <= 4 && t.Norm[0] == '\'': // "the world's foremost power"
			if q := d.pos[i-1]; q != noun && q != nouns && q != name {
				continue
			}
			j := i + 1
			for j < s.Last && (d.pos[j] == adjective || d.pos[j] == numeral) {
				j++
			}
			if j < s.Last && (d.pos[j] == noun || d.pos[j] == nouns || d.pos[j] == name) {
				d.pos[i] = possessiveMark
			}
		}
	}
	has := func(i int, p pos) bool {
		n := d.Tokens[i].Norm
		for _, r := range lex.words[n] {
			if r.pos == p {
				return true
			}
		}
		for _, q := range lex.forms[n] {
			if q == p {
				return true
			}
		}
		return false
	}
	for i := s.First + 1; i+1 < s.Last; i++ {
		n := d.Tokens[i].Norm
		switch {
		case n == "to" && d.pos[i] == preposition && d.pos[i-1].isVerb() && (d.pos[i+1] == stop || d.pos[i+1] == comma): // "they were asked to."
			d.pos[i] = infinitiveTo
		case d.pos[i-1] == objectPronoun && d.pos[i] == verbPlain: // "gave us hope", "saw them leave"
			d.pos[i] = verbBase
			if has(i, noun) && (d.pos[i+1] == stop || d.pos[i+1] == comma || d.pos[i+1] == conjunction) {
				d.pos[i] = noun
			}
		case n == "'s" && d.pos[i] == beFinite && have[d.Tokens[i+1].Norm]: // "she's gone"
			d.pos[i] = haveFinite
		}
	}
	boundary := s.First
	for i := s.First; i+1 < s.Last; i++ {
		n := d.Tokens[i].Norm
		switch p := d.pos[i]; {
		case p == comma || p == conjunction || p == dash || p == that || p == when || p == whoPronoun || p == whichPronoun || subordinators[n] || p == stop || p == quoteMark:
			boundary = i + 1
		case (n == "this" || n == "that") && p == determiner && i == boundary && d.pos[i+1] == nouns && has(i+1, verbPresent): // "This means"
			d.pos[i+1] = verbPresent
		case p == adjective && i > s.First && strings.HasSuffix(n, "ed") && lex.verbs[n] != "" && lex.verbs[n] != n: // "is fuelled by", "would have delighted"
			b := i - 1
			for b > s.First && (d.pos[b] == adverb || d.pos[b] == negation) {
				b--
			}
			if q := d.pos[b]; q == haveFinite || q == haveBase || (q == beFinite || q == beBase || q == beParticiple) && d.Tokens[i+1].Norm == "by" {
				d.pos[i] = verbParticiple
			}
		case i > boundary && (p == nouns || p == noun): // "films often feature characters", "the law sets a limit"
			subject := i - 1
			for subject > boundary && d.pos[subject] == adverb {
				subject--
			}
			q, next := d.pos[subject], d.pos[i+1]
			opens := next == determiner && d.Tokens[i+1].Norm != "that" || next == possessivePronoun || subject < i-1 && (next == nouns || next == preposition || next == name)
			if !opens || d.anyFinite(boundary, i) || subject > s.First && d.pos[subject-1] == preposition && subject-1 == boundary {
				continue
			}
			if p == nouns && (q == noun || q == name) && has(i, verbPresent) {
				d.pos[i] = verbPresent
			} else if p == noun && (q == nouns || q == subjectPronoun) && has(i, verbPlain) && (subject < i-1 || q == subjectPronoun) {
				d.pos[i] = verbPlain
			}
		}
	}
	for i := s.First + 1; i+1 < s.Last; i++ { // "when Julian was"
		if d.pos[i] == adjective && isUpper(d.Tokens[i].Text) && (d.pos[i+1].isFinite() || d.pos[i+1] == possessiveMark) && d.pos[i-1] != determiner && d.pos[i-1] != beFinite && d.pos[i-1] != adverb {
			d.pos[i] = name
		}
	}
	for i := s.First + 1; i+1 < s.Last; i++ { // "the envoy who acts for"
		if d.pos[i] == whoPronoun && d.Tokens[i].Norm == "who" && (d.pos[i+1] == nouns || d.pos[i+1] == noun) {
			for _, p := range []pos{verbPresent, verbPast, verbPlain} {
				if has(i+1, p) {
					d.pos[i+1] = p
					break
				}
			}
		}
	}
	for i := s.First; i+1 < s.Last; i++ {
		j := i + 1
		for j < s.Last && (d.pos[j] == adverb || d.pos[j] == negation) {
			j++
		}
		if j == s.Last {
			break
		}
		next := end
		if j+1 < s.Last {
			next = d.pos[j+1]
		}
		switch p := d.pos[j]; {
		case j == i+1 && (p == verbBase || p == verbPlain) && (d.pos[i] == determiner && d.Tokens[i].Norm != "both" && d.Tokens[i].Norm != "all" && d.Tokens[i].Norm != "each" || d.pos[i] == adjective && i > s.First && (d.pos[i-1] == determiner || d.pos[i-1] == possessivePronoun) || d.pos[i] == possessivePronoun) && (next == noun || next == nouns || next == stop || next == comma || next == preposition || next == that || next == infinitiveTo || next.isFinite()): // "a liberal think tank"
			d.pos[j] = noun
		case d.pos[i] == modal && (p == noun || p == adjective) && !next.isVerb() && has(j, verbBase): // "will chair them"
			d.pos[j] = verbBase
		case d.Tokens[i].Norm == "to" && d.pos[i] == preposition && p == noun && has(j, verbBase) && (next == determiner || next == possessivePronoun || next == objectPronoun || next == particle): // "to wall off"
			d.pos[i], d.pos[j] = infinitiveTo, verbBase
		case (d.pos[i] == modal || d.pos[i] == doFinite) && (i == s.First || d.pos[i-1] == comma || d.pos[i-1] == quoteMark) && (p == name || p == determiner || p == noun || p == nouns): // "Will Chile attack?"
			for k := j + 1; k < s.Last && k < j+5; k++ {
				if d.pos[k].isVerb() {
					break
				}
				if d.pos[k] == noun && has(k, verbBase) && (k+1 == s.Last || d.pos[k+1] != noun && d.pos[k+1] != nouns && !d.pos[k+1].isVerb()) && d.pos[k-1] != determiner {
					d.pos[k] = verbBase
					break
				}
			}
		}
	}
	// A stretch that must have a verb: the sentence, and what stands between "if" and a comma.
	start, needs := s.First, true
	for i := s.First; i <= s.Last; i++ {
		if i < s.Last && !(d.pos[i] == comma || d.pos[i] == dash || subordinators[d.Tokens[i].Norm] || d.pos[i] == when || d.pos[i] == that) {
			continue
		}
		if i == s.Last {
			needs = needs || start == s.First
		}
		if needs && start > s.First || start == s.First && i == s.Last {
			d.needVerb(s, start, i, has)
		}
		if i == s.Last {
			break
		}
		start = i + 1
		needs = subordinators[d.Tokens[i].Norm] && d.Tokens[i].Norm != "once" && i+1 < s.Last && d.pos[i+1] != verbGerund && d.pos[i+1] != verbParticiple || d.pos[i] == that && i > s.First && d.pos[i-1] == nouns
		if d.pos[i] == that && i > s.First+1 && d.pos[i-1] == nouns && (d.pos[i-2] == noun || d.pos[i-2] == name) && clausal[lex.verbs[d.Tokens[i-1].Norm]] && !d.anyFinite(s.First, i-1) {
			d.pos[i-1] = verbPresent
		}
	}
}

func (d *Document) anyFinite(from, to int) bool {
	for i := from; i < to; i++ {
		if d.pos[i].isFinite() {
			return true
		}
	}
	return false
}

// needVerb takes a noun of tokens [from, to) for the verb that they lack: "if Chile attacks".
func (d *Document) needVerb(s Sentence, from, to int, has func(int, pos) bool) {
	if d.anyFinite(from, to) {
		return
	}
	for i := from + 1; i < to; i++ {
		q := d.pos[i-1]
		if d.pos[i] != nouns && d.pos[i] != noun || q != noun && q != name && q != nouns && q != subjectPronoun {
			continue
		}
		next := stop
		if i+1 < s.Last {
			next = d.pos[i+1]
		}
		plural := q == nouns || q == subjectPronoun
		if !plural && has(i, verbPresent) && next != possessiveMark && !next.isVerb() || plural && has(i, verbPlain) && next != possessiveMark && next != noun && next != nouns {
			d.pos[i] = verbPlain
			if !plural {
				d.pos[i] = verbPresent
			}
			return
		}
	}
}

// have are participles before which "'s" is a form of have.
var have = set(`been had gone become got gotten come said done`)

// nominal takes "the targeting of" for a noun.
func (d *Document) nominal(s Sentence) {
	for i := s.First + 1; i < s.Last; i++ {
		if d.pos[i] != verbGerund {
			continue
		}
		b := i - 1
		for b > s.First && d.pos[b] == adjective {
			b--
		}
		if p := d.pos[b]; p != determiner && p != possessivePronoun && p != possessiveMark {
			continue
		}
		next := stop
		if i+1 < s.Last {
			next = d.pos[i+1]
		}
		switch next {
		case preposition, comma, stop, quoteMark, conjunction, beFinite, modal, haveFinite, verbPast, verbPresent, dash, bracket:
			d.pos[i] = noun
		}
	}
}

// maxReadings is more than any word has.
const maxReadings = 10

// capitalised returns the words that stand with a capital in the midst of a sentence, in lower case: they are names at the head of one too.
func (d *Document) capitalised(lex *lexicon) map[string]bool {
	names := map[string]bool{}
	for _, s := range d.Sentences {
		for i := s.First + 1; i < s.Last; i++ {
			if t := &d.Tokens[i]; isUpper(t.Text) && !d.begins(s, i) {
				if !closed(lex.words[t.Norm]) {
					names[t.Norm] = true
				}
			}
		}
	}
	return names
}

// begins tells whether a token is the first word of a sentence, of a quotation or of what follows a colon.
func (d *Document) begins(s Sentence, i int) bool {
	for j := i - 1; j >= s.First; j-- {
		t := &d.Tokens[j]
		if r, _ := utf8.DecodeRuneInString(t.Text); isWord(r) {
			return false
		}
		switch t.Norm {
		case ",", "-", ")", ";", "'s", "'", "$", "%", "/", "&":
			if !d.marked(t.Start) {
				return false
			}
		case ":", ".", "?", "!", "…", "•":
			return true
		}
	}
	return true
}

func isUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// closed tells of words that are no name though they have a capital, as in titles: "of", "the", "and".
func closed(rs []reading) bool {
	for _, r := range rs {
		switch r.pos {
		case determiner, preposition, conjunction, infinitiveTo, possessivePronoun, subjectPronoun, objectPronoun, pronoun, beFinite, haveFinite, doFinite, modal, that, whoPronoun, whichPronoun, when, negation, existential:
			return r.cost < 1.2
		}
	}
	return false
}

// readings appends what a token may be.
func (d *Document) readings(to []reading, lex *lexicon, s Sentence, i int, names map[string]bool) []reading {
	t := &d.Tokens[i]
	r, _ := utf8.DecodeRuneInString(t.Text)
	if !isWord(r) {
		return append(to, d.markReadings(lex, t)...)
	}
	if isDigit(r) {
		return append(to, reading{numberPos(t.Norm), 0})
	}
	known := lex.words[t.Norm]
	if unicode.IsUpper(r) && t.Text != "I" {
		switch {
		case d.begins(s, i):
			if known == nil && lex.forms[t.Norm] == nil {
				return append(to, reading{name, 0}, reading{noun, 4})
			}
			if names[t.Norm] && !closed(known) {
				to = append(to, reading{name, 0})
			} else if !closed(known) {
				to = append(to, reading{name, 3})
			}
		case closed(known):
			if months[t.Norm] {
				return append(to, reading{name, 0})
			}
			if next := i + 1; t.Norm == "us" || len(t.Text) > 1 && t.Text == strings.ToUpper(t.Text) && next < s.Last && strings.ToUpper(d.Tokens[next].Text) != d.Tokens[next].Text {
				return append(to, reading{name, 0}) // the US, WHO
			}
		case demonym(t.Norm, known):
			return append(to, reading{adjective, 0}, reading{name, 1.5})
		default:
			return append(to, reading{name, 0})
		}
	}
	if known != nil {
		return append(to, known...)
	}
	if forms := lex.forms[t.Norm]; forms != nil {
		c := cost(100 / float32(len(forms)))
		for _, p := range forms {
			to = append(to, reading{p, c})
		}
		if strings.HasSuffix(t.Norm, "s") {
			to = append(to, reading{nouns, 1})
		} else if forms[0] == verbBase {
			to = append(to, reading{noun, 1})
		}
		return to
	}
	return guess(to, lex, t.Norm)
}

var months = set(`january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// demonym tells of "Iranian" and "Chinese", which stand with a capital though they are adjectives.
func demonym(norm string, known []reading) bool {
	if len(known) > 0 && known[0].pos != adjective {
		return false
	}
	if i := strings.LastIndexByte(norm, '-'); i >= 0 { // Saudi-led
		return strings.HasSuffix(norm, "ed") || strings.HasSuffix(norm, "ing") || strings.HasSuffix(norm, "ian") || strings.HasSuffix(norm, "ese")
	}
	for _, suffix := range []string{"ian", "ean", "ese", "ish", "anian"} {
		if strings.HasSuffix(norm, suffix) && len(norm) > len(suffix)+2 {
			return true
		}
	}
	return len(known) > 0 && known[0].cost < 0.3 && (strings.HasSuffix(norm, "i") || strings.HasSuffix(norm, "an") || norm == "french" || norm == "dutch" || norm == "greek" || norm == "czech")
}

func numberPos(norm string) pos {
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		if strings.HasSuffix(norm, suffix) {
			return adjective
		}
	}
	return numeral
}

func (d *Document) markReadings(lex *lexicon, t *Token) []reading {
	if d.marked(t.Start) {
		return []reading{{quoteMark, 0}}
	}
	if rs := lex.words[t.Norm]; rs != nil { // 's, 're
		return rs
	}
	p := symbol
	switch t.Norm {
	case ",":
		p = comma
	case ".", "?", "!":
		p = stop
	case "-", "--", ":", ";", "...", "…", "..":
		p = dash
	case "(", ")", "[", "]", "{", "}":
		p = bracket
	case "&":
		p = conjunction
	case "\"":
		p = quoteMark
	case "'":
		p = possessiveMark
	}
	return []reading{{p, 0}}
}

// guess appends what a word that no list has may be, by its form.
func guess(to []reading, lex *lexicon, norm string) []reading {
	if i := strings.LastIndexByte(norm, '-'); i >= 0 && i+1 < len(norm) {
		tail := norm[i+1:]
		rs := lex.words[tail]
		if lex.verbs[tail] != "" && (strings.HasSuffix(tail, "ed") || strings.HasSuffix(tail, "ing") || lex.verbs[tail] != tail) && (len(rs) == 0 || rs[0].pos != nouns && rs[0].pos != noun) {
			if strings.HasSuffix(tail, "ed") && (norm[:i] == "re" || norm[:i] == "co") { // re-elected
				return append(to, reading{verbPast, 0.7}, reading{verbParticiple, 0.7}, reading{adjective, 2})
			}
			return append(to, reading{adjective, 0})
		}
		if len(rs) > 0 && rs[0].pos == nouns {
			return append(to, reading{nouns, 0}, reading{adjective, 2})
		}
		return append(to, reading{adjective, 0.5}, reading{noun, 1})
	}
	has := func(suffixes ...string) bool {
		for _, s := range suffixes {
			if strings.HasSuffix(norm, s) && len(norm) > len(s)+2 {
				return true
			}
		}
		return false
	}
	switch {
	case has("ly"):
		return append(to, reading{adverb, 0.1}, reading{adjective, 2.5})
	case has("ing"):
		return append(to, reading{verbGerund, 0.5}, reading{noun, 1.5}, reading{adjective, 2})
	case has("ed"):
		return append(to, reading{verbPast, 0.9}, reading{verbParticiple, 0.9}, reading{adjective, 2})
	case has("ous", "ful", "able", "ible", "less", "ical", "ive", "ic", "ish", "ary", "al"):
		return append(to, reading{adjective, 0.4}, reading{noun, 1.2})
	case has("ness", "ment", "ship", "tion", "sion", "ity", "ism", "ist", "ance", "ence", "hood"):
		return append(to, reading{noun, 0})
	case has("ise", "ize", "ify"):
		return append(to, reading{verbBase, 0.8}, reading{verbPlain, 1.2}, reading{noun, 2})
	case has("s") && !has("ss", "us", "is"):
		return append(to, reading{nouns, 0.2}, reading{verbPresent, 3})
	}
	return append(to, reading{noun, 0.2}, reading{adjective, 2}, reading{verbBase, 5})
}

// finish writes the public tag and the lemma of each token. What only the clause tells (a preposition from a subordinator, an auxiliary from
// a main verb, a relative from a conjunction) is set with the clauses.
func (d *Document) finish() {
	lex := english()
	for i := range d.Tokens {
		t := &d.Tokens[i]
		p := d.pos[i]
		t.Tag = tags[p]
		switch {
		case p.isVerb():
			t.Lemma = lex.base(t.Norm, p)
		case p == nouns:
			t.Lemma = singular(t.Norm)
		case p == modal:
			switch t.Norm {
			case "'ll", "wo":
				t.Lemma = "will"
			case "'d":
				t.Lemma = "would"
			case "ca":
				t.Lemma = "can"
			case "sha":
				t.Lemma = "shall"
			}
		case p == preposition && subordinators[t.Norm]:
			t.Tag = Subordinator
		case p == negation && (t.Norm == "n't" || t.Norm == "n’t"):
			t.Lemma = "not"
		}
	}
}

// tags are the public tags of the tagger's own.
var tags = [posCount]Tag{
	determiner: Determiner, subjectPronoun: Pronoun, objectPronoun: Pronoun, pronoun: Pronoun, possessivePronoun: Possessive, possessiveMark: Possessive,
	whoPronoun: Pronoun, whichPronoun: Relative, whose: Relative, when: Subordinator, preposition: Preposition, that: Subordinator, infinitiveTo: To,
	conjunction: Conjunction, modal: Modal, verbBase: Base, verbPlain: Present, verbPresent: Present, verbPast: Past, verbParticiple: Participle,
	verbGerund: Gerund, beFinite: Auxiliary, beBase: Auxiliary, beParticiple: Auxiliary, beGerund: Auxiliary, haveFinite: Auxiliary, haveBase: Auxiliary,
	haveParticiple: Auxiliary, haveGerund: Auxiliary, doFinite: Auxiliary, adjective: Adjective, adverb: Adverb, negation: Negation, numeral: Number,
	noun: Noun, nouns: Noun, name: Name, particle: Adverb, existential: Pronoun, interjection: Other, comma: Mark, stop: Mark, dash: Mark, quoteMark: Mark,
	bracket: Mark, symbol: Other,
}

// subordinators are always such, whatever follows.
var subordinators = set(`if because although though while whereas whether unless lest once`)

func (p pos) isVerb() bool { return verbBase <= p && p <= doFinite }

// isFinite tells of the forms that a subject may have: the tense is in them.
func (p pos) isFinite() bool {
	return p == verbPlain || p == verbPresent || p == verbPast || p == beFinite || p == haveFinite || p == doFinite || p == modal
}

// base returns the base of a form of a verb.
func (l *lexicon) base(norm string, p pos) string {
	switch p {
	case beFinite, beBase, beParticiple, beGerund:
		return "be"
	case haveFinite, haveBase, haveParticiple, haveGerund:
		return "have"
	case doFinite:
		return "do"
	case verbBase, verbPlain:
		return norm
	}
	if p == verbPast { // "found", "saw", "left" and "lay" are a past before they are a base
		switch norm {
		case "found":
			return "find"
		case "saw":
			return "see"
		case "lay":
			return "lie"
		case "fell":
			return "fall"
		case "bound":
			return "bind"
		case "wound":
			return "wind"
		case "ground":
			return "grind"
		}
	}
	if p == verbParticiple && norm == "found" {
		return "find"
	}
	if b := l.verbs[norm]; b != "" && b != norm {
		return b
	}
	if base, ok := strings.CutSuffix(norm, "ing"); ok && len(base) > 2 && p == verbGerund {
		return l.known(base)
	}
	if base, ok := strings.CutSuffix(norm, "ed"); ok && len(base) > 2 {
		return l.known(base)
	}
	if base, ok := strings.CutSuffix(norm, "es"); ok && p == verbPresent && (strings.HasSuffix(base, "ss") || strings.HasSuffix(base, "sh") || strings.HasSuffix(base, "ch") || strings.HasSuffix(base, "x")) {
		return base
	}
	if base, ok := strings.CutSuffix(norm, "s"); ok && p == verbPresent {
		return base
	}
	return norm
}

// known returns the base of a verb that no list has, of which stem is left without -ed or -ing.
func (l *lexicon) known(stem string) string {
	if i := strings.LastIndexByte(stem, '-'); i >= 0 {
		for _, suffix := range []string{"ed", "ing"} {
			if b := l.verbs[stem[i+1:]+suffix]; b != "" {
				return stem[:i+1] + b
			}
		}
	}
	n := len(stem)
	switch {
	case stem[n-1] == stem[n-2] && !strings.ContainsRune("lsz", rune(stem[n-1])):
		return stem[:n-1]
	case strings.HasSuffix(stem, "is") || strings.HasSuffix(stem, "iz") || strings.HasSuffix(stem, "at") || strings.HasSuffix(stem, "v") || strings.HasSuffix(stem, "c") || strings.HasSuffix(stem, "dg"):
		return stem + "e"
	case n > 2 && stem[n-1] == 'l' && strings.ContainsRune("bdfgkptz", rune(stem[n-2])):
		return stem + "e"
	case stem[n-1] == 'i':
		return stem[:n-1] + "y"
	}
	return stem
}

var singulars = map[string]string{
	"men": "man", "women": "woman", "children": "child", "people": "people", "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leave", "halves": "half",
	"thieves": "thief", "selves": "self", "feet": "foot", "teeth": "tooth", "criteria": "criterion", "phenomena": "phenomenon", "crises": "crisis", "analyses": "analysis",
	"bases": "base", "hypotheses": "hypothesis", "data": "data", "media": "media", "headquarters": "headquarters", "series": "series", "means": "means", "police": "police",
	"memoranda": "memorandum", "movies": "movie", "ties": "tie", "lies": "lie", "allies": "ally",
}

// singular returns the singular of a plural.
func singular(norm string) string {
	if s := singulars[norm]; s != "" {
		return s
	}
	switch {
	case strings.HasSuffix(norm, "men"):
		return strings.TrimSuffix(norm, "men") + "man"
	case strings.HasSuffix(norm, "ies") && len(norm) > 4:
		return strings.TrimSuffix(norm, "ies") + "y"
	case strings.HasSuffix(norm, "ches"), strings.HasSuffix(norm, "shes"), strings.HasSuffix(norm, "sses"), strings.HasSuffix(norm, "xes"), strings.HasSuffix(norm, "oes"):
		return strings.TrimSuffix(norm, "es")
	case strings.HasSuffix(norm, "ss"), strings.HasSuffix(norm, "us"), strings.HasSuffix(norm, "is"):
		return norm
	}
	return strings.TrimSuffix(norm, "s")
}
