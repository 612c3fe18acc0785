import type { Diagnostic, Severity } from '../model/diagnostic';
import type { JsonPath, JsonValue } from '../model/json';
import type { YamlDocument } from '../syntax/yamlDocument';
import { jsonOf, nodeAt, type YamlEntry, type YamlNode } from '../syntax/yamlNode';
import { writeYamlFlow } from '../syntax/writeYamlValue';
import { closestWord } from './closestWord';
import { adviceFor, oneOf } from './expectation';
import { fieldAt, type FieldNode, fieldsOf } from './fieldNode';
import { expectedOf } from './fieldText';
import type * as z from './zod';

type Issue = z.core.$ZodIssue;

/** `metrics, item 1` */
function placeOf(path: JsonPath): string {
  return path
    .map((segment) => (typeof segment === 'number' ? `item ${segment + 1}` : segment))
    .join(', ');
}

/** `"power" (in design)` */
function nameOf(path: JsonPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  const parent = path.slice(0, -1);
  if (typeof last === 'number') return `Item ${last + 1} of ${placeOf(parent)}`;
  return parent.length ? `"${last}" (in ${placeOf(parent)})` : `"${last}"`;
}

function shortJson(value: JsonValue): string {
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) ? 'a list' : 'a group of keys';
  }
  const written = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return written.length > 60 ? `${written.slice(0, 60)}...` : written;
}

/** Half a sentence for brackets: `(share, 0 to 1; usually 0.05)`. */
function remarkOf(field: FieldNode): string {
  const remarks = [field.help?.unit, field.help?.hint].filter((remark) => remark !== undefined);
  return remarks.length ? ` (${remarks.join('; ')})` : '';
}

function exampleOf(key: string, field: FieldNode): string {
  const isObvious = field.shape.kind === 'choice' && field.shape.values.length === 1;
  return field.help && !isObvious
    ? `, for example ${key}: ${writeYamlFlow(field.help.example)}`
    : '';
}

/** Keys that a user may know a field by: its own and other words for it. */
function closestKey(key: string, fields: ReadonlyMap<string, FieldNode>): string | null {
  const byWord = new Map<string, string>();
  for (const name of fields.keys()) byWord.set(name, name);
  for (const [name, { help }] of fields) {
    for (const word of help?.alsoCalled ?? []) if (!byWord.has(word)) byWord.set(word, name);
  }
  const found = closestWord(key, [...byWord.keys()]);
  return found && byWord.get(found)!;
}

/** Where else in the schema there is a field with this key, or with this as another word for it: a path of keys. */
function placeOfKey(key: string, field: FieldNode, path: readonly string[] = []): string[] | null {
  for (const [name, inner] of fieldsOf(field.shape)) {
    if (name === key || inner.help?.alsoCalled?.includes(key)) return [...path, name];
    const item = inner.shape.kind === 'list' ? inner.shape.item : inner;
    const found = placeOfKey(key, item, [...path, name]);
    if (found) return found;
  }
  return null;
}

export interface SchemaDiagnosticsInput {
  /** First word of every code: `plan`, `settings`. */
  readonly prefix: string;
  readonly field: FieldNode;
  readonly document: YamlDocument;
}

/** Turns what a schema has found, and what it does not look for, into diagnostics with places. One per file and reading. */
export class SchemaDiagnostics {
  private readonly found: Diagnostic[] = [];
  /** Missing keys, as JSON paths, that a misspelt key already stands for. */
  private readonly explained = new Set<string>();

  constructor(private readonly input: SchemaDiagnosticsInput) {}

  /** In order of place. */
  all(): readonly Diagnostic[] {
    return this.found.toSorted(
      ({ span: { start: one } }, { span: { start: other } }) =>
        one.line - other.line || one.column - other.column,
    );
  }

  addIssues(issues: readonly Issue[], base: JsonPath = []): void {
    const placed = issues.map((issue) => ({
      issue,
      path: [...base, ...issue.path] as JsonPath,
    }));
    for (const { issue, path } of placed) {
      if (issue.code === 'unrecognized_keys') this.addUnknownKeys(issue.keys, path);
    }
    for (const { issue, path } of placed) {
      if (issue.code !== 'unrecognized_keys') this.addIssue(issue, path);
    }
  }

