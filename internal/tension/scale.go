// Package tension says what the tension between two actors is made of: the scales that weigh an act by its CAMEO code, the decay, the periods
// of a series and the levels of change. It is pure, and exact: sums are of whole numbers, so that no order of adding shows. It imports the
// standard library only. Start with Question.Series; the scales are cameo.tsv and plover.tsv.
package tension

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

// Scale weighs acts: cooperation above 0, conflict below.
type Scale struct {
	Name    string // as in the schema
	Version string // grows with every change of a weight or of the formula
	weights map[string]int64
}

// Formula is how a value is computed, on every scale.
const Formula = "value = -sum(weight * decay); decay = 0.5^(age / halfLife), rounded to 5 decimals; age = whole days from the last day of the fact's date " +
	"to the last day of the period, from 0 to 16 * halfLife"

// Values, weights and decays are whole numbers of these parts of one.
const (
	Millionths         = 1_000_000
	Tenths             = 10
	HundredThousandths = 100_000
	horizon            = 16 // half-lives: what is older would weigh less than 0.00002 of what is new
)

// ScaleNamed returns the scale of that name, or nil.
func ScaleNamed(name string) *Scale { return tables().scales[name] }

// Weight is the weight of a code, in tenths. A code that the scale has no value for, or that is none, is not there.
func (s *Scale) Weight(code string) (tenths int64, ok bool) {
	tenths, ok = s.weights[code]
	return tenths, ok
}

// Weights is the weight of every code, in tenths. It must not be changed.
func (s *Scale) Weights() map[string]int64 { return s.weights }

// Said lists the codes of acts that are done by saying them. It must not be changed.
func Said() []string { return tables().said }

// Plover is the PLOVER event type, with its mode after a colon, that a code stands for; "" when there is none.
func Plover(code string) string { return tables().plover[code] }

// Decays is what is left of an act's weight by its age in days, in hundred-thousandths. Older acts do not count.
func Decays(halfLife int) []int64 {
	all := make([]int64, horizon*halfLife+1)
	for age := range all {
		all[age] = int64(math.Round(math.Exp2(-float64(age)/float64(halfLife)) * HundredThousandths))
	}
	return all
}

var (
	//go:embed cameo.tsv
	cameoTSV string
	//go:embed plover.tsv
	ploverTSV string
)

// codes is what the two tables say of every code that CAMEO can have: 20 roots, ten bases of each, ten leaves of each base.
type codes struct {
	scales map[string]*Scale
	said   []string
	plover map[string]string
}

var tables = sync.OnceValue(func() *codes {
	c, err := readTables(cameoTSV, ploverTSV)
	if err != nil {
		panic(err) // they are part of the program, and a test reads them
	}
	return c
})

func readTables(cameo, plover string) (*codes, error) {
	goldsteins := &Scale{Name: "GOLDSTEIN", Version: "goldstein-1", weights: map[string]int64{}}
	plovers := &Scale{Name: "PLOVER", Version: "plover-1", weights: map[string]int64{}}
	c := &codes{scales: map[string]*Scale{goldsteins.Name: goldsteins, plovers.Name: plovers}, plover: map[string]string{}}
	scores := map[string]int64{}
	for _, line := range lines(plover) {
		score, err := inTenths(line[1])
		if err != nil {
			return nil, fmt.Errorf("plover.tsv: %s: %w", line[0], err)
		}
		scores[line[0]] = score
	}
	given := map[string][]string{}
	for _, line := range lines(cameo) {
		given[line[0]] = line[1:]
	}
	for _, code := range everyCode() {
		said, goldstein, plover := inherited(given, code, 0), inherited(given, code, 1), inherited(given, code, 2)
		if said == "yes" {
			c.said = append(c.said, code)
		}
		weight, err := inTenths(goldstein)
		if err != nil {
			return nil, fmt.Errorf("cameo.tsv: %s: %w", code, err)
		}
		goldsteins.weights[code] = weight
		if plover == "-" {
			continue
		}
		score, ok := scores[plover]
		if !ok {
			return nil, fmt.Errorf("cameo.tsv: %s: %q is not in plover.tsv", code, plover)
		}
		c.plover[code], plovers.weights[code] = plover, score
	}
	return c, nil
}

// lines are the rows of a table, without comments and the head.
func lines(table string) [][]string {
	var rows [][]string
	for line := range strings.Lines(table) {
		if line = strings.TrimSuffix(line, "\n"); !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows[1:]
}

func inTenths(text string) (int64, error) {
	f, err := strconv.ParseFloat(text, 64)
	return int64(math.Round(f * Tenths)), err
}

func everyCode() []string {
	var all []string
	for root := 1; root <= 20; root++ {
		all = append(all, fmt.Sprintf("%02d", root))
		for i := range 10 {
			all = append(all, fmt.Sprintf("%02d%d", root, i))
		}
		for i := range 100 {
			all = append(all, fmt.Sprintf("%02d%02d", root, i))
		}
	}
	return all
}

// inherited is what the table says of a code in a column: of the code itself, else of its base, else of its root.
func inherited(given map[string][]string, code string, column int) string {
	for ; len(code) >= 2; code = code[:len(code)-1] {
		if cells := given[code]; cells != nil && cells[column] != "" {
			return cells[column]
		}
	}
	return ""
}
