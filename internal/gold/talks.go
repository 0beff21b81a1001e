package gold

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/coder"
	"github.com/parleygraph/parley/internal/diplomacy"
)

// mediation is the group of relation types that a researcher of mediation asks for first; it has a demand of its own.
var mediation = []string{"OFFERS_MEDIATION", "ACCEPTS_MEDIATION", "REJECTS_MEDIATION", "MEDIATES", "HOSTS", "AGREES_TO_MEET", "CALLS_FOR_DIALOGUE", "CALLS_FOR_CEASEFIRE",
	"CONDEMNS", "THREATENS", "EXPELS", "RECOGNISES"}

// annotated is an article with what people found in it.
type annotated struct {
	name      string
	article   coder.Article
	synthetic bool
	coding    coder.Coding
}

// readTalks reads a folder of NAME.txt and NAME.json.
func readTalks(fsys fs.FS) ([]annotated, error) {
	names, err := fs.Glob(fsys, "*.json")
	if err != nil {
		return nil, err
	}
	var all []annotated
	for _, name := range names {
		a, err := readAnnotated(fsys, name, ".json", func(file []byte) (c coder.Coding, err error) { return c, json.Unmarshal(file, &c) })
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}

// readAnnotated reads what people found, in a file of that ending, and the article of the same name; evidence is found in its text.
func readAnnotated(fsys fs.FS, name, ending string, read func([]byte) (coder.Coding, error)) (annotated, error) {
	stem := strings.TrimSuffix(name, ending)
	file, err := fs.ReadFile(fsys, stem+".txt")
	if err != nil {
		return annotated{}, diplomacy.Errorf(diplomacy.NotFound, "%s has no article: %s.txt cannot be read", name, stem)
	}
	a, err := readArticle(file)
	if err != nil {
		return annotated{}, diplomacy.Errorf(diplomacy.Invalid, "%s.txt: %v", stem, err)
	}
	a.name = stem
	found, err := fs.ReadFile(fsys, name)
	if err != nil {
		return annotated{}, err
	}
	if a.coding, err = read(found); err == nil {
		err = locate(&a.coding, a.article.Text)
	}
	if err != nil {
		return annotated{}, diplomacy.Errorf(diplomacy.Invalid, "%s: %v", name, err)
	}
	return a, nil
}

// readArticle reads an article and the lines before it that say what it is.
func readArticle(file []byte) (annotated, error) {
	parts, err := article.Split(file)
	if err != nil {
		return annotated{}, err
	}
	a := annotated{article: coder.Article{Text: parts.Text}}
	for line := range bytes.Lines(parts.FrontMatter) {
		name, value, _ := strings.Cut(strings.TrimSpace(string(line)), ":")
		value = strings.TrimSpace(value)
		switch name {
		case "title":
			a.article.Title = value
		case "outlet":
			a.article.Outlet = value
		case "published":
			a.article.Published = value
		case "synthetic":
			a.synthetic = value == "true"
		}
	}
	return a, nil
}

// facts are all facts of a coding, of whatever kind.
func facts(c *coder.Coding) []*coder.Fact {
	var all []*coder.Fact
	for i := range c.Statements {
		all = append(all, &c.Statements[i].Fact)
	}
	for i := range c.Talks {
		all = append(all, &c.Talks[i].Fact)
	}
	for i := range c.Relations {
		all = append(all, &c.Relations[i].Fact)
	}
	return all
}

// locate says where the evidence of each fact stands.
func locate(c *coder.Coding, text string) error {
	for _, f := range facts(c) {
		at, from := -1, 0
		for range max(f.Occurrence, 1) {
			if at = strings.Index(text[from:], f.Evidence); at < 0 {
				return fmt.Errorf("evidence of %s: %q does not stand in the article", f.ID, f.Evidence)
			}
			at += from
			from = at + 1
		}
		f.Start, f.End = at, at+len(f.Evidence)
	}
	return nil
}

// people looks actors up by their ids.
type people map[string]*coder.Actor

func peopleOf(c *coder.Coding) people {
	m := people{}
	for i := range c.Actors {
		m[c.Actors[i].ID] = &c.Actors[i]
	}
	return m
}

// titles are left out where names are compared.
var titles = strings.Fields(`the mr mr. mrs mrs. ms ms. dr dr. sir lord lady president minister secretary ambassador general gen. col. colonel prime foreign defence defense
	chancellor king queen prince emir sheikh ayatollah pope chief`)

func plainName(s string) string {
	var words []string
	for w := range strings.FieldsSeq(strings.ToLower(strings.NewReplacer("’", "'", "“", "", "”", "").Replace(s))) {
		if !slices.Contains(titles, w) {
			words = append(words, w)
		}
	}
	return strings.Join(words, " ")
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// same tells whether two actors are: the same code, the same name, or two persons of the same last name.
func same(x, y *coder.Actor) bool {
	if x == nil || y == nil {
		return false
	}
	if x.ISO3 != nil && y.ISO3 != nil {
		return *x.ISO3 == *y.ISO3
	}
	a, b := plainName(x.Name), plainName(y.Name)
	if a != "" && a == b {
		return true
	}
	return x.Kind == coder.Official && y.Kind == coder.Official && lastWord(a) != "" && lastWord(a) == lastWord(b)
}

// pair is an article as people coded it and as the coder did.
type pair struct {
	gold, given         coder.Coding
	goldPeople, byGiven people
	sentences           []article.Span
	talks               map[string]string // ids of the gold talks, by those of the given talks that were found
	relations           map[string]string
}

// meet tells whether two evidences stand for the same passage, and how much of it they share.
func (p *pair) meet(x, y coder.Fact) (float64, bool) {
	if shared := min(x.End, y.End) - max(x.Start, y.Start); shared > 0 {
		return 1 + float64(shared)/float64(max(x.End, y.End)-min(x.Start, y.Start)), true
	}
	for _, s := range p.sentences {
		if x.Start >= s.Start && x.End <= s.End && y.Start >= s.Start && y.End <= s.End {
			return 0, true
		}
	}
	return 0, false
}

func (p *pair) anySame(gold, given []string) bool {
	for _, g := range gold {
		for _, o := range given {
			if same(p.goldPeople[g], p.byGiven[o]) {
				return true
			}
		}
	}
	return false
}

// anyDoer is anySame, where an official stands for the state or organization that he is of.
func (p *pair) anyDoer(gold, given []string) bool {
	stands := func(m people, id string) []*coder.Actor {
		a := m[id]
		if a == nil {
			return nil
		}
		all := []*coder.Actor{a}
		if a.Kind == coder.Official && a.Of != nil {
			all = append(all, m[*a.Of])
		}
		return all
	}
	for _, g := range gold {
		for _, o := range given {
			for _, x := range stands(p.goldPeople, g) {
				for _, y := range stands(p.byGiven, o) {
					if same(x, y) {
						return true
					}
				}
			}
		}
	}
	return false
}

// match pairs gold items with given ones, each once: those whose evidences share most come first.
func match(gold, given int, meets func(i, j int) (float64, bool)) (found [][2]int) {
	type candidate struct {
		i, j   int
		shared float64
	}
	var all []candidate
	for i := range gold {
		for j := range given {
			if shared, ok := meets(i, j); ok {
				all = append(all, candidate{i, j, shared})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y candidate) int { return cmp.Compare(y.shared, x.shared) })
	usedGold, usedGiven := make([]bool, gold), make([]bool, given)
	for _, c := range all {
		if !usedGold[c.i] && !usedGiven[c.j] {
			usedGold[c.i], usedGiven[c.j] = true, true
			found = append(found, [2]int{c.i, c.j})
		}
	}
	slices.SortFunc(found, func(x, y [2]int) int { return cmp.Compare(x[0], y[0]) })
	return found
}

// scoreTalks scores a folder of articles. What tasks does not name is not printed, but scored all the same: talks are needed for what
// statements are about.
func scoreTalks(fsys fs.FS, code Coder) ([]*board, []string, error) {
	all, err := readTalks(fsys)
	if err != nil {
		return nil, nil, err
	}
	boards := []*board{{}, {}}
	for _, a := range all {
		b := boards[0]
		if a.synthetic {
			b = boards[1]
		}
		b.document()
		scoreArticle(b, a, code(a.article))
	}
	for _, b := range boards {
		b.slots()
	}
	return boards, []string{"real", "synthetic"}, nil
}

// scoreArticle scores what was given for an article, which the board has begun.
func scoreArticle(b *board, a annotated, given coder.Coding) {
	p := &pair{gold: a.coding, given: given, goldPeople: peopleOf(&a.coding), byGiven: peopleOf(&given), sentences: article.Sentences(a.article.Text),
		talks: map[string]string{}, relations: map[string]string{}}
	s := talksScorer{pair: p, board: b, name: a.name}
	s.actors()
	s.talks()
	s.relations()
	s.statements()
}

// talksScorer scores one article.
type talksScorer struct {
	*pair
	board *board
	name  string
}

func (s talksScorer) missing(figure, text string) {
	s.board.misses = append(s.board.misses, Miss{Document: s.name, Figure: figure, Kind: "missing", Text: text})
}

func (s talksScorer) wrong(figure string, f coder.Fact, text string) {
	s.board.misses = append(s.board.misses, Miss{Document: s.name, Figure: figure, Kind: "wrong", Rule: f.Rule, Line: f.Line, Text: text})
}

// slot counts a part of what was found.
func (s talksScorer) slot(figure, slot string, right bool, f coder.Fact, wanted, given string) {
	figure += ": " + slot
	s.board.share(figure, right)
	if !right {
		s.board.misses = append(s.board.misses, Miss{Document: s.name, Figure: figure, Kind: "differs", Rule: f.Rule, Line: f.Line,
			Text: fmt.Sprintf("%q: wanted %s, given %s", f.Evidence, wanted, given)})
	}
}

// names says who a list of ids is.
func names(m people, ids []string) string {
	var all []string
	for _, id := range ids {
		if a := m[id]; a != nil {
			all = append(all, a.Name)
		} else {
			all = append(all, id)
		}
	}
	return "[" + strings.Join(all, ", ") + "]"
}

func (s talksScorer) actors() {
	found := match(len(s.gold.Actors), len(s.given.Actors), func(i, j int) (float64, bool) { return 0, same(&s.gold.Actors[i], &s.given.Actors[j]) })
	s.count("actors", len(found), len(s.given.Actors), len(s.gold.Actors))
	missed(found, len(s.gold.Actors), 0, func(i int) { s.missing("actors", s.gold.Actors[i].Name) })
	missed(found, len(s.given.Actors), 1, func(j int) { s.wrong("actors", coder.Fact{}, s.given.Actors[j].Name) })
}

func (s talksScorer) count(figure string, found, given, wanted int) {
	s.board.add(figure, Tally{found, given, wanted})
}

// missed calls f for each index that no pair has on its side.
func missed(found [][2]int, n, side int, f func(int)) {
	for i := range n {
		if !slices.ContainsFunc(found, func(p [2]int) bool { return p[side] == i }) {
			f(i)
		}
	}
}

// sets compares two lists of ids: by how many of their members they have in common, and whether they are equal.
func (s talksScorer) sets(figure, slot string, f coder.Fact, gold, given []string, equal func(g, o string) bool) {
	found := match(len(gold), len(given), func(i, j int) (float64, bool) { return 0, equal(gold[i], given[j]) })
	s.count(figure+": "+slot+" (members)", len(found), len(given), len(gold))
	s.slot(figure, slot, len(found) == len(gold) && len(found) == len(given), f, names(s.goldPeople, gold), names(s.byGiven, given))
}

// sameRef compares what facts refer to: actors, talks, relations.
func (s talksScorer) sameRef(g, o string) bool {
	return same(s.goldPeople[g], s.byGiven[o]) || s.pair.talks[o] == g && g != "" || s.pair.relations[o] == g && g != ""
}

func text[T any](p *T) string {
	if p == nil {
		return "null"
	}
	return fmt.Sprint(*p)
}

func equal[T comparable](x, y *T) bool {
	return x == nil && y == nil || x != nil && y != nil && *x == *y
}

// likePlace compares names loosely: one may say more than the other, as "Istanbul, Turkey" does.
func likePlace(x, y *string) bool {
	if x == nil || y == nil {
		return x == y
	}
	a, b := plainName(*x), plainName(*y)
	return strings.Contains(a, b) || strings.Contains(b, a)
}

func (s talksScorer) talks() {
	gold, given := s.gold.Talks, s.given.Talks
	found := match(len(gold), len(given), func(i, j int) (float64, bool) {
		g, o := gold[i], given[j]
		shared, ok := s.meet(g.Fact, o.Fact)
		return shared, ok && (s.anySame(g.Parties, o.Parties) || g.Place != nil && o.Place != nil && likePlace(g.Place, o.Place))
	})
	s.count("talks", len(found), len(given), len(gold))
	missed(found, len(gold), 0, func(i int) {
		s.missing("talks", fmt.Sprintf("%q %s %s %s", gold[i].Evidence, names(s.goldPeople, gold[i].Parties), text(gold[i].Place), gold[i].Status))
	})
	missed(found, len(given), 1, func(j int) {
		s.wrong("talks", given[j].Fact, fmt.Sprintf("%q %s %s %s", given[j].Evidence, names(s.byGiven, given[j].Parties), text(given[j].Place), given[j].Status))
	})
	for _, f := range found {
		g, o := gold[f[0]], given[f[1]]
		s.pair.talks[o.ID] = g.ID
		who := func(x, y string) bool { return same(s.goldPeople[x], s.byGiven[y]) }
		s.slot("talks", "ordinal", equal(g.Ordinal, o.Ordinal), o.Fact, text(g.Ordinal), text(o.Ordinal))
		s.slot("talks", "place", likePlace(g.Place, o.Place), o.Fact, text(g.Place), text(o.Place))
		s.sets("talks", "parties", o.Fact, g.Parties, o.Parties, who)
		s.sets("talks", "mediators", o.Fact, g.Mediators, o.Mediators, who)
		s.slot("talks", "status", g.Status == o.Status, o.Fact, g.Status, o.Status)
		s.slot("talks", "outcome", g.Outcome == o.Outcome, o.Fact, g.Outcome, o.Outcome)
		accounts := match(len(g.Accounts), len(o.Accounts), func(i, j int) (float64, bool) {
			return 0, who(g.Accounts[i].Party, o.Accounts[j].Party) && likeWords(g.Accounts[i].Words, o.Accounts[j].Words)
		})
		s.count("talks: accounts (members)", len(accounts), len(o.Accounts), len(g.Accounts))
		s.slot("talks", "accounts", len(accounts) == len(g.Accounts) && len(accounts) == len(o.Accounts), o.Fact, fmt.Sprint(g.Accounts), fmt.Sprint(o.Accounts))
	}
}

// likeWords compares words as quoted: marks at their ends do not count, and one may hold the other.
func likeWords(x, y string) bool {
	trim := func(s string) string { return strings.ToLower(strings.Trim(s, " .,;:!?\"'“”‘’")) }
	a, b := trim(x), trim(y)
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

func (s talksScorer) relations() {
	gold, given := s.gold.Relations, s.given.Relations
	found := match(len(gold), len(given), func(i, j int) (float64, bool) {
		g, o := gold[i], given[j]
		shared, ok := s.meet(g.Fact, o.Fact)
		return shared, ok && g.Type == o.Type && s.anyDoer(g.Source, o.Source) && (len(g.Target) == 0 && len(o.Target) == 0 || s.anyDoer(g.Target, o.Target))
	})
	tally := func(figure string, of func(kind string) bool) {
		t := Tally{}
		for _, g := range gold {
			if of(g.Type) {
				t.Wanted++
			}
		}
		for _, o := range given {
			if of(o.Type) {
				t.Given++
			}
		}
		for _, f := range found {
			if of(gold[f[0]].Type) {
				t.Found++
			}
		}
		s.board.add(figure, t)
	}
	tally("relations", func(string) bool { return true })
	tally("relations of mediation", func(kind string) bool { return slices.Contains(mediation, kind) })
	var kinds []string
	for _, r := range slices.Concat(gold, given) {
		if !slices.Contains(kinds, r.Type) {
			kinds = append(kinds, r.Type)
		}
	}
	for _, kind := range kinds {
		tally("relations: "+kind, func(k string) bool { return k == kind })
	}
	say := func(m people, r coder.Relation) string {
		return fmt.Sprintf("%s %s -> %s %q", r.Type, names(m, r.Source), names(m, r.Target), r.Evidence)
	}
	missed(found, len(gold), 0, func(i int) { s.missing("relations: "+gold[i].Type, say(s.goldPeople, gold[i])) })
	missed(found, len(given), 1, func(j int) { s.wrong("relations: "+given[j].Type, given[j].Fact, say(s.byGiven, given[j])) })
	for _, f := range found {
		g, o := gold[f[0]], given[f[1]]
		s.pair.relations[o.ID] = g.ID
		s.slot("relations", "cameo", equal(g.CAMEO, o.CAMEO), o.Fact, text(g.CAMEO), text(o.CAMEO))
		s.slot("relations", "polarity", g.Polarity == o.Polarity, o.Fact, g.Polarity, o.Polarity)
		s.slot("relations", "modality", g.Modality == o.Modality, o.Fact, g.Modality, o.Modality)
	}
}

func (s talksScorer) statements() {
	gold, given := s.gold.Statements, s.given.Statements
	found := match(len(gold), len(given), func(i, j int) (float64, bool) {
		shared, ok := s.meet(gold[i].Fact, given[j].Fact)
		return shared, ok && s.anySame(gold[i].Speakers, given[j].Speakers)
	})
	s.count("statements", len(found), len(given), len(gold))
	missed(found, len(gold), 0, func(i int) {
		s.missing("statements", fmt.Sprintf("%s %s %q", names(s.goldPeople, gold[i].Speakers), gold[i].Act, gold[i].Evidence))
	})
	missed(found, len(given), 1, func(j int) {
		s.wrong("statements", given[j].Fact, fmt.Sprintf("%s %s %q", names(s.byGiven, given[j].Speakers), given[j].Act, given[j].Evidence))
	})
	for _, f := range found {
		g, o := gold[f[0]], given[f[1]]
		s.slot("statements", "act", g.Act == o.Act, o.Fact, g.Act, o.Act)
		s.slot("statements", "cameo", equal(g.CAMEO, o.CAMEO), o.Fact, text(g.CAMEO), text(o.CAMEO))
		s.sets("statements", "addressed", o.Fact, g.Addressed, o.Addressed, s.sameRef)
		s.sets("statements", "about", o.Fact, g.About, o.About, s.sameRef)
		s.slot("statements", "channel", likePlace(g.Channel, o.Channel), o.Fact, text(g.Channel), text(o.Channel))
		s.slot("statements", "quote", g.Quote == nil && o.Quote == nil || g.Quote != nil && o.Quote != nil && likeWords(*g.Quote, *o.Quote), o.Fact, text(g.Quote), text(o.Quote))
		s.slot("statements", "said", g.Said == nil && o.Said == nil || g.Said != nil && o.Said != nil && equal(g.Said.EDTF, o.Said.EDTF), o.Fact, saidText(g.Said), saidText(o.Said))
		s.slot("statements", "polarity", g.Polarity == o.Polarity, o.Fact, g.Polarity, o.Polarity)
		s.slot("statements", "modality", g.Modality == o.Modality, o.Fact, g.Modality, o.Modality)
	}
}

func saidText(t *coder.Time) string {
	if t == nil {
		return "null"
	}
	return t.Text + " = " + text(t.EDTF)
}

// isTalks recognises a folder of annotated articles.
func isTalks(fsys fs.FS, entries []fs.DirEntry) bool {
	for _, e := range entries {
		if stem, ok := strings.CutSuffix(e.Name(), ".json"); ok {
			if _, err := fs.Stat(fsys, stem+".txt"); err == nil {
				return true
			}
		}
	}
	return false
}

// slots adds up the parts of talks, as one figure.
func (b *board) slots() {
	sum := Figure{Name: "talks: slots", Share: true, Docs: make([]Tally, b.docs)}
	for _, slot := range []string{"ordinal", "place", "parties", "mediators", "status", "outcome", "accounts"} {
		if f := b.figures["talks: "+slot]; f != nil {
			for i, d := range f.Docs {
				sum.Docs[i].Found += d.Found
				sum.Docs[i].Given += d.Given
				sum.Docs[i].Wanted += d.Wanted
			}
		}
	}
	if b.figures != nil {
		b.figures[sum.Name] = &sum
	}
}
