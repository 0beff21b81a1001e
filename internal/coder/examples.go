package coder

import (
	"fmt"

	"github.com/parleygraph/parley/internal/coder/dictionary"
)

// TestExamples codes the example sentences of a dictionary, and returns those whose line was not used though it should have been, or was
// though it should not. Every mention, attribution and event names the line it comes from: that is what is looked at.
func TestExamples(d *dictionary.Dictionary) ([]dictionary.Problem, error) {
	r, err := NewRules(d)
	if err != nil {
		return nil, err
	}
	var wrong []dictionary.Problem
	for _, e := range d.Examples() {
		a := r.analyse(Article{Text: e.Text})
		r.acts.findEvents(a, a.indexed())
		switch used := a.lines()[e.For.Where()]; {
		case e.Used && !used && !r.classifies(a, e.For.Where()):
			wrong = append(wrong, dictionary.Problem{Where: e.Row.Where(), Message: fmt.Sprintf("%s (%q) is not used in %q", e.For.Where(), e.For.Key, e.Text)})
		case !e.Used && used:
			wrong = append(wrong, dictionary.Problem{Where: e.Row.Where(), Message: fmt.Sprintf("%s (%q) is used in %q, and must not be", e.For.Where(), e.For.Key, e.Text)})
		}
	}
	return wrong, nil
}

// classifies tells whether a line is used where it is known who acts upon whom: the first two who are named. Some acts are never events of their
// own, for what they are done to is no actor.
func (r *Rules) classifies(a *analysis, line string) bool {
	if len(a.cast.mentions) < 2 {
		return false
	}
	_, _, used := r.Classify(a.article.Text, a.cast.mentions[0].Span, a.cast.mentions[1].Span)
	return used == line
}

// lines are those of the dictionary that the analysis used.
func (a *analysis) lines() map[string]bool {
	used := map[string]bool{}
	for _, m := range a.cast.mentions {
		used[m.line] = true
	}
	for _, s := range a.said {
		used[s.line] = true
	}
	for _, e := range a.events {
		used[e.line], used[e.through] = true, true
	}
	return used
}
