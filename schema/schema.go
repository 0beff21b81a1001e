// Package schema holds the SDL: one file per noun, written by people, and derived.graphql, the served schema that go generate makes of
// them. Load reads the served schema once, with the map from its types to the graph. It imports gqlparser and internal/query only.
package schema

import (
	_ "embed"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/parleygraph/parley/internal/query"
)

//go:generate go run -C .. ./internal/codegen

// Text is the served schema.
//
//go:embed derived.graphql
var Text string

// Load parses the served schema and reads the model of the graph from its @node, @edge, @key, @index and @search directives.
func Load() (*ast.Schema, *query.Model, error) { return Parse(Text) }

// Parse is Load for another served schema.
func Parse(text string) (*ast.Schema, *query.Model, error) {
	s, err := gqlparser.LoadSchema(&ast.Source{Name: "derived.graphql", Input: text})
	if err != nil {
		return nil, nil, fmt.Errorf("schema: %w", err)
	}
	m, err := model(s)
	if err != nil {
		return nil, nil, fmt.Errorf("schema: %w", err)
	}
	return s, m, nil
}

// columnTypes says how a scalar of the SDL is stored. Enums are texts.
var columnTypes = map[string]query.Type{
	"ID": query.Text, "String": query.Text, "Int": query.Integer, "Float": query.Real, "Boolean": query.Boolean, "PartialDate": query.Date, "CAMEO": query.Text,
}

func model(s *ast.Schema) (*query.Model, error) {
	nouns := map[string]*query.Noun{}
	for _, def := range s.Types {
		if d := def.Directives.ForName("node"); d != nil {
			n := &query.Noun{Name: def.Name, Interface: def.Kind == ast.Interface, One: argument(d, "one"), Many: argument(d, "many")}
			nouns[def.Name] = n
		}
	}
	for name, n := range nouns {
		def := s.Types[name]
		for _, i := range def.Interfaces {
			n.Interfaces = append(n.Interfaces, nouns[i])
		}
		for _, p := range s.GetPossibleTypes(def) {
			if p.Kind == ast.Object { // an interface that implements this one is possible too, for gqlparser
				n.Members = append(n.Members, nouns[p.Name])
			}
		}
		sort.Slice(n.Members, func(i, j int) bool { return n.Members[i].Name < n.Members[j].Name })
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") || f.Directives.ForName("computed") != nil {
				continue
			}
			if edge := f.Directives.ForName("edge"); edge != nil {
				r := &query.Relation{Name: f.Name, Edge: argument(edge, "type"), In: argument(edge, "direction") == "IN", Required: f.Type.NonNull}
				target, isConnection := strings.CutSuffix(f.Type.Name(), "Connection")
				if isConnection {
					r.Many, r.Required = true, false
				}
				if r.Target = nouns[target]; r.Target == nil {
					return nil, fmt.Errorf("%s.%s leads to %s, which is no @node", name, f.Name, target)
				}
				if d := f.Directives.ForName("involves"); d != nil {
					r.Involves = true
					if through := d.Arguments.ForName("through"); through != nil {
						for _, name := range through.Value.Children {
							r.Through = append(r.Through, name.Value.Raw)
						}
					}
				}
				n.Relations = append(n.Relations, r)
				continue
			}
			p := &query.Property{
				Name:     f.Name,
				Scalar:   f.Type.Name(),
				Required: f.Type.NonNull,
				Unique:   f.Directives.ForName("key") != nil || f.Name == "id",
				Indexed:  f.Directives.ForName("index") != nil,
				When:     f.Directives.ForName("when") != nil,
			}
			if d := f.Directives.ForName("default"); d != nil {
				p.Default = argument(d, "value")
			}
			typ := s.Types[f.Type.Name()]
			known := false
			if p.Type, known = columnTypes[typ.Name]; typ.Kind == ast.Enum {
				for _, v := range typ.EnumValues {
					p.Enum = append(p.Enum, v.Name)
				}
			} else if !known {
				return nil, fmt.Errorf("%s.%s is a %s, which is neither a scalar that is stored nor a relation (@edge is missing)", name, f.Name, typ.Name)
			}
			if f.Type.Elem != nil {
				if p.Type != query.Text || p.Enum != nil {
					return nil, fmt.Errorf("%s.%s: only lists of String are stored", name, f.Name)
				}
				p.Type, p.Required = query.Texts, false
			}
			if p.Default != "" && !slices.Contains(p.Enum, p.Default) {
				return nil, fmt.Errorf("%s.%s: only a value of an enum can be a @default", name, f.Name)
			}
			if p.When && (p.Type != query.Date || def.Fields.ForName(query.When) == nil) {
				return nil, fmt.Errorf("%s.%s: only a PartialDate of a noun with the property %s can be marked @when", name, f.Name, query.When)
			}
			if d := f.Directives.ForName("search"); d != nil {
				if p.Type != query.Text && p.Type != query.Texts || p.Enum != nil {
					return nil, fmt.Errorf("%s.%s: only texts can be searched", name, f.Name)
				}
				p.Searched = query.InText
				if argument(d, "name") == "true" {
					p.Searched = query.InNames
				}
			}
			n.Properties = append(n.Properties, p)
		}
	}
	all := make([]*query.Noun, 0, len(nouns))
	for _, n := range nouns {
		if len(n.Members) == 0 {
			return nil, fmt.Errorf("no noun implements %s", n.Name)
		}
		for _, r := range n.Relations {
			for _, name := range r.Through {
				if !slices.ContainsFunc(r.Target.Members, func(m *query.Noun) bool { return m.Relation(name) != nil }) {
					return nil, fmt.Errorf("%s.%s: no %s has the relation %s, which @involves names", n.Name, r.Name, r.Target.Name, name)
				}
			}
		}
		slices.SortFunc(n.Interfaces, func(a, b *query.Noun) int { return strings.Compare(a.Name, b.Name) })
		all = append(all, n)
	}
	for _, n := range all {
		if err := known(n, s.Types[n.Name].Directives.ForName("node")); err != nil {
			return nil, err
		}
	}
	return query.NewModel(all)
}

// known reads since when the members of a noun can be known.
func known(n *query.Noun, node *ast.Directive) error {
	name := argument(node, "since")
	if name == "" {
		return nil
	}
	k := &query.Known{Of: n, Date: n.Property(name), Relation: n.Relation(name)}
	if (k.Date == nil || k.Date.Type != query.Date) && (k.Relation == nil || k.Relation.Many) {
		return fmt.Errorf("%s is known since %s, which is neither a date of it nor a relation to one node", n.Name, name)
	}
	for _, m := range n.Members {
		if m.Known != nil {
			return fmt.Errorf("%s and %s both say since when a %s is known", n.Name, m.Known.Of.Name, m.Name)
		}
		m.Known = k
	}
	return nil
}

func argument(d *ast.Directive, name string) string {
	if a := d.Arguments.ForName(name); a != nil {
		return a.Value.Raw
	}
	return ""
}
