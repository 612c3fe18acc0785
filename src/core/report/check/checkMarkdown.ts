import type { FlagVerdict } from '../../model/flagVerdict';
import { keepInWords } from '../../flags/stale/keepInWords';
import { countOf } from '../countOf';
import { changeWords } from './changeWords';
import type { CheckExporter } from './checkExporter';
import type { CheckReport, ReportedFinding } from './checkReport';
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
  const { key, keep, blockers, reasons } = verdict;
  const why =
    blockers.length > 0
      ? blockers.map(({ message }) => message).join(' ')
      : (reasons[0]?.message ?? '');
  const kept = keep.kind === 'ask' ? 'ask' : keepInWords(keep).replace(/^keep /, '');
  return [
    code(key),
    withCode(verdictWords(verdict).split(':')[0] ?? ''),
    withCode(kept),
    withCode(why),
  ];
}

const flagHead = ['Flag', 'State', 'Keep', 'Why'];

function changeSection({ change }: CheckReport): readonly string[] {
  if (change === null) return [];
  if (change.changes.length === 0) return [`No flag changes since ${code(change.since)}.`, ''];
  return [
    ...table(
      ['Flag', `What this change does`],
      change.changes.map((each) => [code(each.key), withCode(changeWords(each))]),
    ),
  ];
}

function findingLine({ level, message, file, line, rule }: ReportedFinding): string {
  return `- ${level}: ${withCode(message)} (${code(`${file}:${line}`)}, ${code(rule)})`;
}

function headline(report: CheckReport): string {
  const { ready, blocked, ask } = verdictGroups(report.flags);
  const { change, findings } = report;
  const flags = new Set(change?.changes.map(({ key }) => key)).size;
  const parts = [
    ...(change ? [`${countOf(flags, 'flag')} changed`] : []),
    `${ready.length} ready for removal`,
    `${blocked.length} blocked`,
    `${ask.length} to be decided`,
    ...(change ? [countOf(findings.length, 'new finding')] : []),
  ];
  return `### Flags: ${parts.join(' · ')}`;
}

/** With a change only what it touches is told at once; all the rest is folded away. */
function write(report: CheckReport): string {
  const { ready, blocked, ask } = verdictGroups(report.flags);
  const told = report.findings.filter(({ level }) => report.change !== null || level !== 'note');
  const verdicts = [
    ...(ready.length > 0
      ? ['**Ready for removal**', '', ...table(flagHead, ready.map(flagRow)), removalOrder, '']
      : []),
    ...(blocked.length > 0 ? ['**Blocked**', '', ...table(flagHead, blocked.map(flagRow))] : []),
    ...(ask.length > 0 ? ['**To be decided**', '', ...table(flagHead, ask.map(flagRow))] : []),
  ];
  const folded =
    report.change !== null && verdicts.length > 0
      ? ['<details><summary>All flags</summary>', '', ...verdicts, '</details>', '']
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
