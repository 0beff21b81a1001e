package main

import (
	"context"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/diplomacy"
)

// The operations that are measured, a file each. Its comment says what it asks for. parley.graphql and variables.json are Parley's;
// peer.graphql asks @neo4j/graphql for the same, and is missing where it cannot be asked; hand.cypher and hand.sql are what one would write by
// hand, and more.txt says why they do less. peer.json and hand.json are their variables where they differ. A text in them may stand for what
// depends on the graph's size: {{cursor N}}, {{offset N}} and {{key N}} are the place after the first N statements in the default order, {{actor N}}
// is an id.
//
//go:embed operations/*.txtar
var operationFiles embed.FS

type operation struct {
	name          string
	parley        graph.Request
	peer          string // "": it cannot be asked
	peerVariables map[string]any
	cypher, sql   string
	more          string         // why what is written by hand does less, and so is no bound for what Parley may cost; "": it does the same
	hand          map[string]any // variables of cypher and sql
}

// operations reads the operations for a size of graph. Engine makes the cursors.
func operations(ctx context.Context, engine *graph.Engine, s size) ([]*operation, error) {
	files, err := operationFiles.ReadDir("operations")
	if err != nil {
		return nil, err
	}
	var all []*operation
	for _, f := range files {
		text, err := operationFiles.ReadFile(path.Join("operations", f.Name()))
		if err != nil {
			return nil, err
		}
		parts := map[string]string{}
		for _, p := range txtar.Parse(text).Files {
			parts[p.Name] = strings.TrimSpace(string(p.Data))
		}
		op := &operation{name: strings.TrimSuffix(f.Name(), ".txtar"), peer: parts["peer.graphql"], cypher: parts["hand.cypher"], sql: parts["hand.sql"], more: parts["more.txt"]}
		op.parley.Query = parts["parley.graphql"]
		for _, v := range []struct {
			into  *map[string]any
			files []string
		}{{&op.parley.Variables, []string{"variables.json"}}, {&op.peerVariables, []string{"peer.json", "variables.json"}}, {&op.hand, []string{"hand.json", "variables.json"}}} {
			*v.into = map[string]any{}
			for _, name := range v.files {
				if parts[name] == "" {
					continue
				}
				if err := json.Unmarshal([]byte(parts[name]), v.into); err != nil {
					return nil, fmt.Errorf("%s, %s: %w", f.Name(), name, err)
				}
				break
			}
			if err := places(ctx, engine, s, *v.into); err != nil {
				return nil, fmt.Errorf("%s: %w", f.Name(), err)
			}
		}
		all = append(all, op)
	}
	return all, nil
}

// places puts what depends on the graph into variables.
func places(ctx context.Context, engine *graph.Engine, s size, variables map[string]any) error {
	for name, v := range variables {
		text, _ := v.(string)
		text, ok := strings.CutPrefix(text, "{{")
		if !ok {
			continue
		}
		kind, number, _ := strings.Cut(strings.TrimSuffix(text, "}}"), " ")
		n, err := strconv.Atoi(number)
		if err != nil {
			return err
		}
		if kind != "actor" {
			n = min(n, s.Statements-s.Statements/10) // a small graph is not that deep
		}
		switch kind {
		case "actor":
			noun, key := actor(n)
			variables[name] = diplomacy.ID(noun, key)
		case "cursor":
			variables[name], err = cursor(ctx, engine, statementAt(s, n))
		case "offset":
			variables[name] = base64.StdEncoding.EncodeToString(fmt.Appendf(nil, "arrayconnection:%d", n-1))
		case "key":
			variables[name] = statementAt(s, n)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// statementAt is the key of the nth statement in the default order.
func statementAt(s size, n int) string {
	keys := make([]string, s.Statements)
	for i := range keys {
		keys[i] = statementKey(i)
	}
	slices.Sort(keys)
	return keys[n-1]
}

// cursor is that of a statement in the default order.
func cursor(ctx context.Context, engine *graph.Engine, key string) (string, error) {
	result := engine.Execute(ctx, graph.Request{
		Query:     `query ($key: String!) { statements(where: {key: {eq: $key}}) { pageInfo { endCursor } } }`,
		Variables: map[string]any{"key": key},
	})
	var answer struct {
		Data struct {
			Statements struct{ PageInfo struct{ EndCursor string } }
		}
	}
	err := json.Unmarshal(result.Body, &answer)
	if at := answer.Data.Statements.PageInfo.EndCursor; err == nil && at != "" {
		return at, nil
	}
	return "", fmt.Errorf("no cursor of %s: %s", key, result.Body)
}

// used leaves the variables that a statement names.
func used(text string, variables map[string]any, sigil string) map[string]any {
	variables = maps.Clone(variables)
	maps.DeleteFunc(variables, func(name string, _ any) bool { return !strings.Contains(text, sigil+name) })
	return variables
}
