import { readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'OptimizelyClient' } };

/** Source: optimizely/go-sdk at 3e503a9c. */
export const optimizelyGo: readonly SdkRow[] = [
  {
    id: 'go',
    title: 'Go',
    packages: ['go:github.com/optimizely/go-sdk', 'go:github.com/optimizely/go-sdk/v*'],
    packageName: 'optimizely',
    exports: { Client: client },
    exportedTypes: {},
    types: {
      OptimizelyClient: {
        members: {
          CreateUserContext: { returns: { type: 'OptimizelyUserContext' } },
          IsFeatureEnabled: readOf([0], { valueType: 'boolean' }),
        },
      },
      OptimizelyUserContext: {
        members: { Decide: readOf([0]), DecideForKeys: readOf([0], { each: true }) },
      },
    },
  },
  {
    id: 'go-client',
    title: 'Go, its client package',
    packages: [
      'go:github.com/optimizely/go-sdk/pkg/client',
      'go:github.com/optimizely/go-sdk/v*/pkg/client',
    ],
    exports: {},
    exportedTypes: {
      OptimizelyFactory: 'OptimizelyFactory',
      OptimizelyClient: 'OptimizelyClient',
      OptimizelyUserContext: 'OptimizelyUserContext',
    },
    types: {
      OptimizelyFactory: { members: { Client: client, StaticClient: client } },
      OptimizelyClient: {
        members: {
          CreateUserContext: { returns: { type: 'OptimizelyUserContext' } },
          IsFeatureEnabled: readOf([0], { valueType: 'boolean' }),
        },
      },
      OptimizelyUserContext: {
        members: { Decide: readOf([0]), DecideForKeys: readOf([0], { each: true }) },
      },
    },
  },
];
