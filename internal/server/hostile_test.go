package server_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.opentelemetry.io/otel/trace/noop"

	"github.com/parleygraph/parley/graph"
	"github.com/parleygraph/parley/internal/ingest"
	"github.com/parleygraph/parley/internal/questions"
	"github.com/parleygraph/parley/internal/server"
	"github.com/parleygraph/parley/internal/server/pages"
	"github.com/parleygraph/parley/internal/store/sqlite"
	"github.com/parleygraph/parley/schema"
	"github.com/parleygraph/parley/seeds"
)

// attack is a request that is made to harm, or that a careless server would be harmed by.
type attack struct {
	name string
	body string // as it is sent by POST
	want string // a part of the answer: mostly the code
}

// ask is a request with a document and, maybe, variables, which are JSON.
func ask(document string, variables ...string) string {
	body := `{"query":` + quoted(document)
	if len(variables) > 0 {
		body += `,"variables":` + variables[0]
	}
	return body + "}"
}

// around wraps n layers around a core.
func around(n int, open, core, end string) string {
	return strings.Repeat(open, n) + core + strings.Repeat(end, n)
}

// bomb is n fragments of which each spreads the next one as often as body has %d.
func bomb(n int, on, body, last string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " fragment F%d on %s %s", i, on, strings.ReplaceAll(body, "%d", fmt.Sprint(i+1)))
	}
	fmt.Fprintf(&b, " fragment F%d on %s %s", n, on, last)
	return b.String()
}

// numbered repeats a text with each number below n in the place of %d.
func numbered(n int, text string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(text, "%d", fmt.Sprint(i)))
	}
	return b.String()
}

const (
	wrong  = `"code":"invalid"`
	aState = `on State { key }`
)

// payloads would end a quoted name, a text or a statement, in Cypher, in SQL or in JSON, if they ever became part of one.
var payloads = []string{
	"`}) DETACH DELETE n //", `\u0060}) DETACH DELETE n //`, "'; DROP TABLE node; --", `" OR 1=1 --`, `\") RETURN 1 //`, "$p0", "?1", "n1.key", "{{.}}", "%s%n", "__proto__", "../../etc/passwd",
	"\u2018\uff40\u02cb", "\x00", "key\x00", "*/ UNION SELECT sql FROM sqlite_master /*", "CALL { MATCH (n) DELETE n }",
}

