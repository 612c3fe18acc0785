import type { Diagnostic, Reading } from '../model/diagnostic';
import type { JsonPath, JsonValue } from '../model/json';
import type { TextEdit } from '../model/textEdit';
import { EditedText, type Replacement } from './editedText';
import { applyJsonEdit, jsonArray, jsonEquals, jsonObject, type JsonEdit } from './jsonEdit';
import { plainNumber } from './plainNumber';
import { readYaml, type YamlDocument } from './yamlDocument';
import { insertEntry, insertItem } from './yamlInsertion';
import { childOf, jsonOf, nodeAt, type YamlNode } from './yamlNode';
import { YamlPlaces } from './yamlPlaces';
import { removeMember } from './yamlRemoval';
import { missingValue, type Owner, replaceNode } from './yamlReplacement';

/** Set the value at `path`, or without `value` remove it. */
export interface YamlValueEdit {
  readonly path: JsonPath;
  readonly value?: JsonValue;
}

export interface YamlEditOptions {
  /** The keys of the map at a path, in the order people expect them in: new ones go to their place. */
  readonly keyOrder: (path: JsonPath) => readonly string[];
}

type Candidates = readonly (readonly Replacement[])[];

/** Why an edit is not made. */
class Refusal {
  constructor(readonly message: string) {}
}

function pathText(path: JsonPath): string {
  return path.map((segment) => (typeof segment === 'number' ? segment + 1 : segment)).join('.');
}

/** The value as it will be written: numbers without float noise. Refuses what YAML's core schema or JSON cannot hold. */
function writable(value: JsonValue): JsonValue {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Refusal(`${value} is no number that can be written.`);
    return Number(plainNumber(value));
  }
  const items = jsonArray(value);
  if (items) return items.map(writable);
  const members = jsonObject(value);
  if (!members) return value;
  return Object.fromEntries(Object.entries(members).map(([key, inner]) => [key, writable(inner)]));
}

/** A group for a group: member by member, so that what is the same stays untouched. */
function stepsOfObject(
  path: JsonPath,
  old: JsonValue,
  value: JsonValue,
): readonly JsonEdit[] | null {
  const [before, after] = [jsonObject(old), jsonObject(value)];
  if (!before || !after || !Object.keys(before).length || !Object.keys(after).length) return null;
  const sets = Object.entries(after).flatMap(([key, inner]) =>
    stepsOf([...path, key], Object.hasOwn(before, key) ? before[key] : undefined, inner),
  );
  const removals = Object.keys(before).flatMap((key): JsonEdit[] =>
    Object.hasOwn(after, key) ? [] : [{ kind: 'remove', path: [...path, key] }],
  );
  return [...sets, ...removals];
}

