import { definitionMeaning } from '../../core/flags/stale/definitionMeaning';
import {
  definitionId,
  pastOfVersions,
  type DefinitionVersion,
} from '../../core/flags/stale/pastOfVersions';
import type { FlagDefinition } from '../../core/model/flagDefinition';
import type { DefinitionPast } from '../../core/model/flagHistory';
import type { PlaceDefinitions } from '../definitionPlacements';
import type { FactsReader } from '../factsReader';
import { fileVersions, type FileVersion } from './fileVersions';
import type { Git, ReadBlobs } from './gitRunner';
import { groupedBy } from './groupedBy';
import { readBlobs } from './readBlobs';
import { createVersionReader } from './versionReader';

/** What is asked: the pasts of these definitions, which the files hold now. */
export interface PastsRequest {
  readonly root: string;
  readonly trusted: boolean;
  /** The commit that history ends with. */
  readonly head: string;
  readonly definitions: readonly FlagDefinition[];
  /** Who parses the versions of the files. */
  readonly factsReader: FactsReader;
  readonly now: string;
  /** The environments and roles that settings give. */
  readonly place: PlaceDefinitions;
}

/** A version of a definition file, and the path it had. */
export type ReadVersion = DefinitionVersion & { readonly path: string };

/** The versions of each definition file, the oldest first; files of which one is missing are left out. */
export type VersionsByFile = ReadonlyMap<string, readonly ReadVersion[]>;

/** What git says of definitions, or why it could not. */
export type Pasts =
  | {
      readonly kind: 'known';
      readonly pasts: ReadonlyMap<FlagDefinition, DefinitionPast>;
      readonly versions: VersionsByFile;
    }
  | { readonly kind: 'failed'; readonly reason: string };

const missing: DefinitionPast = {
  kind: 'unknown',
  reason: 'git does not have all versions of its definition file.',
};

/** So many versions are read at first; then as many as this much text holds: it is in memory. */
const firstVersions = 32;
const mostVersions = 1_000;
const textAtOnce = 4_000_000;

function nextCount(texts: ReadonlyMap<string, string>): number {
  const length = [...texts.values()].reduce((sum, text) => sum + text.length, 0);
  const average = length / Math.max(texts.size, 1);
  return Math.max(1, Math.min(mostVersions, Math.floor(textAtOnce / Math.max(average, 1))));
}

type Read =
  | {
      readonly kind: 'read';
      readonly versions: readonly ReadVersion[];
      readonly isMissing: boolean;
    }
  | { readonly kind: 'failed'; readonly reason: string };

/** What the versions of a file define, the oldest first. */
async function readVersions(
  file: string,
  versions: readonly FileVersion[],
  blobs: ReadBlobs,
  request: PastsRequest,
): Promise<Read> {
  const reader = createVersionReader(file, request);
  const oldestFirst = versions.toReversed();
  const read: ReadVersion[] = [];
  let isMissing = false;
  let count = firstVersions;
  for (let start = 0; start < oldestFirst.length;) {
    const group = oldestFirst.slice(start, start + count);
    const ids = [...new Set(group.flatMap(({ blob }) => blob ?? []))];
    const found = await readBlobs(blobs, ids, request);
    if (found.kind === 'failed') return found;
    start += count;
    count = nextCount(found.texts);
    for (const { commit, path, blob } of group) {
      const text = blob === null ? null : found.texts.get(blob);
      isMissing ||= text === undefined;
      // A commit that took the file away left no definition.
      const definitions = text ? await reader.read(path, text) : text === null ? [] : null;
      read.push({ commit, path, definitions });
    }
  }
  return { kind: 'read', versions: read, isMissing };
}

type FilePasts = readonly (readonly [FlagDefinition, DefinitionPast])[];

/** The past of each definition in one file, by its versions. */
export function pastsOf(
  present: readonly FlagDefinition[],
  { versions, isMissing }: Pick<Read & { readonly kind: 'read' }, 'versions' | 'isMissing'>,
  now: string,
): FilePasts {
  if (versions.length === 0) return present.map((each) => [each, { kind: 'uncommitted' }]);
  const committed = versions.at(-1)?.definitions ?? [];
  const meanings = new Map(committed.map((each) => [definitionId(each), definitionMeaning(each)]));
  const pasts = pastOfVersions(versions, now);
  return present.map((each) => {
    const id = definitionId(each);
    const past = pasts.get(id);
    if (isMissing) return [each, missing];
    const isCommitted = meanings.get(id) === definitionMeaning(each);
    return [each, isCommitted && past ? past : { kind: 'uncommitted' }];
  });
}

/** What the history of definition files says of their present definitions: one walk, each version read once. */
export async function definitionPasts(
  { run, blobs }: Pick<Git, 'run' | 'blobs'>,
  request: PastsRequest,
): Promise<Pasts> {
  const byFile = groupedBy(request.definitions, ({ file }) => file);
  const files = [...byFile.keys()].toSorted();
  const walked = await fileVersions(run, { ...request, files });
  if (walked.kind === 'failed') return walked;
  const pasts = new Map<FlagDefinition, DefinitionPast>();
  const versions = new Map<string, readonly ReadVersion[]>();
  for (const file of files) {
    const read = await readVersions(file, walked.versions.get(file) ?? [], blobs, request);
    if (read.kind === 'failed') return read;
    if (!read.isMissing) versions.set(file, read.versions);
    for (const [definition, past] of pastsOf(byFile.get(file) ?? [], read, request.now))
      pasts.set(definition, past);
  }
  return { kind: 'known', pasts, versions };
}
