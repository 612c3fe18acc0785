import type { SourceExport } from '../../../model/sourceFacts';
import type { StaticValue } from '../../../model/staticValue';
import { isWorthExporting } from '../shared/isWorthExporting';
import type { FoundFacts } from '../shared/readTree';
import type { SyntaxNode } from '../../../syntax/syntaxTree';
import type { Declaration } from './binding';
import type { Evaluation } from './evaluation';
import { ownPackage } from './imports';
import { classValue } from './structs';

type Exports = Pick<FoundFacts, 'exports' | 'exportedTypes' | 'exportsAllOf'>;

function valueOf(name: string, declaration: Declaration, evaluation: Evaluation): StaticValue {
  if (declaration.kind === 'type') return classValue(declaration.node, evaluation);
  const value = evaluation.bound({ name, scope: evaluation.root, declaration });
  // The export itself stands for the name: one step of `via` is enough.
  return value.kind === 'named' ? value.value : value;
}

/** What a declared type says of its values; null where it says nothing of interest. */
function typeOf(name: string, spec: SyntaxNode, evaluation: Evaluation): StaticValue | null {
  const type = spec.childForFieldName('type');
  const isDeclared = type?.type === 'struct_type' || type?.type === 'interface_type';
  const of: StaticValue = { kind: 'import', module: ownPackage, name, space: 'value' };
  if (isDeclared || evaluation.methods().has(name)) return { kind: 'construct', of };
  return type ? evaluation.type(type) : null;
}

/** Methods of types that other files of the package declare, as `Type.Method`. */
function addMethods(exports: Record<string, SourceExport>, evaluation: Evaluation): void {
  for (const [type, methods] of evaluation.methods()) {
    if (evaluation.scopes.file().has(type)) continue;
    for (const method of methods) {
      const nameNode = method.childForFieldName('name');
      if (!nameNode) continue;
      const span = evaluation.spanOf(nameNode);
      const name = `${type}.${nameNode.text}`;
      exports[name] = { name, span, value: evaluation.function(method) };
    }
  }
}

/** What a file offers to the files of its package and to those that import the package. */
export function exportsOf(evaluation: Evaluation): Exports {
  const exports: Record<string, SourceExport> = {};
  const exportedTypes: Record<string, SourceExport> = {};
  for (const [name, declaration] of evaluation.scopes.file()) {
    const span = evaluation.spanOf(declaration.nameNode);
    const value = valueOf(name, declaration, evaluation);
    if (isWorthExporting(value)) exports[name] = { name, span, value };
    const type = declaration.kind === 'type' ? typeOf(name, declaration.node, evaluation) : null;
    if (type) exportedTypes[name] = { name, span, value: type };
  }
  addMethods(exports, evaluation);
  return { exports, exportedTypes, exportsAllOf: [] };
}
