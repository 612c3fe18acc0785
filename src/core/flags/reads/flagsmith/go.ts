import { eachOf, readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const flags: Shape = { returns: { type: 'Flags' } };

/** Source: Flagsmith/flagsmith-go-client at ca217b4. */
export const flagsmithGo: readonly SdkRow[] = [
  {
    id: 'go',
    title: 'Go',
    packages: [
      'go:github.com/Flagsmith/flagsmith-go-client',
      'go:github.com/Flagsmith/flagsmith-go-client/v*',
    ],
    packageName: 'flagsmith',
    exports: { NewClient: { returns: { type: 'Client' } } },
    exportedTypes: { Client: 'Client', Flags: 'Flags' },
    types: {
      Client: {
        members: { GetFlags: flags, GetEnvironmentFlags: flags, GetIdentityFlags: flags },
      },
      Flags: {
        members: {
          IsFeatureEnabled: readOf([0], { valueType: 'boolean' }),
          ...eachOf(['GetFeatureValue', 'GetFlag'], readOf([0])),
        },
      },
    },
  },
];
