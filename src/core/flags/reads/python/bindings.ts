import type { StaticValue } from '../../../model/staticValue';
import { sdkExport, sdkOfPackage } from '../sdkShapes';
import { namedValue, oneOf, otherValue, unknownValue, unnamed } from '../staticValues';
import type { Binding, Declaration } from './binding';
import { classValue } from './classes';
import type { Evaluation } from './evaluation';
import { parameterValue, receiverOf } from './functions';
import { classReference, elementOf, elementsOf } from './members';

/** What `from module import name` gives, and `import module` where `name` is `*`. */
function importedValue(module: string, name: string): StaticValue {
  const whole: StaticValue = { kind: 'import', module, name: '*', space: 'value' };
  if (name === '*') return whole;
  const exported = sdkExport(module, name, 'value');
  if (exported && exported.kind !== 'other') return exported;
  // `from ldclient import client`: a module of the package.
  const inner = module.endsWith('.') ? `${module}${name}` : `${module}.${name}`;
  if (sdkOfPackage(inner)) return { ...whole, module: inner };
  return exported ?? { kind: 'import', module, name, space: 'value' };
}

function declaredValue(
  declaration: Declaration,
  isOfModule: boolean,
  evaluation: Evaluation,
): StaticValue {
  switch (declaration.kind) {
    case 'import':
      return importedValue(declaration.module, declaration.name);
    case 'variable':
      return variableValue(declaration, evaluation);
    case 'element':
      return elementsOf(evaluation.value(declaration.of));
    case 'parameter': {
      const { owner, parameter, nameNode } = declaration;
      const isReceiver = receiverOf(owner, evaluation)?.id === nameNode.id;
      return isReceiver
        ? unknownValue(`\`${nameNode.text}\` is the object itself`)
        : parameterValue(owner, parameter, nameNode, evaluation);
    }
    case 'function':
      return evaluation.function(declaration.node);
    case 'class':
      return isOfModule
        ? classReference(declaration.nameNode.text, evaluation)
        : classValue(declaration.node, evaluation);
    case 'opaque':
      return unknownValue(`\`${declaration.nameNode.text}\` is ${declaration.what}`);
  }
}

function variableValue(
  { value, type, index }: Declaration & { readonly kind: 'variable' },
  evaluation: Evaluation,
): StaticValue {
  const typed = type ? evaluation.type(type) : null;
  if (typed?.kind === 'sdk') return typed;
  const whole = value ? evaluation.value(value) : null;
  const given = whole && index !== null ? elementOf(whole, index) : whole;
  const isSettled = given !== null && given.kind !== 'unknown' && !isNothing(given);
  if (isSettled) return given;
  return typed ?? given ?? otherValue;
}

function isNothing(value: StaticValue): boolean {
  return value.kind === 'other' || (value.kind === 'literal' && value.value === null);
}

function isText(value: StaticValue): boolean {
  const inner = unnamed(value);
  return (
    (inner.kind === 'literal' && typeof inner.value === 'string') ||
    inner.kind === 'concat' ||
    inner.kind === 'one-of'
  );
}

const constants: ReadonlySet<Declaration['kind']> = new Set(['variable']);

/** The value of a declared name: of all it is given, in whatever order the program does it. */
export function boundValue(binding: Binding, evaluation: Evaluation): StaticValue {
  const { declarations, name } = binding;
  const isOfModule = binding.scope.type === 'module';
  const first = declarations[0];
  const values = declarations.map((declaration) =>
    declaredValue(declaration, isOfModule, evaluation),
  );
  const changes = unknownValue(`\`${name}\` changes while the program runs`);
  if (declarations.length > 1 && values.some(isText)) return changes;
  const value = oneOf(values);
  if (!first || !constants.has(first.kind)) return value;
  const isList = unnamed(value).kind === 'object';
  if (isList && evaluation.isMutated(binding)) return changes;
  return namedValue(name, evaluation.spanOf(first.nameNode), value);
}
