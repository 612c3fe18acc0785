import type { Rollout, TargetingRule, VariantShare } from '../../model/flagDefinition';

/** People whose draw, a number from 0 up to 1, is at least `from` and below `to` get the variant. */
export interface DrawnPart {
  readonly from: number;
  readonly to: number;
  readonly variant: string;
}

/**
 * A rule that may take only a part of those who meet its condition: each draws a number, and whoever is in none of the parts
 * goes on to the next rule.
 */
export interface DrawnRule {
  /** In words; null: for everyone. */
  readonly condition: string | null;
  /** Rules with the same draw give a person the same number: those passed over by one are never the first of the next. */
  readonly draw: string;
  readonly parts: readonly DrawnPart[];
  /** Its draw is not independent of other ones, as the hash is too weak: what comes out of two of them is not known. */
  readonly isWeak?: boolean;
}

/** More rules than these in one flag nobody reads, either. */
const mostRules = 200;

/** Nesting of rules told one within the other: more than this nobody reads. */
const deepest = 5;

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** For each draw, the numbers that people who have come so far can have. */
type Reach = ReadonlyMap<string, readonly Interval[]>;

const whole: readonly Interval[] = [{ from: 0, to: 1 }];

/** Shares below this come from rounding. */
const nothing = 1e-12;

function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0);
}

function without(intervals: readonly Interval[], taken: Interval): readonly Interval[] {
  return intervals
    .flatMap(({ from, to }) => [
      { from, to: Math.min(to, taken.from) },
      { from: Math.max(from, taken.to), to },
    ])
    .filter(({ from, to }) => to - from > nothing);
}

function common(intervals: readonly Interval[], part: Interval): number {
  return intervals.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, part.to) - Math.max(from, part.from)),
    0,
  );
}

function withShare(shares: Map<string, number>, variant: string, share: number): void {
  if (share > nothing) shares.set(variant, (shares.get(variant) ?? 0) + share);
}

/** A whole number of billionths: sums of shares are not to show how they were added up. */
function tidy(share: number): number {
  return Math.round(share * 1e9) / 1e9;
}

/** One variant for everyone, or several by their shares, which are brought to a sum of 1. */
export function rolloutOfShares(shares: ReadonlyMap<string, number>): Rollout | null {
  const served = [...shares].filter(([, share]) => share > nothing);
  const total = served.reduce((sum, [, share]) => sum + share, 0);
  const [only] = served;
  if (only === undefined) return null;
  if (served.length === 1) return { kind: 'everyone', variant: only[0] };
  return {
    kind: 'split',
    shares: served.map(([variant, share]) => ({ variant, share: tidy(share / total) })),
  };
}

function sharesOf(rollout: Rollout): readonly VariantShare[] | null {
  if (rollout.kind === 'everyone') return [{ variant: rollout.variant, share: 1 }];
  return rollout.kind === 'split' ? rollout.shares : null;
}

interface Taken {
  /** Of those who reach the rule, by variant. */
  readonly shares: ReadonlyMap<string, number>;
  readonly share: number;
  readonly rest: Reach;
}

function take({ draw, parts }: DrawnRule, reach: Reach): Taken {
  const open = reach.get(draw) ?? whole;
  const size = lengthOf(open);
  const shares = new Map<string, number>();
  let left = open;
  for (const part of parts) {
    withShare(shares, part.variant, size === 0 ? 0 : common(left, part) / size);
    left = without(left, part);
  }
  const share = size === 0 ? 0 : 1 - lengthOf(left) / size;
  return { shares, share, rest: new Map(reach).set(draw, left) };
}

/** What is taken, and what the others get, as one division of people; null where the others' part is no plain division. */
function mixed({ shares, share }: Taken, others: Rollout): Rollout | null {
  const rest = sharesOf(others);
  if (rest === null) return null;
  const sum = new Map(shares);
  for (const part of rest) withShare(sum, part.variant, part.share * (1 - share));
  return rolloutOfShares(sum);
}

function asRules(rollout: Rollout): readonly TargetingRule[] {
  return rollout.kind === 'rules' ? rollout.rules : [{ condition: null, outcome: rollout }];
}

