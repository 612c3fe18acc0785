import type { JsonValue } from '../../../model/json';

type Operands = readonly JsonValue[];

/** Conditions that name an operator only: left, words, right. */
const comparisons: Readonly<Record<string, string>> = {
  '==': 'is',
  '===': 'is',
  '!=': 'is not',
  '!==': 'is not',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  starts_with: 'starts with',
  ends_with: 'ends with',
};

/** Longest piece of JSON shown for what has no words. */
const longestJson = 60;

function asJson(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length <= longestJson ? text : `${text.slice(0, longestJson - 1)}…`;
}

function operandInWords(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value))
    return value.map((item) => operandInWords(item as JsonValue)).join(', ');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const name = (value as { readonly var?: JsonValue }).var;
  const path = Array.isArray(name) ? (name[0] as JsonValue | undefined) : name;
  if (path === '$flagd.timestamp') return 'the time';
  if (path === '$flagd.flagKey') return 'the flag key';
  return typeof path === 'string' && path !== '' ? path : asJson(value);
}

function listInWords(operands: Operands, word: string): string {
  const parts = operands.map((operand) => conditionInWords(operand));
  return parts.length === 1 ? (parts[0] ?? '') : parts.join(` ${word} `);
}

function inInWords([needle, haystack]: Operands): string {
  const left = operandInWords(needle);
  if (Array.isArray(haystack)) return `${left} is one of ${operandInWords(haystack)}`;
  return `${operandInWords(haystack)} contains ${left}`;
}

/**
 * A JsonLogic condition of flagd in words: `email ends with "@example.com"`. What has no words is given as JSON, shortened.
 * Source: flagd.dev, custom operations; jsonlogic.com, operations.
 */
export function conditionInWords(logic: JsonValue): string {
  if (typeof logic !== 'object' || logic === null || Array.isArray(logic)) return asJson(logic);
  const [operator, argument] = Object.entries(logic)[0] ?? [];
  if (operator === undefined || argument === undefined) return asJson(logic);
  const operands: Operands = Array.isArray(argument) ? (argument as Operands) : [argument];
  const words = comparisons[operator];
  if (words !== undefined && operands.length === 2) {
    return `${operandInWords(operands[0])} ${words} ${operandInWords(operands[1])}`;
  }
  if (operator === 'and' || operator === 'or') return listInWords(operands, operator);
  if ((operator === '!' || operator === 'not') && operands.length === 1) {
    return `not (${conditionInWords(operands[0] ?? null)})`;
  }
  if (operator === 'in' && operands.length === 2) return inInWords(operands);
  if (operator === 'sem_ver' && operands.length === 3 && typeof operands[1] === 'string') {
    return `${operandInWords(operands[0])} ${operands[1]} ${operandInWords(operands[2])}`;
  }
  if (operator === 'var' || operator === '!!')
    return `${operandInWords(operator === 'var' ? logic : operands[0])} is set`;
  return asJson(logic);
}
