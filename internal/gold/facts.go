package gold

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/parleygraph/parley/internal/coder"
)

// factsEnding is that of the facts that were curated from the article of the same name, as parley load reads them.
const factsEnding = ".facts.yaml"

// isFacts recognises a folder of articles with curated facts.
func isFacts(_ fs.FS, entries []fs.DirEntry) bool {
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return strings.HasSuffix(e.Name(), factsEnding) })
}

// scoreFacts scores articles against the facts that were curated from them for the graph. Curated are statements, talks, offers to mediate and
// recognitions: relations of other types are not compared, since there they are only statements.
func scoreFacts(fsys fs.FS, _ string, subject Subject) ([]*Part, error) {
	names, err := fs.Glob(fsys, "*"+factsEnding)
	if err != nil {
		return nil, err
	}
	b := &board{}
	for _, name := range names {
		a, err := readAnnotated(fsys, name, factsEnding, curated)
		if err != nil {
			return nil, err
		}
		given := subject.Code(a.article)
		given.Relations = slices.DeleteFunc(given.Relations, func(r coder.Relation) bool {
			return r.Type != "OFFERS_MEDIATION" && r.Type != "RECOGNISES"
		})
		b.document()
		scoreArticle(b, a, given)
	}
	b.slots()
	b.sum("facts", "statements", "talks", "relations")
	return []*Part{b.part(Talks, "", "facts", "")}, nil
}

// sum adds figures up to one more.
func (b *board) sum(name string, of ...string) {
	sum := Figure{Name: name, Docs: make([]Tally, b.docs)}
	for _, one := range of {
		if f := b.figures[one]; f != nil {
			for i, d := range f.Docs {
				sum.Docs[i].Found += d.Found
				sum.Docs[i].Given += d.Given
				sum.Docs[i].Wanted += d.Wanted
			}
		}
	}
	b.figures[name] = &sum
}

// item is one curated node: its noun, its key and its fields.
type item struct {
	noun, key string
	fields    map[string]any
}

func (i item) text(field string) string {
	if v, ok := i.fields[field]; ok && v != nil {
		return strings.TrimSpace(fmt.Sprint(v))
	}
	return ""
}

func (i item) list(field string) []string {
	switch v := i.fields[field].(type) {
	case nil:
		return nil
	case []any:
		var all []string
		for _, one := range v {
			all = append(all, strings.TrimSpace(fmt.Sprint(one)))
		}
		return all
	}
	return []string{i.text(field)}
}

// curated makes a coding of the facts of an article.
func curated(file []byte) (coder.Coding, error) {
	var list []yaml.MapSlice
	if err := yaml.Unmarshal(file, &list); err != nil {
		return coder.Coding{}, err
	}
	c := coder.Coding{}
	ids := map[string]bool{}
	var items []item
	for _, m := range list {
		if len(m) == 0 {
			continue
		}
		i := item{noun: fmt.Sprint(m[0].Key), key: fmt.Sprint(m[0].Value), fields: map[string]any{}}
		for _, f := range m[1:] {
			i.fields[fmt.Sprint(f.Key)] = f.Value
		}
		items = append(items, i)
	}
	kinds := map[string]coder.Kind{"State": coder.State, "Organization": coder.Organization, "Official": coder.Official, "UnnamedSource": coder.Unnamed, "Outlet": coder.Organization}
	add := func(ref, name string) {
		noun, key, _ := strings.Cut(ref, ":")
		if kind, ok := kinds[noun]; ok && !ids[ref] {
			ids[ref] = true
			a := coder.Actor{ID: ref, Kind: kind, Name: name}
			if kind == coder.State {
				a.ISO3 = &key
			}
			c.Actors = append(c.Actors, a)
		}
	}
	for _, i := range items {
		add(i.noun+":"+i.key, i.text("name"))
	}
	who := func(refs []string) []string {
		for _, ref := range refs {
			add(ref, ref)
		}
		return refs
	}
	for _, i := range items {
		if i.noun == "Position" {
			for k := range c.Actors {
				if c.Actors[k].ID == "Official:"+i.text("holder") {
					of := i.text("of")
					c.Actors[k].Of = &of
				}
			}
		}
	}
	for _, i := range items {
		evidence := i.list("evidence")
		if len(evidence) == 0 {
			continue
		}
		fact := coder.Fact{ID: i.noun + ":" + i.key, Polarity: strings.ToLower(i.text("polarity")), Modality: strings.ToLower(i.text("modality")), Evidence: evidence[0]}
		optional := func(field string) *string {
			if s := i.text(field); s != "" {
				return &s
			}
			return nil
		}
		switch i.noun {
		case "Statement":
			c.Statements = append(c.Statements, coder.Statement{Fact: fact, Speakers: who(i.list("speakers")), Behalf: who(i.list("onBehalfOf")), Act: i.text("act"), CAMEO: optional("cameo"), Addressed: who(i.list("addressees")),
				About: i.list("about"), Channel: optional("channel"), Quote: optional("quote")})
		case "Talks":
			t := coder.Talks{Fact: fact, Place: optional("place"), Parties: who(i.list("parties")), Mediators: who(i.list("mediators")), Hosts: who(i.list("hosts")), Status: strings.ToLower(i.text("status")), Outcome: i.text("outcome")}
			if n, err := strconv.Atoi(i.text("ordinal")); err == nil {
				t.Ordinal = &n
			}
			for _, a := range items {
				if a.noun == "Account" && a.text("of") == i.key {
					t.Accounts = append(t.Accounts, coder.Account{Party: a.text("party"), Words: a.text("words")})
				}
			}
			c.Talks = append(c.Talks, t)
		case "MediationOffer":
			c.Relations = append(c.Relations, coder.Relation{Fact: fact, Type: "OFFERS_MEDIATION", CAMEO: optional("cameo"), Source: who(i.list("by")), Target: who(i.list("to"))})
		case "Recognition":
			code := "054"
			fact.Modality, fact.Polarity = "asserted", "positive"
			c.Relations = append(c.Relations, coder.Relation{Fact: fact, Type: "RECOGNISES", CAMEO: &code, Source: who(i.list("by")), Target: who(i.list("of"))})
		}
	}
	return c, nil
}
