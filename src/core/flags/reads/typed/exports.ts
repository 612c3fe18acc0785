import type { SourceExport, SourceFacts } from '../../../model/sourceFacts';
import type { StaticMembers, StaticValue } from '../../../model/staticValue';
import { oneOf, otherValue } from '../staticValues';
import { typeAsValue } from './classes';
import type { Declaration } from './declaration';
import type { TypedEvaluation } from './typedEvaluation';

/** A value without functions that give nothing of interest; those that may do what a base declares remain. */
function lean(value: StaticValue, kept: ReadonlySet<string>, implementing = false): StaticValue {
  switch (value.kind) {
    case 'class':
      return {
        ...value,
        instance: leanMembers(value.instance, kept, value.bases !== undefined),
        statics: leanMembers(value.statics, kept),
      };
    case 'construct':
      return { ...value, of: lean(value.of, kept) };
    case 'function': {
      const givesNothing = value.returns.kind === 'other' || value.returns.kind === 'unknown';
      const isKept = value.name !== undefined && kept.has(placeKey(value.name));
      if (!givesNothing || isKept || implementing || value.isDeclaredOnly) return value;
      return otherValue;
    }
    case 'unknown':
      return otherValue;
    default:
      return value;
  }
}

function leanMembers(
  members: StaticMembers,
  kept: ReadonlySet<string>,
  implementing = false,
): StaticMembers {
  return Object.fromEntries(
    Object.entries(members).map(([name, { span, value }]) => [
      name,
      { span, value: lean(value, kept, implementing) },
    ]),
  );
}

function placeKey({ start }: { readonly start: { line: number; column: number } }): string {
  return `${start.line}:${start.column}`;
}

function exportedValue(declaration: Declaration, evaluation: TypedEvaluation): StaticValue {
  if (declaration.kind === 'type') return typeAsValue(declaration, evaluation);
  const value = evaluation.bound(declaration, null);
  return value.kind === 'named' ? value.value : value;
}

/** Names under which a declaration can be asked for: C# lets an attribute's name go without its ending. */
function namesOf(declaration: Declaration, evaluation: TypedEvaluation): readonly string[] {
  const { name } = declaration;
  if (name === null) return [];
  const isAttribute = evaluation.grammar.ecosystem === 'dotnet' && declaration.kind === 'type';
  const short = isAttribute ? /^(.+)Attribute$/.exec(name)?.[1] : undefined;
  return short === undefined ? [name] : [name, short];
}

/**
 * What a file offers to others: its types and, in Kotlin, its functions and properties, whatever their visibility:
 * the file itself refers to them by these names too.
 */
export function exportsOf(
  evaluation: TypedEvaluation,
  candidates: SourceFacts['candidates'],
): Pick<SourceFacts, 'namespace' | 'exports' | 'exportedTypes' | 'exportsAllOf'> {
  const { grammar, header, root } = evaluation;
  const kept = new Set(candidates.flatMap(({ within = [] }) => within.map(placeKey)));
  const exports: Record<string, SourceExport> = {};
  for (const { declaration, below } of grammar.top(root)) {
    const { nameNode } = declaration;
    if (!nameNode) continue;
    const value = lean(exportedValue(declaration, evaluation), kept);
    for (const name of namesOf(declaration, evaluation)) {
      const qualified = below === '' ? name : `${below}.${name}`;
      const known = Object.hasOwn(exports, qualified) ? exports[qualified] : undefined;
      exports[qualified] = known
        ? { ...known, value: oneOf([known.value, value]) }
        : { name, span: evaluation.spanOf(nameNode), value };
    }
  }
  return {
    namespace: header.namespace,
    exports,
    exportedTypes: {},
    exportsAllOf: header.everywhere,
  };
}
