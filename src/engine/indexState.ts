import { createFlagIndex, type FlagIndex } from '../core/flags/index/createFlagIndex';
import { compareText } from '../core/flags/index/compareText';
import { createFlagScopes, isScopeMarker, type ScopeMapping } from '../core/flags/index/flagScopes';
import { createIgnoreRules, type IgnorePatterns, type IgnoreRules } from './ignoreRules';
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
  setOutcome(file: string, outcome: FileOutcome | null): void;
  /** Notes that a file exists (or no longer does) which may make its folder a scope. */
  setMarker(file: string, exists: boolean): void;
  summary(): IndexSnapshot['files'];
}

/** An index that knows nothing yet. */
export function createIndexState(
  settings: IgnorePatterns & { readonly scopes?: ScopeMapping } = {},
): IndexState {
  const index = createFlagIndex();
  const outcomes = new Map<string, FileOutcome>();
  const markers = new Set<string>();
  let summary: IndexSnapshot['files'] | null = null;
  index.setScopes(createFlagScopes(markers, settings.scopes));

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
    requested: new Set(),
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
