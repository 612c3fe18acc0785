import type { Span } from '../../../model/position';
import type { ReadCandidate } from '../../../model/sourceFacts';
import type { StaticValue } from '../../../model/staticValue';
import type { TextPositions } from '../../../syntax/textPositions';

/** The functions whose parameters a value is, or is a part of; a function itself. */
function owners(value: StaticValue): readonly Span[] {
  switch (value.kind) {
    case 'parameter':
      return [value.owner];
    case 'function':
      return value.name ? [value.name] : [];
    case 'named':
      return owners(value.value);
    case 'member':
    case 'call':
    case 'construct':
      return owners(value.of);
    case 'concat':
      return value.parts.flatMap(owners);
    case 'one-of':
      return value.values.flatMap(owners);
    default:
      return [];
  }
}

function valuesIn(candidate: ReadCandidate): readonly StaticValue[] {
  switch (candidate.kind) {
    case 'call':
      return candidate.arguments.map(({ value }) => value);
    case 'element':
      return Object.values(candidate.attributes).map(({ value }) => value);
    case 'property':
      return [candidate.property.value];
  }
}

/** The names of the functions that candidates stand in, by the place of the declared name. */
export function declaredNames(
  candidates: readonly ReadCandidate[],
  text: string,
  positions: TextPositions,
): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const candidate of candidates) {
    const { within = [], returnedBy } = candidate;
    const given = [candidate.callee, ...valuesIn(candidate)].flatMap(owners);
    for (const { start, end } of [...within, ...(returnedBy ? [returnedBy] : []), ...given]) {
      const name = text.slice(positions.offsetAt(start), positions.offsetAt(end));
      if (name !== '') names[`${start.line}:${start.column}`] = name;
    }
  }
  return names;
}
