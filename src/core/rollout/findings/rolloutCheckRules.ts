/** What `flaglab check` says of rollouts: the rules of the registry, and what is wrong with the manifests as such. */
export const rolloutCheckRules = [
  {
    id: 'rollout-gate-never-passes',
    name: 'Gate that no sample size can pass',
    help: 'Normal operation fails the limit, so that no release can pass. Set the limit beyond it, or correct the baseline in flaglab.yaml.',
  },
  {
    id: 'rollout-never-ends',
    name: 'Rollout that never ends',
    help: 'A good release does not come to its end: an analysis has an interval and no count, or finds no data.',
  },
  {
    id: 'rollout-before-traffic',
    name: 'Measured before there is traffic',
    help: 'The first measurement finds no request of the new version. Start it later.',
  },
  {
    id: 'rollout-window',
    name: 'Window longer than the hold',
    help: 'A query looks back to the weight before. Hold longer, or look back less.',
  },
  {
    id: 'rollout-limit-at-normal',
    name: 'Limit at the normal level',
    help: 'Good releases fail a check by chance. Move the limit, or look at more requests.',
  },
  {
    id: 'rollout-below-one-pod',
    name: 'Step below one pod',
    help: 'Without traffic routing a weight is pods: one is the least.',
  },
  {
    id: 'rollout-blind',
    name: 'Rollout that catches nothing',
    help: 'A release in which half of the requests fail is promoted. Add a metric with a limit, or look more often than failures are allowed.',
  },
  {
    id: 'rollout-weight',
    name: 'Weight that is none',
    help: 'A weight is from 0 to 100 % of traffic.',
  },
  {
    id: 'rollout-no-steps',
    name: 'Canary without steps',
    help: 'Without stepWeight, stepWeights or iterations no traffic is ever moved.',
  },
  {
    id: 'rollout-duration',
    name: 'Duration that is none',
    help: 'A pause is written as 10m, 1h or a number of seconds.',
  },
  {
    id: 'rollout-date',
    name: 'Date that is none',
    help: 'A date of a progressive or scheduled rollout is written as 2024-01-05T05:00:00Z.',
  },
  {
    id: 'rollout-unsupported',
    name: 'Part of a rollout that is not simulated',
    help: 'What this part does is not known here: it is passed over, or taken to pass.',
  },
] as const;
