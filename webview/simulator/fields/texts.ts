/** Every word of the plan's fields, whole sentences only, so that they can be translated one by one. */

export const groupTexts = {
  question: 'Question',
  variants: 'Variants',
  design: 'Design',
  traffic: 'Traffic',
  launch: 'Launch',
};

export const questionTexts = {
  unknown: '–',
  ofBaseline: (percent: string) => `${percent} of baseline`,
  perVariant: (count: string) => `${count} a variant`,
  inAll: (count: string) => `${count} in all`,
  days: (days: string) => (days === '1' ? '1 day' : `${days} days`),
  flag: { label: 'Flag', why: 'Key of the flag that is tried out.' },
  hypothesis: {
    label: 'Hypothesis',
    why: 'What you expect, written down before you look.',
  },
  unit: {
    label: 'Unit',
    why: 'What is counted: user, account.',
  },
};

export const variantTexts = {
  name: (place: number) => `Name of variant ${place}`,
  nameLabel: (place: number) => (place === 1 ? 'Control' : `Variant ${place}`),
  nameWhy: 'The first variant is the control: the others are compared with it.',
  note: 'The first one is the control. Weights are compared with each other.',
  weight: (variant: string) => `Weight of ${variant}`,
  weightLabel: 'Weight',
  weightWhy: 'Share of the traffic, compared with the other weights.',
  share: (percent: string) => `= ${percent} of traffic`,
  nameTaken: (name: string) => `Another variant is already named "${name}".`,
  flagVariant: (variant: string) => `The flag’s value for ${variant}`,
  add: 'Add variant',
  remove: 'Remove',
  removeName: (variant: string) => `Remove variant ${variant}`,
  newName: (place: number) => `variant-${place}`,
};

export const metricTexts = {
  only: 'Metric',
  titled: (role: string, name: string) => `${role}: ${name}`,
  roles: { primary: 'Primary metric', secondary: 'Secondary metric', guardrail: 'Guardrail' },
  name: { label: 'Name', name: 'Metric name', why: 'What is measured on each unit.' },
  nameTaken: (name: string) => `Another metric is already named "${name}".`,
  baseline: {
    label: 'Baseline',
    why: 'Its rate today, on the same units.',
    whyOwn: 'Where it stands today, on the same units.',
  },
  direction: {
    label: 'Expected to',
    why: 'Which way it should move.',
    increase: 'increase',
    decrease: 'decrease',
  },
  effectKind: {
    label: 'Effect given in',
    why: 'A share of it, or a difference.',
    relative: '% of the baseline',
    absolute: 'percentage points',
    own: 'the metric’s own unit',
  },
  effect: {
    label: 'Smallest effect that matters',
    why: 'Half of it takes four times as many.',
    relativeUnit: '% of baseline',
    absoluteUnit: '% points',
  },
  kind: { label: 'Kind', why: 'What is measured: it decides which tests there are.' },
  test: { label: 'Statistical test', why: 'The one the platform will use; sizes are for it.' },
  hypotheses: [
    { value: 'superiority', label: 'there is a change' },
    { value: 'non-inferiority', label: 'it is not worse by a margin' },
    { value: 'equivalence', label: 'it is within a margin either way' },
  ],
  of: (name: string) => `: ${name}`,
  add: 'Add metric',
  remove: 'Remove metric',
  removeName: (name: string) => `Remove metric ${name}`,
  newName: (place: number) => `metric-${place}`,
  relative: (percent: string) => `${percent} of baseline`,
  effectMeaning: (from: string, to: string, other: string) => `${from} → ${to}, ${other}`,
  unreachable: (from: string, to: string) =>
    `From ${from} this would lead to ${to}; a share stays between 0 % and 100 %. Choose a smaller effect.`,
};

export const designTexts = {
  significance: {
    label: 'Significance level',
    why: 'Accepted risk of a false alarm.',
  },
  power: {
    label: 'Power',
    why: 'Chance to see the effect.',
  },
  analysis: { why: 'How often the data are looked at, and by which rule.' },
  sides: {
    label: 'Test',
    why: 'One-sided is blind to the other way.',
    two: 'two-sided',
    one: 'one-sided',
  },
};

export const labelsTexts = {
  title: (name: string) => `Labels: ${name}`,
  strata: 'The strata are in the file; open it as text to change them.',
  of: (name: string) => `: labels ${name}`,
  aim: {
    label: 'Asked for',
    why: 'How exactly to know it, or what it is to exceed.',
    halfWidth: 'an interval of a width',
    floor: 'above a floor',
  },
  add: 'Add labels to collect',
  remove: 'Remove labels',
  removeName: (name: string) => `Remove labels ${name}`,
  newName: (place: number) => `quality-${place}`,
};

