package ingest

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleygraph/parley/internal/article"
	"github.com/parleygraph/parley/internal/coder"
	"github.com/parleygraph/parley/internal/diplomacy"
	"github.com/parleygraph/parley/internal/query"
	"github.com/parleygraph/parley/internal/tension"
)

// finder makes facts of what a coder found in one article.
type finder struct {
	*composer
	u     *unit
	coder *Coder
	talks map[string]ref // by their id in the Coding
	keys  map[string]bool
	said  []said
}

// said is a statement that was written, and where its words stand.
type said struct {
	*coder.Statement
	ref
}

// position is where a fact stands in the article: its first and last sentence.
func (f *finder) sentences(start, end int) (first, last int) {
	return (&reader{spans: f.u.article.spans}).sentences(article.Span{Start: start, End: end})
}

// sentence is the text of the sentences that a passage stands in.
func (f *finder) sentence(start, end int) string {
	first, last := f.sentences(start, end)
	spans := f.u.article.spans
	return f.u.article.text[spans[first].Start:spans[last].End]
}

// stands reports that a fact's words stand where the coder says; what does not is a fault of the coder, and is left out.
func (f *finder) stands(fact *coder.Fact) bool {
	text := f.u.article.text
	if fact.Start >= 0 && fact.Start < fact.End && fact.End <= len(text) && text[fact.Start:fact.End] == fact.Evidence && strings.TrimSpace(fact.Evidence) != "" {
		return true
	}
	f.u.said = append(f.u.said, Problem{File: f.u.source.name(f.u.stem), Line: f.u.article.line, Message: f.u.article.in("the coder %s rests a fact (rule %s) on words that do not stand at %d-%d; it is left out, please report it", f.coder.Name, fact.Rule, fact.Start, fact.End)})
	return false
}

// day is the day of an event: the one that the article says, else the day of publication, for a copy that of what it is a copy of. What has neither is known in this article only.
func (f *finder) day(said *coder.Time) string {
	if said != nil && said.EDTF != nil && len(*said.EDTF) >= len("2006-01-02") && !strings.ContainsAny(*said.EDTF, "/~?%") {
		return (*said.EDTF)[:len("2006-01-02")]
	}
	if day := cmp.Or(f.u.article.firstDay, f.u.article.day); day != "" {
		return day
	}
	return "in " + f.scope(f.u)
}

func ids(refs []ref) string {
	var all []string
	for _, r := range refs {
		all = append(all, r.noun+":"+r.key)
	}
	return strings.Join(all, "|")
}

// fact makes the node of a fact, with its evidence. The zero ref: it cannot be made.
func (f *finder) fact(noun, key string, about *coder.Fact, columns map[string]any, refs ...ref) ref {
	n := f.model.Noun(noun)
	id := diplomacy.ID(noun, key)
	for _, name := range []string{"published", "published_from", "published_to"} {
		if v, ok := f.u.article.node.columns[name]; ok {
			columns["reportedAt"+strings.TrimPrefix(name, "published")] = v
		}
	}
	columns["review"] = "UNREVIEWED"
	if when := whenOf(n); when != nil {
		copies := n.Property(query.When).Columns()
		for i, c := range when.Columns() {
			if v, ok := columns[c.Name]; ok {
				columns[copies[i].Name] = v
			}
		}
	}
	if old := f.made[id]; old != nil { // another article of the batch reports it, too, or this one twice
		if from, ok := columns["reportedAt_from"].(string); ok && earlier(from, old.columns["reportedAt_from"]) {
			for _, name := range []string{"reportedAt", "reportedAt_from", "reportedAt_to"} {
				old.columns[name] = columns[name]
			}
		}
	}
	r := f.make(noun, key, columns, refs...)
	if r.id == "" {
		return r
	}
	if !slices.Contains(f.facts[r.id], f.u) {
		f.facts[r.id] = append(f.facts[r.id], f.u)
	}
	f.evidence(r, about)
	return r
}

