package gold

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// petrarchDictionary is what the dictionaries of PETRARCH hold, all of it in capitals.
type petrarchDictionary struct {
	actors, agents, discards petrarchPhrases
	verbs                    map[string][]petrarchVerb // by the first word
	sets                     map[string][][]string     // synsets, each word or phrase of them split
}

// petrarchPhrases are phrases with what stands behind them, by their first word; the longest first.
type petrarchPhrases map[string][]petrarchPhrase

type petrarchPhrase struct {
	words []string
	codes []petrarchCode
}

// petrarchCode is a code with the days between which it holds, as 19950601; "" for a side that is open.
type petrarchCode struct {
	code     string
	from, to string
	dated    bool
}

// petrarchVerb is a form of a verb. Its head is the word of it that is the verb, where it has several.
type petrarchVerb struct {
	words []string
	head  int
	entry *petrarchEntry
	code  string
}

// petrarchEntry is a verb with its synonyms: the patterns of what stands around it, in their order.
type petrarchEntry struct{ patterns []petrarchPattern }

// petrarchPattern is what stands left of a verb, read from the verb, and right of it.
type petrarchPattern struct {
	left, right []petrarchElement
	code        string
}

// petrarchElement is a word of a pattern, a synset ("&"), or a sign for an actor: "$" the source, "+" the target, "^" one that is passed over,
// "%" several. Near ones stand next to the one before.
type petrarchElement struct {
	word string
	near bool
}

// find returns the longest phrase that begins with the words.
func (p petrarchPhrases) find(words []string) (petrarchPhrase, bool) {
	if len(words) == 0 {
		return petrarchPhrase{}, false
	}
	for _, one := range p[words[0]] {
		if len(one.words) <= len(words) && slices.Equal(one.words, words[:len(one.words)]) {
			return one, true
		}
	}
	return petrarchPhrase{}, false
}

func (p petrarchPhrases) add(words []string, codes []petrarchCode) {
	if len(words) == 0 {
		return
	}
	p[words[0]] = append(p[words[0]], petrarchPhrase{words, codes})
}

func (p petrarchPhrases) sort() {
	for _, all := range p {
		slices.SortStableFunc(all, func(a, b petrarchPhrase) int { return len(b.words) - len(a.words) })
	}
}

// petrarchWords splits what is written with underscores or blanks.
func petrarchWords(s string) []string {
	return strings.FieldsFunc(strings.ToUpper(s), func(r rune) bool { return r == '_' || r == ' ' || r == '\t' })
}

// petrarchLines are the lines of a file without comments.
func petrarchLines(fsys fs.FS, file string) ([]string, error) {
	b, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, err
	}
	text := string(b)
	for { // comments of XML go over lines
		start := strings.Index(text, "<!")
		if start < 0 {
			break
		}
		end := strings.Index(text[start:], "-->")
		if end < 0 {
			return nil, fmt.Errorf("%s: a comment is not closed", file)
		}
		text = text[:start] + text[start+end+3:]
	}
	var all []string
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all, nil
}

// readPetrarch reads the four dictionaries, which stand in the same folder.
func readPetrarch(fsys fs.FS, folder, actors, agents, verbs, discards string) (*petrarchDictionary, error) {
	d := &petrarchDictionary{petrarchPhrases{}, petrarchPhrases{}, petrarchPhrases{}, map[string][]petrarchVerb{}, map[string][][]string{}}
	for _, f := range []struct {
		file string
		read func(lines []string)
	}{{actors, d.readActors}, {agents, d.readAgents}, {verbs, d.readVerbs}, {discards, d.readDiscards}} {
		lines, err := petrarchLines(fsys, path.Join(folder, f.file))
		if err != nil {
			return nil, err
		}
		f.read(lines)
	}
	for _, p := range []petrarchPhrases{d.actors, d.agents, d.discards} {
		p.sort()
	}
	for _, all := range d.verbs {
		slices.SortStableFunc(all, func(a, b petrarchVerb) int { return len(b.words) - len(a.words) })
	}
	return d, nil
}

