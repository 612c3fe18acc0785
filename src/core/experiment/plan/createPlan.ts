import { plainNumber } from '../../syntax/plainNumber';
import { writeYamlFlow, writeYamlScalar } from '../../syntax/writeYamlValue';
import type { PlanSeed } from './planSeed';

/** So many variants a plan may have, and so long may a name be: see planSchema. */
const mostVariants = 100;
const longestName = 200;

interface WeightedVariant {
  readonly name: string;
  readonly weight: number;
}

const evenly: readonly WeightedVariant[] = [
  { name: 'control', weight: 50 },
  { name: 'treatment', weight: 50 },
];

/** Percent, rounded to what people read. */
function weightOf(share: number): number {
  return Math.max(Number((share * 100).toFixed(4)), 0.0001);
}

interface Division {
  readonly variants: readonly WeightedVariant[];
  readonly comment: string;
}

function divide(seed: PlanSeed): Division {
  const usable = (seed.variants ?? [])
    .filter(({ name }) => /\S/.test(name) && name.length <= longestName)
    .slice(0, mostVariants);
  if (usable.length < 2) {
    return {
      variants: evenly,
      comment: 'The first variant is the control. Weights are proportions.',
    };
  }
  if (usable.every(({ share }) => share > 0)) {
    const variants = usable.map(({ name, share }) => ({ name, weight: weightOf(share) }));
    const isEven = variants.every(({ weight }) => weight === variants[0]!.weight);
    const advice = isEven ? '' : ' Equal weights need the fewest users.';
    return {
      variants,
      comment: `The first variant is the control. Weights are those of the flag's definition.${advice}`,
    };
  }
  const weight = usable.length === 2 ? 50 : 1;
  return {
    variants: usable.map(({ name }) => ({ name, weight })),
    comment:
      'The first variant is the control. The definition does not divide users between the variants yet; here each gets the same.',
  };
}

/** Text for a comment: on one line, nothing that YAML forbids. */
function commentText(text: string): string {
  const oneLine = text.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim();
  return oneLine.length > 160 ? `${[...oneLine].slice(0, 157).join('')}...` : oneLine;
}

/**
 * The text of a first plan file: what the flag's definition says, the usual design, and placeholders, marked as such, for
 * what only people know. Reads without an error as long as the flag's key is not blank.
 */
export function createPlan(seed: PlanSeed): string {
  const { variants, comment } = divide(seed);
  const description = seed.description ? commentText(seed.description) : '';
  const flag = writeYamlScalar(seed.flag, { flow: false });
  const hypothesis = writeYamlScalar(`${commentText(seed.flag)} raises conversion.`, {
    flow: false,
  });
  const rows = variants.map(
    ({ name, weight }) =>
      `  - { name: ${writeYamlScalar(name, { flow: true })}, weight: ${plainNumber(weight)} }`,
  );
  const metric = {
    name: 'conversion',
    role: 'primary',
    kind: 'proportion',
    baseline: 0.05,
    direction: 'increase',
    minimumDetectableEffect: { relative: 0.05 },
  };
  const design = { significanceLevel: 0.05, power: 0.8, sides: 'two', analysis: 'fixed-horizon' };
  return [
    ...(description ? [`# ${description}`] : []),
    'version: 1',
    `flag: ${flag}`,
    '# What you expect to happen, in one sentence.',
    `hypothesis: ${hypothesis}`,
    'unit: user',
    `# ${comment}`,
    'variants:',
    ...rows,
    'metrics:',
    '  # PLACEHOLDER: replace the baseline 0.05 by the share of users who convert today,',
    '  # and the effect by the smallest change that is worth acting on.',
    `  - ${writeYamlFlow(metric)}`,
    `design: ${writeYamlFlow(design)}`,
    '# PLACEHOLDER: replace 1000 by the number of users who get here for the first time on an average day.',
    `traffic: ${writeYamlFlow({ newUnitsPerDay: 1000, exposedShare: 1 })}`,
    '',
  ].join('\n');
}