// attacks are refused, each with a status of 400 or 413.
func attacks() []attack {
	all := []attack{
		// Short documents that mean long ones.
		{"fragments that double, 20 times", ask("{...F0}" + bomb(20, "Query", "{...F%d ...F%d}", "{states{totalCount}}")), "limit_roots"},
		{"fragments that double, 40 times", ask("{...F0}" + bomb(40, "Query", "{...F%d ...F%d}", "{states{totalCount}}")), "limit_roots"},
		{"fragments that double, 80 times", ask("{...F0}" + bomb(80, "Query", "{...F%d ...F%d}", "{states{totalCount}}")), "limit_fragments"},
		{"fragments that double below a root, 20 times", ask("{states{...F0}}" + bomb(20, "StateConnection", "{...F%d ...F%d}", "{totalCount}")), "limit_fields"},
		{"fragments that double below a root, 45 times", ask("{states{...F0}}" + bomb(45, "StateConnection", "{...F%d ...F%d}", "{totalCount}")), "limit_fields"},
		{"fragments that double under aliases", ask("{states{...F0}}" + bomb(45, "StateConnection", "{a:totalCount b:totalCount ...F%d ...F%d}", "{totalCount}")), "limit_aliases"},
		{"fragments that double under directives", ask("{states{...F0}}" + bomb(45, "StateConnection", "{...F%d @skip(if:false) ...F%d @include(if:true)}", "{totalCount}")), "limit_directives"},
		{"fragments of ten, 30 times", ask("{states{...F0}}" + bomb(30, "StateConnection", "{"+strings.Repeat("...F%d ", 10)+"}", "{totalCount}")), "limit_fields"},
		{"fragments in a chain, each one level deeper", ask("{statements{nodes{...F0}}}" + bomb(30, "Statement", "{responses{nodes{...F%d}}}", "{key}")), "limit_depth"},
		{"fragments that nobody spreads", ask("{__typename}" + numbered(45, " fragment F%d "+aState)), wrong},
		{"a fragment that nobody spreads, and that is deep", ask("{__typename} fragment F on State " + around(600, "{...", "{key}", "}")), "limit_depth"},
		{"fragments of one name", ask("{states{nodes{...F}}}" + strings.Repeat(" fragment F "+aState, 45)), wrong},
		{"a fragment within itself", ask("{...F} fragment F on Query {...F}"), wrong},
		{"a fragment within another within it", ask("{...F} fragment F on Query {states{nodes{...G}}} fragment G on State {places{nodes{country{...G}}}}"), wrong},
		{"200 fragments", ask("{...F0}" + bomb(199, "Query", "{...F%d}", "{__typename}")), "limit_fragments"},
		{"a ring of 50 fragments", ask("{...F0}" + bomb(49, "Query", "{...F%d}", "{...F0}")), wrong},

		// Many of one thing.
		{"7,400 fields of one name", ask("{states{nodes{" + strings.Repeat("key ", 7400) + "}}}"), "limit_tokens"},
		{"1,900 fields of one name", ask("{states{nodes{" + strings.Repeat("key ", 1900) + "}}}"), "limit_pairs"},
		{"1,900 fields of one name, in the root", ask("{" + strings.Repeat("__typename ", 1900) + "}"), "limit_roots"},
		{"600 lists of one name", ask("{states{" + strings.Repeat("nodes{key} ", 450) + "}}"), "limit_pairs"},
		{"fields of one name within many inline fragments", ask("{states{nodes" + around(15, "{...", "{"+strings.Repeat("key ", 100)+"}", "}") + "}}"), "limit_pairs"},
		{"fields of one name in fragments", ask("{states{nodes{" + numbered(50, "...F%d ") + "}}}" + numbered(50, " fragment F%d on State{key key key}")), "limit_pairs"},
		{"pairs of fields with long arguments", ask("{states{nodes{" + strings.Repeat("places(where:{OR:[{key:{eq:\"a\"}},{key:{eq:\"b\"}},{key:{eq:\"c\"}}]},first:1){totalCount} ", 35) + strings.Repeat("key ", 150) + "}}}"), "limit_pairs"},
		{"10,000 aliases", ask("{states{nodes{" + numbered(10000, "a%d:key ") + "}}}"), "limit_tokens"},
		{"600 aliases", ask("{states{nodes{" + numbered(600, "a%d:key ") + "}}}"), "limit_aliases"},
		{"300 aliases of a look-up", ask("{" + numbered(120, "a%d:state(by:{iso3:\"PAK\"}){key} ") + "}"), "limit_roots"},
		{"10,000 directives", ask("{states{totalCount" + strings.Repeat(" @skip(if:false)", 10000) + "}}"), "limit_tokens"},
		{"200 directives", ask("{states{totalCount" + strings.Repeat(" @skip(if:false)", 200) + "}}"), "limit_directives"},
		{"300 unknown directives", ask("{states{totalCount" + numbered(300, " @a%d") + "}}"), "limit_directives"},
		{"directives of variables", ask("query($a:Int" + strings.Repeat(" @a", 300) + "){states(first:$a){totalCount}}"), "limit_directives"},
		{"300 variables", ask("query(" + numbered(300, "$a%d:Int ") + "){__typename}"), wrong},
		{"120 operations", ask(numbered(120, "query Q%d{__typename} ")), wrong},
		{"120 anonymous operations", ask(strings.Repeat("{__typename} ", 120)), wrong},
		{"600 unknown fields", ask("{states{nodes{" + numbered(600, "unknown%d ") + "}}}"), wrong},
		{"300 unknown types", ask("{states{nodes{" + numbered(300, "...on Unknown%d{a%d} ") + "}}}"), wrong},
		{"300 unknown arguments", ask("{states(" + numbered(300, "unknown%d:1 ") + "){totalCount}}"), wrong},
		{"250 unknown conditions", ask("{states(where:{" + numbered(250, "unknown%d:{eq:1} ") + "}){totalCount}}"), wrong},
		{"conflicts of 100 fields", ask("{states{nodes{" + numbered(100, "a:key ") + "a:name}}}"), wrong},
		{"100,000 commas", ask("{__typename" + strings.Repeat(",", 100000)), wrong},
		{"20,000 comments", ask("{__typename}" + strings.Repeat("#\n", 20000)), "limit_tokens"},

		// Deep ones.
		{"1,000 selections deep", ask(around(999, "{a", "{a}", "}")), "limit_tokens"},
		{"600 selections deep", ask(around(600, "{a", "{a}", "}")), "limit_depth"},
		{"100,000 selections deep", ask(strings.Repeat("{a", 100000)), "limit_tokens"},
		{"900 inline fragments deep", ask(around(600, "{...", "{__typename}", "}")), "limit_depth"},
		{"600 lists deep", ask("{nodes(ids:" + around(600, "[", "1", "]") + "){id}}"), wrong},
		{"450 conditions deep", ask("{states(where:" + around(450, "{NOT:", "{}", "}") + "){totalCount}}"), "limit_depth"},
		{"a type of 400 lists", ask("query($a:" + around(400, "[", "Int", "]") + "){__typename}"), wrong},
		{"500 relations deep", ask("query($w:StateWhere){states(where:$w){totalCount}}", `{"w":`+around(500, `{"places":{"some":{"country":`, "{}", "}}}")+"}"), "limit_depth"},
		{"9,000 conditions deep, in a variable", ask("query($w:StateWhere){states(where:$w){totalCount}}", `{"w":`+around(9000, `{"NOT":`, "{}", "}")+"}"), "limit_depth"},
		{"9,000 lists deep, in a variable", ask("query($w:StateWhere){states(where:$w){totalCount}}", `{"w":`+around(9000, `[`, "", "]")+"}"), "limit_depth"},
		{"9,000 lists of conditions, in a variable", ask("query($w:StateWhere){states(where:$w){totalCount}}", `{"w":`+around(4000, `{"AND":[`, "{}", "]}")+"}"), "limit_depth"},
		{"JSON 20,000 deep", ask("{__typename}", `{"a":`+around(20000, "[", "", "]")+"}"), wrong},
		{"JSON 100,000 deep, open", `{"query":"{__typename}","variables":` + strings.Repeat("[", 100000), wrong},

		// Long statements and large answers.
		{"a wide condition", ask("query($w:StateWhere){states(where:$w){totalCount}}", `{"w":{"OR":[`+strings.Repeat(`{"name":{"eq":"a"}},`, 10000)+`{}]}}`), "limit_parts"},
		{"a condition used again and again", ask("query($w:StateWhere){states{nodes{"+numbered(20, "a%d:places(where:{country:$w}){totalCount} ")+"}}}", `{"w":{"OR":[`+strings.Repeat(`{},`, 100)+`{}]}}`), "limit_parts"},
		{"an order of 10,000 steps", ask("query($o:[StateOrder!]){states(orderBy:$o){totalCount}}", `{"o":[`+strings.Repeat(`{"name":"ASC"},`, 10000)+`{"key":"ASC"}]}`), "limit_parts"},
		{"nouns of an interface that multiply", ask("{actors(first:1){nodes{...F0}}}" + bomb(4, "Actor", "{statements(first:1){nodes{speakers(first:1){nodes{...F%d}}}} "+nouns("statements(first:1){nodes{speakers(first:1){nodes{key}}}}")+"}", "{key}")), "limit_"},
		{"pages of 1,000, three deep", ask("{states(first:1000){nodes{statements(first:1000){nodes{speakers(first:1000){nodes{key}}}}}}}"), "limit_cost"},
		{"pages of 1,000, nine deep", ask("{statements" + around(8, "(first:1000){nodes{responses", "{totalCount}", "}}") + "}"), "limit_cost"},
		{"pages of the default size, eight deep", ask("{statements" + around(8, "{nodes{responses", "{totalCount}", "}}") + "}"), "limit_cost"},
		{"pages of 1,000 by variables", ask("query($n:Int){states(first:$n){nodes{statements(first:$n){nodes{speakers(last:$n){nodes{key}}}}}}}", `{"n":1000}`), "limit_cost"},
		{"conditions within conditions", ask("{states(where:" + around(6, "{places:{some:{country:", "{}", "}}}") + "){totalCount}}"), "limit_cost"},
		{"a page of 2^31", ask("{states(first:2147483647){totalCount}}"), "limit_page"},
		{"1,001 ids", ask("{nodes(ids:[" + strings.Repeat("1 ", 1001) + "]){id}}"), "limit_page"},
		{"a name of 200,000 letters", ask("{" + strings.Repeat("a", 200000) + ":__typename}"), "limit_name"},
		{"an unknown field of 200,000 letters", ask("{states{" + strings.Repeat("a", 200000) + "}}"), "limit_name"},
		{"an operation of 10,000 letters", ask("query " + strings.Repeat("a", 10000) + "{__typename}"), "limit_name"},
		{"a request of 10 MB", ask("{__typename}#" + strings.Repeat("a", 10<<20)), "limit_body"},
		{"a variable of 10 MB", ask("{__typename}", `{"a":"`+strings.Repeat("a", 10<<20)+`"}`), "limit_body"},

		// The schema's own fields.
		{"introspection in a circle", ask("{__schema{types" + around(4, "{fields{type", "{name}", "}}") + "}}"), wrong},
		{"introspection in a circle of fragments", ask("{__schema{types{...T}}} fragment T on __Type{fields{type{...T}}}"), wrong},
		{"introspection in a circle of types", ask("{__schema{types" + around(3, "{possibleTypes{interfaces", "{name}", "}}") + "}}"), wrong},
		{"introspection many times", ask("{" + numbered(20, "a%d:__schema{types{fields{name args{name type{name kind ofType{name kind ofType{name}}}}}}} ") + "}"), "limit_cost"},
		{"introspection by aliases", ask("{__schema{" + numbered(60, "a%d:types{fields{name type{kind}}} ") + "}}"), "limit_cost"},
		{"introspection of ofType, 40 times", ask("{__type(name:\"State\")" + around(40, "{ofType", "{name}", "}") + "}"), "limit_depth"},

		// Numbers and texts that are none.
		{"a huge Int", ask("{states(first:99999999999999999999999999999999){totalCount}}"), wrong},
		{"an Int of 100,000 digits", ask("{states(first:" + strings.Repeat("9", 100000) + "){totalCount}}"), wrong},
		{"a Float of 100,000 digits", ask("{states(where:{latitude:{eq:1e99999}}){totalCount}}"), wrong},
		{"a huge Int in a variable", ask("query($n:Int){states(first:$n){totalCount}}", `{"n":1e400}`), wrong},
		{"an Int of 200,000 digits in a variable", ask("query($n:Int){states(first:$n){totalCount}}", `{"n":`+strings.Repeat("9", 200000)+"}"), wrong},
		{"an exponent of 1,000,000,000", ask("query($n:Float!){states(where:{latitude:{eq:$n}}){totalCount}}", `{"n":1e1000000000}`), wrong},
		{"a half Int", ask("query($n:Int){states(first:$n){totalCount}}", `{"n":0.5}`), wrong},
		{"a bad escape in a document", ask(`{state(by:{iso3:"\uD8"}){key}}`), wrong},
		{"an open text", ask(`{state(by:{iso3:"` + strings.Repeat("a", 1000)), wrong},
		{"an open block text", ask(`{state(by:{iso3:"""` + strings.Repeat("a\n", 10000)), wrong},
		{"NUL in a document", ask("{__typename\x00}"), wrong},
		{"a byte order mark in the middle", ask("{\ufeff}"), wrong},
		{"bytes that are no UTF-8", "{\"query\":\"{\xff\xfe}\"}", wrong},
		{"an emoji as a field", ask("{🏛}"), wrong},

		// Requests that mean two things, or none.
		{"a batch", "[" + ask("{__typename}") + "," + ask("{__typename}") + "]", wrong},
		{"a batch of 10,000", "[" + strings.Repeat(ask("{__typename}")+",", 5000) + "{}]", wrong},
		{"two requests", ask("{__typename}") + ask("{__typename}"), wrong},
		{"an operation that is not there", `{"query":"query A{__typename}","operationName":"B"}`, wrong},
		{"no operation of two", `{"query":"query A{__typename} query B{__typename}"}`, wrong},
		{"an operation's name of another type", `{"query":"query A{__typename}","operationName":{"a":1}}`, wrong},
		{"two operations of one name", ask("query A{__typename} query A{states{totalCount}}"), wrong},
		{"a mutation after a query", `{"query":"query A{__typename} mutation B{delete}","operationName":"B"}`, wrong},
		{"a subscription", ask("subscription{__typename}"), wrong},
		{"a schema", ask("type Query {a: Int}"), wrong},
		{"a key twice", `{"query":"{__typename}","query":"{nothing}"}`, wrong},
		{"a key in other letters", `{"query":"{__typename}","QUERY":"{nothing}"}`, wrong},
		{"a variable as a name", ask("query($a:String){states{$a}}", `{"a":"key"}`), wrong},
		{"a variable as an alias", ask("query($a:String){$a:states{totalCount}}", `{"a":"key"}`), wrong},
		{"a variable as a condition's name", ask("query($a:String){states(where:{$a:{eq:1}}){totalCount}}", `{"a":"key"}`), wrong},
		{"a variable as a list's step", ask("query($a:String!){states(orderBy:[{$a:ASC}]){totalCount}}", `{"a":"key"}`), wrong},
		{"a variable of an output type", ask("query($a:State){states{totalCount}}", `{"a":{}}`), wrong},
		{"a variable of another type", ask("query($a:String){states(first:$a){totalCount}}", `{"a":"1"}`), wrong},
		{"a skip by a text", ask("query($a:Boolean!){states @skip(if:$a){totalCount}}", `{"a":"true"}`), wrong},
		{"a skip by nothing", ask("{states @skip{totalCount}}"), wrong},
		{"a skip by null", ask("query($a:Boolean){states @skip(if:$a){totalCount}}", `{"a":null}`), wrong},
		{"a directive of the schema", ask("{states @edge(type:\"X\",direction:OUT){totalCount}}"), wrong},
	}
	// A payload in the place of each name: the schema knows none of them.
	positions := []struct{ name, document, variables string }{
		{"a condition", "query($v:StateWhere){states(where:$v){totalCount}}", `{"v":{%s:{"eq":"a"}}}`},
		{"a comparison", "query($v:StateWhere){states(where:$v){totalCount}}", `{"v":{"name":{%s:"a"}}}`},
		{"a quantifier", "query($v:StateWhere){states(where:$v){totalCount}}", `{"v":{"places":{%s:{}}}}`},
		{"a step of an order", "query($v:[StateOrder!]){states(orderBy:$v){totalCount}}", `{"v":[{%s:"ASC"}]}`},
		{"a direction", "query($v:[StateOrder!]){states(orderBy:$v){totalCount}}", `{"v":[{"name":%s}]}`},
		{"a natural key", "query($v:StateBy!){state(by:$v){key}}", `{"v":{%s:"a"}}`},
		{"an enum", "query($v:StatementWhere){statements(where:$v){totalCount}}", `{"v":{"act":{"eq":%s}}}`},
		{"a page", "query($v:Int){states(first:$v){totalCount}}", `{"v":%s}`},
		{"a page from the back", "query($v:Int){states(last:$v){totalCount}}", `{"v":%s}`},
		{"a date", "query($v:PartialDate){articles(where:{published:{eq:$v}}){totalCount}}", `{"v":%s}`},
		{"a number", "query($v:Float){states(where:{latitude:{eq:$v}}){totalCount}}", `{"v":%s}`},
		{"a boolean", "query($v:Boolean!){states @skip(if:$v){totalCount}}", `{"v":%s}`},
		{"an operation's name", "query A{states{totalCount}}", `{},"operationName":%s`},
	}
	for _, p := range positions {
		for i, payload := range payloads {
			all = append(all, attack{fmt.Sprintf("payload %d as %s", i, p.name), ask(p.document, strings.ReplaceAll(p.variables, "%s", quoted(payload))), wrong})
		}
	}
	for i, payload := range payloads { // and in the document itself, where names stand
		if payload == "__proto__" {
			continue // it is a name
		}
		all = append(all,
			attack{fmt.Sprintf("payload %d as an alias", i), ask("{" + payload + ":states{totalCount}}"), wrong},
			attack{fmt.Sprintf("payload %d as a field", i), ask("{states{nodes{" + payload + "}}}"), wrong},
		)
	}
	return all
}

