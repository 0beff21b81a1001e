package text

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed words.tsv
var wordsTSV string

//go:embed verbs.tsv
var verbsTSV string

//go:embed transitions.tsv
var transitionsTSV string

// reading is a part of speech that a word may have, and what it costs to take it for that: less the likelier it is.
type reading struct {
	pos  pos
	cost float32
}

// lexicon is what is known of English words. It does not change once it is read.
type lexicon struct {
	words map[string][]reading
	verbs map[string]string // a form of a verb, and its base
	// forms has the forms of verbs that words does not list.
	forms map[string][]pos
	after [posCount][posCount]float32
}

// english returns the lexicon, which is read once.
var english = sync.OnceValue(readLexicon)

func readLexicon() *lexicon {
	l := &lexicon{words: make(map[string][]reading, 1<<15), verbs: make(map[string]string, 1<<14), forms: make(map[string][]pos, 1<<12)}
	names := map[string]pos{}
	for p, name := range posNames {
		names[name] = pos(p)
	}
	column := func(name string) pos {
		p, ok := names[name]
		if !ok {
			panic(fmt.Sprintf("the lexicon names %q, which is no part of speech", name))
		}
		return p
	}
	number := func(s string) float32 {
		f, err := strconv.ParseFloat(s, 32)
		if err != nil {
			panic(fmt.Sprintf("the lexicon: %v", err))
		}
		return float32(f)
	}
	var any [posCount]float32
	table := lines(transitionsTSV)
	for _, row := range table[1:] {
		for i, cell := range row[1:] {
			to := column(table[0][i+1])
			if row[0] == "any" {
				any[to] = number(cell)
			} else {
				l.after[column(row[0])][to] = number(cell)
			}
		}
	}
	// Taking a word for a part of speech costs what its share says, less what the part of speech's own share says: the transitions count that.
	for i, p := range any {
		for from := range l.after {
			l.after[from][i] -= p
		}
	}
	for _, row := range lines(wordsTSV)[1:] {
		var all []reading
		for r := range strings.SplitSeq(row[1], " ") {
			name, percent, several := strings.Cut(r, ":")
			share := float32(100)
			if several {
				share = number(percent)
			}
			all = append(all, reading{column(name), cost(share)})
		}
		l.words[row[0]] = all
	}
	for _, row := range lines(verbsTSV)[1:] {
		for i, kinds := range [][]pos{{verbBase, verbPlain}, {verbPresent}, {verbPast}, {verbParticiple}, {verbGerund}} {
			for form := range strings.SplitSeq(row[i], "|") {
				if l.verbs[form] == "" || i == 0 { // "found" is a form of find before it is one of found
					l.verbs[form] = row[0]
				}
				if _, listed := l.words[form]; !listed {
					l.forms[form] = append(l.forms[form], kinds...)
				}
			}
		}
	}
	return l
}

func cost(percent float32) float32 { return float32(-math.Log(float64(percent) / 100)) }

// lines returns the rows of a TSV file: its header first, no comments.
func lines(tsv string) [][]string {
	var rows [][]string
	for line := range strings.Lines(tsv) {
		line = strings.TrimSuffix(line, "\n")
		if line != "" && line[0] != '#' {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}
