/** A text that is as if the string at the caret held a placeholder, and the stretch (offsets of the original) it stands for. */
export interface ProbeText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Stands for a key that is being written: a word that no text holds, the same in camel case. */
export const probeKey = 'flaglabprobekey';

const quotes: ReadonlySet<string> = new Set(['"', "'", '`']);

/** Offset behind the quote that is nearest to the left of the caret, on its line; null where there is none. */
function openingBefore(text: string, caret: number): number | null {
  for (let at = caret - 1; at >= 0; at--) {
    const character = text[at] ?? '';
    if (character === '\n' || character === '\r') return null;
    if (quotes.has(character)) return at + 1;
  }
  return null;
}

/** Offset of the same quote to the right of the caret, on its line; null where there is none. */
function closingAfter(text: string, caret: number, quote: string): number | null {
  for (let at = caret; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\n' || character === '\r') return null;
    if (character === quote) return at;
  }
  return null;
}

/** Rest of a key behind the caret, where no quote ends it. */
function endOfWord(text: string, caret: number): number {
  const rest = /^[\w.:/-]*/.exec(text.slice(caret, caret + 200))?.[0] ?? '';
  return caret + rest.length;
}

/**
 * Texts to parse for the question whether the caret is in the key of a read: with the string as it is closed, and, as it may
 * not be closed yet, with a quote put there, alone and with the bracket that ends the call. Empty where the caret is in no
 * string of its line. Only parsing can say whether such a string is a key.
 */
export function probeTexts(text: string, caret: number): readonly ProbeText[] {
  const start = openingBefore(text, caret);
  if (start === null) return [];
  const quote = text[start - 1] ?? '';
  const probe = (end: number, closing: string): ProbeText => ({
    text: `${text.slice(0, start)}${probeKey}${closing}${text.slice(end)}`,
    start,
    end,
  });
  const closed = closingAfter(text, caret, quote);
  const word = endOfWord(text, caret);
  const open = [probe(word, quote), probe(word, `${quote})`)];
  return closed === null ? open : [probe(closed, ''), ...open];
}
