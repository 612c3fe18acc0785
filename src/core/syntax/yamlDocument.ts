import {
  Composer,
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Parser,
  Scalar,
  stringify,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Diagnostic, Reading, Severity } from '../model/diagnostic';
import { type TextPositions, textPositions } from './textPositions';
import type {
  YamlEntry,
  YamlItem,
  YamlList,
  YamlMap,
  YamlNode,
  YamlScalar,
  YamlScalarStyle,
} from './yamlNode';

/** A YAML file that could be read. An empty one has a `null` as root, at its end. */
export interface YamlDocument {
  readonly text: string;
  readonly root: YamlNode;
  readonly positions: TextPositions;
}

/** What is refused, so that no text can hang or crash a host. Times measured: at worst 15 microseconds a character. */
export const yamlLimits = {
  characters: 200_000,
  depth: 64,
  aliases: 100,
  /** Nodes of a document once its aliases are written out. */
  nodes: 50_000,
  /** More errors than these are not worth reading: one mistake often causes many. */
  errors: 20,
} as const;

interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

class Refusal {
  constructor(readonly problem: Problem) {}
}

function error(code: string, message: string, start: number, end: number): Problem {
  return { code, severity: 'error', message, start, end };
}

/** Control characters that YAML forbids (tab, line feed and carriage return are allowed). */
// eslint-disable-next-line no-control-regex -- these are what is searched for
const forbiddenCharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

function problemOfRawText(text: string): Problem | null {
  if (text.length > yamlLimits.characters) {
    return error(
      'yaml-too-large',
      `This file has ${text.length} characters; Flaglab reads YAML files of up to ${yamlLimits.characters}. Is it the right file?`,
      0,
      0,
    );
  }
  const binary = forbiddenCharacter.exec(text);
  if (binary) {
    return error(
      'yaml-not-text',
      `There is a character here that is no text (code ${binary[0].charCodeAt(0)}). Save the file as plain text in UTF-8; if it is a binary file, it is the wrong one.`,
      binary.index,
      binary.index + 1,
    );
  }
  return null;
}

function encodingProblems(text: string): readonly Problem[] {
  const at = text.indexOf('\uFFFD');
  if (at < 0) return [];
  const message =
    'There is a replacement character here: the file was probably saved in another encoding. Save it in UTF-8.';
  return [{ ...error('yaml-encoding', message, at, at + 1), severity: 'warning' }];
}

/** Where nesting goes deeper than allowed; composing such a document could exhaust the stack. Does not recurse. */
function offsetOfTooDeepNesting(tokens: readonly CST.Token[]): number | null {
  const open: { readonly token: unknown; readonly depth: number }[] = tokens.map((token) => ({
    token,
    depth: 0,
  }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (typeof token !== 'object' || token === null) continue;
    if (depth > yamlLimits.depth) return 'offset' in token ? Number(token.offset) : 0;
    if ('value' in token) open.push({ token: token.value, depth: depth + 1 });
    if (!('items' in token) || !Array.isArray(token.items)) continue;
    for (const item of token.items) {
      open.push({ token: item.key, depth: depth + 1 }, { token: item.value, depth: depth + 1 });
    }
  }
  return null;
}

/** In people's words what the parser's error codes mean and what to do; other codes keep the parser's own sentence. */
const adviceByCode: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'YAML is indented with spaces, not with tabs. Replace the tab by spaces.',
  BLOCK_AS_IMPLICIT_KEY:
    'There is a second "key: value" on this line, or the line below is indented too far. Put text that contains ": " in quotes.',
  MULTILINE_IMPLICIT_KEY:
    'Here "key: value" is expected on one line. Add the missing colon and a space, or put text of several lines in quotes.',
  TAG_RESOLVE_FAILED:
    'YAML takes a word that begins with "!" for a type. Put text that begins with "!" in quotes.',
  NON_STRING_KEY: 'A key has to be a plain word, not a list or a map.',
};

function problemOfParserError(found: YAMLError): Problem {
  const sentence = found.message.replace(/[.:\s]+$/, '').replace('"quote', '" quote');
  const message = adviceByCode[found.code] ?? `This is not valid YAML: ${sentence}.`;
  return error('yaml-syntax', message, found.pos[0], found.pos[1]);
}

const styles: Readonly<Record<string, YamlScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single-quoted',
  QUOTE_DOUBLE: 'double-quoted',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Translates the parser's nodes to plain ones. Throws a `Refusal` where a limit is hit. */
class Translation {
  readonly problems: Problem[] = [];
  private readonly targets = new Map<string, { readonly node: YamlNode; readonly size: number }>();
  private aliases = 0;
  private size = 0;

