package llm

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/parleygraph/parley/internal/diplomacy"
)

// How often and how long one window is tried, and how much of an answer is read.
const (
	attempts   = 4
	firstWait  = time.Second
	longest    = time.Minute // that the endpoint may have us wait
	answerSize = 4 << 20
)

// answer asks the model, or the cache.
func (c *Coder) answer(ctx context.Context, m []message) (a *answer, kept bool, err error) {
	file, err := c.file(m)
	if err != nil {
		return nil, false, err
	}
	if file != "" {
		if b, err := os.ReadFile(file); err == nil {
			if a, err := c.parse(b); err == nil {
				return a, true, nil
			}
		}
	}
	content, a, err := c.ask(ctx, m)
	if err != nil {
		return nil, false, err
	}
	if file != "" {
		if err := write(file, content); err != nil {
			return nil, false, diplomacy.Errorf(diplomacy.Unavailable, "the model's answer cannot be kept: %v", err)
		}
	}
	return a, false, nil
}

// file is where the answer to these messages is kept: by the hash of the model, the schema and all that it is told.
func (c *Coder) file(m []message) (string, error) {
	if c.options.Cache == "" {
		return "", nil
	}
	b, err := json.Marshal(struct {
		Model    string
		Schema   []byte
		Messages []message
	}{c.options.Model, schema, m})
	if err != nil {
		return "", err
	}
	hash := sha256.Sum256(b)
	name := hex.EncodeToString(hash[:])
	return filepath.Join(c.options.Cache, name[:2], name+".json"), nil
}

// write writes a file whole or not at all.
func write(file string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(file), "*.part")
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// failure is an attempt that failed.
type failure struct {
	message string
	again   bool          // another attempt may succeed
	wait    time.Duration // that the endpoint asks for; 0: it asks for none
	schema  bool          // the endpoint does not take the schema
	answer  bool          // the model answered, but not what was asked
}

// ask asks until there is an answer of the form that was asked for. An answer of another form is asked for once more.
func (c *Coder) ask(ctx context.Context, m []message) ([]byte, *answer, error) {
	wait, malformed := firstWait, 0
	var last *failure
	for try := 0; try < attempts; try++ {
		plain := c.plain.Load()
		content, f := c.try(ctx, m, plain)
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		if f == nil {
			a, err := c.parse(content)
			if err == nil {
				return content, a, nil
			}
			f = &failure{message: "the model's answer is not of the form that was asked for: " + err.Error(), again: true, answer: true}
		}
		last = f
		switch {
		case f.schema && !plain:
			c.plain.Store(true)
			try-- // it was not the model that failed
			continue
		case f.answer:
			malformed++
		}
		if !f.again || malformed > 1 || try == attempts-1 {
			break
		}
		if f.wait > longest {
			return nil, nil, diplomacy.Errorf(diplomacy.Overloaded, "%s; it asks to wait %v, which is too long: try again then", f.message, f.wait.Round(time.Second))
		}
		if err := c.sleep(ctx, max(wait, f.wait)); err != nil {
			return nil, nil, err
		}
		wait *= 2
	}
	return nil, nil, diplomacy.Errorf(diplomacy.Unavailable, "%s", last.message)
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// try asks once, and gives what the model wrote.
func (c *Coder) try(ctx context.Context, m []message, plain bool) ([]byte, *failure) {
	type format struct {
		Type   string `json:"type"`
		Schema any    `json:"json_schema,omitempty"`
	}
	request := struct {
		Model       string    `json:"model"`
		Temperature int       `json:"temperature"`
		Messages    []message `json:"messages"`
		Format      format    `json:"response_format"`
	}{Model: c.options.Model, Messages: m, Format: format{Type: "json_schema", Schema: map[string]any{"name": "claims", "strict": true, "schema": json.RawMessage(schema)}}}
	if plain {
		request.Format = format{Type: "json_object"}
		request.Messages = append([]message{{m[0].Role, m[0].Content + "\nAnswer with one JSON object that meets this schema, and nothing else:\n" + string(schema)}}, m[1:]...)
	}
	body, err := json.Marshal(request)
	if err != nil {
		return nil, &failure{message: err.Error()}
	}
	ctx, cancel := context.WithTimeout(ctx, c.options.Timeout)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.endpoint, bytes.NewReader(body))
	if err != nil {
		return nil, &failure{message: err.Error()}
	}
	r.Header.Set("Content-Type", "application/json")
	if c.key != "" {
		r.Header.Set("Authorization", "Bearer "+c.key)
	}
	response, err := c.client.Do(r)
	if err != nil {
		if errors.Is(err, context.DeadlineExceeded) {
			return nil, &failure{message: fmt.Sprintf("%s did not answer within %v", c.endpoint, c.options.Timeout), again: true}
		}
		return nil, &failure{message: c.hidden(err.Error()), again: true}
	}
	defer func() { _ = response.Body.Close() }()
	b, err := io.ReadAll(io.LimitReader(response.Body, answerSize+1))
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, &failure{message: fmt.Sprintf("%s did not end its answer within %v", c.endpoint, c.options.Timeout), again: true}
	case err != nil:
		return nil, &failure{message: fmt.Sprintf("the answer of %s broke off: %s", c.endpoint, c.hidden(err.Error())), again: true}
	case len(b) > answerSize:
		return nil, &failure{message: fmt.Sprintf("the answer of %s is longer than %d bytes", c.endpoint, answerSize)}
	case response.StatusCode != http.StatusOK:
		return nil, c.refused(response, b)
	}
	return content(b)
}

