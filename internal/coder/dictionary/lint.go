package dictionary

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/parleygraph/parley/internal/diplomacy"
)

const columnsFile = "columns.tsv"

// rule says what a column holds. Its kinds:
//
//	key                   names the line; "key, with examples": each line needs examples in the examples.tsv beside the table
//	text                  anything
//	list                  several, separated by |, no two equal
//	names                 a list of what an actor is called: no other actor of the folder may be called so
//	number                as 0.8
//	one of A B            one of these words, or nothing
//	time                  an EDTF date or interval, as 2024-08/..
//	line TABLE...         keys of lines of these tables of the same folder; several, separated by |
//	offices               of a person: ROLE@ACTOR with an interval behind it, as "foreign minister@IRN 2024-08/.."
//	pattern               words, and {STATE} and the like
//	example of            FILE:KEY, the line that an example is for
type rule struct {
	column, kind, rest string
}

// readRules reads columns.tsv: the columns of each table, in their order.
func readRules(files fs.FS) (map[string][]rule, error) {
	b, err := fs.ReadFile(files, columnsFile)
	if err != nil {
		return nil, diplomacy.Errorf(diplomacy.Internal, "%s: %v", columnsFile, err)
	}
	rules := map[string][]rule{}
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || strings.HasPrefix(line, "#") || i == 0 {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 4 {
			return nil, diplomacy.Errorf(diplomacy.Internal, "%s:%d: has %d cells, not table, column, holds, about", columnsFile, i+1, len(cells))
		}
		r := rule{column: cells[1]}
		r.kind, r.rest, _ = strings.Cut(cells[2], " ")
		rules[cells[0]] = append(rules[cells[0]], r)
	}
	return rules, nil
}

// Problem is something that is wrong with a dictionary, and where.
type Problem struct {
	Where   string // FILE:LINE
	Message string
}

func (p Problem) String() string { return p.Where + ": " + p.Message }

// Lint looks for what can be read but is wrong: names that two actors share, lines that refer to lines which are not there, bad dates, lines
// out of order, and lines without the examples that they need.
func (d *Dictionary) Lint() []Problem {
	var all []Problem
	for _, t := range d.Tables() {
		all = append(all, d.lint(t)...)
	}
	all = append(all, d.clashes()...)
	all = append(all, d.examples()...)
	slices.SortStableFunc(all, func(a, b Problem) int { return compareWhere(a.Where, b.Where) })
	return slices.Compact(all)
}

func compareWhere(a, b string) int {
	fa, la, _ := strings.Cut(a, ":")
	fb, lb, _ := strings.Cut(b, ":")
	if fa != fb {
		return strings.Compare(fa, fb)
	}
	na, _ := strconv.Atoi(la)
	nb, _ := strconv.Atoi(lb)
	return na - nb
}

func (d *Dictionary) lint(t *Table) (all []Problem) {
	last := map[string]Row{} // by file
	lines := slices.Clone(t.Rows)
	slices.SortFunc(lines, func(a, b Row) int { return compareWhere(a.Where(), b.Where()) })
	for _, r := range lines {
		if before, ok := last[r.File]; ok && before.Key > r.Key {
			all = append(all, Problem{r.Where(), fmt.Sprintf("%q stands behind %q; sort the lines by %s (LC_ALL=C sort)", r.Key, before.Key, t.Columns[0])})
		}
		last[r.File] = r
		for i, rule := range t.rules {
			for _, m := range d.check(t, rule, r.cells[i]) {
				all = append(all, Problem{r.Where(), rule.column + ": " + m})
			}
		}
	}
	return all
}

var (
	edtf  = regexp.MustCompile(`^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$`)
	place = regexp.MustCompile(`\{[A-Z]+\}`)
)

func isTime(s string) bool {
	from, to, interval := strings.Cut(s, "/")
	if !interval {
		return edtf.MatchString(s)
	}
	open := func(s string) bool { return s == ".." || edtf.MatchString(s) }
	return open(from) && open(to) && (from == ".." || to == ".." || from[:4] <= to[:4])
}

