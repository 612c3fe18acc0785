/** Which files a definition format uses. */
export interface DefinitionFileName {
  /** Whether a file of this name may be of the format: asked before it is read. */
  readonly mayBe: RegExp;
  /** Names that alone say so; null where only the text can say. */
  readonly isNamedAs: RegExp | null;
}

/** Data files whose name, or whose folder's name, speaks of flags. */
const speaksOfFlags =
  /(flag|feature|toggle|goff|unleash|growthbook|launchdarkly)[^/]*(\/[^/]*)?\.(json|ya?ml|toml)$/i;
const json = /\.json$/i;

/**
 * The names of definition files by format, without what reads them: an editor asks for names long before it needs the
 * readers, which run in a worker.
 */
export const definitionFileNames = {
  flagd: { mayBe: /\.json$|\.flagd\.ya?ml$/i, isNamedAs: /\.flagd\.(json|ya?ml)$/i },
  // Other tools have a flags.json, too.
  'openfeature-manifest': { mayBe: /(^|[/.-])(flags|flag-manifest)\.json$/i, isNamedAs: null },
  'go-feature-flag': { mayBe: speaksOfFlags, isNamedAs: /\.goff\.(json|ya?ml|toml)$/i },
  growthbook: { mayBe: json, isNamedAs: /\.growthbook\.json$/i },
  unleash: { mayBe: json, isNamedAs: /\.unleash\.json$/i },
  'launchdarkly-file': {
    mayBe: /\.json$|(flag|feature|launchdarkly)[^/]*(\/[^/]*)?\.ya?ml$/i,
    isNamedAs: /\.launchdarkly\.(json|ya?ml)$/i,
  },
  'microsoft-feature-management': { mayBe: json, isNamedAs: null },
} as const satisfies Readonly<Record<string, DefinitionFileName>>;

/** Id of a definition format: `flagd`. */
export type DefinitionFormatId = keyof typeof definitionFileNames;

/**
 * Stands for the format of a file whose name speaks of flags and whose text cannot be read: it may hold flags of any format,
 * so of no key can be said that nothing defines it.
 */
export const unknownFormat = 'unknown';

const entries: readonly (readonly [string, DefinitionFileName])[] =
  Object.entries(definitionFileNames);

/** Whether a file of this name may define flags: asked before it is read. */
export function mayHoldDefinitions(file: string): boolean {
  return entries.some(([, { mayBe }]) => mayBe.test(file));
}

/**
 * The format that a file's name alone says it is in; `unknown` where the name only says that it probably holds flags; null
 * where it says nothing.
 */
export function formatNamedBy(file: string): string | null {
  const named = entries.find(([, { isNamedAs }]) => isNamedAs?.test(file));
  if (named !== undefined) return named[0];
  const isTelling = speaksOfFlags.test(file) || /(^|\/)appsettings[^/]*\.json$/i.test(file);
  return isTelling && mayHoldDefinitions(file) ? unknownFormat : null;
}
