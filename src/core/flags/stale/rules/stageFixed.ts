import { isDeclaredInCode } from '../../declarations/marks';
import type { StaleRule } from '../staleRule';
import { keepInWords } from '../keepInWords';

/** Code declares the flag with a stage that nobody can change any more. */
export const stageFixed: StaleRule = {
  id: 'flag-stage-fixed',
  name: 'Fixed by its stage',
  help: 'Code declares the flag as stable or deprecated: its value can no longer be changed, so reading it decides nothing.',
  find: ({ flag }, { keep }) =>
    flag.definitions
      .filter(({ format, rollout }) => isDeclaredInCode(format) && rollout.kind === 'everyone')
      .slice(0, 1)
      .map(({ file, keySpan }) => ({
        severity: 'information',
        message: `Its stage fixes its value: ${keepInWords(keep)}.`,
        place: { file, span: keySpan },
        action: 'ask',
      })),
};
