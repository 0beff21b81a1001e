// The tests check the two tables of world/ against each other,
// against the ISO 3166 and CLDR tables of golang.org/x/text, and against the
// counts and traps of the state systems they carry. A failure names the file,
// the line and the reason.
package seeds_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/unicode/norm"
)

const (
	statesFile = "world/states.tsv"
	placesFile = "world/places.tsv"
)

var (
	statesHeader = []string{"key", "name", "iso2", "iso3", "isoNumeric", "aliases",
		"cowCode", "cowAbbrev", "cowYears", "gwCode", "gwYears", "capital"}
	placesHeader = []string{"key", "name", "aliases", "kind", "latitude", "longitude", "country"}

	// The states with an ISO 3166-1 code that are not members of the United
	// Nations: the two observers, and Taiwan.
	isoButNotUN = []string{"PSE", "TWN", "VAT"}

	// Codes that two rows share, because a system carries one code through a
	// change of state that the other system, or its own later version, marks.
	// The rows divide the years and meet in the year given.
	sharedCOW = map[int]int{345: 2006}
	sharedGW  = map[int]int{260: 1990, 678: 1990}
)

// row is one line of a table: its cells by column, and where it stands.
type row struct {
	file string
	line int
	cell map[string]string
}

func (r row) key() string { return r.cell["key"] }

func (r row) list(column string) []string {
	if r.cell[column] == "" {
		return nil
	}
	return strings.Split(r.cell[column], "|")
}

// names returns the name and the aliases.
func (r row) names() []string { return append([]string{r.cell["name"]}, r.list("aliases")...) }

func (r row) String() string { return fmt.Sprintf("%s:%d: %s", r.file, r.line, r.key()) }

// span is one interval of years; an open one ends in openYear.
type span struct{ from, to int }

const openYear = 9999

// tables is what every check gets.
type tables struct {
	states, places []row
	state, place   map[string]row
}

func TestWorld(t *testing.T) {
	t.Parallel()
	w := tables{
		states: read(t, statesFile, statesHeader),
		places: read(t, placesFile, placesHeader),
	}
	w.state, w.place = byKey(w.states), byKey(w.places)

	checks := []struct {
		name  string
		check func(*testing.T, tables)
	}{
		{"keys are well formed, sorted and unique", checkKeys},
		{"cells are clean text", checkCells},
		{"ISO 3166 codes are those of x/text", checkISO},
		{"CLDR names lead to their state", checkCLDRNames},
		{"COW columns are complete", checkSystem("cow", 1, 990, sharedCOW)},
		{"GW columns are complete", checkSystem("gw", 1, 990, sharedGW)},
		{"COW abbreviations are three letters and unique", checkCOWAbbreviations},
		{"intervals are in order and do not overlap", checkIntervals},
		{"state names are unambiguous", func(t *testing.T, w tables) { checkNames(t, w.states) }},
		{"place names are unambiguous", func(t *testing.T, w tables) { checkNames(t, w.places) }},
		{"no state alias is another state's code", checkAliasesAreNotCodes},
		{"each present state has a capital that points back", checkCapitals},
		{"places are well formed", checkPlaces},
		{"coordinates are in range", checkCoordinates},
		{"counts agree with the sources", checkCounts},
		{"known codes and known traps", checkKnown},
	}
	for _, c := range checks {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.check(t, w)
		})
	}
}

// read parses a table and fails on anything that is not a plain one.
func read(t *testing.T, file string, header []string) []row {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	switch {
	case !utf8.ValidString(text):
		t.Fatalf("%s: not valid UTF-8", file)
	case strings.ContainsAny(text, "\r\ufeff"):
		t.Fatalf("%s: has a carriage return or a byte order mark", file)
	case !strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\n\n"):
		t.Fatalf("%s: must end in exactly one line feed", file)
	case !norm.NFC.IsNormalString(text):
		t.Fatalf("%s: not in Unicode normal form C", file)
	}
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if got := strings.Split(lines[0], "\t"); !slices.Equal(got, header) {
		t.Fatalf("%s:1: header is %q, want %q", file, got, header)
	}
	var rows []row
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(header) {
			t.Fatalf("%s:%d: %d cells, want %d", file, i+2, len(cells), len(header))
		}
		r := row{file: file, line: i + 2, cell: make(map[string]string, len(header))}
		for j, column := range header {
			r.cell[column] = cells[j]
		}
		rows = append(rows, r)
	}
	return rows
}

func byKey(rows []row) map[string]row {
	m := make(map[string]row, len(rows))
	for _, r := range rows {
		m[r.key()] = r
	}
	return m
}

