import { calledWithKeys } from './calledWithKeys';
import { isAttribute } from './candidateTargets';
import type { UnresolvedRead } from '../../model/flagRead';
import { languageGroupOf, type LanguageGroup } from './languageGroup';
import type { Linking, Outcome, Reader, Readers } from './linkedFile';
import {
  readOf,
  unsettled,
  type LinkedCandidate,
  type LinkedFile,
  type LinkedRead,
} from './linkReads';
import { type HeldMethod, heldMethods, heldReaders } from './heldReaders';
import { inHouse } from '../reads/inHouse';
import { memberReaders, type HandedProperty } from './memberReaders';
import { openParameterText } from './openParameterText';
import type { OpenParameter } from './resolvedValue';
import { sameReader } from './sameReader';
import { declarationId, spanId } from './spanId';

/** What the candidates of all files turn out to be. */
export interface TracedReads {
  /** By file. */
  readonly reads: ReadonlyMap<string, readonly LinkedRead[]>;
  readonly unresolved: ReadonlyMap<string, readonly UnresolvedRead[]>;
  readonly readers: Readers;
}

/** Wrappers of wrappers are looked for so often. */
const mostRounds = 8;

/** The function whose callers give the key: the one with the parameter, or the method whose object was made with it. */
function readerOf(
  { file, owner }: OpenParameter,
  { candidate, targets }: LinkedCandidate,
  here: string,
): string | null {
  if (file !== here) return null;
  const { within } = candidate;
  if (!within) {
    const isCalled = targets.some(
      (target) => target.kind === 'declared' && spanId(target.span) === spanId(owner),
    );
    return isCalled ? null : declarationId(file, owner);
  }
  const around = within.find((span) => spanId(span) === spanId(owner)) ?? within[0];
  return around ? declarationId(file, around) : null;
}

/** So many texts of a type, and such a share of them, are known keys where the type is one of keys. */
const fewestKeys = 3;
const leastShare = 1 / 3;

class ReaderCollector {
  /** Keys that are read, with their SDK. */
  private readonly keysRead = new Map<string, string>();
  /** SDKs of the functions that take a key from their callers. */
  private readonly sdks = new Map<string, string>();
  /** Properties of parameters' types that are handed to reads. */
  private readonly handed: HandedProperty[] = [];
  readonly readers = new Map<string, Reader[]>();
  /** Functions whose result is computed from reads, with all that is read. */
  private readonly results = new Map<string, { readonly outcomes: Outcome[]; reader: Reader }>();

  add(id: string, reader: Reader): void {
    const known = this.readers.get(id);
    if (!known) this.readers.set(id, [reader]);
    else if (!known.some((each) => sameReader(each, reader))) known.push(reader);
  }

  candidate(
    linked: LinkedCandidate,
    { file, source }: Linking,
    outcomes: readonly Outcome[],
  ): void {
    const { candidate } = linked;
    for (const outcome of outcomes) {
      if (outcome.kind === 'read') this.keysRead.set(outcome.key, outcome.sdk);
      if (outcome.kind !== 'open') continue;
      const { parameter } = outcome;
      if (outcome.declared) this.handed.push(outcome.declared);
      const id = readerOf(parameter, linked, file);
      if (id) this.sdks.set(id, outcome.sdk);
      const { index, name, path, owner } = parameter;
      const kind = id?.endsWith(`#${spanId(owner)}`) ? 'argument' : 'object';
      const taken = { kind, index, name, path } as const;
      // An attribute's own methods are called by the framework, with what it was given where it is written.
      if (kind === 'object' && parameter.file === file && isAttribute(owner, source)) {
        const made = declarationId(file, owner);
        const given = { ...taken, kind: 'argument' } as const;
        this.add(made, { kind: 'candidate', id: made, file, candidate, taken: given });
      } else if (id) this.add(id, { kind: 'candidate', id, file, candidate, taken });
    }
    const { returnedBy } = candidate;
    const [first] = outcomes;
    if (!returnedBy || !first) return;
    const id = declarationId(file, returnedBy);
    const key = first.kind === 'read' ? first.key : '';
    const known = this.results.get(id);
    if (known) known.outcomes.push(...outcomes);
    else {
      const reader: Reader = {
        kind: 'candidate',
        id,
        file,
        candidate,
        taken: { kind: 'flag', key },
      };
      this.results.set(id, { outcomes: [...outcomes], reader });
    }
  }

