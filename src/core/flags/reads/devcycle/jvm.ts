import { keyThenDefault, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const names = ['variable', 'variableValue'] as const;
const client: Shape = { returns: { type: 'Client' } };

/** Sources: DevCycleHQ/java-server-sdk at 9c6dad8, android-client-sdk at b128612. */
export const devcycleJvm: readonly SdkRow[] = [
  {
    id: 'java',
    title: 'Java',
    packages: [
      'jvm:com.devcycle.sdk.server.local.api',
      'jvm:com.devcycle.sdk.server.cloud.api',
      'jvm:com.devcycle.sdk.server.common.api',
    ],
    exports: named(['DevCycleLocalClient', 'DevCycleCloudClient'], client),
    exportedTypes: {
      DevCycleLocalClient: 'Client',
      DevCycleCloudClient: 'Client',
      IDevCycleClient: 'Client',
    },
    types: { Client: { members: named(names, keyThenDefault(1)) } },
  },
  {
    id: 'android',
    title: 'Android',
    packages: ['jvm:com.devcycle.sdk.android.api'],
    exports: {},
    exportedTypes: { DevCycleClient: 'Client' },
    types: {
      Client: {
        members: named(names, {
          read: {
            key: { argument: 0, name: 'key' },
            default: { argument: 1, name: 'defaultValue' },
          },
        }),
      },
    },
  },
];
