import type { Diagnostic, Reading } from '../../../model/diagnostic';
import type { FlagDefinition, FlagVariant, Rollout } from '../../../model/flagDefinition';
import type { JsonValue } from '../../../model/json';
import {
  jsonValueOf,
  memberOf,
  stringOf,
  type JsonMember,
  type JsonNode,
} from '../../../syntax/jsonDocument';
import type { DefinitionFormat } from '../definitionFormat';
import type { DefinitionSource } from '../definitionSource';
import { environmentOf } from '../environmentOf';
import { lifeInMetadata } from '../lifeInMetadata';
import { valueTypeOf } from '../valueTypeOf';
import { checkFlagdFlag } from './checkFlagdFlag';
import { defaultRollout, readTargeting } from './readTargeting';

type Evaluators = Readonly<Record<string, JsonValue>>;

/** Flags as a map of key to flag, or (flagd's daemon) as an array of flags with a `key`. */
function flagMembers(flags: JsonNode | undefined): readonly JsonMember[] {
  if (flags?.kind === 'object') return flags.members;
  if (flags?.kind !== 'array') return [];
  return flags.items.flatMap((value) => {
    const keyNode = memberOf(value, 'key');
    const key = stringOf(keyNode);
    if (keyNode === undefined || key === undefined) return [];
    const { start, end } = keyNode.span;
    const keySpan = {
      start: { ...start, column: start.column + 1 },
      end: { ...end, column: end.column - 1 },
    };
    return [{ key, keySpan, span: value.span, value }];
  });
}

function readVariants(flag: JsonNode): readonly FlagVariant[] {
  const node = memberOf(flag, 'variants');
  if (node?.kind !== 'object') return [];
  return node.members.map(({ key, value }) => ({ name: key, value: jsonValueOf(value) }));
}

function rolloutOf(flag: JsonNode, variants: readonly string[], evaluators: Evaluators): Rollout {
  const state = stringOf(memberOf(flag, 'state'));
  if (state === 'DISABLED') return { kind: 'disabled' };
  if (state !== 'ENABLED')
    return { kind: 'unknown', reason: 'its "state" is neither ENABLED nor DISABLED' };
  const context = {
    variants,
    defaultVariant: stringOf(memberOf(flag, 'defaultVariant')) ?? null,
    evaluators,
  };
  const targeting = memberOf(flag, 'targeting');
  return targeting === undefined
    ? defaultRollout(context)
    : readTargeting(jsonValueOf(targeting), context);
}

function readFlag(
  file: string,
  { key, keySpan, span, value: flag }: JsonMember,
  evaluators: Evaluators,
): FlagDefinition {
  const variants = readVariants(flag);
  const defaultVariant = stringOf(memberOf(flag, 'defaultVariant')) ?? null;
  const defaultValue = variants.find(({ name }) => name === defaultVariant)?.value;
  const offValue = variants.find(({ name }) => name.toLowerCase() === 'off')?.value;
  const metadata = memberOf(flag, 'metadata');
  return {
    key,
    file,
    keySpan,
    span,
    format: 'flagd',
    role: 'provisioning',
    environment: environmentOf(file),
    valueType: valueTypeOf(variants.map(({ value }) => value)),
    variants,
    defaultVariant,
    ...(defaultValue !== undefined && { defaultValue }),
    // flagd has no off variant; one that is called so is meant to be it.
    ...(offValue !== undefined && { offValue }),
    description:
      stringOf(memberOf(flag, 'description')) ??
      stringOf(memberOf(metadata, 'description')) ??
      null,
    rollout: rolloutOf(
      flag,
      variants.map(({ name }) => name),
      evaluators,
    ),
    ...lifeInMetadata(metadata && jsonValueOf(metadata)),
  };
}

function checkRepeats(members: readonly JsonMember[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return members.flatMap(({ key, keySpan }) => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `Flag "${key}" is defined twice in this file: only the last one counts.`;
    return [{ code: 'flag-defined-twice', severity: 'warning' as const, message, span: keySpan }];
  });
}

function checkFlags(root: JsonNode, flags: JsonNode | undefined): readonly Diagnostic[] {
  if (flags?.kind === 'object' || flags?.kind === 'array') return [];
  const message = 'A flagd file needs "flags": an object of keys and their flags.';
  return [{ code: 'flagd-flags', severity: 'error', message, span: (flags ?? root).span }];
}

function evaluatorsOf(root: JsonNode): Evaluators {
  const node = memberOf(root, '$evaluators');
  const value = node === undefined ? null : jsonValueOf(node);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Evaluators)
    : {};
}

function read({ file, data }: DefinitionSource): Reading<readonly FlagDefinition[]> {
  const { value: root, diagnostics } = data();
  if (root === null) return { value: [], diagnostics };
  const flags = memberOf(root, 'flags');
  const members = flagMembers(flags);
  const evaluators = evaluatorsOf(root);
  const last = new Map(members.map((member) => [member.key, member]));
  return {
    value: [...last.values()].map((member) => readFlag(file, member, evaluators)),
    diagnostics: [
      ...diagnostics,
      ...checkFlags(root, flags),
      ...members.flatMap(checkFlagdFlag),
      ...checkRepeats(members),
    ],
  };
}

/**
 * flagd's flag definitions: `*.flagd.json`, `*.flagd.yaml`, or any JSON file that names flagd's schema.
 * Source: open-feature/flagd-schemas, json/flags.json and json/targeting.json.
 */
export const flagd: DefinitionFormat = {
  id: 'flagd',
  name: 'flagd',
  // Of a file with another name: it names flagd's schema of flags.
  mark: /"?\$schema"?\s*:\s*"?[^"\s]*flagd[^"\s]*flags[^"\s]*/,
  read,
};
