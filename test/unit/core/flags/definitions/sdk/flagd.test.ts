import { FlagdCore } from '@openfeature/flagd-core';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../../../../src/core/model/json';
import {
  definitionFixture,
  definitionsIn,
  expectServed,
  noValue,
} from '../../../../../support/expectServed';

const file = 'flagd/shares.flagd.json';
const silent = { error() {}, warn() {}, info() {}, debug() {} };

/** What a person is like, and the conditions of the definitions that such a person meets. */
const contexts: readonly (readonly [Record<string, string>, readonly string[]])[] = [
  [{ country: 'FR', email: 'x@example.net', version: '1.0.0' }, []],
  [
    { country: 'DE', email: 'a@example.com', plan: 'gold', version: '1.0.0' },
    [
      'country is one of "DE", "AT"',
      'email ends with "@example.com"',
      'email starts with "a"',
      'plan is "gold"',
    ],
  ],
  [{ email: 'x@example.net', version: '2.1.0' }, ['version >= "2.0.0"']],
];

/** Flags of which Flaglab says that it cannot know who gets them. */
const unknown = new Set(['computed-weight', 'unknown-operator', 'missing-evaluator']);

describe('flagd’s SDK loads the fixture and gives what the definitions tell', () => {
  const definitions = definitionsIn(file);
  const core = new FlagdCore(undefined, silent);
  core.setConfigurations(definitionFixture(file));

  test('all its flags', () => {
    expect([...core.getFlags().keys()]).toEqual(definitions.map(({ key }) => key));
  });

  const rows = definitions
    .filter(({ key }) => !unknown.has(key))
    .flatMap((definition) =>
      contexts.map(([context, conditions]) => ({
        key: definition.key,
        definition,
        context,
        conditions,
      })),
    );
  test.each(rows)('$key for $context', ({ key, definition, context, conditions }) =>
    expectServed(definition, conditions, (id) => {
      const person = { ...context, targetingKey: id, session: id };
      const { valueType } = definition;
      if (valueType === null) throw new Error('no type');
      const missing = { boolean: true, string: '-', number: -1, object: {} }[valueType];
      const { value, variant } = core.resolve(valueType, key, missing, person, silent);
      return variant === undefined ? noValue : (value as JsonValue);
    }),
  );
});
