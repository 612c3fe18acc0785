import { codeChildren, hasToken } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { jvmHeader, type WrittenImport } from '../jvm/jvmHeader';
import { readTyped } from '../typed/readTyped';
import type {
  FileHeader,
  TopDeclaration,
  TypedGrammar,
  WrittenAnnotation,
} from '../typed/typedGrammar';
import { typeOf } from './javaDeclarations';
import { javaExpression } from './javaExpressions';
import { javaAssignments, javaFlow, javaReturned } from './javaFlow';
import { argumentsIn, childOfType, javaType, typeNodes } from './javaNodes';
import { isJavaScope, javaDeclared, javaScope, javaScopeTypes } from './javaScopes';

function pathOf(node: SyntaxNode): string {
  const name = childOfType(node, 'scoped_identifier') ?? childOfType(node, 'identifier');
  return name?.text.replace(/\s/g, '') ?? '';
}

function importOf(node: SyntaxNode): WrittenImport {
  return {
    path: pathOf(node),
    isAll: childOfType(node, 'asterisk') !== null,
    isStatic: hasToken(node, 'static'),
    alias: null,
  };
}

function header(root: SyntaxNode): FileHeader {
  const children = codeChildren(root);
  const line = children.find(({ type }) => type === 'package_declaration');
  const imports = children.filter(({ type }) => type === 'import_declaration').map(importOf);
  return jvmHeader(line ? pathOf(line) : '', imports);
}

function top(root: SyntaxNode): readonly TopDeclaration[] {
  return codeChildren(root).flatMap((node) => {
    const declaration = typeNodes.has(node.type) ? typeOf(node) : null;
    return declaration ? [{ declaration, below: '' }] : [];
  });
}

function annotation(node: SyntaxNode): WrittenAnnotation | null {
  const type = node.childForFieldName('name');
  const given = argumentsIn(node.childForFieldName('arguments'));
  return type ? { node, type, arguments: given } : null;
}

const grammar: TypedGrammar = {
  ecosystem: 'jvm',
  constructsByCall: false,
  callTypes: ['method_invocation'],
  annotationTypes: ['annotation'],
  memberTypes: ['field_access'],
  lookupTypes: [],
  gatheredTypes: [
    'return_statement',
    'assignment_expression',
    'instanceof_expression',
    'type_pattern',
  ],
  header,
  top,
  scope: javaScope,
  isScope: isJavaScope,
  scopeTypes: javaScopeTypes,
  declared: javaDeclared,
  expression: javaExpression,
  type: javaType,
  annotation,
  returned: javaReturned,
  assignments: javaAssignments,
  flow: javaFlow,
};

/** The front-end of Java. */
export const readJava = readTyped(grammar);
