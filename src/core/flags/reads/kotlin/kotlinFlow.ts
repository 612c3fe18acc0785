import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { TypeDeclaration } from '../typed/declaration';
import type { Assignment, ValueFlow } from '../typed/typedGrammar';
import { childOfType } from './kotlinNodes';

const ownReturns: ReadonlySet<string> = new Set([
  'function_declaration',
  'anonymous_function',
  'getter',
  'object_literal',
]);

function isReturn(node: SyntaxNode): boolean {
  return node.type === 'jump_expression' && node.text.startsWith('return');
}

/** Expressions that a body may give as its value, without those of functions inside it. */
export function kotlinReturned(body: SyntaxNode): readonly SyntaxNode[] {
  const last = codeChildren(body).at(-1);
  if (body.type === 'statements') return last && last.type !== 'jump_expression' ? [last] : [];
  if (body.text.startsWith('=')) return last ? [last] : [];
  return descendants(body, 'jump_expression').flatMap((jump) => {
    const value = codeChildren(jump).findLast(({ type }) => type !== 'label');
    if (!isReturn(jump) || !value || jump.text.startsWith('return@')) return [];
    for (let around = jump.parent; around; around = around.parent) {
      if (around.id === body.id) return [value];
      if (ownReturns.has(around.type)) return [];
    }
    return [];
  });
}

/** Assignments of names and of members of `this` within a type. */
export function kotlinAssignments({ node }: TypeDeclaration): readonly Assignment[] {
  return descendants(node, 'assignment').flatMap((assignment): readonly Assignment[] => {
    const [target, value] = codeChildren(assignment);
    const parts = target ? codeChildren(target) : [];
    const [first, suffix] = parts;
    if (!first || !value) return [];
    if (parts.length === 1 && first.type === 'simple_identifier') {
      return [{ name: first.text, isOfThis: false, nameNode: first, value }];
    }
    const nameNode = suffix ? childOfType(suffix, 'simple_identifier') : null;
    if (first.type !== 'this_expression' || parts.length !== 2 || !nameNode) return [];
    return [{ name: nameNode.text, isOfThis: true, nameNode, value }];
  });
}

const through: ReadonlySet<string> = new Set([
  'parenthesized_expression',
  'prefix_expression',
  'postfix_expression',
  'conjunction_expression',
  'disjunction_expression',
  'equality_expression',
  'comparison_expression',
  'elvis_expression',
  'as_expression',
  'when_entry',
]);

/** Whether a node gives the value of what is around it: it is its last part. */
function isLast(node: SyntaxNode, parent: SyntaxNode): ValueFlow {
  return codeChildren(parent).at(-1)?.id === node.id ? 'through' : 'ends';
}

function flowOutOfBlock(node: SyntaxNode, parent: SyntaxNode): ValueFlow {
  const isValue =
    parent.parent?.type === 'control_structure_body' || parent.parent?.type === 'try_expression';
  return isValue ? isLast(node, parent) : 'ends';
}

/** A branch that gives a constant: the last of its statements is one. */
const endsInConstant = /(?:^|[{;\n])\s*(?:null|true|false|-?\d[\w.]*|"[^"$]*"|empty\w*\(\))\s*\}?$/;

/** A value in a branch is what the whole gives where the other branch gives a constant: else it is one of several things. */
function flowOutOfBranch(branch: SyntaxNode, whole: SyntaxNode): ValueFlow {
  if (branch.type !== 'control_structure_body') return 'ends';
  const others = codeChildren(whole).filter(
    ({ type, id }) => type === 'control_structure_body' && id !== branch.id,
  );
  return others.every(({ text }) => endsInConstant.test(text)) ? 'through' : 'ends';
}

/** A value that is tried for comes out where nothing is made up instead: what is caught is thrown, or gives a constant. */
function flowOutOfTry(node: SyntaxNode, whole: SyntaxNode): ValueFlow {
  if (node.type !== 'statements') return 'ends';
  const caught = codeChildren(whole).filter(({ type }) => type === 'catch_block');
  const isSettled = caught.every((block) => {
    const last = childOfType(block, 'statements');
    const given = last ? codeChildren(last).at(-1) : undefined;
    return !given || given.type === 'jump_expression' || endsInConstant.test(given.text);
  });
  return isSettled ? 'through' : 'ends';
}

/** Functions that give what they are called on, in another form or where it is good for something. */
const handOn =
  /^(?:await|get|join|orElse|orElseGet|ifEmpty|ifBlank|takeIf|takeUnless|trim|split|lowercase|uppercase|(?:to|as)[A-Z]\w*)$/;

/** Functions that give what they are given, in another form: `parse(text)`. */
const convert = /^(?:parse|deserialize|decode|convert)(?![a-z])/;

function calledName(callee: SyntaxNode): string {
  const last = callee.type === 'navigation_expression' ? codeChildren(callee).at(-1) : callee;
  return last?.text.replace(/^[?.\s]+/, '') ?? '';
}

function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

/** Whether a class of this file, by its name, holds one value and nothing else: `data class Cached(val enabled: Boolean)`. */
function holdsOneValue(name: string, node: SyntaxNode): boolean {
  if (!/^\p{Lu}/u.test(name)) return false;
  return descendants(rootOf(node), 'class_declaration').some((declared) => {
    if (childOfType(declared, 'type_identifier')?.text !== name) return false;
    const constructor = childOfType(declared, 'primary_constructor');
    const held = constructor ? descendants(constructor, 'class_parameter') : [];
    return held.length === 1 && !childOfType(declared, 'class_body');
  });
}

/** A value that is all that a conversion, or a class that holds one value, is given comes out of it. */
function flowIntoCall(list: SyntaxNode): ValueFlow {
  const suffix = list.parent;
  const callee = suffix?.parent ? codeChildren(suffix.parent)[0] : undefined;
  if (!callee || codeChildren(list).length !== 1) return 'ends';
  const name = calledName(callee);
  return convert.test(name) || holdsOneValue(name, list) ? 'through' : 'ends';
}

/** Where the value of an expression goes in the node around it. */
export function kotlinFlow(node: SyntaxNode, parent: SyntaxNode): ValueFlow {
  if (through.has(parent.type)) return 'through';
  switch (parent.type) {
    case 'function_body':
      return parent.text.startsWith('=') ? 'returned' : 'ends';
    case 'jump_expression':
      return isReturn(parent) && !parent.text.startsWith('return@') ? 'returned' : 'ends';
    case 'statements':
      return flowOutOfBlock(node, parent);
    case 'control_structure_body':
      return isLast(node, parent);
    case 'if_expression':
      return flowOutOfBranch(node, parent);
    case 'when_expression':
      return node.type === 'control_structure_body' || node.type === 'when_entry'
        ? 'through'
        : 'ends';
    case 'try_expression':
      return flowOutOfTry(node, parent);
    case 'navigation_expression':
      return codeChildren(parent)[0]?.id === node.id ? 'through' : 'ends';
    case 'call_expression': {
      if (codeChildren(parent)[0]?.id !== node.id) return 'through';
      const name = node.type === 'navigation_expression' ? calledName(node) : '';
      return handOn.test(name) ? 'through' : 'ends';
    }
    case 'call_suffix':
    case 'value_argument':
      return 'through';
    case 'value_arguments':
      return flowIntoCall(parent);
    case 'property_declaration': {
      const declared = childOfType(parent, 'variable_declaration');
      const variable = declared ? childOfType(declared, 'simple_identifier') : null;
      return variable ? { variable } : 'ends';
    }
    default:
      return 'ends';
  }
}
