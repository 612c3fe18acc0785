import { plainText } from '../../../syntax/plainText';
import type { JsonValue } from '../../../model/json';
import { jsonArray, jsonObject } from '../../../syntax/jsonEdit';
import type { DrawnRule } from '../drawnRules';
import { isOneOf, valueList } from '../valueList';
import { insensitive, type JsonObject } from './insensitive';

/** What a filter asks for: rules in the order it looks at them, each letting people through or (`off`) keeping them out. */
export type FilterRules = readonly DrawnRule[];

/** Names of what is served: on or off. */
export const onName = 'on';
export const offName = 'off';

function rule(condition: string | null, variant = onName): DrawnRule {
  return { condition, draw: `all ${condition}`, parts: [{ from: 0, to: 1, variant }] };
}

function share(percent: JsonValue | undefined): number {
  const number = typeof percent === 'string' ? Number(percent) : percent;
  return typeof number === 'number' && Number.isFinite(number)
    ? Math.min(Math.max(number, 0), 100) / 100
    : 0;
}

function drawn(condition: string | null, draw: string, percent: JsonValue | undefined): DrawnRule {
  return { condition, draw, parts: [{ from: 0, to: share(percent), variant: onName }] };
}

function texts(value: JsonValue | undefined): readonly JsonValue[] {
  return jsonArray(value) ?? [];
}

function exclusionInWords(exclusion: JsonObject): string | null {
  const users = texts(insensitive(exclusion, 'Users'));
  const groups = texts(insensitive(exclusion, 'Groups'));
  const parts = [
    ...(users.length > 0 ? [`user ${isOneOf(users)}`] : []),
    ...(groups.length > 0
      ? [`in group ${groups.map((group) => JSON.stringify(group)).join(' or ')}`]
      : []),
  ];
  return parts.length > 0 ? parts.join(' or ') : null;
}

function targeting(flag: string, parameters: JsonObject): FilterRules {
  const audience = jsonObject(insensitive(parameters, 'Audience')) ?? {};
  const excluded = exclusionInWords(jsonObject(insensitive(audience, 'Exclusion')) ?? {});
  const users = texts(insensitive(audience, 'Users'));
  const groups = texts(insensitive(audience, 'Groups')).flatMap((item) => {
    const group = jsonObject(item) ?? {};
    const name = insensitive(group, 'Name');
    const percent = insensitive(group, 'RolloutPercentage');
    const draw = JSON.stringify([flag, name ?? '']);
    return [drawn(`in group ${JSON.stringify(name ?? '')}`, draw, percent)];
  });
  return [
    ...(excluded === null ? [] : [rule(excluded, offName)]),
    ...(users.length > 0 ? [rule(`user ${isOneOf(users)}`)] : []),
    ...groups,
    drawn(null, JSON.stringify([flag]), insensitive(audience, 'DefaultRolloutPercentage')),
  ];
}

function timeWindow(parameters: JsonObject): FilterRules {
  const start = insensitive(parameters, 'Start');
  const end = insensitive(parameters, 'End');
  const parts = [
    ...(typeof start === 'string' ? [`from ${start}`] : []),
    ...(typeof end === 'string' ? [`before ${end}`] : []),
  ];
  if (parts.length === 0) return [];
  const recurrence = jsonObject(insensitive(parameters, 'Recurrence'));
  return [rule(`it is ${parts.join(' and ')}${recurrence === null ? '' : ', again and again'}`)];
}

/**
 * The rules of one feature filter, by its name with or without `Microsoft.`; a filter of one's own is a condition that carries
 * its name. Source: microsoft/FeatureManagement, built-in filters.
 */
export function filterRules(flag: string, index: number, filter: JsonObject): FilterRules {
  const name = plainText(insensitive(filter, 'name'));
  const parameters = jsonObject(insensitive(filter, 'parameters')) ?? {};
  switch (name.replace(/^Microsoft\./i, '').replace(/Filter$/, '')) {
    case 'AlwaysOn':
      return [rule(null)];
    case 'Targeting':
    case 'ContextualTargeting':
      return targeting(flag, parameters);
    case 'TimeWindow':
      return timeWindow(parameters);
    case 'Percentage':
      // Drawn anew at every evaluation.
      return [drawn(null, `random ${index}`, insensitive(parameters, 'Value'))];
    default:
      return [rule(`the filter ${JSON.stringify(name)} lets them in (${valueList([parameters])})`)];
  }
}
