/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Whether the parties to a round of talks describe its outcome alike. */
export type AgreementOfAccounts =
  /** Two parties or more say the same outcome, and no other. */
  | 'AGREE'
  /** Two parties say different outcomes. */
  | 'DIFFER'
  /** No party's account is known. */
  | 'NONE'
  /** The account of one party alone is known. */
  | 'ONE_SIDED'
  /** Several parties' accounts are known, but fewer than two say an outcome. */
  | 'UNCLEAR';

/** A unit of the calendar, in UTC. */
export type CalendarUnit =
  | 'DAY'
  | 'MONTH'
  | 'QUARTER'
  /** From Monday to Sunday (ISO 8601). */
  | 'WEEK'
  | 'YEAR';

/** How a value compares with the mean of the periods before it, in the levels of ACLED's Trendfinder. That tool counts events; here it is the value. */
export type ChangeLevel =
  /** More than 25 % below it. */
  | 'LARGE_DECREASE'
  /** More than 25 % above it. */
  | 'LARGE_INCREASE'
  /** From 25 % below it to less than 10 % above it. */
  | 'LIMITED_CHANGE'
  /** From 10 to 25 % above it. */
  | 'MODERATE_INCREASE';

/** By what title an organization governs. */
export type GovernanceKind =
  /** In fact. */
  | 'DE_FACTO'
  /** By internationally accepted right. */
  | 'DE_JURE';

/** Whether what is spoken of is said to be so, or how far from it. */
export type Modality =
  | 'ASSERTED'
  /** Holds only if something else does: "if required". */
  | 'CONDITIONAL'
  | 'DEMANDED'
  | 'HYPOTHETICAL'
  /** Told as background of something else. */
  | 'PAST_BACKGROUND'
  | 'PLANNED'
  | 'POSSIBLE';

/** Where an offer to mediate stands. */
export type OfferState =
  | 'ACCEPTED'
  | 'ACTIVE'
  | 'DECLINED'
  | 'ENDED'
  | 'IGNORED'
  | 'OFFERED'
  | 'SUSPENDED';

/** What an organization is. */
export type OrganizationKind =
  /** A ministry, an intelligence service, a delegation: a part of a government or of an organization. */
  | 'AGENCY'
  /** A defence alliance. */
  | 'ALLIANCE'
  /** An armed group that does not govern. */
  | 'ARMED_GROUP'
  /** Governs a territory in fact without general recognition. The Taliban: an authority in Afghanistan, not Afghanistan. */
  | 'DE_FACTO_AUTHORITY'
  /** A government as a body. */
  | 'GOVERNMENT'
  /** An organization of states: the UN, ASEAN. */
  | 'IGO'
  /** A non-governmental organization. */
  | 'NGO'
  | 'OTHER'
  /** A political party. */
  | 'PARTY';

/** What a place is. */
export type PlaceKind =
  | 'BORDER_CROSSING'
  | 'CAPITAL'
  | 'CITY'
  | 'OTHER'
  | 'REGION';

/** NEGATIVE: what is spoken of is said not to be so, not to have happened or not to be done. */
export type Polarity =
  | 'NEGATIVE'
  | 'POSITIVE';

/** What a process is: the quarrel, or the way out of it. */
export type ProcessKind =
  | 'DISPUTE'
  | 'PEACE_PROCESS';

/** How far one actor recognises another. */
export type RecognitionKind =
  | 'DE_FACTO'
  /** Recognised as a government or state in law. */
  | 'DE_JURE';

/** Whether a person stands behind a fact. */
export type Review =
  /** A machine coder found it, and a person has accepted it, as it was or corrected. */
  | 'CONFIRMED'
  /** A person took it from the article. */
  | 'CURATED'
  /** A machine coder found it, and a person says that the article does not say so. It is kept, so that the coder does not bring it up again. */
  | 'REJECTED'
  /** A machine coder found it, and nobody has looked at it yet. */
  | 'UNREVIEWED';

/** What a search can find: a noun that has words to search, or an interface of such nouns. */
export type SearchType =
  /** How one party described a round of talks, in its own words. */
  | 'ACCOUNT'
  /** Whoever can act or speak: a State, an Organization, an Official, an Outlet, or somebody whom the source leaves unnamed. */
  | 'ACTOR'
  /** A news article: the source of facts. Its text is kept unchanged, so that offsets into it hold for ever. */
  | 'ARTICLE'
  /** A coded event: who did what to whom, as event data sets count them. */
  | 'EVENT'
  /** The words of an article that a fact rests on. */
  | 'EVIDENCE'
  /** A matter in dispute or under discussion. */
  | 'ISSUE'
  /** An offer to mediate, and its life. */
  | 'MEDIATION_OFFER'
  /** A named person who acts or speaks. */
  | 'OFFICIAL'
  /** An organized actor that is not a state. */
  | 'ORGANIZATION'
  /** A publisher of articles. It is an actor too: what an article says in its own voice, its outlet says. */
  | 'OUTLET'
  /** Where something is or happens. "Islamabad" that says something is an actor, "talks in Islamabad" is a Place. */
  | 'PLACE'
  /** An office that an official held. */
  | 'POSITION'
  /** A dispute or a peace process: what rounds of talks are rounds of. */
  | 'PROCESS'
  /**
   * A state of the international system, with the codes by which data sets know it. A government, a de facto authority or a
   * ministry is an Organization, never a State.
   */
  | 'STATE'
  /**
   * A speech act: somebody says something, to somebody, about something. One statement made by two speakers together is one
   * Statement with two speakers.
   */
  | 'STATEMENT'
  /** One round of talks. */
  | 'TALKS'
  /** Whatever a statement can be about. */
  | 'TOPIC'
  /**
   * Somebody who speaks or acts in an article without a name: "critics", "analysts", "a senior official". Known only within the article: the
   * critics of two articles are two sources, and nothing is said about who they are beyond the article's own words.
   */
  | 'UNNAMED_SOURCE';

/** What a speaker does by saying it. */
export type SpeechAct =
  | 'ACCEPT'
  | 'ACCUSE'
  | 'ACKNOWLEDGE'
  | 'ANNOUNCE'
  /** Urges or calls on somebody to do something. */
  | 'APPEAL'
  | 'ASSERT'
  | 'CONDEMN'
  | 'DEMAND'
  | 'DENY'
  | 'EXPRESS_CONCERN'
  | 'OFFER'
  | 'PRAISE'
  | 'PROMISE'
  | 'REJECT'
  | 'THANK'
  /** Announces harm that the speaker would do. */
  | 'THREATEN'
  /** Points to harm that may come. */
  | 'WARN';

/** How a round ended. */
export type TalksOutcome =
  | 'ADJOURNED'
  | 'AGREEMENT'
  | 'COLLAPSED'
  | 'NO_RESULT'
  | 'PARTIAL_AGREEMENT'
  | 'PROGRESS'
  | 'UNKNOWN';

/** Whether a round of talks took place, or how far it has come. */
export type TalksStatus =
  | 'CALLED_FOR'
  | 'CANCELLED'
  | 'HELD'
  | 'PLANNED'
  | 'POSTPONED'
  | 'UNDER_WAY';

/** What acts weigh, by their CAMEO 1.1b3 code. A code that has no value of its own has that of its base, else of its root. */
export type TensionScale =
  /**
   * Goldstein's scale (Goldstein 1992) as extended to CAMEO and published by the GDELT Project: from -10 (attack) to +10 (retreat). An appeal to talk
   * (026) is +4, verbal cooperation.
   */
  | 'GOLDSTEIN'
  /**
   * The scores of the PLOVER manual of 2024 for the event type and mode that mean what the CAMEO code means: from -10 to +10. Public statements (01)
   * have no type in PLOVER, hence no value. The manual drops appeals (02) too; here they are the REQUEST that they are by meaning, since PLOVER
   * defines it as all requests, demands and orders. So an appeal to talk (026) is REQUEST:meet, 0.
   */
  | 'PLOVER';

export type FactAndEvidenceQueryVariables = Exact<{
  id: string;
  first: number;
}>;


