import { keyAt, keysIn, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'Optimizely' } };
const user: Shape = { returns: { type: 'UserContext' } };

/** Source: optimizely/java-sdk at 7828df12. */
export const optimizelyJvm: readonly SdkRow[] = [
  {
    id: 'jvm',
    title: 'Java and Kotlin',
    packages: ['jvm:com.optimizely.ab'],
    exports: { OptimizelyFactory: { members: { newDefaultInstance: client } } },
    exportedTypes: { Optimizely: 'Optimizely', OptimizelyUserContext: 'UserContext' },
    types: {
      Optimizely: { members: { createUserContext: user } },
      UserContext: {
        members: {
          ...named(['decide', 'decideSync'], keyAt(0)),
          decideForKeys: keysIn(0),
        },
      },
    },
  },
];
