/** How a change can be brought to its users. */
export const launchStrategies = [
  'all-at-once',
  'steps',
  'progressive',
  'canary',
  'blue-green',
  'rings',
] as const;

export type LaunchStrategy = (typeof launchStrategies)[number];
