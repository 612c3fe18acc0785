import type { JsonValue } from '../../model/json';
import type { TextEdit } from '../../model/textEdit';
import { memberOf, readJson, type JsonNode } from '../../syntax/jsonDocument';
import { textPositions } from '../../syntax/textPositions';

/** A flag that is to be defined so that everyone gets its default, as without a definition. */
export interface NewDefinition {
  readonly key: string;
  readonly value: JsonValue;
}

function manifestType(value: JsonValue): string {
  // Whole numbers too: a default of 1 does not say that 1.5 is never served.
  if (typeof value === 'number') return 'float';
  return typeof value === 'object' ? 'object' : typeof value;
}

function flagdEntry(value: JsonValue): JsonValue {
  const variants = typeof value === 'boolean' ? { on: true, off: false } : { default: value };
  const defaultVariant = typeof value === 'boolean' ? (value ? 'on' : 'off') : 'default';
  return { state: 'ENABLED', variants, defaultVariant };
}

/** What an entry is in each format that Flaglab can write into. */
const entries: Readonly<Record<string, (value: JsonValue) => JsonValue>> = {
  flagd: flagdEntry,
  'openfeature-manifest': (value) => ({
    flagType: manifestType(value),
    defaultValue: value,
    description: '',
  }),
};

/** Whether a flag with this default can be added to a file of this format. */
export function canAddDefinition(format: string, value: JsonValue): boolean {
  return Object.hasOwn(entries, format) && value !== null && !Array.isArray(value);
}

/** Blanks before the first character of the line that an offset is in, if nothing else stands before the offset. */
function indentBefore(text: string, offset: number): string | null {
  const lineStart =
    Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  return /^[ \t]*$/.test(before) ? before : null;
}

function insertion(
  text: string,
  flags: JsonNode & { kind: 'object' },
  json: string,
  key: string,
): TextEdit {
  const positions = textPositions(text);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const last = flags.members.at(-1);
  const name = JSON.stringify(key);
  if (!last) {
    const at = positions.offsetAt(flags.span.start) + 1;
    const end = positions.offsetAt(flags.span.end) - 1;
    const body = `${eol}    ${name}: ${json.replaceAll('\n', `${eol}    `)}${eol}  `;
    return { span: positions.spanOf(at, end), newText: body };
  }
  const indent = indentBefore(text, positions.offsetAt(last.span.start));
  const body =
    indent === null
      ? ` ${name}: ${JSON.stringify(JSON.parse(json))}`
      : `${eol}${indent}${name}: ${json.replaceAll('\n', eol + indent)}`;
  return { span: { start: last.span.end, end: last.span.end }, newText: `,${body}` };
}

/**
 * The edit that adds a flag at the end of a definition file of flagd or an OpenFeature manifest, in the file's own indentation.
 * Null where the file cannot be read, has the key already, or is of another format.
 */
export function newDefinition(
  format: string,
  text: string,
  { key, value }: NewDefinition,
): TextEdit | null {
  const { value: root, diagnostics } = readJson(text);
  const flags = memberOf(root ?? undefined, 'flags');
  const isBroken = diagnostics.some(({ severity }) => severity === 'error');
  if (isBroken || flags?.kind !== 'object' || !canAddDefinition(format, value)) return null;
  if (flags.members.some((member) => member.key === key)) return null;
  const unit = /^\t/m.test(text) ? '\t' : 2;
  const json = JSON.stringify(entries[format]?.(value), null, unit);
  return insertion(text, flags, json, key);
}
