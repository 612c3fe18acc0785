import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Expression } from '../typed/expression';

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const highestCodePoint = 0x10ffff;

function unescapeText(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(
    /\\(?:x([0-9a-fA-F]{1,4})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g,
    (all: string, byte?: string, unit?: string, point?: string, simple?: string) => {
      const hexadecimal = byte ?? unit ?? point;
      if (hexadecimal === undefined) return escapes[simple ?? ''] ?? simple ?? all;
      const code = Number.parseInt(hexadecimal, 16);
      return code > highestCodePoint ? all : String.fromCodePoint(code);
    },
  );
}

/** The value of a string literal, with the place of its own text. */
export function csharpText(node: SyntaxNode): Expression {
  const { text } = node;
  const isUtf8 = /u8$/i.test(text) ? 2 : 0;
  switch (node.type) {
    case 'verbatim_string_literal':
      return {
        kind: 'text',
        text: text.slice(2, text.length - 1 - isUtf8).replaceAll('""', '"'),
        start: node.startIndex + 2,
        end: Math.max(node.endIndex - 1 - isUtf8, node.startIndex + 2),
      };
    case 'raw_string_literal': {
      const content = codeChildren(node).find(({ type }) => type === 'raw_string_content');
      if (!content || content.text.includes('\n')) return { kind: 'other' };
      return {
        kind: 'text',
        text: content.text,
        start: content.startIndex,
        end: content.endIndex,
      };
    }
    default:
      return {
        kind: 'text',
        text: unescapeText(text.slice(1, text.length - 1 - isUtf8)),
        start: node.startIndex + 1,
        end: Math.max(node.endIndex - 1 - isUtf8, node.startIndex + 1),
      };
  }
}

/** `$"a{B}c"`: its parts. */
export function interpolatedText(node: SyntaxNode): Expression {
  const isVerbatim = codeChildren(node)[0]?.text.includes('@') ?? false;
  const parts: (SyntaxNode | string)[] = [];
  for (const child of codeChildren(node)) {
    if (child.type === 'string_content') {
      const { text } = child;
      parts.push(isVerbatim ? text.replaceAll('""', '"') : unescapeText(text));
    }
    if (child.type === 'escape_sequence') parts.push(unescapeText(child.text));
    if (child.type !== 'interpolation') continue;
    const hole = codeChildren(child).filter(({ type }) => !type.startsWith('interpolation_'));
    const [expression] = hole;
    if (!expression || hole.length > 1) return { kind: 'other' };
    parts.push(expression);
  }
  return { kind: 'concat', parts };
}
