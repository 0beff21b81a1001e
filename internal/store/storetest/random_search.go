package storetest

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/parleygraph/parley/internal/search"
	"github.com/parleygraph/parley/internal/store"
)

// searchArguments makes the arguments of a search: rather for words that stand in the graph.
func (c *composer) searchArguments() *object {
	args := &object{}
	witness := c.witness(c.graph.nodes)
	text := c.input("String", required, "", func() *value { return &value{scalar: c.question(witness), style: c.upTo(1)} })
	args.put("text", text)
	if c.oneIn(3) {
		args.put("types", c.input("[SearchType!]", argument, "types", func() *value {
			return c.listOf(3, func() *value { return scalar(name(one(c.choices, c.schema.Types["SearchType"].EnumValues).Name)) })
		}))
	}
	node := c.model.Noun("Node")
	if c.oneIn(3) {
		args.put("where", c.input("NodeWhere", argument, "whereNode", func() *value { return c.where(node, witness, 2) }))
	}
	if c.oneIn(2) {
		args.put("first", c.input("Int", argument, "size", func() *value {
			return scalar(json.Number(strconv.Itoa(one(c.choices, []int{2, 1, 3, 0, 25}))))
		}))
	}
	if c.oneIn(3) {
		asked, _ := text.json()
		args.put("after", c.input("String", argument, "", func() *value { return scalar(c.searchCursor(asked.(string))) }))
	}
	return args
}

// searchCursor is a cursor of a search: of something that it finds, or of a place where nothing stands.
func (c *composer) searchCursor(text string) string {
	asked, err := search.Parse(text)
	if err != nil {
		panic(err)
	}
	n := store.Node{ID: "x", Columns: map[string]any{"key": "x"}}
	if len(c.graph.nodes) > 0 {
		n = one(c.choices, c.graph.nodes)
	}
	var found int64
	if n.Noun != nil {
		found, _ = score(asked, n)
	}
	n.Columns = with(n.Columns, "search.score", found)
	return cursorOf(searchSteps, " "+asked.String(), n)
}

// question makes a text to search for, with at least one word in it.
func (c *composer) question(witness store.Node) string {
	var texts []string
	if witness.Noun != nil {
		for _, p := range witness.Noun.Properties {
			texts = append(texts, textsOf(witness, p)...)
		}
	}
	var b strings.Builder
	for range one(c.choices, []int{1, 1, 2, 3}) {
		piece := c.text(c.pieces)
		if len(texts) > 0 && !c.oneIn(6) {
			piece = one(c.choices, texts)
			if words := search.Words(piece); len(words) > 0 { // a passage of it
				from := c.upTo(min(len(words)-1, 9))
				to := min(len(words), from+1+c.upTo(2))
				piece = piece[words[from].Start:words[to-1].End]
			}
		}
		switch c.upTo(7) {
		case 3:
			piece = `"` + piece + `"`
		case 4:
			piece += "*"
		case 5:
			piece = strings.ToUpper(piece)
		case 6:
			piece = one(c.choices, []string{"+", "-", "NOT ", "(", "text:", "^2 ", `\`, "~", "/", "AND "}) + piece
		case 7:
			if runes := []rune(piece); len(runes) > 1 {
				piece = string(runes[:1+c.upTo(len(runes)-2)]) + "*"
			}
		}
		b.WriteString(piece + one(c.choices, []string{" ", "  ", "\n", "-"}))
	}
	if _, err := search.Parse(b.String()); err != nil { // no word, or too many
		return "a"
	}
	return b.String()
}