export type FactAndEvidenceQuery = { node:
    | { __typename: 'Account', words: string, review: Review, reportedAt: string | null, key: string, accountOutcome: TalksOutcome | null, party:
        | { __typename: 'Official', key: string, name: string }
        | { __typename: 'Organization', key: string, name: string }
        | { __typename: 'Outlet', key: string, name: string }
        | { __typename: 'State', key: string, name: string }
        | { __typename: 'UnnamedSource', key: string, name: string }
      , of: { __typename: 'Talks', key: string, name: string }, statement: { __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
            | { __typename: 'Official', key: string, name: string }
            | { __typename: 'Organization', key: string, name: string }
            | { __typename: 'Outlet', key: string, name: string }
            | { __typename: 'State', key: string, name: string }
            | { __typename: 'UnnamedSource', key: string, name: string }
          > }, onBehalfOf: { nodes: Array<
            | { __typename: 'Official', key: string, name: string }
            | { __typename: 'Organization', key: string, name: string }
            | { __typename: 'Outlet', key: string, name: string }
            | { __typename: 'State', key: string, name: string }
            | { __typename: 'UnnamedSource', key: string, name: string }
          > }, addressees: { nodes: Array<
            | { __typename: 'Official', key: string, name: string }
            | { __typename: 'Organization', key: string, name: string }
            | { __typename: 'Outlet', key: string, name: string }
            | { __typename: 'State', key: string, name: string }
            | { __typename: 'UnnamedSource', key: string, name: string }
          > } }, evidence: { totalCount: number, nodes: Array<{ key: string, words: string, start: number, end: number, sentence: string, sentenceNumber: number, coder: string, coderVersion: string | null, rule: string | null, confidence: number | null, article: { key: string, title: string | null, url: string | null, published: string | null, publishedBasis: string | null, text: string, partial: boolean | null, outlet: { __typename: 'Outlet', key: string, name: string } | null } }> } }
    | { __typename: 'Article', key: string }
    | { __typename: 'Event', name: string, quadClass: number | null, goldstein: number | null, modality: Modality, polarity: Polarity, occurredOn: string | null, occurredOnWords: string | null, occurredOnBasis: string | null, review: Review, reportedAt: string | null, key: string, eventCameo: string, sources: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, targets: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, evidence: { totalCount: number, nodes: Array<{ key: string, words: string, start: number, end: number, sentence: string, sentenceNumber: number, coder: string, coderVersion: string | null, rule: string | null, confidence: number | null, article: { key: string, title: string | null, url: string | null, published: string | null, publishedBasis: string | null, text: string, partial: boolean | null, outlet: { __typename: 'Outlet', key: string, name: string } | null } }> } }
    | { __typename: 'Evidence', key: string }
    | { __typename: 'Governance', from: string | null, to: string | null, review: Review, reportedAt: string | null, key: string, governanceKind: GovernanceKind, by: { __typename: 'Organization', key: string, name: string }, of: { __typename: 'State', key: string, name: string }, evidence: { totalCount: number, nodes: Array<{ key: string, words: string, start: number, end: number, sentence: string, sentenceNumber: number, coder: string, coderVersion: string | null, rule: string | null, confidence: number | null, article: { key: string, title: string | null, url: string | null, published: string | null, publishedBasis: string | null, text: string, partial: boolean | null, outlet: { __typename: 'Outlet', key: string, name: string } | null } }> } }
    | { __typename: 'Issue', name: string, key: string }
    | { __typename: 'MediationOffer', name: string, review: Review, reportedAt: string | null, key: string, modality: Modality, condition: string | null, offerStatus: OfferState | null, history: { nodes: Array<{ __typename: 'OfferStatus', key: string, state: OfferState, at: string | null, atWords: string | null }> }, evidence: { totalCount: number, nodes: Array<{ key: string, words: string, start: number, end: number, sentence: string, sentenceNumber: number, coder: string, coderVersion: string | null, rule: string | null, confidence: number | null, article: { key: string, title: string | null, url: string | null, published: string | null, publishedBasis: string | null, text: string, partial: boolean | null, outlet: { __typename: 'Outlet', key: string, name: string } | null } }> }, by: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, offeredTo: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, for: { key: string, name: string } | null }
    | { __typename: 'OfferStatus', state: OfferState, at: string | null, atWords: string | null, atBasis: string | null, review: Review, reportedAt: string | null, key: string, of: { __typename: 'MediationOffer', key: string, name: string, modality: Modality, condition: string | null, reportedAt: string | null, review: Review, offerStatus: OfferState | null, by: { nodes: Array<
            | { __typename: 'Official', key: string, name: string }
            | { __typename: 'Organization', key: string, name: string }
            | { __typename: 'Outlet', key: string, name: string }
            | { __typename: 'State', key: string, name: string }
            | { __typename: 'UnnamedSource', key: string, name: string }
          > }, offeredTo: { nodes: Array<
            | { __typename: 'Official', key: string, name: string }
            | { __typename: 'Organization', key: string, name: string }
            | { __typename: 'Outlet', key: string, name: string }
            | { __typename: 'State', key: string, name: string }
            | { __typename: 'UnnamedSource', key: string, name: string }
          > }, for: { key: string, name: string } | null }, evidence: { totalCount: number, nodes: Array<{ key: string, words: string, start: number, end: number, sentence: string, sentenceNumber: number, coder: string, coderVersion: string | null, rule: string | null, confidence: number | null, article: { key: string, title: string | null, url: string | null, published: string | null, publishedBasis: string | null, text: string, partial: boolean | null, outlet: { __typename: 'Outlet', key: string, name: string } | null } }> } }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
    | { __typename: 'Outlet', name: string, key: string }
    | { __typename: 'Place', name: string, key: string }
    | { __typename: 'Position', title: string, from: string | null, to: string | null, review: Review, reportedAt: string | null, key: string, holder: { __typename: 'Official', key: string, name: string }, of:
        | { __typename: 'Official', key: string, name: string }
        | { __typename: 'Organization', key: string, name: string }
        | { __typename: 'Outlet', key: string, name: string }
        | { __typename: 'State', key: string, name: string }
        | { __typename: 'UnnamedSource', key: string, name: string }
      , evidence: { totalCount: number, nodes: Array<{ key: string, words: string, start: number, end: number, sentence: string, sentenceNumber: number, coder: string, coderVersion: string | null, rule: string | null, confidence: number | null, article: { key: string, title: string | null, url: string | null, published: string | null, publishedBasis: string | null, text: string, partial: boolean | null, outlet: { __typename: 'Outlet', key: string, name: string } | null } }> } }
    | { __typename: 'Process', name: string, review: Review, reportedAt: string | null, key: string, processKind: ProcessKind, parties: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, evidence: { totalCount: number, nodes: Array<{ key: string, words: string, start: number, end: number, sentence: string, sentenceNumber: number, coder: string, coderVersion: string | null, rule: string | null, confidence: number | null, article: { key: string, title: string | null, url: string | null, published: string | null, publishedBasis: string | null, text: string, partial: boolean | null, outlet: { __typename: 'Outlet', key: string, name: string } | null } }> } }
    | { __typename: 'Recognition', from: string | null, to: string | null, exclusive: boolean | null, review: Review, reportedAt: string | null, key: string, recognitionKind: RecognitionKind, by:
        | { __typename: 'Official', key: string, name: string }
        | { __typename: 'Organization', key: string, name: string }
        | { __typename: 'Outlet', key: string, name: string }
        | { __typename: 'State', key: string, name: string }
        | { __typename: 'UnnamedSource', key: string, name: string }
      , of:
        | { __typename: 'Official', key: string, name: string }
        | { __typename: 'Organization', key: string, name: string }
        | { __typename: 'Outlet', key: string, name: string }
        | { __typename: 'State', key: string, name: string }
        | { __typename: 'UnnamedSource', key: string, name: string }
      , evidence: { totalCount: number, nodes: Array<{ key: string, words: string, start: number, end: number, sentence: string, sentenceNumber: number, coder: string, coderVersion: string | null, rule: string | null, confidence: number | null, article: { key: string, title: string | null, url: string | null, published: string | null, publishedBasis: string | null, text: string, partial: boolean | null, outlet: { __typename: 'Outlet', key: string, name: string } | null } }> } }
    | { __typename: 'State', name: string, key: string }
    | { __typename: 'Statement', name: string, spokenAtBasis: string | null, channel: string | null, cameo: string | null, review: Review, reportedAt: string | null, key: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, about: { nodes: Array<
          | { __typename: 'Event', key: string, name: string }
          | { __typename: 'Issue', key: string, name: string }
          | { __typename: 'MediationOffer', key: string, name: string }
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'Place', key: string, name: string }
          | { __typename: 'Process', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'Statement', key: string, name: string }
          | { __typename: 'Talks', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, respondsTo: { nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, responses: { nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, evidence: { totalCount: number, nodes: Array<{ key: string, words: string, start: number, end: number, sentence: string, sentenceNumber: number, coder: string, coderVersion: string | null, rule: string | null, confidence: number | null, article: { key: string, title: string | null, url: string | null, published: string | null, publishedBasis: string | null, text: string, partial: boolean | null, outlet: { __typename: 'Outlet', key: string, name: string } | null } }> }, speakers: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, onBehalfOf: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, addressees: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > } }
    | { __typename: 'Talks', name: string, datesBasis: string | null, review: Review, reportedAt: string | null, key: string, ordinal: number | null, format: string | null, status: TalksStatus, outcome: TalksOutcome, startedOn: string | null, endedOn: string | null, agreementOfAccounts: AgreementOfAccounts, evidence: { totalCount: number, nodes: Array<{ key: string, words: string, start: number, end: number, sentence: string, sentenceNumber: number, coder: string, coderVersion: string | null, rule: string | null, confidence: number | null, article: { key: string, title: string | null, url: string | null, published: string | null, publishedBasis: string | null, text: string, partial: boolean | null, outlet: { __typename: 'Outlet', key: string, name: string } | null } }> }, place: { key: string, name: string } | null, process: { key: string, name: string } | null, parties: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, mediators: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, hosts: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > } }
    | { __typename: 'UnnamedSource', name: string, key: string }
   | null };

