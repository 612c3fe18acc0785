import type { StaticValue } from '../../../model/staticValue';
import { enclosing } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { unknownValue } from '../staticValues';
import type { Evaluation } from './evaluation';
import { classTypes, functionTypes } from './functions';

const ownThis: ReadonlySet<string> = new Set([
  ...[...functionTypes].filter((type) => type !== 'arrow_function'),
  ...classTypes,
]);

/** The class whose instance `this` is at a place; null where it is none. */
function classAround(node: SyntaxNode): SyntaxNode | null {
  const owner = enclosing(node, ownThis);
  if (!owner) return null;
  if (classTypes.has(owner.type)) return owner;
  if (owner.type !== 'method_definition') return null;
  const holder = owner.parent?.parent ?? null;
  return holder && classTypes.has(holder.type) ? holder : null;
}

/** `this.name` at a place. */
export function thisMember(node: SyntaxNode, name: string, evaluation: Evaluation): StaticValue {
  const classNode = classAround(node);
  return classNode
    ? evaluation.instanceMember(classNode, name)
    : unknownValue(`\`this.${name}\` stands outside a class`);
}
