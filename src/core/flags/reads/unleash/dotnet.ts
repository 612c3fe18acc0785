import { named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

/** The default is the last argument, where it is no context. */
const enabled: Shape = {
  read: {
    key: { argument: 0, name: 'toggleName' },
    when: { most: 2 },
    valueType: 'boolean',
  },
  overloads: [
    {
      key: { argument: 0, name: 'toggleName' },
      default: { argument: 2, name: 'defaultSetting' },
      valueType: 'boolean',
    },
  ],
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