// refused says what a status other than 200 means.
func (c *Coder) refused(response *http.Response, body []byte) *failure {
	f := &failure{message: fmt.Sprintf("%s answers %s: %s", c.endpoint, response.Status, c.hidden(excerpt(body)))}
	switch status := response.StatusCode; {
	case status == http.StatusTooManyRequests, status == http.StatusRequestTimeout, status >= 500 && status != http.StatusNotImplemented:
		f.again = true
		f.wait = retryAfter(response.Header.Get("Retry-After"), time.Now())
	case status == http.StatusBadRequest, status == http.StatusUnprocessableEntity, status == http.StatusNotImplemented:
		f.schema = bytes.Contains(body, []byte("response_format")) || bytes.Contains(body, []byte("json_schema"))
	}
	return f
}

// retryAfter reads seconds or a date.
func retryAfter(s string, now time.Time) time.Duration {
	if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil && n > 0 {
		return time.Duration(min(n, 1<<20)) * time.Second
	}
	if t, err := http.ParseTime(s); err == nil && t.After(now) {
		return t.Sub(now)
	}
	return 0
}

// hidden takes the key out of what others wrote: an endpoint may show it in an error.
func (c *Coder) hidden(s string) string {
	if c.key == "" {
		return s
	}
	return strings.ReplaceAll(s, c.key, "***")
}

func excerpt(b []byte) string {
	s := strings.Join(strings.Fields(strings.ToValidUTF8(string(b), "?")), " ")
	if r := []rune(s); len(r) > 200 {
		s = string(r[:200]) + " ..."
	}
	return s
}

// content takes what the model wrote out of an answer.
func content(b []byte) ([]byte, *failure) {
	var reply struct {
		Choices []struct {
			FinishReason string `json:"finish_reason"`
			Message      struct {
				Content *string `json:"content"`
				Refusal string  `json:"refusal"`
			} `json:"message"`
		} `json:"choices"`
	}
	if err := json.Unmarshal(b, &reply); err != nil {
		return nil, &failure{message: "the endpoint's answer is not JSON: " + excerpt(b), again: true, answer: true}
	}
	if len(reply.Choices) == 0 {
		return nil, &failure{message: "the endpoint's answer has no choices: " + excerpt(b), again: true, answer: true}
	}
	switch choice := reply.Choices[0]; {
	case choice.Message.Refusal != "":
		return nil, &failure{message: "the model refuses to answer: " + excerpt([]byte(choice.Message.Refusal))}
	case choice.FinishReason == "length":
		return nil, &failure{message: "the model's answer was cut off; let it write more, or take a model that can"}
	case choice.Message.Content == nil:
		return nil, &failure{message: "the model answered nothing", again: true, answer: true}
	default:
		return []byte(*choice.Message.Content), nil
	}
}

// answer is what the model claims, of the form that schema.json describes.
type answer struct {
	Statements []statementClaim `json:"statements"`
	Talks      []talksClaim     `json:"talks"`
	Relations  []relationClaim  `json:"relations"`
}

type statementClaim struct {
	claim
	Speakers  []string `json:"speakers"`
	Behalf    []string `json:"behalf"`
	Act       string   `json:"act"`
	CAMEO     *string  `json:"cameo"`
	Addressed []string `json:"addressed"`
	About     []string `json:"about"`
	Channel   *string  `json:"channel"`
	Said      *string  `json:"said"`
	Words     *string  `json:"words"`
	Polarity  string   `json:"polarity"`
	Modality  string   `json:"modality"`
}

type talksClaim struct {
	claim
	ID        string   `json:"id"`
	Ordinal   *int     `json:"ordinal"`
	Place     *string  `json:"place"`
	Started   *string  `json:"started"`
	Ended     *string  `json:"ended"`
	Parties   []string `json:"parties"`
	Mediators []string `json:"mediators"`
	Hosts     []string `json:"hosts"`
	Format    *string  `json:"format"`
	Status    string   `json:"status"`
	Outcome   string   `json:"outcome"`
}

type relationClaim struct {
	claim
	Type     string   `json:"type"`
	CAMEO    *string  `json:"cameo"`
	Source   []string `json:"source"`
	Target   []string `json:"target"`
	About    []string `json:"about"`
	By       *string  `json:"by"`
	Said     *string  `json:"said"`
	Polarity string   `json:"polarity"`
	Modality string   `json:"modality"`
}

// claim is what all claims have: the sentence that says it, and the words.
type claim struct {
	Sentence int    `json:"sentence"`
	Quote    string `json:"quote"`
}

// parse reads an answer and holds it against the schema.
func (c *Coder) parse(content []byte) (*answer, error) {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	if err := c.schema.Validate(document); err != nil {
		return nil, errors.New(excerpt([]byte(err.Error())))
	}
	a := &answer{}
	return a, json.Unmarshal(content, a)
}
