import type { JsonValue } from '../model/json';
import type { Position, Span } from '../model/position';
import { fieldAt, type FieldNode, fieldsOf } from '../schema/fieldNode';
import { expectedOf } from '../schema/fieldText';
import { textPositions } from '../syntax/textPositions';
import { writeYamlFlow, writeYamlScalar } from '../syntax/writeYamlValue';
import { yamlPlaceAt } from '../syntax/yamlOutline';
import type { YamlPlace } from '../syntax/yamlPlace';
import { fieldMarkdown } from './fieldMarkdown';
import { fieldsOfKind, type YamlSchemaKind } from './yamlFileKinds';
import { SnippetWriter } from './yamlSnippet';

/** Something that can be typed at a position. */
export interface CompletionEntry {
  readonly kind: 'key' | 'value';
  readonly label: string;
  /** Half a sentence beside the label: the field's title, or why a value is offered. */
  readonly detail: string;
  readonly markdown: string;
  /** Text to replace; empty where nothing is typed yet. */
  readonly span: Span;
  /** In the snippet syntax of editors: `${1:0.05}`, `${1|one,two|}`. Further lines are indented as the first. */
  readonly snippet: string;
  /** Entries come in this order, whatever their labels are. */
  readonly sortText: string;
}

interface Context {
  readonly place: YamlPlace;
  readonly span: Span;
  /** What has to stand before what is inserted: a blank behind a colon or a dash. */
  readonly before: string;
  /** The key at the place has its colon already. */
  readonly hasColon: boolean;
}

function sortText(index: number, field: FieldNode): string {
  const rank = field.help?.reserved ? 2 : field.required ? 0 : 1;
  return `${rank}${String(index).padStart(3, '0')}`;
}

/** What a user would write first: of a choice all, else the default, else the example. */
function valueSnippet(field: FieldNode, writer: SnippetWriter): string {
  const { shape, help } = field;
  if (shape.kind === 'choice') {
    const first = field.default;
    const values = shape.values.toSorted(
      (one, other) => Number(other === first) - Number(one === first),
    );
    return writer.choice(values);
  }
  if (shape.kind === 'boolean') return writer.choice([true, false]);
  const usable = field.default !== undefined && field.default !== '' ? field.default : null;
  const isEmpty = typeof usable === 'object';
  return writer.value(isEmpty ? (help?.example ?? '') : usable);
}

function keyEntries(context: Context, field: FieldNode): readonly CompletionEntry[] {
  const { place, span, before, hasColon } = context;
  const taken = new Set(place.present);
  const shape = narrowed(field, taken);
  return [...fieldsOf(shape.shape)].flatMap(([key, inner], index): CompletionEntry[] => {
    if (taken.has(key)) return [];
    const written = writeYamlScalar(key, { flow: place.flow });
    const value = valueSnippet(inner, new SnippetWriter(place.flow));
    const behind = value.startsWith('\n') ? `:${value}` : `: ${value}`;
    return [
      {
        kind: 'key',
        label: key,
        detail: inner.help?.title ?? '',
        markdown: fieldMarkdown(key, inner),
        span,
        snippet: before + written + (hasColon ? '' : behind),
        sortText: sortText(index, inner),
      },
    ];
  });
}

/** Of several shapes the one that the keys already there belong to. */
function narrowed(field: FieldNode, taken: ReadonlySet<string>): FieldNode {
  if (field.shape.kind !== 'either') return field;
  const begun = field.shape.options.find(({ shape }) =>
    [...fieldsOf(shape).keys()].some((key) => taken.has(key)),
  );
  return begun ?? field;
}

interface Proposal {
  readonly value: JsonValue;
  readonly detail: string;
}

function proposalsFor(field: FieldNode): readonly Proposal[] {
  const { shape, help } = field;
  const isDefault = (value: JsonValue) => (value === field.default ? 'default' : '');
  if (shape.kind === 'choice') {
    return shape.values.map((value) => ({ value, detail: isDefault(value) }));
  }
  if (shape.kind === 'boolean') {
    return [true, false].map((value) => ({ value, detail: isDefault(value) }));
  }
  if (shape.kind === 'either') {
    const scalars = shape.options.flatMap(proposalsFor);
    if (scalars.length) return scalars;
  }
  const example = help ? [{ value: help.example, detail: 'example' }] : [];
  const isScalar = typeof field.default !== 'object' && field.default !== undefined;
  if (!isScalar || field.default === '') return example;
  const others = example.filter(({ value }) => value !== field.default);
  return [{ value: field.default, detail: 'default' }, ...others];
}

function valueEntries(context: Context, field: FieldNode): readonly CompletionEntry[] {
  const { place, span, before } = context;
  return proposalsFor(field).map(({ value, detail }, index) => {
    const isScalar = typeof value !== 'object' || value === null;
    const written = isScalar
      ? writeYamlScalar(value, { flow: place.flow }).replace(/[$}\\]/g, '\\$&')
      : new SnippetWriter(place.flow).value(value);
    const key = place.path.findLast((segment) => typeof segment === 'string') ?? '';
    return {
      kind: 'value',
      label: isScalar ? String(value) : writeYamlFlow(value),
      detail: detail || expectedOf(field),
      markdown: fieldMarkdown(key, field),
      span,
      snippet: written.startsWith('\n') ? written : before + written,
      sortText: `0${String(index).padStart(3, '0')}`,
    };
  });
}

/** A whole item of a list of groups, as the list's example shows it. */
function itemExample(root: FieldNode, path: YamlPlace['path']): FieldNode | null {
  const list = fieldAt(root, path.slice(0, -1));
  const item = fieldAt(root, path);
  const examples = list?.help?.example;
  if (!item || !Array.isArray(examples) || examples[0] === undefined) return item ?? null;
  const example = (examples[Number(path.at(-1))] ?? examples[0]) as JsonValue;
  return {
    ...item,
    help: { title: list?.help?.title ?? '', description: list?.help?.description ?? '', example },
  };
}

function contextOf(text: string, place: YamlPlace, span: Span): Context {
  const previous = text[place.start - 1];
  const needsBlank =
    (place.role === 'value' && previous === ':') || (place.role === 'item' && previous === '-');
  const hasColon = /^[ \t]*:/.test(text.slice(place.end, place.end + 100));
  return { place, span, before: needsBlank ? ' ' : '', hasColon };
}

/**
 * What can be typed at a position: keys that the group does not have yet, with a value to fill in, or values. Works in
 * block and flow style, in an empty file, and while the text is not valid YAML.
 */
export function completeYaml(
  kind: YamlSchemaKind,
  text: string,
  position: Position,
): readonly CompletionEntry[] {
  const positions = textPositions(text);
  const place = yamlPlaceAt(text, positions.offsetAt(position));
  const root = fieldsOfKind(kind);
  const field = fieldAt(root, place.path);
  if (place.role === 'none' || !field) return [];
  const context = contextOf(text, place, positions.spanOf(place.start, place.end));
  if (place.role === 'key' && field.shape.kind === 'list') {
    const item = itemExample(root, [...place.path, 0]);
    return item ? valueEntries({ ...context, before: '- ' }, item) : [];
  }
  if (place.role === 'key') return keyEntries(context, field);
  if (place.role === 'value') return valueEntries(context, field);
  const item = itemExample(root, place.path) ?? field;
  const keys = place.flow ? [] : keyEntries(context, field);
  return [...valueEntries(context, item), ...keys];
}
