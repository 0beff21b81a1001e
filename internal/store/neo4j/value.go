package neo4j

import (
	"fmt"

	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/store"
)

// value makes a Value of what the driver reads.
func value(v any) (query.Value, error) {
	switch v := v.(type) {
	case nil:
		return query.Value{}, nil
	case string:
		return query.TextOf(v), nil
	case int64:
		return query.IntegerOf(v), nil
	case float64:
		return query.RealOf(v), nil
	case bool:
		return query.BooleanOf(v), nil
	case []any:
		list := make([]query.Value, len(v))
		for i, e := range v {
			var err error
			if list[i], err = value(e); err != nil {
				return query.Value{}, err
			}
		}
		return query.ListOf(list), nil
	}
	return query.Value{}, fmt.Errorf("the database answered a %T", v)
}

// node makes a Node of its id, labels and properties.
func (s *Store) node(columns map[string]query.Column, id, labels, properties any) (store.Node, error) {
	n := store.Node{Columns: map[string]any{}}
	var ok bool
	if n.ID, ok = id.(string); !ok {
		return n, diplomacy.Errorf(diplomacy.Conflict, "the id of a node is %v; Parley did not write it", id)
	}
	other := ""
	for _, l := range labels.([]any) {
		switch noun := s.model.Noun(l.(string)); {
		case noun == nil:
			other = l.(string)
		case !noun.Interface:
			n.Noun = noun
		}
	}
	if n.Noun == nil {
		return n, diplomacy.Errorf(diplomacy.Conflict, "node %s is a %q, which this Parley does not know", n.ID, other)
	}
	for name, v := range properties.(map[string]any) {
		if name == query.ID.Name || derived(name) {
			continue
		}
		c, ok := columns[name]
		if !ok {
			return n, diplomacy.Errorf(diplomacy.Conflict, "node %s has a property %q that this Parley does not know", n.ID, name)
		}
		if n.Columns[name], ok = column(c, v); !ok {
			return n, diplomacy.Errorf(diplomacy.Conflict, "node %s keeps %q as a %T; Parley did not write it", n.ID, name, v)
		}
	}
	return n, nil
}

// column brings a property to the type that the model says. Only lists come otherwise from the driver; anything else was not written by
// us, and dumping it as it is would make a dump that cannot be loaded.
func column(c query.Column, v any) (any, bool) {
	ok := false
	switch c.Type {
	case query.Text:
		_, ok = v.(string)
	case query.Integer:
		_, ok = v.(int64)
	case query.Real:
		_, ok = v.(float64)
	case query.Boolean:
		_, ok = v.(bool)
	case query.Texts:
		var items []any
		items, ok = v.([]any)
		texts := make([]string, len(items))
		for i, item := range items {
			text, isText := item.(string)
			texts[i], ok = text, ok && isText
		}
		v = texts
	}
	return v, ok
}
