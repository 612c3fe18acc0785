import { closestWord } from '../../schema/closestWord';
import { expectedIn } from '../describe/expectedIn';
import type { Flag } from '../../model/flag';
import type { FlagFinding } from '../../model/flagFinding';
import type { FindingContext, FindingRule } from './findingRule';

function missingIn([file = '', ...others]: readonly string[]): string {
  if (others.length === 0) return file;
  return `${file} or ${others.length} more ${others.length === 1 ? 'file' : 'files'}`;
}

function find(flag: Flag, context: FindingContext): readonly FlagFinding[] {
  const { key, scope, definitions, reads } = flag;
  if (definitions.length > 0) return [];
  const suggestions = new Map<string, string | null>();
  const suggestionFrom = (files: readonly string[]) => {
    const id = files.join('\n');
    const known = suggestions.get(id);
    if (known !== undefined) return known;
    const found = closestWord(
      key,
      files.flatMap((file) => context.keysIn(file)),
    );
    suggestions.set(id, found);
    return found;
  };
  return reads.flatMap((read) => {
    const files = expectedIn(flag, read);
    if (files.length === 0) return [];
    const suggestion = suggestionFrom(files);
    const hint = suggestion === null ? '' : ` Did you mean “${suggestion}”?`;
    return [
      {
        code: 'undefined-flag',
        severity: 'information',
        message: `“${key}” is not defined in ${missingIn(files)}.${hint}`,
        file: read.file,
        span: read.keySpan ?? read.span,
        key,
        scope,
        suggestion,
        related: [],
      },
    ];
  });
}

/** A read whose flag is missing from the definition files that should hold it. */
export const undefinedFlag: FindingRule = {
  id: 'undefined-flag',
  name: 'Read but not defined',
  find,
};
