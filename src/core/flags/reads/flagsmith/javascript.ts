import { keyAt, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const types: SdkRow['types'] = {
  IFlagsmith: {
    members: named(
      ['hasFeature', 'getValue'],
      keyAt(0, { default: { argument: 1, property: 'fallback' } }),
    ),
  },
};
const instance: Shape = { returns: { type: 'IFlagsmith' } };

/** Sources: Flagsmith/flagsmith-js-client at 41c09d1, flagsmith-nodejs-client at 49849f1. */
export const flagsmithJavascript: readonly SdkRow[] = [
  {
    id: 'javascript',
    title: 'JS client',
    packages: ['flagsmith', '@flagsmith/flagsmith'],
    exports: { default: { type: 'IFlagsmith' }, createFlagsmithInstance: instance },
    exportedTypes: { IFlagsmith: 'IFlagsmith' },
    types,
  },
  {
    id: 'react',
    title: 'React',
    packages: ['flagsmith/react', '@flagsmith/flagsmith/react', '@flagsmith/react-native'],
    exports: {
      useFlags: { returns: { flags: { keys: 'exact', call: 'useFlags' } } },
      useExperiment: keyAt(0),
      useFlagsmith: instance,
    },
    exportedTypes: { IFlagsmith: 'IFlagsmith' },
    types,
  },
  {
    id: 'node',
    title: 'Node',
    packages: ['@flagsmith/nodejs', 'flagsmith-nodejs'],
    exports: { Flagsmith: { returns: { type: 'Flagsmith' } } },
    exportedTypes: { Flagsmith: 'Flagsmith', Flags: 'Flags' },
    types: {
      Flagsmith: {
        members: named(['getEnvironmentFlags', 'getIdentityFlags'], { returns: { type: 'Flags' } }),
      },
      Flags: { members: named(['isFeatureEnabled', 'getFeatureValue', 'getFlag'], keyAt(0)) },
    },
  },
];
