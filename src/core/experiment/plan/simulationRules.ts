import { plainNumber } from '../../syntax/plainNumber';
import { refuseValue } from '../../schema/refuseValue';
import type * as z from '../../schema/zod';

interface SimulationLike {
  readonly segments?:
    | readonly { readonly name: string; readonly share: number; readonly baseline: number }[]
    | undefined;
}

/** Segments are all units together, each with a name of its own, and not all without anything to measure. */
export function checkSegments(payload: z.core.ParsePayload<SimulationLike>): void {
  const { segments } = payload.value;
  if (payload.issues.length || segments === undefined) return;
  const sum = segments.reduce((total, { share }) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-6) {
    refuseValue(payload, {
      code: 'segments-sum',
      path: ['segments'],
      message: `The shares of "segments" sum to ${plainNumber(Number(sum.toPrecision(6)))}, but every unit is in one of them. Write shares that sum to 1.`,
    });
  }
  const twice = segments.findIndex(
    ({ name }, i) => segments.findIndex((each) => each.name === name) < i,
  );
  if (twice >= 0) {
    refuseValue(payload, {
      code: 'name-duplicate',
      path: ['segments', twice, 'name'],
      message: `Two segments are named "${segments[twice]?.name}". Give each a name of its own.`,
    });
  }
  if (segments.every(({ baseline }) => baseline === 0)) {
    refuseValue(payload, {
      code: 'value-range',
      path: ['segments'],
      message:
        'With a baseline factor of 0 in every segment there is nothing to measure. Write how segments compare, 1 for an average one.',
    });
  }
}
