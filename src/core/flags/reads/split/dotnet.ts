import { keyAt, keysIn, named } from '../keyAt';
import type { SdkRow } from '../readRule';

const one = ['GetTreatment', 'GetTreatmentWithConfig'] as const;
const many = ['GetTreatments', 'GetTreatmentsWithConfig'] as const;

function withAsync(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [name, `${name}Async`]);
}

/** Source: splitio/dotnet-client at f24fa9c6. */
export const splitDotnet: readonly SdkRow[] = [
  {
    id: 'dotnet',
    title: 'C#',
    packages: [
      'dotnet:Splitio.Services.Client.Interfaces',
      'dotnet:Splitio.Services.Client.Classes',
    ],
    exports: {
      SplitFactory: { returns: { members: { Client: { returns: { type: 'SplitClient' } } } } },
    },
    exportedTypes: { ISplitClient: 'SplitClient', SplitClient: 'SplitClient' },
    types: {
      SplitClient: {
        members: {
          ...named(withAsync(one), keyAt(1, { valueType: 'string' })),
          ...named(withAsync(many), keysIn(1)),
        },
      },
    },
  },
];
