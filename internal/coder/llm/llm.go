// Package llm is the optional second coder: it asks a language model, behind any endpoint that speaks OpenAI's chat completions, what an article
// says, and keeps of the answer only what the article bears out. A claim names a sentence and quotes it; a quote that is not there, an actor who
// is not in the sentence, a date that internal/coder/dates does not find in it: the claim is rejected with the reason, never repaired. That a
// quote is there does not prove that it says what the claim says, so what comes of it is a layer of its own, beside that of the rules.
//
// The article is untrusted: it travels as JSON, in a message of its own, and nothing in it can change what is asked or what is kept. Start with New.
package llm

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync/atomic"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/parleygraph/parley/internal/coder"
	"github.com/parleygraph/parley/internal/coder/text"
	"github.com/parleygraph/parley/internal/diplomacy"
)

// Name is the name of the coder, and the rule of its facts.
const Name = "llm"

// KeyVariable names the environment variable that holds the API key, where the endpoint asks for one. A key on a command line would be seen by all
// who see processes.
const KeyVariable = "PARLEY_LLM_KEY"

var (
	//go:embed prompt.txt
	prompt string
	//go:embed schema.json
	schema []byte
)

// Options say which model answers, and how it is asked.
type Options struct {
	URL     string        // of the endpoint, as http://127.0.0.1:8000/v1
	Model   string        // its name there
	Cache   string        // a folder in which answers are kept, so that nothing is asked twice; "" for none
	Timeout time.Duration // of one answer; 0: two minutes
	// Progress is told after each answer how many of an article's windows are done; nil for nobody.
	Progress func(done, of int)
}

// Coder asks a model. It may be used by several goroutines at once.
type Coder struct {
	options  Options
	endpoint string
	key      string
	schema   *jsonschema.Schema
	client   *http.Client
	sleep    func(ctx context.Context, d time.Duration) error
	plain    atomic.Bool // the endpoint does not take a schema
}

// New makes a Coder. It asks nothing yet.
func New(o Options) (*Coder, error) {
	u, err := url.Parse(o.URL)
	switch {
	case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		return nil, diplomacy.Errorf(diplomacy.Invalid, "%q is not the address of an endpoint; write one such as http://127.0.0.1:8000/v1", o.URL)
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return nil, diplomacy.Errorf(diplomacy.Invalid, "the endpoint's address must have neither a user nor a query; put the key into %s", KeyVariable)
	case o.Model == "":
		return nil, diplomacy.Errorf(diplomacy.Invalid, "which model should answer is not said; name one that the endpoint has")
	}
	if o.Timeout <= 0 {
		o.Timeout = 2 * time.Minute
	}
	if o.Cache != "" {
		if err := os.MkdirAll(o.Cache, 0o755); err != nil {
			return nil, diplomacy.Errorf(diplomacy.Invalid, "answers cannot be kept: %v", err)
		}
	}
	compiled, err := compileSchema()
	if err != nil {
		return nil, err
	}
	return &Coder{
		options: o, endpoint: strings.TrimRight(u.String(), "/") + "/chat/completions", key: os.Getenv(KeyVariable), schema: compiled,
		// An endpoint that sends elsewhere would have the article, and the key, sent there.
		client: &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
		sleep:  sleep,
	}, nil
}

func compileSchema() (*jsonschema.Schema, error) {
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(string(schema)))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("answer.json", document); err != nil {
		return nil, err
	}
	return c.Compile("answer.json")
}

// Version says what answers and what it is asked: another model, another prompt or another schema is another version.
func (c *Coder) Version() string {
	h := sha256.New()
	h.Write([]byte(prompt))
	h.Write(schema)
	return c.options.Model + "/" + hex.EncodeToString(h.Sum(nil))[:8]
}

