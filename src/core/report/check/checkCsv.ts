import { csvText } from '../csvText';
import type { CheckExporter } from './checkExporter';
import type { CheckReport } from './checkReport';

const head = [
  'key',
  'scope',
  'state',
  'action',
  'keep',
  'oneSidedSince',
  'oneSidedDays',
  'reads',
  'blockers',
  'reasons',
  'confidence',
];

function write({ flags }: CheckReport): string {
  const rows = flags.map(({ key, scope, state, action, keep, blockers, reasons, evidence }) => [
    key,
    scope,
    state,
    action,
    keep.kind === 'ask' ? 'ask' : JSON.stringify(keep.value),
    evidence.oneSidedSince?.day ?? null,
    evidence.oneSidedDays,
    evidence.reads.source,
    blockers.map(({ rule }) => rule).join(' '),
    reasons.map(({ rule }) => rule).join(' '),
    evidence.confidence,
  ]);
  return csvText([head, ...rows]);
}

/** One line a flag, for spreadsheets. */
export const checkCsv: CheckExporter = { id: 'csv', name: 'CSV', write };
