import type { ManifestField } from './manifestField';

/** A weight in percent; null, and said, where it is none: negative, beyond 100, no number. */
export function weightOf(field: ManifestField, most = 100): number | null {
  const weight = field.number();
  if (weight !== null && weight >= 0 && weight <= most) return (weight / most) * 100;
  const what = field.text() ?? 'nothing';
  field.say(
    'error',
    'rollout-weight',
    `${field.path}: a weight is from 0 to ${most} % of traffic, not ${what}.`,
  );
  return null;
}