var stateKey = regexp.MustCompile(`^([A-Z]{3}|(COW|GW)-[A-Z]{3})$`)

func checkKeys(t *testing.T, w tables) {
	for _, rows := range [][]row{w.states, w.places} {
		for i := 1; i < len(rows); i++ {
			if prev := rows[i-1].key(); rows[i].key() <= prev {
				t.Errorf("%v: does not sort after %q of the line before", rows[i], prev)
			}
		}
	}
	for _, r := range w.states {
		if !stateKey.MatchString(r.key()) {
			t.Errorf("%v: key is neither ISO alpha-3 nor COW-XXX nor GW-XXX", r)
		}
	}
	for _, r := range w.places {
		if want := slug(r.cell["name"]); r.key() != want {
			t.Errorf("%v: key of %q should be %q", r, r.cell["name"], want)
		}
	}
}

func checkCells(t *testing.T, w tables) {
	for _, r := range slices.Concat(w.states, w.places) {
		if r.cell["name"] == "" || strings.Contains(r.cell["name"], "|") {
			t.Errorf("%v: name %q is empty or a list", r, r.cell["name"])
		}
		for column, cell := range r.cell {
			if cell == "" {
				continue
			}
			for _, item := range strings.Split(cell, "|") {
				if item == "" || item != strings.TrimSpace(item) || strings.Contains(item, "  ") {
					t.Errorf("%v: %s has an empty item or stray space: %q", r, column, cell)
				}
				if strings.IndexFunc(item, unicode.IsControl) >= 0 {
					t.Errorf("%v: %s has a control character: %q", r, column, cell)
				}
			}
		}
	}
}

func checkISO(t *testing.T, w tables) {
	for _, r := range w.states {
		iso2, iso3, numeric := r.cell["iso2"], r.cell["iso3"], r.cell["isoNumeric"]
		if strings.Contains(r.key(), "-") || r.key() == "XKX" {
			if iso2+iso3+numeric != "" {
				t.Errorf("%v: has no ISO 3166-1 code now, yet carries %q %q %q", r, iso2, iso3, numeric)
			}
			continue
		}
		if iso3 != r.key() {
			t.Errorf("%v: iso3 %q is not the key", r, iso3)
		}
		region, err := language.ParseRegion(iso2)
		switch {
		case err != nil:
			t.Errorf("%v: iso2 %q: %v", r, iso2, err)
		case len(iso2) != 2 || region.String() != iso2 || !region.IsCountry() || region.IsPrivateUse():
			t.Errorf("%v: iso2 %q is no country code", r, iso2)
		case region.Canonicalize() != region:
			t.Errorf("%v: iso2 %q is withdrawn, now %v", r, iso2, region.Canonicalize())
		case region.ISO3() != iso3:
			t.Errorf("%v: iso3 of %s is %s", r, iso2, region.ISO3())
		case fmt.Sprintf("%03d", region.M49()) != numeric:
			t.Errorf("%v: isoNumeric %q, x/text has %03d", r, numeric, region.M49())
		}
	}
}

func checkCLDRNames(t *testing.T, w tables) {
	english := display.English.Regions()
	for _, r := range w.states {
		if r.cell["iso2"] == "" {
			continue
		}
		name := english.Name(language.MustParseRegion(r.cell["iso2"]))
		if !slices.ContainsFunc(r.names(), func(n string) bool { return fold(n) == fold(name) }) {
			t.Errorf("%v: the CLDR name %q is neither name nor alias", r, name)
		}
	}
}

// checkSystem checks the code and the years of one state system: both or
// neither, and one row a code but for those that are divided.
func checkSystem(system string, least, most int, shared map[int]int) func(*testing.T, tables) {
	return func(t *testing.T, w tables) {
		rows := map[int][]row{}
		for _, r := range w.states {
			code, years := r.cell[system+"Code"], r.cell[system+"Years"]
			if (code == "") != (years == "") {
				t.Errorf("%v: %sCode %q and %sYears %q: one without the other", r, system, code, system, years)
			}
			if strings.HasPrefix(r.key(), strings.ToUpper(system)+"-") && code == "" {
				t.Errorf("%v: is keyed by a system in which it has no code", r)
			}
			if code == "" {
				continue
			}
			n, err := strconv.Atoi(code)
			if err != nil || strconv.Itoa(n) != code || n < least || n > most {
				t.Errorf("%v: %sCode %q is no number from %d to %d", r, system, code, least, most)
				continue
			}
			rows[n] = append(rows[n], r)
		}
		for code, rs := range rows {
			hinge, divided := shared[code]
			switch {
			case !divided && len(rs) > 1:
				t.Errorf("%v: %sCode %d is also that of %v", rs[1], system, code, rs[0])
			case divided && len(rs) != 2:
				t.Errorf("%v: %sCode %d should be divided between two rows, found %d", rs[0], system, code, len(rs))
			case divided:
				checkDivided(t, rs, system+"Years", hinge)
			}
		}
	}
}

