import type { Span } from '../../../model/position';
import type { StaticValue } from '../../../model/staticValue';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { sdkOfPackage } from '../sdkShapes';
import { memberOf, namedValue, oneOf, otherValue, ownMember, unnamed } from '../staticValues';
import type { Evaluation } from './evaluation';

/** A class of the module, by name: what it holds is looked up where it is needed. */
export function classReference(name: string, evaluation: Evaluation): StaticValue {
  return { kind: 'import', module: evaluation.ownModule, name, space: 'value' };
}

/** The class of this file that a reference by name means; null for anything else. */
export function ownClass(value: StaticValue, evaluation: Evaluation): SyntaxNode | null {
  const inner = unnamed(value);
  if (inner.kind !== 'import' || inner.module !== evaluation.ownModule) return null;
  const declared = evaluation.scopes.module().get(inner.name) ?? [];
  const found = declared.find(({ kind }) => kind === 'class');
  return found?.kind === 'class' ? found.node : null;
}

function memberOfModule(
  value: StaticValue & { kind: 'import' },
  name: string,
  evaluation: Evaluation,
): StaticValue | null {
  const inner = `${value.module}.${name}`;
  const isModule = sdkOfPackage(inner) !== null || evaluation.importedModules().has(inner);
  return isModule ? { kind: 'import', module: inner, name: '*', space: 'value' } : null;
}

/** A member of an instance made in this file: what its constructor was given, where that is what it keeps. */
function memberOfInstance(
  value: StaticValue,
  { arguments: given = [] }: StaticValue & { kind: 'construct' },
  classNode: SyntaxNode,
  name: string,
  evaluation: Evaluation,
): StaticValue {
  const member = evaluation.instanceMember(classNode, name);
  const nameNode = classNode.childForFieldName('name');
  const isGiven =
    member.kind === 'parameter' &&
    nameNode !== null &&
    isSameSpan(member.owner, evaluation.spanOf(nameNode));
  if (!isGiven) return member;
  const byName = given.find((argument) => argument.name === member.name);
  const byPlace = given.filter((argument) => argument.name === undefined)[member.index];
  const found = (byName ?? byPlace)?.value;
  if (!found) return member;
  return value.kind === 'named' ? namedValue(`${value.name}.${name}`, value.span, found) : found;
}

function isSameSpan(a: Span, b: Span): boolean {
  return a.start.line === b.start.line && a.start.column === b.start.column;
}

/** `value.name` */
export function attributeOf(value: StaticValue, name: string, evaluation: Evaluation): StaticValue {
  const inner = unnamed(value);
  if (inner.kind === 'import' && inner.name === '*') {
    const module = memberOfModule(inner, name, evaluation);
    if (module) return module;
  }
  if (inner.kind === 'construct') {
    const instanceOf = ownClass(inner.of, evaluation);
    if (instanceOf) return memberOfInstance(value, inner, instanceOf, name, evaluation);
  }
  if (inner.kind === 'import') {
    const itself = ownClass(inner, evaluation);
    if (itself) {
      return inner.space === 'type'
        ? evaluation.instanceMember(itself, name)
        : evaluation.staticMember(itself, name);
    }
  }
  if (inner.kind === 'parameter' && inner.type) {
    const declared = attributeOf(inner.type, name, evaluation);
    const isDeclared = declared.kind === 'function' || declared.kind === 'sdk';
    if (isDeclared) return declared;
  }
  if (inner.kind === 'literal' && typeof inner.value === 'string' && name === 'value') {
    // A member of an enum of texts is its text.
    return value;
  }
  return memberOf(value, name);
}

/** An element by number. */
export function elementOf(value: StaticValue, index: number): StaticValue {
  const inner = unnamed(value);
  return inner.kind === 'object' ? memberOf(value, String(index)) : otherValue;
}

/** What a loop over a value takes in turn. */
export function elementsOf(value: StaticValue): StaticValue {
  const inner = unnamed(value);
  if (inner.kind !== 'object' || inner.form !== 'array') {
    return { kind: 'unknown', reason: 'it is the variable of a loop' };
  }
  const names = Object.keys(inner.members);
  return oneOf(names.map((name) => ownMember(inner.members, name)?.value ?? otherValue));
}
