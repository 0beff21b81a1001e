// Package neo4jtest gives tests a real Neo4j Community, without Docker: an embedded server from Maven Central's jars, in
// a JVM that lives exactly as long as the test process. Only tests and the benchmark may import it; it imports nothing of Parley, just the
// standard library, the Neo4j driver and golang.org/x/sys.
//
// Start at [URI]. The server asks for no authentication; [Reset] empties it between tests. The jars and the compiled
// Neo4jForTests.java are kept in the user's cache folder, so that only a machine's first run downloads anything.
package neo4jtest

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	version       = "5.26.16"
	downloadLimit = 10 * time.Minute
	startLimit    = 2 * time.Minute
)

//go:embed pom.xml
var pom []byte

//go:embed Neo4jForTests.java
var javaMain []byte

// errMissing marks a machine that cannot run Neo4j, as opposed to a Neo4j that fails.
var errMissing = errors.New("no Neo4j to test with (set NEO4J_URI, or put a JDK 17+ and mvn on PATH)")

// URI returns the address of a Neo4j for this test process, in the routing scheme. The first call starts the server and
// takes some seconds; the following ones share it. A NEO4J_URI in the environment is returned as it is instead.
//
// Without a JDK or Maven the test is skipped, or fails where CI=true, so that CI cannot pass by skipping.
func URI(tb testing.TB) string {
	tb.Helper()
	if uri := os.Getenv("NEO4J_URI"); uri != "" {
		return uri
	}
	uri, err := Start()
	if errors.Is(err, errMissing) && os.Getenv("CI") != "true" {
		tb.Skip(err)
	}
	if err != nil {
		tb.Fatal(err)
	}
	return uri
}

// Start starts the server of this process, or returns the address of the one that was started. It is URI for what is no test: the benchmark.
func Start() (uri string, err error) { return start() }

var start = sync.OnceValues(func() (string, error) {
	if err := checkTools(); err != nil {
		return "", err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	jars := filepath.Join(cache, "parley", "neo4j-"+version)
	if err := build(jars, download); err != nil {
		return "", err
	}
	classes := fmt.Sprintf("%s-main-%.6x", jars, sha256.Sum256(javaMain))
	err = build(classes, func(dir string) error { return compile(jars, dir) })
	if err != nil {
		return "", err
	}
	return serve(jars, classes)
})

var javaVersion = regexp.MustCompile(`version "(\d+)`)

func checkTools() error {
	for _, tool := range []string{"java", "javac", "mvn"} {
		if _, err := exec.LookPath(tool); err != nil {
			return fmt.Errorf("%w: %s is missing", errMissing, tool)
		}
	}
	out, err := exec.Command("java", "-version").CombinedOutput()
	if err != nil {
		return fmt.Errorf("%w: java -version: %w", errMissing, err)
	}
	if m := javaVersion.FindSubmatch(out); m != nil {
		if major, _ := strconv.Atoi(string(m[1])); major < 17 { // Java 8 calls itself 1.8
			return fmt.Errorf("%w: java is too old (%s)", errMissing, m[0])
		}
	}
	return nil
}

// build makes the folder dst once for all test processes. It is filled under another name and renamed when complete, so
// that dst existing means that it is whole.
func build(dst string, fill func(dir string) error) error {
	if _, err := os.Stat(dst); err == nil {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(dst), 0o755); err != nil {
		return err
	}
	unlock, err := lock(dst + ".lock")
	if err != nil {
		return err
	}
	defer unlock()
	if _, err := os.Stat(dst); err == nil { // another process made it while this one waited
		return nil
	}
	if killed, err := filepath.Glob(dst + ".part-*"); err == nil {
		for _, dir := range killed {
			_ = os.RemoveAll(dir)
		}
	}
	dir, err := os.MkdirTemp(filepath.Dir(dst), filepath.Base(dst)+".part-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }() // nothing is left of it after the rename
	if err := fill(dir); err != nil {
		return err
	}
	return os.Rename(dir, dst)
}

func download(dir string) error {
	pomFile := filepath.Join(dir, "pom.xml")
	if err := os.WriteFile(pomFile, pom, 0o644); err != nil {
		return err
	}
	return command(dir, "mvn", "-q", "-B", "-f", pomFile, "-Dneo4j.version="+version,
		"dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory="+dir)
}

func compile(jars, dir string) error {
	source := filepath.Join(dir, "Neo4jForTests.java")
	if err := os.WriteFile(source, javaMain, 0o644); err != nil {
		return err
	}
	return command(dir, "javac", "--release", "17", "-cp", filepath.Join(jars, "*"), "-d", dir, source)
}

func command(dir, name string, args ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), downloadLimit)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.WaitDelay = time.Second // a killed child's own children may hold its output open
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, lastLines(out))
	}
	return nil
}

// serverStdin keeps the JVM alive: the JVM ends when the last handle to this pipe closes, be it by a kill -9 of this
// process. It is a package variable because a garbage-collected pipe would be closed as well.
//
//lint:ignore U1000 it is written to be kept, and never read
var serverStdin io.Closer

// serve starts the JVM and waits until Bolt answers. It leaves no goroutine behind that a leak check could find.
func serve(jars, classes string) (uri string, err error) {
	homes := filepath.Join(os.TempDir(), fmt.Sprintf("parley-neo4j-%d", os.Getuid()))
	if err := os.MkdirAll(homes, 0o700); err != nil {
		return "", err
	}
	log, err := os.CreateTemp(homes, "log-*")
	if err != nil {
		return "", err
	}
	defer log.Close()
	// Unlinked at once, so that no kill can leave it behind; both sides use it through their open handles.
	_ = os.Remove(log.Name())

	cmd := exec.Command("java",
		"-Xmx2g", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError",
		"--add-opens=java.base/java.lang=ALL-UNNAMED",
		"--add-opens=java.base/java.nio=ALL-UNNAMED",
		"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"-cp", classes+string(os.PathListSeparator)+filepath.Join(jars, "*"),
		"Neo4jForTests", homes)
	cmd.Dir = homes
	cmd.Stderr = log // a file, as a pipe would need a goroutine to drain it
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return "", err
	}
	if serverStdin, err = cmd.StdinPipe(); err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
			_, _ = log.Seek(0, io.SeekStart)
			out, _ := io.ReadAll(log)
			err = fmt.Errorf("neo4j %s did not start: %w\n%s", version, err, lastLines(out))
		}
	}()

	ctx, cancel := context.WithTimeout(context.Background(), startLimit)
	defer cancel()
	defer context.AfterFunc(ctx, func() { _ = cmd.Process.Kill() })() // ends the read below
	port := ""
	for lines := bufio.NewScanner(stdout); port == "" && lines.Scan(); {
		port, _ = strings.CutPrefix(lines.Text(), "bolt ")
	}
	if port == "" {
		return "", errors.New("the server ended, or took too long")
	}
	uri = "neo4j://127.0.0.1:" + port
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.NoAuth())
	if err != nil {
		return "", err
	}
	defer driver.Close(ctx)
	return uri, driver.VerifyConnectivity(ctx)
}

func lastLines(out []byte) []byte {
	lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	return bytes.Join(lines[max(0, len(lines)-30):], []byte("\n"))
}