  /** Says of each key that is accepted but not yet used that nothing reads it. */
  addReserved(): void {
    this.visitReserved(this.input.document.root, this.input.field);
  }

  private visitReserved(node: YamlNode, field: FieldNode): void {
    if (node.kind === 'list' && field.shape.kind === 'list') {
      for (const { value } of node.items) this.visitReserved(value, field.shape.item);
    }
    if (node.kind !== 'map') return;
    const { shape } = field;
    for (const entry of node.entries) {
      const inner = shape.kind === 'record' ? shape.value : fieldsOf(shape).get(entry.key);
      if (!inner) continue;
      if (!inner.help?.reserved) this.visitReserved(entry.value, inner);
      else {
        const message = `Nothing reads "${entry.key}" yet: it is accepted, so that files can already carry it, and changes no answer.`;
        this.add('key-reserved', message, [entry.keyStart, entry.keyEnd], 'information');
      }
    }
  }

  private add(
    code: string,
    message: string,
    [start, end]: readonly [number, number],
    severity: Severity = 'error',
  ): void {
    const span = this.input.document.positions.spanOf(start, end);
    // A value can be outside of its range in two ways, which are one message.
    const isSaid = this.found.some(
      ({ message: before, span: { start: at } }) =>
        before === message && at.line === span.start.line && at.column === span.start.column,
    );
    if (isSaid) return;
    this.found.push({ code: `${this.input.prefix}-${code}`, severity, message, span });
  }

  private addIssue(issue: Issue, path: JsonPath): void {
    const { document, field: root } = this.input;
    const node = nodeAt(document.root, path);
    const field = fieldAt(root, path);
    if (issue.code === 'custom') {
      const code = String(issue.params?.['code'] ?? 'value');
      const extent = issue.params?.['atKey'] ? this.headOf(path) : this.extentOf(path);
      this.add(code, issue.message, extent);
    } else if (!node) this.addMissing(path, field);
    else if (!field) this.add('value', `${nameOf(path)} is not as expected.`, this.extentOf(path));
    else if (issue.code === 'invalid_union') this.addNeither(issue.errors, path, field);
    else this.addBadValue(path, field, jsonOf(node));
  }

  private addBadValue(path: JsonPath, field: FieldNode, value: JsonValue): void {
    const { shape } = field;
    const name = nameOf(path);
    const expected = `${expectedOf(field)}${remarkOf(field)}`;
    if (value === null) {
      const otherwise = field.required ? '' : ', or remove the key';
      const message = `${name} has no value. Write ${expected}${otherwise}.`;
      return this.add('value-empty', message, this.extentOf(path));
    }
    if (shape.kind === 'list' && Array.isArray(value)) {
      const limit =
        value.length < shape.minItems ? `at least ${shape.minItems}` : `at most ${shape.maxItems}`;
      const message = `${name} has ${value.length} ${value.length === 1 ? 'item' : 'items'}, but needs ${limit}.`;
      return this.add('list-length', message, this.extentOf(path));
    }
    if (shape.kind === 'text' && typeof value === 'string' && value.length > shape.maxLength) {
      const message = `${name} has ${value.length} characters, but may have at most ${shape.maxLength}. Shorten it.`;
      return this.add('value-range', message, this.extentOf(path));
    }
    const isInDomain = shape.kind === 'number' && typeof value === 'number';
    const code = shape.kind === 'choice' ? 'choice' : isInDomain ? 'range' : 'type';
    const isGroup = shape.kind !== 'number' && shape.kind !== 'text' && shape.kind !== 'choice';
    const example =
      isGroup && typeof path.at(-1) === 'string' ? exampleOf(String(path.at(-1)), field) : '';
    const message = `${name} is ${shortJson(value)}, but must be ${expected}${example}.${adviceFor(value, shape)}`;
    return this.add(`value-${code}`, message, this.extentOf(path));
  }

