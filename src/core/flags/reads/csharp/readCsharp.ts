import { childOfType, argumentsIn, csharpType, lambdaType } from './csharpNodes';
import { typeOf } from './csharpDeclarations';
import { csharpExpression } from './csharpExpressions';
import { csharpAssignments, csharpFlow, csharpReturned } from './csharpFlow';
import { csharpHeader, namespaceBlocks, type NamespaceBlock } from './csharpHeader';
import { csharpDeclared, csharpScope, csharpScopeTypes, isCsharpScope } from './csharpScopes';
import { readTyped } from '../typed/readTyped';
import type { TopDeclaration, TypedGrammar, WrittenLookup } from '../typed/typedGrammar';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { extensionsIn } from './extensions';

/** What is left of a namespace's name below the file's own. */
function below(name: string, own: string): string {
  const base = own.slice('dotnet:'.length);
  if (base === '') return name;
  return name === base ? '' : name.slice(base.length + 1);
}

function topOf(block: NamespaceBlock, own: string): readonly TopDeclaration[] {
  const types = block.declarations.map(typeOf).filter((type) => type !== null);
  const declared = [...types, ...types.flatMap(extensionsIn)].map((declaration) => ({
    declaration,
    below: below(block.name, own),
  }));
  return [...declared, ...block.inner.flatMap((inner) => topOf(inner, own))];
}

function annotation(node: SyntaxNode) {
  const type = node.childForFieldName('name');
  const list = childOfType(node, 'attribute_argument_list');
  return type ? { node, type, arguments: argumentsIn(list) } : null;
}

/** `of[key]`, where it is not set. */
function lookup(node: SyntaxNode): WrittenLookup | null {
  const of = node.childForFieldName('expression');
  const list = childOfType(node, 'bracketed_argument_list');
  const [given, ...others] = list ? argumentsIn(list) : [];
  const isSet =
    node.parent?.type === 'assignment_expression' &&
    node.parent.childForFieldName('left')?.id === node.id;
  return of && given && others.length === 0 && !isSet ? { of, key: given.node } : null;
}

const grammar: TypedGrammar = {
  ecosystem: 'dotnet',
  constructsByCall: false,
  callTypes: ['invocation_expression', 'object_creation_expression'],
  annotationTypes: ['attribute'],
  memberTypes: ['member_access_expression', 'conditional_access_expression'],
  lookupTypes: ['element_access_expression'],
  gatheredTypes: [
    'return_statement',
    'assignment_expression',
    'declaration_pattern',
    'declaration_expression',
    'recursive_pattern',
    'var_pattern',
  ],
  header: csharpHeader,
  top: (root) => topOf(namespaceBlocks(root), csharpHeader(root).namespace),
  scope: csharpScope,
  isScope: isCsharpScope,
  scopeTypes: csharpScopeTypes,
  declared: csharpDeclared,
  lambdaType,
  expression: csharpExpression,
  lookup,
  type: csharpType,
  annotation,
  returned: csharpReturned,
  assignments: csharpAssignments,
  flow: csharpFlow,
};

/** The front-end of C#. */
export const readCsharp = readTyped(grammar);
