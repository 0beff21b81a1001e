/** What to search for while it is still being typed: the last word may be the beginning of one. */
export function asTyped(text: string): string {
  const quotes = text.split('"').length - 1;
  return quotes % 2 === 0 && text.length > 1 && /[\p{L}\p{N}]$/u.test(text) ? `${text}*` : text;
}
