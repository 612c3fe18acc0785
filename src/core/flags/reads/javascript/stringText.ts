import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { codeChildren } from '../../../syntax/syntaxNodes';

const escapeSequence =
  /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))/g;

const simpleEscapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '0': '\0',
  '\n': '',
  '\r': '',
  '\r\n': '',
  '\u2028': '',
  '\u2029': '',
};

const highestCodePoint = 0x10ffff;

/** The text a JavaScript string stands for, given what is written between its quotes. */
export function unescapeText(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(
    escapeSequence,
    (all: string, point?: string, unit?: string, byte?: string, simple?: string) => {
      const hexadecimal = point ?? unit ?? byte;
      if (hexadecimal === undefined) return simpleEscapes[simple ?? ''] ?? simple ?? all;
      const code = Number.parseInt(hexadecimal, 16);
      return code > highestCodePoint ? all : String.fromCodePoint(code);
    },
  );
}

/** The text of a string literal or of a template without substitutions; null for any other node. */
export function literalText(node: SyntaxNode): string | null {
  if (node.type !== 'string' && node.type !== 'template_string') return null;
  if (codeChildren(node).some(({ type }) => type === 'template_substitution')) return null;
  return unescapeText(node.text.slice(1, -1));
}
