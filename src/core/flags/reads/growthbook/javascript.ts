import { keyAt, keyThenDefault, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

/** An experiment given in the code is known by the key in it. */
const experimentInCode: Shape = { read: { key: { argument: 0, property: 'key' } } };
const reads: Readonly<Record<string, Shape>> = {
  ...named(['isOn', 'isOff', 'evalFeature', 'feature'], keyAt(0)),
  getFeatureValue: keyThenDefault(0),
  run: experimentInCode,
};
const instance: Shape = { returns: { type: 'GrowthBook' } };
const types: SdkRow['types'] = {
  GrowthBook: { members: { ...reads, createScopedInstance: instance } },
};
const exportedTypes: SdkRow['exportedTypes'] = {
  GrowthBook: 'GrowthBook',
  GrowthBookClient: 'GrowthBook',
  UserScopedGrowthBook: 'GrowthBook',
};

/** Source: growthbook/growthbook at 8f1db44569. */
export const growthbookJavascript: readonly SdkRow[] = [
  {
    id: 'javascript',
    title: 'JS/TS',
    packages: ['@growthbook/growthbook'],
    exports: { GrowthBook: instance, GrowthBookClient: instance },
    exportedTypes,
    types,
  },
  {
    id: 'react',
    title: 'React',
    packages: ['@growthbook/growthbook-react'],
    exports: {
      GrowthBook: instance,
      useGrowthBook: instance,
      ...named(['useFeatureIsOn', 'useFeature'], keyAt(0)),
      useFeatureValue: keyThenDefault(0),
      useExperiment: experimentInCode,
      IfFeatureEnabled: { element: { key: 'feature' } },
      FeatureString: { element: { key: 'name', default: 'default' } },
    },
    exportedTypes,
    types,
  },
];
