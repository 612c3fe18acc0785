import type { StaticMember, StaticValue } from '../../../model/staticValue';
import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { sdkExport } from '../sdkShapes';
import { otherValue } from '../staticValues';
import { builtIn } from './builtIn';
import type { Evaluation } from './evaluation';
import { declaredResult } from './functions';
import { typeReference } from './structs';

function namedType(node: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const binding = evaluation.scopes.find(node.text, node);
  const { declaration } = binding ?? {};
  if (declaration?.kind !== 'type') {
    return declaration || builtIn.has(node.text) || node.text === 'any'
      ? null
      : typeReference(node.text);
  }
  const type = declaration.node.childForFieldName('type');
  if (type?.type === 'struct_type' || type?.type === 'interface_type') {
    return typeReference(node.text);
  }
  // `type Client = ld.LDClient`; a type over a basic one may have methods.
  const aliased = type ? evaluation.type(type) : null;
  return aliased ?? (evaluation.methods().has(node.text) ? typeReference(node.text) : null);
}

function qualifiedType(node: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const packageNode = node.childForFieldName('package');
  const name = node.childForFieldName('name')?.text;
  const binding = packageNode ? evaluation.scopes.find(packageNode.text, packageNode) : null;
  if (binding?.declaration.kind !== 'import' || name === undefined) return null;
  const { module } = binding.declaration;
  const type = sdkExport(module, name, 'type');
  if (type) return type.kind === 'other' ? null : type;
  return { kind: 'import', module, name, space: 'type' };
}

/** `struct { ... }` without a name. */
function structType(node: SyntaxNode, evaluation: Evaluation): StaticValue {
  const members: Record<string, StaticMember> = {};
  const list = codeChildren(node)[0];
  for (const field of list ? codeChildren(list) : []) {
    const type = field.childForFieldName('type');
    for (const name of codeChildren(field)) {
      if (name.type !== 'field_identifier') continue;
      const value = (type && evaluation.type(type)) ?? otherValue;
      members[name.text] = { span: evaluation.spanOf(name), value };
    }
  }
  return { kind: 'object', members, form: 'open' };
}

/** What the values of a type are; null where the type says nothing of interest. */
export function typeValue(node: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  switch (node.type) {
    case 'type_identifier':
      return namedType(node, evaluation);
    case 'qualified_type':
      return qualifiedType(node, evaluation);
    case 'pointer_type':
    case 'parenthesized_type':
    case 'type_elem': {
      const inner = codeChildren(node)[0];
      return inner ? evaluation.type(inner) : null;
    }
    case 'generic_type': {
      const inner = node.childForFieldName('type');
      return inner ? evaluation.type(inner) : null;
    }
    case 'struct_type':
      return structType(node, evaluation);
    case 'function_type':
      return { kind: 'function', returns: declaredResult(node, evaluation) };
    default:
      return null;
  }
}
