package text

import "strings"

// Verbs and nouns by what may follow them. Only what decides between two ways to read a sentence is here.

// saying are verbs whose subject may stand behind them, and whose content may stand before: "We agree," said Araghchi.
var saying = set(`say add note explain reply insist continue conclude argue claim write report declare announce state ask tweet stress recall remark observe admit
	acknowledge assert counter comment warn tell suggest respond quip vow urge maintain contend concede confirm predict believe think according read post emphasise emphasize
	underline underscore reiterate agree complain caution pledge promise shout yell cry whisper`)

// clausal are verbs that take a clause without "that" behind them: "said Israel attacked".
var clausal = set(`say add note explain reply insist conclude argue claim write report declare announce state stress recall remark observe admit acknowledge assert counter
	warn suggest vow maintain contend concede confirm predict believe think know hope fear feel deny see show mean indicate estimate expect ensure assume guess suspect allege
	agree decide pledge promise reveal realise realize understand hear find tell assure convince inform remind emphasise emphasize underline underscore reiterate demand
	propose recommend insist imagine wish doubt figure bet swear imply signal learn discover note regret lament`)

// controlling are verbs whose object does what the infinitive says: "urged Iran to return".
var controlling = set(`urge ask tell order want expect force warn advise persuade encourage request require remind authorise authorize enable help permit push press
	pressure invite allow call instruct compel implore beg challenge direct command summon beseech convince cause oblige forbid prompt prod nudge lobby appeal need leave
	train pay choose elect appoint nominate commit believe consider know say report allege think estimate enlist entitle inspire intend like count rely depend motivate pick prepare prefer qualify sanction
	schedule select send tempt trust use make get`)

// bareControlling take an object and a base without "to": "let Iran enrich".
var bareControlling = set(`let make help have see watch hear bid`)

// ofVerbs take "of" behind their object, or at once, as their own.
var ofVerbs = set(`accuse inform notify warn convict suspect remind assure deprive rid strip clear acquit rob consist approve dispose speak talk think hear complain beware
	boast convince persuade dream conceive despair disapprove die know learn tire relieve cure purge absolve avail cleanse`)

// blaming take "for" and a gerund behind their object, which does what the gerund says: "condemned Iran for violating".
var blaming = set(`blame criticise criticize condemn thank praise accuse denounce punish sanction arrest mock rebuke slam fault chide scold commend applaud laud reprimand attack
	excuse forgive pardon prosecute try charge indict convict censure lambast lambaste`)

// infinitiveNouns are what an infinitive says the content of: "an offer to mediate".
var infinitiveNouns = set(`offer plan decision attempt effort agreement proposal pledge refusal willingness readiness bid call vow threat demand ability right move intention
	promise need way chance opportunity failure desire request invitation appeal capacity capability commitment intent permission power reluctance time inability deal
	push resolve determination obligation reason ambition campaign drive scheme order authority freedom duty temptation effort mandate responsibility preparedness plot consent
	aim wish tendency motion resolution ultimatum unwillingness preparation step measure mission licence license initiative programme program struggle fight bid deadline`)

// contentNouns are what "that" says the content of: "the claim that Iran cheated".
var contentNouns = set(`claim report fact possibility statement accusation hope warning news idea suggestion belief allegation announcement assertion argument assurance assumption
	evidence fear concern sign indication condition confidence doubt impression likelihood notion promise proof rumour rumor speculation suspicion view understanding threat risk chance
	requirement demand conclusion guarantee message opinion principle proposal recognition danger point conviction expectation insistence complaint charge reminder signal denial
	acknowledgement acknowledgment confirmation pledge prediction estimate prospect extent recommendation ground`)

// messages are nouns that say something, wherever they stand: "a message on Twitter blaming Iran".
var messages = set(`message statement letter report tweet post video note communique communiqué cable memo document resolution declaration article speech text`)

// intransitive have no passive: "was attacked and died".
var intransitive = set(`die flee escape retreat withdraw return collapse resign survive fall fail vanish disappear erupt last remain recover continue agree travel arrive land flare`)

// conditions introduce what must be so for the rest to be.
var conditions = set(`if unless provided providing`)

// particles are what a verb takes to itself: "called off". By verb, for "on" of "called on Iran" ties Iran.
var phrasal = phrases(`call off, break down, break off, break out, break up, carry out, carry on, back down, back out, back away, set up, set out, set off, set aside, pull out, pull back, pull off, rule out, rule in,
	hand over, turn down, turn away, turn back, turn over, turn up, turn out, take over, take away, take off, take out, take up, take back, take on, lay down, lay out, lay off, give up, give in, give away, give back, shoot down, shut down,
	point out, pick up, phase out, wipe out, spell out, put off, put forward, put up, put out, put down, hold up, hold out, hold back, hold off, step up, step down, step in, step back, step aside, stand down, stand by, stand up, stand back,
	bring back, bring down, bring about, bring up, bring together, bring forward, blow up, close down, cut off, cut down, cut back, drop out, dig in, draw up, draw down, draw back, end up, fall through, fall apart, fall out,
	fight back, figure out, find out, follow up, follow through, follow suit, get away, get back, get out, get together, go ahead, go on, go back, go out, hammer out, hit back, hit out, iron out, keep up, kick off, kick out, launch off, leave out,
	let down, line up, lash out, make up, open up, own up, pass on, pay back, pay off, play down, press ahead, push ahead, push back, push forward, push out, reach out, rein in, roll back, roll out, round up, scale back, scale down, scale up,
	sell off, send back, send out, send off, shake up, shore up, sign off, sign up, slow down, sort out, speak out, speak up, speed up, stave off, storm out, sum up, team up, throw out, tear up, tear down, think over, track down, try out, walk out,
	walk away, walk back, ward off, warn off, wind down, wind up, work out, write off, write down, head off, fend off, ramp up, beef up, clamp down, cordon off, crack down, double down, pile up, prop up, cave in, check in, drive out, drive back, force out, give out, hang on, hold on, join in, knock out, map out, mull over, move on,
	move ahead, move forward, move back, move out, move in, pack up, patch up, peel off, pass over, bail out, bear out, boil down, bog down, buy off, buy out, calm down, clear up, come up, come out, come back, come forward, come together, come about, come in, cover up, deal out, die down, die out, do away, eat up,
	even out, fall back, fall down, fill in, fire back, flare up, free up, freeze out, gear up, gun down, hole up, lead up, lift off, lock down, lock up, look out, look forward, look back, opt out, pan out, run out, run down, seal off, see off, see through, sit down, square off, stamp out, start off, start up, strike down, strike back, swear in, talk down, talk up, tie up, tip off, total up, trade off, use up, usher in, vote down, vote out, wake up, water down, weigh in, win over, win back`)

func phrases(list string) map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for pair := range strings.SplitSeq(list, ",") {
		w := strings.Fields(pair)
		if m[w[0]] == nil {
			m[w[0]] = map[string]bool{}
		}
		m[w[0]][w[1]] = true
	}
	return m
}
