package ingest

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
)

// value is what a file says: a scalar as it is written, a list or a mapping, each with its line.
type value struct {
	kind   valueKind
	text   string
	items  []value
	fields []entry
	line   int
}

type valueKind int

const (
	null valueKind = iota
	scalar
	sequence
	mapping
)

type entry struct {
	name  string
	value value
}

type yamlError struct {
	line    int
	message string
}

func (e *yamlError) Error() string { return e.message }

// parseYAML reads YAML, of which only lists, mappings and scalars are known. Scalars stay as they are written: `039` is a code, not a number.
// Offset is added to each line.
func parseYAML(text []byte, offset int) (v value, err error) {
	defer func() {
		if recover() != nil { // the library's parser has inputs that it does not survive
			v, err = value{}, &yamlError{0, "it is not YAML that can be read"}
		}
	}()
	file, err := parser.ParseBytes(text, 0)
	if err != nil {
		message := err.Error()
		line := 0
		if n, err := fmt.Sscanf(message, "[%d:", &line); n == 1 && err == nil {
			line += offset
		}
		first, _, _ := strings.Cut(message, "\n")
		if _, after, ok := strings.Cut(first, "] "); ok {
			first = after
		}
		return value{}, &yamlError{line, "it is not YAML: " + first}
	}
	if len(file.Docs) > 1 {
		return value{}, &yamlError{file.Docs[1].Start.Position.Line + offset, "it holds more than one YAML document; make a file of each"}
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return value{kind: null, line: 1 + offset}, nil
	}
	return convert(file.Docs[0].Body, offset)
}

func convert(n ast.Node, offset int) (value, error) {
	line := n.GetToken().Position.Line + offset
	switch n := n.(type) {
	case *ast.NullNode:
		return value{kind: null, line: line}, nil
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode: // to the library they are scalars
		return value{}, &yamlError{line, fmt.Sprintf("it uses a feature of YAML that is not read here (%s); write plain lists, mappings and texts", strings.ToLower(n.Type().String()))}
	case *ast.SequenceNode:
		v := value{kind: sequence, line: line}
		for _, item := range n.Values {
			i, err := convert(item, offset)
			if err != nil {
				return v, err
			}
			v.items = append(v.items, i)
		}
		return v, nil
	case *ast.MappingNode:
		v := value{kind: mapping, line: line}
		for i, pair := range n.Values {
			e, err := convertPair(pair, offset)
			if err != nil {
				return v, err
			}
			if i == 0 {
				v.line = pair.Key.GetToken().Position.Line + offset
			}
			v.fields = append(v.fields, e)
		}
		return v, nil
	case *ast.MappingValueNode:
		e, err := convertPair(n, offset)
		return value{kind: mapping, line: n.Key.GetToken().Position.Line + offset, fields: []entry{e}}, err
	case *ast.LiteralNode:
		return value{kind: scalar, text: n.Value.Value, line: line}, nil
	case *ast.StringNode:
		return value{kind: scalar, text: n.Value, line: line}, nil
	case ast.ScalarNode:
		return value{kind: scalar, text: n.GetToken().Value, line: line}, nil
	}
	return value{}, &yamlError{line, fmt.Sprintf("it uses a feature of YAML that is not read here (%s); write plain lists, mappings and texts", strings.ToLower(n.Type().String()))}
}

func convertPair(pair *ast.MappingValueNode, offset int) (entry, error) {
	key, ok := pair.Key.(ast.ScalarNode)
	if !ok {
		return entry{}, &yamlError{pair.GetToken().Position.Line + offset, "a name before a colon must be a plain word"}
	}
	v, err := convert(pair.Value, offset)
	if v.kind == null {
		v.line = pair.Key.GetToken().Position.Line + offset
	}
	return entry{key.GetToken().Value, v}, err
}

// valueOf makes a value of decoded JSON.
func valueOf(v any, line int) value {
	switch v := v.(type) {
	case nil:
		return value{kind: null, line: line}
	case []any:
		list := value{kind: sequence, line: line}
		for _, item := range v {
			list.items = append(list.items, valueOf(item, line))
		}
		return list
	case map[string]any:
		return value{kind: mapping, line: line}
	case string:
		return value{kind: scalar, text: v, line: line}
	case json.Number:
		return value{kind: scalar, text: v.String(), line: line}
	default:
		return value{kind: scalar, text: fmt.Sprint(v), line: line}
	}
}

// mostReal bounds a Real: with six decimals, fifteen digits hold it exactly, which is what every store and printer keeps.
const mostReal = 1e9

// setProperty checks a value against its property and puts it into columns. Nothing is put for a missing one.
func setProperty(columns map[string]any, p *query.Property, v value) error {
	if v.kind == null {
		if p.Required {
			return fmt.Errorf("it is needed")
		}
		return nil
	}
	if p.Type == query.Texts {
		items := []value{v}
		if v.kind == sequence {
			items = v.items
		}
		var list []string
		for _, item := range items {
			if item.kind != scalar {
				return fmt.Errorf("it is a list of texts")
			}
			if err := checkText(item.text, math.MaxInt); err != nil {
				return err
			}
			list = append(list, item.text)
		}
		if len(list) > 0 {
			columns[p.Name] = list
		}
		return nil
	}
	if v.kind != scalar {
		return fmt.Errorf("it is a single value, not a list or mapping")
	}
	switch p.Type {
	case query.Integer:
		n, err := strconv.ParseInt(v.text, 10, 32)
		if err != nil {
			return fmt.Errorf("%q is no whole number between -2147483648 and 2147483647", v.text)
		}
		columns[p.Name] = n
	case query.Real:
		f, err := strconv.ParseFloat(v.text, 64)
		if err != nil || math.IsNaN(f) || math.Abs(f) >= mostReal {
			return fmt.Errorf("%q is no number smaller than 1,000,000,000", v.text)
		}
		columns[p.Name] = query.Round(f)
	case query.Boolean:
		if v.text != "true" && v.text != "false" {
			return fmt.Errorf("%q is neither true nor false", v.text)
		}
		columns[p.Name] = v.text == "true"
	case query.Date:
		d, err := diplomacy.ParsePartialDate(v.text)
		if err != nil {
			return err
		}
		columns[p.Name], columns[p.From()], columns[p.To()] = d.Text, d.From, d.To
	default:
		if p.Required && strings.TrimSpace(v.text) == "" {
			return fmt.Errorf("it is needed, and empty")
		}
		most := math.MaxInt
		if p.Unique || p.Indexed {
			most = mostIndexed
		}
		if err := checkText(v.text, most); err != nil {
			return err
		}
		if p.Enum != nil && !slices.Contains(p.Enum, v.text) {
			return fmt.Errorf("%q is none of %s", v.text, strings.Join(p.Enum, ", "))
		}
		if err := diplomacy.CheckScalar(p.Scalar, v.text); err != nil {
			return err
		}
		columns[p.Name] = v.text
	}
	return nil
}

// The longest texts, in bytes. Neo4j indexes no more than 8,000; the key of a piece of evidence holds those of its article and of its fact.
const (
	mostIndexed = 7500
	mostKey     = 3000
)

func checkText(s string, most int) error {
	switch {
	case !utf8.ValidString(s) || strings.ContainsRune(s, 0):
		return fmt.Errorf("it is not UTF-8 text without NUL")
	case len(s) > most:
		return fmt.Errorf("it has %d bytes; at most %d are allowed", len(s), most)
	}
	return nil
}
