package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The questions that the seed article answers, asked as a researcher would.
var questions = []struct{ question, document, answer string }{
	{
		question: "Who offered to mediate, to whom, on what condition, in which words?",
		document: `{
			mediationOffers {
				nodes {
					by { nodes { __typename name } }
					to { nodes { __typename name } }
					for { name parties { nodes { name } } }
					condition
					modality
					cameo
					history { nodes { state at atWords by { nodes { name } } } }
					statements {
						nodes {
							text
							quote
							speakers { nodes { name ... on Official { positions { nodes { title of { name } } } } } }
							onBehalfOf { nodes { name } }
						}
					}
					evidence { nodes { words sentence article { url published outlet { name } } } }
				}
			}
		}`,
		answer: `{
			"data": {
				"mediationOffers": {
					"nodes": [
						{
							"by": {"nodes": [{"__typename": "State", "name": "Russia"}]},
							"to": {"nodes": [{"__typename": "State", "name": "Pakistan"}, {"__typename": "Organization", "name": "Taliban"}]},
							"for": {"name": "Dispute between Pakistan and the Taliban", "parties": {"nodes": [{"name": "Pakistan"}, {"name": "Taliban"}]}},
							"condition": "should either party request it",
							"modality": "CONDITIONAL",
							"cameo": "039",
							"history": {"nodes": [{"state": "OFFERED", "at": null, "atWords": "Thursday", "by": {"nodes": [{"name": "Maria Zakharova"}]}}]},
							"statements": {
								"nodes": [
									{
										"text": "Russia possesses the expertise necessary for mediation and is prepared to assist if required.",
										"quote": "Russia possesses the expertise necessary for mediation and is prepared to assist if required",
										"speakers": {
											"nodes": [
												{
													"name": "Maria Zakharova",
													"positions": {
														"nodes": [{"title": "Foreign Ministry spokesperson", "of": {"name": "Russian Foreign Ministry"}}]
													}
												}
											]
										},
										"onBehalfOf": {"nodes": [{"name": "Russia"}]}
									},
									{
										"text": "Moscow, drawing on its extensive experience in conflict mediation, stands ready to play a constructive role should either party request it.",
										"quote": null,
										"speakers": {
											"nodes": [
												{
													"name": "Maria Zakharova",
													"positions": {
														"nodes": [{"title": "Foreign Ministry spokesperson", "of": {"name": "Russian Foreign Ministry"}}]
													}
												}
											]
										},
										"onBehalfOf": {"nodes": [{"name": "Russia"}]}
									}
								]
							},
							"evidence": {
								"nodes": [
									{
										"words": "stands ready to play a constructive role should either party request it",
										"sentence": "She emphasized that Moscow, drawing on its extensive experience in conflict mediation, stands ready to play a constructive role should either party request it.",
										"article": {
											"url": "https://rudabe.org/archives/31113",
											"published": "2025-11-15~",
											"outlet": {"name": "RASC News Agency"}
										}
									},
									{
										"words": "is prepared to assist if required",
										"sentence": "“Russia possesses the expertise necessary for mediation and is prepared to assist if required,” Zakharova declared, underscoring Moscow’s desire to prevent further deterioration in an already volatile region.",
										"article": {
											"url": "https://rudabe.org/archives/31113",
											"published": "2025-11-15~",
											"outlet": {"name": "RASC News Agency"}
										}
									}
								]
							}
						}
					]
				}
			}
		}`,
	},
	{
		question: "How did each party describe the Istanbul round?",
		document: `{
			talks(where: {place: {name: {eq: "Istanbul"}}}) {
				nodes {
					ordinal
					status
					outcome
					startedOn
					endedOn
					place { name country { iso3 } }
					parties { nodes { name } }
					accounts(orderBy: [{words: DESC}]) {
						nodes {
							party { __typename name }
							words
							statement {
								quote
								channel
								spokenAt
								spokenAtWords
								speakers { nodes { name } }
							}
							evidence { nodes { words sentence } }
						}
					}
					evidence { nodes { sentence } }
				}
			}
		}`,
		answer: `{
			"data": {
				"talks": {
					"nodes": [
						{
							"ordinal": 3,
							"status": "HELD",
							"outcome": "COLLAPSED",
							"startedOn": null,
							"endedOn": null,
							"place": {"name": "Istanbul", "country": {"iso3": "TUR"}},
							"parties": {"nodes": [{"name": "Pakistan"}, {"name": "Taliban"}]},
							"accounts": {
								"nodes": [
									{
										"party": {"__typename": "State", "name": "Pakistan"},
										"words": "total deadlock",
										"statement": {
											"quote": "total deadlock",
											"channel": null,
											"spokenAt": null,
											"spokenAtWords": null,
											"speakers": {"nodes": [{"name": "Khawaja Asif"}]}
										},
										"evidence": {
											"nodes": [
												{
													"words": "“total deadlock,”",
													"sentence": "Pakistan’s Defense Minister, Khawaja Asif, confirmed that negotiations had reached a “total deadlock,” noting that there are currently no plans for further rounds."
												}
											]
										}
									},
									{
										"party": {"__typename": "Organization", "name": "Taliban"},
										"words": "no results",
										"statement": {
											"quote": "no results",
											"channel": "X",
											"spokenAt": "2025-11-08",
											"spokenAtWords": "early Saturday",
											"speakers": {"nodes": [{"name": "Zabihullah Mujahid"}]}
										},
										"evidence": {
											"nodes": [
												{
													"words": "the discussions yielded “no results.”",
													"sentence": "Taliban spokesman Zabihullah Mujahid also acknowledged the failure of the talks, stating early Saturday on X that the discussions yielded “no results.”"
												}
											]
										}
									}
								]
							},
							"evidence": {
								"nodes": [
									{
										"sentence": "Tensions between Islamabad and the Taliban intensified sharply after a third round of talks in Istanbul collapsed without progress."
									},
									{
										"sentence": "He described the Pakistani delegation’s return “empty-handed” as a clear indicator that even mediators have grown increasingly skeptical of the Taliban’s willingness or capacity to compromise."
									}
								]
							}
						}
					]
				}
			}
		}`,
	},
	{
		question: "What did Zakharova say, and which sentences say so?",
		document: `{
			statements(where: {speakers: {some: {name: {endsWith: "Zakharova"}}}}) {
				totalCount
				nodes {
					text
					quote
					act
					modality
					spokenAt
					spokenAtWords
					evidence { nodes { sentenceNumber sentence start end } }
				}
			}
		}`,
		answer: `{
			"data": {
				"statements": {
					"totalCount": 4,
					"nodes": [
						{
							"text": "Russia remains aligned with its regional partners and will continue monitoring developments closely.",
							"quote": null,
							"act": "ANNOUNCE",
							"modality": "ASSERTED",
							"spokenAt": null,
							"spokenAtWords": "Thursday",
							"evidence": {
								"nodes": [
									{
										"sentenceNumber": 5,
										"sentence": "She added that Russia remains aligned with its regional partners and will continue monitoring developments closely.",
										"start": 869,
										"end": 983
									}
								]
							}
						},
						{
							"text": "Russia possesses the expertise necessary for mediation and is prepared to assist if required.",
							"quote": "Russia possesses the expertise necessary for mediation and is prepared to assist if required",
							"act": "OFFER",
							"modality": "CONDITIONAL",
							"spokenAt": null,
							"spokenAtWords": "Thursday",
							"evidence": {
								"nodes": [
									{
										"sentenceNumber": 4,
										"sentence": "“Russia possesses the expertise necessary for mediation and is prepared to assist if required,” Zakharova declared, underscoring Moscow’s desire to prevent further deterioration in an already volatile region.",
										"start": 654,
										"end": 772
									}
								]
							}
						},
						{
							"text": "Moscow, drawing on its extensive experience in conflict mediation, stands ready to play a constructive role should either party request it.",
							"quote": null,
							"act": "OFFER",
							"modality": "CONDITIONAL",
							"spokenAt": null,
							"spokenAtWords": "Thursday",
							"evidence": {
								"nodes": [
									{
										"sentenceNumber": 3,
										"sentence": "She emphasized that Moscow, drawing on its extensive experience in conflict mediation, stands ready to play a constructive role should either party request it.",
										"start": 494,
										"end": 652
									}
								]
							}
						},
						{
							"text": "The worsening standoff between the two sides poses a threat not only to regional stability but to the broader international community.",
							"quote": null,
							"act": "WARN",
							"modality": "ASSERTED",
							"spokenAt": null,
							"spokenAtWords": "Thursday",
							"evidence": {
								"nodes": [
									{
										"sentenceNumber": 2,
										"sentence": "In a press briefing on Thursday, Russian Foreign Ministry spokesperson Maria Zakharova warned that the worsening standoff between the two sides poses a threat not only to regional stability but to the broader international community.",
										"start": 260,
										"end": 492
									}
								]
							}
						}
					]
				}
			}
		}`,
	},
	{
		question: "Who recognises the Taliban?",
		document: `{
			recognitions(where: {of: {name: {eq: "Taliban"}}}) {
				totalCount
				nodes {
					kind
					exclusive
					from
					by { __typename name }
					of { __typename name ... on Organization { kind governs { nodes { kind of { name } } } } }
					evidence { nodes { sentence } }
				}
			}
		}`,
		answer: `{
			"data": {
				"recognitions": {
					"totalCount": 1,
					"nodes": [
						{
							"kind": "DE_JURE",
							"exclusive": true,
							"from": null,
							"by": {"__typename": "State", "name": "Russia"},
							"of": {
								"__typename": "Organization",
								"name": "Taliban",
								"kind": "DE_FACTO_AUTHORITY",
								"governs": {"nodes": [{"kind": "DE_FACTO", "of": {"name": "Afghanistan"}}]}
							},
							"evidence": {
								"nodes": [
									{
										"sentence": "The statement comes at a time when Russia remains the only country to have extended official diplomatic recognition to the Taliban administration, a move widely scrutinized by global observers given the group’s rigid governance and persistent international isolation."
									}
								]
							}
						}
					]
				}
			}
		}`,
	},
	{
		question: "Which statements did two speakers make together?",
		document: `{
			statements(where: {speakers: {count: {eq: 2}}}) {
				totalCount
				nodes {
					text
					spokenAt
					spokenAtWords
					speakers { nodes { name ... on Official { positions { nodes { title of { name } } } } } }
					onBehalfOf { nodes { name } }
					addressees { nodes { name } }
					earlierThan(where: {speakers: {some: {name: {eq: "Maria Zakharova"}}}}) { totalCount }
					evidence { nodes { sentence } }
				}
			}
		}`,
		answer: `{
			"data": {
				"statements": {
					"totalCount": 1,
					"nodes": [
						{
							"text": "Pakistan and the Taliban should resume dialogue and prioritize diplomatic mechanisms to de-escalate the crisis.",
							"spokenAt": null,
							"spokenAtWords": "Earlier",
							"speakers": {
								"nodes": [
									{"name": "Abbas Araghchi", "positions": {"nodes": [{"title": "Foreign Minister", "of": {"name": "Iran"}}]}},
									{"name": "Sergey Lavrov", "positions": {"nodes": [{"title": "Foreign Minister", "of": {"name": "Russia"}}]}}
								]
							},
							"onBehalfOf": {"nodes": [{"name": "Iran"}, {"name": "Russia"}]},
							"addressees": {"nodes": [{"name": "Pakistan"}, {"name": "Taliban"}]},
							"earlierThan": {"totalCount": 4},
							"evidence": {
								"nodes": [
									{
										"sentence": "Earlier, Russian Foreign Minister Sergey Lavrov and Iran’s Foreign Minister Abbas Araghchi had jointly called on both Pakistan and the Taliban to resume dialogue and prioritize diplomatic mechanisms to de-escalate the crisis."
									}
								]
							}
						}
					]
				}
			}
		}`,
	},
}