  /** Functions whose result is computed from one flag only read it for their callers. */
  dedicated(): void {
    for (const [id, { outcomes, reader }] of this.results) {
      const keys = new Set(outcomes.map((each) => (each.kind === 'read' ? each.key : null)));
      if (keys.size === 1 && !keys.has(null) && !this.readers.has(id)) this.add(id, reader);
    }
  }

  /**
   * A function whose parameter takes one of several texts by its type, enough of which are keys that are declared or read
   * elsewhere: the project's own way to read them, whatever is behind it.
   */
  keyed(files: readonly LinkedFile[], declared: ReadonlyMap<string, string>): void {
    for (const { keyedParameters, linking } of files) {
      if (linking.source.context === 'test') continue;
      for (const { id, called, index, name, texts } of keyedParameters()) {
        if (this.readers.has(id)) continue;
        const sdks = texts.flatMap((text) => declared.get(text) ?? this.keysRead.get(text) ?? []);
        const [sdk] = sdks;
        const isEnough = sdks.length >= fewestKeys && sdks.length >= texts.length * leastShare;
        if (sdk === undefined || !isEnough) continue;
        this.add(id, { kind: 'stated', id, called, sdk, rule: { key: { argument: index, name } } });
      }
    }
  }

  /** The project's own clients: functions named as an SDK's reads are, beside packages of its vendor or in its client's place. */
  namesakes(files: readonly LinkedFile[]): void {
    for (const { linking, namesakes } of files) {
      if (linking.source.context === 'test') continue;
      for (const reader of namesakes) if (!this.readers.has(reader.id)) this.add(reader.id, reader);
    }
  }

  /** Functions of the project that are asked for a key that code declares, and reach no SDK. */
  asked(files: readonly LinkedFile[]): void {
    for (const { candidates, linking } of files) {
      if (linking.source.context === 'test') continue;
      for (const { asked, targets } of candidates) {
        if (!asked) continue;
        for (const target of targets) {
          if (target.kind !== 'declared') continue;
          const id = declarationId(target.file, target.span);
          if (this.readers.has(id) || !target.value?.parameters?.[asked.argument]) continue;
          const { called, rule } = asked;
          this.add(id, { kind: 'stated', id, called, rule, sdk: inHouse.id });
        }
      }
    }
  }

  held(methods: readonly HeldMethod[]): void {
    for (const [id, reader] of heldReaders(methods, this.readers, this.sdks)) this.add(id, reader);
  }

  members(files: readonly LinkedFile[], declared: ReadonlyMap<string, string>): void {
    const sdkOfKey = (text: string) => declared.get(text) ?? this.keysRead.get(text);
    for (const reader of memberReaders(files, this.handed, sdkOfKey)) this.add(reader.id, reader);
  }

  called(files: readonly LinkedFile[], declared: ReadonlyMap<string, string>): void {
    const known = { declared, read: this.keysRead };
    for (const reader of calledWithKeys(files, this.readers, known)) this.add(reader.id, reader);
  }

  /** Methods that interfaces declare read what the classes' methods read, where all of these agree. */
  declared(files: readonly LinkedFile[]): void {
    const implementing = new Map<string, (readonly Reader[])[]>();
    for (const { linking, implementations } of files) {
      if (linking.source.context === 'test') continue;
      for (const { id, declaredId, span, parameters } of implementations) {
        const own = this.readers.get(id);
        if (!own) continue;
        const readers = own.map((reader) =>
          reader.kind === 'stated' ? reader : { ...reader, owner: { span, parameters } },
        );
        implementing.set(declaredId, [...(implementing.get(declaredId) ?? []), readers]);
      }
    }
    this.addAgreeing(implementing);
    for (const id of implementing.keys()) {
      this.otherImplementations(id, this.readers.get(id) ?? [], files);
    }
  }

