import { keyAt, keysIn } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'Optimizely' } };

/** Source: optimizely/csharp-sdk at 6bbba7e4. */
export const optimizelyDotnet: readonly SdkRow[] = [
  {
    id: 'dotnet',
    title: 'C#',
    packages: ['dotnet:OptimizelySDK'],
    exports: {
      Optimizely: client,
      OptimizelyFactory: { members: { NewDefaultInstance: client } },
    },
    exportedTypes: {
      Optimizely: 'Optimizely',
      IOptimizely: 'Optimizely',
      OptimizelyUserContext: 'UserContext',
    },
    types: {
      Optimizely: { members: { CreateUserContext: { returns: { type: 'UserContext' } } } },
      UserContext: { members: { Decide: keyAt(0), DecideForKeys: keysIn(0) } },
    },
  },
];
