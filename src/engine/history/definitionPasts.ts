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
import type { RunGit } from './gitRunner';
import { groupedBy } from './groupedBy';
import { readBlobs } from './readBlobs';

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

/** What git says of definitions, or why it could not. */
export type Pasts =
  | { readonly kind: 'known'; readonly pasts: ReadonlyMap<FlagDefinition, DefinitionPast> }
  | { readonly kind: 'failed'; readonly reason: string };

const endOf = (path: string) => path.slice(path.lastIndexOf('.'));

/** The definitions of one version, as the file's present name would have them. */
async function definitionsOf(
  file: string,
  { path }: FileVersion,
  text: string | undefined,
  { place, factsReader }: PastsRequest,
): Promise<readonly FlagDefinition[] | null> {
  if (text === undefined) return null;
  const name = endOf(path) === endOf(file) ? file : path;
  const facts = await factsReader.read(name, text).catch(() => null);
  if (!facts || facts.diagnostics.some(({ severity }) => severity === 'error')) return null;
  return place({ ...facts, file }).definitions;
}

const missing: DefinitionPast = {
  kind: 'unknown',
  reason: 'git does not have all versions of its definition file.',
};

/** The past of each definition in one file. */
async function pastsIn(
  file: string,
  present: readonly FlagDefinition[],
  versions: readonly FileVersion[],
  texts: ReadonlyMap<string, string>,
  request: PastsRequest,
): Promise<readonly (readonly [FlagDefinition, DefinitionPast])[]> {
  if (versions.length === 0) return present.map((each) => [each, { kind: 'uncommitted' }]);
  const isMissing = versions.some(({ blob }) => blob !== null && !texts.has(blob));
  const read = await Promise.all(
    versions.toReversed().map(async (version): Promise<DefinitionVersion> => {
      const { commit, blob } = version;
      if (blob === null) return { commit, definitions: [] };
      return { commit, definitions: await definitionsOf(file, version, texts.get(blob), request) };
    }),
  );
  const committed = read.at(-1)?.definitions ?? [];
  const meanings = new Map(committed.map((each) => [definitionId(each), definitionMeaning(each)]));
  const pasts = pastOfVersions(read, request.now);
  return present.map((each) => {
    const id = definitionId(each);
    const past = pasts.get(id);
    if (isMissing) return [each, missing];
    const isCommitted = meanings.get(id) === definitionMeaning(each);
    return [each, isCommitted && past ? past : { kind: 'uncommitted' }];
  });
}

/** What the history of definition files says of their present definitions: one walk, each version read once. */
export async function definitionPasts(run: RunGit, request: PastsRequest): Promise<Pasts> {
  const byFile = groupedBy(request.definitions, ({ file }) => file);
  const files = [...byFile.keys()].toSorted();
  const walked = await fileVersions(run, { ...request, files });
  if (walked.kind === 'failed') return walked;
  const ids = new Set([...walked.versions.values()].flat().flatMap(({ blob }) => blob ?? []));
  const blobs = await readBlobs(run, [...ids], request);
  if (blobs.kind === 'failed') return blobs;
  const pasts = new Map<FlagDefinition, DefinitionPast>();
  for (const file of files) {
    const present = byFile.get(file) ?? [];
    const versions = walked.versions.get(file) ?? [];
    for (const [definition, past] of await pastsIn(file, present, versions, blobs.texts, request))
      pasts.set(definition, past);
  }
  return { kind: 'known', pasts };
}
