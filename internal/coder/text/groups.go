package text

// group is a verb with its auxiliaries, negation and the adverbs between.
type group struct {
	first, last int
	verb        int
	finite      bool
	infinitive  bool // "to meet"
	passive     bool
	negated     bool
	bare        bool // no auxiliary: one word (beside adverbs)
	modal       string
	tense       Tense
	perfect     bool
	progressive bool
	auxiliary   int // the first auxiliary, where the subject stands between it and the verb ("Will Iran attack"); -1: none
}

// group appends the verb group that begins at i and returns where it ends; i where none begins.
func (p *parser) group(i, first int) int {
	j := i
	negated := false
	for p.pos(j) == negation || p.pos(j) == adverb {
		negated = negated || p.negates(j)
		j++
	}
	if j > i && !(p.pos(j).isVerb() || p.pos(j) == modal || p.pos(j) == infinitiveTo) {
		return i
	}
	g := group{first: i, verb: -1, negated: negated, bare: true, auxiliary: -1}
	switch v := p.pos(j); {
	case v == modal:
		g.finite, g.modal, g.bare = true, p.modalAt(j), false
		if g.modal == "will" || g.modal == "shall" {
			g.tense = InFuture
		} else if g.modal == "would" || g.modal == "could" || g.modal == "might" {
			g.tense = InPast
		} else {
			g.tense = InPresent
		}
	case v == infinitiveTo:
		k := p.skip(j+1, &g.negated)
		if w := p.pos(k); w != verbBase && w != beBase && w != haveBase && w != verbPlain && w != doFinite && w != haveFinite {
			return i
		}
		g.infinitive, g.bare = true, false
	case v.isVerb():
		g.verb = j
		g.finite = v.isFinite()
		switch v {
		case verbPast:
			g.tense = InPast
		case beFinite, haveFinite, doFinite:
			g.tense = InPresent
			switch p.norm(j) {
			case "was", "were", "had", "did", "'d":
				g.tense = InPast
			}
		case verbPlain, verbPresent:
			g.tense = InPresent
		}
	default:
		return i
	}
	for at := j; ; {
		neg := false
		k := p.skip(at+1, &neg)
		if k >= p.last {
			break
		}
		take := false
		next := p.pos(k)
		base := next == verbBase || next == beBase || next == haveBase || next == verbPlain || p.norm(k) == "have" && next == haveFinite || p.norm(k) == "do" && next == doFinite
		done := next == verbParticiple || next == beParticiple || next == haveParticiple || next == verbPast && p.lex.canBeParticiple(p.norm(k))
		switch v := p.pos(at); v {
		case modal, infinitiveTo:
			take = base
		case doFinite:
			take = next == verbBase || next == haveBase || next == verbPlain || next == beBase
		case haveFinite, haveBase, haveParticiple, haveGerund:
			take = done
			if take {
				g.perfect = true
			} else if next == infinitiveTo && k == at+1 && p.pos(k+1) != end && (p.pos(k+1) == verbBase || p.pos(k+1) == beBase) {
				take = true
				g.modal = "have to"
			}
		case beFinite, beBase, beParticiple, beGerund:
			switch {
			case done:
				take, g.passive = true, true
			case next == verbGerund || next == beGerund || next == haveGerund:
				take, g.progressive = true, true
			case next == infinitiveTo && k == at+1:
				take = true
				g.modal = "be to"
				if g.tense == InPresent {
					g.tense = InFuture
				}
			case p.norm(k) == "about" && p.pos(k+1) == infinitiveTo && p.pos(k+2) != end:
				take = true
				k++
				g.modal = "about to"
				g.tense = InFuture
			}
		default:
			if p.norm(at) == "going" && v == verbGerund && g.progressive && next == infinitiveTo && (p.pos(k+1) == verbBase || p.pos(k+1) == beBase || p.pos(k+1) == haveBase) {
				take, g.progressive = true, false
				g.modal = "going to"
				if g.tense == InPresent {
					g.tense = InFuture
				}
			}
		}
		if !take {
			break
		}
		g.negated = g.negated || neg
		g.bare = false
		if next != infinitiveTo && p.norm(k) != "to" {
			g.verb = k
		}
		if p.pos(k) == beParticiple || p.pos(k) == beBase || p.pos(k) == beGerund {
			g.passive = false
			if p.pos(k) != beGerund {
				g.progressive = false
			}
		}
		if p.pos(k) == verbGerund {
			g.passive = false
		}
		at = k
	}
	if g.verb < 0 { // a modal alone: "as they should"
		g.verb = j
	}
	g.last = g.verb + 1
	if p.pos(g.verb) == verbParticiple && g.bare {
		g.passive = true
	}
	auxiliary := beFinite <= p.pos(g.verb) && p.pos(g.verb) <= doFinite || p.pos(g.verb) == modal
	for k := g.last; auxiliary && p.pos(k) == negation && p.norm(k) != "never"; k++ { // "is not ready", but "promised not to"
		g.negated = true
		g.last = k + 1
	}
	if p.norm(g.last) == "no" && p.norm(g.last+1) == "longer" {
		g.negated = true
		g.last += 2
	}
	// What follows an auxiliary alone may be its subject: "Will Iran attack?", "nor did Iran".
	if p.pos(g.verb) == modal || p.pos(g.verb) == doFinite || p.pos(g.verb) == haveFinite || p.pos(g.verb) == beFinite {
		g.auxiliary = g.verb
	}
	p.groups = append(p.groups, g)
	return g.last
}

