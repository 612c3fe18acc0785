import { poissonPmf } from '../../stats/distributions/poissonPmf';
import { AliasTable } from '../../stats/random/aliasTable';

/** How often users come and how much they differ. */
export interface SessionTerms {
  /** Mean sessions of a user: 1 and a Poisson number more. */
  readonly perUser: number;
  /** Users' own chances of a success in a session are beta distributed, their shapes adding up to this. */
  readonly concentration: number;
}

const negligible = 1e-18;

/**
 * Sessions and successes of one user at once: 1 + Poisson sessions, each a success with a chance of the user's own, beta
 * distributed around `share`; that chance is integrated out, which leaves a beta-binomial number of successes.
 */
export class SessionTable {
  readonly sessions: Int32Array;
  readonly successes: Int32Array;
  readonly table: AliasTable;

  constructor({ perUser, concentration }: SessionTerms, share: number) {
    const a = share * concentration;
    const b = (1 - share) * concentration;
    const cells: { sessions: number; successes: number; weight: number }[] = [];
    for (let more = 0; ; more += 1) {
      const chance = poissonPmf(more, perUser - 1);
      if (chance < negligible && more > perUser) break;
      const sessions = more + 1;
      successesOf(sessions, a, b).forEach((mass, successes) => {
        cells.push({ sessions, successes, weight: chance * mass });
      });
    }
    this.sessions = Int32Array.from(cells, (cell) => cell.sessions);
    this.successes = Int32Array.from(cells, (cell) => cell.successes);
    this.table = new AliasTable(cells.map(({ weight }) => weight));
  }
}

/** Beta-binomial chances of 0 to `sessions` successes. */
function successesOf(sessions: number, a: number, b: number): readonly number[] {
  let mass = 1;
  for (let j = 0; j < sessions; j += 1) mass *= (b + j) / (a + b + j);
  return Array.from({ length: sessions + 1 }, (_, k) => {
    const now = mass;
    mass *= ((sessions - k) * (k + a)) / ((k + 1) * (sessions - k - 1 + b));
    return now;
  });
}