// nouns selects the same of each noun that an Actor may be.
func nouns(selection string) string {
	return strings.ReplaceAll("...on State{%} ...on Official{%} ...on Organization{%} ...on Outlet{%} ...on UnnamedSource{%}", "%", selection)
}

func forged(plain string) string { return base64.RawURLEncoding.EncodeToString([]byte(plain)) }

// forgeries are cursors that were not given out. By the specification, an argument that is no good is an error of its field, beside data, so that the status
// is 200; but no statement runs.
func forgeries() map[string]string {
	all := map[string]string{
		"a cursor of nothing":           "",
		"a cursor of noise":             "%%%",
		"a cursor of another order":     forged(`["-name+id","a","b"]`),
		"a cursor of an object":         forged(`{"key":"a"}`),
		"a cursor of lists, 5,000 deep": forged(around(5000, "[", "", "]")),
		"a cursor of another type":      forged(`["+key+id",{"a":1},"b"]`),
		"a cursor of null":              forged(`["+key+id",null,null]`),
		"a cursor with a statement":     forged("[\"+key`}) DETACH DELETE n //+id\",\"a\",\"b\"]"),
		"a cursor of 200,000 letters":   strings.Repeat("A", 200000),
	}
	for i, payload := range payloads {
		all[fmt.Sprintf("payload %d", i)] = payload
	}
	return all
}

