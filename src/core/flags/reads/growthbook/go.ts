import { readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

const client: Shape = { returns: { type: 'Client' } };

/** Source: growthbook/growthbook-golang at 0710162. */
export const growthbookGo: readonly SdkRow[] = [
  {
    id: 'go',
    title: 'Go',
    packages: ['go:github.com/growthbook/growthbook-golang'],
    packageName: 'growthbook',
    exports: { NewClient: client, NewApiClient: client, New: client },
    exportedTypes: { Client: 'Client', GrowthBook: 'Client' },
    types: {
      Client: {
        members: {
          EvalFeature: readOf([1], { telling: true }),
          Feature: readOf([0]),
          WithAttributes: client,
          WithAttributeOverrides: client,
          WithUrl: client,
        },
      },
    },
  },
];