// evidence makes the evidence of a fact.
func (f *finder) evidence(fact ref, about *coder.Fact) {
	a := f.u.article
	noun := f.model.Noun("Evidence")
	key := fmt.Sprintf("%s#%d-%d %s:%s by %s", a.node.key, about.Start, about.End, fact.noun, fact.key, f.coder.Name)
	if f.keys[key] || len(key) > mostKey {
		return
	}
	f.keys[key] = true
	first, _ := f.sentences(about.Start, about.End)
	columns := map[string]any{
		"key": key, "words": a.text[about.Start:about.End], "start": int64(about.Start), "end": int64(about.End), "sentence": f.sentence(about.Start, about.End), "sentenceNumber": int64(first + 1),
		"coder": f.coder.Name, "confidence": query.Round(min(1, max(0, about.Confidence))),
	}
	for name, v := range map[string]string{"coderVersion": f.coder.Version, "dictionaryHash": f.coder.Dictionaries, "rule": cut(about.Rule, mostName), "ruleLine": about.Line} {
		if v != "" {
			columns[name] = v
		}
	}
	fact.relation = noun.Relation("fact")
	from := ref{relation: noun.Relation("article"), noun: "Article", key: a.node.key, id: a.node.id}
	f.u.nodes = append(f.u.nodes, &node{noun: noun, key: key, id: diplomacy.ID(noun.Name, key), columns: columns, refs: []ref{fact, from}})
}

// relate leads from a noun by a relation to all of some nodes.
func (f *finder) relate(noun, relation string, to ...ref) []ref {
	rel := f.model.Noun(noun).Relation(relation)
	var all []ref
	for _, r := range to {
		if r.id != "" && f.model.Noun(r.noun).Is(rel.Target) {
			r.relation = rel
			all = append(all, r)
		}
	}
	return all
}

// modality and polarity as the SDL has them. The coder's words are the same in other letters.
func (f *finder) modality(s string) string {
	s = strings.ToUpper(s)
	if slices.Contains(f.model.Noun("Statement").Property("modality").Enum, s) {
		return s
	}
	return "ASSERTED"
}

func polarity(s string) string {
	if strings.EqualFold(s, "negative") {
		return "NEGATIVE"
	}
	return "POSITIVE"
}

// date puts a date into columns, if it is one.
func date(columns map[string]any, name string, edtf *string) bool {
	if edtf == nil {
		return false
	}
	d, err := diplomacy.ParsePartialDate(*edtf)
	if err != nil {
		return false
	}
	columns[name], columns[name+"_from"], columns[name+"_to"] = d.Text, d.From, d.To
	return true
}

// when puts into columns when something was said or done.
func when(columns map[string]any, name string, t *coder.Time) {
	if t == nil {
		return
	}
	if t.Text != "" {
		columns[name+"Words"] = cut(t.Text, mostName)
	}
	if date(columns, name, t.EDTF) {
		columns[name+"Basis"] = "the coder, from these words and the day of publication"
	}
}

// cameo is a code, if it is one.
func cameo(code *string) string {
	if code == nil || diplomacy.CheckScalar("CAMEO", *code) != nil {
		return ""
	}
	return *code
}

// mostSaid bounds what a statement's text takes, in bytes.
const mostSaid = 2000

