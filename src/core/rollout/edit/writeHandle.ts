import type { TextEdit } from '../../model/textEdit';
import { plainNumber } from '../../syntax/plainNumber';
import type { RolloutHandle } from '../read/rolloutHandle';
import { durationText } from './durationText';

/**
 * The edit that gives a handle another value: its scalar alone, in the quotes it has; a duration that stands as a number
 * of seconds stays one. Null where the value is out of range, or the same.
 */
export function writeHandle(handle: RolloutHandle, value: number): TextEdit | null {
  const { least, most, isWhole, quantity, written, span } = handle;
  const rounded =
    isWhole || quantity === 'duration' ? Math.round(value) : Number(value.toPrecision(6));
  if (!Number.isFinite(rounded) || rounded < least || rounded > most || rounded === handle.value)
    return null;
  const quote = /^(["'])/.exec(written)?.[1] ?? '';
  const isBare = /^["']?\d+["']?$/.test(written);
  const text = quantity === 'duration' && !isBare ? durationText(rounded) : plainNumber(rounded);
  return { span, newText: `${quote}${text}${quote}` };
}