// strange are values that are only data, however they look: they are answered, honestly with nothing, by the same statement as any other value.
func strange() map[string]string {
	values := map[string]string{ // JSON texts
		"a lone surrogate":          `"\ud800"`,
		"a lone second surrogate":   `"\udc00x"`,
		"an escaped backtick":       `"\u0060}) DETACH DELETE n //"`,
		"an escaped quote":          `"\u0027; DROP TABLE node; --"`,
		"an escaped double quote":   `"\u0022) OR 1=1"`,
		"an escaped NUL":            `"\u0000"`,
		"a byte order mark":         `"\ufeff"`,
		"a right-to-left override":  `"\u202e"`,
		"80,000 letters":            `"` + strings.Repeat("a", 80000) + `"`,
		"40,000 escaped quotes":     `"` + strings.Repeat(`\"`, 40000) + `"`,
		"25,000 zero-width joiners": `"` + strings.Repeat("\u200d", 25000) + `"`,
		"wildcards":                 `"%_*?[a-z]^$.|()"`,
	}
	for i, payload := range payloads {
		values[fmt.Sprintf("payload %d", i)] = quoted(payload)
	}
	return values
}

// handler is the server's, with the seeds in its store. Trace is told each statement.
func handler(tb testing.TB, trace func(string)) http.Handler {
	tb.Helper()
	sdl, model, err := schema.Load()
	if err != nil {
		tb.Fatal(err)
	}
	s, err := sqlite.Open(tb.Context(), filepath.Join(tb.TempDir(), "parley.db"), model, sqlite.Options{Trace: trace})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = s.Close() })
	if report, err := ingest.Load(tb.Context(), s, model, []ingest.Source{{FS: seeds.FS, Path: ".", Name: "seeds"}}, ingest.Options{}); err != nil || len(report.Problems) > 0 {
		tb.Fatal(err, report.Problems)
	}
	saved, err := questions.Load()
	if err != nil {
		tb.Fatal(err)
	}
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	return server.Handler(server.Options{
		Engine: graph.New(s, sdl, model, graph.DefaultLimits(), log), Store: s, Schema: schema.Text, Pages: pages.Options{Store: "a test"}, MaxBody: 256 << 10, Saved: saved,
		MaxConcurrent: 8, MaxWait: time.Minute, Tracing: noop.NewTracerProvider(), Log: log,
	})
}

