package main_test

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/parleygraph/parley/internal/chromiumtest"
)

// A developer opens the page for developers, follows it to the IDE, and runs the query that stands there: all of it from this server alone.
func TestBrowser(t *testing.T) {
	s := serve(t, newSQLite(t))
	ctx, problems := chromiumtest.New(t)

	const (
		run    = chromedp.CSS(".graphiql-execute-button")
		result = `document.querySelector(".result-window .CodeMirror").CodeMirror.getValue()`
		// The schema has come in once the documentation can show it.
		schemaRead = `document.querySelector("[aria-label='Re-fetch GraphQL schema']")?.disabled === false`
	)
	do := func(steps ...chromedp.Action[chromedp.Void]) {
		t.Helper()
		if err := chromedp.Do(ctx, steps...); err != nil {
			t.Fatal(err)
		}
	}
	until := func(expression string) {
		t.Helper()
		if _, err := chromedp.Run(ctx, chromedp.Poll[bool](expression, chromedp.WithPollingTimeout(time.Minute))); err != nil {
			t.Fatalf("%s: %v", expression, err)
		}
	}
	do(
		chromedp.Navigate(s.base+"/about"),
		chromedp.WaitVisible(chromedp.CSS("h1")),
		chromedp.Click(chromedp.CSS("a.button")),
		chromedp.WaitVisible(run),
	)
	until(schemaRead)
	do(chromedp.Click(run))
	until(result + `.includes("mediationOffers")`)
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string](result))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		`"quote": "Russia possesses the expertise necessary for mediation and is prepared to assist if required"`,
		`"name": "Maria Zakharova"`,
		`"condition": "should either party request it"`,
	} {
		if !strings.Contains(text, part) {
			t.Errorf("no %s in\n%s", part, text)
		}
	}
	if strings.Contains(text, `"errors"`) {
		t.Errorf("errors in\n%s", text)
	}

	// A question that is wrong is answered too.
	do(chromedp.Evaluate[chromedp.Void](`document.querySelector(".graphiql-query-editor .CodeMirror").CodeMirror.setValue("{ states(first: 1, last: 1) { totalCount } }")`))
	do(chromedp.Click(run))
	until(result + `.includes("first and last are both given")`)

	for _, problem := range problems() {
		t.Error(problem)
	}
	s.stop(t)
}
