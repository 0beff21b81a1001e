import { showDate } from "./dates";

export interface Cited {
  words: string;
  start: number;
  end: number;
  article: { key: string; title: string | null; url: string | null; published: string | null; outlet: { name: string } | null };
}

/** A citation to paste into a text. */
export function plainCitation({ words, start, end, article }: Cited): string {
  const parts = [
    article.outlet?.name,
    article.title && `“${article.title}”`,
    showDate(article.published) || "no date",
    article.url,
    `“${words}” (bytes ${String(start)}–${String(end)})`,
  ];
  return parts.filter((part) => part).join(". ") + ".";
}

/** A citation for BibTeX. */
export function bibTeX({ words, start, end, article }: Cited): string {
  const [, year, month] = /^(-?\d{4,})(?:-(\d\d))?/.exec(article.published ?? "") ?? [];
  const fields: [string, string | undefined][] = [
    ["title", escape(article.title ?? "Untitled article")],
    ["author", article.outlet ? `{${escape(article.outlet.name)}}` : undefined],
    ["year", year],
    ["month", month && String(Number(month))],
    ["url", article.url?.replace(/[{}\s\\]/g, encodeURIComponent)],
    ["note", escape(`“${words}”, bytes ${String(start)}–${String(end)}`)],
  ];
  const name =
    article.key
      .replace(/^https?:\/\//, "")
      .replace(/[^A-Za-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "article";
  return `@misc{${name}-${String(start)},\n${fields.flatMap(([key, value]) => (value ? [`  ${key} = {${value}}`] : [])).join(",\n")}\n}`;
}

const special: Record<string, string> = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };

function escape(s: string): string {
  return s.replace(/[\\~^]|[{}$&#%_]/g, (c) => special[c] ?? `\\${c}`);
}
