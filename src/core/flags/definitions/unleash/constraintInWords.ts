import { plainText } from '../../../syntax/plainText';
import type { JsonValue } from '../../../model/json';
import { jsonArray, jsonObject } from '../../../syntax/jsonEdit';
import { isOneOf, valueList } from '../valueList';

/** Operators with one value. */
const comparisons: Readonly<Record<string, string>> = {
  NUM_EQ: '=',
  NUM_GT: '>',
  NUM_GTE: '>=',
  NUM_LT: '<',
  NUM_LTE: '<=',
  DATE_AFTER: 'is after',
  DATE_BEFORE: 'is before',
  SEMVER_EQ: 'is version',
  SEMVER_GT: '> version',
  SEMVER_GTE: '>= version',
  SEMVER_LT: '< version',
  SEMVER_LTE: '<= version',
  REGEX: 'matches',
};

/** Operators with a list, of which one has to fit. */
const lists: Readonly<Record<string, string>> = {
  STR_STARTS_WITH: 'starts with',
  STR_ENDS_WITH: 'ends with',
  STR_CONTAINS: 'contains',
  IN_CIDR: 'is in',
};

/** A constraint of Unleash in words: `country is one of "DE", "AT"`. Source: docs.getunleash.io, activation strategies. */
export function constraintInWords(constraint: JsonValue): string {
  const { contextName, operator, values, value, inverted } = jsonObject(constraint) ?? {};
  const name = typeof contextName === 'string' ? contextName : 'context';
  const list = jsonArray(values) ?? [];
  const words = () => {
    if (operator === 'IN') return isOneOf(list);
    if (operator === 'NOT_IN') return `is not one of ${valueList(list)}`;
    const code = plainText(operator);
    if (lists[code] !== undefined) return `${lists[code]} ${valueList(list)}`;
    return `${comparisons[code] ?? code} ${JSON.stringify(value ?? null)}`;
  };
  const said = `${name} ${words()}`;
  return inverted === true ? `not (${said})` : said;
}
