import type { JsonPath, JsonValue } from '../model/json';
import type { Replacement } from './editedText';
import { jsonNested } from './jsonEdit';
import {
  fitsOnLine,
  membersOf,
  writeYamlAfter,
  writeYamlFlow,
  writeYamlScalar,
} from './writeYamlValue';
import { writeYamlBlockString } from './yamlDocument';
import type { YamlNode, YamlScalar } from './yamlNode';
import type { YamlPlaces } from './yamlPlaces';

/** What a node belongs to. */
export interface Owner {
  /** Offset behind the colon or dash; null for a whole document or for an item of a flow list. */
  readonly behind: number | null;
  /** A key without colon (`{ a }`) needs one. */
  readonly lacksColon: boolean;
  /** Column of the key or dash; -2 for a whole document. */
  readonly column: number;
  /** The node stands within braces or brackets. */
  readonly inFlow: boolean;
}

/** A `|` or `>` scalar again as one, with the indentation it had; null where the new text does not suit it. */
function blockScalar(places: YamlPlaces, node: YamlScalar, value: string, column: number) {
  if (value === '' || (node.style !== 'literal' && node.style !== 'folded')) return null;
  const written = writeYamlBlockString(value, node.style);
  if (!/^[|>]/.test(written)) return null;
  const old = places.text.slice(node.start, node.end);
  const margin = /[\r\n]([ ]+)[^\s]/.exec(old)?.[1] ?? ' '.repeat(column + 2);
  const [header = '', ...lines] = written.split('\n');
  const indented = lines.map((line) => (line.trim() ? margin + line.slice(2) : ''));
  const end = places.isBehindLineBreak(node.end) ? places.eol : '';
  return [header, ...indented].join(places.eol) + end;
}

function fillEmpty(
  places: YamlPlaces,
  node: YamlNode,
  value: JsonValue,
  owner: Owner,
): readonly Replacement[] {
  const { behind, inFlow, column, lacksColon } = owner;
  if (behind === null) {
    const members = membersOf(value);
    const isOnNewLine =
      node.start === 0 ||
      places.isBehindLineBreak(node.start) ||
      places.text[node.start - 1] === '\uFEFF';
    const before = isOnNewLine ? '' : places.eol;
    const written = members?.length
      ? writeYamlAfter(value, { indent: 0, eol: places.eol, block: true }).slice(places.eol.length)
      : writeYamlFlow(value);
    return [{ start: node.start, end: node.start, newText: before + written + places.eol }];
  }
  const colon = lacksColon ? ':' : '';
  if (inFlow || fitsOnLine(value, column)) {
    return [{ start: behind, end: behind, newText: `${colon} ${writeYamlFlow(value, inFlow)}` }];
  }
  const at = places.lineEnd(behind);
  const newText = colon + writeYamlAfter(value, { indent: column + 2, eol: places.eol });
  return [{ start: at, end: at, newText }];
}

/** Several ways to put a value in a node's place, the nicest first. The caller takes the first that means what it should. */
export function replaceNode(
  places: YamlPlaces,
  node: YamlNode,
  value: JsonValue,
  owner: Owner,
): readonly (readonly Replacement[])[] {
  const { start, end } = node;
  if (start === end) return [fillEmpty(places, node, value, owner)];
  const { behind, inFlow, column } = owner;
  const tail = places.isBehindLineBreak(end) && behind !== null ? places.eol : '';
  const inPlace = (newText: string): readonly Replacement[] => [
    { start, end, newText: newText + tail },
  ];
  if (typeof value === 'string' && node.kind === 'scalar') {
    const block = blockScalar(places, node, value, column);
    const styled = inPlace(writeYamlScalar(value, { flow: inFlow, style: node.style }));
    const quoted = inPlace(writeYamlScalar(value, { flow: inFlow, style: 'double-quoted' }));
    return block ? [[{ start, end, newText: block }], styled, quoted] : [styled, quoted];
  }
  const wasOnLine = node.kind === 'scalar' || node.kind === 'alias' || node.flow;
  if (inFlow || behind === null || (wasOnLine && fitsOnLine(value, column))) {
    return [inPlace(writeYamlFlow(value, inFlow))];
  }
  const newText = writeYamlAfter(value, { indent: column + 2, eol: places.eol }) + tail;
  return [[{ start: behind, end, newText }]];
}

/** The value that has to be put where the path ends too early; null where the rest of the path cannot be made. */
export function missingValue(rest: JsonPath, value: JsonValue): JsonValue | null {
  const canBeMade = rest.every((segment) => typeof segment === 'string' || segment === 0);
  return canBeMade ? jsonNested(rest, value) : null;
}
