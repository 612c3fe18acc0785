/**
 * A definition file taken apart. Each piece alone between `before` and `after` is a definition file, too, and says of its flags what the
 * whole says of them.
 */
export interface DefinitionPieces {
  readonly before: string;
  readonly pieces: readonly string[];
  /** What stands between pieces that are put together again. */
  readonly joint: string;
  readonly after: string;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Members of the root that hold the flags, in formats that have one. */
const containers = new Set(['flags', 'features', 'featureFlags', 'flagValues']);

/** Offset behind a JSON string that begins at `start`; null where it has no end. */
function stringEnd(text: string, start: number): number | null {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
  return null;
}

const isSpace = (character: string | undefined) =>
  character === ' ' || character === '\n' || character === '\r' || character === '\t';

interface Children {
  readonly ranges: readonly Range[];
  /** Offset behind the bracket that ends the object or array. */
  readonly end: number;
}

/** The members or items of the JSON object or array that begins at `open`; null where there is a comment, or no end. */
function childrenOf(text: string, open: number): Children | null {
  const ranges: Range[] = [];
  let depth = 1;
  let start = -1;
  let last = open;
  for (let at = open + 1; at < text.length;) {
    const character = text[at];
    if (isSpace(character)) at++;
    else if (character === ',' && depth === 1) {
      if (start < 0) return null;
      ranges.push({ start, end: last });
      start = -1;
      at++;
    } else if (character === '/') return null;
    else if ((character === '}' || character === ']') && --depth === 0) {
      if (start >= 0) ranges.push({ start, end: last });
      return { ranges, end: at + 1 };
    } else {
      if (start < 0) start = at;
      if (character === '{' || character === '[') depth++;
      const end = character === '"' ? stringEnd(text, at) : at + 1;
      if (end === null) return null;
      at = end;
      last = end;
    }
  }
  return null;
}

/** Where the value of a member begins whose key is one of the containers', if it is an object or an array. */
function containerAt(text: string, { start }: Range): number | null {
  const end = text[start] === '"' ? stringEnd(text, start) : null;
  if (end === null || !containers.has(text.slice(start + 1, end - 1))) return null;
  const [opening] = /^\s*:\s*[{[]/.exec(text.slice(end, end + 200)) ?? [];
  return opening === undefined ? null : end + opening.length - 1;
}

function cutAt(text: string, ranges: readonly Range[], joint: string): DefinitionPieces | null {
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined || ranges.length < 2) return null;
  return {
    before: text.slice(0, first.start),
    pieces: ranges.map(({ start, end }) => text.slice(start, end)),
    joint,
    after: text.slice(last.end),
  };
}

function jsonPieces(text: string): DefinitionPieces | null {
  const open = text.search(/\S/);
  const root = text[open] === '{' ? childrenOf(text, open) : null;
  if (root === null || text.slice(root.end).trim() !== '') return null;
  const found = root.ranges.flatMap((range) => containerAt(text, range) ?? []);
  const [container, ...others] = found;
  if (container === undefined) return cutAt(text, root.ranges, ',');
  const inner = others.length === 0 ? childrenOf(text, container) : null;
  return inner && cutAt(text, inner.ranges, ',');
}

/** What may tie parts of a YAML file together, or begin another document. */
const tiesYaml = /(^|[\s[{,:-])[&*][^\s]|<<\s*:|^(---|\.\.\.|%|[[{?])|^\s*\t/m;

/** Starts of the lines between two offsets that begin a member at a given depth, which ends where a line is less deep. */
function yamlRanges(text: string, from: number, indentation: string): readonly Range[] {
  const starts: number[] = [];
  let end = text.length;
  for (let at = from; at < text.length;) {
    const next = text.indexOf('\n', at);
    const lineEnd = next < 0 ? text.length : next + 1;
    const line = text.slice(at, lineEnd);
    if (line.trim() !== '' && !line.trimStart().startsWith('#')) {
      const depth = line.length - line.trimStart().length;
      if (depth < indentation.length) {
        end = at;
        break;
      }
      if (depth === indentation.length) starts.push(at);
    }
    at = lineEnd;
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? end }));
}

function yamlPieces(text: string): DefinitionPieces | null {
  const plain = text.endsWith('\n') ? text : `${text}\n`;
  if (tiesYaml.test(plain) || plain.includes('\r')) return null;
  const [opening, indentation = ''] = /^flags:[ ]*\n(?:[ ]*(?:#.*)?\n)*([ ]+)\S/m.exec(plain) ?? [];
  if (opening === undefined) return cutAt(plain, yamlRanges(plain, 0, ''), '');
  const from = plain.indexOf(opening) + 'flags:'.length;
  return cutAt(plain, yamlRanges(plain, plain.indexOf('\n', from) + 1, indentation), '');
}

/**
 * Takes a definition file apart at its flags, by its brackets or its indentation alone; null where it is of another shape, or where its
 * parts are tied together. Whether pieces are flags is for its format to say.
 */
export function definitionPieces(file: string, text: string): DefinitionPieces | null {
  if (/\.json$/i.test(file)) return jsonPieces(text);
  return /\.ya?ml$/i.test(file) ? yamlPieces(text) : null;
}
