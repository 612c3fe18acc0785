import type { FlagChange } from '../../flags/changes/flagChanges';
import type { FlagVerdict } from '../../model/flagVerdict';

/** How much a finding matters, in the words of SARIF. */
export type FindingLevel = 'error' | 'warning' | 'note';

/** A finding as reports tell it: lines and columns count from 1. */
export interface ReportedFinding {
  readonly rule: string;
  readonly level: FindingLevel;
  readonly key: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Stays while lines move; two findings of one report never have the same. */
  readonly fingerprint: string;
}

/** All that a report of `flaglab check` tells. */
export interface CheckReport {
  /** Version of Flaglab. */
  readonly version: string;
  readonly root: string;
  /** The day of the verdicts. */
  readonly now: string;
  readonly flags: readonly FlagVerdict[];
  readonly findings: readonly ReportedFinding[];
  /** What a change does to flags; null where none was asked about. */
  readonly change: { readonly since: string; readonly changes: readonly FlagChange[] } | null;
}
