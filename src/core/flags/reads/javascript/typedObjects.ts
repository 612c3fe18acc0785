import type { TypedObject } from '../../../model/sourceFacts';
import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { unnamed } from '../staticValues';
import type { Evaluation } from './evaluation';
import { functionTypes } from './functions';
import type { FoundCandidate } from './surroundings';
import { typeAround } from './typeAround';

/** Whether a member of an object is a function around one of these places. Asks no node for its parent: that costs much. */
function holdsOne(object: SyntaxNode, places: readonly SyntaxNode[]): boolean {
  return codeChildren(object).some((member) => {
    const owner = member.type === 'pair' ? member.childForFieldName('value') : member;
    return (
      owner !== null &&
      functionTypes.has(owner.type) &&
      places.some(
        ({ startIndex, endIndex }) => startIndex > owner.startIndex && endIndex <= owner.endIndex,
      )
    );
  });
}

/** Objects with functions around candidates that are written as values of a type. */
export function typedObjects(
  found: readonly FoundCandidate[],
  evaluation: Evaluation,
): readonly TypedObject[] {
  if (found.length === 0) return [];
  const places = found.map(({ node }) => node);
  return descendants(evaluation.root, 'object')
    .filter((object) => holdsOne(object, places))
    .flatMap((object) => {
      const around = typeAround(object);
      const type = around && evaluation.type(around);
      const value = type && unnamed(evaluation.value(object));
      return type && value?.kind === 'object' ? [{ members: value.members, type }] : [];
    });
}
