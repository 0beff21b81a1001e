// Package chromiumtest opens Parley's own pages in a real Chromium, for the
// tests of any package that serves pages. It collects what a reader of the
// page would never see but must not happen: console errors, violations of the
// content security policy, and requests to other hosts.
//
// It is for tests alone and may import chromedp, which nothing else does.
// Start at New.
package chromiumtest

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/audits"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// limit is the longest that one test may hold a browser. It is large because
// Chromium takes many seconds to start on a busy machine with few cores.
const limit = 3 * time.Minute

// New starts a Chromium with a fresh profile and gives a chromedp context with
// one empty tab. The browser stops when the test ends.
//
// problems returns, in order, what has gone wrong in the tab so far. A test
// calls it after its last action and fails unless it is empty. It sees the tab
// of ctx, not tabs that the page opens, nor workers.
//
// The program is $CHROMIUM, or else "chromium" on PATH. Where there is none,
// the test is skipped, except with CI=true, where that is a failure.
func New(tb testing.TB) (ctx context.Context, problems func() []string) {
	tb.Helper()
	program := find(tb)

	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(program),
		chromedp.NoSandbox, // the tests also run as root in containers
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("no-pings", true),
		// A proxy of the machine has no business with requests to localhost.
		chromedp.Flag("no-proxy-server", true),
		// Makes a request to another host fail at once on every machine, so
		// that the outcome does not hang on the network the test runs in.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE [::1]"),
		chromedp.WindowSize(1280, 800),
		chromedp.WSURLReadTimeout(time.Minute),
	)
	ctx, stopClock := context.WithTimeout(context.Background(), limit)
	ctx, stopAllocator := chromedp.NewExecAllocator(ctx, options...)
	found := new(list)
	// Chromium sends events that chromedp may not know yet. They are no
	// failure of the page under test, so they go nowhere.
	quiet := func(string, ...any) {}
	ctx, stopTab := chromedp.NewContext(ctx,
		chromedp.WithListener(found.listen),
		chromedp.WithLogf(quiet),
		chromedp.WithErrorf(quiet),
	)
	tb.Cleanup(func() {
		polite, done := context.WithTimeout(ctx, 10*time.Second)
		defer done()
		_ = chromedp.Cancel(polite) // else the profile folder is removed under a running browser
		stopTab()
		stopAllocator()
		stopClock()
	})

	_, err := chromedp.Call(ctx, audits.Enable, cdp.Empty{})
	if err != nil {
		tb.Fatalf("start %s: %v", program, err)
	}
	return ctx, found.all
}

func find(tb testing.TB) string {
	tb.Helper()
	name := os.Getenv("CHROMIUM")
	if name == "" {
		name = "chromium"
	}
	program, err := exec.LookPath(name)
	if err == nil {
		return program
	}
	if ci, _ := strconv.ParseBool(os.Getenv("CI")); ci {
		tb.Fatalf("no Chromium: %v (install chromium or set CHROMIUM)", err)
	}
	tb.Skipf("no Chromium: %v (install chromium or set CHROMIUM)", err)
	return ""
}

// list keeps the problems. The browser's events come in on another goroutine.
type list struct {
	mu   sync.Mutex
	list []string
}

func (l *list) all() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.list)
}

func (l *list) add(format string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.list = append(l.list, fmt.Sprintf(format, args...))
}

func (l *list) listen(event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			l.add("console %s: %s", e.Type, text(e.Args))
		}
	case *runtime.EventExceptionThrown:
		l.add("uncaught exception: %s", exception(e.ExceptionDetails))
	case *log.EventEntryAdded:
		// The browser's own messages: failed requests and blocked content.
		if e.Entry.Level == log.EntryLevelError {
			l.add("browser %s error: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	case *audits.EventIssueAdded:
		if e.Issue.Details == nil || e.Issue.Details.ContentSecurityPolicyIssueDetails == nil {
			return
		}
		d := e.Issue.Details.ContentSecurityPolicyIssueDetails
		l.add("content security policy: %s (%s) %s%s",
			d.ViolatedDirective, d.ContentSecurityPolicyViolationType, d.BlockedURL, place(d.SourceCodeLocation))
	case *network.EventRequestWillBeSent:
		l.request(e.Request.URL)
	case *network.EventWebSocketCreated:
		l.request(e.URL)
	case *network.EventWebTransportCreated:
		l.request(e.URL)
	}
}

// request notes a request that leaves the machine.
func (l *list) request(address string) {
	u, err := url.Parse(address)
	if err != nil {
		l.add("request to an address that is none: %q", address)
		return
	}
	switch u.Scheme {
	case "data", "blob", "about":
		return
	}
	switch u.Hostname() {
	case "127.0.0.1", "localhost", "::1":
		return
	}
	l.add("request to another host: %s", address)
}

func place(at *audits.SourceCodeLocation) string {
	if at == nil || at.URL == "" {
		return ""
	}
	return fmt.Sprintf(" at %s:%d:%d", at.URL, at.LineNumber+1, at.ColumnNumber+1)
}

func text(args []*runtime.RemoteObject) string {
	parts := make([]string, 0, len(args))
	for _, arg := range args {
		switch {
		case arg.Description != "":
			parts = append(parts, arg.Description)
		case len(arg.Value) > 0:
			parts = append(parts, string(arg.Value))
		default:
			parts = append(parts, string(arg.Type))
		}
	}
	return strings.Join(parts, " ")
}

func exception(d *runtime.ExceptionDetails) string {
	if d.Exception != nil && d.Exception.Description != "" {
		return d.Exception.Description
	}
	return fmt.Sprintf("%s at %s:%d:%d", d.Text, d.URL, d.LineNumber+1, d.ColumnNumber+1)
}