// Result is what became of an article.
type Result struct {
	Coding   coder.Coding
	Rejected []Rejection
	Claims   int   // in the answers: accepted and rejected
	Asked    int   // windows that the model was asked about
	Kept     int   // windows whose answers were in the cache
	TooLong  []int // sentences, from 1, that are too long to be asked about
}

// Code codes an article. The cast is that of the rules (coder.Rules.Cast): whom the model may name by id.
func (c *Coder) Code(ctx context.Context, article coder.Article, cast []coder.Named) (Result, error) {
	doc := text.Parse(article.Text)
	windows, long := split(doc)
	r := Result{TooLong: long}
	k := newChecker(article, doc, cast)
	for i, w := range windows {
		m, err := c.messages(article, doc, cast, w)
		if err != nil {
			return r, err
		}
		a, kept, err := c.answer(ctx, m)
		if err != nil {
			return r, err
		}
		if kept {
			r.Kept++
		} else {
			r.Asked++
		}
		k.check(w, a)
		if c.options.Progress != nil {
			c.options.Progress(i+1, len(windows))
		}
	}
	r.Coding, r.Rejected, r.Claims = k.coding.Renumbered(), k.rejected, k.claims
	return r, nil
}

// The size of a window, in bytes of text, and how many sentences before it are shown, to be understood only.
const (
	windowSize = 12_000
	before     = 3
)

// window is a part of an article that is asked about at once: sentences [first, last), shown from shown on.
type window struct{ shown, first, last int }

// split makes windows of an article. Sentences longer than a window are not asked about.
func split(doc *text.Document) (windows []window, long []int) {
	size := 0
	w := window{}
	flush := func(next int) {
		if w.last > w.first {
			w.shown = max(0, w.first-before)
			windows = append(windows, w)
		}
		w = window{first: next, last: next}
		size = 0
	}
	for i, s := range doc.Sentences {
		n := s.End - s.Start
		if n > windowSize {
			flush(i + 1)
			long = append(long, i+1)
			continue
		}
		if size+n > windowSize {
			flush(i)
		}
		w.last = i + 1
		size += n
	}
	flush(len(doc.Sentences))
	return windows, long
}

// message is one of a chat.
type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// messages are what is asked about a window: first the rules, which are the same for every article, then the article, as JSON on one line between two
// marks that hold its own hash, so that no article can end itself.
func (c *Coder) messages(article coder.Article, doc *text.Document, cast []coder.Named, w window) ([]message, error) {
	type actor struct {
		ID    string     `json:"id"`
		Kind  coder.Kind `json:"kind"`
		Name  string     `json:"name"`
		Role  *string    `json:"role,omitempty"`
		Of    *string    `json:"of,omitempty"`
		Words []string   `json:"words"`
	}
	type sentence struct {
		N    int    `json:"n"`
		Code bool   `json:"code"`
		Text string `json:"text"`
	}
	var data struct {
		Published string     `json:"published,omitempty"`
		Actors    []actor    `json:"actors"`
		Sentences []sentence `json:"sentences"`
	}
	data.Published = article.Published
	data.Actors = []actor{}
	from, to := doc.Sentences[w.first].Start, doc.Sentences[w.last-1].End
	for _, n := range cast {
		for _, at := range n.At {
			if at.Start >= from && at.End <= to {
				data.Actors = append(data.Actors, actor{n.ID, n.Kind, n.Name, n.Role, n.Of, n.Mentions})
				break
			}
		}
	}
	for i := w.shown; i < w.last; i++ {
		s := doc.Sentences[i]
		data.Sentences = append(data.Sentences, sentence{i + 1, i >= w.first, article.Text[s.Start:s.End]})
	}
	b, err := json.Marshal(data)
	if err != nil {
		return nil, err
	}
	hash := sha256.Sum256(b)
	mark := hex.EncodeToString(hash[:8])
	return []message{{"system", prompt}, {"user", fmt.Sprintf("ARTICLE %s\n%s\nEND OF ARTICLE %s", mark, b, mark)}}, nil
}
