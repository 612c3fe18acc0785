import type { JsonValue } from '../model/json';
import { plainNumber } from './plainNumber';
import { writeYamlString } from './yamlDocument';
import type { YamlScalarStyle } from './yamlNode';

/** Longest line that a collection is written on, its key included. */
const lineLength = 110;

type Members = readonly (readonly [string, JsonValue])[];

/** The members of a map; null for every other value. */
export function membersOf(value: JsonValue): Members | null {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? Object.entries(value) : null;
}

/** A scalar as YAML text on one line. `flow`: stands within braces or brackets. */
export function writeYamlScalar(
  value: string | number | boolean | null,
  options: { readonly flow: boolean; readonly style?: YamlScalarStyle },
): string {
  if (typeof value === 'string') return writeYamlString(value, options);
  return typeof value === 'number' ? plainNumber(value) : String(value);
}

/** Any value on one line, collections with braces and brackets: `{ name: control, weight: 50 }`. `flow`: stands within others. */
export function writeYamlFlow(value: JsonValue, flow = false): string {
  if (typeof value !== 'object' || value === null) return writeYamlScalar(value, { flow });
  const members = membersOf(value);
  if (!members) {
    return `[${(value as readonly JsonValue[]).map((item) => writeYamlFlow(item, true)).join(', ')}]`;
  }
  if (!members.length) return '{}';
  const written = members.map(
    ([key, member]) => `${writeYamlScalar(key, { flow: true })}: ${writeYamlFlow(member, true)}`,
  );
  return `{ ${written.join(', ')} }`;
}

function isCollection(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null;
}

function isListOfMaps(value: JsonValue): boolean {
  return Array.isArray(value) && value.some((item) => membersOf(item)?.length);
}

/** Whether a value is written on the line of its key: scalars, and collections that are short and simple. */
export function fitsOnLine(value: JsonValue, column: number): boolean {
  if (!isCollection(value)) return true;
  if (isListOfMaps(value)) return false;
  const members = membersOf(value);
  if (members?.some(([, member]) => isListOfMaps(member))) return false;
  return column + writeYamlFlow(value).length <= lineLength;
}

/**
 * The text behind `key:` or `-`, with a line break or a blank before it: groups and lists that fit go on the same
 * line, longer ones on lines of their own, indented by `indent` blanks. `block`: a map never goes on the same line.
 */
export function writeYamlAfter(
  value: JsonValue,
  options: { readonly indent: number; readonly eol: string; readonly block?: boolean },
): string {
  const { indent, eol } = options;
  const members = membersOf(value);
  const mustBreak = options.block === true && members !== null && members.length > 0;
  if (!mustBreak && fitsOnLine(value, indent)) return ` ${writeYamlFlow(value)}`;
  const margin = eol + ' '.repeat(indent);
  if (members) return members.map((member) => margin + writeYamlMember(member, options)).join('');
  const items = value as readonly JsonValue[];
  return items.map((item) => `${margin}-${writeYamlItem(item, options)}`).join('');
}

/** `key: value` in a block map that is indented by `indent` blanks. */
export function writeYamlMember(
  [key, value]: readonly [string, JsonValue],
  { indent, eol }: { readonly indent: number; readonly eol: string },
): string {
  const written = writeYamlScalar(key, { flow: false });
  return `${written}:${writeYamlAfter(value, { indent: indent + 2, eol })}`;
}

/** The text behind the dash of an item in a block list that is indented by `indent` blanks; a long map begins on the same line. */
export function writeYamlItem(
  value: JsonValue,
  options: { readonly indent: number; readonly eol: string; readonly block?: boolean },
): string {
  const inner = options.indent + 2;
  const written = writeYamlAfter(value, { ...options, indent: inner });
  const isBroken = written.startsWith(options.eol);
  return isBroken ? ` ${written.slice(options.eol.length + inner)}` : written;
}
