import type { StaticValue } from '../../../model/staticValue';
import type { TypeDeclaration } from './declaration';
import type { TypedEvaluation } from './typedEvaluation';

/** Where a type is declared: its namespace, and the names of the types around it and its own. */
interface TypePlace {
  readonly module: string;
  readonly path: readonly string[];
}

function addPlaces(type: TypeDeclaration, place: TypePlace, places: Map<number, TypePlace>): void {
  places.set(type.node.id, place);
  for (const member of type.members) {
    if (member.kind !== 'type' || member.name === null) continue;
    addPlaces(member, { ...place, path: [...place.path, member.name] }, places);
  }
}

/** The places of all types that other files can name, by the ids of their nodes. */
export function typePlaces({ grammar, header, root }: TypedEvaluation): Map<number, TypePlace> {
  const places = new Map<number, TypePlace>();
  for (const { declaration, below } of grammar.top(root)) {
    if (declaration.kind !== 'type' || declaration.name === null) continue;
    const module = joined(header.namespace, below);
    addPlaces(declaration, { module, path: [declaration.name] }, places);
  }
  return places;
}

/** `dotnet:Acme` and `Shop`: `dotnet:Acme.Shop`. */
export function joined(namespace: string, below: string): string {
  if (below === '') return namespace;
  return namespace.endsWith(':') ? `${namespace}${below}` : `${namespace}.${below}`;
}

/** A member of what is imported from a module, step by step. */
export function imported(
  module: string,
  path: readonly string[],
  orModules?: readonly string[],
): StaticValue {
  const [name = '*', ...rest] = path;
  const start: StaticValue = {
    kind: 'import',
    module,
    name,
    space: 'value',
    ...(orModules && { orModules }),
  };
  return rest.reduce<StaticValue>((of, step) => ({ kind: 'member', of, name: step }), start);
}

/** A type as other files would name it, so that its members stand in the facts once; a local one as its class. */
export function referenceOf(
  type: TypeDeclaration,
  places: ReadonlyMap<number, TypePlace>,
  evaluation: TypedEvaluation,
): StaticValue {
  const place = places.get(type.node.id);
  return place ? imported(place.module, place.path) : evaluation.classValue(type);
}