  /** None of several shapes fits: says what stands in the way of the one that was meant. */
  private addNeither(
    errors: readonly (readonly Issue[])[],
    path: JsonPath,
    field: FieldNode,
  ): void {
    const node = nodeAt(this.input.document.root, path);
    const options = field.shape.kind === 'either' ? field.shape.options : [];
    const value = node ? jsonOf(node) : null;
    const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    const meant = options.flatMap(({ shape }, index) =>
      keys.some((key) => fieldsOf(shape).has(key)) ? [index] : [],
    );
    if (meant.length === 1) return this.addIssues(errors[meant[0]!] ?? [], path);
    const choices = oneOf([...fieldsOf(field.shape).keys()]);
    if (meant.length > 1) {
      const message = `${nameOf(path)} has more than one of ${choices}; only one can count. Remove the others.`;
      return this.add('value-ambiguous', message, this.extentOf(path));
    }
    const isMap = node?.kind === 'map';
    if (!isMap || !keys.length) return this.addBadValue(path, field, isMap ? null : value);
    return this.addUnknownKeys(keys, path);
  }

  private addMissing(path: JsonPath, field: FieldNode | undefined): void {
    if (this.explained.has(JSON.stringify(path))) return;
    const key = String(path.at(-1));
    const parent = path.slice(0, -1);
    const where = parent.length ? ` in ${placeOf(parent)}` : '';
    const what = field ? `: ${expectedOf(field)}${remarkOf(field)}${exampleOf(key, field)}` : ' it';
    const message = `"${key}" is missing${where}. Add ${field ? `${key}${what}` : 'it'}.`;
    this.add('key-missing', message, this.headOf(parent));
  }

  private addUnknownKeys(keys: readonly string[], path: JsonPath): void {
    const { document, field: root } = this.input;
    const node = nodeAt(document.root, path);
    const field = fieldAt(root, path);
    if (node?.kind !== 'map' || !field) return;
    const known = fieldsOf(field.shape);
    const present = new Set(node.entries.map(({ key }) => key));
    const absent = new Map([...known].filter(([key]) => !present.has(key)));
    for (const entry of node.entries.filter(({ key }) => keys.includes(key))) {
      const advice = this.adviceForUnknown(entry, path, absent);
      const message = `Flaglab knows no "${entry.key}"${path.length ? ` in ${placeOf(path)}` : ' here'}. ${advice ?? `Known: ${[...known.keys()].join(', ')}.`}`;
      this.add('key-unknown', message, [entry.keyStart, entry.keyEnd]);
    }
  }

  private adviceForUnknown(
    entry: YamlEntry,
    path: JsonPath,
    absent: ReadonlyMap<string, FieldNode>,
  ): string | null {
    const meant = closestKey(entry.key, absent);
    if (meant) {
      this.explained.add(JSON.stringify([...path, meant]));
      return `Did you mean "${meant}"?`;
    }
    const place = placeOfKey(entry.key, this.input.field);
    if (!place) return null;
    const name = place.at(-1) === entry.key ? '' : ` and is called "${place.at(-1)}"`;
    return place.length > 1 ? `It belongs in ${place.slice(0, -1).join(', ')}${name}.` : null;
  }

  /** The value's own text; for a value that is left out, its key. */
  private extentOf(path: JsonPath): readonly [number, number] {
    const node = nodeAt(this.input.document.root, path);
    if (!node) return this.headOf(path.slice(0, -1));
    const isBlock = (node.kind === 'map' || node.kind === 'list') && !node.flow;
    if (node.start < node.end && !isBlock) return this.firstLine(node.start, node.end);
    return this.headOf(path);
  }

  /** What names a group for people: its key, for a list item its first line, for the whole file the first line with content. */
  private headOf(path: JsonPath): readonly [number, number] {
    const { root } = this.input.document;
    const parent = nodeAt(root, path.slice(0, -1));
    const last = path.at(-1);
    if (parent?.kind === 'map' && path.length) {
      const entry = parent.entries.findLast(({ key }) => key === last);
      if (entry) return [entry.keyStart, entry.keyEnd];
    }
    const node = nodeAt(root, path) ?? root;
    return this.firstLine(node.start, node.end);
  }

  /** A span over several lines would underline half the file. */
  private firstLine(start: number, end: number): readonly [number, number] {
    const { positions } = this.input.document;
    const lineEnd = positions.lineEnd(positions.positionAt(start).line);
    return [start, Math.min(end, lineEnd)];
  }
}
