import type { SourceFacts } from '../../model/sourceFacts';
import type { StaticMembers, StaticValue } from '../../model/staticValue';
import type { Span } from '../../model/position';
import { unnamed } from '../reads/staticValues';
import type { ValueResolver } from './resolveValue';
import { declarationId } from './spanId';
import { textsOfType } from './textsOfType';

/** A parameter that takes one of several texts, by its type: `(flag: 'a' | 'b') => boolean`. */
export interface KeyedParameter {
  /** `declarationId` of its function. */
  readonly id: string;
  /** What its function is called. */
  readonly called: string;
  readonly index: number;
  readonly name: string;
  readonly texts: readonly string[];
}

type FunctionValue = StaticValue & { readonly kind: 'function' };

const deepest = 3;

interface FoundFunction {
  readonly called: string;
  readonly span: Span;
  readonly value: FunctionValue;
}

/** Functions among what a file exports, with their names and the places of these. */
function functionsIn(
  called: string,
  value: StaticValue,
  span: Span,
  depth = 0,
): readonly FoundFunction[] {
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

/** The parameters of a file's exported functions and methods that take one of several texts. */
export function keyedParametersIn(
  file: string,
  source: SourceFacts,
  resolver: ValueResolver,
): readonly KeyedParameter[] {
  const exported = [...Object.values(source.exports), ...Object.values(source.exportedTypes)];
  return exported
    .flatMap(({ name, value, span }) => functionsIn(name, value, span))
    .flatMap(({ called, span, value }) =>
      (value.parameters ?? []).flatMap(({ name, type }, index) => {
        const texts = type ? textsOfType(type, file, resolver) : [];
        return texts.length > 0
          ? [{ id: declarationId(file, span), called, index, name, texts }]
          : [];
      }),
    );
}
