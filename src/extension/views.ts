/** Every view, custom editor and walkthrough, once. */
export const views = {
  container: 'flaglab',
  flags: 'flaglab.flags',
  simulator: 'flaglab.simulator',
  /** A webview of its own, beside a text: no entry in the manifest. */
  rollout: 'flaglab.rollout',
  walkthrough: 'flaglab.start',
} as const;
