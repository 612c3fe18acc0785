import type { FixedStep } from '../../strategies/fixedStepsSettings';
import type { ManifestField } from '../manifestField';
import type { ReadRollout } from '../readRollout';
import { handlesOf, type RolloutHandle } from '../rolloutHandle';
import { isoSeconds } from './isoSeconds';

/** Parts into which a progression by the clock is cut. */
const progressionSteps = 20;

/** The progressive and scheduled rollouts of a GO Feature Flag file: steps by the clock, judged by nobody. */
export function readGoffRollouts(document: ManifestField): readonly ReadRollout[] {
  return document.keys().flatMap((key): readonly ReadRollout[] => {
    const flag = document.get(key);
    const progressive = flag.at('defaultRule.progressiveRollout');
    if (progressive.exists) {
      const steps = progressiveSteps(progressive);
      return [reading(key, progressive, steps, progressiveHandles(progressive))];
    }
    const scheduled = flag.get('scheduledRollout');
    return scheduled.items().length > 0
      ? [reading(key, scheduled, scheduledSteps(flag, scheduled))]
      : [];
  });
}

function reading(
  name: string,
  field: ManifestField,
  steps: readonly FixedStep[] | null,
  handles: readonly RolloutHandle[] = [],
): ReadRollout {
  return {
    format: 'go-feature-flag',
    name,
    strategy: steps === null ? null : { kind: 'fixed-steps', steps },
    // A flag keeps its users.
    traffic: { routing: 'sticky' },
    places: [field.span],
    handles,
    assumptions: [],
    unread: [],
  };
}

/** A stretch's weight is between the two percentages: it moves by its part of each. */
function progressiveHandles(progressive: ManifestField): readonly RolloutHandle[] {
  const of = (key: string, label: string, times: (part: number) => number) =>
    handlesOf(progressive.at(key), {
      label,
      quantity: 'weight',
      parts: Array.from({ length: progressionSteps }, (_, stretch) => ({
        stretch,
        times: times((stretch + 0.5) / progressionSteps),
      })),
    });
  return [
    ...of('initial.percentage', 'first percentage', (part) => 1 - part),
    ...of('end.percentage', 'last percentage', (part) => part),
  ];
}

const step = (weight: number, holdSeconds: number): FixedStep => ({
  weight,
  holdSeconds,
  minimumRequests: 0,
  approval: false,
  gates: [],
});

function dateOf(field: ManifestField): number | null {
  const text = field.text();
  const seconds = text === null ? null : isoSeconds(text);
  if (seconds === null) {
    field.say(
      'error',
      'rollout-date',
      `${field.path}: "${text ?? ''}" is no date; write it as 2024-01-05T05:00:00Z.`,
    );
  }
  return seconds;
}

/** Linear in time from the first percentage to the last: each part with the share in its middle. */
function progressiveSteps(progressive: ManifestField): readonly FixedStep[] | null {
  const [initial, end] = [progressive.get('initial'), progressive.get('end')];
  const [from, to] = [dateOf(initial.get('date')), dateOf(end.get('date'))];
  if (from === null || to === null) return null;
  if (to <= from) {
    end.say('error', 'rollout-date', `${end.path}: it ends before it begins.`);
    return null;
  }
  const first = percentageOf(initial.get('percentage'), 0);
  const last = percentageOf(end.get('percentage'), 100);
  if (first === null || last === null) return null;
  return Array.from({ length: progressionSteps }, (_, i) =>
    step(first + ((last - first) * (i + 0.5)) / progressionSteps, (to - from) / progressionSteps),
  );
}

function percentageOf(field: ManifestField, usual: number): number | null {
  if (!field.exists) return usual;
  const value = field.number();
  if (value !== null && value >= 0 && value <= 100) return value;
  field.say(
    'error',
    'rollout-weight',
    `${field.path}: a percentage is from 0 to 100, not ${field.text() ?? 'nothing'}.`,
  );
  return null;
}

/** The share of a variation at each date of the schedule: the largest of those that are not the first one's default. */
function scheduledSteps(
  flag: ManifestField,
  scheduled: ManifestField,
): readonly FixedStep[] | null {
  const moments: { readonly at: number; readonly weight: number }[] = [];
  let weight = shareOf(flag.get('defaultRule')) ?? 0;
  for (const item of scheduled.items()) {
    const at = dateOf(item.get('date'));
    if (at === null) return null;
    weight = shareOf(item.get('defaultRule')) ?? weight;
    if (weight < 0 || weight > 100) {
      item.say(
        'error',
        'rollout-weight',
        `${item.path}: a percentage is from 0 to 100, not ${weight}.`,
      );
      return null;
    }
    moments.push({ at, weight });
  }
  return moments.map(({ at, weight: share }, i) =>
    step(share, Math.max(0, (moments[i + 1]?.at ?? at) - at)),
  );
}

/** Of the variations of a rule that is not the last by name, as the new one mostly is called: `on`, `enabled`, `true`, `new`, `B`. */
function shareOf(rule: ManifestField): number | null {
  const percentage = rule.get('percentage');
  const names = percentage.keys();
  const isNew = (name: string) =>
    /^(on|enabled?|true|new|b|treatment|variationb|variation_b)$/i.test(name);
  const named = names.find(isNew) ?? names.at(-1);
  if (named !== undefined) return percentage.get(named).number();
  const variation = rule.get('variation').text();
  if (variation === null) return null;
  return isNew(variation) ? 100 : 0;
}
