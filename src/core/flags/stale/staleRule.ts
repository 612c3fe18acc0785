import type { FlagAction } from '../../model/flagVerdict';
import type { KeptValue } from '../../model/flagVerdict';
import type { Severity } from '../../model/diagnostic';
import type { FilePlace } from '../../model/flagRead';
import type { RelatedPlace } from '../../model/flagFinding';
import type { FlagStanding } from './flagStanding';
import type { StaleFacts } from './staleFacts';

/** What a rule has found. */
export interface StaleSignal {
  readonly severity: Severity;
  /** A sentence. */
  readonly message: string;
  /** Where it is shown; null: at the flag's definition, else at its first read. */
  readonly place: FilePlace | null;
  readonly action: FlagAction;
  /** It contradicts something else: whatever other rules say, a person has to decide. */
  readonly isDoubtful?: boolean;
  /** The value this rule knows is kept. */
  readonly keep?: KeptValue;
  readonly related?: readonly RelatedPlace[];
}

/** One reason to look at a flag. Pure: the same facts give the same signals. */
export interface StaleRule {
  /** Stable, documented: the `code` of its findings. */
  readonly id: string;
  /** In few words, for people. */
  readonly name: string;
  /** What it means and what to do, in a few sentences. */
  readonly help: string;
  find(facts: StaleFacts, standing: FlagStanding): readonly StaleSignal[];
}

/** One thing that stands in the way of doing anything. */
export interface StaleBlock {
  readonly id: string;
  readonly name: string;
  readonly help: string;
  /** Sentences: why, each on its own. */
  find(facts: StaleFacts, standing: FlagStanding): readonly string[];
}
