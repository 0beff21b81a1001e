package gold

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/article"
)

// Classifier tells what one actor of a sentence does to another: a CAMEO code, with the rule and the line of the dictionary that gave it.
type Classifier func(sentence string, source, target article.Span) (code, rule, line string)

// isPLV recognises a PLV file by the columns that are read.
func isPLV(_ string, head []byte) bool {
	first, _, _ := bytes.Cut(head, []byte("\n"))
	columns := strings.Split(strings.TrimRight(string(first), "\r"), "\t")
	return slices.Contains(columns, "marked_sentence") && slices.Contains(columns, "gold_root") && slices.Contains(columns, "gold_penta")
}

// ploverRoots are the types of PLOVER as PLV counts them, by the beginning of a CAMEO code; the longest counts. YIELD is what later became
// CONCEDE and RETREAT, and each has one of four classes: verbal and material cooperation, verbal and material conflict.
var ploverRoots = []struct{ code, root, class string }{
	{"1712", "ASSAULT", "4"}, {"163", "COERCE", "4"}, {"175", "ASSAULT", "4"},
	{"02", "REQUEST", "3"}, {"03", "AGREE", "1"}, {"04", "CONSULT", "1"}, {"05", "SUPPORT", "1"}, {"06", "COOPERATE", "2"}, {"07", "AID", "2"}, {"08", "YIELD", "2"},
	{"09", "ACCUSE", "3"}, {"10", "REQUEST", "3"}, {"11", "ACCUSE", "3"}, {"12", "REJECT", "3"}, {"13", "THREATEN", "3"}, {"14", "PROTEST", "4"}, {"15", "MOBILIZE", "4"},
	{"16", "SANCTION", "4"}, {"17", "COERCE", "4"}, {"18", "ASSAULT", "4"}, {"19", "ASSAULT", "4"}, {"20", "ASSAULT", "4"},
}

// scorePLV counts the sentences whose root, and whose class, is right. Its five folds, each every fifth sentence, are what a learner would be
// tested on in turns; rules are the same in all of them, so that the folds show only how far the figure moves.
func scorePLV(fsys fs.FS, file string, subject Subject) ([]*Part, error) {
	text, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for line := range strings.Lines(string(text)) { // its quotation marks are the sentences' own
		rows = append(rows, strings.Split(strings.TrimRight(line, "\r\n"), "\t"))
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	b := &board{}
	for n, row := range rows[1:] {
		if len(row) < len(rows[0]) {
			return nil, fmt.Errorf("row %d has %d columns, the first row %d", n+2, len(row), len(rows[0]))
		}
		sentence, source, target := unmark(row[column["marked_sentence"]])
		wanted, class := row[column["gold_root"]], row[column["gold_penta"]]
		b.document()
		code, rule, line := subject.Classify(sentence, source, target)
		root, given := "", ""
		for _, p := range ploverRoots {
			if strings.HasPrefix(code, p.code) {
				root, given = p.root, p.class
				break
			}
		}
		b.share("root", root == wanted)
		b.share("class of four", given == class)
		b.share(fmt.Sprintf("root: fold %d", n%5+1), root == wanted)
		b.share("root: "+wanted, root == wanted)
		if root != wanted {
			b.misses = append(b.misses, Miss{Document: fmt.Sprint(n + 2), Figure: "root: " + wanted, Kind: "differs", Rule: rule, Line: line, Text: fmt.Sprintf("given %q (%s): %s", root, code, row[column["marked_sentence"]])})
		}
	}
	return []*Part{b.part(Events, "", "root", "")}, nil
}

// unmark takes the marks of source and target out of a sentence; what is not marked is empty.
func unmark(marked string) (sentence string, source, target article.Span) {
	var out strings.Builder
	at := map[string]int{}
	for i := 0; i < len(marked); {
		mark := ""
		for _, m := range []string{"<s>", "</s>", "<t>", "</t>"} {
			if strings.HasPrefix(marked[i:], m) {
				mark = m
			}
		}
		if mark == "" {
			out.WriteByte(marked[i])
			i++
			continue
		}
		if _, twice := at[mark]; !twice {
			at[mark] = out.Len()
		}
		i += len(mark)
	}
	return out.String(), article.Span{Start: at["<s>"], End: max(at["<s>"], at["</s>"])}, article.Span{Start: at["<t>"], End: max(at["<t>"], at["</t>"])}
}
