package plan

import (
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
)

// arguments evaluates a field's arguments. What is absent or null has its default, or is not in the map; what is there has the type that the schema says:
// string, int64, float64, bool, diplomacy.PartialDate, []any, map[string]any.
func (c *compiler) arguments(f *ast.Field) (map[string]any, error) {
	out := map[string]any{}
	for _, def := range f.Definition.Arguments {
		var raw any
		if a := f.Arguments.ForName(def.Name); a != nil {
			c.conditions = def.Name == "where" || def.Name == "by" || def.Name == "id"
			v, ok, err := c.value(a.Value)
			c.conditions = false
			if err != nil {
				return nil, err
			}
			if !ok {
				v = nil
			}
			raw = v
		}
		if raw == nil && def.DefaultValue != nil {
			raw, _, _ = c.value(def.DefaultValue)
		}
		if raw == nil && !def.Type.NonNull {
			continue
		}
		if err := c.nests(raw, append(slices.Clip(c.path), def.Name)); err != nil {
			return nil, err
		}
		v, err := coerce(c.Schema, def.Type, raw, append(slices.Clip(c.path), def.Name))
		if err != nil {
			return nil, err
		}
		out[def.Name] = v
	}
	return out, nil
}

// value evaluates a literal. It is absent when it is a variable without a value.
func (c *compiler) value(v *ast.Value) (value any, present bool, err error) {
	switch v.Kind {
	case ast.Variable:
		value, present = c.variable(v)
		return value, present, nil
	case ast.ListValue:
		list := []any{}
		for _, e := range v.Children {
			item, _, err := c.item(e.Value)
			if err != nil {
				return nil, false, err
			}
			list = append(list, item)
		}
		return list, true, nil
	case ast.ObjectValue:
		object := map[string]any{}
		for _, e := range v.Children {
			item, ok, err := c.value(e.Value)
			if err != nil {
				return nil, false, err
			}
			if ok {
				object[e.Name] = item
			}
		}
		return object, true, nil
	case ast.IntValue, ast.FloatValue:
		return json.Number(v.Raw), true, nil
	case ast.BooleanValue:
		return v.Raw == "true", true, nil
	case ast.NullValue:
		return nil, true, nil
	default:
		return v.Raw, true, nil
	}
}

// item evaluates an item of a list, which a store takes as it is.
func (c *compiler) item(v *ast.Value) (any, bool, error) {
	if conditions := c.conditions; v.Kind == ast.Variable {
		c.conditions = false
		defer func() { c.conditions = conditions }()
	}
	return c.value(v)
}

// Variables brings the values of an operation's variables to their types, strictly: gqlparser lets some pass that the specification refuses (a
// text for a number, an enum's name in other letters, two keys for a @oneOf input). A variable that has neither value nor default is absent.
func (p *Planner) Variables(op *ast.OperationDefinition, values map[string]any) (map[string]any, error) {
	c := &compiler{Planner: p}
	out := make(map[string]any, len(op.VariableDefinitions))
	for _, def := range op.VariableDefinitions {
		path := []string{"$" + def.Variable}
		v, ok := values[def.Variable]
		if !ok && def.DefaultValue != nil {
			v, ok, _ = c.value(def.DefaultValue)
		}
		if !ok {
			if def.Type.NonNull {
				return nil, invalid(path, "it is missing")
			}
			continue
		}
		if err := p.nests(v, path); err != nil {
			return nil, err
		}
		v, err := coerce(p.Schema, def.Type, v, path)
		if err != nil {
			return nil, err
		}
		out[def.Variable] = v
	}
	return out, nil
}

