import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Declaration } from './binding';
import { importDeclarations } from './imports';

/** Names and all places where each gets a value. */
export type NameTable = Map<string, Declaration[]>;

const deepest = 60;

function add(table: NameTable, declaration: Declaration): void {
  const name = declaration.nameNode.text;
  const known = table.get(name);
  if (known) known.push(declaration);
  else table.set(name, [declaration]);
}

/** The declared name of a parameter node; null for `*`, `/` and patterns. */
export function parameterName(parameter: SyntaxNode): SyntaxNode | null {
  if (parameter.type === 'identifier') return parameter;
  const named = parameter.childForFieldName('name');
  if (named) return named.type === 'identifier' ? named : null;
  const first = codeChildren(parameter)[0];
  if (first?.type === 'identifier') return first;
  return first ? (codeChildren(first).find(({ type }) => type === 'identifier') ?? null) : null;
}

/** Adds the parameters of a function or a lambda. */
export function addParameters(table: NameTable, owner: SyntaxNode): void {
  const list = owner.childForFieldName('parameters');
  for (const parameter of list ? codeChildren(list) : []) {
    const nameNode = parameterName(parameter);
    if (nameNode) add(table, { kind: 'parameter', nameNode, owner, parameter });
  }
}

const splats: ReadonlySet<string> = new Set(['list_splat_pattern', 'list_splat']);
const patterns: ReadonlySet<string> = new Set(['pattern_list', 'tuple_pattern', 'list_pattern']);

function addTarget(
  table: NameTable,
  target: SyntaxNode,
  value: SyntaxNode | null,
  type: SyntaxNode | null,
): void {
  if (target.type === 'identifier') {
    add(table, { kind: 'variable', nameNode: target, value, type, index: null });
    return;
  }
  if (!patterns.has(target.type)) return;
  const parts = codeChildren(target);
  const isUneven = parts.some((part) => splats.has(part.type));
  for (const [index, part] of parts.entries()) {
    if (part.type === 'identifier' && !isUneven) {
      add(table, { kind: 'variable', nameNode: part, value, type: null, index });
    } else {
      addOpaque(table, part, 'a part of several values');
    }
  }
}

function addOpaque(table: NameTable, target: SyntaxNode, what: string): void {
  const names = target.type === 'identifier' ? [target] : descendants(target, 'identifier');
  for (const nameNode of names) add(table, { kind: 'opaque', nameNode, what });
}

function addAssignment(table: NameTable, assignment: SyntaxNode): void {
  const left = assignment.childForFieldName('left');
  let right = assignment.childForFieldName('right');
  if (!left) return;
  if (assignment.type === 'augmented_assignment') {
    if (left.type === 'identifier') addOpaque(table, left, 'changed while the program runs');
    return;
  }
  // `a = b = value`
  if (right?.type === 'assignment') addAssignment(table, right);
  for (let steps = 0; right?.type === 'assignment' && steps < deepest; steps++) {
    right = right.childForFieldName('right');
  }
  addTarget(table, left, right, assignment.childForFieldName('type'));
}

/** `(name := value)` inside an expression. */
function addWalrus(table: NameTable, expression: SyntaxNode | null): void {
  for (const named of expression ? descendants(expression, 'named_expression') : []) {
    const name = named.childForFieldName('name');
    if (name) addTarget(table, name, named.childForFieldName('value'), null);
  }
}

function addLoop(table: NameTable, statement: SyntaxNode): void {
  const left = statement.childForFieldName('left');
  const of = statement.childForFieldName('right');
  if (left?.type === 'identifier' && of) add(table, { kind: 'element', nameNode: left, of });
  else if (left) addOpaque(table, left, 'the variable of a loop');
}

/** `with value as name`, `except Error as name` */
function addAlias(table: NameTable, pattern: SyntaxNode, isCaught: boolean): void {
  const [value, target] = codeChildren(pattern);
  const name = target ? codeChildren(target)[0] : undefined;
  if (!value || !name) return;
  if (isCaught) addOpaque(table, name, 'a caught error');
  else addTarget(table, name, value, null);
}

function addNested(table: NameTable, statement: SyntaxNode, depth: number): void {
  for (const child of codeChildren(statement)) {
    switch (child.type) {
      case 'block':
      case 'elif_clause':
      case 'else_clause':
      case 'except_clause':
      case 'except_group_clause':
      case 'finally_clause':
      case 'case_clause':
      case 'with_clause':
      case 'with_item':
        addNested(table, child, depth + 1);
        break;
      case 'as_pattern':
        addAlias(table, child, statement.type.startsWith('except'));
        break;
      default:
        addStatement(table, child, depth + 1);
    }
  }
}

/** Adds what a statement gives a name to, in blocks too, but not in functions and classes. */
export function addStatement(table: NameTable, statement: SyntaxNode, depth = 0): void {
  if (depth > deepest) return;
  switch (statement.type) {
    case 'expression_statement':
      for (const child of codeChildren(statement)) {
        if (child.type.endsWith('assignment')) addAssignment(table, child);
      }
      return;
    case 'import_statement':
    case 'import_from_statement':
      for (const declaration of importDeclarations(statement)) add(table, declaration);
      return;
    case 'decorated_definition': {
      const definition = statement.childForFieldName('definition');
      if (definition) addStatement(table, definition, depth + 1);
      return;
    }
    case 'function_definition':
    case 'class_definition': {
      const nameNode = statement.childForFieldName('name');
      const kind = statement.type === 'class_definition' ? 'class' : 'function';
      if (nameNode) add(table, { kind, nameNode, node: statement });
      return;
    }
    case 'for_statement':
      addLoop(table, statement);
      addNested(table, statement, depth);
      return;
    case 'if_statement':
    case 'while_statement':
      addWalrus(table, statement.childForFieldName('condition'));
      addNested(table, statement, depth);
      return;
    case 'try_statement':
    case 'with_statement':
    case 'match_statement':
      addNested(table, statement, depth);
  }
}