// checkDivided checks that two rows with one code meet in the hinge year.
func checkDivided(t *testing.T, rs []row, column string, hinge int) {
	t.Helper()
	var ended, began bool
	for _, r := range rs {
		spans, err := spansOf(r.cell[column])
		if err != nil || len(spans) == 0 {
			continue // checkIntervals reports it
		}
		ended = ended || spans[len(spans)-1].to == hinge
		began = began || spans[0].from == hinge
	}
	if !ended || !began {
		t.Errorf("%v and %v: %s should meet in %d", rs[0], rs[1], column, hinge)
	}
}

var threeLetters = regexp.MustCompile(`^[A-Z]{3}$`)

func checkCOWAbbreviations(t *testing.T, w tables) {
	seen := map[string]row{}
	for _, r := range w.states {
		abbrev := r.cell["cowAbbrev"]
		if (abbrev == "") != (r.cell["cowCode"] == "") {
			t.Errorf("%v: cowAbbrev %q and cowCode %q: one without the other", r, abbrev, r.cell["cowCode"])
		}
		if abbrev == "" {
			continue
		}
		if !threeLetters.MatchString(abbrev) {
			t.Errorf("%v: cowAbbrev %q is not three capital letters", r, abbrev)
		}
		if other, ok := seen[abbrev]; ok {
			t.Errorf("%v: cowAbbrev %q is also that of %v", r, abbrev, other)
		}
		if rest, ok := strings.CutPrefix(r.key(), "COW-"); ok && rest != abbrev {
			t.Errorf("%v: cowAbbrev is %q", r, abbrev)
		}
		seen[abbrev] = r
	}
}

func checkIntervals(t *testing.T, w tables) {
	for _, r := range w.states {
		for _, column := range []string{"cowYears", "gwYears"} {
			if _, err := spansOf(r.cell[column]); err != nil {
				t.Errorf("%v: %s: %v", r, column, err)
			}
		}
	}
}

var interval = regexp.MustCompile(`^([0-9]{4})/([0-9]{4}|\.\.)$`)

// spansOf reads a list of EDTF year intervals and checks that they follow each
// other. Both systems begin in 1816.
func spansOf(cell string) ([]span, error) {
	if cell == "" {
		return nil, nil
	}
	var spans []span
	for _, item := range strings.Split(cell, "|") {
		m := interval.FindStringSubmatch(item)
		if m == nil {
			return nil, fmt.Errorf("%q is no interval of years", item)
		}
		s := span{to: openYear}
		s.from, _ = strconv.Atoi(m[1])
		if m[2] != ".." {
			s.to, _ = strconv.Atoi(m[2])
		}
		if s.from < 1816 || (s.to != openYear && s.to > 2024) {
			return nil, fmt.Errorf("%q is outside the systems' 1816 to 2024", item)
		}
		if s.to < s.from {
			return nil, fmt.Errorf("%q ends before it begins", item)
		}
		if n := len(spans); n > 0 && s.from <= spans[n-1].to {
			return nil, fmt.Errorf("%q begins before the interval in front of it is over", item)
		}
		spans = append(spans, s)
	}
	return spans, nil
}

// checkNames checks that no name or alias, folded, leads to two rows, and that
// an alias does not repeat a name of its own row.
func checkNames(t *testing.T, rows []row) {
	owner := map[string]row{}
	for _, r := range rows {
		for i, name := range r.names() {
			for _, other := range r.names()[:i] {
				if strings.EqualFold(name, other) {
					t.Errorf("%v: alias %q repeats %q", r, name, other)
				}
			}
			folded := fold(name)
			if folded == "" {
				t.Errorf("%v: %q has no letter or digit", r, name)
			}
			if other, ok := owner[folded]; ok && other.key() != r.key() {
				t.Errorf("%v: %q is also a name of %v", r, name, other)
			}
			owner[folded] = r
		}
	}
}

