import { plainNumber } from '../../syntax/plainNumber';
import { refuseValue } from '../../schema/refuseValue';
import type * as z from '../../schema/zod';
import { metricKindRules, type MetricKind } from './metricKinds';

type Payload<Value> = z.core.ParsePayload<Value>;

interface Named {
  readonly name: string;
}

interface MetricLike extends Named {
  readonly kind: MetricKind;
  readonly baseline: number;
  readonly direction: 'increase' | 'decrease';
  readonly minimumDetectableEffect: { readonly relative: number } | { readonly absolute: number };
}

function checkUniqueNames(payload: Payload<readonly Named[]>, what: string): void {
  const firstAt = new Map<string, number>();
  payload.value.forEach(({ name }, index) => {
    const first = firstAt.get(name);
    if (first === undefined) {
      firstAt.set(name, index);
      return;
    }
    refuseValue(payload, {
      code: 'name-duplicate',
      path: [index, 'name'],
      message: `Two ${what}s are named "${name}" (number ${first + 1} and number ${index + 1}). Give each ${what} a name of its own.`,
    });
  });
}

/** Every variant has a name of its own. */
export function checkVariantNames(payload: Payload<readonly Named[]>): void {
  checkUniqueNames(payload, 'variant');
}

/** Every metric has a name of its own, and at least one is primary. */
export function checkMetrics(
  payload: Payload<readonly (Named & { readonly role: string })[]>,
): void {
  checkUniqueNames(payload, 'metric');
  if (payload.value.some(({ role }) => role === 'primary')) return;
  refuseValue(payload, {
    code: 'primary-metric-missing',
    path: [],
    message:
      'No metric has the role "primary", so there is nothing to size the experiment by. Write role: primary on the metric that decides.',
  });
}

/** Rounded towards zero to four digits, so that what is said to be possible is. */
function roundedDown(value: number): string {
  const [digits = '0', exponent = '0'] = value.toExponential(15).split('e');
  return plainNumber(Number(`${digits.slice(0, '1.234'.length)}e${exponent}`));
}

/** Where the metric ends with its effect: within what its kind can be. For a time to event a relative effect is one of the hazard, which ends nowhere else. */
export function checkEffectReachable(payload: Payload<MetricLike>): void {
  const { kind, baseline, direction, minimumDetectableEffect: effect } = payload.value;
  // Bounds of the single numbers come first; with a baseline outside of them nothing can be said here.
  if (payload.issues.length || effect === undefined) return;
  const isHazard = kind === 'time-to-event' && 'relative' in effect;
  const { above, below } = isHazard ? hazardBounds : metricKindRules[kind].baseline;
  const from = isHazard ? 1 : baseline;
  const [member, change] =
    'relative' in effect
      ? (['relative', Math.abs(from) * effect.relative] as const)
      : (['absolute', effect.absolute] as const);
  const target = direction === 'increase' ? from + change : from - change;
  if (target > above && target < below) return;
  const most =
    (direction === 'increase' ? below - from : from - above) / (member === 'relative' ? from : 1);
  const bounds = `stays above ${plainNumber(above)}${Number.isFinite(below) ? ` and below ${plainNumber(below)}` : ''}`;
  refuseValue(payload, {
    code: 'effect-unreachable',
    path: ['minimumDetectableEffect', member],
    message: `${direction === 'increase' ? 'An increase' : 'A decrease'} from the baseline ${plainNumber(from)} by this effect would end at ${plainNumber(target)}, but ${isHazard ? 'a hazard ratio' : metricKindRules[kind].noun} ${bounds}: ${isHazard ? hazardBounds.why : metricKindRules[kind].why}. Write a smaller ${member} effect: at most ${roundedDown(most * (1 - 1e-9))}.`,
  });
}

/** A hazard ratio is above 0. */
const hazardBounds = { above: 0, below: Infinity, why: 'at 0 nobody would ever have the event' };

/** A week on some day of which somebody comes. */
export function checkWeekdays(payload: Payload<readonly number[]>): void {
  if (payload.issues.length || payload.value.some((factor) => factor > 0)) return;
  refuseValue(payload, {
    code: 'value-range',
    path: [],
    message:
      'With 0 on every weekday nobody ever comes. Write how the days compare, for example 1 for an average one.',
  });
}
