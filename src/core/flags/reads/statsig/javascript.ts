import { keyAt, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

/** Values have their default where they are asked for, `getExperiment(key).get(name, default)`: the call has none. */
const clientReads: Readonly<Record<string, Shape>> = named(
  [
    'checkGate',
    'getFeatureGate',
    'getDynamicConfig',
    'getExperiment',
    'getLayer',
    'getParameterStore',
  ],
  keyAt(0),
);
const legacyReads: Readonly<Record<string, Shape>> = named(
  ['checkGate', 'getFeatureGate', 'getConfig', 'getExperiment', 'getLayer'],
  keyAt(0),
);
const serverReads: Readonly<Record<string, Shape>> = named(
  ['checkGate', 'getFeatureGate', 'getDynamicConfig', 'getExperiment', 'getLayer'],
  keyAt(1),
);
const legacyServerReads: Readonly<Record<string, Shape>> = named(
  [
    'checkGate',
    'checkGateSync',
    'getFeatureGate',
    'getFeatureGateSync',
    'getConfig',
    'getConfigSync',
    'getExperiment',
    'getExperimentSync',
    'getLayer',
    'getLayerSync',
  ],
  keyAt(1),
);
const clientTypes: SdkRow['types'] = { StatsigClient: { members: clientReads } };
const client: Shape = { returns: { type: 'StatsigClient' } };

/** Sources: statsig-io/js-client-monorepo at 3eb09277, node-js-server-sdk at 6e700f9, statsig-server-core at 3c1805e3. */
export const statsigJavascript: readonly SdkRow[] = [
  {
    id: 'client',
    title: 'JS client',
    packages: ['@statsig/js-client'],
    exports: { StatsigClient: { ...client, members: { instance: client } } },
    exportedTypes: { StatsigClient: 'StatsigClient' },
    types: clientTypes,
  },
  {
    id: 'client-legacy',
    title: 'JS client (statsig-js)',
    packages: ['statsig-js'],
    exports: {
      default: { members: legacyReads },
      StatsigClient: { returns: { type: 'StatsigClient' } },
    },
    exportedTypes: { StatsigClient: 'StatsigClient' },
    types: { StatsigClient: { members: legacyReads } },
  },
  {
    id: 'react',
    title: 'React, React Native, Expo',
    packages: [
      '@statsig/react-bindings',
      '@statsig/react-native-bindings',
      '@statsig/expo-bindings',
    ],
    exports: {
      ...named(
        [
          'useGateValue',
          'useFeatureGate',
          'useDynamicConfig',
          'useExperiment',
          'useLayer',
          'useParameterStore',
        ],
        keyAt(0),
      ),
      useStatsigClient: {
        returns: { members: { ...clientReads, client: { type: 'StatsigClient' } } },
      },
      StatsigClient: client,
    },
    exportedTypes: { StatsigClient: 'StatsigClient' },
    types: clientTypes,
  },
  {
    id: 'react-legacy',
    title: 'React (statsig-react)',
    packages: ['statsig-react'],
    exports: named(['useGate', 'useConfig', 'useExperiment', 'useLayer'], keyAt(0)),
    exportedTypes: {},
    types: {},
  },
  {
    id: 'node-legacy',
    title: 'Node server (statsig-node)',
    packages: ['statsig-node'],
    exports: { default: { members: legacyServerReads }, ...legacyServerReads },
    exportedTypes: {},
    types: {},
  },
  {
    id: 'node',
    title: 'Node server',
    packages: ['@statsig/statsig-node-core'],
    exports: { Statsig: { returns: { type: 'Statsig' } } },
    exportedTypes: { Statsig: 'Statsig' },
    types: { Statsig: { members: serverReads } },
  },
];
