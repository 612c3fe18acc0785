import { plainText } from '../../../syntax/plainText';
import type { Diagnostic, Reading } from '../../../model/diagnostic';
import type { FlagDefinition, FlagVariant } from '../../../model/flagDefinition';
import type { Span } from '../../../model/position';
import { jsonArray, jsonObject } from '../../../syntax/jsonEdit';
import { jsonValueOf, stringOf, type JsonNode } from '../../../syntax/jsonDocument';
import { itemsOf, membersOf, numberOf, textSpanOf } from '../../../syntax/nodeValues';
import type { DefinitionFormat } from '../definitionFormat';
import type { DefinitionSource } from '../definitionSource';
import { environmentOf } from '../environmentOf';
import { nothingSaid } from '../flagLife';
import { problem, repeatedKeys } from '../problem';
import { valueTypeOf } from '../valueTypeOf';
import { offName, onName } from './filterRules';
import { insensitive, type JsonObject } from './insensitive';
import { microsoftRollout, type MicrosoftFlag } from './microsoftRollout';

/** A flag of either schema, with its place. */
interface PlacedFlag {
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  readonly node: JsonNode;
  readonly flag: MicrosoftFlag;
  readonly description: string | null;
}

function memberNamed(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return membersOf(node).findLast(({ key }) => key.toLowerCase() === name.toLowerCase())?.value;
}

function objectsIn(value: ReturnType<typeof insensitive>): readonly JsonObject[] {
  return (jsonArray(value) ?? []).map((item) => jsonObject(item)).filter((item) => item !== null);
}

function variantsOf(flag: JsonObject): readonly FlagVariant[] {
  return objectsIn(insensitive(flag, 'variants')).flatMap((variant) => {
    const name = insensitive(variant, 'name');
    const value = insensitive(variant, 'configuration_value') ?? name ?? null;
    return typeof name === 'string' ? [{ name, value }] : [];
  });
}

function isTrue(value: ReturnType<typeof insensitive>): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

/** `feature_management.feature_flags[]`. */
function schemaFlag(id: string, flag: JsonObject): MicrosoftFlag {
  const conditions = jsonObject(insensitive(flag, 'conditions')) ?? {};
  return {
    id,
    enabled: isTrue(insensitive(flag, 'enabled')),
    filters: objectsIn(insensitive(conditions, 'client_filters')),
    needsAll: plainText(insensitive(conditions, 'requirement_type')).toLowerCase() === 'all',
    variants: variantsOf(flag),
    allocation: jsonObject(insensitive(flag, 'allocation')) ?? {},
  };
}

/** `FeatureManagement:{key}`: a boolean, or `EnabledFor` with filters; one without filters is off. */
function dotnetFlag(id: string, node: JsonNode): MicrosoftFlag {
  const value = jsonValueOf(node);
  const flag = jsonObject(value) ?? {};
  const filters = objectsIn(insensitive(flag, 'EnabledFor'));
  return {
    id,
    enabled: node.kind === 'object' ? filters.length > 0 : isTrue(value),
    filters,
    needsAll: plainText(insensitive(flag, 'RequirementType')).toLowerCase() === 'all',
    variants: [],
    allocation: {},
  };
}

function schemaFlags(root: JsonNode): readonly PlacedFlag[] {
  const list = memberNamed(memberNamed(root, 'feature_management'), 'feature_flags');
  return itemsOf(list).flatMap((node) => {
    const idNode = memberNamed(node, 'id');
    const key = stringOf(idNode);
    const value = jsonObject(jsonValueOf(node));
    if (idNode === undefined || key === undefined || value === null) return [];
    const description = insensitive(value, 'description');
    const flag = schemaFlag(key, value);
    return [
      {
        key,
        keySpan: textSpanOf(idNode),
        span: node.span,
        node,
        flag,
        description: typeof description === 'string' && description !== '' ? description : null,
      },
    ];
  });
}

function dotnetFlags(root: JsonNode): readonly PlacedFlag[] {
  return membersOf(memberNamed(root, 'FeatureManagement'))
    .filter(({ value }) => value.kind !== 'array')
    .map(({ key, keySpan, span, value }) => ({
      key,
      keySpan,
      span,
      node: value,
      flag: dotnetFlag(key, value),
      description: null,
    }));
}

function toDefinition(file: string, placed: PlacedFlag): FlagDefinition {
  const { key, keySpan, span, flag, description } = placed;
  const hasVariants = flag.variants.length > 0;
  const variants = hasVariants
    ? flag.variants
    : [
        { name: onName, value: true },
        { name: offName, value: false },
      ];
  const byName = (name: unknown) => flag.variants.find((variant) => variant.name === name)?.value;
  const offValue = hasVariants
    ? byName(insensitive(flag.allocation, 'default_when_disabled'))
    : false;
  const defaultVariant = insensitive(flag.allocation, 'default_when_enabled');
  const defaultValue = byName(defaultVariant);
  return {
    key,
    file,
    keySpan,
    span,
    format: 'microsoft-feature-management',
    role: 'provisioning',
    environment: environmentOf(file),
    valueType: valueTypeOf(variants.map(({ value }) => value)),
    variants,
    defaultVariant: typeof defaultVariant === 'string' ? defaultVariant : null,
    ...(defaultValue !== undefined && { defaultValue }),
    ...(offValue !== undefined && { offValue }),
    description,
    rollout: microsoftRollout(flag),
    ...nothingSaid,
  };
}

const percentages = new Set(['rolloutpercentage', 'defaultrolloutpercentage', 'from', 'to']);

/** Percentages anywhere within a flag: the libraries refuse those outside 0 to 100. */
function checkPercentages(node: JsonNode): readonly Diagnostic[] {
  if (node.kind === 'array') return node.items.flatMap(checkPercentages);
  return membersOf(node).flatMap(({ key, value }) => {
    const number = numberOf(value);
    if (number === undefined || !percentages.has(key.toLowerCase())) return checkPercentages(value);
    if (number >= 0 && number <= 100) return [];
    return [
      problem('feature-management-percentage', 'A percentage is a number from 0 to 100.', value),
    ];
  });
}

function read({ file, data }: DefinitionSource): Reading<readonly FlagDefinition[]> | null {
  const { value: root, diagnostics } = data();
  if (root === null) return null;
  const isOne =
    memberNamed(root, 'FeatureManagement')?.kind === 'object' ||
    memberNamed(memberNamed(root, 'feature_management'), 'feature_flags')?.kind === 'array';
  if (!isOne) return null;
  const placed = [...dotnetFlags(root), ...schemaFlags(root)];
  const last = new Map(placed.map((flag) => [flag.key, flag]));
  return {
    value: [...last.values()].map((flag) => toDefinition(file, flag)),
    diagnostics: [
      ...diagnostics,
      ...placed.flatMap(({ node }) => checkPercentages(node)),
      ...repeatedKeys(placed),
    ],
  };
}

/**
 * Feature flags of Microsoft's libraries: `FeatureManagement` in .NET's appsettings, or `feature_management.feature_flags` in
 * any JSON. Source: microsoft/FeatureManagement, Schema; learn.microsoft.com, feature management.
 */
export const microsoftFeatureManagement: DefinitionFormat = {
  id: 'microsoft-feature-management',
  name: 'Microsoft feature management',
  mark: /"feature_?management"/i,
  read,
};