func checkAliasesAreNotCodes(t *testing.T, w tables) {
	codes := map[string][]string{}
	for _, r := range w.states {
		for _, column := range []string{"key", "iso2", "iso3", "cowAbbrev"} {
			if code := r.cell[column]; code != "" {
				codes[code] = append(codes[code], r.key())
			}
		}
	}
	for _, r := range w.states {
		for _, name := range r.names() {
			for _, key := range codes[strings.ReplaceAll(strings.ToUpper(name), ".", "")] {
				if key != r.key() {
					t.Errorf("%v: %q is a code of %s", r, name, key)
				}
			}
		}
	}
}

func checkCapitals(t *testing.T, w tables) {
	for _, r := range w.states {
		key := r.cell["capital"]
		if former := strings.Contains(r.key(), "-"); former != (key == "") {
			t.Errorf("%v: capital is %q; exactly the rows with a three-letter key have one", r, key)
		}
		if key == "" {
			continue
		}
		place, ok := w.place[key]
		switch {
		case !ok:
			t.Errorf("%v: capital %q is not in %s", r, key, placesFile)
		case place.cell["country"] != r.key():
			t.Errorf("%v: capital %v lies in %q", r, place, place.cell["country"])
		case place.cell["kind"] != "CAPITAL":
			t.Errorf("%v: capital %v is of kind %q", r, place, place.cell["kind"])
		}
	}
}

func checkPlaces(t *testing.T, w tables) {
	kinds := []string{"CAPITAL", "CITY", "BORDER_CROSSING"}
	for _, r := range w.places {
		if !slices.Contains(kinds, r.cell["kind"]) {
			t.Errorf("%v: kind %q is none of %q", r, r.cell["kind"], kinds)
		}
		state, ok := w.state[r.cell["country"]]
		if !ok {
			t.Errorf("%v: country %q is not in %s", r, r.cell["country"], statesFile)
			continue
		}
		if r.cell["kind"] == "CAPITAL" && state.cell["capital"] != r.key() {
			t.Errorf("%v: is a capital, but that of %v is %q", r, state, state.cell["capital"])
		}
	}
}

var degrees = regexp.MustCompile(`^-?[0-9]{1,3}\.[0-9]{2,4}$`)

func checkCoordinates(t *testing.T, w tables) {
	at := map[string]row{}
	for _, r := range w.places {
		for column, limit := range map[string]float64{"latitude": 90, "longitude": 180} {
			cell := r.cell[column]
			v, err := strconv.ParseFloat(cell, 64)
			if err != nil || !degrees.MatchString(cell) {
				t.Errorf("%v: %s %q is not decimal degrees with two to four decimals", r, column, cell)
			} else if v < -limit || v > limit {
				t.Errorf("%v: %s %q is out of range", r, column, cell)
			}
		}
		point := r.cell["latitude"] + " " + r.cell["longitude"]
		if point == "0.00 0.00" {
			t.Errorf("%v: stands at the origin", r)
		}
		if other, ok := at[point]; ok {
			t.Errorf("%v: stands at %s like %v", r, point, other)
		}
		at[point] = r
	}
}

func checkCounts(t *testing.T, w tables) {
	count := map[string]int{}
	codes := map[string]map[string]bool{"cow": {}, "gw": {}}
	for _, r := range w.states {
		count["states"]++
		switch {
		case strings.HasPrefix(r.key(), "COW-"):
			count["former members of the COW system"]++
		case strings.HasPrefix(r.key(), "GW-"):
			count["members of the GW system alone"]++
		}
		if r.cell["iso3"] != "" {
			count["states with an ISO code"]++
			if !slices.Contains(isoButNotUN, r.key()) {
				count["members of the United Nations"]++
			}
		}
		for system, seen := range codes {
			spans, err := spansOf(r.cell[system+"Years"])
			if err != nil || len(spans) == 0 {
				continue
			}
			count[system+" spells"] += len(spans)
			if spans[len(spans)-1].to == openYear {
				count[system+" members today"]++
			}
			if code := r.cell[system+"Code"]; !seen[code] {
				seen[code] = true
				count[system+" codes"]++
			}
		}
	}
	for _, r := range w.places {
		count["places of kind "+r.cell["kind"]]++
	}

	wants := []struct {
		what string
		want int
	}{
		{"states", 229},
		{"states with an ISO code", 196},
		{"members of the United Nations", 193},
		{"former members of the COW system", 23},
		{"members of the GW system alone", 9},
		{"cow codes", 217},  // v2016 and v2024
		{"cow spells", 244}, // v2024; v2016 has 243, without the division of 345
		{"cow members today", 195},
		{"gw codes", 225},
		{"gw spells", 241}, // 239, and the division of 260 and 678
		{"gw members today", 197},
		{"places of kind CAPITAL", 197},
		{"places of kind CITY", 13},
		{"places of kind BORDER_CROSSING", 2},
	}
	for _, c := range wants {
		if count[c.what] != c.want {
			t.Errorf("%s and %s: %d %s, want %d", statesFile, placesFile, count[c.what], c.what, c.want)
		}
	}
}

