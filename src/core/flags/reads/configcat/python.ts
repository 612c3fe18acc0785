import { eachOf, readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'ConfigCatClient' } };

/** Source: configcat/python-sdk at 25b127f. */
export const configcatPython: readonly SdkRow[] = [
  {
    id: 'python',
    title: 'Python',
    packages: ['python:configcatclient', 'python:configcatclient.configcatclient'],
    exports: {
      get: client,
      create_client: client,
      ConfigCatClient: { ...client, members: { get: client } },
    },
    exportedTypes: { ConfigCatClient: 'ConfigCatClient' },
    types: {
      ConfigCatClient: {
        members: eachOf(
          ['get_value', 'get_value_details'],
          readOf([0, 'key'], { default: [1, 'default_value'] }),
        ),
      },
    },
  },
];
