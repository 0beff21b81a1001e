package gold

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// fall is how much a kept figure may fall before it is a fault: one point.
const fall = 0.01

// Keep writes the figures on which something is demanded, one a line, to be compared with later.
func Keep(parts []*Part) string {
	var out strings.Builder
	out.WriteString("# What the coder reached, on the figures on which something is demanded: `parley eval --gold FOLDER --keep FILE` writes it, `--against FILE` compares.\nset\tpart\tfigure\tmeasure\tvalue\n")
	for _, k := range kept(parts) {
		fmt.Fprintf(&out, "%s\t%.4f\n", k.name, k.value)
	}
	return out.String()
}

type keptFigure struct {
	name  string // set, part, figure, measure
	value float64
}

func kept(parts []*Part) (all []keptFigure) {
	for _, p := range parts {
		for _, f := range p.Figures {
			for _, d := range demands {
				if d.form != p.Form || d.figure != f.Name {
					continue
				}
				v := d.of(f.Sum())
				if math.IsNaN(v) {
					v = 0
				}
				all = append(all, keptFigure{strings.Join([]string{p.Set, p.Name, f.Name, d.measure}, "\t"), v})
			}
		}
	}
	return all
}

// Against compares with figures that were kept, and returns a line for each that fell by more than a point. Figures of other sets are not looked at.
func Against(parts []*Part, file string) ([]string, error) {
	before := map[string]float64{}
	for i, line := range strings.Split(file, "\n") {
		if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "set\t") {
			continue
		}
		at := strings.LastIndexByte(line, '\t')
		v, err := strconv.ParseFloat(line[at+1:], 64)
		if err != nil || strings.Count(line, "\t") != 4 {
			return nil, diplomacy.Errorf(diplomacy.Invalid, "line %d of the kept figures is not set, part, figure, measure and value, parted by tabs", i+1)
		}
		before[line[:at]] = v
	}
	var fell []string
	for _, k := range kept(parts) {
		if was, ok := before[k.name]; ok && k.value < was-fall {
			fell = append(fell, fmt.Sprintf("%s fell from %.3f to %.3f", strings.ReplaceAll(k.name, "\t", " "), was, k.value))
		}
	}
	return fell, nil
}
