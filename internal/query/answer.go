package query

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Value is a store's answer to a Read, before it has its shape. Both stores answer with the same values, and one routine writes them:
// that is why equal answers are equal bytes.
type Value struct {
	Kind Kind
	Text string
	bits uint64
	List []Value
}

// Kind says what a Value is.
type Kind uint8

// The kinds there are.
const (
	Null Kind = iota
	TextValue
	IntegerValue
	RealValue
	ListValue
)

// TextOf makes a text.
func TextOf(s string) Value { return Value{Kind: TextValue, Text: s} }

// IntegerOf makes an integer.
func IntegerOf(i int64) Value { return Value{Kind: IntegerValue, bits: uint64(i)} }

// RealOf makes a real.
func RealOf(f float64) Value { return Value{Kind: RealValue, bits: math.Float64bits(f)} }

// ListOf makes a list.
func ListOf(l []Value) Value { return Value{Kind: ListValue, List: l} }

// BooleanOf makes 1 or 0: stores keep booleans in different ways, the column's type says what is meant.
func BooleanOf(b bool) Value {
	if b {
		return IntegerOf(1)
	}
	return IntegerOf(0)
}

// Integer is the value of an integer.
func (v Value) Integer() int64 { return int64(v.bits) }

// Real is the value of a real or an integer.
func (v Value) Real() float64 {
	if v.Kind == IntegerValue {
		return float64(int64(v.bits))
	}
	return math.Float64frombits(v.bits)
}

// Shape says how an answer is written: One, Connection or Nodes that of a Set, Paths that of a Between, Neighborhood that of an Around, Record or
// Records what is derived.
type Shape interface {
	write(w []byte, answer Value) ([]byte, error)
}

// Object is how a row is written.
type Object struct {
	NounColumn int                // the position of the noun's name in the row; -1 when Fields has one entry for all
	Fields     map[string][]Field // by noun; "" when NounColumn is -1
}

// Field is one entry of an Object.
type Field struct {
	Key      string
	Typename string // when not "": this text itself
	Column   int
	Type     Type    // of a scalar
	As       As      // of a scalar
	Per      int     // of AsAverage: the position of the number that Column is divided by
	Shape    Shape   // of a nested set or a Row; nil for a scalar
	Fields   []Field // of an object made of the same row; nil for a scalar
}

// As says how a scalar is made of what a store answers.
type As int

// The ways there are.
const (
	AsStored     As = iota
	AsMillionths    // a Real of Sum
	AsAverage       // Column divided by the number at Per; of a Real, whose Sum is of millionths, also by a million
	AsSpan          // the date that a key of a Unit is
	AsWeek          // the interval that a key of Week stands for
	AsQuarter       // and one of Quarter
	AsVague         // whether there is a date, but no span of the Unit holds it
)

// Row is written as an object, or null where the value at Present is missing.
type Row struct {
	Object  *Object
	Present int
}

// Groups is written as the groups of a Grouping.
type Groups struct {
	Parts []Part
	Size  int // how many are wanted; one more than that is fetched to see whether there are more
}

// One is written as the first row, or null.
type One struct{ Object *Object }

// Nodes is written as a list with one entry for each id, null where there is no such node.
type Nodes struct {
	Object   *Object
	IDs      []string
	IDColumn int
}

// Computed is written from what is computed of the rows: null where that is nothing.
type Computed struct {
	Compute func(rows [][]Value) []Value
	Type    Type    // of the scalar
	Fields  []Field // of the object, when it is one; their columns are positions in what is computed
}

// Connection is written as a Relay connection.
type Connection struct {
	Parts         []Part
	Size          int  // of the page; one row more than that is fetched to see whether there is a next page
	Backward      bool // rows are fetched from the back
	Seeks         bool // the set has a Seek, so that Behind is known
	Aggregates    bool // the set has Aggregates
	CursorColumns []int
	Mark          string // of the order, so that a cursor of another order is refused
	Found         *Found // of a search
}

// PartKind is what a Part is.
type PartKind int