// readActors reads names, their other names ("+") and the codes of all of them, which stand behind one of them or in lines of their own.
func (d *petrarchDictionary) readActors(lines []string) {
	var names [][]string
	var codes []petrarchCode
	flush := func() {
		for _, n := range names {
			d.actors.add(n, codes)
		}
		names, codes = nil, nil
	}
	for _, line := range lines {
		name, rest, _ := strings.Cut(line, "[")
		name = strings.TrimSpace(name)
		if name != "" {
			other := false
			if name, other = strings.CutPrefix(name, "+"); !other {
				flush()
			}
			names = append(names, petrarchWords(name))
		}
		if code, _, ok := strings.Cut(rest, "]"); ok {
			codes = append(codes, readPetrarchCode(code))
		}
	}
	flush()
}

// readPetrarchCode reads "HOB", "HOB < 950601", "HOB > 990816" and "HOBGOV 19950601 - 19990815".
func readPetrarchCode(s string) petrarchCode {
	for _, sign := range []string{"<", ">", "-"} {
		s = strings.ReplaceAll(s, sign, " "+sign+" ")
	}
	f := strings.Fields(s)
	var c petrarchCode
	day := func(s string) string {
		if len(s) == 6 {
			return "19" + s
		}
		return s
	}
	switch n := len(f); {
	case n >= 3 && f[n-2] == "<":
		c.to, c.dated, f = day(f[n-1]), true, f[:n-2]
	case n >= 3 && f[n-2] == ">":
		c.from, c.dated, f = day(f[n-1]), true, f[:n-2]
	case n >= 4 && f[n-2] == "-" && f[n-1] != "-":
		c.from, c.to, c.dated, f = day(f[n-3]), day(f[n-1]), true, f[:n-3]
	}
	c.code = strings.Join(f, "")
	return c
}

// at is the code of a day: the first restricted to days that has it among them, else the one for all days.
func (p petrarchPhrase) at(day string) string {
	code := ""
	for _, c := range p.codes {
		switch {
		case !c.dated:
			if code == "" {
				code = c.code
			}
		case (c.from == "" || c.from <= day) && (c.to == "" || day <= c.to):
			return c.code
		}
	}
	return code
}

// readAgents reads agents with the plurals that they have, their own or a regular one; "!SET!" stands for each of a set of words.
func (d *petrarchDictionary) readAgents(lines []string) {
	sets := map[string][]string{}
	for _, line := range lines {
		if strings.HasPrefix(line, "!") {
			if name, words, ok := strings.Cut(line, "="); ok {
				for w := range strings.SplitSeq(words, ",") {
					name := strings.TrimSpace(name)
					sets[name] = append(sets[name], strings.TrimSpace(w))
				}
				continue
			}
		}
		name, rest, _ := strings.Cut(line, "[")
		code, _, ok := strings.Cut(rest, "]")
		if !ok {
			continue
		}
		codes := []petrarchCode{{code: strings.TrimSpace(code)}}
		name, plural, own := strings.Cut(name, "{")
		names := []string{strings.TrimSpace(name)}
		for _, set := range slices.Sorted(maps.Keys(sets)) {
			var each []string
			for _, n := range names {
				if !strings.Contains(n, set) {
					each = append(each, n)
					continue
				}
				for _, w := range sets[set] {
					each = append(each, strings.ReplaceAll(n, set, w))
				}
			}
			names = each
		}
		for _, n := range names {
			d.agents.add(petrarchWords(n), codes)
			if !own {
				d.agents.add(petrarchWords(petrarchPlural(n)), codes)
			}
		}
		if own {
			d.agents.add(petrarchWords(strings.TrimRight(plural, "} ")), codes)
		}
	}
}

func petrarchPlural(s string) string {
	switch {
	case strings.HasSuffix(s, "Y") && !strings.HasSuffix(s, "AY") && !strings.HasSuffix(s, "EY") && !strings.HasSuffix(s, "OY"):
		return s[:len(s)-1] + "IES"
	case strings.HasSuffix(s, "S"), strings.HasSuffix(s, "CH"), strings.HasSuffix(s, "SH"), strings.HasSuffix(s, "X"):
		return s + "ES"
	}
	return s + "S"
}