  /**
   * Interfaces of TypeScript and Go need not be named by what implements them: where all functions that one declares are readers
   * of the same names in one file, and in no other, those are what it declares.
   */
  alike(files: readonly LinkedFile[]): void {
    const sources = new Map(files.map(({ linking }) => [linking.file, linking.source]));
    const byName = new Map<string, Map<string, readonly Reader[]>>();
    for (const [id, readers] of this.readers) {
      const [file = '', place = ''] = id.split('#');
      const source = sources.get(file);
      const name = source?.names?.[place];
      if (!source || name === undefined || !structural.has(languageGroupOf(source.language)))
        continue;
      const inFile = byName.get(file) ?? new Map<string, readonly Reader[]>();
      const [line = 0, column = 0] = place.split(':').map(Number);
      const start = { line, column };
      const owner = { span: { start, end: start }, parameters: [] };
      byName.set(
        file,
        inFile.set(
          name,
          readers.map((reader) => (reader.kind === 'stated' ? reader : { ...reader, owner })),
        ),
      );
    }
    const implementing = new Map<string, (readonly Reader[])[]>();
    // What a class says it implements is what the class does.
    const named = new Set(
      files
        .filter(({ linking }) => linking.source.context !== 'test')
        .flatMap(({ implementations }) => implementations.map(({ declaredId }) => declaredId)),
    );
    for (const target of files.flatMap(({ candidates }) =>
      candidates.flatMap(({ targets }) => targets),
    )) {
      if (target.kind !== 'declared' || !target.siblings?.includes(target.name)) continue;
      const id = declarationId(target.file, target.span);
      const { siblings, name, value } = target;
      if (this.readers.has(id) || implementing.has(id) || named.has(id) || !value) continue;
      const found = [...byName.values()].filter((names) =>
        siblings.every((sibling) => names.has(sibling)),
      );
      const readers = found[0]?.get(name);
      if (found.length === 1 && readers) implementing.set(id, [readers]);
    }
    this.addAgreeing(implementing);
  }

  private addAgreeing(implementing: ReadonlyMap<string, readonly (readonly Reader[])[]>): void {
    for (const [id, all] of implementing) {
      const [first = []] = all;
      const agree = all.every(
        (readers) =>
          readers.length === first.length &&
          readers.every((each) => first.some((other) => sameReader(each, other))),
      );
      if (!agree) continue;
      for (const reader of first) this.add(id, reader);
    }
  }

  /** A class that answers what the interface asks without an SDK (from a file, for tests) is asked for flags all the same. */
  private otherImplementations(
    declaredId: string,
    readers: readonly Reader[],
    files: readonly LinkedFile[],
  ): void {
    for (const { implementations } of files) {
      for (const { id, declaredId: declares } of implementations) {
        if (declares !== declaredId || this.readers.has(id)) continue;
        for (const reader of readers) this.add(id, reader);
      }
    }
  }
}

/** Interfaces of these languages are met by whatever has their functions. */
const structural: ReadonlySet<LanguageGroup> = new Set(['javascript', 'go']);

/** What is the same in every round. */
interface KnownToAll {
  /** SDKs by the keys that definitions declare. */
  readonly declared: ReadonlyMap<string, string>;
  readonly held: readonly HeldMethod[];
}

function collectReaders(
  files: readonly LinkedFile[],
  readers: Readers,
  { declared, held }: KnownToAll,
): Readers {
  const collector = new ReaderCollector();
  for (const file of files) {
    // A test's own helpers say nothing about the product.
    if (file.linking.source.context === 'test') continue;
    for (const linked of file.candidates) {
      collector.candidate(linked, file.linking, file.outcomes(linked, readers));
    }
  }
  collector.dedicated();
  collector.declared(files);
  collector.alike(files);
  collector.namesakes(files);
  collector.asked(files);
  collector.keyed(files, declared);
  collector.called(files, declared);
  collector.members(files, declared);
  collector.held(held);
  return collector.readers;
}

/** What identifies the readers that are known: the same text, the same reads. */
function fingerprint(readers: Readers): string {
  return [...readers]
    .map(
      ([id, all]) =>
        `${id}=${JSON.stringify(all.map((each) => (each.kind === 'stated' ? each.rule : each.taken)))}`,
    )
    .sort()
    .join('\n');
}

