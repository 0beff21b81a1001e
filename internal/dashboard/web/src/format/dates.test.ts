import { describe, expect, it } from "vitest";

import { addDays, lastDay, monthOf, precision, showDate } from "./dates";

describe("a partial date", () => {
  it("is shown as precise as it is", () => {
    const shown: [string | null, string][] = [
      ["2025", "2025"],
      ["2025-11", "November 2025"],
      ["2025-11-08", "8 Nov 2025"],
      ["2025-11-08T14:30Z", "8 Nov 2025, 14:30 UTC"],
      ["2025-11~", "about November 2025"],
      ["2025?", "perhaps 2025"],
      ["2025-11-08%", "perhaps about 8 Nov 2025"],
      ["2025-11-06/2025-11-08", "6–8 Nov 2025"],
      ["2025-11/2026-02", "November 2025 – February 2026"],
      ["2025/2025-11", "2025 – November 2025"],
      ["2025-11-06/..", "since 6 Nov 2025"],
      ["../2025-11", "until November 2025"],
      ["0079-08", "August 79"],
      ["early Saturday", "early Saturday"],
      [null, ""],
    ];
    for (const [edtf, want] of shown) expect(showDate(edtf, "en-GB").replaceAll(/\s*–\s*/g, "–")).toBe(want.replaceAll(" – ", "–"));
  });

  it("follows the locale", () => {
    expect(showDate("2025-11", "de")).toBe("November 2025");
    expect(showDate("2025-11-08", "de")).toBe("8. Nov. 2025");
    expect(showDate("2025-11-08", "en-US")).toBe("Nov 8, 2025");
  });

  it("knows its precision, its last day and its month", () => {
    expect(["2025", "2025-11~", "2025-11-08", "2025-11-06/2025-11-08", null].map(precision)).toEqual([
      "to the year",
      "to the month, about",
      "to the day",
      "a span of time",
      "not known",
    ]);
    expect(["2025", "2024-02", "2025-11-08~", "2025-11-06/2025-11-09", "2025/..", ""].map(lastDay)).toEqual([
      "2025-12-31",
      "2024-02-29",
      "2025-11-08",
      "2025-11-09",
      undefined,
      undefined,
    ]);
    expect(["2025", "2025-11", "2025-11-06/2025-11-08", "2025-11-30/2025-12-01"].map(monthOf)).toEqual([
      undefined,
      "2025-11",
      "2025-11",
      undefined,
    ]);
    expect(addDays("2025-03-01", -1)).toBe("2025-02-28");
  });
});
