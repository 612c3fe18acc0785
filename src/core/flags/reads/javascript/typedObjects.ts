import type { TypedObject } from '../../../model/sourceFacts';
import type { StaticValue } from '../../../model/staticValue';
import { codeChildren, descendants, enclosing } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { unnamed } from '../staticValues';
import type { Evaluation } from './evaluation';
import { functionTypes } from './functions';
import type { FoundCandidate } from './surroundings';

/** Functions that give what the function they are given returns, or what they are given. */
const handOn: ReadonlySet<string> = new Set(['useMemo', 'useCallback', 'freeze', 'seal']);

function annotated(node: SyntaxNode, field: string, evaluation: Evaluation): StaticValue | null {
  const type = node.childForFieldName(field);
  return type ? evaluation.type(type) : null;
}

function isResultOf(node: SyntaxNode, parent: SyntaxNode): boolean {
  return parent.type === 'arrow_function' && parent.childForFieldName('body')?.id === node.id;
}

/** The type of which an expression is written as a value: `const a: Type = ...`, `(): Type => ...`, `... as Type`. */
function typeAround(node: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const { parent } = node;
  switch (parent?.type) {
    case 'variable_declarator':
    case 'public_field_definition':
      return annotated(parent, 'type', evaluation);
    case 'as_expression':
    case 'satisfies_expression': {
      const type = codeChildren(parent)[1];
      return type ? evaluation.type(type) : null;
    }
    case 'parenthesized_expression':
      return typeAround(parent, evaluation);
    case 'arguments': {
      const call = parent.parent;
      const callee = call?.childForFieldName('function');
      const name = callee?.childForFieldName('property')?.text ?? callee?.text ?? '';
      return call && handOn.has(name) ? typeAround(call, evaluation) : null;
    }
    case 'return_statement': {
      const owner = enclosing(parent, functionTypes);
      return owner && typeOfResult(owner, evaluation);
    }
    default:
      return parent && isResultOf(node, parent) ? typeOfResult(parent, evaluation) : null;
  }
}

function typeOfResult(owner: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const own = annotated(owner, 'return_type', evaluation);
  return own ?? (owner.parent?.type === 'arguments' ? typeAround(owner, evaluation) : null);
}

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
      const type = typeAround(object, evaluation);
      const value = type && unnamed(evaluation.value(object));
      return type && value?.kind === 'object' ? [{ members: value.members, type }] : [];
    });
}
