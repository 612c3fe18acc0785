import type { Plan } from '../../../experiment/plan/planSchema';
import { criticalValue } from '../../../experiment/size/criticalValue';
import { planComparisons } from '../../../experiment/size/planComparisons';
import type { FilmFrame, LaunchFilm, SimulationResult } from '../../../simulate/simulationResult';
import type { ChartDescription, ChartLayer, ChartPoint } from '../../chart/chartDescription';
import { thinned } from '../../chart/thinned';
import { formatCount } from '../../formatNumber';
import { isShareMetric } from '../../../experiment/plan/isShareMetric';
import { differenceOf, metricNamed } from '../../metricWords';

const texts = {
  title: 'One simulated launch',
  x: 'Day',
  y: (metric: string) => `Estimated effect on ${metric}`,
  yPoints: (metric: string) => `Estimated effect on ${metric}, points`,
  control: (unit: string) => `Units in ${unit}`,
  estimate: 'Estimate',
  low: '95 % from',
  high: 'to',
  z: 'z',
  success: 'success',
  wrong: 'harm',
  futility: 'hopeless',
  bound: 'Bound of z',
  truth: (effect: string) => `true: ${effect}`,
  interval: 'estimate with its interval of one look',
  none: '–',
  nothing: 'No day of this launch is over yet.',
  ends: {
    success: (day: string) => `On day ${day} the rule finds the effect and the launch ends.`,
    wrong: (day: string) =>
      `On day ${day} the rule finds an effect the wrong way and the launch ends.`,
    futility: (day: string) =>
      `On day ${day} the rule gives it up as hopeless and the launch ends.`,
    undecided: (day: string) =>
      `On day ${day} it ends without a result, although the effect is there.`,
  },
  going: (day: string, days: string, estimate: string) =>
    `Day ${day} of ${days}: the estimate is ${estimate}.`,
  goingOn: 'A new day brings the next estimate; intervals shrink towards the true effect.',
};

/** How z of a film is turned back into an effect. */
interface EffectScale {
  /** 1 or -1: the planned direction. */
  readonly sign: number;
  /** The effect at which z is 0. */
  readonly none: number;
  readonly critical: number;
}

function scaleOf(plan: Plan, { comparison }: SimulationResult): EffectScale {
  const found = planComparisons(plan).find(
    ({ metric, treatment }) =>
      metric.name === comparison.metric && treatment.name === comparison.treatment,
  );
  if (found === undefined)
    return { sign: comparison.trueEffect < 0 ? -1 : 1, none: 0, critical: 1.96 };
  const critical = criticalValue(found);
  if (found.hypothesis === 'superiority') {
    return { sign: found.effect < 0 ? -1 : 1, none: 0, critical };
  }
  return { sign: found.better, none: -found.better * found.margin, critical };
}

/** Effects below this many standard errors say nothing on how large those are. */
const leastScore = 0.3;

/** One standard error on the scale of the effect, as the frame's z has it; null where it has none. */
function standardErrorOf({ estimate, interval, z }: FilmFrame, scale: EffectScale): number | null {
  if (estimate !== null && z !== null && Math.abs(z) > leastScore) {
    const error = (estimate - scale.none) / (scale.sign * z);
    if (error > 0) return error;
  }
  return interval === null ? null : (interval.high - interval.low) / (2 * scale.critical);
}

function boundPoints(
  frames: readonly FilmFrame[],
  read: (frame: FilmFrame) => number | null,
  scale: EffectScale,
): readonly ChartPoint[] {
  return frames.flatMap((frame) => {
    const bound = read(frame);
    const error = standardErrorOf(frame, scale);
    if (bound === null || error === null) return [];
    return [{ x: frame.day, y: scale.none + scale.sign * bound * error }];
  });
}

function boundLayers(frames: readonly FilmFrame[], scale: EffectScale): readonly ChartLayer[] {
  const bounds = [
    [texts.success, (frame: FilmFrame) => frame.successBound],
    [texts.wrong, (frame: FilmFrame) => frame.wrongBound],
    [texts.futility, (frame: FilmFrame) => frame.futilityBound],
  ] as const;
  return bounds.flatMap(([label, read]): readonly ChartLayer[] => {
    const points = boundPoints(frames, read, scale);
    return points.length === 0 ? [] : [{ kind: 'levels', points, label }];
  });
}

