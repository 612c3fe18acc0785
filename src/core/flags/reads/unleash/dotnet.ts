import { named } from '../keyAt';
import type { CallRule, SdkRow, Shape } from '../readRule';

/** `(K)`, `(K, D)`, `(K, U)`, `(K, U, D)`: what stands second is the default where it is a boolean. */
const call: CallRule = { key: { argument: 0, name: 'toggleName' }, valueType: 'boolean' };
const enabled: Shape = {
  read: {
    ...call,
    default: { argument: 1, name: 'defaultSetting' },
    when: { most: 2, booleanAt: 1 },
  },
  overloads: [{ ...call, default: { argument: 2, name: 'defaultSetting' } }],
};
const variant: Shape = { read: { key: { argument: 0, name: 'toggleName' } } };
const client: Shape = { returns: { type: 'Unleash' } };

/** Source: Unleash/unleash-dotnet-sdk at 860b50a. */
export const unleashDotnet: readonly SdkRow[] = [
  {
    id: 'dotnet',
    title: 'C#',
    packages: ['dotnet:Unleash', 'dotnet:Unleash.ClientFactory'],
    exports: {
      DefaultUnleash: client,
      UnleashClientFactory: {
        returns: { members: named(['CreateClient', 'CreateClientAsync'], client) },
      },
    },
    exportedTypes: { IUnleash: 'Unleash', DefaultUnleash: 'Unleash' },
    types: { Unleash: { members: { IsEnabled: enabled, GetVariant: variant } } },
  },
];
