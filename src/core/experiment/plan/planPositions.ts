import type { JsonPath } from '../../model/json';
import type { Span } from '../../model/position';
import { readYaml } from '../../syntax/yamlDocument';
import { childOf, type YamlNode } from '../../syntax/yamlNode';

/** Where the values of a plan file stand in its text. */
export interface PlanPositions {
  /** The text of the value at a path; of a key without value, the key. Null where there is none. */
  valueSpan(path: JsonPath): Span | null;
  /** The key (or, for an item of a list, the item) that the path ends with; of a path that leads nowhere, the last that is there. */
  nearestSpan(path: JsonPath): Span | null;
}

interface Place {
  readonly depth: number;
  readonly name: readonly [number, number];
  readonly value: readonly [number, number];
}

function walk(root: YamlNode, path: JsonPath): Place {
  let place: Place = { depth: 0, name: [root.start, root.start], value: [root.start, root.end] };
  let node = root;
  for (const segment of path) {
    while (node.kind === 'alias') node = node.target;
    const child = childOf(node, segment);
    if (!child) break;
    node = child.value;
    const name =
      'key' in child
        ? ([child.keyStart, child.keyEnd] as const)
        : ([child.start, child.end] as const);
    const value = node.start < node.end ? ([node.start, node.end] as const) : name;
    place = { depth: place.depth + 1, name, value };
  }
  return place;
}

/** Where things stand in a plan file. For a text that is no valid YAML nothing is known. Never throws. */
export function planPositions(text: string): PlanPositions {
  const { value: document } = readYaml(text);
  if (!document) return { valueSpan: () => null, nearestSpan: () => null };
  const { root, positions } = document;
  return {
    valueSpan: (path) => {
      const { depth, value } = walk(root, path);
      return depth === path.length ? positions.spanOf(...value) : null;
    },
    nearestSpan: (path) => positions.spanOf(...walk(root, path).name),
  };
}
