import { readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'DevCycleClient' } };

/** Source: DevCycleHQ/python-server-sdk at 3698bf7. */
export const devcyclePython: readonly SdkRow[] = [
  {
    id: 'python',
    title: 'Python',
    packages: ['python:devcycle_python_sdk'],
    exports: { DevCycleLocalClient: client, DevCycleCloudClient: client },
    exportedTypes: { DevCycleLocalClient: 'DevCycleClient', DevCycleCloudClient: 'DevCycleClient' },
    types: {
      DevCycleClient: {
        members: {
          variable: readOf([1, 'key'], { default: [2, 'default_value'] }),
          variable_value: readOf([1, 'key'], { default: [2, 'default_value'], telling: true }),
        },
      },
    },
  },
];
