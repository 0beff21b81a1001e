package plan

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/parleygraph/parley/internal/query"
)

// How far path and neighborhood reach at most, and how many paths are answered at most, as the documentation of their arguments says.
const (
	maxPath  = 10
	maxPaths = 100 // Neo4j lays that many beginnings side by side
	maxDepth = 3
)

// paths compiles the root field path.
func (c *compiler) paths(args map[string]any, selections ast.SelectionSet) (*query.Read, error) {
	node := c.Model.Noun("Node")
	b := &query.Between{From: args["from"].(string), To: args["to"].(string), Via: args["via"].([]any), Known: c.known(node)}
	var err error
	if b.MaxLength, err = c.bounded(args, "maxLength", "the length of a path", 0, maxPath); err != nil {
		return nil, err
	}
	if b.Size, err = c.bounded(args, "first", "a number of paths", 0, min(maxPaths, c.MaxPage)); err != nil {
		return nil, err
	}
	nodes := c.row(&query.Set{Found: true, Noun: node, Rows: true, Limit: b.Size * (b.MaxLength + 1), Order: byID})
	shape := &query.Paths{Between: b}
	if shape.Parts, err = c.pieces(nil, nodes, "Paths", selections); err != nil {
		return nil, err
	}
	b.Trails = query.Wanted(shape.Parts, query.PathsPart, query.TruncatedPart)
	if query.Wanted(shape.Parts, query.FoundPart) {
		b.Nodes, shape.IDColumn = nodes.set, nodes.column(query.ID)
	}
	return &query.Read{Between: b, Shape: shape}, nil
}

// neighborhood compiles the root field neighborhood.
func (c *compiler) neighborhood(args map[string]any, selections ast.SelectionSet) (*query.Read, error) {
	node := c.Model.Noun("Node")
	a := &query.Around{Of: args["of"].(string), Noun: node, Via: args["via"].([]any), Known: c.known(node)}
	var err error
	if a.Depth, err = c.bounded(args, "depth", "a depth", 1, maxDepth); err != nil {
		return nil, err
	}
	if a.Limit, err = c.bounded(args, "limit", "a number of nodes", 0, c.MaxPage); err != nil {
		return nil, err
	}
	center := c.row(&query.Set{Noun: node, Rows: true, Limit: 1, Order: byID, Filter: query.Compare{Column: query.ID, Op: query.Eq, Value: a.Of}})
	nodes := c.row(&query.Set{Found: true, Noun: node, Rows: true, Limit: a.Limit, Order: byID})
	shape := &query.Neighborhood{Around: a}
	if shape.Parts, err = c.pieces(center, nodes, "Neighborhood", selections); err != nil {
		return nil, err
	}
	if query.Wanted(shape.Parts, query.CenterPart) {
		a.Center = center.set
	}
	if query.Wanted(shape.Parts, query.FoundPart) {
		a.Listed, a.Nodes, shape.IDColumn = true, nodes.set, nodes.column(query.ID)
	}
	a.Edges = query.Wanted(shape.Parts, query.RelationsPart)
	a.Counts = query.Wanted(shape.Parts, query.CountsPart)
	a.Total = query.Wanted(shape.Parts, query.TotalPart, query.TruncatedPart)
	return &query.Read{Around: a, Shape: shape}, nil
}

// bounded reads an argument that says how much.
func (c *compiler) bounded(args map[string]any, name, what string, least, most int) (int, error) {
	n := int(args[name].(int64))
	if n < least || n > most {
		return 0, invalid(append(slices.Clip(c.path), name), "%d is not %s; ask for %d to %d", n, what, least, most)
	}
	return n, nil
}

// pieceKinds says what the fields of Paths, Neighborhood and the types in them are.
var pieceKinds = map[string]query.PartKind{
	"__typename": query.TypenamePart,
	"length":     query.LengthPart, "paths": query.PathsPart, "truncated": query.TruncatedPart,
	"center": query.CenterPart, "nodes": query.FoundPart, "relations": query.RelationsPart, "edges": query.RelationsPart, "counts": query.CountsPart, "total": query.TotalPart,
	"type": query.TypePart, "from": query.FromPart, "to": query.ToPart, "direction": query.DirectionPart, "count": query.CountPart,
}

// pieces compiles the selection of Paths, Neighborhood or a type in them.
func (c *compiler) pieces(center, nodes *row, typ string, selections ast.SelectionSet) ([]query.Part, error) {
	var parts []query.Part
	for _, f := range c.collect(selections, func(condition string) bool { return condition == typ }) {
		part := query.Part{Key: f.key, Kind: pieceKinds[f.ast.Name], Typename: typ}
		var err error
		switch part.Kind {
		case query.CenterPart:
			part.Object, err = center.object(center.set.Noun, f.selections)
		case query.FoundPart:
			part.Object, err = nodes.object(nodes.set.Noun, f.selections)
		case query.PathsPart, query.RelationsPart, query.CountsPart:
			part.Parts, err = c.pieces(center, nodes, f.ast.Definition.Type.Name(), f.selections)
		}
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
	return parts, nil
}
