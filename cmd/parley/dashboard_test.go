package main_test

import (
	"context"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"github.com/parleygraph/parley/internal/chromiumtest"
)

// browser is a tab with the dashboard of a server in it.
type browser struct {
	*testing.T
	ctx      context.Context
	server   *server
	problems func() []string
}

func openDashboard(t *testing.T, s *server) browser {
	t.Helper()
	ctx, problems := chromiumtest.New(t)
	b := browser{t, ctx, s, problems}
	// Animations are no state that could be asserted.
	b.media("light", "reduce")
	return b
}

func (b browser) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

// media sets what the system of the user prefers.
func (b browser) media(scheme, motion string) {
	b.Helper()
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: motion},
	}}); err != nil {
		b.Fatal(err)
	}
}

// text is what an expression comes to, as text.
func (b browser) text(expression string) string {
	b.Helper()
	value, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`String(`+expression+`)`))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return value
}

// until waits for an expression to be true.
func (b browser) until(expression string) {
	b.Helper()
	if _, err := chromedp.Run(b.ctx, chromedp.Poll[bool](`Boolean(`+expression+`)`, chromedp.WithPollingTimeout(30*time.Second))); err != nil {
		b.Fatalf("%s: %v; the page is at %s with\n%s", expression, err, b.text("location.hash"), b.text(`document.body.innerText`))
	}
}

// want holds an expression to a text.
func (b browser) want(expression, want string) {
	b.Helper()
	if got := b.text(expression); got != want {
		b.Errorf("%s is %q, want %q; the page is at %s", expression, got, want, b.text("location.hash"))
	}
}

// settled is true when the view, and the evidence beside it, show what was asked for.
const settled = `document.querySelector("h1") && !document.querySelector(".loading, [aria-busy=true]") && !document.querySelector("main > .failed")`

// open goes to a hash as a link from elsewhere does: in a page of its own.
func (b browser) open(hash string) {
	b.Helper()
	b.do(chromedp.Navigate("about:blank"), chromedp.Navigate(b.server.base+"/"+hash))
	b.until(settled)
}

// keys types; special keys are those of chromedp.
func (b browser) keys(keys string) {
	b.Helper()
	b.do(chromedp.KeyEvent(keys))
}

// clean fails for anything that went wrong in the tab.
func (b browser) clean() {
	b.Helper()
	for _, problem := range b.problems() {
		b.Error(problem)
	}
}

// press presses one key as a keyboard does: the page may take it, so that it writes nothing.
func (b browser) press(key string) {
	b.Helper()
	for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
		if _, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: key, Text: key}); err != nil {
			b.Fatal(err)
		}
	}
}

const (
	enter  = "\r"
	escape = "\x1b"
	tab    = "\t"
)

// The pair of the fixture: one of the names has markup in it.
const (
	ferryPair = "between=Organization:north-council,Organization:south-assembly"
	ferryOf   = "of=Organization:north-council,Organization:south-assembly"
)

// dashboardViews is every view, with what makes it whole: an expression on the page, and its value.
var dashboardViews = []struct{ name, hash, expression, want string }{
	{"overview", "", `document.querySelectorAll(".pairs li").length + " " + document.querySelectorAll(".pairs svg[role=img]").length + " " + document.querySelector("#appeals .count").innerText`, "3 3 3"},
	{"search", "#/search?v=1&q=%22total+deadlock%22", `[...document.querySelectorAll(".results mark")].map((m) => m.innerText).join("|").includes("total") && document.querySelectorAll(".results li").length`, "6"},
	{"search without a result", "#/search?v=1&q=nosuchwordhere", `document.querySelector(".results h2").innerText`, "Nothing has all of these words"},
	{"actor", "#/node?v=1&of=Official:maria-zakharova", `document.querySelector("h1").innerText + " " + [...document.querySelectorAll("main h2")].map((h) => h.innerText).join("|")`, "Maria Zakharova Said 4|Offices 1"},
	{"fact", "#/node?v=1&of=Statement:asif-total-deadlock", `document.querySelector(".proof mark").innerText`, "Khawaja Asif, confirmed that negotiations had reached a “total deadlock,”"},
	{"article", "#/node?v=1&of=Article:481845d39182d65d", `document.querySelectorAll("main .item").length`, "10"},
	{"tension", "#/tension?v=1&" + ferryPair, `document.querySelector(".chart").dataset.points + " " + document.querySelectorAll("ol.parts li").length + " " + document.querySelectorAll("ul.parts li").length`, "27 4 1"},
	{"tension without a pair", "#/tension?v=1", `document.querySelector(".empty h2").innerText`, "Choose two actors above"},
	{"tension of nothing", "#/tension?v=1&between=State:PAK,State:RUS", `document.querySelector(".empty h2").innerText`, "Nothing between them counts in this time"},
	{"talks", "#/talks?v=1&process=Process:ferry-line", `document.querySelectorAll(".rounds > li").length + " " + [...document.querySelectorAll(".accounts blockquote")].map((q) => q.innerText).join("|")`, "2 “useful”|“a waste of time”"},
	{"timeline", "#/timeline?v=1&" + ferryOf, `["Statements", "Talks", "Offers", "Events"].map((lane) => document.querySelectorAll("[data-lane=" + lane + "]").length).join(" ")`, "3 2 1 1"},
	{"timeline of a process", "#/timeline?v=1&of=Process:pakistan-taliban-dispute", `document.querySelector("h1").innerText`, "Timeline: Dispute between Pakistan and the Taliban"},
	{"evidence", "#/overview?v=1&sel=Statement:mujahid-no-results", `document.querySelector(".panel mark").innerText + " " + document.querySelector(".panel h2").innerText`, "acknowledged the failure of the talks, stating early Saturday on X that the discussions yielded “no results.” Mujahid on the outcome of the third round"},
}

