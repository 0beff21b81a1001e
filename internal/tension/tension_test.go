package tension

import (
	"math"
	"slices"
	"testing"
)

// Values that people know, among them the codes whose numbers other CAMEO versions give to other acts.
func TestWeights(t *testing.T) {
	for code, want := range map[string]struct {
		goldstein int64
		plover    string
		score     int64
	}{
		"026":  {40, "REQUEST:meet", 0},          // appeal to meet
		"039":  {50, "AGREE", 25},                // intent to mediate
		"046":  {70, "CONSULT", 25},              // negotiate
		"0871": {90, "RETREAT:ceasefire", 75},    // truce
		"016":  {-20, "", 0},                     // deny responsibility
		"012":  {-4, "", 0},                      // pessimistic comment
		"163":  {-80, "COERCE:restrict", -70},    // embargo, not halted negotiations
		"164":  {-70, "SANCTION:withdraw", -60},  // halted negotiations, not an expulsion
		"165":  {-65, "SANCTION:withdraw", -60},  // halted mediation
		"166":  {-70, "SANCTION:expel", -55},     // expel, not an embargo
		"125":  {-50, "REJECT:meet", -20},        // reject to meet
		"1662": {-70, "SANCTION:expel", -55},     // inherited
		"1712": {-92, "ASSAULT:destroy", -85},    // of another type than its base
		"20":   {-100, "ASSAULT", -90},           // a root
		"0199": {34, "", 0},                      // no leaf of CAMEO: its base's
		"0999": {-20, "ACCUSE:investigate", -35}, // no base of CAMEO: its root's
		"1823": {-100, "ASSAULT", -90},           // a leaf with less than its base's mode
		"145":  {-75, "PROTEST:riot", -70},
	} {
		if got, ok := ScaleNamed("GOLDSTEIN").Weight(code); !ok || got != want.goldstein {
			t.Errorf("GOLDSTEIN %s: %d, %v; want %d", code, got, ok, want.goldstein)
		}
		if got := Plover(code); got != want.plover {
			t.Errorf("%s is %q in PLOVER, want %q", code, got, want.plover)
		}
		if got, ok := ScaleNamed("PLOVER").Weight(code); ok != (want.plover != "") || got != want.score {
			t.Errorf("PLOVER %s: %d, %v; want %d", code, got, ok, want.score)
		}
	}
	for _, none := range []string{"", "0", "00", "21", "10000", "190 ", "x"} {
		if got, ok := ScaleNamed("GOLDSTEIN").Weight(none); ok {
			t.Errorf("%q weighs %d", none, got)
		}
	}
	if ScaleNamed("goldstein") != nil {
		t.Error("there is a scale that the schema does not have")
	}
}

// Every code has a weight within the scale, and every type of plover.tsv some code.
func TestTablesAreWhole(t *testing.T) {
	c, err := readTables(cameoTSV, ploverTSV)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range c.scales {
		for code, w := range s.weights {
			if w < -100 || w > 100 {
				t.Errorf("%s %s: %d", s.Name, code, w)
			}
		}
	}
	if n := len(c.scales["GOLDSTEIN"].weights); n != 20*111 {
		t.Errorf("%d codes have a value", n)
	}
	used := map[string]bool{}
	for _, plover := range c.plover {
		used[plover] = true
	}
	for _, line := range lines(ploverTSV) {
		if !used[line[0]] {
			t.Errorf("no code stands for %s", line[0])
		}
	}
	for code, said := range map[string]bool{"01": true, "026": true, "039": true, "051": true, "139": true, "054": false, "057": false, "046": false, "09": false, "190": false} {
		if slices.Contains(c.said, code) != said {
			t.Errorf("%s is done by saying it: %v", code, !said)
		}
	}
}

// A table with a fault is refused.
func TestTablesWithFaults(t *testing.T) {
	for name, tables := range map[string][2]string{
		"a score that is no number": {cameoTSV, "plover\tscore\nAGREE\tx\n"},
		"a type without a score":    {cameoTSV, "plover\tscore\n"},
		"a value that is no number": {"code\tsaid\tgoldstein\tplover\n01\tyes\tx\t-\n", ploverTSV},
		"a root that is not there":  {"code\tsaid\tgoldstein\tplover\n01\tyes\t0\t-\n", ploverTSV},
	} {
		if _, err := readTables(tables[0], tables[1]); err == nil {
			t.Errorf("%s is not refused", name)
		}
	}
}

