import { parsePlan } from '../../core/experiment/plan/parsePlan';
import { planPositions } from '../../core/experiment/plan/planPositions';
import { isDeclaredInCode } from '../../core/flags/declarations/marks';
import { flagFindings } from '../../core/flags/findings/registry';
import { judgeFlags, type JudgedFlags, type PlanFact } from '../../core/flags/stale/judgeFlags';
import type { Flag } from '../../core/model/flag';
import type { FlagDefinition } from '../../core/model/flagDefinition';
import type { DefinitionPast, LastMention } from '../../core/model/flagHistory';
import type { Settings } from '../../core/settings/settingsSchema';
import { decodeText } from '../../core/syntax/decodeText';
import { createDefinitionPlacements } from '../definitionPlacements';
import type { FactsReader } from '../factsReader';
import { cachedPasts } from '../history/cachedPasts';
import type { HistoryCache } from '../history/historyCache';
import { explainGit } from '../history/explainGit';
import type { Git } from '../history/gitRunner';
import { cachedMentions } from '../history/cachedMentions';
import { repositoryState } from '../history/repositoryState';
import { settingsFileName } from '../settingsFileName';
import type { WorkspaceFiles } from '../workspaceFiles';
import type { IndexSnapshot } from '../workspaceIndex';
import { checkGaps } from './checkGaps';
import { createKeyMentions, type KeyMentions } from './keyMentions';
import { projectVersions } from './projectVersions';

/** The history of a folder, as far as its host can give it. */
export interface FolderHistory {
  readonly git: Git;
  /** Absolute path of the folder. */
  readonly root: string;
  readonly trusted: boolean;
  readonly cache: HistoryCache;
  /** The commit that history ends with; the present one unless given. */
  readonly at?: string;
}

export interface CheckRequest {
  readonly files: WorkspaceFiles;
  readonly snapshot: IndexSnapshot;
  /** All files of the folder that are not ignored. */
  readonly listed: readonly string[];
  readonly settings: Settings;
  readonly factsReader: FactsReader;
  /** The day of the verdicts: `2027-03-01`. */
  readonly now: string;
  /** Null where the host has none, as in a browser. */
  readonly history: FolderHistory | null;
  /** Version of Flaglab: what other versions have kept between runs does not count. */
  readonly version: string;
  /** Whether the history of source files is searched for reads that went: it takes long. True unless given. */
  readonly looksForLastReads?: boolean;
  /** Who looks for mentions, where what was found is kept. */
  readonly mentions?: KeyMentions;
}

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
    } & JudgedFlags)
  | { readonly kind: 'broken'; readonly reason: string };

type Known = FolderHistory & { readonly head: string };

interface HistoryFacts {
  readonly pastOf: (definition: FlagDefinition) => DefinitionPast;
  readonly known: Known | null;
  readonly notes: readonly string[];
}

type Looked = { readonly kind: 'broken'; readonly reason: string } | HistoryFacts;

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

async function lookAtHistory(request: CheckRequest): Promise<Looked> {
  const { history, snapshot, settings } = request;
  const without = (reason: string): HistoryFacts => ({
    pastOf: () => ({ kind: 'unknown', reason }),
    known: null,
    notes: [`Verdicts come from files alone. ${reason}`],
  });
  if (history === null) return without('There is no history here.');
  const state = await repositoryState(history.git.run, history);
  if (state.kind === 'unknown') return without(state.reason);
  const known = { ...history, head: history.at ?? state.head };
  // Code declares flags without saying who gets them: its history would not tell that either.
  const definitions = snapshot.flags
    .flatMap((flag) => flag.definitions)
    .filter(({ format }) => !isDeclaredInCode(format));
  const pasts = await cachedPasts(known, {
    ...known,
    definitions,
    factsReader: request.factsReader,
    now: request.now,
    place: createDefinitionPlacements(settings.definitions),
    version: request.version,
    placements: settings.definitions,
  });
  if (pasts.kind === 'failed') return { kind: 'broken', reason: explainGit(pasts.reason) };
  const inCode = 'the history of declarations in code is not looked at.';
  return {
    pastOf: (definition) => pasts.pasts.get(definition) ?? { kind: 'unknown', reason: inCode },
    known,
    notes: [],
  };
}

function declaringFiles(flags: readonly Flag[]): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>();
  for (const { key, definitions, reads } of flags) {
    if (definitions.length === 0 || reads.length > 0) continue;
    const known = files.get(key) ?? new Set();
    for (const { file } of definitions) known.add(file);
    files.set(key, known);
  }
  return files;
}

/** Mentions now and formerly, of keys that nothing reads. */
async function lookAtMentions(request: CheckRequest, known: Known | null) {
  const declared = declaringFiles(request.snapshot.flags);
  const { files, listed, looksForLastReads = true, snapshot } = request;
  const definitionFiles = new Set(
    snapshot.flags
      .flatMap(({ definitions }) => definitions)
      .filter(({ format }) => !isDeclaredInCode(format))
      .map(({ file }) => file),
  );
  const asked = { files, listed, declaredIn: declared, definitionFiles };
  const mentions = await (request.mentions ?? createKeyMentions()).find(asked);
  const gone = [...declared.keys()].filter((key) => !mentions.has(key)).toSorted();
  const last =
    known === null || !looksForLastReads
      ? new Map<string, LastMention>()
      : await cachedMentions(known, gone, request.version);
  return { mentions, last };
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

/** Judges the flags of a folder that has been read. */
export async function checkWorkspace(request: CheckRequest): Promise<Checked> {
  const { snapshot, settings, now, files, listed } = request;
  const history = await lookAtHistory(request);
  if ('kind' in history) return history;
  const { known } = history;
  const { mentions, last } = await lookAtMentions(request, known);
  const nothing: LastMention = { kind: 'unknown', reason: history.notes[0] ?? '' };
  const judged = judgeFlags({
    flags: snapshot.flags,
    unresolved: snapshot.unresolved,
    now,
    settings,
    keeps: {
      comments: snapshot.keeps ?? [],
      settingsFile: settingsFileName,
      spanOfEntry: await keepPlaces(request),
    },
    plans: await readPlans(request),
    versions: await projectVersions(files, listed, known && { ...known, run: known.git.run }),
    pastOf: history.pastOf,
    mentionsOf: ({ key, reads }) => (reads.length > 0 ? [] : (mentions.get(key) ?? [])),
    lastMentionOf: ({ key }) => last.get(key) ?? nothing,
    gaps: checkGaps(snapshot),
  });
  return { kind: 'checked', notes: history.notes, ...allFindings(snapshot, judged) };
}
