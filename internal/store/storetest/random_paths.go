package storetest

import (
	"encoding/json"
	"strconv"
)

func (c *composer) pathArguments() *object {
	args := &object{[]*entry{{"from", c.input("ID", required, "", c.id)}, {"to", c.input("ID", required, "", c.id)}}}
	c.via(args)
	c.number(args, "maxLength", 6, 4, 3, 2, 1, 0, 10)
	c.number(args, "first", 3, 2, 1, 10, 0, 100)
	return args
}

func (c *composer) neighborhoodArguments() *object {
	args := &object{[]*entry{{"of", c.input("ID", required, "", c.id)}}}
	c.via(args)
	c.number(args, "depth", 1, 2, 3)
	c.number(args, "limit", 5, 3, 10, 1, 100, 0, 1000)
	return args
}

// via names some relations, rather those that the graph has.
func (c *composer) via(args *object) {
	if !c.oneIn(2) {
		return
	}
	args.put("via", c.input("[RelationType!]", argument, "via", func() *value {
		return c.listOf(8, func() *value {
			if edges := c.graph.edges; len(edges) > 0 && !c.oneIn(6) {
				return scalar(name(one(c.choices, edges).Type))
			}
			return scalar(name(one(c.choices, c.schema.Types["RelationType"].EnumValues).Name))
		})
	}))
}

func (c *composer) number(args *object, of string, numbers ...int) {
	if c.oneIn(2) {
		args.put(of, c.input("Int", argument, of, func() *value { return scalar(json.Number(strconv.Itoa(one(c.choices, numbers)))) }))
	}
}
