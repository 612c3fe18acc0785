import { readOf } from '../readOf';
import type { SdkRow, Shape } from '../readRule';

/** Options count as arguments by name: `WithFallback(true)`. */
const reads: Readonly<Record<string, Shape>> = {
  IsEnabled: readOf([0], { default: [99, 'WithFallback'], valueType: 'boolean' }),
  GetVariant: readOf([0], { default: [99, 'WithVariantFallback'] }),
};
const client: Shape = { returns: { type: 'Client' } };

/** Source: Unleash/unleash-go-sdk at 34a6ff2. */
export const unleashGo: readonly SdkRow[] = [
  {
    id: 'go',
    title: 'Go',
    packages: [
      'go:github.com/Unleash/unleash-client-go',
      'go:github.com/Unleash/unleash-client-go/v*',
      'go:github.com/Unleash/unleash-go-sdk/v*',
    ],
    packageName: 'unleash',
    exports: { ...reads, NewClient: client },
    exportedTypes: { Client: 'Client' },
    types: { Client: { members: reads } },
  },
];
