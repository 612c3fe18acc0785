import type { Diagnostic, Reading } from '../../../model/diagnostic';
import type { FlagDefinition } from '../../../model/flagDefinition';
import type { JsonValue } from '../../../model/json';
import type { Span } from '../../../model/position';
import { jsonArray, jsonObject } from '../../../syntax/jsonEdit';
import { jsonValueOf, memberOf, stringOf, type JsonNode } from '../../../syntax/jsonDocument';
import { itemsOf, membersOf, textSpanOf } from '../../../syntax/nodeValues';
import { dayOf } from '../../../model/dayOf';
import { definitionFileNames } from '../definitionFileNames';
import type { DefinitionFormat } from '../definitionFormat';
import type { DefinitionSource } from '../definitionSource';
import { environmentNamed } from '../environmentNamed';
import { environmentOf } from '../environmentOf';
import { lifetimeOf } from '../lifetimeOf';
import { problem, repeatedKeys } from '../problem';
import { valueTypeOf } from '../valueTypeOf';
import { unleashRollout, unleashVariants, type UnleashFlag } from './unleashRollout';

type JsonObject = Readonly<Record<string, JsonValue>>;

interface NamedFeature {
  readonly key: string;
  readonly keySpan: Span;
  readonly node: JsonNode;
  readonly value: JsonObject;
}

/** What an export holds beside its features, by the name of the feature. */
interface Tables {
  readonly isExport: boolean;
  readonly strategies: ReadonlyMap<string, readonly JsonObject[]>;
  readonly environments: ReadonlyMap<string, readonly JsonObject[]>;
  readonly dependencies: ReadonlyMap<string, readonly JsonObject[]>;
  readonly segments: ReadonlyMap<number, string>;
}

function objectsIn(value: JsonValue | undefined): readonly JsonObject[] {
  return (jsonArray(value) ?? []).map((item) => jsonObject(item)).filter((item) => item !== null);
}

function objectsOf(root: JsonNode, name: string): readonly JsonObject[] {
  const node = memberOf(root, name);
  return node === undefined ? [] : objectsIn(jsonValueOf(node));
}

