// Dates of the graph are EDTF: `2025`, `2025-11`, `2025-11-08`, `2025-11-08T14:30Z`, intervals, each with `~`, `?` or `%` after it. They are shown in the user's
// locale and never more precise than they are.

interface Moment {
  year: number;
  month?: number;
  day?: number;
  time?: string;
  doubt: string;
}

const moment = /^(-?\d{4,})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?([~?%]?)$/;

function parse(text: string): Moment | undefined {
  const m = moment.exec(text);
  if (!m) return undefined;
  return {
    year: Number(m[1]),
    month: m[2] === undefined ? undefined : Number(m[2]),
    day: m[3] === undefined ? undefined : Number(m[3]),
    time: m[4],
    doubt: m[5] ?? "",
  };
}

function utc(m: Moment): Date {
  const date = new Date(0);
  date.setUTCFullYear(m.year, (m.month ?? 1) - 1, m.day ?? 1);
  if (m.time) date.setUTCHours(Number(m.time.slice(0, 2)), Number(m.time.slice(3)));
  return date;
}

function style(m: Moment): Intl.DateTimeFormatOptions {
  return {
    timeZone: "UTC",
    year: "numeric",
    ...(m.month && { month: m.day ? "short" : "long" }),
    ...(m.day && { day: "numeric" }),
    ...(m.time && { hour: "2-digit", minute: "2-digit", timeZoneName: "short" }),
  };
}

const doubts: Record<string, string> = { "": "", "~": "about ", "?": "perhaps ", "%": "perhaps about " };

function one(text: string, locale?: string): string | undefined {
  const m = parse(text);
  return m && (doubts[m.doubt] ?? "") + new Intl.DateTimeFormat(locale, style(m)).format(utc(m));
}

/** The date as a reader of the locale writes it; what is no date comes as it is. */
export function showDate(edtf: string | null | undefined, locale?: string): string {
  if (!edtf) return "";
  const [from = "", to] = edtf.split("/");
  if (to === undefined) return one(from, locale) ?? edtf;
  if (from === ".." || from === "") return `until ${one(to, locale) ?? to}`;
  if (to === ".." || to === "") return `since ${one(from, locale) ?? from}`;
  const a = parse(from);
  const b = parse(to);
  if (a && b && !a.doubt && !b.doubt && !a.month === !b.month && !a.day === !b.day && utc(a) <= utc(b)) {
    return new Intl.DateTimeFormat(locale, style(a)).formatRange(utc(a), utc(b));
  }
  return `${one(from, locale) ?? from} – ${one(to, locale) ?? to}`;
}

/** How precise a date is, in words. */
export function precision(edtf: string | null | undefined): string {
  if (!edtf) return "not known";
  if (edtf.includes("/")) return "a span of time";
  const m = parse(edtf);
  if (!m) return "as given";
  const unit = m.time ? "to the minute" : m.day ? "to the day" : m.month ? "to the month" : "to the year";
  return m.doubt ? `${unit}, ${doubts[m.doubt]?.trim() ?? ""}` : unit;
}

/** The last day that a date covers, as `2025-11-30`; undefined for an open end. */
export function lastDay(edtf: string | null | undefined): string | undefined {
  const m = parse(edtf?.split("/").pop() ?? "");
  if (!m) return undefined;
  const date = utc(m);
  if (!m.month) date.setUTCMonth(12, 0);
  else if (!m.day) date.setUTCMonth(m.month, 0);
  return iso(date);
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  const m = parse(day);
  if (!m) return day;
  const date = utc(m);
  date.setUTCDate(date.getUTCDate() + days);
  return iso(date);
}

/** The month in which a date surely lies, as `2025-11`; undefined where it is less precise. */
export function monthOf(edtf: string | null | undefined): string | undefined {
  if (!edtf) return undefined;
  const [from = "", to = from] = edtf.split("/");
  const a = parse(from);
  const b = parse(to);
  return a?.month && b?.month === a.month && b.year === a.year ? iso(utc(a)).slice(0, -3) : undefined;
}

/** Seconds since 1970, for axes. */
export function seconds(day: string): number {
  const m = parse(day);
  return m ? utc(m).getTime() / 1000 : NaN;
}

function iso(date: Date): string {
  const year = date.getUTCFullYear();
  const digits = String(Math.abs(year)).padStart(4, "0");
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year < 0 ? "-" : ""}${digits}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}
