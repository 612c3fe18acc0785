import { plainText } from '../../../syntax/plainText';
import type { JsonValue } from '../../../model/json';
import { jsonArray, jsonObject } from '../../../syntax/jsonEdit';
import { isOneOf, valueList } from '../valueList';

const comparisons: Readonly<Record<string, string>> = {
  endsWith: 'ends with',
  startsWith: 'starts with',
  matches: 'matches',
  contains: 'contains',
  lessThan: '<',
  lessThanOrEqual: '<=',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  before: 'is before',
  after: 'is after',
  semVerEqual: 'is version',
  semVerLessThan: '< version',
  semVerGreaterThan: '> version',
};

/** A clause of a LaunchDarkly rule in words: `country is one of "DE", "AT"`. Several values: one of them has to fit. */
export function clauseInWords(clause: JsonValue): string {
  const { attribute, op, values, negate, contextKind } = jsonObject(clause) ?? {};
  const list = jsonArray(values) ?? [];
  const kind = typeof contextKind === 'string' && contextKind !== 'user' ? `${contextKind} ` : '';
  const name = `${kind}${plainText(attribute ?? 'key').replace(/^\//, '')}`;
  const words = () => {
    if (op === 'segmentMatch')
      return `in segment ${list.map((value) => JSON.stringify(value)).join(' or ')}`;
    if (op === 'in') return `${name} ${isOneOf(list)}`;
    return `${name} ${comparisons[plainText(op)] ?? plainText(op)} ${valueList(list)}`;
  };
  return negate === true ? `not (${words()})` : words();
}
