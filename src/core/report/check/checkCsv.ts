import type { CheckExporter } from './checkExporter';
import type { CheckReport } from './checkReport';

/** RFC 4180; a text that a spreadsheet would take for a formula gets a quote before it. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

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
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** One line a flag, for spreadsheets. */
export const checkCsv: CheckExporter = { id: 'csv', name: 'CSV', write };
