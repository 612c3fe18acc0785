import { keyAt, keyThenDefault, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const isOn = keyAt(0, { valueType: 'boolean' });
const client: Shape = { returns: { type: 'GrowthBook' } };
const kotlinClient: Shape = { returns: { type: 'GrowthBookSDK' } };

/** Sources: growthbook/growthbook-sdk-java at c509792, growthbook-kotlin at 3ab9dfa. */
export const growthbookJvm: readonly SdkRow[] = [
  {
    id: 'java',
    title: 'Java',
    packages: ['jvm:growthbook.sdk.java'],
    exports: { GrowthBook: client },
    exportedTypes: { GrowthBook: 'GrowthBook', IGrowthBook: 'GrowthBook' },
    types: {
      GrowthBook: {
        members: {
          ...named(['isOn', 'isOff'], isOn),
          getFeatureValue: keyThenDefault(0),
          evalFeature: keyAt(0),
        },
      },
    },
  },
  {
    id: 'kotlin',
    title: 'Kotlin',
    packages: ['jvm:com.sdk.growthbook'],
    exports: {
      GrowthBookSDK: kotlinClient,
      GBSDKBuilder: {
        returns: {
          type: 'Builder',
        },
      },
    },
    exportedTypes: { GrowthBookSDK: 'GrowthBookSDK' },
    types: {
      Builder: { members: { initialize: kotlinClient } },
      GrowthBookSDK: {
        members: {
          isOn,
          feature: keyAt(0),
          featureValue: keyAt(0),
        },
      },
    },
  },
];
