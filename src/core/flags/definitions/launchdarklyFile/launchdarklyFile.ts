import { dayText } from '../../../model/dayText';
import type { Diagnostic, Reading } from '../../../model/diagnostic';
import type { FlagDefinition, FlagVariant } from '../../../model/flagDefinition';
import type { JsonValue } from '../../../model/json';
import { jsonArray, jsonObject } from '../../../syntax/jsonEdit';
import {
  jsonValueOf,
  memberOf,
  stringOf,
  type JsonMember,
  type JsonNode,
} from '../../../syntax/jsonDocument';
import { itemsOf, membersOf, numberOf } from '../../../syntax/nodeValues';
import { dayOf } from '../../../model/dayOf';
import { definitionFileNames } from '../definitionFileNames';
import type { DefinitionFormat } from '../definitionFormat';
import type { DefinitionSource } from '../definitionSource';
import { environmentOf } from '../environmentOf';
import { nothingSaid, type FlagLife } from '../flagLife';
import { problem, repeatedKeys } from '../problem';
import { valueTypeOf } from '../valueTypeOf';
import { valueVariants } from '../valueVariants';
import { launchdarklyRollout } from './launchdarklyRollout';

type JsonObject = Readonly<Record<string, JsonValue>>;

/** Values of the variations, or (in files of the vendor's tools) objects with value and name. */
function variantsOf(flag: JsonObject): readonly FlagVariant[] {
  const variations = jsonArray(flag.variations) ?? [];
  const named = variations.map((variation) => {
    const object = jsonObject(variation);
    const isNamed = object !== null && '_id' in object && 'value' in object;
    return isNamed
      ? {
          value: object.value ?? null,
          name: typeof object.name === 'string' ? object.name : undefined,
        }
      : { value: variation, name: undefined };
  });
  return valueVariants(
    named.map(({ value }) => value),
    named.map(({ name }) => name),
  );
}

/** Files of the SDK say only what a flag depends on; what tools download says more. */
function lifeOf(flag: JsonObject): FlagLife {
  const { temporary, creationDate, _maintainer, prerequisites } = flag;
  const keys = (jsonArray(prerequisites) ?? []).flatMap((item) => {
    const key = jsonObject(item)?.key;
    return typeof key === 'string' ? [key] : [];
  });
  const email = jsonObject(_maintainer)?.email;
  const isTime = typeof creationDate === 'number' && Math.abs(creationDate) < 8e15;
  return {
    ...nothingSaid,
    lifetime: temporary === true ? 'release' : temporary === false ? 'permanent' : null,
    owner: typeof email === 'string' ? email : null,
    created: isTime ? dayOf(dayText(Math.floor(creationDate / 86_400_000))) : null,
    prerequisites: [...new Set(keys)],
  };
}

type VariantOf = (key: string, index: number) => string | null;

function readFlag(file: string, member: JsonMember, variantOf: VariantOf): FlagDefinition {
  const { key, keySpan, span, value } = member;
  const flag = jsonObject(jsonValueOf(value)) ?? {};
  const variants = variantsOf(flag);
  const { offVariation } = flag;
  const off = typeof offVariation === 'number' ? variants[offVariation] : undefined;
  const fallthrough = jsonObject(flag.fallthrough)?.variation;
  const rest = typeof fallthrough === 'number' ? variants[fallthrough] : undefined;
  return {
    key,
    file,
    keySpan,
    span,
    format: 'launchdarkly-file',
    role: 'provisioning',
    environment: environmentOf(file),
    valueType: valueTypeOf(variants.map((variant) => variant.value)),
    variants,
    defaultVariant: rest?.name ?? null,
    ...(rest !== undefined && { defaultValue: rest.value }),
    ...(off !== undefined && { offValue: off.value }),
    description: typeof flag.description === 'string' ? flag.description : null,
    rollout: launchdarklyRollout(flag, variants, variantOf),
    ...lifeOf(flag),
  };
}

/** `flagValues`: a key and the value that everyone gets. */
function readValue(file: string, { key, keySpan, span, value }: JsonMember): FlagDefinition {
  const plain = jsonValueOf(value);
  const variants = valueVariants([plain]);
  const variant = variants[0]?.name ?? '';
  return {
    key,
    file,
    keySpan,
    span,
    format: 'launchdarkly-file',
    role: 'provisioning',
    environment: environmentOf(file),
    valueType: valueTypeOf([plain]),
    variants,
    defaultVariant: variant,
    defaultValue: plain,
    description: null,
    rollout: { kind: 'everyone', variant },
    ...nothingSaid,
  };
}

