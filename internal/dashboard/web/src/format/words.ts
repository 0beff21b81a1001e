import type {
  AgreementOfAccounts,
  CalendarUnit,
  ChangeLevel,
  Modality,
  OfferState,
  Polarity,
  Review,
  SpeechAct,
  TalksOutcome,
  TalksStatus,
} from "../generated/graphql";

// The words for what the schema has names for. A name that the schema gains is an error here until it has its word.

export const acts: Record<SpeechAct, string> = {
  ACCEPT: "accepts",
  ACCUSE: "accuses",
  ACKNOWLEDGE: "acknowledges",
  ANNOUNCE: "announces",
  APPEAL: "appeals",
  ASSERT: "says",
  CONDEMN: "condemns",
  DEMAND: "demands",
  DENY: "denies",
  EXPRESS_CONCERN: "is concerned",
  OFFER: "offers",
  PRAISE: "praises",
  PROMISE: "promises",
  REJECT: "rejects",
  THANK: "thanks",
  THREATEN: "threatens",
  WARN: "warns",
};

export const modalities: Record<Modality, string> = {
  ASSERTED: "said to be so",
  CONDITIONAL: "on a condition",
  DEMANDED: "demanded",
  HYPOTHETICAL: "hypothetical",
  PAST_BACKGROUND: "as background",
  PLANNED: "planned",
  POSSIBLE: "possible",
};

export const polarities: Record<Polarity, string> = { NEGATIVE: "said not to be so", POSITIVE: "affirmative" };

export const outcomes: Record<TalksOutcome, string> = {
  ADJOURNED: "adjourned",
  AGREEMENT: "agreement",
  COLLAPSED: "collapsed",
  NO_RESULT: "no result",
  PARTIAL_AGREEMENT: "partial agreement",
  PROGRESS: "progress",
  UNKNOWN: "outcome not known",
};

export const talksStatuses: Record<TalksStatus, string> = {
  CALLED_FOR: "called for",
  CANCELLED: "cancelled",
  HELD: "held",
  PLANNED: "planned",
  POSTPONED: "postponed",
  UNDER_WAY: "under way",
};

export const agreements: Record<AgreementOfAccounts, string> = {
  AGREE: "The parties describe the outcome alike.",
  DIFFER: "The parties describe the outcome differently.",
  NONE: "No party’s account is known.",
  ONE_SIDED: "Only one party’s account is known.",
  UNCLEAR: "The accounts do not say enough to compare them.",
};

export const offerStates: Record<OfferState, string> = {
  ACCEPTED: "accepted",
  ACTIVE: "active",
  DECLINED: "declined",
  ENDED: "ended",
  IGNORED: "ignored",
  OFFERED: "offered",
  SUSPENDED: "suspended",
};

export const reviews: Record<Review, string> = {
  CONFIRMED: "found by a coder, confirmed by a person",
  CURATED: "taken from the article by a person",
  REJECTED: "found by a coder, rejected by a person",
  UNREVIEWED: "found by a coder, not reviewed",
};

/** The arrow of a change, and what it stands for. */
export const changes: Record<ChangeLevel, { arrow: string; words: string }> = {
  LARGE_INCREASE: { arrow: "↑", words: "large increase" },
  MODERATE_INCREASE: { arrow: "↗", words: "moderate increase" },
  LIMITED_CHANGE: { arrow: "→", words: "limited change" },
  LARGE_DECREASE: { arrow: "↓", words: "large decrease" },
};

export const units: Record<CalendarUnit, string> = { DAY: "days", WEEK: "weeks", MONTH: "months", QUARTER: "quarters", YEAR: "years" };

const nouns: Record<string, string> = {
  MediationOffer: "offer of mediation",
  OfferStatus: "step of an offer",
  UnnamedSource: "unnamed source",
  Talks: "talks",
};

/** What a node is, by the name of its type. */
export function noun(type: string): string {
  return nouns[type] ?? type.toLowerCase();
}

/** `RED_CROSS` as words, for names that are shown as they are. */
export function plain(name: string): string {
  return name.toLowerCase().replaceAll("_", " ");
}

export function count(n: number, locale?: string): string {
  return new Intl.NumberFormat(locale).format(n);
}

export function decimal(n: number, locale?: string): string {
  // A minus of nothing is nothing.
  const rounded = Math.round(n * 100) / 100 || 0;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(rounded);
}

export function percent(n: number, locale?: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", signDisplay: "exceptZero", maximumFractionDigits: 0 }).format(n / 100);
}

export function list(names: string[], locale?: string): string {
  return new Intl.ListFormat(locale, { type: "unit" }).format(names);
}
