import { OpenFeature } from '@openfeature/server-sdk';

/** The keys of flags that more than one file reads. */
export const FLAGS = {
  newSearch: 'new_search',
  recommendationsLimit: 'recommendations_limit',
  delivery: { express: 'express_delivery' },
} as const;

export const flags = OpenFeature.getClient('shop');
