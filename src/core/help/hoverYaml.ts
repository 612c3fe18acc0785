import type { Position, Span } from '../model/position';
import { fieldAt } from '../schema/fieldNode';
import { textPositions } from '../syntax/textPositions';
import { yamlPlaceAt } from '../syntax/yamlOutline';
import { unquoted } from '../syntax/yamlPlace';
import { fieldMarkdown } from './fieldMarkdown';
import { fieldsOfKind, type YamlSchemaKind } from './yamlFileKinds';

/** Help for one place of a text. */
export interface YamlHover {
  /** The word that it is about. */
  readonly span: Span;
  readonly markdown: string;
}

/** What the key or the value at a position means; null where there is none, or one that the schema does not know. Also for texts that are not valid YAML. */
export function hoverYaml(
  kind: YamlSchemaKind,
  text: string,
  position: Position,
): YamlHover | null {
  const positions = textPositions(text);
  const { role, path, start, end } = yamlPlaceAt(text, positions.offsetAt(position));
  if (role === 'none' || start === end) return null;
  const named = role === 'key' ? [...path, unquoted(text.slice(start, end))] : path;
  const keyAt = named.findLastIndex((segment) => typeof segment === 'string');
  // A plain item of a list is explained by the list.
  const explained = [named, named.slice(0, keyAt + 1)]
    .map((at) => fieldAt(fieldsOfKind(kind), at))
    .find((field) => field?.help);
  if (!explained || keyAt < 0) return null;
  return {
    span: positions.spanOf(start, end),
    markdown: fieldMarkdown(String(named[keyAt]), explained),
  };
}