// coerce brings a value to its type, as the specification's input coercion does, and nothing beyond. What it returned it returns again.
func coerce(s *ast.Schema, typ *ast.Type, v any, path []string) (any, error) {
	if v == nil {
		if typ.NonNull {
			return nil, invalid(path, "null where %s is needed", typ)
		}
		return nil, nil
	}
	if _, ok := v.(query.Variable); ok { // it was brought to its type with the others
		return v, nil
	}
	if typ.Elem != nil {
		items, ok := v.([]any)
		if !ok {
			items = []any{v}
		}
		list := make([]any, len(items))
		for i, item := range items {
			e, err := coerce(s, typ.Elem, item, append(path, strconv.Itoa(i)))
			if err != nil {
				return nil, err
			}
			list[i] = e
		}
		return list, nil
	}
	def := s.Types[typ.NamedType]
	wrong := func() (any, error) { return nil, invalid(path, "%s is no %s", show(v), def.Name) }
	switch def.Kind {
	case ast.InputObject:
		fields, ok := v.(map[string]any)
		if !ok {
			return wrong()
		}
		return coerceObject(s, def, fields, path)
	case ast.Enum:
		name, ok := v.(string)
		if !ok || def.EnumValues.ForName(name) == nil {
			return wrong()
		}
		return name, nil
	}
	switch def.Name {
	case "Int":
		if n, ok := integer(v); ok && n >= math.MinInt32 && n <= math.MaxInt32 {
			return n, nil
		}
		return wrong()
	case "Float":
		if f, ok := real(v); ok && !math.IsInf(f, 0) && !math.IsNaN(f) {
			return f, nil
		}
		return wrong()
	case "Boolean":
		if b, ok := v.(bool); ok {
			return b, nil
		}
		return wrong()
	case "ID":
		if n, ok := integer(v); ok {
			return strconv.FormatInt(n, 10), nil
		}
		// An id follows from noun and key, so that State:PAK says as much, and can be remembered.
		if text, ok := v.(string); ok {
			if noun, key, ok := strings.Cut(text, ":"); ok {
				if def := s.Types[noun]; def == nil || def.Kind != ast.Object || def.Directives.ForName("node") == nil {
					return nil, invalid(path, "%s: there is no noun %.40q; write an id, or a noun and a key as in State:PAK", show(v), noun)
				}
				return diplomacy.ID(noun, key), nil
			}
		}
	case "PartialDate":
		if d, ok := v.(diplomacy.PartialDate); ok { // of a variable
			return d, nil
		}
		text, ok := v.(string)
		if !ok {
			return wrong()
		}
		d, err := diplomacy.ParsePartialDate(text)
		if err != nil {
			return nil, invalid(path, "%s", err)
		}
		return d, nil
	case "DateTime":
		if d, ok := v.(diplomacy.PartialDate); ok { // of a variable
			return d, nil
		}
		text, ok := v.(string)
		if !ok {
			return wrong()
		}
		d, err := diplomacy.ParsePartialDate(text)
		if err != nil || strings.ContainsAny(text, "/~?%") {
			return nil, invalid(path, "%s is no moment; write 2025-11-08T14:30:00Z, or 2025-11-08, 2025-11 or 2025 for the end of it", show(v))
		}
		return d, nil
	}
	if text, ok := v.(string); ok {
		return text, nil
	}
	return wrong()
}

func coerceObject(s *ast.Schema, def *ast.Definition, fields map[string]any, path []string) (any, error) {
	out := map[string]any{}
	for _, name := range slices.Sorted(maps.Keys(fields)) { // in one order, so that the same fault is told each time
		f, v := def.Fields.ForName(name), fields[name]
		if f == nil {
			return nil, invalid(append(path, name), "%s has no such field", def.Name)
		}
		if v == nil && def.Directives.ForName("oneOf") != nil {
			return nil, invalid(append(path, name), "null is no value; leave it out")
		}
		if v == nil {
			// A null that is taken for "no condition" would answer with everything.
			return nil, invalid(append(path, name), "null is no condition; leave it out, or write isNull: true")
		}
		e, err := coerce(s, f.Type, v, append(slices.Clip(path), name))
		if err != nil {
			return nil, err
		}
		out[name] = e
	}
	if def.Directives.ForName("oneOf") != nil && len(out) != 1 {
		return nil, invalid(path, "%s takes exactly one of its fields, not %d", def.Name, len(out))
	}
	for _, f := range def.Fields {
		if _, ok := out[f.Name]; !ok && f.Type.NonNull {
			return nil, invalid(append(path, f.Name), "it is missing")
		}
	}
	return out, nil
}

// maxDigits is the length of the longest number that is read: no number needs as many.
const maxDigits = 1000

func integer(v any) (int64, bool) {
	switch v := v.(type) {
	case int64:
		return v, true
	case int:
		return int64(v), true
	case json.Number:
		if len(v) > maxDigits {
			return 0, false
		}
		if n, err := v.Int64(); err == nil {
			return n, true
		}
		f, err := v.Float64()
		return int64(f), err == nil && f == math.Trunc(f) && math.Abs(f) < 1<<53
	case float64:
		return int64(v), v == math.Trunc(v) && math.Abs(v) < 1<<53
	}
	return 0, false
}

func real(v any) (float64, bool) {
	switch v := v.(type) {
	case float64:
		return v, true
	case int64:
		return float64(v), true
	case int:
		return float64(v), true
	case json.Number:
		if len(v) > maxDigits {
			return 0, false
		}
		f, err := v.Float64()
		return f, err == nil
	}
	return 0, false
}

// show prints a client's value in an error, shortened.
func show(v any) string {
	if n, ok := v.(json.Number); ok && len(n) > maxDigits {
		v = n[:maxDigits]
	}
	b, err := json.Marshal(v)
	if err != nil {
		return "that"
	}
	if len(b) > 60 {
		return string(b[:57]) + "..."
	}
	return string(b)
}
