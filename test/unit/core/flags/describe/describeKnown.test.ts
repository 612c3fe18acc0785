import { describe, expect, test } from 'vitest';
import { readDefinitions } from '../../../../../src/core/flags/definitions/registry';
import { describeKnown } from '../../../../../src/core/flags/describe/describeKnown';
import { longestTitle } from '../../../../../src/core/flags/describe/fitLine';
import type { FlagDefinition } from '../../../../../src/core/model/flagDefinition';
import type { FlagRead, ReadDefault } from '../../../../../src/core/model/flagRead';
import type { JsonValue } from '../../../../../src/core/model/json';

const nowhere = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };

function readWith(given: ReadDefault | null, sdk: string): FlagRead {
  return {
    key: 'checkout',
    file: 'src/checkout.ts',
    span: nowhere,
    keySpan: null,
    sdk,
    language: 'typescript',
    call: 'getBooleanValue',
    valueType: 'boolean',
    default: given,
    via: [],
    context: 'source',
  };
}

const literal = (value: JsonValue): ReadDefault => ({ kind: 'literal', value });

/** A flagd definition of `checkout` that is on for a share of people. */
function onFor(percent: number, file = 'flags/shop.flagd.json'): FlagDefinition {
  const flag = {
    state: 'ENABLED',
    variants: { on: true, off: false },
    defaultVariant: 'off',
    targeting: {
      fractional: [
        ['on', percent],
        ['off', 100 - percent],
      ],
    },
  };
  const [definition] =
    readDefinitions(file, JSON.stringify({ flags: { checkout: flag } }))?.value ?? [];
  if (definition === undefined) throw new Error('not read');
  return definition;
}

interface Known {
  readonly key?: string;
  readonly sdk?: string;
  readonly definitions?: readonly FlagDefinition[];
  readonly defaults?: readonly (ReadDefault | null)[];
  readonly expectedIn?: readonly string[];
  readonly isWhole?: boolean;
}

function lineFor({
  key = 'checkout',
  definitions = [],
  defaults = [],
  expectedIn = [],
  sdk = 'openfeature',
  isWhole = true,
}: Known): string {
  const reads = defaults.map((given) => readWith(given, sdk));
  const definitionFiles = expectedIn.map((file) => ({ file, format: 'flagd', isWhole }));
  return describeKnown({
    flag: { key, scope: '.', definitions, reads, definitionFiles },
    read: reads[0] ?? null,
  });
}

describe('what is known of a flag fits into a line', () => {
  test.each<readonly [string, Known, string]>([
    ['one definition', { definitions: [onFor(10)] }, 'checkout: on for 10 %'],
    ['a small share', { definitions: [onFor(0.1)] }, 'checkout: on for 0.1 %'],
    [
      'environments that agree',
      { definitions: [onFor(10, 'prod/a.flagd.json'), onFor(10, 'staging/a.flagd.json')] },
      'checkout: on for 10 %',
    ],
    [
      'environments that differ',
      { definitions: [onFor(10, 'prod/a.flagd.json'), onFor(100, 'staging/a.flagd.json')] },
      'checkout: production: on for 10 % · staging: on for everyone',
    ],
    ['a default', { defaults: [literal(false)] }, 'checkout: default off'],
    [
      'defaults that differ',
      { defaults: [literal(false), literal(true), literal(false)] },
      'checkout: default off · 2 defaults differ',
    ],
    [
      'a computed default',
      { defaults: [{ kind: 'expression', text: 'fallback()' }] },
      'checkout: default fallback()',
    ],
    [
      'a key defined nowhere, read by an SDK that reads no such file',
      { sdk: 'launchdarkly', defaults: [literal(false)], expectedIn: ['flags/shop.flagd.json'] },
      'checkout: default off',
    ],
    [
      'a key that a file which could not be read to its end may hold',
      { defaults: [literal(false)], expectedIn: ['flags/shop.flagd.json'], isWhole: false },
      'checkout: default off',
    ],
    ['no default', { defaults: [null] }, 'checkout: no default'],
    [
      'a key that should be defined',
      { defaults: [literal(false)], expectedIn: ['flags/shop.flagd.json'] },
      'checkout: not defined in flags/shop.flagd.json',
    ],
    [
      'a key that should be defined in one of several',
      { defaults: [null], expectedIn: ['flags/shop.flagd.json', 'flags/more.flagd.json'] },
      'checkout: not defined in flags/shop.flagd.json or 1 more',
    ],
  ])('%s', (_name, known, line) => {
    expect(lineFor(known)).toBe(line);
  });

  test.each([20, 60, 120, 500])('a key of %i characters', (length) => {
    const line = lineFor({ key: 'k'.repeat(length), definitions: [onFor(10)] });
    expect(line.length).toBeLessThanOrEqual(longestTitle);
    expect(line.endsWith(': on for 10 %')).toBe(true);
  });
});
