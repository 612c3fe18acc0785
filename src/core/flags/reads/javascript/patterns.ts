import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { PatternStep } from './binding';
import { literalText } from './stringText';

/** A name that a pattern declares, and the way to its value. */
export interface PatternName {
  readonly nameNode: SyntaxNode;
  readonly path: readonly PatternStep[];
}

/** The name of a property as written in a pattern, an object or a class; null where it is computed. */
export function propertyName(node: SyntaxNode): string | null {
  switch (node.type) {
    case 'property_identifier':
    case 'private_property_identifier':
    case 'shorthand_property_identifier':
    case 'shorthand_property_identifier_pattern':
    case 'identifier':
    case 'number':
      return node.text;
    case 'computed_property_name': {
      const inside = codeChildren(node)[0];
      return inside ? literalText(inside) : null;
    }
    default:
      return literalText(node);
  }
}

/** The part of a pattern that holds the target, and the default beside it. */
export function splitDefault(node: SyntaxNode): {
  readonly target: SyntaxNode;
  readonly fallback: SyntaxNode | null;
} {
  const isDefaulted =
    node.type === 'assignment_pattern' || node.type === 'object_assignment_pattern';
  const left = isDefaulted ? node.childForFieldName('left') : null;
  return left
    ? { target: left, fallback: node.childForFieldName('right') }
    : { target: node, fallback: null };
}

/** One entry of an object pattern: `a`, `a = 1`, `a: b`, `a: b = 1`. */
export interface PatternEntry {
  readonly name: string | null;
  readonly keyNode: SyntaxNode;
  readonly target: SyntaxNode;
  readonly fallback: SyntaxNode | null;
}

/** The entry a child of an object pattern stands for; null for `...rest`. */
export function patternEntry(child: SyntaxNode): PatternEntry | null {
  if (child.type === 'pair_pattern') {
    const keyNode = child.childForFieldName('key');
    const value = child.childForFieldName('value');
    if (!keyNode || !value) return null;
    return { name: propertyName(keyNode), keyNode, ...splitDefault(value) };
  }
  const { target, fallback } = splitDefault(child);
  if (target.type !== 'shorthand_property_identifier_pattern') return null;
  return { name: target.text, keyNode: target, target, fallback };
}

function namesOfObject(node: SyntaxNode, path: readonly PatternStep[]): readonly PatternName[] {
  return codeChildren(node).flatMap((child) => {
    if (child.type === 'rest_pattern') return restName(child, path);
    const entry = patternEntry(child);
    if (!entry) return [];
    const step: PatternStep = { kind: 'member', name: entry.name, default: entry.fallback };
    return patternNames(entry.target, [...path, step]);
  });
}

function namesOfArray(node: SyntaxNode, path: readonly PatternStep[]): readonly PatternName[] {
  let index = 0;
  const names: PatternName[] = [];
  for (const child of node.children) {
    if (child?.type === ',') index++;
    if (!child?.isNamed || child.type === 'comment') continue;
    if (child.type === 'rest_pattern') {
      names.push(...restName(child, path));
      continue;
    }
    const { target, fallback } = splitDefault(child);
    const step: PatternStep = { kind: 'member', name: String(index), default: fallback };
    names.push(...patternNames(target, [...path, step]));
  }
  return names;
}

function restName(node: SyntaxNode, path: readonly PatternStep[]): readonly PatternName[] {
  const inner = codeChildren(node)[0];
  return inner ? patternNames(inner, [...path, { kind: 'rest' }]) : [];
}

/** Every name a pattern declares, with the way from the destructured value to the name's own. */
export function patternNames(
  node: SyntaxNode,
  path: readonly PatternStep[] = [],
): readonly PatternName[] {
  switch (node.type) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern':
      return [{ nameNode: node, path }];
    case 'object_pattern':
      return namesOfObject(node, path);
    case 'array_pattern':
      return namesOfArray(node, path);
    case 'assignment_pattern':
      return patternNames(splitDefault(node).target, path);
    case 'rest_pattern':
      return restName(node, path);
    default:
      return [];
  }
}
