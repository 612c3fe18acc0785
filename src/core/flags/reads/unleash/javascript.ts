import { keyAt, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const serverReads: Readonly<Record<string, Shape>> = named(
  ['isEnabled', 'getVariant', 'forceGetVariant'],
  keyAt(0, { default: { argument: 2 } }),
);
const client: Shape = { returns: { type: 'Unleash' } };
const browserTypes: SdkRow['types'] = {
  UnleashClient: { members: named(['isEnabled', 'getVariant'], keyAt(0)) },
};
const browserClient: Shape = { returns: { type: 'UnleashClient' } };

/** Sources: Unleash/unleash-node-sdk at 0c2ac1c, unleash-proxy-client-js at 048e602d, proxy-client-react at b30cd25. */
export const unleashJavascript: readonly SdkRow[] = [
  {
    id: 'node',
    title: 'Node',
    packages: ['unleash-client'],
    exports: { initialize: client, startUnleash: client, Unleash: client, ...serverReads },
    exportedTypes: { Unleash: 'Unleash' },
    types: { Unleash: { members: serverReads } },
  },
  {
    id: 'browser',
    title: 'JS browser',
    packages: ['unleash-proxy-client'],
    exports: { UnleashClient: browserClient },
    exportedTypes: { UnleashClient: 'UnleashClient' },
    types: browserTypes,
  },
  {
    id: 'toolbar',
    title: 'Toolbar',
    packages: ['@unleash/toolbar'],
    exports: named(['initUnleashToolbar', 'wrapUnleashClient'], browserClient),
    exportedTypes: {},
    types: browserTypes,
  },
  {
    id: 'react',
    title: 'React',
    packages: ['@unleash/proxy-client-react'],
    exports: {
      ...named(['useFlag', 'useVariant'], keyAt(0)),
      useUnleashClient: browserClient,
      UnleashClient: browserClient,
    },
    exportedTypes: { UnleashClient: 'UnleashClient' },
    types: browserTypes,
  },
];
