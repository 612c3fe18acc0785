import { valueInWords } from '../describe/valueInWords';
import type { Flag } from '../../model/flag';
import type { FlagFinding } from '../../model/flagFinding';
import type { FlagRead } from '../../model/flagRead';
import type { FindingRule } from './findingRule';

/** What a read says of one thing, in words; null where it says nothing. */
type Saying = (read: FlagRead) => string | null;

const literalDefault: Saying = ({ default: given }) =>
  given?.kind === 'literal' ? valueInWords(given.value) : null;

const askedType: Saying = ({ valueType }) => valueType;

/** What most reads say, of equals what the first one does: the others differ from it. */
function mostSaid(reads: readonly FlagRead[], saying: Saying): string | null {
  const counts = new Map<string, number>();
  for (const read of reads) {
    const said = saying(read);
    if (said !== null) counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const [first] = [...counts].toSorted((one, other) => other[1] - one[1]);
  return first?.[0] ?? null;
}

function differing(
  { key, scope }: Flag,
  reads: readonly FlagRead[],
  saying: Saying,
  told: { readonly code: string; readonly words: (own: string, other: string) => string },
): readonly FlagFinding[] {
  const most = mostSaid(reads, saying);
  const typical = reads.find((read) => saying(read) === most);
  if (most === null || typical === undefined) return [];
  return reads.flatMap((read) => {
    const own = saying(read);
    if (own === null || own === most) return [];
    const place = `${typical.file}:${typical.span.start.line + 1}`;
    return [
      {
        code: told.code,
        severity: 'information',
        message: `“${key}” ${told.words(own, most)} in ${place}.`,
        file: read.file,
        span: read.keySpan ?? read.span,
        key,
        scope,
        suggestion: null,
        related: [{ file: typical.file, span: typical.span, message: 'Another read of it' }],
      },
    ];
  });
}

/** Tests give whatever they need. */
function find(flag: Flag): readonly FlagFinding[] {
  const reads = flag.reads.filter(({ context }) => context === 'source');
  const types = differing(flag, reads, askedType, {
    code: 'flag-types-differ',
    words: (own, most) => `is read as ${own} here and as ${most}`,
  });
  // Where types differ, defaults cannot but differ.
  if (types.length > 0) return types;
  return differing(flag, reads, literalDefault, {
    code: 'flag-defaults-differ',
    words: (own, most) => `has the default ${own} here and ${most}`,
  });
}

/** One flag read with different defaults or as values of different types: without its provider, code disagrees with itself. */
export const readsDiffer: FindingRule = {
  id: 'flag-defaults-differ',
  name: 'Read with different defaults or types',
  find,
};
