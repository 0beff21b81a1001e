package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/parleygraph/parley/graph"
)

// child is a server that this command started: a process of its own, so that what it does is not counted to the client.
type child struct {
	url   string
	stop  func()
	agent *http.Client
}

// parley serves a store by the real binary.
func (b *bench) parley(ctx context.Context, o *opened) (*child, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	address := l.Addr().String()
	_ = l.Close()
	cmd := exec.Command(b.binary, "serve", "--store", o.address, "--listen", address, "--seed=false", "--timeout", "5m")
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	c := &child{"http://" + address + "/graphql", func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }, agent(b.clients)}
	for range 600 {
		if r, err := c.agent.Get("http://" + address + "/readyz"); err == nil {
			_ = r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return c, nil
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	c.stop()
	return nil, fmt.Errorf("parley serve --store %s does not become ready", o.address)
}

// peer serves @neo4j/graphql, which is installed first where it is not.
func (b *bench) peer(ctx context.Context, uri string) (*child, error) {
	folder, err := source("internal/bench/peer")
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(folder, "node_modules")); err != nil {
		install := exec.CommandContext(ctx, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
		install.Dir = folder
		if out, err := install.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("npm ci: %w\n%s", err, out)
		}
	}
	cmd := exec.Command("node", "index.js")
	cmd.Dir, cmd.Stderr = folder, os.Stderr
	cmd.Env = append(os.Environ(), "NODE_ENV=production", "NEO4J_URI="+uri)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	stop := func() { _ = stdin.Close(); _ = cmd.Process.Kill(); _ = cmd.Wait() }
	url, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		stop()
		return nil, fmt.Errorf("the peer does not serve: %w", err)
	}
	return &child{strings.TrimSpace(url), stop, agent(b.clients)}, nil
}

func agent(clients int) *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: clients, DisableCompression: true}, Timeout: 5 * time.Minute}
}

// source is a folder of this module's source.
func source(folder string) (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/parleygraph/parley").Output()
	if err != nil {
		return "", fmt.Errorf("run it in Parley's source: %w", err)
	}
	return filepath.Join(strings.TrimSpace(string(out)), folder), nil
}

// build makes the binary.
func build(ctx context.Context, into string) error {
	root, err := source(".")
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "go", "build", "-o", into, "./cmd/parley")
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	return nil
}

// post is a request by HTTP, as any client sends it: the answer is read whole.
func (c *child) post(r graph.Request) side {
	body, err := json.Marshal(map[string]any{"query": r.Query, "variables": r.Variables})
	return func(ctx context.Context) error {
		if err != nil {
			return err
		}
		request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, bytes.NewReader(body))
		if err != nil {
			return err
		}
		request.Header.Set("Content-Type", "application/json")
		response, err := c.agent.Do(request)
		if err != nil {
			return err
		}
		defer func() { _ = response.Body.Close() }()
		answer, err := io.ReadAll(response.Body)
		if err == nil && (response.StatusCode != http.StatusOK || !bytes.HasPrefix(answer, []byte(`{"data"`))) {
			err = fmt.Errorf("%s answers %d: %.300s", c.url, response.StatusCode, answer)
		}
		return err
	}
}
