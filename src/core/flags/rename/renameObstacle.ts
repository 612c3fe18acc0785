import type { Flag } from '../../model/flag';
import type { FilePlace, FlagRead, UnresolvedRead } from '../../model/flagRead';
import { placesOfFlag } from '../places/keyPlaces';
import { sdkById } from '../reads/sdkShapes';

/** What is known around a flag that is to get another key. */
export interface RenameContext {
  readonly flags: readonly Flag[];
  readonly unresolved: readonly UnresolvedRead[];
  /** The scope of a file first, then those around it. */
  readonly scopesAround: (file: string) => readonly string[];
  /** The code at a place that could not be resolved; null where it cannot be had. */
  readonly textAt: (place: FilePlace) => string | null;
}

const placeInWords = ({ file, span }: FilePlace) => `${file}:${span.start.line + 1}`;

function hiddenKey(reads: readonly FlagRead[]): string | null {
  for (const read of reads) {
    const step = read.via.find(({ kind }) => kind === 'camel-case');
    if (step) return `${placeInWords(read)} reads it as \`${step.name}\`, its key in camel case.`;
    if (!read.keySpan && !read.keyElsewhere) {
      return `${placeInWords(read)} reads it with a key that no text in the code holds as a whole.`;
    }
  }
  return null;
}

/** Whether what could not be resolved may be a read of this key: what is known of the key decides, else its code. */
function mayMean(read: UnresolvedRead, key: string, { textAt }: RenameContext): boolean {
  const { keyPattern, reason } = read;
  if (keyPattern) return key.startsWith(keyPattern.begins) && key.endsWith(keyPattern.ends);
  if (reason.startsWith('The key cannot be known')) return true;
  // The client is not known, but the key may be: a text of its own that is another one.
  const text = textAt(read);
  return text === null || text.includes(key) || !/["'`]/.test(text);
}

function unresolvedObstacle(flag: Flag, context: RenameContext): string | null {
  const formats = new Set(flag.definitions.map(({ format }) => format));
  const scopes = new Set([
    flag.scope,
    ...flag.reads.map(({ file }) => context.scopesAround(file)[0]),
  ]);
  const found = context.unresolved.find(
    (read) =>
      sdkById(read.sdk).definitionFormats.some((format) => formats.has(format)) &&
      context.scopesAround(read.file).some((scope) => scopes.has(scope)) &&
      mayMean(read, flag.key, context),
  );
  return found ? `${placeInWords(found)} may read it, too. ${found.reason}` : null;
}

function sharedPlace(flag: Flag, { flags }: RenameContext): string | null {
  const idOf = ({ file, span }: FilePlace) => JSON.stringify([file, span.start]);
  const own = new Set(placesOfFlag(flag).map(idOf));
  const same = flags.filter((other) => other !== flag && other.key === flag.key);
  const shared = same.flatMap(placesOfFlag).find((place) => own.has(idOf(place)));
  return shared
    ? `${placeInWords(shared)} is the key of another flag, too, which is defined elsewhere.`
    : null;
}

/**
 * Why a flag's key cannot be changed everywhere at once, in words; null where every place of it is known. Places are known
 * where the flag is defined here, each read has its key in a text, and nothing unresolved may be a read of it.
 */
export function renameObstacle(flag: Flag, context: RenameContext): string | null {
  const { definitions, definitionFiles, reads, key } = flag;
  if (definitions.length === 0) {
    return 'No file here defines it, so its definition would keep the old key.';
  }
  const broken = definitionFiles.find(({ isWhole }) => !isWhole);
  if (broken) return `${broken.file} could not be read to its end, and may name it.`;
  const dependent = context.flags.find((other) =>
    other.definitions.some(({ prerequisites }) => prerequisites.includes(key)),
  );
  if (dependent) return `The flag ${dependent.key} depends on it, and names it in a place unknown.`;
  return hiddenKey(reads) ?? sharedPlace(flag, context) ?? unresolvedObstacle(flag, context);
}

/** Why a new key cannot be taken; null where it can. */
export function newKeyObstacle(newKey: string, flags: readonly Flag[]): string | null {
  if (newKey.trim() === '') return 'A flag needs a key.';
  if (newKey !== newKey.trim()) return 'A key cannot begin or end with a blank.';
  const taken = flags.find(({ key }) => key === newKey);
  if (!taken) return null;
  const [place] = placesOfFlag(taken);
  return `“${newKey}” is a flag already${place ? `: ${placeInWords(place)}` : ''}.`;
}
