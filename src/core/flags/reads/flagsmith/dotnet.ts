import { keyAt, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const flags: Shape = { returns: { type: 'Flags' } };

/** Source: Flagsmith/flagsmith-dotnet-client at fc8f50f. */
export const flagsmithDotnet: readonly SdkRow[] = [
  {
    id: 'dotnet',
    title: 'C#',
    packages: ['dotnet:Flagsmith', 'dotnet:Flagsmith.Interfaces'],
    exports: { FlagsmithClient: { returns: { type: 'Client' } } },
    exportedTypes: {
      FlagsmithClient: 'Client',
      IFlagsmithClient: 'Client',
      Flags: 'Flags',
      IFlags: 'Flags',
    },
    types: {
      Client: { members: named(['GetEnvironmentFlags', 'GetIdentityFlags'], flags) },
      Flags: {
        members: {
          IsFeatureEnabled: keyAt(0, { valueType: 'boolean' }),
          ...named(['GetFeatureValue', 'GetFlag'], keyAt(0)),
        },
      },
    },
  },
];
