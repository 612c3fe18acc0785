import type { FlagVerdict } from '../../model/flagVerdict';

/** The sentence that says best why a verdict is as it is: what blocks it, else a reason that wants what the verdict says. */
export function mainReason({ action, blockers, reasons }: FlagVerdict): string {
  if (blockers.length > 0) return blockers.map(({ message }) => message).join(' ');
  const main =
    reasons.find(({ wants }) => wants === action) ??
    reasons.find(({ wants }) => wants !== 'none') ??
    reasons[0];
  return main?.message ?? '';
}
