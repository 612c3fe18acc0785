import type { Diagnostic, Reading } from '../../../model/diagnostic';
import type { FlagDefinition, FlagVariant } from '../../../model/flagDefinition';
import type { JsonValue } from '../../../model/json';
import { jsonArray, jsonEquals, jsonObject } from '../../../syntax/jsonEdit';
import {
  jsonValueOf,
  memberOf,
  stringOf,
  type JsonMember,
  type JsonNode,
} from '../../../syntax/jsonDocument';
import { itemsOf, membersOf, numberOf } from '../../../syntax/nodeValues';
import { definitionFileNames } from '../definitionFileNames';
import type { DefinitionFormat } from '../definitionFormat';
import type { DefinitionSource } from '../definitionSource';
import { environmentOf } from '../environmentOf';
import { lifeInMetadata } from '../lifeInMetadata';
import { problem, repeatedKeys } from '../problem';
import { valueTypeOf } from '../valueTypeOf';
import { valueVariants } from '../valueVariants';
import { growthbookRollout, parentsOf, variationsOf } from './growthbookRollout';

type JsonObject = Readonly<Record<string, JsonValue>>;

function rulesOf(feature: JsonObject): readonly JsonObject[] {
  return (jsonArray(feature.rules) ?? [])
    .map((rule) => jsonObject(rule))
    .filter((rule) => rule !== null);
}

/** Every value the feature can give, once: the default first, then as the rules name them. */
function variantsOf(feature: JsonObject): readonly FlagVariant[] {
  const forced = (rule: JsonObject) => (rule.force === undefined ? [] : [rule.force]);
  const values = [
    feature.defaultValue ?? null,
    ...rulesOf(feature).flatMap((rule) => variationsOf(rule) ?? forced(rule)),
  ].filter((value) => value !== null);
  const seen = new Set<string>();
  const different = values.filter((value) => {
    const text = JSON.stringify(value);
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
  return valueVariants(different);
}

function readFeature(file: string, { key, keySpan, span, value }: JsonMember): FlagDefinition {
  const feature = jsonObject(jsonValueOf(value)) ?? {};
  const variants = variantsOf(feature);
  const { defaultValue, metadata } = feature;
  const hasDefault = defaultValue !== undefined && defaultValue !== null;
  const life = lifeInMetadata({
    ...jsonObject(metadata),
    ...jsonObject(jsonObject(metadata)?.customFields),
  });
  const parents = rulesOf(feature).flatMap(parentsOf);
  return {
    key,
    file,
    keySpan,
    span,
    format: 'growthbook',
    role: 'provisioning',
    environment: environmentOf(file),
    valueType: valueTypeOf(variants.map((variant) => variant.value)),
    variants,
    defaultVariant: hasDefault
      ? (variants.find((variant) => jsonEquals(variant.value, defaultValue))?.name ?? null)
      : null,
    ...(hasDefault && { defaultValue, offValue: defaultValue }),
    description: stringOf(memberOf(value, 'description')) ?? null,
    rollout: growthbookRollout(key, feature, variants),
    ...life,
    prerequisites: [...new Set(parents.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])))],
  };
}

function checkRule(rule: JsonNode): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const coverage = memberOf(rule, 'coverage');
  const share = numberOf(coverage);
  if (coverage !== undefined && !(share !== undefined && share >= 0 && share <= 1))
    found.push(problem('growthbook-coverage', 'A "coverage" is a share from 0 to 1.', coverage));
  const variations = itemsOf(memberOf(rule, 'variations'));
  const weights = memberOf(rule, 'weights');
  if (weights === undefined || variations.length === 0) return found;
  const numbers = itemsOf(weights).map((item) => numberOf(item) ?? Number.NaN);
  const total = numbers.reduce((sum, weight) => sum + weight, 0);
  const isSound = numbers.length === variations.length && total >= 0.99 && total <= 1.01;
  if (isSound) return found;
  const message = `GrowthBook gives each of the ${variations.length} variations the same share here: "weights" must be as many numbers, with a sum of 1.`;
  return [...found, problem('growthbook-weights', message, weights)];
}

function checkFeature({ key, value }: JsonMember): readonly Diagnostic[] {
  if (value.kind !== 'object') {
    const message = `Feature "${key}" must be an object with a "defaultValue".`;
    return [problem('growthbook-feature', message, value)];
  }
  return itemsOf(memberOf(value, 'rules')).flatMap(checkRule);
}

const featureMembers = new Set(['defaultValue', 'rules', 'project', 'metadata', 'description']);

function isFeature(node: JsonNode): boolean {
  return (
    node.kind === 'object' &&
    (memberOf(node, 'defaultValue') !== undefined || memberOf(node, 'rules')?.kind === 'array')
  );
}

/** The features of an SDK's payload, or of a bare map of features such as one hands to the SDK. */
function featuresOf(root: JsonNode, isNamed: boolean): JsonNode | null {
  const features = memberOf(root, 'features');
  if (features !== undefined)
    return membersOf(features).some(({ value }) => isFeature(value)) || isNamed ? features : null;
  const members = membersOf(root);
  const isBare =
    members.every(
      ({ value }) =>
        isFeature(value) && membersOf(value).every(({ key }) => featureMembers.has(key)),
    ) && members.some(({ value }) => memberOf(value, 'rules') !== undefined);
  return isBare && members.length > 0 ? root : null;
}

function read({ file, data }: DefinitionSource): Reading<readonly FlagDefinition[]> | null {
  const isNamed = definitionFileNames.growthbook.isNamedAs.test(file);
  const { value: root, diagnostics } = data();
  const features = root === null ? null : featuresOf(root, isNamed);
  if (features === null) return isNamed ? { value: [], diagnostics } : null;
  const members = membersOf(features);
  const last = new Map(members.map((member) => [member.key, member]));
  return {
    value: [...last.values()]
      .filter(({ value }) => value.kind === 'object')
      .map((member) => readFeature(file, member)),
    diagnostics: [...diagnostics, ...members.flatMap(checkFeature), ...repeatedKeys(members)],
  };
}

/**
 * GrowthBook's features as its SDKs load them: a payload with `features`, or the map alone.
 * Source: growthbook/growthbook, packages/sdk-js/src/types/growthbook.ts.
 */
export const growthbook: DefinitionFormat = {
  id: 'growthbook',
  name: 'GrowthBook',
  mark: /"(defaultValue|rules)"/,
  read,
};
