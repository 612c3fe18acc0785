import type { JsonPath } from '../model/json';
import { FlowReader } from './yamlOutlineFlow';
import { type OutlineKey, unquoted, type YamlPlace } from './yamlPlace';

type Found = Omit<YamlPlace, 'present'>;

interface Block {
  readonly kind: 'map' | 'list';
  readonly indent: number;
  readonly path: JsonPath;
  /** The key or index read last. */
  last: string | number;
  /** The last key has a value on its own line. */
  filled: boolean;
}

const keyOnLine =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#,[\]{}"'&*!|>%@`-][^#]*?|-[^\s#][^#]*?)\s*:(?=\s|$)/;

/** End of what stands before a comment, blanks at the end left out. */
function contentEnd(text: string, start: number, end: number): number {
  const comment = /(^|\s)#/.exec(text.slice(start, end));
  const content = text.slice(start, comment ? start + comment.index : end);
  return start + content.trimEnd().length;
}

/**
 * Reads a text line by line, as people read YAML: by indentation, dashes and colons. A line that is half typed or wrong
 * does not keep it from understanding the others.
 */
class OutlineReader {
  readonly keys: OutlineKey[] = [];
  place: Found | null = null;
  private readonly blocks: Block[] = [];
  private offset = 0;
  /** Lines indented deeper than this belong to a block scalar. */
  private blockTextIndent: number | null = null;

  constructor(
    private readonly text: string,
    private readonly cursor: number,
  ) {}

  read(): void {
    if (this.text.startsWith('\uFEFF')) this.offset = 1;
    while (this.offset <= this.text.length) this.readLine();
  }

  private endOfLine(from: number): number {
    const found = /[\r\n]/.exec(this.text.slice(from, from + 10_000));
    return found ? from + found.index : Math.min(this.text.length, from + 10_000);
  }

  private goBehindLine(end: number): void {
    this.offset = end + (this.text.startsWith('\r\n', end) ? 2 : 1);
  }

  private isCursorIn(start: number, end: number): boolean {
    return this.cursor >= start && this.cursor <= end;
  }

  private readLine(): void {
    const start = this.offset;
    const end = this.endOfLine(start);
    const line = this.text.slice(start, end);
    const indent = line.length - line.trimStart().length;
    if (this.isInBlockText(line, indent)) {
      if (this.isCursorIn(start, end)) this.notAPlace();
    } else if (!line.trim()) this.readBlankLine(start, end);
    else if (line.trimStart().startsWith('#') || /^(---|\.\.\.)(\s|$)|^%/.test(line)) {
      if (this.isCursorIn(start + indent + 1, end)) this.notAPlace();
    } else {
      this.readContent(start, start + indent, end);
      return;
    }
    this.goBehindLine(end);
  }

  private isInBlockText(line: string, indent: number): boolean {
    if (this.blockTextIndent === null) return false;
    if (!line.trim() || indent > this.blockTextIndent) return true;
    this.blockTextIndent = null;
    return false;
  }

  private notAPlace(): void {
    const { cursor } = this;
    this.place = { role: 'none', path: [], start: cursor, end: cursor, flow: false };
  }

  private childPath(): JsonPath {
    const top = this.blocks.at(-1);
    return top ? [...top.path, top.last] : [];
  }

  private readBlankLine(start: number, end: number): void {
    if (!this.isCursorIn(start, end)) return;
    const column = this.cursor - start;
    const around = this.blocks.findLast(
      ({ indent, kind }) => indent < column || (indent === column && kind === 'map'),
    );
    const { cursor } = this;
    const here = { start: cursor, end: cursor, flow: false };
    if (!around) this.place = { role: 'key', path: [], ...here };
    else if (around.kind === 'map' && around.indent === column) {
      this.place = { role: 'key', path: around.path, ...here };
    } else if (around.kind === 'list' || !around.filled) {
      this.place = { role: 'key', path: [...around.path, around.last], ...here };
    } else this.notAPlace();
  }

  private readContent(lineStart: number, contentStart: number, end: number): void {
    let at = contentStart;
    while (/^-(\s|$)/.test(this.text.slice(at, Math.min(at + 2, end)))) {
      this.enterItem(at - lineStart);
      const blanks = /^-[ \t]*/.exec(this.text.slice(at, end))![0].length;
      at += blanks;
    }
    const column = at - lineStart;
    const contentStop = contentEnd(this.text, at, end);
    const match = keyOnLine.exec(this.text.slice(at, contentStop));
    if (match) this.readKey(at, column, match, end);
    else this.readWord(at, column, contentStop, end, at > contentStart);
  }

