import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { benchCommand } from '../../../src/cli/bench/benchCommand';
import { benchCases } from '../../../src/cli/bench/benchCases';

interface SpecCase {
  readonly id: string;
  readonly n_per_arm: number;
  readonly reps: number;
  readonly expected: number;
  readonly ok_abs: number;
}

/** The specification of the speed comparison, as numpy's and R's scripts read it. */
const { cases: spec } = JSON.parse(
  readFileSync(new URL('../../fixtures/speed/spec.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly SpecCase[] };

const startThread = () => {
  throw new Error('One thread is enough here.');
};

test('the cases are those of the specification', () => {
  expect(
    benchCases.map(({ id, request, expected, tolerance }) => ({
      id,
      n_per_arm: request.plan.design.sampleSizePerVariant,
      reps: request.replications,
      expected,
      ok_abs: tolerance,
    })),
  ).toEqual(
    spec.map(({ id, n_per_arm, reps, expected, ok_abs }) => ({
      id,
      n_per_arm,
      reps,
      expected,
      ok_abs,
    })),
  );
});

describe('a case', () => {
  // Units of both variants times replications, as the specification has them.
  test.each([
    ['power-user', 'users', 200_000_000],
    ['power-binom', 'counts', 200_000_000],
    ['peek-binom', 'counts', 200_000_000],
    ['peek-user', 'users', 200_000_000],
    ['revenue-welch', 'users', 20_000_000],
    ['ratio-session', 'users', 4_000_000],
  ])('%s draws by %s %i units and has the answer', async (id, engine, unitsDrawn) => {
    const { exitCode, output } = await benchCommand(id, { threads: 1, startThread, version: '0' });
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ case: id, engine, unitsDrawn, ok: true });
  });

  test('that is none is named', async () => {
    const found = await benchCommand('power', { threads: 1, startThread, version: '0' });
    expect(found.exitCode).toBe(2);
    expect(found.messages[0]).toContain('power-user, power-binom,');
  });
});
