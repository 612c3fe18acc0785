import {
  ConfigurationObjectFeatureFlagProvider,
  FeatureManager,
} from '@microsoft/feature-management';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../../../../src/core/model/json';
import {
  definitionFixture,
  definitionsIn,
  expectServed,
  noValue,
} from '../../../../../support/expectServed';

const file = 'microsoft-feature-management/features.json';

/** The groups a person is in, and the conditions of the definitions that such a person meets. */
const contexts: readonly (readonly [readonly string[], readonly string[]])[] = [
  [[], []],
  [['beta'], ['in group "beta"']],
  [['dev'], ['in group "dev"']],
  [
    ['beta', 'dev'],
    ['in group "beta"', 'in group "dev"'],
  ],
  [['bots'], ['user is "eve" or in group "bots"']],
];

describe('Microsoft’s library loads the fixture and gives what the definitions tell', () => {
  const definitions = definitionsIn(file);
  const configuration = JSON.parse(definitionFixture(file)) as Record<string, unknown>;
  const manager = new FeatureManager(new ConfigurationObjectFeatureFlagProvider(configuration), {
    customFilters: [{ name: 'Browser', evaluate: () => false }],
  });

  test('all its flags', async () => {
    expect(await manager.listFeatureNames()).toEqual(definitions.map(({ key }) => key));
  });

  const rows = definitions.flatMap((definition) =>
    contexts.map(([groups, conditions]) => ({
      key: definition.key,
      definition,
      groups,
      conditions,
    })),
  );
  test.each(rows)('$key for groups $groups', ({ key, definition, groups, conditions }) =>
    expectServed(definition, conditions, async (userId) => {
      const context = { userId, groups: [...groups] };
      if (definition.valueType === 'boolean') return manager.isEnabled(key, context);
      const variant = await manager.getVariant(key, context);
      return variant === undefined ? noValue : (variant.configuration as JsonValue);
    }),
  );
});