type Who_Official_Fragment = { __typename: 'Official', key: string, name: string };

type Who_Organization_Fragment = { __typename: 'Organization', key: string, name: string };

type Who_Outlet_Fragment = { __typename: 'Outlet', key: string, name: string };

type Who_State_Fragment = { __typename: 'State', key: string, name: string };

type Who_UnnamedSource_Fragment = { __typename: 'UnnamedSource', key: string, name: string };

export type WhoFragment =
  | Who_Official_Fragment
  | Who_Organization_Fragment
  | Who_Outlet_Fragment
  | Who_State_Fragment
  | Who_UnnamedSource_Fragment
;

export type SaidFragment = { __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
      | { __typename: 'Official', key: string, name: string }
      | { __typename: 'Organization', key: string, name: string }
      | { __typename: 'Outlet', key: string, name: string }
      | { __typename: 'State', key: string, name: string }
      | { __typename: 'UnnamedSource', key: string, name: string }
    > }, onBehalfOf: { nodes: Array<
      | { __typename: 'Official', key: string, name: string }
      | { __typename: 'Organization', key: string, name: string }
      | { __typename: 'Outlet', key: string, name: string }
      | { __typename: 'State', key: string, name: string }
      | { __typename: 'UnnamedSource', key: string, name: string }
    > }, addressees: { nodes: Array<
      | { __typename: 'Official', key: string, name: string }
      | { __typename: 'Organization', key: string, name: string }
      | { __typename: 'Outlet', key: string, name: string }
      | { __typename: 'State', key: string, name: string }
      | { __typename: 'UnnamedSource', key: string, name: string }
    > } };

export type RoundFragment = { __typename: 'Talks', key: string, name: string, ordinal: number | null, format: string | null, status: TalksStatus, outcome: TalksOutcome, startedOn: string | null, endedOn: string | null, reportedAt: string | null, review: Review, agreementOfAccounts: AgreementOfAccounts, place: { key: string, name: string } | null, process: { key: string, name: string } | null, parties: { nodes: Array<
      | { __typename: 'Official', key: string, name: string }
      | { __typename: 'Organization', key: string, name: string }
      | { __typename: 'Outlet', key: string, name: string }
      | { __typename: 'State', key: string, name: string }
      | { __typename: 'UnnamedSource', key: string, name: string }
    > }, mediators: { nodes: Array<
      | { __typename: 'Official', key: string, name: string }
      | { __typename: 'Organization', key: string, name: string }
      | { __typename: 'Outlet', key: string, name: string }
      | { __typename: 'State', key: string, name: string }
      | { __typename: 'UnnamedSource', key: string, name: string }
    > }, hosts: { nodes: Array<
      | { __typename: 'Official', key: string, name: string }
      | { __typename: 'Organization', key: string, name: string }
      | { __typename: 'Outlet', key: string, name: string }
      | { __typename: 'State', key: string, name: string }
      | { __typename: 'UnnamedSource', key: string, name: string }
    > } };

export type OfferFragment = { __typename: 'MediationOffer', key: string, name: string, modality: Modality, condition: string | null, reportedAt: string | null, review: Review, offerStatus: OfferState | null, by: { nodes: Array<
      | { __typename: 'Official', key: string, name: string }
      | { __typename: 'Organization', key: string, name: string }
      | { __typename: 'Outlet', key: string, name: string }
      | { __typename: 'State', key: string, name: string }
      | { __typename: 'UnnamedSource', key: string, name: string }
    > }, offeredTo: { nodes: Array<
      | { __typename: 'Official', key: string, name: string }
      | { __typename: 'Organization', key: string, name: string }
      | { __typename: 'Outlet', key: string, name: string }
      | { __typename: 'State', key: string, name: string }
      | { __typename: 'UnnamedSource', key: string, name: string }
    > }, for: { key: string, name: string } | null };

export type NewestQueryVariables = Exact<{
  first: number;
}>;


export type NewestQuery = { occurrences: { totalCount: number, aggregate: { when: { max: string | null }, reportedAt: { max: string | null } } }, talks: { totalCount: number, nodes: Array<{ __typename: 'Talks', key: string, name: string, ordinal: number | null, format: string | null, status: TalksStatus, outcome: TalksOutcome, startedOn: string | null, endedOn: string | null, reportedAt: string | null, review: Review, agreementOfAccounts: AgreementOfAccounts, place: { key: string, name: string } | null, process: { key: string, name: string } | null, parties: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, mediators: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, hosts: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > } }> }, mediationOffers: { totalCount: number, nodes: Array<{ __typename: 'MediationOffer', key: string, name: string, modality: Modality, condition: string | null, reportedAt: string | null, review: Review, offerStatus: OfferState | null, by: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, offeredTo: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, for: { key: string, name: string } | null }> }, statements: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, onBehalfOf: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, addressees: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > } }> }, appeals: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, onBehalfOf: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, addressees: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > } }> } };

export type NodePageQueryVariables = Exact<{
  id: string;
  first: number;
}>;