// statement makes a Statement: the same one as in other articles, where the same people are said to have said the same words on the same day.
func (f *finder) statement(s *coder.Statement) {
	if !slices.Contains(f.model.Noun("Statement").Property("act").Enum, s.Act) || !f.stands(&s.Fact) {
		return
	}
	speakers := f.all(s.Speakers)
	if len(speakers) == 0 {
		return
	}
	columns := map[string]any{"act": s.Act, "modality": f.modality(s.Modality), "polarity": polarity(s.Polarity), "text": cut(s.Evidence, mostSaid)}
	if code := cameo(s.CAMEO); code != "" {
		columns["cameo"] = code
	}
	if s.Channel != nil && *s.Channel != "" {
		columns["channel"] = cut(*s.Channel, mostName)
	}
	when(columns, "spokenAt", s.Said)
	same := words(f.sentence(s.Start, s.End))
	if s.Quote != nil && strings.TrimSpace(*s.Quote) != "" {
		columns["quote"] = *s.Quote
		if q := words(*s.Quote); strings.Count(q, " ") >= 4 { // fewer words are a phrase that many use
			same = q
		}
	}
	if columns["quote"] == nil { // two statements of one sentence
		same += " / " + words(s.Evidence)
	}
	var names []string
	for _, id := range s.Speakers {
		if a := actor(f.u.article.coding, id); a != nil {
			names = append(names, a.Name)
		}
	}
	columns["name"] = cut(strings.Join(names, " and ")+": "+columns["text"].(string), mostName)
	key := hash(ids(speakers), s.Act, columns["modality"].(string), columns["polarity"].(string), same, f.day(s.Said))
	var about []ref
	for _, id := range s.About {
		if r := f.actor(id); r.id != "" {
			about = append(about, r)
		} else if r := f.talks[id]; r.id != "" {
			about = append(about, r)
		}
	}
	refs := slices.Concat(f.relate("Statement", "speakers", speakers...), f.relate("Statement", "onBehalfOf", f.all(s.Behalf)...), f.relate("Statement", "addressees", f.all(s.Addressed)...), f.relate("Statement", "about", about...))
	if r := f.fact("Statement", key, &s.Fact, columns, refs...); r.id != "" {
		f.said = append(f.said, said{s, r})
	}
}

// round makes Talks. Talks that an article denies, or only imagines, are none.
func (f *finder) round(t *coder.Talks) {
	if polarity(t.Polarity) == "NEGATIVE" || f.modality(t.Modality) == "HYPOTHETICAL" || !f.stands(&t.Fact) {
		return
	}
	noun := f.model.Noun("Talks")
	status, outcome := strings.ToUpper(t.Status), t.Outcome
	if !slices.Contains(noun.Property("status").Enum, status) {
		return
	}
	if !slices.Contains(noun.Property("outcome").Enum, outcome) {
		outcome = "UNKNOWN"
	}
	parties := f.all(t.Parties)
	columns := map[string]any{"status": status, "outcome": outcome}
	ordinal := ""
	if t.Ordinal != nil && *t.Ordinal > 0 && *t.Ordinal < 10_000 {
		columns["ordinal"] = int64(*t.Ordinal)
		ordinal = strconv.Itoa(*t.Ordinal)
	}
	if t.Format != nil && *t.Format != "" {
		columns["format"] = cut(*t.Format, mostName)
	}
	if date(columns, "startedOn", t.Started) {
		columns["datesBasis"] = "the coder, from the article's words and the day of publication"
	}
	date(columns, "endedOn", t.Ended)
	var place ref
	placeName := ""
	if t.Place != nil && strings.TrimSpace(*t.Place) != "" {
		placeName = *t.Place
		place = f.place(placeName)
	}
	// The same round in two articles is certain where parties, place and the day agree.
	same := words(f.sentence(t.Start, t.End)) + f.day(nil)
	if started, ok := columns["startedOn"].(string); ok && len(started) == len("2006-01-02") && len(parties) > 1 && place.id != "" {
		same = ""
	}
	started, _ := columns["startedOn"].(string)
	key := hash(ids(parties), ordinal, ids([]ref{place}), started, status, same)
	name := "Talks"
	if ordinal != "" {
		name = "Talks, round " + ordinal
	}
	var names []string
	for _, id := range t.Parties {
		if a := actor(f.u.article.coding, id); a != nil {
			names = append(names, a.Name)
		}
	}
	if len(names) > 0 {
		name += ", " + strings.Join(names, " and ")
	}
	if placeName != "" {
		name += ", " + placeName
	}
	columns["name"] = cut(name, mostName)
	refs := slices.Concat(f.relate("Talks", "parties", parties...), f.relate("Talks", "mediators", f.all(t.Mediators)...), f.relate("Talks", "hosts", f.all(t.Hosts)...), f.relate("Talks", "place", place))
	if r := f.fact("Talks", key, &t.Fact, columns, refs...); r.id != "" {
		f.talks[t.ID] = r
	}
}

