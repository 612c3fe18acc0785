/** So far a class's head is looked at. */
const longestHead = 4_000;

function blank(text: string): string {
  return ' '.repeat(text.length);
}

/** The end of what is in brackets that open at `start`; null where they do not close. */
function closing(text: string, start: number): number | null {
  let depth = 0;
  const last = Math.min(text.length, start + longestHead);
  for (let at = start; at < last; at++) {
    const character = text[at];
    if (character === '(' || character === '<' || character === '[') depth++;
    if (character === ')' || character === ']') depth--;
    if (character === '>' && text[at - 1] !== '-') depth--;
    if (depth === 0) return at + 1;
  }
  return null;
}

const delegate = /\bby\s+[\w.]+/y;

/** Blanks `by delegate` in what a class extends: the grammar takes the body after it for the delegate's lambda. */
function withoutDelegates(text: string, from: number): string {
  let result = text;
  for (let at = from; at < text.length && at < from + longestHead; at++) {
    const character = text[at];
    if (character === '{' || character === '}' || character === ';') return result;
    if (character === '(' || character === '<') {
      const end = closing(text, at);
      if (end === null) return result;
      at = end - 1;
    }
    if (character !== 'b' || /\w/.test(text[at - 1] ?? '')) continue;
    delegate.lastIndex = at;
    const found = delegate.exec(text);
    if (!found) continue;
    const end = at + found[0].length;
    const whole = text[end] === '(' ? (closing(text, end) ?? end) : end;
    result = result.slice(0, at) + blank(text.slice(at, whole)) + result.slice(whole);
    at = whole - 1;
  }
  return result;
}

const head = /\bclass[ \t]+\w+/g;
const beforeConstructor =
  /(?:\s|@[\w.:]+(?:\([^()]*\))?|\/\*[\s\S]*?\*\/|\/\/[^\n]*\n|\b(?:private|internal|protected|public)\b)*\bconstructor\b/y;

/** Where a class's head goes on after its name and type parameters. */
function afterName(text: string, from: number): number | null {
  return text[from] === '<' ? closing(text, from) : from;
}

/** Joins `class Name` with a `constructor` on a line of its own: the grammar ends the class before it. */
function withHeads(text: string): string {
  let result = text;
  for (const found of text.matchAll(head)) {
    const from = afterName(text, found.index + found[0].length);
    if (from === null) continue;
    beforeConstructor.lastIndex = from;
    const between = beforeConstructor.exec(text)?.[0];
    let at = from;
    if (between !== undefined) {
      const joined = between
        .replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, blank)
        .replaceAll('\r', ' ')
        .replaceAll('\n', ' ');
      result = result.slice(0, from) + joined + result.slice(from + between.length);
      at = from + between.length;
    }
    const parameters = /^\s*\(/.exec(text.slice(at, at + 200));
    if (parameters) at = closing(text, at + parameters[0].length - 1) ?? at;
    const extended = /^\s*:/.exec(text.slice(at, at + 200));
    if (extended) result = withoutDelegates(result, at + extended[0].length);
  }
  return result;
}

/** `val key = "a" }`: without a line's end or a semicolon the grammar does not end a property. */
const lastProperty =
  /\b(va[lr][ \t]+\w+(?:[ \t]*:[ \t]*[\w.<>?]+)?[ \t]*=[ \t]*(?:"[^"\n$]*"|[\w.]+(?:\([^(){}\n]*\))?)) (?=\})/g;

/**
 * The text of a Kotlin file with what the grammar does not know written otherwise. Each character keeps its place.
 * Source of the gaps: fwcd/tree-sitter-kotlin 0.3, as packed in tree-sitter-wasms.
 */
export function parsableKotlin(text: string): string {
  const plain = text
    .replaceAll('..<', '.. ')
    .replace(lastProperty, '$1;')
    .replace(/\bfun([ \t]+interface\b)/g, (_, rest: string) => `   ${rest}`);
  return plain.includes('class') ? withHeads(plain) : plain;
}
