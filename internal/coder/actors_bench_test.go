package coder

import (
	"strings"
	"testing"

	"github.com/parleygraph/parley/internal/coder/text"
)

// wire is an article of about 4 kB.
var wire = strings.Repeat(`GENEVA (Reuters) - Iranian Foreign Minister Abbas Araghchi said on Friday that talks with the United States had made progress, and that Oman, which hosts them, would propose a date for a third round.

"We have not given up," he told reporters. The White House declined to comment. A senior U.S. official, who spoke on condition of anonymity, said Tehran's proposals were thin.

The head of the International Atomic Energy Agency (IAEA), Rafael Grossi, urged both sides to return to the table. The agency says that its inspectors have been kept out since June. Russia and China called on Washington to lift its sanctions; the British, French and German foreign ministries did not.
`, 6)[:4000]

func BenchmarkActors(b *testing.B) {
	r := newRules(b)
	doc := text.Parse(wire)
	b.ReportAllocs()
	for b.Loop() {
		a := &analysis{article: Article{Text: wire, Published: "2026-02-27"}, doc: doc}
		r.actors.find(a)
	}
}
