import { eachOf, readOf } from '../readOf';
import type { SdkRow } from '../readRule';

/** Source: splitio/go-client at b56f0e2. */
export const splitGo: readonly SdkRow[] = [
  {
    id: 'go',
    title: 'Go',
    packages: ['go:github.com/splitio/go-client/v*/splitio/client'],
    exports: { NewSplitFactory: { returns: { type: 'SplitFactory' } } },
    exportedTypes: { SplitFactory: 'SplitFactory', SplitClient: 'SplitClient' },
    types: {
      SplitFactory: { members: { Client: { returns: { type: 'SplitClient' } } } },
      SplitClient: {
        members: {
          ...eachOf(['Treatment', 'TreatmentWithConfig'], readOf([1], { valueType: 'string' })),
          ...eachOf(['Treatments', 'TreatmentsWithConfig'], readOf([1], { each: true })),
        },
      },
    },
  },
];
