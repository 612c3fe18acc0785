import { createFlagIndex, type FlagIndex } from '../core/flags/index/createFlagIndex';
import { compareText } from '../core/flags/index/compareText';
import { createFlagScopes, isScopeMarker, type ScopeMapping } from '../core/flags/index/flagScopes';
import type { StatedWrapper } from '../core/flags/index/statedWrapper';
import { createDeclarationSieve, writtenNamespaces } from '../core/flags/index/writtenNamespaces';
import { sourceLanguageOf } from '../core/syntax/sourceLanguage';
import type { FileDigest } from './fileDigest';
import { createDefinitionPlacements, type DefinitionPlacement } from './definitionPlacements';
import { createIgnoreRules, type IgnorePatterns, type IgnoreRules } from './ignoreRules';
import { createKnownClients, type KnownClients } from './knownClients';
import { createKnownReaders, type KnownReaders } from './knownReaders';
import { createKnownSdks, type KnownSdks } from './knownSdks';
import type { IndexSnapshot } from './workspaceIndex';

/** What became of a file that was looked at. */
export type FileOutcome =
  | { readonly kind: 'scanned' }
  | { readonly kind: 'parsed' }
  | { readonly kind: 'skipped'; readonly reason: string };

/** What is known of one workspace folder: its files, its scopes and its flags. */
export interface IndexState {
  readonly index: FlagIndex;
  readonly rules: IgnoreRules;
  /** Files that exist and are not ignored, with their size in bytes. */
  readonly listed: Map<string, number>;
  /** Files that were read because others import them, though they name no flag SDK. */
  readonly requested: Set<string>;
  /** What is known of files without their texts. */
  readonly digests: Map<string, FileDigest>;
  /** Texts of source files that may have to be parsed, kept while the folder is read for the first time: not more than `mostText`. */
  readonly texts: ReadonlyMap<string, string>;
  keepText(file: string, text: string): void;
  /** Texts as an editor has them, of files that changed since. */
  readonly changed: Map<string, string>;
  /** From now on texts are read again where they are needed. */
  dropTexts(): void;
  /** Full names of what packages and namespaces may declare that were looked for. */
  readonly lookedFor: Set<string>;
  /** Notes a new text: what it declares is wanted if it was looked for. */
  noteText(file: string, text: string): void;
  readonly readers: KnownReaders;
  readonly clients: KnownClients;
  readonly sdks: KnownSdks;
  setOutcome(file: string, outcome: FileOutcome | null): void;
  /** Notes that a file exists (or no longer does) which may make its folder a scope. */
  setMarker(file: string, exists: boolean): void;
  summary(): IndexSnapshot['files'];
}

/** So many characters of source text are kept in memory while a folder is read. */
const mostText = 60_000_000;

/** An index that knows nothing yet. */
export function createIndexState(
  settings: IgnorePatterns & {
    readonly scopes?: ScopeMapping;
    readonly wrappers?: readonly StatedWrapper[];
    readonly definitions?: readonly DefinitionPlacement[];
  } = {},
): IndexState {
  const place = createDefinitionPlacements(settings.definitions ?? []);
  const flagIndex = createFlagIndex();
  const index: FlagIndex = { ...flagIndex, update: (facts) => flagIndex.update(place(facts)) };
  const outcomes = new Map<string, FileOutcome>();
  const markers = new Set<string>();
  const texts = new Map<string, string>();
  let isKeeping = true;
  let kept = 0;
  const lookedFor = new Set<string>();
  const requested = new Set<string>();
  let summary: IndexSnapshot['files'] | null = null;
  index.setScopes(createFlagScopes(markers, settings.scopes));
  const { wrappers = [] } = settings;
  index.setWrappers(wrappers);

  function noteText(file: string, text: string): void {
    const language = sourceLanguageOf(file);
    const inside = language ? writtenNamespaces(file, language, text) : [];
    const names = inside.flatMap((namespace) =>
      [...lookedFor]
        .filter((full) => full.startsWith(`${namespace}.`))
        .map((full) => full.slice(namespace.length + 1)),
    );
    if (createDeclarationSieve(names)(text)) requested.add(file);
  }

  function summarize(): IndexSnapshot['files'] {
    const entries = [...outcomes].sort(([a], [b]) => compareText(a, b));
    return {
      scanned: entries.length,
      parsed: entries.filter(([, { kind }]) => kind === 'parsed').length,
      skipped: entries.flatMap(([file, outcome]) =>
        outcome.kind === 'skipped' ? [{ file, reason: outcome.reason }] : [],
      ),
    };
  }

  return {
    index,
    rules: createIgnoreRules(settings),
    listed: new Map(),
    digests: new Map(),
    requested,
    texts,
    changed: new Map(),
    lookedFor,
    noteText,
    keepText(file, text) {
      if (!isKeeping || kept + text.length > mostText) return;
      kept += text.length;
      texts.set(file, text);
    },
    dropTexts() {
      isKeeping = false;
      texts.clear();
    },
    readers: createKnownReaders(wrappers.map(({ name }) => name)),
    clients: createKnownClients(),
    sdks: createKnownSdks(),
    setOutcome(file, outcome) {
      summary = null;
      if (outcome) outcomes.set(file, outcome);
      else outcomes.delete(file);
    },
    setMarker(file, exists) {
      if (!isScopeMarker(file) || markers.has(file) === exists) return;
      if (exists) markers.add(file);
      else markers.delete(file);
      index.setScopes(createFlagScopes(markers, settings.scopes));
    },
    summary() {
      summary ??= summarize();
      return summary;
    },
  };
}