function checkIndex(node: JsonNode | undefined, count: number): readonly Diagnostic[] {
  const index = numberOf(node);
  if (node === undefined || index === undefined || (index >= 0 && index < count)) return [];
  const message = `There is no variation ${index}: the flag has ${count}, counted from 0.`;
  return [problem('launchdarkly-variation', message, node)];
}

function checkRollout(holder: JsonNode | undefined, count: number): readonly Diagnostic[] {
  const list = memberOf(memberOf(holder, 'rollout'), 'variations');
  const items = itemsOf(list);
  const found = [
    ...checkIndex(memberOf(holder, 'variation'), count),
    ...items.flatMap((item) => checkIndex(memberOf(item, 'variation'), count)),
  ];
  const total = items.reduce((sum, item) => sum + (numberOf(memberOf(item, 'weight')) ?? 0), 0);
  if (list === undefined || total === 100_000) return found;
  const message = `The weights add up to ${total}, not to 100000 (100 %): the last variation gets what is left.`;
  return [...found, problem('launchdarkly-weights', message, list)];
}

function checkFlag({ key, keySpan, value }: JsonMember): readonly Diagnostic[] {
  const variations = memberOf(value, 'variations');
  if (variations?.kind !== 'array') {
    const message = `Flag "${key}" needs "variations": a list of values.`;
    return [problem('launchdarkly-variations', message, { span: keySpan })];
  }
  const count = variations.items.length;
  const own = memberOf(value, 'key');
  const name = stringOf(own);
  return [
    ...(own !== undefined && name !== key
      ? [problem('launchdarkly-key', `This flag stands under "${key}", not under its key.`, own)]
      : []),
    ...checkIndex(memberOf(value, 'offVariation'), count),
    ...[memberOf(value, 'fallthrough'), ...itemsOf(memberOf(value, 'rules'))].flatMap((holder) =>
      checkRollout(holder, count),
    ),
  ];
}

function isFlag({ value }: JsonMember): boolean {
  const names = new Set(membersOf(value).map(({ key }) => key));
  return (
    names.has('variations') &&
    (names.has('fallthrough') || names.has('offVariation') || names.has('on'))
  );
}

function read({ file, data }: DefinitionSource): Reading<readonly FlagDefinition[]> | null {
  const isNamed = definitionFileNames['launchdarkly-file'].isNamedAs.test(file);
  const { value: root, diagnostics } = data();
  const flags = membersOf(memberOf(root ?? undefined, 'flags'));
  const valuesNode = memberOf(root ?? undefined, 'flagValues');
  const isOne = isNamed || valuesNode?.kind === 'object' || flags.some(isFlag);
  if (!isOne) return null;
  const values = membersOf(valuesNode);
  const byKey = new Map(flags.map((member) => [member.key, member]));
  const known = new Map<string, readonly FlagVariant[]>();
  const variantOf: VariantOf = (key, index) => {
    const member = byKey.get(key);
    const variants =
      known.get(key) ?? variantsOf(jsonObject(member ? jsonValueOf(member.value) : null) ?? {});
    known.set(key, variants);
    return variants[index]?.name ?? null;
  };
  return {
    value: [
      ...[...byKey.values()].map((member) => readFlag(file, member, variantOf)),
      ...[...new Map(values.map((member) => [member.key, member])).values()].map((member) =>
        readValue(file, member),
      ),
    ],
    diagnostics: [
      ...diagnostics,
      ...flags.flatMap(checkFlag),
      ...repeatedKeys([...flags, ...values]),
    ],
  };
}

/**
 * The file data source of LaunchDarkly's server SDKs: `flags`, `flagValues` and `segments`, in JSON or YAML.
 * Source: launchdarkly/js-core, FileDataSource; docs.launchdarkly.com, flags from files.
 */
export const launchdarklyFile: DefinitionFormat = {
  id: 'launchdarkly-file',
  name: 'LaunchDarkly file',
  mark: /\b(flagValues|fallthrough|offVariation)\b/,
  read,
};
