import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { jvmHeader, type WrittenImport } from '../jvm/jvmHeader';
import { readTyped } from '../typed/readTyped';
import type {
  FileHeader,
  TypedGrammar,
  WrittenAnnotation,
  WrittenLookup,
} from '../typed/typedGrammar';
import { membersIn } from './kotlinDeclarations';
import { kotlinExpression } from './kotlinExpressions';
import { kotlinAssignments, kotlinFlow, kotlinReturned } from './kotlinFlow';
import { argumentsIn, childOfType, kotlinType } from './kotlinNodes';
import { parsableKotlin } from './parsableKotlin';
import {
  isKotlinScope,
  kotlinDeclared,
  kotlinReceiver,
  kotlinScope,
  kotlinScopeTypes,
} from './kotlinScopes';

function importOf(node: SyntaxNode): WrittenImport | null {
  const identifier = childOfType(node, 'identifier');
  if (!identifier) return null;
  const alias = childOfType(node, 'import_alias');
  return {
    path: identifier.text.replace(/[\s`]/g, ''),
    isAll: childOfType(node, 'wildcard_import') !== null,
    isStatic: false,
    alias: alias ? (codeChildren(alias)[0]?.text ?? null) : null,
  };
}

function header(root: SyntaxNode): FileHeader {
  const children = codeChildren(root);
  const line = children.find(({ type }) => type === 'package_header');
  const name = line ? childOfType(line, 'identifier')?.text.replace(/[\s`]/g, '') : undefined;
  const imports = children
    .filter(({ type }) => type === 'import_list')
    .flatMap(codeChildren)
    .map(importOf)
    .filter((written) => written !== null);
  return jvmHeader(name ?? '', imports);
}

/** `of[key]`: what is set is a node of another type. */
function lookup(node: SyntaxNode): WrittenLookup | null {
  const [of, suffix] = codeChildren(node);
  const [key, ...others] = suffix ? codeChildren(suffix) : [];
  return of && key && others.length === 0 ? { of, key } : null;
}

function annotation(node: SyntaxNode): WrittenAnnotation | null {
  const invocation = childOfType(node, 'constructor_invocation');
  const type = invocation ? childOfType(invocation, 'user_type') : null;
  if (!invocation || !type) return null;
  return { node, type, arguments: argumentsIn(childOfType(invocation, 'value_arguments')) };
}

const grammar: TypedGrammar = {
  ecosystem: 'jvm',
  constructsByCall: true,
  parsable: parsableKotlin,
  callTypes: ['call_expression'],
  annotationTypes: ['annotation'],
  memberTypes: ['navigation_expression'],
  lookupTypes: ['indexing_expression'],
  gatheredTypes: ['jump_expression', 'assignment', 'class_declaration'],
  header,
  top: (root) => membersIn(root).map((declaration) => ({ declaration, below: '' })),
  scope: kotlinScope,
  isScope: isKotlinScope,
  scopeTypes: kotlinScopeTypes,
  declared: kotlinDeclared,
  receiver: kotlinReceiver,
  expression: kotlinExpression,
  lookup,
  type: kotlinType,
  annotation,
  returned: kotlinReturned,
  assignments: kotlinAssignments,
  flow: kotlinFlow,
};

/** The front-end of Kotlin. */
export const readKotlin = readTyped(grammar);