// The parts there are.
const (
	TypenamePart PartKind = iota
	EdgesPart
	NodesPart
	PageInfoPart
	TotalCountPart
	CursorPart // of an edge
	NodePart   // of an edge
	HasNextPart
	HasPreviousPart
	StartCursorPart
	EndCursorPart
	AggregatePart
	GroupByPart
	GroupsPart // of Groups
	HasMorePart
	ScorePart // of an edge of a search, as is SnippetsPart
	SnippetsPart
	PropertyPart // of a snippet, as is SegmentsPart
	SegmentsPart
	TextPart // of a segment, as is MatchPart
	MatchPart
)

// Part is an entry of a connection, of an edge or of a PageInfo.
type Part struct {
	Key      string
	Kind     PartKind
	Typename string
	Parts    []Part  // of EdgesPart, PageInfoPart, SnippetsPart and SegmentsPart
	Object   *Object // of NodesPart, NodePart, AggregatePart and GroupsPart
	Groups   *Groups // of GroupByPart
	Grouping int     // of GroupByPart: which of the set's
}

// Needs reports whether a part of that kind is wanted anywhere in the connection.
func (c *Connection) Needs(kinds ...PartKind) bool {
	return Wanted(c.Parts, kinds...)
}

// Append appends the response of a store's answer: JSON, of about so many bytes. It leaves room for a little more.
func (r *Read) Append(w []byte, answer Value, size int) ([]byte, error) {
	if r.Derive != nil {
		var err error
		if answer, err = r.Derive(answer); err != nil {
			return nil, err
		}
	}
	if r.made == nil {
		return r.Shape.write(slices.Grow(w, size+100), answer)
	}
	room := size
	if last := int(r.made.growth.Load()); last > 0 {
		room = size * (last + last/16) / 100
	}
	start := len(w)
	w, err := r.Shape.write(slices.Grow(w, room+100), answer)
	r.made.growth.Store(int64(100 * (len(w) - start) / max(size, 1)))
	return w, err
}

// rows takes the rows of a set's answer.
func rows(set Value) ([]Value, error) {
	if set.Kind != ListValue || len(set.List) == 0 || set.List[0].Kind != ListValue {
		return nil, fmt.Errorf("the store answered a set without rows")
	}
	return set.List[0].List, nil
}

func (o One) write(w []byte, set Value) ([]byte, error) {
	rows, err := rows(set)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return append(w, "null"...), nil
	}
	return o.Object.write(w, rows[0].List)
}

func (n Nodes) write(w []byte, set Value) ([]byte, error) {
	rows, err := rows(set)
	if err != nil {
		return nil, err
	}
	byID := make(map[string][]Value, len(rows))
	for _, r := range rows {
		byID[r.List[n.IDColumn].Text] = r.List
	}
	w = append(w, '[')
	for i, id := range n.IDs {
		if i > 0 {
			w = append(w, ',')
		}
		row, ok := byID[id]
		if !ok {
			w = append(w, "null"...)
			continue
		}
		if w, err = n.Object.write(w, row); err != nil {
			return nil, err
		}
	}
	return append(w, ']'), nil
}

func (c Computed) write(w []byte, set Value) ([]byte, error) {
	rows, err := rows(set)
	if err != nil {
		return nil, err
	}
	lists := make([][]Value, len(rows))
	for i, r := range rows {
		lists[i] = r.List
	}
	values := c.Compute(lists)
	switch {
	case values == nil:
		return append(w, "null"...), nil
	case c.Fields == nil:
		return appendScalar(w, c.Type, values[0]), nil
	}
	o := Object{NounColumn: -1, Fields: map[string][]Field{"": c.Fields}}
	return o.write(w, values)
}

// page is a connection's answer, taken apart.
type page struct {
	rows              []Value
	count             int64
	hasNext, hasPrior bool
	aggregates        []Value
	groupings         []Value
}

func (c *Connection) page(set Value) (page, error) {
	var p page
	rest := set.List
	next := func() (Value, error) {
		if len(rest) == 0 {
			return Value{}, fmt.Errorf("the store answered less than was asked for")
		}
		v := rest[0]
		rest = rest[1:]
		return v, nil
	}
	if c.NeedsRows() {
		v, err := next()
		if err != nil {
			return p, err
		}
		more := len(v.List) > c.Size
		n := min(len(v.List), c.Size)
		p.rows = v.List[:n]
		if c.Backward {
			p.rows = slices.Clone(p.rows)
			slices.Reverse(p.rows)
			p.hasPrior = more
		} else {
			p.hasNext = more
		}
	}
	if c.NeedsCount() {
		v, err := next()
		if err != nil {
			return p, err
		}
		p.count = v.Integer()
	}
	if c.NeedsBehind() {
		v, err := next()
		if err != nil {
			return p, err
		}
		if c.Backward {
			p.hasNext = v.Integer() != 0
		} else {
			p.hasPrior = v.Integer() != 0
		}
	}
	if c.Aggregates {
		v, err := next()
		if err != nil {
			return p, err
		}
		p.aggregates = v.List
	}
	p.groupings = rest
	return p, nil
}

