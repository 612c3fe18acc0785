import type { Span } from '../model/position';
import type { JsonMember, JsonNode } from './jsonDocument';

/** The members of an object node; none of anything else. */
export function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  return node?.kind === 'object' ? node.members : [];
}

/** The items of an array node; none of anything else. */
export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === 'array' ? node.items : [];
}

/** The value of a number node; undefined for anything else. */
export function numberOf(node: JsonNode | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}

/** The place of a string's own text: without its quotes, where it stands between some. */
export function textSpanOf(node: JsonNode): Span {
  const { start, end } = node.span;
  const length = node.kind === 'scalar' ? String(node.value).length : 0;
  const isQuoted = start.line === end.line && end.column - start.column >= length + 2;
  if (!isQuoted) return node.span;
  return {
    start: { line: start.line, column: start.column + 1 },
    end: { line: end.line, column: end.column - 1 },
  };
}
