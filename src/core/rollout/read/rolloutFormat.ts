import type { ManifestField } from './manifestField';
import type { ReadRollout } from './readRollout';

/** A format that rollouts are written in. */
export interface RolloutFormat {
  readonly id: string;
  /** As users know it. */
  readonly name: string;
  /** What every text of this format has in it: cheap, asked before a text is parsed. */
  readonly mark: RegExp;
  /** The rollouts of one document; `all` are those of all files given, for what it names in others. */
  readonly read: (document: ManifestField, all: readonly ManifestField[]) => readonly ReadRollout[];
}