const weakDraws: Rollout = {
  kind: 'unknown',
  reason: 'its rules draw people with a hash that does not draw them independently of each other',
};
const tooManyDraws: Rollout = {
  kind: 'unknown',
  reason: 'too many of its rules draw from the same people',
};

class Folding {
  constructor(
    private readonly rules: readonly DrawnRule[],
    private readonly otherwise: Rollout,
  ) {}

  /** What those get who come to the rule at `index`. */
  from(index: number, reach: Reach, depth: number): Rollout {
    const rule = this.rules[index];
    if (rule === undefined) return this.otherwise;
    const taken = take(rule, reach);
    if (taken.share <= nothing) return this.from(index + 1, taken.rest, depth);
    const outcome = rolloutOfShares(taken.shares) ?? this.otherwise;
    const isForAll = taken.share >= 1 - nothing;
    if (isForAll && rule.condition === null) return outcome;
    if (isForAll) return this.conditional(rule.condition, outcome, index, reach, depth);
    if (this.isWeakWithLater(index)) return weakDraws;
    return rule.condition === null
      ? this.partOfAll(taken, outcome, index, depth)
      : this.partOfSome(rule, taken, outcome, index, reach, depth);
  }

  private conditional(
    condition: string | null,
    outcome: Rollout,
    index: number,
    reach: Reach,
    depth: number,
  ): Rollout {
    const others = this.from(index + 1, reach, depth);
    return { kind: 'rules', rules: [{ condition, outcome }, ...asRules(others)] };
  }

  private partOfAll(taken: Taken, outcome: Rollout, index: number, depth: number): Rollout {
    const others = this.from(index + 1, taken.rest, depth);
    return (
      mixed(taken, others) ?? {
        kind: 'rules',
        rules: [{ condition: null, share: tidy(taken.share), outcome }, ...asRules(others)],
      }
    );
  }

  private partOfSome(
    rule: DrawnRule,
    taken: Taken,
    outcome: Rollout,
    index: number,
    reach: Reach,
    depth: number,
  ): Rollout {
    if (this.later(index).every((other) => other.draw !== rule.draw)) {
      const others = this.from(index + 1, reach, depth);
      const together = mixed(taken, others);
      // Where nobody draws again, the condition's own division can be told.
      const isLastDraw = !this.later(index).some((other) => isPartial(other));
      const first: TargetingRule =
        together !== null && isLastDraw
          ? { condition: rule.condition, outcome: together }
          : { condition: rule.condition, share: tidy(taken.share), outcome };
      return { kind: 'rules', rules: [first, ...asRules(others)] };
    }
    if (depth >= deepest) return tooManyDraws;
    const passedOver = this.from(index + 1, taken.rest, depth + 1);
    const inner = mixed(taken, passedOver) ?? {
      kind: 'rules',
      rules: [{ condition: null, share: tidy(taken.share), outcome }, ...asRules(passedOver)],
    };
    return this.conditional(rule.condition, inner, index, reach, depth + 1);
  }

  private later(index: number): readonly DrawnRule[] {
    return this.rules.slice(index + 1);
  }

  private isWeakWithLater(index: number): boolean {
    const { isWeak, draw } = this.rules[index] ?? {};
    if (isWeak !== true) return false;
    return this.later(index).some((other) => other.draw !== draw && isPartial(other));
  }
}

/** Whether a rule passes over some of those who meet its condition. */
function isPartial({ parts }: DrawnRule): boolean {
  const left = parts.reduce<readonly Interval[]>(without, whole);
  return left.length > 0 && lengthOf(left) < 1;
}

/**
 * Who gets what by rules of which each may pass people on to the next; `otherwise` is for those whom none takes. Divisions
 * are added up exactly where that is possible: `10 % of all` before `off` is one division; what is passed over by a share
 * of the same draw is taken into account.
 */
export function rolloutOfDrawnRules(rules: readonly DrawnRule[], otherwise: Rollout): Rollout {
  if (rules.length > mostRules)
    return { kind: 'unknown', reason: `it has more than ${mostRules} rules` };
  return new Folding(rules, otherwise).from(0, new Map(), 0);
}
