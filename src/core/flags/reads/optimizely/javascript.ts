import { keyAt, keysIn, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'Client' } };
const types: SdkRow['types'] = {
  Client: {
    members: {
      createUserContext: { returns: { type: 'UserContext' } },
      ...named(
        [
          'isFeatureEnabled',
          'getFeatureVariableBoolean',
          'getFeatureVariableString',
          'getFeatureVariableInteger',
          'getFeatureVariableDouble',
          'getFeatureVariableJSON',
          'activate',
          'getVariation',
        ],
        keyAt(0),
      ),
    },
  },
  UserContext: {
    members: {
      ...named(['decide', 'decideAsync'], keyAt(0)),
      ...named(['decideForKeys', 'decideForKeysAsync'], keysIn(0)),
    },
  },
};
const exportedTypes: SdkRow['exportedTypes'] = {
  Client: 'Client',
  OptimizelyUserContext: 'UserContext',
  ReactSDKClient: 'Client',
};

/** Sources: optimizely/javascript-sdk at 6da73988, react-sdk at dd5bf34. */
export const optimizelyJavascript: readonly SdkRow[] = [
  {
    id: 'javascript',
    title: 'JS',
    packages: ['@optimizely/optimizely-sdk'],
    exports: { createInstance: client },
    exportedTypes,
    types,
  },
  {
    id: 'react',
    title: 'React',
    packages: ['@optimizely/react-sdk'],
    exports: {
      createInstance: client,
      ...named(
        ['useDecision', 'useFeature', 'useExperiment', 'useDecide', 'useDecideAsync'],
        keyAt(0),
      ),
      ...named(['useDecideForKeys', 'useDecideForKeysAsync'], keysIn(0)),
      OptimizelyFeature: { element: { key: 'feature' } },
      OptimizelyExperiment: { element: { key: 'experiment' } },
    },
    exportedTypes,
    types,
  },
];
