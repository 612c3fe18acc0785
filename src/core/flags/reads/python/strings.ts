import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';

const escapeSequence =
  /\\(?:U([0-9a-fA-F]{8})|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-7]{1,3})|(\r\n|[\s\S]))/g;

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
  '\n': '',
  '\r': '',
  '\r\n': '',
};

const highestCodePoint = 0x10ffff;

function unescapeText(written: string): string {
  return written.replace(
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

/** A string literal: its text, and the offsets of what is written between its quotes. */
export interface StringText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a string node stands for; null for bytes and for a string with substitutions. */
export function stringText(node: SyntaxNode): StringText | null {
  const children = node.children;
  const open = children[0];
  const close = children.at(-1);
  if (open?.type !== 'string_start' || close?.type !== 'string_end') return null;
  const prefix = open.text.toLowerCase();
  if (prefix.includes('b')) return null;
  if (codeChildren(node).some(({ type }) => type === 'interpolation')) return null;
  const [start, end] = [open.endIndex, close.startIndex];
  const written = node.text.slice(start - node.startIndex, end - node.startIndex);
  const braces = prefix.includes('f')
    ? written.replace(/\{\{|\}\}/g, (pair) => pair[0] ?? '')
    : written;
  return { text: prefix.includes('r') ? braces : unescapeText(braces), start, end };
}

/** A part of an f-string: literal text, or an expression. */
export type StringPart = { readonly text: string } | { readonly expression: SyntaxNode };

/** The parts of an f-string. */
export function stringParts(node: SyntaxNode): readonly StringPart[] {
  // Bytes are no text.
  if (/b/i.test(node.children[0]?.text ?? '')) return [];
  return codeChildren(node).flatMap((part): readonly StringPart[] => {
    if (part.type === 'string_content') return [{ text: unescapeText(part.text) }];
    const expression = part.type === 'interpolation' ? part.childForFieldName('expression') : null;
    return expression ? [{ expression }] : [];
  });
}
