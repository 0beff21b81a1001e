package query

import (
	"encoding/base64"
	"reflect"
	"testing"
)

// Whatever a cursor holds, reading it ends, and what is accepted is a value of the right type for each step: written again, it is the same place.
func FuzzCursor(f *testing.F) {
	order := []Order{
		{Column: Column{"name", Text}, Nullable: true}, {Column: Column{"sentences", Integer}, Nullable: true}, {Column: Column{"latitude", Real}, Descending: true, Nullable: true},
		{Column: Column{"plural", Boolean}, Nullable: true}, {Column: ID},
	}
	const mark = "+name+sentences-latitude+plural+id"
	for _, plain := range []string{
		`["` + mark + `","a",1,0.5,1,"b"]`, `["` + mark + `",null,null,null,null,"b"]`, `["` + mark + `","\u0060\ud800\u0000",-9223372036854775808,1e308,0,""]`,
		`["` + mark + `",1,"a",true,2,null]`, `["` + mark + `"]`, `["+id","b"]`, `{}`, `[[]]`, ``, `["` + mark + `","a",1.0,1e400,1,"b"]x`,
	} {
		f.Add(base64.RawURLEncoding.EncodeToString([]byte(plain)))
	}
	f.Add("%")
	f.Fuzz(func(t *testing.T, cursor string) {
		values, ok := ParseCursor(cursor, mark, order)
		if !ok {
			return
		}
		row := make([]Value, len(order))
		for i, v := range values {
			switch v := v.(type) {
			case nil:
				if !order[i].Nullable {
					t.Errorf("step %d is missing", i)
				}
			case string:
				row[i] = TextOf(v)
			case int64:
				row[i] = IntegerOf(v)
			case float64:
				row[i] = RealOf(v)
			case bool:
				row[i] = BooleanOf(v)
			default:
				t.Errorf("step %d is a %T", i, v)
			}
			if kind := map[Type]Kind{Text: TextValue, Integer: IntegerValue, Real: RealValue, Boolean: IntegerValue}[order[i].Column.Type]; v != nil && row[i].Kind != kind {
				t.Errorf("step %d is %v", i, v)
			}
			if real, ok := v.(float64); ok {
				values[i] = Round(real) // as a cursor has it
			}
		}
		c := &Connection{Mark: mark, CursorColumns: []int{0, 1, 2, 3, 4}}
		again := c.appendCursor(nil, row)
		same, ok := ParseCursor(string(again[1:len(again)-1]), mark, order)
		if !ok || !reflect.DeepEqual(same, values) {
			t.Errorf("%v became %v, %v", values, same, ok)
		}
	})
}
