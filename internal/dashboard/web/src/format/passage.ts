/** The words of a piece of evidence in their sentence, with a little of what stands around it. */
export interface Passage {
  lead: string;
  before: string;
  words: string;
  after: string;
  trail: string;
}

const around = 160;

/**
 * Finds the words in the article. Offsets are bytes of UTF-8, as the graph has them. Where the text is not what the offsets were made for, the
 * sentence stands alone.
 */
export function passage(text: string, start: number, end: number, words: string, sentence: string): Passage {
  const bytes = new TextEncoder().encode(text);
  const decode = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  if (decode(start, end) === words) {
    const from = decode(0, start).length;
    const to = from + words.length;
    const at = text.lastIndexOf(sentence, from);
    if (at >= 0 && at + sentence.length >= to) {
      const behind = at + sentence.length;
      return {
        lead: trimStart(text.slice(0, at)),
        before: text.slice(at, from),
        words,
        after: text.slice(to, behind),
        trail: trimEnd(text.slice(behind)),
      };
    }
  }
  const at = sentence.indexOf(words);
  if (at < 0) return { lead: "", before: "", words: sentence, after: "", trail: "" };
  return { lead: "", before: sentence.slice(0, at), words, after: sentence.slice(at + words.length), trail: "" };
}

/** The end of what comes before, from a whole word on. */
function trimStart(s: string): string {
  return s.length <= around ? s : "… " + s.slice(-around).replace(/^\S*\s+/, "");
}

/** The beginning of what follows, up to a whole word. */
function trimEnd(s: string): string {
  return s.length <= around ? s : s.slice(0, around).replace(/\s+\S*$/, "") + " …";
}
