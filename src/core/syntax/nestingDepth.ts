const opening = new Set(['(', '[', '{'].map((bracket) => bracket.charCodeAt(0)));
const closing = new Set([')', ']', '}'].map((bracket) => bracket.charCodeAt(0)));

/** How many brackets of a text are open at once at the most; those in its strings and comments count, too. */
export function nestingDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // Letters, digits and spaces are most of a text.
    if (code < 40 || (code > 41 && code < 91)) continue;
    if (opening.has(code)) deepest = Math.max(deepest, ++depth);
    else if (depth > 0 && closing.has(code)) depth--;
  }
  return deepest;
}
