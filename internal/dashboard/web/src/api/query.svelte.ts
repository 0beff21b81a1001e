import type { TypedDocumentString } from "../generated/graphql";
import { Failure, asGraphQL, use } from "./client";

/** What a Frame needs of a question, whatever it answers. */
export interface Asked {
  readonly name: string;
  readonly asking: boolean;
  readonly ready: boolean;
  readonly failure: Failure | undefined;
  readonly link: string | undefined;
  again(): void;
}

/**
 * A question whose variables follow the state. It belongs to the component that makes it: what is not wanted any more is cancelled. While the
 * answer to new variables is on its way, `data` is the one before, and `asking` says so.
 */
export class Query<R, V> implements Asked {
  data = $state.raw<R>();
  failure = $state.raw<Failure>();
  asking = $state(false);
  #tries = $state(0);
  #link = $state.raw<string>();

  constructor(
    readonly name: string,
    readonly document: TypedDocumentString<R, V>,
    /** undefined: there is nothing to ask yet. */
    variables: () => V | undefined,
  ) {
    const key = $derived(JSON.stringify(variables()));
    $effect(() => {
      void this.#tries;
      if ((key as string | undefined) === undefined) {
        this.data = undefined;
        this.#link = undefined;
        return;
      }
      const asked = JSON.parse(key) as V;
      this.#link = asGraphQL(document, asked);
      const { answer, value, leave } = use(document, asked);
      let left = false;
      this.failure = undefined;
      if (value !== undefined) {
        this.data = value;
        this.asking = false;
      } else {
        this.asking = true;
        answer.then(
          (data) => {
            if (left) return;
            this.data = data;
            this.asking = false;
          },
          (e: unknown) => {
            if (left) return;
            this.failure = e instanceof Failure ? e : new Failure("wrong", String(e));
            this.data = undefined;
            this.asking = false;
          },
        );
      }
      return () => {
        left = true;
        leave();
      };
    });
  }

  get ready() {
    return this.data !== undefined;
  }

  get link() {
    return this.#link;
  }

  again() {
    this.#tries++;
  }
}