// NeedsRows says whether the connection is written from rows.
func (c *Connection) NeedsRows() bool {
	return c.Needs(EdgesPart, NodesPart, StartCursorPart, EndCursorPart, HasNextPart, HasPreviousPart)
}

// NeedsCount says whether the connection's nodes are counted.
func (c *Connection) NeedsCount() bool { return c.Needs(TotalCountPart) }

// NeedsBehind says whether it must be known if something stands before the page, seen in the direction of paging.
func (c *Connection) NeedsBehind() bool {
	if !c.Seeks {
		return false
	}
	if c.Backward {
		return c.Needs(HasNextPart)
	}
	return c.Needs(HasPreviousPart)
}

func (c *Connection) write(w []byte, set Value) ([]byte, error) {
	p, err := c.page(set)
	if err != nil {
		return nil, err
	}
	return c.parts(w, c.Parts, p, nil)
}

func (c *Connection) parts(w []byte, parts []Part, p page, row []Value) ([]byte, error) {
	var err error
	w = append(w, '{')
	for i, part := range parts {
		w = appendKey(w, i, part.Key)
		switch part.Kind {
		case TypenamePart:
			w = appendText(w, part.Typename)
		case EdgesPart:
			w = append(w, '[')
			for j, r := range p.rows {
				if j > 0 {
					w = append(w, ',')
				}
				if w, err = c.parts(w, part.Parts, p, r.List); err != nil {
					return nil, err
				}
			}
			w = append(w, ']')
		case NodesPart:
			w = append(w, '[')
			for j, r := range p.rows {
				if j > 0 {
					w = append(w, ',')
				}
				if w, err = part.Object.write(w, r.List); err != nil {
					return nil, err
				}
			}
			w = append(w, ']')
		case PageInfoPart:
			w, err = c.parts(w, part.Parts, p, nil)
		case NodePart:
			w, err = part.Object.write(w, row)
		case CursorPart:
			w = c.appendCursor(w, row)
		case StartCursorPart, EndCursorPart:
			switch {
			case len(p.rows) == 0:
				w = append(w, "null"...)
			case part.Kind == StartCursorPart:
				w = c.appendCursor(w, p.rows[0].List)
			default:
				w = c.appendCursor(w, p.rows[len(p.rows)-1].List)
			}
		case AggregatePart:
			w, err = part.Object.write(w, p.aggregates)
		case GroupByPart:
			if part.Grouping >= len(p.groupings) {
				return nil, fmt.Errorf("the store answered less than was asked for")
			}
			w, err = part.Groups.write(w, p.groupings[part.Grouping])
		case ScorePart:
			w = c.Found.appendScore(w, row)
		case SnippetsPart:
			w = c.Found.appendSnippets(w, part.Parts, row)
		case TotalCountPart:
			w = strconv.AppendInt(w, p.count, 10)
		case HasNextPart:
			w = strconv.AppendBool(w, p.hasNext)
		case HasPreviousPart:
			w = strconv.AppendBool(w, p.hasPrior)
		}
		if err != nil {
			return nil, err
		}
	}
	return append(w, '}'), nil
}

func (g *Groups) write(w []byte, set Value) ([]byte, error) {
	var err error
	w = append(w, '{')
	for i, part := range g.Parts {
		w = appendKey(w, i, part.Key)
		switch part.Kind {
		case TypenamePart:
			w = appendText(w, part.Typename)
		case HasMorePart:
			w = strconv.AppendBool(w, len(set.List) > g.Size)
		case GroupsPart:
			w = append(w, '[')
			for j, row := range set.List[:min(g.Size, len(set.List))] {
				if j > 0 {
					w = append(w, ',')
				}
				if w, err = part.Object.write(w, row.List); err != nil {
					return nil, err
				}
			}
			w = append(w, ']')
		}
	}
	return append(w, '}'), nil
}

