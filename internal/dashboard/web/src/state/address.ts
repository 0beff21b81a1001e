// An address is all that a view shows, as the hash of the URL: `#/tension?v=1&between=State:PAK,Organization:taliban&by=WEEK`. Values that are what they are
// anyway are left out, the others come in a fixed order, and what this version does not know is kept as it is. This module is pure: reading and
// writing of texts. `here.svelte.ts` ties it to the browser.

export const version = "1";

/** How one value is read from an address and written into it. */
interface Param<T> {
  initial: T;
  /** undefined: the text is no such value. */
  read(text: string): T | undefined;
  write(value: T): string;
  wants: string;
}

const dateText = /^-?\d{4,}(-\d\d(-\d\d)?)?$/;

const text = (): Param<string> => ({ initial: "", read: (s) => decode(s), write: encode, wants: "a text" });
const id = (): Param<string> => ({
  initial: "",
  read: (s) => (decode(s)?.match(/^[A-Za-z]+:.+$|^[0-9a-f-]{36}$/) ? decode(s) : undefined),
  write: encode,
  wants: "a node such as State:PAK",
});
const ids = (most: number): Param<string[]> => ({
  initial: [],
  read: (s) => {
    const all = s.split(",").map((part) => id().read(part));
    return all.length <= most && all.every((one) => one !== undefined) ? all : undefined;
  },
  write: (v) => v.map(encode).join(","),
  wants: `up to ${String(most)} nodes such as State:PAK`,
});
const date = (): Param<string> => ({
  initial: "",
  read: (s) => (dateText.test(s) ? s : undefined),
  write: encode,
  wants: "a date such as 2025-11-08, 2025-11 or 2025",
});
const whole = (least: number, most: number, initial: number): Param<number> => ({
  initial,
  read: (s) => (/^\d{1,6}$/.test(s) && Number(s) >= least && Number(s) <= most ? Number(s) : undefined),
  write: String,
  wants: `a number from ${String(least)} to ${String(most)}`,
});
const choice = <T extends string>(...of: [T, ...T[]]): Param<T> => ({
  initial: of[0],
  read: (s) => of.find((one) => one === s),
  write: (v) => v,
  wants: `one of ${of.join(", ")}`,
});

/** Every view, with what it can be told, in the order of the address. */
export const views = {
  overview: { at: date(), scale: choice("GOLDSTEIN", "PLOVER"), half: whole(1, 365, 30), pairs: whole(1, 80, 8), rows: whole(1, 100, 6) },
  search: {
    q: text(),
    in: choice("ALL", "ACTOR", "STATEMENT", "TALKS", "MEDIATION_OFFER", "PROCESS", "EVENT", "PLACE", "ARTICLE", "EVIDENCE"),
    rows: whole(1, 200, 25),
  },
  node: { of: id(), rows: whole(1, 200, 10) },
  tension: {
    between: ids(2),
    from: date(),
    to: date(),
    by: choice("WEEK", "DAY", "MONTH", "QUARTER", "YEAR"),
    scale: choice("GOLDSTEIN", "PLOVER"),
    half: whole(1, 365, 30),
    point: date(),
  },
  talks: { process: id(), rows: whole(1, 100, 25) },
  timeline: { of: ids(4), from: date(), to: date(), rows: whole(1, 500, 50) },
};

/** What every view can be told: whether it is shown as tables, the fact whose evidence is open, and whether single keys do something. */
const common = { as: choice("figure", "table"), sel: id(), keys: choice("on", "off") };

export type View = keyof typeof views;
type Read<P> = { [K in keyof P]: P[K] extends Param<infer T> ? T : never };
export type Values<V extends View> = Read<(typeof views)[V]>;
export type Common = Read<typeof common>;
export type Change<V extends View> = Partial<Values<V> & Common>;

/** What an address says that this version cannot read; the address keeps it. */
export interface Fault {
  name: string;
  text: string;
  wants: string;
}

export type Address =
  | { kind: "view"; view: View; values: Record<string, unknown>; common: Common; rest: [string, string][]; faults: Fault[] }
  | { kind: "unknown view"; name: string; hash: string }
  | { kind: "other version"; version: string; hash: string; current: string };

function params(view: View): Record<string, Param<unknown>> {
  return { ...views[view], ...common } as unknown as Record<string, Param<unknown>>;
}

function isView(name: string): name is View {
  return Object.hasOwn(views, name);
}

/** Reads a hash. Never fails: what it cannot read is part of the answer. */
export function read(hash: string): Address {
  const [path = "", query = ""] = splitOnce(hash.replace(/^#/, ""), "?");
  const name = path.replace(/^\//, "") || "overview";
  const pairs = query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => splitOnce(pair, "="));
  const said = pairs.find(([key]) => key === "v")?.[1];
  if (said !== undefined && said !== version) {
    const current =
      `#/${name}?` + [["v", version], ...pairs.filter(([key]) => key !== "v")].map(([key, value]) => `${key}=${value}`).join("&");
    return { kind: "other version", version: said, hash, current };
  }
  if (!isView(name)) return { kind: "unknown view", name, hash };

  const known = params(name);
  const values: Record<string, unknown> = Object.fromEntries(Object.entries(known).map(([key, param]) => [key, param.initial]));
  const rest: [string, string][] = [];
  const faults: Fault[] = [];
  for (const [key, raw] of pairs) {
    if (key === "v") continue;
    const param = Object.hasOwn(known, key) ? known[key] : undefined;
    const value = param?.read(raw);
    if (value !== undefined) {
      values[key] = value;
      continue;
    }
    rest.push([key, raw]);
    if (param) faults.push({ name: key, text: decode(raw) ?? raw, wants: param.wants });
  }
  const { as, sel, keys, ...own } = values;
  return { kind: "view", view: name, values: own, common: { as, sel, keys } as Common, rest, faults };
}

/** Writes the hash of a view. */
export function write<V extends View>(view: V, change: Change<V>, rest: [string, string][] = []): string {
  const parts = [`v=${version}`];
  const written = new Set<string>();
  for (const [key, param] of Object.entries(params(view))) {
    const value = (change as Record<string, unknown>)[key];
    if (value === undefined || param.write(value) === param.write(param.initial)) continue;
    parts.push(`${key}=${param.write(value)}`);
    written.add(key);
  }
  for (const [key, raw] of rest) if (!written.has(key)) parts.push(`${key}=${raw}`);
  return `#/${view}?${parts.join("&")}`;
}

function splitOnce(s: string, by: string): [string, string] {
  const at = s.indexOf(by);
  return at < 0 ? [s, ""] : [s.slice(0, at), s.slice(at + by.length)];
}

/** Like encodeURIComponent, but a link stays readable: `State:PAK` keeps its colon, and a blank is a plus. */
function encode(s: string): string {
  return encodeURIComponent(s).replace(/%3A/g, ":").replace(/%2F/g, "/").replace(/%20/g, "+");
}

function decode(s: string): string | undefined {
  try {
    return decodeURIComponent(s.replace(/\+/g, " "));
  } catch {
    return undefined;
  }
}
