import { expect } from 'vitest';
import { readFixture } from './readFixture';

/** One case of the reference table: what a trusted program answers to a question, and how close to come. */
export interface ReferenceCase {
  readonly id: string;
  readonly group: string;
  readonly what: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: { readonly kind: string; readonly value: number };
  readonly source: string;
}

const { cases } = readFixture('stats/reference.json') as {
  readonly cases: readonly ReferenceCase[];
};

/** The cases of the project's reference table. */
export const referenceCases = cases;

/** The cases whose id begins so; fails where there are none, so that no row is lost unseen. */
export function casesNamed(start: string): readonly ReferenceCase[] {
  const found = referenceCases.filter(({ id }) => id.startsWith(start));
  expect(found.length, `reference cases named ${start}`).toBeGreaterThan(0);
  return found;
}

/** Expects `computed` to be as near to `expected` as the case asks. */
export function expectNear(
  computed: number,
  expected: unknown,
  { tolerance, id }: ReferenceCase,
): void {
  if (typeof expected !== 'number') throw new Error(`${id} has no such expected number`);
  const distance = Math.abs(computed - expected);
  const allowed = tolerance.kind === 'rel' ? tolerance.value * Math.abs(expected) : tolerance.value;
  expect(distance, `${id}: ${computed} against ${expected}`).toBeLessThanOrEqual(allowed);
}