func (f *finder) place(name string) ref {
	if r, ok := f.named["Place:"+name]; ok {
		return r
	}
	return f.make("Place", namedKey(name), map[string]any{"name": cut(name, mostName), "kind": "OTHER"})
}

// accounts makes the Accounts of a round: each rests on a statement of the party, or of who speaks for it, that has its words.
func (f *finder) accounts(t *coder.Talks) {
	round := f.talks[t.ID]
	if round.id == "" {
		return
	}
	for _, a := range t.Accounts {
		party, own := f.actor(a.Party), words(a.Words)
		if party.id == "" || own == "" {
			continue
		}
		i := slices.IndexFunc(f.said, func(s said) bool {
			return (slices.Contains(s.Speakers, a.Party) || slices.Contains(s.Behalf, a.Party)) && strings.Contains(" "+words(s.Evidence)+" ", " "+own+" ")
		})
		if i < 0 {
			continue
		}
		s := f.said[i]
		key := hash("account", round.key, party.noun, party.key, s.key, own)
		f.fact("Account", key, &s.Statement.Fact, map[string]any{"words": cut(a.Words, mostSaid)},
			slices.Concat(f.relate("Account", "of", round), f.relate("Account", "party", party), f.relate("Account", "statement", s.ref))...)
	}
}

// kinds of relations, with the code that each has where the coder gives none. CAMEO 1.1b3.
var relationCodes = map[string]string{
	"CALLS_FOR_DIALOGUE": "026", "CALLS_FOR_SETTLEMENT": "027", "CALLS_FOR_CEASEFIRE": "0256", "OFFERS_MEDIATION": "039", "ACCEPTS_MEDIATION": "038", "REJECTS_MEDIATION": "126",
	"MEDIATES": "045", "HOSTS": "043", "MEETS": "040", "NEGOTIATES": "046", "AGREES_TO_MEET": "036", "REJECTS_TALKS": "125", "HALTS_TALKS": "164", "SIGNS_AGREEMENT": "057", "ACCUSES": "112", "THREATENS": "130",
	"WARNS": "130", "CONDEMNS": "111", "PRAISES": "051", "DEMANDS": "100", "RECOGNISES": "054", "WITHDRAWS_RECOGNITION": "161", "SANCTIONS": "163", "AIDS": "070", "BREAKS_RELATIONS": "161", "EXPELS": "161",
	"ATTACKS": "190", "WITHDRAWS_FORCES": "087", "PROMISES": "030", "SUPPORTS": "050",
}

// relations makes offers of mediation, their life, recognitions, and events of all others.
func (f *finder) relations(all []coder.Relation) {
	offers := map[string][]ref{} // by who made them
	for pass := range 2 {        // offers first: what is accepted or refused is one of them
		for i := range all {
			r := &all[i]
			own := r.By == "" || f.own(r) // who says that he offers has offered
			offer := r.Type == "OFFERS_MEDIATION" && polarity(r.Polarity) == "POSITIVE" && own
			if offer != (pass == 0) {
				continue
			}
			if !f.stands(&r.Fact) {
				continue
			}
			source, target := f.all(r.Source), f.all(r.Target)
			if len(source) == 0 {
				continue
			}
			positive := polarity(r.Polarity) == "POSITIVE" && f.modality(r.Modality) == "ASSERTED" && own
			switch {
			case offer:
				if o := f.offer(r, source, target); o.id != "" {
					for _, s := range source {
						offers[s.id] = append(offers[s.id], o)
					}
				}
			case (r.Type == "ACCEPTS_MEDIATION" || r.Type == "REJECTS_MEDIATION") && positive && len(target) == 1 && len(offers[target[0].id]) == 1:
				state := map[string]string{"ACCEPTS_MEDIATION": "ACCEPTED", "REJECTS_MEDIATION": "DECLINED"}[r.Type]
				f.step(r, state, offers[target[0].id][0], source)
			case r.Type == "RECOGNISES" && positive && len(source) == 1 && len(target) == 1:
				f.recognition(r, source[0], target[0])
			default:
				f.event(r, source, target)
			}
		}
	}
}

