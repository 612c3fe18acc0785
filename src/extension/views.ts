/** Every view, custom editor and walkthrough, once. */
export const views = {
  container: 'flaglab',
  flags: 'flaglab.flags',
  simulator: 'flaglab.simulator',
  walkthrough: 'flaglab.start',
} as const;
