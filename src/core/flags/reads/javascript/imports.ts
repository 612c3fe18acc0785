import { codeChildren } from '../../../syntax/syntaxNodes';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import { sdkOfPackage } from '../sdkShapes';
import type { Binding } from './binding';
import { literalText } from './stringText';

type ImportBinding = Binding & { readonly kind: 'import' };

/** The name of an import or export specifier, which may be a string: `export { a as 'b-c' }`. */
export function specifierName(node: SyntaxNode): string {
  return literalText(node) ?? node.text;
}

function sourceOf(statement: SyntaxNode): string | null {
  const source = statement.childForFieldName('source');
  return source ? literalText(source) : null;
}

function namedBindings(module: string, list: SyntaxNode): readonly ImportBinding[] {
  return codeChildren(list).flatMap((specifier) => {
    const name = specifier.childForFieldName('name');
    if (!name) return [];
    const nameNode = specifier.childForFieldName('alias') ?? name;
    return [{ kind: 'import', module, name: specifierName(name), nameNode }];
  });
}

function clauseBindings(module: string, clause: SyntaxNode): readonly ImportBinding[] {
  return codeChildren(clause).flatMap((part): readonly ImportBinding[] => {
    if (part.type === 'identifier') {
      return [{ kind: 'import', module, name: 'default', nameNode: part }];
    }
    if (part.type === 'named_imports') return namedBindings(module, part);
    const nameNode = part.type === 'namespace_import' ? codeChildren(part)[0] : undefined;
    return nameNode ? [{ kind: 'import', module, name: '*', nameNode }] : [];
  });
}

/** The names an `import` statement declares; `import x = require('m')` included. */
export function importBindings(statement: SyntaxNode): readonly ImportBinding[] {
  for (const child of codeChildren(statement)) {
    if (child.type === 'import_clause') {
      const module = sourceOf(statement);
      return module === null ? [] : clauseBindings(module, child);
    }
    if (child.type === 'import_require_clause') {
      const module = sourceOf(child);
      const nameNode = codeChildren(child)[0];
      if (module === null || !nameNode) return [];
      return [{ kind: 'import', module, name: '=', nameNode }];
    }
  }
  return [];
}

/** The module of an `import` or `export ... from` statement; null where there is none. */
export function moduleOf(statement: SyntaxNode): string | null {
  return sourceOf(statement);
}

/** Ids of the SDKs whose packages a file imports or exports again, by statement. */
export function importedSdks(root: SyntaxNode): ReadonlySet<string> {
  const sdks = codeChildren(root).flatMap((statement) => {
    const isImport = statement.type === 'import_statement' || statement.type === 'export_statement';
    const module = isImport ? moduleOf(statement) : null;
    const sdk = module === null ? null : sdkOfPackage(module);
    return sdk ? [sdk.id] : [];
  });
  return new Set(sdks);
}