  /** `emptyAt`: where a value that is left out would stand. */
  translate(node: unknown, emptyAt: number): YamlNode {
    const sizeBefore = this.size++;
    const translated = this.withoutAnchor(node, emptyAt);
    if (this.size > yamlLimits.nodes) {
      const message = `With its aliases written out this file has more than ${yamlLimits.nodes} values. Flaglab reads no more than that.`;
      throw new Refusal(error('yaml-alias-limit', message, translated.start, translated.end));
    }
    if (isScalar(node) || isMap(node) || isSeq(node)) {
      const size = this.size - sizeBefore;
      if (node.anchor) this.targets.set(node.anchor, { node: translated, size });
    }
    return translated;
  }

  private withoutAnchor(node: unknown, emptyAt: number): YamlNode {
    if (isMap(node)) return this.map(node);
    if (isSeq(node)) return this.list(node);
    const [start, end] = rangeOf(node) ?? [emptyAt, emptyAt];
    if (isAlias(node)) return this.alias(node.source, start, end);
    return this.scalar(node, start === end ? [emptyAt, emptyAt] : [start, end]);
  }

  private scalar(node: unknown, [start, end]: readonly [number, number]): YamlScalar {
    const { value, type } = isScalar(node) ? node : { value: null, type: undefined };
    const style = styles[type ?? 'PLAIN'] ?? 'plain';
    const plain = value === undefined ? null : (value as YamlScalar['value']);
    return { kind: 'scalar', value: plain, style, start, end };
  }

  private alias(name: string, start: number, end: number): YamlNode {
    const target = this.targets.get(name);
    if (!target) {
      const message = `*${name} stands for nothing: there is no complete &${name} before it. Write the value itself; put text that begins with "*" in quotes.`;
      throw new Refusal(error('yaml-alias-unknown', message, start, end));
    }
    this.size += target.size;
    if (++this.aliases > yamlLimits.aliases) {
      const message = `This file uses more than ${yamlLimits.aliases} aliases. Write the values themselves.`;
      throw new Refusal(error('yaml-alias-limit', message, start, end));
    }
    return { kind: 'alias', target: target.node, start, end };
  }

  private map(node: YAMLMap): YamlMap {
    const flow = node.flow === true;
    const entries = node.items.map((pair) => {
      const separators = pair.srcToken?.sep ?? [];
      return this.entry(pair.key, pair.value, separators);
    });
    this.reportDuplicates(entries);
    return { kind: 'map', flow, entries, ...extent(node, entries.at(-1)?.end) };
  }

  private entry(keyNode: unknown, valueNode: unknown, separators: CST.SourceToken[]): YamlEntry {
    const [keyStart, keyEnd] = rangeOf(keyNode) ?? [0, 0];
    const key = isScalar(keyNode) ? String(keyNode.value) : '';
    if (key === '__proto__') {
      const message = '"__proto__" cannot be used as a key. Rename it.';
      throw new Refusal(error('yaml-key-forbidden', message, keyStart, keyEnd));
    }
    const colon = separators.find(({ type }) => type === 'map-value-ind');
    const colonEnd = colon ? colon.offset + 1 : null;
    const value = this.translate(valueNode, colonEnd ?? keyEnd);
    return { key, keyStart, keyEnd, colonEnd, value, end: Math.max(colonEnd ?? keyEnd, value.end) };
  }

  private reportDuplicates(entries: readonly YamlEntry[]): void {
    const seen = new Set<string>();
    for (const { key, keyStart, keyEnd } of entries) {
      if (seen.has(key)) {
        const message = `"${key}" stands here twice; only one of the two can count. Remove one.`;
        this.problems.push(error('yaml-key-duplicate', message, keyStart, keyEnd));
      }
      seen.add(key);
    }
  }

  private list(node: YAMLSeq): YamlList {
    const flow = node.flow === true;
    const dashes = dashesOf(node);
    const items = node.items.map((item, index): YamlItem => {
      const dash = dashes[index];
      const value = this.translate(item, (dash ?? 0) + 1);
      return { start: dash ?? value.start, value, end: value.end };
    });
    return { kind: 'list', flow, items, ...extent(node, items.at(-1)?.end) };
  }
}

function rangeOf(node: unknown): readonly [number, number] | null {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null;
  return range ? [range[0], range[1]] : null;
}

function dashesOf(node: YAMLSeq): readonly number[] {
  if (node.srcToken?.type !== 'block-seq') return [];
  return node.srcToken.items.flatMap(({ start }) =>
    start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset),
  );
}

/** A block collection ends with its last value; its range in the parser goes on over comments and blank lines. */
function extent(node: YAMLMap | YAMLSeq, lastEnd: number | undefined) {
  const [start, end] = rangeOf(node) ?? [0, 0];
  return { start, end: node.flow || lastEnd === undefined ? end : lastEnd };
}

interface Outcome {
  readonly root: YamlNode | null;
  readonly problems: readonly Problem[];
  /** Where the document starts. */
  readonly start: number;
}