// Every view shows what the graph has, has a table with the same things in it, and has no barrier that axe-core knows: in light and dark, wide and narrow.
// With PARLEY_SCREENSHOTS, a folder, it leaves a picture of each there.
func TestDashboardViews(t *testing.T) {
	needs(t, "node", "npm")
	dir := t.TempDir()
	for _, name := range []string{"package.json", "package-lock.json"} {
		write(t, dir, map[string]string{name: read(t, filepath.Join("testdata", "axe", name))})
	}
	tool(t, dir, "npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error")
	axe := read(t, filepath.Join(dir, "node_modules", "axe-core", "axe.min.js"))
	b := openDashboard(t, ferryServer(t))

	for _, view := range dashboardViews {
		for _, look := range []struct {
			scheme string
			width  int64
		}{{"light", 1280}, {"dark", 390}} {
			b.media(look.scheme, "reduce")
			b.do(chromedp.EmulateViewport(look.width, 900))
			b.open(view.hash)
			b.until(`(` + view.expression + `) == ` + quote(view.want))
			b.want(`document.documentElement.scrollWidth > innerWidth`, "false")
			b.picture(view.name, look.scheme)
			b.axe(axe, view.name+" "+look.scheme)
		}
	}

	b.do(chromedp.EmulateViewport(1280, 900))
	for _, look := range []string{"light", "dark"} {
		b.media(look, "reduce")
		for _, view := range []struct{ name, hash, want string }{
			{"overview", "#/overview?v=1&as=table", "3 3 6 3 2"},
			{"tension", "#/tension?v=1&as=table&" + ferryPair, "27 4 1"},
			{"talks", "#/talks?v=1&process=Process:ferry-line&as=table", "2 2"},
			{"timeline", "#/timeline?v=1&as=table&" + ferryOf, "7"},
			{"search", "#/search?v=1&q=%22total+deadlock%22&as=table", "6"},
			{"actor", "#/node?v=1&of=Official:maria-zakharova&as=table", "4 1"},
		} {
			b.open(view.hash)
			b.until(`document.querySelector("tbody")`)
			b.want(`[...document.querySelectorAll("tbody")].map((body) => body.rows.length).join(" ")`, view.want)
			b.picture(view.name+" as a table", look)
			b.axe(axe, view.name+" as a table "+look)
		}
		b.open("")
		b.keys("?")
		b.until(`document.querySelector("dialog[open]")`)
		b.axe(axe, "keys "+look)
	}
	b.clean()
}

func ferryServer(t *testing.T) *server {
	t.Helper()
	store := newSQLite(t)
	ok(t, "load", "--store", store, filepath.Join("testdata", "dashboard"))
	return serve(t, store)
}

func (b browser) picture(name, look string) {
	dir := os.Getenv("PARLEY_SCREENSHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.Fatal(err)
	}
	file := filepath.Join(dir, strings.ReplaceAll(name+" "+look, " ", "-")+".png")
	if err := os.WriteFile(file, png, 0o600); err != nil {
		b.Fatal(err)
	}
}

