import { lastDay } from "../format/dates";

/** The scales by which acts weigh. */
export const scales = [
  ["GOLDSTEIN", "Goldstein"],
  ["PLOVER", "PLOVER"],
] as const;

/** Half-lives to choose from, with the one that is chosen among them. */
export function halfLives(chosen: number): [number, string][] {
  const days = [7, 14, 30, 60, 90, 180, 365];
  if (!days.includes(chosen)) days.push(chosen);
  return days.sort((a, b) => a - b).map((n) => [n, `${String(n)} days`]);
}

/** The last day of which anything is known, by what happened and by what was reported. */
export function latest(aggregate: { when: { max: string | null }; reportedAt: { max: string | null } } | undefined): string | undefined {
  return [lastDay(aggregate?.when.max), lastDay(aggregate?.reportedAt.max)]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}
