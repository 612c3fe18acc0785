import { flagChanges, type FlagChange } from '../../core/flags/changes/flagChanges';
import type { CheckReport, ReportedFinding } from '../../core/report/check/checkReport';
import { checkExporters } from '../../core/report/check/registry';
import { changedSince, takeBack, type ChangedFile } from '../../engine/check/changedSince';
import { checkWorkspace } from '../../engine/check/checkWorkspace';
import type { CliPorts } from '../cliPorts';
import type { CommandResult } from '../commandResult';
import { indexFolder, type IndexedFolder } from '../indexFolder';
import { UserError } from '../userError';
import { fails, type FailOn } from './failOn';
import { readBaseline } from './readBaseline';
import { reportFindings } from './reportFindings';

export interface CheckRequest {
  /** The folder to check, as the user gave it. */
  readonly path: string;
  readonly format: string;
  readonly since?: string;
  /** The day to judge by; today unless given. */
  readonly now?: string;
  readonly baseline?: string;
  readonly failOn: FailOn;
}

/** Rejects with a `UserError` where nobody can say what changed. */
async function filesSince(
  { path, since }: CheckRequest,
  ports: CliPorts,
): Promise<readonly ChangedFile[] | null> {
  if (since === undefined) return null;
  const history = ports.openHistory(path);
  if (history === null) throw new UserError('--since needs git, and there is none here.');
  const changed = await changedSince(since, history);
  if (changed.kind === 'unknown') throw new UserError(`--since ${since}: ${changed.reason}`);
  return changed.files;
}

/** What the change did. The index is as before the change when this returns. */
async function changesBy(
  { index, snapshot }: IndexedFolder & { readonly kind: 'indexed' },
  files: readonly ChangedFile[],
): Promise<readonly FlagChange[]> {
  await takeBack(index, files);
  return flagChanges(index.snapshot().flags, snapshot.flags);
}

/** Of a change only what it is about is told: findings of flags it changes, and what is wrong in its files as such. */
function findingsOfChange(
  findings: readonly ReportedFinding[],
  files: readonly ChangedFile[],
  changes: readonly FlagChange[],
): readonly ReportedFinding[] {
  const changed = new Set(files.map(({ file }) => file));
  const keys = new Set(changes.map(({ key }) => key));
  const isOfFile = (rule: string, key: string) => key === '' || rule.startsWith('flag-keep-');
  return findings.filter(
    ({ rule, file, key }) => keys.has(key) || (changed.has(file) && isOfFile(rule, key)),
  );
}

/** `flaglab check`: the verdicts on the flags of a folder, and what a change does to them. */
export async function checkCommand(request: CheckRequest, ports: CliPorts): Promise<CommandResult> {
  const { path, since } = request;
  const known =
    request.baseline === undefined
      ? new Set<string>()
      : await readBaseline(request.baseline, ports);
  const changed = await filesSince(request, ports);
  const indexed = await indexFolder(path, ports);
  if (indexed.kind === 'stopped') return indexed.result;
  const { snapshot, index, files, settings, messages } = indexed;
  const now = request.now ?? ports.today();
  const checked = await checkWorkspace({
    files,
    snapshot,
    listed: index.listedFiles(),
    settings,
    now,
    history: ports.openHistory(path),
    version: ports.version,
  });
  if (checked.kind === 'broken') {
    const reason = `Nothing is reported, because the history of this repository cannot be read: ${checked.reason}`;
    return { exitCode: 2, output: '', messages: [...messages, reason] };
  }
  if (ports.signal.aborted)
    return { exitCode: 130, output: '', messages: ['Interrupted: nothing is reported.'] };
  const all = await reportFindings(checked.findings, snapshot.diagnostics, files);
  const changes = changed === null ? [] : await changesBy(indexed, changed);
  const own = changed === null ? all : findingsOfChange(all, changed, changes);
  const findings = own.filter(({ fingerprint }) => !known.has(fingerprint));
  const report: CheckReport = {
    version: ports.version,
    root: path.replaceAll('\\', '/'),
    now,
    flags: checked.verdicts,
    findings,
    change: since === undefined ? null : { since, changes },
  };
  const exporter = checkExporters.find(({ id }) => id === request.format);
  const inBaseline =
    own.length > findings.length
      ? [`${own.length - findings.length} findings are in the baseline and not told again.`]
      : [];
  return {
    exitCode: fails(findings, request.failOn) ? 1 : 0,
    output: exporter?.write(report) ?? '',
    messages: [...messages, ...checked.notes, ...inBaseline],
  };
}
