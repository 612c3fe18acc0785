import type { FlagLifeState, FlagVerdict } from '../../model/flagVerdict';
import { daysBetween } from '../../model/daysBetween';
import { escapeHtml } from '../html/escapeHtml';
import type { CheckExporter } from './checkExporter';
import type { CheckReport } from './checkReport';
import { changeWords } from './changeWords';
import { verdictGroups } from './verdictGroups';
import { verdictWords } from './verdictWords';

const states: readonly FlagLifeState[] = [
  'new',
  'active',
  'launched',
  'inactive',
  'unread',
  'unknown',
];

const style = `body{font:14px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:CanvasText;background:Canvas;color-scheme:light dark}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid color-mix(in srgb,CanvasText 20%,Canvas)}
td:first-child,code{font-family:ui-monospace,monospace}td:nth-child(4){min-width:12rem}svg{width:100%;height:auto}text{font:12px system-ui,sans-serif;fill:CanvasText}
line{stroke:color-mix(in srgb,CanvasText 25%,Canvas)}circle{fill:#3b78d8;fill-opacity:.65}circle.remove{fill:#d35400}`;

const width = 760;
const left = 90;
const rowHeight = 34;

/** Days since the flag last changed: its age in its present state. */
function ageOf({ evidence }: FlagVerdict, now: string): number | null {
  if (evidence.oneSidedDays !== null) return evidence.oneSidedDays;
  const day = evidence.lastChange?.day ?? evidence.introduced?.day ?? null;
  return day === null ? null : daysBetween(day, now);
}

function picture({ flags, now }: CheckReport): string {
  const aged = flags.flatMap((flag) => {
    const age = ageOf(flag, now);
    return age === null ? [] : [{ flag, age: Math.max(0, age) }];
  });
  if (aged.length === 0) return '<p>No age is known: there is no history to read.</p>';
  const most = Math.max(30, ...aged.map(({ age }) => age));
  const x = (age: number) => left + (age / most) * (width - left - 20);
  const height = states.length * rowHeight + 40;
  const rows = states.map((state, row) => {
    const y = row * rowHeight + 20;
    return `<line x1="${left}" x2="${width - 20}" y1="${y}" y2="${y}"/><text x="0" y="${y + 4}">${state}</text>`;
  });
  const dots = aged.map(({ flag, age }) => {
    const y = states.indexOf(flag.state) * rowHeight + 20;
    const kind = flag.action === 'remove' ? ' class="remove"' : '';
    return `<circle${kind} cx="${x(age).toFixed(1)}" cy="${y}" r="6"><title>${escapeHtml(flag.key)}: ${escapeHtml(verdictWords(flag))}</title></circle>`;
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const age = Math.round(part * most);
    return `<text x="${x(age).toFixed(1)}" y="${height - 8}" text-anchor="middle">${age}</text>`;
  });
  const ready = aged.filter(({ flag }) => flag.action === 'remove').length;
  const said = `Days since each flag came into its present state, by state: ${aged.length} flags, the oldest ${most === 30 ? 'at most 30' : most} days, ${ready} of them to be removed (orange).`;
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(said)}">${rows.join('')}${dots.join('')}${ticks.join('')}</svg><p>${escapeHtml(said)}</p>`;
}

/** Words with values between backticks. */
function words(text: string): string {
  return escapeHtml(text).replace(/`([^`]*)`/g, '<code>$1</code>');
}

function row(flag: FlagVerdict): string {
  const { key, scope, state, action, blockers, reasons, evidence } = flag;
  const why = [
    ...reasons.map(({ message }) => message),
    ...blockers.map(({ message }) => `Blocked: ${message}`),
    ...evidence.unknown.map((sentence) => `Cannot know: ${sentence}`),
  ];
  const cells = [
    escapeHtml(scope === '.' ? key : `${key} (${scope})`),
    state,
    action,
    words(verdictWords(flag)),
    why.map(words).join('<br>'),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** What a change does, where one was asked about. */
function changed({ change }: CheckReport): string {
  if (change === null) return '';
  const lines = change.changes.map(
    (each) => `<li><b>${escapeHtml(each.key)}</b>: ${escapeHtml(changeWords(each))}</li>`,
  );
  const none = '<p>No flag changes.</p>';
  return `<h2>Since ${escapeHtml(change.since)}</h2>${lines.length > 0 ? `<ul>${lines.join('')}</ul>` : none}\n`;
}

function write(report: CheckReport): string {
  const { ready, blocked, ask, others } = verdictGroups(report.flags);
  const rows = [...ready, ...blocked, ...ask, ...others].map(row).join('\n');
  const head = ['Flag', 'State', 'Action', 'In words', 'Why'].map((word) => `<th>${word}</th>`);
  const title = `Flags on ${escapeHtml(report.now)}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body>
<h1>${title}</h1><p>${ready.length} ready for removal, ${blocked.length} blocked, ${ask.length} to be decided, ${others.length} others.</p>
${changed(report)}${picture(report)}
<table><thead><tr>${head.join('')}</tr></thead><tbody>
${rows}
</tbody></table></body></html>
`;
}

/** One file with a picture and a table, for people without a terminal. It loads nothing. */
export const checkHtml: CheckExporter = { id: 'html', name: 'HTML', write };