// checkKnown pins values that everybody in the field knows, and those where
// the systems differ or a code of one is a different code of another.
func checkKnown(t *testing.T, w tables) {
	known := []struct{ key, column, want string }{
		{"AFG", "cowCode", "700"},
		{"CHN", "cowCode", "710"},
		{"IND", "cowCode", "750"},
		{"IRN", "cowCode", "630"},
		{"PAK", "cowCode", "770"},
		{"QAT", "cowCode", "694"},
		{"RUS", "cowCode", "365"},
		{"SAU", "cowCode", "670"},
		{"TUR", "cowCode", "640"},
		{"USA", "cowCode", "2"},
		{"USA", "cowYears", "1816/.."},
		{"FRA", "cowYears", "1816/1942|1944/.."},
		{"AUT", "cowYears", "1919/1938|1955/.."},

		// Germany: 255 in COW, 260 in GW since 1949.
		{"DEU", "cowCode", "255"},
		{"DEU", "cowYears", "1816/1945|1990/.."},
		{"DEU", "gwCode", "260"},
		{"DEU", "gwYears", "1990/.."},
		{"COW-GFR", "gwYears", "1949/1990"},
		{"GW-GMY", "gwCode", "255"},

		// Yemen: a new state in COW, the northern one continued in GW.
		{"YEM", "cowCode", "679"},
		{"YEM", "gwCode", "678"},
		{"COW-YAR", "cowCode", "678"},
		{"COW-YAR", "gwCode", "678"},

		// Serbia: 345 in COW, 340 in GW.
		{"SRB", "cowCode", "345"},
		{"SRB", "gwCode", "340"},
		{"COW-YUG", "cowYears", "1878/1941|1944/2006"},

		// Vietnam continues the Democratic Republic in both.
		{"VNM", "cowCode", "816"},
		{"COW-RVN", "cowYears", "1954/1975"},

		// 970 is Nauru in COW and Kiribati in GW.
		{"NRU", "cowCode", "970"},
		{"KIR", "gwCode", "970"},
		{"NRU", "gwCode", "971"},
		{"TON", "gwCode", "972"},
		{"TUV", "gwCode", "973"},

		// COW abbreviations that are the ISO code of another state.
		{"AUT", "cowAbbrev", "AUS"},
		{"CHE", "cowAbbrev", "SWZ"},
		{"COW-CZE", "cowAbbrev", "CZE"},
		{"COW-KOR", "cowAbbrev", "KOR"},
		{"MNE", "cowAbbrev", "MNG"},
		{"SVN", "cowAbbrev", "SLV"},

		// In neither system.
		{"PSE", "cowCode", ""},
		{"VAT", "cowCode", ""},

		{"AFG", "isoNumeric", "004"},
		{"TWN", "isoNumeric", "158"},
		{"XKX", "iso2", ""},
	}
	for _, k := range known {
		r, ok := w.state[k.key]
		switch {
		case !ok:
			t.Errorf("%s: no row %s", statesFile, k.key)
		case r.cell[k.column] != k.want:
			t.Errorf("%v: %s is %q, want %q", r, k.column, r.cell[k.column], k.want)
		}
	}

	// Names that mean two states, or one state of two ages, are nobody's.
	for _, r := range w.states {
		for _, name := range r.names() {
			switch fold(name) {
			case "congo", "korea", "frg":
				t.Errorf("%v: %q is ambiguous and stays out", r, name)
			}
		}
	}
}

// fold makes names comparable: no accents, no case, no punctuation.
func fold(s string) string {
	var b strings.Builder
	for _, c := range norm.NFKD.String(strings.ReplaceAll(s, "&", " and ")) {
		switch {
		case unicode.Is(unicode.Mn, c):
		case c == 'đ' || c == 'Đ':
			b.WriteRune('d')
		case c == 'ı':
			b.WriteRune('i')
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			b.WriteRune(unicode.ToLower(c))
		default:
			b.WriteRune(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// slug makes the key of a place from its name.
func slug(name string) string {
	name = strings.NewReplacer("'", "", "’", "", ".", "", ",", "").Replace(name)
	return strings.ReplaceAll(fold(name), " ", "-")
}
