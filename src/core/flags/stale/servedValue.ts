import type { FlagDefinition, Rollout, TargetingRule } from '../../model/flagDefinition';
import type { JsonValue } from '../../model/json';
import { dayOf } from '../../model/dayOf';
import { laterDay } from './laterDay';

/**
 * What people get by one definition on a given day.
 * - `one`: everyone the same variant. `value` is undefined where the file does not say it. `settledOn`: the day a schedule in
 *   the definition ended; null without schedule.
 * - `code`: everyone the default given in the code; `isOff`: because it is switched off.
 * - `several`: different people different values. - `undeclared`: the file does not say. - `unknown`: and why.
 */
export type ServedValue =
  | {
      readonly kind: 'one';
      readonly variant: string;
      readonly value: JsonValue | undefined;
      readonly settledOn: string | null;
    }
  | { readonly kind: 'code'; readonly isOff: boolean }
  | { readonly kind: 'several' }
  | { readonly kind: 'undeclared' }
  | { readonly kind: 'unknown'; readonly reason: string };

const several: ServedValue = { kind: 'several' };

/** Two outcomes are the same where they cannot be told apart by what people get. */
export function servedIdentity(served: ServedValue): string {
  if (served.kind !== 'one') return served.kind === 'code' ? 'code' : '';
  return served.value === undefined
    ? `variant ${served.variant}`
    : `value ${JSON.stringify(served.value)}`;
}

/** What people get who get one or the other; which is which does not matter. */
export function servedTogether(one: ServedValue, other: ServedValue): ServedValue {
  if (one.kind === 'unknown' && other.kind === 'unknown')
    return one.reason < other.reason ? one : other;
  if (one.kind === 'unknown') return one;
  if (other.kind === 'unknown') return other;
  if (servedIdentity(one) === '' || servedIdentity(one) !== servedIdentity(other)) return several;
  if (one.kind === 'code' && other.kind === 'code')
    return { kind: 'code', isOff: one.isOff && other.isOff };
  if (one.kind !== 'one' || other.kind !== 'one') return several;
  const settledOn =
    one.settledOn !== null && other.settledOn !== null
      ? laterDay(one.settledOn, other.settledOn)
      : (one.settledOn ?? other.settledOn);
  // Variants of the same value are the same to people.
  const variant = one.variant < other.variant ? one.variant : other.variant;
  return { ...one, variant, settledOn };
}

/** A rule that everyone who comes to it takes: later ones are in its shadow. */
function isCatchAll({ condition, share }: TargetingRule): boolean {
  return condition === null && (share === undefined || share >= 1);
}

function isEmpty({ share }: TargetingRule): boolean {
  return share !== undefined && share <= 0;
}

type Variants = FlagDefinition['variants'];

function oneVariant(variant: string, variants: Variants, settledOn: string | null): ServedValue {
  const value = variants.find(({ name }) => name === variant)?.value;
  return { kind: 'one', variant, value, settledOn };
}

function servedByRules(
  rules: readonly TargetingRule[],
  definition: FlagDefinition,
  now: string,
): ServedValue {
  let found: ServedValue | null = null;
  for (const rule of rules) {
    if (isEmpty(rule)) continue;
    const served = servedBy(rule.outcome, definition, now);
    found = found === null ? served : servedTogether(found, served);
    if (isCatchAll(rule)) return found;
  }
  // Whom no rule takes gets the default in the code.
  const others: ServedValue = { kind: 'code', isOff: false };
  return found === null ? others : servedTogether(found, others);
}

function servedByProgress(
  rollout: Rollout & { kind: 'progressive' },
  variants: Variants,
  now: string,
): ServedValue {
  if (rollout.from === rollout.to) return oneVariant(rollout.to, variants, null);
  const end = dayOf(rollout.end);
  if (end === null) return { kind: 'unknown', reason: 'the end of its rollout is not a day' };
  // The day itself does not count: the time of day and its zone are not known.
  if (end >= now) return several;
  if (rollout.endShare >= 1) return oneVariant(rollout.to, variants, end);
  return rollout.endShare <= 0 ? oneVariant(rollout.from, variants, end) : several;
}

function servedBy(rollout: Rollout, definition: FlagDefinition, now: string): ServedValue {
  const { variants } = definition;
  switch (rollout.kind) {
    case 'declared':
      return { kind: 'undeclared' };
    case 'unknown':
      return { kind: 'unknown', reason: rollout.reason };
    case 'disabled':
      return { kind: 'code', isOff: true };
    case 'code-default':
      return { kind: 'code', isOff: false };
    case 'everyone':
      return oneVariant(rollout.variant, variants, null);
    case 'split': {
      const served = rollout.shares
        .filter(({ share }) => share > 0)
        .map(({ variant }) => oneVariant(variant, variants, null));
      const [first, ...others] = served;
      return first === undefined ? several : others.reduce<ServedValue>(servedTogether, first);
    }
    case 'progressive':
      return servedByProgress(rollout, variants, now);
    case 'rules':
      return servedByRules(rollout.rules, definition, now);
  }
}

/** What people get by a definition on the day `now` (`2027-03-01`). */
export function servedValue(definition: FlagDefinition, now: string): ServedValue {
  return servedBy(definition.rollout, definition, now);
}
