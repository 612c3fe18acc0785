import { keyThenDefault, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'Client' } };
const clientTypes = [
  'DevCycleLocalClient',
  'DevCycleCloudClient',
  'DevCycleBaseClient',
  'IDevCycleClient',
];

/** Source: DevCycleHQ/dotnet-server-sdk at 1a1f230. */
export const devcycleDotnet: readonly SdkRow[] = [
  {
    id: 'dotnet',
    title: 'C#',
    packages: [
      'dotnet:DevCycle.SDK.Server.Local.Api',
      'dotnet:DevCycle.SDK.Server.Cloud.Api',
      'dotnet:DevCycle.SDK.Server.Common.API',
    ],
    exports: named(['DevCycleLocalClient', 'DevCycleCloudClient'], client),
    exportedTypes: Object.fromEntries(clientTypes.map((name) => [name, 'Client'])),
    types: { Client: { members: named(['Variable', 'VariableValue'], keyThenDefault(1)) } },
  },
];