func TestQuestions(t *testing.T) {
	onEachStore(t, func(t *testing.T, store string) {
		ok(t, "load", "--seeds", "--store", store)
		for _, q := range questions {
			t.Run(q.question, func(t *testing.T) { sameJSON(t, query(t, store, q.document), q.answer) })
		}
	})
}

// The ways in which a document and its variables can be given, and what goes wrong with them.
func TestQuery(t *testing.T) {
	store := newSQLite(t)
	ok(t, "load", "--seeds", "--store", store)
	const byCode = `query State($code: String!) { state(by: {iso3: $code}) { name } }`
	const pakistan = `{"data":{"state":{"name":"Pakistan"}}}` + "\n"
	file := filepath.Join(t.TempDir(), "state.graphql")
	if err := os.WriteFile(file, []byte("# A state by its code.\n"+byCode+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		call call
		code int
		out  string // with … at its end, its beginning
	}{
		{"an argument", call{args: []string{`{ state(by: {iso3: "PAK"}) { name } }`}}, 0, pakistan},
		{"a file", call{args: []string{file, "--variables", `{"code":"PAK"}`}}, 0, pakistan},
		{"standard input", call{args: []string{"--variables", `{"code":"PAK"}`}, in: byCode}, 0, pakistan},
		{"standard input, by name", call{args: []string{"-", "--variables", `{"code":"PAK"}`}, in: byCode}, 0, pakistan},
		{"one of several operations", call{args: []string{byCode + ` query Other { __typename }`, "--operation", "Other"}}, 0, `{"data":{"__typename":"Query"}}` + "\n"},
		{"no answer is an answer", call{args: []string{byCode, "--variables", `{"code":"???"}`}}, 0, `{"data":{"state":null}}` + "\n"},

		{"a saved question", call{args: []string{"how-did-parties-describe-a-round", "--variables", `{"round":"???"}`}}, 0, `{"data":{"round":null}}` + "\n"},
		{"a list of saved questions", call{args: []string{"--list"}}, 0, `how-are-two-actors-connected …`},

		{"a syntax error", call{args: []string{`{ states {`}}, 1, `{"errors":[{"message":"…`},
		{"an unknown field", call{args: []string{`{ sattes { totalCount } }`}}, 1, `{"errors":[{"message":"Cannot query field \"sattes\" on type \"Query\"…`},
		{"an empty document", call{args: []string{"-"}, in: " "}, 1, `{"errors":[{"message":"…`},
		{"a variable that is missing", call{args: []string{byCode}}, 1, `{"errors":[{"message":"…`},
		{"a variable of a wrong type", call{args: []string{byCode, "--variables", `{"code":5}`}}, 1, `{"errors":[{"message":"…`},
		{"an unknown key", call{args: []string{`{ state(by: {iso3: "PAK", iso2: "PK"}) { name } }`}}, 1, `{"errors":[{"message":"…`},
		{"which of several operations", call{args: []string{`query A { __typename } query B { __typename }`}}, 1, `{"errors":[{"message":"…`},
		{"an operation that is not there", call{args: []string{byCode, "--operation", "Nothing"}}, 1, `{"errors":[{"message":"…`},
		{"a page too large", call{args: []string{`{ states(first: 1001) { totalCount } }`}}, 1, `{"errors":[{"message":"…`},
		{"one root of two", call{args: []string{`{ a: states(first: -1) { totalCount } b: __typename }`}}, 1, `{"errors":[{"message":"…`},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.call.args = append([]string{"query", "--store", store}, c.call.args...)
			r := c.call.run(t)
			beginning, open := strings.CutSuffix(c.out, "…")
			if r.code != c.code || r.err != "" || r.out != beginning && !(open && strings.HasPrefix(r.out, beginning)) {
				t.Errorf("exit code %d, want %d\n%s%swant %s", r.code, c.code, r.out, r.err, c.out)
			}
		})
	}
}