func (r Row) write(w []byte, row Value) ([]byte, error) {
	if row.List[r.Present].Kind == Null {
		return append(w, "null"...), nil
	}
	return r.Object.write(w, row.List)
}

func (o *Object) write(w []byte, row []Value) ([]byte, error) {
	noun := ""
	if o.NounColumn >= 0 {
		noun = row[o.NounColumn].Text
	}
	fields, ok := o.Fields[noun]
	if !ok {
		return nil, fmt.Errorf("the store answered a %q, which this schema does not know here", noun)
	}
	return appendFields(w, fields, row)
}

func appendFields(w []byte, fields []Field, row []Value) ([]byte, error) {
	w = append(w, '{')
	var err error
	for i, f := range fields {
		w = appendKey(w, i, f.Key)
		switch {
		case f.Typename != "":
			w = appendText(w, f.Typename)
		case f.Fields != nil:
			w, err = appendFields(w, f.Fields, row)
		case f.Shape != nil:
			w, err = f.Shape.write(w, row[f.Column])
		case f.As == AsStored:
			w = appendScalar(w, f.Type, row[f.Column])
		default:
			w, err = appendComputed(w, f, row)
		}
		if err != nil {
			return nil, err
		}
	}
	return append(w, '}'), nil
}

// appendComputed prints a scalar that is not what the store answered.
func appendComputed(w []byte, f Field, row []Value) ([]byte, error) {
	v := row[f.Column]
	const million = 1_000_000
	switch {
	case f.As == AsVague:
		return strconv.AppendBool(w, v.Kind == TextValue && v.Text == Vague), nil
	case v.Kind == Null || v.Kind == TextValue && v.Text == Vague:
		return append(w, "null"...), nil
	case f.As == AsMillionths:
		return appendMillionths(w, v.Integer()), nil
	case f.As == AsAverage && f.Type == Real:
		return appendMillionths(w, quotient(v.Integer(), row[f.Per].Integer(), 1)), nil
	case f.As == AsAverage:
		return appendMillionths(w, quotient(v.Integer(), row[f.Per].Integer(), million)), nil
	}
	text, err := spanText(f.As, v.Text)
	if err != nil {
		return nil, err
	}
	return appendText(w, text), nil
}

// quotient is sum / count in parts of 1 / scale, rounded, halves away from 0. It is exact.
func quotient(sum, count, scale int64) int64 {
	rest, sign := sum%count*scale, int64(1)
	if rest < 0 {
		rest, sign = -rest, -1
	}
	return sum/count*scale + sign*((2*rest+count)/(2*count))
}

// appendMillionths prints a number of millionths as AppendReal does, and exactly where no double would.
func appendMillionths(w []byte, n int64) []byte {
	if n < 0 {
		w = append(w, '-')
	}
	whole, rest := n/1_000_000, n%1_000_000
	w = strconv.AppendInt(w, max(whole, -whole), 10)
	if rest != 0 {
		w = append(w, '.')
		w = append(w, strings.TrimRight(fmt.Sprintf("%06d", max(rest, -rest)), "0")...)
	}
	return w
}

// spanText makes a date of the key of a span. There is none for weeks and quarters, so they are given as intervals.
func spanText(as As, key string) (string, error) {
	switch as {
	case AsWeek:
		monday, err := time.Parse(time.DateOnly, key)
		if err != nil {
			return "", fmt.Errorf("the store answered a week %q", key)
		}
		return key + "/" + monday.AddDate(0, 0, 6).Format(time.DateOnly), nil
	case AsQuarter:
		year, quarter, _ := strings.Cut(key, "-")
		n, err := strconv.Atoi(quarter)
		if err != nil {
			return "", fmt.Errorf("the store answered a quarter %q", key)
		}
		return fmt.Sprintf("%s-%02d/%[1]s-%02[3]d", year, 3*n-2, 3*n), nil
	}
	return key, nil
}

func appendKey(w []byte, i int, key string) []byte {
	if i > 0 {
		w = append(w, ',')
	}
	w = append(w, '"')
	w = append(w, key...) // a GraphQL name needs no escapes
	return append(w, '"', ':')
}

