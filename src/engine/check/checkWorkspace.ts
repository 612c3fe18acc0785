import { parsePlan } from '../../core/experiment/plan/parsePlan';
import { planPositions } from '../../core/experiment/plan/planPositions';
import { flagFindings } from '../../core/flags/findings/registry';
import { judgeFlags, type JudgedFlags, type PlanFact } from '../../core/flags/stale/judgeFlags';
import type { Flag } from '../../core/model/flag';
import type { LastMention } from '../../core/model/flagHistory';
import { decodeText } from '../../core/syntax/decodeText';
import { settingsFileName } from '../settingsFileName';
import type { WorkspaceFiles } from '../workspaceFiles';
import type { IndexSnapshot } from '../workspaceIndex';
import { checkGaps } from './checkGaps';
import type { CheckRequest, LookedAt } from './checkRequest';
import { lookAtHistory } from './lookAtHistory';
import { lookAtMentions } from './lookAtMentions';
import { projectVersions } from './projectVersions';

/**
 * `checked`: `notes` are sentences about what could not be looked at. `broken`: the repository cannot be read, so there is no verdict at
 * all, and why.
 */
export type Checked =
  | ({
      readonly kind: 'checked';
      readonly notes: readonly string[];
      /** Of the findings those about the lives of flags and wishes to keep them. */
      readonly lifeFindings: JudgedFlags['findings'];
      readonly lookedAt: LookedAt;
    } & JudgedFlags)
  | { readonly kind: 'broken'; readonly reason: string };

async function textOf(file: string, files: WorkspaceFiles): Promise<string | null> {
  const bytes = await files.read(file).catch(() => null);
  const decoded = bytes === null ? null : decodeText(bytes);
  return decoded?.kind === 'text' ? decoded.text : null;
}

async function readPlans({ files, listed }: CheckRequest): Promise<readonly PlanFact[]> {
  const plans = listed.filter((file) => /\.experiment\.ya?ml$/.test(file));
  return Promise.all(
    plans.map(async (file) => {
      const text = await textOf(file, files);
      return { file, plan: text === null ? null : parsePlan(text).plan };
    }),
  );
}

/** Places of the entries under `keep` in the settings file. */
async function keepPlaces({ files }: CheckRequest) {
  const positions = planPositions((await textOf(settingsFileName, files)) ?? '');
  const start = { line: 0, column: 0 };
  return (index: number) => positions.nearestSpan(['keep', index]) ?? { start, end: start };
}

/** What people have to know of findings of two kinds: of flags as such, and of their lives. Each is told once. */
function allFindings(snapshot: IndexSnapshot, judged: JudgedFlags) {
  const own = flagFindings(snapshot.flags);
  const kept = new Set(
    judged.verdicts
      .filter(({ blockers }) => blockers.some(({ rule }) => rule === 'blocked-by-keep'))
      .map(({ key, scope }) => JSON.stringify([key, scope])),
  );
  const stale = judged.findings.filter(({ code }) => code !== 'undefined-flag');
  const others = own.filter(({ key, scope }) => !kept.has(JSON.stringify([key, scope])));
  return { verdicts: judged.verdicts, findings: [...stale, ...others], lifeFindings: stale };
}

/** The versions of a repository count only where a flag names one. */
function mayExpireByVersion(flags: readonly Flag[]): boolean {
  return flags.some(({ definitions }) =>
    definitions.some(({ expires }) => expires?.kind === 'version'),
  );
}

/** Judges the flags of a folder that has been read. */
export async function checkWorkspace(request: CheckRequest): Promise<Checked> {
  const { snapshot, settings, now, files, listed } = request;
  const history = await lookAtHistory(request);
  if (history.kind === 'broken') return history;
  const { known, pasts, versions } = history;
  const { mentions, last } = await lookAtMentions(request, known);
  const nothing: LastMention = { kind: 'unknown', reason: history.notes[0] ?? '' };
  const asked = request.known?.keys;
  const judged = judgeFlags({
    flags: snapshot.flags,
    isAsked: ({ key }) => asked?.has(key) ?? true,
    unresolved: snapshot.unresolved,
    now,
    settings,
    keeps: {
      comments: snapshot.keeps ?? [],
      settingsFile: settingsFileName,
      spanOfEntry: await keepPlaces(request),
    },
    plans: await readPlans(request),
    versions: mayExpireByVersion(snapshot.flags)
      ? await projectVersions(files, listed, known && { ...known, run: known.git.run })
      : [],
    pastOf: history.pastOf,
    mentionsOf: ({ key, reads }) => (reads.length > 0 ? [] : (mentions.get(key) ?? [])),
    lastMentionOf: ({ key }) => last.get(key) ?? nothing,
    gaps: checkGaps(snapshot),
  });
  const lookedAt = { head: known?.head ?? null, pasts, versions, lastMentions: last };
  return { kind: 'checked', notes: history.notes, lookedAt, ...allFindings(snapshot, judged) };
}
