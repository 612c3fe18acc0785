import { changedRecently } from './blocks/changedRecently';
import { dependedOn } from './blocks/dependedOn';
import { experimentRuns } from './blocks/experimentRuns';
import { keptOnPurpose } from './blocks/keptOnPurpose';
import { permanence } from './blocks/permanence';
import { experimentOver } from './rules/experimentOver';
import { expired } from './rules/expired';
import { lifetimeOver } from './rules/lifetimeOver';
import { neverRead } from './rules/neverRead';
import { oneSided } from './rules/oneSided';
import { readNeverDefined } from './rules/readNeverDefined';
import { readOnlyInTests } from './rules/readOnlyInTests';
import { readsGone } from './rules/readsGone';
import { sameBranches } from './rules/sameBranches';
import { stageFixed } from './rules/stageFixed';
import { valueUnused } from './rules/valueUnused';
import type { StaleBlock, StaleRule } from './staleRule';

/** Reasons to look at a flag, in the order in which they are told. A new one is one file and one line here. */
export const staleRules: readonly StaleRule[] = [
  oneSided,
  expired,
  lifetimeOver,
  experimentOver,
  readsGone,
  neverRead,
  readNeverDefined,
  readOnlyInTests,
  sameBranches,
  valueUnused,
  stageFixed,
];

/** What stands in the way, in the order in which it is told. A new one is one file and one line here. */
export const staleBlocks: readonly StaleBlock[] = [
  dependedOn,
  experimentRuns,
  changedRecently,
  permanence,
  keptOnPurpose,
];
