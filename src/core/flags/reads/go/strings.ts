import type { SyntaxNode } from '../../../syntax/syntaxTree';

const escapeSequence =
  /\\(?:U([0-9a-fA-F]{8})|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-7]{3})|([\s\S]))/g;

const simpleEscapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

const highestCodePoint = 0x10ffff;

/** The text of a string literal; null for any other node. */
export function literalText(node: SyntaxNode): string | null {
  if (node.type === 'raw_string_literal') return node.text.slice(1, -1).replaceAll('\r', '');
  if (node.type !== 'interpreted_string_literal') return null;
  return node.text
    .slice(1, -1)
    .replace(
      escapeSequence,
      (
        all: string,
        long?: string,
        short?: string,
        byte?: string,
        octal?: string,
        simple?: string,
      ) => {
        const hexadecimal = long ?? short ?? byte;
        if (hexadecimal === undefined && octal === undefined) {
          return simpleEscapes[simple ?? ''] ?? all;
        }
        const code =
          octal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(octal, 8);
        return code > highestCodePoint ? all : String.fromCodePoint(code);
      },
    );
}
