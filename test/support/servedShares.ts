import { assertNever } from '../../src/core/model/assertNever';
import type { FlagDefinition, Rollout } from '../../src/core/model/flagDefinition';

/** The name that the default given in the code goes by. */
export const codeDefault = 'default of the code';

/** Those of a rollout's conditions that a person meets. */
export type Meets = (condition: string) => boolean;

function add(into: Map<string, number>, from: ReadonlyMap<string, number>, share: number): void {
  for (const [variant, part] of from) into.set(variant, (into.get(variant) ?? 0) + part * share);
}

function sharesOf(rollout: Rollout, meets: Meets): ReadonlyMap<string, number> {
  switch (rollout.kind) {
    case 'everyone':
      return new Map([[rollout.variant, 1]]);
    case 'split':
      return new Map(rollout.shares.map(({ variant, share }) => [variant, share]));
    case 'disabled':
    case 'code-default':
      return new Map([[codeDefault, 1]]);
    case 'rules': {
      const sum = new Map<string, number>();
      let left = 1;
      for (const { condition, share = 1, outcome } of rollout.rules) {
        if (condition !== null && !meets(condition)) continue;
        add(sum, sharesOf(outcome, meets), left * share);
        left *= 1 - share;
      }
      return sum;
    }
    case 'declared':
    case 'progressive':
    case 'unknown':
      throw new Error(`No shares follow from ${rollout.kind}.`);
    default:
      return assertNever(rollout);
  }
}

/** By a definition: what share of the people who meet certain conditions gets which variant. */
export function servedShares(
  { rollout }: FlagDefinition,
  meets: Meets,
): ReadonlyMap<string, number> {
  return sharesOf(rollout, meets);
}