func (d *petrarchDictionary) readDiscards(lines []string) {
	for _, line := range lines {
		d.discards.add(petrarchWords(strings.TrimPrefix(line, "+")), nil)
	}
}

// readVerbs reads synsets and verbs. A verb has a heading, "--- ABANDON [345] ---", with its code; then come its own line, which may give its forms
// and another code, those of its synonyms, and those of its patterns.
func (d *petrarchDictionary) readVerbs(lines []string) {
	var entry *petrarchEntry
	set, code := "", ""
	for _, line := range lines {
		switch {
		case strings.HasPrefix(line, "&"):
			set = strings.Trim(line, "_ ")
			d.sets[set] = nil
		case strings.HasPrefix(line, "+") && set != "":
			d.sets[set] = append(d.sets[set], petrarchWords(strings.ReplaceAll(line[1:], "N'T", " NOT")))
		case strings.HasPrefix(line, "- "):
			if entry != nil {
				entry.patterns = append(entry.patterns, readPetrarchPattern(line[2:]))
			}
		case strings.HasPrefix(line, "--- "):
			set, entry, code = "", &petrarchEntry{}, ""
			if _, rest, ok := strings.Cut(line, "["); ok {
				code, _, _ = strings.Cut(rest, "]")
			}
			code = strings.TrimRight(code, "? ")
		case entry != nil:
			set = ""
			word, own := line, ""
			if w, rest, ok := strings.Cut(word, "["); ok {
				word, own = w, strings.TrimRight(rest, "] ?")
			}
			word, forms, _ := strings.Cut(word, "{")
			d.addVerb(word, forms, entry, own, code)
		}
	}
}

func (d *petrarchDictionary) addVerb(word, forms string, entry *petrarchEntry, own, code string) {
	if own != "" {
		code = own
	}
	words := petrarchWords(word)
	all := [][]string{words}
	for f := range strings.FieldsSeq(strings.TrimRight(forms, "} ")) {
		all = append(all, petrarchWords(f))
	}
	if forms == "" && len(words) == 1 {
		w := words[0]
		stem := strings.TrimSuffix(w, "E")
		all = append(all, []string{w + "S"}, []string{w + "ES"}, []string{stem + "ED"}, []string{stem + "ING"})
		if stem, ok := strings.CutSuffix(w, "Y"); ok {
			all = append(all, []string{stem + "IES"}, []string{stem + "IED"})
		}
	}
	for _, v := range all {
		head := 0
		for i := range v {
			if w, ok := strings.CutPrefix(v[i], "+"); ok {
				v[i], head = w, i
			}
		}
		if len(v) > 0 {
			d.verbs[v[head]] = append(d.verbs[v[head]], petrarchVerb{v, head, entry, code})
		}
	}
}

// readPetrarchPattern reads "SAID * TO_LET &TIES [066]".
func readPetrarchPattern(line string) petrarchPattern {
	s, code, _ := strings.Cut(line, "[")
	code, _, _ = strings.Cut(code, "]")
	var all []petrarchElement
	near := false
	word := ""
	end := func() {
		if word != "" {
			all = append(all, petrarchElement{strings.ToUpper(word), near})
			word, near = "", false
		}
	}
	for _, r := range strings.TrimSpace(s) {
		switch r {
		case ' ', '\t':
			end()
		case '_':
			end()
			near = true
		default:
			word += string(r)
		}
	}
	end()
	p := petrarchPattern{code: strings.TrimSpace(code)}
	at := slices.IndexFunc(all, func(e petrarchElement) bool { return e.word == "*" })
	if at < 0 {
		at = len(all)
	}
	for i := at - 1; i >= 0; i-- { // what binds an element to the one before now binds it to the one behind
		p.left = append(p.left, petrarchElement{all[i].word, i+1 < len(all) && all[i+1].near})
	}
	if at < len(all) {
		p.right = all[at+1:]
	}
	return p
}
