import type { FlagValueType } from '../../../model/flagDefinition';
import type { ArgumentPlace, SdkRow, Shape } from '../readRule';

const typed: readonly (readonly [string, FlagValueType])[] = [
  ['bool', 'boolean'],
  ['number', 'number'],
  ['string', 'string'],
  ['json', 'object'],
];

const second: ArgumentPlace = { argument: 1 };
const third: ArgumentPlace = { argument: 2 };
const client: Shape = { type: 'LDClient' };

function read(defaultPlace: ArgumentPlace, valueType?: FlagValueType): Shape {
  return {
    read: {
      key: { argument: 0 },
      default: defaultPlace,
      telling: true,
      ...(valueType && { valueType }),
    },
  };
}

/** `variation`, `boolVariation`, ... and their `...Detail`. */
function variations(defaultPlace: ArgumentPlace): Record<string, Shape> {
  const shapes: Record<string, Shape> = {
    variation: read(defaultPlace),
    variationDetail: read(defaultPlace),
  };
  for (const [name, valueType] of typed) {
    shapes[`${name}Variation`] = read(defaultPlace, valueType);
    shapes[`${name}VariationDetail`] = read(defaultPlace, valueType);
  }
  return shapes;
}

/** `useBoolVariation(K, D)`, ... and their `...Detail`. */
function variationHooks(): Record<string, Shape> {
  const shapes: Record<string, Shape> = {};
  for (const [name, valueType] of typed) {
    const hook = `use${name.charAt(0).toUpperCase()}${name.slice(1)}Variation`;
    shapes[hook] = read(second, valueType);
    shapes[`${hook}Detail`] = read(second, valueType);
  }
  return shapes;
}

const clientSideTypes: SdkRow['types'] = {
  LDClient: {
    members: {
      ...variations(second),
      allFlags: { returns: { flags: { keys: 'exact', call: 'allFlags' } } },
    },
  },
};

const serverSideTypes: SdkRow['types'] = {
  LDClient: {
    members: {
      ...variations(third),
      migrationVariation: read(third, 'string'),
      allFlagsState: { returns: { type: 'LDFlagsState' } },
      waitForInitialization: { returns: client },
    },
  },
  LDFlagsState: {
    members: {
      getFlagValue: { read: { key: { argument: 0 } } },
      allValues: { returns: { flags: { keys: 'exact', call: 'allValues' } } },
    },
  },
};

const clientType: SdkRow['exportedTypes'] = { LDClient: 'LDClient' };
const givesClient: Shape = { returns: client };
const camelCasedFlags: Shape = { flags: { keys: 'camel-case', call: 'useFlags' } };

/** Sources: launchdarkly/js-core at 1ff89ecac, react-client-sdk at 1206553, vue-client-sdk at 0c97201. */
export const launchdarklyJavascript: readonly SdkRow[] = [
  {
    id: 'browser',
    title: 'JS browser',
    packages: [
      'launchdarkly-js-client-sdk',
      '@launchdarkly/js-client-sdk',
      '@launchdarkly/browser',
      '@launchdarkly/js-client-sdk-common',
    ],
    exports: { initialize: givesClient, createClient: givesClient },
    exportedTypes: clientType,
    types: clientSideTypes,
  },
  {
    id: 'node-server',
    title: 'JS Node server and edge',
    packages: [
      '@launchdarkly/node-server-sdk',
      'launchdarkly-node-server-sdk',
      '@launchdarkly/cloudflare-server-sdk',
      '@launchdarkly/vercel-server-sdk',
      '@launchdarkly/fastly-server-sdk',
      '@launchdarkly/akamai-*-sdk',
      '@launchdarkly/js-server-sdk-common',
      '@launchdarkly/js-server-sdk-common-edge',
    ],
    exports: { init: givesClient },
    exportedTypes: clientType,
    types: serverSideTypes,
  },
  {
    id: 'node-client',
    title: 'Node client and Electron',
    packages: [
      '@launchdarkly/node-client-sdk',
      'launchdarkly-node-client-sdk',
      '@launchdarkly/electron-client-sdk',
      'launchdarkly-electron-client-sdk',
    ],
    exports: {
      createClient: givesClient,
      initialize: givesClient,
      initializeInMain: givesClient,
      initializeInRenderer: givesClient,
    },
    exportedTypes: clientType,
    types: clientSideTypes,
  },
  {
    id: 'react-classic',
    title: 'React (classic)',
    packages: ['launchdarkly-react-client-sdk'],
    exports: {
      useFlags: { returns: camelCasedFlags },
      useLDClient: givesClient,
      withLDConsumer: {
        returns: {
          componentProperties: { members: { flags: camelCasedFlags, ldClient: client } },
        },
      },
    },
    exportedTypes: clientType,
    types: clientSideTypes,
  },
  {
    id: 'react',
    title: 'React (new)',
    packages: ['@launchdarkly/react-sdk'],
    exports: {
      ...variationHooks(),
      useFlags: { returns: camelCasedFlags },
      useLDClient: givesClient,
      createClient: givesClient,
    },
    exportedTypes: { ...clientType, LDReactClient: 'LDClient' },
    types: clientSideTypes,
  },
  {
    id: 'react-native',
    title: 'React Native',
    packages: ['@launchdarkly/react-native-client-sdk'],
    exports: {
      ...variationHooks(),
      useTypedVariation: read(second),
      useTypedVariationDetail: read(second),
      useLDClient: givesClient,
      ReactNativeLDClient: givesClient,
    },
    exportedTypes: { ...clientType, ReactNativeLDClient: 'LDClient' },
    types: clientSideTypes,
  },
  {
    id: 'vue',
    title: 'Vue',
    packages: ['@launchdarkly/vue-client-sdk', 'launchdarkly-vue-client-sdk'],
    exports: {
      ...variationHooks(),
      useLDFlag: read(second),
      useLDClient: givesClient,
    },
    exportedTypes: clientType,
    types: clientSideTypes,
  },
  {
    id: 'svelte',
    title: 'Svelte',
    packages: ['@launchdarkly/svelte-client-sdk'],
    exports: {
      LD: { members: { watch: { read: { key: { argument: 0 } } }, useFlag: read(second) } },
    },
    exportedTypes: {},
    types: {},
  },
  {
    id: 'ai',
    title: 'JS AI configs',
    packages: ['@launchdarkly/server-sdk-ai'],
    exports: { initAi: { returns: { type: 'LDAIClient' } } },
    exportedTypes: { LDAIClient: 'LDAIClient' },
    types: {
      LDAIClient: {
        members: {
          completionConfig: read(third, 'object'),
          agentConfig: read(third, 'object'),
          judgeConfig: read(third, 'object'),
        },
      },
    },
  },
];
