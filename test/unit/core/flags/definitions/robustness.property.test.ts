import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDefinitions } from '../../../../../src/core/flags/definitions/registry';
import { describeRollout } from '../../../../../src/core/flags/describe/describeRollout';
import { isPartlyOn } from '../../../../../src/core/flags/describe/isPartlyOn';
import type { Rollout } from '../../../../../src/core/model/flagDefinition';
import type { Span } from '../../../../../src/core/model/position';
import { textPositions, type TextPositions } from '../../../../../src/core/syntax/textPositions';
import { projectPath } from '../../../../house/projectFiles';

const root = projectPath('test/fixtures/definitions');

const fixtures = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(json|ya?ml|toml)$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

function expectInside({ start, end }: Span, positions: TextPositions): void {
  for (const place of [start, end]) {
    expect(place.line).toBeLessThan(positions.lineCount);
    expect(positions.positionAt(positions.offsetAt(place))).toEqual(place);
  }
  expect(positions.offsetAt(start)).toBeLessThanOrEqual(positions.offsetAt(end));
}

function expectSharesOfOne(rollout: Rollout): void {
  if (rollout.kind === 'split') {
    const sum = rollout.shares.reduce((total, { share }) => total + share, 0);
    expect(Math.abs(sum - 1)).toBeLessThan(1e-6);
  }
  if (rollout.kind === 'rules') rollout.rules.forEach(({ outcome }) => expectSharesOfOne(outcome));
}

function expectSound(file: string, text: string): void {
  const reading = readDefinitions(file, text);
  const positions = textPositions(text);
  for (const definition of reading?.value ?? []) {
    expectInside(definition.keySpan, positions);
    expectInside(definition.span, positions);
    expect(typeof describeRollout(definition).full).toBe('string');
    expect(typeof isPartlyOn(definition)).toBe('boolean');
    expectSharesOfOne(definition.rollout);
  }
  for (const { span, message } of reading?.diagnostics ?? []) {
    expectInside(span, positions);
    expect(message).not.toBe('');
  }
}

/** What hands and tools put into files by mistake. */
const pieces = fc.constantFrom(
  '',
  '"',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  'null',
  '-1',
  '1e999',
  '"__proto__": 1,',
  '*a',
  '&a',
  '\n',
  '\r',
  '\t',
  '🙂',
  '\u0000',
  '\uFEFF',
  '# ',
  '[[x]]',
  'true',
);

describe('no text makes a reader fail', () => {
  test.each(fixtures)('$file, changed in a few places', ({ file, text }) => {
    const change = fc.record({
      at: fc.nat(text.length),
      removed: fc.nat(12),
      inserted: pieces,
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = changes.reduce(
          (now, { at, removed, inserted }) => now.slice(0, at) + inserted + now.slice(at + removed),
          text,
        );
        expectSound(`flags/${path.basename(file)}`, changed);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test.each(fixtures)('$file, with values of other types', ({ file, text }) => {
    const values = fc.constantFrom('null', '[]', '{}', '"x"', '7', 'true', '[1]', '{"a": {}}');
    const places = [...text.matchAll(/(?<=: )("[^"\n]*"|[\w.]+)/g)];
    fc.assert(
      fc.property(fc.nat(Math.max(places.length - 1, 0)), values, (index, value) => {
        const { index: at = 0, 0: old = '' } = places[index] ?? {};
        const changed = text.slice(0, at) + value + text.slice(at + old.length);
        expectSound(`flags/${path.basename(file)}`, changed);
      }),
      { numRuns: 60, seed: 2 },
    );
  });
});

/** The same flag again and again, under other names. */
const repeated: readonly (readonly [string, (count: number) => string])[] = [
  [
    'x.goff.toml',
    (count) =>
      Array.from(
        { length: count },
        (_, i) => `[f${i}]\nvariations = { a = 1, b = 2 }\ndefaultRule = { variation = "a" }\n`,
      ).join(''),
  ],
  [
    'features.json',
    (count) =>
      JSON.stringify({
        features: Object.fromEntries(
          Array.from({ length: count }, (_, i) => [
            `f${i}`,
            { defaultValue: 1, rules: [{ force: 2, coverage: 0.5 }] },
          ]),
        ),
      }),
  ],
  [
    'unleash.json',
    (count) =>
      JSON.stringify({
        features: Array.from({ length: count }, (_, i) => ({ name: `f${i}` })),
        featureStrategies: Array.from({ length: count }, (_, i) => ({
          featureName: `f${i}`,
          name: 'default',
        })),
        featureEnvironments: Array.from({ length: count }, (_, i) => ({
          featureName: `f${i}`,
          environment: 'production',
          enabled: true,
        })),
      }),
  ],
  [
    'launchdarkly.json',
    (count) =>
      JSON.stringify({
        flags: Object.fromEntries(
          Array.from({ length: count }, (_, i) => [
            `f${i}`,
            {
              on: true,
              offVariation: 0,
              variations: [1, 2],
              prerequisites: [{ key: 'f0', variation: 0 }],
            },
          ]),
        ),
      }),
  ],
  [
    'appsettings.json',
    (count) =>
      JSON.stringify({
        FeatureManagement: Object.fromEntries(
          Array.from({ length: count }, (_, i) => [`f${i}`, { EnabledFor: [{ Name: 'X' }] }]),
        ),
      }),
  ],
  [
    'one-flag.growthbook.json',
    (count) =>
      JSON.stringify({
        features: {
          f: {
            defaultValue: 1,
            rules: Array.from({ length: count }, (_, i) => ({
              condition: { n: i },
              force: i,
              coverage: 0.5,
              seed: 's',
            })),
          },
        },
      }),
  ],
];

// A cost that grows with the square of the length would not end within the time a test has.
test.each(repeated)('a long %s is read to its end', (file, make) => {
  const reading = readDefinitions(file, make(30_000));
  expect(reading?.diagnostics).toEqual([]);
  expect(reading?.value.length).toBe(file.startsWith('one-flag') ? 1 : 30_000);
});

test.each([
  ['json', `{"features": ${'['.repeat(100_000)}`],
  ['json', `{"features": {"f": {"defaultValue": ${'{"a":'.repeat(190)}1${'}'.repeat(190)}}}}`],
  ['yaml', `f:\n  variations: ${'['.repeat(5000)}`],
  ['toml', `f = ${'['.repeat(50_000)}`],
  ['toml', `f${'.f'.repeat(5000)} = 1`],
])('too deep a text in %s is told, or read', (ending, text) => {
  for (const name of ['flags', 'x.goff', 'x.growthbook', 'x.unleash', 'appsettings'])
    expectSound(`${name}.${ending}`, text);
});