// axe reports what axe-core finds against WCAG 2.2 AA.
func (b browser) axe(source, what string) {
	b.Helper()
	b.do(chromedp.Evaluate[chromedp.Void](source + `;
		globalThis.violations = undefined;
		axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then((found) => {
			globalThis.violations = found.violations.map((v) => v.id + ": " + v.help + " " + v.nodes.map((n) => n.target.join(" ") + " " + (n.any[0]?.message ?? "")).slice(0, 3).join("; "));
		}); undefined`))
	b.until(`globalThis.violations`)
	var violations []string
	if err := json.Unmarshal([]byte(b.text(`JSON.stringify(violations)`)), &violations); err != nil {
		b.Fatal(err)
	}
	for _, violation := range violations {
		b.Errorf("%s: %s", what, violation)
	}
}

func quote(s string) string {
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // a text always marshals
	}
	return string(text)
}

// The first view takes at most five requests to the API, and an answer that is there is not asked for again.
func TestDashboardAsksLittle(t *testing.T) {
	b := openDashboard(t, ferryServer(t))
	b.open("")
	b.until(`document.querySelectorAll(".pairs svg").length === 3`)
	const asked = `performance.getEntriesByType("resource").filter((r) => r.name.endsWith("/graphql")).length`
	b.want(asked, "3")
	b.keys("3")
	b.until(settled + ` && document.querySelector(".rounds")`)
	before := b.text(asked)
	b.do(chromedp.Evaluate[chromedp.Void](`history.back(); undefined`))
	b.until(`document.querySelectorAll(".pairs svg").length === 3`)
	b.want(asked, before)
	b.clean()
}

// By keyboard alone: find who offered to mediate between Pakistan and the Taliban, read the sentence, and see the same by the link.
func TestDashboardByKeyboard(t *testing.T) {
	b := openDashboard(t, ferryServer(t))
	b.open("")
	b.press("/")
	b.want(`document.activeElement.type`, "search")
	b.keys("mediate pakistan")
	b.until(`location.hash.endsWith("q=mediate+pakistan") && document.querySelector(".results a.open")`)
	b.until(settled)
	// From the field to the first result about a fact.
	for range 30 {
		if b.text(`document.activeElement.dataset.fact ?? ""`) != "" {
			break
		}
		b.keys(tab)
	}
	b.want(`document.activeElement.dataset.fact`, "MediationOffer:russia pakistan-taliban 2025-11")
	b.keys(enter)
	b.until(`document.querySelector(".panel mark")`)
	b.want(`document.querySelector(".panel mark").innerText`, "stands ready to play a constructive role should either party request it")
	b.want(`location.hash`, "#/search?v=1&q=mediate+pakistan&sel=MediationOffer:russia+pakistan-taliban+2025-11")
	b.want(`document.activeElement.innerText`, "Close")

	// The link alone gives the same view.
	link := b.text("location.hash")
	results := b.text(`document.querySelectorAll(".results li").length`)
	b.open(link)
	b.until(`document.querySelector(".panel mark")`)
	b.want(`document.querySelectorAll(".results li").length`, results)
	b.want(`document.querySelector("a.open.selected").dataset.fact`, "MediationOffer:russia pakistan-taliban 2025-11")

	// The table has the same selection; back and forward undo and redo.
	b.keys("t")
	b.until(`document.querySelector("tr[aria-current=true]")`)
	b.want(`document.querySelector("tr[aria-current=true] a").dataset.fact`, "MediationOffer:russia pakistan-taliban 2025-11")
	b.keys(escape)
	b.until(`!document.querySelector(".panel")`)
	b.want(`location.hash`, "#/search?v=1&q=mediate+pakistan&as=table")
	b.do(chromedp.Evaluate[chromedp.Void](`history.back(); undefined`))
	b.until(`document.querySelector(".panel mark")`)
	b.do(chromedp.Evaluate[chromedp.Void](`history.back(); undefined`))
	b.until(`document.querySelector(".results")`)
	b.want(`location.hash`, link)
	b.do(chromedp.Evaluate[chromedp.Void](`history.forward(); undefined`))
	b.until(`document.querySelector("tr[aria-current=true]")`)

	// The keys of the views, and their sheet; single keys can be switched off.
	b.keys("2")
	b.until(`document.querySelector("h1")?.innerText === "Tension of a pair"`)
	b.keys("?")
	b.until(`document.querySelector("dialog[open]")`)
	b.do(chromedp.Click(chromedp.CSS("dialog input")))
	b.keys(escape)
	b.until(`!document.querySelector("dialog[open]")`)
	b.want(`location.hash`, "#/tension?v=1&as=table&keys=off")
	b.keys("3")
	b.keys("?")
	b.want(`document.querySelector("h1").innerText + document.querySelectorAll("dialog[open]").length`, "Tension of a pair0")
	b.clean()
}

