package gold

import (
	"flag"
	"fmt"
	"os"
	"path"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the README's table of what was reached")

// published says what each set is called where it comes from, and which form it has.
var published = []struct{ file, form, name string }{
	{"polnear_dev.jsonl", "polnear", "PolNeAR, development part"},
	{"PLV_train.tsv", "plv", "PLV, training part, in five folds"},
	{"CENTCOM", "re3d", "re3d, CENTCOM"},
	{"UK_Government", "re3d", "re3d, UK Government"},
	{"US_State_Department", "re3d", "re3d, US State Department"},
	{"DateParser.json", "recognizers", "Recognizers-Text, DateParser"},
	{"DatePeriodParser.json", "recognizers", "Recognizers-Text, DatePeriodParser"},
	{"DateTimeModel.json", "recognizers", "Recognizers-Text, DateTimeModel"},
	{"sentences_english.json", "sentences", "English rules of a sentence splitter"},
	{"petr_unit_records.xml", "petrarch", "PETRARCH's unit records"},
	{"dev", "talks", "talks"},
}

// The README's table is what figures.tsv says. To renew both: parley eval --gold FOLDER --keep internal/gold/figures.tsv, then this test with -update.
func TestReadmeShowsWhatWasReached(t *testing.T) {
	const file, head = "../../README.md", "| task | on | demanded | reached |\n|---|---|---|---|\n"
	figures, err := os.ReadFile("figures.tsv")
	if err != nil {
		t.Fatal(err)
	}
	table := head
	for line := range strings.Lines(string(figures)) {
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "set\t") {
			continue
		}
		cells := strings.Split(strings.TrimSpace(line), "\t")
		row, err := rowOf(cells)
		if err != nil {
			t.Fatal(err)
		}
		table += row
	}
	readme, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(readme), head)
	if !ok {
		t.Fatal("the README has no table of what was reached")
	}
	shown, after, _ := strings.Cut(rest, "\n\n")
	switch {
	case head+shown+"\n" == table:
	case *update:
		if err := os.WriteFile(file, []byte(before+table+"\n"+after), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the README's table is not that of figures.tsv; run this test with -update")
	}
}

// rowOf is the row of a figure that was kept: set, part, figure, measure, value.
func rowOf(cells []string) (string, error) {
	if len(cells) != 5 {
		return "", fmt.Errorf("%q is no figure", cells)
	}
	value, err := strconv.ParseFloat(cells[4], 64)
	if err != nil {
		return "", err
	}
	for _, p := range published {
		if p.file != path.Base(cells[0]) {
			continue
		}
		for _, d := range demands {
			if d.form != p.form || d.figure != cells[2] || d.measure != cells[3] {
				continue
			}
			on, measure, missed := p.name, d.measure, ""
			if cells[1] != "" {
				on += ", " + cells[1]
			}
			if strings.Contains(d.figure, ": ") {
				measure = "right"
			}
			if value < d.atLeast {
				missed = ", missed"
			}
			return fmt.Sprintf("| %s | %s | %s %.2f | %.3f%s |\n", d.figure, on, measure, d.atLeast, value, missed), nil
		}
	}
	return "", fmt.Errorf("%q: add its set to those that have a name, or keep the figures again", cells)
}
