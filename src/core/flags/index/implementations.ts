import type { SourceFacts } from '../../model/sourceFacts';
import type {
  StaticMember,
  StaticMembers,
  StaticParameter,
  StaticValue,
} from '../../model/staticValue';
import type { Span } from '../../model/position';
import { unnamed } from '../reads/staticValues';
import type { ValueResolver } from './resolveValue';
import { declarationId } from './spanId';

/** A method or getter of a class that does what an interface or an abstract class only declares. */
export interface Implementation {
  /** `declarationId` of the class's own method or getter. */
  readonly id: string;
  readonly span: Span;
  readonly parameters: readonly StaticParameter[];
  /** `declarationId` of what is declared. */
  readonly declaredId: string;
}

type ClassValue = StaticValue & { readonly kind: 'class' };

const deepest = 4;

/** The classes a file exports, within objects and classes included. */
function classesIn(value: StaticValue, depth = 0): readonly ClassValue[] {
  const inner = unnamed(value);
  if (depth > deepest) return [];
  const inside = (members: readonly StaticMember[]) =>
    members.flatMap((member) => classesIn(member.value, depth + 1));
  if (inner.kind === 'object') return inside(Object.values(inner.members));
  return inner.kind === 'class' ? [inner, ...inside(Object.values(inner.statics))] : [];
}

function placeOf({ span, value }: StaticMember): Span {
  const inner = unnamed(value);
  return inner.kind === 'function' ? (inner.name ?? span) : span;
}

function membersOf(
  file: string,
  members: StaticMembers,
  bases: readonly StaticValue[],
  resolver: ValueResolver,
): readonly Implementation[] {
  const implementations: Implementation[] = [];
  for (const base of bases) {
    const resolved = resolver.instance(base, file);
    for (const [name, member] of Object.entries(members)) {
      const { declared, value } = resolver.member(resolved, name);
      if (!declared) continue;
      const own = unnamed(member.value);
      const isFunction = own.kind === 'function';
      if ((value.kind === 'function') !== isFunction) continue;
      if (value.kind === 'function' && !value.isDeclaredOnly) continue;
      const declaredAt = value.kind === 'function' ? (value.name ?? declared.span) : declared.span;
      const span = placeOf(member);
      implementations.push({
        id: declarationId(file, span),
        span,
        parameters: isFunction ? (own.parameters ?? []) : [],
        declaredId: declarationId(declared.file, declaredAt),
      });
    }
  }
  return implementations;
}

/** What the classes of a file, and objects written as values of a type, do that interfaces and abstract classes declare. */
export function implementationsIn(
  file: string,
  source: SourceFacts,
  resolver: ValueResolver,
): readonly Implementation[] {
  const ofClasses = Object.values(source.exports)
    .flatMap(({ value }) => classesIn(value))
    .flatMap(({ instance, bases = [] }) => membersOf(file, instance, bases, resolver));
  const ofObjects = (source.objects ?? []).flatMap(({ members, type }) =>
    membersOf(file, members, [type], resolver),
  );
  return [...ofClasses, ...ofObjects];
}