// A pair is chosen by the letters of names, a point of the series by its link, and every change is in the address.
func TestDashboardChoosesAPair(t *testing.T) {
	b := openDashboard(t, ferryServer(t))
	b.open("#/tension?v=1")
	b.do(chromedp.Click(chromedp.CSS("[role=combobox]")))
	b.keys("north c")
	b.until(`document.querySelectorAll("[role=option]").length === 1`)
	b.want(`document.querySelector("[role=option]").innerText`, "North Council <b>and allies</b> organization")
	b.keys(enter)
	b.until(`document.querySelectorAll("[role=combobox]").length === 2`)
	b.do(chromedp.Click(chromedp.CSS(".find:nth-child(2) input")))
	b.keys("south ass")
	b.until(`document.querySelectorAll("[role=option]").length === 1`)
	b.keys(enter)
	b.until(`document.querySelector(".chart")`)
	b.want(`location.hash`, "#/tension?v=1&between=Organization:north-council,Organization:south-assembly")
	b.want(`document.querySelector("#made").innerText.split(": ")[1]`, "4.54")
	b.do(chromedp.Click(chromedp.CSS(".steps a")))
	b.until(`location.hash.endsWith("&point=2031-04-13")`)
	b.do(chromedp.Evaluate[chromedp.Void](`{
		const scale = [...document.querySelectorAll("select")].find((s) => s.labels[0].innerText.startsWith("Scale"));
		scale.value = "PLOVER";
		scale.dispatchEvent(new Event("change", {bubbles: true}));
	}`))
	b.until(`location.hash.includes("&scale=PLOVER&") && ` + settled)
	b.clean()
}

// What is behind a view opens in the IDE, and is answered there.
func TestDashboardAsGraphQL(t *testing.T) {
	s := ferryServer(t)
	b := openDashboard(t, s)
	for _, hash := range []string{"", "#/tension?v=1&" + ferryPair, "#/talks?v=1", "#/timeline?v=1&" + ferryOf, "#/search?v=1&q=dialogue", "#/node?v=1&of=Statement:asif-total-deadlock"} {
		b.open(hash)
		var links []string
		if err := json.Unmarshal([]byte(b.text(`JSON.stringify([...document.querySelectorAll(".tools a[href^='/graphiql']")].map((a) => a.href))`)), &links); err != nil {
			t.Fatal(err)
		}
		if len(links) == 0 {
			t.Errorf("%q: no query is linked", hash)
		}
		for _, link := range links {
			u, err := url.Parse(link)
			if err != nil {
				t.Fatal(err)
			}
			body, err := json.Marshal(map[string]any{"query": u.Query().Get("query"), "variables": json.RawMessage(u.Query().Get("variables"))})
			if err != nil {
				t.Fatal(err)
			}
			if r, answer := s.send(t, "POST", "/graphql", string(body), "Content-Type", "application/json"); r.StatusCode != 200 || strings.Contains(answer, `"errors"`) {
				t.Errorf("%q: %s is answered %d %.300s", hash, link, r.StatusCode, answer)
			}
		}
	}
	b.clean()
}

// Markup in the graph is text on the page.
func TestDashboardShowsMarkupAsText(t *testing.T) {
	b := openDashboard(t, ferryServer(t))
	for _, hash := range []string{"", "#/node?v=1&of=Organization:north-council", "#/talks?v=1&process=Process:ferry-line", "#/timeline?v=1&" + ferryOf, "#/overview?v=1&as=table", "#/tension?v=1&" + ferryPair} {
		b.open(hash)
		b.until(`document.querySelector("main").innerText.includes("North Council <b>and allies</b>") || document.querySelector("main input")?.value.includes("<b>and")`)
		b.want(`document.querySelectorAll("b").length`, "0")
	}
	b.open("#/search?v=1&q=%3Cscript%3Ealert(1)%3C/script%3E")
	b.want(`document.querySelector("h1").innerText`, "Search: <script>alert(1)</script>")
	b.clean()
}