function findReaders(files: readonly LinkedFile[], declared: ReadonlyMap<string, string>): Readers {
  const known: KnownToAll = { declared, held: heldMethods(files) };
  let readers: Readers = new Map();
  let before = '';
  for (let round = 0; round < mostRounds; round++) {
    const found = collectReaders(files, readers, known);
    const now = fingerprint(found);
    readers = found;
    if (now === before) break;
    before = now;
  }
  return readers;
}

function reasonFor({ parameter }: Outcome & { kind: 'open' }, { sourceOf }: Linking): string {
  const what = openParameterText(parameter, sourceOf(parameter.file));
  return `The key cannot be known: ${what}, and nothing here calls it with a known key.`;
}

/** What is found of one file, in the order of its candidates. */
interface Found {
  readonly reads: LinkedRead[];
  readonly unresolved: UnresolvedRead[];
}

/** The places in functions of the project that a candidate's call leads to. */
function readersCalled({ targets }: LinkedCandidate, readers: Readers): readonly Reader[] {
  return targets.flatMap((target) =>
    target.kind === 'declared' ? (readers.get(declarationId(target.file, target.span)) ?? []) : [],
  );
}

/** The functions that take a key from callers, of whom one gives a known key: `declarationId`. */
function findUnderstood(files: readonly LinkedFile[], readers: Readers): ReadonlySet<string> {
  const understood = new Set<string>();
  const open: { readonly id: string; readonly leadsTo: readonly string[] }[] = [];
  for (const file of files) {
    for (const linked of file.candidates) {
      const leadsTo = readersCalled(linked, readers).map(({ id }) => id);
      if (leadsTo.length === 0) continue;
      for (const outcome of file.outcomes(linked, readers)) {
        if (outcome.kind === 'read') for (const id of leadsTo) understood.add(id);
        if (outcome.kind !== 'open') continue;
        const id = readerOf(outcome.parameter, linked, file.linking.file);
        if (id !== null) open.push({ id, leadsTo });
      }
    }
  }
  // A wrapper's wrapper that is understood makes the inner one understood.
  for (let size = -1; size !== understood.size;) {
    size = understood.size;
    for (const { id, leadsTo } of open) {
      if (understood.has(id)) for (const each of leadsTo) understood.add(each);
    }
  }
  return understood;
}

function settle(
  linked: LinkedCandidate,
  file: LinkedFile,
  readers: Readers,
  understood: ReadonlySet<string>,
  found: Found,
): void {
  const { linking } = file;
  const { candidate } = linked;
  const place = { file: linking.file, span: candidate.span };
  for (const outcome of file.outcomes(linked, readers)) {
    switch (outcome.kind) {
      case 'read':
        found.reads.push(readOf(outcome, linked, linking));
        break;
      case 'unknown': {
        const { kind: _kind, ...unknown } = outcome;
        found.unresolved.push({ ...place, ...unknown });
        break;
      }
      case 'open': {
        const { kind: _kind, parameter, ...open } = outcome;
        const id = readerOf(parameter, linked, linking.file);
        if (id !== null && understood.has(id)) break;
        found.unresolved.push({ ...place, ...open, reason: reasonFor(outcome, linking) });
      }
    }
  }
}

/**
 * Settles the candidates of all files. A call that takes its key from a parameter of its function is no read of its own: the
 * function's callers are reads, `via` it. Where no caller gives a known key it is unresolved, so that people see it.
 * `declared`: keys of definitions, each with an SDK that can use it.
 */
export function traceReads(
  files: readonly LinkedFile[],
  declared: ReadonlyMap<string, string>,
): TracedReads {
  const readers = findReaders(files, declared);
  const understood = findUnderstood(files, readers);
  const reads = new Map<string, readonly LinkedRead[]>();
  const unresolved = new Map<string, readonly UnresolvedRead[]>();
  for (const file of files) {
    const found: Found = { reads: [], unresolved: [] };
    for (const linked of file.candidates) {
      const reason = unsettled(linked, file.linking, readers);
      if (reason) found.unresolved.push(reason);
      settle(linked, file, readers, understood, found);
    }
    reads.set(file.linking.file, found.reads);
    unresolved.set(file.linking.file, found.unresolved);
  }
  return { reads, unresolved, readers };
}
