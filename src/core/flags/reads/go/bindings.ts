import type { StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { namedValue, otherValue, unknownValue, unnamed } from '../staticValues';
import type { Binding, Declaration } from './binding';
import type { Evaluation } from './evaluation';
import { parameterValue } from './functions';
import { elementsOf, resultAt } from './members';
import { typeReference } from './structs';

function isOfIota(value: SyntaxNode): boolean {
  return value.type === 'iota' || /^\w+\(iota\)$/.test(value.text);
}

function constantValue(
  { value, iota }: Declaration & { readonly kind: 'constant' },
  evaluation: Evaluation,
): StaticValue {
  if (!value) return otherValue;
  return isOfIota(value) ? { kind: 'literal', value: iota, span: null } : evaluation.value(value);
}

function variableValue(
  { value, type, index }: Declaration & { readonly kind: 'variable' },
  evaluation: Evaluation,
): StaticValue {
  const typed = type ? evaluation.type(type) : null;
  if (typed?.kind === 'sdk') return typed;
  const given = value ? resultAt(evaluation.value(value), index) : null;
  const isSettled = given !== null && given.kind !== 'unknown' && given.kind !== 'other';
  return isSettled ? given : (typed ?? given ?? otherValue);
}

function canBeKey(value: StaticValue): boolean {
  const inner = unnamed(value);
  return (
    inner.kind === 'concat' ||
    inner.kind === 'one-of' ||
    inner.kind === 'object' ||
    (inner.kind === 'literal' && typeof inner.value === 'string')
  );
}

/** The value of a declared name. */
export function boundValue(binding: Binding, evaluation: Evaluation): StaticValue {
  const { declaration, name } = binding;
  switch (declaration.kind) {
    case 'import':
      return { kind: 'import', module: declaration.module, name: '*', space: 'value' };
    case 'constant': {
      const value = constantValue(declaration, evaluation);
      return namedValue(name, evaluation.spanOf(declaration.nameNode), value);
    }
    case 'variable': {
      const value = variableValue(declaration, evaluation);
      if (canBeKey(value) && evaluation.scopes.isAssigned(binding)) {
        return unknownValue(`\`${name}\` changes while the program runs`);
      }
      return namedValue(name, evaluation.spanOf(declaration.nameNode), value);
    }
    case 'element':
      return elementsOf(evaluation.value(declaration.of));
    case 'receiver':
    case 'result': {
      const type = declaration.parameter.childForFieldName('type');
      return (
        (type && evaluation.type(type)) ?? unknownValue(`\`${name}\` is set while the program runs`)
      );
    }
    case 'parameter': {
      const { owner, nameNode, parameter } = declaration;
      return parameterValue(owner, nameNode, parameter, evaluation);
    }
    case 'function':
      return evaluation.function(declaration.node);
    case 'type':
      return typeReference(name);
    case 'opaque':
      return unknownValue(`\`${name}\` is ${declaration.what}`);
  }
}
