import { eachOf, readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'GrowthBook' } };

/** Source: growthbook/growthbook-python at c444b7d. */
export const growthbookPython: readonly SdkRow[] = [
  {
    id: 'python',
    title: 'Python',
    packages: ['python:growthbook'],
    exports: { GrowthBook: client, GrowthBookClient: client },
    exportedTypes: { GrowthBook: 'GrowthBook', GrowthBookClient: 'GrowthBook' },
    types: {
      GrowthBook: {
        members: {
          ...eachOf(
            ['is_on', 'isOn', 'is_off', 'isOff'],
            readOf([0, 'key'], { valueType: 'boolean' }),
          ),
          ...eachOf(
            ['get_feature_value', 'getFeatureValue'],
            readOf([0, 'key'], { default: [1, 'fallback'] }),
          ),
          ...eachOf(['eval_feature', 'evalFeature'], readOf([0, 'key'])),
        },
      },
    },
  },
];
