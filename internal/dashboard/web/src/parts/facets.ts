import type { FactAndEvidenceQuery } from "../generated/graphql";
import { showDate } from "../format/dates";
import { acts, agreements, decimal, modalities, noun, offerStates, outcomes, plain, polarities } from "../format/words";
import { roundState, roundWhen, saidWhen } from "./rows";

export type Fact = NonNullable<FactAndEvidenceQuery["node"]>;

/** One thing that a fact says: in words, by the nodes that it leads to, or both. */
export interface Facet {
  name: string;
  text?: string;
  nodes?: readonly { __typename: string; key: string; name: string }[];
}

/** What a fact says, in the order in which it is read; what the source does not say is left out. */
export function facets(fact: Fact): Facet[] {
  return said(fact).filter((facet) => facet.text || (facet.nodes?.length ?? 0) > 0);
}

function said(fact: Fact): Facet[] {
  switch (fact.__typename) {
    case "Statement":
      return [
        { name: "Says", text: fact.text },
        { name: "In its words", text: fact.quote ? `“${fact.quote}”` : "" },
        { name: "Speakers", nodes: fact.speakers.nodes },
        { name: "In the name of", nodes: fact.onBehalfOf.nodes },
        { name: "To", nodes: fact.addressees.nodes },
        { name: "About", nodes: fact.about.nodes },
        { name: "Act", text: `${acts[fact.act]}; ${modalities[fact.modality]}, ${polarities[fact.polarity]}` },
        { name: "CAMEO code", text: fact.cameo ?? "" },
        { name: "Said", text: saidWhen(fact) || "at no date that is known" },
        { name: "In the source", text: fact.spokenAt && fact.spokenAtWords ? `“${fact.spokenAtWords}”` : "" },
        { name: "Date’s basis", text: fact.spokenAtBasis ?? "" },
        { name: "Channel", text: fact.channel ?? "" },
        { name: "Answers", nodes: fact.respondsTo.nodes },
        { name: "Answered by", nodes: fact.responses.nodes },
      ];
    case "Talks":
      return [
        { name: "Parties", nodes: fact.parties.nodes },
        { name: "Mediators", nodes: fact.mediators.nodes },
        { name: "Hosts", nodes: fact.hosts.nodes },
        { name: "Place", text: fact.place?.name ?? "" },
        { name: "Outcome", text: roundState(fact) },
        { name: "Accounts", text: agreements[fact.agreementOfAccounts] },
        { name: "Held", text: roundWhen(fact) || "at no date that is known" },
        { name: "Dates’ basis", text: fact.datesBasis ?? "" },
        { name: "Process", nodes: fact.process ? [{ __typename: "Process", ...fact.process }] : [] },
      ];
    case "MediationOffer":
      return [
        { name: "By", nodes: fact.by.nodes },
        { name: "To", nodes: fact.offeredTo.nodes },
        { name: "For", nodes: fact.for ? [{ __typename: "Process", ...fact.for }] : [] },
        { name: "Condition", text: fact.condition ? `“${fact.condition}”` : "none that the source names" },
        { name: "Status", text: fact.offerStatus ? offerStates[fact.offerStatus] : "not known" },
        { name: "Steps", text: fact.history.nodes.map((step) => `${offerStates[step.state]} ${stepWhen(step)}`.trim()).join("; ") },
      ];
    case "OfferStatus":
      return [
        { name: "Offer", nodes: [fact.of] },
        { name: "State", text: offerStates[fact.state] },
        { name: "When", text: stepWhen(fact) || "not known" },
        { name: "Date’s basis", text: fact.atBasis ?? "" },
      ];
    case "Account":
      return [
        { name: "Party", nodes: [fact.party] },
        { name: "Of", nodes: [fact.of] },
        { name: "In its words", text: `“${fact.words}”` },
        { name: "Outcome", text: fact.accountOutcome ? outcomes[fact.accountOutcome] : "not said" },
        { name: "Statement", nodes: [fact.statement] },
      ];
    case "Position":
      return [
        { name: "Office", text: fact.title },
        { name: "Holder", nodes: [fact.holder] },
        { name: "Of", nodes: [fact.of] },
        { name: "Time", text: span(fact) },
      ];
    case "Recognition":
      return [
        { name: "By", nodes: [fact.by] },
        { name: "Of", nodes: [fact.of] },
        { name: "Kind", text: plain(fact.recognitionKind) },
        { name: "Alone", text: fact.exclusive ? "yes: nobody else does, the source says" : "" },
        { name: "Time", text: span(fact) },
      ];
    case "Governance":
      return [
        { name: "By", nodes: [fact.by] },
        { name: "Of", nodes: [fact.of] },
        { name: "Kind", text: plain(fact.governanceKind) },
        { name: "Time", text: span(fact) },
      ];
    case "Event":
      return [
        { name: "Sources", nodes: fact.sources.nodes },
        { name: "Targets", nodes: fact.targets.nodes },
        { name: "CAMEO code", text: fact.eventCameo },
        { name: "Goldstein", text: fact.goldstein === null ? "" : decimal(fact.goldstein) },
        { name: "Modality", text: `${modalities[fact.modality]}, ${polarities[fact.polarity]}` },
        {
          name: "Happened",
          text: showDate(fact.occurredOn) || (fact.occurredOnWords ? `“${fact.occurredOnWords}”` : "at no date that is known"),
        },
        { name: "Date’s basis", text: fact.occurredOnBasis ?? "" },
      ];
    case "Process":
      return [
        { name: "Kind", text: plain(fact.processKind) },
        { name: "Parties", nodes: fact.parties.nodes },
      ];
    default:
      return [];
  }
}

function stepWhen(step: { at: string | null; atWords: string | null }): string {
  return step.at ? showDate(step.at) : step.atWords ? `“${step.atWords}”` : "";
}

function span({ from, to }: { from: string | null; to: string | null }): string {
  if (from && to) return `${showDate(from)} to ${showDate(to)}`;
  return from ? `since ${showDate(from)}` : to ? `until ${showDate(to)}` : "not said";
}

/** What a node is called. */
export function heading(node: { __typename: string; key: string; name?: string; title?: string | null }): string {
  return node.name ?? node.title ?? `${noun(node.__typename)} ${node.key}`;
}

/** What a fact is called: by its name where it has one, else by what it says. */
export function factHeading(fact: Fact): string {
  switch (fact.__typename) {
    case "Position":
      return `${fact.holder.name}, ${fact.title}`;
    case "Account":
      return `${fact.party.name} on ${fact.of.name}`;
    case "OfferStatus":
      return `${fact.of.name}: ${offerStates[fact.state]}`;
    case "Recognition":
      return `${fact.by.name} recognises ${fact.of.name}`;
    case "Governance":
      return `${fact.by.name} governs ${fact.of.name}`;
    default:
      return heading(fact);
  }
}