func (d *Dictionary) check(t *Table, r rule, cell string) (all []string) {
	wrong := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	if cell == "" {
		return nil
	}
	switch r.kind {
	case "list", "names":
		seen := map[string]bool{}
		for _, v := range list(cell) {
			switch {
			case v == "" || v != strings.TrimSpace(v):
				wrong("an entry of the list is empty, or has space around it")
			case seen[v]:
				wrong("%q is in the list twice", v)
			}
			seen[v] = true
		}
	case "number":
		if _, err := strconv.ParseFloat(cell, 64); err != nil {
			wrong("%q is not a number", cell)
		}
	case "one":
		words := strings.Fields(r.rest)[1:]
		if !slices.Contains(words, cell) {
			wrong("%q is not one of %s", cell, strings.Join(words, ", "))
		}
	case "time":
		for _, v := range list(cell) {
			if !isTime(v) {
				wrong("%q is not a date or an interval, as 2024-08 or 2013/2021-08-03 or 2024-08/..", v)
			}
		}
	case "line":
		for _, v := range list(cell) {
			if !d.known(t, strings.Fields(r.rest), v) {
				wrong("there is no line %q in %s", v, r.rest)
			}
		}
	case "offices":
		for _, v := range list(cell) {
			o, err := ParseOffice(v)
			switch {
			case err != nil:
				wrong("%v", err)
			case o.Of != "" && !d.known(t, []string{"states.tsv", "organizations.tsv"}, o.Of):
				wrong("there is no state or organisation %q", o.Of)
			case o.Time != "" && !isTime(o.Time):
				wrong("%q is not an interval, as 2013/2021-08-03 or 2024-08/..", o.Time)
			}
		}
	case "pattern":
		for _, v := range place.FindAllString(cell, -1) {
			if v != "{STATE}" && v != "{ORG}" && v != "{PERSON}" {
				wrong("%s is not known; a pattern may hold {STATE}, {ORG}, {PERSON}", v)
			}
		}
	}
	return all
}

// known tells whether one of the tables in t's folder has a line of this key.
func (d *Dictionary) known(t *Table, tables []string, key string) bool {
	folder := t.Name[:strings.LastIndexByte(t.Name, '/')+1]
	for _, name := range tables {
		if o := d.tables[folder+name]; o != nil {
			if _, ok := o.Row(key); ok {
				return true
			}
		}
	}
	return false
}

// clashes are names that belong to two actors.
func (d *Dictionary) clashes() (all []Problem) {
	type owner struct {
		row    Row
		column string
	}
	owners := map[string]owner{}
	for _, t := range d.Tables() {
		for i, rule := range t.rules {
			if rule.kind != "names" {
				continue
			}
			for _, r := range t.Rows {
				for _, name := range list(r.cells[i]) {
					o, taken := owners[name]
					switch {
					case !taken:
						owners[name] = owner{r, rule.column}
					case o.row.Where() != r.Where():
						all = append(all, Problem{r.Where(), fmt.Sprintf("%s: %q is also what %s calls %q; a name may belong to one only", rule.column, name, o.row.Where(), o.row.Key)})
					}
				}
			}
		}
	}
	return all
}

// Office is a post that somebody holds.
type Office struct {
	Role string
	Of   string // a state or an organisation, by key
	Time string // EDTF interval; "" unknown
}

// ParseOffice reads an office as people.tsv has it: ROLE@ACTOR INTERVAL.
func ParseOffice(s string) (Office, error) {
	role, rest, ok := strings.Cut(s, "@")
	of, time, _ := strings.Cut(rest, " ")
	if !ok || role == "" || of == "" {
		return Office{}, diplomacy.Errorf(diplomacy.Invalid, "%q is not an office, as \"foreign minister@IRN 2024-08/..\"", s)
	}
	return Office{role, of, time}, nil
}

// Example is a sentence in which a line must be used, or must not.
type Example struct {
	Row  Row
	Text string
	For  Row  // the line that it is an example for
	Used bool // whether it must be used
}

// Examples returns the examples of all folders, those whose line is not there left out.
func (d *Dictionary) Examples() []Example {
	var all []Example
	for _, t := range d.Tables() {
		if !strings.HasSuffix(t.Name, "/examples.tsv") {
			continue
		}
		for _, r := range t.Rows {
			if of, ok := d.exampleOf(t, r); ok {
				all = append(all, Example{r, r.Get("text"), of, r.Get("used") == "yes"})
			}
		}
	}
	return all
}

func (d *Dictionary) exampleOf(t *Table, r Row) (Row, bool) {
	file, key, _ := strings.Cut(r.Get("of"), ":")
	o := d.tables[t.Name[:strings.LastIndexByte(t.Name, '/')+1]+file]
	if o == nil {
		return Row{}, false
	}
	return o.Row(key)
}

// examples are the lines that need examples and have none, and examples of lines that are not there.
func (d *Dictionary) examples() (all []Problem) {
	has := map[string][2]bool{}
	for _, t := range d.Tables() {
		if !strings.HasSuffix(t.Name, "/examples.tsv") {
			continue
		}
		for _, r := range t.Rows {
			of, ok := d.exampleOf(t, r)
			if !ok {
				all = append(all, Problem{r.Where(), fmt.Sprintf("of: there is no line %q; write it as FILE:KEY", r.Get("of"))})
				continue
			}
			h := has[of.Where()]
			if r.Get("used") == "yes" {
				h[0] = true
			} else {
				h[1] = true
			}
			has[of.Where()] = h
		}
	}
	for _, t := range d.Tables() {
		if t.rules[0].rest != "with examples" {
			continue
		}
		for _, r := range t.Rows {
			for i, what := range []string{"in which it is used", "in which it must not be used"} {
				if !has[r.Where()][i] {
					all = append(all, Problem{r.Where(), fmt.Sprintf("%q has no example sentence %s; add one to the examples.tsv beside it", r.Key, what)})
				}
			}
		}
	}
	return all
}