function byFeature(
  rows: readonly JsonObject[],
  name: string,
): ReadonlyMap<string, readonly JsonObject[]> {
  const groups = new Map<string, JsonObject[]>();
  for (const row of rows) {
    const key = row[name];
    if (typeof key !== 'string') continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function tablesOf(root: JsonNode): Tables {
  const segments = objectsOf(root, 'segments').flatMap(({ id, name }) =>
    typeof id === 'number' && typeof name === 'string' ? [[id, name] as const] : [],
  );
  return {
    isExport: memberOf(root, 'featureStrategies') !== undefined,
    strategies: byFeature(objectsOf(root, 'featureStrategies'), 'featureName'),
    environments: byFeature(objectsOf(root, 'featureEnvironments'), 'featureName'),
    dependencies: byFeature(objectsOf(root, 'dependencies'), 'feature'),
    segments: new Map(segments),
  };
}

function featuresOf(root: JsonNode): readonly NamedFeature[] {
  return itemsOf(memberOf(root, 'features')).flatMap((node) => {
    const nameNode = memberOf(node, 'name');
    const key = stringOf(nameNode);
    const value = jsonObject(jsonValueOf(node));
    if (nameNode === undefined || key === undefined || value === null) return [];
    return [{ key, keySpan: textSpanOf(nameNode), node, value }];
  });
}

function definition(
  feature: NamedFeature,
  flag: UnleashFlag,
  place: { readonly file: string; readonly environment: string },
): FlagDefinition {
  const { type, createdAt, description } = feature.value;
  const variants = unleashVariants(flag);
  const parents = flag.dependencies.flatMap((parent) =>
    typeof parent.feature === 'string' ? [parent.feature] : [],
  );
  return {
    key: feature.key,
    ...place,
    keySpan: feature.keySpan,
    span: feature.node.span,
    format: 'unleash',
    role: 'provisioning',
    valueType: valueTypeOf(variants.map(({ value }) => value)),
    variants,
    defaultVariant: null,
    offValue: false,
    description: typeof description === 'string' && description !== '' ? description : null,
    rollout: unleashRollout(flag),
    lifetime: typeof type === 'string' ? lifetimeOf(type) : null,
    owner: null,
    created: typeof createdAt === 'string' ? dayOf(createdAt) : null,
    expires: null,
    prerequisites: [...new Set(parents)],
  };
}

/** As the API for clients gives it: one environment, all in one place. */
function clientDefinition(file: string, feature: NamedFeature, tables: Tables): FlagDefinition {
  const { enabled, strategies, variants, dependencies } = feature.value;
  const flag: UnleashFlag = {
    name: feature.key,
    enabled: enabled === true,
    strategies: objectsIn(strategies),
    variants: objectsIn(variants),
    dependencies: objectsIn(dependencies),
    segments: tables.segments,
  };
  return definition(feature, flag, { file, environment: environmentOf(file) });
}

/** As an export gives it: strategies and what is on where stand in tables of their own. */
function exportDefinitions(
  file: string,
  feature: NamedFeature,
  tables: Tables,
): readonly FlagDefinition[] {
  const strategies = tables.strategies.get(feature.key) ?? [];
  const rows = tables.environments.get(feature.key) ?? [];
  const dependencies = (tables.dependencies.get(feature.key) ?? []).flatMap((row) =>
    objectsIn(row.dependencies),
  );
  const flagIn = (row: JsonObject | null): UnleashFlag => {
    const own = objectsIn(row?.variants);
    return {
      name: feature.key,
      enabled: row === null ? null : row.enabled === true,
      strategies: strategies
        .filter(({ environment }) => environment === undefined || environment === row?.environment)
        .toSorted((one, other) => Number(one.sortOrder ?? 0) - Number(other.sortOrder ?? 0))
        // Older exports call the strategy's name otherwise.
        .map((strategy) => ({ ...strategy, name: strategy.name ?? strategy.strategyName ?? '' })),
      variants: own.length > 0 ? own : objectsIn(feature.value.variants),
      dependencies,
      segments: tables.segments,
    };
  };
  if (rows.length === 0)
    return [definition(feature, flagIn(null), { file, environment: environmentOf(file) })];
  return rows.map((row) => {
    const name = typeof row.environment === 'string' ? row.environment : '';
    const environment = environmentNamed(name) ?? (name === '' ? environmentOf(file) : name);
    return definition(feature, flagIn(row), { file, environment });
  });
}

function checkStrategy(strategy: JsonNode): readonly Diagnostic[] {
  const rollout = memberOf(memberOf(strategy, 'parameters'), 'rollout');
  if (rollout === undefined || rollout.kind !== 'scalar') return [];
  const percent = rollout.value === '' ? Number.NaN : Number(rollout.value);
  if (percent >= 0 && percent <= 100) return [];
  return [problem('unleash-rollout', 'A "rollout" is a percentage from 0 to 100.', rollout)];
}

function check(root: JsonNode, features: readonly NamedFeature[]): readonly Diagnostic[] {
  const strategies = [
    ...itemsOf(memberOf(root, 'featureStrategies')),
    ...features.flatMap(({ node }) => itemsOf(memberOf(node, 'strategies'))),
  ];
  const nameless = itemsOf(memberOf(root, 'features'))
    .filter((node) => stringOf(memberOf(node, 'name')) === undefined)
    .map((node) => problem('unleash-name', 'A feature needs a "name".', node));
  return [...nameless, ...strategies.flatMap(checkStrategy), ...repeatedKeys(features)];
}

/** A list of features with names, and what goes with it; an empty list says no more than its neighbours do. */
function isUnleash(root: JsonNode, isNamed: boolean): boolean {
  const features = memberOf(root, 'features');
  if (features?.kind !== 'array') return false;
  if (isNamed || memberOf(root, 'featureStrategies') !== undefined) return true;
  if (features.items.length === 0)
    return membersOf(root).every(({ key }) => /^(version|features|segments|query)$/.test(key));
  return features.items.some(
    (item) =>
      stringOf(memberOf(item, 'name')) !== undefined &&
      memberOf(item, 'strategies')?.kind === 'array',
  );
}

function read({ file, data }: DefinitionSource): Reading<readonly FlagDefinition[]> | null {
  const isNamed = definitionFileNames.unleash.isNamedAs.test(file);
  const { value: root, diagnostics } = data();
  if (root === null || !isUnleash(root, isNamed))
    return isNamed ? { value: [], diagnostics } : null;
  const tables = tablesOf(root);
  const features = featuresOf(root);
  const last = new Map(features.map((feature) => [feature.key, feature]));
  return {
    value: [...last.values()].flatMap((feature) =>
      tables.isExport
        ? exportDefinitions(file, feature, tables)
        : [clientDefinition(file, feature, tables)],
    ),
    diagnostics: [...diagnostics, ...check(root, features)],
  };
}

/**
 * Unleash's exports (of its command, its API and older ones of the whole state) and what its API gives to clients.
 * Source: Unleash/unleash, src/lib/openapi/spec/export-result-schema.ts; Unleash/client-specification.
 */
export const unleash: DefinitionFormat = {
  id: 'unleash',
  name: 'Unleash',
  mark: /"features"\s*:\s*\[/,
  read,
};
