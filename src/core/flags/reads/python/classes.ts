import type { StaticMember, StaticParameter, StaticValue } from '../../../model/staticValue';
import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { namedValue, oneOf, otherValue, unknownValue } from '../staticValues';
import { enumMember, enumReceiverMember, enumReceiverMembers } from './enums';
import type { Evaluation } from './evaluation';
import { decoratorsOf, isGetter } from './functions';
import { attributeOf, ownClass } from './members';

/** Where a member of a class is declared, and where its values come from. */
export interface ClassMember {
  readonly nameNode: SyntaxNode;
  /** It is set on instances only (`self.x = ...`). */
  readonly isOfInstance: boolean;
  readonly sources: SyntaxNode[];
}

/** What a class declares. `text-enum`: an enum whose members are texts themselves; `data`: its fields are parameters. */
export interface ClassFacts {
  readonly kind: 'plain' | 'enum' | 'text-enum' | 'data';
  readonly members: ReadonlyMap<string, ClassMember>;
  /** Its bases, as expressions. */
  readonly bases: readonly SyntaxNode[];
}

const enumBases = /(^|\.)(Enum|IntEnum|StrEnum|Flag|IntFlag|TextChoices|IntegerChoices)$/;
const textBases = /(^|\.)(str|StrEnum|TextChoices)$/;
const dataBases = /(^|\.)(NamedTuple|BaseModel|TypedDict)$/;
const dataDecorator = /(^|\.)(dataclass|dataclasses|attrs|define|frozen|attr\.s)\b/;

function basesOf(classNode: SyntaxNode): readonly SyntaxNode[] {
  const list = classNode.childForFieldName('superclasses');
  return (list ? codeChildren(list) : []).filter(({ type }) => type !== 'keyword_argument');
}

function kindOf(
  classNode: SyntaxNode,
  bases: readonly SyntaxNode[],
  evaluation: Evaluation,
): ClassFacts['kind'] {
  const inherited = bases.flatMap((base) => {
    const own = base.type === 'identifier' ? ownClass(evaluation.value(base), evaluation) : null;
    return own ? [evaluation.classFacts(own).kind] : [];
  });
  const isEnum = bases.some(({ text }) => enumBases.test(text));
  if (isEnum) return bases.some(({ text }) => textBases.test(text)) ? 'text-enum' : 'enum';
  const isData =
    bases.some(({ text }) => dataBases.test(text)) ||
    decoratorsOf(classNode).some(({ text }) => dataDecorator.test(text));
  return isData ? 'data' : (inherited.find((kind) => kind !== 'plain') ?? 'plain');
}

/** The statements directly in a class's body, definitions without their decorators. */
function bodyOf(classNode: SyntaxNode): readonly SyntaxNode[] {
  const body = classNode.childForFieldName('body');
  return (body ? codeChildren(body) : []).map((statement) => {
    if (statement.type === 'expression_statement') return codeChildren(statement)[0] ?? statement;
    if (statement.type !== 'decorated_definition') return statement;
    return statement.childForFieldName('definition') ?? statement;
  });
}

function add(members: Map<string, ClassMember>, nameNode: SyntaxNode, source: SyntaxNode): void {
  const known = members.get(nameNode.text);
  // A setter beside a getter adds nothing.
  if (known && source.type === 'function_definition') return;
  if (known) known.sources.push(source);
  else members.set(nameNode.text, { nameNode, isOfInstance: false, sources: [source] });
}

function addInstanceAttributes(members: Map<string, ClassMember>, classNode: SyntaxNode): void {
  const body = classNode.childForFieldName('body');
  for (const assignment of body ? descendants(body, 'assignment') : []) {
    const left = assignment.childForFieldName('left');
    const object = left?.type === 'attribute' ? left.childForFieldName('object')?.text : null;
    const nameNode = left?.childForFieldName('attribute');
    if (!nameNode || (object !== 'self' && object !== 'cls')) continue;
    const known = members.get(nameNode.text);
    if (known) known.sources.push(assignment);
    else {
      const isOfInstance = object === 'self';
      members.set(nameNode.text, { nameNode, isOfInstance, sources: [assignment] });
    }
  }
}

/** Reads what a class declares. */
export function classFacts(classNode: SyntaxNode, evaluation: Evaluation): ClassFacts {
  const members = new Map<string, ClassMember>();
  for (const statement of bodyOf(classNode)) {
    const isDefinition = statement.type.endsWith('_definition');
    const nameNode = isDefinition
      ? statement.childForFieldName('name')
      : statement.type === 'assignment'
        ? statement.childForFieldName('left')
        : null;
    if (nameNode?.type === 'identifier') add(members, nameNode, statement);
  }
  addInstanceAttributes(members, classNode);
  const bases = basesOf(classNode);
  return { kind: kindOf(classNode, bases, evaluation), members, bases };
}

function sourceValue(source: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  switch (source.type) {
    case 'function_definition':
      return isGetter(source) ? evaluation.returns(source) : evaluation.function(source);
    case 'class_definition':
      return classValue(source, evaluation);
    default: {
      const type = source.childForFieldName('type');
      const right = source.childForFieldName('right');
      const typed = type ? evaluation.type(type) : null;
      if (typed?.kind === 'sdk') return typed;
      const value = right ? evaluation.value(right) : null;
      const isSettled = value && value.kind !== 'other' && value.kind !== 'unknown';
      return isSettled ? value : (typed ?? value);
    }
  }
}

