import type { Diagnostic } from '../../model/diagnostic';
import type { Span } from '../../model/position';
import type { RolloutTraffic } from '../model/rolloutTraffic';
import type { Strategy } from '../strategies/strategy';
import type { RolloutHandle } from './rolloutHandle';

/** A text that may hold rollouts, and its name in messages. */
export interface RolloutSource {
  readonly file: string;
  readonly text: string;
}

/** A rollout as it stands in a file. JSON-safe. */
export interface ReadRollout {
  /** Id of the format it is written in. */
  readonly format: string;
  readonly name: string;
  /** Null where it cannot be simulated; diagnostics say why. */
  readonly strategy: Strategy | null;
  /** What the file itself says of traffic. */
  readonly traffic: Partial<RolloutTraffic>;
  /** Where its steps, limits and weights stand: a lens belongs above each. */
  readonly places: readonly Span[];
  /** What can be changed in the file, in the order of the launch. */
  readonly handles: readonly RolloutHandle[];
  /** What was taken because nothing is said. */
  readonly assumptions: readonly string[];
  /** Metrics that are not simulated: they are taken to pass. */
  readonly unread: readonly string[];
}

/** Everything in one file. */
export interface RolloutFile {
  readonly rollouts: readonly ReadRollout[];
  readonly diagnostics: readonly Diagnostic[];
}
