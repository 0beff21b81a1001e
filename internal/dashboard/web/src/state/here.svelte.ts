import { type Address, type Change, type Values, type View, read, write } from "./address";

/** Here is where the user is: the hash of the page, and the ways to change it. A step is an entry of the history, so that back and forward undo and redo. */
class Here {
  address = $state.raw<Address>(read(location.hash));

  constructor() {
    const follow = () => {
      if (location.hash !== this.#hash) this.#set(location.hash);
    };
    addEventListener("popstate", follow);
    addEventListener("hashchange", follow);
  }

  #hash = location.hash;
  #set(hash: string) {
    this.#hash = hash;
    this.address = read(hash);
  }

  get common() {
    return this.address.kind === "view" ? this.address.common : { as: "figure" as const, sel: "", keys: "on" as const };
  }

  /** The values of a view: those it has where nothing is said when another one is shown. */
  values<V extends View>(view: V): Values<V> {
    const shown = this.address.kind === "view" && this.address.view === view ? this.address : read(`#/${view}`);
    return (shown as { values: unknown }).values as Values<V>;
  }

  /** The address of a view. It starts anew, but for how the user likes to look at things. */
  to<V extends View>(view: V, change: Change<V> = {}): string {
    const { as, keys } = this.common;
    return write(view, { as, keys, ...change } as Change<V>);
  }

  /** The address of this view with something changed. */
  with<V extends View>(change: Change<V>): string {
    if (this.address.kind !== "view") return this.to("overview");
    const { view, values, common, rest } = this.address;
    return write(
      view,
      { ...values, ...common, ...change } as never,
      rest.filter(([key]) => !Object.hasOwn(change, key)),
    );
  }

  /** Goes there, as a step of the history. */
  go(hash: string) {
    if (hash === this.#hash) return;
    history.pushState(null, "", hash);
    this.#set(hash);
  }

  /** Goes there without a step, while the user is still typing. */
  slide(hash: string) {
    history.replaceState(null, "", hash);
    this.#set(hash);
  }
}

export const here = new Here();
