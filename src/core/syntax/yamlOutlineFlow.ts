import type { JsonPath } from '../model/json';
import { type OutlineKey, unquoted, type YamlPlace } from './yamlPlace';

interface Token {
  /** `word`: a scalar or key, quotes included. `end`: the text ends here, or what follows belongs to the block around. */
  readonly kind: '{' | '}' | '[' | ']' | ',' | ':' | 'word' | 'end';
  readonly start: number;
  readonly end: number;
}

interface Level {
  readonly kind: 'map' | 'list';
  readonly path: JsonPath;
  index: number;
  /** The key whose colon has been seen. */
  key: string | null;
  /** The value, or the key that has no colon, has been read. */
  filled: boolean;
}

/** Reads a collection with braces or brackets, also one that is never closed. */
export class FlowReader {
  readonly keys: OutlineKey[] = [];
  place: Omit<YamlPlace, 'present'> | null = null;
  private readonly levels: Level[] = [];

  constructor(
    private readonly text: string,
    private readonly input: {
      readonly start: number;
      readonly path: JsonPath;
      /** Lines that are indented no deeper do not belong to the collection any more. */
      readonly outerIndent: number;
      readonly cursor: number;
    },
  ) {}

  /** Offset behind the collection. */
  read(): number {
    let at = this.input.start;
    let behind = at;
    do {
      const token = this.next(at);
      this.lookForCursor(behind, token.start);
      if (token.kind === 'end') return token.start;
      this.take(token);
      behind = token.end;
      at = token.end;
    } while (this.levels.length);
    return at;
  }

  private next(from: number): Token {
    let at = from;
    for (;;) {
      const blank = /^(?:[ \t]+|(?:(?<=[\s,[\]{}])|^)#[^\r\n]*)+/.exec(
        this.text.slice(at, at + 2000),
      );
      if (blank) at += blank[0].length;
      const lineBreak = /^(?:\r\n|\r|\n)/.exec(this.text.slice(at, at + 2));
      if (!lineBreak) break;
      const lineEnd = at;
      at += lineBreak[0].length;
      const line = /^([ \t]*)([^\r\n]?)/.exec(this.text.slice(at, at + 2000))!;
      const isContent = line[2] !== '' && line[2] !== '#';
      const isOutside = line[1]!.length <= this.input.outerIndent && !/[\]}]/.test(line[2]!);
      if (isContent && isOutside) return { kind: 'end', start: lineEnd, end: lineEnd };
    }
    if (at >= this.text.length) return { kind: 'end', start: at, end: at };
    const character = this.text[at]!;
    if (/[{}[\],]/.test(character))
      return { kind: character as Token['kind'], start: at, end: at + 1 };
    if (this.isColon(at)) return { kind: ':', start: at, end: at + 1 };
    return { kind: 'word', start: at, end: this.endOfWord(at) };
  }

  private isColon(at: number): boolean {
    return this.text[at] === ':' && /^(?:$|[\s,[\]{}])/.test(this.text.slice(at + 1, at + 2));
  }

  private endOfWord(start: number): number {
    const rest = this.text.slice(start, start + 10_000);
    const quoted = /^"(?:[^"\\\r\n]|\\.)*"|^'(?:[^'\r\n]|'')*'/.exec(rest);
    if (quoted) return start + quoted[0].length;
    let end = start;
    while (end < this.text.length && !/[\r\n,[\]{}]/.test(this.text[end]!)) {
      if (this.isColon(end) || (this.text[end] === '#' && /\s/.test(this.text[end - 1]!))) break;
      end++;
    }
    return start + Math.max(this.text.slice(start, end).trimEnd().length, 1);
  }

  private valuePath(level: Level): JsonPath {
    return [...level.path, level.kind === 'list' ? level.index : (level.key ?? '')];
  }

  private take(token: Token): void {
    const level = this.levels.at(-1);
    switch (token.kind) {
      case '{':
      case '[': {
        if (level) level.filled = true;
        const path = level ? this.valuePath(level) : this.input.path;
        this.levels.push({
          kind: token.kind === '{' ? 'map' : 'list',
          path,
          index: 0,
          key: null,
          filled: false,
        });
        return;
      }
      case '}':
      case ']':
        this.levels.pop();
        return;
      case ',':
        if (level) {
          level.index++;
          level.key = null;
          level.filled = false;
        }
        return;
      case ':':
      case 'end':
        return;
      case 'word':
        if (level) this.takeWord(token, level);
    }
  }

  private takeWord(token: Token, level: Level): void {
    const isKey = level.kind === 'map' && level.key === null;
    const { start, end } = token;
    if (this.input.cursor >= start && this.input.cursor <= end) {
      const role = isKey ? 'key' : level.kind === 'list' ? 'item' : 'value';
      const path = isKey ? level.path : this.valuePath(level);
      this.place = { role, path, start, end, flow: true };
    }
    if (!isKey) {
      level.filled = true;
      return;
    }
    const key = unquoted(this.text.slice(start, end));
    this.keys.push({ path: level.path, key, start });
    if (/^\s*:/.test(this.text.slice(end, end + 100))) level.key = key;
    else level.filled = true;
  }

  /** Between two tokens: what could be typed there. */
  private lookForCursor(from: number, to: number): void {
    const { cursor } = this.input;
    const level = this.levels.at(-1);
    if (!level || this.place || cursor < from || cursor > to) return;
    const isBesideWord = cursor === to && to > from && this.next(to).kind === 'word';
    const isComment = /(?:^|\s)#[^\r\n]*$/.test(this.text.slice(from, cursor));
    if (isBesideWord) return;
    const isKey = level.kind === 'map' && level.key === null;
    const role =
      isComment || level.filled ? 'none' : isKey ? 'key' : level.kind === 'list' ? 'item' : 'value';
    const path = isKey ? level.path : this.valuePath(level);
    this.place = { role, path, start: cursor, end: cursor, flow: true };
  }
}
