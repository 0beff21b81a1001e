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

// claims are what a model has claimed, and what of it the articles do not bear out.
type claims struct {
	mu       sync.Mutex
	made     int
	rejected map[llm.Reason]int
}

func (c *claims) add(r llm.Result) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.made += r.Claims
	for _, x := range r.Rejected {
		if c.rejected == nil {
			c.rejected = map[llm.Reason]int{}
		}
		c.rejected[x.Reason]++
	}
}

// coder makes the coder that the flags name. A model's claims are counted.
func (f coderFlags) coder(count *claims) (*ingest.Coder, error) {
	d, err := f.load()
	if err != nil {
		return nil, err
	}
	rules, err := coder.NewRules(d)
	if err != nil {
		return nil, err
	}
	if f.Coder == "rules" {
		return &ingest.Coder{Name: "rules", Version: coder.Version, Dictionaries: d.Hash, Known: known(d), Code: func(_ context.Context, a coder.Article) (coder.Coding, error) {
			return rules.Code(a), nil
		}}, nil
	}
	model, err := llm.New(llm.Options{URL: f.LLMURL, Model: f.LLMModel, Cache: f.LLMCache})
	if err != nil {
		return nil, err
	}
	return &ingest.Coder{Name: llm.Name, Version: model.Version(), Dictionaries: d.Hash, Known: known(d), Code: func(ctx context.Context, a coder.Article) (coder.Coding, error) {
		r, err := model.Code(ctx, a, rules.Cast(a))
		count.add(r)
		return r.Coding, err
	}}, nil
}

// known tells which actors a dictionary gives a key, and what it calls them.
func known(d *dictionary.Dictionary) func(noun, key string) (name, kind string, ok bool) {
	tables := map[string]*dictionary.Table{"State": d.Table("actors/states.tsv"), "Organization": d.Table("actors/organizations.tsv"), "Official": d.Table("actors/people.tsv")}
	return func(noun, key string) (name, kind string, ok bool) {
		t := tables[noun]
		if t == nil {
			return "", "", false
		}
		row, ok := t.Row(key)
		if !ok {
			return "", "", false
		}
		if noun == "Organization" {
			kind = row.Get("kind")
		}
		return row.Get("name"), kind, true
	}
}

// String says how many there are; "" for none.
func (c *claims) String() string {
	if c.made == 0 {
		return ""
	}
	n := 0
	var reasons []string
	for _, reason := range slices.Sorted(maps.Keys(c.rejected)) {
		n += c.rejected[reason]
		reasons = append(reasons, fmt.Sprintf("%s %d", reason, c.rejected[reason]))
	}
	text := fmt.Sprintf("The model made %s; the articles do not bear out %d", count(c.made, "claim"), n)
	if n > 0 {
		text += " (" + strings.Join(reasons, ", ") + ")"
	}
	return text + "."
}