/** The frames up to the day it ends on. */
function watched({ frames, end }: LaunchFilm): readonly FilmFrame[] {
  return frames.filter(({ day }) => end.day === 0 || day <= end.day);
}

/** Of a long launch not every day has a frame. */
export function lastDayOf({ frames }: LaunchFilm): number {
  return frames.at(-1)?.day ?? 0;
}

interface FilmOptions {
  readonly film: LaunchFilm;
  /** Days shown, from the first; left out: to the end. */
  readonly days?: number;
}

function summaryOf({
  film,
  shown,
  whole,
  show,
}: {
  readonly film: LaunchFilm;
  readonly shown: readonly FilmFrame[];
  readonly whole: readonly FilmFrame[];
  readonly show: (value: number) => string;
}): string {
  const last = shown.at(-1);
  if (last === undefined) return texts.nothing;
  if (shown.length === whole.length) return texts.ends[film.end.kind](formatCount(last.day));
  const estimate = last.estimate === null ? texts.none : show(last.estimate);
  return `${texts.going(formatCount(last.day), formatCount(lastDayOf(film)), estimate)} ${texts.goingOn}`;
}

/** How far estimates reach: the first days' intervals, many times wider, would press all others flat. */
function reachOf(frames: readonly FilmFrame[], trueEffect: number): number {
  const late = frames.slice(Math.floor(frames.length / 5));
  const sizes = late.flatMap(({ interval }) =>
    interval === null ? [] : [Math.abs(interval.low), Math.abs(interval.high)],
  );
  return Math.max(2.5 * Math.abs(trueEffect), ...sizes) || 1;
}

/** One launch as one would have watched it: estimates with intervals, and the bounds of the rule, day by day. */
export function filmChart(
  result: SimulationResult,
  plan: Plan,
  { film, days = Infinity }: FilmOptions = { film: result.film },
): ChartDescription {
  const metric = metricNamed(plan, result.comparison.metric);
  const inPoints = metric === undefined || isShareMetric(metric);
  const show = differenceOf(metric);
  const { trueEffect } = result.comparison;
  const scale = scaleOf(plan, result);
  const whole = watched(film);
  const shown = whole.filter(({ day }, i) => i === 0 || day <= days);
  const reach = reachOf(film.frames, trueEffect);
  return {
    id: 'film',
    title: texts.title,
    summary: summaryOf({ film, shown, whole, show }),
    x: { label: texts.x, show: formatCount, whole: true },
    y: { label: (inPoints ? texts.yPoints : texts.y)(result.comparison.metric), show },
    xIncludes: [1, lastDayOf(film)],
    yIncludes: [-reach, reach],
    yMost: reach,
    yLeast: -reach,
    layers: [
      { kind: 'base', y: 0 },
      {
        kind: 'target',
        y: trueEffect,
        label: texts.truth(show(trueEffect)),
        end: 'right',
        side: trueEffect < 0 ? 'below' : 'above',
      },
      ...boundLayers(film.frames, scale),
      {
        kind: 'intervals',
        label: texts.interval,
        points: shown.flatMap(({ day, estimate, interval, isLook }) =>
          estimate === null || interval === null
            ? []
            : [{ x: day, y: estimate, ...interval, ...(isLook && { strong: true as const }) }],
        ),
      },
    ],
    table: tableOf(plan, result, { whole, show }),
  };
}

function tableOf(
  plan: Plan,
  { comparison }: SimulationResult,
  {
    whole,
    show,
  }: { readonly whole: readonly FilmFrame[]; readonly show: (value: number) => string },
): ChartDescription['table'] {
  const shownOr = (value: number | null): string => (value === null ? texts.none : show(value));
  const z = (value: number | null): string => (value === null ? texts.none : value.toFixed(2));
  return {
    columns: [
      texts.x,
      texts.control(plan.variants[0]?.name ?? ''),
      texts.control(comparison.treatment),
      texts.estimate,
      texts.low,
      texts.high,
      texts.z,
      texts.bound,
    ],
    rows: thinned(whole, ({ isLook }) => isLook && whole.length < 400).map((frame) => [
      formatCount(frame.day),
      formatCount(frame.controlUnits),
      formatCount(frame.treatmentUnits),
      shownOr(frame.estimate),
      shownOr(frame.interval?.low ?? null),
      shownOr(frame.interval?.high ?? null),
      z(frame.z),
      z(frame.successBound),
    ]),
  };
}
