package main_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

// reports is a folder of that many articles, each with facts, of which every one answers the one before.
func reports(t *testing.T, articles int) string {
	t.Helper()
	files := map[string]string{
		"states.tsv": "key\tname\tcapital\nVEL\tVelmara\tvelm\n",
		"places.tsv": "key\tname\tkind\tcountry\nvelm\tVelm\tCAPITAL\tVEL\n",
	}
	for n := range articles {
		answers := ""
		if n > 0 {
			answers = fmt.Sprintf("  respondsTo: [envoy-%d-waits]\n", n-1)
		}
		files[fmt.Sprintf("report-%03d.txt", n)] = fmt.Sprintf("---\npublished: 2031-04-%02d\n---\nEnvoy Number %d of Velmara said that Velm “waits for answer %d.” Nobody else spoke.\n", 1+n%28, n, n)
		files[fmt.Sprintf("report-%03d.facts.yaml", n)] = fmt.Sprintf(`- Official: envoy-%[1]d
  name: Envoy Number %[1]d
- Position: envoy-%[1]d
  title: Envoy
  holder: envoy-%[1]d
  of: State:VEL
  evidence: Envoy Number %[1]d of Velmara
- Statement: envoy-%[1]d-waits
  name: Envoy %[1]d waits
  text: Velm waits for answer %[1]d.
  quote: waits for answer %[1]d.
  act: ASSERT
  modality: ASSERTED
  polarity: POSITIVE
  speakers: [Official:envoy-%[1]d]
  onBehalfOf: [State:VEL]
%[2]s  evidence: Velm “waits for answer %[1]d.”
`, n, answers)
	}
	return folder(t, files)
}

// interruption is a store, and a load that is interrupted again and again.
type interruption struct {
	store string
	dir   string
	want  string        // the dump after a load that was not interrupted
	took  time.Duration // of such a load
}

// interrupted prepares a load that takes long enough to be interrupted. The race detector makes a small one long.
func interrupted(t *testing.T, store string) *interruption {
	t.Helper()
	articles := 200
	if underRace || !strings.HasPrefix(store, "sqlite:") {
		articles = 30
	}
	i := &interruption{store: store, dir: reports(t, articles)}
	for range 2 { // the first one also warms up the server
		i.empty(t)
		began := time.Now()
		ok(t, "load", "--store", i.store, i.dir)
		i.took = time.Since(began)
	}
	i.want = dump(t, i.store)
	return i
}

// empty empties the store. Neo4j keeps its indexes, as making them takes longer than the load.
func (i *interruption) empty(t *testing.T) {
	t.Helper()
	if strings.HasPrefix(i.store, "sqlite:") {
		i.store = newSQLite(t)
		return
	}
	tamper(t, i.store, "", "MATCH (n:Node) DETACH DELETE n")
}

// interrupt runs a load and sends a signal after a share of the time that a load takes. Where the load was faster, it is tried again.
func (i *interruption) interrupt(t *testing.T, signal syscall.Signal, share float64) result {
	t.Helper()
	for range 20 {
		i.empty(t)
		cmd := command(t, []string{"load", "--store", i.store, i.dir})
		var out, stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		timer := time.AfterFunc(time.Duration(share*float64(i.took)), func() { _ = cmd.Process.Signal(signal) })
		err := cmd.Wait()
		timer.Stop()
		if err != nil {
			return result{out.String(), stderr.String(), cmd.ProcessState.ExitCode()}
		}
		i.took = time.Since(began)
	}
	t.Fatalf("no load lasts %.2f of %v", share, i.took)
	return result{}
}

// complete runs the load again, checks that the store is then as if nothing had happened, and says whether a part had been written.
func (i *interruption) complete(t *testing.T) (part bool) {
	t.Helper()
	var report struct {
		Changes struct{ NodesCreated, NodesUnchanged int }
	}
	if err := json.Unmarshal([]byte(ok(t, "load", "--json", "--store", i.store, i.dir)), &report); err != nil {
		t.Fatal(err)
	}
	same(t, "the dump after the second load", dump(t, i.store), i.want)
	return report.Changes.NodesCreated > 0 && report.Changes.NodesUnchanged > 0
}

// A load that is killed at any moment is completed by a second one, with the same result as if it had not been killed.
func TestKilledLoad(t *testing.T) {
	const moments = 20
	onEachStore(t, func(t *testing.T, store string) {
		i := interrupted(t, store)
		parts := 0
		for n := range moments {
			// Random moments, one in each twentieth of the time that a load takes.
			share := (float64(n) + rand.Float64()) / moments
			r := i.interrupt(t, syscall.SIGKILL, share)
			if r.code != -1 || r.out != "" {
				t.Errorf("killed at %.3f: exit code %d\n%s%s", share, r.code, r.out, r.err)
			}
			if i.complete(t) {
				parts++
			}
			if t.Failed() {
				t.Fatalf("killed at %.3f of %v", share, i.took)
			}
		}
		t.Logf("a load took %v; of %d that were killed, %d had written a part", i.took, moments, parts)
		if parts == 0 {
			t.Error("no load was killed while it wrote")
		}
	})
}

// SIGINT ends a load cleanly: it says what to do, and a second load does it.
func TestInterruptedLoad(t *testing.T) {
	onEachStore(t, func(t *testing.T, store string) {
		i := interrupted(t, store)
		for _, share := range []float64{0.3, 0.5, 0.7, 0.9} {
			r := i.interrupt(t, syscall.SIGINT, share)
			if r.code != 1 || r.out != "" || r.err != "parley: interrupted; run it again to complete it\n" {
				t.Errorf("at %.1f: exit code %d\n%s%s", share, r.code, r.out, r.err)
			}
			if file, ok := strings.CutPrefix(i.store, "sqlite:"); ok {
				if _, err := os.Stat(file + "-wal"); err == nil {
					t.Errorf("at %.1f: the database was not closed", share)
				}
			}
			i.complete(t)
		}
	})
}