  private enterItem(column: number): void {
    while ((this.blocks.at(-1)?.indent ?? -1) > column) this.blocks.pop();
    const top = this.blocks.at(-1);
    if (top?.kind === 'list' && top.indent === column) {
      top.last = Number(top.last) + 1;
      return;
    }
    const path = this.childPath();
    this.blocks.push({ kind: 'list', indent: column, path, last: 0, filled: false });
  }

  private enterMap(column: number): Block {
    for (let top = this.blocks.at(-1); top; top = this.blocks.at(-1)) {
      const isDeeper = top.indent > column || (top.kind === 'list' && top.indent >= column);
      if (!isDeeper) break;
      this.blocks.pop();
    }
    const top = this.blocks.at(-1);
    if (top?.kind === 'map' && top.indent === column) return top;
    const path = this.childPath();
    const map: Block = { kind: 'map', indent: column, path, last: '', filled: false };
    this.blocks.push(map);
    return map;
  }

  private readKey(at: number, column: number, match: RegExpExecArray, end: number): void {
    const written = match[1]!;
    const map = this.enterMap(column);
    map.last = unquoted(written);
    map.filled = false;
    this.keys.push({ path: map.path, key: map.last, start: at });
    const keyEnd = at + written.length;
    if (this.isCursorIn(at, keyEnd)) {
      this.place = { role: 'key', path: map.path, start: at, end: keyEnd, flow: false };
    }
    this.readValue(at + match[0].length, end, [...map.path, map.last], map);
  }

  /** What stands behind a colon on the same line. */
  private readValue(from: number, end: number, path: JsonPath, owner: Block): void {
    const properties = /^(?:[ \t]*[&!][^\s]*)*[ \t]*/.exec(this.text.slice(from, end))![0].length;
    const start = from + properties;
    if (/^[[{]/.test(this.text.slice(start, end))) {
      owner.filled = true;
      this.readFlow(start, path, owner.indent);
      return;
    }
    const stop = contentEnd(this.text, start, end);
    owner.filled = stop > start;
    if (/^[|>]/.test(this.text.slice(start, stop))) this.blockTextIndent = owner.indent;
    const behindContent = Math.max(stop, start);
    if (this.isCursorIn(from, behindContent)) {
      const isInWord = this.cursor >= start;
      const here = isInWord
        ? { start, end: behindContent }
        : { start: this.cursor, end: this.cursor };
      this.place = { role: 'value', path, ...here, flow: false };
    } else if (this.isCursorIn(behindContent, end)) this.notAPlace();
    this.goBehindLine(end);
  }

  /** A line, or the rest of one behind a dash, that is no `key:`: a scalar, a collection, or a key that is being typed. */
  private readWord(at: number, column: number, stop: number, end: number, isItem: boolean): void {
    if (/^[[{]/.test(this.text.slice(at, stop))) {
      const owner = this.blocks.at(-1);
      this.readFlow(at, isItem ? this.childPath() : this.pathOfWord(column), owner?.indent ?? -1);
      return;
    }
    const hasCursor = this.isCursorIn(at, Math.max(stop, at));
    if (hasCursor) {
      const path = isItem ? this.childPath() : this.pathOfWord(column);
      this.place = {
        role: isItem ? 'item' : 'key',
        path,
        start: at,
        end: Math.max(stop, at),
        flow: false,
      };
    } else if (this.isCursorIn(stop, end)) this.notAPlace();
    this.goBehindLine(end);
  }

  /** The path of the map that a key in this column would belong to; nothing is entered, for it may be no key. */
  private pathOfWord(column: number): JsonPath {
    const around = this.blocks.findLast(
      ({ indent, kind }) => indent < column || (indent === column && kind === 'map'),
    );
    if (!around) return [];
    return around.kind === 'map' && around.indent === column
      ? around.path
      : [...around.path, around.last];
  }

  private readFlow(start: number, path: JsonPath, outerIndent: number): void {
    const flow = new FlowReader(this.text, { start, path, outerIndent, cursor: this.cursor });
    const end = flow.read();
    this.keys.push(...flow.keys);
    if (flow.place) this.place = flow.place;
    const lineEnd = this.endOfLine(end);
    if (!flow.place && this.cursor > end && this.cursor <= lineEnd) this.notAPlace();
    this.goBehindLine(lineEnd);
  }
}

/** What stands, or could stand, at an offset of a YAML text. Understands texts that are not valid. */
export function yamlPlaceAt(text: string, offset: number): YamlPlace {
  const reader = new OutlineReader(text, offset);
  reader.read();
  const { place, keys } = reader;
  if (!place)
    return { role: 'none', path: [], start: offset, end: offset, flow: false, present: [] };
  const mapPath = JSON.stringify(place.path);
  const present = keys
    .filter(({ path, start }) => JSON.stringify(path) === mapPath && start !== place.start)
    .map(({ key }) => key);
  return { ...place, present };
}
