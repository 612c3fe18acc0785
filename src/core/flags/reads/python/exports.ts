import type { SourceExport } from '../../../model/sourceFacts';
import type { StaticValue } from '../../../model/staticValue';
import type { FoundFacts } from '../shared/readTree';
import { isWorthExporting } from '../shared/isWorthExporting';
import { unnamed } from '../staticValues';
import type { Declaration } from './binding';
import { classValue } from './classes';
import type { Evaluation } from './evaluation';
import { sdkExport } from '../sdkShapes';

type Exports = Pick<FoundFacts, 'exports' | 'exportedTypes' | 'exportsAllOf'>;

function exported(name: string, declaration: Declaration, evaluation: Evaluation): StaticValue {
  if (declaration.kind === 'class') return classValue(declaration.node, evaluation);
  const binding = evaluation.scopes.find(name, evaluation.root);
  const value = binding ? evaluation.bound(binding) : null;
  // The export itself stands for the name: one step of `via` is enough.
  if (value?.kind === 'named') return value.value;
  return value ?? { kind: 'other' };
}

/** What a name means as a type; null for what is none. */
function exportedType(
  name: string,
  declaration: Declaration,
  evaluation: Evaluation,
): StaticValue | null {
  if (declaration.kind === 'class') {
    const of: StaticValue = { kind: 'import', module: evaluation.ownModule, name, space: 'value' };
    return { kind: 'construct', of };
  }
  if (declaration.kind !== 'import' || declaration.name === '*') return null;
  const { module, name: imported } = declaration;
  const type = sdkExport(module, imported, 'type');
  if (type) return type.kind === 'other' ? null : type;
  return { kind: 'import', module, name: imported, space: 'type' };
}

/** What a file offers to files that import it: every name of the module. */
export function exportsOf(evaluation: Evaluation): Exports {
  const exports: Record<string, SourceExport> = {};
  const exportedTypes: Record<string, SourceExport> = {};
  for (const [name, declarations] of evaluation.scopes.module()) {
    const declaration = declarations.find(({ kind }) => kind !== 'opaque');
    if (!declaration || declaration.kind === 'element') continue;
    const span = evaluation.spanOf(declaration.nameNode);
    const value = exported(name, declaration, evaluation);
    if (isWorthExporting(value)) exports[name] = { name, span, value: unnamed(value) };
    const type = exportedType(name, declaration, evaluation);
    if (type) exportedTypes[name] = { name, span, value: type };
  }
  return { exports, exportedTypes, exportsAllOf: evaluation.wildcards() };
}
