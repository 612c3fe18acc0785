import type { LastMention } from '../../core/model/flagHistory';
import type { Git } from './gitRunner';
import type { HistoryCache } from './historyCache';
import { lastMentions } from './lastMentions';

interface Place {
  readonly git: Git;
  readonly cache: HistoryCache;
  readonly root: string;
  readonly trusted: boolean;
  readonly head: string;
}

type Mentions = ReadonlyMap<string, LastMention>;

function readKept(text: string | null, keys: readonly string[]): Mentions | null {
  if (text === null) return null;
  try {
    const kept = new Map(JSON.parse(text) as [string, LastMention][]);
    return keys.every((key) => kept.has(key)) ? kept : null;
  } catch {
    // A file that was cut off or is somebody else's is as good as none.
    return null;
  }
}

/** As `lastMentions`; what is known of a commit is kept for the next run. */
export async function cachedMentions(
  place: Place,
  keys: readonly string[],
  version: string,
): Promise<Mentions> {
  if (keys.length === 0) return new Map();
  const name = JSON.stringify(['mentions', version, place.root, place.head]);
  const kept = readKept(await place.cache.read(name), keys);
  if (kept !== null) return kept;
  const found = await lastMentions(place.git, keys, place);
  if ([...found.values()].every(({ kind }) => kind !== 'unknown'))
    await place.cache.write(name, JSON.stringify([...found]));
  return found;
}
