import type { FlagDefinition } from '../../core/model/flagDefinition';
import type { DefinitionPast } from '../../core/model/flagHistory';
import { definitionSense } from '../../core/flags/stale/definitionSense';
import type { DefinitionPlacement } from '../definitionPlacements';
import { definitionPasts, type Pasts, type PastsRequest } from './definitionPasts';
import type { Git } from './gitRunner';
import type { HistoryCache } from './historyCache';

interface CachedRequest extends PastsRequest {
  /** Version of Flaglab. */
  readonly version: string;
  readonly placements: readonly DefinitionPlacement[];
}

/** What was kept, if it is about exactly these definitions. */
function readKept(text: string | null, definitions: readonly FlagDefinition[]): Pasts | null {
  if (text === null) return null;
  try {
    const kept = new Map(JSON.parse(text) as [string, DefinitionPast][]);
    const pasts = new Map<FlagDefinition, DefinitionPast>();
    for (const definition of definitions) {
      const past = kept.get(definitionSense(definition));
      if (past === undefined) return null;
      pasts.set(definition, past);
    }
    return { kind: 'known', pasts, versions: new Map() };
  } catch {
    // A file that was cut off or is somebody else's is as good as none.
    return null;
  }
}

/** As `definitionPasts`; what is known of a commit is kept for the next run. */
export async function cachedPasts(
  { git, cache }: { readonly git: Git; readonly cache: HistoryCache },
  request: CachedRequest,
): Promise<Pasts> {
  const { root, head, now, version, placements, definitions } = request;
  if (definitions.length === 0) return { kind: 'known', pasts: new Map(), versions: new Map() };
  const name = JSON.stringify(['pasts', version, root, head, now, placements]);
  const kept = readKept(await cache.read(name), definitions);
  if (kept !== null) return kept;
  const found = await definitionPasts(git, request);
  if (found.kind === 'known') {
    const entries = [...found.pasts].map(([definition, past]) => [
      definitionSense(definition),
      past,
    ]);
    await cache.write(name, JSON.stringify(entries));
  }
  return found;
}