// same is what two reports of one act have in common, beside who did it to whom.
func (f *finder) same(r *coder.Relation) string {
	return words(f.sentence(r.Start, r.End)) + " on " + f.day(r.Said)
}

func (f *finder) offer(r *coder.Relation, source, target []ref) ref {
	columns := map[string]any{"modality": f.modality(r.Modality), "name": f.title(r)}
	if code := cameo(r.CAMEO); code != "" {
		columns["cameo"] = code
	}
	var in []ref
	for _, s := range f.said {
		if s.Start < r.End && r.Start < s.End {
			in = append(in, s.ref)
		}
	}
	refs := slices.Concat(f.relate("MediationOffer", "by", source...), f.relate("MediationOffer", "to", target...), f.relate("MediationOffer", "statements", in...))
	offer := f.fact("MediationOffer", hash("offer", ids(source), ids(target), columns["modality"].(string), f.same(r)), &r.Fact, columns, refs...)
	if offer.id != "" && columns["modality"] != "HYPOTHETICAL" {
		f.step(r, "OFFERED", offer, source)
	}
	return offer
}

func (f *finder) step(r *coder.Relation, state string, offer ref, by []ref) {
	columns := map[string]any{"state": state}
	when(columns, "at", r.Said)
	f.fact("OfferStatus", hash("step", state, offer.key, ids(by), f.same(r)), &r.Fact, columns, slices.Concat(f.relate("OfferStatus", "of", offer), f.relate("OfferStatus", "by", by...))...)
}

func (f *finder) recognition(r *coder.Relation, by, of ref) {
	columns := map[string]any{"kind": "DE_JURE"}
	if strings.Contains(words(f.sentence(r.Start, r.End)), "de facto") {
		columns["kind"] = "DE_FACTO"
	}
	if r.Said != nil {
		date(columns, "from", r.Said.EDTF)
	}
	f.fact("Recognition", hash("recognition", by.noun, by.key, of.noun, of.key, f.same(r)), &r.Fact, columns, slices.Concat(f.relate("Recognition", "by", by), f.relate("Recognition", "of", of))...)
}

func (f *finder) event(r *coder.Relation, source, target []ref) {
	code := cameo(r.CAMEO)
	if code == "" {
		code = relationCodes[r.Type]
	}
	if code == "" {
		return
	}
	columns := map[string]any{"cameo": code, "modality": f.modality(r.Modality), "polarity": polarity(r.Polarity), "quadClass": quadClass(code), "name": f.title(r)}
	var claimed []ref
	if r.By != "" {
		claimed = f.all([]string{r.By})
		// What somebody says of others may be so. Of his own acts he is believed as the article believes him.
		if columns["modality"] == "ASSERTED" && !f.own(r) {
			columns["modality"] = "POSSIBLE"
		}
	}
	if plover, _, _ := strings.Cut(tension.Plover(code), ":"); plover != "" {
		columns["plover"] = plover
	}
	when(columns, "occurredOn", r.Said)
	key := hash(r.Type, code, ids(source), ids(target), ids(claimed), columns["modality"].(string), columns["polarity"].(string), f.same(r))
	f.fact("Event", key, &r.Fact, columns, slices.Concat(f.relate("Event", "sources", source...), f.relate("Event", "targets", target...), f.relate("Event", "claimedBy", claimed...))...)
}

