package coder

import (
	"slices"
	"strings"

	"github.com/parleygraph/parley/internal/coder/dictionary"
)

// cue is a word, or several, that says that somebody says something: a line of speech/cues.tsv.
type cue struct {
	words  []string // lemma, then the words behind it as they stand
	class  string   // say, claim, warn ...: how cues.tsv groups them
	stance string   // neutral, doubt, hostile, friendly: how the speaker, or the narrator, stands to it
	act    string   // as SpeechAct
	cameo  string
	frames frames
	// prepositions hold the content behind the cue, those of behind behind its object.
	prepositions []string
	behind       []string
	to           string // "obj", or the preposition of whom is addressed
	strength     float64
	line         string
}

// frames are the ways in which a cue holds its content.
type frames uint16

const (
	quoted           frames = 1 << iota // a quotation
	that                                // a clause with "that"
	zero                                // a clause without it
	whether                             // a clause with "whether", "how" and their like
	infinitive                          // "to" and a verb
	gerund                              // a verb in -ing
	object                              // a noun phrase
	thing                               // a noun phrase that names nobody: "dismissed the claim"
	objectInfinitive                    // a noun phrase, and "to" and a verb: "urged both to stop"
	objectAs                            // a noun phrase, and what it is said to be: "called it a crime"
)

var frameNames = map[string]frames{
	"q": quoted, "that": that, "zero": zero, "wh": whether, "inf": infinitive, "ger": gerund, "np": object, "thing": thing, "np-inf": objectInfinitive, "np-as": objectAs,
}

var strengths = map[string]float64{"strong": 0.9, "plain": 0.8, "weak": 0.6}

func newSpeechRules(d *dictionary.Dictionary) *speechRules {
	c := &speechRules{map[string][]*cue{}, map[string][]*cue{}, map[string][]*cue{}, map[string][]*cue{}, map[string][]string{}, map[string]bool{}}
	for _, r := range d.Table("speech/cues.tsv").Rows {
		pos, words, _ := strings.Cut(r.Key, " ")
		q := &cue{words: strings.Fields(words), class: r.Get("class"), stance: r.Get("stance"), act: r.Get("act"), cameo: r.Get("cameo"), to: r.Get("to"),
			strength: strengths[r.Get("strength")], line: r.Where()}
		for _, f := range r.List("frames") {
			if known, ok := frameNames[f]; ok {
				q.frames |= known
			} else if p, ok := strings.CutPrefix(f, "np-"); ok {
				q.behind = append(q.behind, p)
			} else {
				q.prepositions = append(q.prepositions, f)
			}
		}
		m := c.verbs
		switch pos {
		case "n":
			m = c.nouns
		case "a":
			m = c.adjectives
		case "p":
			m = c.prepositions
		}
		m[q.words[0]] = append(m[q.words[0]], q)
	}
	for _, m := range []map[string][]*cue{c.verbs, c.nouns, c.adjectives, c.prepositions} {
		for _, all := range m {
			slices.SortStableFunc(all, func(a, b *cue) int { return len(b.words) - len(a.words) })
		}
	}
	for _, r := range d.Table("actors/organizations.tsv").Rows {
		if r.Get("kind") == "OUTLET" {
			c.outlets["Organization:"+r.Key] = true
		}
	}
	for _, r := range d.Table("speech/channels.tsv").Rows {
		c.channels[r.Key] = r.List("prepositions")
	}
	return c
}
