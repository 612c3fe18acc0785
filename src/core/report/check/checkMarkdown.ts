import type { FlagVerdict } from '../../model/flagVerdict';
import type { FlagChange } from '../../flags/changes/flagChanges';
import { keepInWords } from '../../flags/stale/keepInWords';
import { countOf } from '../countOf';
import { changeWords } from './changeWords';
import type { CheckExporter } from './checkExporter';
import type { CheckReport, ReportedFinding } from './checkReport';
import { mainReason } from './mainReason';
import { removalOrder, verdictGroups } from './verdictGroups';
import { verdictWords } from './verdictWords';

/** Comments on pull requests are short: what is longer is in the other formats. */
const mostRows = 20;

/** Text of the project: it writes no Markdown, no HTML and mentions nobody. */
function plain(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\\*_[\]<>|~#&!]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/@/g, '&#64;');
}

/** Words with values between backticks and keys between quotes: both are code. */
function withCode(text: string): string {
  return text
    .split(/(`[^`]*`|“[^”]*”)/)
    .map((part) => (/^[`“]/.test(part) ? code(part.slice(1, -1)) : plain(part)))
    .join('');
}

function code(text: string): string {
  const bare = text.replace(/[\s\p{Cc}]+/gu, ' ').replaceAll('|', '\\|');
  const fence = bare.includes('`') ? '``' : '`';
  return `${fence}${bare}${fence}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const more = rows.length > mostRows ? [`… and ${rows.length - mostRows} more.`, ''] : [];
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.slice(0, mostRows).map(line),
    '',
    ...more,
  ];
}

function flagRow(verdict: FlagVerdict): readonly string[] {
  const { key, keep } = verdict;
  const kept = keep.kind === 'ask' ? 'ask' : keepInWords(keep).replace(/^keep /, '');
  return [
    code(key),
    withCode(verdictWords(verdict).split(':')[0] ?? ''),
    withCode(kept),
    withCode(mainReason(verdict)),
  ];
}

/** Of what is only to be archived no code is left that could keep a value. */
function archiveRow(verdict: FlagVerdict): readonly string[] {
  return [code(verdict.key), withCode(mainReason(verdict))];
}

const flagHead = ['Flag', 'State', 'Keep', 'Why'];

/** What an added flag lacks is what a reviewer has to see. */
function changeInMarkdown(change: FlagChange): string {
  const words = withCode(changeWords(change));
  return change.kind === 'added'
    ? words.replaceAll(/\bno (?:lifetime|owner|expiry)\b/g, '**$&**')
    : words;
}

function changeSection({ change }: CheckReport): readonly string[] {
  if (change === null) return [];
  if (change.changes.length === 0) return [`No flag changes since ${code(change.since)}.`, ''];
  const byFlag = new Map<string, FlagChange[]>();
  for (const each of change.changes) {
    const name = JSON.stringify([each.key, each.scope]);
    byFlag.set(name, [...(byFlag.get(name) ?? []), each]);
  }
  const rows = [...byFlag.values()].map((all) => [
    code(all[0]?.key ?? ''),
    all.map(changeInMarkdown).join('; '),
  ]);
  return table(['Flag', 'What this change does'], rows);
}

function findingLine({ level, message, file, line, rule }: ReportedFinding): string {
  return `- **${level}** ${withCode(message)} (${code(`${file}:${line}`)}, ${code(rule)})`;
}

/** How many of all flags want something. */
function totals({ flags }: CheckReport): string {
  const { ready, blocked, ask } = verdictGroups(flags);
  return [
    `${ready.length} ready for removal`,
    `${blocked.length} blocked`,
    `${ask.length} to be decided`,
  ].join(' · ');
}

function headline(report: CheckReport): string {
  const { change, findings } = report;
  if (change === null) return `### Flags: ${totals(report)}`;
  const flags = new Set(change.changes.map(({ key, scope }) => JSON.stringify([key, scope])));
  const changed = `${flags.size === 0 ? 'no flag' : countOf(flags.size, 'flag')} changed`;
  const found = findings.length === 0 ? 'no new findings' : countOf(findings.length, 'new finding');
  return `### Flags in this change: ${changed} · ${found}`;
}

/** With a change only what it touches is told at once; all the rest is folded away. */
function write(report: CheckReport): string {
  const { ready, blocked, ask } = verdictGroups(report.flags);
  const removable = ready.filter(({ action }) => action === 'remove');
  const archivable = ready.filter(({ action }) => action === 'archive');
  const told = report.findings.filter(({ level }) => report.change !== null || level !== 'note');
  const verdicts = [
    ...(removable.length > 0
      ? ['**Ready for removal**', '', ...table(flagHead, removable.map(flagRow)), removalOrder, '']
      : []),
    ...(archivable.length > 0
      ? ['**Ready to be archived**', '', ...table(['Flag', 'Why'], archivable.map(archiveRow))]
      : []),
    ...(blocked.length > 0 ? ['**Blocked**', '', ...table(flagHead, blocked.map(flagRow))] : []),
    ...(ask.length > 0 ? ['**To be decided**', '', ...table(flagHead, ask.map(flagRow))] : []),
  ];
  const folded =
    report.change !== null && verdicts.length > 0
      ? [
          `<details><summary>All flags: ${totals(report)}</summary>`,
          '',
          ...verdicts,
          '</details>',
          '',
        ]
      : verdicts;
  const findings = told.slice(0, mostRows).map(findingLine);
  const more = told.length > mostRows ? [`- … and ${told.length - mostRows} more.`] : [];
  const lines = [
    headline(report),
    '',
    ...changeSection(report),
    ...(findings.length > 0 ? [...findings, ...more, ''] : []),
    ...folded,
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** For a comment on a pull request. */
export const checkMarkdown: CheckExporter = { id: 'markdown', name: 'Markdown', write };