/** The documents of a stream, each with its own problems; a refusal of the text as a whole is one without root. */
function composeAll(text: string): readonly Outcome[] {
  const refused = problemOfRawText(text);
  if (refused) return [{ root: null, problems: [refused], start: 0 }];
  const tokens = [...new Parser().parse(text)];
  const tooDeep = offsetOfTooDeepNesting(tokens);
  if (tooDeep !== null) {
    const message = `Values are nested more than ${yamlLimits.depth} deep here. Flaglab's files need less than ten.`;
    const problems = [error('yaml-too-deep', message, tooDeep, tooDeep)];
    return [{ root: null, problems, start: 0 }];
  }
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    keepSourceTokens: true,
    prettyErrors: false,
    // Done in Translation: the parser's own check compares each key with each.
    uniqueKeys: false,
    stringKeys: true,
    logLevel: 'silent',
  });
  return [...composer.compose(tokens, true, text.length)].map((document) => {
    const problems = [...document.errors, ...document.warnings].map(problemOfParserError);
    const start = document.range[0];
    if (problems.length > 0) return { root: null, problems, start };
    const translation = new Translation();
    try {
      const root = translation.translate(document.contents, text.length);
      return { root, problems: translation.problems, start };
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      return { root: null, problems: [thrown.problem], start };
    }
  });
}

function compose(text: string): Outcome {
  const [first, second] = composeAll(text);
  if (!first) return { root: null, problems: [], start: 0 };
  if (!second) return first;
  const message =
    'A second YAML document starts here (after "---"). Flaglab reads one document per file: move the rest to a file of its own.';
  const problems = [
    ...first.problems,
    error('yaml-several-documents', message, second.start, second.start),
  ];
  return { root: null, problems, start: first.start };
}

/** The parser repeats itself where one mistake breaks a whole line. */
function oncePerLine(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ span, message }) => {
    const id = `${span.start.line} ${message}`;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

function toDiagnostics(
  text: string,
  problems: readonly Problem[],
  positions: TextPositions,
): readonly Diagnostic[] {
  const all = [...problems, ...encodingProblems(text)].map(
    ({ code, severity, message, start, end }): Diagnostic => ({
      code,
      severity,
      message,
      span: positions.spanOf(start, end),
    }),
  );
  return oncePerLine(all).slice(0, yamlLimits.errors);
}

/**
 * Reads a YAML 1.2 text (core schema: no dates, no merge keys, no code; all keys are strings). `value` is null where
 * the text has an error that leaves its meaning open; with duplicate keys alone it is there. Never throws.
 */
export function readYaml(text: string): Reading<YamlDocument | null> {
  const positions = textPositions(text.length > yamlLimits.characters ? '' : text);
  const { root, problems } = compose(text);
  return {
    value: root && { text, root, positions },
    diagnostics: toDiagnostics(text, problems, positions),
  };
}

/** Reads a stream of YAML documents as `readYaml` reads one; those with errors are left out, and said. Never throws. */
export function readYamlDocuments(text: string): Reading<readonly YamlDocument[]> {
  const positions = textPositions(text.length > yamlLimits.characters ? '' : text);
  const outcomes = composeAll(text);
  const problems = outcomes.flatMap((outcome) => outcome.problems);
  return {
    value: outcomes.flatMap(({ root }) => (root === null ? [] : [{ text, root, positions }])),
    diagnostics: toDiagnostics(text, problems, positions),
  };
}

const scalarTypes = {
  plain: Scalar.PLAIN,
  'single-quoted': Scalar.QUOTE_SINGLE,
  'double-quoted': Scalar.QUOTE_DOUBLE,
  literal: Scalar.BLOCK_LITERAL,
  folded: Scalar.BLOCK_FOLDED,
} as const;

const writing = { lineWidth: 0, compat: 'yaml-1.1', flowCollectionPadding: true } as const;

/**
 * A string as YAML text on one line, in the style wanted if the string allows it, else quoted. It reads as
 * the same string in YAML 1.1 and 1.2 (`on` and `1:30` get quotes). `flow`: stands within braces or brackets.
 */
export function writeYamlString(
  value: string,
  { style = 'plain', flow = false }: { readonly style?: YamlScalarStyle; readonly flow?: boolean },
): string {
  const scalar = new Scalar(value);
  const needsQuotes = style === 'literal' || style === 'folded' || /[\r\n]/.test(value);
  scalar.type = scalarTypes[needsQuotes ? 'double-quoted' : style];
  const options = {
    ...writing,
    blockQuote: false,
    collectionStyle: flow ? 'flow' : 'block',
  } as const;
  const written = stringify({ k: scalar }, options);
  return flow ? written.slice('{ k: '.length, -' }\n'.length) : written.slice('k: '.length, -1);
}

/** A string as block scalar (`|` or `>`): header and lines with an indentation of two, without final line break. */
export function writeYamlBlockString(value: string, style: 'literal' | 'folded'): string {
  const scalar = new Scalar(value);
  scalar.type = scalarTypes[style];
  return stringify({ k: scalar }, { ...writing, lineWidth: 80 })
    .slice('k: '.length)
    .replace(/\n$/, '');
}
