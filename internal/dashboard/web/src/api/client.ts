import type { TypedDocumentString } from "../generated/graphql";

// The public GraphQL API is all that the dashboard asks.

/** Why there is no answer: the server is gone, it is busy, it refused the question for what it would cost, or the question is wrong. */
export type Failing = "gone" | "busy" | "refused" | "wrong";

export class Failure extends Error {
  constructor(
    readonly kind: Failing,
    message: string,
  ) {
    super(message);
  }
}

interface Body {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Asks once. It fails with a Failure, or with an AbortError where the signal says so. */
export async function ask<R, V>(document: TypedDocumentString<R, V>, variables: V, signal: AbortSignal): Promise<R> {
  let response: Response;
  let body: Body;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" },
      body: JSON.stringify({ query: document.toString().trim(), variables }),
      signal,
    });
  } catch (e) {
    if (signal.aborted) throw e;
    throw new Failure("gone", "The server does not answer.");
  }
  try {
    body = (await response.json()) as Body;
  } catch (e) {
    if (signal.aborted) throw e;
    throw new Failure("gone", `What answers is not Parley: status ${String(response.status)}.`);
  }
  if (body.data) return body.data as R;
  const error = body.errors?.[0];
  const code = error?.extensions?.code ?? "";
  const kind = code.startsWith("limit_") ? "refused" : response.status === 503 ? "busy" : "wrong";
  throw new Failure(kind, error?.message ?? `The answer has no data: status ${String(response.status)}.`);
}

interface Entry {
  answer: Promise<unknown>;
  /** The answer, once it is there. */
  value?: unknown;
  abort: AbortController;
  users: number;
}

/** So many answers are kept, those asked for last. */
const most = 64;
const cache = new Map<string, Entry>();

/** A use of an answer, which others may share. Who does not want it any more leaves; the last one to leave cancels a question that is still open. */
export interface Use<R> {
  answer: Promise<R>;
  /** The answer where it is there already. */
  value?: R;
  leave(): void;
}

export function use<R, V>(document: TypedDocumentString<R, V>, variables: V): Use<R> {
  const key = document.toString() + JSON.stringify(variables);
  let entry = cache.get(key);
  if (entry) {
    cache.delete(key);
  } else {
    const abort = new AbortController();
    const made: Entry = { answer: ask(document, variables, abort.signal), abort, users: 0 };
    // What failed is asked again by the next who wants it.
    made.answer.then(
      (value) => (made.value = value),
      () => cache.get(key) === made && cache.delete(key),
    );
    entry = made;
  }
  cache.set(key, entry);
  for (const [old, { users }] of cache) {
    if (cache.size <= most) break;
    if (users === 0) cache.delete(old);
  }
  entry.users++;
  const { answer, value } = entry;
  return {
    answer: answer as Promise<R>,
    value: value as R | undefined,
    leave: () => {
      entry.users--;
      if (entry.users > 0 || entry.value !== undefined) return;
      entry.abort.abort();
      if (cache.get(key) === entry) cache.delete(key);
    },
  };
}

/** The address at which the IDE opens a question. */
export function asGraphQL<R, V>(document: TypedDocumentString<R, V>, variables: V): string {
  const text = document
    .toString()
    .trim()
    .replaceAll(/\n {4}(?=\S|$)/g, "\n")
    .replaceAll(/\n\s*\n+/g, "\n\n");
  return "/graphiql?" + new URLSearchParams({ query: text, variables: JSON.stringify(variables, null, 2) }).toString();
}
