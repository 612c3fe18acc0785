import type { Reading } from '../model/diagnostic';
import type { JsonMember, JsonNode } from './jsonDocument';
import { readYaml, type YamlDocument } from './yamlDocument';
import type { YamlEntry, YamlNode } from './yamlNode';

function memberOf(entry: YamlEntry, document: YamlDocument): JsonMember {
  const { text, positions } = document;
  const quoted = /["']/.test(text.charAt(entry.keyStart)) ? 1 : 0;
  return {
    key: entry.key,
    keySpan: positions.spanOf(entry.keyStart + quoted, entry.keyEnd - quoted),
    span: positions.spanOf(entry.keyStart, entry.end),
    value: nodeOf(entry.value, document),
  };
}

function nodeOf(node: YamlNode, document: YamlDocument): JsonNode {
  const span = document.positions.spanOf(node.start, node.end);
  switch (node.kind) {
    case 'scalar':
      return { kind: 'scalar', span, value: node.value };
    case 'alias':
      return { ...nodeOf(node.target, document), span };
    case 'list':
      return { kind: 'array', span, items: node.items.map(({ value }) => nodeOf(value, document)) };
    case 'map':
      return {
        kind: 'object',
        span,
        members: node.entries.map((entry) => memberOf(entry, document)),
      };
  }
}

/**
 * Reads a YAML text as the data it holds, with places, in the form of a JSON document. Null where the text has an error
 * that leaves its meaning open. What is read of a repeated key is the last one. Never throws.
 */
export function readYamlTree(text: string): Reading<JsonNode | null> {
  const { value, diagnostics } = readYaml(text);
  return { value: value && nodeOf(value.root, value), diagnostics };
}
