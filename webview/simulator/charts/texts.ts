/** Every word of the charts, whole sentences only. */

export const powerChartTexts = {
  title: 'Power against sample size',
  x: 'Units in all variants',
  y: 'Power',
  goal: (power: string) => `planned: ${power}`,
  summary: ({
    goal,
    total,
    half,
  }: {
    readonly goal: string;
    readonly total: string;
    readonly half: { readonly total: string; readonly power: string } | null;
  }) =>
    half === null
      ? `Power reaches ${goal} at ${total} units.`
      : `Power reaches ${goal} at ${total} units; with half of them it is ${half.power}.`,
};

export const effectChartTexts = {
  title: 'Detectable effect against days',
  x: 'Day',
  y: 'Smallest detectable effect, percentage points',
  enough: 'Planned effect within reach',
  yes: 'yes',
  no: 'no',
  day: (day: string) => `day ${day}`,
  goal: (points: string) => `planned: ${points}`,
  effect: (points: string, relative: string) => `planned effect of ${points} points (${relative})`,
  summary: ({ effect, day }: { readonly effect: string; readonly day: string }) =>
    `Day ${day} is the first that suffices for the ${effect}; longer runs see smaller effects.`,
  never: ({ effect, days }: { readonly effect: string; readonly days: string }) =>
    `The ${effect} is out of reach within ${days} days.`,
};

export const estimateChartTexts = {
  title: 'Estimated effect by day',
  x: 'Day',
  y: 'Estimated effect, percentage points',
  low: '2.5 % quantile',
  mean: 'Mean',
  high: '97.5 % quantile',
  subjects: (variant: string) => `Units in ${variant}`,
  planned: (points: string) => `planned: ${points}`,
  nothing: 'No day has been simulated yet.',
  summary: ({
    day,
    low,
    high,
    mean,
  }: {
    readonly day: string;
    readonly low: string;
    readonly high: string;
    readonly mean: string;
  }) =>
    `By day ${day}, 95 % of the simulated launches estimate an effect between ${low} and ${high} percentage points; the mean is ${mean}.`,
};
