import type { TextEdit } from '../../model/textEdit';
import { memberOf, readJson, type JsonNode } from '../../syntax/jsonDocument';
import { canSetExpiry } from './canSetExpiry';
import { editYaml } from '../../syntax/yamlEdit';

/** A flag's new last day: `2027-03-01`. */
export interface NewExpiry {
  readonly key: string;
  readonly date: string;
}

/** What follows the opening brace of an object: as its first member does, or on one line. */
function memberInside(
  text: string,
  object: JsonNode & { kind: 'object' },
  member: string,
): TextEdit {
  const { start } = object.span;
  const at = { line: start.line, column: start.column + 1 };
  const [first] = object.members;
  const isOnOwnLine = first !== undefined && first.span.start.line > start.line;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const before = isOnOwnLine ? (text.split(/\r\n|\n|\r/)[first.span.start.line] ?? '') : '';
  const indent = isOnOwnLine ? eol + before.slice(0, first.span.start.column) : ' ';
  const end = first === undefined ? ' ' : ',';
  return { span: { start: at, end: at }, newText: `${indent}${member}${end}` };
}

function inJson(
  format: string,
  text: string,
  { key, date }: NewExpiry,
): readonly TextEdit[] | null {
  const { value, diagnostics } = readJson(text);
  if (diagnostics.some(({ severity }) => severity === 'error')) return null;
  const flags = format === 'flagd' ? memberOf(value ?? undefined, 'flags') : value;
  const flag = memberOf(flags ?? undefined, key);
  if (flag?.kind !== 'object') return null;
  const metadata = memberOf(flag, 'metadata');
  const day = JSON.stringify(date);
  if (metadata === undefined)
    return [memberInside(text, flag, `"metadata": { "expires": ${day} }`)];
  if (metadata.kind !== 'object') return null;
  const expires = memberOf(metadata, 'expires');
  if (expires !== undefined) return [{ span: expires.span, newText: day }];
  return [memberInside(text, metadata, `"expires": ${day}`)];
}

/**
 * Edits that make a definition say until when its flag is to live, as `metadata.expires`. Null where the file cannot be read or changed,
 * or lacks the flag.
 */
export function setExpiry(
  format: string,
  file: string,
  text: string,
  expiry: NewExpiry,
): readonly TextEdit[] | null {
  if (!canSetExpiry(format, file)) return null;
  if (/\.json$/i.test(file)) return inJson(format, text, expiry);
  const start = format === 'flagd' ? ['flags', expiry.key] : [expiry.key];
  const edit = { path: [...start, 'metadata', 'expires'], value: expiry.date };
  return editYaml(text, [edit], { keyOrder: () => [] }).value;
}
