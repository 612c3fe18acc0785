/** Every word of the charts, whole sentences only. */

export const powerChartTexts = {
  title: 'Power against sample size',
  x: 'Units in all variants',
  y: 'Power',
  goal: (power: string) => `planned: ${power}`,
  given: (total: string) => `fixed: ${total}`,
  summary: (goal: string, needed: string, halfPower: string) =>
    `Power reaches ${goal} at ${needed}; with half of them it is ${halfPower}.`,
};

export const effectChartTexts = {
  title: 'Detectable effect against days',
  x: 'Day',
  units: 'Units so far',
  yIncrease: (unit: string) => `Detectable increase${unit}`,
  yDecrease: (unit: string) => `Detectable decrease${unit}`,
  effectColumn: (unit: string) => `Detectable effect${unit}`,
  inPoints: ', points',
  enough: 'Planned effect within reach',
  yes: 'yes',
  no: 'no',
  none: 'none',
  day: (day: string) => `day ${day}`,
  goal: (points: string) => `planned: ${points}`,
  effect: (size: string, relative: string) =>
    `planned effect of ${size} (${relative} of the baseline)`,
  summary: (effect: string, day: string) =>
    `Day ${day} is the first that suffices for the ${effect}; longer runs see smaller effects.`,
  never: (effect: string, days: string) =>
    `The ${effect} is out of reach within ${days} days of this traffic.`,
};

export const boundsChartTexts = {
  title: 'Bounds of the looks',
  look: 'Look',
  day: 'Day',
  dayValue: (day: string) => `day ${day}`,
  units: (units: string) => `Number of ${units}`,
  y: 'Standard errors (z)',
  success: 'success',
  harm: 'harm',
  futility: 'futility',
  expected: 'expected',
  stoppedEffect: 'Ended by then, effect',
  stoppedNone: 'Ended by then, no effect',
  none: '–',
  one: (name: string, bound: string) => `${name}: a success from z = ${bound}.`,
  summary: (name: string, first: string, last: string, effect: string, none: string) =>
    `${name}: a success from z = ${first} at the first look, from ${last} at the last. On average it ends at ${effect} if the effect is there, at ${none} if not.`,
};

export const estimateChartTexts = {
  title: 'Estimated effect by day',
  x: 'Day',
  y: 'Estimated effect, points',
  yOwn: 'Estimated effect',
  low: '2.5 % quantile',
  mean: 'Mean',
  high: '97.5 % quantile',
  subjects: (variant: string) => `Units in ${variant}`,
  planned: (points: string) => `planned: ${points}`,
  nothing: 'No day has been simulated yet.',
  summary: (day: string, low: string, high: string, mean: string) =>
    `By the end of day ${day}, 95 % of the simulated launches estimate an effect between ${low} and ${high}; the mean is ${mean}.`,
  inPoints: (high: string) => `${high} percentage points`,
};