/** A list for a list: items that are the same at both ends stay untouched. */
function stepsOfArray(
  path: JsonPath,
  old: JsonValue,
  value: JsonValue,
): readonly JsonEdit[] | null {
  const [before, after] = [jsonArray(old), jsonArray(value)];
  if (!before?.length || !after?.length) return null;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && jsonEquals(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && jsonEquals(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const steps: JsonEdit[] = [];
  for (let index = head; index < after.length - tail; index++) {
    const item = after[index]!;
    if (index < before.length - tail) steps.push(...stepsOf([...path, index], before[index], item));
    else steps.push({ kind: 'insert', path, index, value: item });
  }
  for (let index = before.length - tail - 1; index >= after.length - tail; index--) {
    steps.push({ kind: 'remove', path: [...path, index] });
  }
  return steps;
}

/** An edit in the smallest steps that lead there; none where the value is there already. */
function stepsOf(
  path: JsonPath,
  old: JsonValue | undefined,
  value: JsonValue,
): readonly JsonEdit[] {
  if (jsonEquals(old, value)) return [];
  const whole: readonly JsonEdit[] = [{ kind: 'set', path, value }];
  if (old === undefined) return whole;
  return stepsOfObject(path, old, value) ?? stepsOfArray(path, old, value) ?? whole;
}

/** Writes single steps into one reading of a text. */
class Writer {
  private readonly places: YamlPlaces;

  constructor(
    private readonly document: YamlDocument,
    private readonly options: YamlEditOptions,
  ) {
    this.places = new YamlPlaces(document.text, document.positions);
  }

  candidates(step: JsonEdit): Candidates {
    switch (step.kind) {
      case 'set':
        return this.set(step.path, step.value);
      case 'remove':
        return this.remove(step.path);
      case 'insert': {
        const list = nodeAt(this.document.root, step.path);
        return list?.kind === 'list' ? [insertItem(this.places, list, step)] : [];
      }
    }
  }

  private set(path: JsonPath, value: JsonValue): Candidates {
    let node: YamlNode = this.document.root;
    let owner: Owner = { behind: null, lacksColon: false, column: -2, inFlow: false };
    for (const [depth, segment] of path.entries()) {
      const isEmpty = node.kind === 'scalar' && node.value === null;
      const rest = path.slice(depth);
      if (isEmpty) return replaceNode(this.places, node, this.made(path, rest, value), owner);
      this.refuseToEnter(node, path.slice(0, depth), segment);
      const child = childOf(node, segment);
      if (!child) return [this.insert(node, path, depth, value)];
      owner = this.ownerOf(node, child, owner);
      node = child.value;
    }
    return replaceNode(this.places, node, value, owner);
  }

  private made(path: JsonPath, rest: JsonPath, value: JsonValue): JsonValue {
    const made = missingValue(rest, value);
    if (made === null && rest.length) {
      throw new Refusal(`There is no place for ${pathText(path)}: the list has fewer items.`);
    }
    return rest.length ? made : value;
  }

  private refuseToEnter(node: YamlNode, path: JsonPath, segment: string | number): void {
    const name = path.length ? pathText(path) : 'The file';
    if (node.kind === 'alias') {
      throw new Refusal(
        `${name} is an alias (*name): a change there would change other places too. Write its value out first.`,
      );
    }
    const fits = typeof segment === 'number' ? node.kind === 'list' : node.kind === 'map';
    if (!fits) {
      const wanted = typeof segment === 'number' ? 'a list' : 'a group of keys';
      throw new Refusal(`${name} is not ${wanted}, so "${segment}" cannot be changed in it.`);
    }
  }

  private ownerOf(
    node: YamlNode,
    child: NonNullable<ReturnType<typeof childOf>>,
    outer: Owner,
  ): Owner {
    const inFlow = outer.inFlow || ((node.kind === 'map' || node.kind === 'list') && node.flow);
    if ('key' in child) {
      const { colonEnd, keyEnd, keyStart } = child;
      const column = this.places.column(keyStart);
      return { behind: colonEnd ?? keyEnd, lacksColon: colonEnd === null, column, inFlow };
    }
    const behind = inFlow ? null : child.start + 1;
    return { behind, lacksColon: false, column: this.places.column(child.start), inFlow };
  }

  private insert(
    node: YamlNode,
    path: JsonPath,
    depth: number,
    value: JsonValue,
  ): readonly Replacement[] {
    const segment = path[depth]!;
    const made = this.made(path, path.slice(depth + 1), value);
    if (node.kind === 'map') {
      const order = this.options.keyOrder(path.slice(0, depth));
      return insertEntry(this.places, node, { key: String(segment), value: made, order });
    }
    if (node.kind === 'list' && segment === node.items.length) {
      return insertItem(this.places, node, { index: segment, value: made });
    }
    throw new Refusal(`There is no place for ${pathText(path)}: the list has fewer items.`);
  }

  private remove(path: JsonPath): Candidates {
    const parentPath = path.slice(0, -1);
    const last = path.at(-1)!;
    let owner: Owner = { behind: null, lacksColon: false, column: -2, inFlow: false };
    let node: YamlNode = this.document.root;
    for (const [depth, segment] of parentPath.entries()) {
      this.refuseToEnter(node, path.slice(0, depth), segment);
      const child = childOf(node, segment)!;
      owner = this.ownerOf(node, child, owner);
      node = child.value;
    }
    this.refuseToEnter(node, parentPath, last);
    if (node.kind !== 'map' && node.kind !== 'list') return [];
    const members =
      node.kind === 'map'
        ? node.entries.map(({ keyStart, end }) => ({ start: keyStart, end }))
        : node.items;
    const index =
      node.kind === 'map' ? node.entries.findIndex(({ key }) => key === last) : Number(last);
    const empty = node.kind === 'map' ? '{}' : '[]';
    const behindOwner = owner.behind;
    return [removeMember(this.places, { collection: node, members, index, empty, behindOwner })];
  }
}

function errorsIn(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/** A text on its way, and what it says at this moment. */
interface State {
  readonly text: EditedText;
  readonly document: YamlDocument;
}

/** The text after one step. It is read again: what does not mean exactly what it should is not taken. */
function applyStep({ text, document }: State, step: JsonEdit, options: YamlEditOptions): State {
  const wanted = applyJsonEdit(jsonOf(document.root), step);
  for (const candidate of new Writer(document, options).candidates(step)) {
    const after = text.with(candidate);
    const { value: read, diagnostics } = readYaml(after.text);
    const isSound = read !== null && !errorsIn(diagnostics).length;
    if (isSound && jsonEquals(jsonOf(read.root), wanted)) return { text: after, document: read };
  }
  const where = step.path.length ? pathText(step.path) : 'the file';
  throw new Refusal(
    `This change of ${where} cannot be written without changing something else. Make it in the text itself.`,
  );
}

function has(value: JsonValue, path: JsonPath): boolean {
  const [first, ...rest] = path;
  if (first === undefined) return true;
  const list = typeof first === 'number' ? jsonArray(value) : null;
  const inner = list ? list[Number(first)] : jsonObject(value)?.[first];
  return inner !== undefined && has(inner, rest);
}

function valueAt(value: JsonValue | undefined, path: JsonPath): JsonValue | undefined {
  const [first, ...rest] = path;
  if (first === undefined || value === undefined) return value;
  const list = typeof first === 'number' ? jsonArray(value) : null;
  return valueAt(list ? list[Number(first)] : jsonObject(value)?.[first], rest);
}

function applyEdit(state: State, edit: YamlValueEdit, options: YamlEditOptions): State {
  const root = jsonOf(state.document.root);
  let steps: readonly JsonEdit[];
  if (edit.value === undefined) {
    if (!edit.path.length) throw new Refusal('The whole file cannot be removed.');
    steps = has(root, edit.path) ? [{ kind: 'remove', path: edit.path }] : [];
  } else {
    steps = stepsOf(edit.path, valueAt(root, edit.path), writable(edit.value));
  }
  return steps.reduce((before, step) => applyStep(before, step, options), state);
}

/**
 * Changes single values in a YAML text. All else, comments, order, quotes, indentation and line endings included, stays
 * as it is byte for byte. Each edit sees the result of those before; the result counts from the text before all of
 * them. `value` is null, and a diagnostic says why, where the text is no valid YAML or where an edit cannot be made
 * without changing the meaning of something else.
 */
export function editYaml(
  text: string,
  edits: readonly YamlValueEdit[],
  options: YamlEditOptions,
): Reading<readonly TextEdit[] | null> {
  const { value: document, diagnostics } = readYaml(text);
  const errors = errorsIn(diagnostics);
  if (!document || errors.length) return { value: null, diagnostics: errors };
  try {
    const start: State = { text: EditedText.of(text), document };
    const end = edits.reduce((state, edit) => applyEdit(state, edit, options), start);
    return { value: end.text.edits(), diagnostics: [] };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const span = document.positions.spanOf(0, 0);
    const { message } = refusal;
    return {
      value: null,
      diagnostics: [{ code: 'yaml-edit-refused', severity: 'error', message, span }],
    };
  }
}
