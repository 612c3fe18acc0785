import {
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser/lib/esm/main.js';
import type { Diagnostic, Reading } from '../model/diagnostic';
import type { JsonValue } from '../model/json';
import type { Span } from '../model/position';
import { textPositions, type TextPositions } from './textPositions';

/** One member of a JSON object. */
export interface JsonMember {
  readonly key: string;
  /** The key's own text, without quotes. */
  readonly keySpan: Span;
  /** Key and value. */
  readonly span: Span;
  readonly value: JsonNode;
}

/** A JSON value with its place in the text. */
export type JsonNode =
  | { readonly kind: 'object'; readonly span: Span; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly span: Span; readonly items: readonly JsonNode[] }
  | {
      readonly kind: 'scalar';
      readonly span: Span;
      readonly value: string | number | boolean | null;
    };

/** Deeper nesting than any flag file has; the parser would run out of stack far below it. */
const deepestNesting = 200;
/** A broken text gives many errors in a row: the first ones say it. */
const errorsTold = 10;

const wordsForErrors: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is no JSON value: strings need double quotes.',
  InvalidNumberFormat: 'This number is not written as JSON asks for.',
  PropertyNameExpected:
    'A member name in double quotes is expected here. Is there a comma too many before it?',
  ValueExpected: 'A value is expected here. Is there a comma too many before it?',
  ColonExpected: 'A colon is expected between name and value.',
  CommaExpected: 'A comma is missing before this.',
  CloseBraceExpected: 'A closing brace } is missing.',
  CloseBracketExpected: 'A closing bracket ] is missing.',
  EndOfFileExpected: 'The JSON value ends before this: nothing may follow it.',
  InvalidCommentToken: 'JSON has no comments.',
  UnexpectedEndOfComment: 'This comment does not end.',
  UnexpectedEndOfString: 'This string does not end on its line.',
  UnexpectedEndOfNumber: 'This number ends too early.',
  InvalidUnicode: 'This \\u escape needs four hexadecimal digits.',
  InvalidEscapeCharacter: 'This escape is not one of JSON: \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u.',
  InvalidCharacter: 'A control character must be written as an escape.',
};

function spanOf(node: Node, positions: TextPositions): Span {
  return positions.spanOf(node.offset, node.offset + node.length);
}

function readMember(property: Node, positions: TextPositions): JsonMember | null {
  const [key, value] = property.children ?? [];
  if (key === undefined || value === undefined) return null;
  const node = readNode(value, positions);
  if (node === null) return null;
  return {
    key: String(key.value),
    keySpan: positions.spanOf(key.offset + 1, key.offset + key.length - 1),
    span: positions.spanOf(property.offset, value.offset + value.length),
    value: node,
  };
}

function readNode(node: Node, positions: TextPositions): JsonNode | null {
  const span = spanOf(node, positions);
  const children = node.children ?? [];
  switch (node.type) {
    case 'object':
      return {
        kind: 'object',
        span,
        members: children
          .map((child) => readMember(child, positions))
          .filter((member) => member !== null),
      };
    case 'array':
      return {
        kind: 'array',
        span,
        items: children.map((child) => readNode(child, positions)).filter((item) => item !== null),
      };
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: 'scalar', span, value: node.value as string | number | boolean | null };
    case 'property':
      return null;
  }
}

function toDiagnostic(error: ParseError, positions: TextPositions): Diagnostic {
  const name = printParseErrorCode(error.error);
  return {
    code: 'json-syntax',
    severity: 'error',
    message: wordsForErrors[name] ?? 'This is no valid JSON.',
    span: positions.spanOf(error.offset, error.offset + error.length),
  };
}

const emptyText: Diagnostic = {
  code: 'json-syntax',
  severity: 'error',
  message: 'This file is empty: it holds no JSON value.',
  span: { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } },
};

/** One message a place: after one error the parser finds more at the same one. */
function toDiagnostics(
  errors: readonly ParseError[],
  positions: TextPositions,
): readonly Diagnostic[] {
  const first = errors.filter(({ offset }, i) => errors[i - 1]?.offset !== offset);
  return first.slice(0, errorsTold).map((error) => toDiagnostic(error, positions));
}

/** Nesting of brackets outside strings, at its deepest. */
function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (inString) {
      if (character === '\\') i++;
      else if (character === '"' || character === '\n') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return deepest;
}

/** How strictly a text has to be JSON. `lenient`: comments and trailing commas are no errors, as in .NET's settings. */
export type JsonDialect = 'strict' | 'lenient';

/**
 * Reads a JSON text with places. Comments, trailing commas and other errors are told with their place, and what can be read
 * in spite of them is read; null for a text without any value. Never throws.
 */
export function readJson(text: string, dialect: JsonDialect = 'strict'): Reading<JsonNode | null> {
  const positions = textPositions(text);
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (nestingOf(text) > deepestNesting) {
    const message = `This JSON is nested more than ${deepestNesting} levels deep: Flaglab does not read it.`;
    return {
      value: null,
      diagnostics: [
        {
          code: 'json-depth',
          severity: 'error',
          message,
          span: positions.spanOf(start, start + 1),
        },
      ],
    };
  }
  const errors: ParseError[] = [];
  const blanked = start === 0 ? text : ` ${text.slice(1)}`;
  const tree = parseTree(blanked, errors, {
    allowTrailingComma: dialect === 'lenient',
    disallowComments: dialect === 'strict',
    allowEmptyContent: false,
  });
  return {
    value: tree === undefined ? null : readNode(tree, positions),
    diagnostics: text.trim() === '' ? [emptyText] : toDiagnostics(errors, positions),
  };
}

/** The plain value of a node. Of members with the same name the last one counts, as for `JSON.parse`. */
export function jsonValueOf(node: JsonNode): JsonValue {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, jsonValueOf(value)]));
    case 'array':
      return node.items.map((item) => jsonValueOf(item));
    case 'scalar':
      return node.value;
  }
}

/** The value of an object's member (the last of that name); undefined where there is none. */
export function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  if (node?.kind !== 'object') return undefined;
  return node.members.findLast((member) => member.key === key)?.value;
}

/** The text of a string node; undefined for anything else. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}
