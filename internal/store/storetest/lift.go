package storetest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/store"
)

// lifted asks a case's question with every value of its document as a variable, of one engine with one set of values after another: what an engine
// keeps of an operation must not show in an answer.
func (s *suite) lifted(t *testing.T, opened store.Store, document string, variables map[string]any, want string) {
	l := &lift{suite: s, values: map[string]any{}, others: map[string]any{}, names: map[[2]string]string{}}
	document = l.document(t, document)
	if len(l.values)+len(variables) == 0 {
		return
	}
	maps.Copy(l.values, variables)
	for name, v := range variables {
		if on, ok := v.(bool); ok {
			v = !on
		}
		l.others[name] = v
	}
	ask := func(e *graph.Engine, values map[string]any) string {
		sent, err := asJSON(values) // a copy: the executor changes it
		if err != nil {
			t.Fatal(err)
		}
		result := e.Execute(t.Context(), graph.Request{Query: document, Variables: sent})
		if result.Code != "" { // roots fail in any order
			return "errors"
		}
		return string(result.Body)
	}
	other := ask(s.engine(opened), l.others)
	warm := s.engine(opened)
	for i, c := range []struct {
		values map[string]any
		want   string
	}{{l.others, other}, {l.values, want}, {l.others, other}, {l.values, want}} {
		if got := ask(warm, c.values); got != c.want {
			v, _ := json.Marshal(c.values)
			t.Errorf("time %d: asked with its values as variables, %s\n%s\nthe response is\n%s\nwanted:\n%s", i+1, v, document, got, c.want)
			return
		}
	}
}

// lift makes variables of the values in a document: these, and others of the same types.
type lift struct {
	*suite
	values, others map[string]any
	names          map[[2]string]string // by type and text of the value
	definitions    ast.VariableDefinitionList
}

func (l *lift) document(t *testing.T, text string) string {
	doc, errs := gqlparser.LoadQueryWithRules(l.schema, text, rules.NewDefaultRules())
	if errs != nil || len(doc.Operations) != 1 {
		return text
	}
	l.selections(doc.Operations[0].SelectionSet)
	for _, f := range doc.Fragments {
		l.selections(f.SelectionSet)
	}
	op := doc.Operations[0]
	op.VariableDefinitions = append(op.VariableDefinitions, l.definitions...)
	var b bytes.Buffer
	formatter.NewFormatter(&b).FormatQueryDocument(doc)
	if _, errs := gqlparser.LoadQueryWithRules(l.schema, b.String(), rules.NewDefaultRules()); errs != nil {
		t.Fatalf("%s\n%v", b.String(), errs)
	}
	return b.String()
}

func (l *lift) selections(set ast.SelectionSet) {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			l.arguments(s.Arguments)
			for _, d := range s.Directives {
				l.arguments(d.Arguments)
			}
			if !strings.HasPrefix(s.Name, "__") {
				l.selections(s.SelectionSet)
			}
		case *ast.InlineFragment:
			l.selections(s.SelectionSet)
		}
	}
}

func (l *lift) arguments(list ast.ArgumentList) {
	for _, a := range list {
		l.value(a.Value)
	}
}

func (l *lift) value(v *ast.Value) {
	if v.Kind == ast.ListValue || v.Kind == ast.ObjectValue {
		for _, c := range v.Children {
			l.value(c.Value)
		}
		return
	}
	if v.Kind == ast.Variable || v.Kind == ast.NullValue || v.ExpectedType == nil || v.ExpectedType.Elem != nil {
		return
	}
	def := l.schema.Types[v.ExpectedType.NamedType]
	raw := v.Raw
	var value, other any = raw, "other"
	switch {
	case def.Kind == ast.Enum:
		other = def.EnumValues[len(def.EnumValues)-1].Name
	case def.Name == "Boolean":
		value, other = raw == "true", raw != "true"
	case v.Kind == ast.IntValue || v.Kind == ast.FloatValue:
		value, other = json.Number(raw), json.Number("1")
	case def.Name == "ID":
		other = "State:PAK"
	case def.Name == "PartialDate" || def.Name == "DateTime":
		other = "2025-11"
	}
	// The same value is the same variable: fields that are merged must have the same arguments.
	name, again := l.names[[2]string{def.Name, raw}]
	*v = ast.Value{Kind: ast.Variable, Raw: name, Position: v.Position}
	if again {
		return
	}
	name = fmt.Sprintf("lifted%d", len(l.values))
	v.Raw, l.names[[2]string{def.Name, raw}] = name, name
	l.values[name], l.others[name] = value, other
	l.definitions = append(l.definitions, &ast.VariableDefinition{Variable: name, Type: ast.NonNullNamedType(def.Name, nil)})
}
