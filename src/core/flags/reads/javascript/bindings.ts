import type { Span } from '../../../model/position';
import type { StaticMember, StaticValue } from '../../../model/staticValue';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { sdkComponentProperties, sdkDefaultExport, sdkExport } from '../sdkShapes';
import {
  memberOf,
  namedValue,
  oneOf,
  otherValue,
  typedObject,
  unknownValue,
  unnamed,
} from '../staticValues';
import type { Binding, PatternStep } from './binding';
import { argumentsOf } from './calls';
import type { Evaluation } from './evaluation';
import { functionName, functionValue, identityOf } from './functions';
import { propertyName } from './patterns';

function importedValue(module: string, name: string): StaticValue {
  const isSdk = sdkExport(module, name, 'value') !== null;
  if (!isSdk) return { kind: 'import', module, name, space: 'value' };
  const isNamespace = name === '*' || name === 'default' || name === '=';
  const byDefault = name === 'default' ? sdkDefaultExport(module) : null;
  if (byDefault) return byDefault;
  return isNamespace
    ? { kind: 'import', module, name: '*', space: 'value' }
    : (sdkExport(module, name, 'value') ?? otherValue);
}

function follow(
  value: StaticValue,
  path: readonly PatternStep[],
  evaluation: Evaluation,
): StaticValue {
  return path.reduce((whole: StaticValue, step) => {
    if (step.kind === 'rest') return whole;
    if (step.name === null) return unknownValue('it is taken from a computed property');
    const part = memberOf(whole, step.name);
    return step.default ? oneOf([part, evaluation.value(step.default)]) : part;
  }, value);
}

function declaredValue(declarator: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const type = declarator.childForFieldName('type');
  const value = declarator.childForFieldName('value');
  const typed = type ? evaluation.type(type) : null;
  if (typed?.kind === 'sdk') return typed;
  const given = value ? evaluation.value(value) : null;
  if (!typed) return given;
  const isSettled = given !== null && given.kind !== 'unknown' && given.kind !== 'other';
  return isSettled ? typedObject(given, typed) : typed;
}

function variableValue(
  binding: Binding & { readonly kind: 'variable' },
  evaluation: Evaluation,
): StaticValue {
  const { declarator, path, nameNode, isConstant } = binding;
  const declared = declaredValue(declarator, evaluation);
  const assigned = isConstant
    ? []
    : evaluation.assignmentsTo(binding).map((right) => evaluation.value(right));
  const values = [...(declared ? [follow(declared, path, evaluation)] : []), ...assigned];
  if (values.length === 0) {
    return unknownValue(`\`${nameNode.text}\` gets its value while the program runs`);
  }
  const value = oneOf(values);
  if (holdsConstants(value) && evaluation.isMutated(binding)) {
    return unknownValue(`\`${nameNode.text}\` changes while the program runs`);
  }
  if (assigned.length > 0 && isText(value)) {
    return unknownValue(`\`${nameNode.text}\` changes while the program runs`);
  }
  return namedValue(nameNode.text, evaluation.spanOf(nameNode), value);
}

/** Whether a value has members that an assignment may make other ones: a client is a client whenever it is set. */
function holdsConstants(value: StaticValue): boolean {
  const inner = unnamed(value);
  if (inner.kind !== 'object') return false;
  const members = Object.values(inner.members);
  return members.length === 0 || members.some((member) => unnamed(member.value).kind !== 'sdk');
}

/** Whether a value may be a key: a variable that is assigned again is no constant, but its client is a client. */
function isText(value: StaticValue): boolean {
  const inner = unnamed(value);
  return inner.kind === 'literal' || inner.kind === 'concat' || inner.kind === 'one-of';
}

function enumValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const members: Record<string, StaticMember> = {};
  const body = node.childForFieldName('body');
  for (const entry of body ? codeChildren(body) : []) {
    const nameNode = entry.childForFieldName('name') ?? entry;
    const name = propertyName(nameNode);
    const value = entry.type === 'enum_assignment' ? entry.childForFieldName('value') : null;
    if (name === null) continue;
    members[name] = {
      span: evaluation.spanOf(nameNode),
      value: value ? evaluation.value(value) : otherValue,
    };
  }
  return { kind: 'object', members };
}

/** `namespace Flags { export const search = 'search' }`: its exported constants. */
function namespaceValue(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const members: Record<string, StaticMember> = {};
  const body = node.childForFieldName('body');
  for (const statement of body ? codeChildren(body) : []) {
    const declaration =
      statement.type === 'export_statement' ? statement.childForFieldName('declaration') : null;
    for (const declarator of declaration ? codeChildren(declaration) : []) {
      const nameNode = declarator.childForFieldName('name');
      const value = declarator.childForFieldName('value');
      if (nameNode?.type !== 'identifier' || !value) continue;
      const span = evaluation.spanOf(nameNode);
      members[nameNode.text] = { span, value: evaluation.value(value) };
    }
  }
  return { kind: 'object', members };
}

