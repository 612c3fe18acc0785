import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import type { Diagnostic, Reading } from '../model/diagnostic';
import type { JsonMember, JsonNode } from './jsonDocument';
import { textPositions, type TextPositions } from './textPositions';

/** A table while it grows: TOML may add to it in several places. */
interface GrowingTable {
  readonly kind: 'table';
  readonly members: Map<string, GrowingMember>;
  start: number;
  end: number;
}

interface GrowingList {
  readonly kind: 'list';
  readonly items: (GrowingTable | JsonNode)[];
  start: number;
  end: number;
}

type Growing = GrowingTable | GrowingList | JsonNode;

interface GrowingMember {
  readonly key: AST.TOMLBare | AST.TOMLQuoted;
  value: Growing;
}

function newTable([start, end]: readonly [number, number]): GrowingTable {
  return { kind: 'table', members: new Map(), start, end };
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

/** The table that a name leads to from another one, made where there is none yet; of a list of tables the last one. */
function tableAt(
  table: GrowingTable,
  key: AST.TOMLBare | AST.TOMLQuoted,
  range: readonly [number, number],
): GrowingTable {
  const name = nameOf(key);
  const known = table.members.get(name)?.value;
  const found = known?.kind === 'list' ? known.items.at(-1) : known;
  if (found?.kind === 'table') {
    found.end = Math.max(found.end, range[1]);
    return found;
  }
  const created = newTable(range);
  table.members.set(name, { key, value: created });
  return created;
}

class Translation {
  constructor(private readonly positions: TextPositions) {}

  addValue(table: GrowingTable, { key, value, range }: AST.TOMLKeyValue): void {
    const names = [...key.keys];
    const last = names.pop();
    if (last === undefined) return;
    const target = names.reduce((around, name) => tableAt(around, name, range), table);
    target.members.set(nameOf(last), { key: last, value: this.value(value) });
  }

  addTable(root: GrowingTable, { kind, key, body, range }: AST.TOMLTable): void {
    const names = [...key.keys];
    const last = names.pop();
    if (last === undefined) return;
    const around = names.reduce((table, name) => tableAt(table, name, range), root);
    const table =
      kind === 'array' ? this.addItem(around, last, range) : tableAt(around, last, range);
    for (const member of body) this.addValue(table, member);
  }

  private addItem(
    around: GrowingTable,
    key: AST.TOMLBare | AST.TOMLQuoted,
    range: readonly [number, number],
  ): GrowingTable {
    const item = newTable(range);
    const known = around.members.get(nameOf(key))?.value;
    if (known?.kind === 'list') {
      known.items.push(item);
      known.end = range[1];
      return item;
    }
    const list: GrowingList = { kind: 'list', items: [item], start: range[0], end: range[1] };
    around.members.set(nameOf(key), { key, value: list });
    return item;
  }

  private value(node: AST.TOMLContentNode): Growing {
    const span = this.positions.spanOf(...node.range);
    switch (node.type) {
      case 'TOMLArray':
        return {
          kind: 'array',
          span,
          items: node.elements.map((element) => this.finished(this.value(element))),
        };
      case 'TOMLInlineTable': {
        const table = newTable(node.range);
        for (const member of node.body) this.addValue(table, member);
        return table;
      }
      case 'TOMLValue':
        return { kind: 'scalar', span, value: scalarOf(node) };
    }
  }

  finished(growing: Growing): JsonNode {
    if (growing.kind !== 'table' && growing.kind !== 'list') return growing;
    const span = this.positions.spanOf(growing.start, growing.end);
    return growing.kind === 'list'
      ? { kind: 'array', span, items: growing.items.map((item) => this.finished(item)) }
      : {
          kind: 'object',
          span,
          members: [...growing.members].map((member) => this.member(member)),
        };
  }

  private member([name, { key, value }]: readonly [string, GrowingMember]): JsonMember {
    const node = this.finished(value);
    const quoted = key.type === 'TOMLQuoted' ? 1 : 0;
    const [start, end] = key.range;
    const keySpan = this.positions.spanOf(start + quoted, end - quoted);
    const reaches =
      node.span.end.line > keySpan.end.line || node.span.start.line < keySpan.end.line;
    const span = reaches ? node.span : { start: keySpan.start, end: node.span.end };
    return { key: name, keySpan, span, value: node };
  }
}

/** Dates and times stand for themselves as text; a number that is none (`nan`, `inf`) is nothing. */
function scalarOf(node: AST.TOMLValue): string | number | boolean | null {
  if ('datetime' in node) return node.datetime;
  if (typeof node.value === 'number' && !Number.isFinite(node.value)) return null;
  return typeof node.value === 'object' ? null : node.value;
}

function failure(thrown: unknown, text: string, positions: TextPositions): Diagnostic {
  if (thrown instanceof ParseError) {
    const message = `This is not valid TOML: ${thrown.message.replace(/\.$/, '')}.`;
    // A value that is missing is noticed on the next line.
    const isMissing = thrown.message.startsWith('Unspecified');
    const index = isMissing ? text.slice(0, thrown.index).trimEnd().length : thrown.index;
    const span = positions.spanOf(index, index + 1);
    return { code: 'toml-syntax', severity: 'error', message, span };
  }
  const message = 'This TOML is nested too deeply: Flaglab does not read it.';
  return { code: 'toml-depth', severity: 'error', message, span: positions.spanOf(0, 1) };
}

/**
 * Reads a TOML 1.0 text as the data it holds, with places, in the form of a JSON document; dates become text. Null where the
 * text has an error: the parser stops at the first one. Never throws.
 */
export function readToml(text: string): Reading<JsonNode | null> {
  const positions = textPositions(text);
  try {
    const translation = new Translation(positions);
    const root = newTable([0, text.length]);
    for (const entry of parseTOML(text, { tomlVersion: '1.0' }).body[0].body) {
      if (entry.type === 'TOMLTable') translation.addTable(root, entry);
      else translation.addValue(root, entry);
    }
    return { value: translation.finished(root), diagnostics: [] };
  } catch (thrown) {
    return { value: null, diagnostics: [failure(thrown, text, positions)] };
  }
}
