import type { CheckReport } from '../../core/report/check/checkReport';
import { checkExporters } from '../../core/report/check/registry';
import { changedSince, takeBack, type ChangedSince } from '../../engine/check/changedSince';
import { checkRollouts } from '../../engine/check/checkRollouts';
import type { FolderHistory } from '../../engine/check/checkRequest';
import { checkWorkspace } from '../../engine/check/checkWorkspace';
import { createKeyMentions } from '../../engine/check/keyMentions';
import { reportFindings } from '../../engine/check/reportFindings';
import { reviewChange } from '../../engine/check/reviewChange';
import type { CliPorts } from '../cliPorts';
import type { CommandResult } from '../commandResult';
import { indexFolder, type CacheRequest } from '../indexFolder';
import { UserError } from '../userError';
import { fails, type FailOn } from './failOn';
import { readBaseline } from './readBaseline';

export interface CheckRequest {
  /** The folder to check, as the user gave it. */
  readonly path: string;
  readonly format: string;
  readonly since?: string;
  /** The day to judge by; today unless given. */
  readonly now?: string;
  readonly baseline?: string;
  readonly failOn: FailOn;
  readonly cache: CacheRequest;
}

/** Rejects with a `UserError` where nobody can say what changed. */
async function changeSince(
  { since }: CheckRequest,
  listed: readonly string[],
  history: FolderHistory | null,
): Promise<(ChangedSince & { readonly kind: 'known' }) | null> {
  if (since === undefined) return null;
  if (history === null) throw new UserError('--since needs git, and there is none here.');
  const changed = await changedSince(since, listed, history);
  if (changed.kind === 'unknown') throw new UserError(`--since ${since}: ${changed.reason}`);
  return changed;
}

function nothing(reason: string, messages: readonly string[], exitCode: 2 | 130): CommandResult {
  return { exitCode, output: '', messages: [...messages, reason] };
}

const broken = (reason: string) =>
  `Nothing is reported, because the history of this repository cannot be read: ${reason}`;

/** `flaglab check`: the verdicts on the flags of a folder, and what a change does to them. */
export async function checkCommand(request: CheckRequest, ports: CliPorts): Promise<CommandResult> {
  const { path, since, baseline, cache } = request;
  const known = baseline === undefined ? new Set<string>() : await readBaseline(baseline, ports);
  const indexed = await indexFolder(path, ports, cache);
  if (indexed.kind === 'stopped') return indexed.result;
  const { snapshot, index, files, factsReader, settings, messages } = indexed;
  const history = ports.openHistory(path, cache.kind === 'none' ? null : cache);
  const change = await changeSince(request, index.listedFiles(), history);
  const now = request.now ?? ports.today();
  const asked = {
    files,
    snapshot,
    listed: index.listedFiles(),
    settings,
    factsReader,
    now,
    history,
    version: ports.version,
    mentions: createKeyMentions(),
  };
  const checked = await checkWorkspace(asked);
  if (checked.kind === 'broken') return nothing(broken(checked.reason), messages, 2);
  const rollouts = await checkRollouts(index.listedFiles(), files, settings);
  const wrong = [...snapshot.diagnostics, ...rollouts];
  const all = await reportFindings(checked.findings, wrong, files);
  // Nobody asks this index about the present any more.
  if (change !== null) await takeBack(index, change.files);
  const present = { request: asked, checked, findings: all, lookAtMore: checkRollouts };
  const review = change === null ? null : await reviewChange(change, index, present);
  if (ports.signal.aborted) return nothing('Interrupted: nothing is reported.', messages, 130);
  if (review?.kind === 'broken') return nothing(broken(review.reason), messages, 2);
  const own = review === null ? all : review.findings;
  const findings = own.filter(({ fingerprint }) => !known.has(fingerprint));
  const report: CheckReport = {
    version: ports.version,
    root: path.replaceAll('\\', '/'),
    now,
    flags: checked.verdicts,
    findings,
    change: review === null || since === undefined ? null : { since, changes: review.changes },
  };
  const exporter = checkExporters.find(({ id }) => id === request.format);
  const told = own.length - findings.length;
  const inBaseline = told > 0 ? [`${told} findings are in the baseline and not told again.`] : [];
  return {
    exitCode: fails(findings, request.failOn) ? 1 : 0,
    output: exporter?.write(report) ?? '',
    messages: [...messages, ...checked.notes, ...inBaseline],
  };
}
