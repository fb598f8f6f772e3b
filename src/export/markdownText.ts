/** Any text as one line of Markdown that shows as it is. */
export function markdownText(text: string): string {
  return wellFormed(text)
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>#&|~!]/g, '\\$&');
}

/** Halves of characters, which no file can hold, become U+FFFD. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}
