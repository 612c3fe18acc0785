import { keyThenDefault, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const snapshotReads = named(['GetValue', 'GetValueDetails'], keyThenDefault(0));
const client: Shape = { type: 'ConfigCatClient' };

/** Source: configcat/.net-sdk at 00af5e57. */
export const configcatDotnet: readonly SdkRow[] = [
  {
    id: 'dotnet',
    title: 'C#',
    packages: ['dotnet:ConfigCat.Client'],
    exports: { ConfigCatClient: { members: { Get: { returns: client } } } },
    exportedTypes: {
      IConfigCatClient: 'ConfigCatClient',
      ConfigCatClient: 'ConfigCatClient',
      IConfigCatClientSnapshot: 'Snapshot',
      ConfigCatClientSnapshot: 'Snapshot',
    },
    types: {
      ConfigCatClient: {
        members: {
          ...snapshotReads,
          ...named(['GetValueAsync', 'GetValueDetailsAsync'], keyThenDefault(0)),
          Snapshot: { returns: { type: 'Snapshot' } },
        },
      },
      Snapshot: { members: snapshotReads },
    },
  },
];
