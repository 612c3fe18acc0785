/** Every word of the plan's fields, whole sentences only, so that they can be translated one by one. */

export const groupTexts = {
  question: 'Question',
  variants: 'Variants',
  design: 'Design',
  traffic: 'Traffic',
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
  },
  effect: {
    label: 'Smallest effect that matters',
    why: 'Half of it takes four times as many.',
    relativeUnit: '% of baseline',
    absoluteUnit: '% points',
  },
  points: (points: string) => `${points} points`,
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
  sides: {
    label: 'Test',
    why: 'One-sided is blind to the other way.',
    two: 'two-sided',
    one: 'one-sided',
  },
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
