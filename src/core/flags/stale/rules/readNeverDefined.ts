import { expectedIn } from '../../describe/expectedIn';
import type { StaleRule } from '../staleRule';

/** Code reads it, and the definition files that should hold it do not. */
export const readNeverDefined: StaleRule = {
  id: 'undefined-flag',
  name: 'Read and never defined',
  help: 'The definition files that the read’s SDK uses do not hold the key: a wrong key, or a flag that is gone. The read always gets its default.',
  find: ({ flag }) =>
    flag.reads
      .filter((read) => expectedIn(flag, read).length > 0)
      .slice(0, 1)
      .map((read) => ({
        severity: 'information',
        message: `Code reads it, and ${expectedIn(flag, read).join(', ')} does not define it.`,
        place: { file: read.file, span: read.keySpan ?? read.span },
        action: 'ask',
      })),
};
