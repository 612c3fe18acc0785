import { RandomStream } from '../../stats/random/randomStream';
import type { LaunchEnding } from '../controllers/controller';
import { controllerOf } from '../controllers/registry';
import { Launch } from '../launch/launch';
import type { LaunchEvent } from '../launch/launchEvent';
import { faultIntensity, outageShare } from '../launch/launchSetting';
import { samplePoint } from '../launch/samplePoint';
import { requestsBetween } from '../launch/trafficRate';
import type { Gate } from '../model/gate';
import { type Verdict, verdictOf } from '../model/verdictTable';
import type { RolloutRequest } from './rolloutRequest';

/** A measurement in a film, with what the old version showed at the same moment. */
export interface FilmCheck {
  readonly time: number;
  readonly gate: string;
  readonly verdict: Verdict;
  /** Null without data. Of a quantile one that is judged so: the launch itself counts what is above the limits only. */
  readonly value: number | null;
  /** Null where it answered no request then. */
  readonly oldValue: number | null;
  /** Requests of the new version, or scrapes. */
  readonly count: number;
}

/** One simulated launch to be watched. Times in seconds from its start. JSON-safe. */
export interface RolloutFilm {
  readonly launch: number;
  readonly ending: LaunchEnding;
  /** Until it ended. */
  readonly seconds: number;
  readonly weights: readonly { readonly time: number; readonly share: number }[];
  readonly checks: readonly FilmCheck[];
  /** Requests that the new version answered. */
  readonly requests: number;
  readonly gates: readonly Gate[];
}

/** Films are kept this short: later events are left out. */
const mostEvents = 5000;
const mostDraws = 200;

/** Blocks of random numbers beyond those of all launches that can be simulated. */
const filmBlocks = 400_000;
const shownBlocks = 700_000;
const mostFilms = 100_000;

/** Films a launch: one with a random stream of its own, number `launch` of as many as there are numbers. */
export function filmLaunch(request: RolloutRequest, launch: number): RolloutFilm {
  const stream = RandomStream.ofBlock(request.seed, filmBlocks + (launch % mostFilms));
  const events: LaunchEvent[] = [];
  const filmed = new Launch(request, { stream, film: events });
  const controller = controllerOf(request.strategy);
  const ending = controller.run(filmed);
  const gates = controller.gates();
  const tally = filmed.tally();
  const old = new ShownValues(request, filmed.level, launch);
  const shown = events.slice(0, mostEvents);
  let share = 0;
  const checks = shown.flatMap((event): readonly FilmCheck[] => {
    if (event.kind === 'weight') share = event.share;
    if (event.kind !== 'check') return [];
    const { time, gate: name, verdict, value, count } = event;
    const gate = gates.find((one) => one.name === name);
    if (gate === undefined) return [];
    const oldValue = old.value(gate, { time, share });
    const isQuantile = gate.signal.kind === 'quantile' && value !== null;
    const shown = isQuantile ? old.valueJudged(gate, { time, share, count, verdict }) : value;
    return [{ time, gate: name, verdict, value: shown, oldValue, count }];
  });
  return {
    launch,
    ending,
    seconds: tally.seconds,
    weights: shown.flatMap((event) =>
      event.kind === 'weight' ? [{ time: event.time, share: event.share }] : [],
    ),
    checks,
    requests: tally.requests,
    gates,
  };
}

/** What is shown of a moment and measured by nobody: the rest of the traffic, a quantile's own value. */
class ShownValues {
  readonly #request: RolloutRequest;
  readonly #level: number;
  readonly #stream: RandomStream;

  constructor(request: RolloutRequest, level: number, launch: number) {
    this.#request = request;
    this.#level = level;
    this.#stream = RandomStream.ofBlock(request.seed, shownBlocks + (launch % mostFilms));
  }

  value(
    { signal, windowSeconds }: Gate,
    { time, share }: { readonly time: number; readonly share: number },
  ): number | null {
    const { traffic, release } = this.#request;
    const behaviour = release.metrics[signal.metric];
    if (behaviour === undefined) return null;
    const requests = (1 - share) * requestsBetween(traffic, time - windowSeconds, time);
    const count =
      behaviour.kind === 'gauge'
        ? Math.max(1, Math.round(windowSeconds / release.telemetry.scrapeSeconds))
        : Math.round(requests);
    const value = samplePoint(this.#stream, signal, behaviour, {
      count,
      intensity: 0,
      level: this.#level,
      outage: outageShare(release.outage, time),
      seconds: windowSeconds,
    });
    return Number.isNaN(value) ? null : value;
  }

  /** A value of the new version with a verdict: drawn until one has it. */
  valueJudged(
    { signal, windowSeconds, verdicts }: Gate,
    {
      time,
      share,
      count,
      verdict,
    }: {
      readonly time: number;
      readonly share: number;
      readonly count: number;
      readonly verdict: Verdict;
    },
  ): number | null {
    const { traffic, release } = this.#request;
    const behaviour = release.metrics[signal.metric];
    if (behaviour === undefined) return null;
    const middle = time - windowSeconds / 2;
    const intensity = faultIntensity(this.#request, middle, share * traffic.requestsPerSecond);
    for (let i = 0; i < mostDraws; i += 1) {
      const value = samplePoint(this.#stream, signal, behaviour, {
        count,
        intensity: intensity * (1 - release.telemetry.mislabelled),
        level: this.#level,
        outage: 0,
        seconds: windowSeconds,
      });
      if (verdictOf(verdicts, value) === verdict) return value;
    }
    return null;
  }
}
