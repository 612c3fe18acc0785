import { type AskedRollout, askRollout } from '../../src/core/rollout/assess/askRollout';
import type { ReadRollout } from '../../src/core/rollout/read/readRollout';
import type { RolloutSnapshot } from '../../src/protocol/rolloutPanel';
import { parseReleaseChange } from '../../src/core/rollout/release/releaseChange';
import {
  type RolloutTimeline,
  rolloutTimeline,
} from '../../src/core/rollout/timeline/rolloutTimeline';
import type { OwnInputs, RolloutPanelState } from './state';
import { inputTexts as texts } from './texts';

/** What is asked of the rollout at hand. */
export interface Asked extends AskedRollout {
  readonly rollout: ReadRollout;
  readonly timeline: RolloutTimeline;
  /** The same text is the same question. */
  readonly question: string;
}

/** An input of the panel itself as a number; null where it is none. */
function numberIn(text: string, least: number, most: number, isWhole: boolean): number | null {
  const value = Number(text.trim());
  const isFine = text.trim() !== '' && value >= least && value <= most;
  return isFine && (!isWhole || Number.isInteger(value)) ? value : null;
}

/** Why an input of the panel is not taken; null where it is. */
export function inputError(
  key: 'release' | 'traffic' | 'launches' | 'seed',
  own: OwnInputs,
): string | null {
  const text = own[key];
  switch (key) {
    case 'release':
      return text.trim() === '' || parseReleaseChange(text) !== null ? null : texts.releaseExpected;
    case 'traffic':
      return text.trim() === '' || numberIn(text, 1e-6, 1e9, false) !== null
        ? null
        : texts.trafficExpected;
    case 'launches':
      return numberIn(text, 20, 100_000, true) === null ? texts.launchesExpected : null;
    case 'seed':
      return numberIn(text, 0, 4_294_967_295, true) === null ? texts.seedExpected : null;
  }
}

/** Some judges look at whole time series: fewer launches, to be done soon. */
const fewLaunches = 100;

/** The rollout at hand; null where the file has none. */
export function rolloutOf({ snapshot, own }: RolloutPanelState): ReadRollout | null {
  return snapshot?.rollouts[own.rollout] ?? snapshot?.rollouts[0] ?? null;
}

/** What was asked last of a rollout: its steps are drawn while an input is not taken. */
const lastOf = new WeakMap<ReadRollout, Asked>();

/** What is asked, or was before an input was not taken; null where nothing was. */
export function drawnOf(state: RolloutPanelState): Asked | null {
  const rollout = rolloutOf(state);
  return askedOf(state) ?? (rollout === null ? null : (lastOf.get(rollout) ?? null));
}

let last: { readonly of: readonly unknown[]; readonly asked: Asked | null } | null = null;

/** What is asked; null without a rollout, or while an input is not taken. The same object while nothing changes. */
export function askedOf(state: RolloutPanelState): Asked | null {
  const { snapshot, own } = state;
  if (snapshot === null) return null;
  const { release, traffic, launches, seed, rollout } = own;
  const of = [snapshot, release, traffic, launches, seed, rollout];
  if (last === null || of.some((part, i) => part !== last?.of[i])) {
    last = { of, asked: ask(snapshot, rolloutOf(state), own) };
    if (last.asked !== null) lastOf.set(last.asked.rollout, last.asked);
  }
  return last.asked;
}

function ask(
  { known }: RolloutSnapshot,
  rollout: ReadRollout | null,
  own: OwnInputs,
): Asked | null {
  if (rollout === null || rollout.strategy === null) return null;
  for (const key of ['release', 'traffic', 'launches', 'seed'] as const) {
    if (inputError(key, own) !== null) return null;
  }
  const change = parseReleaseChange(own.release);
  const launches = Number(own.launches);
  const asked = askRollout(rollout, rollout.strategy, {
    known,
    requestsPerSecond: own.traffic.trim() === '' ? null : Number(own.traffic),
    changes: change === null ? [] : [change],
    launches: rollout.strategy.kind === 'kayenta' ? Math.min(launches, fewLaunches) : launches,
    seed: Number(own.seed),
  });
  return {
    ...asked,
    rollout,
    timeline: rolloutTimeline(asked.request),
    question: JSON.stringify([asked.request, asked.change]),
  };
}
