import type { JsonPath, JsonValue } from '../model/json';

/**
 * A YAML document's content as plain data. `start` and `end` are offsets of the node's own text:
 * without anchor, tag and comments, a block collection up to the end of its last value.
 */
export type YamlNode = YamlScalar | YamlMap | YamlList | YamlAlias;

export type YamlScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly style: YamlScalarStyle;
  readonly start: number;
  readonly end: number;
}

export interface YamlMap {
  readonly kind: 'map';
  /** Written with braces. */
  readonly flow: boolean;
  readonly entries: readonly YamlEntry[];
  readonly start: number;
  readonly end: number;
}

export interface YamlEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Offset behind the colon; null for a key alone (`{ a }`). */
  readonly colonEnd: number | null;
  readonly value: YamlNode;
  readonly end: number;
}

export interface YamlList {
  readonly kind: 'list';
  /** Written with brackets. */
  readonly flow: boolean;
  readonly items: readonly YamlItem[];
  readonly start: number;
  readonly end: number;
}

export interface YamlItem {
  /** Offset of the dash, or of the value in a flow list. */
  readonly start: number;
  readonly value: YamlNode;
  readonly end: number;
}

/** `*name`. `target` is the node it stands for. */
export interface YamlAlias {
  readonly kind: 'alias';
  readonly target: YamlNode;
  readonly start: number;
  readonly end: number;
}

/** What the node means as JSON, aliases followed. */
export function jsonOf(node: YamlNode): JsonValue {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'alias':
      return jsonOf(node.target);
    case 'list':
      return node.items.map(({ value }) => jsonOf(value));
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, jsonOf(value)]));
  }
}

/** The entry or item that `segment` names directly under `node`; of equal keys the last. Does not follow aliases. */
export function childOf(
  node: YamlNode,
  segment: string | number,
): YamlEntry | YamlItem | undefined {
  if (node.kind === 'map') return node.entries.findLast(({ key }) => key === segment);
  if (node.kind === 'list' && typeof segment === 'number') return node.items[segment];
  return undefined;
}

/** The node a path leads to, aliases followed on the way; undefined where there is none. */
export function nodeAt(root: YamlNode, path: JsonPath): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const segment of path) {
    while (node?.kind === 'alias') node = node.target;
    node = node && childOf(node, segment)?.value;
  }
  return node;
}
