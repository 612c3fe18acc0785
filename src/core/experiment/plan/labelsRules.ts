import { refuseValue } from '../../schema/refuseValue';
import type * as z from '../../schema/zod';
import { plainNumber } from '../../syntax/plainNumber';

type Payload<Value> = z.core.ParsePayload<Value>;

interface LabelsLike {
  readonly name: string;
  readonly expected: number;
  readonly halfWidth?: number | undefined;
  readonly floor?: number | undefined;
  readonly strata?: readonly { readonly share: number }[] | undefined;
}

/** A row asks for one thing, a half-width or a floor below what is expected; the strata are everything. */
export function checkLabels(payload: Payload<LabelsLike>): void {
  if (payload.issues.length) return;
  const { expected, halfWidth, floor, strata } = payload.value;
  if ((halfWidth === undefined) === (floor === undefined)) {
    refuseValue(payload, {
      code: 'labels-aim',
      path: [],
      message:
        'Write either halfWidth (how exactly to estimate it) or floor (what it is to exceed), one of the two.',
    });
  }
  if (floor !== undefined && floor >= expected) {
    refuseValue(payload, {
      code: 'labels-floor',
      path: ['floor'],
      message: `The floor ${plainNumber(floor)} is not below the expected ${plainNumber(expected)}: it cannot be shown. Write a lower floor.`,
    });
  }
  const sum = strata?.reduce((total, { share }) => total + share, 0) ?? 1;
  if (Math.abs(sum - 1) <= 1e-6) return;
  refuseValue(payload, {
    code: 'labels-strata',
    path: ['strata'],
    message: `The shares of the strata sum to ${plainNumber(Number(sum.toPrecision(6)))}, but they are all items: 1.`,
  });
}

/** Every row has a name of its own. */
export function checkLabelsNames(payload: Payload<readonly { readonly name: string }[]>): void {
  const names = new Set<string>();
  payload.value.forEach(({ name }, index) => {
    if (names.has(name)) {
      refuseValue(payload, {
        code: 'name-duplicate',
        path: [index, 'name'],
        message: `Two rows of labels are named "${name}". Give each a name of its own.`,
      });
    }
    names.add(name);
  });
}
