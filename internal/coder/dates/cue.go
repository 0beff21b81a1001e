package dates

import "strings"

// What the words around a date say of its time is read off the nearest verb before it in its clause, or, where the clause begins with the date,
// off the first verb after it. That is a guess: who knows the clause asks Expression.As.

const reach = 16 // tokens

// tense says what the words around an expression say of its time.
func (p *parser) tense(f found) Tense {
	if p.is(f.start, "ahead") || p.is(f.start-1, "for") {
		return Future
	}
	t, verb, at := p.tenseBefore(f.start)
	if t == Unknown {
		t, verb = p.tenseAfter(f.end)
	}
	if t == Unknown && p.is(f.start, "over") {
		return Past
	}
	switch {
	case p.is(f.start-1, "to") && moves(verb), f.when.op == opUntil && !p.is(f.start, "through") && (t == Unknown || !lasts(verb)), f.when.op == opBy && t == Unknown:
		return Future
	case t == Past && reports(verb) && at < f.start-2 && (f.when.a.form == formDate || f.when.a.form == formMonth):
		// Of what was said, the day may lie ahead as well.
		return Unknown
	}
	return t
}

func (p *parser) tenseBefore(i int) (t Tense, verb string, at int) {
	infinitive := false
	for k := i - 1; k >= 0 && k >= i-reach && !p.stops(k); k-- {
		w, before := p.raw(k), p.raw(k-1)
		switch {
		case w == "to":
			n := p.at(k + 1)
			if n.word.class != none || n.mark != 0 || n.number >= 0 || n.upper || k+1 == i {
				continue
			}
			infinitive = true
			switch before {
			case "is", "are", "was", "were", "has", "have", "about":
				return Future, before, k
			}
		case w == "be":
			if before == "to" {
				return Future, w, k
			}
		case w == "set":
			if p.is(k+1, "to", "for") {
				return Future, w, k
			}
			return Past, w, k
		case ahead(w):
			if before == "to" {
				continue
			}
			if before == "did" || p.raw(k-2) == "did" || before == "t" {
				return Past, w, k
			}
			return Future, w, k
		case infinitive && looksAhead(w):
			return Future, w, k
		case past(w) && before != "be" && before != "to":
			return Past, w, k
		}
	}
	return Unknown, "", i
}

func (p *parser) tenseAfter(i int) (Tense, string) {
	for k := i; k < len(p.tokens) && k < i+reach && !p.stops(k); k++ {
		w := p.raw(k)
		switch {
		case ahead(w):
			if strings.HasSuffix(w, "ed") && !p.being(k-1) {
				continue
			}
			return Future, w
		case w == "set" && p.is(k+1, "to", "for"):
			return Future, w
		case past(w):
			return Past, w
		}
	}
	return Unknown, ""
}

// stops says whether token k ends what can bear on a date beyond it: the end of a sentence, a quotation mark.
func (p *parser) stops(k int) bool {
	t := p.at(k)
	switch t.mark {
	case '!', '?', ';', ':', '"', 'x':
		return true
	case '.':
		after := p.at(k + 1)
		return !after.glued && (after.upper || after.start == after.end || after.mark != 0) && !p.shortened(k-1)
	}
	return t.paragraph && k > 0
}

// shortened says whether the full stop after a word says that it is shortened.
func (p *parser) shortened(k int) bool {
	t := p.at(k)
	switch p.raw(k) {
	case "Mr", "Mrs", "Ms", "Dr", "Gen", "Lt", "Col", "Maj", "Capt", "Sgt", "Sen", "Rep", "Gov", "Prof", "Rev", "St":
		return true
	}
	return t.upper && t.end-t.start == 1 || t.word.class == month && p.abbreviated(k)
}

func (p *parser) being(k int) bool {
	switch p.raw(k) {
	case "is", "are", "was", "were", "be", "been":
		return true
	}
	return false
}

// ahead says whether a word says that what comes lies ahead.
func ahead(w string) bool {
	switch w {
	case "will", "ll", "shall", "would", "should", "must", "may", "might", "can", "scheduled", "due", "slated", "planned", "expected", "poised", "upcoming", "going", "plans",
		"intends", "hopes", "expects", "tentatively", "begins", "begin", "starts", "opens", "ends", "expires", "expire", "lapses", "resumes", "resume", "convenes", "convene", "takes", "meet", "meets":
		return true
	}
	return false
}

// looksAhead says whether what a verb is followed by, as an infinitive, lies ahead of it.
func looksAhead(w string) bool {
	switch w {
	case "agreed", "agree", "agrees", "plan", "plans", "planned", "planning", "vowed", "vows", "pledged", "pledges", "promised", "promises", "proposed", "proposes", "invited",
		"invites", "prepared", "preparing", "prepares", "ready", "hoped", "hopes", "hope", "want", "wants", "wanted", "offered", "offers", "urged", "urges", "called", "calls",
		"demanded", "demands", "ordered", "orders", "threatened", "threatens", "decided", "decides", "told", "given", "gave", "gives", "asked", "asks", "expects", "intends", "deadline":
		return true
	}
	return false
}

// past says whether a word is a verb of the past.
func past(w string) bool {
	if len(w) > 4 && strings.HasSuffix(w, "ed") {
		return true
	}
	switch w {
	case "said", "told", "was", "were", "had", "did", "met", "held", "began", "broke", "came", "went", "took", "gave", "made", "left", "spoke", "wrote", "sent", "won", "lost", "saw",
		"flew", "shot", "hit", "struck", "fell", "rose", "led", "put", "kept", "found", "fought", "brought", "sought", "drew", "became", "withdrew", "died", "ran", "drove", "stood",
		"sat", "read", "built", "sold", "bought", "paid", "laid", "chose", "grew", "knew", "thought", "caught", "got", "been", "has", "have", "ago", "swore", "blew", "shone", "shrank", "swung", "slid", "sped", "rang", "threw", "ate", "bore", "bound", "bent", "bled", "bred", "clung", "crept", "dealt", "dug", "fed", "fled", "forbade", "forgot",
		"froze", "heard", "hid", "hurt", "lent", "lit", "meant", "overthrew", "rode", "sank", "shook", "slept", "spent", "split", "spread", "sprang", "stole", "stuck", "strove",
		"swept", "taught", "tore", "undertook", "woke", "wore", "foresaw", "overcame", "underwent", "upheld", "withheld", "withstood":
		return true
	}
	return false
}

// reports says whether a verb is one of saying.
func reports(w string) bool {
	switch w {
	case "said", "told", "announced", "added", "stated", "confirmed", "warned", "reported", "declared", "claimed":
		return true
	}
	return false
}

// moves says whether a verb moves an appointment.
func moves(w string) bool {
	switch w {
	case "postponed", "delayed", "moved", "rescheduled", "pushed", "extended", "adjourned", "deferred":
		return true
	}
	return false
}

// lasts says whether a verb is of what goes on.
func lasts(w string) bool {
	switch w {
	case "lasted", "was", "were", "remained", "stayed", "ran", "continued", "waited", "served", "worked", "ruled", "lived", "been", "did", "stood", "fought":
		return true
	}
	return false
}
