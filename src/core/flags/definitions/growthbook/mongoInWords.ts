import type { JsonValue } from '../../../model/json';
import { jsonArray, jsonObject } from '../../../syntax/jsonEdit';
import { isOneOf, valueList } from '../valueList';

const comparisons: Readonly<Record<string, string>> = {
  $eq: 'is',
  $veq: 'is version',
  $ne: 'is not',
  $vne: 'is not version',
  $lt: '<',
  $lte: '<=',
  $gt: '>',
  $gte: '>=',
  $vlt: '< version',
  $vlte: '<= version',
  $vgt: '> version',
  $vgte: '>= version',
  $regex: 'matches',
  $regexi: 'matches',
  $type: 'is of type',
};

/** Deeper conditions are told as JSON. */
const deepest = 10;

function asJson(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

function operatorInWords(path: string, operator: string, value: JsonValue, depth: number): string {
  const comparison = comparisons[operator];
  if (comparison !== undefined) return `${path} ${comparison} ${asJson(value)}`;
  const list = jsonArray(value);
  switch (operator) {
    case '$in':
    case '$ini':
      return `${path} ${isOneOf(list ?? [])}`;
    case '$nin':
    case '$nini':
      return `${path} is not one of ${valueList(list ?? [])}`;
    case '$all':
    case '$alli':
      return `${path} has all of ${valueList(list ?? [])}`;
    case '$exists':
      return value === true ? `${path} is set` : `${path} is not set`;
    case '$inGroup':
      return `${path} is in group ${asJson(value)}`;
    case '$notInGroup':
      return `${path} is not in group ${asJson(value)}`;
    case '$not':
      return `not (${valueInWords(path, value, depth + 1)})`;
    default:
      return `${path} ${operator} ${asJson(value)}`;
  }
}

function valueInWords(path: string, value: JsonValue, depth: number): string {
  const object = jsonObject(value);
  const operators = Object.entries(object ?? {});
  const isPlain = operators.length === 0 || operators.some(([name]) => !name.startsWith('$'));
  if (isPlain || depth > deepest) return `${path} is ${asJson(value)}`;
  return operators
    .map(([operator, inner]) => operatorInWords(path, operator, inner, depth))
    .join(' and ');
}

function listInWords(value: JsonValue, word: string, depth: number): string {
  const parts = (jsonArray(value) ?? []).map((item) => inWords(item, depth + 1));
  return parts.length > 1 ? `(${parts.join(` ${word} `)})` : (parts[0] ?? 'always');
}

function inWords(condition: JsonValue, depth: number): string {
  const entries = Object.entries(jsonObject(condition) ?? {});
  if (entries.length === 0) return 'always';
  if (depth > deepest) return asJson(condition);
  return entries
    .map(([name, value]) => {
      if (name === '$or') return listInWords(value, 'or', depth);
      if (name === '$and') return listInWords(value, 'and', depth);
      if (name === '$nor') return `not ${listInWords(value, 'or', depth)}`;
      if (name === '$not') return `not (${inWords(value, depth + 1)})`;
      return valueInWords(name, value, depth);
    })
    .join(' and ');
}

/**
 * A targeting condition of GrowthBook in words: `{"country": {"$in": ["DE", "AT"]}}` becomes `country is one of "DE", "AT"`.
 * Null for one that everyone meets. Source: docs.growthbook.io, targeting conditions (a subset of MongoDB's queries).
 */
export function mongoInWords(condition: JsonValue | undefined): string | null {
  const entries = Object.entries(jsonObject(condition) ?? {});
  return entries.length === 0 ? null : inWords(condition ?? null, 0);
}
