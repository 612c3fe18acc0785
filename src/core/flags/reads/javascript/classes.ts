import type { StaticMember, StaticMembers, StaticValue } from '../../../model/staticValue';
import { codeChildren, descendants, hasToken } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { constructOf, memberOf, oneOf, ownMember, unknownValue, unnamed } from '../staticValues';
import type { Evaluation } from './evaluation';
import { functionValue } from './functions';
import { propertyName } from './patterns';

/** Where a member of a class is declared, and where its values come from. */
interface ClassMember {
  readonly nameNode: SyntaxNode;
  readonly isStatic: boolean;
  readonly sources: SyntaxNode[];
}

const fieldTypes: ReadonlySet<string> = new Set([
  'public_field_definition',
  'field_definition',
  'method_definition',
  'method_signature',
  'abstract_method_signature',
]);

function bodyMembers(body: SyntaxNode): Map<string, ClassMember> {
  const members = new Map<string, ClassMember>();
  for (const node of codeChildren(body)) {
    const nameNode = node.childForFieldName('name') ?? node.childForFieldName('property');
    const name = nameNode ? propertyName(nameNode) : null;
    if (!fieldTypes.has(node.type) || !nameNode || name === null) continue;
    members.set(name, { nameNode, isStatic: hasToken(node, 'static'), sources: [node] });
    if (name === 'constructor') addParameterProperties(members, node);
  }
  return members;
}

/** `constructor(private readonly client: Client)` declares a field. */
function addParameterProperties(members: Map<string, ClassMember>, constructor: SyntaxNode): void {
  const parameters = constructor.childForFieldName('parameters');
  for (const parameter of parameters ? codeChildren(parameters) : []) {
    const pattern = parameter.childForFieldName('pattern');
    const isProperty =
      hasToken(parameter, 'accessibility_modifier') || hasToken(parameter, 'readonly');
    if (isProperty && pattern?.type === 'identifier') {
      members.set(pattern.text, { nameNode: pattern, isStatic: false, sources: [pattern] });
    }
  }
}

/** `this.client = ...` anywhere in the class gives a field a value. */
function addAssignments(members: Map<string, ClassMember>, body: SyntaxNode): void {
  for (const assignment of descendants(body, 'assignment_expression')) {
    const left = assignment.childForFieldName('left');
    const right = assignment.childForFieldName('right');
    const property = left?.childForFieldName('property');
    if (left?.type !== 'member_expression' || !property || !right) continue;
    if (left.childForFieldName('object')?.type !== 'this') continue;
    const known = members.get(property.text);
    if (known) known.sources.push(right);
    else members.set(property.text, { nameNode: property, isStatic: false, sources: [right] });
  }
}

function sourceValue(source: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  switch (source.type) {
    case 'method_definition':
    case 'method_signature':
    case 'abstract_method_signature': {
      if (hasToken(source, 'get')) return evaluation.returns(source);
      const value = functionValue(source, evaluation);
      const isDeclaredOnly = source.type !== 'method_definition' && value.kind === 'function';
      return isDeclaredOnly ? { ...value, isDeclaredOnly } : value;
    }
    case 'public_field_definition':
    case 'field_definition': {
      const type = source.childForFieldName('type');
      const value = source.childForFieldName('value');
      return (type && evaluation.type(type)) ?? (value && evaluation.value(value));
    }
    default:
      return evaluation.value(source);
  }
}

/** The members of one class, its base class included; each is evaluated when it is asked for. */
export interface ClassMembers {
  instance(): StaticMembers;
  instanceMember(name: string): StaticValue;
  statics(): StaticMembers;
}

/** The expression after `extends`; null where there is none. */
export function extendedClass(classNode: SyntaxNode): SyntaxNode | null {
  const heritage = codeChildren(classNode).find(({ type }) => type === 'class_heritage');
  const clause = heritage ? codeChildren(heritage)[0] : undefined;
  if (clause?.type === 'implements_clause') return null;
  return (clause?.type === 'extends_clause' ? clause.childForFieldName('value') : clause) ?? null;
}

/** Reads the members of a class. */
export function classMembers(classNode: SyntaxNode, evaluation: Evaluation): ClassMembers {
  const body = classNode.childForFieldName('body');
  const members = body ? bodyMembers(body) : new Map<string, ClassMember>();
  if (body) addAssignments(members, body);

  function valueOf(name: string, { sources }: ClassMember): StaticValue {
    const values = sources
      .map((source) => sourceValue(source, evaluation))
      .filter((value) => value !== null);
    return values.length > 0
      ? oneOf(values)
      : unknownValue(`\`this.${name}\` gets its value while the program runs`);
  }

  function base(): StaticValue | null {
    const named = extendedClass(classNode);
    return named ? unnamed(constructOf(evaluation.value(named))) : null;
  }

  function inherited(): StaticMembers {
    const instance = base();
    return instance?.kind === 'object' ? instance.members : {};
  }

  function collect(isStatic: boolean): StaticMembers {
    const own: [string, StaticMember][] = [];
    for (const [name, member] of members) {
      if (member.isStatic !== isStatic || name === 'constructor') continue;
      const span = evaluation.spanOf(member.nameNode);
      own.push([name, { span, value: valueOf(name, member) }]);
    }
    return { ...(isStatic ? {} : inherited()), ...Object.fromEntries(own) };
  }

  return {
    instance: () => collect(false),
    statics: () => collect(true),
    instanceMember(name) {
      const member = members.get(name);
      if (member) return valueOf(name, member);
      const instance = base();
      const isElsewhere = instance?.kind === 'construct' || instance?.kind === 'sdk';
      return (
        ownMember(inherited(), name)?.value ??
        (isElsewhere
          ? memberOf(instance, name)
          : unknownValue(`\`this.${name}\` is declared in no class here`))
      );
    },
  };
}
