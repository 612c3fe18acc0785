import { keyAt, named } from '../keyAt';
import type { SdkRow, Shape } from '../readRule';

const things = ['Config', 'Experiment', 'Layer'] as const;

function reads(key: number): Record<string, Shape> {
  return {
    ...named(['CheckGate', 'CheckGateSync'], keyAt(key, { valueType: 'boolean' })),
    ...named(
      things.flatMap((thing) => [`Get${thing}`, `Get${thing}Sync`]),
      keyAt(key),
    ),
  };
}

function clientReads(): Record<string, Shape> {
  const gate = keyAt(0, { valueType: 'boolean' });
  return {
    CheckGate: gate,
    ...named(
      things.map((thing) => `Get${thing}`),
      keyAt(0),
    ),
  };
}

/** Source: statsig-io/dotnet-sdk at 4339c14. */
export const statsigDotnet: readonly SdkRow[] = [
  {
    id: 'dotnet-server',
    title: 'C# server',
    packages: ['dotnet:Statsig.Server'],
    exports: {
      StatsigServer: { type: 'Server' },
      ServerDriver: { returns: { type: 'Server' } },
    },
    exportedTypes: { ServerDriver: 'Server' },
    types: { Server: { members: reads(1) } },
  },
  {
    id: 'dotnet-client',
    title: 'C# client',
    packages: ['dotnet:Statsig.Client'],
    exports: {
      StatsigClient: { type: 'Client' },
      ClientDriver: { returns: { type: 'Client' } },
    },
    exportedTypes: { ClientDriver: 'Client' },
    types: { Client: { members: clientReads() } },
  },
];
