import { describe, expect, it } from "vitest";

import { read, write } from "./address";

const view = (hash: string) => {
  const address = read(hash);
  if (address.kind !== "view") throw new Error(address.kind);
  return address;
};

describe("an address", () => {
  it("is the overview where nothing is said", () => {
    for (const hash of ["", "#", "#/", "#/overview"]) expect(view(hash)).toMatchObject({ view: "overview", faults: [], rest: [] });
  });

  it("is short, ordered and readable", () => {
    const hash = write("tension", {
      half: 60,
      between: ["State:PAK", "Organization:taliban"],
      scale: "GOLDSTEIN",
      sel: "Statement:a b",
      from: "2025-10",
    });
    expect(hash).toBe("#/tension?v=1&between=State:PAK,Organization:taliban&from=2025-10&half=60&sel=Statement:a+b");
  });

  it("comes back as it was written", () => {
    for (const key of ["Statement:a b", "Article:https://x.example/?a=1&b=2#c", "Statement:<i>1,2+3 %41</i>", "Organization:ü"]) {
      const hash = write("timeline", { of: [key, "State:PAK"], from: "2025", rows: 100, sel: key, as: "table" });
      const address = view(hash);
      expect(address.values).toEqual({ of: [key, "State:PAK"], from: "2025", to: "", rows: 100 });
      expect(address.common).toEqual({ as: "table", sel: key, keys: "on" });
      expect(write("timeline", { ...address.values, ...address.common })).toBe(hash);
    }
  });

  it("keeps what it does not know", () => {
    const address = view("#/talks?v=1&later=x%2Cy&process=Process:p");
    expect(address.rest).toEqual([["later", "x%2Cy"]]);
    expect(address.faults).toEqual([]);
    expect(write("talks", { ...address.values, ...address.common }, address.rest)).toBe("#/talks?v=1&process=Process:p&later=x%2Cy");
  });

  it("says which values it cannot read, and keeps them", () => {
    const address = view("#/overview?v=1&scale=FAHRENHEIT&half=0&at=tomorrow&sel=%E0%A4");
    expect(address.faults.map((f) => f.name)).toEqual(["scale", "half", "at", "sel"]);
    expect(address.values).toMatchObject({ scale: "GOLDSTEIN", half: 30, at: "" });
    expect(write("overview", { ...address.values, ...address.common }, address.rest)).toContain(
      "&scale=FAHRENHEIT&half=0&at=tomorrow&sel=%E0%A4",
    );
    // A value that is set takes the place of the one that could not be read.
    expect(write("overview", { scale: "PLOVER" }, address.rest)).toBe("#/overview?v=1&scale=PLOVER&half=0&at=tomorrow&sel=%E0%A4");
  });

  it("has a state for an unknown view and for another version", () => {
    expect(read("#/atlas?v=1&of=State:PAK")).toEqual({ kind: "unknown view", name: "atlas", hash: "#/atlas?v=1&of=State:PAK" });
    expect(read("#/constructor?v=1")).toMatchObject({ kind: "unknown view" });
    expect(read("#/talks?v=0&process=Process:p")).toEqual({
      kind: "other version",
      version: "0",
      hash: "#/talks?v=0&process=Process:p",
      current: "#/talks?v=1&process=Process:p",
    });
  });
});