// What is wrong with an address is said, and the address stays as it is.
func TestDashboardKeepsBadAddresses(t *testing.T) {
	b := openDashboard(t, ferryServer(t))
	for _, c := range []struct{ hash, expression, want string }{
		{"#/atlas?v=1&of=State:PAK", `document.querySelector("h1").innerText`, "There is no view “atlas”"},
		{"#/talks?v=0&process=Process:ferry-line", `document.querySelector("h1").innerText`, "This link is of version 0 of the dashboard"},
		{"#/overview?v=1&scale=FAHRENHEIT", `document.querySelector(".faults").innerText`, "The address says scale=FAHRENHEIT, but this must be one of GOLDSTEIN, PLOVER. It is kept, and not used."},
		{"#/node?v=1&of=State:ZZZ", `document.querySelector(".empty h2").innerText`, "Nothing here has this id"},
		{"#/tension?v=1&between=State:PAK,State:ZZZ", `document.querySelector(".empty h2").innerText`, "Nothing here has this id"},
		{"#/tension?v=1&between=State:PAK,State:PAK", `document.querySelector(".empty h2").innerText`, "A pair is two"},
		{"#/timeline?v=1&of=State:ZZZ", `document.querySelector(".empty h2").innerText`, "Nothing here has this id"},
		{"#/talks?v=1&process=Process:none", `document.querySelector(".empty h2").innerText`, "No process here has this id"},
		{"#/overview?v=1&sel=Statement:none", `document.querySelector(".panel h2").innerText`, "Nothing here has this id"},
		{"#/overview?v=1&later=%2C", `document.querySelectorAll(".pairs li").length`, "3"},
	} {
		b.open(c.hash)
		b.until(`document.querySelector(` + quote(strings.Split(c.expression, `"`)[1]) + `)`)
		b.want(c.expression, c.want)
		b.want("location.hash", c.hash)
	}
	// A change keeps what is not known.
	b.keys("t")
	b.until(`document.querySelector("table")`)
	b.want("location.hash", "#/overview?v=1&as=table&later=%2C")
	// A link of another version can be opened as it reads here.
	b.open("#/talks?v=0&process=Process:ferry-line")
	b.do(chromedp.Click(chromedp.CSS(".empty a")))
	b.until(`document.querySelectorAll(".rounds > li").length === 2`)
	b.want("location.hash", "#/talks?v=1&process=Process:ferry-line")
	b.clean()
}

// A server that is gone, one that refuses what a view costs, and one without anything are states that say what to do.
func TestDashboardWithoutAnswers(t *testing.T) {
	t.Run("gone", func(t *testing.T) {
		store := newSQLite(t)
		ok(t, "load", "--store", store, filepath.Join("testdata", "dashboard"))
		s := serve(t, store)
		b := openDashboard(t, s)
		b.open("#/talks?v=1&process=Process:ferry-line")
		s.stop(t)
		b.keys("1")
		b.until(`document.querySelector("[data-failure=gone]")`)
		b.want("location.hash", "#/overview?v=1")
		// It comes back at the same address.
		serveWith(t, nil, "--store", store, "--listen", strings.TrimPrefix(s.base, "http://"))
		b.do(chromedp.Click(chromedp.CSS(".failed button")))
		b.until(`document.querySelectorAll(".pairs li").length === 3`)
		// The browser itself writes to the console that the request failed, and nothing else is wrong.
		for _, problem := range b.problems() {
			if !strings.Contains(problem, "ERR_CONNECTION_REFUSED") {
				t.Error(problem)
			}
		}
	})
	t.Run("refused", func(t *testing.T) {
		b := openDashboard(t, serve(t, newSQLite(t), "--max-cost", "100"))
		b.do(chromedp.Navigate(b.server.base + "/"))
		b.until(`document.querySelector("[data-failure=refused]")`)
		b.want(`document.querySelector(".failed h2").innerText`, "This asks for more than the server allows")
		for _, problem := range b.problems() {
			if !strings.Contains(problem, "400") {
				t.Error(problem)
			}
		}
	})
	t.Run("empty", func(t *testing.T) {
		b := openDashboard(t, serve(t, newSQLite(t), "--seed=false"))
		b.open("")
		b.want(`document.querySelector(".empty h2").innerText`, "There is nothing in this Parley yet")
		b.open("#/talks?v=1")
		b.want(`document.querySelector(".empty h2").innerText`, "No talks are recorded")
		b.clean()
	})
}
