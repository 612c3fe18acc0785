import type { UnresolvedRead } from '../../model/flagRead';
import type { Linking, Outcome, Reader, Readers, Taken } from './linkedFile';
import {
  readOf,
  unsettled,
  type LinkedCandidate,
  type LinkedFile,
  type LinkedRead,
} from './linkReads';
import { openParameterText } from './openParameterText';
import type { OpenParameter } from './resolveValue';
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

function sameTaken(first: Taken, second: Taken): boolean {
  if (first.kind === 'flag' || second.kind === 'flag') {
    return first.kind === 'flag' && second.kind === 'flag' && first.key === second.key;
  }
  return (
    first.kind === second.kind &&
    first.index === second.index &&
    first.path.join('.') === second.path.join('.')
  );
}

class ReaderCollector {
  readonly readers = new Map<string, Reader[]>();
  /** Functions whose result is computed from reads, with all that is read. */
  private readonly results = new Map<string, { readonly outcomes: Outcome[]; reader: Reader }>();

  add(id: string, reader: Reader): void {
    const known = this.readers.get(id);
    if (!known) this.readers.set(id, [reader]);
    else if (!known.some(({ taken }) => sameTaken(taken, reader.taken))) known.push(reader);
  }

  candidate(linked: LinkedCandidate, file: string, outcomes: readonly Outcome[]): void {
    const { candidate } = linked;
    for (const outcome of outcomes) {
      if (outcome.kind !== 'open') continue;
      const { parameter } = outcome;
      const id = readerOf(parameter, linked, file);
      const { index, name, path, owner } = parameter;
      const kind = id?.endsWith(`#${spanId(owner)}`) ? 'argument' : 'object';
      if (id) this.add(id, { file, candidate, taken: { kind, index, name, path } });
    }
    const { returnedBy } = candidate;
    const [first] = outcomes;
    if (!returnedBy || !first) return;
    const id = declarationId(file, returnedBy);
    const key = first.kind === 'read' ? first.key : '';
    const known = this.results.get(id);
    if (known) known.outcomes.push(...outcomes);
    else {
      const reader: Reader = { file, candidate, taken: { kind: 'flag', key } };
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

  /** Methods that interfaces declare read what the classes' methods read, where all of these agree. */
  declared(files: readonly LinkedFile[]): void {
    const implementing = new Map<string, (readonly Reader[])[]>();
    for (const { linking, implementations } of files) {
      if (linking.source.context === 'test') continue;
      for (const { id, declaredId, span, parameters } of implementations) {
        const own = this.readers.get(id);
        if (!own) continue;
        const readers = own.map((reader) => ({ ...reader, owner: { span, parameters } }));
        implementing.set(declaredId, [...(implementing.get(declaredId) ?? []), readers]);
      }
    }
    for (const [id, all] of implementing) {
      const [first = []] = all;
      const agree = all.every(
        (readers) =>
          readers.length === first.length &&
          readers.every(({ taken }) => first.some((other) => sameTaken(taken, other.taken))),
      );
      if (agree) for (const reader of first) this.add(id, reader);
    }
  }
}

function collectReaders(files: readonly LinkedFile[], readers: Readers): Readers {
  const collector = new ReaderCollector();
  for (const file of files) {
    // A test's own helpers say nothing about the product.
    if (file.linking.source.context === 'test') continue;
    for (const linked of file.candidates) {
      collector.candidate(linked, file.linking.file, file.outcomes(linked, readers));
    }
  }
  collector.dedicated();
  collector.declared(files);
  return collector.readers;
}

/** What identifies the readers that are known: the same text, the same reads. */
function fingerprint(readers: Readers): string {
  return [...readers]
    .map(([id, all]) => `${id}=${JSON.stringify(all.map(({ taken }) => taken))}`)
    .sort()
    .join('\n');
}

function findReaders(files: readonly LinkedFile[]): Readers {
  let readers: Readers = new Map();
  let before = '';
  for (let round = 0; round < mostRounds; round++) {
    const found = collectReaders(files, readers);
    const now = fingerprint(found);
    readers = found;
    if (now === before) break;
    before = now;
  }
  return readers;
}

interface Waiting {
  readonly read: UnresolvedRead;
  /** The function that takes the key from its callers. */
  readonly id: string | null;
}

function reasonFor({ parameter }: Outcome & { kind: 'open' }, { sourceOf }: Linking): string {
  const what = openParameterText(parameter, sourceOf(parameter.file));
  return `The key cannot be known: ${what}, and nothing here calls it with a known key.`;
}

/**
 * Settles the candidates of all files. A call that takes its key from a parameter of its function is no read of its own: the
 * function's callers are reads, `via` it. Where no caller gives a known key it is unresolved.
 */
export function traceReads(files: readonly LinkedFile[]): TracedReads {
  const readers = findReaders(files);
  const reads = new Map<string, LinkedRead[]>();
  const unresolved = new Map<string, UnresolvedRead[]>();
  const waiting: Waiting[] = [];
  /** Functions that some caller gives a known key. */
  const understood = new Set<string>();
  for (const file of files) {
    const { linking } = file;
    const ownReads: LinkedRead[] = [];
    const ownUnresolved: UnresolvedRead[] = [];
    reads.set(linking.file, ownReads);
    unresolved.set(linking.file, ownUnresolved);
    for (const linked of file.candidates) {
      const reason = unsettled(linked, linking);
      if (reason) ownUnresolved.push(reason);
      const called = linked.targets.flatMap((target) =>
        target.kind === 'declared' ? [declarationId(target.file, target.span)] : [],
      );
      for (const outcome of file.outcomes(linked, readers)) {
        const place = { file: linking.file, span: linked.candidate.span };
        switch (outcome.kind) {
          case 'read':
            ownReads.push(readOf(outcome, linked, linking));
            for (const id of called) understood.add(id);
            break;
          case 'unknown': {
            const { kind: _kind, ...unknown } = outcome;
            ownUnresolved.push({ ...place, ...unknown });
            break;
          }
          case 'open': {
            const { kind: _kind, parameter, ...open } = outcome;
            const id = readerOf(parameter, linked, linking.file);
            waiting.push({
              read: { ...place, ...open, reason: reasonFor(outcome, linking) },
              id,
            });
          }
        }
      }
    }
  }
  settleWaiting(waiting, readers, understood, unresolved, files);
  return { reads, unresolved, readers };
}

/** Marks readers as understood whose callers are, then reports the others. */
function settleWaiting(
  waiting: readonly Waiting[],
  readers: Readers,
  understood: Set<string>,
  unresolved: Map<string, UnresolvedRead[]>,
  files: readonly LinkedFile[],
): void {
  const declaredBy = new Map<string, string[]>();
  for (const { implementations } of files) {
    for (const { id, declaredId } of implementations) {
      declaredBy.set(id, [...(declaredBy.get(id) ?? []), declaredId]);
    }
  }
  const isUnderstood = (id: string) =>
    understood.has(id) || (declaredBy.get(id) ?? []).some((each) => understood.has(each));
  const calledBy = new Map<string, string[]>();
  for (const [id, all] of readers) {
    for (const { candidate, file } of all) calledBy.set(`${file}#${spanId(candidate.span)}`, [id]);
  }
  // A wrapper's wrapper that is understood makes the inner one understood: its call is one of the candidates.
  for (let round = 0; round < mostRounds; round++) {
    const size = understood.size;
    for (const file of files) {
      for (const { candidate, targets } of file.candidates) {
        const around = calledBy.get(`${file.linking.file}#${spanId(candidate.span)}`) ?? [];
        if (!around.some(isUnderstood)) continue;
        for (const target of targets) {
          if (target.kind === 'declared') understood.add(declarationId(target.file, target.span));
        }
      }
    }
    if (understood.size === size) break;
  }
  for (const { read, id } of waiting) {
    if (id !== null && isUnderstood(id)) continue;
    unresolved.get(read.file)?.push(read);
  }
}
