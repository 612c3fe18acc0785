import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Declaration } from './binding';

/** Nodes that are functions. */
export const functionTypes: ReadonlySet<string> = new Set([
  'function_declaration',
  'method_declaration',
  'func_literal',
]);

const scopeTypes: ReadonlySet<string> = new Set([
  'source_file',
  'block',
  'if_statement',
  'for_statement',
  'expression_switch_statement',
  'type_switch_statement',
  'expression_case',
  'type_case',
  'default_case',
  'communication_case',
  'select_statement',
]);

/** Whether names declared in a node are known inside it only. */
export function isScope({ type }: SyntaxNode): boolean {
  return scopeTypes.has(type) || functionTypes.has(type);
}

function namesOf(node: SyntaxNode): readonly SyntaxNode[] {
  const value = node.childForFieldName('value');
  const type = node.childForFieldName('type');
  return codeChildren(node).filter(
    ({ id, type: kind }) => id !== value?.id && id !== type?.id && kind.endsWith('identifier'),
  );
}

function partOf(list: SyntaxNode | null, index: number): SyntaxNode | null {
  const parts = list ? codeChildren(list) : [];
  return parts[index] ?? null;
}

/** Values on the right belong to names on the left one by one, or one call gives them all. */
function variables(
  names: readonly SyntaxNode[],
  values: SyntaxNode | null,
  type: SyntaxNode | null,
): readonly Declaration[] {
  const count = values ? codeChildren(values).length : 0;
  return names
    .map((nameNode, index): Declaration => {
      const isShared = count === 1 && names.length > 1;
      const value = partOf(values, isShared ? 0 : index);
      return { kind: 'variable', nameNode, value, type, index: isShared ? index : 0 };
    })
    .filter(({ nameNode }) => nameNode.type === 'identifier' && nameNode.text !== '_');
}

function constants(declaration: SyntaxNode): readonly Declaration[] {
  let repeated: SyntaxNode | null = null;
  const specs = codeChildren(declaration).filter(({ type }) => type === 'const_spec');
  return specs.flatMap((spec, iota) => {
    repeated = spec.childForFieldName('value') ?? repeated;
    const values = repeated;
    return namesOf(spec).map((nameNode, index): Declaration => {
      const value = partOf(values, index);
      return { kind: 'constant', nameNode, value, iota };
    });
  });
}

function specsIn(declaration: SyntaxNode, type: string): readonly SyntaxNode[] {
  return codeChildren(declaration).flatMap((child) => {
    if (child.type === type) return [child];
    return child.type === `${type}_list` ? codeChildren(child) : [];
  });
}

function named(kind: 'function' | 'type', node: SyntaxNode): readonly Declaration[] {
  const nameNode = node.childForFieldName('name');
  return nameNode ? [{ kind, nameNode, node }] : [];
}

function shortVariables(statement: SyntaxNode): readonly Declaration[] {
  const left = statement.childForFieldName('left');
  return variables(left ? codeChildren(left) : [], statement.childForFieldName('right'), null);
}

function ofStatement(statement: SyntaxNode): readonly Declaration[] {
  switch (statement.type) {
    case 'const_declaration':
      return constants(statement);
    case 'var_declaration':
      return specsIn(statement, 'var_spec').flatMap((spec) =>
        variables(namesOf(spec), spec.childForFieldName('value'), spec.childForFieldName('type')),
      );
    case 'short_var_declaration':
      return shortVariables(statement);
    case 'type_declaration':
      return codeChildren(statement).flatMap((spec) => named('type', spec));
    case 'function_declaration':
      return named('function', statement);
    case 'labeled_statement':
      return codeChildren(statement).flatMap(ofStatement);
    default:
      return [];
  }
}

/** The variables of `for key, value := range of`. */
function ofRange(clause: SyntaxNode): readonly Declaration[] {
  const left = clause.childForFieldName('left');
  const of = clause.childForFieldName('right');
  const [key, element] = left ? codeChildren(left) : [];
  const declared: Declaration[] = [];
  if (key) declared.push({ kind: 'opaque', nameNode: key, what: 'the key of a loop' });
  if (element && of) declared.push({ kind: 'element', nameNode: element, of });
  return declared;
}

function inHead(statement: SyntaxNode): readonly Declaration[] {
  const initializer = statement.childForFieldName('initializer');
  const declared = initializer ? [...ofStatement(initializer)] : [];
  for (const child of codeChildren(statement)) {
    if (child.type === 'range_clause') declared.push(...ofRange(child));
    const first = child.type === 'for_clause' ? child.childForFieldName('initializer') : null;
    if (first) declared.push(...ofStatement(first));
  }
  const alias = statement.childForFieldName('alias');
  for (const nameNode of alias ? codeChildren(alias) : []) {
    declared.push({ kind: 'opaque', nameNode, what: 'told apart by its type' });
  }
  return declared;
}

function ofParameters(
  owner: SyntaxNode,
  field: 'parameters' | 'receiver' | 'result',
  kind: 'parameter' | 'receiver' | 'result',
): readonly Declaration[] {
  const list = owner.childForFieldName(field);
  if (list?.type !== 'parameter_list') return [];
  return codeChildren(list).flatMap((parameter) =>
    namesOf(parameter)
      .filter(({ type }) => type === 'identifier')
      .map((nameNode): Declaration => ({ kind, nameNode, owner, parameter })),
  );
}

/** What a scope declares for what is inside it, in order. */
export function declarationsIn(scope: SyntaxNode): readonly Declaration[] {
  if (functionTypes.has(scope.type)) {
    return [
      ...ofParameters(scope, 'receiver', 'receiver'),
      ...ofParameters(scope, 'parameters', 'parameter'),
      ...ofParameters(scope, 'result', 'result'),
    ];
  }
  const lists = codeChildren(scope).flatMap((child) =>
    child.type === 'statement_list' ? codeChildren(child) : [child],
  );
  const statements = lists.flatMap(ofStatement);
  return scope.type === 'block' || scope.type === 'source_file'
    ? statements
    : [...inHead(scope), ...statements];
}
