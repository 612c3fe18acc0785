import { init, type LDClient } from '@launchdarkly/node-server-sdk';
import { FileDataSourceFactory } from '@launchdarkly/node-server-sdk/integrations';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../../../../src/core/model/json';
import { projectPath } from '../../../../../house/projectFiles';
import { definitionsIn, expectServed, noValue } from '../../../../../support/expectServed';

const file = 'launchdarkly-file/flagdata.json';

/** The SDK over the fixture alone: no events, no diagnostics, no server. */
function createClient(): LDClient {
  const paths = [projectPath(`test/fixtures/definitions/${file}`)];
  const silent = { error() {}, warn() {}, info() {}, debug() {} };
  return init('sdk-key', {
    updateProcessor: new FileDataSourceFactory({ paths }).getFactory(),
    sendEvents: false,
    diagnosticOptOut: true,
    logger: silent,
  });
}

/** What a person is like, and the conditions of the definitions that such a person meets. */
const contexts: readonly (readonly [Record<string, string>, readonly string[]])[] = [
  [{ country: 'FR' }, []],
  [{ country: 'DE' }, ['country is "DE"']],
];

describe('LaunchDarkly’s SDK loads the fixture and gives what the definitions tell', () => {
  const definitions = definitionsIn(file);
  const client = createClient();
  beforeAll(() => client.waitForInitialization({ timeout: 10 }));
  afterAll(() => client.close());

  test('all its flags', async () => {
    const all = (await client.allFlagsState({ kind: 'user', key: 'x' })).allValues();
    expect(Object.keys(all).toSorted()).toEqual(definitions.map(({ key }) => key).toSorted());
  });

  // What a flag it depends on gives is a condition that only the SDK can decide.
  const rows = definitions
    .filter(({ key }) => key !== 'rules')
    .flatMap((definition) =>
      contexts.map(([attributes, conditions]) => ({
        key: definition.key,
        definition,
        attributes,
        conditions,
      })),
    );
  test.each(rows)('$key for $attributes', ({ key, definition, attributes, conditions }) =>
    expectServed(definition, conditions, async (id) => {
      const context = { kind: 'user', key: id, ...attributes };
      const { value, variationIndex } = await client.variationDetail(key, context, null);
      return typeof variationIndex === 'number' ? (value as JsonValue) : noValue;
    }),
  );

  test('targets, rules and segments come in the order in which they are told', async () => {
    const asked = async (key: string, attributes: Record<string, string>) =>
      (await client.variation('rules', { kind: 'user', key, ...attributes }, null)) as JsonValue;
    const keys = Array.from({ length: 3000 }, (_, index) => `person-${index}`);
    const met: string[] = [];
    for (const key of keys) {
      const isOn = await client.boolVariation('one-percent', { kind: 'user', key }, false);
      if (isOn) met.push(key);
      else expect(await asked(key, { country: 'DE' })).toBe('old');
    }
    for (const key of met) {
      expect(await asked(key, { country: 'DE', email: 'x@example.net' })).toBe('new');
      expect(await asked(key, { country: 'DE', email: 'x@example.com' })).toEqual({ size: 3 });
    }
    expect(met.length).toBeGreaterThan(0);
  });
});