function memberValue(name: string, member: ClassMember, evaluation: Evaluation): StaticValue {
  const values = member.sources
    .map((source) => sourceValue(source, evaluation))
    .filter((value) => value !== null);
  return values.length > 0
    ? oneOf(values)
    : unknownValue(`\`${name}\` gets its value while the program runs`);
}

/** Fields of a data class, in order: the parameters of its constructor. */
function fieldsOf(classNode: SyntaxNode): readonly SyntaxNode[] {
  return bodyOf(classNode).filter(
    (statement) =>
      statement.type === 'assignment' &&
      statement.childForFieldName('type') !== null &&
      statement.childForFieldName('left')?.type === 'identifier',
  );
}

function fieldValue(classNode: SyntaxNode, name: string, evaluation: Evaluation) {
  const nameNode = classNode.childForFieldName('name');
  const fields = fieldsOf(classNode);
  const index = fields.findIndex((field) => field.childForFieldName('left')?.text === name);
  if (index < 0 || !nameNode) return null;
  const annotated = fields[index]?.childForFieldName('type');
  const type = annotated ? evaluation.type(annotated) : null;
  const owner = evaluation.spanOf(nameNode);
  return { kind: 'parameter', owner, index, name, ...(type && { type }) } as const;
}

function inherited(
  facts: ClassFacts,
  name: string,
  memberOfBase: (base: SyntaxNode) => StaticValue,
): StaticValue {
  const values = facts.bases.map(memberOfBase).filter(({ kind }) => kind !== 'other');
  return values.length > 0
    ? oneOf(values)
    : unknownValue(`\`${name}\` is declared in no class here`);
}

/** A member of a class's instances. */
export function instanceMember(
  classNode: SyntaxNode,
  name: string,
  evaluation: Evaluation,
): StaticValue {
  const facts = evaluation.classFacts(classNode);
  const isEnum = facts.kind === 'enum' || facts.kind === 'text-enum';
  const ofEnum = isEnum ? enumReceiverMember(classNode, name, evaluation) : null;
  const field = facts.kind === 'data' ? fieldValue(classNode, name, evaluation) : null;
  const own = facts.members.get(name);
  if (ofEnum ?? field) return ofEnum ?? field ?? otherValue;
  if (own) return memberValue(name, own, evaluation);
  return baseMember(classNode, name, evaluation);
}

/** A member that a class's instances have from its bases: `super().name`. */
export function baseMember(
  classNode: SyntaxNode,
  name: string,
  evaluation: Evaluation,
): StaticValue {
  const facts = evaluation.classFacts(classNode);
  return inherited(facts, name, (base) => {
    const type = evaluation.type(base);
    return type ? attributeOf(type, name, evaluation) : otherValue;
  });
}

/** A member of a class itself: a constant, a member of an enum, a method. */
export function staticMember(
  classNode: SyntaxNode,
  name: string,
  evaluation: Evaluation,
): StaticValue {
  const facts = evaluation.classFacts(classNode);
  const own = facts.members.get(name);
  if (!own)
    return inherited(facts, name, (base) => attributeOf(evaluation.value(base), name, evaluation));
  const value = enumMember(classNode, name, own, evaluation) ?? memberValue(name, own, evaluation);
  const className = classNode.childForFieldName('name')?.text ?? '';
  return namedValue(`${className}.${name}`, evaluation.spanOf(own.nameNode), value);
}

function membersOf(
  facts: ClassFacts,
  isWanted: (member: ClassMember) => boolean,
  valueOf: (name: string, member: ClassMember) => StaticValue,
  evaluation: Evaluation,
): Readonly<Record<string, StaticMember>> {
  const entries = [...facts.members]
    .filter(([name, member]) => name !== '__init__' && isWanted(member))
    .map(([name, member]) => [
      name,
      { span: evaluation.spanOf(member.nameNode), value: valueOf(name, member) },
    ]);
  return Object.fromEntries(entries) as Readonly<Record<string, StaticMember>>;
}

function constructorParameters(
  classNode: SyntaxNode,
  facts: ClassFacts,
  evaluation: Evaluation,
): readonly StaticParameter[] | undefined {
  const [init] = facts.members.get('__init__')?.sources ?? [];
  if (init?.type === 'function_definition') return evaluation.parameters(init);
  if (facts.kind === 'enum') return [];
  if (facts.kind !== 'data') return undefined;
  return fieldsOf(classNode).map((field) => {
    const name = field.childForFieldName('left')?.text ?? '';
    const given = field.childForFieldName('right');
    return given ? { name, default: evaluation.value(given) } : { name };
  });
}

/** A class with all its members, for other files. */
export function classValue(classNode: SyntaxNode, evaluation: Evaluation): StaticValue {
  const facts = evaluation.classFacts(classNode);
  const nameNode = classNode.childForFieldName('name');
  const bases = facts.bases.map((base) => evaluation.type(base)).filter((base) => base !== null);
  const parameters = constructorParameters(classNode, facts, evaluation);
  return {
    kind: 'class',
    instance: {
      ...membersOf(
        facts,
        () => true,
        (name) => evaluation.instanceMember(classNode, name),
        evaluation,
      ),
      ...(facts.kind === 'enum' && enumReceiverMembers(classNode, evaluation)),
    },
    statics: membersOf(
      facts,
      ({ isOfInstance }) => !isOfInstance,
      (name, member) =>
        enumMember(classNode, name, member, evaluation) ?? memberValue(name, member, evaluation),
      evaluation,
    ),
    ...(nameNode && { name: evaluation.spanOf(nameNode) }),
    ...(parameters && { parameters }),
    ...(bases.length > 0 && { bases }),
  };
}
