import type { Diagnostic, Reading } from '../../model/diagnostic';
import type { FlagDefinition, FlagValueType } from '../../model/flagDefinition';
import {
  jsonValueOf,
  memberOf,
  stringOf,
  type JsonMember,
  type JsonNode,
} from '../../syntax/jsonDocument';
import { jsonObject } from '../../syntax/jsonEdit';
import type { DefinitionFormat } from './definitionFormat';
import type { DefinitionSource } from './definitionSource';
import { environmentOf } from './environmentOf';
import type { FlagLife } from './flagLife';
import { lifeInMetadata } from './lifeInMetadata';

/** The manifest's types and the type of value each evaluates to. */
const flagTypes: Readonly<Record<string, FlagValueType>> = {
  boolean: 'boolean',
  string: 'string',
  integer: 'number',
  float: 'number',
  object: 'object',
};

/** The schema knows no life of a flag; teams write it beside the rest or into `metadata`. */
function lifeOf(flag: JsonNode): FlagLife {
  const { flagType: _, ...rest } = jsonObject(jsonValueOf(flag)) ?? {};
  return lifeInMetadata({ ...rest, ...jsonObject(rest.metadata) });
}

function readFlag(file: string, member: JsonMember): FlagDefinition {
  const defaultNode = memberOf(member.value, 'defaultValue');
  return {
    key: member.key,
    file,
    keySpan: member.keySpan,
    span: member.span,
    format: 'openfeature-manifest',
    role: 'declaration',
    environment: environmentOf(file),
    valueType: flagTypes[stringOf(memberOf(member.value, 'flagType')) ?? ''] ?? null,
    variants: [],
    defaultVariant: null,
    ...(defaultNode && { defaultValue: jsonValueOf(defaultNode) }),
    description: stringOf(memberOf(member.value, 'description')) ?? null,
    rollout: { kind: 'declared' },
    ...lifeOf(member.value),
  };
}

function checkFlag({ key, keySpan, value }: JsonMember): readonly Diagnostic[] {
  const typeNode = memberOf(value, 'flagType');
  const type = stringOf(typeNode);
  if (type === undefined || !Object.hasOwn(flagTypes, type)) {
    const message = `Flag "${key}" needs a "flagType": ${Object.keys(flagTypes).join(', ')}.`;
    return [
      { code: 'manifest-flag-type', severity: 'warning', message, span: typeNode?.span ?? keySpan },
    ];
  }
  const defaultNode = memberOf(value, 'defaultValue');
  if (defaultNode === undefined || typeof jsonValueOf(defaultNode) === flagTypes[type]) return [];
  const message = `The default of flag "${key}" is no ${type}, as its "flagType" says.`;
  return [{ code: 'manifest-default-type', severity: 'warning', message, span: defaultNode.span }];
}

/** A manifest names its schema, or every flag has a `flagType`, which no other `flags.json` has. */
function isManifest(root: JsonNode, flags: JsonNode): boolean {
  if (stringOf(memberOf(root, '$schema'))?.includes('flag-manifest')) return true;
  if (flags.kind !== 'object' || flags.members.length === 0) return false;
  return flags.members.some(({ value }) => memberOf(value, 'flagType') !== undefined);
}

function read({ file, data }: DefinitionSource): Reading<readonly FlagDefinition[]> | null {
  const { value: root, diagnostics } = data();
  const flags = memberOf(root ?? undefined, 'flags');
  if (root === null || flags === undefined || !isManifest(root, flags)) return null;
  const members = flags.kind === 'object' ? flags.members : [];
  return {
    value: members.map((member) => readFlag(file, member)),
    diagnostics: [...diagnostics, ...members.flatMap(checkFlag)],
  };
}

/**
 * The manifest of the OpenFeature command line (`flags.json`): declares keys, types and defaults, not who gets what.
 * Source: open-feature/cli, schema/v0/flag-manifest.json.
 */
export const openfeatureManifest: DefinitionFormat = {
  id: 'openfeature-manifest',
  name: 'OpenFeature manifest',
  mark: /"flagType"|flag-manifest/,
  read,
};
