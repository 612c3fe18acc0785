import type { Diagnostic, Reading } from '../../../model/diagnostic';
import type { FlagDefinition, FlagVariant } from '../../../model/flagDefinition';
import type { JsonValue } from '../../../model/json';
import { jsonObject } from '../../../syntax/jsonEdit';
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
import type { FlagLife } from '../flagLife';
import { lifeInMetadata } from '../lifeInMetadata';
import { problem, repeatedKeys } from '../problem';
import { valueTypeOf } from '../valueTypeOf';
import { goffRollout } from './goffRollout';

/** Metadata, and the end of an experiment: behind it the flag gives the default of the code. */
function lifeOf(flag: JsonNode): FlagLife {
  const metadata = memberOf(flag, 'metadata');
  const life = lifeInMetadata(metadata && jsonValueOf(metadata));
  const experiment = memberOf(flag, 'experimentation');
  if (experiment === undefined) return life;
  const date = dayOf(stringOf(memberOf(experiment, 'end')) ?? '');
  return {
    ...life,
    lifetime: life.lifetime ?? 'experiment',
    expires: life.expires ?? (date === null ? null : { kind: 'date', date }),
  };
}

function variantsOf(flag: JsonNode): readonly FlagVariant[] {
  return membersOf(memberOf(flag, 'variations')).map(({ key, value }) => ({
    name: key,
    value: jsonValueOf(value),
  }));
}

function readFlag(file: string, { key, keySpan, span, value: flag }: JsonMember): FlagDefinition {
  const variants = variantsOf(flag);
  const defaultRule = memberOf(flag, 'defaultRule');
  const isPlain = membersOf(defaultRule).every(({ key: name }) => /^(variation|name)$/.test(name));
  const defaultVariant = isPlain ? (stringOf(memberOf(defaultRule, 'variation')) ?? null) : null;
  const defaultValue = variants.find(({ name }) => name === defaultVariant)?.value;
  const plain: Readonly<Record<string, JsonValue>> = jsonObject(jsonValueOf(flag)) ?? {};
  return {
    key,
    file,
    keySpan,
    span,
    format: 'go-feature-flag',
    role: 'provisioning',
    environment: environmentOf(file),
    valueType: valueTypeOf(variants.map(({ value }) => value)),
    variants,
    defaultVariant,
    ...(defaultValue !== undefined && { defaultValue }),
    description:
      stringOf(memberOf(flag, 'description')) ??
      stringOf(memberOf(memberOf(flag, 'metadata'), 'description')) ??
      null,
    rollout: goffRollout(plain),
    ...lifeOf(flag),
  };
}

function checkRule(rule: JsonNode, names: readonly string[]): readonly Diagnostic[] {
  const variation = memberOf(rule, 'variation');
  const percentages = membersOf(memberOf(rule, 'percentage'));
  const named = [
    ...percentages.map(({ key, keySpan }) => ({ name: key, span: keySpan })),
    ...(variation === undefined ? [] : [{ name: stringOf(variation), span: variation.span }]),
  ];
  const wrong = named.filter(({ name }) => name === undefined || !names.includes(name));
  const weights = percentages.filter(({ value }) => numberOf(value) === undefined);
  return [
    ...wrong.map(({ name, span }) =>
      problem('goff-variation', `"${name}" is not one of the variations: ${names.join(', ')}.`, {
        span,
      }),
    ),
    ...weights.map(({ value }) => problem('goff-percentage', 'A percentage is a number.', value)),
  ];
}

function checkFlag({ key, keySpan, value: flag }: JsonMember): readonly Diagnostic[] {
  const variants = variantsOf(flag);
  const found: Diagnostic[] = [];
  if (variants.length === 0) {
    const message = `Flag "${key}" needs "variations": at least one name with its value.`;
    found.push(problem('goff-variations', message, { span: keySpan }));
  } else if (valueTypeOf(variants.map(({ value }) => value)) === null) {
    const message = `The variations of flag "${key}" are of different types: GO Feature Flag refuses that.`;
    found.push(problem('goff-variation-types', message, { span: keySpan }));
  }
  const defaultRule = memberOf(flag, 'defaultRule');
  if (defaultRule === undefined) {
    const message = `Flag "${key}" needs a "defaultRule": what those get whom no rule matches.`;
    found.push(problem('goff-default-rule', message, { span: keySpan }));
  }
  const names = variants.map(({ name }) => name);
  const rules = [...itemsOf(memberOf(flag, 'targeting')), ...(defaultRule ? [defaultRule] : [])];
  return [...found, ...rules.flatMap((rule) => checkRule(rule, names))];
}

function isFlag({ value }: JsonMember): boolean {
  return (
    memberOf(value, 'variations')?.kind === 'object' &&
    (memberOf(value, 'defaultRule') ?? memberOf(value, 'targeting')) !== undefined
  );
}

function read({ file, data }: DefinitionSource): Reading<readonly FlagDefinition[]> | null {
  const isNamed = definitionFileNames['go-feature-flag'].isNamedAs.test(file);
  const { value: root, diagnostics } = data();
  if (root === null) return isNamed ? { value: [], diagnostics } : null;
  const members = membersOf(root).filter(({ value }) => value.kind === 'object');
  if (!isNamed && !members.some(isFlag)) return null;
  const last = new Map(members.map((member) => [member.key, member]));
  return {
    value: [...last.values()].map((member) => readFlag(file, member)),
    diagnostics: [...diagnostics, ...members.flatMap(checkFlag), ...repeatedKeys(members)],
  };
}

/**
 * GO Feature Flag's flags in YAML, JSON or TOML: `*.goff.yaml`, or a file whose entries have variations and rules.
 * Source: thomaspoignant/go-feature-flag, .schema/flag-schema.json and modules/core/flag.
 */
export const goFeatureFlag: DefinitionFormat = {
  id: 'go-feature-flag',
  name: 'GO Feature Flag',
  mark: /\bdefaultRule\b/,
  read,
};
