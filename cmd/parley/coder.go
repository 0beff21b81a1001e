package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/parleygraph/parley/internal/coder"
	"github.com/parleygraph/parley/internal/coder/dictionary"
	"github.com/parleygraph/parley/internal/coder/llm"
	"github.com/parleygraph/parley/internal/ingest"
)

// coderFlags say who finds facts in articles.
type coderFlags struct {
	dictFlags
	Coder    string `help:"Who finds facts in articles that have no curated ones: rules, llm, or none. What one finds stands beside what another has found." enum:"rules,llm,none" default:"rules"`
	LLMURL   string `name:"llm-url" env:"PARLEY_LLM_URL" placeholder:"URL" help:"The endpoint of --coder llm: one that speaks OpenAI's chat completions, as http://127.0.0.1:8000/v1. Its key, where it asks for one, is in PARLEY_LLM_KEY."`
	LLMModel string `name:"llm-model" env:"PARLEY_LLM_MODEL" placeholder:"NAME" help:"The model of --coder llm."`
	LLMCache string `name:"llm-cache" env:"PARLEY_LLM_CACHE" placeholder:"DIR" help:"Keep the model's answers in this folder, so that nothing is asked twice."`
}

// chosen is a coder, and what it says of its work when it has ended.
type chosen struct {
	*ingest.Coder
	mu       sync.Mutex
	claims   int
	rejected map[llm.Reason]int
}

// coder makes the coder that the flags name. Its Coder is nil where nobody codes.
func (f coderFlags) coder() (*chosen, error) {
	c := &chosen{rejected: map[llm.Reason]int{}}
	if f.Coder == "none" {
		return c, nil
	}
	d, err := f.load()
	if err != nil {
		return nil, err
	}
	rules, err := coder.NewRules(d)
	if err != nil {
		return nil, err
	}
	if f.Coder == "rules" {
		c.Coder = &ingest.Coder{Name: "rules", Version: coder.Version, Dictionaries: d.Hash, Known: known(d), Code: func(_ context.Context, a coder.Article) (coder.Coding, error) {
			return rules.Code(a), nil
		}}
		return c, nil
	}
	model, err := llm.New(llm.Options{URL: f.LLMURL, Model: f.LLMModel, Cache: f.LLMCache})
	if err != nil {
		return nil, err
	}
	c.Coder = &ingest.Coder{Name: llm.Name, Version: model.Version(), Dictionaries: d.Hash, Known: known(d), Code: func(ctx context.Context, a coder.Article) (coder.Coding, error) {
		r, err := model.Code(ctx, a, rules.Cast(a))
		c.mu.Lock()
		defer c.mu.Unlock()
		c.claims += r.Claims
		for _, x := range r.Rejected {
			c.rejected[x.Reason]++
		}
		return r.Coding, err
	}}
	return c, nil
}

// known tells which actors a dictionary gives a key.
func known(d *dictionary.Dictionary) func(noun, key string) (kind string, ok bool) {
	tables := map[string]*dictionary.Table{"State": d.Table("actors/states.tsv"), "Organization": d.Table("actors/organizations.tsv"), "Official": d.Table("actors/people.tsv")}
	return func(noun, key string) (string, bool) {
		t := tables[noun]
		if t == nil {
			return "", false
		}
		row, ok := t.Row(key)
		if !ok || noun != "Organization" {
			return "", ok
		}
		return row.Get("kind"), true
	}
}

// said is what the model claimed and the articles do not bear out, or "".
func (c *chosen) said() string {
	if c.claims == 0 {
		return ""
	}
	n := 0
	var reasons []string
	for _, reason := range slices.Sorted(maps.Keys(c.rejected)) {
		n += c.rejected[reason]
		reasons = append(reasons, fmt.Sprintf("%s %d", reason, c.rejected[reason]))
	}
	text := fmt.Sprintf("The model made %s; %d were not borne out", count(c.claims, "claim"), n)
	if n > 0 {
		text += " (" + strings.Join(reasons, ", ") + ")"
	}
	return text + "."
}
