import type { StaticValue } from '../../../model/staticValue';
import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { staticArguments } from './calls';
import { extendedClass } from './classes';
import type { Evaluation } from './evaluation';
import { identityOf, parametersOf } from './functions';

function constructorOf(classNode: SyntaxNode): SyntaxNode | undefined {
  const body = classNode.childForFieldName('body');
  return (body ? codeChildren(body) : []).find(
    (node) =>
      node.type === 'method_definition' && node.childForFieldName('name')?.text === 'constructor',
  );
}

/** What a class extends, constructed as its own constructor does. */
function extended(classNode: SyntaxNode, evaluation: Evaluation): readonly StaticValue[] {
  const base = extendedClass(classNode);
  if (!base) return [];
  const constructor = constructorOf(classNode);
  const call = constructor
    ? descendants(constructor, 'call_expression').find(
        (each) => each.childForFieldName('function')?.type === 'super',
      )
    : undefined;
  const given = call ? staticArguments(call, evaluation) : [];
  const of = evaluation.value(base);
  return [{ kind: 'construct', of, ...(given.length > 0 && { arguments: given }) }];
}

function implemented(classNode: SyntaxNode, evaluation: Evaluation): readonly StaticValue[] {
  return codeChildren(classNode)
    .filter(({ type }) => type === 'class_heritage')
    .flatMap(codeChildren)
    .filter(({ type }) => type === 'implements_clause')
    .flatMap(codeChildren)
    .flatMap((type) => evaluation.type(type) ?? []);
}

/** A class as a value: its members, its constructor's parameters, and what it extends and implements. */
export function classValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const name = identityOf(node, evaluation);
  const constructor = constructorOf(node);
  const bases = [...extended(node, evaluation), ...implemented(node, evaluation)];
  return {
    kind: 'class',
    instance: evaluation.instance(node),
    statics: evaluation.statics(node),
    ...(name && {
      name,
      parameters: constructor ? parametersOf(constructor, evaluation) : [],
    }),
    ...(bases.length > 0 && { bases }),
  };
}
