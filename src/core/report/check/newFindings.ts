import type { ReportedFinding } from './checkReport';

/** Counts how often something is there, and takes away what is matched. */
function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, name: string): boolean {
  const count = counts.get(name) ?? 0;
  if (count === 0) return false;
  counts.set(name, count - 1);
  return true;
}

const subjectOf = ({ rule, key }: ReportedFinding) => JSON.stringify([rule, key]);

/**
 * The findings that were not there before a change. One that merely moved, in its file or with it, was there: what is left of each rule
 * and flag after those with the same fingerprint is matched by number. Both lists must be of the same day, or time counts as change.
 */
export function newFindings(
  before: readonly ReportedFinding[],
  after: readonly ReportedFinding[],
): readonly ReportedFinding[] {
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  const still = new Set(after.map(({ fingerprint }) => fingerprint));
  const moved = countsOf(
    before.filter(({ fingerprint }) => !still.has(fingerprint)).map(subjectOf),
  );
  return after.filter(
    (finding) => !known.has(finding.fingerprint) && !take(moved, subjectOf(finding)),
  );
}
