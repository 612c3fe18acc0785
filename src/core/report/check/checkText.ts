import type { FlagVerdict } from '../../model/flagVerdict';
import { countOf } from '../countOf';
import { changeWords } from './changeWords';
import type { CheckExporter } from './checkExporter';
import type { CheckReport } from './checkReport';
import { verdictGroups, removalOrder } from './verdictGroups';
import { verdictWords } from './verdictWords';

/** Names come from the checked files: nothing in them may steer a terminal. */
function withoutControls(line: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters that are meant
  return line.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function flagLines(verdict: FlagVerdict): readonly string[] {
  const scope = verdict.scope === '.' ? '' : ` (${verdict.scope})`;
  return [
    `  ${verdict.key}${scope}: ${verdictWords(verdict)}`,
    ...verdict.reasons.map(({ rule, message }) => `      ${message} [${rule}]`),
    ...verdict.blockers.map(({ rule, message }) => `      Blocked: ${message} [${rule}]`),
    ...verdict.evidence.unknown.map((sentence) => `      Cannot know: ${sentence}`),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines, ''];
}

function write(report: CheckReport): string {
  const { ready, blocked, ask, others } = verdictGroups(report.flags);
  const { change, findings, flags } = report;
  const lines = [
    ...section(
      `Changes since ${change?.since ?? ''}:`,
      (change?.changes ?? []).map((each) => `  ${each.key}: ${changeWords(each)}`),
    ),
    ...section('Ready for removal:', ready.flatMap(flagLines)),
    ...(ready.length > 0 ? [removalOrder, ''] : []),
    ...section('Blocked:', blocked.flatMap(flagLines)),
    ...section('To be decided:', ask.flatMap(flagLines)),
    ...section(
      'Others:',
      others.map((verdict) => `  ${verdict.key}: ${verdictWords(verdict)}`),
    ),
    ...section(
      'Findings:',
      findings.map(
        ({ file, line, column, level, message, rule }) =>
          `  ${file}:${line}:${column}  ${level}: ${message} [${rule}]`,
      ),
    ),
    `${countOf(flags.length, 'flag')} on ${report.now}: ${ready.length} ready for removal, ${blocked.length} blocked, ${ask.length} to be decided; ${countOf(findings.length, 'finding')}.`,
  ];
  return `${lines.map(withoutControls).join('\n')}\n`;
}

/** For people at a terminal. */
export const checkText: CheckExporter = { id: 'text', name: 'Text', write };
