package sqlite

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/parleygraph/parley/internal/query"
)

// parse reads the JSON that a statement answers. SQLite writes it, so it is well formed; texts without escapes are not copied.
func parse(text string) (query.Value, error) {
	p := &parser{text: text, open: make([]query.Value, 0, min(4+len(text)/16, 64))}
	v, err := p.value()
	if err == nil && p.at != len(text) {
		err = fmt.Errorf("more than one value")
	}
	if err != nil {
		return v, fmt.Errorf("the answer is not JSON at byte %d: %w", p.at, err)
	}
	return v, nil
}

type parser struct {
	text string
	at   int
	open []query.Value // of the lists that have not ended, one after the other
	free []query.Value // what the next lists are laid down in
}

func (p *parser) value() (query.Value, error) {
	if p.at >= len(p.text) {
		return query.Value{}, fmt.Errorf("it ends too early")
	}
	switch c := p.text[p.at]; c {
	case '[':
		return p.list()
	case '"':
		s, err := p.string()
		return query.TextOf(s), err
	case 'n':
		return query.Value{}, p.word("null")
	case 't':
		return query.BooleanOf(true), p.word("true")
	case 'f':
		return query.BooleanOf(false), p.word("false")
	default:
		return p.number()
	}
}

func (p *parser) word(w string) error {
	if !strings.HasPrefix(p.text[p.at:], w) {
		return fmt.Errorf("%q is not there", w)
	}
	p.at += len(w)
	return nil
}

func (p *parser) list() (query.Value, error) {
	p.at++
	start := len(p.open)
	for p.at < len(p.text) {
		switch p.text[p.at] {
		case ']':
			p.at++
			items := p.lay(p.open[start:])
			p.open = p.open[:start]
			return query.ListOf(items), nil
		case ',':
			p.at++
		}
		v, err := p.value()
		if err != nil {
			return v, err
		}
		p.open = append(p.open, v)
	}
	return query.Value{}, fmt.Errorf("a list has no end")
}

// lay copies the items of a list to where they stay. Many short lists share a piece of memory.
func (p *parser) lay(items []query.Value) []query.Value {
	n := len(items)
	if n > len(p.free) {
		const most = 512
		p.free = make([]query.Value, max(n, min(1+len(p.text)/32, most)))
	}
	laid := p.free[:n:n]
	p.free = p.free[n:]
	copy(laid, items)
	return laid
}

func (p *parser) string() (string, error) {
	start := p.at
	length := strings.IndexByte(p.text[start+1:], '"')
	if length < 0 {
		return "", fmt.Errorf("a text has no end")
	}
	text := p.text[start+1 : start+1+length]
	if strings.IndexByte(text, '\\') >= 0 {
		return p.escaped(start)
	}
	p.at = start + length + 2
	return text, nil
}

func (p *parser) escaped(start int) (string, error) {
	for i := start + 1; i < len(p.text); i++ {
		switch p.text[i] {
		case '\\':
			i++
		case '"':
			p.at = i + 1
			var s string
			err := json.Unmarshal([]byte(p.text[start:p.at]), &s)
			return s, err
		}
	}
	return "", fmt.Errorf("a text has no end")
}

func (p *parser) number() (query.Value, error) {
	start := p.at
	for p.at < len(p.text) && strings.IndexByte("+-.eE0123456789", p.text[p.at]) >= 0 {
		p.at++
	}
	digits := p.text[start:p.at]
	if n, err := strconv.ParseInt(digits, 10, 64); err == nil {
		return query.IntegerOf(n), nil
	}
	f, err := strconv.ParseFloat(digits, 64)
	return query.RealOf(f), err
}
