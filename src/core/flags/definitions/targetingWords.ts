import type { JsonValue } from '../../model/json';

const longestText = 60;
const mostListed = 3;

/** JSON on one line, shortened: for what has no words of its own. */
function shortJson(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}

/** The one operator of a JsonLogic rule and its operands; null for a value that is no rule. */
export function ruleOf(
  value: JsonValue,
): { readonly operator: string; readonly operands: readonly JsonValue[] } | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  const entries = Object.entries(value);
  const [operator, operand] = entries[0] ?? [];
  if (entries.length !== 1 || operator === undefined || operand === undefined) return null;
  return { operator, operands: Array.isArray(operand) ? operand : [operand] };
}

const comparisons: Readonly<Record<string, string>> = {
  '==': 'is',
  '===': 'is',
  '!=': 'is not',
  '!==': 'is not',
  '>': '>',
  '>=': '>=',
  '<': '<',
  '<=': '<=',
  starts_with: 'starts with',
  ends_with: 'ends with',
};

const versionComparisons: Readonly<Record<string, string>> = {
  '=': 'is version',
  '!=': 'is not version',
  '~': 'is a patch of version',
  '^': 'is compatible with version',
};

function operand(value: JsonValue): string {
  const rule = ruleOf(value);
  if (rule?.operator === 'var') return String(rule.operands[0] ?? 'the context');
  return rule ? `(${targetingWords(value)})` : shortJson(value);
}

function listed(values: readonly JsonValue[]): string {
  const shown = values.slice(0, mostListed).map(shortJson).join(', ');
  const rest = values.length - mostListed;
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

function membership([element, container]: readonly JsonValue[]): string | null {
  if (element === undefined || container === undefined) return null;
  if (Array.isArray(container)) {
    const only = container.length === 1 ? container[0] : undefined;
    return only === undefined
      ? `${operand(element)} is one of ${listed(container)}`
      : `${operand(element)} is ${shortJson(only)}`;
  }
  return `${operand(container)} contains ${operand(element)}`;
}

function joined(words: 'and' | 'or', operands: readonly JsonValue[]): string {
  const parts = operands.map((part) => {
    const inner = ruleOf(part)?.operator;
    const needsBrackets = inner !== words && (inner === 'and' || inner === 'or');
    return needsBrackets ? `(${targetingWords(part)})` : targetingWords(part);
  });
  return parts.join(` ${words} `);
}

function compared(operator: string, operands: readonly JsonValue[]): string | null {
  const word = comparisons[operator];
  const [left, right, upper] = operands;
  if (word === undefined || left === undefined || right === undefined) return null;
  const text = `${operand(left)} ${word} ${operand(right)}`;
  return upper === undefined ? text : `${text} ${word} ${operand(upper)}`;
}

function version([left, operator, right]: readonly JsonValue[]): string | null {
  if (left === undefined || typeof operator !== 'string' || right === undefined) return null;
  const number = typeof right === 'string' ? right : operand(right);
  return `${operand(left)} ${versionComparisons[operator] ?? `${operator} version`} ${number}`;
}

/** A JsonLogic condition of flagd in words; its JSON where there are no words for it. */
export function targetingWords(condition: JsonValue): string {
  const rule = ruleOf(condition);
  if (!rule) return shortJson(condition);
  const { operator, operands } = rule;
  const first = operands[0] ?? null;
  switch (operator) {
    case 'var':
      return `${operand(condition)} is set`;
    case 'in':
      return membership(operands) ?? shortJson(condition);
    case 'and':
    case 'or':
      return joined(operator, operands);
    case '!':
      return ruleOf(first)?.operator === 'var'
        ? `${operand(first)} is not set`
        : `not (${targetingWords(first)})`;
    case '!!':
      return targetingWords(first);
    case 'sem_ver':
      return version(operands) ?? shortJson(condition);
    default:
      return compared(operator, operands) ?? shortJson(condition);
  }
}
