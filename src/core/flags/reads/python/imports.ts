import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Declaration } from './binding';

type ImportDeclaration = Declaration & { readonly kind: 'import' };

/** A module's name as values carry it: `python:koku.flags`, `python:..flags`. */
export function moduleName(node: SyntaxNode): string {
  return `python:${node.text.replace(/\s+/g, '')}`;
}

/** The module a file is, seen from itself. */
export function ownModule(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.pyi?$/, '');
  return name === '__init__' ? 'python:.' : `python:.${name}`;
}

/** The statement's parts behind `import`: without the module of `from module import`. */
function importedParts(statement: SyntaxNode): readonly SyntaxNode[] {
  const module = statement.childForFieldName('module_name');
  return codeChildren(statement).filter(({ id }) => id !== module?.id);
}

function wholeModule(part: SyntaxNode): ImportDeclaration | null {
  const alias = part.type === 'aliased_import' ? part.childForFieldName('alias') : null;
  const written = part.type === 'aliased_import' ? part.childForFieldName('name') : part;
  if (!written) return null;
  if (alias) return { kind: 'import', nameNode: alias, module: moduleName(written), name: '*' };
  // `import a.b` declares `a`.
  const first = codeChildren(written)[0];
  return (
    (first && { kind: 'import', nameNode: first, module: moduleName(first), name: '*' }) || null
  );
}

/** The names that `import` and `from ... import` declare. */
export function importDeclarations(statement: SyntaxNode): readonly ImportDeclaration[] {
  if (statement.type === 'import_statement') {
    return importedParts(statement)
      .map(wholeModule)
      .filter((declaration) => declaration !== null);
  }
  const from = statement.childForFieldName('module_name');
  if (!from) return [];
  const module = moduleName(from);
  return importedParts(statement).flatMap((part): readonly ImportDeclaration[] => {
    const name = part.type === 'aliased_import' ? part.childForFieldName('name') : part;
    if (!name || part.type === 'wildcard_import') return [];
    const nameNode = part.childForFieldName('alias') ?? name;
    return [{ kind: 'import', nameNode, module, name: name.text }];
  });
}

/** The module of which a statement takes everything; null for any other statement. */
export function wildcardModule(statement: SyntaxNode): string | null {
  const from = statement.childForFieldName('module_name');
  const isWildcard = importedParts(statement).some(({ type }) => type === 'wildcard_import');
  return from && isWildcard ? moduleName(from) : null;
}

/** Names of all modules that an import statement names. */
export function importedModules(statement: SyntaxNode): readonly string[] {
  const from = statement.childForFieldName('module_name');
  if (from) return [moduleName(from)];
  return importedParts(statement).map((part) =>
    moduleName(part.type === 'aliased_import' ? (part.childForFieldName('name') ?? part) : part),
  );
}
