import { isDeclaredInCode } from '../../core/flags/declarations/marks';
import type { FlagDefinition } from '../../core/model/flagDefinition';
import type { DefinitionPast } from '../../core/model/flagHistory';
import { createDefinitionPlacements } from '../definitionPlacements';
import { cachedPasts } from '../history/cachedPasts';
import type { VersionsByFile } from '../history/definitionPasts';
import { explainGit } from '../history/explainGit';
import { repositoryState } from '../history/repositoryState';
import type { CheckRequest, FolderHistory } from './checkRequest';

/** A history that can be asked, and the commit it ends with. */
export type KnownHistory = FolderHistory & { readonly head: string };

/** What history says of the definitions of a folder; `broken`: it cannot be read, and why. */
export type HistoryLook =
  | { readonly kind: 'broken'; readonly reason: string }
  | {
      readonly kind: 'looked';
      readonly pastOf: (definition: FlagDefinition) => DefinitionPast;
      readonly pasts: ReadonlyMap<FlagDefinition, DefinitionPast>;
      readonly versions: VersionsByFile;
      /** Null where there is no history to ask. */
      readonly known: KnownHistory | null;
      readonly notes: readonly string[];
    };

const inCode = 'the history of declarations in code is not looked at.';

function without(reason: string): HistoryLook {
  return {
    kind: 'looked',
    pastOf: () => ({ kind: 'unknown', reason }),
    pasts: new Map(),
    versions: new Map(),
    known: null,
    notes: [`Verdicts come from files alone. ${reason}`],
  };
}

/** What of a folder's definitions is to be asked of git, and what is known already. */
function definitionsOf({ snapshot, known }: CheckRequest) {
  const definitions = snapshot.flags
    .filter(({ key }) => known?.keys.has(key) ?? true)
    .flatMap((flag) => flag.definitions)
    // Code declares flags without saying who gets them: its history would not tell that either.
    .filter(({ format }) => !isDeclaredInCode(format));
  const pasts = new Map<FlagDefinition, DefinitionPast>();
  for (const definition of definitions) {
    const past = known?.pastOf(definition) ?? null;
    if (past !== null) pasts.set(definition, past);
  }
  return { asked: definitions.filter((definition) => !pasts.has(definition)), pasts };
}

/** Asks git for the pasts of the definitions in a folder. */
export async function lookAtHistory(request: CheckRequest): Promise<HistoryLook> {
  const { history, settings } = request;
  if (history === null) return without('There is no history here.');
  const state = await repositoryState(history.git.run, history);
  if (state.kind === 'unknown') return without(state.reason);
  const known = { ...history, head: history.at ?? state.head };
  const { asked, pasts } = definitionsOf(request);
  const found = await cachedPasts(known, {
    ...known,
    definitions: asked,
    factsReader: request.factsReader,
    now: request.now,
    place: createDefinitionPlacements(settings.definitions),
    version: request.version,
    placements: settings.definitions,
  });
  if (found.kind === 'failed') return { kind: 'broken', reason: explainGit(found.reason) };
  for (const [definition, past] of found.pasts) pasts.set(definition, past);
  return {
    kind: 'looked',
    pastOf: (definition) => pasts.get(definition) ?? { kind: 'unknown', reason: inCode },
    pasts,
    versions: found.versions,
    known,
    notes: [],
  };
}