/** Why a field matters, where the first sentence of its help explains single values. */
export const whyTexts: Readonly<Record<string, string>> = {
  'metrics.role': 'Primary decides and gives the size; a guardrail must not get worse.',
  'metrics.hypothesis': 'What the test is to show.',
  'metrics.effectSource': 'An effect that was observed is likely too large to plan by.',
  'design.powerCounts': 'Whether a significant effect the wrong way counts as found.',
  'design.futility.bounds': 'When it is stopped for lack of prospects.',
  'design.futility.binding': 'Whether it is sure to be stopped there.',
  'design.method': 'Both hold however often one looks.',
  'design.prior.kind': 'Nothing, something about the effect, or about each share.',
  'design.success': 'Whether any or all primary metrics have to show their effect.',
  'traffic.excludeRamp': 'Whether units of the ramp days are left out of the analysis.',
  'labels.measure': 'What of the model is to be known.',
  'labels.interval': 'How the interval is computed; the exact one is longer.',
};

export const schemaTexts = {
  usual: (value: string, unit: string) => `usually ${value}${unit.startsWith('%') ? ' %' : ''}`,
  mayBeEmpty: 'may be left empty',
  leftOut: 'left out',
  yes: 'yes',
  no: 'no',
  used: 'yes',
  notUsed: 'no',
  list: 'numbers with blanks between them',
  givenIn: (label: string) => `${label} given in`,
};

export const guardTexts = {
  refused: 'The plan could not be read with this. Compare the values that belong together.',
};

export const trafficTexts = {
  newUnits: {
    label: 'New units a day',
    why: 'First arrivals; 0 for not known.',
    unit: (unit: string) => `${unit} / day`,
  },
  exposed: {
    label: 'Exposed share',
    why: 'How many of them take part.',
  },
  takingPart: (units: string) => `= ${units} a day take part`,
};

export const launchTexts = {
  note: 'What the simulated launches are like, where that is not what the size assumes. The size does not change with it.',
  share: {
    label: 'Share of the segment',
    name: (segment: string) => `Share of the segment ${segment}`,
    why: 'How many of all units belong to it; the other segments give or take in proportion.',
  },
  ofLaunch: ' (simulated)',
  of: (segment: string, place: number) => `: ${segment || place}`,
  add: 'Add segment',
  remove: (segment: string) => `Remove segment ${segment}`,
  newName: (place: number) => `segment-${place}`,
};

/** What a group of inputs says now. */
export const saysTexts = {
  raise: 'raise',
  lower: 'lower',
  question: (flag: string, way: string, metric: string, unit: string) =>
    `Does ${flag} ${way} ${metric}, measured on each ${unit}?`,
  variants: (others: string, control: string) => `${others} against ${control}.`,
  metric: (name: string, baseline: string, target: string, difference: string) =>
    `${name} is at ${baseline} today; a change to ${target}, by ${difference}, is worth finding.`,
  margin: (name: string, baseline: string) =>
    `${name} is at ${baseline} today and must not get worse by more than its margin.`,
  traffic: (daily: string) => `${daily} a day take part.`,
  ramp: (steps: string) => `It starts with a ramp of ${steps} days.`,
  returning: (population: string, active: string) =>
    `Of ${population}, ${active} are there on a day; the same ones come back.`,
  nobody: (units: string) => `No ${units} come: sizes have no days.`,
  sides: { one: 'One-sided', two: 'Two-sided' },
  design: (sides: string, level: string, power: string, analysis: string) =>
    `${sides} at ${level}, found with a power of ${power}, ${analysis}.`,
  comparisons: (count: string) => `${count} comparisons are made.`,
  analyses: {
    'fixed-horizon': 'looked at once, at the end',
    'group-sequential': 'looked at several times, with bounds',
    'always-valid': 'looked at whenever people like, with always valid intervals',
    bayesian: 'decided by the posterior',
  },
  asPlanned: 'As the size assumes: the planned effect from the first day on, for everybody alike.',
};

export const presetTexts = {
  title: 'Start from an example',
  why: 'Replaces hypothesis, unit and metrics; undo brings yours back.',
  presets: {
    'sign-up': {
      label: 'Sign-up conversion',
      hypothesis: 'A shorter form makes more visitors sign up.',
    },
    revenue: {
      label: 'Revenue per user',
      hypothesis: 'Showing related products raises revenue per user.',
    },
    latency: {
      label: 'Latency guardrail',
      hypothesis: 'The new service raises conversion and is not slower by more than 2 %.',
    },
    search: {
      label: 'Search clicks',
      hypothesis: 'The new ranking raises the share of searches with a click.',
    },
  },
};
