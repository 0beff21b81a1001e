package coder

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/parleygraph/parley/internal/coder/dictionary"
	"github.com/parleygraph/parley/internal/coder/text"
)

// actorRules is what the dictionary knows of actors, as articles are searched for it. It does not change once it is made.
type actorRules struct {
	known    []actor
	names    dictionary.Trie[name]
	discard  dictionary.Trie[name] // words in which a name means nobody
	roles    dictionary.Trie[role]
	states   map[string]int // by key
	orgs     map[string]int // by id
	people   map[string]int // by key of the graph
	modifier map[string]modifier
	ending   map[string]ending  // the last word of an organisation's name
	doubtful map[string][]doubt // names that several have, by their key
	given    map[string]byte    // given names: 'm', 'f', or '?' for both
}

// actor is one of the dictionary's.
type actor struct {
	kind            Kind
	sort            string // of an organisation: its kind in the table
	key             string // of the graph
	name            string
	iso3            string
	of              int // the actor that it is a part of; -1: none
	gender          byte
	offices         []office
	adjective, line string
}

type office struct {
	role     string
	of       int
	from, to string
}

// name is one way in which an actor is called.
type name struct {
	actor int
	how   string   // name, alias, adjective, people, capital, building, member, known, place
	words []string // as they are written
	line  string
	place string // the name of a place
	iso3  string // and the state in which it lies
}

// role is a noun that people and bodies are called by.
type role struct {
	name   string // in the singular
	kind   string // person, group, body, generic, state, honorific
	title  bool
	plural bool
	of     string
	sector string
	unique bool
	bare   bool
	gender byte // 'm', 'f' or '?'
	line   string
}

// modifier is a word that stands before a role.
type modifier struct {
	means string // former, acting, deputy, many; "" where it only narrows the role
}

// doubt is one of those whom a name may mean, and the words that tell so: one of them must stand in the article.
type doubt struct {
	actor int // -1: a place
	place string
	iso3  string
	with  []string // keys
	line  string
}

// ending is the last word of the name of an organisation.
type ending struct {
	sort, line string
}

// newActorRules reads the actors of a dictionary.
func newActorRules(d *dictionary.Dictionary) (*actorRules, error) {
	x := &actorRules{states: map[string]int{}, orgs: map[string]int{}, people: map[string]int{}, doubtful: map[string][]doubt{}, modifier: map[string]modifier{}, ending: map[string]ending{}, given: map[string]byte{}}
	states := d.Table("actors/states.tsv")
	for _, r := range states.Rows {
		id := len(x.known)
		x.states[r.Key] = id
		a := actor{kind: State, key: "State:" + r.Key, name: r.Get("name"), of: -1, line: r.Where()}
		if !strings.Contains(r.Key, "-") {
			a.iso3 = r.Key
		}
		if adjectives := r.List("adjectives"); len(adjectives) > 0 {
			a.adjective = adjectives[0]
		}
		x.know(a)
		x.name(r.Get("name"), name{actor: id, how: "name", line: r.Where()})
		for _, column := range [...][2]string{{"aliases", "alias"}, {"adjectives", "adjective"}, {"people", "people"}, {"capital", "capital"}, {"buildings", "building"}} {
			for _, s := range r.List(column[0]) {
				x.name(s, name{actor: id, how: column[1], line: r.Where(), place: s, iso3: a.iso3})
			}
		}
	}
	organizations := d.Table("actors/organizations.tsv")
	for _, r := range organizations.Rows {
		x.orgs[r.Key] = x.know(actor{kind: Organization, sort: r.Get("kind"), key: "Organization:" + r.Key, name: r.Get("name"), of: -1, line: r.Where()})
	}
	for _, r := range organizations.Rows {
		id := x.orgs[r.Key]
		x.known[id].of = x.owner(r.Get("of"))
		x.name(r.Get("name"), name{actor: id, how: "name", line: r.Where()})
		for _, s := range r.List("aliases") {
			x.name(s, name{actor: id, how: "alias", line: r.Where()})
		}
		for _, s := range r.List("members") {
			x.name(s, name{actor: id, how: "member", line: r.Where()})
		}
	}
	for _, r := range d.Table("actors/people.tsv").Rows {
		id := len(x.known)
		a := actor{kind: Official, key: "Official:" + r.Key, name: r.Get("name"), of: -1, line: r.Where(), gender: '?'}
		if g := r.Get("gender"); g != "" {
			a.gender = g[0]
		}
		for _, s := range r.List("offices") {
			o, err := dictionary.ParseOffice(s)
			if err != nil {
				return nil, err
			}
			from, to, _ := strings.Cut(o.Time, "/")
			a.offices = append(a.offices, office{role: o.Role, of: x.owner(o.Of), from: strings.Trim(from, "."), to: strings.Trim(to, ".")})
		}
		x.people[a.key] = x.know(a)
		x.name(r.Get("name"), name{actor: id, how: "name", line: r.Where()})
		for _, s := range r.List("aliases") {
			x.name(s, name{actor: id, how: "alias", line: r.Where()})
		}
		for _, s := range r.List("known") {
			x.name(s, name{actor: id, how: "known", line: r.Where()})
		}
	}
	for _, r := range d.Table("actors/places.tsv").Rows {
		state := r.Get("state")
		if strings.Contains(state, "-") {
			state = ""
		}
		for _, s := range append([]string{r.Get("name")}, r.List("aliases")...) {
			x.name(s, name{actor: -1, how: "place", line: r.Where(), place: r.Get("name"), iso3: state})
		}
	}
	for _, r := range d.Table("actors/doubtful.tsv").Rows {
		o := doubt{actor: -1, place: r.Get("name"), iso3: r.Get("state"), with: r.List("with"), line: r.Where()}
		for i, w := range o.with {
			o.with[i] = fold(strings.ToLower(w))
		}
		if r.Get("kind") == "state" {
			o.actor = x.states[r.Get("state")]
		}
		k := strings.Join(keys(spelled(r.Get("name"))), " ")
		if x.doubtful[k] == nil {
			x.name(r.Get("name"), name{actor: o.actor, how: "name", line: r.Where()})
		}
		x.doubtful[k] = append(x.doubtful[k], o)
	}
	for _, r := range d.Table("actors/discard.tsv").Rows {
		n := name{actor: -1, how: "discard", line: r.Where()}
		rest, of := strings.CutPrefix(r.Key, "{STATE} ")
		if !of {
			n.words = spelled(r.Key)
			x.discard.Add(keys(n.words), n)
			continue
		}
		for _, s := range states.Rows {
			for _, called := range append([]string{s.Get("name")}, append(append(s.List("aliases"), s.List("adjectives")...), s.List("capital")...)...) {
				n.words = append(spelled(called), spelled(rest)...)
				x.discard.Add(keys(n.words), n)
			}
		}
	}
	for _, r := range d.Table("actors/roles.tsv").Rows {
		o := role{name: r.Key, kind: r.Get("kind"), title: r.Get("title") == "yes", of: r.Get("of"), sector: r.Get("sector"), unique: r.Get("unique") == "yes", bare: r.Get("bare") == "yes", line: r.Where(), plural: r.Get("kind") == "group"}
		if o.gender = '?'; r.Get("gender") != "" {
			o.gender = r.Get("gender")[0]
		}
		x.roles.Add(keys(spelled(r.Key)), o)
		for _, s := range r.List("plural") {
			o.plural = true
			x.roles.Add(keys(spelled(s)), o)
		}
	}
	for _, r := range d.Table("actors/modifiers.tsv").Rows {
		x.modifier[r.Key] = modifier{means: r.Get("means")}
	}
	for _, r := range d.Table("actors/endings.tsv").Rows {
		x.ending[r.Key] = ending{sort: r.Get("kind"), line: r.Where()}
	}
	for _, r := range d.Table("actors/given.tsv").Rows {
		x.given[fold(strings.ToLower(r.Key))] = r.Get("gender")[0]
	}
	return x, nil
}

