import { keyThenDefault, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'DevCycleClient' } };
const clientTypes: SdkRow['types'] = {
  DevCycleClient: { members: named(['variable', 'variableValue'], keyThenDefault(0)) },
};
const serverTypes: SdkRow['types'] = {
  DevCycleClient: { members: named(['variable', 'variableValue'], keyThenDefault(1)) },
};
const exportedTypes: SdkRow['exportedTypes'] = { DevCycleClient: 'DevCycleClient' };

/** Source: DevCycleHQ/js-sdks at 7dfcda39. */
export const devcycleJavascript: readonly SdkRow[] = [
  {
    id: 'javascript',
    title: 'JS client',
    packages: ['@devcycle/js-client-sdk'],
    exports: { initializeDevCycle: client },
    exportedTypes,
    types: clientTypes,
  },
  {
    id: 'react',
    title: 'React and React Native',
    packages: ['@devcycle/react-client-sdk', '@devcycle/react-native-client-sdk'],
    exports: {
      ...named(['useVariableValue', 'useVariable', 'useDVCVariable'], keyThenDefault(0)),
      useDevCycleClient: client,
      RenderIfEnabled: { element: { key: 'variableKey' } },
    },
    exportedTypes,
    types: clientTypes,
  },
  {
    id: 'next',
    title: 'Next',
    packages: ['@devcycle/nextjs-sdk', '@devcycle/nextjs-sdk/server'],
    exports: {
      ...named(['useVariableValue', 'getVariableValue'], keyThenDefault(0)),
      setupDevCycle: { returns: { members: { getVariableValue: keyThenDefault(0) } } },
    },
    exportedTypes: {},
    types: {},
  },
  {
    id: 'nest',
    title: 'Nest',
    packages: ['@devcycle/nestjs-server-sdk'],
    exports: {
      VariableValue: {
        read: {
          key: { argument: 0, property: 'key' },
          default: { argument: 0, property: 'default' },
        },
      },
      RequireVariableValue: { read: { key: { argument: 0, propertyNames: true } } },
    },
    exportedTypes: {},
    types: {},
  },
  {
    id: 'node',
    title: 'Node',
    packages: ['@devcycle/nodejs-server-sdk'],
    exports: { initializeDevCycle: client },
    exportedTypes,
    types: serverTypes,
  },
];
