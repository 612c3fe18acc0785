import type { Comparison } from './comparison';
import { countsBothTails } from './criticalValue';
import type { SizeDefinition } from './sizeAnswer';
import type { SizeMethod } from './sizeMethod';

/**
 * What a method computes for this comparison, in words: its definition for superiority, and what a margin or the wrong tail
 * changes in it. Without that a formula would be written that does not give the number beside it.
 */
export function definitionOf(method: SizeMethod, comparison: Comparison): SizeDefinition {
  const definition = method.definition(comparison);
  const { hypothesis, better } = comparison;
  if (hypothesis === 'non-inferiority') {
    const boundary = `control ${better === 1 ? '−' : '+'} margin`;
    const formula = `${definition.formula}; the difference counts from the boundary (${boundary}) instead of from control`;
    return { ...definition, formula };
  }
  if (hypothesis === 'equivalence') {
    const formula = `${definition.formula}; that is for one boundary: with both (control ± margin) power is the chance that the one-sided tests of the two both reject, and N is found from it`;
    return { ...definition, formula };
  }
  if (!countsBothTails(comparison)) return definition;
  return {
    ...definition,
    name: definition.name.replace('wrong tail not counted', 'wrong tail counted'),
    formula: `${definition.formula}; and the wrong tail’s power is added, which asks for slightly fewer`,
  };
}
