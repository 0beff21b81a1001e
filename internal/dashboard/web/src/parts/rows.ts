import type { OfferFragment, RoundFragment, SaidFragment, WhoFragment } from "../generated/graphql";
import { showDate } from "../format/dates";
import { acts, list, offerStates, outcomes, talksStatuses } from "../format/words";

/** A table with the same things in it as a figure. */
export interface Table {
  caption: string;
  columns: { name: string; number?: boolean }[];
  rows: Row[];
}

export interface Row {
  /** The fact that the row is about: its evidence opens. */
  fact?: string;
  /** Where the row leads, when it is about no fact. */
  href?: string;
  /** The row is what is selected, when it is about no fact. */
  selected?: boolean;
  cells: string[];
}

/** A node as addresses and the API have it: `State:PAK`. */
export function ref(node: { __typename: string; key: string }): string {
  return `${node.__typename}:${node.key}`;
}

export function names(who: { nodes: readonly Pick<WhoFragment, "name">[] }): string {
  return list(who.nodes.map((one) => one.name));
}

/** When something was said: its date, else the source's own words for it. */
export function saidWhen(s: Pick<SaidFragment, "spokenAt" | "spokenAtWords">): string {
  return s.spokenAt ? showDate(s.spokenAt) : s.spokenAtWords ? `“${s.spokenAtWords}”` : "";
}

export function roundWhen(r: Pick<RoundFragment, "startedOn" | "endedOn">): string {
  if (!r.startedOn || !r.endedOn || r.startedOn === r.endedOn) return showDate(r.startedOn ?? r.endedOn);
  return r.startedOn.includes("/") || r.endedOn.includes("/")
    ? `${showDate(r.startedOn)} – ${showDate(r.endedOn)}`
    : showDate(`${r.startedOn}/${r.endedOn}`);
}

/** How a round stands: its outcome when it was held, else what became of it. */
export function roundState(r: Pick<RoundFragment, "status" | "outcome">): string {
  return r.status === "HELD" ? outcomes[r.outcome] : talksStatuses[r.status];
}

export function statementTable(caption: string, nodes: readonly SaidFragment[]): Table {
  return {
    caption,
    columns: ["Statement", "Speakers", "For", "Act", "To", "Said", "Reported"].map((name) => ({ name })),
    rows: nodes.map((s) => ({
      fact: ref(s),
      cells: [
        s.quote ? `“${s.quote}”` : s.text,
        names(s.speakers),
        names(s.onBehalfOf),
        acts[s.act],
        names(s.addressees),
        saidWhen(s),
        showDate(s.reportedAt),
      ],
    })),
  };
}

export function roundTable(caption: string, nodes: readonly RoundFragment[]): Table {
  return {
    caption,
    columns: ["Talks", "Parties", "Mediators", "Place", "Outcome", "Held", "Reported"].map((name) => ({ name })),
    rows: nodes.map((r) => ({
      fact: ref(r),
      cells: [r.name, names(r.parties), names(r.mediators), r.place?.name ?? "", roundState(r), roundWhen(r), showDate(r.reportedAt)],
    })),
  };
}

export function offerTable(caption: string, nodes: readonly OfferFragment[]): Table {
  return {
    caption,
    columns: ["Offer", "By", "To", "Condition", "Status", "Reported"].map((name) => ({ name })),
    rows: nodes.map((o) => ({
      fact: ref(o),
      cells: [
        o.name,
        names(o.by),
        names(o.offeredTo),
        o.condition ?? "",
        o.offerStatus ? offerStates[o.offerStatus] : "",
        showDate(o.reportedAt),
      ],
    })),
  };
}

/** Types of nodes that rest on evidence. */
const factTypes = new Set([
  "Account",
  "Event",
  "Governance",
  "MediationOffer",
  "OfferStatus",
  "Position",
  "Process",
  "Recognition",
  "Statement",
  "Talks",
]);

export function isFact(type: string): boolean {
  return factTypes.has(type);
}
