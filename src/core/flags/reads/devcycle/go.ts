import { readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'Client' } };

/** Source: DevCycleHQ/go-server-sdk at 96894cb. */
export const devcycleGo: readonly SdkRow[] = [
  {
    id: 'go',
    title: 'Go',
    packages: ['go:github.com/devcyclehq/go-server-sdk/v*'],
    packageName: 'devcycle',
    exports: { NewClient: client },
    exportedTypes: { Client: 'Client' },
    types: {
      Client: {
        members: {
          Variable: readOf([1], { default: [2] }),
          VariableValue: readOf([1], { default: [2], telling: true }),
        },
      },
    },
  },
];
