import { durationText } from '../../src/core/rollout/edit/durationText';
import { durationSeconds } from '../../src/core/rollout/read/durationSeconds';
import type { RolloutHandle } from '../../src/core/rollout/read/rolloutHandle';
import { plainNumber } from '../../src/core/syntax/plainNumber';

/** A value of a handle as people read and type it. */
export function handleText({ quantity }: RolloutHandle, value: number): string {
  return quantity === 'duration' ? durationText(value) : plainNumber(Number(value.toPrecision(6)));
}

/** The unit behind it. */
export function handleUnit({ quantity }: RolloutHandle): string | null {
  return quantity === 'weight' ? '%' : null;
}

/** The range of a handle in words. */
export function handleRange(handle: RolloutHandle): string {
  const { least, most, isWhole, quantity } = handle;
  if (quantity === 'duration') return 'A duration such as 90s, 10m or 1h30m';
  const range = `from ${plainNumber(least)} to ${plainNumber(most)}`;
  return `A ${isWhole ? 'whole ' : ''}number ${range}`;
}

/** What was typed, as a value. */
export function parseHandleText(
  handle: RolloutHandle,
  text: string,
):
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'invalid'; readonly message: string } {
  const { least, most, isWhole, quantity } = handle;
  const trimmed = text.trim();
  const isNumber = /^-?\d+(\.\d+)?$/.test(trimmed);
  const value =
    quantity === 'duration' ? durationSeconds(trimmed) : isNumber ? Number(trimmed) : null;
  const isFine =
    value !== null && value >= least && value <= most && (!isWhole || Number.isInteger(value));
  return isFine
    ? { kind: 'value', value }
    : { kind: 'invalid', message: `${handleRange(handle)}.` };
}

/** How far an arrow key goes: small where the number is small. */
export function handleStep({ quantity, isWhole, value }: RolloutHandle): number {
  if (quantity === 'duration') {
    if (value < 120) return 10;
    if (value < 3600) return 60;
    return value < 86_400 ? 600 : 3600;
  }
  return isWhole || value >= 5 ? 1 : value >= 1 ? 0.5 : 0.1;
}

/** A value that is dragged to, on the steps that arrow keys have. */
export function onSteps(handle: RolloutHandle, value: number): number {
  const step = handleStep({ ...handle, value: Math.abs(value) });
  const rounded = Number((Math.round(value / step) * step).toPrecision(10));
  return Math.min(handle.most, Math.max(handle.least, rounded));
}