func TestDecays(t *testing.T) {
	for halfLife := 1; halfLife <= 365; halfLife++ {
		d := Decays(halfLife)
		if len(d) != 16*halfLife+1 || d[0] != HundredThousandths || d[halfLife] != HundredThousandths/2 || d[len(d)-1] == 0 {
			t.Fatalf("half-life %d: %d days, %d, %d, %d", halfLife, len(d), d[0], d[halfLife], d[len(d)-1])
		}
		if !slices.IsSortedFunc(d, func(a, b int64) int { return int(b - a) }) {
			t.Fatalf("half-life %d: it grows", halfLife)
		}
	}
	if d := Decays(1); d[6] != 1563 { // 1562.5: rounded up
		t.Errorf("1/64 is %d hundred-thousandths", d[6])
	}
}

// Each day lies in exactly the period that says so, and periods follow each other without a gap.
func TestCalendar(t *testing.T) {
	for _, c := range []Calendar{Day, Week, Month, Quarter, Year} {
		for day := -719528; day <= 2932896; day += 97 {
			p := c.Period(day)
			if first, last := c.First(p), c.Last(p); day < first || day > last || c.First(p+1) != last+1 || c.Period(first) != p || c.Period(last) != p {
				t.Fatalf("unit %d: day %d lies in the period %d from %d to %d", c, day, p, first, last)
			}
		}
	}
	day, err := DayOf("2025-11-08T23:59:59Z")
	if err != nil {
		t.Fatal(err)
	}
	for c, want := range map[Calendar]string{Day: "2025-11-08", Week: "2025-11-03/2025-11-09", Month: "2025-11", Quarter: "2025-10/2025-12", Year: "2025"} {
		if got := c.Text(c.Period(day)); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if _, err := DayOf("2025"); err == nil {
		t.Error("a year is taken for a day")
	}
}

func TestLevels(t *testing.T) {
	for _, c := range []struct {
		above int64
		want  string
	}{
		{26, "LARGE_INCREASE"}, {25, "MODERATE_INCREASE"}, {10, "MODERATE_INCREASE"}, {9, "LIMITED_CHANGE"}, {0, "LIMITED_CHANGE"}, {-25, "LIMITED_CHANGE"}, {-26, "LARGE_DECREASE"},
	} {
		if got := level(c.above, 100); got != c.want {
			t.Errorf("%d %% is %s, want %s", c.above, got, c.want)
		}
	}
}

// The order in which facts come does not matter, and the contributions of a point add up to its value.
func TestSeriesAddsUp(t *testing.T) {
	var facts []Fact
	for i := range 500 {
		day := DateOf(20000 + i*7%400)
		facts = append(facts, Fact{ID: day, Code: []string{"190", "026", "163", "138", "0871"}[i%5], From: day + "T00:00:00Z", To: day + "T23:59:59Z"})
	}
	q := Question{Scale: ScaleNamed("GOLDSTEIN"), HalfLife: 11, Calendar: Week, From: Week.Period(20000), To: Week.Period(20400)}
	s, err := q.Series(facts)
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(facts)
	reversed, err := q.Series(facts)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for p := q.From; p <= q.To; p++ {
		value, n := s.Value(p)
		if other, _ := reversed.Value(p); other != value {
			t.Errorf("%s is %d, and %d in another order", q.Calendar.Text(p), value, other)
		}
		listed, sum := s.Contributions(p), int64(0)
		for i, c := range listed {
			sum += c.Value()
			if want := -float64(c.Weight) / Tenths * math.Exp2(-float64(q.Calendar.Last(p)-c.day)/11) * Millionths; math.Abs(want-float64(c.Value())) > 50 {
				t.Errorf("a contribution is %d, want about %.0f", c.Value(), want)
			}
			if i > 0 && abs(c.Value()) > abs(listed[i-1].Value()) {
				t.Errorf("%d comes after %d", c.Value(), listed[i-1].Value())
			}
		}
		if sum != value || len(listed) != n {
			t.Errorf("%s: %d contributions add up to %d, the value is %d of %d", q.Calendar.Text(p), len(listed), sum, value, n)
		}
		count += s.Count(p)
	}
	if count != len(facts) {
		t.Errorf("%d of %d facts lie in a period", count, len(facts))
	}
}

// A date that cannot be read is an error of the store's, not a fact without a date.
func TestSeriesOfABrokenDate(t *testing.T) {
	q := Question{Scale: ScaleNamed("PLOVER"), HalfLife: 1, Calendar: Day}
	for _, f := range []Fact{{From: "x", To: "2025-11-08T00:00:00Z"}, {From: "2025-11-08T00:00:00Z", To: "x"}} {
		if _, err := q.Series([]Fact{f}); err == nil {
			t.Errorf("%v is taken", f)
		}
	}
}
