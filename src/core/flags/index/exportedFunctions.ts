import type { SourceFacts } from '../../model/sourceFacts';
import type { StaticMembers, StaticValue } from '../../model/staticValue';
import type { Span } from '../../model/position';
import { unnamed } from '../reads/staticValues';

/** A function or method among what a file exports, with its name and the place of that. */
export interface ExportedFunction {
  readonly called: string;
  readonly span: Span;
  readonly value: StaticValue & { readonly kind: 'function' };
}

const deepest = 3;

function functionsIn(
  called: string,
  value: StaticValue,
  span: Span,
  depth = 0,
): readonly ExportedFunction[] {
  const inner = unnamed(value);
  if (depth > deepest) return [];
  const inside = (members: StaticMembers) =>
    Object.entries(members).flatMap(([name, member]) =>
      functionsIn(name, member.value, member.span, depth + 1),
    );
  switch (inner.kind) {
    case 'function':
      return [{ called, span: inner.name ?? span, value: inner }];
    case 'object':
      return inside(inner.members);
    case 'class':
      return [...inside(inner.instance), ...inside(inner.statics)];
    case 'one-of':
      return inner.values.flatMap((each) => functionsIn(called, each, span, depth + 1));
    default:
      return [];
  }
}

/** The functions and methods among what a file exports. */
export function exportedFunctions(source: SourceFacts): readonly ExportedFunction[] {
  const exported = [...Object.values(source.exports), ...Object.values(source.exportedTypes)];
  return exported.flatMap(({ name, value, span }) => functionsIn(name, value, span));
}
