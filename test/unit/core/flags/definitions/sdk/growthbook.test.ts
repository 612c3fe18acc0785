import { GrowthBookClient, type FeatureApiResponse } from '@growthbook/growthbook';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../../../../src/core/model/json';
import {
  definitionFixture,
  definitionsIn,
  expectServed,
  noValue,
} from '../../../../../support/expectServed';

const file = 'growthbook/features.json';

function createClient(): GrowthBookClient {
  const payload = JSON.parse(definitionFixture(file)) as FeatureApiResponse;
  return new GrowthBookClient().initSync({ payload });
}

/** Who is asked about beside the id, and which conditions of the definition such people meet. */
const contexts: readonly (readonly [Record<string, string | number>, readonly string[]])[] = [
  [{ country: 'FR' }, []],
  [{ country: 'DE' }, ['country is one of "DE", "AT"', 'country is "DE"']],
  [{ country: 'FR', age: 70 }, ['(plan is "gold" or age >= 65)']],
];

/** Whose outcome is told in a condition that only the SDK can decide, or is not told at all. */
const undecided = new Set(['weak', 'in-namespace', 'gated']);

describe('GrowthBook’s SDK loads the fixture and gives what the definitions tell', () => {
  const definitions = definitionsIn(file);
  const client = createClient();

  test('all its features', () => {
    expect(Object.keys(client.getFeatures())).toEqual(definitions.map(({ key }) => key));
  });

  const rows = definitions
    .filter(({ key }) => !undecided.has(key))
    .flatMap((definition) =>
      contexts.map(([attributes, conditions]) => ({
        key: definition.key,
        definition,
        attributes,
        conditions,
      })),
    );
  test.each(rows)('$key for $attributes', ({ key, definition, attributes, conditions }) =>
    expectServed(definition, conditions, (id) => {
      const { value } = client.evalFeature(key, { attributes: { ...attributes, id } });
      return value === null ? noValue : (value as JsonValue);
    }),
  );

  test('two rules with weak hashes do not draw independently, so nothing is told of them', () => {
    const values = Array.from(
      { length: 10_000 },
      (_, index) => client.evalFeature('weak', { attributes: { id: `person-${index}` } }).value,
    );
    const b = values.filter((value) => value === 'b').length / values.length;
    // Independent draws would give b to a quarter.
    expect(Math.abs(b - 0.25)).toBeGreaterThan(0.02);
  });
});
