import { eachOf, readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const reads: Readonly<Record<string, Shape>> = {
  CheckGate: readOf([1], { valueType: 'boolean', telling: true }),
  ...eachOf(['GetGate', 'GetConfig', 'GetExperiment', 'GetLayer'], readOf([1])),
};
const client: Shape = { returns: { type: 'Client' } };

/** Source: statsig-io/go-sdk at 490544e. */
export const statsigGo: readonly SdkRow[] = [
  {
    id: 'go',
    title: 'Go',
    packages: ['go:github.com/statsig-io/go-sdk'],
    packageName: 'statsig',
    exports: { ...reads, NewClient: client, NewClientWithOptions: client },
    exportedTypes: { Client: 'Client' },
    types: { Client: { members: reads } },
  },
];
