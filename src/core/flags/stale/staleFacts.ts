import type { Plan } from '../../experiment/plan/planSchema';
import type { Flag } from '../../model/flag';
import type { FlagDefinition } from '../../model/flagDefinition';
import type { DefinitionPast, LastMention, ProjectVersion } from '../../model/flagHistory';
import type { FilePlace, UnresolvedRead } from '../../model/flagRead';
import type { Settings } from '../../settings/settingsSchema';

/** A plan of an experiment on the flag, and its file. */
export interface FlagPlan {
  readonly file: string;
  readonly plan: Plan;
}

/** Another flag that does not work without this one. */
export interface DependentFlag {
  readonly key: string;
  readonly file: string;
}

/** A stated wish to keep a flag that has its reason and whose time is not over. */
export interface ValidKeep {
  /** `2027-03-01`; null: for ever. */
  readonly until: string | null;
  readonly reason: string;
}

/** All that rules may look at: everything known about one flag, and nothing else. */
export interface StaleFacts {
  readonly flag: Flag;
  /** The day of the verdict: `2027-03-01`. */
  readonly now: string;
  readonly settings: Pick<Settings, 'stale' | 'lifetimes'>;
  pastOf(definition: FlagDefinition): DefinitionPast;
  /** Versions that the parts of the repository around a definition say they have; the nearest ones. */
  versionsFor(definition: FlagDefinition): readonly ProjectVersion[];
  readonly plans: readonly FlagPlan[];
  readonly dependents: readonly DependentFlag[];
  /** Calls whose key is not known and may be this one. */
  readonly openReads: readonly UnresolvedRead[];
  /** Places outside definition files and documents that hold the key's text, of a flag without reads. */
  readonly mentions: readonly FilePlace[];
  readonly lastMention: LastMention;
  readonly keep: ValidKeep | null;
  /** What could not be looked at and may hold something about any flag, as sentences. */
  readonly gaps: readonly string[];
}
