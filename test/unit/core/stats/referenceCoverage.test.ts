import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { referenceCases } from '../../../support/referenceCases';

/** What of the reference table no test asks for, and why: a case, or numbers of it. */
const left: readonly (readonly [id: string, numbers: readonly string[] | 'all', reason: string])[] =
  [
    ['rng-philox4x32-10', 'all', 'Another generator: ours are xoshiro128** and splitmix64.'],
    ['rng-sfc32', 'all', 'Another generator: ours are xoshiro128** and splitmix64.'],
    [
      'mwu-n-brunner',
      'all',
      'It sizes from two pilot samples with ties; plans of ranks say P(Y > X) and are sized by Noether.',
    ],
    ['sm-power-prop2', ['p_pooled', 'std_null', 'std_alt'], 'On the way to the power.'],
    ['confseq-normal-mixture', ['rho'], 'On the way to the bound, which is met.'],
    ['acs-growthbook', ['rho'], 'On the way to the multiplier, which is met.'],
    ['welch-power-nct', ['df'], 'On the way to the power, which is met.'],
    ['msprt-statsig', ['tau'], 'On the way to the critical value, which is met.'],
    ['padjust', ['hommel', 'BY'], 'Corrections that plans do not have.'],
    ['poisson-rates', ['rate_ratio'], 'A quotient of the inputs.'],
    ['dilution', ['triggered_users_needed_same_calendar'], 'The input again.'],
    [
      'mc-error',
      ['reps_1pp_at_80', 'reps_0.2pp_at_80', 'reps_0.2pp_at_5'],
      'A run goes on until its error is small enough; it does not say beforehand how long.',
    ],
    [
      'test-prop2-250.1000-200.1000',
      ['score_ni_minus5pp'],
      'statsmodels restricts the shares otherwise than Miettinen and Nurminen; ours is held to mpmath.',
    ],
  ];

const here = new URL('../../../unit/core/', import.meta.url);

/** Texts of the tests that read the reference table, but for this one. */
const texts = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !name.endsWith('referenceCoverage.test.ts'))
  .map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), here), 'utf8'))
  .filter((text) => text.includes('casesNamed('));

/** Beginnings of ids that a text names: where it asks for cases, or first in a row of a table. */
const named = texts.map((text) =>
  [...text.matchAll(/(?:casesNamed\(|\[)'([^']{2,})'/g)].map(([, id]) => id!),
);

/** Whether a text reads a number: by its name in quotes, as a key of a table, or taken out of what is expected. */
function isNamed(text: string, key: string): boolean {
  const word = key.replaceAll('.', '\\.');
  const forms = [
    `'${word}'`,
    `\\n\\s+${word}: '`,
    `\\{ wald: [^}]*\\b${word}:`,
    `\\{[^{}]*\\b${word}\\b[^{}]*\\} = (\\w+\\.)?expected`,
  ];
  return new RegExp(forms.join('|')).test(text);
}

function missingOf({ id, expected }: (typeof referenceCases)[number]): readonly string[] {
  const readers = texts.filter((_, i) => named[i]!.some((start) => id.startsWith(start)));
  return Object.keys(expected).filter((key) => !readers.some((text) => isNamed(text, key)));
}

test('every number of the 201 reference cases is read by a test, or left with a reason', () => {
  expect(referenceCases.length).toBe(201);
  const unread = referenceCases.flatMap((row) => {
    const reasons = left.filter(([id]) => row.id.startsWith(id));
    const isLeft = (key: string) =>
      reasons.some(([, keys]) => keys === 'all' || keys.includes(key));
    return missingOf(row)
      .filter((key) => !isLeft(key))
      .map((key) => `${row.id}: ${key}`);
  });
  expect(unread).toEqual([]);
});

test('what is left is in the table, and not read after all', () => {
  const stale = left.flatMap(([id, keys]) => {
    const rows = referenceCases.filter((row) => row.id.startsWith(id));
    const missing = rows.flatMap(missingOf);
    const wanted = keys === 'all' ? rows.flatMap(({ expected }) => Object.keys(expected)) : keys;
    if (rows.length === 0) return [id];
    return wanted.filter((key) => !missing.includes(key)).map((key) => `${id}: ${key}`);
  });
  expect(stale).toEqual([]);
});
