package main_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// GraphQL over HTTP, as npm's graphql-http audits it: every demand is met.
func TestAudit(t *testing.T) {
	needs(t, "node", "npm")
	dir := t.TempDir()
	for _, name := range []string{"package.json", "package-lock.json", "audit.mjs"} {
		write(t, dir, map[string]string{name: read(t, filepath.Join("testdata", "audit", name))})
	}
	tool(t, dir, "npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error")
	s := serve(t, newSQLite(t), "--seed=false")
	audits := strings.Split(strings.TrimSpace(tool(t, dir, "node", "audit.mjs", s.base+"/graphql")), "\n")
	if len(audits) != 61 {
		t.Errorf("%d audits, want 61", len(audits))
	}
	for _, a := range audits {
		if !strings.HasPrefix(a, "ok\t") {
			t.Error(a)
		}
	}
}

// needs skips a test on a machine without a tool of another language. CI cannot pass by skipping.
func needs(t *testing.T, tools ...string) {
	t.Helper()
	for _, name := range tools {
		if _, err := exec.LookPath(name); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatalf("%s is missing", name)
			}
			t.Skipf("%s is missing: put it on PATH to run this test", name)
		}
	}
}

// tool runs a program in a folder and returns what it prints.
func tool(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.WaitDelay = time.Second // a killed child's own children may hold its output open
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s%s", strings.Join(cmd.Args, " "), err, out, stderr.String())
	}
	return string(out)
}
