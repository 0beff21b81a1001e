// Package coder finds facts in articles: who is named, who said what, which talks were held, who did what to whom; each with the words it
// rests on, the rule that found it and the line of the dictionary that the rule used. What is ambiguous is left out, not guessed: a wrong fact
// is worse than a missing one. It is pure: the same article and the same dictionaries give the same bytes.
//
// The stages, each of which adds to what the ones before it found:
//
//	text.Parse       sentences, tokens, quotations, clauses
//	actors.go        mentions of actors, and which of them are the same
//	dates            expressions of time, against the day of publication
//	speech.go        attributions: who is said to have said what, to whom, where
//	events.go        who did what to whom: a frame of the dictionary in a clause
//	talks.go         rounds of talks: parties, mediators, hosts, place, time, status, outcome
//	statements.go    speech acts out of attributions, releases (release.go) and events; offers of mediation and their answers (mediation.go)
//	relations.go     who did what to whom, out of speech acts, rounds and events
//	coded.go         the Coding: what came of it
package coder