func (p *parser) modalAt(i int) string {
	switch n := p.norm(i); n {
	case "'ll", "wo":
		return "will"
	case "'d":
		return "would"
	case "ca":
		return "can"
	case "sha":
		return "shall"
	default:
		return n
	}
}

// negates tells of not, never and "no" of "no longer".
func (p *parser) negates(i int) bool {
	switch p.norm(i) {
	case "not", "never", "n't", "n’t", "neither", "nor", "hardly":
		return true
	case "longer":
		return p.norm(i-1) == "no"
	}
	return false
}

// skip returns the first token from i on that is neither adverb nor negation; negated says whether one of them was a negation.
func (p *parser) skip(i int, negated *bool) int {
	for i < p.last {
		switch q := p.pos(i); {
		case q == negation || q == adverb || q == determiner && p.norm(i) == "no" && p.norm(i+1) == "longer":
			*negated = *negated || p.negates(i)
			i++
		case q == quoteMark && p.pos(i-1) != comma && p.pos(i+1).isVerb() && i+1 < p.last: // will “continue”
			i++
		case q == preposition && p.norm(i) == "at" && (p.norm(i+1) == "least" || p.norm(i+1) == "last" || p.norm(i+1) == "once") && p.pos(i+2).isVerb():
			i += 2
		case q == preposition && weekday(p.norm(i+1)) && p.pos(i-1) != comma && p.pos(i+2).isVerb(): // was on Monday rammed
			i += 2
		case q == comma && p.pos(i+1) == adverb && p.pos(i+2) == comma && p.pos(i+3).isVerb(): // has, however, agreed
			i += 3
		default:
			return i
		}
	}
	return i
}

// canBeParticiple tells whether a form of a verb is a participle as well as a past: "met", not "began".
func (l *lexicon) canBeParticiple(norm string) bool {
	for _, r := range l.words[norm] {
		if r.pos == verbParticiple {
			return true
		}
	}
	for _, p := range l.forms[norm] {
		if p == verbParticiple {
			return true
		}
	}
	return false
}

// canBePast is its counterpart: "met", not "begun".
func (l *lexicon) canBePast(norm string) bool {
	for _, r := range l.words[norm] {
		if r.pos == verbPast {
			return true
		}
	}
	for _, p := range l.forms[norm] {
		if p == verbPast {
			return true
		}
	}
	return false
}
