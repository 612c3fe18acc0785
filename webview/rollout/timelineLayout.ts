import type { RolloutHandle } from '../../src/core/rollout/read/rolloutHandle';
import type { RolloutTimeline } from '../../src/core/rollout/timeline/rolloutTimeline';

/** A step as it is drawn: pixels across, seconds and shares for what they mean. */
export interface DrawnStretch {
  readonly index: number;
  readonly x: number;
  readonly width: number;
  readonly start: number;
  readonly seconds: number;
  /** 0 to 1. */
  readonly share: number;
}

export interface TimelineLayout {
  readonly stretches: readonly DrawnStretch[];
  /** False where short steps are drawn wider than they are. */
  readonly isToScale: boolean;
}

/** Narrower than this a step cannot be taken hold of. */
const leastWidth = 26;

/** What is left and right of the steps, for the axis and for what comes after the last. */
export const margins = { left: 46, right: 34, top: 22, bottom: 40 } as const;

/** Lays steps out in `width` pixels; a number that is dragged is at its new value already. */
export function timelineLayout(
  { stretches }: RolloutTimeline,
  {
    width,
    dragged,
  }: {
    readonly width: number;
    readonly dragged: { readonly handle: RolloutHandle; readonly value: number } | null;
  },
): TimelineLayout {
  const moved = stretches.map(({ start, end, share }, index) => {
    const part = dragged?.handle.parts.find(({ stretch }) => stretch === index);
    const change =
      part === undefined || dragged === null
        ? 0
        : (dragged.value - dragged.handle.value) * part.times;
    const isHold = dragged?.handle.quantity === 'duration';
    return {
      index,
      seconds: Math.max(0, end - start + (isHold ? change : 0)),
      share: Math.min(1, Math.max(0, share + (isHold ? 0 : change / 100))),
    };
  });
  const room = Math.max(120, width - margins.left - margins.right);
  const total = moved.reduce((sum, { seconds }) => sum + seconds, 0);
  // What takes no time, as the end of all steps, is a mark and no step.
  const steps = moved.filter(({ seconds }) => seconds > 0).length;
  const floor = Math.min(leastWidth, room / Math.max(1, steps));
  const plain = (seconds: number) => (total > 0 ? (seconds / total) * room : 0);
  const isToScale = moved.every(({ seconds }) => seconds === 0 || plain(seconds) >= floor);
  const free = room - floor * steps;
  const widthOf = (seconds: number): number => {
    if (seconds === 0) return 0;
    return isToScale ? plain(seconds) : floor + (seconds / total) * free;
  };
  let x: number = margins.left;
  let start = 0;
  const drawn = moved.map(({ index, seconds, share }) => {
    const own = widthOf(seconds);
    const one = { index, x, width: own, start, seconds, share };
    x += own;
    start += seconds;
    return one;
  });
  return { stretches: drawn, isToScale };
}
