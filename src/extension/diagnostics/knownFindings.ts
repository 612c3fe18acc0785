import { flagFindings } from '../../core/flags/findings/registry';
import type { Flag } from '../../core/model/flag';
import type { FlagFinding } from '../../core/model/flagFinding';

const known = new WeakMap<readonly Flag[], readonly FlagFinding[]>();

/** What is to be said about flags, made once for each state of what is known. */
export function knownFindings(flags: readonly Flag[]): readonly FlagFinding[] {
  const findings = known.get(flags) ?? flagFindings(flags);
  known.set(flags, findings);
  return findings;
}