// own reports that a claim is of the claimant's own act: he belongs to whoever is said to have acted, or they to him.
func (f *finder) own(r *coder.Relation) bool {
	belongs := func(id string, to []string) bool {
		a := actor(f.u.article.coding, id)
		return a != nil && a.Of != nil && slices.Contains(to, *a.Of)
	}
	return slices.Contains(r.Source, r.By) || belongs(r.By, r.Source) || !slices.ContainsFunc(r.Source, func(id string) bool { return !belongs(id, []string{r.By}) })
}

// quadClass is a code's class, by its root.
func quadClass(code string) int64 {
	switch root := code[:2]; {
	case root <= "05":
		return 1
	case root <= "08":
		return 2
	case root <= "13":
		return 3
	}
	return 4
}

// title names an act: who, what, whom.
func (f *finder) title(r *coder.Relation) string {
	list := func(ids []string) string {
		var names []string
		for _, id := range ids {
			if a := actor(f.u.article.coding, id); a != nil {
				names = append(names, a.Name)
			}
		}
		return strings.Join(names, " and ")
	}
	name := list(r.Source) + " " + strings.ToLower(strings.ReplaceAll(r.Type, "_", " "))
	if to := list(r.Target); to != "" {
		name += ": " + to
	}
	return cut(name, mostName)
}

// positions makes Positions of offices that the article names beside their holders: "Defense Minister Khawaja Asif", "Khawaja Asif, Pakistan's
// defense minister". An office that he no longer or not yet holds is left out.
func (f *finder) positions() {
	text := f.u.article.text
	for i := range f.u.article.coding.Actors {
		a := &f.u.article.coding.Actors[i]
		if a.Kind != coder.Official || a.Role == nil || a.Of == nil || len(strings.Fields(a.Name)) < 2 || strings.TrimSpace(*a.Role) == "" {
			continue
		}
		start, end, ok := beside(text, *a.Role, a.Name)
		if !ok {
			continue
		}
		if first, last := f.sentences(start, end); first != last {
			continue
		}
		holder, of := f.actor(a.ID), f.actor(*a.Of)
		if holder.noun != "Official" || of.id == "" {
			continue
		}
		fact := &coder.Fact{Evidence: text[start:end], Start: start, End: end, Rule: "office-beside-name", Confidence: 0.9}
		key := hash("position", holder.key, of.noun, of.key, words(*a.Role), f.year())
		f.fact("Position", key, fact, map[string]any{"title": cut(*a.Role, mostName)}, slices.Concat(f.relate("Position", "holder", holder), f.relate("Position", "of", of))...)
	}
}

// year is the year of publication: an office that somebody holds in two years may be two terms.
func (f *finder) year() string {
	if d := f.u.article.day; d != "" {
		return d[:4]
	}
	return f.scope(f.u)
}

// beside finds an office and a name that stand next to each other.
func beside(text, role, name string) (start, end int, ok bool) {
	for from := 0; ; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return 0, 0, false
		}
		at := from + i
		from = at + len(name)
		if before := strings.TrimRight(text[:at], " "); strings.HasSuffix(before, role) {
			start := len(before) - len(role)
			if !former(text[:start]) && boundary(text, start, from) {
				return start, from, true
			}
		}
		if rest, found := strings.CutPrefix(text[from:], ", "); found { // in apposition
			if j := strings.Index(rest[:min(len(rest), 80)], role); j >= 0 && !strings.ContainsAny(rest[:j], ".;:,“”\"") && !former(rest[:j]) {
				if end := from + 2 + j + len(role); boundary(text, at, end) {
					return at, end, true
				}
			}
		}
	}
}

// former reports that what stands before an office says that it is not held now.
func former(before string) bool {
	words := strings.Fields(before[max(0, len(before)-40):])
	for _, w := range words[max(0, len(words)-2):] {
		switch strings.ToLower(strings.Trim(w, ",;")) {
		case "former", "ex", "then", "outgoing", "incoming", "late", "ousted", "designate", "ex-president", "deposed", "onetime", "once":
			return true
		}
	}
	return strings.HasSuffix(strings.ToLower(before), "ex-")
}

func boundary(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}
