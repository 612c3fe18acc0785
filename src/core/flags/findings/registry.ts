import { comparePositions, compareText } from '../index/compareText';
import type { Flag } from '../../model/flag';
import type { FlagFinding } from '../../model/flagFinding';
import { declaredDefault } from './declaredDefault';
import { definedTwice } from './definedTwice';
import type { FindingContext, FindingRule } from './findingRule';
import { readsDiffer } from './readsDiffer';
import { undefinedFlag } from './undefinedFlag';

/** What is looked for in the flags of a folder. A new rule is one file and one line here. */
export const findingRules: readonly FindingRule[] = [
  undefinedFlag,
  definedTwice,
  declaredDefault,
  readsDiffer,
];

function contextOf(flags: readonly Flag[]): FindingContext {
  const keys = new Map<string, string[]>();
  for (const { key, definitions } of flags) {
    for (const file of new Set(definitions.map((definition) => definition.file))) {
      const known = keys.get(file);
      if (known) known.push(key);
      else keys.set(file, [key]);
    }
  }
  return { keysIn: (file) => keys.get(file) ?? [] };
}

/** All that is to be said about the flags of one folder, by file and place. */
export function flagFindings(flags: readonly Flag[]): readonly FlagFinding[] {
  const context = contextOf(flags);
  return flags
    .flatMap((flag) => findingRules.flatMap((rule) => rule.find(flag, context)))
    .toSorted(
      (one, other) =>
        compareText(one.file, other.file) ||
        comparePositions(one.span.start, other.span.start) ||
        compareText(one.code, other.code),
    );
}
