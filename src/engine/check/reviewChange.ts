import { flagChanges, type FlagChange } from '../../core/flags/changes/flagChanges';
import type { ReportedFinding } from '../../core/report/check/checkReport';
import { newFindings } from '../../core/report/check/newFindings';
import { loadSettings } from '../loadSettings';
import type { IndexSnapshot, WorkspaceIndex } from '../workspaceIndex';
import type { ChangedSince } from './changedSince';
import { checkRollouts } from './checkRollouts';
import { checkWorkspace, type CheckRequest } from './checkWorkspace';
import { filesBefore } from './filesBefore';
import { reportFindings } from './reportFindings';

type Change = ChangedSince & { readonly kind: 'known' };

/** `broken`: the history before the change cannot be read, and why. */
export type Review =
  | {
      readonly kind: 'reviewed';
      readonly changes: readonly FlagChange[];
      /** Those that were not there before, on the same day. */
      readonly findings: readonly ReportedFinding[];
    }
  | { readonly kind: 'broken'; readonly reason: string };

/** What a change does to flags. `before`: an index of the files before it; `now`: what was asked and found about the present. */
export async function reviewChange(
  { base, files }: Change,
  before: Pick<WorkspaceIndex, 'snapshot' | 'listedFiles'>,
  now: {
    readonly request: CheckRequest;
    readonly snapshot: IndexSnapshot;
    readonly findings: readonly ReportedFinding[];
  },
): Promise<Review> {
  const { request } = now;
  const oldFiles = filesBefore(request.files, files);
  const snapshot = before.snapshot();
  const settings = await loadSettings(oldFiles);
  const checked = await checkWorkspace({
    ...request,
    files: oldFiles,
    snapshot,
    listed: before.listedFiles(),
    settings: settings.value ?? request.settings,
    history: request.history && { ...request.history, at: base },
  });
  if (checked.kind === 'broken') return checked;
  const rollouts = await checkRollouts(
    before.listedFiles(),
    oldFiles,
    settings.value ?? request.settings,
  );
  const wrong = [...snapshot.diagnostics, ...rollouts];
  const old = await reportFindings(checked.findings, wrong, oldFiles);
  return {
    kind: 'reviewed',
    changes: flagChanges(snapshot.flags, now.snapshot.flags),
    findings: newFindings(old, now.findings),
  };
}
