import type { Diagnostic, Reading } from '../../model/diagnostic';
import type { FlagDefinition, FlagValueType } from '../../model/flagDefinition';
import type { JsonValue } from '../../model/json';
import { type JsonMember, type JsonNode, memberNode, readJson } from '../../syntax/jsonDocument';
import type { DefinitionFormat } from './definitionFormat';
import { environmentOf } from './environmentOf';
import { valueTypeOf } from './valueTypeOf';

const schemaAddress = /\/flag-manifest(\.schema)?\.json$/;

const valueTypes: ReadonlyMap<string, FlagValueType> = new Map([
  ['boolean', 'boolean'],
  ['string', 'string'],
  ['integer', 'number'],
  ['float', 'number'],
  ['object', 'object'],
]);

function isNamedFlags(file: string): boolean {
  return file === 'flags.json' || file.endsWith('/flags.json');
}

function flagTypeOf(body: JsonNode): string | null {
  const type = memberNode(body, 'flagType')?.value;
  return typeof type === 'string' ? type : null;
}

/** By its schema, or by its name together with at least one flag that declares a type and a default. */
function isManifest(file: string, root: JsonNode): boolean {
  const schema = memberNode(root, '$schema')?.value;
  if (typeof schema === 'string' && schemaAddress.test(schema)) return true;
  const flags = memberNode(root, 'flags')?.members ?? [];
  const declares = ({ node }: JsonMember) =>
    valueTypes.has(flagTypeOf(node) ?? '') && memberNode(node, 'defaultValue') !== null;
  return isNamedFlags(file) && flags.some(declares);
}

function fits(type: string, value: JsonValue): boolean {
  if (type === 'integer') return Number.isInteger(value);
  // The schema leaves the default of an object flag open.
  return type === 'object' || valueTypeOf(value) === valueTypes.get(type);
}

/** What is wrong with one entry; null where nothing is. */
function faultOf({ name, nameSpan, node }: JsonMember): Diagnostic | null {
  const type = flagTypeOf(node);
  const value = memberNode(node, 'defaultValue');
  const fault = (code: string, message: string, span = nameSpan): Diagnostic => ({
    code,
    severity: 'error',
    message,
    span,
  });
  if (type === null || !valueTypes.has(type)) {
    const known = [...valueTypes.keys()].join(', ');
    const span = memberNode(node, 'flagType')?.span ?? nameSpan;
    return fault('manifest-type-invalid', `"${name}" needs a "flagType": ${known}.`, span);
  }
  if (!value) return fault('manifest-default-missing', `"${name}" needs a "defaultValue".`);
  if (fits(type, value.value)) return null;
  const message = `The default value of "${name}" is not of its type, ${type}.`;
  return fault('manifest-default-mismatch', message, value.span);
}

function definitionOf(file: string, member: JsonMember): FlagDefinition {
  const { name, nameSpan, span, node } = member;
  const value = memberNode(node, 'defaultValue')?.value;
  const description = memberNode(node, 'description')?.value;
  return {
    key: name,
    file,
    keySpan: nameSpan,
    span,
    format: 'openfeature-manifest',
    role: 'declaration',
    environment: environmentOf(file),
    valueType: valueTypes.get(flagTypeOf(node) ?? '') ?? null,
    variants: [],
    defaultVariant: null,
    ...(value !== undefined && { defaultValue: value }),
    description: typeof description === 'string' ? description : null,
    rollout: { kind: 'declared' },
  };
}

/**
 * The manifest of the OpenFeature command line: which flags there are, of which type, with which default.
 * Source: open-feature/cli, schema/v0/flag-manifest.json.
 */
export const openfeatureManifest: DefinitionFormat = {
  id: 'openfeature-manifest',
  name: 'OpenFeature manifest',
  mayRead: (file, text) =>
    file.endsWith('.json') && (isNamedFlags(file) || /"\$schema"[^\n]*flag-manifest/.test(text)),
  read(file, text): Reading<readonly FlagDefinition[]> | null {
    const { value: root, diagnostics } = readJson(text);
    if (!root || !isManifest(file, root)) return null;
    const members = memberNode(root, 'flags')?.members ?? [];
    const faults = members.map(faultOf).filter((fault) => fault !== null);
    const value = members
      .filter(({ node }) => node.members !== null)
      .map((member) => definitionOf(file, member));
    return { value, diagnostics: [...diagnostics, ...faults] };
  },
};
