import { codeChildren, descendants } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { packageNameOf } from '../sdkShapes';

/** A package that a file imports. */
export interface GoImport {
  readonly module: string;
  readonly nameNode: SyntaxNode;
  /** Names under which it may be used in this file; none for `_` and `.`. */
  readonly names: readonly string[];
  /** Its names are this file's own (`import . "path"`). */
  readonly isDot: boolean;
}

/**
 * Names a package may have by its path: the last part that is no version, also without what is often put around it. Only
 * the package itself could tell.
 */
function likelyNames(path: string): readonly string[] {
  const parts = path.split('/');
  const last = parts.at(-1) ?? '';
  const named = /^v\d+$/.test(last) && parts.length > 1 ? (parts.at(-2) ?? '') : last;
  const plain = named.replace(/\.v\d+$/, '');
  const bare = plain.replace(/^go[-_.]/, '').replace(/([-_.](client|sdk))?[-_.]go(lang)?$/, '');
  const joined = plain.replaceAll(/[-.]/g, '');
  const afterDash = plain.split('-').at(-1) ?? plain;
  return [...new Set([plain, bare, joined, afterDash])].filter((name) => /^\w+$/.test(name));
}

function importOf(spec: SyntaxNode): GoImport | null {
  const pathNode = spec.childForFieldName('path');
  const alias = spec.childForFieldName('name');
  if (!pathNode) return null;
  const path = pathNode.text.slice(1, -1);
  const module = `go:${path}`;
  if (alias) {
    const isNamed = alias.type === 'package_identifier';
    const names = isNamed ? [alias.text] : [];
    return { module, nameNode: alias, names, isDot: alias.type === 'dot' };
  }
  const known = packageNameOf(module);
  const names = known === null ? likelyNames(path) : [known];
  return { module, nameNode: pathNode, names, isDot: false };
}

/** The packages a file imports. */
export function importsOf(root: SyntaxNode): readonly GoImport[] {
  return codeChildren(root)
    .filter(({ type }) => type === 'import_declaration')
    .flatMap((declaration) => descendants(declaration, 'import_spec'))
    .map(importOf)
    .filter((found) => found !== null);
}

/** The file's own package, seen from itself: that of all files of its folder. */
export const ownPackage = 'go:.';