func appendScalar(w []byte, t Type, v Value) []byte {
	switch {
	case t == Texts:
		w = append(w, '[')
		for i, e := range v.List { // a missing list is an empty one
			if i > 0 {
				w = append(w, ',')
			}
			w = appendText(w, e.Text)
		}
		return append(w, ']')
	case v.Kind == Null:
		return append(w, "null"...)
	case t == Boolean:
		return strconv.AppendBool(w, v.Integer() != 0)
	case t == Integer:
		return strconv.AppendInt(w, v.Integer(), 10)
	case t == Real:
		return AppendReal(w, v.Real())
	default:
		return appendText(w, v.Text)
	}
}

// AppendReal prints a real, rounded to six decimals. It is the one routine that does.
func AppendReal(w []byte, f float64) []byte {
	return strconv.AppendFloat(w, Round(f), 'f', -1, 64)
}

// Round rounds to the six decimals that a Real has.
func Round(f float64) float64 {
	return math.Round(f*1e6)/1e6 + 0 // + 0 makes -0 a 0
}

// appendText prints a JSON string: what JSON demands is escaped, and nothing else.
func appendText(w []byte, s string) []byte {
	const hex = "0123456789abcdef"
	w = append(w, '"')
	start := 0
	for i := 0; i < len(s); i++ {
		if i+8 <= len(s) && plain(s[i:i+8]) {
			i += 7
			continue
		}
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		w = append(w, s[start:i]...)
		switch c {
		case '"', '\\':
			w = append(w, '\\', c)
		case '\n':
			w = append(w, '\\', 'n')
		case '\r':
			w = append(w, '\\', 'r')
		case '\t':
			w = append(w, '\\', 't')
		default:
			w = append(w, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
		start = i + 1
	}
	w = append(w, s[start:]...)
	return append(w, '"')
}

// plain reports whether eight bytes stand in a JSON string as they are. It looks at all of them at once: below each highest bit, what is less
// than the other borrows from it.
func plain(s string) bool {
	const ones, highest = 0x0101010101010101, 0x8080808080808080
	w := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	quote, slash := w^(ones*'"'), w^(ones*'\\')
	return ((w-ones*' ')&^w|(quote-ones)&^quote|(slash-ones)&^slash)&highest == 0
}

// appendCursor prints the cursor of a row: where it stands in the order. It is opaque to clients.
func (c *Connection) appendCursor(w []byte, row []Value) []byte {
	plain := appendText([]byte{'['}, c.Mark)
	for _, i := range c.CursorColumns {
		plain = append(plain, ',')
		switch v := row[i]; v.Kind {
		case TextValue:
			plain = appendText(plain, v.Text)
		case IntegerValue:
			plain = strconv.AppendInt(plain, v.Integer(), 10)
		case RealValue:
			plain = AppendReal(plain, v.Real())
		default:
			plain = append(plain, "null"...)
		}
	}
	plain = append(plain, ']')
	w = append(w, '"')
	w = base64.RawURLEncoding.AppendEncode(w, plain)
	return append(w, '"')
}

// ParseCursor reads a cursor that appendCursor wrote for the same order: a value for each step. It reports whether it is one.
func ParseCursor(cursor, mark string, order []Order) (seek []any, ok bool) {
	plain, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil || !utf8.Valid(plain) {
		return nil, false
	}
	d := json.NewDecoder(strings.NewReader(string(plain)))
	d.UseNumber()
	var parts []any
	if err := d.Decode(&parts); err != nil || d.More() || len(parts) != len(order)+1 || parts[0] != mark {
		return nil, false
	}
	seek = make([]any, len(order))
	for i, o := range order {
		switch v := parts[i+1].(type) {
		case nil:
			if !o.Nullable {
				return nil, false
			}
		case string:
			if o.Column.Type != Text {
				return nil, false
			}
			seek[i] = v
		case json.Number:
			switch o.Column.Type {
			case Integer:
				n, err := v.Int64()
				if err != nil {
					return nil, false
				}
				seek[i] = n
			case Boolean:
				if v != "0" && v != "1" {
					return nil, false
				}
				seek[i] = v == "1"
			case Real:
				f, err := v.Float64()
				if err != nil || math.Abs(f) >= 1e9 { // no Real is that large
					return nil, false
				}
				seek[i] = f
			default:
				return nil, false
			}
		default:
			return nil, false
		}
	}
	return seek, true
}