func send(h http.Handler, body string) (status int, answer string) {
	r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
	r.Header.Set("Content-Type", plainJSON)
	r.Header.Set("Accept", newer)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

// Each attack is refused with a code, by an answer that is no larger than a page, and before a statement runs.
func TestHostile(t *testing.T) {
	var mu sync.Mutex
	ran := 0
	h := handler(t, func(text string) {
		mu.Lock()
		defer mu.Unlock()
		if !strings.HasPrefix(text, "PRAGMA") {
			ran++
		}
	})
	all := attacks()
	if len(all) < 60 {
		t.Fatalf("only %d", len(all))
	}
	ran = 0
	for _, a := range all {
		status, answer := send(h, a.body)
		if status != 400 && status != 413 || !strings.Contains(answer, a.want) || !json.Valid([]byte(answer)) || strings.Contains(answer, `"data"`) {
			t.Errorf("%s: %d %.300s\nwant it refused with %s", a.name, status, answer, a.want)
		}
		if len(answer) > 8<<10 {
			t.Errorf("%s: the answer has %d bytes", a.name, len(answer))
		}
		if ran > 0 {
			t.Errorf("%s: a statement ran", a.name)
			ran = 0
		}
	}
	for name, cursor := range forgeries() {
		for _, argument := range []string{"after", "before"} {
			status, answer := send(h, ask("query($c:String!){states("+argument+":$c){nodes{key}}}", `{"c":`+quoted(cursor)+"}"))
			if status != 200 || !strings.Contains(answer, "it is not a cursor") || !strings.HasSuffix(answer, `"data":null}`) || ran > 0 {
				t.Errorf("%s as %s: %d %.300s; %d statements ran", name, argument, status, answer, ran)
			}
		}
	}
	// By GET, what fits in an address.
	for _, a := range all {
		var request struct{ Query, Variables, OperationName json.RawMessage }
		var query string
		if json.Unmarshal([]byte(a.body), &request) != nil || json.Unmarshal(request.Query, &query) != nil || len(a.body) > 8<<10 || request.OperationName != nil || strings.Count(a.body, `"query"`) > 1 || strings.Contains(a.body, "QUERY") {
			continue
		}
		r := httptest.NewRequest(http.MethodGet, "/graphql?query="+url.QueryEscape(query)+"&variables="+url.QueryEscape(string(request.Variables)), nil)
		r.Header.Set("Accept", newer)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != 400 {
			t.Errorf("%s, by GET: %d %.300s", a.name, w.Code, w.Body.String())
		}
	}
}

// A value that only looks dangerous is data.
func TestStrangeValues(t *testing.T) {
	var mu sync.Mutex
	var ran []string
	h := handler(t, func(text string) {
		mu.Lock()
		defer mu.Unlock()
		if !strings.HasPrefix(text, "PRAGMA") {
			ran = append(ran, text)
		}
	})
	const document = `query($v:String!,$l:[String!]!,$i:ID!){
		states(where:{OR:[{name:{eq:$v}},{name:{in:$l}},{key:{startsWith:$v}},{key:{endsWith:$v}},{aliases:{has:$v}},{places:{some:{name:{contains:$v}}}},{id:{eq:$i}}]}){nodes{key}}
		state(by:{key:$v}){key} node(id:$i){id} nodes(ids:[$i]){id}}`
	var texts []string
	for _, name := range append([]string{""}, sortedKeys(strange())...) {
		value := `"nobody is called so"`
		if name != "" {
			value = strange()[name]
		}
		ran = nil
		status, answer := send(h, ask(document, fmt.Sprintf(`{"v":%s,"l":[%s],"i":%s}`, value, value, value)))
		if status != 200 || !strings.HasPrefix(answer, `{"data":{"states":{"nodes":[]},"state":null,"node":null,"nodes":[null]},`) {
			t.Errorf("%s: %d %.300s", name, status, answer)
		}
		slices.Sort(ran) // roots run at the same time
		if texts == nil {
			texts = ran
		}
		if len(ran) != 4 || !slices.Equal(ran, texts) {
			t.Errorf("%s: %d statements, or others than for another value", name, len(ran))
		}
	}
}

func sortedKeys(m map[string]string) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// The largest that passes is answered, too: documents at the limits' edge do not break a statement.
func TestAtTheLimits(t *testing.T) {
	h := handler(t, nil)
	for name, body := range map[string]string{
		"fields":               ask("{states(first:2){nodes{" + strings.Repeat("key ", 140) + "}}}"),
		"aliases":              ask("{states(first:2){nodes{" + numbered(200, "a%d:key ") + "}}}"),
		"aliases of lists":     ask("{states(first:2){nodes{" + numbered(141, "a%d:places(first:1){totalCount} ") + "}}}"),
		"roots":                ask("{" + numbered(20, "a%d:states(first:1){nodes{key}} ") + "}"),
		"depth":                ask("{statements(first:2)" + around(9, "{nodes{responses(first:1)", "{totalCount}", "}}") + "}"),
		"conditions":           ask("query($w:StateWhere){states(where:$w){totalCount}}", `{"w":{"OR":[`+strings.Repeat(`{"name":{"eq":"a"}},`, 240)+`{}]}}`),
		"conditions, nested":   ask("query($w:StateWhere){states(where:$w){totalCount}}", `{"w":`+around(18, `{"NOT":{"OR":[`, "{}", "]}}")[:0]+around(19, `{"NOT":`, "{}", "}")+"}"),
		"relations, nested":    ask("query($w:StateWhere){states(where:$w){nodes{key}}}", `{"w":`+around(2, `{"places":{"some":{"country":`, "{}", "}}}")+"}"),
		"orders":               ask("query($o:[StateOrder!]){states(orderBy:$o){nodes{key} pageInfo{endCursor}}}", `{"o":[`+strings.Repeat(`{"name":"ASC"},`, 400)+`{"key":"ASC"}]}`),
		"ids":                  ask("{nodes(ids:[" + strings.Repeat("1 ", 1000) + "]){id}}"),
		"introspection":        ask("{__schema{types{name fields{name args{name type{name kind ofType{name kind ofType{name}}}} type{name ofType{name ofType{name}}}}}}}"),
		"inline fragments":     ask("{states(first:1)" + around(17, "{...", "{nodes{key}}", "}") + "}"),
		"all that can be said": ask("{actors(first:3){nodes{__typename key name aliases " + nouns("statements(first:1){totalCount nodes{key text}} talks(first:1){totalCount nodes{key}}") + "}}}"),
	} {
		if status, answer := send(h, body); status != 200 || strings.Contains(answer, `"errors"`) {
			t.Errorf("%s: %d %.300s", name, status, answer)
		}
	}
}

// Memory does not grow with attacks: neither what is kept of documents, nor of statements, nor of errors.
func TestHostileMemory(t *testing.T) {
	h := handler(t, nil)
	all := slices.DeleteFunc(attacks(), func(a attack) bool { return len(a.body) > 16<<10 }) // the others are the same to memory, and take longer
	heap := func() uint64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	round := func(salt int) (n int) {
		for _, a := range all {
			// Each is another document, so that a cache that kept them would grow.
			send(h, strings.Replace(a.body, "}", fmt.Sprintf(" ,%s}", strings.Repeat(",", salt%50)), 1))
			n++
		}
		return n
	}
	round(0)
	before := heap()
	sent := 0
	for i := 1; sent < 10_000; i++ {
		sent += round(i)
	}
	if after := heap(); after > before+16<<20 {
		t.Errorf("%d attacks: from %d to %d bytes", sent, before, after)
	}
}

// BenchmarkHostile prints what each attack takes, and how many times a trivial query that is: go test ./internal/server -run '^$' -bench Hostile -benchtime 20x
func BenchmarkHostile(b *testing.B) {
	h := handler(b, nil)
	trivial := func(n int) time.Duration {
		start := time.Now()
		for range n {
			send(h, ask("{state(by:{iso3:\"PAK\"}){key}}"))
		}
		return time.Since(start) / time.Duration(n)
	}
	trivial(100)
	for _, a := range attacks() {
		b.Run(strings.ReplaceAll(a.name, " ", "_"), func(b *testing.B) {
			for b.Loop() {
				send(h, a.body)
			}
			each := b.Elapsed() / time.Duration(b.N)
			b.ReportMetric(float64(each)/float64(trivial(20)), "x-trivial")
		})
	}
}
