import { InMemStorageProvider, Unleash, UnleashEvents } from 'unleash-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  definitionFixture,
  definitionsIn,
  expectServed,
} from '../../../../../support/expectServed';

const file = 'unleash/features.json';

/** The SDK with the fixture as its bootstrap. The address is this machine's, where nobody listens. */
function createClient(): Unleash {
  const { features, segments } = JSON.parse(definitionFixture(file));
  const client = new Unleash({
    appName: 'test',
    url: 'http://127.0.0.1:9/',
    disableAutoStart: true,
    disableMetrics: true,
    refreshInterval: 0,
    storageProvider: new InMemStorageProvider(),
    bootstrap: { data: features, segments },
    skipInstanceCountWarning: true,
  });
  client.on(UnleashEvents.Error, () => undefined);
  return client;
}

/** What a person is like, and the conditions of the definitions that such a person meets. */
const contexts: readonly (readonly [Record<string, string>, readonly string[]])[] = [
  [{ country: 'FR', age: '20' }, []],
  [
    { country: 'DE', age: '20' },
    ['country is one of "DE", "AT" and in segment "grown-ups"', 'country is "DE"'],
  ],
  [{ country: 'DE', age: '10' }, ['country is "DE"']],
];

describe('Unleash’s SDK loads the fixture and gives what the definitions tell', () => {
  const definitions = definitionsIn(file);
  const client = createClient();
  beforeAll(async () => {
    const ready = new Promise((resolve) => void client.once(UnleashEvents.Ready, resolve));
    void client.start();
    await ready;
  });
  afterAll(() => client.destroy());

  test('all its flags', () => {
    const names = client.getFeatureToggleDefinitions().map(({ name }) => name);
    expect(names).toEqual(definitions.map(({ key }) => key));
  });

  // Whether its parent is on is a condition that only the SDK can decide.
  const rows = definitions
    .filter(({ key }) => key !== 'child')
    .flatMap((definition) =>
      contexts.map(([properties, conditions]) => ({
        key: definition.key,
        definition,
        properties,
        conditions,
      })),
    );
  test.each(rows)('$key for $properties', ({ key, definition, properties, conditions }) =>
    expectServed(definition, conditions, (userId) => {
      const context = { userId, properties };
      const variant = client.getVariant(key, context);
      return variant.enabled
        ? (variant.payload?.value ?? variant.name)
        : client.isEnabled(key, context);
    }),
  );

  test('a flag is off where the one it depends on is', () => {
    for (let index = 0; index < 1000; index++) {
      const context = { userId: `person-${index}` };
      expect(client.isEnabled('child', context)).toBe(client.isEnabled('tenth', context));
    }
  });
});
