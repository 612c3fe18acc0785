import { keyThenDefault } from '../keyAt';
import type { CallRule, SdkRow, Shape } from '../readRule';

/** `(K)`, `(K, D)`, `(K, U)`, `(K, U, D)`: what stands second is the default where it is a boolean. */
const call: CallRule = { key: { argument: 0 }, valueType: 'boolean' };
const enabled: Shape = {
  read: { ...call, default: { argument: 1 }, when: { most: 2, booleanAt: 1 } },
  overloads: [{ ...call, default: { argument: 2 } }],
};
const client: Shape = { returns: { type: 'Unleash' } };
const androidClient: Shape = { returns: { type: 'UnleashClient' } };

/** Sources: Unleash/unleash-java-sdk at 94f497a3, unleash-android at 34a0c78. */
export const unleashJvm: readonly SdkRow[] = [
  {
    id: 'jvm',
    title: 'Java and Kotlin',
    packages: ['jvm:io.getunleash'],
    exports: { DefaultUnleash: client, FakeUnleash: client },
    exportedTypes: { Unleash: 'Unleash', DefaultUnleash: 'Unleash', FakeUnleash: 'Unleash' },
    types: {
      Unleash: { members: { isEnabled: enabled, getVariant: { read: { key: { argument: 0 } } } } },
    },
  },
  {
    id: 'android',
    title: 'Android',
    packages: ['jvm:io.getunleash.android'],
    exports: { DefaultUnleash: androidClient },
    exportedTypes: { Unleash: 'UnleashClient', DefaultUnleash: 'UnleashClient' },
    types: {
      UnleashClient: {
        members: {
          isEnabled: keyThenDefault(0, { valueType: 'boolean' }),
          getVariant: keyThenDefault(0),
        },
      },
    },
  },
];
