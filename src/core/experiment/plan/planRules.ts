import { plainNumber } from '../../syntax/plainNumber';
import { refuseValue } from '../../schema/refuseValue';
import type * as z from '../../schema/zod';

type Payload<Value> = z.core.ParsePayload<Value>;

interface Named {
  readonly name: string;
}

interface MetricLike extends Named {
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

/** Baseline plus effect (minus, for a decrease) is again a share strictly between 0 and 1. */
export function checkEffectReachable(payload: Payload<MetricLike>): void {
  const { baseline, direction, minimumDetectableEffect: effect } = payload.value;
  // Bounds of the single numbers come first; with a baseline outside of them nothing can be said here.
  if (payload.issues.length) return;
  const [member, change] =
    'relative' in effect
      ? (['relative', baseline * effect.relative] as const)
      : (['absolute', effect.absolute] as const);
  const target = direction === 'increase' ? baseline + change : baseline - change;
  if (target > 0 && target < 1) return;
  const most =
    (direction === 'increase' ? 1 - baseline : baseline) / (member === 'relative' ? baseline : 1);
  refuseValue(payload, {
    code: 'effect-unreachable',
    path: ['minimumDetectableEffect', member],
    message: `${direction === 'increase' ? 'An increase' : 'A decrease'} from the baseline ${plainNumber(baseline)} by this effect would end at ${plainNumber(target)}, but a proportion stays above 0 and below 1. Write a smaller ${member} effect: at most ${roundedDown(most * (1 - 1e-9))}.`,
  });
}
