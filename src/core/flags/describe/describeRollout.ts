import { assertNever } from '../../model/assertNever';
import type {
  FlagDefinition,
  ProgressiveRollout,
  Rollout,
  TargetingRule,
  VariantShare,
} from '../../model/flagDefinition';
import { formatPercent } from '../../report/formatNumber';
import { valueInWords } from './valueInWords';

type Variants = FlagDefinition['variants'];

/** A variant as people call it: `on` and `off` for a boolean value, else its name, with its value where the name hides it. */
function variantInWords(name: string, variants: Variants): string {
  const value = variants.find((variant) => variant.name === name)?.value;
  if (typeof value === 'boolean') return valueInWords(value);
  if (typeof value === 'number' && Number.parseFloat(name) !== value) return `${name} (${value})`;
  return name;
}

function splitInWords(shares: readonly VariantShare[], variants: Variants): string {
  const served = shares.filter(({ share }) => share > 0);
  const isBoolean = served.every(
    ({ variant }) => typeof variants.find(({ name }) => name === variant)?.value === 'boolean',
  );
  if (!isBoolean)
    return served
      .map(({ variant, share }) => `${variantInWords(variant, variants)} ${formatPercent(share)}`)
      .join(' · ');
  const on = served.filter(
    ({ variant }) => variants.find(({ name }) => name === variant)?.value === true,
  );
  const share = on.reduce((sum, part) => sum + part.share, 0);
  if (on.length === served.length) return 'on for everyone';
  return share === 0 ? 'off for everyone' : `on for ${formatPercent(share)}`;
}

/** What one rule gives, as part of a sentence: `on`, `on for 10 %`. */
function outcomeInWords(outcome: Rollout, variants: Variants): string {
  return outcome.kind === 'everyone'
    ? variantInWords(outcome.variant, variants)
    : rolloutInWords(outcome, variants);
}

/** `on if plan is "gold"`, `on for 10 % of those where plan is "gold"`: the rest of these go on to the next rule. */
function ruleInWords(
  { condition, share, outcome }: TargetingRule,
  index: number,
  variants: Variants,
): string {
  const words = outcomeInWords(outcome, variants);
  const start = index === 0 ? '' : 'else ';
  if (share === undefined) {
    if (condition === null) return `${start}${words}`;
    return `${words} if ${condition}`;
  }
  const part = `${words} for ${formatPercent(share)}`;
  return condition === null ? `${start}${part}` : `${part} of those where ${condition}`;
}

/** A day is enough where the time of day is midnight. */
function momentInWords(moment: string): string {
  return moment.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '');
}

function progressInWords(rollout: ProgressiveRollout, variants: Variants): string {
  const to = variantInWords(rollout.to, variants);
  const from = variantInWords(rollout.from, variants);
  const start = `${formatPercent(rollout.startShare)} from ${momentInWords(rollout.start)}`;
  const end = `${formatPercent(rollout.endShare)} on ${momentInWords(rollout.end)}`;
  return `${to} for a growing share, ${start} to ${end}, else ${from}`;
}

function rolloutInWords(rollout: Rollout, variants: Variants): string {
  switch (rollout.kind) {
    case 'declared':
      return 'declared';
    case 'disabled':
      return 'disabled: the default in the code';
    case 'code-default':
      return 'the default in the code';
    case 'everyone':
      return `${variantInWords(rollout.variant, variants)} for everyone`;
    case 'split':
      return splitInWords(rollout.shares, variants);
    case 'rules':
      return rollout.rules.map((rule, index) => ruleInWords(rule, index, variants)).join(', ');
    case 'progressive':
      return progressInWords(rollout, variants);
    case 'unknown':
      return `cannot know who gets it: ${rollout.reason}`;
    default:
      return assertNever(rollout);
  }
}

/** Shorter words for what does not fit into a line. */
function rolloutInFewWords(rollout: Rollout, variants: Variants): string {
  if (rollout.kind === 'unknown') return 'cannot know who gets it';
  if (rollout.kind === 'split')
    return `split ${rollout.shares.filter(({ share }) => share > 0).length} ways`;
  if (rollout.kind === 'progressive')
    return `${variantInWords(rollout.to, variants)} for a growing share`;
  if (rollout.kind !== 'rules') return rolloutInWords(rollout, variants);
  const isForOthers = ({ condition, share }: TargetingRule) =>
    condition === null && share === undefined;
  const otherwise = rollout.rules.find(isForOthers);
  const conditions = rollout.rules.filter((rule) => !isForOthers(rule)).length;
  const rules = `${conditions} ${conditions === 1 ? 'rule' : 'rules'}`;
  return otherwise === undefined
    ? rules
    : `${rules}, else ${outcomeInWords(otherwise.outcome, variants)}`;
}

/** Who gets a flag, in words. `full` says all of it; `short` fits beside a key. */
export interface RolloutWords {
  readonly full: string;
  readonly short: string;
}

/** Who gets a flag by one definition: `on for 10 %`, `off for everyone`, `on if country is "DE", else off`. */
export function describeRollout({
  rollout,
  variants,
  ...definition
}: FlagDefinition): RolloutWords {
  if (rollout.kind === 'declared') {
    const { defaultValue } = definition;
    const words =
      defaultValue === undefined ? 'declared' : `declared, default ${valueInWords(defaultValue)}`;
    return { full: words, short: words };
  }
  return { full: rolloutInWords(rollout, variants), short: rolloutInFewWords(rollout, variants) };
}
