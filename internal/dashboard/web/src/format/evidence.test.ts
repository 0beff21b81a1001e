import { expect, it } from "vitest";

import { bibTeX, plainCitation } from "./citation";
import { passage } from "./passage";
import { asTyped } from "./search";

it("marks the words in their sentence by bytes, not letters", () => {
  const sentence = "Zürich said “no”, and no again.";
  const text = `Vorher – ein Satz. ${sentence} Nachher.`;
  const start = new TextEncoder().encode(text.slice(0, text.lastIndexOf("no again"))).length;
  expect(passage(text, start, start + 2, "no", sentence)).toEqual({
    lead: "Vorher – ein Satz. ",
    before: "Zürich said “no”, and ",
    words: "no",
    after: " again.",
    trail: " Nachher.",
  });
});

it("shows the sentence alone where the text is another one", () => {
  expect(passage("else", 0, 2, "no", "Said no.")).toEqual({ lead: "", before: "Said ", words: "no", after: ".", trail: "" });
  expect(passage("else", 0, 2, "yes", "Said no.")).toMatchObject({ words: "Said no." });
});

it("cites", () => {
  const article = {
    key: "https://x.example/a_b",
    title: "50% of {it} & more",
    url: "https://x.example/a_b",
    published: "2025-11",
    outlet: { name: "The Outlet" },
  };
  const cited = { words: "no results", start: 3, end: 13, article };
  expect(plainCitation(cited)).toMatch(
    /^The Outlet\. “50% of \{it\} & more”\. .*2025\. https:\/\/x\.example\/a_b\. “no results” \(bytes 3–13\)\.$/,
  );
  expect(bibTeX(cited)).toBe(
    "@misc{x-example-a-b-3,\n  title = {50\\% of \\{it\\} \\& more},\n  author = {{The Outlet}},\n  year = {2025},\n  month = {11},\n" +
      "  url = {https://x.example/a_b},\n  note = {“no results”, bytes 3–13}\n}",
  );
});

it("takes the last word that is typed for the beginning of one", () => {
  expect(["istan", "a", '"total dead', '"total deadlock"', "negotiat*", "x ye"].map(asTyped)).toEqual([
    "istan*",
    "a",
    '"total dead',
    '"total deadlock"',
    "negotiat*",
    "x ye*",
  ]);
});
