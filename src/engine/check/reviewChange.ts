import { flagChanges, type FlagChange } from '../../core/flags/changes/flagChanges';
import type { FileDiagnostic } from '../../core/model/diagnostic';
import type { ReportedFinding } from '../../core/report/check/checkReport';
import { newFindings } from '../../core/report/check/newFindings';
import type { Settings } from '../../core/settings/settingsSchema';
import type { HistoryCache } from '../history/historyCache';
import { loadSettings } from '../loadSettings';
import type { WorkspaceFiles } from '../workspaceFiles';
import type { WorkspaceIndex } from '../workspaceIndex';
import type { ChangedSince } from './changedSince';
import type { CheckRequest } from './checkRequest';
import { checkWorkspace, type Checked } from './checkWorkspace';
import { filesBefore } from './filesBefore';
import { knownBefore } from './knownBefore';
import { reportFindings } from './reportFindings';

type Change = ChangedSince & { readonly kind: 'known' };

/** A check of a former state knows part of what there is to know: it is not kept in place of the whole. */
function readOnly(cache: HistoryCache): HistoryCache {
  return { read: (name) => cache.read(name), write: () => Promise.resolve() };
}

/** `broken`: the history before the change cannot be read, and why. */
export type Review =
  | {
      readonly kind: 'reviewed';
      readonly changes: readonly FlagChange[];
      /** Those that were not there before, on the same day. */
      readonly findings: readonly ReportedFinding[];
    }
  | { readonly kind: 'broken'; readonly reason: string };

/**
 * What a change does to flags. `before`: an index of the files before it; `now`: what was asked and found about the present. Only what
 * the present says something of is judged as it was before, and of that only what the change touches is looked at again.
 */
export async function reviewChange(
  change: Change,
  before: Pick<WorkspaceIndex, 'snapshot' | 'listedFiles'>,
  now: {
    readonly request: CheckRequest;
    readonly checked: Checked & { readonly kind: 'checked' };
    readonly findings: readonly ReportedFinding[];
    /** What else was looked at, where something was: it is looked at before the change, too. */
    readonly lookAtMore?: (
      listed: readonly string[],
      files: WorkspaceFiles,
      settings: Settings,
    ) => Promise<readonly FileDiagnostic[]>;
  },
): Promise<Review> {
  const { request } = now;
  const { base, files } = change;
  for (const { file } of files) request.mentions?.forget(file);
  const oldFiles = filesBefore(request.files, files);
  const snapshot = before.snapshot();
  const settings = await loadSettings(oldFiles);
  const checked = await checkWorkspace({
    ...request,
    files: oldFiles,
    snapshot,
    listed: before.listedFiles(),
    settings: settings.value ?? request.settings,
    history: request.history && {
      ...request.history,
      at: base,
      cache: readOnly(request.history.cache),
    },
    known: await knownBefore(now.checked.lookedAt, now.findings, change, request),
  });
  // What was found in their former texts is of no use to who looks next.
  for (const { file } of files) request.mentions?.forget(file);
  if (checked.kind === 'broken') return checked;
  const oldSettings = settings.value ?? request.settings;
  const more = await now.lookAtMore?.(before.listedFiles(), oldFiles, oldSettings);
  const wrong = [...snapshot.diagnostics, ...(more ?? [])];
  const old = await reportFindings(checked.findings, wrong, oldFiles);
  return {
    kind: 'reviewed',
    changes: flagChanges(snapshot.flags, request.snapshot.flags),
    findings: newFindings(old, now.findings),
  };
}
