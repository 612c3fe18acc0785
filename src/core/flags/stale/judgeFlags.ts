import type { Plan } from '../../experiment/plan/planSchema';
import type { Flag } from '../../model/flag';
import type { FlagDefinition } from '../../model/flagDefinition';
import type { FlagFinding } from '../../model/flagFinding';
import type { DefinitionPast, LastMention, ProjectVersion } from '../../model/flagHistory';
import type { FilePlace, UnresolvedRead } from '../../model/flagRead';
import type { FlagVerdict } from '../../model/flagVerdict';
import type { Settings } from '../../settings/settingsSchema';
import { comparePositions, compareText } from '../index/compareText';
import { flagKeeps, type KeepSources } from './flagKeeps';
import { judgeFlag } from './judgeFlag';
import { openReadsFor } from './openReadsFor';
import type { DependentFlag, FlagPlan } from './staleFacts';
import { versionsAround } from './versionsAround';

/** A plan file: `plan` is null where it cannot be read. */
export interface PlanFact {
  readonly file: string;
  readonly plan: Plan | null;
}

/** All that is known about the flags of a folder at one moment. */
export interface WorkspaceFacts {
  readonly flags: readonly Flag[];
  /** Whether a flag is to be judged; all are unless given. */
  readonly isAsked?: (flag: Flag) => boolean;
  readonly unresolved: readonly UnresolvedRead[];
  /** The day of the verdicts: `2027-03-01`. */
  readonly now: string;
  readonly settings: Pick<Settings, 'stale' | 'lifetimes' | 'keep'>;
  readonly keeps: Pick<KeepSources, 'comments' | 'settingsFile' | 'spanOfEntry'>;
  readonly plans: readonly PlanFact[];
  readonly versions: readonly ProjectVersion[];
  pastOf(definition: FlagDefinition): DefinitionPast;
  mentionsOf(flag: Flag): readonly FilePlace[];
  lastMentionOf(flag: Flag): LastMention;
  /** Files that could not be read and may say something about any flag, as sentences. */
  readonly gaps: readonly string[];
}

/** Verdicts in the order of the flags, and findings by file and place. */
export interface JudgedFlags {
  readonly verdicts: readonly FlagVerdict[];
  readonly findings: readonly FlagFinding[];
}

function dependentsByKey(flags: readonly Flag[]): ReadonlyMap<string, readonly DependentFlag[]> {
  const found = new Map<string, DependentFlag[]>();
  for (const { key, definitions } of flags) {
    for (const { file, prerequisites } of definitions) {
      for (const needed of prerequisites) {
        const known = found.get(needed) ?? [];
        if (!known.some((other) => other.key === key)) known.push({ key, file });
        found.set(needed, known);
      }
    }
  }
  return found;
}

function unreadablePlans(plans: readonly PlanFact[]): readonly string[] {
  return plans
    .filter(({ plan }) => plan === null)
    .map(({ file }) => `${file} cannot be read: it may be the plan of an experiment on this flag.`);
}

/** Order of findings in a report. */
function compareFindings(one: FlagFinding, other: FlagFinding): number {
  return (
    compareText(one.file, other.file) ||
    comparePositions(one.span.start, other.span.start) ||
    compareText(one.code, other.code) ||
    compareText(one.key, other.key) ||
    compareText(one.message, other.message)
  );
}

/** Judges all flags of a folder. Pure: the order in which facts came does not matter. */
export function judgeFlags(facts: WorkspaceFacts): JudgedFlags {
  const { flags, now, settings, plans, versions } = facts;
  const keeps = flagKeeps(flags, { ...facts.keeps, settings, now });
  const dependents = dependentsByKey(flags);
  const gaps = [...facts.gaps, ...unreadablePlans(plans)];
  const { isAsked = () => true } = facts;
  const judged = flags.filter(isAsked).map((flag) =>
    judgeFlag({
      flag,
      now,
      settings,
      gaps,
      pastOf: (definition) => facts.pastOf(definition),
      versionsFor: ({ file }) => versionsAround(file, versions),
      plans: plans.filter(
        (entry): entry is FlagPlan => entry.plan !== null && entry.plan.flag === flag.key,
      ),
      dependents: dependents.get(flag.key) ?? [],
      openReads: openReadsFor(flag, facts.unresolved),
      mentions: facts.mentionsOf(flag),
      lastMention: facts.lastMentionOf(flag),
      keep: keeps.keepOf(flag),
    }),
  );
  return {
    verdicts: judged.map(({ verdict }) => verdict),
    findings: [...judged.flatMap(({ findings }) => findings), ...keeps.findings].toSorted(
      compareFindings,
    ),
  };
}
