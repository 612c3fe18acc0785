import { keyAt, keyThenDefault, named } from '../keyAt';
import type { SdkRow } from '../readRule';

const isOn = keyAt(0, { valueType: 'boolean' });

/** Source: growthbook/growthbook-csharp at 9822815. */
export const growthbookDotnet: readonly SdkRow[] = [
  {
    id: 'dotnet',
    title: 'C#',
    packages: ['dotnet:GrowthBook'],
    exports: { GrowthBook: { returns: { type: 'GrowthBook' } } },
    exportedTypes: { GrowthBook: 'GrowthBook', IGrowthBook: 'GrowthBook' },
    types: {
      GrowthBook: {
        members: {
          ...named(['IsOn', 'IsOff', 'IsOnAsync', 'IsOffAsync'], isOn),
          ...named(['GetFeatureValue', 'GetFeatureValueAsync'], keyThenDefault(0)),
          ...named(['EvalFeature', 'EvalFeatureAsync'], keyAt(0)),
        },
      },
    },
  },
];
