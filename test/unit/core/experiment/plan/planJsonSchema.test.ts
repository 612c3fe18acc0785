import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { parsePlan } from '../../../../../src/core/experiment/plan/parsePlan';
import { planJsonSchema } from '../../../../../src/core/experiment/plan/planJsonSchema';
import type { JsonPath, JsonValue } from '../../../../../src/core/model/json';
import { applyJsonEdit } from '../../../../../src/core/syntax/jsonEdit';
import { examplePlanText, examplePlanWith } from '../../../../support/examplePlanText';

const validate = new Ajv({ strict: true, strictTypes: false }).compile(planJsonSchema());

function isValid(text: string): boolean {
  return validate(parseYaml(text));
}

/** What spans several values is beyond JSON Schema; `parsePlan` alone says it. */
const beyondJsonSchema = new Set([
  'plan-name-duplicate',
  'plan-primary-metric-missing',
  'plan-effect-unreachable',
]);

describe('JSON Schema of plan files', () => {
  test('is draft-07', () => {
    expect(planJsonSchema()['$schema']).toBe('http://json-schema.org/draft-07/schema#');
    expect(planJsonSchema()).toEqual(JSON.parse(JSON.stringify(planJsonSchema())));
  });

  test('accepts the example', () => {
    expect(isValid(examplePlanText), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each([
    ['power: 0.8', 'power: 1.2'],
    ['0.052', '0'],
    ['0.052', '5%'],
    ['baseline', 'basline'],
    ['version: 1', 'version: 2'],
    ['{ relative: 0.05 }', '{ relative: 0.05, absolute: 0.01 }'],
    ['{ relative: 0.05 }', '{}'],
    ['proportion', 'mean'],
    ['proportion', 'proportions'],
    [', minimumDetectableEffect: { relative: 0.05 }', ''],
    ['baseline: 0.052', 'baseline: 0.052, test: welch'],
    ['version: 1\n', ''],
    ['  - { name: treatment, weight: 50 }\n', ''],
    ['unit: user', 'unit: user\ncolour: red'],
  ])('refuses %j replaced by %j', (piece, replacement) => {
    expect(isValid(examplePlanWith(piece, replacement))).toBe(false);
  });

  test('describes every field with title, description, default and example', () => {
    const described = JSON.stringify(planJsonSchema());
    for (const words of [
      'Minimum detectable effect',
      '"default":0.8',
      'usually 0.8 or 0.9',
      '"examples":[0.052]',
      'Nothing reads this yet.',
    ]) {
      expect(described).toContain(words);
    }
    expect(described).not.toContain('"default":{}');
  });
});

const paths: readonly JsonPath[] = [
  ['version'],
  ['flag'],
  ['hypothesis'],
  ['unit'],
  ['variants'],
  ['variants', 0],
  ['variants', 1, 'name'],
  ['variants', 1, 'weight'],
  ['metrics'],
  ['metrics', 0, 'role'],
  ['metrics', 0, 'kind'],
  ['metrics', 0, 'baseline'],
  ['metrics', 0, 'direction'],
  ['metrics', 0, 'minimumDetectableEffect'],
  ['metrics', 0, 'minimumDetectableEffect', 'relative'],
  ['metrics', 0, 'minimumDetectableEffect', 'absolute'],
  ['metrics', 0, 'test'],
  ['metrics', 0, 'deviation'],
  ['metrics', 0, 'hypothesis'],
  ['metrics', 0, 'margin'],
  ['metrics', 0, 'quantile'],
  ['metrics', 0, 'label'],
  ['metrics', 0, 'effectSource'],
  ['design'],
  ['design', 'significanceLevel'],
  ['design', 'power'],
  ['design', 'sides'],
  ['design', 'analysis'],
  ['design', 'sampleSizePerVariant'],
  ['design', 'days'],
  ['design', 'looks'],
  ['traffic'],
  ['traffic', 'newUnitsPerDay'],
  ['traffic', 'exposedShare'],
  ['traffic', 'weekday'],
  ['status'],
  ['startDate'],
  ['result'],
  ['result', 'variant'],
  ['assignment', 'salt'],
  ['telemetry'],
  ['launch'],
  ['surprise'],
];

const anyValue: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue>(
    0,
    1,
    0.5,
    -1,
    1.5,
    1e13,
    1e-9,
    '',
    'x',
    ' ',
    'two',
    'decrease',
    'guardrail',
    'mean',
    'count',
    'quantile',
    'welch',
    'mcnemar',
    'equivalence',
    '2027-03-01',
    '2027-13-01',
    null,
    true,
    [],
    {},
    [1],
    { relative: 0.1 },
    { absolute: 0.1 },
    { name: 'x', weight: 2 },
    { variant: 'x' },
  ),
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc.integer(),
);

const anyChange = fc.record({
  path: fc.constantFrom(...paths),
  value: fc.option(anyValue, { nil: undefined, freq: 6 }),
});

describe('JSON Schema and parsePlan', { timeout: 60_000 }, () => {
  test('agree on the example with any values changed', () => {
    const example = parseYaml(examplePlanText) as JsonValue;
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 3 }), (changes) => {
        const document = changes.reduce<JsonValue>((before, { path, value }) => {
          return applyJsonEdit(
            before,
            value === undefined ? { kind: 'remove', path } : { kind: 'set', path, value },
          );
        }, example);
        const { diagnostics } = parsePlan(JSON.stringify(document));
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        const rest = errors.filter(({ code }) => !beyondJsonSchema.has(code));
        expect(validate(document), `${JSON.stringify(document)}\n${JSON.stringify(errors)}`).toBe(
          rest.length === 0,
        );
      }),
      { numRuns: 500 },
    );
  });
});