// owner finds a state or an organisation by its key; -1: none.
func (x *actorRules) owner(key string) int {
	if i, ok := x.states[key]; ok {
		return i
	}
	if i, ok := x.orgs[key]; ok {
		return i
	}
	return -1
}

// know adds an actor, who has no name yet, and returns his number.
func (x *actorRules) know(a actor) int {
	x.known = append(x.known, a)
	return len(x.known) - 1
}

// name adds a way in which an actor is called.
func (x *actorRules) name(s string, n name) {
	n.words = spelled(s)
	x.names.Add(keys(n.words), n)
}

// spelled takes a name of the dictionary apart as an article's text is.
func spelled(s string) []string {
	d := text.Parse(s)
	words := make([]string, len(d.Tokens))
	for i, t := range d.Tokens {
		words[i] = t.Text
	}
	return words
}

func keys(words []string) []string {
	k := make([]string, len(words))
	for i, w := range words {
		k[i] = fold(strings.ToLower(w))
	}
	return k
}

// fold takes the accents off a word in lower case, and makes its apostrophes and hyphens plain.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < utf8.RuneSelf
	}
	if ascii {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r), r == 'ʼ', r == 'ʿ', r == 'ʾ':
		case r == '’', r == '‘', r == '`':
			b.WriteByte('\'')
		case r == '‐', r == '‑', r == '–':
			b.WriteByte('-')
		case r == 'ı':
			b.WriteByte('i')
		case r == 'ø':
			b.WriteByte('o')
		case r == 'ł':
			b.WriteByte('l')
		case r == 'đ':
			b.WriteByte('d')
		case r == 'ə':
			b.WriteByte('a')
		case r == 'ß':
			b.WriteString("ss")
		case r == 'æ':
			b.WriteString("ae")
		case r == 'œ':
			b.WriteString("oe")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// writtenAs tells whether a word of an article may be a word of a name: capitals must be where the name has them, and where a name is nothing but
// capitals, it is so in the article; a word in capitals may be any word that is long enough not to be taken for an acronym.
func writtenAs(word, in string) bool {
	if word == in {
		return true
	}
	first, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) {
		return true
	}
	if isCapitals(word) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(in)
	if !unicode.IsUpper(r) {
		return false
	}
	return len(in) > 3 || !isCapitals(in)
}

// isCapitals tells of words such as US, U.S. and M23: two capitals at least, and nothing small.
func isCapitals(s string) bool {
	capitals := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals > 1
}

func isCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
