package gold

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// demand is what a figure must reach.
type demand struct {
	form    string
	figure  string
	measure string // "P", "R", "F1"
	atLeast float64
}

// demands are what the coder must reach, on each form of set. Slots of talks are asked for all together.
var demands = []demand{
	{"sentences", "sentences", "R", 0.90}, {"recognizers", "dates", "R", 0.80},
	{"polnear", "direct quotes", "R", 0.90}, {"polnear", "direct quotes: speaker", "R", 0.85},
	{"polnear", "attributions", "P", 0.80}, {"polnear", "attributions", "R", 0.55}, {"polnear", "attributions: source", "R", 0.90},
	{"plv", "root", "R", 0.65}, {"plv", "class of four", "R", 0.80},
	{"petrarch", "records", "R", 0.60},
	{"re3d", "actors", "P", 0.80}, {"re3d", "actors", "R", 0.60},
	{"curated facts", "facts", "P", 0.90}, {"curated facts", "facts", "R", 0.70},
	{"talks", "statements", "P", 0.80}, {"talks", "statements", "R", 0.60}, {"talks", "statements: act", "R", 0.80},
	{"talks", "talks", "P", 0.80}, {"talks", "talks", "R", 0.60}, {"talks", "talks: slots", "R", 0.85},
	{"talks", "relations of mediation", "P", 0.75}, {"talks", "relations of mediation", "R", 0.55},
	{"talks", "relations", "P", 0.60}, {"talks", "relations", "R", 0.40},
	{"talks", "relations: polarity", "R", 0.90}, {"talks", "relations: modality", "R", 0.90},
}

func (d demand) of(t Tally) float64 {
	switch d.measure {
	case "P":
		return t.Precision()
	case "R":
		return t.Recall()
	}
	return t.F1()
}

// Print writes the parts as a table, with what is demanded of each figure and whether it is reached.
func Print(w io.Writer, parts []*Part) error {
	var out strings.Builder
	for _, p := range parts {
		of := p.Form
		if p.Name != "" {
			of += ", " + p.Name
		}
		fmt.Fprintf(&out, "%s: %s (%s), %d documents\n", p.Task, p.Set, of, p.Documents)
		fmt.Fprintf(&out, "  %-34s %6s %6s %6s  %-13s %6s %6s %6s  %s\n", "", "P", "R", "F1", "95 %", "found", "given", "wanted", "demanded")
		for _, f := range p.Figures {
			t := f.Sum()
			low, high := f.Interval(Tally.F1)
			var asked []string
			for _, d := range demands {
				if d.form == p.Form && d.figure == f.Name {
					verdict := "reached"
					if v := d.of(t); math.IsNaN(v) || v < d.atLeast {
						verdict = "MISSED"
					}
					asked = append(asked, fmt.Sprintf("%s %.2f %s", d.measure, d.atLeast, verdict))
				}
			}
			precision := number(t.Precision())
			if f.Share {
				precision = ""
			}
			fmt.Fprintf(&out, "  %-34s %6s %6s %6s  %-13s %6d %6d %6d  %s\n", f.Name, precision, number(t.Recall()), number(t.F1()), number(low)+" - "+number(high),
				t.Found, t.Given, t.Wanted, strings.Join(asked, ", "))
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func number(v float64) string {
	if math.IsNaN(v) {
		return "-"
	}
	return fmt.Sprintf("%.3f", v)
}

// PrintMisses lists the errors, those of one rule together.
func PrintMisses(w io.Writer, parts []*Part) error {
	var out strings.Builder
	for _, p := range parts {
		fmt.Fprintf(&out, "%s: %s %s\n", p.Task, p.Set, p.Name)
		misses := slices.Clone(p.Misses)
		slices.SortStableFunc(misses, func(x, y Miss) int {
			return cmp.Or(cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Figure, y.Figure), cmp.Compare(x.Rule, y.Rule))
		})
		for _, m := range misses {
			fmt.Fprintf(&out, "  %-8s %-26s %-30s %s [%s]\n", m.Kind, m.Figure, strings.TrimSpace(m.Rule+" "+m.Line), m.Text, m.Document)
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// FigureJSON is a figure in JSON: what cannot be computed is null.
type FigureJSON struct {
	Name      string      `json:"name,omitempty"`
	Precision *float64    `json:"precision"`
	Recall    *float64    `json:"recall"`
	F1        *float64    `json:"f1"`
	Interval  [2]*float64 `json:"f1Interval95"`
	Found     int         `json:"found"`
	Given     int         `json:"given"`
	Wanted    int         `json:"wanted"`
}

// PartJSON is a part in JSON: its main figure, then all of them.
type PartJSON struct {
	Task      Task   `json:"task"`
	Set       string `json:"set"`
	Form      string `json:"form"`
	Part      string `json:"part,omitempty"`
	Documents int    `json:"documents"`
	FigureJSON
	Figures []FigureJSON `json:"figures"`
	Errors  []Miss       `json:"errors,omitempty"`
}

// JSON is what is printed as JSON. Errors are in it when asked for.
func JSON(parts []*Part, errors bool) []PartJSON {
	all := []PartJSON{}
	for _, p := range parts {
		j := PartJSON{Task: p.Task, Set: p.Set, Form: p.Form, Part: p.Name, Documents: p.Documents, Figures: []FigureJSON{}}
		for _, f := range p.Figures {
			one := f.json()
			if f.Name == p.Main {
				j.FigureJSON = one
			}
			j.Figures = append(j.Figures, one)
		}
		j.Name = ""
		if errors {
			j.Errors = p.Misses
		}
		all = append(all, j)
	}
	return all
}

func (f Figure) json() FigureJSON {
	t := f.Sum()
	low, high := f.Interval(Tally.F1)
	return FigureJSON{f.Name, rounded(t.Precision()), rounded(t.Recall()), rounded(t.F1()), [2]*float64{rounded(low), rounded(high)}, t.Found, t.Given, t.Wanted}
}

func rounded(v float64) *float64 {
	if math.IsNaN(v) {
		return nil
	}
	v = math.Round(v*1e4) / 1e4
	return &v
}
