import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  rolloutOfDrawnRules,
  type DrawnRule,
} from '../../../../../src/core/flags/definitions/drawnRules';
import type { FlagDefinition, Rollout } from '../../../../../src/core/model/flagDefinition';
import { servedShares } from '../../../../support/servedShares';

const off: Rollout = { kind: 'everyone', variant: 'off' };

function rule(condition: string | null, draw: string, upTo: number, variant = 'on'): DrawnRule {
  return { condition, draw, parts: [{ from: 0, to: upTo, variant }] };
}

describe('rules that pass people on', () => {
  /** Worked out by hand: what those get who meet no condition, and those who meet all. */
  test.each<[string, readonly DrawnRule[], Record<string, number>, Record<string, number>]>([
    ['none', [], { off: 1 }, { off: 1 }],
    ['a share of all', [rule(null, 'a', 0.1)], { on: 0.1, off: 0.9 }, { on: 0.1, off: 0.9 }],
    ['a share of some', [rule('c', 'a', 0.5)], { off: 1 }, { on: 0.5, off: 0.5 }],
    [
      'two shares of one draw: the first is in the second',
      [rule('c', 'a', 0.5), rule(null, 'a', 0.2)],
      { on: 0.2, off: 0.8 },
      { on: 0.5, off: 0.5 },
    ],
    [
      'two shares of one draw: the second reaches further',
      [rule('c', 'a', 0.1), rule(null, 'a', 0.3)],
      { on: 0.3, off: 0.7 },
      { on: 0.3, off: 0.7 },
    ],
    [
      'two draws',
      [rule('c', 'a', 0.5), rule(null, 'b', 0.5)],
      { on: 0.5, off: 0.5 },
      { on: 0.75, off: 0.25 },
    ],
    ['all of some', [rule('c', 'a', 1)], { off: 1 }, { on: 1 }],
    ['nobody', [rule(null, 'a', 0)], { off: 1 }, { off: 1 }],
  ])('%s', (_name, rules, without, withAll) => {
    const definition = { rollout: rolloutOfDrawnRules(rules, off) } as FlagDefinition;
    for (const [meets, expected] of [
      [false, without],
      [true, withAll],
    ] as const) {
      const shares = servedShares(definition, () => meets);
      const given = Object.fromEntries(
        [...shares]
          .filter(([, share]) => share > 0)
          .map(([name, share]) => [name, +share.toFixed(9)]),
      );
      expect(given).toEqual(expected);
    }
  });

  test('more than anyone reads are not told', () => {
    const rules = Array.from({ length: 201 }, (_, index) => rule(`c${index}`, 'a', 0.5));
    expect(rolloutOfDrawnRules(rules, off).kind).toBe('unknown');
  });
});

/** Every combination of tenths that two draws can give counts once: exact, without chance. */
function counted(rules: readonly DrawnRule[], met: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (let a = 0; a < 10; a++) {
    for (let b = 0; b < 10; b++) {
      const numbers: Record<string, number> = { a: (a + 0.5) / 10, b: (b + 0.5) / 10 };
      const part = rules
        .filter(({ condition }) => condition === null || met.has(condition))
        .flatMap(({ draw, parts }) =>
          parts.filter(({ from, to }) => numbers[draw]! >= from && numbers[draw]! < to).slice(0, 1),
        )[0];
      const variant = part?.variant ?? 'off';
      counts.set(variant, (counts.get(variant) ?? 0) + 0.01);
    }
  }
  return counts;
}

test('what is told is what comes out when each rule is asked in turn', () => {
  const tenth = fc.integer({ min: 0, max: 10 }).map((count) => count / 10);
  const part = fc
    .tuple(tenth, tenth, fc.constantFrom('on', 'x', 'y'))
    .map(([one, other, variant]) => ({
      from: Math.min(one, other),
      to: Math.max(one, other),
      variant,
    }));
  const drawn = fc.record({
    condition: fc.constantFrom(null, 'p', 'q', 'r'),
    draw: fc.constantFrom('a', 'b'),
    parts: fc.array(part, { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 5 }), fc.subarray(['p', 'q', 'r']), (rules, some) => {
      const rollout = rolloutOfDrawnRules(rules, off);
      fc.pre(rollout.kind !== 'unknown' && !JSON.stringify(rollout).includes('"unknown"'));
      const met = new Set(some);
      const told = servedShares({ rollout } as FlagDefinition, (condition) => met.has(condition));
      const expected = counted(rules, met);
      for (const variant of new Set([...told.keys(), ...expected.keys()])) {
        expect(told.get(variant) ?? 0).toBeCloseTo(expected.get(variant) ?? 0, 6);
      }
    }),
    { numRuns: 2000, seed: 3 },
  );
});