/** The value of a declared name. */
export function boundValue(binding: Binding, evaluation: Evaluation): StaticValue {
  switch (binding.kind) {
    case 'import':
      return importedValue(binding.module, binding.name);
    case 'variable':
      return variableValue(binding, evaluation);
    case 'parameter': {
      const { owner, index, parameter, path } = binding;
      return follow(evaluation.parameter(owner, index, parameter), path, evaluation);
    }
    case 'function':
      return functionValue(binding.node, evaluation);
    case 'class': {
      const { nameNode, node } = binding;
      return namedValue(nameNode.text, evaluation.spanOf(nameNode), evaluation.value(node));
    }
    case 'enum':
    case 'namespace': {
      const isEnum = binding.kind === 'enum';
      const value = isEnum
        ? enumValue(binding.node, evaluation)
        : namespaceValue(binding.node, evaluation);
      return namedValue(binding.nameNode.text, evaluation.spanOf(binding.nameNode), value);
    }
    case 'opaque':
      return unknownValue(`\`${binding.nameNode.text}\` is ${binding.what}`);
    case 'interface':
    case 'alias':
      return otherValue;
  }
}

const componentTypes: ReadonlySet<string> = new Set(['FC', 'FunctionComponent', 'VFC']);

/** `const Page: React.FC<Properties> = (properties) => ...` types the first parameter. */
function componentProperties(owner: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const declarator = owner.parent?.type === 'variable_declarator' ? owner.parent : null;
  const annotation = declarator?.childForFieldName('type');
  const type = annotation ? codeChildren(annotation)[0] : undefined;
  const name = type?.childForFieldName('name')?.text.split('.').at(-1) ?? '';
  const list = type?.childForFieldName('type_arguments');
  const properties = list ? codeChildren(list)[0] : undefined;
  return componentTypes.has(name) && properties ? evaluation.type(properties) : null;
}

/** `const run: (client: Client) => void = (client) => ...` types the parameter. */
function contextualType(
  owner: SyntaxNode,
  index: number,
  evaluation: Evaluation,
): StaticValue | null {
  const declarator = owner.parent?.type === 'variable_declarator' ? owner.parent : null;
  const annotation = declarator?.childForFieldName('type');
  const type = annotation ? codeChildren(annotation)[0] : undefined;
  const list = type?.type === 'function_type' ? type.childForFieldName('parameters') : null;
  const parameter = list ? codeChildren(list)[index] : undefined;
  const own = parameter?.childForFieldName('type');
  return own ? evaluation.type(own) : null;
}

/** What a function is given where it is handed to a call: a promise's value, or a component's properties. */
function handedValue(owner: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const list = owner.parent?.type === 'arguments' ? owner.parent : null;
  const call = list?.parent;
  const callee = call?.childForFieldName('function');
  if (!call || !callee) return null;
  if (callee.type === 'member_expression') {
    const object = callee.childForFieldName('object');
    const isThen = callee.childForFieldName('property')?.text === 'then';
    const isFirst = argumentsOf(call)[0]?.id === owner.id;
    return isThen && isFirst && object ? evaluation.value(object) : null;
  }
  return givenProperties(callee, evaluation);
}

/** The properties a call of `callee` hands to a component; null if it hands none. */
export function givenProperties(callee: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const value = unnamed(evaluation.value(callee));
  return value.kind === 'sdk' ? sdkComponentProperties(value.shape) : null;
}

/** What callers of a function with an identity give. */
function openParameter(
  owner: Span,
  index: number,
  pattern: SyntaxNode,
  type: StaticValue | null,
): StaticValue {
  const left = pattern.childForFieldName('left') ?? pattern;
  const name = left.type === 'identifier' ? left.text : '';
  return { kind: 'parameter', owner, index, name, ...(type && { type }) };
}

/** The value of a parameter as a whole: by its type, by what the function is handed to, or by its default. */
export function parameterValue(
  owner: SyntaxNode,
  index: number,
  parameter: SyntaxNode,
  evaluation: Evaluation,
): StaticValue {
  const type = parameter.childForFieldName('type');
  const typed = type ? evaluation.type(type) : null;
  if (typed?.kind === 'sdk') return typed;
  const handed = index === 0 ? handedValue(owner, evaluation) : null;
  if (handed) return handed;
  const told =
    typed ??
    contextualType(owner, index, evaluation) ??
    (index === 0 ? componentProperties(owner, evaluation) : null);
  if (told?.kind === 'sdk') return told;
  const fallback = parameter.childForFieldName('value') ?? parameter.childForFieldName('right');
  const given = fallback ? unnamed(evaluation.value(fallback)) : null;
  const fallbackTells = given?.kind === 'sdk' || given?.kind === 'import' || given?.kind === 'call';
  if (given && fallbackTells) return given;
  const pattern = parameter.childForFieldName('pattern') ?? parameter;
  const identity = identityOf(owner, evaluation);
  if (identity) return openParameter(identity, index, pattern, told);
  if (told) return told;
  const name = functionName(owner);
  const what = pattern.type === 'identifier' ? `\`${pattern.text}\`` : 'it';
  return unknownValue(
    `${what} is ${pattern.type === 'identifier' ? 'a parameter' : 'part of a parameter'}${name ? ` of \`${name}\`` : ''}`,
  );
}
