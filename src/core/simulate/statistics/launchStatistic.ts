import type { LaunchData } from '../launch/launchData';

/** How a test reads a launch at one step. */
export interface LaunchStatistic {
  /**
   * The test's result as a standard normal score, positive where treatment is above control: beyond ±z exactly where the
   * test's p-value is below that of z. NaN where the data do not allow a test yet.
   * With a margin: of what is to be shown, positive in its favour.
   */
  readonly score: (launch: LaunchData, step: number) => number;
}
