import type { Diagnostic, Severity } from '../../model/diagnostic';
import type { Span } from '../../model/position';
import type { YamlDocument } from '../../syntax/yamlDocument';
import type { YamlEntry, YamlNode } from '../../syntax/yamlNode';

/** Collects what is to be said about one manifest. */
export class ManifestNotes {
  readonly diagnostics: Diagnostic[] = [];
  /** Whether the document stands in the file that is asked about, not in one with what it names. */
  readonly isHere: boolean;
  readonly #document: YamlDocument;
  #shared: readonly YamlNode[] | null = null;

  constructor(document: YamlDocument, isHere: boolean) {
    this.#document = document;
    this.isHere = isHere;
  }

  /** Where a scalar stands, as it is written; null where a change of it would change other places. */
  placeOf(node: YamlNode): ScalarPlace | null {
    if (!this.isHere || node.kind !== 'scalar') return null;
    if (node.style === 'literal' || node.style === 'folded') return null;
    this.#shared ??= aliasTargets(this.#document.root);
    const isShared = this.#shared.some(({ start, end }) => start <= node.start && node.end <= end);
    if (isShared) return null;
    const written = this.#document.text.slice(node.start, node.end);
    return { span: this.spanOf(node), written };
  }

  /** A value of the manifest as a document of its own, at its places. */
  partOf(root: YamlNode): YamlDocument {
    return { ...this.#document, root };
  }

  spanOf(at: { start: number; end: number }): Span {
    return this.#document.positions.spanOf(at.start, at.end);
  }

  add(severity: Severity, code: string, message: string, at: { start: number; end: number }): void {
    const span = this.#document.positions.spanOf(at.start, Math.max(at.start, at.end));
    this.diagnostics.push({ code, severity, message, span });
  }
}

/** Where a scalar stands, and how it is written: with its quotes. */
export interface ScalarPlace {
  readonly span: Span;
  readonly written: string;
}

/** What aliases stand for. */
function aliasTargets(node: YamlNode): readonly YamlNode[] {
  switch (node.kind) {
    case 'alias':
      return [node.target];
    case 'list':
      return node.items.flatMap(({ value }) => aliasTargets(value));
    case 'map':
      return node.entries.flatMap(({ value }) => aliasTargets(value));
    case 'scalar':
      return [];
  }
}

/** A value in a manifest with its path: aliases and merge keys (`<<`) followed, as Kubernetes' tools do. */
export class ManifestField {
  readonly path: string;
  readonly notes: ManifestNotes;
  readonly #node: YamlNode | null;
  /** Where the key stands, or the value where there is none. */
  readonly #keyAt: { readonly start: number; readonly end: number };

  constructor(
    node: YamlNode | null,
    {
      path,
      notes,
      keyAt,
    }: {
      readonly path: string;
      readonly notes: ManifestNotes;
      readonly keyAt?: { readonly start: number; readonly end: number };
    },
  ) {
    this.#node = node === null ? null : target(node);
    this.path = path;
    this.notes = notes;
    this.#keyAt = keyAt ?? { start: node?.start ?? 0, end: node?.end ?? 0 };
  }

  /** The root of a document. */
  static rootOf(document: YamlDocument, isHere = true): ManifestField {
    const notes = new ManifestNotes(document, isHere);
    return new ManifestField(document.root, { path: '', notes });
  }

  get exists(): boolean {
    const node = this.#node;
    return node !== null && !(node.kind === 'scalar' && node.value === null);
  }

  get isMap(): boolean {
    return this.#node?.kind === 'map';
  }

  /** The value of a key; one that does not exist where there is none. */
  get(key: string): ManifestField {
    const path = this.path === '' ? key : `${this.path}.${key}`;
    const entry = this.#node === null ? undefined : entryOf(this.#node, key);
    if (entry === undefined)
      return new ManifestField(null, { path, notes: this.notes, keyAt: this.#keyAt });
    const keyAt = { start: entry.keyStart, end: entry.keyEnd };
    return new ManifestField(entry.value, { path, notes: this.notes, keyAt });
  }

  /** Along several keys: `spec.strategy.canary`. */
  at(path: string): ManifestField {
    return path.split('.').reduce((field: ManifestField, key) => field.get(key), this);
  }

  /** Where its scalar stands in the file; null where there is none that can be changed alone. */
  get place(): ScalarPlace | null {
    return this.#node === null ? null : this.notes.placeOf(this.#node);
  }

  /** As a document of its own; null where there is none. */
  asDocument(): YamlDocument | null {
    return this.#node === null ? null : this.notes.partOf(this.#node);
  }

  /** Where its key stands. */
  get span(): Span {
    return this.notes.spanOf(this.#keyAt);
  }

  items(): readonly ManifestField[] {
    if (this.#node?.kind !== 'list') return [];
    return this.#node.items.map(
      ({ value }, i) => new ManifestField(value, { path: `${this.path}[${i}]`, notes: this.notes }),
    );
  }

  keys(): readonly string[] {
    return this.#node === null ? [] : entriesOf(this.#node).map(({ key }) => key);
  }

  text(): string | null {
    const value = this.#scalar();
    return value === null || typeof value === 'boolean' ? null : String(value);
  }

  /** Also of a number in quotes, as IntOrString fields are often written. */
  number(): number | null {
    const value = this.#scalar();
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (typeof value !== 'string' || !/^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(value.trim()))
      return null;
    return Number(value);
  }

  boolean(): boolean | null {
    const value = this.#scalar();
    if (value === 'true' || value === 'false') return value === 'true';
    return typeof value === 'boolean' ? value : null;
  }

  /** Says something about this field, at its key. */
  say(severity: Severity, code: string, message: string): void {
    this.notes.add(severity, code, message, this.#keyAt);
  }

  /** Says that this field is not simulated, and names it. */
  refuse(what: string): void {
    this.say('warning', 'rollout-unsupported', `${this.path}: ${what}`);
  }

  #scalar(): string | number | boolean | null {
    return this.#node?.kind === 'scalar' ? this.#node.value : null;
  }
}

function target(node: YamlNode): YamlNode {
  let followed = node;
  while (followed.kind === 'alias') followed = followed.target;
  return followed;
}

/** The entries of a map with those merged into it; what stands in the map itself comes first. */
function entriesOf(node: YamlNode, depth = 0): readonly YamlEntry[] {
  const map = target(node);
  if (map.kind !== 'map' || depth > 20) return [];
  const own = map.entries.filter(({ key }) => key !== '<<');
  const merged = map.entries
    .filter(({ key }) => key === '<<')
    .flatMap(({ value }) => {
      const from = target(value);
      return from.kind === 'list' ? from.items.map((item) => item.value) : [from];
    })
    .flatMap((from) => entriesOf(from, depth + 1));
  return [...own, ...merged];
}

function entryOf(node: YamlNode, key: string): YamlEntry | undefined {
  return entriesOf(node).find((entry) => entry.key === key);
}
