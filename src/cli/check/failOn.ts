import type { FindingLevel, ReportedFinding } from '../../core/report/check/checkReport';
import { checkRules } from '../../core/report/check/checkRules';
import { UserError } from '../userError';

/** What makes the command fail: a level and all above it, one rule, or nothing. */
export type FailOn =
  | { readonly kind: 'level'; readonly level: FindingLevel }
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'none' };

const levels: readonly FindingLevel[] = ['note', 'warning', 'error'];

/** Reads `--fail-on`. Throws a `UserError` for what is neither a level nor a rule. */
export function failOnOf(text: string): FailOn {
  if (text === 'none') return { kind: 'none' };
  const level = levels.find((each) => each === text);
  if (level !== undefined) return { kind: 'level', level };
  if (checkRules.some(({ id }) => id === text)) return { kind: 'rule', rule: text };
  const rules = checkRules.map(({ id }) => id).join(', ');
  throw new UserError(
    `--fail-on ${text}: give error, warning, note, none, or the id of a rule: ${rules}.`,
  );
}

/** Whether one of the findings makes the command fail. */
export function fails(findings: readonly ReportedFinding[], failOn: FailOn): boolean {
  switch (failOn.kind) {
    case 'none':
      return false;
    case 'rule':
      return findings.some(({ rule }) => rule === failOn.rule);
    case 'level':
      return findings.some(({ level }) => levels.indexOf(level) >= levels.indexOf(failOn.level));
  }
}
