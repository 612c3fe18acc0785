import {
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser/lib/esm/main.js';
import type { Diagnostic, Reading } from '../model/diagnostic';
import type { JsonValue } from '../model/json';
import type { Span } from '../model/position';
import { textPositions, type TextPositions } from './textPositions';

/** A value in a JSON text, with its place. */
export interface JsonNode {
  readonly value: JsonValue;
  readonly span: Span;
  /** Members of an object in order of position, each name once (the last one counts); null for other values. */
  readonly members: readonly JsonMember[] | null;
  /** Elements of an array; null for other values. */
  readonly elements: readonly JsonNode[] | null;
}

export interface JsonMember {
  readonly name: string;
  /** The name's own text, without quotes. */
  readonly nameSpan: Span;
  /** Name and value. */
  readonly span: Span;
  readonly node: JsonNode;
}

/** What is refused, so that no text can hang or crash a host. */
const mostLevels = 200;
const mostErrors = 20;

/** The member of an object by name; null where there is none, or where the value is no object. */
export function memberNode(node: JsonNode | null, name: string): JsonNode | null {
  return node?.members?.find((member) => member.name === name)?.node ?? null;
}

/** How deep brackets are nested, strings left out. */
function levelsOf(text: string): number {
  let level = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[\]{}]/g)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++level);
    else if (token === ']' || token === '}') level--;
  }
  return deepest;
}

const messages: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is no JSON value. Names and texts stand in double quotes.',
  InvalidNumberFormat: 'This is no JSON number.',
  PropertyNameExpected: 'A name in double quotes is expected here.',
  ValueExpected: 'A value is expected here.',
  ColonExpected: 'A colon is expected here.',
  CommaExpected: 'A comma is expected here.',
  CloseBraceExpected: 'A closing brace } is missing.',
  CloseBracketExpected: 'A closing bracket ] is missing.',
  EndOfFileExpected: 'The file should end here.',
  InvalidCommentToken: 'JSON knows no comments: most readers of this file will refuse it.',
  UnexpectedEndOfComment: 'This comment has no end.',
  UnexpectedEndOfString: 'This text has no closing quote.',
  UnexpectedEndOfNumber: 'This number has no end.',
  InvalidUnicode: 'This is no valid Unicode escape: write \\u and four hexadecimal digits.',
  InvalidEscapeCharacter: 'This is no valid escape in JSON.',
  InvalidCharacter: 'This character is not allowed here.',
};

function errorAt(error: ParseError, text: string, positions: TextPositions): Diagnostic {
  const name = printParseErrorCode(error.error);
  const span = positions.spanOf(error.offset, error.offset + error.length);
  const comma = text.slice(0, error.offset).trimEnd().length - 1;
  const isTrailing = /[}\]]/.test(text.charAt(error.offset)) && text.charAt(comma) === ',';
  if (isTrailing) {
    return {
      code: 'json-trailing-comma',
      severity: 'error',
      message: 'JSON allows no comma before a closing bracket: remove it.',
      span: positions.spanOf(comma, comma + 1),
    };
  }
  const isComment = name === 'InvalidCommentToken';
  return {
    code: isComment ? 'json-comment' : 'json-syntax',
    severity: isComment ? 'warning' : 'error',
    message: messages[name] ?? 'This is no valid JSON.',
    span,
  };
}

/** Of several errors at one place only the first is worth reading: the others follow from it. */
function errorDiagnostics(
  errors: readonly ParseError[],
  text: string,
  positions: TextPositions,
): readonly Diagnostic[] {
  const firstByOffset = new Map<number, ParseError>();
  for (const error of errors) {
    if (!firstByOffset.has(error.offset)) firstByOffset.set(error.offset, error);
  }
  return [...firstByOffset.values()]
    .slice(0, mostErrors)
    .map((error) => errorAt(error, text, positions));
}

/** Turns the parser's nodes into plain ones. */
class Conversion {
  readonly diagnostics: Diagnostic[] = [];

  constructor(private readonly positions: TextPositions) {}

  node(node: Node): JsonNode {
    const span = this.positions.spanOf(node.offset, node.offset + node.length);
    if (node.type === 'object') return this.object(node, span);
    if (node.type === 'array') {
      const elements = (node.children ?? []).map((child) => this.node(child));
      return { value: elements.map(({ value }) => value), span, members: null, elements };
    }
    return { value: node.value as JsonValue, span, members: null, elements: null };
  }

  private object(node: Node, span: Span): JsonNode {
    const byName = new Map<string, JsonMember>();
    for (const property of node.children ?? []) {
      const [name, value] = property.children ?? [];
      if (!name || !value) continue;
      const member = this.member(property, name, value);
      if (byName.delete(member.name)) this.duplicate(member);
      byName.set(member.name, member);
    }
    const members = [...byName.values()];
    const value = Object.fromEntries(members.map((member) => [member.name, member.node.value]));
    return { value, span, members, elements: null };
  }

  private member(property: Node, name: Node, value: Node): JsonMember {
    return {
      name: String(name.value),
      nameSpan: this.positions.spanOf(name.offset + 1, name.offset + name.length - 1),
      span: this.positions.spanOf(property.offset, property.offset + property.length),
      node: this.node(value),
    };
  }

  private duplicate({ name, nameSpan }: JsonMember): void {
    this.diagnostics.push({
      code: 'json-duplicate-name',
      severity: 'warning',
      message: `"${name}" is given twice in the same object: only this last one counts.`,
      span: nameSpan,
    });
  }
}

/**
 * Reads a JSON text as far as it can be read, with places. Comments and trailing commas are read over and reported;
 * the value is null where the text holds no value at all. Never throws.
 */
export function readJson(text: string): Reading<JsonNode | null> {
  const positions = textPositions(text);
  if (levelsOf(text) > mostLevels) {
    const message = `Brackets are nested more than ${mostLevels} deep: this is no file that people wrote.`;
    const span = positions.spanOf(0, 0);
    return {
      value: null,
      diagnostics: [{ code: 'json-too-deep', severity: 'error', message, span }],
    };
  }
  const errors: ParseError[] = [];
  // A byte order mark is no part of JSON, but editors write it: it is blanked so that places stay right.
  const body = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const root = parseTree(body, errors, { disallowComments: true });
  const conversion = new Conversion(positions);
  const value = root ? conversion.node(root) : null;
  const diagnostics = [...errorDiagnostics(errors, body, positions), ...conversion.diagnostics];
  return { value, diagnostics };
}