export type NodePageQuery = { node:
    | { __typename: 'Account', key: string }
    | { __typename: 'Article', title: string | null, url: string | null, published: string | null, publishedBasis: string | null, key: string, outlet: { __typename: 'Outlet', key: string, name: string } | null, evidence: { totalCount: number, nodes: Array<{ key: string, words: string, sentenceNumber: number, fact:
            | { __typename: 'Account', key: string }
            | { __typename: 'Event', name: string, key: string }
            | { __typename: 'Governance', key: string }
            | { __typename: 'MediationOffer', name: string, key: string }
            | { __typename: 'OfferStatus', key: string }
            | { __typename: 'Position', key: string }
            | { __typename: 'Process', name: string, key: string }
            | { __typename: 'Recognition', key: string }
            | { __typename: 'Statement', name: string, key: string }
            | { __typename: 'Talks', name: string, key: string }
           }> } }
    | { __typename: 'Event', name: string, key: string, statementsAbout: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> } }
    | { __typename: 'Evidence', key: string }
    | { __typename: 'Governance', key: string }
    | { __typename: 'Issue', name: string, description: string | null, key: string, statementsAbout: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> } }
    | { __typename: 'MediationOffer', name: string, key: string, statementsAbout: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> } }
    | { __typename: 'OfferStatus', key: string }
    | { __typename: 'Official', name: string, aliases: Array<string>, key: string, statementsAbout: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, statements: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, statementsOnBehalf: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, statementsReceived: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, talks: { totalCount: number, nodes: Array<{ __typename: 'Talks', key: string, name: string, ordinal: number | null, format: string | null, status: TalksStatus, outcome: TalksOutcome, startedOn: string | null, endedOn: string | null, reportedAt: string | null, review: Review, agreementOfAccounts: AgreementOfAccounts, place: { key: string, name: string } | null, process: { key: string, name: string } | null, parties: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, mediators: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, hosts: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, mediationOffers: { totalCount: number, nodes: Array<{ __typename: 'MediationOffer', key: string, name: string, modality: Modality, condition: string | null, reportedAt: string | null, review: Review, offerStatus: OfferState | null, by: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, offeredTo: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, for: { key: string, name: string } | null }> }, mediationOffersReceived: { totalCount: number, nodes: Array<{ __typename: 'MediationOffer', key: string, name: string, modality: Modality, condition: string | null, reportedAt: string | null, review: Review, offerStatus: OfferState | null, by: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, offeredTo: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, for: { key: string, name: string } | null }> }, offices: { totalCount: number, nodes: Array<{ __typename: 'Position', key: string, title: string, from: string | null, to: string | null, holder: { __typename: 'Official', key: string, name: string } }> }, positions: { totalCount: number, nodes: Array<{ __typename: 'Position', key: string, title: string, from: string | null, to: string | null, of:
            | { __typename: 'Official', key: string, name: string }
            | { __typename: 'Organization', key: string, name: string }
            | { __typename: 'Outlet', key: string, name: string }
            | { __typename: 'State', key: string, name: string }
            | { __typename: 'UnnamedSource', key: string, name: string }
           }> } }
    | { __typename: 'Organization', name: string, aliases: Array<string>, acronym: string | null, key: string, organizationKind: OrganizationKind, statementsAbout: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, statements: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, statementsOnBehalf: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, statementsReceived: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, talks: { totalCount: number, nodes: Array<{ __typename: 'Talks', key: string, name: string, ordinal: number | null, format: string | null, status: TalksStatus, outcome: TalksOutcome, startedOn: string | null, endedOn: string | null, reportedAt: string | null, review: Review, agreementOfAccounts: AgreementOfAccounts, place: { key: string, name: string } | null, process: { key: string, name: string } | null, parties: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, mediators: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, hosts: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, mediationOffers: { totalCount: number, nodes: Array<{ __typename: 'MediationOffer', key: string, name: string, modality: Modality, condition: string | null, reportedAt: string | null, review: Review, offerStatus: OfferState | null, by: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, offeredTo: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, for: { key: string, name: string } | null }> }, mediationOffersReceived: { totalCount: number, nodes: Array<{ __typename: 'MediationOffer', key: string, name: string, modality: Modality, condition: string | null, reportedAt: string | null, review: Review, offerStatus: OfferState | null, by: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, offeredTo: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, for: { key: string, name: string } | null }> }, offices: { totalCount: number, nodes: Array<{ __typename: 'Position', key: string, title: string, from: string | null, to: string | null, holder: { __typename: 'Official', key: string, name: string } }> }, partOf:
        | { __typename: 'Official', key: string, name: string }
        | { __typename: 'Organization', key: string, name: string }
        | { __typename: 'Outlet', key: string, name: string }
        | { __typename: 'State', key: string, name: string }
        | { __typename: 'UnnamedSource', key: string, name: string }
       | null }
    | { __typename: 'Outlet', name: string, aliases: Array<string>, key: string, statementsAbout: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, statements: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, statementsOnBehalf: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, statementsReceived: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, talks: { totalCount: number, nodes: Array<{ __typename: 'Talks', key: string, name: string, ordinal: number | null, format: string | null, status: TalksStatus, outcome: TalksOutcome, startedOn: string | null, endedOn: string | null, reportedAt: string | null, review: Review, agreementOfAccounts: AgreementOfAccounts, place: { key: string, name: string } | null, process: { key: string, name: string } | null, parties: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, mediators: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, hosts: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, mediationOffers: { totalCount: number, nodes: Array<{ __typename: 'MediationOffer', key: string, name: string, modality: Modality, condition: string | null, reportedAt: string | null, review: Review, offerStatus: OfferState | null, by: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, offeredTo: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, for: { key: string, name: string } | null }> }, mediationOffersReceived: { totalCount: number, nodes: Array<{ __typename: 'MediationOffer', key: string, name: string, modality: Modality, condition: string | null, reportedAt: string | null, review: Review, offerStatus: OfferState | null, by: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, offeredTo: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, for: { key: string, name: string } | null }> }, offices: { totalCount: number, nodes: Array<{ __typename: 'Position', key: string, title: string, from: string | null, to: string | null, holder: { __typename: 'Official', key: string, name: string } }> } }
    | { __typename: 'Place', name: string, key: string, placeKind: PlaceKind, statementsAbout: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, country: { __typename: 'State', key: string, name: string } | null }
    | { __typename: 'Position', key: string }
    | { __typename: 'Process', name: string, key: string, statementsAbout: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> } }
    | { __typename: 'Recognition', key: string }
    | { __typename: 'State', name: string, aliases: Array<string>, iso3: string | null, key: string, statementsAbout: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, statements: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, statementsOnBehalf: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, statementsReceived: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, talks: { totalCount: number, nodes: Array<{ __typename: 'Talks', key: string, name: string, ordinal: number | null, format: string | null, status: TalksStatus, outcome: TalksOutcome, startedOn: string | null, endedOn: string | null, reportedAt: string | null, review: Review, agreementOfAccounts: AgreementOfAccounts, place: { key: string, name: string } | null, process: { key: string, name: string } | null, parties: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, mediators: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, hosts: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, mediationOffers: { totalCount: number, nodes: Array<{ __typename: 'MediationOffer', key: string, name: string, modality: Modality, condition: string | null, reportedAt: string | null, review: Review, offerStatus: OfferState | null, by: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, offeredTo: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, for: { key: string, name: string } | null }> }, mediationOffersReceived: { totalCount: number, nodes: Array<{ __typename: 'MediationOffer', key: string, name: string, modality: Modality, condition: string | null, reportedAt: string | null, review: Review, offerStatus: OfferState | null, by: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, offeredTo: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, for: { key: string, name: string } | null }> }, offices: { totalCount: number, nodes: Array<{ __typename: 'Position', key: string, title: string, from: string | null, to: string | null, holder: { __typename: 'Official', key: string, name: string } }> }, capital: { key: string, name: string } | null }
    | { __typename: 'Statement', name: string, key: string, statementsAbout: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> } }
    | { __typename: 'Talks', name: string, key: string, statementsAbout: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> } }
    | { __typename: 'UnnamedSource', name: string, aliases: Array<string>, key: string, statementsAbout: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, statements: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, statementsOnBehalf: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, statementsReceived: { totalCount: number, nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, onBehalfOf: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, addressees: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, talks: { totalCount: number, nodes: Array<{ __typename: 'Talks', key: string, name: string, ordinal: number | null, format: string | null, status: TalksStatus, outcome: TalksOutcome, startedOn: string | null, endedOn: string | null, reportedAt: string | null, review: Review, agreementOfAccounts: AgreementOfAccounts, place: { key: string, name: string } | null, process: { key: string, name: string } | null, parties: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, mediators: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, hosts: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }> }, mediationOffers: { totalCount: number, nodes: Array<{ __typename: 'MediationOffer', key: string, name: string, modality: Modality, condition: string | null, reportedAt: string | null, review: Review, offerStatus: OfferState | null, by: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, offeredTo: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, for: { key: string, name: string } | null }> }, mediationOffersReceived: { totalCount: number, nodes: Array<{ __typename: 'MediationOffer', key: string, name: string, modality: Modality, condition: string | null, reportedAt: string | null, review: Review, offerStatus: OfferState | null, by: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, offeredTo: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, for: { key: string, name: string } | null }> }, offices: { totalCount: number, nodes: Array<{ __typename: 'Position', key: string, title: string, from: string | null, to: string | null, holder: { __typename: 'Official', key: string, name: string } }> }, article: { key: string, title: string | null, url: string | null } }
   | null };

export type SearchQueryVariables = Exact<{
  text: string;
  types?: Array<SearchType> | SearchType | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, edges: Array<{ score: number, snippets: Array<{ property: string, segments: Array<{ text: string, match: boolean }> }>, node:
        | { __typename: 'Account', key: string, party:
            | { __typename: 'Official', key: string, name: string }
            | { __typename: 'Organization', key: string, name: string }
            | { __typename: 'Outlet', key: string, name: string }
            | { __typename: 'State', key: string, name: string }
            | { __typename: 'UnnamedSource', key: string, name: string }
          , of: { key: string, name: string } }
        | { __typename: 'Article', title: string | null, url: string | null, published: string | null, key: string, outlet: { __typename: 'Outlet', key: string, name: string } | null }
        | { __typename: 'Event', name: string, key: string }
        | { __typename: 'Evidence', key: string, fact:
            | { __typename: 'Account', key: string }
            | { __typename: 'Event', name: string, key: string }
            | { __typename: 'Governance', key: string }
            | { __typename: 'MediationOffer', name: string, key: string }
            | { __typename: 'OfferStatus', key: string }
            | { __typename: 'Position', key: string }
            | { __typename: 'Process', name: string, key: string }
            | { __typename: 'Recognition', key: string }
            | { __typename: 'Statement', name: string, key: string }
            | { __typename: 'Talks', name: string, key: string }
          , article: { title: string | null, published: string | null, outlet: { __typename: 'Outlet', key: string, name: string } | null } }
        | { __typename: 'Governance', key: string }
        | { __typename: 'Issue', name: string, key: string }
        | { __typename: 'MediationOffer', name: string, key: string }
        | { __typename: 'OfferStatus', key: string }
        | { __typename: 'Official', name: string, key: string }
        | { __typename: 'Organization', name: string, key: string }
        | { __typename: 'Outlet', name: string, key: string }
        | { __typename: 'Place', name: string, key: string }
        | { __typename: 'Position', key: string, office: string, holder: { __typename: 'Official', key: string, name: string } }
        | { __typename: 'Process', name: string, key: string }
        | { __typename: 'Recognition', key: string }
        | { __typename: 'State', name: string, key: string }
        | { __typename: 'Statement', name: string, act: SpeechAct, polarity: Polarity, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, key: string, speakers: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }
        | { __typename: 'Talks', name: string, key: string }
        | { __typename: 'UnnamedSource', name: string, key: string }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FindActorsQueryVariables = Exact<{
  text: string;
  first: number;
}>;


export type FindActorsQuery = { search: { edges: Array<{ node:
        | { __typename: 'Official', key: string, name: string }
        | { __typename: 'Organization', key: string, name: string }
        | { __typename: 'Outlet', key: string, name: string }
        | { __typename: 'State', key: string, name: string }
        | { __typename: 'UnnamedSource', key: string, name: string }
        | Record<PropertyKey, never>
       }> } };

export type SparkFragment = { points: Array<{ from: string, to: string, value: number, change: { percent: number, level: ChangeLevel } | null }> };

export type SparksQueryVariables = Exact<{
  from: string;
  to: string;
  scale: TensionScale;
  halfLife: number;
  pair0?: Array<string> | string;
  with0?: boolean;
  pair1?: Array<string> | string;
  with1?: boolean;
  pair2?: Array<string> | string;
  with2?: boolean;
  pair3?: Array<string> | string;
  with3?: boolean;
  pair4?: Array<string> | string;
  with4?: boolean;
  pair5?: Array<string> | string;
  with5?: boolean;
  pair6?: Array<string> | string;
  with6?: boolean;
  pair7?: Array<string> | string;
  with7?: boolean;
}>;


export type SparksQuery = { spark0?: { points: Array<{ from: string, to: string, value: number, change: { percent: number, level: ChangeLevel } | null }> }, spark1?: { points: Array<{ from: string, to: string, value: number, change: { percent: number, level: ChangeLevel } | null }> }, spark2?: { points: Array<{ from: string, to: string, value: number, change: { percent: number, level: ChangeLevel } | null }> }, spark3?: { points: Array<{ from: string, to: string, value: number, change: { percent: number, level: ChangeLevel } | null }> }, spark4?: { points: Array<{ from: string, to: string, value: number, change: { percent: number, level: ChangeLevel } | null }> }, spark5?: { points: Array<{ from: string, to: string, value: number, change: { percent: number, level: ChangeLevel } | null }> }, spark6?: { points: Array<{ from: string, to: string, value: number, change: { percent: number, level: ChangeLevel } | null }> }, spark7?: { points: Array<{ from: string, to: string, value: number, change: { percent: number, level: ChangeLevel } | null }> } };

export type ProcessesQueryVariables = Exact<{
  first: number;
}>;


export type ProcessesQuery = { processes: { totalCount: number, nodes: Array<{ key: string, name: string, talks: { totalCount: number } }> } };

export type RoundsQueryVariables = Exact<{
  process: string;
  first: number;
  after?: string | null | undefined;
}>;


export type RoundsQuery = { node:
    | { __typename: 'Account', key: string }
    | { __typename: 'Article', key: string }
    | { __typename: 'Event', key: string }
    | { __typename: 'Evidence', key: string }
    | { __typename: 'Governance', key: string }
    | { __typename: 'Issue', key: string }
    | { __typename: 'MediationOffer', key: string }
    | { __typename: 'OfferStatus', key: string }
    | { __typename: 'Official', key: string }
    | { __typename: 'Organization', key: string }
    | { __typename: 'Outlet', key: string }
    | { __typename: 'Place', key: string }
    | { __typename: 'Position', key: string }
    | { __typename: 'Process', name: string, kind: ProcessKind, key: string, parties: { nodes: Array<
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        > }, talks: { totalCount: number, nodes: Array<{ __typename: 'Talks', datesBasis: string | null, key: string, name: string, ordinal: number | null, format: string | null, status: TalksStatus, outcome: TalksOutcome, startedOn: string | null, endedOn: string | null, reportedAt: string | null, review: Review, agreementOfAccounts: AgreementOfAccounts, accounts: { nodes: Array<{ __typename: 'Account', key: string, words: string, outcome: TalksOutcome | null, party:
                | { __typename: 'Official', key: string, name: string }
                | { __typename: 'Organization', key: string, name: string }
                | { __typename: 'Outlet', key: string, name: string }
                | { __typename: 'State', key: string, name: string }
                | { __typename: 'UnnamedSource', key: string, name: string }
              , statement: { __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
                    | { __typename: 'Official', key: string, name: string }
                    | { __typename: 'Organization', key: string, name: string }
                    | { __typename: 'Outlet', key: string, name: string }
                    | { __typename: 'State', key: string, name: string }
                    | { __typename: 'UnnamedSource', key: string, name: string }
                  > }, onBehalfOf: { nodes: Array<
                    | { __typename: 'Official', key: string, name: string }
                    | { __typename: 'Organization', key: string, name: string }
                    | { __typename: 'Outlet', key: string, name: string }
                    | { __typename: 'State', key: string, name: string }
                    | { __typename: 'UnnamedSource', key: string, name: string }
                  > }, addressees: { nodes: Array<
                    | { __typename: 'Official', key: string, name: string }
                    | { __typename: 'Organization', key: string, name: string }
                    | { __typename: 'Outlet', key: string, name: string }
                    | { __typename: 'State', key: string, name: string }
                    | { __typename: 'UnnamedSource', key: string, name: string }
                  > } } }> }, place: { key: string, name: string } | null, process: { key: string, name: string } | null, parties: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, mediators: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, hosts: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'Recognition', key: string }
    | { __typename: 'State', key: string }
    | { __typename: 'Statement', key: string }
    | { __typename: 'Talks', key: string }
    | { __typename: 'UnnamedSource', key: string }
   | null };

export type PairTensionQueryVariables = Exact<{
  between: Array<string> | string;
  from: string;
  to: string;
  by: CalendarUnit;
  scale: TensionScale;
  halfLife: number;
  contributions: number;
}>;


export type PairTensionQuery = { tension: { version: string, formula: string, undated: number, uncoded: number, imprecise: number, points: Array<{ period: string, from: string, to: string, value: number, count: number, contributionCount: number, change: { mean: number, percent: number, level: ChangeLevel } | null, contributions: Array<{ value: number, weight: number, decay: number, code: string, plover: string | null, date: string, source:
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        , target:
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        , fact:
          | { __typename: 'Account', key: string }
          | { __typename: 'Event', name: string, key: string }
          | { __typename: 'Governance', key: string }
          | { __typename: 'MediationOffer', name: string, key: string }
          | { __typename: 'OfferStatus', key: string }
          | { __typename: 'Position', key: string }
          | { __typename: 'Process', name: string, key: string }
          | { __typename: 'Recognition', key: string }
          | { __typename: 'Statement', name: string, key: string }
          | { __typename: 'Talks', name: string, key: string }
         }> }>, leaveOneOut: Array<{ value: number, difference: number, outlet: { __typename: 'Outlet', key: string, name: string } }> } };

export type NamesQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type NamesQuery = { nodes: Array<
    | { __typename: 'Account', key: string }
    | { __typename: 'Article', key: string }
    | { __typename: 'Event', name: string, key: string }
    | { __typename: 'Evidence', key: string }
    | { __typename: 'Governance', key: string }
    | { __typename: 'Issue', name: string, key: string }
    | { __typename: 'MediationOffer', name: string, key: string }
    | { __typename: 'OfferStatus', key: string }
    | { __typename: 'Official', name: string, key: string }
    | { __typename: 'Organization', name: string, key: string }
    | { __typename: 'Outlet', name: string, key: string }
    | { __typename: 'Place', name: string, key: string }
    | { __typename: 'Position', key: string }
    | { __typename: 'Process', name: string, key: string }
    | { __typename: 'Recognition', key: string }
    | { __typename: 'State', name: string, key: string }
    | { __typename: 'Statement', name: string, key: string }
    | { __typename: 'Talks', name: string, key: string }
    | { __typename: 'UnnamedSource', name: string, key: string }
   | null>, occurrences: { aggregate: { when: { max: string | null }, reportedAt: { max: string | null } } } };

export type TensionsQueryVariables = Exact<{
  at: string;
  scale: TensionScale;
  halfLife: number;
  first: number;
}>;


export type TensionsQuery = { tensions: { version: string, formula: string, at: string, hasMore: boolean, pairs: Array<{ value: number, contributionCount: number, between: Array<
        | { __typename: 'Official', key: string, name: string }
        | { __typename: 'Organization', key: string, name: string }
        | { __typename: 'Outlet', key: string, name: string }
        | { __typename: 'State', key: string, name: string }
        | { __typename: 'UnnamedSource', key: string, name: string }
      > }> } };

export type TimelineQueryVariables = Exact<{
  of: Array<string> | string;
  from?: string | null | undefined;
  to?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type TimelineQuery = { timeline: { totalCount: number, nodes: Array<
      | { __typename: 'Event', name: string, goldstein: number | null, occurredOn: string | null, occurredOnWords: string | null, key: string, when: string | null, reportedAt: string | null, review: Review, eventCameo: string, sources: { nodes: Array<
            | { __typename: 'Official', key: string, name: string }
            | { __typename: 'Organization', key: string, name: string }
            | { __typename: 'Outlet', key: string, name: string }
            | { __typename: 'State', key: string, name: string }
            | { __typename: 'UnnamedSource', key: string, name: string }
          > }, targets: { nodes: Array<
            | { __typename: 'Official', key: string, name: string }
            | { __typename: 'Organization', key: string, name: string }
            | { __typename: 'Outlet', key: string, name: string }
            | { __typename: 'State', key: string, name: string }
            | { __typename: 'UnnamedSource', key: string, name: string }
          > } }
      | { __typename: 'OfferStatus', state: OfferState, at: string | null, atWords: string | null, key: string, when: string | null, reportedAt: string | null, review: Review, of: { __typename: 'MediationOffer', key: string, name: string, modality: Modality, condition: string | null, reportedAt: string | null, review: Review, offerStatus: OfferState | null, by: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, offeredTo: { nodes: Array<
              | { __typename: 'Official', key: string, name: string }
              | { __typename: 'Organization', key: string, name: string }
              | { __typename: 'Outlet', key: string, name: string }
              | { __typename: 'State', key: string, name: string }
              | { __typename: 'UnnamedSource', key: string, name: string }
            > }, for: { key: string, name: string } | null } }
      | { __typename: 'Recognition', key: string, when: string | null, reportedAt: string | null, review: Review, recognitionKind: RecognitionKind, by:
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
        , of:
          | { __typename: 'Official', key: string, name: string }
          | { __typename: 'Organization', key: string, name: string }
          | { __typename: 'Outlet', key: string, name: string }
          | { __typename: 'State', key: string, name: string }
          | { __typename: 'UnnamedSource', key: string, name: string }
         }
      | { __typename: 'Statement', name: string, key: string, when: string | null, reportedAt: string | null, review: Review, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, respondsTo: { nodes: Array<{ __typename: 'Statement', key: string, name: string, act: SpeechAct, modality: Modality, polarity: Polarity, text: string, quote: string | null, spokenAt: string | null, spokenAtWords: string | null, reportedAt: string | null, review: Review, speakers: { nodes: Array<
                | { __typename: 'Official', key: string, name: string }
                | { __typename: 'Organization', key: string, name: string }
                | { __typename: 'Outlet', key: string, name: string }
                | { __typename: 'State', key: string, name: string }
                | { __typename: 'UnnamedSource', key: string, name: string }
              > }, onBehalfOf: { nodes: Array<
                | { __typename: 'Official', key: string, name: string }
                | { __typename: 'Organization', key: string, name: string }
                | { __typename: 'Outlet', key: string, name: string }
                | { __typename: 'State', key: string, name: string }
                | { __typename: 'UnnamedSource', key: string, name: string }
              > }, addressees: { nodes: Array<
                | { __typename: 'Official', key: string, name: string }
                | { __typename: 'Organization', key: string, name: string }
                | { __typename: 'Outlet', key: string, name: string }
                | { __typename: 'State', key: string, name: string }
                | { __typename: 'UnnamedSource', key: string, name: string }
              > } }> }, speakers: { nodes: Array<
            | { __typename: 'Official', key: string, name: string }
            | { __typename: 'Organization', key: string, name: string }
            | { __typename: 'Outlet', key: string, name: string }
            | { __typename: 'State', key: string, name: string }
            | { __typename: 'UnnamedSource', key: string, name: string }
          > }, onBehalfOf: { nodes: Array<
            | { __typename: 'Official', key: string, name: string }
            | { __typename: 'Organization', key: string, name: string }
            | { __typename: 'Outlet', key: string, name: string }
            | { __typename: 'State', key: string, name: string }
            | { __typename: 'UnnamedSource', key: string, name: string }
          > }, addressees: { nodes: Array<
            | { __typename: 'Official', key: string, name: string }
            | { __typename: 'Organization', key: string, name: string }
            | { __typename: 'Outlet', key: string, name: string }
            | { __typename: 'State', key: string, name: string }
            | { __typename: 'UnnamedSource', key: string, name: string }
          > } }
      | { __typename: 'Talks', name: string, key: string, when: string | null, reportedAt: string | null, review: Review, ordinal: number | null, format: string | null, status: TalksStatus, outcome: TalksOutcome, startedOn: string | null, endedOn: string | null, agreementOfAccounts: AgreementOfAccounts, place: { key: string, name: string } | null, process: { key: string, name: string } | null, parties: { nodes: Array<
            | { __typename: 'Official', key: string, name: string }
            | { __typename: 'Organization', key: string, name: string }
            | { __typename: 'Outlet', key: string, name: string }
            | { __typename: 'State', key: string, name: string }
            | { __typename: 'UnnamedSource', key: string, name: string }
          > }, mediators: { nodes: Array<
            | { __typename: 'Official', key: string, name: string }
            | { __typename: 'Organization', key: string, name: string }
            | { __typename: 'Outlet', key: string, name: string }
            | { __typename: 'State', key: string, name: string }
            | { __typename: 'UnnamedSource', key: string, name: string }
          > }, hosts: { nodes: Array<
            | { __typename: 'Official', key: string, name: string }
            | { __typename: 'Organization', key: string, name: string }
            | { __typename: 'Outlet', key: string, name: string }
            | { __typename: 'State', key: string, name: string }
            | { __typename: 'UnnamedSource', key: string, name: string }
          > } }
    >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const WhoFragmentDoc = new TypedDocumentString(`
    fragment Who on Actor {
  __typename
  key
  name
}
    `, {"fragmentName":"Who"}) as unknown as TypedDocumentString<WhoFragment, unknown>;
export const SaidFragmentDoc = new TypedDocumentString(`
    fragment Said on Statement {
  __typename
  key
  name
  act
  modality
  polarity
  text
  quote
  spokenAt
  spokenAtWords
  reportedAt
  review
  speakers(first: 6) {
    nodes {
      ...Who
    }
  }
  onBehalfOf(first: 6) {
    nodes {
      ...Who
    }
  }
  addressees(first: 6) {
    nodes {
      ...Who
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}`, {"fragmentName":"Said"}) as unknown as TypedDocumentString<SaidFragment, unknown>;
export const RoundFragmentDoc = new TypedDocumentString(`
    fragment Round on Talks {
  __typename
  key
  name
  ordinal
  format
  status
  outcome
  startedOn
  endedOn
  reportedAt
  review
  agreementOfAccounts
  place {
    key
    name
  }
  process {
    key
    name
  }
  parties(first: 10) {
    nodes {
      ...Who
    }
  }
  mediators(first: 10) {
    nodes {
      ...Who
    }
  }
  hosts(first: 10) {
    nodes {
      ...Who
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}`, {"fragmentName":"Round"}) as unknown as TypedDocumentString<RoundFragment, unknown>;
export const OfferFragmentDoc = new TypedDocumentString(`
    fragment Offer on MediationOffer {
  __typename
  key
  name
  modality
  condition
  offerStatus: status
  reportedAt
  review
  by(first: 6) {
    nodes {
      ...Who
    }
  }
  offeredTo: to(first: 6) {
    nodes {
      ...Who
    }
  }
  for {
    key
    name
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}`, {"fragmentName":"Offer"}) as unknown as TypedDocumentString<OfferFragment, unknown>;
export const SparkFragmentDoc = new TypedDocumentString(`
    fragment Spark on Tension {
  points {
    from
    to
    value
    change(over: 4) {
      percent
      level
    }
  }
}
    `, {"fragmentName":"Spark"}) as unknown as TypedDocumentString<SparkFragment, unknown>;
export const FactAndEvidenceDocument = new TypedDocumentString(`
    query FactAndEvidence($id: ID!, $first: Int!) {
  node(id: $id) {
    __typename
    key
    ... on Topic {
      name
    }
    ... on Statement {
      ...Said
      spokenAtBasis
      channel
      cameo
      about(first: 8) {
        nodes {
          __typename
          key
          name
        }
      }
      respondsTo(first: 5) {
        nodes {
          ...Said
        }
      }
      responses(first: 5) {
        nodes {
          ...Said
        }
      }
    }
    ... on Talks {
      ...Round
      datesBasis
    }
    ... on MediationOffer {
      ...Offer
      history(first: 10, orderBy: [{at: ASC}, {key: ASC}]) {
        nodes {
          __typename
          key
          state
          at
          atWords
        }
      }
    }
    ... on OfferStatus {
      state
      at
      atWords
      atBasis
      of {
        ...Offer
      }
    }
    ... on Account {
      words
      accountOutcome: outcome
      party {
        ...Who
      }
      of {
        __typename
        key
        name
      }
      statement {
        ...Said
      }
    }
    ... on Position {
      title
      from
      to
      holder {
        ...Who
      }
      of {
        ...Who
      }
    }
    ... on Recognition {
      recognitionKind: kind
      from
      to
      exclusive
      by {
        ...Who
      }
      of {
        ...Who
      }
    }
    ... on Governance {
      governanceKind: kind
      from
      to
      by {
        ...Who
      }
      of {
        ...Who
      }
    }
    ... on Event {
      eventCameo: cameo
      quadClass
      goldstein
      modality
      polarity
      occurredOn
      occurredOnWords
      occurredOnBasis
      sources(first: 6) {
        nodes {
          ...Who
        }
      }
      targets(first: 6) {
        nodes {
          ...Who
        }
      }
    }
    ... on Process {
      processKind: kind
      parties(first: 10) {
        nodes {
          ...Who
        }
      }
    }
    ... on Fact {
      review
      reportedAt
      evidence(first: $first, orderBy: [{start: ASC}, {key: ASC}]) {
        totalCount
        nodes {
          key
          words
          start
          end
          sentence
          sentenceNumber
          coder
          coderVersion
          rule
          confidence
          article {
            key
            title
            url
            published
            publishedBasis
            text
            partial
            outlet {
              ...Who
            }
          }
        }
      }
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}
fragment Said on Statement {
  __typename
  key
  name
  act
  modality
  polarity
  text
  quote
  spokenAt
  spokenAtWords
  reportedAt
  review
  speakers(first: 6) {
    nodes {
      ...Who
    }
  }
  onBehalfOf(first: 6) {
    nodes {
      ...Who
    }
  }
  addressees(first: 6) {
    nodes {
      ...Who
    }
  }
}
fragment Round on Talks {
  __typename
  key
  name
  ordinal
  format
  status
  outcome
  startedOn
  endedOn
  reportedAt
  review
  agreementOfAccounts
  place {
    key
    name
  }
  process {
    key
    name
  }
  parties(first: 10) {
    nodes {
      ...Who
    }
  }
  mediators(first: 10) {
    nodes {
      ...Who
    }
  }
  hosts(first: 10) {
    nodes {
      ...Who
    }
  }
}
fragment Offer on MediationOffer {
  __typename
  key
  name
  modality
  condition
  offerStatus: status
  reportedAt
  review
  by(first: 6) {
    nodes {
      ...Who
    }
  }
  offeredTo: to(first: 6) {
    nodes {
      ...Who
    }
  }
  for {
    key
    name
  }
}`) as unknown as TypedDocumentString<FactAndEvidenceQuery, FactAndEvidenceQueryVariables>;
export const NewestDocument = new TypedDocumentString(`
    query Newest($first: Int!) {
  occurrences(first: 1) {
    totalCount
    aggregate {
      when {
        max
      }
      reportedAt {
        max
      }
    }
  }
  talks(
    orderBy: [{reportedAt: DESC}, {startedOn: DESC}, {key: ASC}]
    first: $first
  ) {
    totalCount
    nodes {
      ...Round
    }
  }
  mediationOffers(orderBy: [{reportedAt: DESC}, {key: ASC}], first: $first) {
    totalCount
    nodes {
      ...Offer
    }
  }
  statements(
    orderBy: [{reportedAt: DESC}, {spokenAt: DESC}, {key: ASC}]
    first: $first
  ) {
    totalCount
    nodes {
      ...Said
    }
  }
  appeals: statements(
    where: {act: {eq: APPEAL}, responses: {count: {eq: 0}}}
    orderBy: [{reportedAt: DESC}, {spokenAt: DESC}, {key: ASC}]
    first: $first
  ) {
    totalCount
    nodes {
      ...Said
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}
fragment Said on Statement {
  __typename
  key
  name
  act
  modality
  polarity
  text
  quote
  spokenAt
  spokenAtWords
  reportedAt
  review
  speakers(first: 6) {
    nodes {
      ...Who
    }
  }
  onBehalfOf(first: 6) {
    nodes {
      ...Who
    }
  }
  addressees(first: 6) {
    nodes {
      ...Who
    }
  }
}
fragment Round on Talks {
  __typename
  key
  name
  ordinal
  format
  status
  outcome
  startedOn
  endedOn
  reportedAt
  review
  agreementOfAccounts
  place {
    key
    name
  }
  process {
    key
    name
  }
  parties(first: 10) {
    nodes {
      ...Who
    }
  }
  mediators(first: 10) {
    nodes {
      ...Who
    }
  }
  hosts(first: 10) {
    nodes {
      ...Who
    }
  }
}
fragment Offer on MediationOffer {
  __typename
  key
  name
  modality
  condition
  offerStatus: status
  reportedAt
  review
  by(first: 6) {
    nodes {
      ...Who
    }
  }
  offeredTo: to(first: 6) {
    nodes {
      ...Who
    }
  }
  for {
    key
    name
  }
}`) as unknown as TypedDocumentString<NewestQuery, NewestQueryVariables>;
export const NodePageDocument = new TypedDocumentString(`
    query NodePage($id: ID!, $first: Int!) {
  node(id: $id) {
    __typename
    key
    ... on Topic {
      name
      statementsAbout(
        orderBy: [{reportedAt: DESC}, {spokenAt: DESC}, {key: ASC}]
        first: $first
      ) {
        totalCount
        nodes {
          ...Said
        }
      }
    }
    ... on Actor {
      aliases
      statements(
        orderBy: [{reportedAt: DESC}, {spokenAt: DESC}, {key: ASC}]
        first: $first
      ) {
        totalCount
        nodes {
          ...Said
        }
      }
      statementsOnBehalf(
        orderBy: [{reportedAt: DESC}, {spokenAt: DESC}, {key: ASC}]
        first: $first
      ) {
        totalCount
        nodes {
          ...Said
        }
      }
      statementsReceived(
        orderBy: [{reportedAt: DESC}, {spokenAt: DESC}, {key: ASC}]
        first: $first
      ) {
        totalCount
        nodes {
          ...Said
        }
      }
      talks(
        orderBy: [{reportedAt: DESC}, {startedOn: DESC}, {key: ASC}]
        first: $first
      ) {
        totalCount
        nodes {
          ...Round
        }
      }
      mediationOffers(orderBy: [{reportedAt: DESC}, {key: ASC}], first: $first) {
        totalCount
        nodes {
          ...Offer
        }
      }
      mediationOffersReceived(
        orderBy: [{reportedAt: DESC}, {key: ASC}]
        first: $first
      ) {
        totalCount
        nodes {
          ...Offer
        }
      }
      offices(orderBy: [{from: DESC}, {key: ASC}], first: $first) {
        totalCount
        nodes {
          __typename
          key
          title
          from
          to
          holder {
            ...Who
          }
        }
      }
    }
    ... on Organization {
      organizationKind: kind
      acronym
      partOf {
        ...Who
      }
    }
    ... on Official {
      positions(orderBy: [{from: DESC}, {key: ASC}], first: $first) {
        totalCount
        nodes {
          __typename
          key
          title
          from
          to
          of {
            ...Who
          }
        }
      }
    }
    ... on State {
      iso3
      capital {
        key
        name
      }
    }
    ... on UnnamedSource {
      article {
        key
        title
        url
      }
    }
    ... on Issue {
      description
    }
    ... on Place {
      placeKind: kind
      country {
        ...Who
      }
    }
    ... on Article {
      title
      url
      published
      publishedBasis
      outlet {
        ...Who
      }
      evidence(first: $first, orderBy: [{start: ASC}, {key: ASC}]) {
        totalCount
        nodes {
          key
          words
          sentenceNumber
          fact {
            __typename
            key
            ... on Topic {
              name
            }
          }
        }
      }
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}
fragment Said on Statement {
  __typename
  key
  name
  act
  modality
  polarity
  text
  quote
  spokenAt
  spokenAtWords
  reportedAt
  review
  speakers(first: 6) {
    nodes {
      ...Who
    }
  }
  onBehalfOf(first: 6) {
    nodes {
      ...Who
    }
  }
  addressees(first: 6) {
    nodes {
      ...Who
    }
  }
}
fragment Round on Talks {
  __typename
  key
  name
  ordinal
  format
  status
  outcome
  startedOn
  endedOn
  reportedAt
  review
  agreementOfAccounts
  place {
    key
    name
  }
  process {
    key
    name
  }
  parties(first: 10) {
    nodes {
      ...Who
    }
  }
  mediators(first: 10) {
    nodes {
      ...Who
    }
  }
  hosts(first: 10) {
    nodes {
      ...Who
    }
  }
}
fragment Offer on MediationOffer {
  __typename
  key
  name
  modality
  condition
  offerStatus: status
  reportedAt
  review
  by(first: 6) {
    nodes {
      ...Who
    }
  }
  offeredTo: to(first: 6) {
    nodes {
      ...Who
    }
  }
  for {
    key
    name
  }
}`) as unknown as TypedDocumentString<NodePageQuery, NodePageQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $types: [SearchType!], $first: Int!, $after: String) {
  search(text: $text, types: $types, first: $first, after: $after) {
    totalCount
    edges {
      score
      snippets {
        property
        segments {
          text
          match
        }
      }
      node {
        __typename
        key
        ... on Topic {
          name
        }
        ... on Position {
          office: title
          holder {
            ...Who
          }
        }
        ... on Statement {
          act
          polarity
          spokenAt
          spokenAtWords
          reportedAt
          speakers(first: 3) {
            nodes {
              ...Who
            }
          }
        }
        ... on Account {
          party {
            ...Who
          }
          of {
            key
            name
          }
        }
        ... on Article {
          title
          url
          published
          outlet {
            ...Who
          }
        }
        ... on Evidence {
          fact {
            __typename
            key
            ... on Topic {
              name
            }
          }
          article {
            title
            published
            outlet {
              ...Who
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const FindActorsDocument = new TypedDocumentString(`
    query FindActors($text: String!, $first: Int!) {
  search(text: $text, types: [ACTOR], first: $first) {
    edges {
      node {
        ... on Actor {
          ...Who
        }
      }
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}`) as unknown as TypedDocumentString<FindActorsQuery, FindActorsQueryVariables>;
export const SparksDocument = new TypedDocumentString(`
    query Sparks($from: PartialDate!, $to: PartialDate!, $scale: TensionScale!, $halfLife: Int!, $pair0: [ID!]! = [], $with0: Boolean! = false, $pair1: [ID!]! = [], $with1: Boolean! = false, $pair2: [ID!]! = [], $with2: Boolean! = false, $pair3: [ID!]! = [], $with3: Boolean! = false, $pair4: [ID!]! = [], $with4: Boolean! = false, $pair5: [ID!]! = [], $with5: Boolean! = false, $pair6: [ID!]! = [], $with6: Boolean! = false, $pair7: [ID!]! = [], $with7: Boolean! = false) {
  spark0: tension(
    between: $pair0
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with0) {
    ...Spark
  }
  spark1: tension(
    between: $pair1
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with1) {
    ...Spark
  }
  spark2: tension(
    between: $pair2
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with2) {
    ...Spark
  }
  spark3: tension(
    between: $pair3
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with3) {
    ...Spark
  }
  spark4: tension(
    between: $pair4
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with4) {
    ...Spark
  }
  spark5: tension(
    between: $pair5
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with5) {
    ...Spark
  }
  spark6: tension(
    between: $pair6
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with6) {
    ...Spark
  }
  spark7: tension(
    between: $pair7
    from: $from
    to: $to
    by: WEEK
    scale: $scale
    halfLife: $halfLife
  ) @include(if: $with7) {
    ...Spark
  }
}
    fragment Spark on Tension {
  points {
    from
    to
    value
    change(over: 4) {
      percent
      level
    }
  }
}`) as unknown as TypedDocumentString<SparksQuery, SparksQueryVariables>;
export const ProcessesDocument = new TypedDocumentString(`
    query Processes($first: Int!) {
  processes(
    where: {talks: {count: {gte: 1}}}
    orderBy: [{reportedAt: DESC}, {key: ASC}]
    first: $first
  ) {
    totalCount
    nodes {
      key
      name
      talks(first: 1) {
        totalCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProcessesQuery, ProcessesQueryVariables>;
export const RoundsDocument = new TypedDocumentString(`
    query Rounds($process: ID!, $first: Int!, $after: String) {
  node(id: $process) {
    __typename
    key
    ... on Process {
      name
      kind
      parties(first: 10) {
        nodes {
          ...Who
        }
      }
      talks(
        orderBy: [{ordinal: ASC}, {startedOn: ASC}, {key: ASC}]
        first: $first
        after: $after
      ) {
        totalCount
        nodes {
          ...Round
          datesBasis
          accounts(first: 10) {
            nodes {
              __typename
              key
              words
              outcome
              party {
                ...Who
              }
              statement {
                ...Said
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}
fragment Said on Statement {
  __typename
  key
  name
  act
  modality
  polarity
  text
  quote
  spokenAt
  spokenAtWords
  reportedAt
  review
  speakers(first: 6) {
    nodes {
      ...Who
    }
  }
  onBehalfOf(first: 6) {
    nodes {
      ...Who
    }
  }
  addressees(first: 6) {
    nodes {
      ...Who
    }
  }
}
fragment Round on Talks {
  __typename
  key
  name
  ordinal
  format
  status
  outcome
  startedOn
  endedOn
  reportedAt
  review
  agreementOfAccounts
  place {
    key
    name
  }
  process {
    key
    name
  }
  parties(first: 10) {
    nodes {
      ...Who
    }
  }
  mediators(first: 10) {
    nodes {
      ...Who
    }
  }
  hosts(first: 10) {
    nodes {
      ...Who
    }
  }
}`) as unknown as TypedDocumentString<RoundsQuery, RoundsQueryVariables>;
export const PairTensionDocument = new TypedDocumentString(`
    query PairTension($between: [ID!]!, $from: PartialDate!, $to: PartialDate!, $by: CalendarUnit!, $scale: TensionScale!, $halfLife: Int!, $contributions: Int!) {
  tension(
    between: $between
    from: $from
    to: $to
    by: $by
    scale: $scale
    halfLife: $halfLife
  ) {
    version
    formula
    points {
      period
      from
      to
      value
      count
      contributionCount
      change(over: 4) {
        mean
        percent
        level
      }
      contributions(first: $contributions) {
        value
        weight
        decay
        code
        plover
        date
        source {
          ...Who
        }
        target {
          ...Who
        }
        fact {
          __typename
          key
          ... on Topic {
            name
          }
        }
      }
    }
    undated
    uncoded
    imprecise
    leaveOneOut {
      outlet {
        ...Who
      }
      value
      difference
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}`) as unknown as TypedDocumentString<PairTensionQuery, PairTensionQueryVariables>;
export const NamesDocument = new TypedDocumentString(`
    query Names($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    key
    ... on Topic {
      name
    }
  }
  occurrences(first: 1) {
    aggregate {
      when {
        max
      }
      reportedAt {
        max
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NamesQuery, NamesQueryVariables>;
export const TensionsDocument = new TypedDocumentString(`
    query Tensions($at: PartialDate!, $scale: TensionScale!, $halfLife: Int!, $first: Int!) {
  tensions(at: $at, scale: $scale, halfLife: $halfLife, first: $first) {
    version
    formula
    at
    pairs {
      value
      contributionCount
      between {
        ...Who
      }
    }
    hasMore
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}`) as unknown as TypedDocumentString<TensionsQuery, TensionsQueryVariables>;
export const TimelineDocument = new TypedDocumentString(`
    query Timeline($of: [ID!]!, $from: PartialDate, $to: PartialDate, $first: Int!, $after: String) {
  timeline(of: $of, from: $from, to: $to, first: $first, after: $after) {
    totalCount
    nodes {
      __typename
      key
      when
      reportedAt
      review
      ... on Topic {
        name
      }
      ... on Statement {
        ...Said
        respondsTo(first: 3) {
          nodes {
            ...Said
          }
        }
      }
      ... on Talks {
        ...Round
      }
      ... on OfferStatus {
        state
        at
        atWords
        of {
          ...Offer
        }
      }
      ... on Recognition {
        recognitionKind: kind
        by {
          ...Who
        }
        of {
          ...Who
        }
      }
      ... on Event {
        eventCameo: cameo
        goldstein
        occurredOn
        occurredOnWords
        sources(first: 6) {
          nodes {
            ...Who
          }
        }
        targets(first: 6) {
          nodes {
            ...Who
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Who on Actor {
  __typename
  key
  name
}
fragment Said on Statement {
  __typename
  key
  name
  act
  modality
  polarity
  text
  quote
  spokenAt
  spokenAtWords
  reportedAt
  review
  speakers(first: 6) {
    nodes {
      ...Who
    }
  }
  onBehalfOf(first: 6) {
    nodes {
      ...Who
    }
  }
  addressees(first: 6) {
    nodes {
      ...Who
    }
  }
}
fragment Round on Talks {
  __typename
  key
  name
  ordinal
  format
  status
  outcome
  startedOn
  endedOn
  reportedAt
  review
  agreementOfAccounts
  place {
    key
    name
  }
  process {
    key
    name
  }
  parties(first: 10) {
    nodes {
      ...Who
    }
  }
  mediators(first: 10) {
    nodes {
      ...Who
    }
  }
  hosts(first: 10) {
    nodes {
      ...Who
    }
  }
}
fragment Offer on MediationOffer {
  __typename
  key
  name
  modality
  condition
  offerStatus: status
  reportedAt
  review
  by(first: 6) {
    nodes {
      ...Who
    }
  }
  offeredTo: to(first: 6) {
    nodes {
      ...Who
    }
  }
  for {
    key
    name
  }
}`) as unknown as TypedDocumentString<TimelineQuery, TimelineQueryVariables>;