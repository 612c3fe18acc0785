import { isDeclaredInCode } from '../../core/flags/declarations/marks';
import type { LastMention } from '../../core/model/flagHistory';
import { cachedMentions } from '../history/cachedMentions';
import type { CheckRequest } from './checkRequest';
import { createKeyMentions, type Mentions } from './keyMentions';
import type { KnownHistory } from './lookAtHistory';

/** Where keys that nothing reads are mentioned, and when those that are nowhere were mentioned last. */
export interface MentionsLook {
  readonly mentions: Mentions;
  readonly last: ReadonlyMap<string, LastMention>;
}

/** Keys that nothing reads, and the files that declare them. */
function declaringFiles({
  snapshot,
  known,
}: CheckRequest): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>();
  for (const { key, definitions, reads } of snapshot.flags) {
    if (definitions.length === 0 || reads.length > 0) continue;
    if (known && !known.keys.has(key)) continue;
    const declaring = files.get(key) ?? new Set();
    for (const { file } of definitions) declaring.add(file);
    files.set(key, declaring);
  }
  return files;
}

/** When keys were mentioned last: what is known already is not looked for. */
async function lastOf(
  gone: readonly string[],
  history: KnownHistory,
  { known, version }: CheckRequest,
): Promise<ReadonlyMap<string, LastMention>> {
  const last = new Map<string, LastMention>();
  for (const key of gone) {
    const found = known?.lastMentionOf(key) ?? null;
    if (found !== null) last.set(key, found);
  }
  const asked = gone.filter((key) => !last.has(key));
  for (const [key, found] of await cachedMentions(history, asked, version)) last.set(key, found);
  return last;
}

/** Mentions now and formerly, of keys that nothing reads. */
export async function lookAtMentions(
  request: CheckRequest,
  history: KnownHistory | null,
): Promise<MentionsLook> {
  const declaredIn = declaringFiles(request);
  const { files, listed, looksForLastReads = true, snapshot } = request;
  const definitionFiles = new Set(
    snapshot.flags
      .flatMap(({ definitions }) => definitions)
      .filter(({ format }) => !isDeclaredInCode(format))
      .map(({ file }) => file),
  );
  const search = request.mentions ?? createKeyMentions();
  const mentions = await search.find({ files, listed, declaredIn, definitionFiles });
  const gone = [...declaredIn.keys()].filter((key) => !mentions.has(key)).toSorted();
  const isAsked = history !== null && looksForLastReads;
  return { mentions, last: isAsked ? await lastOf(gone, history, request) : new Map() };
}
